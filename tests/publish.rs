//! What the publisher promises: the old site or the new one, whole; unchanged files untouched; checkable.
#![allow(clippy::disallowed_methods, reason = "a test looks at the files themselves")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Barrier;
use std::time::{Duration, Instant};

use gongkai::publish::{
    Damage, DamageKind, Guarded, MANIFEST, PublishError, Report, Site, check_manifest, read_file,
    read_manifest, site_files,
};
use rayon::prelude::*;
use tempfile::TempDir;

/// Tells the ignored tests below, when started as a child, where to build.
const CHILD_OUTPUT: &str = "GONGKAI_TEST_OUTPUT";

fn place() -> (TempDir, PathBuf) {
    let temp = TempDir::new().unwrap();
    let output = temp.path().join("public");
    (temp, output)
}

fn open(output: &Path) -> Result<Site, PublishError> {
    Site::open(output, &Guarded::new(output.parent().unwrap()))
}

fn publish(output: &Path, files: &[(&str, &str)]) -> Report {
    let site = open(output).unwrap();
    for (path, text) in files {
        site.write(path, text.as_bytes()).unwrap();
    }
    site.publish().unwrap()
}

/// Bytes, inode, mode, modification time in seconds and nanoseconds.
type Found = (Vec<u8>, u64, u32, (i64, i64));

/// Every file below `folder`.
fn snapshot(folder: &Path) -> BTreeMap<String, Found> {
    let entry = |path: String| {
        let (place, metadata) = (folder.join(&path), fs::metadata(folder.join(&path)).unwrap());
        let time = (metadata.mtime(), metadata.mtime_nsec());
        (path, (fs::read(place).unwrap(), metadata.ino(), metadata.mode(), time))
    };
    site_files(folder).unwrap().into_iter().map(entry).collect()
}

fn is_alone(output: &Path) -> bool {
    fs::read_dir(output.parent().unwrap()).unwrap().count() == 1
}

