//! Who spends what on a function (功能分类科目), by code.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::amount::Amount;
use crate::model::{Disclosure, DisclosureId, FiscalYear, Row, Scope, Table};

/// A function code and everything that is spent on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// 3 (类), 5 (款) or 7 (项) digits.
    pub code: String,
    /// Its name: in the latest year, the one most often printed.
    pub name: String,
    /// Every name printed for it, the latest first.
    pub names: Vec<FunctionName>,
    /// The nearest function above it that occurs.
    pub parent: Option<String>,
    /// The functions right below it that occur, by code.
    pub children: Vec<String>,
    /// Who spends what on it: by unit, year and stage.
    pub entries: Vec<FunctionEntry>,
}

/// A name printed for a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionName {
    /// As printed.
    pub name: String,
    /// The first fiscal year that prints it.
    pub first_year: FiscalYear,
    /// The last fiscal year that prints it.
    pub last_year: FiscalYear,
    /// How many rows of the last year print it.
    pub uses_in_last_year: usize,
}

/// What one disclosure prints for a function.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FunctionEntry {
    /// Whose, which year and stage.
    pub disclosure: DisclosureId,
    /// 1-based row of the table, which tells rows of one code apart.
    pub row: u32,
    /// What the disclosure covers; amounts of different scopes are not to be summed.
    pub scope: Option<Scope>,
    /// The name as printed.
    pub name: String,
    /// 合计
    pub total: Option<Amount>,
    /// 基本支出
    pub basic: Option<Amount>,
    /// 项目支出
    pub project: Option<Amount>,
}

/// Entries by code, in no order yet.
pub(super) type Entries = BTreeMap<String, Vec<FunctionEntry>>;

/// Adds what a disclosure prints by function: all its spending, or else what the general budget pays.
pub(super) fn collect(disclosure: &Disclosure, into: &mut Entries) {
    let tables = &disclosure.reading.tables;
    let found = ["expenditure", "general-budget"].into_iter().find_map(|kind| {
        let entries = |table| entries_of(disclosure, table);
        tables.iter().filter(|table| table.kind == kind).map(entries).find(|entries| !entries.is_empty())
    });
    for (code, entry) in found.into_iter().flatten() {
        into.entry(code).or_default().push(entry);
    }
}

fn entries_of(disclosure: &Disclosure, table: &Table) -> Vec<(String, FunctionEntry)> {
    let coded = table.rows.iter().filter(|row| is_function_code(&row.code));
    coded.filter_map(|row| Some((row.code.clone(), entry(disclosure, table, row)?))).collect()
}

fn entry(disclosure: &Disclosure, table: &Table, row: &Row) -> Option<FunctionEntry> {
    let [total, basic, project] = ["total", "basic", "project"].map(|role| Amount::under(table, row, role));
    let has_amount = total.is_some() || basic.is_some() || project.is_some();
    has_amount.then(|| FunctionEntry {
        disclosure: disclosure.id.clone(),
        row: row.number,
        scope: disclosure.scope,
        name: row.label.clone(),
        total,
        basic,
        project,
    })
}

fn is_function_code(code: &str) -> bool {
    matches!(code.len(), 3 | 5 | 7) && code.bytes().all(|b| b.is_ascii_digit())
}

/// Puts the entries in order, and the functions into their tree.
pub(super) fn finish(entries: Entries) -> BTreeMap<String, Function> {
    let mut functions: BTreeMap<String, Function> =
        entries.into_iter().map(|(code, entries)| (code.clone(), function(code, entries))).collect();
    let codes: Vec<String> = functions.keys().cloned().collect();
    for code in &codes {
        let parent = [5, 3]
            .into_iter()
            .filter_map(|length| code.get(..length))
            .find(|above| above.len() < code.len() && functions.contains_key(*above));
        let Some(parent) = parent.map(str::to_owned) else { continue };
        if let Some(above) = functions.get_mut(&parent) {
            above.children.push(code.clone());
        }
        if let Some(function) = functions.get_mut(code) {
            function.parent = Some(parent);
        }
    }
    functions
}

fn function(code: String, mut entries: Vec<FunctionEntry>) -> Function {
    entries.sort();
    let names = names(&entries);
    let name = names.first().map(|name| name.name.clone()).unwrap_or_default();
    Function { code, name, names, parent: None, children: Vec::new(), entries }
}

/// The latest first, then the most used, then bytewise.
fn names(entries: &[FunctionEntry]) -> Vec<FunctionName> {
    let mut years: BTreeMap<&str, BTreeMap<FiscalYear, usize>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.name.is_empty()) {
        *years.entry(&entry.name).or_default().entry(entry.disclosure.year).or_default() += 1;
    }
    let name = |(name, years): (&str, BTreeMap<FiscalYear, usize>)| {
        let (first_year, _) = years.first_key_value()?;
        let (last_year, uses) = years.last_key_value()?;
        let (first_year, last_year) = (*first_year, *last_year);
        Some(FunctionName { name: name.to_owned(), first_year, last_year, uses_in_last_year: *uses })
    };
    let mut names: Vec<FunctionName> = years.into_iter().filter_map(name).collect();
    names.sort_by_key(|name| Reverse((name.last_year, name.uses_in_last_year)));
    names
}
