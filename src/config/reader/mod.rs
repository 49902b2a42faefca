//! A reader of TOML that notices everything: each key is asked for once, what nobody asked for is unknown.

mod report;
mod value;

use std::fmt::Display;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diag::{Placed, Warned};
use crate::model::ids::Date;
use report::Report;

/// Reads a TOML file. `path` is relative to the root; `read` takes from the top table what it knows.
pub(super) fn read<T>(path: &str, text: &str, read: impl FnOnce(&mut Table) -> T) -> Warned<T> {
    // The TOML parser skips a byte order mark, but it would count as a column.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let report = Report::new(path, text, &errors);
    let value = Table::top(&report, table).read(read);
    Warned { value, diagnostics: report.finish() }
}

/// A table that is being read.
pub(super) struct Table<'r> {
    report: &'r Report<'r>,
    /// How messages call it, e.g. `[[correction]]`.
    name: String,
    /// The keys that lead to it, each followed by a dot.
    path: String,
    /// The bytes of its header, or nothing for a whole file.
    header: Option<std::ops::Range<usize>>,
    /// What has not been asked for yet.
    left: DeTable<'r>,
    asked: Vec<&'static str>,
}

impl<'r> Table<'r> {
    fn top(report: &'r Report<'r>, table: Spanned<DeTable<'r>>) -> Self {
        let name = report.file_name().to_owned();
        Self { report, name, path: String::new(), header: None, left: table.into_inner(), asked: Vec::new() }
    }

    /// Lets `read` take what it knows; the rest is reported as unknown.
    fn read<T>(mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let value = read(&mut self);
        for key in self.left.keys() {
            self.report.unknown_key(key, &self.name, &self.asked);
        }
        value
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'r>>> {
        self.asked.push(key);
        self.left.remove(key)
    }

    /// Whether the key is there and has not been taken.
    pub(super) fn has(&self, key: &str) -> bool {
        self.left.contains_key(key)
    }

    /// Where the table begins.
    pub(super) fn place(&self) -> crate::diag::Place {
        self.report.place(self.header.clone())
    }

    /// What `get` gives; a message if the key is missing.
    pub(super) fn required<T>(
        &mut self,
        key: &'static str,
        get: impl FnOnce(&mut Self, &'static str) -> Option<T>,
    ) -> Option<T> {
        if !self.has(key) {
            self.report.missing_key(key, &self.name, self.header.clone());
        }
        get(self, key)
    }

    /// A string that is not blank, without white space around it and without invisible characters.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Placed<String>> {
        let value = self.take(key)?;
        value::text(self.report, key, &value)
    }

    /// A string exactly as written, which may be empty.
    pub(super) fn literal(&mut self, key: &'static str) -> Option<String> {
        let value = self.take(key)?;
        value::literal(self.report, key, &value)
    }

    /// A string that is parsed.
    pub(super) fn parsed<T>(&mut self, key: &'static str) -> Option<Placed<T>>
    where
        T: FromStr<Err: Display>,
    {
        let Placed { value, place } = self.text(key)?;
        match value.parse() {
            Ok(value) => Some(Placed { value, place }),
            Err(error) => {
                self.report.bad_value(place, format!("`{key}`: {error}"));
                None
            }
        }
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(&mut self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let Placed { value, place } = self.text(key)?;
        let found = words.iter().find(|(word, _)| *word == value);
        if found.is_none() {
            let words: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.report.unknown_word(key, &value, place, &words);
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// A list of strings; each that cannot be used is reported and left out.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.report.wrong_type(key, "a list in square brackets", &value);
            return Vec::new();
        };
        items.iter().filter_map(|item| value::text(self.report, key, item)).map(|text| text.value).collect()
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.take(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.report.wrong_type(key, "true or false, without quotes", &value);
        }
        flag
    }

    /// A whole number from 1.
    pub(super) fn ordinal(&mut self, key: &'static str) -> Option<u32> {
        let value = self.take(key)?;
        value::ordinal(self.report, key, &value)
    }

    /// A date without time.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        let value = self.take(key)?;
        value::date(self.report, key, &value)
    }

    /// A table within this one, e.g. `[audit]`.
    pub(super) fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Table<'r>) -> T,
    ) -> Option<T> {
        let value = self.take(key)?;
        let name = format!("[{}{key}]", self.path);
        self.inner(key, name, value).map(|table| table.read(read))
    }

    /// The tables `[[key]]`, in the order in which they are written; those for which `read` gives nothing are
    /// left out.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Table<'r>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(items) = value.into_inner() else {
            self.report.single_table(key, &format!("[[{}{key}]]", self.path), span);
            return Vec::new();
        };
        let name = format!("[[{}{key}]]", self.path);
        let tables = items.into_iter().filter_map(|item| self.inner(key, name.clone(), item));
        tables.filter_map(|table| table.read(&mut read)).collect()
    }

    /// All that is left, as tables named by the editor, in the order of their names.
    pub(super) fn named_tables<T>(
        &mut self,
        mut read: impl FnMut(Placed<String>, &mut Table<'r>) -> Option<T>,
    ) -> Vec<T> {
        let entries = std::mem::take(&mut self.left).into_iter();
        let tables = entries.filter_map(|(key, value)| {
            let name = self.report.placed(key);
            let table = self.inner(&name.value, format!("`{}`", name.value), value)?;
            table.read(|table| read(name, table))
        });
        tables.collect()
    }

    /// All that is left, as texts named by the editor, in the order of their names.
    pub(super) fn named_texts(&mut self) -> Vec<(Placed<String>, String)> {
        let entries = std::mem::take(&mut self.left).into_iter();
        let texts = entries.filter_map(|(key, value)| {
            let name = self.report.placed(key);
            let text = value::text(self.report, &name.value, &value)?;
            Some((name, text.value))
        });
        texts.collect()
    }

    fn inner(&self, key: &str, name: String, value: Spanned<DeValue<'r>>) -> Option<Table<'r>> {
        if value.get_ref().is_table() {
            let header = Some(value.span());
            let DeValue::Table(left) = value.into_inner() else { return None };
            let path = format!("{}{key}.", self.path);
            return Some(Table { report: self.report, name, path, header, left, asked: Vec::new() });
        }
        self.report.wrong_type(key, "a table", &value);
        None
    }

    /// Says that a value of the right type cannot be used.
    pub(super) fn refuse(&self, place: crate::diag::Place, message: impl Into<String>) {
        self.report.bad_value(place, message.into());
    }

    /// Says that keys exclude each other or that one of them is needed.
    pub(super) fn disagree(&self, message: impl Into<String>) {
        self.report.keys_disagree(self.place(), message.into());
    }
}
