//! Functional codes, and who spends what on each.

use serde::Serialize;

use super::head::{Crumb, PageHead, Section, top_crumbs};
use super::info::{AmountInfo, AmountView, DisclosureLink};
use crate::model::{DisclosureId, Scope};
use crate::render::link::{Linker, path};
use crate::render::rows::Rows;

/// A functional code that occurs in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionInfo {
    /// 3, 5 or 7 digits.
    pub code: String,
    /// As printed last.
    pub name: String,
    /// How many units print it.
    pub units: usize,
    /// How many disclosures print it.
    pub disclosures: usize,
}

/// What one disclosure prints for a code.
#[derive(Clone, Debug)]
pub struct FunctionSpending {
    /// Unit, year, stage.
    pub id: DisclosureId,
    /// The unit's name.
    pub unit_name: String,
    /// What the disclosure covers.
    pub scope: Option<Scope>,
    /// The code's name as printed there.
    pub label: String,
    /// All spending.
    pub total: Option<AmountInfo>,
    /// Basic spending.
    pub basic: Option<AmountInfo>,
    /// Project spending.
    pub project: Option<AmountInfo>,
}

/// A code in a list.
#[derive(Clone, Debug, Serialize)]
pub struct FunctionEntry {
    /// 3, 5 or 7 digits.
    pub code: String,
    /// As printed last.
    pub name: String,
    /// 1 to 3 for 类, 款, 项.
    pub level: usize,
    /// Its page.
    pub href: String,
    /// How many units print it.
    pub units: usize,
    /// How many disclosures print it.
    pub disclosures: usize,
}

/// All codes.
#[derive(Clone, Debug, Serialize)]
pub struct FunctionsView {
    /// Where the page is.
    pub head: PageHead,
    /// By code.
    pub functions: Vec<FunctionEntry>,
}

/// What one disclosure spends.
#[derive(Clone, Debug, Serialize)]
pub struct SpendingRow {
    /// Whose, which year and stage.
    pub disclosure: DisclosureLink,
    /// `<unit>/<year>/<stage>`
    pub id: String,
    /// The code's name as printed there.
    pub label: String,
    /// All spending.
    pub total: Option<AmountView>,
    /// Basic spending.
    pub basic: Option<AmountView>,
    /// Project spending.
    pub project: Option<AmountView>,
}

/// The spending of one year and stage, largest first.
#[derive(Clone, Debug, Serialize)]
pub struct SpendingGroup {
    /// Fiscal year.
    pub year: u16,
    /// `budget` or `final`.
    pub stage: &'static str,
    /// One for each disclosure.
    pub rows: Vec<SpendingRow>,
}

/// Who spends what on one code.
#[derive(Clone, Debug, Serialize)]
pub struct FunctionView {
    /// Where the page is.
    pub head: PageHead,
    /// The code.
    pub function: FunctionEntry,
    /// The codes above it, from 类 down.
    pub above: Vec<FunctionEntry>,
    /// The codes one level below it.
    pub below: Vec<FunctionEntry>,
    /// Newest year first, final accounts before the budget.
    pub groups: Vec<SpendingGroup>,
}

/// The list of codes.
pub fn functions_page(functions: &[FunctionInfo]) -> FunctionsView {
    let linker = Linker::new(path::FUNCTIONS);
    let mut entries: Vec<FunctionEntry> =
        functions.iter().map(|info| function_entry(info, &linker)).collect();
    entries.sort_by(|a, b| a.code.cmp(&b.code));
    FunctionsView {
        head: PageHead::new(path::FUNCTIONS, Section::Functions, top_crumbs("functions", &linker)),
        functions: entries,
    }
}

pub(super) fn function_entry(info: &FunctionInfo, linker: &Linker) -> FunctionEntry {
    FunctionEntry {
        code: info.code.clone(),
        name: info.name.clone(),
        level: info.code.len().saturating_sub(1) / 2,
        href: linker.to(&path::function(&info.code)),
        units: info.units,
        disclosures: info.disclosures,
    }
}

