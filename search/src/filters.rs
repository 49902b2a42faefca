//! Filters: what a hit must be, apart from what it says.

use crate::amount::Bounds;
use crate::record::{Kind, Stage};
use crate::{Error, amount, fold};

/// Restrictions on hits; each that is set must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The kind of record.
    pub kind: Option<Kind>,
    /// The unit's id or its whole name.
    pub unit: Option<String>,
    /// The fiscal year.
    pub year: Option<u16>,
    /// Budget or final accounts.
    pub stage: Option<Stage>,
    /// A region's whole name, or its GB/T 2260 code, which includes what lies below it (`141100`: also
    /// `141181`).
    pub region: Option<String>,
    /// The least amount, an exact decimal in yuan.
    pub min: Option<String>,
    /// The greatest amount, an exact decimal in yuan.
    pub max: Option<String>,
}

impl Filters {
    /// The facets a record must have.
    pub(crate) fn facets(&self) -> impl Iterator<Item = String> {
        let kind = self.kind.map(kind_facet);
        let unit = self.unit.as_deref().map(unit_facet);
        let year = self.year.map(year_facet);
        let stage = self.stage.map(stage_facet);
        let region = self.region.as_deref().map(|region| region_facet(significant(region.trim())));
        [kind, unit, year, stage, region].into_iter().flatten()
    }

    /// The bounds of the amount.
    ///
    /// # Errors
    /// When one is not an exact decimal.
    pub(crate) fn bounds(&self) -> Result<Bounds, Error> {
        let read = |text: &Option<String>, parse: fn(&str) -> Option<i64>| {
            let text = text.as_deref().map(str::trim);
            text.map(|text| parse(text).ok_or_else(|| Error::Amount(text.to_owned()))).transpose()
        };
        Ok(Bounds { min: read(&self.min, amount::fen_ceil)?, max: read(&self.max, amount::fen_floor)? })
    }
}

/// The facet of a kind.
pub(crate) fn kind_facet(kind: Kind) -> String {
    format!("kind:{kind}")
}

/// The facet of a unit's id or name.
pub(crate) fn unit_facet(unit: &str) -> String {
    format!("unit:{}", fold(unit))
}

/// The facet of a fiscal year.
pub(crate) fn year_facet(year: u16) -> String {
    format!("year:{year}")
}

/// The facet of a stage.
pub(crate) fn stage_facet(stage: Stage) -> String {
    format!("stage:{stage}")
}

/// The facet of a region's name or significant code.
pub(crate) fn region_facet(region: &str) -> String {
    format!("region:{}", fold(region))
}

/// A code without the pairs of zeros that fill it up; a name as it is.
pub(crate) fn significant(code: &str) -> &str {
    let mut code = code;
    while let Some(shorter) = code.strip_suffix("00").filter(|shorter| shorter.len() % 2 == 0) {
        code = shorter;
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_significant_by_pairs() {
        let cases =
            [("140000", "14"), ("141100", "1411"), ("141181", "141181"), ("14", "14"), ("孝义市", "孝义市")];
        for (filter, expected) in cases {
            assert_eq!(significant(filter), expected);
        }
    }

    #[test]
    fn amounts_bound_from_inside() {
        let filters = |min: &str, max: &str| Filters {
            min: Some(min.into()),
            max: Some(max.into()),
            ..Filters::default()
        };
        let bounds = |min, max| Bounds { min, max };
        assert_eq!(filters("0.5", "1").bounds().unwrap(), bounds(Some(50), Some(100)));
        assert_eq!(filters("0.001", "0.019").bounds().unwrap(), bounds(Some(1), Some(1)));
        assert_eq!(Filters::default().bounds().unwrap(), Bounds::default());
        assert!(matches!(filters("1万", "2").bounds(), Err(Error::Amount(text)) if text == "1万"));
    }
}
