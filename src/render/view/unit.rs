//! The page of one unit.

use std::cmp::Reverse;

use serde::Serialize;

use super::finding_row::FindingList;
use super::head::{PageHead, Section, here, unit_crumbs};
use super::info::{AmountView, DisclosureInfo, DisclosureLink};
use super::key::word;
use super::units::region_href;
use crate::catalog::{CatalogFinding, KeyFigure, url};
use crate::model::{Unit, UnitId};
use crate::render::link::Linker;
use crate::render::markdown::to_html;
use crate::render::messages::Messages;

/// The figures of one disclosure, in the order of [`UnitView::columns`].
#[derive(Clone, Debug, Serialize)]
pub struct YearRow {
    /// Year and stage.
    pub disclosure: DisclosureLink,
    /// ISO date; empty if it is not known.
    pub published_on: String,
    /// How many tables it holds.
    pub tables: usize,
    /// How many figures they hold.
    pub figures: usize,
    /// One for each column; `None` where the document has none.
    pub amounts: Vec<Option<AmountView>>,
}

/// A unit.
#[derive(Clone, Debug, Serialize)]
pub struct UnitView {
    /// Where the page is.
    pub head: PageHead,
    /// Its id.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Names it had before.
    pub former_names: Vec<String>,
    /// Division code; may be empty.
    pub region: String,
    /// Division; may be empty.
    pub region_name: String,
    /// The page of the division; may be empty.
    pub region_href: String,
    /// Administrative level; may be empty.
    pub level: String,
    /// Budget department code; may be empty.
    pub department_code: String,
    /// Keys of the figures that at least one disclosure has.
    pub columns: Vec<&'static str>,
    /// Newest first, final accounts before the budget of the same year.
    pub years: Vec<YearRow>,
    /// The editor's notes, as HTML made here; may be empty.
    pub notes_html: String,
    /// What the audit found in its disclosures, the newest first.
    pub findings: FindingList,
    /// The unit it belongs to.
    pub parent: Option<ParentView>,
}

/// The unit another one belongs to.
#[derive(Clone, Debug, Serialize)]
pub struct ParentView {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
}

/// The figures of the overview, in order.
pub(super) const COLUMNS: [KeyFigure; 6] = [
    KeyFigure::ExpenditureTotal,
    KeyFigure::BasicSpending,
    KeyFigure::ProjectSpending,
    KeyFigure::ThreePublic,
    KeyFigure::OperatingExpenses,
    KeyFigure::Procurement,
];

/// The page of a unit; `parent` is the name and id of the unit it belongs to.
pub fn unit_page(
    unit: &Unit,
    disclosures: &[DisclosureInfo],
    findings: &[CatalogFinding],
    parent: Option<(&UnitId, &str)>,
    messages: &Messages,
) -> UnitView {
    let path = url::unit(&unit.id);
    let linker = Linker::new(&path);
    let has = |figure: &KeyFigure| {
        disclosures.iter().any(|info| info.keys.iter().any(|entry| entry.figure == *figure))
    };
    let columns: Vec<KeyFigure> = COLUMNS.into_iter().filter(has).collect();
    let mut newest: Vec<&DisclosureInfo> = disclosures.iter().collect();
    newest.sort_by_key(|info| Reverse((info.id.year, info.id.stage)));
    UnitView {
        head: PageHead::new(&path, Section::Units, here(unit_crumbs(unit, &linker))),
        id: unit.id.to_string(),
        name: unit.name.clone(),
        former_names: unit.former_names.clone(),
        region: unit.region.clone(),
        region_name: unit.region_name.clone(),
        region_href: region_href(&unit.region, &linker),
        level: unit.level.clone(),
        department_code: unit.department_code.clone(),
        years: newest.into_iter().map(|info| year_row(info, &columns, &linker)).collect(),
        columns: columns.into_iter().map(word).collect(),
        notes_html: unit.notes.as_deref().map(|notes| to_html(notes, 3)).unwrap_or_default(),
        findings: FindingList::new(findings.iter().rev(), &linker, messages),
        parent: parent
            .map(|(id, name)| ParentView { name: name.to_owned(), href: linker.to(&url::unit(id)) }),
    }
}

fn year_row(info: &DisclosureInfo, columns: &[KeyFigure], linker: &Linker) -> YearRow {
    YearRow {
        disclosure: DisclosureLink::new(&info.id, &info.unit_name, info.scope, linker),
        published_on: info.published_on.clone(),
        tables: info.tables,
        figures: info.figures,
        amounts: columns.iter().map(|figure| info.amount(*figure, linker)).collect(),
    }
}
