//! What templates can call: `t(k=…)` for words, `clauses` for titles that break between clauses.

use std::sync::Arc;

use tera::{Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::format;
use super::messages::Messages;

/// Clauses up to this many characters stay on one line.
const LONGEST_CLAUSE: usize = 9;

/// Adds our functions and filters; messages come from `messages`.
pub fn register(tera: &mut Tera, messages: &Arc<Messages>) {
    let words = Arc::clone(messages);
    tera.register_function("t", move |values: Kwargs, _: &State| translate(&words, &values));
    tera.register_filter("grouped", |text: StringInput, _: Kwargs, _: &State| format::grouped(text.as_str()));
    tera.register_filter("clauses", clauses);
}

/// `t(k="key", name=value, …)`; with `or="…"` that text where the key is unknown.
fn translate(messages: &Messages, values: &Kwargs) -> TeraResult<String> {
    let key: String = values.must_get("k")?;
    let pairs: Vec<(String, String)> = values
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), value.to_string())))
        .collect();
    let borrowed: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    match (messages.text(&key, &borrowed), values.get::<String>("or")?) {
        (Some(text), _) | (None, Some(text)) => Ok(text),
        (None, None) => Err(tera::Error::message(format!("there is no message `{key}`"))),
    }
}

/// Short clauses as `<span class="nb">`, everything escaped.
fn clauses(text: StringInput, options: Kwargs, _: &State) -> TeraResult<Value> {
    let longest =
        options.get::<i64>("max")?.and_then(|max| usize::try_from(max).ok()).unwrap_or(LONGEST_CLAUSE);
    let mut out: Vec<u8> = Vec::new();
    for clause in text.as_str().split_inclusive(['，', '；', '：', '。', '、']) {
        let short = clause.chars().count() <= longest;
        if short {
            out.extend_from_slice(b"<span class=\"nb\">");
        }
        tera::escape_html(clause, &mut out).map_err(tera::Error::message)?;
        if short {
            out.extend_from_slice(b"</span>");
        }
    }
    let html = String::from_utf8(out).map_err(tera::Error::message)?;
    Ok(Value::safe_string(&html))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::Context;

    fn render(template: &str, value: &str) -> String {
        let messages = Arc::new(Messages::parse("t.toml", "hi = '<{who}>'").unwrap());
        let mut tera = Tera::new();
        register(&mut tera, &messages);
        let mut context = Context::new();
        context.insert("v", value);
        tera.render_str(template, &context, true).unwrap()
    }

    #[test]
    fn clauses_keep_short_parts_together_and_escape() {
        assert_eq!(
            render("{{ v | clauses }}", "一笔财政的钱，花在哪里"),
            "<span class=\"nb\">一笔财政的钱，</span><span class=\"nb\">花在哪里</span>"
        );
        assert_eq!(
            render("{{ v | clauses(max=3) }}", "<script>，<b>"),
            "&lt;script&gt;，<span class=\"nb\">&lt;b&gt;</span>"
        );
        assert_eq!(render("{{ v | clauses }}", ""), "");
    }

    #[test]
    fn words_are_escaped_after_filling() {
        assert_eq!(render("{{ t(k='hi', who=v) }}", "a&b"), "&lt;a&amp;b&gt;");
        assert_eq!(render("{{ t(k='no', or=v) }}", "x"), "x");
    }
}
