//! Which pages there are, and what each is made from.

use crate::catalog::{Amount, Catalog, Item, ItemEntry, ProjectLine};
use crate::config::{BaseUrl, SiteConfig};
use crate::content::TextFile;
use crate::data;
use crate::model::{Disclosure, Unit, UnitId};
use crate::publish::Site;
use crate::registry::Registry;
use crate::render::view::{self, AmountInfo, DisclosureInfo, FunctionInfo, FunctionSpending, HomeCounts, ProjectInfo, UnitInfo};
use crate::render::{OutputFile, Page, RenderError, Renderer, SiteInfo, SitePage, path};

use super::Failure;
use super::sources::UnitSources;

/// The files of some pages, and the pages' paths.
#[derive(Default)]
pub(super) struct Rendered {
    pub files: Vec<OutputFile>,
    pub paths: Vec<String>,
}

impl Rendered {
    fn add(&mut self, page: &Page, renderer: &Renderer) -> Result<(), RenderError> {
        self.files.extend(renderer.files(page)?);
        self.paths.push(page.path().to_owned());
        Ok(())
    }

    fn of(pages: impl IntoIterator<Item = Page>, renderer: &Renderer) -> Result<Self, RenderError> {
        let mut rendered = Self::default();
        pages.into_iter().try_for_each(|page| rendered.add(&page, renderer))?;
        Ok(rendered)
    }
}

/// What every page says of the site.
pub(super) fn site_info(site: &SiteConfig, base_url: Option<&BaseUrl>, pages: &[TextFile]) -> SiteInfo {
    SiteInfo {
        title: site.title.clone(),
        tagline: site.description.clone().unwrap_or_default(),
        base_url: base_url.or(site.base_url.as_ref()).map(ToString::to_string).unwrap_or_default(),
        language: site.language.tag().to_owned(),
        licence: site.licence.clone().unwrap_or_default(),
        contact: site.contact.clone().unwrap_or_default(),
        pages: pages.iter().map(|page| SitePage { path: editor_path(page), title: editor_title(page) }).collect(),
    }
}

/// `content/pages/about.md` is `about/`.
pub(super) fn editor_path(page: &TextFile) -> String {
    let name = page.path.rsplit('/').next().unwrap_or_default();
    format!("{}/", name.trim_end_matches(".md"))
}

/// The first heading of a page, or its name.
pub(super) fn editor_title(page: &TextFile) -> String {
    let heading = page.text.lines().find_map(|line| line.strip_prefix("# "));
    heading.map_or_else(|| editor_path(page).trim_end_matches('/').to_owned(), |heading| heading.trim().to_owned())
}

pub(super) fn unit_folder(unit: &Unit) -> String {
    path::unit(&unit.id)
}

pub(super) fn disclosure_folder(disclosure: &Disclosure) -> String {
    path::disclosure(&disclosure.id)
}

/// The pages of a disclosure: itself, its tables, its source.
pub(super) fn of_disclosure(unit: &Unit, disclosure: &Disclosure, registry: &Registry, renderer: &Renderer) -> Result<Rendered, Failure> {
    let own = Page::Disclosure(Box::new(view::disclosure_page(unit, disclosure, registry, renderer.messages())));
    let source = Page::Source(Box::new(view::source_page(unit, disclosure)));
    let tables = disclosure.reading.tables.iter().map(|table| Page::Table(Box::new(view::table_page(unit, disclosure, table))));
    Ok(Rendered::of([own, source].into_iter().chain(tables), renderer)?)
}

/// The page of a unit.
pub(super) fn of_unit(info: &UnitInfo, unit: &Unit, units: &[UnitSources], renderer: &Renderer) -> Result<Rendered, Failure> {
    let named = |id: &UnitId| units.iter().find(|other| other.unit.id == *id).map(|other| other.unit.name.as_str());
    let parent = unit.parent.as_ref().and_then(|id| Some((id, named(id)?)));
    Ok(Rendered::of([Page::Unit(Box::new(view::unit_page(unit, &info.disclosures, parent)))], renderer)?)
}

/// What lists keep of a unit, its newest disclosure first.
pub(super) fn unit_info(unit: &Unit, disclosures: &[Disclosure]) -> UnitInfo {
    UnitInfo::new(unit, disclosures.iter().rev().map(|disclosure| DisclosureInfo::new(unit, disclosure)).collect())
}

/// What the pages over all units are made from.
pub(super) struct Shared<'a> {
    pub catalog: &'a Catalog,
    pub units: &'a [UnitInfo],
    /// Lines of all documents.
    pub lines: u64,
    /// Site-wide data files, with their bytes.
    pub downloads: Vec<(String, u64)>,
    pub editor_pages: &'a [TextFile],
}