/// Starts this test binary with one ignored test of it, through a shell that first runs `before`.
fn child(test: &str, output: &Path, before: &str) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{before}; exec \"$0\" \"$@\"")])
        .arg(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored"])
        .env(CHILD_OUTPUT, output)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn counts_what_it_did() {
    let (_temp, output) = place();
    let first = publish(&output, &[("a", "1"), ("b/c", "22"), ("d", "333")]);
    assert_eq!((first.files, first.written, first.unchanged, first.removed), (4, 4, 0, 0));
    let second = publish(&output, &[("a", "1"), ("b/c", "x"), ("e", "")]);
    assert_eq!((second.files, second.written, second.unchanged, second.removed), (4, 3, 1, 1));
    let manifest = fs::read(output.join(MANIFEST)).unwrap();
    assert_eq!(second.bytes, 2 + manifest.len() as u64);
    assert_eq!(site_files(&output).unwrap(), ["a", "b/c", "e", MANIFEST]);
    assert!(is_alone(&output));
}

#[test]
fn unchanged_files_keep_inode_and_time_and_changed_ones_get_a_new_inode() {
    let (temp, output) = place();
    publish(&output, &[("same", "1"), ("x/same", "2"), ("x/longer", "3"), ("x/other", "4")]);
    let copy = temp.path().join("hard-linked-copy-of-other");
    fs::hard_link(output.join("x/other"), &copy).unwrap();
    let before = snapshot(&output);
    publish(&output, &[("same", "1"), ("x/same", "2"), ("x/longer", "33"), ("x/other", "5")]);
    let after = snapshot(&output);
    for path in ["same", "x/same"] {
        assert_eq!(before[path], after[path]);
    }
    for path in ["x/longer", "x/other", MANIFEST] {
        assert_ne!(before[path].1, after[path].1, "{path} was written in place");
    }
    assert_eq!(fs::read(copy).unwrap(), b"4");
}

#[test]
fn when_nothing_changes_not_even_the_folder_does() {
    let (_temp, output) = place();
    publish(&output, &[("a", "1"), ("b/c", "2")]);
    let before = (fs::metadata(&output).unwrap().ino(), snapshot(&output));
    let report = publish(&output, &[("b/c", "2"), ("a", "1")]);
    assert_eq!((report.written, report.unchanged, report.removed), (0, 3, 0));
    assert_eq!((fs::metadata(&output).unwrap().ino(), snapshot(&output)), before);
    assert!(is_alone(&output));
}

#[test]
fn what_was_tampered_with_is_made_good() {
    let (_temp, output) = place();
    let files = [("a/page", "page"), ("b", "b"), ("c", "c")];
    publish(&output, &files);
    let clean =
        snapshot(&output).into_iter().map(|(path, found)| (path, found.0, found.2)).collect::<Vec<_>>();
    let elsewhere = TempDir::new().unwrap();
    fs::rename(output.join("a"), elsewhere.path().join("a")).unwrap();
    symlink(elsewhere.path().join("a"), output.join("a")).unwrap();
    fs::write(output.join("b"), "B").unwrap();
    fs::set_permissions(output.join("c"), fs::Permissions::from_mode(0o600)).unwrap();
    fs::create_dir(output.join("stray")).unwrap();
    publish(&output, &files);
    let made_good =
        snapshot(&output).into_iter().map(|(path, found)| (path, found.0, found.2)).collect::<Vec<_>>();
    assert_eq!(made_good, clean);
    assert!(!output.join("stray").exists() && !fs::symlink_metadata(output.join("a")).unwrap().is_symlink());
    assert_eq!(fs::read(elsewhere.path().join("a/page")).unwrap(), b"page", "a link was followed");
}

#[test]
fn a_site_that_is_not_published_changes_nothing() {
    let (_temp, output) = place();
    publish(&output, &[("a", "1"), ("b", "2")]);
    let before = snapshot(&output);
    let site = open(&output).unwrap();
    site.write("a", b"new").unwrap();
    assert!(site.write("a", b"again").is_err());
    drop(site);
    assert_eq!(snapshot(&output), before);
    let site = open(&output).unwrap();
    drop(site.create("half.csv").unwrap());
    assert_eq!(site.publish().unwrap_err().code(), "E0808");
    assert_eq!(open(&output).unwrap().publish().unwrap_err().code(), "E0809");
    assert_eq!(snapshot(&output), before);
    assert!(is_alone(&output));
}

#[test]
fn the_manifest_can_be_checked_by_anyone() {
    let (_temp, output) = place();
    publish(&output, &[("b", "2"), ("a/z", "1"), ("a-b", ""), ("a.b", "3")]);
    let text = fs::read_to_string(output.join(MANIFEST)).unwrap();
    assert_eq!(text.lines().map(|line| &line[66..]).collect::<Vec<_>>(), ["a-b", "a.b", "a/z", "b"]);
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(read_manifest(&output).unwrap().files["a-b"], empty);
    let checked =
        Command::new("sha256sum").args(["--strict", "-c", MANIFEST]).current_dir(&output).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    assert_eq!(check_manifest(&output).unwrap(), []);
    fs::write(output.join("b"), "3").unwrap();
    fs::remove_file(output.join("a.b")).unwrap();
    fs::write(output.join("extra"), "").unwrap();
    let damage = |path: &str, kind| Damage { path: path.into(), kind };
    let expected = [
        damage("a.b", DamageKind::Missing),
        damage("b", DamageKind::Changed),
        damage("extra", DamageKind::Extra),
    ];
    assert_eq!(check_manifest(&output).unwrap(), expected);
}

#[test]
fn a_site_is_read_back_but_nothing_outside_it() {
    let (temp, output) = place();
    publish(&output, &[("a/b.json", "{}")]);
    fs::write(temp.path().join("secret"), "x").unwrap();
    symlink(temp.path().join("secret"), output.join("a/link")).unwrap();
    assert_eq!(read_file(&output, "a/b.json").unwrap(), b"{}");
    for path in ["../secret", "/etc/hostname", "a/link", "a/../../secret"] {
        assert_eq!(read_file(&output, path).expect_err(path).code(), "E0805");
    }
    assert_eq!(read_file(&output, "absent").unwrap_err().code(), "E0810");
    assert_eq!(read_manifest(temp.path()).unwrap_err().code(), "E0812");
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_left_alone() {
    let digest = "0".repeat(64);
    let manifest = format!("{digest}  data/a\n");
    let cases: [(&str, &[(&str, &str)]); 4] = [
        ("their own files", &[("thesis.odt", "x")]),
        ("a file of that name", &[(MANIFEST, "not a manifest"), ("a", "x")]),
        ("a BagIt bag", &[(MANIFEST, &manifest), ("bagit.txt", "BagIt-Version: 1.0")]),
        ("a working copy", &[(MANIFEST, &manifest), (".git", "gitdir: elsewhere")]),
    ];
    for (what, files) in cases {
        let (_temp, output) = place();
        fs::create_dir(&output).unwrap();
        for (path, text) in files {
            fs::write(output.join(path), text).unwrap();
        }
        let before = snapshot(&output);
        let refused = open(&output).expect_err(what);
        assert_eq!(refused.code(), "E0802", "{what}: {refused}");
        assert_eq!(snapshot(&output), before, "{what}");
        assert!(is_alone(&output), "{what}");
    }
    let (_temp, output) = place();
    fs::create_dir(&output).unwrap();
    assert_eq!(publish(&output, &[("a", "1")]).written, 2, "an empty folder is free");
}

#[test]
fn a_link_to_a_site_of_ours_stays_a_link() {
    let (temp, output) = place();
    publish(&output, &[("a", "1")]);
    let link = temp.path().join("www");
    symlink(&output, &link).unwrap();
    publish(&link, &[("a", "2")]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(output.join("a")).unwrap(), b"2");
}

#[test]
fn files_are_written_from_many_threads_and_piece_by_piece() {
    let (_temp, output) = place();
    for _ in 0..2 {
        let site = open(&output).unwrap();
        (0..200).into_par_iter().for_each(|n: usize| {
            site.write(&format!("units/u{}/{n}/index.html", n % 7), n.to_string().as_bytes()).unwrap();
        });
        let mut table = site.create("data/figures.csv").unwrap();
        (0..50_000).for_each(|n| writeln!(table, "{n},{n}").unwrap());
        table.finish().unwrap();
        assert_eq!(site.publish().unwrap().files, 202);
    }
    assert_eq!(fs::read(output.join("units/u3/143/index.html")).unwrap(), b"143");
    assert!(read_file(&output, "data/figures.csv").unwrap().ends_with(b"49999,49999\n"));
    let inode = snapshot(&output)["data/figures.csv"].1;
    let site = open(&output).unwrap();
    let mut table = site.create("data/figures.csv").unwrap();
    (0..50_000).for_each(|n| writeln!(table, "{n},{n}").unwrap());
    table.finish().unwrap();
    assert_eq!(site.publish().unwrap().removed, 200);
    assert_eq!(snapshot(&output)["data/figures.csv"].1, inode, "a streamed file that is the same is kept");
}

#[test]
fn of_twenty_builds_at_once_losers_say_so_at_once() {
    let (_temp, output) = place();
    let start = Barrier::new(20);
    let outcome = |n: usize| {
        start.wait();
        let begun = Instant::now();
        let site = match open(&output) {
            Ok(site) => site,
            Err(refused) => return (refused.code(), begun.elapsed()),
        };
        (0..20).for_each(|file| site.write(&format!("f{file}"), format!("build {n}").as_bytes()).unwrap());
        std::thread::sleep(Duration::from_millis(20));
        site.publish().unwrap();
        ("done", Duration::ZERO)
    };
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let builds: Vec<_> = (0..20).map(|n| scope.spawn(move || outcome(n))).collect();
        builds.into_iter().map(|build| build.join().unwrap()).collect()
    });
    assert!(outcomes.iter().any(|(code, _)| *code == "done"));
    for (code, time) in outcomes.iter().filter(|(code, _)| *code != "done") {
        assert_eq!((*code, *time < Duration::from_secs(1)), ("E0804", true));
    }
    let texts: std::collections::BTreeSet<_> =
        (0..20).map(|file| read_file(&output, &format!("f{file}")).unwrap()).collect();
    assert_eq!(texts.len(), 1, "files of several builds are mixed");
    assert!(check_manifest(&output).unwrap().is_empty() && is_alone(&output));
}

