//! The table of all diagnostic codes; `gongkai explain` and the manual are made from it.
//!
//! The letter of a code is its level (E error, W warning, N note), the first two digits its room. A code is
//! public once released: it is never used for something else.

/// Declares the codes of one room: a constant for each, and the room's table.
macro_rules! codes {
    ($($name:ident = $id:literal, $kebab:literal, $title:literal, $explain:literal, $explain_zh:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "`: ", $title, ".")]
            pub const $name: $crate::diag::codes::Code = $crate::diag::codes::Code {
                id: $id, name: $kebab, title: $title, explain: $explain, explain_zh: $explain_zh,
            };
        )*
        pub(super) const TABLE: &[$crate::diag::codes::Code] = &[$($name),*];
    };
}

mod config;
mod content;
mod publish;
mod tables;
mod text;
mod usage;

pub use config::*;
pub use content::*;
pub use publish::*;
pub use tables::*;
pub use text::*;
pub use usage::*;

use super::Level;

/// One code and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code as shown, e.g. `E0103`.
    pub id: &'static str,
    /// Its name in kebab-case, e.g. `unknown-key`.
    pub name: &'static str,
    /// What it is about, in one line without a full stop.
    pub title: &'static str,
    /// What it means and what to do, in English.
    pub explain: &'static str,
    /// The same in Chinese.
    pub explain_zh: &'static str,
}

impl Code {
    /// The level that the code's letter stands for.
    pub fn level(&self) -> Level {
        match self.id.as_bytes().first() {
            Some(b'E') => Level::Error,
            Some(b'W') => Level::Warning,
            _ => Level::Note,
        }
    }
}

/// All codes, room by room, in the order of their numbers.
pub fn all() -> impl Iterator<Item = &'static Code> {
    let rooms = [usage::TABLE, config::TABLE, content::TABLE, text::TABLE, tables::TABLE, publish::TABLE];
    rooms.into_iter().flatten()
}

/// The code of that id or name, whatever the case of its letters.
pub fn find(id_or_name: &str) -> Option<&'static Code> {
    let wanted = id_or_name.trim();
    all().find(|code| code.id.eq_ignore_ascii_case(wanted) || code.name.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_and_names_are_unique_and_in_order() {
        let numbers: Vec<_> = all().map(|code| &code.id[1..]).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
        let names: BTreeSet<_> = all().map(|code| code.name).collect();
        assert_eq!(names.len(), all().count());
    }

    #[test]
    fn every_code_is_well_formed_and_explained_in_both_languages() {
        for code in all() {
            let (letter, digits) = code.id.split_at(1);
            assert!("EWN".contains(letter) && digits.len() == 4, "{code:?}");
            assert!(digits.bytes().all(|b| b.is_ascii_digit()), "{code:?}");
            assert!(code.name.bytes().all(|b| b.is_ascii_lowercase() || b"8-".contains(&b)), "{code:?}");
            assert!(!code.title.is_empty() && !code.title.ends_with('.'), "{code:?}");
            assert!(code.explain.len() > 60 && code.explain.ends_with('.'), "{code:?}");
            assert!(code.explain_zh.chars().count() > 15 && code.explain_zh.ends_with('。'), "{code:?}");
        }
    }

    #[test]
    fn codes_are_found_by_id_and_by_name() {
        assert_eq!(find("e0103"), Some(&UNKNOWN_KEY));
        assert_eq!(find("unknown-key"), Some(&UNKNOWN_KEY));
        assert_eq!(find("E9999"), None);
        assert_eq!(EMPTY_TEXT.level(), Level::Warning);
    }

    /// A code that is written out somewhere must be in the table, or nobody can look it up.
    #[test]
    #[allow(clippy::disallowed_methods, reason = "reads the program's own sources")]
    fn every_code_in_the_sources_is_in_the_table() {
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    let unknown: Vec<_> =
                        text.split('"').filter(|word| is_code(word) && find(word).is_none()).collect();
                    assert!(unknown.is_empty(), "{}: {unknown:?}", path.display());
                }
            }
        }
    }

    fn is_code(word: &str) -> bool {
        let digits = word.strip_prefix(['E', 'W', 'N']).unwrap_or_default();
        digits.len() == 4 && digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
    }
}
