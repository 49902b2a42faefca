//! The kinds of page, and the files each becomes.

use serde::Serialize;
use tera::Context;

use super::error::RenderError;
use super::rows::Rows;
use super::view::{
    CheckView, ChecksView, DataView, DisclosureView, FindingView, FindingsView, GlossaryView, HomeView,
    ItemView, ItemsView, NotFoundView, PageHead, ProjectView, ProjectsView, ProseView, RegionView,
    RegionsView, SearchView, SourceView, TableView, TopicView, TopicsView, UnitView, UnitsView, YearView,
    YearsView,
};

/// A file to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Relative to the site's root.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// One page of the site.
#[derive(Clone, Debug)]
pub enum Page {
    /// `/`
    Home(Box<HomeView>),
    /// `/units/`
    Units(Box<UnitsView>),
    /// `/units/<unit>/`
    Unit(Box<UnitView>),
    /// `/units/<unit>/<year>/<stage>/`
    Disclosure(Box<DisclosureView>),
    /// `…/tables/<table>/`
    Table(Box<TableView>),
    /// `…/source/`
    Source(Box<SourceView>),
    /// `/functions/`, `/economics/`
    Items(Box<ItemsView>),
    /// `/functions/<code>/`, `/economics/<code>/`
    Item(Box<ItemView>),
    /// `…/projects/<slug>/`
    Project(Box<ProjectView>),
    /// `/projects/`
    Projects(Box<ProjectsView>),
    /// `/topics/`
    Topics(Box<TopicsView>),
    /// `/topics/<topic>/`
    Topic(Box<TopicView>),
    /// `/regions/`
    Regions(Box<RegionsView>),
    /// `/regions/<code>/`
    Region(Box<RegionView>),
    /// `/years/`
    Years(Box<YearsView>),
    /// `/years/<year>/`
    Year(Box<YearView>),
    /// `/findings/`
    Findings(Box<FindingsView>),
    /// `/findings/<finding>/`
    Finding(Box<FindingView>),
    /// `/checks/`
    Checks(Box<ChecksView>),
    /// `/checks/<code>/`
    Check(Box<CheckView>),
    /// `/search/`
    Search(Box<SearchView>),
    /// `/glossary/`
    Glossary(Box<GlossaryView>),
    /// `/data/`
    Data(Box<DataView>),
    /// A page of the editor's.
    Prose(Box<ProseView>),
    /// `/404.html`
    NotFound(Box<NotFoundView>),
}

/// Runs `$body` with the view of any page.
macro_rules! with_view {
    ($page:expr, $view:ident => $body:expr) => {
        match $page {
            Page::Home($view) => $body,
            Page::Units($view) => $body,
            Page::Unit($view) => $body,
            Page::Disclosure($view) => $body,
            Page::Table($view) => $body,
            Page::Source($view) => $body,
            Page::Items($view) => $body,
            Page::Item($view) => $body,
            Page::Project($view) => $body,
            Page::Projects($view) => $body,
            Page::Topics($view) => $body,
            Page::Topic($view) => $body,
            Page::Regions($view) => $body,
            Page::Region($view) => $body,
            Page::Years($view) => $body,
            Page::Year($view) => $body,
            Page::Findings($view) => $body,
            Page::Finding($view) => $body,
            Page::Checks($view) => $body,
            Page::Check($view) => $body,
            Page::Search($view) => $body,
            Page::Glossary($view) => $body,
            Page::Data($view) => $body,
            Page::Prose($view) => $body,
            Page::NotFound($view) => $body,
        }
    };
}

impl Page {
    /// Where the page is: a folder (`units/x/`, the home page ``).
    pub fn path(&self) -> &str {
        &self.head().path
    }

    pub(super) fn head(&self) -> &PageHead {
        with_view!(self, view => &view.head)
    }

    pub(super) fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Units(_) => "units.html",
            Self::Unit(_) => "unit.html",
            Self::Disclosure(_) => "disclosure.html",
            Self::Table(_) => "table.html",
            Self::Source(_) => "source.html",
            Self::Items(_) => "items.html",
            Self::Item(_) => "item.html",
            Self::Project(_) => "project.html",
            Self::Projects(_) => "projects.html",
            Self::Topics(_) => "topics.html",
            Self::Topic(_) => "topic.html",
            Self::Regions(_) => "regions.html",
            Self::Region(_) => "region.html",
            Self::Years(_) => "years.html",
            Self::Year(_) => "year.html",
            Self::Findings(_) => "findings.html",
            Self::Finding(_) => "finding.html",
            Self::Checks(_) => "checks.html",
            Self::Check(_) => "check.html",
            Self::Search(_) => "search.html",
            Self::Glossary(_) => "glossary.html",
            Self::Data(_) => "data.html",
            Self::Prose(_) => "prose.html",
            Self::NotFound(_) => "404.html",
        }
    }

    pub(super) fn context(&self) -> Result<Context, RenderError> {
        let mut context = Context::new();
        let value = with_view!(self, view => tera::Value::try_from_serializable(&**view))?;
        context.insert_value("page", value);
        Ok(context)
    }

    /// Whether the page shows rows, which are then in its `index.csv`.
    pub(super) fn has_csv(&self) -> bool {
        matches!(self, Self::Table(_)) || self.rows().is_some()
    }

    fn csv(&self) -> Result<Option<Vec<u8>>, RenderError> {
        match self {
            Self::Table(view) => Ok(Some(view.csv.clone())),
            _ => self.rows().map(|rows| rows.to_csv()).transpose(),
        }
    }

    fn rows(&self) -> Option<Rows> {
        match self {
            Self::Units(view) => Some(view.rows()),
            Self::Items(view) => Some(view.rows()),
            Self::Item(view) => Some(view.rows()),
            Self::Project(view) => Some(view.rows()),
            Self::Projects(view) => Some(view.rows()),
            Self::Topics(view) => Some(view.rows()),
            Self::Topic(view) => Some(view.rows()),
            Self::Regions(view) => Some(view.rows()),
            Self::Region(view) => Some(view.rows()),
            Self::Years(view) => Some(view.rows()),
            Self::Year(view) => Some(view.rows()),
            Self::Findings(view) => Some(view.rows()),
            Self::Checks(view) => Some(view.rows()),
            Self::Glossary(view) => Some(view.rows()),
            _ => None,
        }
    }

    pub(super) fn files(&self, html: String) -> Result<Vec<OutputFile>, RenderError> {
        if matches!(self, Self::NotFound(_)) {
            return Ok(vec![OutputFile { path: "404.html".into(), bytes: html.into_bytes() }]);
        }
        let file = |name: &str, bytes| OutputFile { path: format!("{}{name}", self.path()), bytes };
        let json = with_view!(self, view => to_json(&**view))?;
        let mut files = vec![file("index.html", html.into_bytes()), file("index.json", json)];
        files.extend(self.csv()?.map(|csv| file("index.csv", csv)));
        Ok(files)
    }
}

fn to_json(view: &impl Serialize) -> Result<Vec<u8>, RenderError> {
    let mut json = serde_json::to_vec(view)?;
    json.push(b'\n');
    Ok(json)
}
