//! The page of a finding: both figures, their lines, the arithmetic, the rule.

use serde::Serialize;

use super::cite::Citation;
use super::finding_row::{FindingRow, check_name, language};
use super::head::{Crumb, DisclosureName, LineLink, Link, PageHead, Section};
use crate::audit::{self, Language};
use crate::catalog::{CatalogFinding, url};
use crate::model::{
    Denomination, Disclosure, Evidence, Finding, Formula, Input, Measure, Operation, Part, Relation,
    Tolerance, Unit,
};
use crate::render::format::grouped;
use crate::render::link::{Linker, external};
use crate::render::markdown::to_html;
use crate::render::messages::Messages;
use crate::text::LineRange;

/// A printed value that the finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InputView {
    /// `stated`, `plus`, `minus`, `over`, `over-minus` or `beside`.
    pub part: &'static str,
    /// What it is, in the document's words.
    pub label: String,
    /// As printed, with thousands separators.
    pub printed: String,
    /// The message for what it counts; empty if print says it.
    pub measure: &'static str,
    /// Where it can be seen in its table or form; its line if there is no such place.
    pub href: String,
    /// Its line.
    pub at: LineLink,
    /// Whether it stands in another disclosure.
    pub elsewhere: bool,
}

/// The arithmetic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArithmeticView {
    /// `equal`, `at-most` or `at-least`.
    pub relation: &'static str,
    /// `sum`, `product` or `ratio`.
    pub operation: &'static str,
    /// What the printed figures give.
    pub computed: String,
    /// Stated less computed, without sign.
    pub difference: String,
    /// How large it may be.
    pub tolerance: String,
    /// `printed`, `quoted`, `fixed` or `relative`: how the tolerance comes about.
    pub tolerance_by: &'static str,
    /// The message for what these numbers count; may be empty.
    pub measure: &'static str,
}

/// A line of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotedLine {
    /// Its place.
    pub at: LineLink,
    /// The line, cut where it is long.
    pub text: String,
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReplyView {
    /// `explained`, `corrected`, `conversion-error` or `confirmed`.
    pub kind: &'static str,
    /// The reply itself.
    pub text: String,
    /// Where it was given; may be empty.
    pub source: String,
    /// ISO date; may be empty.
    pub date: String,
}

/// A finding.
#[derive(Clone, Debug, Serialize)]
pub struct FindingView {
    /// Where the page is.
    pub head: PageHead,
    /// Whose disclosure it is about.
    pub disclosure: DisclosureName,
    /// The finding as lists have it.
    pub row: FindingRow,
    /// What was found, in the other language.
    pub message_other: String,
    /// The check's name in the other language.
    pub check_name_other: String,
    /// The printed values, the stated one first.
    pub inputs: Vec<InputView>,
    /// The arithmetic; `None` where there is none.
    pub arithmetic: Option<ArithmeticView>,
    /// Formula, basis, tolerance and traps of the check, as HTML made here.
    pub rule_html: String,
    /// The finding it follows from.
    pub cause: Option<FindingRow>,
    /// The findings that follow from it.
    pub consequences: Vec<FindingRow>,
    /// The tables it rests on.
    pub tables: Vec<Link>,
    /// The lines of the text.
    pub lines: Vec<QuotedLine>,
    /// The reply.
    pub reply: Option<ReplyView>,
    /// How to cite it.
    pub citation: Citation,
}

/// The pages of a disclosure's findings.
pub fn finding_pages(unit: &Unit, disclosure: &Disclosure, messages: &Messages) -> Vec<FindingView> {
    disclosure
        .audit
        .findings
        .iter()
        .map(|finding| finding_page(unit, disclosure, finding, messages))
        .collect()
}

fn finding_page(unit: &Unit, disclosure: &Disclosure, finding: &Finding, messages: &Messages) -> FindingView {
    let path = url::finding(&finding.id);
    let linker = Linker::new(&path);
    let name = DisclosureName::new(unit, disclosure, &linker);
    let row = |finding: &Finding| {
        FindingRow::new(&CatalogFinding::new(unit, disclosure, finding), &linker, messages)
    };
    let own = row(finding);
    let (other, message_other) = match language(messages) {
        Language::Chinese => (Language::English, finding.message_en.clone()),
        Language::English => (Language::Chinese, finding.message_zh.clone()),
    };
    let crumbs = vec![
        Crumb::word("home", linker.to("")),
        Crumb::word("findings", linker.to(url::FINDINGS)),
        Crumb::text(&finding.id, String::new()),
    ];
    let find = |id: &String| disclosure.audit.finding(id).map(row);
    let docs = audit::find(finding.check).map(|check| check.docs());
    let lines = finding.lines();
    let part = format!("{} {}", finding.check, own.check_name);
    let first = lines.first().copied().unwrap_or_default();
    FindingView {
        head: PageHead::new(&path, Section::Findings, crumbs),
        message_other,
        check_name_other: check_name(finding.check, other),
        inputs: finding.inputs.iter().map(|input| input_view(input, disclosure, &name, &linker)).collect(),
        arithmetic: arithmetic(finding),
        rule_html: docs.map(|docs| to_html(docs.text(language(messages)), 3)).unwrap_or_default(),
        cause: finding.cause.as_ref().and_then(find),
        consequences: finding.consequences.iter().filter_map(find).collect(),
        tables: tables(finding, disclosure, &linker),
        lines: lines.iter().map(|line| quoted(*line, disclosure, &name)).collect(),
        reply: finding.reply.as_ref().map(|reply| ReplyView {
            kind: reply.kind,
            text: reply.text.clone(),
            source: external(&reply.source).unwrap_or_default(),
            date: reply.date.clone(),
        }),
        citation: Citation::new(&name, &part, LineRange::new(first, first)),
        row: own,
        disclosure: name,
    }
}

