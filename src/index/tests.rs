//! The search records of a small archive.

use super::*;
use crate::catalog::fixture::{budget, final_accounts, unit};
use crate::model::{BlockKind, ReadingLevel};

fn of_kind(disclosure: &Disclosure, kind: Kind) -> Vec<Record> {
    records(&unit(), disclosure).into_iter().filter(|record| record.kind == kind).collect()
}

fn shown(records: &[Record]) -> Vec<(String, String, String)> {
    let anchor = |url: &str| percent_encoding::percent_decode_str(url).decode_utf8().unwrap().into_owned();
    let short = |url: &str| anchor(url).replace("units/jia-xzsp/", "");
    records.iter().map(|record| (short(&record.url), record.title.clone(), record.body.clone())).collect()
}

fn is(shown: &(String, String, String), url: &str, title: &str, body: &str) -> bool {
    (shown.0.as_str(), shown.1.as_str(), shown.2.as_str()) == (url, title, body)
}

#[test]
fn prose_stands_under_its_heading() {
    let mut disclosure = final_accounts();
    disclosure.reading.forms.clear();
    let sections = shown(&of_kind(&disclosure, Kind::Section));
    let expected = [
        // Headings within a table, with what is told under them.
        ("2024/final/source/#L50", "一、政府采购情况", "合计\n货物"),
        ("2024/final/source/#L53", "二、机关运行经费", "（一）行政单位\n（二）参照公务员法管理事业单位"),
        ("2024/final/source/#L56", "三、国有资产占用情况", "（一）车辆数合计（辆）"),
        (
            "2024/final/source/#L5",
            "一、职责",
            "推进便民服务。联系电话：***********，由综合科，或办公室负责。",
        ),
        ("2024/final/source/#L8", "（一）内设机构", "综合科。"),
        ("2024/final/source/#L4", "第一部分 概况", ""),
        ("2024/final/source/#L10", "第二部分 决算表", ""),
    ];
    assert_eq!(sections.len(), expected.len(), "{sections:#?}");
    for (section, (url, title, body)) in sections.iter().zip(expected) {
        assert!(is(section, url, title, body), "{section:?}");
    }
}

#[test]
fn lines_open_at_their_first_figure() {
    let lines = of_kind(&final_accounts(), Kind::Line);
    let line = lines.iter().find(|line| line.codes == ["2010301"]).unwrap();
    assert_eq!(line.url, "units/jia-xzsp/2024/final/tables/expenditure/#expenditure.2010301.total");
    assert_eq!(line.title, "支出决算表 · 行政运行");
    assert_eq!(line.body, "行政运行\t518.27\t518.27");
    assert_eq!(line.value.as_deref(), Some("5182700"));
    assert_eq!((line.year, line.stage), (Some(2024), Some(Stage::Final)));
    assert!(lines.iter().all(|line| line.url.is_ascii()));
    let unlabelled = lines.iter().find(|line| line.url.contains("three-public")).unwrap();
    assert_eq!(unlabelled.title, "财政拨款“三公”经费支出决算表");
    assert_eq!(unlabelled.value.as_deref(), Some("2700"));
}

#[test]
fn template_rows_are_no_lines() {
    let titles: Vec<String> =
        of_kind(&final_accounts(), Kind::Line).into_iter().map(|line| line.title).collect();
    assert!(
        !titles.iter().any(|title| title.ends_with("外交支出") || title.ends_with("政府采购情况")),
        "{titles:?}"
    );
}

#[test]
fn a_project_is_one_record_with_all_that_its_forms_say() {
    let projects = of_kind(&final_accounts(), Kind::Project);
    let names: Vec<&str> = projects.iter().map(|record| record.title.as_str()).collect();
    assert_eq!(names, ["政务大厅运行（二期）经费", "便民服务热线", "甲市行政审批服务管理局"]);
    let project = &projects[0];
    assert_eq!(project.url, "units/jia-xzsp/2024/final/projects/zheng-wu-da-ting-yun-xing-er-qi-jing-fei/");
    assert_eq!((project.value.as_deref(), project.value_name.as_str()), (Some("500000"), "全年执行数"));
    assert_eq!(project.codes, ["435", "435001"]);
    assert_eq!(
        project.body,
        "年度目标\n保障大厅正常运行。\n政务大厅运行经费\n政务大厅运行（二期）经费\n政务大厅运行 （二期）经费\n\
         甲市行政审批服务管理局\n58\n50\n58.00\n50.00\n0\n100.00\n98.50\n优"
    );
}

