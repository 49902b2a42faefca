//! The published tables: DATA-CONTRACT 3 in code.
//!
//! One file below `tables/` describes one table: its columns, their types and descriptions. The CSV header, the keys
//! of the JSON Lines and the schema in `datapackage.json` all come from that description.
//!
//! ```text
//! Disclosure ──Part::of──▶ Part ──DataSet::add──▶ files of a disclosure, of a unit, of the whole site
//! ```
//!
//! A [`Part`] is made once for a disclosure (in parallel, if wanted) and joins any number of data sets; a
//! [`DataSet`] passes on what it is given, so that its memory does not grow with the archive. What documents
//! print is never changed: a field may begin with `=`, `+`, `-` or `@`, which spreadsheets take for a formula.

mod dataset;
mod package;
mod rows;
mod schema;
mod sqlite;
mod tables;
#[cfg(test)]
mod tests;

pub use dataset::{DataSet, Part, in_memory};
pub use package::About;
pub use schema::{Field, FieldType, TableSchema};
pub use sqlite::{DATABASE, DATABASE_CHINESE, Database};
pub use tables::{schemas, table_csv};
