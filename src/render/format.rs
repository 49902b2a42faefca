//! Numbers as people read them: text to text, never through a float.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::{Denomination, Money};

/// A printed number with thousands separators; anything that is not plain digits stays as it is.
pub fn grouped(printed: &str) -> String {
    let (sign, digits) = printed.strip_prefix('-').map_or(("", printed), |digits| ("-", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || fraction.is_some_and(|fraction| !is_digits(fraction)) {
        return printed.to_owned();
    }
    let mut out = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The amount in yuan, exact, with thousands separators.
pub fn yuan(money: Money) -> String {
    grouped(&money.yuan().to_string())
}

/// An amount the way a person says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// With thousands separators.
    pub number: String,
    /// What it is counted in.
    pub denomination: Denomination,
    /// Whether digits were left out.
    pub rounded: bool,
}

/// As printed; amounts printed in yuan from ten thousand on are told in 万元 with two decimals.
pub fn spoken(money: Money, printed: &str, denomination: Option<Denomination>) -> Spoken {
    let denomination = denomination.unwrap_or(Denomination::Yuan);
    let large = money.yuan().abs() >= Denomination::TenThousandYuan.yuan();
    if denomination != Denomination::Yuan || !large {
        return Spoken { number: grouped(printed), denomination, rounded: false };
    }
    let exact = money.count(Denomination::TenThousandYuan);
    let number = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    Spoken {
        number: grouped(&format!("{number:.2}")),
        denomination: Denomination::TenThousandYuan,
        rounded: number != exact,
    }
}

/// In 万元 with two decimals, so that amounts of many documents stand in one column; less than that exactly.
pub fn ten_thousands(money: Money) -> String {
    let exact = money.count(Denomination::TenThousandYuan);
    let rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() && !exact.is_zero() { exact.to_string() } else { grouped(&format!("{rounded:.2}")) }
}

/// `part` of `whole` in percent with two decimals; `None` where that says nothing.
pub fn share(part: Decimal, whole: Decimal) -> Option<String> {
    if whole <= Decimal::ZERO || part < Decimal::ZERO || part > whole {
        return None;
    }
    let percent = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(format!("{:.2}", percent.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)))
}

/// The first 12 digits of a hash.
pub fn hash_prefix(sha256: &str) -> String {
    sha256.chars().take(12).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str, denomination: Denomination) -> Money {
        Money::new(Decimal::from_str_exact(text).unwrap(), denomination).unwrap()
    }

    #[test]
    fn groups_only_plain_numbers() {
        for (printed, shown) in [
            ("1649.56", "1,649.56"),
            ("39010527.24", "39,010,527.24"),
            ("-1234", "-1,234"),
            ("0.00", "0.00"),
            ("1,649.56", "1,649.56"),
            ("174.6 14", "174.6 14"),
            ("——", "——"),
            ("", ""),
            ("2.", "2."),
            ("１２３４", "１２３４"),
        ] {
            assert_eq!(grouped(printed), shown);
        }
    }

    #[test]
    fn speaks_in_ten_thousands_and_says_when_it_rounds() {
        let ten_thousand = Denomination::TenThousandYuan;
        let said = spoken(money("19505263.62", Denomination::Yuan), "19505263.62", Some(Denomination::Yuan));
        assert_eq!((said.number.as_str(), said.denomination, said.rounded), ("1,950.53", ten_thousand, true));
        let said = spoken(money("1649.56", ten_thousand), "1649.56", Some(ten_thousand));
        assert_eq!((said.number.as_str(), said.rounded), ("1,649.56", false));
        let said = spoken(money("990", Denomination::Yuan), "990", Some(Denomination::Yuan));
        assert_eq!((said.number.as_str(), said.denomination), ("990", Denomination::Yuan));
        assert_eq!(yuan(money("1649.56", ten_thousand)), "16,495,600");
    }

    #[test]
    fn shares_are_exact_or_absent() {
        let d = |text: &str| Decimal::from_str_exact(text).unwrap();
        assert_eq!(share(d("998.51"), d("1649.56")).as_deref(), Some("60.53"));
        assert_eq!(share(d("1"), d("0")), None);
        assert_eq!(share(d("2"), d("1")), None);
    }
}
