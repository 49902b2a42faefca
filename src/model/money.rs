//! Exact money: yuan as a decimal, read by a grammar of its own.
//!
//! `Decimal::from_str` accepts `1_234.56` and `1e9` and rounds past 28 places in silence; this grammar accepts
//! what Chinese fiscal tables print and nothing else.

use rust_decimal::Decimal;

/// What a printed amount is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Denomination {
    /// 元
    Yuan,
    /// 百元
    HundredYuan,
    /// 千元
    ThousandYuan,
    /// 万元
    TenThousandYuan,
    /// 百万元
    MillionYuan,
    /// 亿元
    HundredMillionYuan,
}

impl Denomination {
    /// All of them, the longest Chinese name first so that 万元 is not taken for 元.
    pub const ALL: [Self; 6] = [
        Self::MillionYuan,
        Self::HundredMillionYuan,
        Self::TenThousandYuan,
        Self::ThousandYuan,
        Self::HundredYuan,
        Self::Yuan,
    ];

    /// The word printed in documents.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::HundredYuan => "百元",
            Self::ThousandYuan => "千元",
            Self::TenThousandYuan => "万元",
            Self::MillionYuan => "百万元",
            Self::HundredMillionYuan => "亿元",
        }
    }

    /// The name in published data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yuan => "yuan",
            Self::HundredYuan => "hundred-yuan",
            Self::ThousandYuan => "thousand-yuan",
            Self::TenThousandYuan => "ten-thousand-yuan",
            Self::MillionYuan => "million-yuan",
            Self::HundredMillionYuan => "hundred-million-yuan",
        }
    }

    /// How many yuan one of it is.
    pub fn yuan(self) -> Decimal {
        Decimal::from(match self {
            Self::Yuan => 1_u32,
            Self::HundredYuan => 100,
            Self::ThousandYuan => 1_000,
            Self::TenThousandYuan => 10_000,
            Self::MillionYuan => 1_000_000,
            Self::HundredMillionYuan => 100_000_000,
        })
    }
}

/// An exact amount in yuan, without trailing zeros.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(Decimal);

impl Money {
    /// `number` of `denomination`; `None` if it has more digits than can be held exactly.
    pub fn new(number: Decimal, denomination: Denomination) -> Option<Self> {
        let yuan = number.checked_mul(denomination.yuan())?;
        // A product that had to be rounded does not divide back.
        (yuan.checked_div(denomination.yuan())? == number).then(|| Self(yuan.normalize()))
    }

    /// The amount in yuan.
    pub fn yuan(self) -> Decimal {
        self.0
    }

    /// The amount counted in `denomination`.
    pub fn count(self, denomination: Denomination) -> Decimal {
        (self.0 / denomination.yuan()).normalize()
    }
}

/// What a cell that should hold a number holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    /// Nothing.
    Blank,
    /// Dashes only (`——`): the template says that nothing belongs here.
    NotApplicable,
    /// A number.
    Value(Decimal),
    /// Digits with a space in between, which may be one number that the conversion broke.
    Broken(Decimal),
    /// Something else.
    NotANumber,
}

/// Reads a printed number: digits with optional thousands commas and decimals, full-width or not, negative with
/// `-` or in brackets. Signs of currency, exponents and underscores are not numbers.
pub fn read_number(printed: &str) -> Number {
    let text: String = printed.trim().chars().map(half_width).collect();
    if text.is_empty() {
        return Number::Blank;
    }
    if text.chars().all(|c| c == '-') {
        return Number::NotApplicable;
    }
    let spaced = text.chars().any(char::is_whitespace);
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    match read_signed(&joined) {
        Some(value) if spaced && !is_grouped(&text) => Number::Broken(value),
        Some(value) => Number::Value(value),
        None => Number::NotANumber,
    }
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '．' => '.',
        '，' => ',',
        '（' => '(',
        '）' => ')',
        '－' | '—' | '–' | '―' | '−' | '‐' => '-',
        c => c,
    }
}

fn read_signed(text: &str) -> Option<Decimal> {
    let bracketed = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    match (bracketed, text.strip_prefix('-')) {
        (Some(inner), _) | (None, Some(inner)) => read_unsigned(inner).map(|value| -value),
        (None, None) => read_unsigned(text),
    }
}

fn read_unsigned(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(w, f)| (w, Some(f)));
    let fraction_ok = fraction.is_none_or(|f| !f.is_empty() && f.bytes().all(|b| b.is_ascii_digit()));
    if !fraction_ok || !is_whole(whole) {
        return None;
    }
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let value = Decimal::from_str_exact(&plain).ok()?;
    Some(if value.is_zero() { Decimal::ZERO } else { value })
}

