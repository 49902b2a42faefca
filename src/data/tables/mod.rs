//! One file per published table: the type of its rows, and how they come from a disclosure.
//!
//! A new table is a new file and its line in [`OF_DISCLOSURES`].

use std::io;

use super::rows::Rows;
use super::schema::{Published, TableSchema};
use crate::model::Disclosure;

mod blocks;
mod claims;
mod disclosures;
mod figures;
mod finding_inputs;
mod findings;
mod indicators;
mod projects;
mod redactions;
mod units;

pub use figures::table_csv;
pub(super) use units::write as write_units;

/// A table whose rows come from disclosures, one after another.
pub(super) struct Entry {
    pub schema: TableSchema,
    pub write: fn(&Disclosure, &mut Rows) -> io::Result<()>,
}

/// The table of the units, which comes first.
pub(super) const UNITS: TableSchema = units::UnitRow::SCHEMA;

/// The tables after it, in the order of their publication.
pub(super) const OF_DISCLOSURES: &[Entry] = &[
    Entry { schema: disclosures::DisclosureRow::SCHEMA, write: disclosures::write },
    Entry { schema: figures::FigureRow::SCHEMA, write: figures::write },
    Entry { schema: claims::ClaimRow::SCHEMA, write: claims::write },
    Entry { schema: projects::ProjectRow::SCHEMA, write: projects::write },
    Entry { schema: indicators::IndicatorRow::SCHEMA, write: indicators::write },
    Entry { schema: findings::FindingRow::SCHEMA, write: findings::write },
    Entry { schema: finding_inputs::FindingInputRow::SCHEMA, write: finding_inputs::write },
    Entry { schema: blocks::BlockRow::SCHEMA, write: blocks::write },
    Entry { schema: redactions::RedactionRow::SCHEMA, write: redactions::write },
];

/// Every published table, in the order of publication: what the data dictionary is made of.
pub fn schemas() -> impl Iterator<Item = TableSchema> {
    std::iter::once(UNITS).chain(OF_DISCLOSURES.iter().map(|entry| entry.schema))
}

/// A count as an integer field.
fn count(number: usize) -> Option<u64> {
    u64::try_from(number).ok()
}