#[test]
fn a_visitor_never_finds_the_site_missing() {
    let (_temp, output) = place();
    build_version(&output, 0);
    std::thread::scope(|scope| {
        let builds = scope.spawn(|| (1..40).for_each(|version| build_version(&output, version)));
        while !builds.is_finished() {
            assert!(fs::read(output.join("f0")).unwrap().starts_with(b"version "));
        }
    });
}

#[test]
fn modes_do_not_depend_on_the_umask() {
    for umask in ["000", "022", "077", "777"] {
        let (_temp, output) = place();
        assert!(child("build_once", &output, &format!("umask {umask}")).status().unwrap().success());
        for (path, found) in snapshot(&output) {
            assert_eq!(found.2 & 0o7777, 0o644, "{path} under umask {umask}");
        }
        for folder in ["", "units", "units/a"] {
            let mode = fs::metadata(output.join(folder)).unwrap().mode();
            assert_eq!(mode & 0o7777, 0o755, "{folder} under umask {umask}");
        }
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_and_a_clear_error() {
    let (_temp, output) = place();
    publish(&output, &[("a", "1")]);
    let before = snapshot(&output);
    let status = child("build_too_large", &output, "trap '' XFSZ; ulimit -f 64").status().unwrap();
    assert!(status.success());
    assert_eq!(snapshot(&output), before);
    assert!(is_alone(&output));
}

#[test]
fn a_kill_at_any_instant_leaves_a_whole_site() {
    let (_temp, output) = place();
    build_version(&output, 0);
    let mut delay = 1_u64;
    for round in 0..200 {
        let mut build = child("build_for_ever", &output, "true").spawn().unwrap();
        delay = (delay * 48_271) % 0x7fff_ffff;
        std::thread::sleep(Duration::from_micros(3_000 + delay % 15_000));
        build.kill().unwrap();
        build.wait().unwrap();
        assert_eq!(check_manifest(&output).unwrap(), [], "round {round}");
        let version = read_file(&output, "f0").unwrap();
        (1..12).for_each(|n| {
            assert_eq!(read_file(&output, &format!("f{n}")).unwrap(), version, "round {round}")
        });
    }
    build_version(&output, 1);
    assert!(is_alone(&output), "leftovers of killed builds are still there");
}

fn build_version(output: &Path, version: usize) {
    let site = open(output).unwrap();
    (0..12).for_each(|n| site.write(&format!("f{n}"), format!("version {version}").as_bytes()).unwrap());
    (0..12).for_each(|n| site.write(&format!("same/{n}/index.html"), b"same").unwrap());
    site.write(&format!("only-in/{}", version % 5), b"").unwrap();
    site.publish().unwrap();
}

fn child_output() -> Option<PathBuf> {
    std::env::var_os(CHILD_OUTPUT).map(PathBuf::from)
}

#[test]
#[ignore = "a child of another test"]
fn build_once() {
    let Some(output) = child_output() else { return };
    publish(&output, &[("index.html", "x"), ("units/a/index.html", "y")]);
}

#[test]
#[ignore = "a child of another test"]
fn build_for_ever() {
    let Some(output) = child_output() else { return };
    for version in 0.. {
        build_version(&output, version);
    }
}

#[test]
#[ignore = "a child of another test"]
fn build_too_large() {
    let Some(output) = child_output() else { return };
    let site = open(&output).unwrap();
    site.write("b", b"small").unwrap();
    let refused = site.write("large", &vec![b'x'; 1 << 20]).unwrap_err();
    assert_eq!(refused.code(), "E0810");
    assert!(refused.to_string().contains("large"), "{refused}");
    assert_eq!(site.publish().unwrap_err().code(), "E0808");
}
