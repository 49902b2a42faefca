//! Sites on disk, and what is said about them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::diag::render::{Format, render};
use crate::diag::{Diagnostic, Placed};

/// A site of those files, its settings among them unless given.
fn site(files: &[(&str, &[u8])]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, bytes) in [("site.toml", b"".as_slice())].iter().chain(files) {
        let location = root.path().join(path);
        fs::create_dir_all(location.parent().unwrap()).unwrap();
        fs::write(location, bytes).unwrap();
    }
    root
}

/// What is said about a site: brief, with the hints beneath.
fn said(diagnostics: &[Diagnostic]) -> String {
    let show = |d: &Diagnostic| {
        let hints: String =
            d.hints.iter().map(|hint| format!("    {}\n", hint.replace('\n', "\n    "))).collect();
        render(std::slice::from_ref(d), Format::Brief, false) + &hints
    };
    diagnostics.iter().map(show).collect()
}

fn load_all(files: &[(&str, &[u8])]) -> (Content, String) {
    let root = site(files);
    let Warned { value, diagnostics } = load(root.path());
    (value, said(&diagnostics))
}

fn ids(content: &Content) -> Vec<&str> {
    content.units.iter().map(|unit| unit.id.as_str()).collect()
}

const NAME: &[u8] = "name = \"某局\"\n".as_bytes();

#[test]
fn a_whole_site_is_found_and_sorted() {
    let (content, said) = load_all(&[
        ("content/regions.toml", "120000 = \"天津市\"".as_bytes()),
        ("content/topics.toml", b"x = 1"),
        ("content/registry/more.toml", b"y = 1"),
        ("content/codes/function.toml", b"z = 1"),
        ("content/pages/method.md", b"# M"),
        ("content/pages/about.md", b"\xef\xbb\xbf# A"),
        ("content/tianjin/b/unit.toml", b"name = \"B\"\nparent = \"a\""),
        ("content/tianjin/b/2024-final.txt", b"text"),
        ("content/z/a/unit.toml", NAME),
        ("content/z/a/notes.md", b"notes"),
        ("content/z/a/2025-budget.txt", b""),
        ("content/z/a/2024-final.txt", b"now"),
        ("content/z/a/2024-final.toml", b"title = \"T\""),
        ("content/z/a/2024-final.2025-03-01.txt", b"then"),
        ("content/z/a/2024-final.2024-12-01.txt", b"before"),
        ("content/z/a/2024-budget.txt", b"plan"),
        ("content/z/a/.DS_Store", b""),
        ("content/.git/2024-final.txt", b""),
    ]);
    assert_eq!(said, "");
    assert_eq!(ids(&content), ["a", "b"]);
    let a = &content.units[0];
    assert_eq!(a.path, "content/z/a");
    let periods: Vec<_> = a.disclosures.iter().map(|file| file.id.to_string()).collect();
    assert_eq!(periods, ["a/2024/budget", "a/2024/final", "a/2025/budget"]);
    let dates: Vec<_> = a.disclosures[1].previous.iter().map(|issue| issue.date.to_string()).collect();
    assert_eq!(dates, ["2024-12-01", "2025-03-01"]);
    assert_eq!(a.disclosures[1].config.title.as_deref(), Some("T"));
    assert_eq!(a.notes.as_ref().map(|notes| notes.text.as_str()), Some("notes"));
    let pages: Vec<_> = content.pages.iter().map(|page| (&*page.path, page.text.as_str())).collect();
    assert_eq!(pages, [("content/pages/about.md", "# A"), ("content/pages/method.md", "# M")]);
    assert_eq!(content.regions.0.len(), 1);
    assert_eq!((content.registry.len(), content.codes.len(), content.topics.is_some()), (1, 1, true));
}

#[test]
fn texts_are_read_when_asked_for() {
    let root = site(&[("content/a/unit.toml", NAME), ("content/a/2024-final.txt", b"\xff\x00")]);
    let content = load(root.path()).value;
    let text = &content.units[0].disclosures[0].text;
    assert_eq!(&*text.path, "content/a/2024-final.txt");
    assert_eq!(text.read().unwrap(), b"\xff\x00");
    fs::remove_file(root.path().join(&*text.path)).unwrap();
    assert_eq!(text.read().unwrap_err().code, codes::UNREADABLE.id);
}