#[test]
fn texts_of_forms_open_in_the_page_of_their_project() {
    let sections = shown(&of_kind(&final_accounts(), Kind::Section));
    assert!(sections.iter().any(|section| is(
        section,
        "2024/final/projects/zheng-wu-da-ting-yun-xing-er-qi-jing-fei/",
        "政务大厅运行（二期）经费",
        "年度目标\n保障大厅正常运行。"
    )));
}

#[test]
fn indicators_open_in_the_page_of_their_project() {
    let indicators = shown(&of_kind(&final_accounts(), Kind::Indicator));
    assert_eq!(indicators.len(), 2);
    assert!(is(
        &indicators[0],
        "2024/final/projects/zheng-wu-da-ting-yun-xing-er-qi-jing-fei/#indicator-self-evaluation-1",
        "政务大厅运行（二期）经费",
        "产出指标\n数量指标\n办理事项\n≥件\n≥4000件\n=4100件"
    ));
}

#[test]
fn rows_of_project_tables_are_lines_and_projects() {
    let disclosure = budget();
    let projects = shown(&of_kind(&disclosure, Kind::Project));
    assert_eq!(projects.len(), 3);
    assert!(is(
        &projects[1],
        "2023/budget/projects/bian-min-fu-wu-re-xian-jing-fei/",
        "便民服务热线经费",
        "便民服务热线经费\n16.00"
    ));
    let lines = of_kind(&disclosure, Kind::Line);
    assert!(lines.iter().any(|line| line.title.contains("热线")));
}

#[test]
fn forms_that_were_read_are_no_prose() {
    let mut disclosure = final_accounts();
    for (level, expected) in
        [(ReadingLevel::Typed, 0), (ReadingLevel::TypedWithIssues, 0), (ReadingLevel::Generic, 1)]
    {
        for block in disclosure.reading.blocks.iter_mut().filter(|block| block.lines.first == 9) {
            (block.kind, block.level) = (BlockKind::Form, level);
        }
        let found =
            of_kind(&disclosure, Kind::Section).iter().filter(|record| record.body == "综合科。").count();
        assert_eq!(found, expected, "{level:?}");
    }
}

#[test]
fn a_disclosure_has_one_record_worth_what_it_spends() {
    let disclosures = of_kind(&final_accounts(), Kind::Disclosure);
    assert_eq!(disclosures.len(), 1);
    assert_eq!(disclosures[0].url, "units/jia-xzsp/2024/final/");
    assert_eq!(disclosures[0].title, "甲市行政审批服务管理局 · 2024年度部门决算公开");
    assert_eq!(disclosures[0].value.as_deref(), Some("9390200"));
    let everything: String =
        records(&unit(), &final_accounts()).into_iter().map(|record| record.body).collect();
    assert!(!everything.contains("目录"));
}

#[test]
fn a_unit_is_found_by_every_name() {
    let record = unit_record(&unit());
    assert_eq!((record.url.as_str(), record.kind), ("units/jia-xzsp/", Kind::Unit));
    assert_eq!(
        record.body,
        "甲市行政审批服务管理局\n甲市审批局\n甲市政务服务中心\n山西省甲市\n435\n政务服务"
    );
    assert_eq!(record.region.unwrap().code, "140100");
}

#[test]
fn tables_are_found_by_title_column_and_note() {
    let tables = shown(&of_kind(&final_accounts(), Kind::Table));
    assert!(tables.iter().any(|table| is(
        table,
        "2024/final/tables/expenditure/",
        "支出决算表",
        "本年支出合计\n基本支出\n项目支出\n注：本表反映部门本年度各项支出情况。"
    )));
}
