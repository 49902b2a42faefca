//! Traditional characters → simplified ones.

use std::sync::LazyLock;

/// The first and the last character that may be traditional.
const FIRST: char = '\u{3400}';
const LAST: char = '\u{9fff}';

/// Pairs, traditional before simplified.
fn pairs() -> impl Iterator<Item = (char, char)> {
    let words = include_str!("../data/traditional.txt").lines().filter(|line| !line.starts_with('#'));
    words.flat_map(str::split_whitespace).filter_map(|word| {
        let mut chars = word.chars();
        chars.next().zip(chars.next())
    })
}

/// What each character from [`FIRST`] to [`LAST`] becomes: looked up for every character of every text.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut all: Vec<char> = (FIRST..=LAST).collect();
    for (traditional, simple) in pairs() {
        if let Some(own) = place(traditional).and_then(|nth| all.get_mut(nth)) {
            *own = simple;
        }
    }
    all
});

fn place(c: char) -> Option<usize> {
    usize::try_from(u32::from(c).checked_sub(u32::from(FIRST))?).ok()
}

/// The simplified form of a traditional character; any other as it is.
pub(crate) fn simplified(c: char) -> char {
    if !matches!(c, FIRST..=LAST) {
        return c;
    }
    place(c).and_then(|nth| SIMPLIFIED.get(nth)).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_becomes_simplified_at_once() {
        let simple = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(simple("電子政務 數字證書 政務雲 A1。"), "电子政务 数字证书 政务云 A1。");
        assert!(pairs().count() > 2_500);
        for (traditional, plain) in pairs() {
            assert_eq!((simplified(traditional), simplified(plain)), (plain, plain));
        }
    }
}
