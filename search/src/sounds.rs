//! Pinyin: names found by the sounds of their characters (`kezhang`) or the first letters of these (`kzjf`).
//!
//! A name's sounds are its syllables, lower case without tones (`ü` is `v`), each between two spaces. They are made when
//! the index is written and stored with the record; a reader only needs to know which syllables there are.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The syllables of Mandarin.
static SYLLABLES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/syllables.txt").split_whitespace().collect());

/// The most letters of a syllable.
const LONGEST: usize = 6;
/// The most ways a term is cut into syllables.
const MAX_WAYS: usize = 8;
/// The fewest letters that may be the initials of a name.
const MIN_INITIALS: usize = 3;
/// The most letters that are looked at.
const MAX_LETTERS: usize = 60;

/// What a Latin term may sound like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sound {
    /// Syllables, the last one perhaps begun only.
    Syllables(Vec<String>),
    /// First letters.
    Initials(String),
}

impl Sound {
    /// The ways in which a folded term can be pronounced; none if it is no pinyin.
    pub(crate) fn of_term(term: &str) -> Vec<Self> {
        if !term.bytes().all(|b| b.is_ascii_lowercase()) || term.len() > MAX_LETTERS {
            return Vec::new();
        }
        let mut ways = Vec::new();
        cut(term, &mut Vec::new(), &mut ways);
        let mut sounds: Vec<Self> = ways.into_iter().map(Self::Syllables).collect();
        sounds.extend((term.len() >= MIN_INITIALS).then(|| Self::Initials(term.to_owned())));
        sounds
    }

    /// Whether a name with these sounds has them one after the other.
    pub(crate) fn is_in(&self, sounds: &str) -> bool {
        match self {
            Self::Syllables(syllables) => sounds.contains(&format!(" {}", syllables.join(" "))),
            Self::Initials(letters) => initials(sounds).contains(letters),
        }
    }

    /// How many characters sound like this.
    pub(crate) fn len(&self) -> u32 {
        let chars = match self {
            Self::Syllables(syllables) => syllables.len(),
            Self::Initials(letters) => letters.len(),
        };
        u32::try_from(chars).unwrap_or(u32::MAX)
    }

    /// Tokens that the sounds of every such name have.
    pub(crate) fn tokens(&self) -> Vec<String> {
        match self {
            Self::Syllables(syllables) => {
                let whole: Vec<&str> = syllables.iter().map(String::as_str).filter(|s| is_whole(s)).collect();
                pairs(&whole)
            }
            Self::Initials(letters) => initial_pairs(letters),
        }
    }
}

/// The tokens by which sounds are found.
#[cfg(feature = "native")]
pub(crate) fn tokens(sounds: &str) -> Vec<String> {
    let syllables: Vec<&str> = sounds.split_whitespace().collect();
    pairs(&syllables).into_iter().chain(initial_pairs(&initials(sounds))).collect()
}

/// The sounds of a name; empty if it has fewer than two Chinese characters.
#[cfg(feature = "native")]
pub(crate) fn of_name(name: &str) -> String {
    use pinyin::ToPinyin as _;

    let folded = crate::fold::fold(name);
    let syllables: Vec<String> =
        folded.chars().filter_map(|c| c.to_pinyin()).map(|sound| sound.plain().replace('ü', "v")).collect();
    if syllables.len() < 2 { String::new() } else { format!(" {} ", syllables.join(" ")) }
}

fn is_whole(text: &str) -> bool {
    SYLLABLES.contains(text)
}

/// Whether a syllable begins like this.
fn is_begun(text: &str) -> bool {
    SYLLABLES.range(text..).next().is_some_and(|syllable| syllable.starts_with(text))
}

/// Cuts letters into two syllables or more, the last one perhaps only begun.
fn cut(rest: &str, done: &mut Vec<String>, ways: &mut Vec<Vec<String>>) {
    if ways.len() == MAX_WAYS {
        return;
    }
    if done.len() >= 2 && (rest.is_empty() || is_begun(rest) && !is_whole(rest)) {
        let begun = (!rest.is_empty()).then(|| rest.to_owned());
        ways.push(done.iter().cloned().chain(begun).collect());
    }
    for length in (1..=LONGEST.min(rest.len())).rev() {
        let (first, after) = rest.split_at(length);
        if is_whole(first) {
            done.push(first.to_owned());
            cut(after, done, ways);
            done.pop();
        }
    }
}

fn pairs(syllables: &[&str]) -> Vec<String> {
    syllables.windows(2).map(|pair| pair.join(" ")).collect()
}

fn initials(sounds: &str) -> String {
    sounds.split_whitespace().filter_map(|syllable| syllable.chars().next()).collect()
}

/// In upper case, to be told apart from syllables.
fn initial_pairs(letters: &str) -> Vec<String> {
    let letters: Vec<char> = letters.to_ascii_uppercase().chars().collect();
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(name: &str, term: &str) -> bool {
        let sounds = of_name(name);
        Sound::of_term(term).iter().any(|sound| sound.is_in(&sounds))
    }

    #[test]
    fn names_are_found_by_their_sounds() {
        assert_eq!(of_name("公章刻制经费"), " gong zhang ke zhi jing fei ");
        assert_eq!(of_name("绿化"), " lv hua ");
        for term in ["gongzhang", "kezhijingfei", "gongzhangk", "gzkz", "kzjf"] {
            assert!(has("公章刻制经费", term), "{term}");
        }
        for term in ["zhanggong", "gong", "gz", "ongzhang", "gongzhi", "c22", "章"] {
            assert!(!has("公章刻制经费", term), "{term}");
        }
        assert!(has("西安分局", "xianfen") && has("县分局", "xianfen"), "both ways to cut");
    }

    #[test]
    fn what_is_found_has_the_tokens() {
        let name = of_name("政务云资源服务经费");
        let tokens = tokens(&name);
        for term in ["zhengwuyun", "zhengwuyunzi", "yunz", "zwyzy"] {
            for sound in Sound::of_term(term).iter().filter(|sound| sound.is_in(&name)) {
                assert!(sound.tokens().iter().all(|token| tokens.contains(token)), "{sound:?}");
            }
        }
    }

    #[test]
    fn every_common_character_has_a_known_sound() {
        use pinyin::ToPinyin as _;
        let unknown: BTreeSet<String> = ('\u{4e00}'..='\u{9fff}')
            .filter_map(|c| c.to_pinyin())
            .map(|sound| sound.plain().replace('ü', "v"))
            .filter(|sound| !is_whole(sound))
            .collect();
        assert!(unknown.len() < 8, "{unknown:?}");
    }

    #[test]
    fn long_terms_are_cut_quickly() {
        assert!(Sound::of_term(&"a".repeat(60)).len() <= MAX_WAYS + 1);
        assert!(Sound::of_term(&"a".repeat(61)).is_empty());
    }
}
