//! A printed number with its sign and unit: `≥4000枚`, `1416.7`, `=174.61万元`.

use rust_decimal::Decimal;

use super::money::{Number, read_number};

/// A printed quantity, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The sign before the number: the value is then a bound, unless it says “equal”.
    pub sign: Option<char>,
    /// The number as printed.
    pub number: Decimal,
    /// What stands behind it; may be empty.
    pub measure: String,
}

const SIGNS: [char; 14] = ['≥', '≤', '>', '<', '=', '＝', '＞', '＜', '≧', '≦', '⩾', '⩽', '~', '约'];
/// Digits from which on a text holds a range or several numbers.
const MOST_DIGITS: usize = 16;

impl Quantity {
    /// Takes a printed text apart; `None` if it does not begin with a number, but for its sign.
    pub fn read(printed: &str) -> Option<Self> {
        let text = printed.trim();
        let sign = text.chars().next().filter(|c| SIGNS.contains(c));
        let text = text.trim_start_matches(SIGNS).trim();
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '，');
        let end = text.find(|c: char| !is_number(c)).unwrap_or(text.len());
        let (number, measure) = text.split_at_checked(end)?;
        match read_number(number) {
            Number::Value(number) => Some(Self { sign, number, measure: measure.trim().to_owned() }),
            _ => None,
        }
    }

    /// Whether it is a bound and no value.
    pub fn is_open(&self) -> bool {
        self.sign.is_some_and(|sign| !matches!(sign, '=' | '＝'))
    }

    /// Whether a printed text holds one number only: no range, no list.
    pub fn is_single(printed: &str) -> bool {
        let digits = printed.matches(|c: char| c.is_ascii_digit()).count();
        digits < MOST_DIGITS && !printed.contains(['-', '~', '—'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_taken_apart() {
        let cases = [
            ("≥4000枚", Some((Some('≥'), "4000", "枚", true))),
            ("1,416.7", Some((None, "1416.7", "", false))),
            (" =174.61万元", Some((Some('='), "174.61", "万元", false))),
            ("约 300 次", Some((Some('约'), "300", "次", true))),
            ("及时", None),
            ("≥枚", None),
            ("", None),
        ];
        for (printed, expected) in cases {
            let read = Quantity::read(printed);
            let read = read.as_ref().map(|q| (q.sign, q.number.to_string(), q.measure.as_str(), q.is_open()));
            let expected =
                expected.map(|(sign, number, measure, open)| (sign, number.to_owned(), measure, open));
            assert_eq!(read, expected, "{printed}");
        }
        assert!(Quantity::is_single("1500套") && !Quantity::is_single("3-5次"));
    }
}
