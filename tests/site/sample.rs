//! The sample archive is complete, and its pages hold together.

use crate::run::{build_sample, tree};

#[test]
fn the_sample_archive_becomes_a_complete_site() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    let ran = build_sample(&output).ok();
    assert!(!ran.err.contains("error["), "{}", ran.err);
    let files = tree(&output);
    let pages = files.keys().filter(|path| path.ends_with(".html")).count();
    assert!(pages >= 150, "{pages} pages");
    for path in [
        "index.html",
        "units/index.html",
        "units/xiaoyi-xzsp/index.html",
        "units/xiaoyi-xzsp/2024/final/index.html",
        "units/xiaoyi-xzsp/2024/final/tables/expenditure/index.csv",
        "units/xiaoyi-xzsp/2024/final/source/index.html",
        "units/xiaoyi-xzsp/2024/final/data/figures.csv",
        "functions/2010306/index.html",
        "projects/index.html",
        "data/figures.csv",
        "data/datapackage.json",
        "about/index.html",
        "404.html",
        "sitemap.xml",
        "economics/30201/index.html",
        "manifest-sha256.txt",
        "search-index/index.json",
    ] {
        assert!(files.contains_key(path), "{path} is missing");
    }
}

#[test]
fn every_page_of_an_abridged_disclosure_says_so() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    let mut count = 0;
    for (path, bytes) in tree(&output) {
        let of_disclosure =
            path.starts_with("units/") && path.matches('/').count() >= 4 && path.ends_with(".html");
        if of_disclosure {
            assert!(
                String::from_utf8(bytes).unwrap().contains("表格照录，说明文字为转述，以原件为准"),
                "{path}"
            );
            count += 1;
        }
    }
    assert!(count > 60, "{count} pages");
}
