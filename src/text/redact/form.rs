//! The forms of personal numbers: what they look like, and what tells them from timestamps, codes and amounts.

use std::sync::LazyLock;

use regex::Regex;

use super::candidate::Candidate;
use super::{RedactionKind, digits};

pub(super) struct Pattern {
    pub kind: RedactionKind,
    pub regex: Regex,
    pub accepts: Accepts,
}

/// Whether a stretch that has the form is one, judged by what stands around it.
pub(super) type Accepts = fn(&Candidate<'_>) -> bool;

pub(super) static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
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

fn is_whole(candidate: &Candidate<'_>) -> bool {
    candidate.stands_alone()
}

/// An address that is not of a government's domain.
fn is_personal_address(candidate: &Candidate<'_>) -> bool {
    !is_governmental(candidate.text())
}

/// Whether an address is of a government's domain.
pub(super) fn is_governmental(address: &str) -> bool {
    let signs = |c: &char| !c.is_whitespace() && !"[]()".contains(*c);
    let address: String = address.to_ascii_lowercase().replace('。', ".").chars().filter(signs).collect();
    address.ends_with("@gov.cn") || address.ends_with(".gov.cn") || address.ends_with("atgov.cn")
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
