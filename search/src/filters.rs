//! Filters: what a hit must be, apart from what it says.

use crate::amount::Bounds;
use crate::groups::Group;
use crate::record::{Kind, Stage};
use crate::{Error, amount, fold};

/// Restrictions on hits; of each list that is not empty, a hit has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Kinds of record.
    pub kinds: Vec<Kind>,
    /// Ids or whole names of units.
    pub units: Vec<String>,
    /// Fiscal years.
    pub years: Vec<u16>,
    /// Budget or final accounts.
    pub stages: Vec<Stage>,
    /// Whole names of regions, or their GB/T 2260 codes, which include what lies below them (`141100`: also `141181`).
    pub regions: Vec<String>,
    /// The least amount in yuan, as typed: `7404800`, `1.5万`.
    pub min: Option<String>,
    /// The greatest amount in yuan, as typed.
    pub max: Option<String>,
}

impl Filters {
    /// Whether a kind is let through.
    pub(crate) fn pass_kind(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// Whether the unit, the year, the stage and the region of a group are let through.
    pub(crate) fn pass(&self, group: &Group) -> [bool; 4] {
        let has = |wanted: &str, names: &[Option<&str>]| {
            names.iter().flatten().any(|name| fold(name) == fold(wanted))
        };
        let names = [group.unit.as_deref(), group.unit_name.as_deref()];
        let region = |wanted: &String| {
            let region = group.region.as_ref();
            let code = region.map(|region| region.code.as_str()).unwrap_or_default();
            lies_in(code, wanted.trim()) || has(wanted, &[region.map(|region| region.name.as_str())])
        };
        [
            any(&self.units, |unit| has(unit, &names)),
            any(&self.years, |year| group.year == Some(*year)),
            any(&self.stages, |stage| group.stage == Some(*stage)),
            any(&self.regions, region),
        ]
    }

    /// The bounds of the amount.
    ///
    /// # Errors
    /// When one is not an amount.
    pub(crate) fn bounds(&self) -> Result<Bounds, Error> {
        let read = |text: &Option<String>, parse: fn(&str) -> Option<i64>| {
            let text = text.as_deref().map(str::trim);
            let typed = |text: &str| parse(text).or_else(|| parse(&amount::yuan_of(text)?));
            text.map(|text| typed(text).ok_or_else(|| Error::Amount(text.to_owned()))).transpose()
        };
        Ok(Bounds { min: read(&self.min, amount::fen_ceil)?, max: read(&self.max, amount::fen_floor)? })
    }
}

/// Whether one of the wanted things is there, or nothing is wanted.
fn any<T>(wanted: &[T], is_there: impl FnMut(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(is_there)
}

/// Whether a region lies in another, or is it: two digits a level.
fn lies_in(code: &str, wanted: &str) -> bool {
    let wanted = significant(wanted);
    !wanted.is_empty()
        && wanted.len().is_multiple_of(2)
        && wanted.bytes().all(|b| b.is_ascii_digit())
        && code.starts_with(wanted)
}

/// A code without the pairs of zeros that fill it up.
fn significant(code: &str) -> &str {
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
    fn regions_lie_in_regions() {
        let cases = [
            ("141181", "140000", true),
            ("141181", "141100", true),
            ("141181", "141181", true),
            ("141181", "14", true),
            ("141181", "142", false),
            ("140000", "141181", false),
            ("140522", "141100", false),
            ("141181", "孝义市", false),
            ("141181", "", false),
            ("", "14", false),
        ];
        for (code, wanted, expected) in cases {
            assert_eq!(lies_in(code, wanted), expected, "{code} in {wanted}");
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
        assert_eq!(
            filters("1.5万", "1,000,000元").bounds().unwrap(),
            bounds(Some(1_500_000), Some(100_000_000))
        );
        assert!(matches!(filters("一百", "2").bounds(), Err(Error::Amount(text)) if text == "一百"));
    }
}
