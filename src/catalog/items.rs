//! Who spends what on a budget item (功能分类科目 or 经济分类科目), by code.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::amount::Amount;
use crate::model::{Disclosure, DisclosureId, FiscalYear, Row, Scope, Table};

/// A code and everything that is spent on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// 3 (类), 5 (款) or, of functions, 7 (项) digits.
    pub code: String,
    /// Its name: in the latest year, the one most often printed.
    pub name: String,
    /// Every name printed for it, the latest first.
    pub names: Vec<ItemName>,
    /// The nearest item above it that occurs.
    pub parent: Option<String>,
    /// The items right below it that occur, by code.
    pub children: Vec<String>,
    /// Who spends what on it: by unit, year and stage.
    pub entries: Vec<ItemEntry>,
}

/// A name printed for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemName {
    /// As printed.
    pub name: String,
    /// The first fiscal year that prints it.
    pub first_year: FiscalYear,
    /// The last fiscal year that prints it.
    pub last_year: FiscalYear,
    /// How many rows of the last year print it.
    pub uses_in_last_year: usize,
}

/// What one disclosure prints for an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemEntry {
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
pub(super) type Entries = BTreeMap<String, Vec<ItemEntry>>;

/// How spending is classified (政府收支分类科目).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Classification {
    /// 功能分类: what the money is for.
    Function,
    /// 经济分类: what it buys.
    Economic,
}

impl Classification {
    /// The tables that print spending by it; the first that a disclosure has is taken.
    fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Function => &["expenditure", "general-budget"],
            Self::Economic => &["economic-detail"],
        }
    }

    /// The role of the column with the whole amount.
    fn total(self) -> &'static str {
        match self {
            Self::Function => "total",
            Self::Economic => "amount",
        }
    }

    fn has(self, code: &str) -> bool {
        let length = match self {
            Self::Function => matches!(code.len(), 3 | 5 | 7),
            Self::Economic => matches!(code.len(), 3 | 5),
        };
        length && code.bytes().all(|b| b.is_ascii_digit())
    }
}

/// Adds what a disclosure prints by function (all its spending, or else what the general budget pays) or by
/// economic item.
pub(super) fn collect(classification: Classification, disclosure: &Disclosure, into: &mut Entries) {
    let tables = &disclosure.reading.tables;
    let found = classification.tables().iter().find_map(|kind| {
        let entries = |table| entries_of(classification, disclosure, table);
        tables.iter().filter(|table| table.kind == *kind).map(entries).find(|entries| !entries.is_empty())
    });
    for (code, entry) in found.into_iter().flatten() {
        into.entry(code).or_default().push(entry);
    }
}

fn entries_of(
    classification: Classification,
    disclosure: &Disclosure,
    table: &Table,
) -> Vec<(String, ItemEntry)> {
    let coded = table.rows.iter().filter(|row| classification.has(&row.code));
    coded.filter_map(|row| Some((row.code.clone(), entry(classification, disclosure, table, row)?))).collect()
}

fn entry(
    classification: Classification,
    disclosure: &Disclosure,
    table: &Table,
    row: &Row,
) -> Option<ItemEntry> {
    let [total, basic, project] =
        [classification.total(), "basic", "project"].map(|role| Amount::under(table, row, role));
    let has_amount = total.is_some() || basic.is_some() || project.is_some();
    has_amount.then(|| ItemEntry {
        disclosure: disclosure.id.clone(),
        row: row.number,
        scope: disclosure.scope,
        name: row.label.clone(),
        total,
        basic,
        project,
    })
}

/// Puts the entries in order, and the items into their tree.
pub(super) fn finish(entries: Entries) -> BTreeMap<String, Item> {
    let mut items: BTreeMap<String, Item> =
        entries.into_iter().map(|(code, entries)| (code.clone(), item(code, entries))).collect();
    let codes: Vec<String> = items.keys().cloned().collect();
    for code in &codes {
        let parent = [5, 3]
            .into_iter()
            .filter_map(|length| code.get(..length))
            .find(|above| above.len() < code.len() && items.contains_key(*above));
        let Some(parent) = parent.map(str::to_owned) else { continue };
        if let Some(above) = items.get_mut(&parent) {
            above.children.push(code.clone());
        }
        if let Some(item) = items.get_mut(code) {
            item.parent = Some(parent);
        }
    }
    items
}

fn item(code: String, mut entries: Vec<ItemEntry>) -> Item {
    entries.sort();
    let names = names(&entries);
    let name = names.first().map(|name| name.name.clone()).unwrap_or_default();
    Item { code, name, names, parent: None, children: Vec::new(), entries }
}

/// The latest first, then the most used, then bytewise.
fn names(entries: &[ItemEntry]) -> Vec<ItemName> {
    let mut years: BTreeMap<&str, BTreeMap<FiscalYear, usize>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.name.is_empty()) {
        *years.entry(&entry.name).or_default().entry(entry.disclosure.year).or_default() += 1;
    }
    let name = |(name, years): (&str, BTreeMap<FiscalYear, usize>)| {
        let (first_year, _) = years.first_key_value()?;
        let (last_year, uses) = years.last_key_value()?;
        let (first_year, last_year) = (*first_year, *last_year);
        Some(ItemName { name: name.to_owned(), first_year, last_year, uses_in_last_year: *uses })
    };
    let mut names: Vec<ItemName> = years.into_iter().filter_map(name).collect();
    names.sort_by_key(|name| Reverse((name.last_year, name.uses_in_last_year)));
    names
}
