//! The editor's pages, and the page for what is not there.

use serde::Serialize;

use super::head::{Crumb, PageHead, Section};
use crate::catalog::url;
use crate::render::link::Linker;
use crate::render::markdown::to_html;

/// A page of the editor's.
#[derive(Clone, Debug, Serialize)]
pub struct ProseView {
    /// Where the page is.
    pub head: PageHead,
    /// Its title.
    pub title: String,
    /// Its text, as HTML made here.
    pub html: String,
}

/// The page at `path` (`about/`).
pub fn prose_page(path: &str, title: &str, markdown: &str) -> ProseView {
    let crumbs = vec![Crumb::word("home", Linker::new(path).to("")), Crumb::text(title, String::new())];
    ProseView {
        head: PageHead::new(path, Section::Other, crumbs),
        title: title.to_owned(),
        html: to_html(&without_title(title, markdown), 2),
    }
}

/// A first heading that repeats the title is left out.
fn without_title(title: &str, markdown: &str) -> String {
    let text = markdown.trim_start();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let repeats = first.strip_prefix("# ").is_some_and(|heading| heading.trim() == title);
    if repeats { rest.to_owned() } else { text.to_owned() }
}

/// What helps someone who came to an address that is not there.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// Without a place of its own.
    pub head: PageHead,
    /// The lists to go on from.
    pub lists: Vec<NamedList>,
}

/// A list of the site by its name in the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NamedList {
    /// `units` …
    pub key: &'static str,
    /// Its page.
    pub href: String,
}

/// The page for what is not there; `root` is the path of the site on its server (`/`).
pub fn not_found_page(root: &str) -> NotFoundView {
    let linker = Linker::absolute(root);
    NotFoundView { head: PageHead::new("", Section::Other, Vec::new()), lists: lists(&linker) }
}

/// The lists of the site.
pub(super) fn lists(linker: &Linker) -> Vec<NamedList> {
    let lists = [
        ("units", url::UNITS),
        ("functions", url::FUNCTIONS),
        ("projects", url::PROJECTS),
        ("findings", url::FINDINGS),
        ("data", url::DATA),
    ];
    lists.map(|(key, path)| NamedList { key, href: linker.to(path) }).into()
}
