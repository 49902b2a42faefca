//! Budget items by function or economic classification, and who spends what on each.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::head::{Crumb, PageHead, Section, top_crumbs};
use super::info::{AmountView, DisclosureLink};
use crate::catalog::{Amount, Catalog, Classification, Item, ItemEntry, url};
use crate::render::link::Linker;
use crate::render::rows::Rows;

/// An item in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ItemLink {
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

/// All items of a classification.
#[derive(Clone, Debug, Serialize)]
pub struct ItemsView {
    /// Where the page is.
    pub head: PageHead,
    /// `functions` or `economics`.
    pub list: &'static str,
    /// The levels that occur.
    pub levels: BTreeSet<usize>,
    /// By code.
    pub items: Vec<ItemLink>,
    /// The list of the other classification.
    pub other_list: &'static str,
    /// Its page.
    pub other_href: String,
}

/// What one disclosure spends.
#[derive(Clone, Debug, Serialize)]
pub struct SpendingRow {
    /// Whose, which year and stage.
    pub disclosure: DisclosureLink,
    /// `<unit>/<year>/<stage>`
    pub id: String,
    /// The item's name as printed there.
    pub label: String,
    /// All spending.
    pub total: Option<AmountView>,
    /// Basic spending.
    pub basic: Option<AmountView>,
    /// Project spending; functions only.
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

/// Who spends what on one item.
#[derive(Clone, Debug, Serialize)]
pub struct ItemView {
    /// Where the page is.
    pub head: PageHead,
    /// `functions` or `economics`.
    pub list: &'static str,
    /// The item.
    pub item: ItemLink,
    /// The items above it, from 类 down.
    pub above: Vec<ItemLink>,
    /// The items one level below it.
    pub below: Vec<ItemLink>,
    /// Newest year first, final accounts before the budget.
    pub groups: Vec<SpendingGroup>,
}

/// The word for a classification in messages.
fn list(classification: Classification) -> &'static str {
    match classification {
        Classification::Function => "functions",
        Classification::Economic => "economics",
    }
}

/// The list of a classification's items.
pub fn items_page(classification: Classification, catalog: &Catalog) -> ItemsView {
    let path = url::items(classification);
    let linker = Linker::new(path);
    let items: Vec<ItemLink> =
        catalog.items(classification).values().map(|item| item_link(classification, item, &linker)).collect();
    let other = match classification {
        Classification::Function => Classification::Economic,
        Classification::Economic => Classification::Function,
    };
    ItemsView {
        head: PageHead::new(path, Section::Functions, top_crumbs(list(classification), &linker)),
        list: list(classification),
        levels: items.iter().map(|item| item.level).collect(),
        items,
        other_list: list(other),
        other_href: linker.to(url::items(other)),
    }
}

pub(super) fn item_link(classification: Classification, item: &Item, linker: &Linker) -> ItemLink {
    let units: BTreeSet<_> = item.entries.iter().map(|entry| &entry.disclosure.unit).collect();
    ItemLink {
        code: item.code.clone(),
        name: item.name.clone(),
        level: item.code.len().saturating_sub(1) / 2,
        href: linker.to(&url::item(classification, &item.code)),
        units: units.len(),
        disclosures: item.entries.len(),
    }
}

/// The page of an item.
pub fn item_page(classification: Classification, item: &Item, catalog: &Catalog) -> ItemView {
    let items = catalog.items(classification);
    let path = url::item(classification, &item.code);
    let linker = Linker::new(&path);
    let link = |item: &Item| item_link(classification, item, &linker);
    let above: Vec<ItemLink> = above(item, items).into_iter().map(link).collect();
    let mut crumbs = top_crumbs(list(classification), &linker);
    if let Some(list) = crumbs.last_mut() {
        list.href = linker.to(url::items(classification));
    }
    crumbs.extend(above.iter().map(|entry| Crumb::text(&entry.name, entry.href.clone())));
    crumbs.push(Crumb::text(&item.name, String::new()));
    ItemView {
        head: PageHead::new(&path, Section::Functions, crumbs),
        list: list(classification),
        item: link(item),
        below: item.children.iter().filter_map(|code| items.get(code)).map(link).collect(),
        groups: groups(&item.entries, catalog, &linker),
        above,
    }
}

/// The items above one, the highest first.
fn above<'a>(item: &Item, items: &'a BTreeMap<String, Item>) -> Vec<&'a Item> {
    let parent = |item: &Item| item.parent.as_ref().and_then(|code| items.get(code));
    let mut above: Vec<&Item> = std::iter::successors(parent(item), |item| parent(item)).collect();
    above.reverse();
    above
}

fn groups(entries: &[ItemEntry], catalog: &Catalog, linker: &Linker) -> Vec<SpendingGroup> {
    let mut sorted: Vec<&ItemEntry> = entries.iter().collect();
    let total = |entry: &ItemEntry| entry.total.as_ref().map(|amount| amount.money);
    let period = |entry: &ItemEntry| (entry.disclosure.year, entry.disclosure.stage);
    sorted.sort_by(|a, b| {
        let newest = period(b).cmp(&period(a));
        newest.then_with(|| total(b).cmp(&total(a))).then_with(|| a.disclosure.unit.cmp(&b.disclosure.unit))
    });
    let of_one_period = sorted.chunk_by(|a, b| period(a) == period(b));
    of_one_period
        .filter_map(|entries| {
            let (year, stage) = entries.first().map(|entry| period(entry))?;
            let rows = entries.iter().filter_map(|entry| spending_row(entry, catalog, linker)).collect();
            Some(SpendingGroup { year: year.get(), stage: stage.name(), rows })
        })
        .collect()
}

fn spending_row(entry: &ItemEntry, catalog: &Catalog, linker: &Linker) -> Option<SpendingRow> {
    let (unit, _) = catalog.disclosure(&entry.disclosure)?;
    let view = |amount: &Option<Amount>| {
        amount.as_ref().map(|amount| AmountView::of(amount, &entry.disclosure, linker))
    };
    Some(SpendingRow {
        disclosure: DisclosureLink::new(&entry.disclosure, &unit.name, entry.scope, linker),
        id: entry.disclosure.to_string(),
        label: entry.name.clone(),
        total: view(&entry.total),
        basic: view(&entry.basic),
        project: view(&entry.project),
    })
}

impl ItemsView {
    pub(in crate::render) fn rows(&self) -> Rows {
        let row = |item: &ItemLink| {
            vec![item.code.clone(), item.name.clone(), item.units.to_string(), item.disclosures.to_string()]
        };
        Rows {
            header: vec!["code", "name", "units", "disclosures"],
            rows: self.items.iter().map(row).collect(),
        }
    }
}

impl ItemView {
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
