//! What a check says: assertions, judged as they come, and counted.

use rust_decimal::Decimal;

use super::check::Check;
use super::evaluate::{self, Judgement};
use super::facts::{Facts, Slot};
use super::{identity, message};
use crate::model::{
    Computed, Finding, Formula, Input, Operation, Part, Relation, Severity, Tally, Tolerance, Verdict,
};

/// Why something could not be assessed, in Chinese and English.
pub(super) type Reason = (&'static str, &'static str);

/// Nothing that the check is about is in the document.
pub(super) const ABSENT: Reason =
    ("公开材料中没有可核对的内容", "the document holds nothing that this check is about");
/// A value that the check needs is not printed.
pub(super) const NOT_PRINTED: Reason = ("所需数据没有印出", "a figure that is needed is not printed");
/// A value that the check needs could not be read with certainty.
pub(super) const UNCERTAIN: Reason =
    ("所需数据在文本转换中受损，无法确定", "a figure that is needed was damaged in conversion");

/// Figures, and how they must stand to each other.
#[derive(Clone, Debug)]
pub(super) struct Assertion {
    formula: Formula,
    inputs: Vec<Input>,
    severity: Option<Severity>,
    verdict: Option<Verdict>,
    doubt: Option<Reason>,
    project: Option<usize>,
    words: Option<(String, String)>,
}

impl Assertion {
    /// `stated` equals what the terms give, up to what rounding to the printed digits can make.
    pub fn equal(stated: Input) -> Self {
        Self::new(stated, Relation::Equal, Tolerance::Printed)
    }

    /// `stated` repeats another figure: no tolerance but rounding to the coarser of their digits.
    pub fn quotes(stated: Input, other: Input) -> Self {
        Self::new(stated, Relation::Equal, Tolerance::Quoted).plus([other])
    }

    /// `stated` is no larger than the sum of the terms.
    pub fn at_most(stated: Input) -> Self {
        Self::new(stated, Relation::AtMost, Tolerance::Printed)
    }

    /// `stated` is no smaller than the sum of the terms.
    pub fn at_least(stated: Input) -> Self {
        Self::new(stated, Relation::AtLeast, Tolerance::Printed)
    }

    /// `stated` is the percentage of the terms in the divisors ([`Self::over`]).
    pub fn percent(stated: Input) -> Self {
        Self::equal(stated).scaled(Decimal::ONE_HUNDRED)
    }

    /// Something to be shown, without arithmetic. The first input is the one it is about. Needs [`Self::say`].
    pub fn shown(inputs: impl IntoIterator<Item = Input>) -> Self {
        let mut inputs: Vec<Input> =
            inputs.into_iter().map(|input| Input { part: Part::Beside, ..input }).collect();
        if let Some(first) = inputs.first_mut() {
            first.part = Part::Stated;
        }
        Self { inputs, ..Self::bare(Relation::Shown, Tolerance::Quoted) }
    }

    fn new(stated: Input, relation: Relation, tolerance: Tolerance) -> Self {
        let stated = Input { part: Part::Stated, ..stated };
        Self { inputs: vec![stated], ..Self::bare(relation, tolerance) }
    }

    fn bare(relation: Relation, tolerance: Tolerance) -> Self {
        let formula =
            Formula { relation, operation: Operation::Sum, scale: Decimal::ONE, cap: None, tolerance };
        Self {
            formula,
            inputs: Vec::new(),
            severity: None,
            verdict: None,
            doubt: None,
            project: None,
            words: None,
        }
    }

    /// Adds terms.
    pub fn plus(self, inputs: impl IntoIterator<Item = Input>) -> Self {
        self.with(Part::Plus, inputs)
    }

    /// Adds terms that are taken away.
    pub fn minus(self, inputs: impl IntoIterator<Item = Input>) -> Self {
        self.with(Part::Minus, inputs)
    }

    /// Adds terms of the divisor.
    pub fn over(self, inputs: impl IntoIterator<Item = Input>) -> Self {
        self.with(Part::Over, inputs)
    }