/// `1234` or `1,234`; an ungrouped comma (`12,34`) is not a number.
fn is_whole(text: &str) -> bool {
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    match text.split_once(',') {
        None => digits(text),
        Some((head, tail)) => {
            digits(head) && head.len() <= 3 && tail.split(',').all(|group| group.len() == 3 && digits(group))
        }
    }
}

/// `1 234 567.89`: spaces as thousands separators (SI style).
fn is_grouped(text: &str) -> bool {
    let whole = text.trim_start_matches(['-', '(']).split('.').next().unwrap_or_default();
    let mut groups = whole.trim().split(' ');
    let head = groups.next().is_some_and(|g| (1..=3).contains(&g.len()));
    let rest: Vec<&str> = groups.collect();
    let fraction_spaced =
        text.split_once('.').is_some_and(|(_, f)| f.trim_end_matches(')').contains(char::is_whitespace));
    head && !rest.is_empty()
        && !fraction_spaced
        && rest.iter().all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str) -> Number {
        Number::Value(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn reads_what_fiscal_tables_print() {
        let broken = |text| Number::Broken(Decimal::from_str_exact(text).unwrap());
        let cases = [
            ("", Number::Blank),
            (" \u{3000}", Number::Blank),
            ("——", Number::NotApplicable),
            ("———", Number::NotApplicable),
            ("-", Number::NotApplicable),
            ("--", Number::NotApplicable),
            ("0", value("0")),
            ("-0.00", value("0")),
            ("939.02", value("939.02")),
            ("1,256.36", value("1256.36")),
            ("１，２５６．３６", value("1256.36")),
            ("-12.5", value("-12.5")),
            ("(123.45)", value("-123.45")),
            ("（1,123.45）", value("-1123.45")),
            ("1 234 567.89", value("1234567.89")),
            ("174.6 14", broken("174.614")),
            ("174.61 4", broken("174.614")),
            ("12 34", broken("1234")),
            ("1_234.56", Number::NotANumber),
            ("1e9", Number::NotANumber),
            ("NaN", Number::NotANumber),
            ("12,34", Number::NotANumber),
            ("1,2345", Number::NotANumber),
            ("1.2.3", Number::NotANumber),
            (".5", Number::NotANumber),
            ("5.", Number::NotANumber),
            ("+5", Number::NotANumber),
            ("12%", Number::NotANumber),
            ("58万元", Number::NotANumber),
            ("99999999999999999999999999999999", Number::NotANumber),
        ];
        for (text, expected) in cases {
            assert_eq!(read_number(text), expected, "{text:?}");
        }
    }

    #[test]
    fn counts_in_yuan_exactly() {
        let amount = |text: &str, denomination| {
            Money::new(Decimal::from_str_exact(text).unwrap(), denomination).unwrap().yuan().to_string()
        };
        assert_eq!(amount("740.48", Denomination::TenThousandYuan), "7404800");
        assert_eq!(amount("0.00", Denomination::TenThousandYuan), "0");
        assert_eq!(amount("19505263.62", Denomination::Yuan), "19505263.62");
        assert_eq!(amount("-0.00005", Denomination::TenThousandYuan), "-0.5");
        assert_eq!(amount("118.45", Denomination::HundredMillionYuan), "11845000000");
    }

    proptest! {
        #[test]
        fn never_panics_and_never_guesses(text in "\\PC{0,24}") {
            if let Number::Value(value) = read_number(&text) {
                prop_assert!(text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)), "{text:?} gave {value}");
            }
        }

        #[test]
        fn reads_back_what_it_prints(units in -1_000_000_000_000_i64..1_000_000_000_000, scale in 0_u32..6, grouped in any::<bool>()) {
            let value = Decimal::new(units, scale);
            let text = value.to_string();
            let text = if grouped { group(&text) } else { text };
            prop_assert_eq!(read_number(&text), Number::Value(value));
        }

        #[test]
        fn denominations_divide_back(units in any::<i64>(), scale in 0_u32..4) {
            let number = Decimal::new(units, scale);
            for denomination in Denomination::ALL {
                let money = Money::new(number, denomination).unwrap();
                prop_assert_eq!(money.count(denomination), number);
            }
        }
    }

    fn group(text: &str) -> String {
        let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
        let (whole, fraction) =
            rest.split_once('.').map_or((rest, String::new()), |(w, f)| (w, format!(".{f}")));
        let mut out = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                out.push(',');
            }
            out.push(digit);
        }
        format!("{sign}{out}{fraction}")
    }
}
