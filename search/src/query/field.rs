//! Words of a query that say what a hit must be: `项目:刻章`, `单位:阳城`, `年:2024`, `金额>100万`.

use super::{Query, Term};
use crate::amount::{self, Bounds};
use crate::fold::fold;
use crate::record::Kind;

/// What stands between the name of a field and its value.
const COLONS: [char; 2] = [':', '：'];

/// A field that can be asked for.
#[derive(Clone, Copy)]
enum Field {
    Kind(Kind),
    Unit,
    Year,
    Region,
    Amount,
}

/// The names of the fields.
const FIELDS: [(&str, Field); 26] = [
    ("项目", Field::Kind(Kind::Project)),
    ("project", Field::Kind(Kind::Project)),
    ("指标", Field::Kind(Kind::Indicator)),
    ("indicator", Field::Kind(Kind::Indicator)),
    ("表", Field::Kind(Kind::Table)),
    ("table", Field::Kind(Kind::Table)),
    ("表行", Field::Kind(Kind::Line)),
    ("line", Field::Kind(Kind::Line)),
    ("发现", Field::Kind(Kind::Finding)),
    ("finding", Field::Kind(Kind::Finding)),
    ("文字", Field::Kind(Kind::Section)),
    ("section", Field::Kind(Kind::Section)),
    ("材料", Field::Kind(Kind::Disclosure)),
    ("disclosure", Field::Kind(Kind::Disclosure)),
    ("页面", Field::Kind(Kind::Page)),
    ("page", Field::Kind(Kind::Page)),
    ("单位", Field::Unit),
    ("部门", Field::Unit),
    ("unit", Field::Unit),
    ("年", Field::Year),
    ("年度", Field::Year),
    ("year", Field::Year),
    ("地区", Field::Region),
    ("region", Field::Region),
    ("金额", Field::Amount),
    ("amount", Field::Amount),
];

/// Takes a word for a filter; false if it is none, and then nothing was changed.
pub(super) fn take(query: &mut Query, text: &str) -> bool {
    compared(query, text) || named(query, text).is_some()
}

/// `项目:刻章`, and the like.
fn named(query: &mut Query, text: &str) -> Option<()> {
    let (name, value) = text.split_once(COLONS)?;
    let value = value.trim_matches(['"', '“', '”']);
    if value.is_empty() {
        return None;
    }
    match field(name)? {
        Field::Kind(kind) => {
            query.filters.kinds = vec![kind];
            add(query, Term::new(value));
        }
        Field::Unit => add(query, Term { of_unit: true, ..Term::new(value) }),
        Field::Year => query.filters.years = vec![value.trim_end_matches(['年', '度']).parse().ok()?],
        Field::Region => query.filters.regions = vec![value.to_owned()],
        Field::Amount => {
            let (min, max) = value.split_once(['-', '~', '—', '至']).unwrap_or((value, value));
            let yuan = |text: &str| amount::yuan_of(text.trim());
            narrow(query, Bounds { min: amount::fen_ceil(&yuan(min)?), max: amount::fen_floor(&yuan(max)?) });
        }
    }
    Some(())
}

/// `金额>100万`, `amount<=5000`.
fn compared(query: &mut Query, text: &str) -> bool {
    let Some(at) = text.find(['>', '<', '＞', '＜', '≥', '≤']) else { return false };
    let (name, rest) = text.split_at(at);
    if !matches!(field(name.trim_end_matches(COLONS)), Some(Field::Amount)) {
        return false;
    }
    let mut chars = rest.chars();
    let sign = chars.next();
    let (or_equal, number) = match chars.as_str().strip_prefix(['=', '＝']) {
        Some(number) => (true, number),
        None => (matches!(sign, Some('≥' | '≤')), chars.as_str()),
    };
    let Some(yuan) = amount::yuan_of(number) else { return false };
    let (floor, ceil) = (amount::fen_floor(&yuan), amount::fen_ceil(&yuan));
    let bounds = match (sign, or_equal) {
        (Some('>' | '＞' | '≥'), true) => Bounds { min: ceil, max: None },
        (Some('>' | '＞'), false) => Bounds { min: floor.and_then(|fen| fen.checked_add(1)), max: None },
        (_, true) => Bounds { min: None, max: floor },
        _ => Bounds { min: None, max: ceil.and_then(|fen| fen.checked_sub(1)) },
    };
    narrow(query, bounds);
    true
}

fn field(name: &str) -> Option<Field> {
    let name = fold(name);
    FIELDS.into_iter().find(|(known, _)| *known == name).map(|(_, field)| field)
}

fn add(query: &mut Query, term: Term) {
    if term.is_findable() && !query.terms.contains(&term) {
        query.terms.push(term);
    }
}

fn narrow(query: &mut Query, bounds: Bounds) {
    query.bounds = query.bounds.and(bounds);
}
