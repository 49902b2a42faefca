//! Sizes and times of an index.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use gongkai_search::{Filters, IndexFiles, POINTER, Query, Record, Searcher, Sort, Synonyms, build as index};
use serde_json::{Map, Value, json};

use crate::truth::Samples;

/// What readers ask for beside pieces of text.
const ASKED: [&str; 16] = [
    "政务外网",
    "刻章",
    "刻制印章",
    "好差评",
    "C22云视讯",
    "12345热线",
    "2024",
    "财政局",
    "阳城县 刻制印章 2023",
    "晋源区教育局 2022 经费",
    "经费 -培训",
    "章",
    "kezhang",
    "项目:服务 金额>10万",
    "单位:财政局 年:2021 审计",
    "孝义市2024年刻章花了多少钱",
];
/// Hits of a page of results.
const LIMIT: usize = 20;

/// Builds the index; microseconds.
pub(crate) fn build(records: &[Record]) -> (IndexFiles, u64) {
    let records = records.to_vec();
    let start = Instant::now();
    let files = index(records, &Synonyms::built_in()).unwrap();
    (files, us(start.elapsed()))
}

/// Bytes.
pub(crate) struct Sizes {
    text: usize,
    index: usize,
    cards: usize,
    hot: usize,
}

impl Sizes {
    pub(crate) fn of(records: &[Record], files: &IndexFiles) -> Self {
        let text = |record: &Record| {
            let names = record.unit_name.iter().map(String::len).sum::<usize>();
            record.title.len() + record.body.len() + names
        };
        let all: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        let hot = files.iter().find(|(name, _)| name.ends_with(".hot")).map_or(0, |(_, bytes)| bytes.len());
        let pointer = files.iter().find(|(name, _)| name == POINTER).map(|(_, bytes)| bytes);
        let pointer: Value = serde_json::from_slice(pointer.unwrap()).unwrap();
        let part = |entry: &Value| {
            entry["name"].as_str().unwrap().starts_with("cards").then(|| entry["bytes"].as_u64())
        };
        let cards: u64 = pointer["files"].as_array().unwrap().iter().filter_map(part).flatten().sum();
        let cards = usize::try_from(cards).unwrap();
        Self { text: records.iter().map(text).sum(), index: all - cards, cards, hot }
    }

    pub(crate) fn to_json(&self) -> Map<String, Value> {
        let Self { text, index, cards, hot } = self;
        let all = json!({ "text_bytes": text, "index_bytes": index, "cards_bytes": cards, "hot_bytes": hot });
        all.as_object().unwrap().clone()
    }
}

/// How long each of some queries takes, three times.
fn timed<'a>(searcher: &Searcher, texts: impl Iterator<Item = &'a str> + Clone) -> Vec<u64> {
    let mut taken = Vec::new();
    for _ in 0..3 {
        for text in texts.clone() {
            let start = Instant::now();
            let query = Query::parse(text).unwrap();
            std::hint::black_box(
                searcher.search(&query, &Filters::default(), Sort::Relevance, LIMIT).unwrap(),
            );
            taken.push(us(start.elapsed()));
        }
    }
    taken
}

fn spread(taken: &mut [u64]) -> Value {
    json!({ "p50": quantile(taken, 50), "p99": quantile(taken, 99), "max": quantile(taken, 100) })
}

/// How long opening and searching take, and how often the answer is right.
pub(crate) fn times(files: &IndexFiles, samples: &Samples) -> Map<String, Value> {
    let files: BTreeMap<String, Vec<u8>> = files.iter().cloned().collect();
    let mut openings = Vec::new();
    let mut searcher = None;
    for _ in 0..9 {
        let files = files.clone();
        let start = Instant::now();
        searcher = Some(Searcher::open(files).unwrap());
        openings.push(us(start.elapsed()));
    }
    let searcher = searcher.unwrap();
    let texts = samples.present.iter().map(|(text, _)| text.as_str());
    let mut taken = timed(&searcher, texts.chain(ASKED.into_iter().cycle().take(400)));
    let mut absent_taken = timed(&searcher, samples.absent.iter().map(String::as_str));
    let is_right = |(text, holding): &&(String, Vec<String>)| found(&searcher, text) == *holding;
    let known = samples.present.iter().filter(|(_, holding)| !holding.is_empty());
    let present = known.clone().filter(is_right).count();
    let absent = samples.absent.iter().filter(|text| !found(&searcher, text).is_empty()).count();
    let all = json!({
        "open_us": quantile(&mut openings, 50),
        "query_us": spread(&mut taken),
        "absent_us": spread(&mut absent_taken),
        "queries": taken.len(),
        "present": [present, known.count()],
        "absent_returned": [absent, samples.absent.len()],
    });
    all.as_object().unwrap().clone()
}

/// Addresses of all hits of a phrase, in order; similar names, which are said to be so, are none.
fn found(searcher: &Searcher, text: &str) -> Vec<String> {
    let query = Query::parse(&format!("\"{text}\"")).unwrap();
    let answer = searcher.search(&query, &Filters::default(), Sort::Relevance, usize::MAX).unwrap();
    let hits = answer.hits.into_iter().filter(|hit| !hit.near);
    let mut urls: Vec<String> = hits.map(|hit| hit.url).collect();
    urls.sort_unstable();
    urls
}

/// Microseconds.
fn us(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap()
}

/// The value that so many of a hundred are not above.
fn quantile(values: &mut [u64], percent: usize) -> u64 {
    values.sort_unstable();
    values[(values.len() * percent).div_ceil(100).clamp(1, values.len()) - 1]
}
