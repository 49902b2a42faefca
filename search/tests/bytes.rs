//! The same records give the same bytes, and other bytes are refused.

mod common;

use std::io;

use common::{Dice, build, corpus, open, search};
use gongkai_search::{Error, FORMAT, IndexFiles, POINTER, Searcher};

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
    assert!(names.is_sorted() && names.len() >= 5, "{names:?}");
    let other = build(records.into_iter().rev()).unwrap();
    assert!(other.iter().skip(1).all(|(name, _)| !names.contains(&name.as_str())));
}

/// Readers that are deployed read only the format they know.
#[test]
fn a_change_of_the_bytes_is_a_change_of_format() {
    let files = build(corpus(10)).unwrap();
    let segment = files[1].0.split('.').next().unwrap();
    assert_eq!(
        (FORMAT, segment),
        (2, "4e176e5ccca20e84a180416af0d37d85"),
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

#[test]
fn damaged_bytes_are_an_error() {
    let files = build(corpus(20)).unwrap();
    let mut dice = Dice(3);
    for _ in 0..300 {
        let damaged = damage(&files, &mut dice);
        assert!(open(damaged).is_err());
    }
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
    assert!(message(&|files| files[0].1 = replace(":2,", ":9,")).contains("written in format 9"));
    assert!(message(&|files| files[0].1 = replace(&name, "../etc/passwd")).contains("no file name"));
    assert!(message(&|files| files[0].1.clear()).contains("`index.json` is damaged"));
    let failing = Searcher::open(|_| Err(io::Error::other("no")));
    assert!(matches!(failing, Err(Error::Read { name, .. }) if name == POINTER));
}
