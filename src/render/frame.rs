//! What every page has around it: site, navigation, breadcrumbs, addresses.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::link::Linker;
use super::messages::Messages;
use super::page::Page;
use super::theme::Assets;
use super::view::{Crumb, Section};
use crate::catalog::url;

/// What tells browsers how to search (OpenSearch 1.1); also the name of its template.
pub(super) const OPENSEARCH: &str = "opensearch.xml";

/// What pages say about the site they belong to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SiteInfo {
    /// The archive's name.
    pub title: String,
    /// A line under it; may be empty.
    pub tagline: String,
    /// Where it is published, ending in a slash; empty while that is not known.
    pub base_url: String,
    /// `zh-CN` or `en`, or another one that the theme has.
    pub language: String,
    /// Licence of the data; may be empty.
    pub licence: String,
    /// Where readers report errors; may be empty.
    pub contact: String,
    /// Whether it has topics.
    pub has_topics: bool,
    /// The editor's pages that the footer names.
    pub pages: Vec<SitePage>,
}

/// A page of the editor's, as the footer names it.
#[derive(Clone, Debug, Serialize)]
pub struct SitePage {
    /// `about/`
    pub path: String,
    /// Its title.
    pub title: String,
}

impl SiteInfo {
    /// The full address of the page at `path`; `None` while the site has no base URL.
    pub fn canonical(&self, path: &str) -> Option<String> {
        let base = super::link::external(&self.base_url)?;
        Some(format!("{}/{path}", base.trim_end_matches('/')))
    }

    /// The path of the base URL, with slashes at both ends.
    pub fn root(&self) -> String {
        let after_scheme = self.base_url.split_once("://").map_or("", |(_, rest)| rest);
        match after_scheme.split_once('/') {
            Some((_, path)) if !path.trim_matches('/').is_empty() => format!("/{}/", path.trim_matches('/')),
            _ => "/".to_owned(),
        }
    }
}

/// An entry of the main navigation.
#[derive(Debug, Serialize)]
struct NavItem {
    key: &'static str,
    href: String,
    current: bool,
}

/// A link whose text is known.
#[derive(Debug, Serialize)]
struct FooterLink<'a> {
    title: &'a str,
    href: String,
}

/// What the base template sees.
#[derive(Debug, Serialize)]
pub(super) struct Frame<'a> {
    site: &'a SiteInfo,
    canonical: Option<String>,
    home: String,
    /// The search page; empty on it.
    search: String,
    /// What tells browsers how to search; empty while the site has no base URL.
    opensearch: String,
    assets: BTreeMap<String, String>,
    nav: Vec<NavItem>,
    /// What the navigation has no room for.
    also: Vec<NavItem>,
    footer: Vec<FooterLink<'a>>,
    manifest: String,
    /// Where an error on this page is reported, with the page filled in; empty while the site has no contact that can be a
    /// link.
    report: String,
    crumbs: &'a [Crumb],
    json: bool,
    csv: bool,
}

impl<'a> Frame<'a> {
    pub(super) fn new(site: &'a SiteInfo, assets: &Assets, messages: &Messages, page: &'a Page) -> Self {
        let head = page.head();
        let has_address = !matches!(page, Page::NotFound(_));
        let linker = if has_address { Linker::new(&head.path) } else { Linker::absolute(&site.root()) };
        Self {
            site,
            canonical: if has_address { site.canonical(&head.path) } else { None },
            home: linker.to(""),
            search: if head.section == Section::Search { String::new() } else { linker.to(url::SEARCH) },
            opensearch: site.canonical("").map(|_| linker.to(OPENSEARCH)).unwrap_or_default(),
            // The ending would be read as a path by templates, so that `style.css` is `assets.style_css`.
            assets: assets
                .paths()
                .map(|(name, path)| (name.replace(['.', '-', '/'], "_"), linker.to(path)))
                .collect(),
            nav: navigation(&linker, head.section, site.has_topics),
            also: also(&linker),
            footer: site
                .pages
                .iter()
                .map(|p| FooterLink { title: &p.title, href: linker.to(&p.path) })
                .collect(),
            manifest: linker.to("manifest-sha256.txt"),
            report: report(site, &head.path, messages),
            crumbs: &head.crumbs,
            json: has_address,
            csv: page.has_csv(),
        }
    }
}

/// A message to the site's contact, by mail with the page filled in, or the contact's own page.
fn report(site: &SiteInfo, path: &str, messages: &Messages) -> String {
    let address = site.canonical(path).unwrap_or_else(|| format!("/{path}"));
    let is_mail = site.contact.contains('@') && !site.contact.contains([' ', '/', '?', '&']);
    if !is_mail {
        return super::link::external(&site.contact).unwrap_or_default();
    }
    let word = |key: &str| {
        let text = messages.text(key, &[("title", &site.title), ("address", &address)]).unwrap_or_default();
        utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string()
    };
    format!("mailto:{}?subject={}&body={}", site.contact, word("report.subject"), word("report.body"))
}

fn also(linker: &Linker) -> Vec<NavItem> {
    let entries = [
        ("regions", url::REGIONS),
        ("years", url::YEARS),
        ("checks", url::CHECKS),
        ("glossary", url::GLOSSARY),
    ];
    entries.map(|(key, path)| NavItem { key, href: linker.to(path), current: false }).into()
}

fn navigation(linker: &Linker, current: Section, has_topics: bool) -> Vec<NavItem> {
    let entries = [
        ("units", url::UNITS, Section::Units),
        ("functions", url::FUNCTIONS, Section::Functions),
        ("projects", url::PROJECTS, Section::Projects),
        ("topics", url::TOPICS, Section::Topics),
        ("findings", url::FINDINGS, Section::Findings),
        ("data", url::DATA, Section::Data),
    ];
    let shown = entries.into_iter().filter(|(_, _, section)| has_topics || *section != Section::Topics);
    shown
        .map(|(key, path, section)| NavItem { key, href: linker.to(path), current: section == current })
        .collect()
}
