//! `topics.toml`: kinds of project that are compared across units and years.

use super::reader::{self, Table};
use crate::diag::Warned;
use crate::model::Topic;
use crate::text::name_key;

/// Reads the text of a `topics.toml`, a `[[topic]]` for each; `path` is for messages. Of two topics with one id the first
/// counts.
pub fn topics(path: &str, text: &str) -> Warned<Vec<Topic>> {
    reader::read(path, text, |table| {
        let mut ids = Vec::new();
        table.tables("topic", |table| {
            let topic = topic(table)?;
            if ids.contains(&topic.id) {
                table.disagree(format!("there are two topics `{}`", topic.id));
                return None;
            }
            ids.push(topic.id.clone());
            Some(topic)
        })
    })
}

fn topic(table: &mut Table) -> Option<Topic> {
    let id = table.required("id", Table::text);
    let name = table.required("name", Table::text);
    let words = keys(table, "words");
    let topic = Topic {
        id: String::new(),
        name: String::new(),
        description: table.text("description").map(|text| text.value).unwrap_or_default(),
        except: keys(table, "except"),
        measures: table.texts("measures"),
        notes: table.texts("notes"),
        words,
    };
    let (id, name) = (id?, name?);
    if !id.value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        table.refuse(id.place, "`id` may hold lower-case letters, digits and hyphens only");
        return None;
    }
    if topic.words.is_empty() {
        table.disagree("`words` says nothing: no project would belong to the topic");
        return None;
    }
    Some(Topic { id: id.value, name: name.value, ..topic })
}

/// Words folded for comparison; those of which nothing is left say nothing.
fn keys(table: &mut Table, key: &'static str) -> Vec<String> {
    table.texts(key).iter().map(|word| name_key(word)).filter(|word| !word.is_empty()).collect()
}
