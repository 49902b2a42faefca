//! What lists over several disclosures and units are made from: small rows that can be kept for all of them.

use serde::Serialize;

use crate::catalog::{Amount, KeyFigure, KeyFigureEntry, key_figures, url};
use crate::model::{Disclosure, DisclosureId, Money, Scope, Unit, UnitId};
use crate::render::format::{ten_thousands, yuan};
use crate::render::link::Linker;

/// A disclosure as lists know it.
#[derive(Clone, Debug)]
pub struct DisclosureInfo {
    /// Unit, year, stage.
    pub id: DisclosureId,
    /// The unit's name.
    pub unit_name: String,
    /// What it covers.
    pub scope: Option<Scope>,
    /// ISO date; empty if it is not known.
    pub published_on: String,
    /// How many tables it holds.
    pub tables: usize,
    /// How many figures they hold.
    pub figures: usize,
    /// Whether the prose is summarised by the editor.
    pub abridged: bool,
    /// The figures people ask for first.
    pub keys: Vec<KeyFigureEntry>,
}

impl DisclosureInfo {
    /// The key figure that says this, as the page behind `linker` lists it; none if it is printed in parts, since
    /// one of them would be taken for the whole.
    pub(super) fn amount(&self, figure: KeyFigure, linker: &Linker) -> Option<AmountView> {
        let mut entries = self.keys.iter().filter(|entry| entry.figure == figure);
        match (entries.next(), entries.next()) {
            (Some(entry), None) => Some(AmountView::of(&entry.amount, &self.id, linker)),
            _ => None,
        }
    }

    /// What lists keep of a disclosure.
    pub fn new(unit: &Unit, disclosure: &Disclosure) -> Self {
        Self {
            id: disclosure.id.clone(),
            unit_name: unit.name.clone(),
            scope: disclosure.scope,
            published_on: disclosure.published_on.clone(),
            tables: disclosure.reading.tables.len(),
            figures: disclosure.reading.tables.iter().map(crate::model::Table::figure_count).sum(),
            abridged: disclosure.abridged,
            keys: key_figures(&disclosure.reading.tables),
        }
    }
}

/// A unit as lists know it, with its disclosures, newest first.
#[derive(Clone, Debug)]
pub struct UnitInfo {
    /// Its id.
    pub id: UnitId,
    /// Its full name.
    pub name: String,
    /// From the largest division to the smallest; may be empty.
    pub region_name: String,
    /// Division code; may be empty.
    pub region: String,
    /// Administrative level; may be empty.
    pub level: String,
    /// Its disclosures.
    pub disclosures: Vec<DisclosureInfo>,
}

impl UnitInfo {
    /// What lists keep of a unit.
    pub fn new(unit: &Unit, disclosures: Vec<DisclosureInfo>) -> Self {
        Self {
            id: unit.id.clone(),
            name: unit.name.clone(),
            region_name: unit.region_name.clone(),
            region: unit.region.clone(),
            level: unit.level.clone(),
            disclosures,
        }
    }
}

/// An amount in a list: in 万元, exactly, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AmountView {
    /// In 万元 with two decimals.
    pub shown: String,
    /// The exact yuan, with separators.
    pub exact: String,
    /// In yuan, without separators.
    pub value: String,
    /// Where it stands.
    pub href: String,
}

impl AmountView {
    pub(super) fn of(amount: &Amount, id: &DisclosureId, linker: &Linker) -> Self {
        let place = format!("{}#{}", url::table(id, &amount.table), amount.figure);
        Self::at(amount.money, &place, linker)
    }

    /// An amount at an address within the site.
    pub(super) fn at(money: Money, place: &str, linker: &Linker) -> Self {
        Self {
            shown: ten_thousands(money),
            exact: yuan(money),
            value: money.yuan().to_string(),
            href: linker.to(place),
        }
    }
}

/// A link to a disclosure by year and stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisclosureLink {
    /// The unit's name.
    pub unit: String,
    /// The unit's page.
    pub unit_href: String,
    /// Fiscal year.
    pub year: u16,
    /// `budget` or `final`.
    pub stage: &'static str,
    /// `department`, `unit` or empty.
    pub scope: &'static str,
    /// The disclosure's page.
    pub href: String,
}

impl DisclosureLink {
    pub(super) fn new(id: &DisclosureId, unit_name: &str, scope: Option<Scope>, linker: &Linker) -> Self {
        Self {
            unit: unit_name.to_owned(),
            unit_href: linker.to(&url::unit(&id.unit)),
            year: id.year.get(),
            stage: id.stage.name(),
            scope: scope.map_or("", Scope::name),
            href: linker.to(&url::disclosure(id)),
        }
    }
}
