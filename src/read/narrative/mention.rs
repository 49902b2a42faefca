//! Numbers in prose with what they count. Years, dates, document numbers, codes and ordinals are none.

use rust_decimal::Decimal;

use crate::model::{Denomination, Measure, Number, read_number};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Money(Denomination),
    Percent,
    Count(Measure),
    /// 分 of an evaluation.
    Score,
    /// Nothing: a number behind a label (`编制人数：12`).
    Bare,
}

/// A number and what it counts, from `start` to `end` in the characters of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub start: usize,
    pub end: usize,
    /// In yuan where it is money.
    pub value: Decimal,
    pub unit: Unit,
    /// A bound of what is spoken of (100万元以上), not a figure.
    pub is_bound: bool,
    /// For each of something (元/户).
    pub is_price: bool,
}

/// What is counted, the longer before the shorter, and what may not follow because it makes another word.
const COUNTS: [(&str, Measure, &str); 24] = [
    ("人次", Measure::Person, ""),
    ("名", Measure::Person, "称单义为录词"),
    ("人", Measure::Person, "员民均才社大事工力口身文防为"),
    ("个百分点", Measure::Percent, ""),
    ("批次", Measure::Item, ""),
    ("批", Measure::Item, "复准量示"),
    ("台（套）", Measure::Set, ""),
    ("台(套)", Measure::Set, ""),
    ("台", Measure::Set, "账阶"),
    ("套", Measure::Set, "餐"),
    ("辆", Measure::Vehicle, ""),
    ("个", Measure::Item, "人性月工体别百小"),
    ("项", Measure::Item, "目"),
    ("户", Measure::Item, "外籍均"),
    ("件", Measure::Item, "数"),
    ("枚", Measure::Item, ""),
    ("家", Measure::Item, "庭具电"),
    ("次", Measure::Item, "性数要级日年月"),
    ("条", Measure::Item, "例款件"),
    ("平方米", Measure::Item, ""),
    ("公里", Measure::Item, ""),
    ("亩", Measure::Item, "均"),
    ("份", Measure::Item, "额"),
    ("间", Measure::Item, "隔接"),
];

/// What may stand behind a digit before a measure.
const MULTIPLES: [(char, u32); 2] = [('万', 10_000), ('亿', 100_000_000)];

/// All numbers of a text that claim something, in order.
pub(super) fn mentions(chars: &[char]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = end_of_number(chars, at);
        found.extend(mention(chars, at, end));
        at = end;
    }
    found
}

/// One past the number that begins at `start`: digits, thousands commas, one decimal point.
fn end_of_number(chars: &[char], start: usize) -> usize {
    let digits = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = start + digits(start);
    if end - start <= 3 {
        while chars.get(end) == Some(&',') && digits(end + 1) == 3 {
            end += 4;
        }
    }
    if chars.get(end) == Some(&'.') && chars.get(end + 1).is_some_and(char::is_ascii_digit) {
        end += 1 + digits(end + 1);
    }
    end
}

fn mention(chars: &[char], digits: usize, end: usize) -> Option<Mention> {
    let (start, sign) = signed(chars, digits)?;
    let Number::Value(number) = read_number(&chars[digits..end].iter().collect::<String>()) else {
        return None;
    };
    let number = if sign { -number } else { number };
    let (unit, end, value) = unit(chars, digits, end, number)?;
    let is_money = matches!(unit, Unit::Money(_));
    let is_price = is_money && matches!(chars.get(end), Some('/' | '／'));
    let value = value.normalize();
    Some(Mention { start, end, value, unit, is_bound: is_money && is_bound(chars, end), is_price })
}

/// Where the number begins with its sign; `None` if it is part of a code, a range, a date or a broken number.
fn signed(chars: &[char], digits: usize) -> Option<(usize, bool)> {
    let before = |n: usize| digits.checked_sub(n).and_then(|at| chars.get(at)).copied().unwrap_or('\n');
    let joined = |c: char| c.is_ascii_alphanumeric() || "._*×/〔[【第:".contains(c);
    match before(1) {
        '-' | '－' | '−' => {
            let worded = |c: char| c.is_ascii_alphanumeric() || "%％元万个人年月日".contains(c);
            (!worded(before(2))).then(|| (digits - 1, true))
        }
        ' ' if before(2).is_ascii_digit() => None,
        // A colon is a label's, unless the number before makes it a time of day or a ratio.
        ':' if !before(2).is_ascii_digit() => Some((digits, false)),
        '~' | '～' | '—' if before(2).is_ascii_digit() || before(2) == '%' => None,
        c if joined(c) => None,
        _ => Some((digits, false)),
    }
}

fn unit(chars: &[char], digits: usize, end: usize, number: Decimal) -> Option<(Unit, usize, Decimal)> {
    if let Some((denomination, length)) = denomination(chars, end) {
        let value = number.checked_mul(denomination.yuan())?;
        return Some((Unit::Money(denomination), end + length, value));
    }
    match chars.get(end) {
        Some('%') => return Some((Unit::Percent, end + 1, number)),
        Some('分') if is_score(chars, end) => return Some((Unit::Score, end + 1, number)),
        _ => {}
    }
    count(chars, end, number).or_else(|| {
        let is_labelled = matches!(digits.checked_sub(1).and_then(|at| chars.get(at)), Some(':' | '：'));
        let plain = end - digits <= 6 && number.fract().is_zero() && !chars.get(end).is_some_and(goes_on);
        (is_labelled && plain).then_some((Unit::Bare, end, number))
    })
}

