//! Everything that occurs is found, and nothing that does not.

mod common;

use common::{Dice, corpus, index, record, search, titles};
use gongkai_search::{Filters, Kind, Query, Record, Sort, Synonyms, fold};

/// The texts of a record that its hits may be justified by.
fn texts(record: &Record) -> [String; 2] {
    [fold(&record.title), fold(&record.body)]
}

fn has_cjk(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// A piece of a record's text, 2 to 9 characters without white space, not all Latin.
fn piece(dice: &mut Dice, record: &Record) -> String {
    loop {
        let source: Vec<char> =
            if dice.roll(3) == 0 { &record.title } else { &record.body }.chars().collect();
        let (from, len) = (dice.roll(source.len()), 2 + dice.roll(8));
        let piece: String = source[from..source.len().min(from + len)].iter().collect();
        if piece.chars().count() >= 2 && has_cjk(&piece) && !piece.contains(char::is_whitespace) {
            return piece;
        }
    }
}

/// Indexes that list pairs of neighbours only, and one that lists triples too.
const SIZES: [(usize, usize); 2] = [(300, 300), (2400, 80)];

#[test]
fn every_substring_is_found_wherever_it_occurs() {
    for (size, tried) in SIZES {
        substrings_are_found(size, tried);
    }
}

#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
fn substrings_are_found(size: usize, tried: usize) {
    let records = corpus(size);
    let folded: Vec<_> = records.iter().map(texts).collect();
    let about = fold("阳城县行政审批服务管理局\n2024年度决算\n2024年决算");
    let searcher = index(records.clone());
    let mut dice = Dice(99);
    for _ in 0..tried {
        let from = dice.roll(records.len());
        let piece = piece(&mut dice, &records[from]);
        let query = Query::parse(&piece).unwrap();
        let mut found: Vec<String> = searcher
            .search(&query, &Filters::default(), Sort::Relevance, records.len())
            .unwrap()
            .hits
            .into_iter()
            .map(|hit| hit.url)
            .collect();
        let term = fold(&piece);
        let holds = |nth: &usize| folded[*nth].iter().any(|text| text.contains(&term));
        let mut expected: Vec<String> =
            (0..records.len()).filter(holds).map(|nth| records[nth].url.clone()).collect();
        found.sort();
        expected.sort();
        // Whole words of the field are also found by others that stand for them.
        let is_known = expected.iter().all(|url| found.contains(url)) && Synonyms::built_in().has(&piece);
        assert!(found == expected || about.contains(&term) || is_known, "{piece}");
        assert!(found.contains(&records[from].url), "{piece}");
    }
}

#[test]
fn what_occurs_nowhere_finds_nothing() {
    for (size, tried) in SIZES {
        nothing_is_invented(size, tried.min(100));
    }
}

fn nothing_is_invented(size: usize, count: usize) {
    let records = corpus(size);
    let folded: Vec<_> = records.iter().map(texts).collect();
    let searcher = index(records.clone());
    let mut dice = Dice(5);
    let mut tried = 0;
    while tried < count {
        let record = &records[dice.roll(records.len())];
        let pair = |dice: &mut Dice| piece(dice, record).chars().take(2).collect::<String>();
        let made = pair(&mut dice) + &pair(&mut dice) + &pair(&mut dice);
        let term = fold(&made);
        if !has_cjk(&made) || folded.iter().flatten().any(|text| text.contains(&term)) {
            continue;
        }
        tried += 1;
        let hits = search(&searcher, &made);
        assert!(hits.iter().all(|hit| hit.near), "{made}: {:?}", titles(&hits));
    }
    for absent in ["不存在的词语", "vvv", "999", "\u{20000}", "？！", "政务外网 不存在", "\"政务 外网\""]
    {
        assert!(search(&searcher, absent).is_empty(), "{absent}");
    }
}

#[test]
fn bigrams_apart_are_no_word() {
    let searcher = index([record(Kind::Section, "情况说明", "政务一，务外二，外网三；公务\n接待费")]);
    assert!(search(&searcher, "政务外网").is_empty());
    assert!(search(&searcher, "\"公务接待费\"").is_empty());
    assert_eq!(search(&searcher, "政务 务外 外网 公务 接待费").len(), 1);
}

#[test]
fn terms_may_stand_in_different_fields() {
    let searcher = index([
        Record {
            codes: vec!["2010306".into()],
            value: Some("7404800".into()),
            ..record(Kind::Line, "支出决算表 · 政务公开审批", "10.5")
        },
        record(Kind::Project, "C22 云视讯视频会议系统专线使用费项目", "电子政务外网，12345热线"),
        Record { year: Some(2023), ..record(Kind::Project, "公章刻制经费", "“三公”经费") },
    ]);
    let cases: &[(&str, &[&str])] = &[
        ("阳城 2024 政务外网", &["C22 云视讯视频会议系统专线使用费项目"]),
        ("2023年度 决算 阳城", &["公章刻制经费"]),
        ("2023年决算", &["公章刻制经费"]),
        ("C22云视讯", &["C22 云视讯视频会议系统专线使用费项目"]),
        ("c22 视频会议", &["C22 云视讯视频会议系统专线使用费项目"]),
        ("12345热线", &["C22 云视讯视频会议系统专线使用费项目"]),
        ("三公经费", &["公章刻制经费"]),
        ("章", &["公章刻制经费"]),
        ("2010306", &["支出决算表 · 政务公开审批"]),
        ("20103", &[]),
        ("7404800", &["支出决算表 · 政务公开审批"]),
        ("140522 刻制", &["公章刻制经费"]),
        ("阳城 2023 政务外网", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(&titles(&search(&searcher, query)), expected, "{query}");
    }
}
