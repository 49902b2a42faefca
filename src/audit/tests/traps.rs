//! What looks like a contradiction and is none; and checks that need documents of their own.

use super::{BUDGET, Edit, FINAL, edited};
use crate::audit::fixture::{Outcome, budget, final_accounts, outcome};
use crate::model::{Severity, Stage, Verdict};

/// Checks whose firing is tested with documents of their own, here and in `years`.
pub(super) const FIRE_ELSEWHERE: [&str; 11] =
    ["D-01", "D-04", "F-06-05", "P-27", "P-29", "Q-01", "Q-02", "X-18", "X-19", "X-20", "X-21"];

const SUMMARY: &str = "### 收入支出决算总表";
const GENERAL: &str = "### 一般公共预算财政拨款支出决算表";
const DETAIL: &str = "### 一般公共预算财政拨款基本支出决算明细表";
const PROSE: &str = "## 第三部分";
const FORM: &str = "## 窗口服务外包经费项目支出绩效自评表";
const GOAL: &str = "乙县县(区)级预算部门";

/// Changes after which a check must stay silent, and why.
const TRAPS: &[(&str, Stage, &[Edit], &str)] = &[
    (
        "F-01-01",
        Stage::Final,
        &[(SUMMARY, "八、其他收入\t8\t20.00", "八、其他收入\t8\t20.01")],
        "rounding of three addends",
    ),
    (
        "F-01-01",
        Stage::Final,
        &[(SUMMARY, "\t9\t\t九、", "其中：其他财政补助\t9\t5.00\t九、")],
        "a part of the row above is no addend",
    ),
    (
        "F-05-01",
        Stage::Final,
        &[(GENERAL, "合计\t\t955.00\t590.00\t365.00", "合计\t\t1910.00\t1180.00\t730.00")],
        "exactly double is F-05-04",
    ),
    (
        "F-06-01",
        Stage::Final,
        &[(DETAIL, "30399\t其他对个人和家庭的补助\t", "30399\t其他对个人和家庭的补助\t——")],
        "dashes",
    ),
    (
        "F-06-03",
        Stage::Final,
        &[(DETAIL, "\t310\t资本性支出\t5.00", "\t310\t资本性支出\t5.01")],
        "rounding of two addends",
    ),
    (
        "X-08",
        Stage::Final,
        &[(GENERAL, "合计\t\t955.00", "合计\t\t955.01")],
        "one unit is a rounding remainder",
    ),
    (
        "X-12",
        Stage::Final,
        &[(GENERAL, "合计\t\t955.00\t590.00", "合计\t\t955.00\t590.01")],
        "rounding of the classes",
    ),
    (
        "X-16",
        Stage::Final,
        &[("### 部门决算公开相关信息统计表", "(一) 行政单位\t5\t60.00", "(一) 行政单位\t5\t45.00")],
        "other institutions have operating costs, too",
    ),
    ("N-01", Stage::Final, &[(PROSE, "办公费20.00万元", "办公费20万元")], "zeros at the end"),
    (
        "N-01",
        Stage::Final,
        &[(PROSE, "办公费20.00万元", "办公费20.01万元")],
        "one unit is a rounding remainder",
    ),
    ("N-01", Stage::Final, &[(PROSE, "办公费20.00万元", "办公费200000元")], "another denomination"),
    (
        "N-01",
        Stage::Final,
        &[(PROSE, "采购支出总额100.00万元，其", "采购支出总额100.00元，其")],
        "the factor is N-20",
    ),
    ("N-02", Stage::Final, &[(PROSE, "占比59.60%", "占比59.6%")], "fewer decimals"),
    ("N-04", Stage::Final, &[(PROSE, "增长5.44%", "增长5%")], "no decimals"),
    ("N-06", Stage::Final, &[(PROSE, "完成年初预算的94.51%", "完成年初预算的95%")], "no decimals"),
    ("N-10", Stage::Final, &[(PROSE, "退休费30.00万元；", "退休费20.00万元等；")], "a partial list"),
    (
        "N-19",
        Stage::Final,
        &[("# 甲市", "甲市数据管理局负责全市数据管理工作。", "联系电话：139XXXX5678。")],
        "a number that is masked in the original",
    ),
    (
        "N-24",
        Stage::Final,
        &[(PROSE, "一、收入支出决算总体情况说明", "一、与2023年度决算比较情况")],
        "a comparison",
    ),
    ("P-01", Stage::Final, &[(FORM, "\t40\t38\t2\t95.00", "\t0\t0\t0\t0")], "a budget of zero has no rate"),
    ("P-05", Stage::Final, &[(FORM, "95.00\t9.50", "95.00\t19.00")], "another weight of execution"),
    ("P-09", Stage::Final, &[(FORM, "\t99.5\t优", "\t99.50\t优")], "zeros at the end"),
    ("P-10", Stage::Final, &[(FORM, "\t99.5\t优", "\t90\t优")], "90 is 优"),
    ("P-11", Stage::Final, &[(FORM, "12个\t20\t20", "8个\t20\t16")], "a deduction for what was missed"),
    ("P-11", Stage::Final, &[(FORM, "≥95%\t≥95%\t96%", ">95%\t>95%\t>95%")], "the sign repeats the target"),
    ("P-12", Stage::Final, &[(FORM, "12个\t20\t20", "8个\t20\t15")], "within a point"),
    (
        "P-13",
        Stage::Final,
        &[(FORM, "≤40万元\t≤40万元\t38万元", "≤90万元\t≤90万元\t38万元")],
        "less is better",
    ),
    (
        "P-14",
        Stage::Final,
        &[(FORM, "外包服务费\t≤40万元\t≤40万元\t38万元", "费用节约率\t≥4%\t≥4%\t5%")],
        "a rate",
    ),
    (
        "P-15",
        Stage::Final,
        &[(FORM, "外包服务费\t≤40万元\t≤40万元", "成本节约金额\t≥4万元\t≥4万元")],
        "a saving",
    ),
    (
        "P-16",
        Stage::Final,
        &[(FORM, "≤40万元\t≤40万元\t38万元", "≤40万元\t≤40万元\t≤40万元")],
        "a bound is no amount",
    ),
    (
        "P-17",
        Stage::Final,
        &[(FORM, "外包服务费\t≤40万元\t≤40万元\t38万元", "租赁单价\t=500元/年\t=500元/年\t500元/年")],
        "a price of something else",
    ),
    ("P-18", Stage::Final, &[(FORM, "实际支出38万元，", "实际支出380000元，")], "another denomination"),
    (
        "P-20",
        Stage::Final,
        &[(PROSE, "二级项目绩效自评个数2个", "一级项目绩效自评个数5个")],
        "top-level projects",
    ),
    (
        "B-28",
        Stage::Budget,
        &[(GOAL, "年度资金总额:\t\t600,000", "年度资金总额:\t\t600,040")],
        "yuan round to 万元",
    ),
    (
        "B-25",
        Stage::Budget,
        &[("2024年财政拨款安排机关运行经费预算表", "部门合计\t30.00", "部门合计\t25.00")],
        "other institutions have operating costs, too",
    ),
    (
        "B-20",
        Stage::Budget,
        &[("2024年预算支出总表", "合计\t\t320.00\t210.00\t110.00", "合计\t\t320.00\t210.00\t110.00")],
        "with last year's balance",
    ),
];