/// A date, a time, a version: what follows makes the number something else.
fn goes_on(c: &char) -> bool {
    c.is_ascii_alphanumeric() || "年月日时号.、-:：/～~天周".contains(*c)
}

/// The denomination that begins at `at`, and its length.
fn denomination(chars: &[char], at: usize) -> Option<(Denomination, usize)> {
    let word: String = chars.iter().skip(at).take(3).collect();
    let named = Denomination::ALL.into_iter().find(|d| word.starts_with(d.chinese()));
    if let Some(denomination) = named {
        let length = denomination.chinese().chars().count();
        let other = chars.get(at + length).is_some_and(|c| "旦素件".contains(*c));
        return (!other).then_some((denomination, length));
    }
    // 万 and 亿 alone, where the sentence stops behind them.
    let stops = chars.get(at + 1).is_none_or(|c| "，。；、（）(),;".contains(*c));
    match chars.get(at) {
        Some('万') if stops => Some((Denomination::TenThousandYuan, 1)),
        Some('亿') if stops => Some((Denomination::HundredMillionYuan, 1)),
        _ => None,
    }
}

fn is_score(chars: &[char], at: usize) -> bool {
    !chars.get(at + 1).is_some_and(|c| "钟之公别区中管局类组支期批散享析".contains(*c))
}

fn count(chars: &[char], end: usize, number: Decimal) -> Option<(Unit, usize, Decimal)> {
    let multiple = chars.get(end).and_then(|c| MULTIPLES.iter().find(|(word, _)| word == c));
    let at = end + usize::from(multiple.is_some());
    let at = at + usize::from(matches!(chars.get(at), Some('余' | '多')));
    let (measure, length) = COUNTS.iter().find_map(|(word, measure, not)| {
        let length = word.chars().count();
        let is = word.chars().eq(chars.iter().skip(at).take(length).copied());
        let other = chars.get(at + length).is_some_and(|c| not.contains(*c));
        (is && !other).then_some((*measure, length))
    })?;
    let factor = multiple.map_or(Decimal::ONE, |(_, factor)| Decimal::from(*factor));
    Some((Unit::Count(measure), at + length, number.checked_mul(factor)?))
}

/// Whether 以上, 以下 … follows, behind a short remark in brackets: （含）, （原值）.
fn is_bound(chars: &[char], end: usize) -> bool {
    let mut rest = chars.get(end..).unwrap_or_default();
    if let [open, ..] = rest
        && "（(".contains(*open)
    {
        let close = rest.iter().take(8).position(|c| "）)".contains(*c));
        rest = close.map_or(rest, |close| &rest[close + 1..]);
    }
    let word: String = rest.iter().take(3).collect();
    ["以上", "以下", "以内", "以外", "及以上", "及以下"].iter().any(|bound| word.starts_with(bound))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        mentions(&chars).into_iter().map(|m| chars[m.start..m.end].iter().collect()).collect()
    }

    #[test]
    fn numbers_with_a_measure_are_claims() {
        let cases: [(&str, &[&str]); 14] = [
            ("甲类1,256.36万元,占2.5%", &["1,256.36万元", "2.5%"]),
            ("增长-3.5%", &["-3.5%"]),
            ("接待3批次26余人次", &["3批次", "26余人次"]),
            ("设备0台（套）", &["0台（套）"]),
            ("车辆3辆、职工12人", &["3辆", "12人"]),
            ("总得分98.5分", &["98.5分"]),
            ("编制人数：12", &["12"]),
            ("安排30万，其中", &["30万"]),
            ("服务1.5万人", &["1.5万人"]),
            ("7个项目为优", &["7个"]),
            ("2亿元", &["2亿元"]),
            ("设有3个科室", &["3个"]),
            ("提高2个百分点", &["2个百分点"]),
            ("100元/户", &["100元"]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn years_codes_ordinals_and_times_are_none() {
        for text in [
            "2024年12月31日",
            "某发〔2016〕11号",
            "12345热线",
            "C22云视讯",
            "第52次会议",
            "上午9:00-11:30",
            "1、概况",
            "3项目支出",
            "7*24小时",
            "2-3家",
            "30分钟",
            "2010301行政运行",
            "比例为1:2.18",
            "建立15个工作日",
            "日期：2024年",
            "联系电话：13800138000",
            "3个月",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn bounds_and_prices_are_told_apart() {
        let flags = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            mentions(&chars).first().map(|m| (m.is_bound, m.is_price))
        };
        assert_eq!(flags("单价100万元（含）以上设备"), Some((true, false)));
        assert_eq!(flags("50万元以上"), Some((true, false)));
        assert_eq!(flags("78元/套"), Some((false, true)));
        assert_eq!(flags("收入5万元"), Some((false, false)));
    }

    proptest! {
        #[test]
        fn any_text_is_scanned(text in "[0-9.,，％%-]{0,6}[万元人个项分台套（）以上a-c： /]{0,8}[0-9.]{0,5}\\PC{0,4}") {
            let chars: Vec<char> = text.chars().collect();
            let mut last = 0;
            for mention in mentions(&chars) {
                prop_assert!(mention.start >= last && mention.end > mention.start && mention.end <= chars.len());
                last = mention.end;
            }
        }
    }
}