/// The page of `code`; `functions` holds all codes of the archive.
pub fn function_page(
    info: &FunctionInfo,
    functions: &[FunctionInfo],
    spending: &[FunctionSpending],
) -> FunctionView {
    let path = path::function(&info.code);
    let linker = Linker::new(&path);
    let is_above =
        |other: &&FunctionInfo| info.code.starts_with(&other.code) && other.code.len() < info.code.len();
    let is_below =
        |other: &&FunctionInfo| other.code.starts_with(&info.code) && other.code.len() == info.code.len() + 2;
    let above: Vec<FunctionEntry> =
        functions.iter().filter(is_above).map(|f| function_entry(f, &linker)).collect();
    let mut crumbs = top_crumbs("functions", &linker);
    if let Some(list) = crumbs.last_mut() {
        list.href = linker.to(path::FUNCTIONS);
    }
    crumbs.extend(above.iter().map(|entry| Crumb::text(&entry.name, entry.href.clone())));
    crumbs.push(Crumb::text(&info.name, String::new()));
    FunctionView {
        head: PageHead::new(&path, Section::Functions, crumbs),
        function: function_entry(info, &linker),
        above,
        below: functions.iter().filter(is_below).map(|f| function_entry(f, &linker)).collect(),
        groups: groups(spending, &linker),
    }
}

fn groups(spending: &[FunctionSpending], linker: &Linker) -> Vec<SpendingGroup> {
    let mut sorted: Vec<&FunctionSpending> = spending.iter().collect();
    let total = |s: &FunctionSpending| s.total.as_ref().map(|amount| amount.money);
    sorted.sort_by(|a, b| {
        let newest = (b.id.year, b.id.stage).cmp(&(a.id.year, a.id.stage));
        newest.then_with(|| total(b).cmp(&total(a))).then_with(|| a.id.unit.cmp(&b.id.unit))
    });
    let mut groups: Vec<SpendingGroup> = Vec::new();
    for one in sorted {
        let (year, stage) = (one.id.year.get(), one.id.stage.name());
        match groups.last_mut() {
            Some(group) if (group.year, group.stage) == (year, stage) => {
                group.rows.push(spending_row(one, linker))
            }
            _ => groups.push(SpendingGroup { year, stage, rows: vec![spending_row(one, linker)] }),
        }
    }
    groups
}

fn spending_row(one: &FunctionSpending, linker: &Linker) -> SpendingRow {
    let view =
        |amount: &Option<AmountInfo>| amount.as_ref().map(|amount| AmountView::of(amount, &one.id, linker));
    SpendingRow {
        disclosure: DisclosureLink::new(&one.id, &one.unit_name, one.scope, linker),
        id: one.id.to_string(),
        label: one.label.clone(),
        total: view(&one.total),
        basic: view(&one.basic),
        project: view(&one.project),
    }
}

impl FunctionsView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |f: &FunctionEntry| {
            vec![f.code.clone(), f.name.clone(), f.units.to_string(), f.disclosures.to_string()]
        };
        Rows {
            header: vec!["code", "name", "units", "disclosures"],
            rows: self.functions.iter().map(row).collect(),
        }
    }
}

impl FunctionView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let value =
            |amount: &Option<AmountView>| amount.as_ref().map(|a| a.value.clone()).unwrap_or_default();
        let row = |row: &SpendingRow| {
            vec![
                row.id.clone(),
                row.disclosure.unit.clone(),
                row.label.clone(),
                value(&row.total),
                value(&row.basic),
                value(&row.project),
            ]
        };
        Rows {
            header: vec!["disclosure", "unit_name", "label", "total", "basic", "project"],
            rows: self.groups.iter().flat_map(|group| &group.rows).map(row).collect(),
        }
    }
}