fn tables(finding: &Finding, disclosure: &Disclosure, linker: &Linker) -> Vec<Link> {
    let rests_on = |id: &str| {
        finding.inputs.iter().any(|input| {
            input.elsewhere.is_none()
                && matches!(&input.evidence, Evidence::Figure { table, .. } if table == id)
        })
    };
    let used = disclosure.reading.tables.iter().filter(|table| rests_on(&table.id));
    used.map(|table| Link {
        text: if table.title.is_empty() { table.id.clone() } else { table.title.clone() },
        href: linker.to(&url::table(&disclosure.id, &table.id)),
    })
    .collect()
}

fn input_view(input: &Input, disclosure: &Disclosure, name: &DisclosureName, linker: &Linker) -> InputView {
    let id = input.elsewhere.as_ref().unwrap_or(&disclosure.id);
    let at = match &input.elsewhere {
        None => name.line(input.span.line),
        Some(id) => LineLink {
            line: input.span.line,
            href: format!("{}#L{}", linker.to(&url::source(id)), input.span.line),
        },
    };
    let href = match &input.evidence {
        Evidence::Figure { table, figure } => linker.to(&format!("{}#{figure}", url::table(id, table))),
        Evidence::Form { project, .. } if !project.is_empty() => linker.to(&url::project(id, project)),
        Evidence::Indicator { project, kind, ordinal, .. } if !project.is_empty() => {
            linker.to(&url::indicator(id, project, *kind, *ordinal))
        }
        _ => at.href.clone(),
    };
    let printed: String = input.printed.split_whitespace().collect();
    let has_own = printed.ends_with(|c: char| !(c.is_ascii_digit() || "）)".contains(c)));
    InputView {
        part: input.part.name(),
        label: input.label.clone(),
        printed: if input.value.is_some() { grouped(&printed) } else { input.printed.clone() },
        measure: if has_own { "" } else { measure(input) },
        href,
        at,
        elsewhere: input.elsewhere.is_some(),
    }
}

/// The denomination or `percent`; empty for what is counted.
fn measure(input: &Input) -> &'static str {
    match input.measure {
        Measure::Yuan => input.denomination.unwrap_or(Denomination::Yuan).name(),
        Measure::Percent => "percent",
        _ => "",
    }
}

fn arithmetic(finding: &Finding) -> Option<ArithmeticView> {
    let (computed, stated) = (finding.computed?, finding.stated()?);
    let Formula { relation, operation, tolerance, .. } = finding.formula;
    let number = |value: rust_decimal::Decimal| {
        let counted = match stated.measure {
            Measure::Yuan => value / stated.denomination.unwrap_or(Denomination::Yuan).yuan(),
            _ => value,
        };
        grouped(&counted.round_dp(DECIMALS).normalize().to_string())
    };
    let is_ratio = finding.inputs.iter().any(|input| matches!(input.part, Part::Over | Part::OverMinus));
    Some(ArithmeticView {
        relation: match relation {
            Relation::Equal | Relation::Shown => "equal",
            Relation::AtMost => "at-most",
            Relation::AtLeast => "at-least",
        },
        operation: match operation {
            _ if is_ratio => "ratio",
            Operation::Sum => "sum",
            Operation::Product => "product",
        },
        computed: number(computed.computed),
        difference: number(computed.difference.abs()),
        tolerance: number(computed.tolerance),
        tolerance_by: match tolerance {
            Tolerance::Printed => "printed",
            Tolerance::Quoted => "quoted",
            Tolerance::Fixed(_) => "fixed",
            Tolerance::Relative(_) => "relative",
        },
        measure: measure(stated),
    })
}

/// Computed numbers are shown with so many decimals; the data have all of them.
const DECIMALS: u32 = 6;

fn quoted(line: u32, disclosure: &Disclosure, name: &DisclosureName) -> QuotedLine {
    let text = disclosure.source.line(line);
    let shown: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = shown.chars().take(LONGEST).collect();
    let text = if cut.len() < shown.len() { format!("{cut}…") } else { cut };
    QuotedLine { at: name.line(line), text }
}

/// Longer lines are cut; the text's own page has them whole.
const LONGEST: usize = 400;
