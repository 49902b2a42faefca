//! Folded text → index tokens, and a term → the tokens that every text holding it has.
//!
//! A run of letters and digits gives its Latin words and numbers whole, each pair of neighbours of which one
//! is Chinese (`c22云视讯` → `c22`, `2云`, `云视`, `视讯`), and its last character if that is Chinese: so a
//! single character is found as the start of a token.

use crate::fold::{is_cjk, is_word};

/// The name under which the schema asks for the tokenizer.
pub(crate) const NAME: &str = "gongkai";

/// The tokens of folded text.
#[cfg(feature = "native")]
pub(crate) fn tokens(folded: &str) -> Vec<String> {
    runs(folded).flat_map(|run| run_tokens(&run)).collect()
}

fn runs(folded: &str) -> impl Iterator<Item = Vec<char>> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|run| !run.is_empty())
        .map(|run| run.chars().collect())
}

#[cfg(feature = "native")]
fn run_tokens(run: &[char]) -> Vec<String> {
    let last = run.last().filter(|&&c| is_cjk(c)).map(char::to_string);
    words(run).map(|word| word.iter().collect()).chain(pairs(run)).chain(last).collect()
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
}

/// What a text needs to hold a folded term; nothing at all if the term has neither letters nor digits.
///
/// A term with Chinese characters may begin and end inside a Latin word, which therefore is not asked for;
/// one without matches whole words.
pub(crate) fn needs(term: &str) -> Vec<Need> {
    let closed = if term.contains(is_cjk) { term.trim_matches(is_word) } else { term };
    let single = |run: &Vec<char>| run.first().copied().filter(|c| run.len() == 1 && is_cjk(*c));
    let words = runs(closed).flat_map(|run| words(&run).map(String::from_iter).collect::<Vec<_>>());
    let pairs = runs(term).flat_map(|run| pairs(&run).collect::<Vec<_>>());
    let starts = runs(term).filter_map(|run| single(&run));
    words.chain(pairs).map(Need::Token).chain(starts.map(Need::Start)).collect()
}

/// Ends the tokens of titles, so that they lie beside those of bodies in the index; folding leaves no such character.
const OF_TITLE: char = '\u{1}';
/// A token as it is indexed for titles.
pub(crate) fn of_title(token: &str) -> String {
    format!("{token}{OF_TITLE}")
}

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
            assert_eq!(&tokens(&fold(text)), expected, "{text}");
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
            ("24年,共5", vec![token("4年"), token("共5")]),
            ("年,共", vec![Need::Start('年'), Need::Start('共')]),
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
            let tokens = tokens(&folded);
            for need in needs(&part) {
                prop_assert!(match &need {
                    Need::Token(token) => tokens.contains(token),
                    Need::Start(c) => tokens.iter().any(|token| token.starts_with(*c)),
                }, "{:?} of {:?} in {:?}", need, part, tokens);
            }
        }
    }
}
