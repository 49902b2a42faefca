//! What the tests share: the corpus of real documents beside the checkout.

#![allow(dead_code, reason = "each test binary uses a part")]

use std::path::{Path, PathBuf};

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
