//! A question in a sentence → the words it is about: `孝义市2024年刻章花了多少钱` asks for 孝义市, 2024 and 刻章.

use crate::fold::is_cjk;
use crate::query::Term;

/// What a question says besides what it asks for, the longer ones first.
const ASKING: [&str; 26] = [
    "一共花了多少钱",
    "总共花了多少钱",
    "花了多少钱",
    "用了多少钱",
    "要多少钱",
    "是多少钱",
    "多少钱",
    "花了多少",
    "用了多少",
    "是多少",
    "有多少",
    "有哪些",
    "是什么",
    "怎么样",
    "为什么",
    "哪些",
    "多少",
    "什么",
    "如何",
    "请问",
    "查询",
    "关于",
    "花了",
    "的",
    "吗",
    "？",
];
/// Words at the end that most records of a topic would not repeat.
const VAGUE: [&str; 12] =
    ["预算", "决算", "经费", "费用", "支出", "开支", "情况", "金额", "资金", "项目", "明细", "数据"];
/// What the name of a place ends with.
const PLACE: [char; 7] = ['省', '市', '县', '区', '旗', '州', '盟'];
/// A place's name has so many characters.
const PLACE_CHARS: std::ops::RangeInclusive<usize> = 2..=7;
/// The fewest characters of a word.
const MIN_WORD: usize = 2;

/// The words a term asks for; the term itself if it is quoted or no question.
pub(super) fn asked(term: &Term) -> Vec<Term> {
    let chars = term.text.chars().filter(|c| is_cjk(*c)).count();
    if term.exact || chars < MIN_WORD {
        return vec![term.clone()];
    }
    let mut words: Vec<String> = Vec::new();
    for part in without_asking(&term.text) {
        for part in around_years(&part) {
            words.extend(topic(&part));
        }
    }
    if words.is_empty() {
        return vec![term.clone()];
    }
    words.into_iter().map(|word| Term { of_unit: term.of_unit, ..Term::of_folded(word) }).collect()
}

fn without_asking(text: &str) -> Vec<String> {
    let marked = ASKING.iter().fold(text.replace('?', " "), |text, phrase| text.replace(phrase, " "));
    marked.split_whitespace().map(str::to_owned).collect()
}

/// The parts of a text around 2024年 and the like, and the years.
fn around_years(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((at, year)) = year(rest) {
        let (before, after) = rest.split_at(at);
        parts.push(before.to_owned());
        parts.push(year.to_owned());
        let after = after.get(year.len()..).unwrap_or_default().trim_start_matches('年');
        rest = after.strip_prefix('度').unwrap_or(after);
    }
    parts.push(rest.to_owned());
    parts.retain(|part| !part.is_empty());
    parts
}

/// The first four digits before 年.
fn year(text: &str) -> Option<(usize, &str)> {
    text.match_indices('年').find_map(|(end, _)| {
        let start = end.checked_sub(4)?;
        let digits = text.get(start..end)?;
        digits.bytes().all(|b| b.is_ascii_digit()).then_some((start, digits))
    })
}

/// A place at the start and what follows, without vague words at the end.
fn topic(text: &str) -> Vec<String> {
    let ends = text.char_indices().enumerate().filter(|(_, (_, c))| PLACE.contains(c));
    let place = ends
        .map(|(nth, (at, c))| (nth + 1, at + c.len_utf8()))
        .find(|(chars, end)| PLACE_CHARS.contains(chars) && *end < text.len());
    let (place, rest) = place.map_or(("", text), |(_, end)| text.split_at(end));
    let rest = VAGUE.iter().fold(rest, |rest, word| match rest.strip_suffix(word) {
        Some(shorter) if shorter.chars().count() >= MIN_WORD => shorter,
        _ => rest,
    });
    [place, rest].into_iter().filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_reduced_to_what_they_ask() {
        let cases: [(&str, &[&str]); 8] = [
            ("孝义市2024年刻章花了多少钱", &["孝义市", "2024", "刻章"]),
            ("阳城县刻制公章预算", &["阳城县", "刻制公章"]),
            ("2023年度政务外网是多少？", &["2023", "政务外网"]),
            ("大同市的公务用车有哪些", &["大同市", "公务用车"]),
            ("政务外网", &["政务外网"]),
            ("市民服务中心", &["市民服务中心"]),
            ("2024", &["2024"]),
            ("多少钱", &["多少钱"]),
        ];
        for (text, expected) in cases {
            let words: Vec<String> = asked(&Term::new(text)).into_iter().map(|term| term.text).collect();
            assert_eq!(words, expected, "{text}");
        }
    }
}
