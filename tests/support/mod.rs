//! What the tests share: the corpus of real documents beside the checkout, and a generator of variants.

#![allow(dead_code, reason = "each test binary uses a part")]

pub mod change;
pub mod document;
pub mod figures;
pub mod random;

use std::path::{Path, PathBuf};

use gongkai::model::Stage;
use gongkai::registry::Registry;

use document::Document;

/// The corpus, from `GONGKAI_CORPUS` or the sibling folder `shared`; says loudly when it is not there.
pub fn corpus() -> Option<PathBuf> {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = std::env::var_os("GONGKAI_CORPUS").map_or_else(default, PathBuf::from);
    if path.join("seeds").is_dir() {
        return Some(path);
    }
    assert!(
        std::env::var_os("GONGKAI_REQUIRE_CORPUS").is_none(),
        "the corpus is required and not at {}",
        path.display()
    );
    println!("SKIPPED: no corpus at {}; set GONGKAI_CORPUS", path.display());
    None
}

/// The raw bytes of the seed whose file name begins with `number`.
pub fn seed(corpus: &Path, number: &str) -> Vec<u8> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(corpus.join("seeds")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let file = files
        .into_iter()
        .find(|file| file.file_name().unwrap().to_string_lossy().starts_with(number))
        .unwrap();
    std::fs::read(file).unwrap()
}

/// The seeds: number, fiscal year, stage.
pub const SEEDS: [(&str, u16, Stage); 5] = [
    ("000", 2024, Stage::Final),
    ("001", 2022, Stage::Final),
    ("002", 2024, Stage::Budget),
    ("003", 2024, Stage::Final),
    ("004", 2024, Stage::Final),
];

/// The samples: file name, fiscal year, stage.
pub const SAMPLES: [(&str, u16, Stage); 3] = [
    ("shanghai-final-accounts-template.txt", 2024, Stage::Final),
    ("shanghai-putuo-finance-2024-final-rough.txt", 2024, Stage::Final),
    ("shanghai-putuo-finance-2024-final.txt", 2024, Stage::Final),
];

/// Every document of the corpus: seeds, then samples.
pub fn documents(corpus: &Path, registry: &Registry) -> Vec<Document> {
    let seeds = SEEDS.map(|(number, year, stage)| (number, seed(corpus, number), year, stage));
    let samples = SAMPLES.map(|(name, year, stage)| {
        (name, std::fs::read(corpus.join("samples").join(name)).unwrap(), year, stage)
    });
    seeds
        .into_iter()
        .chain(samples)
        .map(|(name, bytes, year, stage)| Document::new(name, &bytes, year, stage, registry))
        .collect()
}