    /// Adds terms that are taken from the divisor.
    pub fn over_minus(self, inputs: impl IntoIterator<Item = Input>) -> Self {
        self.with(Part::OverMinus, inputs)
    }

    /// Adds what is shown beside the arithmetic.
    pub fn beside(self, inputs: impl IntoIterator<Item = Input>) -> Self {
        self.with(Part::Beside, inputs)
    }

    fn with(mut self, part: Part, inputs: impl IntoIterator<Item = Input>) -> Self {
        self.inputs.extend(inputs.into_iter().map(|input| Input { part, ..input }));
        self
    }

    /// The terms are multiplied.
    pub fn product(mut self) -> Self {
        self.formula.operation = Operation::Product;
        self
    }

    /// What the result is multiplied with.
    pub fn scaled(mut self, scale: Decimal) -> Self {
        self.formula.scale = scale;
        self
    }

    /// What the result cannot exceed.
    pub fn capped(mut self, cap: Decimal) -> Self {
        self.formula.cap = Some(cap);
        self
    }

    /// Another tolerance than the usual one.
    pub fn within(mut self, tolerance: Tolerance) -> Self {
        self.formula.tolerance = tolerance;
        self
    }

    /// A failure is less serious here than usual.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// A failure means this instead of a contradiction.
    pub fn verdict(mut self, verdict: Verdict) -> Self {
        self.verdict = Some(verdict);
        self
    }

    /// A failure needs an explanation; both figures can be right.
    pub fn unexplained(self) -> Self {
        self.verdict(Verdict::Unexplained)
    }

    /// Why a failure could come from the conversion, if it could: it is then not assessable.
    pub fn doubt(mut self, reason: Option<Reason>) -> Self {
        self.doubt = self.doubt.or(reason);
        self
    }

    /// The project it is about.
    pub fn project(mut self, project: Option<usize>) -> Self {
        self.project = project;
        self
    }

    /// What is said if it fails, in Chinese and English, instead of the usual sentence.
    pub fn say(mut self, chinese: impl Into<String>, english: impl Into<String>) -> Self {
        self.words = Some((chinese.into(), english.into()));
        self
    }

    /// What the formula gives, for checks that choose their words by it.
    pub fn judgement(&self) -> Option<Judgement> {
        evaluate::judge(&self.formula, &self.inputs)
    }

    /// Whether it would be a finding.
    pub fn fails(&self) -> bool {
        self.judgement().is_some_and(|judgement| judgement.verdict == Verdict::Contradiction)
    }
}

/// The findings of one check in one disclosure, and its tally.
pub(super) struct Report<'a> {
    check: &'static Check,
    facts: &'a Facts<'a>,
    /// The severity the editor gives the check.
    level: Option<Severity>,
    findings: Vec<Finding>,
    tally: Tally,
}

impl<'a> Report<'a> {
    pub fn new(check: &'static Check, facts: &'a Facts<'a>, level: Option<Severity>) -> Self {
        Self { check, facts, level, findings: Vec::new(), tally: Tally::new(check.code) }
    }

    /// Judges an assertion; keeps it if it fails.
    pub fn assert(&mut self, assertion: Assertion) {
        let Some(judgement) = assertion.judgement() else {
            return self.not_assessable(NOT_PRINTED);
        };
        match judgement.verdict {
            Verdict::Pass => self.tally.agree += 1,
            // Off by one unit where nothing may be: shown, hidden by default.
            Verdict::Rounding if judgement.at_most.is_some() => {
                self.tally.rounding += 1;
                self.keep(assertion, Verdict::Rounding, Some(Severity::Info), Some(judgement.computed));
            }
            Verdict::Rounding => self.tally.rounding += 1,
            _ => match assertion.doubt {
                Some(reason) => self.not_assessable(reason),
                None => self.fail(assertion, Some(judgement)),
            },
        }
    }

