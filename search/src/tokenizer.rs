//! The texts of records as Tantivy is to index them.
#![cfg(feature = "native")]

use tantivy::tokenizer::{self, Token, TokenStream};

use crate::analyzer::{of_title, tokens};
use crate::fold;

/// Stands between the title and the body in the text of a record.
const JOINT: char = '\u{2}';

/// The text of a record as [`Tokenizer`] reads it.
pub(crate) fn joined(title: &str, body: &str) -> String {
    format!("{}{JOINT}{}", title.replace(JOINT, " "), body.replace(JOINT, " "))
}

/// The tokenizer of the texts of records.
#[derive(Clone, Default)]
pub(crate) struct Tokenizer;

/// The tokens of one text.
pub(crate) struct Tokens {
    rest: std::vec::IntoIter<String>,
    current: Token,
}

impl tokenizer::Tokenizer for Tokenizer {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let (title, body) = text.split_once(JOINT).unwrap_or(("", text));
        let mut all = tokens(&fold(title));
        all.iter_mut().for_each(|token| *token = of_title(token));
        all.extend(tokens(&fold(body)));
        Tokens { rest: all.into_iter(), current: Token::default() }
    }
}

impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        let Some(text) = self.rest.next() else { return false };
        self.current.text = text;
        self.current.position = self.current.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.current
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.current
    }
}
