//! The labelled queries of the corpus over the raw documents: what people type, and what they want to find.

use std::collections::BTreeSet;

use gongkai_search::{Filters, Hit, Query, Searcher, Sort, fold};
use serde_json::Value;

use crate::run::{Root, checkout, tree};
use crate::seeds::support;

/// The raw documents under the units of the sample archive.
const UNITS: [(&str, &str, &str); 5] = [
    ("000", "yangcheng-xzsp", "2024-final"),
    ("001", "jinzhong-xzsp", "2022-final"),
    ("002", "fenyang-xzsp", "2024-budget"),
    ("003", "xiaoyi-xzsp", "2024-final"),
    ("004", "datong-xzsp", "2024-final"),
];

/// So many hits are looked at.
const SHOWN: usize = 5;

#[test]
fn what_people_type_finds_what_they_want() {
    let Some(corpus) = support::corpus() else { return };
    let root = Root::new();
    for (seed, id, file) in UNITS {
        let unit = std::fs::read(checkout().join(format!("content/{id}/unit.toml"))).unwrap();
        root.write(&format!("content/{id}/unit.toml"), unit);
        root.write(&format!("content/{id}/{file}.txt"), support::seed(&corpus, seed));
    }
    root.write("content/topics.toml", std::fs::read(checkout().join("content/topics.toml")).unwrap());
    root.build(&["--quiet"]).ok();
    let searcher = Searcher::open(tree(&root.public().join("search-index"))).unwrap();
    let queries = std::fs::read_to_string(corpus.join("gold/queries.json")).unwrap();
    let queries: Vec<Value> = serde_json::from_str(&queries).unwrap();
    let (mut recall, mut reciprocal, mut report) = (0, 0, String::new());
    for query in &queries {
        let text = query["query"].as_str().unwrap();
        let answer =
            searcher.search(&Query::parse(text).unwrap(), &Filters::default(), Sort::Relevance, 10).unwrap();
        let wanted = query["relevant_named"].as_array().unwrap();
        let meant: Vec<Option<usize>> =
            answer.hits.iter().map(|hit| wanted.iter().position(|wanted| is_meant(hit, wanted))).collect();
        let found: BTreeSet<usize> = meant.iter().take(SHOWN).flatten().copied().collect();
        let first = meant.iter().position(Option::is_some);
        // In thousandths.
        let share = found.len() * 1000 / wanted.len().min(SHOWN);
        let rank = first.map_or(0, |at| 1000 / (at + 1));
        if share < 1000 || rank < 1000 {
            report.push_str(&format!("{text}: recall {share}, rank {rank}\n"));
        }
        (recall, reciprocal) = (recall + share, reciprocal + rank);
    }
    let (recall, reciprocal) = (recall / queries.len(), reciprocal / queries.len());
    println!("{} queries: recall@{SHOWN} 0.{recall:03}, MRR 0.{reciprocal:03}\n{report}", queries.len());
    assert!(recall >= 950 && reciprocal >= 900, "recall {recall}, MRR {reciprocal}\n{report}");
}

/// Whether a hit is what was wanted: of the same unit and year, and with that title or, for what stands in a table, as a
/// part of its title.
fn is_meant(hit: &Hit, wanted: &Value) -> bool {
    let text = |field: &str| wanted[field].as_str().unwrap_or_default();
    hit.unit_name.as_deref() == Some(text("unit"))
        && hit.year.map(|year| year.to_string()).as_deref() == Some(text("year"))
        && fold(&hit.title).contains(&fold(text("title")))
}
