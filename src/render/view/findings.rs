//! All findings, all checks, and the page of a check.

use std::collections::BTreeMap;

use serde::Serialize;

use super::finding_row::{CheckRow, FindingList, FindingRow, TallyView, check_name, language};
use super::head::{Crumb, PageHead, Section, top_crumbs};
use crate::audit::{self, Check, Family, Language, Settings};
use crate::catalog::{Catalog, CatalogFinding, url};
use crate::model::{Severity, Tally};
use crate::render::link::Linker;
use crate::render::markdown::to_html;
use crate::render::messages::Messages;
use crate::render::rows::Rows;

/// How many findings there are of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingCount {
    /// A code, a unit's name, or a year.
    pub label: String,
    /// A check's name; empty for others.
    pub name: String,
    /// Its page.
    pub href: String,
    /// How many findings are shown.
    pub findings: usize,
}

/// Findings of one severity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeverityGroup {
    /// `error`, `warning` or `notice`.
    pub severity: &'static str,
    /// By unit, year and stage.
    pub rows: Vec<FindingRow>,
}

/// All findings.
#[derive(Clone, Debug, Serialize)]
pub struct FindingsView {
    /// Where the page is.
    pub head: PageHead,
    /// What the audit of all disclosures came to.
    pub tally: TallyView,
    /// How many disclosures were audited.
    pub disclosures: usize,
    /// The most serious first.
    pub groups: Vec<SeverityGroup>,
    /// Rounding remainders, format, losses of the conversion.
    pub quiet: Vec<FindingRow>,
    /// By check.
    pub checks: Vec<FindingCount>,
    /// By unit, in the order of their ids: units are not ranked.
    pub units: Vec<FindingCount>,
    /// By year.
    pub years: Vec<FindingCount>,
    /// The list of all checks.
    pub checks_href: String,
}

/// The page of all findings.
pub fn findings_page(catalog: &Catalog, messages: &Messages) -> FindingsView {
    let linker = Linker::new(url::FINDINGS);
    let list = FindingList::new(&catalog.findings, &linker, messages);
    let severities = [Severity::Error, Severity::Warning, Severity::Notice];
    let groups = severities.map(|severity| SeverityGroup {
        severity: severity.name(),
        rows: list.shown.iter().filter(|row| row.severity == severity.name()).cloned().collect(),
    });
    let shown = || catalog.findings.iter().filter(|finding| finding.is_shown() && finding.cause.is_none());
    let disclosures = catalog.units.values().map(|unit| unit.disclosures.len()).sum();
    FindingsView {
        head: PageHead::new(url::FINDINGS, Section::Findings, top_crumbs("findings", &linker)),
        tally: TallyView::from(&total(catalog.tallies.values())),
        disclosures,
        groups: groups.into_iter().filter(|group| !group.rows.is_empty()).collect(),
        quiet: list.quiet,
        checks: by_check(shown(), &linker, messages),
        units: counted(shown(), |finding| {
            let href = linker.to(&url::unit(&finding.disclosure.unit));
            (finding.disclosure.unit.to_string(), finding.unit_name.clone(), format!("{href}#findings"))
        }),
        years: counted(shown(), |finding| {
            let year = finding.disclosure.year.to_string();
            (year.clone(), year, String::new())
        }),
        checks_href: linker.to(url::CHECKS),
    }
}

fn total<'a>(tallies: impl Iterator<Item = &'a Tally>) -> Tally {
    tallies.fold(Tally::new(""), |mut total, tally| {
        total.agree += tally.agree;
        total.rounding += tally.rounding;
        total.findings += tally.findings;
        total.not_assessable += tally.not_assessable;
        total
    })
}

fn by_check<'a>(
    findings: impl Iterator<Item = &'a CatalogFinding>,
    linker: &Linker,
    messages: &Messages,
) -> Vec<FindingCount> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    findings.for_each(|finding| *counts.entry(finding.check).or_default() += 1);
    let in_order = audit::checks().filter_map(|check| Some((check, *counts.get(check.code)?)));
    in_order
        .map(|(check, findings)| FindingCount {
            label: check.code.to_owned(),
            name: check_name(check.code, language(messages)),
            href: linker.to(&url::check(check.code)),
            findings,
        })
        .collect()
}

/// Counts by the key that `describe` gives, with label and link.
fn counted<'a>(
    findings: impl Iterator<Item = &'a CatalogFinding>,
    describe: impl Fn(&CatalogFinding) -> (String, String, String),
) -> Vec<FindingCount> {
    let mut counts: BTreeMap<String, FindingCount> = BTreeMap::new();
    for finding in findings {
        let (key, label, href) = describe(finding);
        let new = || FindingCount { label, name: String::new(), href, findings: 0 };
        counts.entry(key).or_insert_with(new).findings += 1;
    }
    counts.into_values().collect()
}

impl FindingsView {
    /// The findings that the page shows or folds away, as published in `index.csv`.
    pub fn rows(&self) -> Rows {
        let shown = self.groups.iter().flat_map(|group| &group.rows);
        Rows {
            header: vec![
                "finding", "check", "severity", "verdict", "unit", "year", "stage", "lines", "message",
            ],
            rows: shown.chain(&self.quiet).map(csv_row).collect(),
        }
    }
}

