//! `site.toml`: what the site is called, where it stands, how it is checked.

use super::reader::{self, Table};
use super::url::BaseUrl;
use crate::diag::{Diagnostic, Place, Placed, Warned, codes};
use crate::text::Allow;

/// The settings of a site, checked, with defaults filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteConfig {
    /// What the site is called.
    pub title: String,
    /// Where it will stand; absolute addresses (feeds, sitemap) are left out without it.
    pub base_url: Option<BaseUrl>,
    /// The language of its first pages.
    pub language: Language,
    /// Folder below `themes/`, or `default`: lower-case letters, digits and hyphens.
    pub theme: Placed<String>,
    /// Under which licence the data may be used.
    pub licence: Option<String>,
    /// Where readers report errors.
    pub contact: Option<String>,
    /// What the site is, in a sentence or two.
    pub description: Option<String>,
    /// Checks whose level is not the usual one, by code.
    pub audit: Vec<AuditSetting>,
    /// What is not masked, in the order written.
    pub allowed: Vec<Allowed>,
}

/// A language that pages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Language {
    /// The language's tag: `zh-CN` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::ZhCn => "预算决算公开",
            Self::En => "Budgets and final accounts",
        }
    }
}

/// The level an editor gives a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditLevel {
    /// Two printed figures cannot both be right.
    Error,
    /// Needs an explanation.
    Warning,
    /// Quality or scope.
    Notice,
    /// Rounding and format, hidden by default.
    Info,
    /// Not checked at all.
    Off,
}

/// One entry of `[audit.levels]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditSetting {
    /// Code of the check, e.g. `F-05-04`, and where it stands.
    pub check: Placed<String>,
    /// Its level.
    pub level: AuditLevel,
    /// Why.
    pub reason: String,
}

/// One entry of `[[redact.allow]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// What is not masked.
    pub what: Allow,
    /// Why.
    pub reason: String,
    /// Where the entry stands.
    pub place: Place,
}

impl Default for SiteConfig {
    fn default() -> Self {
        let language = Language::default();
        Self {
            title: language.title().to_owned(),
            base_url: None,
            language,
            theme: Placed { value: DEFAULT_THEME.to_owned(), place: Place::file("site.toml") },
            licence: None,
            contact: None,
            description: None,
            audit: Vec::new(),
            allowed: Vec::new(),
        }
    }
}

const DEFAULT_THEME: &str = "default";

impl SiteConfig {
    /// Reads the text of `site.toml`; `path` is for messages.
    pub fn read(path: &str, text: &str) -> Warned<Self> {
        reader::read(path, text, site)
    }

    /// The defaults, for a site without `site.toml`.
    pub fn absent() -> Warned<Self> {
        let note = Diagnostic::of(codes::NO_SITE_SETTINGS, "there is no site.toml; the defaults are used")
            .hint("With `contact` in site.toml readers know where to report errors.");
        Warned { value: Self::default(), diagnostics: vec![note] }
    }
}

fn site(table: &mut Table) -> SiteConfig {
    let default = SiteConfig::default();
    let languages = [Language::ZhCn, Language::En].map(|language| (language.tag(), language));
    let language = table.word("language", &languages).unwrap_or_default();
    SiteConfig {
        title: table.text("title").map_or_else(|| language.title().to_owned(), |title| title.value),
        base_url: table.parsed("base_url").map(|url| url.value),
        language,
        theme: theme(table).unwrap_or(default.theme),
        licence: table.text("licence").map(|text| text.value),
        contact: table.text("contact").map(|text| text.value),
        description: table.text("description").map(|text| text.value),
        audit: table.table("audit", |audit| audit.table("levels", levels)).flatten().unwrap_or_default(),
        allowed: table.table("redact", |redact| redact.tables("allow", allowed)).unwrap_or_default(),
    }
}

/// The name of a theme is part of a path, so it may hold little.
fn theme(table: &mut Table) -> Option<Placed<String>> {
    let theme = table.text("theme")?;
    let plain = theme.value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !plain {
        table.refuse(theme.place, "`theme` may hold lower-case letters, digits and hyphens only");
        return None;
    }
    Some(theme)
}

fn levels(table: &mut Table) -> Vec<AuditSetting> {
    let words = [
        ("error", AuditLevel::Error),
        ("warning", AuditLevel::Warning),
        ("notice", AuditLevel::Notice),
        ("info", AuditLevel::Info),
        ("off", AuditLevel::Off),
    ];
    table.named_tables(|check, table| {
        let level = table.required("level", |table, key| table.word(key, &words));
        let reason = table.required("reason", Table::text);
        Some(AuditSetting { check, level: level?, reason: reason?.value })
    })
}

fn allowed(table: &mut Table) -> Option<Allowed> {
    let given = ["number", "pattern", "name", "address"].iter().filter(|key| table.has(key)).count();
    let number = digits(table, "number", "").map(Allow::Number);
    let pattern = digits(table, "pattern", "?").map(Allow::Pattern);
    let name = name(table).map(Allow::Name);
    let address = address(table).map(Allow::Address);
    let reason = table.required("reason", Table::text);
    if given != 1 {
        table.disagree("give one of `number`, `pattern`, `name` and `address`");
        return None;
    }
    let what = number.or(pattern).or(name).or(address)?;
    Some(Allowed { what, reason: reason?.value, place: table.place() })
}

/// A person's name, as it is printed.
fn name(table: &mut Table) -> Option<String> {
    let Placed { value, place } = table.text("name")?;
    let letters = value.chars().filter(|c| !c.is_whitespace());
    if letters.clone().count() < 2 || letters.clone().any(|c| c.is_ascii() || "，、；：。".contains(c)) {
        table.refuse(place, "`name` must be one person's name");
        return None;
    }
    Some(value)
}

/// An e-mail address, `@` and a domain, or a name on a messenger.
fn address(table: &mut Table) -> Option<String> {
    let Placed { value, place } = table.text("address")?;
    let domain = value.strip_prefix('@').is_none_or(|domain| domain.contains('.'));
    if value.len() < 5 || !domain || !value.bytes().all(|b| b.is_ascii_graphic()) {
        table.refuse(
            place,
            "`address` must be an e-mail address, `@` and a domain, or a number or name on a messenger",
        );
        return None;
    }
    Some(value)
}

/// The digits, and the signs in `also`, of a number with whatever is usually printed between them.
fn digits(table: &mut Table, key: &'static str, also: &str) -> Option<String> {
    let Placed { value, place } = table.text(key)?;
    let kept: String = value.chars().filter(|c| c.is_ascii_digit() || also.contains(*c)).collect();
    let others =
        value.chars().any(|c| !(c.is_ascii_digit() || also.contains(c) || " -()+（）－—".contains(c)));
    if others || kept.chars().filter(char::is_ascii_digit).count() < 5 {
        table
            .refuse(place, format!("`{key}` must be at least five digits, and what is printed between them"));
        return None;
    }
    Some(kept)
}
