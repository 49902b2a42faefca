//! Units, and their disclosures as read from their texts.

use std::sync::Arc;

use super::block::Block;
use super::claim::{Claim, Department, Term};
use super::finding::Audit;
use super::form::Form;
use super::ids::{DisclosureId, FiscalYear, Scope, Stage, UnitId};
use super::money::Denomination;
use super::project::Project;
use super::table::Table;
use crate::text::{LineRange, SourceText};

/// A heading and the lines up to the next one of its depth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading as printed, without markup.
    pub heading: String,
    /// 1 for 第一部分, 2 for a title without number, 3 for 一、, 4 for （一）, 5 for 1、, 6 for (1); rebuilt from the
    /// numbering, since the depth of `#` cannot be trusted.
    pub depth: u8,
    /// Heading to last line.
    pub lines: LineRange,
}

/// What the reader found in one document. It says nothing of where the document came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The title on the cover, without the unit's name where that stands apart.
    pub title: String,
    /// The unit's name as printed, most often above the tables.
    pub unit_name: String,
    /// The scope the title names (部门决算, 单位决算).
    pub scope: Option<Scope>,
    /// The fiscal year the title names.
    pub year: Option<FiscalYear>,
    /// The stage the title names.
    pub stage: Option<Stage>,
    /// The denomination of most standard tables.
    pub denomination: Option<Denomination>,
    /// Standard tables and generic grids, in document order.
    pub tables: Vec<Table>,
    /// Every place in which the document speaks of a project, in document order.
    pub forms: Vec<Form>,
    /// The projects these places are about, in order of first appearance.
    pub projects: Vec<Project>,
    /// Figures stated in prose, in document order.
    pub claims: Vec<Claim>,
    /// The unit's own divisions (内设机构), in document order.
    pub departments: Vec<Department>,
    /// Terms the document explains, in document order.
    pub terms: Vec<Term>,
    /// Headings outside the table of contents, in document order.
    pub sections: Vec<Section>,
    /// The block ledger, in document order.
    pub blocks: Vec<Block>,
}

/// A publishing body, as the editor describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id, part of every URL.
    pub id: UnitId,
    /// Its full name.
    pub name: String,
    /// A shorter one for lists; the full name if there is none.
    pub short_name: String,
    /// Names it had before.
    pub former_names: Vec<String>,
    /// Division code of GB/T 2260; may be empty.
    pub region: String,
    /// Name of the division, from the largest to the smallest (`江苏省昆山市`); may be empty.
    pub region_name: String,
    /// Administrative level (`county` …); may be empty.
    pub level: String,
    /// Budget department code; may be empty.
    pub department_code: String,
    /// The unit it belongs to.
    pub parent: Option<UnitId>,
    /// What its disclosures cover, where the editor says so.
    pub scope: Option<Scope>,
    /// The editor's tags.
    pub tags: Vec<String>,
    /// The editor's notes, in Markdown.
    pub notes: Option<String>,
}

impl Unit {
    /// A unit of which nothing but its name is known.
    pub fn new(id: UnitId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            short_name: name.to_owned(),
            former_names: Vec::new(),
            region: String::new(),
            region_name: String::new(),
            level: String::new(),
            department_code: String::new(),
            parent: None,
            scope: None,
            tags: Vec::new(),
            notes: None,
        }
    }
}

/// One published document: where it came from, its text, and what was read in it.
#[derive(Clone, Debug)]
pub struct Disclosure {
    /// Unit, year and stage, from the folder and file name.
    pub id: DisclosureId,
    /// Path of the text below the root.
    pub source_path: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub source_sha256: String,
    /// Where the original is published; may be empty.
    pub source_url: String,
    /// ISO date of publication; may be empty.
    pub published_on: String,
    /// ISO date on which the budget or accounts were approved; may be empty.
    pub approved_on: String,
    /// Whether the prose is summarised by the editor instead of complete.
    pub abridged: bool,
    /// What it covers: the editor's word, else the title's.
    pub scope: Option<Scope>,
    /// The decoded, redacted text.
    pub source: Arc<SourceText>,
    /// What was read in it.
    pub reading: Reading,
    /// What the audit of it came to.
    pub audit: Audit,
}

impl Disclosure {
    /// A document of which nothing but its text is known, not audited yet.
    pub fn new(
        id: DisclosureId,
        source_path: &str,
        source: impl Into<Arc<SourceText>>,
        reading: Reading,
    ) -> Self {
        Self {
            id,
            source_path: source_path.to_owned(),
            source_sha256: String::new(),
            source_url: String::new(),
            published_on: String::new(),
            approved_on: String::new(),
            abridged: false,
            scope: None,
            source: source.into(),
            reading,
            audit: Audit::default(),
        }
    }
}
