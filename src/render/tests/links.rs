//! Every link and anchor leads somewhere; ids are unique; nothing runs and nothing is fetched from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use regex::Regex;

use super::fixture::archive;
use crate::render::OutputFile;

/// Files that others write.
const ELSEWHERE: [&str; 2] = ["manifest-sha256.txt", "data/figures.csv"];

fn site() -> BTreeMap<String, String> {
    let archive = archive("zh-CN");
    let mut files: Vec<OutputFile> = archive.renderer.static_files();
    files.extend(archive.renderer.opensearch().unwrap());
    files.extend(archive.pages.iter().flat_map(|page| archive.renderer.files(page).unwrap()));
    files.into_iter().map(|file| (file.path, String::from_utf8_lossy(&file.bytes).into_owned())).collect()
}

fn all<'a>(pattern: &str, text: &'a str) -> Vec<&'a str> {
    Regex::new(pattern).unwrap().captures_iter(text).map(|found| found.get(1).unwrap().as_str()).collect()
}

fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn resolve(page: &str, link: &str) -> (String, Option<String>) {
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
    let anchor = anchor.map(|anchor| percent_decode_str(anchor).decode_utf8().unwrap().into_owned());
    // A query leads to the page it is asked on.
    if path.is_empty() || path.starts_with('?') {
        return (page.to_owned(), anchor);
    }
    if let Some(path) = path.strip_prefix("/archive/") {
        return (path.to_owned(), anchor);
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{page}: {link} leaves the site");
        } else {
            parts.push(part);
        }
    }
    (parts.join("/"), anchor)
}

/// A reader who reports an error need not say on which page.
#[test]
fn every_page_has_a_message_with_its_own_address_filled_in() {
    let archive = archive("en");
    for page in &archive.pages {
        let html = archive.renderer.render(page).unwrap();
        let mails = all(r#"href="(mailto:[^"]*)""#, &html);
        let [mail] = mails.as_slice() else { panic!("{}: {mails:?}", page.path()) };
        let mail = percent_decode_str(&unescape(mail)).decode_utf8().unwrap().into_owned();
        let start = format!(
            "mailto:mail@example.org?subject=[公开] error report&body=Page: https://example.org/archive/{}\nFigure (link):\n",
            page.path()
        );
        assert!(mail.starts_with(&start), "{mail}");
    }
}

#[test]
fn every_link_and_anchor_resolves() {
    let site = site();
    let ids =
        |html: &str| all(r#"\sid="([^"]*)""#, html).into_iter().map(unescape).collect::<BTreeSet<String>>();
    let anchors: BTreeMap<&str, BTreeSet<String>> =
        site.iter().map(|(path, html)| (path.as_str(), ids(html))).collect();
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    let mut checked = 0;
    for (page, html) in pages {
        for link in all(r#"\shref="([^"]*)""#, html).into_iter().map(unescape) {
            if link.starts_with("https://") || link.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) = resolve(page, &link);
            assert!(
                site.contains_key(&path) || ELSEWHERE.contains(&path.as_str()),
                "{page}: {link} → {path}"
            );
            if let Some(anchor) = anchor {
                assert!(anchors[path.as_str()].contains(&anchor), "{page}: {link} has no anchor");
            }
            checked += 1;
        }
    }
    assert!(checked > 500, "{checked} links");
}

#[test]
fn pages_are_valid_where_it_is_easily_lost() {
    for (path, html) in site().iter().filter(|(path, _)| path.ends_with(".html")) {
        let ids = all(r#"\sid="([^"]*)""#, html);
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{path}: an id stands twice");
        assert!(ids.iter().all(|id| !id.is_empty() && !id.contains(char::is_whitespace)), "{path}");
        for labelled in all(r#"aria-labelledby="([^"]*)""#, html) {
            assert!(labelled.split(' ').all(|id| ids.contains(&id)), "{path}: {labelled}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert!(html.contains("<html lang=\"zh-CN\">") && html.contains("<main id=\"main\">"), "{path}");
        let levels: Vec<u32> = all("<h([1-6])", html).iter().map(|level| level.parse().unwrap()).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: a heading level is left out");
        assert!(
            !html.contains("<th>") && !html.contains("<th class"),
            "{path}: a heading cell without scope"
        );
    }
}

#[test]
fn nothing_runs_and_nothing_comes_from_elsewhere() {
    let active = Regex::new(r#"\s(?:on[a-z]+|src|srcset|poster)=|@import|url\("#).unwrap();
    for (path, html) in site().iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!html.contains("style=") && !html.contains("<style"), "{path}");
        assert!(html.contains("content=\"default-src 'none'; style-src 'self'; img-src 'self';"), "{path}");
        if path != "search/index.html" {
            assert!(!html.contains("<script") && !html.contains("script-src"), "{path}");
            assert!(!active.is_match(html), "{path}");
        }
    }
}

#[test]
fn the_search_page_runs_a_script_of_the_site_and_no_other() {
    let site = site();
    let html = &site["search/index.html"];
    let scripts = all(r#"<script defer src="([^"]*)"></script>"#, html);
    assert_eq!((scripts.len(), html.matches("<script").count()), (1, 1));
    assert!(site.contains_key(&resolve("search/index.html", scripts[0]).0), "{scripts:?}");
    let policy = "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; form-action 'self'; \
                  base-uri 'none'; require-trusted-types-for 'script'; trusted-types gongkai\"";
    assert!(html.contains(policy));
    for attribute in ["data-engine", "data-wasm"] {
        let file = all(&format!(r#"{attribute}="([^"]*)""#), html)[0];
        assert!(site.contains_key(&resolve("search/index.html", file).0), "{file}");
    }
}

#[test]
fn each_page_has_its_data_beside_it() {
    let site = site();
    for page in site.keys().filter(|path| path.ends_with("index.html")) {
        let json = &site[&page.replace("index.html", "index.json")];
        assert!(serde_json::from_str::<serde_json::Value>(json).unwrap().is_object());
        let announces_rows = site[page].contains("href=\"index.csv\"");
        assert_eq!(announces_rows, site.contains_key(&page.replace("index.html", "index.csv")), "{page}");
    }
}
