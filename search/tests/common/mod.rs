//! Records and short cuts for the tests of whole indexes.
#![allow(dead_code, clippy::unwrap_used)]

use std::collections::BTreeMap;

use gongkai_search::{
    Error, Filters, Hit, IndexFiles, Kind, Query, Record, Region, Searcher, Sort, Stage, Synonyms,
};

/// A record of a unit's 2024 final accounts, on a page of its own.
pub fn record(kind: Kind, title: &str, body: &str) -> Record {
    Record {
        url: format!("units/yangcheng/2024/final/{kind}/{title}/"),
        title: title.into(),
        kind,
        unit: Some("yangcheng".into()),
        unit_name: Some("阳城县行政审批服务管理局".into()),
        region: Some(Region { code: "140522".into(), name: "阳城县".into() }),
        year: Some(2024),
        stage: Some(Stage::Final),
        codes: Vec::new(),
        body: body.into(),
        value: None,
        value_name: String::new(),
    }
}

/// An index with the built-in synonyms.
pub fn build(records: impl IntoIterator<Item = Record>) -> Result<IndexFiles, Error> {
    gongkai_search::build(records, &Synonyms::built_in())
}

pub fn open(files: IndexFiles) -> Result<Searcher, Error> {
    let files: BTreeMap<_, _> = files.into_iter().collect();
    Searcher::open(files)
}

pub fn index(records: impl IntoIterator<Item = Record>) -> Searcher {
    open(build(records).unwrap()).unwrap()
}

pub fn search(searcher: &Searcher, query: &str) -> Vec<Hit> {
    searcher.search(&Query::parse(query).unwrap(), &Filters::default(), Sort::Relevance, 20).unwrap().hits
}

pub fn titles(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.title.as_str()).collect()
}

/// A small, seeded source of numbers: tests are the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `n`.
    pub fn roll(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % n
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }
}

/// Many different records made of the words of the field, each on a page of its own.
pub fn corpus(size: usize) -> Vec<Record> {
    const WORDS: [&str; 40] = [
        "政务",
        "外网",
        "公务",
        "接待",
        "经费",
        "服务",
        "行政",
        "审批",
        "项目",
        "绩效",
        "预算",
        "决算",
        "刻制",
        "印章",
        "电子",
        "热线",
        "窗口",
        "大厅",
        "设备",
        "运行",
        "维护",
        "采购",
        "管理",
        "资产",
        "车辆",
        "数字",
        "证书",
        "平台",
        "建设",
        "资金",
        "C22 ",
        "12345",
        "CA",
        "2024年",
        "2010306",
        "7.5万元",
        "，",
        "。",
        "“三公”",
        "\n",
    ];
    let common: Vec<char> = ('\u{4e00}'..'\u{4f00}').collect();
    let mut dice = Dice(7);
    let mut text = |words: usize| -> String {
        (0..words)
            .map(|_| {
                if dice.roll(4) == 0 { dice.pick(&common).to_string() } else { dice.pick(&WORDS).to_owned() }
            })
            .collect()
    };
    let kinds = Kind::ALL.into_iter().cycle();
    let mut make = |(n, kind)| {
        let title = text(5).replace('\n', "");
        Record { url: format!("p/{n}/#a"), ..record(kind, &title, &text(30 + n % 40)) }
    };
    (0..size).zip(kinds).map(&mut make).collect()
}
