//! Exact yuan as whole fen, for comparing amounts in the index.

/// A decimal of yuan in fen, and whether a part of a fen was left behind (rounded towards minus infinity).
///
/// Accepts `-?digits[.digits]`; gives none for anything else and for what no `i64` of fen holds.
fn parse(text: &str) -> Option<(i64, bool)> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (yuan, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !is_number(yuan) || !is_number(fraction) {
        return None;
    }
    let (cents, rest) = fraction.split_at(fraction.len().min(2));
    let fen: i64 = format!("{yuan}{cents:0<2}").parse().ok()?;
    let partial = rest.bytes().any(|b| b != b'0');
    Some(if negative { (-fen - i64::from(partial), partial) } else { (fen, partial) })
}

/// The greatest whole number of fen that is not more than the amount.
pub(crate) fn fen_floor(text: &str) -> Option<i64> {
    parse(text).map(|(fen, _)| fen)
}

/// The least whole number of fen that is not less than the amount.
pub(crate) fn fen_ceil(text: &str) -> Option<i64> {
    parse(text).map(|(fen, partial)| fen + i64::from(partial))
}

/// The least and the greatest amount, in fen; none where there is no bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Not less than this.
    pub min: Option<i64>,
    /// Not more than this.
    pub max: Option<i64>,
}

impl Bounds {
    /// Whether an amount is within; one that is not known is not, unless there are no bounds.
    pub(crate) fn hold(self, amount: impl FnOnce() -> Option<i64>) -> bool {
        self == Self::default()
            || amount().is_some_and(|fen| {
                self.min.is_none_or(|min| min <= fen) && self.max.is_none_or(|max| fen <= max)
            })
    }

    /// What is within both.
    pub(crate) fn and(self, other: Self) -> Self {
        let of = |ours: Option<i64>, theirs: Option<i64>, pick: fn(i64, i64) -> i64| {
            ours.zip(theirs).map(|(a, b)| pick(a, b)).or(ours).or(theirs)
        };
        Self { min: of(self.min, other.min, i64::max), max: of(self.max, other.max, i64::min) }
    }
}

/// An amount as typed (`100万`, `1.5亿元`, `1,234.5`) as a plain decimal of yuan.
pub(crate) fn yuan_of(typed: &str) -> Option<String> {
    let typed = crate::fold::fold(typed).replace(',', "");
    let number = typed.trim_end_matches(['元', '圆']);
    let (number, places) = match number.chars().next_back() {
        Some('万') => (number.trim_end_matches('万'), 4),
        Some('亿') => (number.trim_end_matches('亿'), 8),
        _ => (number, 0),
    };
    if !number.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let fraction = format!("{fraction:0<places$}");
    let (moved, rest) = fraction.split_at_checked(places)?;
    let rest = if rest.is_empty() { "0" } else { rest };
    let yuan = format!("{whole}{moved}.{rest}");
    parse(&yuan).map(|_| yuan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_amounts_become_yuan() {
        let cases = [
            ("100万", Some("1000000.0")),
            ("1.5亿元", Some("150000000.0")),
            ("1,234.56", Some("1234.56")),
            ("0.00005万", Some("00000.5")),
            ("-3万元", Some("-30000.0")),
            ("１０", Some("10.0")),
            ("万", None),
            ("很多", None),
            ("", None),
            ("1.2.3万", None),
        ];
        for (typed, expected) in cases {
            let yuan = yuan_of(typed);
            let same = yuan.as_deref().and_then(fen_floor) == expected.and_then(fen_floor);
            assert!(yuan.is_some() == expected.is_some() && same, "{typed}: {yuan:?}");
        }
    }

    #[test]
    fn yuan_become_fen() {
        let cases = [
            ("0", Some((0, 0))),
            ("7404800", Some((740_480_000, 740_480_000))),
            ("-0.5", Some((-50, -50))),
            ("19505263.62", Some((1_950_526_362, 1_950_526_362))),
            ("1.2300", Some((123, 123))),
            ("1.234", Some((123, 124))),
            ("-1.234", Some((-124, -123))),
            ("-0", Some((0, 0))),
            ("", None),
            ("-", None),
            (".5", None),
            ("1.", None),
            ("1,234", None),
            ("1e9", None),
            ("+1", None),
            ("1_000", None),
            ("99999999999999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(fen_floor(text).zip(fen_ceil(text)), expected, "{text}");
        }
    }
}
