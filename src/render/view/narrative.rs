//! What the prose of a document says of the unit itself: its divisions, its posts and staff, the terms it explains.

use serde::Serialize;

use super::head::{DisclosureName, LineLink};
use crate::model::{Aspect, Claim, Disclosure, Measure, Reading};
use crate::text::LineRange;

/// A division of the unit (内设机构).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DivisionView {
    /// As printed.
    pub name: String,
    /// The line.
    pub at: LineLink,
}

/// A number of posts or of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StaffView {
    /// What is counted, as printed (核定编制, 实有在职).
    pub subject: String,
    /// As printed.
    pub printed: String,
    /// The number.
    pub value: String,
    /// The line.
    pub at: LineLink,
}

/// A term and what the document says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermView {
    /// As printed.
    pub term: String,
    /// As printed.
    pub definition: String,
    /// The line.
    pub at: LineLink,
}

/// What the prose says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NarrativeView {
    /// Divisions of the unit.
    pub divisions: Vec<DivisionView>,
    /// Posts and staff.
    pub staff: Vec<StaffView>,
    /// Terms.
    pub terms: Vec<TermView>,
    /// How many figures the prose states.
    pub claims: usize,
    /// How many of them quote a figure that was found.
    pub quoting: usize,
}

/// What the prose of a disclosure says.
pub(super) fn narrative(disclosure: &Disclosure, name: &DisclosureName) -> NarrativeView {
    let reading = &disclosure.reading;
    let division =
        |d: &crate::model::Department| DivisionView { name: d.name.clone(), at: name.line(d.line) };
    let term = |t: &crate::model::Term| TermView {
        term: t.term.clone(),
        definition: t.definition.clone(),
        at: name.line(t.line),
    };
    NarrativeView {
        divisions: reading.departments.iter().map(division).collect(),
        staff: staff_claims(reading).map(|claim| staff(claim, name)).collect(),
        terms: reading.terms.iter().map(term).collect(),
        claims: reading.claims.len(),
        quoting: reading.claims.iter().filter(|claim| claim.quoted.is_some()).count(),
    }
}

/// Words that posts and staff are counted under.
const STAFF: [&str; 9] = ["编制", "在编", "在职", "实有", "离休", "退休", "离退休", "领导职数", "其他人员"];

/// Words of the headings under which units describe themselves; elsewhere persons are counted to explain a change.
const DESCRIPTIONS: [&str; 6] = ["机构", "人员", "概况", "基本情况", "基本信息", "职责"];

fn staff_claims(reading: &Reading) -> impl Iterator<Item = &Claim> {
    let described: Vec<LineRange> = reading
        .sections
        .iter()
        .filter(|section| DESCRIPTIONS.iter().any(|word| section.heading.contains(word)))
        .map(|section| section.lines)
        .collect();
    let in_form =
        |line: u32| reading.forms.iter().any(|form| form.kind.is_of_unit() && form.lines.contains(line));
    reading.claims.iter().filter(move |claim| {
        let line = claim.span.line;
        is_staff(claim) && (described.iter().any(|lines| lines.contains(line)) || in_form(line))
    })
}

fn is_staff(claim: &Claim) -> bool {
    claim.aspect == Aspect::Count
        && claim.measure == Measure::Person
        && STAFF.iter().any(|word| claim.subject.contains(word))
}

fn staff(claim: &Claim, name: &DisclosureName) -> StaffView {
    StaffView {
        subject: claim.subject.clone(),
        printed: claim.printed.clone(),
        value: claim.value.to_string(),
        at: name.line(claim.span.line),
    }
}
