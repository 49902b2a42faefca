//! Every word of the interface is in both languages, and no word is left over.

use std::collections::BTreeSet;

use regex::Regex;

use super::fixture::archive;
use crate::model::{BlockKind, Denomination};
use crate::render::{Messages, Theme};

fn keys(language: &str) -> BTreeSet<String> {
    Theme::default().messages(language).unwrap().keys().map(str::to_owned).collect()
}

/// Keys, and beginnings of keys that templates complete.
fn used() -> (BTreeSet<String>, BTreeSet<String>) {
    let call = Regex::new(r#"t\(k="([^"]+)"( ~)?"#).unwrap();
    let (mut whole, mut begun) = (BTreeSet::new(), BTreeSet::new());
    for (_, template) in Theme::default().templates().unwrap() {
        for found in call.captures_iter(&template) {
            let set = if found.get(2).is_some() { &mut begun } else { &mut whole };
            set.insert(found[1].to_owned());
        }
    }
    (whole, begun)
}

#[test]
fn both_languages_have_the_same_words() {
    assert_eq!(keys("zh-CN"), keys("en"));
}

#[test]
fn every_word_used_exists_and_every_word_is_used() {
    let known = keys("zh-CN");
    let (whole, begun) = used();
    let missing: Vec<&String> = whole.iter().filter(|key| !known.contains(*key)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
    let by_program = [
        "chart.comma",
        "chart.description",
        "projects.money",
        "report.body",
        "report.subject",
        "topic.computed",
        "topic.label.budget",
        "topic.label.final",
    ];
    let is_used = |key: &&String| {
        whole.contains(*key)
            || begun.iter().any(|start| key.starts_with(start))
            || by_program.contains(&key.as_str())
    };
    let idle: Vec<&String> = known.iter().filter(|key| !is_used(key)).collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

#[test]
fn every_kind_has_its_words() {
    use BlockKind::{Cover, Form, Grid, Heading, Meta, Note, Paragraph, Raw, Ruler, Table, Toc, Watermark};
    let blocks = [Cover, Toc, Heading, Paragraph, Meta, Table, Form, Note, Watermark, Ruler, Grid, Raw];
    let known = keys("en");
    let mut wanted: Vec<String> = blocks.iter().map(|kind| format!("block.{}", kind.name())).collect();
    wanted
        .extend(Denomination::ALL.iter().map(|denomination| format!("denomination.{}", denomination.name())));
    wanted.extend((0..4).map(|level| format!("level.{level}")));
    for key in wanted {
        assert!(known.contains(&key), "{key}");
    }
}

#[test]
fn templates_and_styles_hold_no_words_of_their_own() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (name, template) in Theme::default().templates().unwrap() {
        let word: Option<&str> = template.lines().find(|line| line.contains(is_chinese));
        assert_eq!(word, None, "{name}");
    }
}

#[test]
fn an_english_page_speaks_english() {
    let english = archive("en");
    let html = english.html("units/");
    assert!(html.contains("<html lang=\"en\">") && html.contains("<h1>All units</h1>"));
    for page in &english.pages {
        assert!(!english.renderer.render(page).unwrap().contains("万元，"), "{}", page.path());
    }
}

#[test]
fn messages_of_both_languages_fill_in_the_same_things() {
    let names = Regex::new(r"\{(\w+)\}").unwrap();
    let (chinese, english) =
        (Theme::default().messages("zh-CN").unwrap(), Theme::default().messages("en").unwrap());
    let filled = |messages: &Messages, key: &str| -> BTreeSet<String> {
        let text = messages.text(key, &[]).unwrap();
        names.captures_iter(&text).map(|found| found[1].to_owned()).collect()
    };
    for key in keys("en") {
        let (left, right) = (filled(&chinese, &key), filled(&english, &key));
        assert!(left.is_subset(&right) && right.is_subset(&left), "{key}: {left:?} and {right:?}");
    }
}
