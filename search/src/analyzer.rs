//! Folded text → index tokens, and a term → the tokens that every text holding it has.
//!
//! A run of letters and digits gives its Latin words and numbers whole, each pair of neighbours of which one
//! is Chinese (`c22云视讯` → `c22`, `2云`, `云视`, `视讯`), and its last character if that is Chinese: so a
//! single character is found as the start of a token.
//!
//! Pairs stand apart in many records that hold no phrase of them. Large indexes therefore also list triples of
//! neighbours, as buckets that many triples share: the buckets cost little, and the texts decide in the end anyway.

use crate::fold::{is_cjk, is_word};

/// Records from which on an index has triples: smaller ones have few records to look through.
pub(crate) const TRIPLES_FROM: u32 = 2_000;

/// The tokens of folded text, which are parts of it; not all different.
#[cfg(feature = "native")]
pub(crate) fn tokens(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()).flat_map(run_tokens)
}

fn runs(folded: &str) -> impl Iterator<Item = Vec<char>> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|run| !run.is_empty())
        .map(|run| run.chars().collect())
}

#[cfg(feature = "native")]
fn run_tokens(run: &str) -> impl Iterator<Item = &str> {
    let words = run.split(is_cjk).filter(|word| !word.is_empty());
    let ends = run.char_indices().map(|(at, c)| (at, at + c.len_utf8(), c));
    let pairs = ends.clone().zip(ends.clone().skip(1));
    let pairs = pairs.filter(|(one, next)| is_cjk(one.2) || is_cjk(next.2));
    let pairs = pairs.filter_map(|(one, next)| run.get(one.0..next.1));
    let mut chars = run.chars();
    let last = chars.next_back().filter(|c| is_cjk(*c)).and_then(|_| run.get(chars.as_str().len()..));
    words.chain(pairs).chain(last)
}

fn words(run: &[char]) -> impl Iterator<Item = &[char]> {
    run.chunk_by(|a, b| is_word(*a) == is_word(*b)).filter(|chunk| chunk.iter().all(|c| is_word(*c)))
}

fn pairs(run: &[char]) -> impl Iterator<Item = String> {
    run.windows(2).filter(|pair| pair.iter().any(|c| is_cjk(*c))).map(|pair| pair.iter().collect())
}

/// What the tokens of a text must contain for the text to hold a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// This token.
    Token(String),
    /// Some token that starts with this character.
    Start(char),
    /// A token for this triple: see [`bucket`].
    Triple(u32),
}

/// What a text needs to hold a folded term; nothing at all if the term has neither letters nor digits.
///
/// A term with Chinese characters may begin and end inside a Latin word, which therefore is not asked for;
/// one without matches whole words.
pub(crate) fn needs(term: &str) -> Vec<Need> {
    let closed = if term.contains(is_cjk) { term.trim_matches(is_word) } else { term };
    let words = runs(closed).flat_map(|run| words(&run).map(String::from_iter).collect::<Vec<_>>());
    let pairs = runs(term).flat_map(|run| pairs(&run).collect::<Vec<_>>());
    // Only the last run may go on after the term.
    let open = runs(term).last().filter(|run| run.len() == 1 && term.ends_with(is_cjk));
    let start = open.and_then(|run| run.first().copied());
    words.chain(pairs).chain(ends(term)).map(Need::Token).chain(start.map(Need::Start)).collect()
}

/// The last characters of the runs that end within a term.
fn ends(term: &str) -> impl Iterator<Item = String> {
    let next = term.chars().skip(1);
    term.chars()
        .zip(next)
        .filter(|(c, next)| is_cjk(*c) && !next.is_alphanumeric())
        .map(|(c, _)| c.to_string())
}

/// Each three neighbours of folded text, one of which is Chinese or a digit, as numbers; not all different. What a term
/// has of these, every text that holds it has.
pub(crate) fn triples(folded: &str) -> Vec<u32> {
    let chars: Vec<char> = folded.chars().collect();
    chars
        .windows(3)
        .filter(|triple| triple.iter().any(|c| is_cjk(*c) || c.is_ascii_digit()))
        .map(number)
        .collect()
}

