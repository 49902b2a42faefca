//! Every internal link and anchor resolves, and none leaves the site by itself.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use regex::Regex;

use crate::run::{build_sample, tree};

fn decode(text: &str) -> String {
    let text = text
        .replace("&#x2F;", "/")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
    percent_decode_str(&text).decode_utf8().unwrap().into_owned()
}

/// The file a link leads to, from the folder of the page it stands on.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => _ = parts.pop(),
            "." => {}
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
}

#[test]
fn every_internal_link_and_anchor_resolves() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    let files = tree(&output);
    let (link, id) =
        (Regex::new(r#"\b(?:href|src)="([^"]*)""#).unwrap(), Regex::new(r#"\bid="([^"]*)""#).unwrap());
    let pages: BTreeMap<&str, &str> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(path, html)| (*path, id.captures_iter(html).map(|c| decode(&c[1])).collect()))
        .collect();
    let mut checked = 0;
    // The page for what is not there is shown at any address, so its links start at the root.
    for (page, html) in pages.iter().filter(|(page, _)| **page != "404.html") {
        for href in link.captures_iter(html).map(|c| c[1].to_owned()).filter(|href| !href.starts_with("http"))
        {
            assert!(!href.starts_with('/') && !href.contains("javascript:"), "{page}: {href}");
            let (file, anchor) =
                href.split_once('#').map_or((href.as_str(), None), |(file, anchor)| (file, Some(anchor)));
            // A query leads to the page it is asked on.
            let target = if file.is_empty() || file.starts_with('?') {
                (*page).to_owned()
            } else {
                resolve(page, &decode(file))
            };
            assert!(files.contains_key(&target), "{page}: {href} leads to {target}, which is not there");
            if let Some(anchor) = anchor {
                assert!(
                    ids[target.as_str()].contains(&decode(anchor)),
                    "{page}: {href}: no such anchor in {target}"
                );
            }
            checked += 1;
        }
    }
    assert!(checked > 5_000, "{checked} links");
}

#[test]
fn pages_hold_no_script_no_inline_style_and_nothing_from_elsewhere() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    for (path, bytes) in tree(&output).iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        let own = usize::from(path == "search/index.html");
        assert_eq!(
            (html.matches("<script").count(), html.matches("<script defer src=").count()),
            (own, own),
            "{path}"
        );
        for wrong in ["<script>", " style=", " onclick=", "src=\"http", "@import", "javascript:"] {
            assert!(!html.contains(wrong), "{path} has {wrong}");
        }
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{path}: an id comes twice");
    }
}
