//! What is wrong with a TOML file, collected while it is read.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeString, DeValue, Error};

use crate::diag::{Code, Diagnostic, Place, Placed, closest, codes};

/// The file, and what has been said about it.
pub(super) struct Report<'a> {
    path: Arc<str>,
    text: &'a str,
    /// Lines with a fault of syntax: what follows from it there is not said a second time.
    broken: BTreeSet<u32>,
    said: RefCell<Vec<Diagnostic>>,
}

impl<'a> Report<'a> {
    pub(super) fn new(path: &str, text: &'a str, errors: &[Error]) -> Self {
        let path = Arc::from(path);
        let syntax = |error: &Error| {
            let place = Place::in_text(Arc::clone(&path), text, error.span().unwrap_or(0..0));
            Diagnostic::of(codes::TOML_SYNTAX, error.message()).at(place)
        };
        let said: Vec<_> = errors.iter().map(syntax).collect();
        let broken = said.iter().filter_map(|d| d.place.as_ref()).map(|place| place.line).collect();
        Self { path, text, broken, said: RefCell::new(said) }
    }

    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let mut said = self.said.into_inner();
        crate::diag::sort(&mut said);
        said
    }

    pub(super) fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    pub(super) fn place(&self, span: Option<Range<usize>>) -> Place {
        match span {
            Some(span) => Place::in_text(Arc::clone(&self.path), self.text, span),
            None => Place::file(Arc::clone(&self.path)),
        }
    }

    pub(super) fn placed(&self, key: Spanned<DeString<'_>>) -> Placed<String> {
        let place = self.place(Some(key.span()));
        Placed { value: key.into_inner().into_owned(), place }
    }

    /// What is written there.
    pub(super) fn written(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or_default()
    }

    fn say(&self, code: Code, place: Place, message: String, hint: Option<String>) {
        if !self.broken.contains(&place.line) {
            let diagnostic = Diagnostic::of(code, message).at(place);
            self.said.borrow_mut().push(hint.into_iter().fold(diagnostic, Diagnostic::hint));
        }
    }

    pub(super) fn unknown_key(&self, key: &Spanned<DeString<'_>>, table: &str, known: &[&'static str]) {
        let hint = match closest(key.get_ref(), known.iter().copied()) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("The keys are: {}.", known.join(", ")),
        };
        let message = format!("there is no key `{}` in {table}", key.get_ref());
        self.say(codes::UNKNOWN_KEY, self.place(Some(key.span())), message, Some(hint));
    }

    /// A key may seem to be missing only because a fault of syntax hides it.
    pub(super) fn missing_key(&self, key: &str, table: &str, header: Option<Range<usize>>) {
        if self.broken.is_empty() {
            let message = format!("{table} needs the key `{key}`");
            self.say(codes::MISSING_KEY, self.place(header), message, Some(format!("Add `{key} = \"…\"`.")));
        }
    }

    pub(super) fn wrong_type(&self, key: &str, expected: &str, value: &Spanned<DeValue<'_>>) {
        self.wrong_type_hinted(key, expected, value, None);
    }

    pub(super) fn wrong_type_hinted(
        &self,
        key: &str,
        expected: &str,
        value: &Spanned<DeValue<'_>>,
        hint: Option<String>,
    ) {
        let message = format!("`{key}` must be {expected}, not {}", type_name(value.get_ref()));
        self.say(codes::WRONG_TYPE, self.place(Some(value.span())), message, hint);
    }

    pub(super) fn single_table(&self, key: &str, header: &str, span: Range<usize>) {
        let message = format!("`{key}` must be a list of tables");
        let hint = format!("Write `{header}` above each.");
        self.say(codes::WRONG_TYPE, self.place(Some(span)), message, Some(hint));
    }

    pub(super) fn bad_value(&self, place: Place, message: String) {
        self.say(codes::BAD_VALUE, place, message, None);
    }

    pub(super) fn unknown_word(&self, key: &str, word: &str, place: Place, words: &[&str]) {
        let hint = match closest(word, words.iter().copied()) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("Write one of: {}.", words.join(", ")),
        };
        self.say(codes::BAD_VALUE, place, format!("`{key}` cannot be `{word}`"), Some(hint));
    }

    pub(super) fn keys_disagree(&self, place: Place, message: String) {
        self.say(codes::KEYS_DISAGREE, place, message, None);
    }
}

/// How messages call the type of a value.
fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(found) if found.time.is_none() => "a date",
        DeValue::Datetime(_) => "a date with time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
