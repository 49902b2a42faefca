//! Masks personal numbers (telephone, identity card, bank card) at the same length.
//!
//! Timestamps, codes and amounts look alike and stay: a number is masked for its form (prefix, length, date
//! inside, check digit), never when a unit of money, a decimal part or a code's letters belong to it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// What a masked number was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RedactionKind {
    /// Mobile telephone number.
    Mobile,
    /// Landline telephone number.
    Landline,
    /// Resident identity card number.
    IdentityCard,
    /// Bank card or account number.
    BankCard,
}

impl RedactionKind {
    /// The name in `redactions.csv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mobile => "mobile",
            Self::Landline => "landline",
            Self::IdentityCard => "identity-card",
            Self::BankCard => "bank-card",
        }
    }
}

/// The receipt for one masked number: where and how long, never the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Redaction {
    /// 1-based line.
    pub line: u32,
    /// First character, 0-based.
    pub start: u32,
    /// Characters masked.
    pub length: u32,
    /// What it was.
    pub kind: RedactionKind,
}

/// Masks numbers, except those the editor allows.
#[derive(Clone, Debug, Default)]
pub struct Redactor {
    allowed: Vec<String>,
}

struct Pattern {
    kind: RedactionKind,
    regex: Regex,
    accepts: Accepts,
}

/// Whether a stretch that has the form is one, judged by what stands around it.
type Accepts = fn(&Candidate<'_>) -> bool;

/// A stretch of a line that has the form of a personal number.
struct Candidate<'a> {
    line: &'a str,
    at: Range<usize>,
}

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    use RedactionKind::{BankCard, IdentityCard, Landline, Mobile};
    let table: [(RedactionKind, &str, Accepts); 7] = [
        (
            IdentityCard,
            r"[1-8]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx]",
            is_identity_card,
        ),
        (IdentityCard, r"[1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}", is_old_identity_card),
        (BankCard, r"\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?", is_bank_card),
        (Mobile, r"(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}", is_whole),
        (Landline, r"\(0(?:10|2\d|[3-9]\d{2})\)[ -]?\d{7,8}(?:-\d{1,5})?", is_whole),
        (Landline, r"0(?:10|2\d|[3-9]\d{2})[ -]{0,2}\d{3,4}[ -]?\d{4}(?:-\d{1,5})?", is_whole),
        (Landline, r"\d{3,4}[ -]?\d{4}", is_labelled_local),
    ];
    table
        .into_iter()
        .filter_map(|(kind, pattern, accepts)| {
            Some(Pattern { kind, regex: Regex::new(pattern).ok()?, accepts })
        })
        .collect()
});

impl Redactor {
    /// A redactor that leaves these numbers as they are. They are compared by their digits; `?` stands for any one.
    pub fn new(allowed: impl IntoIterator<Item = String>) -> Self {
        let significant =
            |number: String| number.chars().filter(|c| c.is_ascii_digit() || *c == '?').collect();
        Self { allowed: allowed.into_iter().map(significant).collect() }
    }

    fn allows(&self, number: &str) -> bool {
        let number = digits(number);
        let fits = |allowed: &String| {
            allowed.len() == number.len()
                && allowed.bytes().zip(number.bytes()).all(|(a, b)| a == b'?' || a == b)
        };
        self.allowed.iter().any(fits)
    }

    /// Masks the numbers of one line and adds a receipt for each.
    pub(super) fn redact(&self, number: u32, line: &str, receipts: &mut Vec<Redaction>) -> String {
        let shadow = shadow(line);
        if !has_long_number(&shadow) {
            return line.to_owned();
        }
        let found = self.find(&shadow);
        if found.is_empty() {
            return line.to_owned();
        }
        let mut chars: Vec<char> = line.chars().collect();
        for (kind, at) in found {
            let start = shadow[..at.start].chars().count();
            let length = shadow[at].chars().count();
            chars[start..start + length].fill('*');
            let (start, length) = (column(start), column(length));
            receipts.push(Redaction { line: number, start, length, kind });
        }
        chars.into_iter().collect()
    }

    fn find(&self, shadow: &str) -> Vec<(RedactionKind, Range<usize>)> {
        let mut found: Vec<(RedactionKind, Range<usize>)> = Vec::new();
        for pattern in PATTERNS.iter() {
            let mut from = 0;
            while let Some(hit) = pattern.regex.find_at(shadow, from) {
                let candidate = Candidate { line: shadow, at: hit.range() };
                let free =
                    found.iter().all(|(_, taken)| taken.end <= hit.start() || hit.end() <= taken.start);
                if free && (pattern.accepts)(&candidate) && !self.allows(hit.as_str()) {
                    from = hit.end();
                    found.push((pattern.kind, hit.range()));
                } else {
                    from = hit.start() + 1;
                }
            }
        }
        found.sort_by_key(|(_, at)| at.start);
        found
    }
}

