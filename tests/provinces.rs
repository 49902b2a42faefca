//! Tables as other provinces print them, in small: split codes, unit codes, years side by side, counts among money.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use gongkai::model::{FiscalYear, Stage, Table};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

/// The tables of a document of 2024; `|` stands for TAB.
fn tables(text: &str, stage: Stage) -> Vec<Table> {
    let source = SourceText::new(text.replace('|', "\t").as_bytes(), &Redactor::default());
    let document = Document { path: "a.txt", year: FiscalYear::new(2024).unwrap(), stage, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    support::assert_tiled("a.txt", &source, &reading);
    support::assert_nothing_invented("a.txt", &source, &reading);
    reading.tables
}

/// Figures of a table as `key.role = value measure`.
fn figures(table: &Table) -> Vec<String> {
    let mut figures = Vec::new();
    for row in &table.rows {
        for cell in row.cells.iter().filter(|cell| cell.value.state().is_some()) {
            let (value, measure) = support::figures::value(&cell.value);
            figures.push(format!("{} = {value} {measure}", table.figure_key(row, cell)));
        }
    }
    figures
}

#[track_caller]
fn reads(stage: Stage, text: &str, expected: &[&str]) {
    let tables = tables(text, stage);
    assert_eq!(tables.iter().flat_map(figures).collect::<Vec<_>>(), expected);
}

#[test]
fn unit_codes_beside_split_function_codes() {
    reads(
        Stage::Budget,
        "部门支出总表\n单位：万元\n项目|||||合计|基本支出|项目支出|上缴上级支出\n科目编码|||单位代码|单位名称（科目）||||\n类|款|项||||||\n||||合计|30.00|20.00|10.00|\n|||101001|某局机关|30.00|20.00|10.00|\n201|03|01|101001|行政运行|20.00|20.00||\n201|03|02|101001|一般行政管理事务|10.00||10.00|\n",
        &[
            "expenditure.合计.total = 300000 yuan",
            "expenditure.合计.basic = 200000 yuan",
            "expenditure.合计.project = 100000 yuan",
            "expenditure.某局机关.total = 300000 yuan",
            "expenditure.某局机关.basic = 200000 yuan",
            "expenditure.某局机关.project = 100000 yuan",
            "expenditure.2010301.total = 200000 yuan",
            "expenditure.2010301.basic = 200000 yuan",
            "expenditure.2010302.total = 100000 yuan",
            "expenditure.2010302.project = 100000 yuan",
        ],
    );
}

#[test]
fn columns_of_the_year_before_have_no_role() {
    reads(
        Stage::Budget,
        "表5\n一般公共预算支出表\n单位：万元\n功能分类科目||2023年执行数|2024年预算数|||2024年预算数比2023年执行数|\n科目编码|科目名称|||||||\n|||小计|基本支出|项目支出|增减额|增减%\n201|一般公共服务支出|9|10|6|4|1|11.11\n",
        &[
            "general-budget.201.c1 = 90000 yuan",
            "general-budget.201.total = 100000 yuan",
            "general-budget.201.basic = 60000 yuan",
            "general-budget.201.project = 40000 yuan",
            "general-budget.201.c5 = 10000 yuan",
            "general-budget.201.c6 = 11.11 percent",
        ],
    );
    reads(
        Stage::Budget,
        "“三公”经费支出表\n单位：元\n上年预算数|||||2024年预算数||||\n合计|因公出国（境）费|公务用车购置及运行费||公务接待费|合计|因公出国（境）费|公务用车购置及运行费||公务接待费\n||公务用车购置费|公务用车运行费||||公务用车购置费|公务用车运行费|\n5|1|1|1|2|6|1|1|1|3\n",
        &[
            "three-public.row.c1 = 5 yuan",
            "three-public.row.c2 = 1 yuan",
            "three-public.row.c3 = 1 yuan",
            "three-public.row.c4 = 1 yuan",
            "three-public.row.c5 = 2 yuan",
            "three-public.row.total = 6 yuan",
            "three-public.row.abroad = 1 yuan",
            "three-public.row.vehicle-purchase = 1 yuan",
            "three-public.row.vehicle-operation = 1 yuan",
            "three-public.row.reception = 3 yuan",
        ],
    );
}

#[test]
fn the_best_fitting_column_has_the_role() {
    reads(
        Stage::Final,
        "公开05表\n一般公共预算财政拨款收入支出决算表\n金额单位：元\n项目||||年初结转和结余|||本年收入|||本年支出||||年末结转和结余\n功能分类科目编码|||科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出||项目支出|\n|||||||||||小计|人员经费||\n类|款|项|||||||||||\n栏次||||1|2|3|4|5|6|7|8|9|10|11\n合计||||1|2|3|40|50|60|70|80|90|100|110\n201|03|01|行政运行||||4|4||4|4|3||\n",
        &[
            "general-budget.合计.opening = 1 yuan",
            "general-budget.合计.c2 = 2 yuan",
            "general-budget.合计.c3 = 3 yuan",
            "general-budget.合计.income = 40 yuan",
            "general-budget.合计.c5 = 50 yuan",
            "general-budget.合计.c6 = 60 yuan",
            "general-budget.合计.total = 70 yuan",
            "general-budget.合计.basic = 80 yuan",
            "general-budget.合计.c9 = 90 yuan",
            "general-budget.合计.project = 100 yuan",
            "general-budget.合计.closing = 110 yuan",
            "general-budget.2010301.income = 4 yuan",
            "general-budget.2010301.c5 = 4 yuan",
            "general-budget.2010301.total = 4 yuan",
            "general-budget.2010301.basic = 4 yuan",
            "general-budget.2010301.c9 = 3 yuan",
        ],
    );
}

#[test]
fn sides_without_banner_and_units_in_headers() {
    reads(
        Stage::Budget,
        "部门收支总表（单位：万元）\n收入||支出|\n项目|预算数|项目(按功能分类)|预算数\n一、一般公共预算拨款收入|12.5|一、一般公共服务支出|10\n二、政府性基金预算拨款收入||二、公共安全支出|2.5\n收入总计|12.5|支出总计|12.5\n",
        &[
            "summary.in:一般公共预算拨款收入.amount = 125000 yuan",
            "summary.out:一般公共服务支出.total = 100000 yuan",
            "summary.out:公共安全支出.total = 25000 yuan",
            "summary.in:收入总计.amount = 125000 yuan",
            "summary.out:支出总计.total = 125000 yuan",
        ],
    );
}

#[test]
fn counts_in_a_table_of_money() {
    reads(
        Stage::Budget,
        "三公经费预算表\n单位：万元\n项目|2024年预算数\n合计|3.50\n公务接待费|3.50\n公务用车保有量（辆）|2\n国内公务接待人次（人）|120\n",
        &[
            "three-public.合计.total = 35000 yuan",
            "three-public.公务接待费.total = 35000 yuan",
            "three-public.公务用车保有量（辆）.total = 2 vehicle",
            "three-public.国内公务接待人次（人）.total = 120 person",
        ],
    );
}

#[test]
fn a_grid_nobody_registered() {
    reads(
        Stage::Final,
        "大型修缮项目明细表\n序号|项目名称|单位|数量|单价|金额（万元）|占比（%）|备注\n1|屋面防水|平方米|1,200|85.5|10.26|63.10|招标\n2|电缆|米|300|200|6.00|36.90|\n合计|||||16.26|100|\n",
        &[
            "other-1.屋面防水.c2 = 1200 item",
            "other-1.屋面防水.c3 = 85.5 item",
            "other-1.屋面防水.c4 = 102600 yuan",
            "other-1.屋面防水.c5 = 63.1 percent",
            "other-1.电缆.c2 = 300 item",
            "other-1.电缆.c3 = 200 item",
            "other-1.电缆.c4 = 60000 yuan",
            "other-1.电缆.c5 = 36.9 percent",
            "other-1.合计.c4 = 162600 yuan",
            "other-1.合计.c5 = 100 percent",
        ],
    );
}

#[test]
fn names_with_codes_in_front_and_a_total_at_the_end() {
    reads(
        Stage::Final,
        "支出决算表\n公开03表\n单位：万元\n项目|本年支出合计|基本支出|项目支出\n[201]一般公共服务支出|1.5|1|0.5\n2010301-行政运行|1|1|\n　其中：工资|0.8|0.8|\n合计|1.5|1|0.5\n",
        &[
            "expenditure.201.total = 15000 yuan",
            "expenditure.201.basic = 10000 yuan",
            "expenditure.201.project = 5000 yuan",
            "expenditure.2010301.total = 10000 yuan",
            "expenditure.2010301.basic = 10000 yuan",
            "expenditure.其中：工资.total = 8000 yuan",
            "expenditure.其中：工资.basic = 8000 yuan",
            "expenditure.合计.total = 15000 yuan",
            "expenditure.合计.basic = 10000 yuan",
            "expenditure.合计.project = 5000 yuan",
        ],
    );
}

#[test]
fn economic_items_in_columns_are_no_economic_detail() {
    let text = "一般公共预算财政拨款支出决算明细表\n单位：万元\n项目||合计|工资福利支出||||商品和服务支出|||\n科目编码|科目名称||小计|基本工资|津贴补贴|奖金|小计|办公费|水费|电费\n201|一般公共服务支出|9|5|2|2|1|4|1|1|2\n";
    let tables = tables(text, Stage::Final);
    assert_eq!((tables[0].id.as_str(), figures(&tables[0]).len()), ("other-1", 9));
}
