//! `unit.toml`: who publishes.

use super::reader::{self, Table};
use crate::diag::{Placed, Warned};
use crate::model::ids::{RegionCode, Scope, UnitId};

/// The administrative levels a unit can have, highest first.
pub const LEVELS: [&str; 8] =
    ["central", "province", "prefecture", "city", "district", "county", "township", "village"];

/// The settings of a unit, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitConfig {
    /// Its full name; its id if the settings give none.
    pub name: String,
    /// What it is called for short.
    pub short_name: Option<String>,
    /// Names that it had before, in the order written.
    pub former_names: Vec<String>,
    /// Administrative division in which it lies.
    pub region: Option<RegionCode>,
    /// One of [`LEVELS`].
    pub level: Option<&'static str>,
    /// Code of the department (部门编码) in its budget: ASCII letters and digits.
    pub department_code: Option<String>,
    /// The unit above it, and where that is written.
    pub parent: Option<Placed<UnitId>>,
    /// Whom its disclosures cover; unless given, their titles say so.
    pub scope: Option<Scope>,
    /// Words by which units are grouped.
    pub tags: Vec<String>,
}

impl UnitConfig {
    /// Reads the text of a `unit.toml`; `path` is for messages, `id` stands in for a missing name.
    pub fn read(path: &str, text: &str, id: &UnitId) -> Warned<Self> {
        reader::read(path, text, |table| unit(table, id))
    }

    /// The settings of a unit of which nothing is known but its id.
    pub fn unknown(id: &UnitId) -> Self {
        Self {
            name: id.to_string(),
            short_name: None,
            former_names: Vec::new(),
            region: None,
            level: None,
            department_code: None,
            parent: None,
            scope: None,
            tags: Vec::new(),
        }
    }
}

fn unit(table: &mut Table, id: &UnitId) -> UnitConfig {
    UnitConfig {
        name: table.required("name", Table::text).map_or_else(|| id.to_string(), |name| name.value),
        short_name: table.text("short_name").map(|name| name.value),
        former_names: table.texts("former_names"),
        region: table.parsed("region").map(|region| region.value),
        level: table.word("level", &LEVELS.map(|level| (level, level))),
        department_code: department_code(table),
        parent: table.parsed("parent"),
        scope: table.word("scope", &[Scope::Department, Scope::Unit].map(|scope| (scope.name(), scope))),
        tags: table.texts("tags"),
    }
}

fn department_code(table: &mut Table) -> Option<String> {
    let Placed { value, place } = table.text("department_code")?;
    if value.len() > 20 || !value.bytes().all(|b| b.is_ascii_alphanumeric()) {
        table.refuse(place, "`department_code` must be at most 20 digits or letters");
        return None;
    }
    Some(value)
}