fn column(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The line with full-width digits, hyphens and brackets made ASCII: character for character.
fn shadow(line: &str) -> String {
    line.chars()
        .map(|c| match c {
            '０'..='９' | 'Ｘ' | 'ｘ' | '＋' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '－' | '—' | '–' | '‐' | '‑' | '―' | '−' => '-',
            '（' => '(',
            '）' => ')',
            '．' => '.',
            '，' => ',',
            '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200b}' => ' ',
            c => c,
        })
        .collect()
}

fn has_long_number(shadow: &str) -> bool {
    let mut run = 0;
    shadow.bytes().any(|byte| {
        run = match byte {
            b'0'..=b'9' => run + 1,
            b' ' | b'-' | b'(' | b')' => run,
            _ => 0,
        };
        run >= 7
    })
}

impl Candidate<'_> {
    fn text(&self) -> &str {
        &self.line[self.at.clone()]
    }

    fn before(&self) -> &str {
        &self.line[..self.at.start]
    }

    fn after(&self) -> &str {
        &self.line[self.at.end..]
    }

    /// Not part of a longer number, an amount or a code.
    fn stands_alone(&self) -> bool {
        !self.continues_before() && !self.continues_after() && !self.is_amount()
    }

    fn continues_before(&self) -> bool {
        let mut before = self.before().chars().rev();
        match before.next() {
            Some(c) if c.is_ascii_digit() => true,
            Some('.' | ',' | '-' | '/' | '_') => {
                before.next().is_some_and(|c| c.is_ascii_alphanumeric()) && !self.follows_list()
            }
            Some(c) if c.is_ascii_alphabetic() => !self.before().to_ascii_lowercase().ends_with("tel"),
            _ => false,
        }
    }

    /// `0355-2221234,13800138000`: a list of numbers, not one number.
    fn follows_list(&self) -> bool {
        let head = self.before().trim_end_matches(['.', ',', '-', '/', '_']);
        let run = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        self.before().ends_with([',', '/']) && run >= 7
    }

    fn continues_after(&self) -> bool {
        let mut after = self.after().chars();
        match after.next() {
            Some(c) if c.is_ascii_alphanumeric() => true,
            Some('.') => after.next().is_some_and(|c| c.is_ascii_digit()),
            Some(',') => {
                after.clone().take(3).filter(char::is_ascii_digit).count() == 3
                    && !after.nth(3).is_some_and(|c| c.is_ascii_digit())
            }
            _ => false,
        }
    }

    fn is_amount(&self) -> bool {
        let after = self.after().trim_start_matches(' ');
        let money = ["元", "万", "亿", "千元", "百元", "%"].iter().any(|unit| after.starts_with(unit));
        money || self.before().ends_with(['¥', '￥']) || self.is_cell_among_amounts()
    }

    /// A whole cell in a row of amounts: large sums without decimals are printed like this.
    fn is_cell_among_amounts(&self) -> bool {
        let whole = self.before().is_empty() || self.before().ends_with('\t');
        let ends = self.after().is_empty() || self.after().starts_with('\t');
        let amounts = self.line.split('\t').filter(|cell| is_amount_cell(cell)).count();
        whole && ends && amounts >= 3
    }

    fn labelled(&self, labels: &[&str]) -> bool {
        let near: String =
            self.before().chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
        labels.iter().any(|label| near.contains(label))
    }
}

/// Seven digits or more, with nothing but thousands commas and decimals.
fn is_amount_cell(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() >= 5 && cell.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
}

fn is_whole(candidate: &Candidate<'_>) -> bool {
    candidate.stands_alone()
}

const CODE_LABELS: [&str; 4] = ["信用代码", "编码", "代码", "编号"];
const ACCOUNT_LABELS: [&str; 5] = ["账号", "帐号", "卡号", "账户", "帐户"];

fn is_identity_card(candidate: &Candidate<'_>) -> bool {
    let number: String = candidate.text().chars().filter(char::is_ascii_alphanumeric).collect();
    let form = in_province(&number) && candidate.stands_alone();
    form && (!candidate.labelled(&CODE_LABELS) || identity_check_digit(&number))
}

fn is_old_identity_card(candidate: &Candidate<'_>) -> bool {
    in_province(candidate.text()) && candidate.stands_alone() && !candidate.labelled(&CODE_LABELS)
}