/// Writes the pages over all units; gives their paths.
pub(super) fn publish_shared(shared: &Shared<'_>, renderer: &Renderer, site: &Site) -> Result<Vec<String>, Failure> {
    let functions: Vec<FunctionInfo> = shared.catalog.functions.values().map(function_info).collect();
    let projects: Vec<ProjectInfo> = shared.catalog.projects.iter().map(|line| project_info(line, shared.catalog)).collect();
    let mut pages = vec![
        Page::Home(Box::new(view::home_page(counts(shared), shared.units, &functions))),
        Page::Units(Box::new(view::units_page(shared.units))),
        Page::Functions(Box::new(view::functions_page(&functions))),
        Page::Projects(Box::new(view::projects_page(&projects))),
        Page::Data(Box::new(view::data_page(downloads(&shared.downloads), dictionary()))),
    ];
    pages.extend(shared.editor_pages.iter().map(|page| {
        Page::Prose(Box::new(view::prose_page(&editor_path(page), &editor_title(page), &page.text)))
    }));
    let mut paths = Vec::new();
    for page in pages {
        paths.extend(write(Rendered::of([page], renderer)?, site)?);
    }
    for (info, function) in functions.iter().zip(shared.catalog.functions.values()) {
        let spending: Vec<FunctionSpending> = function.entries.iter().map(|entry| spending(entry, shared.catalog)).collect();
        let page = Page::Function(Box::new(view::function_page(info, &functions, &spending)));
        paths.extend(write(Rendered::of([page], renderer)?, site)?);
    }
    Ok(paths)
}

/// Writes what no page stands for: static files, the page for what is not there, the sitemap.
pub(super) fn publish_frame(paths: &mut [String], renderer: &Renderer, site: &Site) -> Result<(), Failure> {
    paths.sort();
    let mut files = renderer.static_files();
    files.extend(renderer.files(&Page::NotFound(Box::new(view::not_found_page(&renderer.site().root()))))?);
    files.extend(renderer.sitemap(paths)?);
    Ok(files.iter().try_for_each(|file| site.write(&file.path, &file.bytes))?)
}

fn write(rendered: Rendered, site: &Site) -> Result<Vec<String>, Failure> {
    rendered.files.iter().try_for_each(|file| site.write(&file.path, &file.bytes))?;
    Ok(rendered.paths)
}

fn counts(shared: &Shared<'_>) -> HomeCounts {
    let disclosures = || shared.units.iter().flat_map(|unit| &unit.disclosures);
    HomeCounts {
        units: shared.units.len(),
        disclosures: disclosures().count(),
        figures: disclosures().map(|disclosure| disclosure.figures).sum(),
        projects: shared.catalog.projects.len(),
        lines: shared.lines,
    }
}

fn amount(amount: &Amount) -> AmountInfo {
    AmountInfo {
        money: amount.money,
        printed: amount.printed.clone(),
        denomination: amount.denomination,
        figure: amount.figure.to_string(),
        table: amount.table.clone(),
        line: amount.line,
    }
}

fn function_info(function: &Item) -> FunctionInfo {
    let mut units: Vec<&UnitId> = function.entries.iter().map(|entry| &entry.disclosure.unit).collect();
    units.dedup();
    FunctionInfo { code: function.code.clone(), name: function.name.clone(), units: units.len(), disclosures: function.entries.len() }
}

fn unit_name(id: &UnitId, catalog: &Catalog) -> String {
    catalog.units.get(id).map(|entry| entry.unit.name.clone()).unwrap_or_default()
}

fn spending(entry: &ItemEntry, catalog: &Catalog) -> FunctionSpending {
    FunctionSpending {
        id: entry.disclosure.clone(),
        unit_name: unit_name(&entry.disclosure.unit, catalog),
        scope: entry.scope,
        label: entry.name.clone(),
        total: entry.total.as_ref().map(amount),
        basic: entry.basic.as_ref().map(amount),
        project: entry.project.as_ref().map(amount),
    }
}

fn project_info(line: &ProjectLine, catalog: &Catalog) -> ProjectInfo {
    let disclosures = catalog.units.get(&line.disclosure.unit).map(|entry| entry.disclosures.as_slice()).unwrap_or_default();
    ProjectInfo {
        id: line.disclosure.clone(),
        unit_name: unit_name(&line.disclosure.unit, catalog),
        scope: disclosures.iter().find(|entry| entry.id == line.disclosure).and_then(|entry| entry.scope),
        name: line.name.clone(),
        amount: line.amount.as_ref().map(amount),
        carried_over: line.carried_over,
        line: line.line,
    }
}

fn downloads(written: &[(String, u64)]) -> Vec<view::Download> {
    let description = |name: &str| {
        let table = name.split('.').next().unwrap_or_default();
        data::schemas().find(|schema| schema.name == table).map(|schema| schema.chinese.to_owned()).unwrap_or_default()
    };
    written.iter().map(|(name, bytes)| view::Download { name: name.clone(), rows: None, bytes: *bytes, description: description(name) }).collect()
}

fn dictionary() -> Vec<view::Dictionary> {
    data::schemas()
        .map(|schema| view::Dictionary {
            file: format!("{}.csv", schema.name),
            fields: schema
                .fields
                .iter()
                .map(|field| view::Field { name: field.name.to_owned(), kind: field.field_type.name().to_owned(), description: field.chinese.to_owned() })
                .collect(),
        })
        .collect()
}
