//! Bad documents: what is said about each, with its place, and that the rest is still read.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use gongkai::diag::render::{Format, render};
use gongkai::diag::sort;
use gongkai::model::{FiscalYear, Reading, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

const TEXT: &str = "某县某局\n2024年度部门决算\n\n支出决算表\n公开03表\n金额单位：万元\n项目\t\t本年支出合计\t基本支出\t项目支出\n科目代码\t科目名称\t\t\t\n栏次\t\t1\t2\t3\n合计\t\t10.00\t6.00\t4.00\n201\t一般公共服务支出\t10.00\t6.00\t4.00\n\n注：本表反映各项支出情况。\n";

fn reading(bytes: &[u8]) -> (SourceText, Reading, String) {
    let source = SourceText::new(bytes, &Redactor::default());
    let document = Document {
        path: "a.txt",
        year: FiscalYear::new(2024).unwrap(),
        stage: Stage::Final,
        unit_names: &[],
    };
    let mut read = read(&source, document, &Registry::built_in());
    sort(&mut read.diagnostics);
    support::assert_tiled("a.txt", &source, &read.value);
    support::assert_nothing_invented("a.txt", &source, &read.value);
    let brief = render(&read.diagnostics, Format::Brief, false);
    (source, read.value, brief)
}

/// The diagnostics, and how many figures with a value are left.
#[track_caller]
fn says(bytes: impl AsRef<[u8]>, expected: &str, figures: usize) {
    let (_, reading, brief) = reading(bytes.as_ref());
    let cells = reading.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let count = cells.filter(|cell| matches!(cell.value.state(), Some("amount" | "count"))).count();
    assert_eq!((brief.as_str(), count), (expected, figures));
}

/// [`TEXT`] with one part replaced.
#[track_caller]
fn with(old: &str, new: &str) -> String {
    assert!(TEXT.contains(old), "{old}");
    TEXT.replacen(old, new, 1)
}

#[test]
fn a_good_document_needs_no_words() {
    says(TEXT, "", 6);
}

#[test]
fn encodings_are_decoded_and_said() {
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    says(utf16, "a.txt: note[N0302]: the file is UTF-16LE; it was decoded\n", 6);
    says(encoding_rs::GB18030.encode(TEXT).0, "a.txt: note[N0302]: the file is GB18030; it was decoded\n", 6);
    says(
        format!("\u{feff}{TEXT}"),
        "a.txt: note[N0303]: the file begins with a byte order mark; it was left out\n",
        6,
    );
    says(TEXT.replace('\n', "\r\n"), "", 6);
    says(TEXT.replace('\n', "\r"), "", 6);
    let mut broken = TEXT.as_bytes().to_vec();
    broken.extend(b"\xff\xfe 2024\n\x80\n");
    says(
        broken,
        "a.txt:14: warning[W0301]: bytes that are not UTF-8 were replaced by � in 2 lines (14, 15)\n",
        6,
    );
    let inside = with("一般公共服务支出", "一般\u{0}公共");
    says(inside, "a.txt:11: note[N0304]: control characters were replaced by � in line 11\n", 6);
    says(
        with("6.00\t4.00\n201", "6\u{202e}.00\t4.00\n201"),
        "a.txt:10: note[N0304]: control characters were replaced by � in line 10\na.txt:10:11: warning[W0403]: 支出决算表: `6�.00` is not a number that can be read with certainty\n",
        5,
    );
}

#[test]
fn texts_without_words_are_said_to_be_empty() {
    says("", "a.txt: warning[W0305]: the file is empty\n", 0);
    says(
        "\u{feff}",
        "a.txt: note[N0303]: the file begins with a byte order mark; it was left out\na.txt: warning[W0305]: the file is empty\n",
        0,
    );
    says(" \n\t\n\u{3000}\r\n\n", "a.txt: warning[W0305]: the file is empty\n", 0);
    says("某县某局\n", "a.txt: warning[W0411]: no standard table was found\n", 0);
    says("\t", "a.txt: warning[W0305]: the file is empty\n", 0);
}

#[test]
fn columns_that_are_missing_or_unknown_are_said() {
    says(
        TEXT.replace("\t6.00", "")
            .replace("\t基本支出", "")
            .replace("\t\t\t\n", "\t\t\n")
            .replace("\t2\t3", "\t2"),
        "a.txt:4: warning[W0404]: 支出决算表: no column `基本支出` was found\n",
        4,
    );
    says(
        with("本年支出合计", "本年支出共计"),
        "a.txt:4: warning[W0401]: 支出决算表: the column `本年支出共计` is not in the registry\na.txt:4: warning[W0404]: 支出决算表: no column `本年支出合计` was found\n",
        6,
    );
}

#[test]
fn amounts_that_are_no_numbers_are_kept_as_printed() {
    says(
        with("10.00\t6.00\t4.00\n\n", "10.00\t6,0.00\t4.0O\n\n"),
        "a.txt:11:20: warning[W0403]: 支出决算表: `6,0.00` is not a number that can be read with certainty\na.txt:11:27: warning[W0403]: 支出决算表: `4.0O` is not a number that can be read with certainty\n",
        4,
    );
    says(
        with("6.00\t4.00\n\n", "六\t4.00\n\n"),
        "a.txt:11:20: warning[W0403]: 支出决算表: `六` is not a number that can be read with certainty\n",
        5,
    );
    says(
        with("6.00\t4.00\n\n", "1e9\tNaN\n\n"),
        "a.txt:11:20: warning[W0403]: 支出决算表: `1e9` is not a number that can be read with certainty\na.txt:11:24: warning[W0403]: 支出决算表: `NaN` is not a number that can be read with certainty\n",
        4,
    );
    says(
        with("6.00\t4.00\n\n", "6 .00\t4 . 00\n\n"),
        "a.txt:11:20: warning[W0403]: 支出决算表: `6 .00` is not a number that can be read with certainty\na.txt:11:26: warning[W0403]: 支出决算表: `4 . 00` is not a number that can be read with certainty\n",
        4,
    );
    says(
        with("6.00\t4.00\n\n", "1_000\t+4.00\n\n"),
        "a.txt:11:20: warning[W0403]: 支出决算表: `1_000` is not a number that can be read with certainty\na.txt:11:26: warning[W0403]: 支出决算表: `+4.00` is not a number that can be read with certainty\n",
        4,
    );
    says(
        with("6.00\t4.00\n\n", "6.00元\t40%\n\n"),
        "a.txt:11:20: warning[W0403]: 支出决算表: `6.00元` is not a number that can be read with certainty\na.txt:11:26: warning[W0403]: 支出决算表: `40%` is not a number that can be read with certainty\n",
        4,
    );
    says(with("6.00\t4.00\n\n", "-0.00\t(4.00)\n\n"), "", 6);
    says(with("6.00\t4.00\n\n", "６．００\t——\n\n"), "", 5);
    says(
        with("6.00\t4.00\n\n", "99999999999999999999999999\t4.00\n\n"),
        "a.txt:11:20: warning[W0403]: 支出决算表: `99999999999999999999999999` is not a number that can be read with certainty\n",
        5,
    );
}

#[test]
fn tables_with_faults_are_read_as_far_as_they_go() {
    says(
        with("金额单位：万元\n", ""),
        "a.txt:4: warning[W0405]: 支出决算表: the table prints no denomination, and no other table of the document does; its amounts are not used\n",
        0,
    );
    says(
        with("10.00\t6.00\t4.00\n\n", "10.00\t6.00\t4.00\t5.00\n\n"),
        "a.txt:11:1: warning[W0402]: 支出决算表: the row's cells do not fit the header (6 cells, 5 columns); its numbers are shown but not used\n",
        3,
    );
    says(
        with("\t6.00\t4.00\n\n", "\n\n"),
        "a.txt:11:1: warning[W0402]: 支出决算表: the row has 3 cells, the header 5: empty cells at its end were added\n",
        4,
    );
    says(
        with("支出决算表", "补贴发放表"),
        "a.txt: warning[W0411]: no standard table was found\na.txt:4: note[N0406]: 补贴发放表: the table is not in the registry and is shown as a grid\n",
        6,
    );
    says(
        format!("{TEXT}\n{TEXT}"),
        "a.txt:18: warning[W0410]: a second table of the kind `expenditure`; it is published as `expenditure-2`\n",
        12,
    );
    says(
        with("2024年度部门决算", "2023年度部门预算"),
        "a.txt:1: warning[W0409]: the text says 2023年 预算, the file name 2024-final; the file name is taken\n",
        6,
    );
    says("公开\t不成\n", "a.txt: warning[W0411]: no standard table was found\n", 0);
    says(
        format!("{TEXT}\n联系人：张某 13800138000\n"),
        "a.txt:15:5: note[N0306]: personal data was masked 2 times, first as name\n",
        6,
    );
}

#[test]
fn long_and_deep_documents_are_read_in_time() {
    let row = |n: usize| format!("201{:02}{:02}\t事项{n}\t1.00\t1.00\t\n", n / 100 % 100, n % 100);
    let rows: String = (0..100_000).map(row).collect();
    let (_, reading, _) = reading(with("201\t", &format!("{rows}201\t")).as_bytes());
    assert_eq!(reading.tables[0].rows.len(), 100_002);
    let cases = [
        "7".repeat(1 << 20),
        "13800138000\t".repeat(90_000),
        "1.00\t".repeat(200_000),
        "收入决算表\n".repeat(50_000),
        "收入决算表\n单位：万元\n项目\t合计\n合计\t1.00\n".repeat(4_000),
        "第一部分\n一、概况\n（一）\n1、\n".repeat(20_000),
        "<b>".repeat(300_000),
        "**".repeat(300_000),
        "#".repeat(1 << 20),
        "（".repeat(300_000),
        "目录\n一、收入.....1\n".repeat(20_000),
        "1. 用车\t8\n".repeat(50_000),
        "合计\t1.00\t\n".repeat(50_000),
        "项目\t名称\n".repeat(50_000),
        "文字\t\n文字\n\n".repeat(20_000),
        "\t".repeat(1 << 20),
        "注：无数据\n".repeat(50_000),
        "项目支出绩效自评表\n项目名称\t甲\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t乙\t=1套\n".repeat(500),
        "第一部分\n项目支出绩效自评分析报告\n项目名称：甲\n附件1\n一、概况\n".repeat(4_000),
        "项目名称\t甲\n项目名称\t乙\n".repeat(20_000),
        format!("项目支出绩效自评表\n项目名称\t甲\n{}", "备注：无。\n附件1\n".repeat(30_000)),
        "1甲费：年初预算1万元，执行率1%，自评结果为优；".repeat(1_000),
        "1甲费：年初预算1万元，执行率1%，自评结果为优。\n".repeat(2_000),
        "电话：2221234、".repeat(50_000),
    ];
    for case in cases {
        let case = format!("{TEXT}\n{case}");
        let (_, reading, _) = self::reading(case.as_bytes());
        assert!(reading.tables.iter().any(|table| table.id == "expenditure"));
    }
}