/// The first two digits of GB/T 2260 codes.
fn in_province(number: &str) -> bool {
    let provinces = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    ];
    let others = [
        "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
        "83",
    ];
    number.get(..2).is_some_and(|code| provinces.contains(&code) || others.contains(&code))
}

/// GB 11643: the last character checks the seventeen before it (ISO 7064 MOD 11-2).
fn identity_check_digit(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = number.chars().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    let expected = b"10X98765432"[usize::try_from(sum % 11).unwrap_or(0)];
    number.bytes().last().is_some_and(|last| last.eq_ignore_ascii_case(&expected))
}

fn is_bank_card(candidate: &Candidate<'_>) -> bool {
    let number = digits(candidate.text());
    if !(16..=19).contains(&number.len()) || !candidate.stands_alone() {
        return false;
    }
    let union_pay = number.starts_with("62") || number.starts_with("60");
    let foreign = number.len() == 16 && number.starts_with(['3', '4', '5']) && luhn(&number);
    (union_pay || foreign || candidate.labelled(&ACCOUNT_LABELS)) && !candidate.labelled(&CODE_LABELS)
}

/// ISO/IEC 7812 check digit.
fn luhn(number: &str) -> bool {
    let doubled = |d: u32| if d > 4 { 2 * d - 9 } else { 2 * d };
    let sum: u32 = number
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(i, d)| if i % 2 == 1 { doubled(d) } else { d })
        .sum();
    sum.is_multiple_of(10)
}

/// A number without area code is known by the label before it, or before the list it stands in.
fn is_labelled_local(candidate: &Candidate<'_>) -> bool {
    static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:电话|传真|座机|手机|联系方式|热线|电话号码|tel|fax)(?:号码)?[\s:：()]{0,4}(?:[\d*-]{7,13}[、/,，;； ]{1,2})*$").ok()
    });
    let labelled = LABEL.as_ref().is_some_and(|label| label.is_match(candidate.before()));
    let starts = candidate.text().starts_with(['2', '3', '4', '5', '6', '7', '8', '9']);
    labelled
        && starts
        && !candidate.before().ends_with(|c: char| c.is_ascii_alphanumeric())
        && !candidate.continues_after()
        && !candidate.is_amount()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redact(line: &str) -> (String, Vec<Redaction>) {
        let mut receipts = Vec::new();
        let text = Redactor::default().redact(7, line, &mut receipts);
        (text, receipts)
    }

    #[test]
    fn masks_personal_numbers_at_the_same_length() {
        let cases = [
            ("联系人： 张某 联系电话： 13800138000", "联系人： 张某 联系电话： ***********"),
            ("１３８００１３８０００", "***********"),
            ("手机138 0013 8000，", "手机*************，"),
            ("+86-13800138000", "***************"),
            ("电话0355-2221234转", "电话************转"),
            ("（0355）2221234", "*************"),
            ("010-62221234-801", "****************"),
            ("联系电话：2221234、2225678", "联系电话：*******、*******"),
            ("联系电话\t6222123", "联系电话\t*******"),
            ("身份证110101199003074514", "身份证******************"),
            ("11010119900307451X", "******************"),
            ("6222 0200 0000 0000 000", "***********************"),
            ("账号1402000000000000001", "账号*******************"),
        ];
        for (line, expected) in cases {
            let (text, receipts) = redact(line);
            assert_eq!(text, expected);
            assert!(!receipts.is_empty() && receipts.iter().all(|r| r.line == 7));
        }
    }

    #[test]
    fn leaves_timestamps_codes_and_amounts() {
        let lines = [
            "填报日期:\t20240111112139",
            "2010306\t政务公开审批\t13900000000.00",
            "资金13800138000元",
            "资金 13800138000 万元",
            "合计\t13800138000\t13800138000\t15900000000",
            "1,3800138000",
            "ZD-13800138000",
            "P13800138000X",
            "统一社会信用代码：11140522012345678X",
            "12345热线",
            "19505263.62",
            "2024-01-11 11:21",
            "电话费12345.67",
            "项目编码 141181240000000012345",
        ];
        for line in lines {
            assert_eq!(redact(line), (line.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn an_allowed_number_stays() {
        let mut receipts = Vec::new();
        let redactor = Redactor::new(["0355-2221234".to_owned()]);
        assert_eq!(redactor.redact(1, "电话：（0355）2221234", &mut receipts), "电话：（0355）2221234");
        assert_eq!(receipts, []);
    }
}
