//! The catalog of a small archive.

use super::*;
use crate::catalog::fixture::{budget, final_accounts, unit};
use crate::model::Disclosure;

fn catalog(disclosures: &[Disclosure]) -> Catalog {
    let mut builder = CatalogBuilder::new();
    disclosures.iter().for_each(|disclosure| builder.add(&unit(), disclosure));
    builder.finish()
}

fn shown(disclosure: &Disclosure) -> Vec<String> {
    let show = |KeyFigureEntry { figure, label, amount }| {
        format!(
            "{figure:?} | {label} | {} | {} | {} | {}",
            amount.printed,
            amount.money.yuan(),
            amount.figure,
            amount.line
        )
    };
    key_figures(&disclosure.reading.tables).into_iter().map(show).collect()
}

#[test]
fn key_figures_of_final_accounts() {
    assert_eq!(
        shown(&final_accounts()),
        [
            "IncomeTotal | 本年收入合计 | 939.02 | 9390200 | summary.in:本年收入合计.amount | 21",
            "ExpenditureTotal | 合计 | 939.02 | 9390200 | expenditure.合计.total | 30",
            "BasicSpending | 合计 | 518.27 | 5182700 | expenditure.合计.basic | 30",
            "ProjectSpending | 合计 | 420.75 | 4207500 | expenditure.合计.project | 30",
            "ThreePublic |  | 0.27 | 2700 | three-public.row.final-total | 40",
            "ThreePublicBudget |  | 0.30 | 3000 | three-public.row.budget-total | 40",
            "OperatingExpenses | （一）行政单位 | 37.01 | 370100 | statistics.行政单位.amount | 54",
            "OperatingExpenses | （二）参照公务员法管理事业单位 | -0.00005 | -0.5 | statistics.参照公务员法管理事业单位.amount | 55",
            "Procurement | 合计 | 35.7056 | 357056 | statistics.合计.amount | 51",
        ]
    );
}

#[test]
fn key_figures_of_a_budget() {
    assert_eq!(
        shown(&budget()),
        [
            "IncomeTotal | 收入总计 | 1256.36 | 12563600 | summary.in:收入总计.amount | 10",
            "ExpenditureTotal | 本年支出合计 | 1256.36 | 12563600 | summary.out:本年支出合计.amount | 11",
            "ThreePublic | 合计 | 5.00 | 50000 | three-public.合计.total | 32",
            "OperatingExpenses | 部门合计 | 24.53 | 245300 | operating-expenses.部门合计.total | 40",
        ]
    );
}

#[test]
fn what_is_not_printed_is_no_key_figure() {
    let mut disclosure = final_accounts();
    for row in disclosure.reading.tables.iter_mut().flat_map(|table| &mut table.rows) {
        row.cells.iter_mut().for_each(|cell| cell.value = crate::model::CellValue::Blank);
    }
    assert_eq!(key_figures(&disclosure.reading.tables), []);
}

#[test]
fn functions_tell_who_spends_what() {
    let catalog = catalog(&[final_accounts(), budget()]);
    let codes: Vec<&String> = catalog.functions.keys().collect();
    assert_eq!(codes, ["201", "20103", "2010301", "2010302", "2010306"]);

    let class = &catalog.functions["201"];
    assert_eq!(class.name, "一般公共服务支出");
    let names: Vec<(&str, u16)> =
        class.names.iter().map(|name| (name.name.as_str(), name.last_year.get())).collect();
    assert_eq!(names, [("一般公共服务支出", 2024), ("一般公共服务", 2023)]);
    let tables: Vec<&str> = class
        .entries
        .iter()
        .filter_map(|entry| entry.total.as_ref())
        .map(|total| total.table.as_str())
        .collect();
    assert_eq!(tables, ["general-budget", "expenditure"]);

    assert_eq!(class.children, ["20103"]);
    assert_eq!(catalog.functions["20103"].children, ["2010301", "2010302", "2010306"]);
    assert_eq!(catalog.functions["2010306"].parent.as_deref(), Some("20103"));
    let unreadable = &catalog.functions["2010302"].entries[0];
    assert_eq!((unreadable.basic.is_none(), unreadable.project.is_none()), (true, true));
}

#[test]
fn projects_are_rows_without_totals() {
    let catalog = catalog(&[budget()]);
    let lines: Vec<(&str, bool, Option<String>)> = catalog
        .projects
        .iter()
        .map(|line| (line.name.as_str(), line.carried_over, line.figure.as_ref().map(ToString::to_string)))
        .collect();
    let figure = |key: &str| Some(key.to_owned());
    assert_eq!(
        lines,
        [
            ("政务大厅运行（二期）经费", false, figure("projects.政务大厅运行（二期）经费.total")),
            ("便民服务热线经费", false, figure("projects.便民服务热线经费.total")),
            ("印章刻制经费", true, figure("projects-carried-over.印章刻制经费.total")),
        ]
    );
}

#[test]
fn counts_regions_and_years() {
    let catalog = catalog(&[final_accounts(), budget()]);
    let region = &catalog.regions["140100"];
    assert_eq!((region.name.as_str(), region.units.len(), region.disclosures), ("山西省甲市", 1, 2));
    assert_eq!(catalog.years[&FiscalYear::new(2023).unwrap()], YearEntry { units: 1, budgets: 1, finals: 0 });
    assert_eq!(catalog.years[&FiscalYear::new(2024).unwrap()], YearEntry { units: 1, budgets: 0, finals: 1 });
    let years: Vec<u16> =
        catalog.units[&unit().id].disclosures.iter().map(|entry| entry.id.year.get()).collect();
    assert_eq!(years, [2023, 2024]);
}

#[test]
fn order_and_parts_make_no_difference() {
    let whole = catalog(&[budget(), final_accounts()]);
    assert_eq!(catalog(&[final_accounts(), budget()]), whole);
    let part = |disclosure: &Disclosure| {
        let mut builder = CatalogBuilder::new();
        builder.add(&unit(), disclosure);
        builder
    };
    assert_eq!(part(&final_accounts()).merge(part(&budget())).finish(), whole);
}
