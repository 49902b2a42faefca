//! Which pages there are, and what each is made from.

use crate::audit::Settings;
use crate::catalog::{Catalog, CatalogFinding, CatalogProject, Classification, url};
use crate::config::BaseUrl;
use crate::content::TextFile;
use crate::data;
use crate::index;
use crate::model::{Disclosure, Topic, Unit, UnitId};
use crate::publish::Site;
use crate::render::view::{self, DisclosureInfo, HomeCounts, UnitInfo};
use crate::render::{OutputFile, Page, RenderError, Renderer, SiteInfo, SitePage};

use super::sources::{Sources, UnitSources};
use super::{Failure, INDEX_FOLDER};

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
pub(super) fn site_info(sources: &Sources, base_url: Option<&BaseUrl>) -> SiteInfo {
    let Sources { site, pages, topics, .. } = sources;
    SiteInfo {
        title: site.title.clone(),
        tagline: site.description.clone().unwrap_or_default(),
        base_url: base_url.or(site.base_url.as_ref()).map(ToString::to_string).unwrap_or_default(),
        language: site.language.tag().to_owned(),
        licence: site.licence.clone().unwrap_or_default(),
        contact: site.contact.clone().unwrap_or_default(),
        has_topics: !topics.is_empty(),
        pages: pages
            .iter()
            .map(|page| SitePage { path: editor_path(page), title: editor_title(page) })
            .collect(),
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
    heading.map_or_else(
        || editor_path(page).trim_end_matches('/').to_owned(),
        |heading| heading.trim().to_owned(),
    )
}

/// Topics as search records.
pub(super) fn topic_records(topics: &[Topic]) -> Vec<gongkai_search::Record> {
    let record = |topic: &Topic| {
        let body =
            [&topic.description].into_iter().chain(&topic.notes).map(String::as_str).collect::<Vec<_>>();
        index::page_record(&url::topic(&topic.id), &topic.name, &body.join("\n"))
    };
    topics.iter().map(record).collect()
}

/// The editor's pages as search records.
pub(super) fn editor_records(pages: &[TextFile]) -> Vec<gongkai_search::Record> {
    pages.iter().map(|page| index::page_record(&editor_path(page), &editor_title(page), &page.text)).collect()
}

pub(super) fn unit_folder(unit: &Unit) -> String {
    url::unit(&unit.id)
}

pub(super) fn disclosure_folder(disclosure: &Disclosure) -> String {
    url::disclosure(&disclosure.id)
}

/// The pages of a disclosure: itself, its tables, its projects, its source. `projects` are those of the unit.
pub(super) fn of_disclosure(
    unit: &Unit,
    disclosure: &Disclosure,
    projects: &[CatalogProject],
    sources: &Sources,
    renderer: &Renderer,
) -> Result<Rendered, Failure> {
    let Sources { registry, topics, .. } = sources;
    let own =
        Page::Disclosure(Box::new(view::disclosure_page(unit, disclosure, registry, renderer.messages())));
    let source = Page::Source(Box::new(view::source_page(unit, disclosure)));
    let tables =
        disclosure.reading.tables.iter().map(|table| {
            Page::Table(Box::new(view::table_page(unit, disclosure, table, renderer.messages())))
        });
    let findings = view::finding_pages(unit, disclosure, renderer.messages());
    let findings = findings.into_iter().map(|finding| Page::Finding(Box::new(finding)));
    let projects = disclosure.reading.projects.iter().map(|project| {
        let page = view::project_page(unit, disclosure, project, projects, topics, renderer.messages());
        Page::Project(Box::new(page))
    });
    Ok(Rendered::of([own, source].into_iter().chain(tables).chain(projects).chain(findings), renderer)?)
}

/// The page of a unit.
pub(super) fn of_unit(
    info: &UnitInfo,
    unit: &Unit,
    findings: &[CatalogFinding],
    units: &[UnitSources],
    renderer: &Renderer,
) -> Result<Rendered, Failure> {
    let named =
        |id: &UnitId| units.iter().find(|other| other.unit.id == *id).map(|other| other.unit.name.as_str());
    let parent = unit.parent.as_ref().and_then(|id| Some((id, named(id)?)));
    let page = view::unit_page(unit, &info.disclosures, findings, parent, renderer.messages());
    Ok(Rendered::of([Page::Unit(Box::new(page))], renderer)?)
}

/// What lists keep of a unit, its newest disclosure first.
pub(super) fn unit_info(unit: &Unit, disclosures: &[Disclosure]) -> UnitInfo {
    UnitInfo::new(
        unit,
        disclosures.iter().rev().map(|disclosure| DisclosureInfo::new(unit, disclosure)).collect(),
    )
}

/// What the pages over all units are made from.
pub(super) struct Shared<'a> {
    pub catalog: &'a Catalog,
    pub topics: &'a [Topic],
    pub units: &'a [UnitInfo],
    /// Lines of all documents.
    pub lines: u64,
    /// Site-wide data files, with their bytes.
    pub downloads: Vec<(String, u64)>,
    pub editor_pages: &'a [TextFile],
    /// How checks are set.
    pub settings: &'a Settings,
}

