//! The words of one language: `i18n/<language>.toml`, flattened to dotted keys.

use std::collections::BTreeMap;

use super::error::RenderError;

/// Messages by dotted key (`table.blank`), with `{name}` where something is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages {
    entries: BTreeMap<String, String>,
}

impl Messages {
    /// Reads a message file; `file` is its path for error messages.
    ///
    /// # Errors
    /// The text is no TOML, or a value is neither text nor a table.
    pub fn parse(file: &str, text: &str) -> Result<Self, RenderError> {
        let fail = |message: String| RenderError::Messages { file: file.to_owned(), message };
        let table: toml::Table = toml::from_str(text).map_err(|error| fail(error.to_string()))?;
        let mut messages = Self::default();
        messages.flatten("", &table).map_err(|key| fail(format!("`{key}` is not text")))?;
        Ok(messages)
    }

    fn flatten(&mut self, prefix: &str, table: &toml::Table) -> Result<(), String> {
        for (name, value) in table {
            let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
            match value {
                toml::Value::String(text) => drop(self.entries.insert(key, text.clone())),
                toml::Value::Table(inner) => self.flatten(&key, inner)?,
                _ => return Err(key),
            }
        }
        Ok(())
    }

    /// Takes over everything that `other` says, keeping what it leaves out.
    pub fn extend(&mut self, other: Self) {
        self.entries.extend(other.entries);
    }

    /// The message, with each `{name}` replaced by its value; `None` if there is no such key.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> Option<String> {
        let message = self.entries.get(key)?;
        Some(if message.contains('{') { fill(message, values) } else { message.clone() })
    }

    /// Whether they are in English; Chinese otherwise.
    pub fn is_english(&self) -> bool {
        self.entries.get("lang").is_some_and(|lang| lang.starts_with("en"))
    }

    /// All keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }
}

/// One pass from left to right: what is filled in is never searched again.
fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(value),
            None => out.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_in_once_and_leaves_the_rest() {
        let messages = Messages::parse("x.toml", "a = 'x {n} {unit} {n'\n[b]\nc = 'd'").unwrap();
        assert_eq!(messages.text("a", &[("n", "{unit}"), ("unit", "y")]).unwrap(), "x {unit} y {n");
        assert_eq!(messages.text("b.c", &[]).unwrap(), "d");
        assert_eq!(messages.text("b", &[]), None);
    }

    #[test]
    fn names_the_file_and_key_that_are_wrong() {
        let error = Messages::parse("i18n/en.toml", "[a]\nb = 1").unwrap_err();
        assert_eq!(error.to_string(), "i18n/en.toml: `a.b` is not text");
    }
}
