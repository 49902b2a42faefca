//! What is searched: one record for each passage that a hit can open.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One searchable passage of the archive: a unit, a project, a table, one of its lines, a section …
///
/// The order of the records given to [`build`](crate::build) is the order of equally good hits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Where the hit opens: relative to the site's root, with its anchor. Records whose `url` differs
    /// only in the anchor stand on one page and give one hit.
    pub url: String,
    /// The heading of the hit; parts are joined with ` · ` (`<table title> · <row label>`).
    pub title: String,
    /// What the record is.
    pub kind: Kind,
    /// The unit's id; none on pages that belong to no unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The unit's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_name: Option<String>,
    /// The unit's region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The fiscal year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Budget or final accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Function, economic or project codes, each found as a whole word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// The passage itself. A line break or tab ends a stretch of text: no phrase is found across it, so it
    /// belongs between the cells of a row. Snippets are cut from here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// The amount, an exact decimal in yuan without thousands separators (`7404800`, `-0.5`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What the amount is, as the document calls it (`全年执行数`); empty where that is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value_name: String,
}

impl Record {
    /// The page the record stands on: its `url` without the anchor.
    pub fn page(&self) -> &str {
        self.url.split('#').next().unwrap_or_default()
    }

    /// What gives one hit only: a page, or a passage of a document's text, of which one page has them all.
    pub(crate) fn place(&self) -> &str {
        if self.kind == Kind::Section { &self.url } else { self.page() }
    }

    /// The last part of the title: the others say where it stands.
    #[cfg(feature = "native")]
    pub(crate) fn own_name(&self) -> &str {
        self.title.rsplit(TITLE_JOINT).next().unwrap_or_default()
    }

    /// What is looked for beside the title and what is known of the group: the body, the codes, the value.
    pub(crate) fn text(&self) -> String {
        let facts = self.codes.iter().chain(&self.value);
        std::iter::once(&self.body).chain(facts).map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// The title as a whole, then its parts where it has several.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let parts = self.title.split(TITLE_JOINT).filter(|part| part.len() < self.title.len());
        std::iter::once(self.title.as_str()).chain(parts)
    }
}

/// What joins the parts of a title.
const TITLE_JOINT: &str = " · ";

/// An administrative division.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Region {
    /// GB/T 2260 code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// What a record or a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A publishing body.
    Unit,
    /// One unit, one year, one stage.
    Disclosure,
    /// A project.
    Project,
    /// A performance indicator of a project; its title is the project's name.
    Indicator,
    /// A published table.
    Table,
    /// A row of a table.
    Line,
    /// A passage under a heading.
    Section,
    /// A finding of the audit.
    Finding,
    /// Any other page of the site.
    Page,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Unit,
        Self::Disclosure,
        Self::Project,
        Self::Indicator,
        Self::Table,
        Self::Line,
        Self::Section,
        Self::Finding,
        Self::Page,
    ];

    /// The word for the kind in filters and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Disclosure => "disclosure",
            Self::Project => "project",
            Self::Indicator => "indicator",
            Self::Table => "table",
            Self::Line => "line",
            Self::Section => "section",
            Self::Finding => "finding",
            Self::Page => "page",
        }
    }
}

/// Budget or final accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// 预算.
    Budget,
    /// 决算.
    Final,
}

impl Stage {
    /// The word for the stage in filters and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Final => "final",
        }
    }

    /// The stage as documents call it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Budget => "预算",
            Self::Final => "决算",
        }
    }
}

/// A word that names no [`Kind`] or [`Stage`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not one of {known}")]
pub struct UnknownWord {
    word: String,
    known: &'static str,
}

impl UnknownWord {
    pub(crate) fn new(word: &str, known: &'static str) -> Self {
        Self { word: word.to_owned(), known }
    }
}

impl FromStr for Kind {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let known = "unit, disclosure, project, indicator, table, line, section, finding, page";
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == word);
        found.ok_or_else(|| UnknownWord::new(word, known))
    }
}

impl FromStr for Stage {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let found = [Self::Budget, Self::Final].into_iter().find(|stage| stage.as_str() == word);
        found.ok_or_else(|| UnknownWord::new(word, "budget, final"))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_filters_and_json_agree() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        for stage in [Stage::Budget, Stage::Final] {
            assert_eq!(stage.as_str().parse(), Ok(stage));
            assert_eq!(serde_json::to_value(stage).unwrap(), stage.as_str());
        }
        assert!("unity".parse::<Kind>().unwrap_err().to_string().starts_with("`unity` is not one of unit,"));
    }
}
