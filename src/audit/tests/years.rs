//! Several years and units.

use super::{BUDGET, FINAL, edited};
use crate::audit::facts::PartTotals;
use crate::audit::fixture::{self, Outcome, disclosure, final_accounts, outcome_with};
use crate::audit::{Settings, Subject, audit};
use crate::model::{Disclosure, Scope, Stage};

/// The year before, whose closing balances are this year's opening ones.
fn before(closing: &str, basic_total: &str) -> Disclosure {
    let edits = [
        ("### 收入支出决算总表", "年末结转和结余\t60\t60.00", "年末结转和结余\t60\t50.00"),
        (
            "### 财政拨款收入支出决算总表",
            "年末财政拨款结转和结余\t60\t15.00",
            "年末财政拨款结转和结余\t60\t30.00",
        ),
        ("### 一般公共预算财政拨款支出决算表", "合计\t\t955.00", "合计\t\t910.00"),
    ];
    let text = edited(FINAL, &edits).0.replacen(
        "年末结转和结余\t60\t50.00",
        &format!("年末结转和结余\t60\t{closing}"),
        1,
    );
    let text =
        text.replacen("合计\t\t910.00", &format!("合计\t\t{basic_total}"), 1).replace("2024年度", "2023年度");
    disclosure(2023, Stage::Final, &text)
}

#[test]
fn opening_balances_follow_last_years_closing_balances() {
    let now = final_accounts(FINAL);
    let same = outcome_with("X-18", &now, &[before("50.00", "910.00")]);
    assert_eq!((same.agree, same.lines.len()), (2, 0), "{same:?}");
    let other = outcome_with("X-18", &now, &[before("55.00", "910.00")]);
    assert_eq!((other.lines.len(), other.differences), (1, vec!["-50000".to_owned()]));
    assert_eq!(outcome_with("X-18", &now, &[]), Outcome::not_assessable(1));
    // Another year is not the year before.
    let mut older = before("55.00", "910.00");
    older.id.year = crate::model::FiscalYear::new(2022).unwrap();
    assert_eq!(outcome_with("X-18", &now, &[older]), Outcome::not_assessable(1));
}

#[test]
fn changes_in_prose_lead_back_to_last_years_table() {
    let now = final_accounts(FINAL);
    let same = outcome_with("X-19", &now, &[before("50.00", "910.00")]);
    assert!(same.lines.iter().all(|lines| !lines.contains(&line_of("支出增加45.00万元"))), "{same:?}");
    let other = outcome_with("X-19", &now, &[before("50.00", "920.00")]);
    assert!(other.lines.iter().any(|lines| lines.contains(&line_of("支出增加45.00万元"))), "{other:?}");
    assert_eq!(outcome_with("X-19", &now, &[]), Outcome::not_assessable(1));
}

fn line_of(words: &str) -> u32 {
    u32::try_from(FINAL.lines().position(|line| line.contains(words)).unwrap() + 1).unwrap()
}

#[test]
fn initial_budgets_in_prose_are_those_that_were_published() {
    let budget = |class: &str| {
        let text =
            BUDGET.replace("201\t一般公共服务支出\t240.00", &format!("201\t一般公共服务支出\t{class}"));
        disclosure(2024, Stage::Budget, &text)
    };
    let now = final_accounts(FINAL);
    let same = outcome_with("X-21", &now, &[budget("820.00")]);
    assert!(same.agree >= 1, "{same:?}");
    assert!(same.lines.iter().all(|lines| !lines.contains(&line_of("年初预算820.00万元"))), "{same:?}");
    let other = outcome_with("X-21", &now, &[budget("800.00")]);
    assert!(other.lines.iter().any(|lines| lines.contains(&line_of("年初预算820.00万元"))), "{other:?}");
    assert_eq!(outcome_with("X-21", &now, &[]), Outcome::not_assessable(1));
}

#[test]
fn a_department_is_the_sum_of_its_units() {
    let mut department = final_accounts(FINAL);
    department.scope = Some(Scope::Department);
    let unit = fixture::unit();
    let part = |unit_id: &str, income: &'static str| {
        let text = edited(FINAL, &[("### 收入决算表", "合计\t\t1000.00", income)]).0;
        let mut part = final_accounts(&text);
        part.id.unit = unit_id.parse().unwrap();
        PartTotals::of(&unit, &part)
    };
    let tried = |parts: &[PartTotals]| {
        let subject = Subject { unit: &unit, disclosure: &department, others: &[], parts, responses: &[] };
        let audit = audit(subject, &Settings::default()).value;
        let found = audit.findings.iter().filter(|finding| finding.check == "X-20").count();
        (found, audit.tallies.iter().find(|tally| tally.check == "X-20").unwrap().clone())
    };
    let (found, tally) = tried(&[part("a", "合计\t\t1000.00")]);
    assert_eq!((found, tally.agree), (0, 2));
    let (found, tally) = tried(&[part("a", "合计\t\t600.00"), part("b", "合计\t\t300.00")]);
    assert_eq!((found, tally.agree), (2, 0), "income 900 and spending 1980 against 1000 and 990");
    let (found, tally) = tried(&[]);
    assert_eq!((found, tally.not_assessable), (0, 1));
}
