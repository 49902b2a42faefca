//! Wrong sources are named by file, line and column; everything else is built.

use crate::run::{Root, gongkai};

const TABLE: &str = "某局\n2024年度部门决算公开\n\n支出决算表\n公开03表\n单位：万元\n项目\t\t本年支出合计\t基本支出\t项目支出\n科目代码\t科目名称\t\t\t\n合计\t\t3.00\t1.00\t2.00\n201\t一般公共服务支出\t3.00\t1.00\t2.00\n";

fn with_good_unit() -> Root {
    let root = Root::new();
    root.write("site.toml", "title = \"试\"\n")
        .unit("good", "好单位")
        .write("content/good/2024-final.txt", TABLE);
    root
}

/// Builds, expects the good unit to be there, and one of the messages to begin with `expected`.
#[track_caller]
fn check(root: &Root, expected: &str) {
    let brief = gongkai(&["check", "--root", root.path().to_str().unwrap(), "--format", "brief"]);
    assert!(brief.out.lines().any(|line| line.starts_with(expected)), "expected {expected}\n{}", brief.out);
    root.build(&[]).ok();
    assert!(
        root.page("units/good/2024/final/tables/expenditure/index.html").contains("expenditure.201.total")
    );
    let wrong = expected.contains("error[") || expected.contains("warning[");
    assert_eq!(root.build(&["--strict"]).status, i32::from(wrong));
}

#[test]
fn a_misspelt_key_is_shown_with_what_was_meant() {
    let root = with_good_unit();
    root.write("content/bad/unit.toml", "name = \"坏\"\nregoin = \"140000\"\n");
    check(&root, "content/bad/unit.toml:2:1: error[");
    let full = gongkai(&["check", "--root", root.path().to_str().unwrap()]);
    assert!(full.out.contains("regoin") && full.out.contains("region"), "{}", full.out);
}

#[test]
fn a_document_without_a_unit_is_named_and_left_out() {
    let root = with_good_unit();
    root.write("content/nobody/2024-final.txt", TABLE);
    check(&root, "content/nobody/2024-final.txt: error[E0202]");
    assert!(!root.public().join("units/nobody").exists());
}

#[test]
fn two_units_of_one_id_are_named_and_the_first_stays() {
    let root = with_good_unit();
    root.write("content/z/good/unit.toml", "name = \"另一个\"\n");
    check(&root, "content/z/good/unit.toml: error[");
}

#[test]
fn texts_in_other_encodings_are_read_with_a_note() {
    let root = with_good_unit();
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(TABLE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let national = encoding_rs::GB18030.encode(TABLE).0.into_owned();
    let crlf = format!("\u{feff}{}", TABLE.replace('\n', "\r\n"));
    for (id, bytes) in [("utf16", utf16), ("national", national), ("crlf", crlf.into_bytes())] {
        root.unit(id, id).write(&format!("content/{id}/2024-final.txt"), bytes);
    }
    check(&root, "content/national/2024-final.txt: note[N0302]");
    for id in ["good", "utf16", "national", "crlf"] {
        let figures = root.page(&format!("units/{id}/2024/final/data/figures.csv"));
        assert!(
            figures.contains(&format!("{id}/2024/final#expenditure.201.basic"))
                && figures.contains(",amount,10000,yuan,10\n"),
            "{id}: {figures}"
        );
    }
}

#[test]
fn a_bad_amount_and_a_missing_column_are_shown_where_they_stand() {
    let root = with_good_unit();
    root.unit("bad", "坏").write(
        "content/bad/2024-final.txt",
        TABLE.replace("201\t一般公共服务支出\t3.00", "201\t一般公共服务支出\t3.0O"),
    );
    check(&root, "content/bad/2024-final.txt:10:14: warning[W0403]");
    let figures = root.page("units/bad/2024/final/data/figures.csv");
    assert!(
        figures.contains("expenditure.201.total")
            && figures.contains(",3.0O,ten-thousand-yuan,unreadable,,,10"),
        "{figures}"
    );
    let narrow: String = TABLE
        .lines()
        .map(|line| line.rsplit_once('\t').map_or(line, |(head, _)| head))
        .flat_map(|line| [line, "\n"])
        .collect();
    root.write("content/bad/2024-final.txt", narrow);
    check(&root, "content/bad/2024-final.txt:4: warning[W0404]");
}

#[test]
fn empty_and_broken_files_have_their_page() {
    let root = with_good_unit();
    root.unit("empty", "空").write("content/empty/2024-final.txt", "");
    root.unit("broken", "破")
        .write("content/broken/2024-final.txt", [TABLE.as_bytes(), b"\xff\xfe\n"].concat());
    check(&root, "content/empty/2024-final.txt: warning[W0305]");
    check(&root, "content/broken/2024-final.txt:11: warning[W0301]");
    assert!(root.public().join("units/empty/2024/final/index.html").is_file());
}

#[test]
fn a_build_that_cannot_be_done_fails_and_leaves_the_site_alone() {
    let root = with_good_unit();
    root.write("elsewhere/letter.txt", "nobody wants to lose this");
    let output = root.path().join("elsewhere");
    let ran = root.build(&["--output", output.to_str().unwrap()]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("error[E0802]") && output.join("letter.txt").is_file(), "{}", ran.err);
    let empty = Root::new();
    assert_eq!(empty.build(&[]).status, 1);
    assert_eq!(gongkai(&["build", "--no-such-flag"]).status, 2);
    assert_eq!(gongkai(&["explain", "W0402"]).status, 0);
    assert_eq!(gongkai(&["explain", "W9999"]).status, 2);
}

#[test]
fn a_template_put_over_the_themes_own_is_used_and_a_wrong_one_is_named() {
    let root = with_good_unit();
    root.write("themes/default/templates/404.html", "gone: {{ frame.home }}");
    root.build(&[]).ok();
    assert!(root.page("404.html").starts_with("gone: "));
    root.write("themes/default/templates/404.html", "{{ nothing.of.the.kind }}");
    let ran = root.build(&[]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("error[E0813]") && ran.err.contains("templates/404.html:1:"), "{}", ran.err);
    assert!(root.page("404.html").starts_with("gone: "), "the site published before stays");
}
