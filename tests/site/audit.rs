//! Findings as an editor and a reader meet them: `check`, levels and replies in the settings, and pages.

use super::run::{Ran, Root, gongkai};

const TEXT: &str = include_str!("../data/audit/final.txt");
const DOUBLED: [(&str, &str); 1] = [("合计\t\t955.00\t590.00\t365.00", "合计\t\t1910.00\t1180.00\t730.00")];

/// An archive with one document, in which one total is doubled.
fn archive(site: &str, disclosure: &str) -> Root {
    let root = Root::new();
    let text = DOUBLED.iter().fold(TEXT.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
    root.write("site.toml", format!("title = \"甲\"\n{site}")).unit("jia", "甲市数据管理局");
    root.write("content/jia/2024-final.txt", text);
    root.write("content/jia/2024-final.toml", disclosure);
    root
}

fn check(root: &Root, arguments: &[&str]) -> Ran {
    gongkai(&[&["check", "--root", root.path().to_str().unwrap()], arguments].concat())
}

fn line_of(words: &str) -> usize {
    TEXT.lines().position(|line| line.contains(words)).unwrap() + 1
}

#[test]
fn a_finding_shows_both_lines_and_the_arithmetic() {
    let ran = check(&archive("", ""), &[]).ok();
    let total = line_of(DOUBLED[0].0);
    assert!(ran.out.contains("[F-05-04]"), "{}", ran.out);
    assert!(ran.out.contains(&format!("content/jia/2024-final.txt:{total}")), "{}", ran.out);
    // The stated figure's line, and one of the classes that add up to half of it.
    assert!(ran.out.contains("1910.00"), "{}", ran.out);
    assert!(ran.out.contains("一般公共服务支出"), "{}", ran.out);
    assert!(ran.err.contains("assessed:") && ran.err.contains("not assessable"), "{}", ran.err);
}

#[test]
fn brief_and_json_say_the_same_as_the_full_form() {
    let root = archive("", "");
    let brief = check(&root, &["--format", "brief"]).ok().out;
    let json = check(&root, &["--format", "json"]).ok().out;
    let total = line_of(DOUBLED[0].0);
    let of_brief = brief.lines().filter(|line| line.contains("[F-05-04]")).count();
    let of_json: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let found: Vec<_> = of_json.iter().filter(|said| said["code"] == "F-05-04").collect();
    assert_eq!((of_brief, found.len()), (3, 3), "one for each column: {brief}");
    for said in found {
        assert_eq!(said["place"]["line"], total, "{said}");
    }
}

#[test]
fn a_finding_fails_the_check_only_where_the_editor_denies_it() {
    let root = archive("", "");
    check(&root, &[]).ok();
    assert_eq!(check(&root, &["--deny", "error"]).status, 1);
    assert_eq!(check(&root, &["--deny", "warning"]).status, 1);
    let clean = archive("", "");
    clean.write("content/jia/2024-final.txt", TEXT);
    check(&clean, &["--deny", "notice"]).ok();
    let unknown = check(&root, &["--deny", "severe"]);
    assert!(unknown.status != 0 && unknown.err.contains("error, warning or notice"), "{}", unknown.err);
}

#[test]
fn what_is_about_form_or_conversion_is_listed_on_demand() {
    let root = archive("", "");
    root.write("content/jia/2024-final.txt", format!("甲\t乙\n\n{TEXT}"));
    let usual = check(&root, &["--format", "brief"]).ok();
    let all = check(&root, &["--format", "brief", "--all"]).ok();
    assert!(!usual.out.contains("[D-04]") && all.out.contains("[D-04]"), "{}", all.out);
}

#[test]
fn levels_change_what_a_check_is_worth_and_give_their_reason_on_its_page() {
    let level =
        |level: &str| format!("[audit.levels.F-05-04]\nlevel = \"{level}\"\nreason = \"合计含上级单位\"\n");
    let noticed = archive(&level("notice"), "");
    assert!(check(&noticed, &["--format", "brief"]).ok().out.contains("note[F-05-04]"));
    noticed.build(&["--quiet"]).ok();
    assert!(noticed.page("checks/f-05-04/index.html").contains("合计含上级单位"));
    let off = archive(&level("off"), "");
    assert!(!check(&off, &["--all"]).ok().out.contains("[F-05-04]"));
    let unknown = archive("[audit.levels.F-05-40]\nlevel = \"off\"\nreason = \"甲\"\n", "");
    let ran = check(&unknown, &["--format", "brief"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("site.toml:2:") && ran.out.contains("E0112"), "{}", ran.out);
    assert!(check(&unknown, &[]).out.contains("Did you mean `F-05-04`?"));
}

#[test]
fn replies_stand_with_their_finding_and_stale_ones_are_named() {
    let total = line_of(DOUBLED[0].0);
    let reply = |check: &str, line: usize| {
        format!(
            "[[response]]\ncheck = \"{check}\"\nline = {line}\nkind = \"explained\"\ntext = \"合计行重复加总\"\n\
             date = 2026-11-20\n"
        )
    };
    let root = archive("", &reply("F-05-04", total));
    let ran = check(&root, &[]).ok();
    assert!(!ran.out.contains("W0113"), "{}", ran.out);
    root.build(&["--quiet"]).ok();
    let findings = std::fs::read_dir(root.public().join("findings")).unwrap();
    let replied = findings
        .map(|entry| entry.unwrap().path().join("index.html"))
        .filter(|page| page.is_file())
        .filter(|page| std::fs::read_to_string(page).unwrap().contains("合计行重复加总"))
        .count();
    assert_eq!(replied, 1, "on one finding's page");
    let stale = check(&archive("", &reply("F-05-04", 1)), &["--format", "brief"]).ok();
    assert!(
        stale.out.contains("content/jia/2024-final.toml:1") && stale.out.contains("W0113"),
        "{}",
        stale.out
    );
    let unknown = check(&archive("", &reply("F-99-99", total)), &["--format", "brief"]);
    assert!(unknown.out.contains("E0112"), "{}", unknown.out);
}
