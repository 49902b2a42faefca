//! Names and cells that would be markup are text on every page.

use super::fixture::{build, disclosure, renderer, unit};
use crate::model::{Disclosure, Issue, Table};
use crate::render::{OutputFile, Theme};
use crate::text::{Redactor, SourceText, Span};

const PAYLOAD: &str =
    "\"'><script>alert(1)</script><img/src=x/onerror=alert(1)>{{7*7}}{%x%}&lt;b&gt;\u{202e}";

fn spoil(text: &mut String) {
    text.push_str(PAYLOAD);
}

fn spoil_table(table: &mut Table) {
    spoil(&mut table.title);
    spoil(&mut table.tag);
    for column in &mut table.columns {
        spoil(&mut column.name);
    }
    for row in &mut table.rows {
        spoil(&mut row.label);
        spoil(&mut row.key);
        row.cells.iter_mut().for_each(|cell| spoil(&mut cell.printed));
    }
    table.notes.push((1, PAYLOAD.to_owned()));
    table.issues.push(Issue { code: "W0402", message: PAYLOAD.to_owned(), span: Span::default() });
}

fn spoilt() -> Disclosure {
    let mut disclosure = disclosure();
    disclosure.source_url = format!("javascript:alert(1)//{PAYLOAD}");
    for text in [&mut disclosure.source_path, &mut disclosure.published_on, &mut disclosure.source_sha256] {
        spoil(text);
    }
    let text = disclosure.source.to_text().replace('\t', &format!("{PAYLOAD}\t{PAYLOAD}"));
    disclosure.source = SourceText::new(text.as_bytes(), &Redactor::new([])).into();
    let reading = &mut disclosure.reading;
    spoil(&mut reading.title);
    reading.sections.iter_mut().for_each(|section| spoil(&mut section.heading));
    reading.blocks.iter_mut().for_each(|block| spoil(&mut block.reason));
    reading.tables.iter_mut().for_each(spoil_table);
    disclosure
}

fn files() -> Vec<OutputFile> {
    let mut unit = unit();
    for text in
        [&mut unit.name, &mut unit.short_name, &mut unit.region, &mut unit.region_name, &mut unit.level]
    {
        spoil(text);
    }
    spoil(&mut unit.department_code);
    unit.former_names.push(PAYLOAD.to_owned());
    unit.notes = Some(format!("{PAYLOAD}\n\n[x](javascript:alert(1)) ![x](https://evil.example/x.png)"));
    let archive = build(renderer("zh-CN"), &unit, &spoilt());
    archive.pages.iter().flat_map(|page| archive.renderer.files(page).unwrap()).collect()
}

#[test]
fn hostile_names_are_shown_as_text() {
    let files = files();
    let html: Vec<(String, String)> = files
        .into_iter()
        .filter(|file| file.path.ends_with(".html"))
        .map(|file| (file.path, String::from_utf8(file.bytes).unwrap()))
        .collect();
    let shown =
        html.iter().filter(|(_, html)| html.contains("&lt;script&gt;alert(1)&lt;/script&gt;")).count();
    assert!(shown > 15, "the payload is on {shown} pages only");
    for (path, html) in &html {
        // The script of the search page is the only one.
        let own = usize::from(path == "search/index.html");
        assert_eq!(html.matches("<script").count(), own, "{path}");
        for raw in ["<script>", "<img", "href=\"javascript:", "evil.example"] {
            assert!(!html.contains(raw), "{path}: {raw}");
        }
        assert!(!html.contains("49{%x%}"), "{path}: a name was taken for a template");
    }
}

#[test]
fn a_broken_template_is_named_with_its_place() {
    let theme = Theme::with_overrides(vec![("templates/home.html".into(), b"ok\n{% if %}".to_vec())]);
    let error = crate::render::Renderer::new(
        theme,
        crate::render::SiteInfo { language: "en".into(), ..Default::default() },
    );
    assert!(error.unwrap_err().to_string().starts_with("templates/home.html:2:"), "no place");
}

#[test]
fn files_of_a_theme_replace_ours_one_by_one() {
    let overrides = vec![
        ("static/style.css".into(), b"body{}".to_vec()),
        ("i18n/en.toml".into(), b"[nav]\nunits = 'Bureaus'".to_vec()),
        (
            "templates/units.html".into(),
            b"{% extends \"base.html\" %}{% block main %}mine{% endblock %}".to_vec(),
        ),
    ];
    let theme = Theme::with_overrides(overrides);
    let site = crate::render::SiteInfo { language: "en".into(), ..Default::default() };
    let archive = build(crate::render::Renderer::new(theme, site).unwrap(), &unit(), &disclosure());
    let html = archive.html("units/");
    assert!(
        html.contains("mine") && html.contains(">Bureaus</a>") && html.contains(">Functions</a>"),
        "{html}"
    );
    let bytes: Vec<Vec<u8>> = archive.renderer.static_files().into_iter().map(|file| file.bytes).collect();
    assert!(bytes.contains(&b"body{}".to_vec()));
}
