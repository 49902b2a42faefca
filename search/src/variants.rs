//! Traditional characters → simplified ones.

use std::sync::LazyLock;

/// Pairs, traditional before simplified, in the order of the traditional ones.
static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let words = include_str!("../data/traditional.txt").lines().filter(|line| !line.starts_with('#'));
    let pair = |word: &str| {
        let mut chars = word.chars();
        chars.next().zip(chars.next())
    };
    words.flat_map(str::split_whitespace).filter_map(pair).collect()
});

/// The simplified form of a traditional character; any other as it is.
pub(crate) fn simplified(c: char) -> char {
    if !matches!(c, '\u{3400}'..='\u{9fff}') {
        return c;
    }
    let found = PAIRS.binary_search_by_key(&c, |pair| pair.0).ok();
    found.and_then(|at| PAIRS.get(at)).map_or(c, |pair| pair.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_becomes_simplified_at_once() {
        let simple = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(simple("電子政務 數字證書 政務雲 A1。"), "电子政务 数字证书 政务云 A1。");
        assert!(PAIRS.len() > 2_500 && PAIRS.is_sorted());
        for &(_, plain) in PAIRS.iter() {
            assert_eq!(simplified(plain), plain);
        }
    }
}
