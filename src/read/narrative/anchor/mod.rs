//! Anchors: the figure a claim quotes, found by what it is about and by its section, never by its value alone.
//!
//! The section says which tables are explained (`matter`), the subject which row or column is meant (`tables`, `special`,
//! `forms`). A value decides only between cells that the words fit equally well, and, among reasons, whether the same
//! thing is spoken of at all.

mod cells;
mod forms;
mod matter;
mod special;
mod tables;
mod wording;

use super::extract::Draft;
use crate::model::{Aspect, Basis, Claim, Quoted, Reading, Stage};

use cells::{Cells, Place};

/// What is looked for.
pub(super) struct Asked<'a> {
    cells: &'a Cells<'a>,
    stage: Stage,
    claim: &'a Claim,
    subject: &'a str,
    /// The subject of the amount that it is named as a part of; may be empty.
    whole: &'a str,
}

impl Asked<'_> {
    /// Whether a budget is meant, not what was spent.
    fn is_budget(&self) -> bool {
        self.claim.aspect == Aspect::Amount
            && matches!(self.claim.basis, Some(Basis::InitialBudget | Basis::AdjustedBudget | Basis::Budget))
    }
}

/// Finds the figure that each claim quotes.
pub(super) fn anchor(drafts: &mut [Draft], reading: &Reading, stage: Stage) {
    let cells = Cells::new(reading);
    let matters = matter::matters(&reading.sections);
    let found: Vec<Option<Quoted>> = drafts
        .iter()
        .map(|draft| {
            let matter = draft.claim.section.and_then(|section| matters.get(section).copied().flatten());
            quoted(draft, drafts, reading, &cells, matter, stage)
        })
        .collect();
    for (draft, quoted) in drafts.iter_mut().zip(found) {
        draft.claim.quoted = quoted;
    }
}

fn quoted(
    draft: &Draft,
    drafts: &[Draft],
    reading: &Reading,
    cells: &Cells<'_>,
    matter: Option<matter::Matter>,
    stage: Stage,
) -> Option<Quoted> {
    let claim = &draft.claim;
    if !can_quote(draft) {
        return None;
    }
    if let Some(form) = draft.form {
        return forms::within(reading, form, claim);
    }
    if let Some(told) = forms::told(reading, claim) {
        return Some(told);
    }
    let whole = claim.of.and_then(|of| drafts.get(of)).filter(|_| claim.aspect == Aspect::Amount);
    let whole = whole.map_or("", |whole| whole.claim.subject.as_str());
    let asked = Asked { cells, stage, claim, subject: &claim.subject, whole };
    let place = place(&asked, draft, matter)?;
    Some(cells.quoted(place))
}

/// Changes, amounts of other years, prices and bounds quote nothing.
fn can_quote(draft: &Draft) -> bool {
    let claim = &draft.claim;
    match claim.aspect {
        Aspect::Amount | Aspect::Count => claim.base.is_empty() && !draft.is_price && !draft.is_silent,
        Aspect::Share | Aspect::CompletionRate | Aspect::Score => true,
        Aspect::Threshold | Aspect::Change | Aspect::ChangeRate | Aspect::Rate => false,
    }
}

fn place(asked: &Asked<'_>, draft: &Draft, matter: Option<matter::Matter>) -> Option<Place> {
    let claim = asked.claim;
    let special = special::find(asked, matter);
    let is_special = special.is_some();
    let places = special.unwrap_or_else(|| {
        let places = matter.map(|matter| tables::find(asked, matter)).unwrap_or_default();
        if places.is_empty() { special::project(asked) } else { places }
    });
    // A final account's tables hold no budgets but those of 三公经费.
    let holds = matter == Some(matter::Matter::ThreePublic) || claim.subject.contains("三公");
    let fits_stage = match asked.stage {
        Stage::Final => !asked.is_budget() || holds,
        Stage::Budget => claim.basis != Some(Basis::Final),
    };
    let place = asked.cells.only(&places, claim).filter(|_| fits_stage)?;
    let is_aside = matter.is_none_or(|matter| matter == matter::Matter::Operating) && !is_special;
    let is_strict = draft.explains || is_aside;
    (!is_strict || draft.is_named && asked.cells.agrees(place, claim)).then_some(place)
}