/// One site, what should be published of it, and what is said.
type Case = (&'static str, &'static [(&'static str, &'static [u8])], &'static [&'static str], &'static str);

const CASES: &[Case] = &[
    ("no content at all", &[], &[], "
content: error[E0201]: there is no unit in content/
    Make a folder content/<unit-id>/ with a file unit.toml in which stands: name = \"…\"
    Put the texts of its disclosures beside it: 2024-budget.txt, 2024-final.txt, …
"),
    ("a disclosure without unit", &[("content/a/2024-final.txt", b""), ("content/b/unit.toml", NAME)], &["b"], "
content/a/2024-final.txt: error[E0202]: this disclosure is left out: its folder has no unit.toml
    Write content/a/unit.toml:
    name = \"…\"      # full name of the unit
    region = \"…\"    # six digits, GB/T 2260
"),
    ("files directly in content", &[("content/unit.toml", NAME), ("content/b/unit.toml", NAME)], &["b"], "
content/unit.toml: error[E0205]: content/ itself cannot be a unit
    Move it into content/<unit-id>/, with the unit's documents.
"),
    ("folder names that are no ids", &[("content/My_Unit/unit.toml", NAME), ("content/政务/unit.toml", NAME), ("content/b/unit.toml", NAME)], &["b"], "
content/My_Unit/unit.toml: error[E0203]: the folder name `My_Unit` cannot be a unit's id
    Rename the folder to `my-unit`.
content/政务/unit.toml: error[E0203]: the folder name `政务` cannot be a unit's id
    Use lower-case letters, digits and hyphens, such as `tianjin-tax`.
"),
    ("two units of one id", &[("content/x/a/unit.toml", NAME), ("content/y/a/unit.toml", b"name = 1"), ("content/y/b/unit.toml", NAME)], &["a", "b"], "
content/y/a/unit.toml: error[E0204]: the unit `a` is already in content/x/a; this one is left out
    Rename one of the two folders.
"),
    ("names that are nearly right", &[
        ("content/a/unit.toml", NAME), ("content/a/2024-finals.txt", b""), ("content/a/24-final.txt", b""),
        ("content/a/2024-Budget.TXT", b""), ("content/a/2024-final.pdf", b""), ("content/a/2024年决算.txt", b""),
    ], &["a"], "
content/a/2024-Budget.TXT: warning[W0206]: `2024-Budget.TXT` is not the name of a disclosure; it is left alone
    Did you mean `2024-budget.txt`?
content/a/2024-finals.txt: warning[W0206]: `2024-finals.txt` is not the name of a disclosure; it is left alone
    Did you mean `2024-final.txt`?
content/a/2024年决算.txt: warning[W0206]: `2024年决算.txt` is not the name of a disclosure; it is left alone
    Did you mean `2024-final.txt`?
content/a/24-final.txt: warning[W0206]: `24-final.txt` is not the name of a disclosure; it is left alone
    Did you mean `2024-final.txt`?
content/a: note[N0209]: left alone: 2024-final.pdf
"),
    ("files that lack their text", &[
        ("content/a/unit.toml", NAME), ("content/a/2024-final.toml", b"nonsense"), ("content/a/2023-final.2024-01-01.txt", b""),
    ], &["a"], "
content/a/2023-final.2024-01-01.txt: warning[W0208]: this earlier issue cannot be used: there is no 2023-final.txt
content/a/2024-final.toml: warning[W0207]: these settings cannot be used: there is no 2024-final.txt
"),
    ("one note per folder", &[
        ("content/a/unit.toml", NAME), ("content/a/1.pdf", b""), ("content/a/2.pdf", b""), ("content/a/3.pdf", b""),
        ("content/a/4.pdf", b""), ("content/a/5.pdf", b""), ("content/a/6.pdf", b""), ("content/a/raw/7.pdf", b""),
        ("content/readme.txt", b""), ("content/pages/a.html", b""), ("content/registry/x.csv", b""),
    ], &["a"], "
content/pages: note[N0209]: left alone: a.html
content/registry: note[N0209]: left alone: x.csv
content: note[N0209]: left alone: readme.txt
content/a: note[N0209]: left alone: 1.pdf, 2.pdf, 3.pdf, 4.pdf, 5.pdf and 1 more
content/a/raw: note[N0209]: left alone: 7.pdf
"),
    ("parents that are not there", &[
        ("content/tj-a/unit.toml", b"name = \"A\"\nparent = \"tj-c\""), ("content/tj-b/unit.toml", b"name = \"B\"\nparent = \"nobody\""),
    ], &["tj-a", "tj-b"], "
content/tj-a/unit.toml:2:10: error[E0108]: there is no unit `tj-c`
    Did you mean `tj-a`?
content/tj-b/unit.toml:2:10: error[E0108]: there is no unit `nobody`
    `parent` is the name of another unit's folder.
"),
    ("parents in a circle", &[
        ("content/a/unit.toml", b"name = \"A\"\nparent = \"c\""), ("content/b/unit.toml", b"name = \"B\"\nparent = \"a\""),
        ("content/c/unit.toml", b"name = \"C\"\nparent = \"b\""), ("content/d/unit.toml", b"name = \"D\"\nparent = \"d\""),
        ("content/e/unit.toml", b"name = \"E\"\nparent = \"a\""),
    ], &["a", "b", "c", "d", "e"], "
content/a/unit.toml:2:10: error[E0109]: the parents go round in a circle: a → c → b → a
    Remove the `parent` that is wrong.
content/d/unit.toml:2:10: error[E0109]: the parents go round in a circle: d → d
    Remove the `parent` that is wrong.
"),
    ("settings that are not UTF-8", &[
        ("site.toml", b"title = \"\xd4\xa4\xcb\xe3\""), ("content/a/unit.toml", b"level = \"city\"\nname = \"\xb9\xab\""),
        ("content/a/2024-final.txt", b""), ("content/a/2024-final.toml", b"\xff\xfe"), ("content/a/notes.md", b"\xb9"),
    ], &["a"], "
site.toml:1:11: error[E0101]: the file is not UTF-8
    Save it as UTF-8 in your editor.
content/a/unit.toml:2:9: error[E0101]: the file is not UTF-8
    Save it as UTF-8 in your editor.
content/a/notes.md:1:1: error[E0216]: the file is not UTF-8
    Save it as UTF-8 in your editor.
content/a/2024-final.toml:1:1: error[E0101]: the file is not UTF-8
    Save it as UTF-8 in your editor.
"),
    ("settings with faults", &[
        ("site.toml", b"\xef\xbb\xbftitel = \"x\"\r\nlanguage = \"fr\"\r\n"), ("content/a/unit.toml", b""),
        ("content/regions.toml", b"1200 = \"x\""), ("content/a/2024-final.txt", b""), ("content/a/2024-final.toml", b"titel = 1\npublished_on = 1"),
    ], &["a"], "
site.toml:1:1: error[E0103]: there is no key `titel` in site.toml
    Did you mean `title`?
site.toml:2:12: error[E0106]: `language` cannot be `fr`
    Write one of: zh-CN, en.
content/regions.toml:1:1: error[E0106]: `1200` is not a region code of six digits (GB/T 2260)
content/a/unit.toml: error[E0105]: unit.toml needs the key `name`
    Add `name = \"…\"`.
content/a/2024-final.toml:1:1: error[E0103]: there is no key `titel` in 2024-final.toml
    Did you mean `title`?
content/a/2024-final.toml:2:16: error[E0104]: `published_on` must be a date such as 2024-09-13, without quotes, not a whole number
"),
    ("pages that cannot be addresses", &[("content/a/unit.toml", NAME), ("content/pages/About us.md", b""), ("content/pages/.md", b"")], &["a"], "
content/pages/About us.md: error[E0215]: `About us.md` cannot be the address of a page
    Name it with lower-case letters, digits and hyphens, such as about.md.
"),
];

#[test]
fn bad_sites_are_reported_and_the_rest_is_read() {
    for (what, files, units, expected) in CASES {
        let (content, said) = load_all(files);
        assert_eq!(said, expected.trim_start_matches('\n'), "{what}");
        assert_eq!(ids(&content), *units, "{what}");
    }
}

#[test]
fn an_absent_root_or_site_file_is_no_failure() {
    let root = tempfile::tempdir().unwrap();
    let all = load(&root.path().join("nowhere"));
    let seen: Vec<_> = all.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(seen, [codes::NO_SITE_SETTINGS.id, codes::NO_UNITS.id]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_root_only() {
    use std::os::unix::fs::symlink;
    let outside = site(&[("secret/unit.toml", NAME), ("secret/2024-final.txt", b"secret")]);
    let root = site(&[
        ("content/a/unit.toml", NAME),
        ("shared/2024-final.txt", b"shared"),
        ("shared/unit.toml", NAME),
    ]);
    let link = |to: &Path, at: &str| symlink(to, root.path().join(at)).unwrap();
    link(&outside.path().join("secret"), "content/out");
    link(&outside.path().join("secret/2024-final.txt"), "content/a/2023-final.txt");
    link(Path::new("../../shared/2024-final.txt"), "content/a/2024-final.txt");
    link(Path::new("../shared"), "content/b");
    link(Path::new("../a"), "content/a/loop");
    link(Path::new("nowhere"), "content/a/2022-final.txt");
    let Warned { value, diagnostics } = load(root.path());
    insta::assert_snapshot!(said(&diagnostics));
    assert_eq!(ids(&value), ["a", "b"]);
    assert_eq!(value.units[0].disclosures.len(), 1);
    assert_eq!(value.units[0].disclosures[0].text.read().unwrap(), b"shared");
}

#[cfg(unix)]
#[test]
fn settings_and_folders_are_not_fetched_from_outside() {
    use std::os::unix::fs::symlink;
    let outside = site(&[("content/a/unit.toml", NAME), ("themes/x/theme.toml", b"")]);
    let root = tempfile::tempdir().unwrap();
    for name in ["site.toml", "content", "themes"] {
        symlink(outside.path().join(name), root.path().join(name)).unwrap();
    }
    let seen = load(root.path()).diagnostics;
    insta::assert_snapshot!(said(&seen));
    assert_eq!(theme(root.path(), &named("x")).value, ThemeFiles::default());
}

#[cfg(unix)]
#[test]
fn pipes_are_not_read() {
    let root = site(&[("content/a/unit.toml", NAME)]);
    let pipe = root.path().join("content/a/2024-final.txt");
    let _listening = std::os::unix::net::UnixListener::bind(pipe).unwrap();
    let Warned { value, diagnostics } = load(root.path());
    assert_eq!(diagnostics[0].code, codes::NOT_A_FILE.id);
    assert_eq!(value.units[0].disclosures.len(), 0);
}

fn named(name: &str) -> Placed<String> {
    Placed { value: name.to_owned(), place: Place::file("site.toml") }
}

#[test]
fn themes_give_their_files_sorted() {
    let root = site(&[
        ("themes/plain/theme.toml", b"t"),
        ("themes/plain/templates/unit/page.html", b"h"),
        ("themes/plain/static/a.css", b"\xff"),
        ("themes/plain/i18n/en.toml", b"e"),
        ("themes/plain/i18n/old/en.toml", b""),
        ("themes/plain/README.md", b""),
        ("themes/other/readme", b""),
    ]);
    let Warned { value, diagnostics } = theme(root.path(), &named("plain"));
    let files: Vec<_> = value.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let expected: [(&str, &[u8]); 4] = [
        ("i18n/en.toml", b"e"),
        ("static/a.css", b"\xff"),
        ("templates/unit/page.html", b"h"),
        ("theme.toml", b"t"),
    ];
    assert_eq!(files, expected);
    insta::assert_snapshot!(said(&diagnostics));
    assert!(theme(root.path(), &named("default")).diagnostics.is_empty());
    insta::assert_snapshot!("unknown_theme", said(&theme(root.path(), &named("plian")).diagnostics));
}
