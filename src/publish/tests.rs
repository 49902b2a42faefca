//! What cannot be seen from outside: failures at every step, names, leftovers, outputs refused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::fault::{fail_at, forbid_exchange};
use super::names::{Names, SitePath};
use super::*;

type Files<'a> = &'a [(&'a str, &'a str)];

const OLD: Files<'_> = &[("index.html", "home"), ("units/a/index.html", "old"), ("gone/index.html", "gone")];
const NEW: Files<'_> = &[("index.html", "home"), ("units/a/index.html", "new"), ("units/b/index.html", "b")];

fn publish(output: &Path, files: Files<'_>) -> Result<Report, PublishError> {
    let site = Site::open(output, &Guarded::new(output.parent().unwrap()))?;
    for (path, text) in files {
        site.write(path, text.as_bytes())?;
    }
    let mut streamed = site.create("data/figures.csv")?;
    streamed.write_all(b"figure,value\n").map_err(|source| PublishError::Io {
        action: "write",
        path: PathBuf::new(),
        source,
    })?;
    streamed.finish()?;
    site.publish()
}

/// Every file below `folder` with its bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let Ok(files) = site_files(folder) else { return BTreeMap::new() };
    files.into_iter().map(|path| (path.clone(), fs::read(folder.join(path)).unwrap())).collect()
}

