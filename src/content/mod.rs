//! Finds and reads sources and themes: the only room that reads what the editor wrote.
//!
//! Reading never fails. A folder or file that cannot be used is reported and left out; the rest is read. The
//! texts of disclosures, of which an archive may have very many, are read one at a time when they are needed.
#![allow(clippy::disallowed_methods, reason = "this is the door through which sources come in")]

mod folder;
mod names;
mod parents;
mod site;
mod source;
mod theme;
mod tree;
mod units;

use std::path::Path;

use crate::config::{DisclosureConfig, Regions, SiteConfig, UnitConfig};
use crate::diag::{Diagnostic, Place, Warned, codes};
use crate::model::ids::{Date, DisclosureId, UnitId};

pub use source::{SourceFile, TextFile};
pub use theme::{ThemeFiles, theme};

/// All sources of a site. Lists are sorted: units by id, files by path, disclosures by year and stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The settings of the site.
    pub site: SiteConfig,
    /// The units that can be used; the parents they name are among them.
    pub units: Vec<UnitFolder>,
    /// `content/pages/*.md`.
    pub pages: Vec<TextFile>,
    /// `content/topics.toml`, if there is one.
    pub topics: Option<TextFile>,
    /// `content/synonyms.txt`, if there is one.
    pub synonyms: Option<TextFile>,
    /// `content/regions.toml`, read.
    pub regions: Regions,
    /// `content/codes/*.toml`.
    pub codes: Vec<TextFile>,
    /// `content/registry/*.toml`.
    pub registry: Vec<TextFile>,
}

/// A folder with a `unit.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFolder {
    /// The folder's name.
    pub id: UnitId,
    /// Its path relative to the root, with `/` between folders.
    pub path: String,
    /// Its settings.
    pub config: UnitConfig,
    /// Its disclosures, by year and stage.
    pub disclosures: Vec<DisclosureFile>,
    /// `notes.md`, if there is one.
    pub notes: Option<TextFile>,
}

/// The text of a disclosure and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureFile {
    /// Unit, year and stage, by the names of folder and file.
    pub id: DisclosureId,
    /// The current issue, not read yet.
    pub text: SourceFile,
    /// Its settings; the defaults if there are none.
    pub config: DisclosureConfig,
    /// Earlier issues, oldest first.
    pub previous: Vec<EarlierIssue>,
}

/// An issue of a disclosure that a later one replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierIssue {
    /// The date in its file name.
    pub date: Date,
    /// Its text, not read yet.
    pub text: SourceFile,
}

/// Finds and reads everything below `root` but the themes and the texts of disclosures.
pub fn load(root: &Path) -> Warned<Content> {
    let mut said = Vec::new();
    let site = site::settings(root).unwarn(&mut said);
    let mut folders = tree::walk(root, "content").unwarn(&mut said);
    let shared = site::take_shared(&mut folders).unwarn(&mut said);
    let mut units = units::read(folders).unwarn(&mut said);
    parents::check(&mut units, &mut said);
    if units.is_empty() {
        said.push(nothing());
    }
    let site::Shared { pages, topics, synonyms, regions, codes, registry } = shared;
    Warned {
        value: Content { site, units, pages, topics, synonyms, regions, codes, registry },
        diagnostics: said,
    }
}

fn nothing() -> Diagnostic {
    Diagnostic::of(codes::NO_UNITS, "there is no unit in content/")
        .at(Place::file("content"))
        .hint("Make a folder content/<unit-id>/ with a file unit.toml in which stands: name = \"…\"")
        .hint("Put the texts of its disclosures beside it: 2024-budget.txt, 2024-final.txt, …")
}

#[cfg(test)]
mod tests;
