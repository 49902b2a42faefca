//! The raw documents, each with a `unit.toml` of two lines.

use std::collections::{BTreeMap, BTreeSet};

use crate::run::{Root, tree};

#[path = "../support/mod.rs"]
pub mod support;

pub const SEEDS: [(&str, &str, &str); 5] = [
    ("000", "one", "2024-final"),
    ("001", "two", "2022-final"),
    ("002", "three", "2024-budget"),
    ("003", "four", "2024-final"),
    ("004", "five", "2024-final"),
];

/// A root with the raw documents; `None` without a corpus.
pub fn seeds() -> Option<Root> {
    let corpus = support::corpus()?;
    let root = Root::new();
    for (seed, id, file) in SEEDS {
        root.unit(id, id).write(&format!("content/{id}/{file}.txt"), support::seed(&corpus, seed));
    }
    Some(root)
}

#[test]
fn raw_documents_become_a_site_whose_figures_name_their_lines() {
    let Some(root) = seeds() else { return };
    root.build(&[]).ok();
    let mut reader = csv::Reader::from_path(root.public().join("data/figures.csv")).unwrap();
    let mut keys = BTreeSet::new();
    for record in reader.records().map(Result::unwrap) {
        let field = |name: &str| {
            let headers = [
                "figure",
                "disclosure",
                "table",
                "row",
                "side",
                "code",
                "label",
                "column",
                "role",
                "printed",
                "denomination",
                "state",
                "value",
                "measure",
                "line",
            ];
            &record[headers.iter().position(|header| *header == name).unwrap()]
        };
        let source = root.page(&format!("units/{}/source/source.txt", field("disclosure")));
        let line: usize = field("line").parse().unwrap();
        assert!(source.lines().nth(line - 1).unwrap().contains(field("printed")), "{}", field("figure"));
        assert!(keys.insert(field("figure").to_owned()), "{} comes twice", field("figure"));
        assert!(!field("role").is_empty(), "{} has no role", field("figure"));
    }
    assert!(keys.len() > 1_200, "{} figures", keys.len());
}

/// The columns of `projects` that pages show as figures.
const SHOWN: [&str; 9] = [
    "initial_requested",
    "initial_budget",
    "adjusted_budget",
    "executed",
    "balance",
    "execution_rate",
    "budget_score",
    "total_score",
    "grade",
];

/// The rows of a published table.
fn rows(root: &Root, table: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(root.public().join(format!("data/{table}.csv"))).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn what_claims_quote_is_published_and_values_of_forms_stand_on_their_pages() {
    let Some(root) = seeds() else { return };
    root.build(&[]).ok();
    let mut values: BTreeSet<String> =
        rows(&root, "figures").into_iter().map(|mut row| row.remove("figure").unwrap()).collect();
    let mut places = BTreeSet::new();
    for row in rows(&root, "projects") {
        let place = |field: &str| format!("{}#{}.{field}", row["project"], row["form"]);
        values.extend(row.iter().filter(|(_, value)| !value.is_empty()).map(|(field, _)| place(field)));
        places.insert((row["project"].clone(), row["form"].clone()));
    }
    for value in values.iter().filter(|value| value.contains("/projects/")) {
        let (project, anchor) = value.split_once('#').unwrap();
        let shown = SHOWN.iter().any(|field| anchor.ends_with(&format!(".{field}")));
        let page = root.page(&format!("units/{project}/index.html"));
        assert!(!shown || page.contains(&format!("id=\"{anchor}\"")), "{value} is not on its page");
    }
    for claim in rows(&root, "claims").iter().filter(|claim| !claim["anchor"].is_empty()) {
        assert!(values.contains(&claim["anchor"]), "{claim:?}");
    }
    let indicators = rows(&root, "indicators");
    for indicator in &indicators {
        assert!(places.contains(&(indicator["project"].clone(), indicator["form"].clone())), "{indicator:?}");
        let page = root.page(&format!("units/{}/index.html", indicator["project"]));
        let anchor = format!("id=\"indicator-{}-{}\"", indicator["form"], indicator["ordinal"]);
        assert!(page.contains(&anchor), "{indicator:?} is not on its page");
    }
    assert!(places.len() >= 70 && indicators.len() >= 400, "{} {}", places.len(), indicators.len());
}

#[test]
fn the_one_personal_number_is_nowhere_in_the_site() {
    let Some(root) = seeds() else { return };
    let corpus = support::corpus().unwrap();
    let text = String::from_utf8(support::seed(&corpus, "004")).unwrap();
    let mobile = regex::Regex::new(r"(?:^|\D)(1[3-9]\d{9})(?:\D|$)").unwrap();
    let number = mobile.captures(&text).unwrap()[1].to_owned();
    root.build(&[]).ok();
    for (path, bytes) in tree(&root.public()) {
        let held = bytes.windows(number.len()).any(|window| window == number.as_bytes());
        assert!(!held, "{path} holds the number");
    }
    let receipts = root.page("units/five/2024/final/data/redactions.csv");
    assert_eq!(receipts.lines().count(), 3, "{receipts}");
    assert!(receipts.contains("mobile,11") && receipts.contains("name,2"), "{receipts}");
}
