//! The same records give the same bytes, and other bytes are refused.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use common::{Dice, build, corpus, open, search};
use gongkai_search::{FORMAT, Filters, IndexFiles, POINTER, Query, Searcher, Sort, Storage};

#[test]
fn the_bytes_are_a_function_of_the_records() {
    let records = corpus(200);
    let first = build(records.clone()).unwrap();
    assert_eq!(build(records.clone()).unwrap(), first);
    let threads: Vec<_> = (0..3)
        .map(|_| {
            std::thread::spawn({
                let records = records.clone();
                move || build(records)
            })
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap().unwrap(), first);
    }
    let mut names: Vec<_> = first.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.remove(0), POINTER);
    let ends: Vec<_> = names.iter().filter_map(|name| name.split_once(".")).map(|(_, end)| end).collect();
    assert_eq!(ends, ["hot", "bundle"]);
    let other = build(records.into_iter().skip(1)).unwrap();
    assert!(other.iter().skip(1).all(|(name, _)| !names.contains(&name.as_str())));
}

/// Readers that are deployed read only the format they know.
#[test]
fn a_change_of_the_bytes_is_a_change_of_format() {
    let files = build(corpus(10)).unwrap();
    let bundle = files[2].0.split('.').next().unwrap();
    assert_eq!(
        (FORMAT, bundle),
        (6, "f945bea7a8ae65653b1219899dcaa39a"),
        "raise FORMAT when indexes change, then note the new name here"
    );
}

#[test]
fn an_index_finds_itself_again() {
    let searcher = open(build(corpus(50)).unwrap()).unwrap();
    assert_eq!(searcher.len(), 50);
    assert!(!search(&searcher, "政务").is_empty());
}

/// Damages one file in one place.
fn damage(files: &IndexFiles, dice: &mut Dice) -> IndexFiles {
    let mut files = files.clone();
    let nth = dice.roll(files.len());
    let at = dice.roll(files[nth].1.len());
    match dice.roll(4) {
        0 => files[nth].1.truncate(at),
        1 => files[nth].1.push(0),
        2 => drop(files.remove(nth)),
        _ => files[nth].1[at] ^= 1 << dice.roll(8),
    }
    files
}

/// What is damaged is an error when it is opened or read; what is not read does no harm.
#[test]
fn damaged_bytes_are_an_error() {
    let records = corpus(300);
    let files = build(records).unwrap();
    let queries = ["政务", "经费", "章", "2024", "c22"];
    let answers = |files: IndexFiles| -> Option<Vec<Vec<String>>> {
        let searcher = open(files).ok()?;
        let answer = |query: &&str| {
            let found =
                searcher.search(&Query::parse(query).unwrap(), &Filters::default(), Sort::Relevance, 20);
            found.ok().map(|answer| answer.hits.into_iter().map(|hit| hit.url).collect())
        };
        queries.iter().map(answer).collect()
    };
    let sound = answers(files.clone());
    assert!(sound.is_some());
    let mut dice = Dice(3);
    let mut refused = 0;
    for _ in 0..300 {
        let answers = answers(damage(&files, &mut dice));
        assert!(answers.is_none() || answers == sound, "a wrong answer");
        refused += usize::from(answers.is_none());
    }
    assert!(refused > 150, "{refused}");
}

#[test]
fn errors_say_what_is_wrong() {
    let files = build(corpus(20)).unwrap();
    let message = |change: &dyn Fn(&mut IndexFiles)| {
        let mut files = files.clone();
        change(&mut files);
        open(files).err().map(|error| error.to_string()).unwrap()
    };
    let (name, pointer) = (files[1].0.clone(), String::from_utf8(files[0].1.clone()).unwrap());
    let replace = |from: &str, to: &str| pointer.replacen(from, to, 1).into_bytes();
    assert_eq!(
        message(&|files| files[1].1[0] ^= 1),
        format!("search index: `{name}` is damaged: its checksum is wrong")
    );
    assert_eq!(message(&|files| drop(files.remove(1))), format!("search index: cannot read `{name}`"));
    assert_eq!(message(&|files| drop(files.remove(0))), "search index: cannot read `index.json`");
    assert!(
        message(&|files| files[0].1 = replace(&format!(":{FORMAT},"), ":9,")).contains("written in format 9")
    );
    assert!(message(&|files| files[0].1 = replace("刻章", "刻张")).contains("checksum is wrong"));
    assert!(message(&|files| files[0].1.clear()).contains("`index.json` is damaged"));
}

/// A storage of which every range is on its way when it is first asked for.
#[derive(Debug)]
struct Slow {
    files: BTreeMap<String, Vec<u8>>,
    there: Mutex<BTreeSet<(u64, u64)>>,
}

impl Storage for Slow {
    fn read(&self, name: &str, range: Option<Range<u64>>) -> io::Result<Vec<u8>> {
        let is_new = |range: &Range<u64>| {
            let mut there = self.there.lock().unwrap_or_else(PoisonError::into_inner);
            there.insert((range.start, range.end))
        };
        if range.as_ref().is_some_and(is_new) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        self.files.read(name, range)
    }
}

#[test]
fn a_search_is_run_again_until_everything_is_there() {
    let files = build(corpus(300)).unwrap();
    let ready = open(files.clone()).unwrap();
    let slow = Slow { files: files.into_iter().collect(), there: Mutex::default() };
    let searcher = Searcher::open(slow).unwrap();
    for text in ["政务外网", "经费 -采购", "章", "项目:平台 金额>0", "kezhang", "采购三公热线"]
    {
        let query = Query::parse(text).unwrap();
        let mut rounds = 0;
        let answer = loop {
            match searcher.search(&query, &Filters::default(), Sort::Relevance, 10) {
                Ok(answer) => break answer,
                Err(error) => assert!(error.is_pending(), "{text}: {error}"),
            }
            rounds += 1;
            assert!(rounds < 40, "{text}");
        };
        assert_eq!(answer, ready.search(&query, &Filters::default(), Sort::Relevance, 10).unwrap(), "{text}");
    }
}