fn made(stage: Stage, edits: &[Edit]) -> crate::model::Disclosure {
    match stage {
        Stage::Final => final_accounts(&edited(FINAL, edits).0),
        Stage::Budget => budget(&edited(BUDGET, edits).0),
    }
}

/// Findings above info.
fn serious(outcome: &Outcome) -> usize {
    outcome.severities.iter().filter(|severity| **severity != "info").count()
}

#[test]
fn what_looks_like_a_contradiction_and_is_none_stays_silent() {
    let mut faults = Vec::new();
    for (code, stage, edits, why) in TRAPS {
        let outcome = outcome(code, &made(*stage, edits));
        if serious(&outcome) > 0 {
            faults.push(format!("{code} ({why}): {outcome:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn one_cause_has_its_consequences_beneath_it() {
    let doubled =
        edited(FINAL, &[(GENERAL, "合计\t\t955.00\t590.00\t365.00", "合计\t\t1910.00\t1180.00\t730.00")]);
    let audit = crate::audit::fixture::audited(&final_accounts(&doubled.0));
    let beneath = |check: &str| {
        let found: Vec<_> = audit.findings.iter().filter(|finding| finding.check == check).collect();
        assert!(!found.is_empty(), "{check} finds nothing");
        found.iter().all(|finding| {
            let cause = finding.cause.as_ref().and_then(|id| audit.finding(id));
            cause.is_some_and(|cause| cause.check == "F-05-04" && cause.consequences.contains(&finding.id))
        })
    };
    for check in ["X-08", "X-12", "X-13", "N-01"] {
        assert!(beneath(check), "{check} stands on its own");
    }
    let alone: Vec<&str> = crate::audit::causes(&audit).filter(|f| f.is_signal()).map(|f| f.check).collect();
    assert_eq!(alone, ["F-05-04"; 3], "one for each column");
}

#[test]
fn a_layout_with_basic_spending_beside_all_spending_is_checked_row_by_row() {
    let text = "\
一般公共预算财政拨款支出决算明细表
金额单位：元
科目代码\t科目名称\t金额\t其中：基本支出\t科目代码\t科目名称\t金额\t其中：基本支出
301\t工资福利支出\t500.00\t500.00\t302\t商品和服务支出\t300.00\t350.00
30101\t基本工资\t500.00\t500.00\t30201\t办公费\t300.00\t350.00
人员经费合计\t\t500.00\t500.00\t公用经费合计\t\t300.00\t350.00
";
    let found = outcome("F-06-05", &final_accounts(text));
    assert_eq!(found.lines, [[4], [5], [6]], "{found:?}");
    assert_eq!(found.differences, ["50", "50", "50"]);
    assert_eq!(serious(&outcome("F-06-05", &final_accounts(&text.replace("350.00", "250.00")))), 0);
}

#[test]
fn the_archives_own_losses_are_told_apart_from_findings() {
    let lost: Vec<&str> = FINAL.lines().filter(|line| !line.contains("服务合格率")).collect();
    let audit = crate::audit::fixture::audited(&final_accounts(&lost.join("\n")));
    let conversion: Vec<_> =
        audit.findings.iter().filter(|finding| finding.verdict == Verdict::Conversion).collect();
    let checks: Vec<&str> = conversion.iter().map(|finding| finding.check).collect();
    assert_eq!(checks, ["P-06", "P-09", "P-29"], "weights and scores are short by the same ten points");
    assert!(conversion.iter().all(|finding| !finding.is_signal() && finding.severity == Severity::Info));
    let signals = audit.findings.iter().filter(|finding| finding.is_signal()).count();
    assert_eq!(signals, 0);
}

#[test]
fn quality_checks_look_at_the_whole_document() {
    let (before, rest) = FINAL.split_once("### 政府性基金预算财政拨款收入支出决算表").unwrap();
    let (_, after) = rest.split_once("### 国有资本").unwrap();
    let missing = outcome("Q-02", &final_accounts(&format!("{before}### 国有资本{after}")));
    assert_eq!((missing.lines.len(), missing.agree, missing.severities), (1, 7, vec!["warning"]));
    let mut late = final_accounts(FINAL);
    assert_eq!(outcome("Q-01", &late), Outcome::not_assessable(1));
    (late.approved_on, late.published_on) = ("2025-08-01".into(), "2025-08-21".into());
    assert_eq!(outcome("Q-01", &late), Outcome::agrees(1));
    late.published_on = "2025-08-22".into();
    assert_eq!(outcome("Q-01", &late).severities, ["warning"]);
    let toc = "目 录\n第一部分 概况……1\n一、收入支出决算总表……1\n二、国有资产情况表……2\n";
    let listed = outcome("D-01", &final_accounts(&format!("{toc}\n{FINAL}")));
    assert_eq!((listed.lines, listed.agree), (vec![vec![4]], 1));
}

#[test]
fn lines_that_could_not_be_read_are_a_matter_of_the_archive() {
    let disclosure = final_accounts(&format!("甲\t乙\n\n{FINAL}"));
    let raw: Vec<u32> = disclosure
        .reading
        .blocks
        .iter()
        .filter(|block| block.level == crate::model::ReadingLevel::Raw)
        .map(|block| block.lines.first)
        .collect();
    let audit = crate::audit::fixture::audited(&disclosure);
    let told: Vec<u32> =
        audit.findings.iter().filter(|f| f.check == "D-04").flat_map(crate::model::Finding::lines).collect();
    assert!(!raw.is_empty());
    assert_eq!(told, raw);
    assert_eq!(serious(&outcome("D-04", &disclosure)), 0, "nobody is accused of it");
}

#[test]
fn the_whole_unit_evaluation_is_held_against_the_tables() {
    let evaluation = |executed: &str| {
        let form = FINAL
            .split_once("## 系统运行维护经费项目支出绩效自评表")
            .map(|(_, form)| format!("\n## 部门整体支出绩效自评表{form}"))
            .unwrap()
            .replace("\t22\t22\t22\t22\t0", &format!("\t{executed}\t{executed}\t{executed}\t{executed}\t0"))
            .replace("系统运行维护经费", "甲市数据管理局");
        outcome("P-27", &final_accounts(&format!("{FINAL}{form}")))
    };
    let total = evaluation("990");
    assert_eq!((total.lines.len(), total.agree), (0, 1), "all spending: {total:?}");
    let received = evaluation("955");
    assert_eq!((received.lines.len(), received.agree), (0, 1), "the appropriation spent: {received:?}");
    let other = evaluation("777");
    assert_eq!((other.lines.len(), other.severities.as_slice()), (1, &["warning"][..]), "{other:?}");
}
