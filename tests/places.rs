//! Layouts of other places: no tags, no row numbers, code and name in one cell, own words for tables and columns.

use gongkai::model::{CellValue, FiscalYear, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

/// Every figure of a budget, as `<table>.<row key>.<role> = <value>`.
fn figures(text: &str) -> Vec<String> {
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let year = FiscalYear::new(2023).expect("a year");
    let document = Document { path: "a.txt", year, stage: Stage::Budget, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    let value = |value: &CellValue| match value {
        CellValue::Amount(money) => Some(money.yuan().to_string()),
        CellValue::Count(number, measure) => Some(format!("{number} {}", measure.name())),
        CellValue::NotApplicable => Some("——".to_owned()),
        CellValue::Unreadable => Some("?".to_owned()),
        CellValue::Blank | CellValue::Text => None,
    };
    let tables = reading.tables.iter();
    let cells = tables.flat_map(|table| {
        table.rows.iter().flat_map(move |row| row.cells.iter().map(move |cell| (table, row, cell)))
    });
    cells
        .filter_map(|(table, row, cell)| {
            Some(format!("{} = {}", table.figure_key(row, cell), value(&cell.value)?))
        })
        .collect()
}

#[test]
fn a_total_table_with_title_and_denomination_on_one_line() {
    let text = "某区某局2023年部门预算\n\n表1 部门收支总体情况表 单位：元\n\n收入\t\t支出\t\n项目\t2023年预算\t项目\t2023年预算\n\
                一、一般公共预算拨款\t12,345.90\t一、教育支出\t12,000.00\n二、其他收入\t(1.00)\t二、卫生健康支出\t344.90\n\
                收入总计\t12,344.90\t支出总计\t12,344.90\n";
    assert_eq!(
        figures(text),
        [
            "summary.in:一般公共预算拨款.amount = 12345.9",
            "summary.out:教育支出.total = 12000",
            "summary.in:其他收入.amount = -1",
            "summary.out:卫生健康支出.total = 344.9",
            "summary.in:收入总计.amount = 12344.9",
            "summary.out:支出总计.total = 12344.9",
        ]
    );
}

#[test]
fn code_and_name_in_one_cell_and_the_total_last() {
    let text = "部门支出总体情况表\n单位：万元\n功能分类科目\t合计\t基本支出\t项目支出\n205 教育支出\t12.00\t10.00\t2.00\n\
                20502 普通教育\t12.00\t10.00\t2.00\n2050202小学教育\t12.00\t10.00\t2.00\n合计\t12.00\t10.00\t2.00\n";
    let found = figures(text);
    assert_eq!(found.len(), 12);
    assert_eq!(
        found[..3],
        [
            "expenditure.205.total = 120000",
            "expenditure.205.basic = 100000",
            "expenditure.205.project = 20000"
        ]
    );
    assert_eq!(
        (found[6].as_str(), found[11].as_str()),
        ("expenditure.2050202.total = 120000", "expenditure.合计.project = 20000")
    );
}

#[test]
fn columns_that_the_registry_lacks_are_kept_and_percentages_are_no_money() {
    let text = "一般公共预算支出情况表\n单位：万元\n科目编码\t科目名称\t2022年执行数\t2023年预算数\t\t\t增减%\n\
                \t\t\t小计\t基本支出\t项目支出\t\n205\t教育支出\t100.00\t120.00\t100.00\t20.00\t20.0\n";
    assert_eq!(
        figures(text),
        [
            "general-budget.205.c1 = 1000000",
            "general-budget.205.total = 1200000",
            "general-budget.205.basic = 1000000",
            "general-budget.205.project = 200000",
            "general-budget.205.c5 = 20 percent",
        ]
    );
}

#[test]
fn an_unknown_table_is_kept_whole_with_what_its_headers_say() {
    let text = "办公设备明细表\n单位：元\n采购项目\t品目\t数量\t单价\t金额(万元)\n电脑\t台式机\t10\t5,000.00\t5.00\n打印机\t激光\t2\t2,500.00\t0.50\n";
    assert_eq!(
        figures(text),
        [
            "other-1.电脑.c2 = 10 item",
            "other-1.电脑.c3 = 5000",
            "other-1.电脑.c4 = 50000",
            "other-1.打印机.c2 = 2 item",
            "other-1.打印机.c3 = 2500",
            "other-1.打印机.c4 = 5000",
        ]
    );
}
