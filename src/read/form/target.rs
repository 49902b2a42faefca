//! Printed targets taken apart: `≥ 95%`, `=14套`, `58万元/年`, `15个工作日内`, `不低于90%`, `≥枚` (the number is missing), 及时.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;

use crate::model::{Number, Operator, Target, read_number};
use crate::text::compact;

/// Words before the number that stand for a sign; the longest first.
const WORDS_BEFORE: [(&str, Operator); 30] = [
    ("大于等于", Operator::AtLeast),
    ("大于或等于", Operator::AtLeast),
    ("小于等于", Operator::AtMost),
    ("小于或等于", Operator::AtMost),
    ("不低于", Operator::AtLeast),
    ("不少于", Operator::AtLeast),
    ("不小于", Operator::AtLeast),
    ("不高于", Operator::AtMost),
    ("不超过", Operator::AtMost),
    ("不多于", Operator::AtMost),
    ("不大于", Operator::AtMost),
    ("控制在", Operator::AtMost),
    ("达到", Operator::AtLeast),
    ("至少", Operator::AtLeast),
    ("大于", Operator::MoreThan),
    ("高于", Operator::MoreThan),
    ("超过", Operator::MoreThan),
    ("小于", Operator::LessThan),
    ("低于", Operator::LessThan),
    ("少于", Operator::LessThan),
    ("等于", Operator::Equal),
    ("大约", Operator::About),
    ("≥", Operator::AtLeast),
    (">=", Operator::AtLeast),
    ("≤", Operator::AtMost),
    ("<=", Operator::AtMost),
    (">", Operator::MoreThan),
    ("<", Operator::LessThan),
    ("=", Operator::Equal),
    ("约", Operator::About),
];

/// Words behind the measure that stand for a sign.
const WORDS_BEHIND: [(&str, Operator); 8] = [
    ("及以上", Operator::AtLeast),
    ("以上", Operator::AtLeast),
    ("及以下", Operator::AtMost),
    ("以下", Operator::AtMost),
    ("以内", Operator::AtMost),
    ("之内", Operator::AtMost),
    ("左右", Operator::About),
    ("内", Operator::AtMost),
];

/// Characters a measure may have; what is longer is a phrase.
const MOST_MEASURE_CHARS: usize = 12;

/// Takes a printed target apart. A phrase gives no sign, number or measure.
pub(in crate::read) fn parse(printed: &str) -> Target {
    let text = fold(printed);
    let (operator, rest) = sign_before(&text);
    let Some((number, tail)) = leading_number(rest) else {
        return without_number(operator, rest);
    };
    let (behind, measure) = sign_behind(tail, operator);
    if !is_measure(measure) || operator.is_none() && (is_date(rest) || number.is_none()) {
        return Target::default();
    }
    Target { operator: operator.or(behind), number, measure: measure.to_owned() }
}

/// Whether a text is a sign with a measure whose number is missing (`≥枚`).
pub(in crate::read) fn lacks_number(target: &Target) -> bool {
    target.operator.is_some() && target.number.is_none()
}

/// Without white space, one form for each sign.
fn fold(printed: &str) -> String {
    let one = |c: char| match c {
        '≧' | '⩾' | '≥' => '≥',
        '≦' | '⩽' | '≤' => '≤',
        '＝' | '﹦' => '=',
        '＞' | '﹥' => '>',
        '＜' | '﹤' => '<',
        '％' => '%',
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '．' => '.',
        '～' => '~',
        c => c,
    };
    compact(printed).chars().map(one).collect()
}

fn sign_before(text: &str) -> (Option<Operator>, &str) {
    if let Some(rest) = text.strip_prefix(['~', '≈']) {
        return (Some(Operator::About), rest);
    }
    let hit = WORDS_BEFORE.iter().find_map(|(word, operator)| Some((*operator, text.strip_prefix(word)?)));
    hit.map_or((None, text), |(operator, rest)| (Some(operator), rest))
}

/// The number a text begins with, and what follows. `Some((None, …))` for a range, which is no single number.
fn leading_number(text: &str) -> Option<(Option<Decimal>, &str)> {
    static NUMBER: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?").ok());
    let hit = NUMBER.as_ref()?.find(text)?;
    let tail = &text[hit.end()..];
    if tail.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    if tail.starts_with(['-', '~', '—', '至', '到', '/', ':', '：']) && has_digit(tail) {
        return Some((None, tail));
    }
    match read_number(hit.as_str()) {
        Number::Value(value) => Some((Some(value), tail)),
        _ => None,
    }
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
}

