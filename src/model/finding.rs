//! Findings: what the audit of a disclosure came to, with the figures it was made from.

use rust_decimal::Decimal;

use super::form::FormKind;
use super::ids::DisclosureId;
use super::money::Denomination;
use super::table::{FigureKey, Measure};
use crate::text::Span;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 提示: rounding and format; hidden by default.
    Info,
    /// 留意: quality or scope.
    Notice,
    /// 需说明: needs an explanation.
    Warning,
    /// 不一致: two printed figures cannot both be right.
    Error,
}

impl Severity {
    /// All of them, the most serious first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Notice, Self::Info];

    /// The name in data and settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What an assessment came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// 一致: the figures agree.
    Pass,
    /// 舍入内: they differ by no more than the printed precision allows.
    Rounding,
    /// 不一致: they cannot both be right.
    Contradiction,
    /// 需说明: they can, for a reason the document does not give.
    Unexplained,
    /// 文本转换缺损: the archive's text lost something; a matter for its editor, never for the unit.
    Conversion,
    /// 无法核对: what is needed is missing or uncertain.
    NotAssessable,
}

impl Verdict {
    /// The name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Rounding => "rounding",
            Self::Contradiction => "contradiction",
            Self::Unexplained => "unexplained",
            Self::Conversion => "conversion",
            Self::NotAssessable => "not-assessable",
        }
    }
}

/// What an input was read from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// A cell of a table: a row of `figures.csv`.
    Figure {
        /// The table's id.
        table: String,
        /// The cell's name.
        figure: FigureKey,
    },
    /// A figure in prose: the key of a row of `claims.csv`.
    Claim(String),
    /// A value of a form: a row of `projects.csv`, and its column.
    Form {
        /// The project's slug.
        project: String,
        /// The kind of form.
        kind: FormKind,
        /// The column.
        field: &'static str,
    },
    /// A value of an indicator: a row of `indicators.csv`, and its column.
    Indicator {
        /// The project's slug.
        project: String,
        /// The kind of form.
        kind: FormKind,
        /// 1-based position within the form.
        ordinal: usize,
        /// The column.
        field: &'static str,
    },
    /// Words of the text, under a name that stays when the text is converted again: a heading, a term.
    Text(String),
}

impl Evidence {
    /// The published table that holds it, and its name there, within its disclosure.
    pub fn address(&self) -> (&'static str, String) {
        match self {
            Self::Figure { figure, .. } => ("figures", figure.to_string()),
            Self::Claim(key) => ("claims", format!("claims.{key}")),
            Self::Form { project, kind, field } => {
                ("projects", format!("projects/{project}#{}.{field}", kind.name()))
            }
            Self::Indicator { project, kind, ordinal, field } => {
                ("indicators", format!("projects/{project}#indicator-{}-{ordinal}.{field}", kind.name()))
            }
            Self::Text(name) => ("text", name.clone()),
        }
    }
}

/// What an input does in the formula `stated = scale × Σ terms ÷ Σ divisors`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The figure that is held against the others.
    Stated,
    /// Added, or, in a product, multiplied.
    Plus,
    /// Taken away.
    Minus,
    /// Added to what is divided by.
    Over,
    /// Taken from what is divided by.
    OverMinus,
    /// Shown beside the others; not part of the arithmetic.
    Beside,
}

impl Part {
    /// The name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Plus => "plus",
            Self::Minus => "minus",
            Self::Over => "over",
            Self::OverMinus => "over-minus",
            Self::Beside => "beside",
        }
    }
}

/// One printed value that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where it was read.
    pub evidence: Evidence,
    /// The disclosure it stands in, where that is another one than the finding's.
    pub elsewhere: Option<DisclosureId>,
    /// What it does in the formula.
    pub part: Part,
    /// What it is, in the document's words.
    pub label: String,
    /// As printed.
    pub printed: String,
    /// In yuan where it is money, else as printed; `None` for words.
    pub value: Option<Decimal>,
    /// What its last printed digit is worth, in the measure of `value`; 0 where it is exact.
    pub unit: Decimal,
    /// What it counts.
    pub measure: Measure,
    /// What money is printed in.
    pub denomination: Option<Denomination>,
    /// Where it stands.
    pub span: Span,
}

/// How the stated figure must stand to the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Equal, up to the tolerance.
    Equal,
    /// No larger, up to the tolerance.
    AtMost,
    /// No smaller, up to the tolerance.
    AtLeast,
    /// No arithmetic: the inputs are shown.
    Shown,
}

