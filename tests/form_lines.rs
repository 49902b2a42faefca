//! Which lines belong to which form: with titles or without, one after the other, before tables and parts of the document.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use gongkai::model::{FiscalYear, Reading, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

fn reading(text: &str) -> Reading {
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let year = FiscalYear::new(2023).unwrap();
    let document = Document { path: "a.txt", year, stage: Stage::Final, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    support::assert_tiled("a.txt", &source, &reading);
    reading
}

/// `name first-last` of each form.
fn forms(reading: &Reading) -> Vec<String> {
    let told =
        |form: &gongkai::model::Form| format!("{} {}-{}", form.name, form.lines.first, form.lines.last);
    reading.forms.iter().map(told).collect()
}

/// Six lines of a self-evaluation.
fn sheet(name: &str) -> String {
    format!(
        "项目名称\t\t{name}\t\t\t\t\t\n项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t执行率\t得分\n\t资金总额:\t10\t10\t10\t100\t10\n\
         一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t路灯数\t=20盏\t20盏\t90\t90\n总分\t\t\t\t\t100\t优\n"
    )
}

const TITLE: &str = "项目支出绩效自评表\n";
const TABLE: &str = "支出决算表\n公开03表\n金额单位：万元\n项目\t\t本年支出合计\t基本支出\t项目支出\n科目代码\t科目名称\t\t\t\n合计\t\t10.00\t6.00\t4.00\n";

#[test]
fn forms_are_told_apart() {
    let (one, two) = (sheet("路灯"), sheet("长椅"));
    let cases: [(&str, String, &[&str]); 10] = [
        ("titles", format!("{TITLE}\n{one}\n{TITLE}\n{two}"), &["路灯 1-8", "长椅 10-17"]),
        ("nothing between", format!("{TITLE}{one}{TITLE}{two}"), &["路灯 1-7", "长椅 8-14"]),
        ("one title for all", format!("{TITLE}{one}{two}"), &["路灯 1-7", "长椅 8-13"]),
        ("no title", format!("{one}\n{two}"), &["路灯 1-6", "长椅 8-13"]),
        (
            "years below",
            format!("{TITLE}(2023年度)\n{one}\n{TITLE}\n（2023）年度\n{two}"),
            &["路灯 1-8", "长椅 10-18"],
        ),
        (
            "notes",
            format!("{TITLE}{one}\n备注：1.按批复填列。\n2.按实际填列。\n\n{TITLE}{two}"),
            &["路灯 1-10", "长椅 12-18"],
        ),
        ("a part of the document", format!("{TITLE}{one}\n第五部分 名词解释\n\n一、甲\n"), &["路灯 1-7"]),
        (
            "a page break",
            format!("{TITLE}{}", one.replacen("一级", "\n---\n\n- 3 -\n\n一级", 1)),
            &["路灯 1-12"],
        ),
        (
            "a heading that names forms",
            format!("附件：项目支出绩效自评表\n\n路灯{TITLE}{one}"),
            &["路灯 3-9"],
        ),
        (
            "a title in the contents",
            format!(
                "目录\n路灯项目支出绩效自评表.....3\n长椅项目支出绩效自评表.....5\n二、其他.....7\n\n{TITLE}{one}"
            ),
            &["路灯 6-12"],
        ),
    ];
    for (what, text, expected) in cases {
        assert_eq!(forms(&reading(&text)), expected, "{what}\n{text}");
    }
}

#[test]
fn tables_beside_forms_stay_tables() {
    let one = sheet("路灯");
    for text in
        [format!("{TABLE}\n{TITLE}{one}"), format!("{TITLE}{one}\n{TABLE}"), format!("{TITLE}{one}{TABLE}")]
    {
        let reading = reading(&text);
        assert_eq!(reading.forms.len(), 1, "{text}");
        let tables: Vec<&str> = reading.tables.iter().map(|table| table.id.as_str()).collect();
        assert_eq!(tables, ["expenditure"], "{text}");
        let figures = reading.tables[0].rows.iter().map(|row| row.cells.len()).sum::<usize>();
        assert_eq!(figures, 3, "{text}");
    }
}

#[test]
fn a_grid_of_a_report_that_is_no_form_is_a_grid_of_its_own() {
    let text = "项目支出绩效自评报告\n\n项目名称：路灯\n\n一、基本情况\n\n安装路灯。\n\n二、设备清单\n\n设备明细表\n设备\t数量\t单价（元）\n路灯\t20\t500\n电缆\t3\t100\n\n三、结论\n\n总得分95分，属于“优”。\n";
    let reading = reading(text);
    assert_eq!(forms(&reading), ["路灯 1-18"]);
    assert_eq!(reading.tables.iter().map(|table| table.id.as_str()).collect::<Vec<_>>(), ["other-1"]);
}
