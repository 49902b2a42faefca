//! `<year>-<stage>.toml`: what the text of a disclosure does not say.

use super::reader::{self, Table};
use super::url::WebUrl;
use crate::diag::{Place, Placed, Warned};
use crate::model::ids::Date;

/// The settings of a disclosure, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisclosureConfig {
    /// How much of the original the text gives.
    pub text: TextKind,
    /// Its title, where the text has none.
    pub title: Option<String>,
    /// Where it was published.
    pub source_url: Option<WebUrl>,
    /// When it was published.
    pub published_on: Option<Date>,
    /// When it was approved.
    pub approved_on: Option<Date>,
    /// When the archive fetched it.
    pub retrieved_on: Option<Date>,
    /// SHA-256 of the original file: 64 lower-case hexadecimal digits.
    pub original_sha256: Option<String>,
    /// What the editor says about printed figures, in the order written.
    pub corrections: Vec<Correction>,
    /// What the unit or the editor replied to findings, in the order written.
    pub responses: Vec<Response>,
}

/// How much of the original a text gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// All of it.
    #[default]
    Complete,
    /// Tables as published, prose summarised by the editor.
    Abridged,
}

impl TextKind {
    /// The kind as it stands in settings and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Abridged => "abridged",
        }
    }
}

/// A printed figure that the editor says should be another. The printed one stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Which figure.
    pub target: CorrectionTarget,
    /// What is printed; if it no longer is, the correction is stale. Empty: nothing is printed.
    pub printed: String,
    /// What should be printed, in the same denomination.
    pub should_be: String,
    /// Why.
    pub reason: String,
    /// Where that can be seen.
    pub evidence: Option<String>,
    /// Whether sums over disclosures use the corrected figure.
    pub in_sums: bool,
    /// Where the entry stands.
    pub place: Place,
}

/// Which figure a correction is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorrectionTarget {
    /// A figure's id without its disclosure: `<table>.<row key>.<role>`.
    Figure(String),
    /// A line of the text.
    Line {
        /// 1-based.
        line: u32,
        /// 1-based, among the line's cells.
        cell: Option<u32>,
    },
}

/// A reply to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Which finding.
    pub target: ResponseTarget,
    /// What the reply amounts to.
    pub kind: ResponseKind,
    /// The reply itself.
    pub text: String,
    /// Where it was given.
    pub source: Option<WebUrl>,
    /// When it was given.
    pub date: Option<Date>,
    /// Where the entry stands.
    pub place: Place,
}

/// Which finding a response is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponseTarget {
    /// A finding's id: `<check>-<8 hex>`, in lower case.
    Finding(String),
    /// The finding of a check that names a line.
    Check {
        /// Code of the check, e.g. `F-05-04`.
        check: String,
        /// 1-based.
        line: u32,
    },
}

/// What a reply amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseKind {
    /// There is a reason for what was found.
    Explained,
    /// The unit has published a corrected version.
    Corrected,
    /// The archive's text differs from the original.
    ConversionError,
    /// It is as found.
    Confirmed,
}

impl ResponseKind {
    const ALL: [Self; 4] = [Self::Explained, Self::Corrected, Self::ConversionError, Self::Confirmed];

    /// The kind as it stands in settings and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Corrected => "corrected",
            Self::ConversionError => "conversion-error",
            Self::Confirmed => "confirmed",
        }
    }
}

impl DisclosureConfig {
    /// Reads the text of a `<year>-<stage>.toml`; `path` is for messages.
    pub fn read(path: &str, text: &str) -> Warned<Self> {
        reader::read(path, text, disclosure)
    }
}

fn disclosure(table: &mut Table) -> DisclosureConfig {
    let kinds = [TextKind::Complete, TextKind::Abridged].map(|kind| (kind.name(), kind));
    DisclosureConfig {
        text: table.word("text", &kinds).unwrap_or_default(),
        title: table.text("title").map(|title| title.value),
        source_url: table.parsed("source_url").map(|url| url.value),
        published_on: table.date("published_on"),
        approved_on: table.date("approved_on"),
        retrieved_on: table.date("retrieved_on"),
        original_sha256: sha256(table),
        corrections: table.tables("correction", correction),
        responses: table.tables("response", response),
    }
}

fn sha256(table: &mut Table) -> Option<String> {
    let Placed { value, place } = table.text("original_sha256")?;
    if value.len() != 64 || !value.bytes().all(|b| b.is_ascii_hexdigit()) {
        table.refuse(place, "`original_sha256` must be 64 hexadecimal digits");
        return None;
    }
    Some(value.to_ascii_lowercase())
}

fn correction(table: &mut Table) -> Option<Correction> {
    let place = table.place();
    let target = correction_target(table);
    let printed = table.required("printed", Table::literal);
    let should_be = table.required("should_be", Table::literal);
    let reason = table.required("reason", Table::text);
    let evidence = table.text("evidence").map(|text| text.value);
    let in_sums = table.flag("in_sums").unwrap_or(false);
    let (target, printed, should_be, reason) = (target?, printed?, should_be?, reason?.value);
    Some(Correction { target, printed, should_be, reason, evidence, in_sums, place })
}

fn correction_target(table: &mut Table) -> Option<CorrectionTarget> {
    let one_way = table.has("figure") != table.has("line") && !(table.has("figure") && table.has("cell"));
    let figure = figure(table);
    let (line, cell) = (table.ordinal("line"), table.ordinal("cell"));
    if !one_way {
        table.disagree("a correction names its figure either by `figure`, or by `line` and `cell`");
        return None;
    }
    figure.or_else(|| Some(CorrectionTarget::Line { line: line?, cell }))
}

fn figure(table: &mut Table) -> Option<CorrectionTarget> {
    let Placed { value, place } = table.text("figure")?;
    if value.contains('#') || value.split('.').count() != 3 {
        table.refuse(place, "`figure` must be `<table>.<row>.<role>`, without the disclosure");
        return None;
    }
    Some(CorrectionTarget::Figure(value))
}

fn response(table: &mut Table) -> Option<Response> {
    let place = table.place();
    let target = response_target(table);
    let kinds = ResponseKind::ALL.map(|kind| (kind.name(), kind));
    let kind = table.required("kind", |table, key| table.word(key, &kinds));
    let text = table.required("text", Table::text);
    let source = table.parsed("source").map(|url| url.value);
    let date = table.date("date");
    Some(Response { target: target?, kind: kind?, text: text?.value, source, date, place })
}

fn response_target(table: &mut Table) -> Option<ResponseTarget> {
    let by_finding = table.has("finding") && !table.has("check") && !table.has("line");
    let by_check = !table.has("finding") && table.has("check") && table.has("line");
    let (finding, check, line) = (finding(table), table.text("check"), table.ordinal("line"));
    if !by_finding && !by_check {
        table.disagree("a response names its finding either by `finding`, or by `check` and `line`");
        return None;
    }
    finding.or_else(|| Some(ResponseTarget::Check { check: check?.value, line: line? }))
}

fn finding(table: &mut Table) -> Option<ResponseTarget> {
    let Placed { value, place } = table.text("finding")?;
    let hash = value.rsplit_once('-').map_or("", |(_, hash)| hash);
    let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if hash.len() != 8 || !hash.bytes().all(hex) {
        table.refuse(place, "`finding` must be a finding's id, such as `f-05-04-0a1b2c3d`");
        return None;
    }
    Some(ResponseTarget::Finding(value))
}
