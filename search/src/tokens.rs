//! The tokens of records as they are indexed.
#![cfg(feature = "native")]

use std::collections::{BTreeSet, HashMap};

use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use crate::analyzer::{TRIPLES_FROM, bucket, rare, tokens, triples};
use crate::fold;
use crate::record::Record;
use crate::schema::LISTED;
use crate::synonyms::Synonyms;
use crate::topics::Topics;

/// A token is common if at least one title or body for so many records has it.
const SHARE: usize = 2_000;

/// Which tokens are common, and which belong together.
pub(crate) struct Vocabulary {
    topics: Topics,
    common: HashMap<String, usize>,
    records: u32,
}

impl Vocabulary {
    /// Counts the tokens of all records.
    pub(crate) fn of(records: &[Record], synonyms: &Synonyms) -> Self {
        let mut common = HashMap::new();
        for text in records.iter().flat_map(|record| [record.text(), record.title.clone()]) {
            for token in distinct(&fold(&text)) {
                *common.entry(token).or_default() += 1;
            }
        }
        let least = (records.len() / SHARE).max(2);
        let records = u32::try_from(records.len()).unwrap_or(u32::MAX);
        common.retain(|_, count| *count >= least);
        Self { topics: Topics::new(synonyms, records), common, records }
    }

    /// The tokens of a title or a body, which is folded.
    pub(crate) fn tokens(&self, text: &str) -> Vec<String> {
        let place = |token: String| if self.common.contains_key(&token) { token } else { rare(&token) };
        let words =
            distinct(text).into_iter().map(|token| self.topics.name(&token).unwrap_or_else(|| place(token)));
        let mut all: Vec<String> = words.collect();
        if self.records >= TRIPLES_FROM {
            let buckets = triples(text).into_iter().map(|triple| bucket(triple, self.records));
            all.extend(buckets.map(|token| self.topics.name(&token).unwrap_or(token)));
        }
        all
    }
}

fn distinct(text: &str) -> BTreeSet<String> {
    tokens(text).into_iter().collect()
}

/// Stands between the tokens of a list; no token has it.
const JOINT: char = '\n';

/// Tokens as the tokenizer reads them.
pub(crate) fn listed(tokens: &[String]) -> String {
    tokens.join(&JOINT.to_string())
}

/// The tokenizers of the schema: tokens come ready made.
pub(crate) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(LISTED, Listed);
    tokenizers
}

#[derive(Clone)]
struct Listed;

/// The tokens of one list.
struct Tokens<'a> {
    rest: std::str::Split<'a, char>,
    current: Token,
}

impl Tokenizer for Listed {
    type TokenStream<'a> = Tokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens<'a> {
        Tokens { rest: text.split(JOINT), current: Token { position: 0, ..Token::default() } }
    }
}

impl TokenStream for Tokens<'_> {
    fn advance(&mut self) -> bool {
        let Some(text) = self.rest.next() else { return false };
        self.current.text.clear();
        self.current.text.push_str(text);
        true
    }

    fn token(&self) -> &Token {
        &self.current
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.current
    }
}
