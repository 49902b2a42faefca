//! The theme: templates, messages and static files, embedded in the program and replaceable file by file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::error::RenderError;
use super::messages::Messages;
use super::page::OutputFile;

macro_rules! embed {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/default/", $path)) as &[u8])),*]
    };
}

/// Every file of `themes/default`; a test compares the list with the folder.
const EMBEDDED: &[(&str, &[u8])] = embed![
    "i18n/en.toml",
    "i18n/zh-CN.toml",
    "static/facets.css",
    "static/search-engine.js",
    "static/search-page.js",
    "static/search.wasm.gz",
    "static/style.css",
    "templates/404.html",
    "templates/base.html",
    "templates/check.html",
    "templates/checks.html",
    "templates/components/chart.html",
    "templates/components/cite.html",
    "templates/components/figure.html",
    "templates/components/finding.html",
    "templates/components/form.html",
    "templates/components/grid.html",
    "templates/components/page.html",
    "templates/components/period.html",
    "templates/components/project.html",
    "templates/components/topic.html",
    "templates/data.html",
    "templates/disclosure.html",
    "templates/finding.html",
    "templates/findings.html",
    "templates/glossary.html",
    "templates/home.html",
    "templates/item.html",
    "templates/items.html",
    "templates/opensearch.xml",
    "templates/project.html",
    "templates/projects.html",
    "templates/prose.html",
    "templates/region.html",
    "templates/regions.html",
    "templates/search.html",
    "templates/sitemap.xml",
    "templates/source.html",
    "templates/table.html",
    "templates/topic.html",
    "templates/topics.html",
    "templates/unit.html",
    "templates/units.html",
    "templates/year.html",
    "templates/years.html",
];

/// The files of a theme by their path below its folder.
#[derive(Clone, Debug)]
pub struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            files: EMBEDDED.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes))).collect(),
        }
    }
}

impl Theme {
    /// The built-in theme with these files (path below the theme's folder, content) put over it.
    pub fn with_overrides(overrides: Vec<(String, Vec<u8>)>) -> Self {
        let mut theme = Self::default();
        theme.files.extend(overrides.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))));
        theme
    }

    /// The templates by their name (`base.html`).
    pub(super) fn templates(&self) -> Result<Vec<(String, String)>, RenderError> {
        let below = |(path, bytes): (&String, &Cow<'static, [u8]>)| {
            let name = path.strip_prefix("templates/")?;
            Some(text(path, bytes).map(|content| (name.to_owned(), content.to_owned())))
        };
        self.files.iter().filter_map(below).collect()
    }

    /// The messages of `language`; what a replaced file leaves out is taken from the built-in one.
    pub(super) fn messages(&self, language: &str) -> Result<Messages, RenderError> {
        let path = format!("i18n/{language}.toml");
        let bytes = self.files.get(&path).ok_or_else(|| RenderError::UnknownLanguage(language.to_owned()))?;
        let embedded = EMBEDDED.iter().find(|(known, _)| *known == path);
        let mut messages = Messages::default();
        if let Some((_, built_in)) = embedded {
            messages.extend(Messages::parse(&path, text(&path, built_in)?)?);
        }
        messages.extend(Messages::parse(&path, text(&path, bytes)?)?);
        Ok(messages)
    }

    /// The static files under names that change with their content.
    pub(super) fn assets(&self) -> Assets {
        let addressed = |(path, bytes): (&String, &Cow<'static, [u8]>)| {
            let name = path.strip_prefix("static/")?;
            Some((name.to_owned(), (content_address(name, bytes), bytes.clone())))
        };
        Assets { by_name: self.files.iter().filter_map(addressed).collect() }
    }
}

fn text<'a>(path: &str, bytes: &'a [u8]) -> Result<&'a str, RenderError> {
    std::str::from_utf8(bytes).map_err(|_| RenderError::NotText(path.to_owned()))
}

/// `style.css` → `static/style.1a2b3c4d.css`.
fn content_address(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("static/{stem}.{hash}.{extension}"),
        None => format!("static/{name}.{hash}"),
    }
}

/// Static files by the name the theme gives them.
#[derive(Clone, Debug)]
pub(super) struct Assets {
    by_name: BTreeMap<String, (String, Cow<'static, [u8]>)>,
}

impl Assets {
    /// Names and published paths (`style.css`, `static/style.1a2b3c4d.css`).
    pub(super) fn paths(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_name.iter().map(|(name, (path, _))| (name.as_str(), path.as_str()))
    }

    pub(super) fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.by_name.get(name).map(|(_, bytes)| bytes.as_ref())
    }

    pub(super) fn files(&self) -> Vec<OutputFile> {
        self.by_name
            .values()
            .map(|(path, bytes)| OutputFile { path: path.clone(), bytes: bytes.to_vec() })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says what the search module was built from; see `tests/module.rs`.
    const SOURCES: &str = "search.sources";

    #[test]
    fn the_list_of_embedded_files_is_complete() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let mut found: Vec<String> = walkdir::WalkDir::new(&root)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file() && entry.file_name() != SOURCES)
            .map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"))
            .collect();
        found.sort();
        let listed: Vec<&str> = EMBEDDED.iter().map(|(path, _)| *path).collect();
        assert_eq!(found, listed);
    }

    #[test]
    fn static_files_are_named_by_content() {
        assert_eq!(content_address("style.css", b"a"), "static/style.ca978112.css");
        assert_ne!(content_address("style.css", b"b"), content_address("style.css", b"a"));
    }
}
