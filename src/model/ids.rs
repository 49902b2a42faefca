//! Names of things: units, years, stages, disclosures.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The publishing body: the name of its folder, `[a-z0-9-]+`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnitId(Arc<str>);

impl UnitId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for UnitId {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let valid = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if text.is_empty() || !text.bytes().all(valid) {
            return Err(InvalidId(text.to_owned()));
        }
        Ok(Self(text.into()))
    }
}

/// A text that is no id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id: use lower-case letters, digits and hyphens")]
pub struct InvalidId(pub String);

impl TryFrom<String> for UnitId {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl From<UnitId> for String {
    fn from(id: UnitId) -> Self {
        id.0.to_string()
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// 预算 or 决算.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// 预算: what a unit was given to spend.
    Budget,
    /// 决算: what it spent.
    Final,
}

impl Stage {
    /// The word in file names, URLs and data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Final => "final",
        }
    }

    /// The word in documents.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Budget => "预算",
            Self::Final => "决算",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Stage {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        match text {
            "budget" => Ok(Self::Budget),
            "final" => Ok(Self::Final),
            other => Err(InvalidId(other.to_owned())),
        }
    }
}

/// A fiscal year, which in China is the calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FiscalYear(pub u16);

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whose money a disclosure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// 部门: the body with its sub-units.
    Department,
    /// 单位: the body alone.
    Unit,
}

impl Scope {
    /// The word in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Unit => "unit",
        }
    }
}

/// One unit, one year, one stage; printed as `<unit>/<year>/<stage>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DisclosureId {
    /// Whose.
    pub unit: UnitId,
    /// Which fiscal year.
    pub year: FiscalYear,
    /// Budget or final accounts.
    pub stage: Stage,
}

impl fmt::Display for DisclosureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.unit, self.year, self.stage)
    }
}