/// Writes the pages over all units; gives their paths.
pub(super) fn publish_shared(
    shared: &Shared<'_>,
    renderer: &Renderer,
    site: &Site,
) -> Result<Vec<String>, Failure> {
    let catalog = shared.catalog;
    let single = [
        Page::Home(Box::new(view::home_page(counts(shared), shared.units, catalog, shared.topics))),
        Page::Units(Box::new(view::units_page(shared.units))),
        Page::Projects(Box::new(view::projects_page(catalog))),
        Page::Regions(Box::new(view::regions_page(catalog))),
        Page::Years(Box::new(view::years_page(catalog))),
        Page::Findings(Box::new(view::findings_page(catalog, renderer.messages()))),
        Page::Checks(Box::new(view::checks_page(catalog, renderer.messages()))),
        Page::Search(Box::new(view::search_page(INDEX_FOLDER, catalog))),
        Page::Glossary(Box::new(view::glossary_page(catalog))),
        Page::Data(Box::new(view::data_page(downloads(&shared.downloads), dictionary()))),
    ];
    let written = shared.editor_pages.iter().map(|page| {
        Page::Prose(Box::new(view::prose_page(&editor_path(page), &editor_title(page), &page.text)))
    });
    let classified =
        [Classification::Function, Classification::Economic].into_iter().flat_map(|classification| {
            let list = Page::Items(Box::new(view::items_page(classification, catalog)));
            let items = catalog.items(classification).values();
            std::iter::once(list).chain(
                items.map(move |item| Page::Item(Box::new(view::item_page(classification, item, catalog)))),
            )
        });
    let list = Page::Topics(Box::new(view::topics_page(shared.topics, catalog)));
    let topics = shared
        .topics
        .iter()
        .map(|topic| Page::Topic(Box::new(view::topic_page(topic, catalog, renderer.messages()))));
    let topics = (!shared.topics.is_empty()).then_some(list).into_iter().chain(topics);
    let places = view::region_pages(catalog).into_iter().map(|region| Page::Region(Box::new(region)));
    let years = view::year_pages(catalog).into_iter().map(|year| Page::Year(Box::new(year)));
    let checks = view::check_pages(catalog, shared.settings, renderer.messages());
    let checks = checks.into_iter().map(|check| Page::Check(Box::new(check)));
    let mut paths = Vec::new();
    for page in single
        .into_iter()
        .chain(written)
        .chain(classified)
        .chain(topics)
        .chain(places)
        .chain(years)
        .chain(checks)
    {
        paths.extend(write(Rendered::of([page], renderer)?, site)?);
    }
    Ok(paths)
}

/// Writes what no page stands for: static files, the page for what is not there, the sitemap.
pub(super) fn publish_frame(paths: &mut [String], renderer: &Renderer, site: &Site) -> Result<(), Failure> {
    paths.sort();
    let mut files = renderer.static_files();
    files.extend(renderer.files(&Page::NotFound(Box::new(view::not_found_page(&renderer.site().root()))))?);
    files.push(renderer.sitemap(paths)?);
    files.extend(renderer.opensearch()?);
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

fn downloads(written: &[(String, u64)]) -> Vec<view::Download> {
    let description = |name: &str| {
        if name == data::DATABASE {
            return data::DATABASE_CHINESE.to_owned();
        }
        let table = name.split('.').next().unwrap_or_default();
        data::schemas()
            .find(|schema| schema.name == table)
            .map(|schema| schema.chinese.to_owned())
            .unwrap_or_default()
    };
    written
        .iter()
        .map(|(name, bytes)| view::Download {
            name: name.clone(),
            rows: None,
            bytes: *bytes,
            description: description(name),
        })
        .collect()
}

fn dictionary() -> Vec<view::Dictionary> {
    data::schemas()
        .map(|schema| view::Dictionary {
            file: format!("{}.csv", schema.name),
            fields: schema
                .fields
                .iter()
                .map(|field| view::Field {
                    name: field.name.to_owned(),
                    kind: field.field_type.name().to_owned(),
                    description: field.chinese.to_owned(),
                })
                .collect(),
        })
        .collect()
}