/// FNV-1a over characters, its high bits mixed into the low ones.
fn number(triple: &[char]) -> u32 {
    let hash =
        triple.iter().fold(0x811c_9dc5, |hash: u32, c| (hash ^ u32::from(*c)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 15
}

/// The token for a triple in an index of so many records: the more there are, the more buckets, so that about as many
/// records share one by accident. Tokens are characters of a plane that folded text has none of.
pub(crate) fn bucket(triple: u32, records: u32) -> char {
    let buckets = (records / 4).next_power_of_two().clamp(1 << 10, 1 << 15);
    char::from_u32(BUCKETS + triple % buckets).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The first bucket.
const BUCKETS: u32 = 0xF_0000;

/// A token that only few records have lies behind all others: readers fetch those of many ahead.
pub(crate) fn rare(token: &str) -> String {
    format!("{RARE}{token}")
}

/// What tokens of few records begin with; folding leaves no such character.
pub(crate) const RARE: char = '\u{10_0000}';

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use proptest::prelude::*;

    #[test]
    fn texts_become_tokens() {
        let cases: &[(&str, &[&str])] = &[
            ("政务外网", &["政务", "务外", "外网", "网"]),
            ("网", &["网"]),
            ("2010306", &["2010306"]),
            ("C22 云视讯", &["c22", "2云", "云视", "视讯", "讯"]),
            ("12345热线", &["12345", "5热", "热线", "线"]),
            ("二〇二四年", &["二〇", "〇二", "二四", "四年", "年"]),
            ("山西 CA 数字证书", &["ca", "山西", "西c", "a数", "数字", "字证", "证书", "书"]),
            ("经费，其中：", &["经费", "费", "其中", "中"]),
            ("1,234.56", &["1", "234", "56"]),
            ("——", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(tokens(&fold(text)).collect::<Vec<_>>(), *expected, "{text}");
        }
    }

    #[test]
    fn terms_become_needs() {
        let token = |text: &str| Need::Token(text.to_owned());
        let cases = [
            ("政务外网", vec![token("政务"), token("务外"), token("外网")]),
            ("网", vec![Need::Start('网')]),
            ("c22", vec![token("c22")]),
            ("c22云视", vec![token("2云"), token("云视")]),
            ("服务ca证书", vec![token("ca"), token("服务"), token("务c"), token("a证"), token("证书")]),
            ("24年,共5", vec![token("4年"), token("共5"), token("年")]),
            ("年,共", vec![token("年"), Need::Start('共')]),
            ("年,", vec![token("年")]),
            (",年", vec![Need::Start('年')]),
            ("1234.56", vec![token("1234"), token("56")]),
            ("...", vec![]),
        ];
        for (term, expected) in cases {
            assert_eq!(needs(term), expected, "{term}");
        }
    }

    proptest! {
        /// No text that holds a term is missed for want of a token.
        #[test]
        fn texts_have_what_their_substrings_need(text in "[政务外网年 a1b2,。“]{1,30}", from in 0usize..30, len in 1usize..12) {
            let folded = fold(&text);
            let part: String = folded.chars().skip(from).take(len).collect();
            prop_assume!(part.contains(is_cjk) && !part.contains(char::is_whitespace));
            let tokens: Vec<&str> = tokens(&folded).collect();
            for need in needs(&part) {
                prop_assert!(match &need {
                    Need::Token(token) => tokens.contains(&token.as_str()),
                    Need::Start(c) => tokens.iter().any(|token| token.starts_with(*c)),
                    Need::Triple(_) => false,
                }, "{:?} of {:?} in {:?}", need, part, tokens);
            }
            let all = triples(&folded);
            prop_assert!(triples(&part).iter().all(|triple| all.contains(triple)));
        }
    }
}
