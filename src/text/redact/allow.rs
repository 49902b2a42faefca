//! What the editor lets stand.

use super::RedactionKind;

/// One exception from masking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allow {
    /// One number: its digits, whatever stands between them when it is printed.
    Number(String),
    /// Numbers whose digits are those given, where `?` stands for any one digit.
    Pattern(String),
    /// One person's name, whatever white space stands in it.
    Name(String),
    /// One e-mail or messenger address, or with a leading `@` all addresses of a domain.
    Address(String),
}

impl Allow {
    /// Whether the exception is about what was found.
    pub(super) fn fits(&self, kind: RedactionKind, found: &str) -> bool {
        match self {
            Self::Number(digits) | Self::Pattern(digits) => {
                !matches!(kind, RedactionKind::Name | RedactionKind::Email) && fits_digits(digits, found)
            }
            Self::Name(name) => kind == RedactionKind::Name && squeezed(name) == squeezed(found),
            Self::Address(address) => {
                matches!(kind, RedactionKind::Email | RedactionKind::Messenger)
                    && fits_address(address, found)
            }
        }
    }
}

/// A pattern is as long as the number, and agrees with it where it is no `?`.
fn fits_digits(allowed: &str, found: &str) -> bool {
    let signs =
        |text: &str| -> Vec<u8> { text.bytes().filter(|b| b.is_ascii_digit() || *b == b'?').collect() };
    let (allowed, found) = (signs(allowed), signs(found));
    allowed.len() == found.len() && allowed.iter().zip(&found).all(|(a, b)| *a == b'?' || a == b)
}

fn fits_address(allowed: &str, found: &str) -> bool {
    let (allowed, found) = (squeezed(allowed), squeezed(found).replace("[at]", "@").replace("(at)", "@"));
    if allowed.starts_with('@') { found.ends_with(&allowed) } else { allowed == found }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
