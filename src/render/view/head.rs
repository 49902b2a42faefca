//! What stands above every page: where it is, whose it is.

use serde::Serialize;

use crate::catalog::url;
use crate::model::{Disclosure, Scope, Stage, Unit};
use crate::render::format::hash_prefix;
use crate::render::link::{Linker, external};

/// The part of the site a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// The home page.
    Home,
    /// Units and everything below them.
    Units,
    /// Functions.
    Functions,
    /// Projects.
    Projects,
    /// Topics.
    Topics,
    /// Findings and checks.
    Findings,
    /// The search page.
    Search,
    /// Downloads.
    Data,
    /// Pages of the editor's, and the one for what is not there.
    Other,
}

/// Where a page is.
#[derive(Clone, Debug, Serialize)]
pub struct PageHead {
    /// Its folder below the site's root.
    pub path: String,
    /// Its part of the site.
    pub section: Section,
    /// From the home page down; the last one is the page itself.
    pub crumbs: Vec<Crumb>,
}

impl PageHead {
    pub(super) fn new(path: &str, section: Section, crumbs: Vec<Crumb>) -> Self {
        Self { path: path.to_owned(), section, crumbs }
    }
}

/// A step of the breadcrumb: a message (`crumb.<key>`, filled with `text`) or a text of its own.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Message; empty for a text of its own.
    pub key: &'static str,
    /// The text.
    pub text: String,
    /// Empty for the page itself.
    pub href: String,
}

impl Crumb {
    pub(super) fn word(key: &'static str, href: String) -> Self {
        Self { key, text: String::new(), href }
    }

    pub(super) fn text(text: &str, href: String) -> Self {
        Self { key: "", text: text.to_owned(), href }
    }
}

/// A link with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Its text.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// A link to a line of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineLink {
    /// 1-based.
    pub line: u32,
    /// Where it leads.
    pub href: String,
}

/// Whose disclosure a page is about, and where the document came from.
#[derive(Clone, Debug, Serialize)]
pub struct DisclosureName {
    /// `<unit>/<year>/<stage>`
    pub id: String,
    /// The unit's name.
    pub unit: String,
    /// Its page.
    pub unit_href: String,
    /// Fiscal year.
    pub year: u16,
    /// `budget` or `final`.
    pub stage: &'static str,
    /// `department`, `unit` or empty.
    pub scope: &'static str,
    /// The title on the cover; may be empty.
    pub title: String,
    /// The disclosure's page.
    pub href: String,
    /// The page with its text, without an anchor.
    pub source_href: String,
    /// The unit's own document; empty if it is not known.
    pub source_url: String,
    /// Where the text lies in the archive's sources.
    pub source_path: String,
    /// Of the file as it was published here.
    pub sha256: String,
    /// Its first digits.
    pub sha256_prefix: String,
    /// ISO date; empty if it is not known.
    pub published_on: String,
    /// Whether the prose is summarised by the editor.
    pub abridged: bool,
}

impl DisclosureName {
    pub(super) fn new(unit: &Unit, disclosure: &Disclosure, linker: &Linker) -> Self {
        Self {
            id: disclosure.id.to_string(),
            unit: unit.name.clone(),
            unit_href: linker.to(&url::unit(&unit.id)),
            year: disclosure.id.year.get(),
            stage: disclosure.id.stage.name(),
            scope: disclosure.scope.map_or("", Scope::name),
            title: disclosure.reading.title.clone(),
            href: linker.to(&url::disclosure(&disclosure.id)),
            source_href: linker.to(&url::source(&disclosure.id)),
            source_url: external(&disclosure.source_url).unwrap_or_default(),
            source_path: disclosure.source_path.clone(),
            sha256: disclosure.source_sha256.clone(),
            sha256_prefix: hash_prefix(&disclosure.source_sha256),
            published_on: disclosure.published_on.clone(),
            abridged: disclosure.abridged,
        }
    }

    pub(super) fn line(&self, line: u32) -> LineLink {
        LineLink { line, href: format!("{}#L{line}", self.source_href) }
    }
}

/// The message of a disclosure's crumb.
pub(super) fn stage_crumb(stage: Stage) -> &'static str {
    match stage {
        Stage::Budget => "budget",
        Stage::Final => "final",
    }
}

/// Home › units › the unit › the disclosure, all of them links.
pub(super) fn disclosure_crumbs(unit: &Unit, disclosure: &Disclosure, linker: &Linker) -> Vec<Crumb> {
    let year = disclosure.id.year.to_string();
    let href = linker.to(&url::disclosure(&disclosure.id));
    let mut crumbs = unit_crumbs(unit, linker);
    crumbs.push(Crumb { key: stage_crumb(disclosure.id.stage), text: year, href });
    crumbs
}

/// Home › units › the unit, all of them links.
pub(super) fn unit_crumbs(unit: &Unit, linker: &Linker) -> Vec<Crumb> {
    vec![
        Crumb::word("home", linker.to("")),
        Crumb::word("units", linker.to(url::UNITS)),
        Crumb::text(&unit.short_name, linker.to(&url::unit(&unit.id))),
    ]
}

/// Home › a part of the site.
pub(super) fn top_crumbs(key: &'static str, linker: &Linker) -> Vec<Crumb> {
    vec![Crumb::word("home", linker.to("")), Crumb::word(key, String::new())]
}

/// Takes the link off the last step, which is the page itself.
pub(super) fn here(mut crumbs: Vec<Crumb>) -> Vec<Crumb> {
    if let Some(last) = crumbs.last_mut() {
        last.href.clear();
    }
    crumbs
}
