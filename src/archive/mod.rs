//! `build`: the whole flow, from sources to a published site; and `check`, which stops before the site.

mod allowances;
mod audits;
mod check;
mod datasets;
mod document;
mod pages;
mod phases;
mod search_index;
mod sources;
mod unit_site;

use std::collections::BTreeSet;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::audit::Settings;
use crate::catalog::CatalogBuilder;
use crate::config::BaseUrl;
use crate::content;
use crate::diag::{self, Diagnostic, Warned, codes};
use crate::publish::{Guarded, PublishError, Report, Site};
use crate::render::view::UnitInfo;
use crate::render::{Renderer, Theme};

pub use check::{Checked, Found, check};
pub use phases::{Phase, Phases};
pub use search_index::INDEX_FOLDER;
use sources::Sources;
use unit_site::UnitSite;

/// Units worked on before their small rows are joined: bounds memory, keeps all threads busy.
const UNITS_AT_A_TIME: usize = 64;

/// What to build.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder with `site.toml`, `content/` and `themes/`.
    pub root: PathBuf,
    /// The folder of the site.
    pub output: PathBuf,
    /// Where the site will stand, if not where `site.toml` says.
    pub base_url: Option<BaseUrl>,
}

/// What is told while a build goes on.
pub trait Progress: Sync {
    /// So many disclosures will be read.
    fn begin(&self, disclosures: usize);
    /// One more is done.
    fn step(&self);
    /// All are done.
    fn end(&self);
}

/// A build that came to its end.
#[derive(Debug)]
pub struct Built {
    /// What was published.
    pub report: Report,
    /// Units of the archive.
    pub units: usize,
    /// Disclosures that were read.
    pub disclosures: usize,
    /// Figures in their tables.
    pub figures: usize,
    /// Pages of the site.
    pub pages: usize,
    /// How long it took.
    pub phases: Phases,
}

/// Builds and publishes the site. Problems of single documents never stop it; `Err` says why nothing was published,
/// and the site published before is then untouched. All diagnostics are in order of file and line.
pub fn build(options: &Options, progress: &dyn Progress) -> Warned<Result<Built, Box<Diagnostic>>> {
    let phases = Phases::default();
    let mut said = Vec::new();
    let sources = phases.time(Phase::Content, || sources::sources(&options.root)).unwarn(&mut said);
    let value = publish(options, &sources, progress, phases, &mut said);
    diag::sort(&mut said);
    Warned { value: value.map_err(|failure| Box::new(failure.diagnostic())), diagnostics: said }
}

fn publish(
    options: &Options,
    sources: &Sources,
    progress: &dyn Progress,
    phases: Phases,
    said: &mut Vec<Diagnostic>,
) -> Result<Built, Failure> {
    if sources.units.is_empty() {
        return Err(Failure::NoUnits);
    }
    let files = content::theme(&options.root, &sources.site.theme).unwarn(said);
    let info = pages::site_info(sources, options.base_url.as_ref());
    let renderer = Renderer::new(Theme::with_overrides(files.files), info)?;
    let guard = Guarded::new(&options.root).input("content").input("themes");
    let site = Site::open(&options.output, &guard)?;
    let mut data = datasets::SiteData::new(&site, &renderer, &sources.units)?;
    let settings = Settings::new(&sources.site.audit).unwarn(said);
    let parts = phases.time(Phase::Read, || audits::parts(sources));
    let work = Work {
        sources,
        renderer: &renderer,
        site: &site,
        phases: &phases,
        progress,
        settings: &settings,
        parts: &parts,
    };
    let Gathered { catalog, units, mut records, mut paths, lines, allowed } =
        publish_units(&work, &mut data, said)?;
    said.extend(allowances::stale(&sources.site, &allowed));
    let downloads = phases.time(Phase::Data, || data.finish())?;
    let catalog = catalog.finish();
    let shared = pages::Shared {
        catalog: &catalog,
        topics: &sources.topics,
        units: &units,
        lines,
        downloads,
        editor_pages: &sources.pages,
        settings: &settings,
    };
    paths.extend(phases.time(Phase::Render, || pages::publish_shared(&shared, &renderer, &site))?);
    records.extend(pages::editor_records(&sources.pages));
    records.extend(pages::topic_records(&sources.topics));
    phases.time(Phase::Index, || search_index::write(records, &sources.synonyms, &renderer, &site))?;
    pages::publish_frame(&mut paths, &renderer, &site)?;
    let report = phases.time(Phase::Publish, || site.publish())?;
    let disclosures = || units.iter().flat_map(|unit| &unit.disclosures);
    let figures = disclosures().map(|disclosure| disclosure.figures).sum();
    Ok(Built {
        report,
        units: units.len(),
        disclosures: disclosures().count(),
        figures,
        pages: paths.len(),
        phases,
    })
}

/// What every part of a build works with.
struct Work<'a> {
    sources: &'a Sources,
    renderer: &'a Renderer,
    site: &'a Site,
    phases: &'a Phases,
    progress: &'a dyn Progress,
    /// How checks are set.
    settings: &'a Settings,
    /// What departments are the sum of.
    parts: &'a audits::Parts,
}

/// The small rows that are kept of all units.
#[derive(Default)]
struct Gathered {
    catalog: CatalogBuilder,
    units: Vec<UnitInfo>,
    records: Vec<gongkai_search::Record>,
    paths: Vec<String>,
    lines: u64,
    /// Which entries of `[[redact.allow]]` were needed.
    allowed: BTreeSet<usize>,
}

/// Publishes unit by unit, in parallel, and joins what is left of them in the order of their ids.
fn publish_units(
    work: &Work<'_>,
    data: &mut datasets::SiteData<'_>,
    said: &mut Vec<Diagnostic>,
) -> Result<Gathered, Failure> {
    let mut gathered = Gathered::default();
    work.progress.begin(work.sources.units.iter().map(|unit| unit.files.len()).sum());
    for units in work.sources.units.chunks(UNITS_AT_A_TIME) {
        for unit in units
            .par_iter()
            .map(|unit| UnitSite::publish(unit, work))
            .collect::<Result<Vec<UnitSite>, Failure>>()?
        {
            work.phases.time(Phase::Data, || data.add(&unit.parts))?;
            gathered.catalog = gathered.catalog.merge(unit.catalog);
            gathered.units.push(unit.info);
            gathered.records.extend(unit.records);
            gathered.paths.extend(unit.paths);
            gathered.lines += unit.lines;
            gathered.allowed.extend(unit.allowed);
            said.extend(unit.diagnostics);
        }
    }
    work.progress.end();
    Ok(gathered)
}

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("there is nothing to publish: no unit could be used")]
    NoUnits,
    #[error(transparent)]
    Publish(#[from] PublishError),
    #[error(transparent)]
    Render(#[from] crate::render::RenderError),
    #[error("a data file could not be written: {0}")]
    Data(#[from] std::io::Error),
    #[error(transparent)]
    Index(#[from] gongkai_search::Error),
}

impl Failure {
    fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::NoUnits => {
                Diagnostic::of(codes::NO_UNITS, self.to_string()).hint("See the messages above.")
            }
            Self::Publish(error) => error.diagnostic(),
            Self::Render(error) => Diagnostic::of(codes::TEMPLATE_FAILED, error.to_string()),
            Self::Data(error) => Diagnostic::of(codes::WRITE_FAILED, error.to_string()),
            Self::Index(error) => Diagnostic::of(codes::INDEX_UNUSABLE, error.to_string()),
        }
    }
}
