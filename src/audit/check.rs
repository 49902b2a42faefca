//! What a check is, and the list of all of them.

use std::sync::LazyLock;

use super::facts::Facts;
use super::report::Report;
use super::{across, budget, cross, narrative, project, quality, staffing, within};
use crate::model::{Severity, Stage};

/// What a group of checks holds against what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Figures of one table of final accounts.
    Within,
    /// Tables of final accounts against each other.
    Cross,
    /// Tables of a budget.
    Budget,
    /// Prose against tables, and against itself.
    Narrative,
    /// Performance forms.
    Project,
    /// Staff and structure.
    Staffing,
    /// What must be published, and how.
    Quality,
    /// Years and units.
    Across,
}

impl Family {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Within,
        Self::Cross,
        Self::Budget,
        Self::Narrative,
        Self::Project,
        Self::Staffing,
        Self::Quality,
        Self::Across,
    ];

    /// The name in data and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Cross => "cross",
            Self::Budget => "budget",
            Self::Narrative => "narrative",
            Self::Project => "project",
            Self::Staffing => "staffing",
            Self::Quality => "quality",
            Self::Across => "across",
        }
    }
}

/// One check (勾稽关系). Its file's doc comment is its public page.
#[derive(Clone, Copy)]
pub struct Check {
    /// Public and permanent: `F-05-04`.
    pub code: &'static str,
    /// Which group it belongs to.
    pub family: Family,
    /// How serious its findings are, unless a finding says that it is less.
    pub severity: Severity,
    /// Which disclosures it applies to; `None` for both stages.
    pub stage: Option<Stage>,
    /// ISO date since when it is checked.
    pub since: &'static str,
    /// The text of its file.
    pub(super) file: &'static str,
    /// States its assertions.
    pub(super) run: fn(&Facts<'_>, &mut Report<'_>),
}

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

/// A language of a check's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    Chinese,
    /// English.
    English,
}

/// The public page of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckDocs {
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in English.
    pub name_en: String,
    /// Formula, basis, tolerance and traps in Chinese, as Markdown.
    pub text_zh: String,
    /// The same in English.
    pub text_en: String,
}

impl CheckDocs {
    /// The name in a language.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.name_zh,
            Language::English => &self.name_en,
        }
    }

    /// The text in a language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.text_zh,
            Language::English => &self.text_en,
        }
    }
}

impl Check {
    /// Whether it is applied to disclosures of this stage.
    pub fn applies_to(&self, stage: Stage) -> bool {
        self.stage.is_none_or(|own| own == stage)
    }

    /// Its public page: the doc comment at the top of its file. First line the name in Chinese (`# `), second line the
    /// name in English; then the Chinese text, a rule (`---`), the English text.
    pub fn docs(&self) -> CheckDocs {
        let lines: Vec<&str> = self.file.lines().map_while(|line| line.strip_prefix("//!")).collect();
        let text: Vec<&str> = lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        let rule = text.iter().position(|line| *line == "---").unwrap_or(text.len());
        let part = |lines: &[&str]| lines.join("\n").trim().to_owned();
        CheckDocs {
            name_zh: text.first().map_or("", |line| line.trim_start_matches('#').trim()).to_owned(),
            name_en: text.get(1).map_or("", |line| line.trim()).to_owned(),
            text_zh: part(text.get(2..rule).unwrap_or_default()),
            text_en: part(text.get(rule + 1..).unwrap_or_default()),
        }
    }
}

/// Every check, in the order in which they are run: inside a table, across tables, prose, forms, years and units.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    ALL.iter()
}

/// The check with this code, in either case.
pub fn find(code: &str) -> Option<&'static Check> {
    checks().find(|check| check.code.eq_ignore_ascii_case(code))
}

static ALL: LazyLock<Vec<Check>> = LazyLock::new(|| {
    [
        within::CHECKS,
        cross::CHECKS,
        budget::CHECKS,
        narrative::CHECKS,
        project::CHECKS,
        staffing::CHECKS,
        quality::CHECKS,
        across::CHECKS,
    ]
    .concat()
});
