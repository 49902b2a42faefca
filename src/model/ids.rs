//! Names of units and disclosures, and the words of which they are made.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Text that is not the name it should be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` is not {expected}")]
pub struct IdError {
    /// The text.
    pub text: String,
    /// What was expected, e.g. "a fiscal year of four digits".
    pub expected: &'static str,
}

impl IdError {
    fn new(text: &str, expected: &'static str) -> Self {
        Self { text: text.to_owned(), expected }
    }
}

/// Serialises a type as its text.
macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }
    )*};
}

as_text!(UnitId, FiscalYear, DisclosureId, RegionCode, Date);

/// Id of a unit (单位): lower-case ASCII letters, digits and hyphens. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnitId(Arc<str>);

impl UnitId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for UnitId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        match !text.is_empty() && text.bytes().all(allowed) {
            true => Ok(Self(text.into())),
            false => Err(IdError::new(text, "a unit id (lower-case letters, digits and hyphens)")),
        }
    }
}

/// A fiscal year (年度), 1900 to 2099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FiscalYear(u16);

impl FiscalYear {
    /// The year of that number, if it can be one.
    pub fn new(year: u16) -> Option<Self> {
        (1900..2100).contains(&year).then_some(Self(year))
    }

    /// The year as a number.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for FiscalYear {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let year = digits(text, 4).and_then(|year| Self::new(u16::try_from(year).ok()?));
        year.ok_or_else(|| IdError::new(text, "a fiscal year of four digits"))
    }
}

/// What a disclosure reports: a budget (预算) or final accounts (决算).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// 预算, published before or early in the year.
    Budget,
    /// 决算, published after the year.
    Final,
}

impl Stage {
    /// The stage as it stands in file names, URLs and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Final => "final",
        }
    }

    /// The word in documents.
    pub const fn chinese(self) -> &'static str {
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
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        match text {
            "budget" => Ok(Self::Budget),
            "final" => Ok(Self::Final),
            _ => Err(IdError::new(text, "a stage (budget or final)")),
        }
    }
}

/// Whom a disclosure covers: a department with its sub-units (部门) or one unit alone (单位).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// 部门: the unit and those below it.
    Department,
    /// 单位: the unit alone.
    Unit,
}

impl Scope {
    /// The scope as it stands in settings and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Unit => "unit",
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Scope {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        match text {
            "department" => Ok(Self::Department),
            "unit" => Ok(Self::Unit),
            _ => Err(IdError::new(text, "a scope (department or unit)")),
        }
    }
}

/// Id of a disclosure, written `<unit>/<year>/<stage>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DisclosureId {
    /// Who published it.
    pub unit: UnitId,
    /// The fiscal year that it is about.
    pub year: FiscalYear,
    /// Budget or final accounts.
    pub stage: Stage,
}

impl fmt::Display for DisclosureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.unit, self.year, self.stage)
    }
}

impl FromStr for DisclosureId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let wrong = || IdError::new(text, "a disclosure (<unit>/<year>/<stage>)");
        let (unit, rest) = text.split_once('/').ok_or_else(wrong)?;
        let (year, stage) = rest.split_once('/').ok_or_else(wrong)?;
        Ok(Self { unit: unit.parse()?, year: year.parse()?, stage: stage.parse()? })
    }
}

/// Code of an administrative division (行政区划) in GB/T 2260: six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionCode(u32);

impl RegionCode {
    /// Code of the province: `120116` gives `120000`.
    #[must_use]
    pub const fn province(self) -> Self {
        Self(self.0 / 10_000 * 10_000)
    }

    /// Code of the prefecture: `371121` gives `371100`.
    #[must_use]
    pub const fn prefecture(self) -> Self {
        Self(self.0 / 100 * 100)
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl FromStr for RegionCode {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let code = digits(text, 6).filter(|code| *code >= 100_000).map(Self);
        code.ok_or_else(|| IdError::new(text, "a region code of six digits (GB/T 2260)"))
    }
}

/// A day of the calendar, written `2024-09-13`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if there is one: month and day count from 1.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let exists = (1000..=9999).contains(&year) && (1..=12).contains(&month) && (1..=last).contains(&day);
        exists.then_some(Self { year, month, day })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        parse_date(text).ok_or_else(|| IdError::new(text, "a date (yyyy-mm-dd)"))
    }
}

fn parse_date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let year = u16::try_from(digits(year, 4)?).ok()?;
    Date::new(year, u8::try_from(digits(month, 2)?).ok()?, u8::try_from(digits(day, 2)?).ok()?)
}

/// The number written by exactly so many ASCII digits, at most nine.
fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn accepts<T: FromStr + fmt::Display>(texts: &[&str]) {
        for text in texts {
            let value = text.parse::<T>().unwrap_or_else(|_| panic!("{text} refused"));
            assert_eq!(value.to_string(), *text);
        }
    }

    fn refuses<T: FromStr>(texts: &[&str]) {
        for text in texts {
            assert!(text.parse::<T>().is_err(), "{text:?} accepted");
        }
    }

    #[test]
    fn names_are_read_strictly_and_written_as_read() {
        accepts::<UnitId>(&["a", "tj-zw-01", "2024", "-"]);
        refuses::<UnitId>(&["", "A", "政务", "a_b", "../a", "a b", "a/b", "a\u{0}"]);
        accepts::<FiscalYear>(&["1900", "2024", "2099"]);
        refuses::<FiscalYear>(&["", "24", "2100", "1899", "02024", "+202", "２０２４"]);
        accepts::<Stage>(&["budget", "final"]);
        refuses::<Stage>(&["Final", "finals", ""]);
        accepts::<RegionCode>(&["120000", "371121"]);
        refuses::<RegionCode>(&["12", "1200000", "012345", "12000a"]);
        accepts::<DisclosureId>(&["a-b/2024/final"]);
        refuses::<DisclosureId>(&["a-b/2024", "a-b/2024/final/x", "/2024/final", "a//final"]);
    }

    #[test]
    fn dates_are_days_that_exist() {
        accepts::<Date>(&["2024-02-29", "2000-02-29", "2025-12-31"]);
        refuses::<Date>(&["2023-02-29", "1900-02-29", "2024-04-31", "2024-9-1", "2024-00-01", "2024-13-01"]);
        refuses::<Date>(&["0999-01-01", "2024-01-00", "20240101", "2024-01-01T00:00:00", "-024-01-01"]);
    }

    #[test]
    fn regions_know_those_above_them() {
        let county: RegionCode = "371121".parse().unwrap();
        assert_eq!(county.prefecture().to_string(), "371100");
        assert_eq!(county.province().to_string(), "370000");
    }

    #[test]
    fn ids_are_text_in_json() {
        let id: DisclosureId = "a/2024/final".parse().unwrap();
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, "\"a/2024/final\"");
        assert_eq!(serde_json::from_str::<DisclosureId>(&json).unwrap(), id);
        assert!(serde_json::from_str::<UnitId>("\"A\"").is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_refused_or_kept(text in "[a-z0-9/\\-年]{0,16}") {
            if let Ok(id) = text.parse::<DisclosureId>() {
                prop_assert_eq!(id.to_string(), text.clone());
            }
            if let Ok(date) = text.parse::<Date>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
