//! Claims by sentence and by what they are about.

use std::collections::BTreeMap;

use super::Facts;
use crate::model::{Aspect, Basis, Claim, FormKind, Quoted, Reading};
use crate::text::matching;

/// Where claims are to be found.
pub(super) struct Index {
    by_sentence: BTreeMap<u32, Vec<usize>>,
    by_subject: BTreeMap<String, Vec<usize>>,
    /// Each claim's subject, folded for comparison.
    subjects: Vec<String>,
    /// Whether each claim stands outside forms and speaks of none.
    is_narrative: Vec<bool>,
}

impl Index {
    pub fn new(reading: &Reading) -> Self {
        let mut index = Self {
            by_sentence: BTreeMap::new(),
            by_subject: BTreeMap::new(),
            subjects: Vec::new(),
            is_narrative: Vec::new(),
        };
        let grids = reading
            .forms
            .iter()
            .filter(|form| !matches!(form.kind, FormKind::NarrativeResult | FormKind::BudgetLine));
        let mut ranges: Vec<_> = grids.map(|form| (form.lines.first, form.lines.last)).collect();
        ranges.sort_unstable();
        for (position, claim) in reading.claims.iter().enumerate() {
            let subject = fold(&claim.subject);
            index.by_sentence.entry(claim.sentence).or_default().push(position);
            index.by_subject.entry(subject.clone()).or_default().push(position);
            index.subjects.push(subject);
            let line = claim.span.line;
            let before = ranges.partition_point(|(first, _)| *first <= line);
            let inside = ranges.get(..before).is_some_and(|some| some.iter().any(|(_, last)| *last >= line));
            index.is_narrative.push(!inside && !matches!(claim.quoted, Some(Quoted::Form(_))));
        }
        index
    }
}

/// A subject without brackets at its end and without the words that documents put in or leave out.
pub(in crate::audit) fn fold(subject: &str) -> String {
    let folded = matching(subject);
    let plain = folded
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .map_or(folded.as_str(), |(text, _)| text);
    plain.trim_start_matches("本年").to_owned()
}

impl<'a> Facts<'a> {
    /// Claims of the narrative, with their indices: those in forms and those that quote one are left out.
    pub fn narrative(&self) -> impl Iterator<Item = (usize, &'a Claim)> {
        self.claims().filter(|(index, _)| self.is_narrative(*index))
    }

    /// Claims of the narrative and of forms, without those that quote a form.
    pub fn narrative_or_form(&self) -> impl Iterator<Item = (usize, &'a Claim)> {
        self.claims().filter(|(_, claim)| !matches!(claim.quoted, Some(Quoted::Form(_))))
    }

    pub fn is_narrative(&self, claim: usize) -> bool {
        self.prose.is_narrative.get(claim).copied().unwrap_or_default()
    }

    /// A claim's subject, folded for comparison.
    pub fn subject(&self, claim: usize) -> &str {
        self.prose.subjects.get(claim).map_or("", String::as_str)
    }

    /// The claims of the sentence that this claim stands in, itself included.
    pub fn sentence(&self, claim: &Claim) -> impl Iterator<Item = (usize, &'a Claim)> {
        self.some(self.prose.by_sentence.get(&claim.sentence))
    }

    /// The claims about this (folded) subject, in document order.
    pub fn about(&self, subject: &str) -> impl Iterator<Item = (usize, &'a Claim)> {
        self.some(self.prose.by_subject.get(subject))
    }

    fn some(&self, indices: Option<&Vec<usize>>) -> impl Iterator<Item = (usize, &'a Claim)> {
        let claims = &self.reading.claims;
        let indices = indices.cloned().unwrap_or_default();
        indices.into_iter().filter_map(move |index| Some((index, claims.get(index)?)))
    }

    /// The last amount about this subject and basis before (or at) a claim, within its section.
    pub fn amount_before(
        &self,
        claim: usize,
        subject: &str,
        bases: &[Option<Basis>],
    ) -> Option<(usize, &'a Claim)> {
        let section = self.reading.claims.get(claim)?.section;
        let fits = |(index, other): &(usize, &Claim)| {
            *index <= claim
                && other.aspect == Aspect::Amount
                && other.section == section
                && bases.contains(&other.basis)
        };
        self.about(subject).filter(fits).last()
    }
}
