//! Where pages live, and how one links to another: always relative, so that the site works under any path prefix
//! and from a folder.
//!
//! A *path* is relative to the site's root and names a page by its folder (`units/x/`, the home page by ``) or a
//! file (`data/figures.csv`), with an optional `#anchor` as it stands in the HTML id.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::catalog::url;

/// What may stand in a URL's path segment besides letters and digits.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Makes the links of one page.
#[derive(Clone, Debug)]
pub struct Linker {
    folder: String,
    root: Option<String>,
}

impl Linker {
    /// For the page whose folder is `folder` (`` or `units/x/`).
    pub fn new(folder: &str) -> Self {
        Self { folder: folder.to_owned(), root: None }
    }

    /// For a page that a server shows at any address: links start at `root`, the path of the site (`/` or `/x/`).
    pub fn absolute(root: &str) -> Self {
        Self { folder: String::new(), root: Some(root.to_owned()) }
    }

    /// The link to `path`. Folders get their `index.html`, without which a site opened from a disk shows listings.
    pub fn to(&self, path: &str) -> String {
        let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
        let mut link = self.root.clone().unwrap_or_else(|| "../".repeat(self.climb(path)));
        let shared = if self.root.is_some() { 0 } else { common_folder(&self.folder, path) };
        if anchor.is_none() || self.root.is_some() || path != self.folder {
            push_file(&mut link, &path[shared..]);
        }
        if let Some(anchor) = anchor {
            link.push('#');
            link.push_str(&url::anchor(anchor));
        }
        link
    }

    fn climb(&self, path: &str) -> usize {
        self.folder[common_folder(&self.folder, path)..].matches('/').count()
    }
}

fn push_file(link: &mut String, path: &str) {
    for (i, segment) in path.split('/').enumerate() {
        if i > 0 {
            link.push('/');
        }
        link.extend(utf8_percent_encode(segment, SEGMENT));
    }
    if path.is_empty() || path.ends_with('/') {
        link.push_str("index.html");
    }
}

/// Length of the longest run of whole folders that both begin with.
fn common_folder(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    a.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1)
}

/// A link that leaves the site, if it is one that may be followed (`http`, `https`); anything else is dropped.
pub fn external(url: &str) -> Option<String> {
    let url = url.trim();
    let allowed = ["http://", "https://"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && url.len() > scheme.len()
    });
    (allowed && !url.contains(|c: char| c.is_control() || c.is_whitespace())).then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use percent_encoding::percent_decode_str;
    use proptest::prelude::*;

    #[test]
    fn links_are_relative_and_name_their_file() {
        let table = Linker::new("units/x/2024/final/tables/expenditure/");
        for (path, link) in [
            ("", "../../../../../../index.html"),
            ("units/", "../../../../../index.html"),
            ("units/x/2024/final/source/#L5", "../../source/index.html#L5"),
            ("units/x/2024/final/tables/expenditure/#a.合", "#a.%E5%90%88"),
            ("units/x/2024/final/tables/expenditure/", "index.html"),
            ("units/x/2024/final/tables/expenditure/index.csv", "index.csv"),
            ("units/x/2024/final/tables/exp/", "../exp/index.html"),
            ("static/style.css", "../../../../../../static/style.css"),
            ("units/x/2024/final/tables/t/#a\"><b '", "../t/index.html#a%22%3E%3Cb%20%27"),
        ] {
            assert_eq!(table.to(path), link, "{path}");
        }
        assert_eq!(Linker::new("").to("units/"), "units/index.html");
        assert_eq!(Linker::absolute("/a/").to("units/"), "/a/units/index.html");
    }

    #[test]
    fn only_web_addresses_leave_the_site() {
        assert_eq!(external(" https://example.org/a?b=1 ").as_deref(), Some("https://example.org/a?b=1"));
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "//x",
            "http://",
            "https://a b",
            "",
            "http://a\u{1}",
        ] {
            assert_eq!(external(url), None, "{url}");
        }
    }

    /// What a browser makes of `link` on the page in `folder`.
    fn resolve(folder: &str, link: &str) -> String {
        let (file, anchor) = link.split_once('#').map_or((link, None), |(f, a)| (f, Some(a)));
        let mut parts: Vec<&str> = folder.split('/').collect();
        parts.pop();
        for part in file.split('/').filter(|part| !file.is_empty() || !part.is_empty()) {
            match part {
                ".." => parts.truncate(parts.len() - 1),
                part => parts.push(part),
            }
        }
        let mut path = parts.join("/");
        if file.is_empty() {
            path = folder.to_owned();
        } else if let Some(stripped) = path.strip_suffix("index.html") {
            path = stripped.to_owned();
        }
        let tail = anchor.map(|a| format!("#{}", percent_decode_str(a).decode_utf8().unwrap()));
        format!("{}{}", percent_decode_str(&path).decode_utf8().unwrap(), tail.unwrap_or_default())
    }

    proptest! {
        #[test]
        fn every_link_leads_where_it_should(
            from in proptest::collection::vec("[a-c0-9.-]{1,3}", 0..5),
            to in proptest::collection::vec("[a-c0-9%-]{1,3}", 0..5),
            anchor in proptest::option::of("\\PC{1,12}"),
        ) {
            let folder = |parts: &[String]| parts.iter().map(|p| format!("{p}/")).collect::<String>();
            let from = folder(&from);
            let mut path = folder(&to);
            if let Some(anchor) = anchor { path = format!("{path}#{anchor}"); }
            let link = Linker::new(&from).to(&path);
            prop_assert!(link.is_ascii() && !link.starts_with('/') && !link.contains(['"', '<', '>', ' ', '\'']));
            prop_assert_eq!(resolve(&from, &link), path);
        }
    }
}