/// How the terms become one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// They are added.
    Sum,
    /// They are multiplied.
    Product,
}

/// How far two figures may be apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// What rounding every input to its last printed digit can make.
    Printed,
    /// Nothing, once both are rounded to the coarser of their last digits.
    Quoted,
    /// A fixed amount, in the measure of the stated figure.
    Fixed(Decimal),
    /// A part of the computed figure (0.05: five percent).
    Relative(Decimal),
}

/// The rule a finding was computed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formula {
    /// How stated and computed must stand.
    pub relation: Relation,
    /// How terms are combined.
    pub operation: Operation,
    /// What the quotient is multiplied with: 100 for percent, 1 for sums.
    pub scale: Decimal,
    /// What the result cannot exceed, such as the full marks.
    pub cap: Option<Decimal>,
    /// How far apart they may be.
    pub tolerance: Tolerance,
}

/// What the formula gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Computed {
    /// The stated figure.
    pub stated: Decimal,
    /// What the terms give.
    pub computed: Decimal,
    /// Stated less computed.
    pub difference: Decimal,
    /// How large the difference may be.
    pub tolerance: Decimal,
}

/// A reply to a finding (DATA-CONTRACT: `[[response]]`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// `explained`, `corrected`, `conversion-error` or `confirmed`.
    pub kind: &'static str,
    /// The reply itself.
    pub text: String,
    /// Where it was given; may be empty.
    pub source: String,
    /// ISO date; may be empty.
    pub date: String,
}

/// Two printed figures that do not agree, or something that needs a word of explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Permanent: `<check>-<8 hex>`, made of the check, the disclosure and the inputs' names.
    pub id: String,
    /// Code of the check.
    pub check: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// What it came to.
    pub verdict: Verdict,
    /// Index into the reading's projects, where it is about one.
    pub project: Option<usize>,
    /// The rule it was computed by.
    pub formula: Formula,
    /// The stated figure first.
    pub inputs: Vec<Input>,
    /// What the formula gave; `None` where there is no arithmetic.
    pub computed: Option<Computed>,
    /// What was found, in one neutral sentence.
    pub message_zh: String,
    /// The same in English.
    pub message_en: String,
    /// The finding that this one follows from.
    pub cause: Option<String>,
    /// The findings that follow from this one.
    pub consequences: Vec<String>,
    /// The unit's or editor's reply.
    pub reply: Option<Reply>,
}

impl Finding {
    /// Every line an input was read from, the stated figure's first; of this disclosure only.
    pub fn lines(&self) -> Vec<u32> {
        let mut lines = Vec::new();
        for input in self.inputs.iter().filter(|input| input.elsewhere.is_none()) {
            if !lines.contains(&input.span.line) {
                lines.push(input.span.line);
            }
        }
        lines
    }

    /// The input that is held against the others.
    pub fn stated(&self) -> Option<&Input> {
        self.inputs.iter().find(|input| input.part == Part::Stated)
    }

    /// Whether it says something about the document, and not about the archive's text or about rounding.
    pub fn is_signal(&self) -> bool {
        matches!(self.verdict, Verdict::Contradiction | Verdict::Unexplained)
    }
}

/// How often a check was assessed in a disclosure, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Code of the check.
    pub check: &'static str,
    /// The figures agree.
    pub agree: u32,
    /// They differ within rounding.
    pub rounding: u32,
    /// Contradictions and what needs an explanation.
    pub findings: u32,
    /// What could not be assessed, conversion losses included.
    pub not_assessable: u32,
    /// Why not, in Chinese and English, each reason once.
    pub reasons: Vec<(&'static str, &'static str)>,
}

impl Tally {
    /// Nothing yet.
    pub const fn new(check: &'static str) -> Self {
        Self { check, agree: 0, rounding: 0, findings: 0, not_assessable: 0, reasons: Vec::new() }
    }

    /// How many could be assessed.
    pub const fn assessed(&self) -> u32 {
        self.agree + self.rounding + self.findings
    }
}

/// The audit of one disclosure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// In the order of the checks, then of the lines.
    pub findings: Vec<Finding>,
    /// One for each check that applies, in the order of the checks.
    pub tallies: Vec<Tally>,
}

impl Audit {
    /// All tallies in one.
    pub fn total(&self) -> Tally {
        self.tallies.iter().fold(Tally::new(""), |mut total, tally| {
            total.agree += tally.agree;
            total.rounding += tally.rounding;
            total.findings += tally.findings;
            total.not_assessable += tally.not_assessable;
            total
        })
    }

    /// The finding with this id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id)
    }
}
