//! Masks personal numbers (telephone, identity card, bank card) and personal e-mail addresses at the same length.
//!
//! Timestamps, codes and amounts look alike and stay: a number is masked for its form (prefix, length, date
//! inside, check digit), never when a unit of money, a decimal part or a code's letters belong to it.

mod candidate;
mod form;

use std::ops::Range;

use candidate::Candidate;
use form::PATTERNS;

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

/// Masks numbers, except those the editor allows.
#[derive(Clone, Debug, Default)]
pub struct Redactor {
    allowed: Vec<String>,
}

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

#[cfg(test)]
mod tests;
