//! Addresses within the site (DATA-CONTRACT 4): relative to its root, ASCII, anchors percent-encoded.
//!
//! A page is named by its folder, with the slash at its end.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::items::Classification;
use crate::model::{DisclosureId, FigureKey, FiscalYear, FormKind, UnitId, form_anchor};

/// All units.
pub const UNITS: &str = "units/";
/// All functions.
pub const FUNCTIONS: &str = "functions/";
/// All economic items.
pub const ECONOMICS: &str = "economics/";
/// All projects.
pub const PROJECTS: &str = "projects/";
/// All topics.
pub const TOPICS: &str = "topics/";
/// All regions.
pub const REGIONS: &str = "regions/";
/// All years.
pub const YEARS: &str = "years/";
/// All findings.
pub const FINDINGS: &str = "findings/";
/// All checks.
pub const CHECKS: &str = "checks/";
/// The search page.
pub const SEARCH: &str = "search/";
/// What the words mean.
pub const GLOSSARY: &str = "glossary/";
/// Downloads.
pub const DATA: &str = "data/";

/// What may not stand in an anchor as it is. `&` and `'` may, but not everywhere in HTML.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@')
    .remove(b'/')
    .remove(b'?');

/// The page of a unit.
pub fn unit(id: &UnitId) -> String {
    format!("{UNITS}{id}/")
}

/// The page of a disclosure.
pub fn disclosure(id: &DisclosureId) -> String {
    format!("{UNITS}{id}/")
}

/// The page of a topic.
pub fn topic(id: &str) -> String {
    format!("{TOPICS}{id}/")
}

/// The page of a region, by its division code.
pub fn region(code: &str) -> String {
    format!("{REGIONS}{code}/")
}

/// The page of a year.
pub fn year(year: FiscalYear) -> String {
    format!("{YEARS}{year}/")
}

/// The page of a finding.
pub fn finding(id: &str) -> String {
    format!("{FINDINGS}{id}/")
}

/// The page of a check.
pub fn check(code: &str) -> String {
    format!("{CHECKS}{}/", code.to_ascii_lowercase())
}

/// The page of a table.
pub fn table(id: &DisclosureId, table: &str) -> String {
    format!("{UNITS}{id}/tables/{table}/")
}

/// A figure in the page of its table.
pub fn figure(id: &DisclosureId, table: &str, figure: &FigureKey) -> String {
    format!("{}#{}", self::table(id, table), anchor(&figure.0))
}

/// The page of a project.
pub fn project(id: &DisclosureId, slug: &str) -> String {
    format!("{UNITS}{id}/projects/{slug}/")
}

/// A value of a form (`executed`, `total_score` …) in the page of its project.
pub fn form_value(id: &DisclosureId, slug: &str, kind: FormKind, field: &str) -> String {
    format!("{}#{}", project(id, slug), form_anchor(kind, field))
}

/// The anchor of an indicator in the page of its project: 1-based within its form.
pub fn indicator_anchor(kind: FormKind, ordinal: usize) -> String {
    format!("indicator-{}-{ordinal}", kind.name())
}

/// An indicator in the page of its project.
pub fn indicator(id: &DisclosureId, slug: &str, kind: FormKind, ordinal: usize) -> String {
    format!("{}#{}", project(id, slug), indicator_anchor(kind, ordinal))
}

/// The source text of a disclosure.
pub fn source(id: &DisclosureId) -> String {
    format!("{UNITS}{id}/source/")
}

/// A line, 1-based, of the source text.
pub fn line(id: &DisclosureId, line: u32) -> String {
    format!("{}#L{line}", source(id))
}

/// The list of a classification's items.
pub fn items(classification: Classification) -> &'static str {
    match classification {
        Classification::Function => FUNCTIONS,
        Classification::Economic => ECONOMICS,
    }
}

/// The page of a budget item.
pub fn item(classification: Classification, code: &str) -> String {
    format!("{}{code}/", items(classification))
}

/// An HTML id as the part of an address after `#`.
pub fn anchor(id: &str) -> String {
    utf8_percent_encode(id, ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Stage;

    fn id() -> DisclosureId {
        DisclosureId {
            unit: "yangcheng".parse().unwrap(),
            year: FiscalYear::new(2024).unwrap(),
            stage: Stage::Final,
        }
    }

    #[test]
    fn addresses_are_ascii() {
        assert_eq!(disclosure(&id()), "units/yangcheng/2024/final/");
        assert_eq!(line(&id(), 241), "units/yangcheng/2024/final/source/#L241");
        assert_eq!(
            form_value(&id(), "re-xian-2", FormKind::SelfEvaluation, "executed"),
            "units/yangcheng/2024/final/projects/re-xian-2/#self-evaluation.executed"
        );
        assert_eq!(
            indicator(&id(), "re-xian", FormKind::Goal, 3),
            "units/yangcheng/2024/final/projects/re-xian/#indicator-goal-3"
        );
        let key = FigureKey("economic-detail.in:甲>乙 | 丙\"'&<%.total".to_owned());
        assert_eq!(
            figure(&id(), "economic-detail", &key),
            "units/yangcheng/2024/final/tables/economic-detail/#economic-detail.in:%E7%94%B2%3E%E4%B9%99%20%7C%20%E4%B8%99\
             %22%27%26%3C%25.total"
        );
    }

    proptest! {
        #[test]
        fn anchors_decode_to_the_id(id in "\\PC{0,30}") {
            let encoded = anchor(&id);
            prop_assert!(encoded.is_ascii() && !encoded.contains(['#', '"', '\'', '&', '<', '>', ' ']));
            prop_assert_eq!(percent_encoding::percent_decode_str(&encoded).decode_utf8().unwrap(), id);
        }
    }
}