    /// `stated` equals the sum of the terms. Blank and not-applicable terms are no addends; missing ones are passed over.
    pub fn assert_sum(&mut self, stated: Slot, terms: impl IntoIterator<Item = Slot>, doubt: Option<Reason>) {
        let mut inputs = Vec::new();
        for term in terms {
            match term {
                Slot::Value(input) => inputs.push(input),
                Slot::Uncertain => return self.not_assessable(UNCERTAIN),
                Slot::Blank | Slot::NotApplicable | Slot::Missing => {}
            }
        }
        match stated {
            Slot::Value(stated) if !inputs.is_empty() => {
                self.assert(Assertion::equal(stated).plus(inputs).doubt(doubt));
            }
            Slot::Uncertain => self.not_assessable(UNCERTAIN),
            _ if inputs.iter().all(|input| input.value.is_none_or(|value| value.is_zero())) => {}
            _ => self.not_assessable(NOT_PRINTED),
        }
    }

    /// `stated` repeats `other`. Nothing is said where both are blank or missing.
    pub fn assert_same(&mut self, stated: Slot, other: Slot) {
        match (stated, other) {
            (Slot::Value(stated), Slot::Value(other)) => self.assert(Assertion::quotes(stated, other)),
            (Slot::Uncertain, _) | (_, Slot::Uncertain) => self.not_assessable(UNCERTAIN),
            (Slot::Value(one), _) | (_, Slot::Value(one))
                if one.value.is_some_and(|value| !value.is_zero()) =>
            {
                self.not_assessable(NOT_PRINTED);
            }
            _ => {}
        }
    }

    /// Counts something that agrees and is no arithmetic.
    pub fn agree(&mut self) {
        self.tally.agree += 1;
    }

    /// Keeps what is shown without arithmetic.
    pub fn show(&mut self, assertion: Assertion) {
        match assertion.doubt {
            Some(reason) => self.not_assessable(reason),
            None => self.fail(assertion, None),
        }
    }

    /// Counts something that could not be assessed.
    pub fn not_assessable(&mut self, reason: Reason) {
        self.tally.not_assessable += 1;
        if !self.tally.reasons.contains(&reason) {
            self.tally.reasons.push(reason);
        }
    }

    /// The findings, and the tally; a check that had nothing to assess says so.
    pub fn finish(mut self) -> (Vec<Finding>, Tally) {
        if self.tally.assessed() + self.tally.not_assessable == 0 {
            self.not_assessable(ABSENT);
        }
        (self.findings, self.tally)
    }

    fn fail(&mut self, assertion: Assertion, judgement: Option<Judgement>) {
        let verdict = assertion.verdict.unwrap_or(Verdict::Contradiction);
        if verdict == Verdict::Conversion {
            self.not_assessable(UNCERTAIN);
        } else {
            self.tally.findings += 1;
        }
        let at_most = judgement.and_then(|judgement| judgement.at_most);
        self.keep(assertion, verdict, at_most, judgement.map(|judgement| judgement.computed));
    }

    fn keep(
        &mut self,
        assertion: Assertion,
        verdict: Verdict,
        at_most: Option<Severity>,
        computed: Option<Computed>,
    ) {
        let usual = self.level.unwrap_or(self.check.severity);
        let severity = [assertion.severity, at_most].into_iter().flatten().fold(usual, Severity::min);
        let severity = if verdict == Verdict::Conversion { Severity::Info } else { severity };
        let id = identity::id(self.check.code, &self.facts.disclosure().id, &assertion.inputs);
        if self.findings.iter().any(|finding| finding.id == id) {
            return;
        }
        let (message_zh, message_en) = assertion
            .words
            .unwrap_or_else(|| message::usual(&assertion.formula, &assertion.inputs, computed.as_ref()));
        self.findings.push(Finding {
            id,
            check: self.check.code,
            severity,
            verdict,
            project: assertion.project,
            formula: assertion.formula,
            inputs: assertion.inputs,
            computed,
            message_zh,
            message_en,
            cause: None,
            consequences: Vec::new(),
            reply: None,
        });
    }
}
