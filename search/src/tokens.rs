//! The tokens of records as they are indexed.
#![cfg(feature = "native")]

use std::collections::{BTreeSet, HashMap, HashSet};

use rayon::prelude::*;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use crate::analyzer::{RARE, TRIPLES_FROM, bucket, tokens, triples};
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
    common: HashSet<String>,
    records: u32,
}

impl Vocabulary {
    /// Counts the tokens of all records.
    pub(crate) fn of(records: &[Record], synonyms: &Synonyms) -> Self {
        let counts = records.par_chunks(CHUNK).map(count).reduce(HashMap::new, |mut all, more| {
            more.into_iter().for_each(|(token, count)| *all.entry(token).or_default() += count);
            all
        });
        let least = (records.len() / SHARE).max(2);
        let records = u32::try_from(records.len()).unwrap_or(u32::MAX);
        let common = counts.into_iter().filter(|(_, count)| *count >= least).map(|(token, _)| token);
        Self { topics: Topics::new(synonyms, records), common: common.collect(), records }
    }

    /// The tokens of a title or a body, as the tokenizer reads them.
    pub(crate) fn listed(&self, text: &str) -> String {
        let text = fold(text);
        let mut listed = String::with_capacity(4 * text.len());
        for token in distinct(&text) {
            match self.topics.first(token) {
                Some(first) => listed.push(first),
                None if !self.common.contains(token) => listed.push(RARE),
                None => (),
            }
            listed.push_str(token);
            listed.push(JOINT);
        }
        if self.records >= TRIPLES_FROM {
            let buckets: BTreeSet<char> =
                triples(&text).into_iter().map(|triple| bucket(triple, self.records)).collect();
            for bucket in buckets {
                listed.extend(self.topics.first(bucket.encode_utf8(&mut [0; 4])));
                listed.extend([bucket, JOINT]);
            }
        }
        listed.pop();
        listed
    }
}

/// Records whose tokens are counted at once.
const CHUNK: usize = 1024;

/// How many titles and bodies have each token.
fn count(records: &[Record]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for text in records.iter().flat_map(|record| [record.text(), record.title.clone()]) {
        for token in distinct(&fold(&text)) {
            match counts.get_mut(token) {
                Some(count) => *count += 1,
                None => _ = counts.insert(token.to_owned(), 1),
            }
        }
    }
    counts
}

fn distinct(folded: &str) -> Vec<&str> {
    let mut tokens: Vec<&str> = tokens(folded).collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens
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