fn csv_row(row: &FindingRow) -> Vec<String> {
    let lines: Vec<String> = row.lines.iter().map(|line| line.line.to_string()).collect();
    vec![
        row.id.clone(),
        row.check.to_owned(),
        row.severity.to_owned(),
        row.verdict.to_owned(),
        row.unit.clone(),
        row.year.to_string(),
        row.stage.to_owned(),
        lines.join(" "),
        row.message.clone(),
    ]
}

/// Checks that hold the same things against each other.
#[derive(Clone, Debug, Serialize)]
pub struct CheckGroup {
    /// `within`, `cross` …
    pub family: &'static str,
    /// In the order in which they are run.
    pub checks: Vec<CheckRow>,
}

/// All checks.
#[derive(Clone, Debug, Serialize)]
pub struct ChecksView {
    /// Where the page is.
    pub head: PageHead,
    /// How many there are.
    pub count: usize,
    /// By family.
    pub groups: Vec<CheckGroup>,
    /// The list of all findings.
    pub findings_href: String,
}

/// The page of all checks.
pub fn checks_page(catalog: &Catalog, messages: &Messages) -> ChecksView {
    let linker = Linker::new(url::CHECKS);
    let row = |check: &Check| {
        let none = Tally::new(check.code);
        let tally = catalog.tallies.get(check.code).unwrap_or(&none);
        CheckRow::new(check.code, tally, &linker, messages)
    };
    let group = |family: Family| CheckGroup {
        family: family.name(),
        checks: audit::checks().filter(|check| check.family == family).map(row).collect(),
    };
    let groups: Vec<CheckGroup> = Family::ALL.into_iter().map(group).collect();
    ChecksView {
        head: PageHead::new(
            url::CHECKS,
            Section::Findings,
            below_findings(Crumb::word("checks", String::new()), &linker),
        ),
        count: audit::checks().count(),
        groups: groups.into_iter().filter(|group| !group.checks.is_empty()).collect(),
        findings_href: linker.to(url::FINDINGS),
    }
}

fn below_findings(last: Crumb, linker: &Linker) -> Vec<Crumb> {
    vec![Crumb::word("home", linker.to("")), Crumb::word("findings", linker.to(url::FINDINGS)), last]
}

impl ChecksView {
    /// The checks, as published in `index.csv`.
    pub fn rows(&self) -> Rows {
        let header =
            vec!["check", "name", "severity", "assessed", "agree", "rounding", "findings", "not_assessable"];
        let row = |check: &CheckRow| {
            let TallyView { assessed, agree, rounding, findings, not_assessable } = check.tally;
            let counts = [assessed, agree, rounding, findings, not_assessable].map(|count| count.to_string());
            let words = [check.code.to_owned(), check.name.clone(), check.severity.to_owned()];
            words.into_iter().chain(counts).collect()
        };
        Rows { header, rows: self.groups.iter().flat_map(|group| &group.checks).map(row).collect() }
    }
}

/// A check: what it holds against what, and what came of it.
#[derive(Clone, Debug, Serialize)]
pub struct CheckView {
    /// Where the page is.
    pub head: PageHead,
    /// The check and how often it was assessed.
    pub check: CheckRow,
    /// Its name in the other language.
    pub name_other: String,
    /// `within`, `cross` …
    pub family: &'static str,
    /// The level the editor gives it; empty if it is the usual one.
    pub level: &'static str,
    /// Why.
    pub level_reason: String,
    /// ISO date since when it is checked.
    pub since: &'static str,
    /// Formula, basis, tolerance and traps, as HTML made here.
    pub html: String,
    /// The same in the other language.
    pub html_other: String,
    /// The language of the other one.
    pub lang_other: &'static str,
    /// What it found.
    pub findings: FindingList,
}

/// The page of every check.
pub fn check_pages(catalog: &Catalog, settings: &Settings, messages: &Messages) -> Vec<CheckView> {
    let mut findings: BTreeMap<&str, Vec<&CatalogFinding>> = BTreeMap::new();
    catalog.findings.iter().for_each(|finding| findings.entry(finding.check).or_default().push(finding));
    audit::checks()
        .map(|check| {
            let found = findings.get(check.code).map_or(&[][..], Vec::as_slice);
            check_page(check, found, catalog, settings, messages)
        })
        .collect()
}

fn check_page(
    check: &Check,
    found: &[&CatalogFinding],
    catalog: &Catalog,
    settings: &Settings,
    messages: &Messages,
) -> CheckView {
    let path = url::check(check.code);
    let linker = Linker::new(&path);
    let none = Tally::new(check.code);
    let tally = catalog.tallies.get(check.code).unwrap_or(&none);
    let own = language(messages);
    let (other, lang_other) = match own {
        Language::Chinese => (Language::English, "en"),
        Language::English => (Language::Chinese, "zh-CN"),
    };
    let docs = check.docs();
    let level = if settings.is_off(check.code) {
        "off"
    } else {
        settings.severity(check.code).map_or("", Severity::name)
    };
    let mut crumbs = below_findings(Crumb::word("checks", linker.to(url::CHECKS)), &linker);
    crumbs.push(Crumb::text(check.code, String::new()));
    CheckView {
        head: PageHead::new(&path, Section::Findings, crumbs),
        check: CheckRow::new(check.code, tally, &linker, messages),
        name_other: docs.name(other).to_owned(),
        family: check.family.name(),
        level,
        level_reason: settings.reason(check.code).unwrap_or_default().to_owned(),
        since: check.since,
        html: to_html(docs.text(own), 3),
        html_other: to_html(docs.text(other), 3),
        lang_other,
        findings: FindingList::new(found.iter().copied(), &linker, messages),
    }
}