/// Names in `folder`, hidden ones too.
fn names_in(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// What a build of `files` gives in a clean place.
fn expected(files: Files<'_>) -> BTreeMap<String, Vec<u8>> {
    let temp = TempDir::new().unwrap();
    publish(&temp.path().join("public"), files).unwrap();
    tree(&temp.path().join("public"))
}

/// Makes the n-th step fail for every n, and sees that the old site or the new one is there, whole.
fn fail_everywhere(without_exchange: bool) {
    let (old, new) = (expected(OLD), expected(NEW));
    forbid_exchange(without_exchange);
    let mut failures = 0;
    loop {
        let temp = TempDir::new().unwrap();
        let output = temp.path().join("public");
        publish(&output, OLD).unwrap();
        fail_at(Some(failures));
        let published = publish(&output, NEW);
        fail_at(None);
        let found = tree(&output);
        if published.is_ok() {
            assert_eq!(found, new);
            break;
        }
        assert!(found == old || found == new, "mixed after step {failures}: {:?}", found.keys());
        publish(&output, NEW).unwrap();
        assert_eq!(tree(&output), new, "not repaired after step {failures}");
        assert_eq!(
            names_in(temp.path()),
            BTreeSet::from(["public".to_owned()]),
            "leftovers after step {failures}"
        );
        failures += 1;
    }
    forbid_exchange(false);
    assert!(failures > 15, "only {failures} steps were tried");
}

#[test]
fn a_failure_at_any_step_leaves_the_old_site_or_the_new_one() {
    fail_everywhere(false);
}

#[test]
fn so_it_does_where_folders_cannot_be_exchanged() {
    fail_everywhere(true);
}

#[test]
fn a_first_build_that_fails_leaves_nothing() {
    for step in 0..8 {
        let temp = TempDir::new().unwrap();
        fail_at(Some(step));
        assert_eq!(publish(&temp.path().join("public"), NEW).unwrap_err().code(), "E0810");
        fail_at(None);
        assert_eq!(names_in(temp.path()), BTreeSet::new());
    }
}

#[test]
fn a_crash_between_the_two_renames_is_undone_by_the_next_build() {
    let temp = TempDir::new().unwrap();
    let output = temp.path().join("public");
    publish(&output, OLD).unwrap();
    fs::rename(&output, temp.path().join(".public.gongkai-old")).unwrap();
    fs::create_dir(temp.path().join(".public.gongkai-new")).unwrap();
    fs::write(temp.path().join(".public.gongkai-lock"), "gongkai\n").unwrap();
    drop(Site::open(&output, &Guarded::new(temp.path())).unwrap());
    assert_eq!(tree(&output), expected(OLD));
    assert_eq!(names_in(temp.path()), BTreeSet::from(["public".to_owned()]));
}

#[test]
fn a_folder_that_only_has_our_name_is_never_removed() {
    let temp = TempDir::new().unwrap();
    let theirs = temp.path().join(".public.gongkai-new");
    fs::create_dir(&theirs).unwrap();
    fs::write(theirs.join("diary.txt"), "mine").unwrap();
    for _ in 0..2 {
        let refused = publish(&temp.path().join("public"), NEW).unwrap_err();
        assert_eq!(refused.code(), "E0807", "{refused}");
        assert_eq!(fs::read(theirs.join("diary.txt")).unwrap(), b"mine");
    }
}

#[test]
fn only_plain_portable_names_are_written() {
    let long = "a/".repeat(120) + "b";
    let bad = [
        "",
        "/",
        "/etc/passwd",
        "a//b",
        "a/",
        "./a",
        "a/./b",
        "..",
        "../a",
        "a/../b",
        "a/..",
        "a\\b",
        "C:/a",
        "a b",
        "a\0b",
        "a\nb",
        "%2e%2e/a",
        "é.html",
        "数据.csv",
        "e\u{301}.html",
        "a/.htaccess",
        ".git/config",
        "-rf",
        "a.",
        "con",
        "units/AUX.html",
        "nul.tar.gz",
        "com1",
        "lpt9.txt",
        "a?b",
        "a*b",
        "a:b",
        "~/a",
        "a\u{202e}b",
        &long,
    ];
    for path in bad {
        let refused = SitePath::new(path).expect_err(path);
        assert_eq!(refused.code(), "E0805");
    }
    for path in
        ["index.html", "checks/F-05-04/index.json", "a/b_c.d-e", "console/computer", "404.html", "com10"]
    {
        assert!(SitePath::new(path).is_ok(), "{path}");
    }
}

#[test]
fn no_two_files_share_a_name_anywhere() {
    let cases = [
        ("a/b", "a/b", "it is written twice"),
        ("a/b", "A/c", "they differ in upper and lower case only"),
        ("a/b", "a/B", "they differ in upper and lower case only"),
        ("a", "a/b", "one is a file, the other a folder"),
        ("a/b/c", "a/b", "one is a file, the other a folder"),
    ];
    for (first, second, expected) in cases {
        let mut names = Names::default();
        names.claim(SitePath::new(first).unwrap()).unwrap();
        match names.claim(SitePath::new(second).unwrap()) {
            Err(PublishError::Collision { reason, .. }) => {
                assert_eq!(reason, expected, "{first} and {second}")
            }
            other => panic!("{first} and {second}: {other:?}"),
        }
    }
    let mut names = Names::default();
    for path in ["a/b", "a/c", "b/b", "ab"] {
        names.claim(SitePath::new(path).unwrap()).unwrap();
    }
    assert_eq!(names.claim(SitePath::new(MANIFEST).unwrap()).unwrap_err().code(), "E0805");
}

#[test]
fn outputs_that_would_swallow_something_are_refused() {
    let temp = TempDir::new().unwrap();
    let root = temp.path().join("archive");
    for folder in ["content/a", "themes", "home/me"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    symlink(&root, temp.path().join("link-to-root")).unwrap();
    symlink("nowhere", root.join("dangling")).unwrap();
    fs::write(root.join("file"), "x").unwrap();
    let guard =
        Guarded::new(&root).input(root.join("content")).input(root.join("themes")).input(root.join("absent"));
    let cases = [
        ("", "E0801"),
        (".", "E0801"),
        ("..", "E0801"),
        ("/", "E0801"),
        ("content", "E0801"),
        ("content/a", "E0801"),
        ("content/site", "E0801"),
        ("public/../content", "E0810"),
        ("themes/../content", "E0801"),
        ("absent/site", "E0801"),
        ("../link-to-root", "E0801"),
        ("../link-to-root/themes", "E0801"),
        ("dangling", "E0803"),
        ("file", "E0803"),
        ("file/site", "E0810"),
        ("home", "E0802"),
    ];
    for (output, code) in cases {
        let refused = Site::open(&root.join(output), &guard).expect_err(output);
        assert_eq!(refused.code(), code, "{output}: {refused}");
    }
    for home in ["/", std::env::home_dir().unwrap().to_str().unwrap()] {
        assert_eq!(Site::open(Path::new(home), &guard).expect_err(home).code(), "E0801");
    }
    assert!(Site::open(&root.join("deep/er/public"), &guard).is_ok());
}

#[test]
fn every_error_has_its_own_code_and_says_what_to_do() {
    let (path, text) = (PathBuf::from("public"), String::from("x"));
    let source = || std::io::Error::other("x");
    let all = [
        PublishError::Dangerous { path: path.clone(), reason: "x" },
        PublishError::Foreign { path: path.clone(), reason: text.clone() },
        PublishError::NotAFolder { path: path.clone() },
        PublishError::Busy { path: path.clone() },
        PublishError::BadPath { path: text.clone(), reason: "x" },
        PublishError::Collision { path: text.clone(), other: text.clone(), reason: "x" },
        PublishError::ForeignLeftover { path: path.clone() },
        PublishError::Unfinished { path: text.clone() },
        PublishError::Empty { path: path.clone() },
        PublishError::Io { action: "x", path: path.clone(), source: source() },
        PublishError::Swap { path: path.clone(), source: source() },
        PublishError::NotASite { path, reason: text },
    ];
    let codes: BTreeSet<_> = all.iter().map(PublishError::code).collect();
    assert_eq!(codes.len(), all.len());
    for error in &all {
        let diagnostic = error.diagnostic();
        assert_eq!((diagnostic.code, diagnostic.hints.len()), (error.code(), 1));
        assert!(error.code().starts_with("E08") && error.hint().ends_with('.'));
    }
}