/// `≥枚`: a sign and a measure; a sign before anything longer, or a word without number, is a phrase.
fn without_number(operator: Option<Operator>, rest: &str) -> Target {
    let signed = operator.is_some() && is_measure(rest) && rest.chars().count() <= 6 && !rest.is_empty();
    if signed { Target { operator, number: None, measure: rest.to_owned() } } else { Target::default() }
}

fn sign_behind(tail: &str, before: Option<Operator>) -> (Option<Operator>, &str) {
    if before.is_some() {
        return (None, tail);
    }
    let hit = WORDS_BEHIND.iter().find_map(|(word, operator)| Some((*operator, tail.strip_suffix(word)?)));
    hit.filter(|(_, measure)| !measure.is_empty())
        .map_or((None, tail), |(operator, measure)| (Some(operator), measure))
}

fn is_measure(text: &str) -> bool {
    text.chars().count() <= MOST_MEASURE_CHARS
        && !has_digit(text)
        && !text.contains(['。', '，', ',', '；', ';', '、', '：', ':', '=', '≥', '≤', '<', '>', '+', '~'])
}

/// `2024年全年`, `6月底前`: a point in time, no quantity.
fn is_date(text: &str) -> bool {
    static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:(?:19|20)\d{2}年|\d{1,2}月(?:\d|底|份|初|末|中|前|上|下)|\d{1,2}月$|\d{1,2}日前|(?:19|20)\d{2}$)").ok()
    });
    DATE.as_ref().is_some_and(|date| date.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn targets_come_apart() {
        let cases = [
            ("≥ 95%", "≥", "95", "%"),
            ("=14套", "=", "14", "套"),
            ("＝14套", "=", "14", "套"),
            ("58万元/年", "", "58", "万元/年"),
            ("15 个工作日内", "≤", "15", "个工作日"),
            ("≥枚", "≥", "", "枚"),
            ("=万元", "=", "", "万元"),
            ("≥%", "≥", "", "%"),
            ("大于90%", ">", "90", "%"),
            ("大于等于90%", "≥", "90", "%"),
            ("不低于 90 %", "≥", "90", "%"),
            ("不超过3次", "≤", "3", "次"),
            ("≤0.84万元", "≤", "0.84", "万元"),
            ("≤532,600元", "≤", "532600", "元"),
            ("≥50日均", "≥", "50", "日均"),
            ("50日均", "", "50", "日均"),
            ("100%", "", "100", "%"),
            ("1", "", "1", ""),
            ("90分以上", "≥", "90", "分"),
            ("20人左右", "~", "20", "人"),
            ("约20人", "~", "20", "人"),
            ("3年", "", "3", "年"),
            ("≤6个月", "≤", "6", "个月"),
            ("≥60℃", "≥", "60", "℃"),
            ("2024年全年", "", "", ""),
            ("6月底前", "", "", ""),
            ("2024年12月31日前", "", "", ""),
            ("及时", "", "", ""),
            ("提高100%", "", "", ""),
            ("提高0有效", "", "", ""),
            ("达成预期指标", "", "", ""),
            ("80%-90%", "", "", ""),
            ("3-5天", "", "", ""),
            ("30余类证照", "", "30", "余类证照"),
            ("每个项目1个工作日内", "", "", ""),
            ("", "", "", ""),
            ("≥", "", "", ""),
        ];
        for (printed, sign, number, measure) in cases {
            let target = parse(printed);
            assert_eq!(target.operator.map_or("", Operator::sign), sign, "{printed}");
            assert_eq!(target.number.map_or(String::new(), |n| n.to_string()), number, "{printed}");
            assert_eq!(target.measure, measure, "{printed}");
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_never_guesses(text in "\\PC{0,24}") {
            let target = parse(&text);
            if let Some(number) = target.number {
                let digits: String = fold(&text).chars().filter(|c| c.is_ascii_digit() || "-.".contains(*c)).collect();
                prop_assert!(digits.contains(&number.abs().to_string()), "{text:?} gave {number}");
            }
        }

        #[test]
        fn reads_back_what_is_composed(
            sign in prop::sample::select(vec!["≥", "≤", "=", ">", "<", ""]),
            units in 0_u32..10_000_000,
            scale in 0_u32..4,
            measure in prop::sample::select(vec!["%", "套", "万元", "元/人", "个工作日", "次", "户", "平方米"]),
            spaced in any::<bool>(),
        ) {
            let number = Decimal::new(units.into(), scale);
            let gap = if spaced { " " } else { "" };
            let target = parse(&format!("{sign}{gap}{number}{gap}{measure}"));
            prop_assert_eq!(target.operator.map_or("", Operator::sign), sign);
            prop_assert_eq!(target.number, Some(number));
            prop_assert_eq!(target.measure, measure);
        }
    }
}
