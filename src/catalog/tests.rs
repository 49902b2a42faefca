//! The catalog of a small archive.

use super::*;
use crate::catalog::fixture::{budget, final_accounts, form, unit};
use crate::model::{Disclosure, FormKind, Grade, Money, Topic};

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
fn a_project_takes_each_value_from_the_best_form_that_prints_it() {
    let catalog = catalog(&[final_accounts()]);
    let project = &catalog.projects[0];
    let amount = |amount: &Option<ProjectValue<Money>>| {
        amount.as_ref().map(|amount| (amount.printed.clone(), amount.form, amount.line))
    };
    let own = |printed: &str| Some((printed.to_owned(), FormKind::SelfEvaluation, 102));
    assert_eq!(amount(&project.initial_budget), own("58.00"));
    assert_eq!(amount(&project.adjusted_budget), own("50.00"));
    assert_eq!(amount(&project.executed), own("50.00"));
    assert_eq!(project.execution_rate.as_ref().map(|rate| rate.printed.as_str()), Some("100.00"));
    assert_eq!(project.execution_rate_initial.map(|rate| rate.to_string()).as_deref(), Some("86.21"));
    assert_eq!(project.grade.as_ref().map(|grade| grade.value), Some(Grade::Excellent));
    assert_eq!(project.kinds, [FormKind::NarrativeResult, FormKind::SelfEvaluation]);
    let flags: Vec<Vec<ProjectFlag>> = catalog.projects.iter().map(|project| project.flags.clone()).collect();
    let expected: [&[ProjectFlag]; 3] =
        [&[ProjectFlag::Damaged, ProjectFlag::Lowered], &[ProjectFlag::Incomplete], &[]];
    assert_eq!(flags, expected);
}

#[test]
fn rates_are_rounded_half_up_and_never_guessed() {
    for (initial, executed, expected) in [
        ("3", "1", Some("33.33")),
        ("8", "1.00005", Some("12.50")),
        ("16000", "0.0001", Some("0.00")),
        ("800", "0.01", Some("0.00")),
        ("800", "0.04", Some("0.01")),
        ("10", "", None),
        ("", "10", None),
        ("0", "10", None),
    ] {
        let form = form(FormKind::SelfEvaluation, 1, "甲", ["", initial, "", executed, ""]);
        let rate = form.execution_rate_initial().map(|rate| format!("{rate:.2}"));
        assert_eq!(rate.as_deref(), expected, "{executed} of {initial}");
    }
}

#[test]
fn budget_lines_know_their_row() {
    let budget = budget();
    let keys: Vec<(String, bool)> = budget
        .reading
        .forms
        .iter()
        .map(|form| budget_line(&budget, form).unwrap())
        .map(|(table, row)| (first_figure(table, row).unwrap().to_string(), table.kind == "projects"))
        .collect();
    assert_eq!(
        keys,
        [
            ("projects.政务大厅运行（二期）经费.total".to_owned(), true),
            ("projects.便民服务热线经费.total".to_owned(), true),
            ("projects-carried-over.印章刻制经费.total".to_owned(), false),
        ]
    );
    let carried: Vec<bool> = projects(&budget).iter().map(|project| project.carried_over).collect();
    assert_eq!(carried, [false, false, true]);
    let accounts = final_accounts();
    assert!(accounts.reading.forms.iter().all(|form| budget_line(&accounts, form).is_none()));
}

#[test]
fn a_project_is_linked_to_itself_in_other_years_unless_it_has_a_namesake() {
    let catalog = catalog(&[final_accounts(), budget()]);
    let linked = |catalog: &Catalog| -> Vec<Vec<String>> {
        let links = |project| catalog.same_project(project).into_iter();
        let ids = catalog.projects.iter().map(|project| {
            links(project).map(|other| format!("{}/{}", other.disclosure, other.slug)).collect()
        });
        ids.collect()
    };
    let slug = "zheng-wu-da-ting-yun-xing-er-qi-jing-fei";
    let mut expected = vec![Vec::new(); 6];
    expected[0] = vec![format!("jia-xzsp/2024/final/{slug}")];
    expected[3] = vec![format!("jia-xzsp/2023/budget/{slug}")];
    assert_eq!(linked(&catalog), expected);
    let mut namesakes = catalog.clone();
    namesakes.projects[4].key.clone_from(&catalog.projects[3].key);
    assert_eq!(linked(&namesakes), vec![Vec::<String>::new(); 6]);
}

/// What was spent is divided by a definite quantity in a unit of the topic, and by nothing else.
#[test]
fn unit_costs_need_a_definite_quantity() {
    let topic = Topic {
        id: "hall".into(),
        words: vec!["大厅运行".into()],
        measures: vec!["件".into()],
        ..Topic::default()
    };
    let costs = |change: &dyn Fn(&mut Disclosure)| -> Vec<String> {
        let mut disclosure = final_accounts();
        let indicators = disclosure.reading.forms.iter_mut().flat_map(|form| &mut form.indicators);
        for indicator in indicators.filter(|indicator| indicator.parsed.measure == "件") {
            (indicator.level2, indicator.actual) = ("数量指标".into(), "16".into());
            indicator.damage.clear();
        }
        change(&mut disclosure);
        let mut builder = CatalogBuilder::new();
        builder.add(&unit(), &disclosure);
        builder.add_topics(std::slice::from_ref(&topic), &disclosure);
        let catalog = builder.finish();
        let entry = &catalog.topics["hall"][0];
        let project = catalog.project(&entry.disclosure, entry.ordinal).unwrap();
        unit_costs(&topic, entry, project)
            .iter()
            .map(|cost| {
                format!(
                    "{} / {} = {} per {}",
                    cost.spent.yuan(),
                    cost.count.number,
                    cost.yuan,
                    cost.count.measure
                )
            })
            .collect()
    };
    let actual = |text: &'static str| {
        move |disclosure: &mut Disclosure| {
            let indicators = disclosure.reading.forms.iter_mut().flat_map(|form| &mut form.indicators);
            indicators.filter(|one| one.parsed.measure == "件").for_each(|one| one.actual = text.into());
        }
    };
    assert_eq!(costs(&|_| ()), ["500000 / 16 = 31250 per 件"]);
    assert_eq!(costs(&actual("=16件")), ["500000 / 16 = 31250 per 件"]);
    for text in ["", "≥16件", "15-16件", "0", "16条", "及时"] {
        assert_eq!(costs(&actual(text)), Vec::<String>::new(), "{text}");
    }
    let budget = |disclosure: &mut Disclosure| disclosure.id.stage = Stage::Budget;
    assert_eq!(costs(&budget), Vec::<String>::new());
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
