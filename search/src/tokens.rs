//! The tokens of records as they are indexed.
#![cfg(feature = "native")]

use std::collections::HashMap;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use crate::analyzer::{Place, TRIPLES_FROM, bucket, of_title, rare, tokens, triples};
use crate::fold;
use crate::record::Record;
use crate::schema::LISTED;

/// A token is common if it stands in the texts at least once for so many records.
const SHARE: usize = 2_000;

/// Which tokens are common.
pub(crate) struct Vocabulary {
    common: HashMap<String, usize>,
    records: usize,
}

impl Vocabulary {
    /// Counts the tokens of all records.
    pub(crate) fn of(records: &[Record]) -> Self {
        let mut common = HashMap::new();
        for token in records.iter().flat_map(words) {
            *common.entry(token).or_default() += 1;
        }
        let records = records.len();
        let least = (records / SHARE).max(2);
        common.retain(|_, count| *count >= least);
        Self { common, records }
    }

    /// The tokens of a record.
    pub(crate) fn tokens(&self, record: &Record) -> Vec<String> {
        let place = |token: String| if self.common.contains_key(&token) { token } else { rare(&token) };
        let mut all: Vec<String> = words(record).into_iter().map(place).collect();
        if self.records >= TRIPLES_FROM {
            all.extend(
                self.buckets(&record.title, Place::Title).chain(self.buckets(&record.text(), Place::Body)),
            );
        }
        all
    }

    fn buckets(&self, text: &str, place: Place) -> impl Iterator<Item = String> {
        let records = self.records;
        triples(&fold(text)).into_iter().map(move |triple| bucket(triple, place, records))
    }
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

/// The tokens of title and body.
fn words(record: &Record) -> Vec<String> {
    let title = tokens(&fold(&record.title));
    let body = tokens(&fold(&record.text()));
    title.iter().map(|token| of_title(token)).chain(body).collect()
}
