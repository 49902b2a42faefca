//! What is looked for together lies together: the lists of the words that stand for each other follow one another in the
//! index, and are fetched as one.

use std::collections::BTreeMap;

use crate::analyzer::{Need, bucket, needs, triples};
use crate::synonyms::Synonyms;

/// The tokens of the first group of synonyms begin with this, those of the next with the next; no text has these
/// characters in a token.
const FIRST: u32 = 0xE000;
/// The most groups.
const MOST: u32 = 0x1000;

/// For each token of a synonym, what it begins with in the index.
#[derive(Clone, Debug, Default)]
pub(crate) struct Topics(BTreeMap<String, char>);

impl Topics {
    /// The topics of an index of so many records.
    pub(crate) fn new(synonyms: &Synonyms, records: u32) -> Self {
        let mut topics = BTreeMap::new();
        for (words, number) in synonyms.groups().zip(FIRST..FIRST + MOST) {
            let Some(first) = char::from_u32(number) else { continue };
            for token in words.flat_map(|word| tokens(word, records)) {
                topics.entry(token).or_insert(first);
            }
        }
        Self(topics)
    }

    /// What a token begins with in the index, if it belongs to a topic.
    pub(crate) fn first(&self, token: &str) -> Option<char> {
        self.0.get(token).copied()
    }

    /// What a token is called in the index, if it belongs to a topic.
    pub(crate) fn name(&self, token: &str) -> Option<String> {
        self.first(token).map(|first| format!("{first}{token}"))
    }

    /// The names of all tokens that start with a character.
    pub(crate) fn starting(&self, c: char) -> impl Iterator<Item = String> {
        let tokens = self.0.range(c.to_string()..).take_while(move |(token, _)| token.starts_with(c));
        tokens.map(|(token, first)| format!("{first}{token}"))
    }
}

fn tokens(word: &str, records: u32) -> impl Iterator<Item = String> {
    let tokens = needs(word).into_iter().filter_map(|need| match need {
        Need::Token(token) => Some(token),
        Need::Start(_) | Need::Triple(_) => None,
    });
    tokens.chain(triples(word).into_iter().map(move |triple| bucket(triple, records).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_group_lie_together() {
        let mut synonyms = Synonyms::default();
        synonyms.extend("政务外网 政务网\n外网 => 政务外网\n热线 12345\n");
        let topics = Topics::new(&synonyms, 10_000);
        let names: Vec<_> =
            ["政务", "务外", "外网", "热线", "12345", "网"].map(|token| topics.name(token)).to_vec();
        assert_eq!(
            names,
            ["\u{E000}政务", "\u{E000}务外", "\u{E000}外网", "\u{E002}热线", "\u{E002}12345", ""]
                .map(|name| (!name.is_empty()).then(|| name.to_owned()))
        );
        assert_eq!(topics.starting('务').collect::<Vec<_>>(), ["\u{E000}务外", "\u{E000}务网"]);
        assert_eq!(
            topics
                .name(&bucket(triples("政务网")[0], 10_000).to_string())
                .map(|name| name.starts_with('\u{E000}')),
            Some(true)
        );
    }
}
