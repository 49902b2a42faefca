//! Masks personal data at the same length: numbers, addresses, and names printed as contacts and signatories.
//!
//! Timestamps, codes and amounts look alike and stay: a number is masked for its form (prefix, length, date
//! inside, check digit), never when a unit of money, a decimal part or a code's letters belong to it.

mod allow;
mod candidate;
mod form;
mod labelled;
mod name;
mod shadow;

use std::collections::BTreeSet;
use std::ops::Range;

pub use allow::Allow;
use candidate::Candidate;
use form::PATTERNS;
use name::Above;
use shadow::{has_long_number, shadow};

/// What stands for a character of a number or an address.
const MASK: char = '*';
/// What stands for a character of a name. Two of `*` would be read as the mark of bold type.
const NAME_MASK: char = '＊';

/// How often a line is looked at again after something was masked.
const MOST_ROUNDS: usize = 5;

/// What was masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RedactionKind {
    /// Mobile telephone number.
    Mobile,
    /// Landline telephone number.
    Landline,
    /// Resident identity card number.
    IdentityCard,
    /// Number of a passport, an officer's card or the like.
    Document,
    /// Bank card or account number.
    BankCard,
    /// E-mail address, unless it is one of a government's domain.
    Email,
    /// Number or name on a messenger (QQ, WeChat).
    Messenger,
    /// Licence plate of a person's own car.
    Plate,
    /// Name of a person.
    Name,
}

impl RedactionKind {
    /// The name in `redactions.csv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mobile => "mobile",
            Self::Landline => "landline",
            Self::IdentityCard => "identity-card",
            Self::Document => "document",
            Self::BankCard => "bank-card",
            Self::Email => "e-mail",
            Self::Messenger => "messenger",
            Self::Plate => "plate",
            Self::Name => "name",
        }
    }

    fn mask(self) -> char {
        if self == Self::Name { NAME_MASK } else { MASK }
    }
}

/// The receipt for what was masked: where and how long, never the value.
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

/// Masks personal data, except what the editor allows.
#[derive(Clone, Debug, Default)]
pub struct Redactor {
    allowed: Vec<Allow>,
}

impl Redactor {
    /// A redactor that leaves what is allowed as it is.
    pub fn new(allowed: impl IntoIterator<Item = Allow>) -> Self {
        Self { allowed: allowed.into_iter().collect() }
    }

    /// Begins a document.
    pub(super) fn masker(&self) -> Masker<'_> {
        Masker { redactor: self, above: Above::default(), redactions: Vec::new(), used: BTreeSet::new() }
    }
}

/// Masks the lines of one document, from first to last.
pub(super) struct Masker<'r> {
    redactor: &'r Redactor,
    above: Above,
    /// A receipt for each mask, in the order of the document.
    pub redactions: Vec<Redaction>,
    /// Which exceptions were needed, by their place among those given.
    pub used: BTreeSet<usize>,
}

impl Masker<'_> {
    /// Masks one line and adds a receipt for each mask.
    pub fn line(&mut self, number: u32, line: &str) -> String {
        let begun = self.redactions.len();
        let before = self.above.clone();
        let mut text = line.to_owned();
        // What stands beside a mask may be seen only once it is there.
        for _ in 0..MOST_ROUNDS {
            self.above.clone_from(&before);
            match self.round(number, &text) {
                Some(masked) => text = masked,
                None => break,
            }
        }
        if let Some(receipts) = self.redactions.get_mut(begun..) {
            receipts.sort_by_key(|receipt| receipt.start);
        }
        text
    }

    /// Masks what can be seen now; `None` if there is nothing to mask.
    fn round(&mut self, number: u32, line: &str) -> Option<String> {
        let shadow = shadow(line);
        let mut found = if may_hold_numbers(&shadow) { numbers(&shadow) } else { Vec::new() };
        let names = name::names(&shadow, &found, &mut self.above);
        if found.is_empty() && names.is_empty() {
            return None;
        }
        found.extend(names.into_iter().map(|name| (RedactionKind::Name, name)));
        found.sort_by_key(|(_, at)| (at.start, at.end));
        let mut chars: Vec<char> = line.chars().collect();
        let letters: Vec<char> = shadow.chars().collect();
        let (mut end, begun) = (0, self.redactions.len());
        for (kind, at) in found {
            let text: String = letters.get(at.clone()).unwrap_or_default().iter().collect();
            if at.start < end || self.allows(kind, &text) {
                continue;
            }
            end = at.end;
            chars.get_mut(at.clone()).unwrap_or_default().fill(kind.mask());
            let (start, length) = (column(at.start), column(at.len()));
            self.redactions.push(Redaction { line: number, start, length, kind });
        }
        (begun < self.redactions.len()).then(|| chars.into_iter().collect())
    }

    /// Notes every exception that fits, and tells whether there is one.
    fn allows(&mut self, kind: RedactionKind, text: &str) -> bool {
        let fitting = self.redactor.allowed.iter().enumerate().filter(|(_, allow)| allow.fits(kind, text));
        let fitting: Vec<usize> = fitting.map(|(index, _)| index).collect();
        self.used.extend(&fitting);
        !fitting.is_empty()
    }
}

/// Personal numbers and addresses, in characters.
fn numbers(shadow: &str) -> Vec<(RedactionKind, Range<usize>)> {
    let (mut counted, mut start) = (0, 0);
    let in_characters = |(kind, at): (RedactionKind, Range<usize>)| {
        start += shadow.get(counted..at.start).unwrap_or_default().chars().count();
        counted = at.start;
        let length = shadow.get(at).unwrap_or_default().chars().count();
        (kind, start..start + length)
    };
    find(shadow).into_iter().map(in_characters).collect()
}

/// A quick look, so that most lines are done with.
fn may_hold_numbers(shadow: &str) -> bool {
    has_long_number(shadow) || shadow.contains('@') || labelled::may_hold(shadow)
}

fn find(shadow: &str) -> Vec<(RedactionKind, Range<usize>)> {
    let mut found: Vec<(RedactionKind, Range<usize>)> = Vec::new();
    let mut taken = vec![false; shadow.len()];
    let mut take = |kind, at: Range<usize>| {
        let free = !taken.get(at.clone()).is_none_or(|taken| taken.contains(&true));
        if free {
            taken.get_mut(at.clone()).unwrap_or_default().fill(true);
            found.push((kind, at));
        }
        free
    };
    for pattern in PATTERNS.iter() {
        let mut from = 0;
        while let Some(hit) = pattern.regex.find_at(shadow, from) {
            let candidate = Candidate { line: shadow, at: hit.range() };
            let masked = (pattern.accepts)(&candidate) && take(pattern.kind, hit.range());
            from = if masked { hit.end() } else { hit.start() + 1 };
        }
    }
    for (kind, at) in labelled::find(shadow) {
        take(kind, at);
    }
    found.sort_by_key(|(_, at)| at.start);
    found
}

fn column(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests;
