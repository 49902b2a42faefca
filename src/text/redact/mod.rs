//! Masks personal numbers (telephone, identity card, bank card) and personal e-mail addresses at the same length.
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
    /// E-mail address, unless it is one of a government's domain.
    Email,
}

impl RedactionKind {
    /// The name in `redactions.csv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mobile => "mobile",
            Self::Landline => "landline",
            Self::IdentityCard => "identity-card",
            Self::BankCard => "bank-card",
            Self::Email => "e-mail",
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

/// Bytes before a number that are looked at.
const MOST_BEFORE: usize = 240;

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
    use RedactionKind::{BankCard, Email, IdentityCard, Landline, Mobile};
    let table: [(RedactionKind, &str, Accepts); 8] = [
        (
            Email,
            r"(?i)[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}",
            is_personal_address,
        ),
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
    /// A redactor that leaves these numbers and addresses as they are. Numbers are compared by their digits; `?`
    /// stands for any one.
    pub fn new(allowed: impl IntoIterator<Item = String>) -> Self {
        Self { allowed: allowed.into_iter().map(|text| key(&text)).collect() }
    }

    fn allows(&self, found: &str) -> bool {
        let found = key(found);
        let fits = |allowed: &String| {
            allowed.len() == found.len()
                && allowed.bytes().zip(found.bytes()).all(|(a, b)| a == b'?' || a == b)
        };
        self.allowed.iter().any(fits)
    }

    /// Masks the numbers of one line and adds a receipt for each.
    pub(super) fn redact(&self, number: u32, line: &str, receipts: &mut Vec<Redaction>) -> String {
        let shadow = shadow(line);
        if !has_long_number(&shadow) && !shadow.contains('@') {
            return line.to_owned();
        }
        let found = self.find(&shadow);
        if found.is_empty() {
            return line.to_owned();
        }
        let mut chars: Vec<char> = line.chars().collect();
        let (mut counted, mut start) = (0, 0);
        for (kind, at) in found {
            start += shadow[counted..at.start].chars().count();
            counted = at.start;
            let length = shadow[at].chars().count();
            chars[start..start + length].fill('*');
            receipts.push(Redaction { line: number, start: column(start), length: column(length), kind });
        }
        chars.into_iter().collect()
    }

    fn find(&self, shadow: &str) -> Vec<(RedactionKind, Range<usize>)> {
        let mut found: Vec<(RedactionKind, Range<usize>)> = Vec::new();
        let mut taken = vec![false; shadow.len()];
        for pattern in PATTERNS.iter() {
            let mut from = 0;
            while let Some(hit) = pattern.regex.find_at(shadow, from) {
                let candidate = Candidate { line: shadow, at: hit.range() };
                let free = !taken[hit.range()].contains(&true);
                if free && (pattern.accepts)(&candidate) && !self.allows(hit.as_str()) {
                    from = hit.end();
                    taken[hit.range()].fill(true);
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

/// What an allowed number or address is compared by.
fn key(text: &str) -> String {
    if text.contains('@') {
        return text.trim().to_ascii_lowercase();
    }
    text.chars().filter(|c| c.is_ascii_digit() || *c == '?').collect()
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
            '＠' => '@',
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

    /// The text before it, as far as it can matter.
    fn before(&self) -> &str {
        let mut from = self.at.start.saturating_sub(MOST_BEFORE);
        while !self.line.is_char_boundary(from) {
            from += 1;
        }
        &self.line[from..self.at.start]
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
        const MEASURES: [&str; 14] = [
            "元", "万元", "亿元", "千元", "百元", "%", "平方", "立方", "公顷", "亩", "吨", "公里", "千瓦",
            "人次",
        ];
        let after = self.after().trim_start_matches(' ');
        let measured = MEASURES.iter().any(|unit| after.starts_with(unit));
        // 万 alone can also begin a name.
        let rounded = after.strip_prefix(['万', '亿']).is_some_and(|rest| !rest.starts_with(is_han));
        measured || rounded || self.before().ends_with(['¥', '￥']) || self.is_cell_of_amounts()
    }

    /// A whole cell in a row about money: large sums without decimals are printed like this.
    fn is_cell_of_amounts(&self) -> bool {
        let cells = self.before().trim_end_matches('\t');
        let whole = self.at.start == 0 || self.before().ends_with('\t');
        let ends = self.after().is_empty() || self.after().starts_with('\t');
        let plain = self.text().bytes().all(|b| b.is_ascii_digit()) && !self.text().starts_with('0');
        let worded = cells.split('\t').rfind(|cell| cell.contains(is_han));
        whole
            && ends
            && plain
            && worded.is_some_and(|cell| ABOUT_MONEY.iter().any(|end| cell.trim().ends_with(end)))
    }

    fn labelled(&self, labels: &[&str]) -> bool {
        let near: String =
            self.before().chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
        labels.iter().any(|label| near.contains(label))
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// What the labels of rows about money end in.
const ABOUT_MONEY: [&str; 19] = [
    "合计",
    "总计",
    "小计",
    "收入",
    "支出",
    "拨款",
    "结余",
    "结转",
    "经费",
    "费",
    "资金",
    "预算",
    "决算",
    "预算数",
    "决算数",
    "事务",
    "补助",
    "公积金",
    "金额",
];

fn is_whole(candidate: &Candidate<'_>) -> bool {
    candidate.stands_alone()
}

/// An address that is not of a government's domain.
fn is_personal_address(candidate: &Candidate<'_>) -> bool {
    let domain = candidate.text().rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    !(domain == "gov.cn" || domain.ends_with(".gov.cn"))
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
mod tests;
