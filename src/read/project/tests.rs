//! Projects joined from forms and from rows of project tables.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::model::{Damage, DamageKind, Denomination, FiscalYear, FormKind, Money, Stage, Stated};
use crate::text::{LineRange, Redactor, SourceText, Span};

fn form(kind: FormKind, line: u32, name: &str, initial: &str) -> Form {
    let mut form = Form::new(kind, LineRange::new(line, line + 5));
    form.name = name.into();
    form.name_printed = name.into();
    let number = Decimal::from_str_exact(initial).ok();
    form.total.initial_budget = number.map(|number| Stated {
        value: Money::new(number, Denomination::TenThousandYuan).unwrap(),
        printed: initial.into(),
        span: Span { line, start: 0, end: 0 },
    });
    form
}

fn evaluation(line: u32, name: &str, initial: &str) -> Form {
    form(FormKind::SelfEvaluation, line, name, initial)
}

fn told(line: u32, name: &str, initial: &str) -> Form {
    form(FormKind::NarrativeResult, line, name, initial)
}

fn document(units: &[String]) -> Document<'_> {
    Document { path: "x", year: FiscalYear::new(2024).unwrap(), stage: Stage::Budget, unit_names: units }
}

fn joined(forms: Vec<Form>) -> Reading {
    let mut reading = Reading { forms, ..Reading::default() };
    join(&mut reading, document(&["甲市审批局".to_owned()]));
    reading
}

/// Each project as `name slug: kind@line …`.
fn shown(forms: Vec<Form>) -> Vec<String> {
    let reading = joined(forms);
    let place =
        |index: &usize| format!(" {}@{}", reading.forms[*index].kind.name(), reading.forms[*index].name_line);
    let show = |project: &Project| {
        let places: String = project.forms.iter().map(place).collect();
        format!("{} {}:{places}", project.name, project.slug)
    };
    reading.projects.iter().map(show).collect()
}

#[test]
fn one_name_is_one_project_however_it_is_printed() {
    let forms = vec![
        told(1, "评估（评标）评审费", "53"),
        told(2, "热线经费", "7"),
        evaluation(10, "评估(评标)评审费", "53.26"),
        evaluation(20, "“热线” 经费", "9"),
    ];
    assert_eq!(
        shown(forms),
        [
            "评估（评标）评审费 ping-gu-ping-biao-ping-shen-fei: narrative-result@1 self-evaluation@10",
            "热线经费 re-xian-jing-fei: narrative-result@2 self-evaluation@20",
        ]
    );
}

#[test]
fn namesakes_stay_apart_and_are_paired_by_amount_then_order() {
    let by_amount = vec![
        told(1, "信息化建设", "24.8"),
        told(2, "信息化建设", "24.5"),
        evaluation(10, "信息化建设", "24.500"),
        evaluation(20, "信息化建设", "24.800"),
    ];
    let expected = [
        "信息化建设 xin-xi-hua-jian-she: narrative-result@1 self-evaluation@20",
        "信息化建设 xin-xi-hua-jian-she-2: narrative-result@2 self-evaluation@10",
    ];
    assert_eq!(shown(by_amount), expected);
    let by_order = vec![
        told(1, "信息化建设", ""),
        told(2, "信息化建设", ""),
        evaluation(10, "信息化建设", "24.5"),
        evaluation(20, "信息化建设", "24.8"),
    ];
    let expected = [
        "信息化建设 xin-xi-hua-jian-she: narrative-result@1 self-evaluation@10",
        "信息化建设 xin-xi-hua-jian-she-2: narrative-result@2 self-evaluation@20",
    ];
    assert_eq!(shown(by_order), expected);
}

#[test]
fn namesakes_that_nothing_tells_apart_are_not_joined() {
    for forms in [
        vec![told(1, "建设", ""), evaluation(10, "建设", "24.5"), evaluation(20, "建设", "24.8")],
        vec![
            told(1, "建设", "3"),
            told(2, "建设", "4"),
            evaluation(10, "建设", "5"),
            evaluation(20, "建设", "6"),
        ],
        vec![evaluation(1, "", "5"), told(10, "", "5")],
    ] {
        let count = forms.len();
        let shown = shown(forms);
        assert_eq!(shown.len(), count, "{shown:#?}");
    }
}

#[test]
fn a_word_printed_in_one_place_only_does_not_part_a_project() {
    for (left, right, is_joined) in [
        (told(1, "智慧政务", ""), evaluation(10, "智慧政务项目", ""), true),
        (told(1, "甲市智慧政务项目", ""), evaluation(10, "智慧政务", ""), true),
        (told(1, "智慧政务经费", "5"), evaluation(10, "智慧政务项目", "5.0"), true),
        (told(1, "智慧政务经费", ""), evaluation(10, "智慧政务项目", ""), false),
        (told(1, "智慧政务", "5"), evaluation(10, "智慧政务项目", "6"), false),
        (told(1, "乙市智慧政务", ""), evaluation(10, "智慧政务", ""), false),
    ] {
        let names = format!("{} {}", left.name, right.name);
        assert_eq!(shown(vec![left, right]).len() == 1, is_joined, "{names}");
    }
}

#[test]
fn clipped_names_are_joined_when_certain_and_completed() {
    let clipped = |mut form: Form| {
        let printed = form.name.clone();
        form.damage.push(Damage { kind: DamageKind::Clipped, field: "name", line: 1, printed });
        form
    };
    let whole = "信息系统日常维护（二期）";
    for (short, is_joined) in [
        (evaluation(10, "信息系统日常维", "5.0"), true),
        (clipped(evaluation(10, "信息系统日常维", "")), true),
        (evaluation(10, "信息系统日常维", ""), false),
        (clipped(evaluation(10, "信息系统日常维", "6")), false),
    ] {
        let shown = shown(vec![told(1, whole, "5"), short]);
        assert_eq!(shown.len() == 1, is_joined, "{shown:?}");
        assert!(shown[0].starts_with(whole), "{shown:?}");
    }
    let two = vec![
        told(1, "信息系统日常维护", "5"),
        told(2, "信息系统日常维修", "5"),
        evaluation(10, "信息系统日常维", "5"),
    ];
    assert_eq!(shown(two).len(), 3);
    let by_amount = vec![
        told(1, "信息系统日常", "5"),
        told(2, "信息系统日常", "7"),
        evaluation(10, "信息系统日常维护", "7"),
        evaluation(20, "信息系统日常维修", "5"),
    ];
    let joined: Vec<String> = shown(by_amount).iter().map(|line| line.replace(' ', "")).collect();
    assert!(joined[0].ends_with("narrative-result@1self-evaluation@20"), "{joined:?}");
    assert!(joined[1].ends_with("narrative-result@2self-evaluation@10"), "{joined:?}");
    let continued = vec![
        told(1, "大厅服务经费", "8"),
        told(2, "大厅服务经费[23年结转", "3"),
        evaluation(10, "大厅服务经费[23年结转]", "3"),
        evaluation(20, "大厅服务经费", "8"),
    ];
    assert_eq!(shown(continued).len(), 2);
}

#[test]
fn forms_about_the_unit_are_one_project_of_their_own() {
    let forms = vec![
        form(FormKind::UnitSelfEvaluationReport, 40, "甲市审批局[部门]", ""),
        form(FormKind::UnitGoal, 1, "甲市审批局", ""),
        evaluation(10, "甲市审批局", ""),
    ];
    let reading = joined(forms);
    let shown: Vec<(&str, bool, u32, usize)> = reading
        .projects
        .iter()
        .map(|project| (project.name.as_str(), project.is_unit, project.ordinal, project.forms.len()))
        .collect();
    assert_eq!(shown, [("甲市审批局", true, 1, 2), ("甲市审批局", false, 2, 1)]);
    let mut printed = Reading { unit_name: "甲市审批局[部门]".into(), ..Reading::default() };
    printed.forms = vec![form(FormKind::UnitGoal, 1, "甲市审批局[部门]", "")];
    join(&mut printed, document(&["甲市审批局".to_owned()]));
    assert_eq!(printed.projects[0].name, "甲市审批局");
    let nameless = joined(vec![form(FormKind::UnitGoal, 1, "", "")]);
    assert_eq!(nameless.projects[0].name, "甲市审批局");
    let other = joined(vec![form(FormKind::UnitGoal, 1, "乙市审批局", "")]);
    assert_eq!(other.projects[0].name, "乙市审批局");
}

#[test]
fn rows_of_project_tables_are_forms() {
    let text = "2024年项目支出预算表（本年预算）\n单位名称：甲市审批局\n单位：万元\n\
        项目名称\t合计\t2024年财政拨款\t\n\t\t一般公共预算\t政府性基金预算\n1\t2\t3\t4\n\
        合计\t30.10\t30.10\t\n甲市审批局\t30.10\t30.10\t\n热线（二期）经费\t10.10\t10.10\t\n\
        印章刻制\t20.00\t20.00\t\n";
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let units = ["甲市审批局".to_owned()];
    let reading = crate::read::read(&source, document(&units), &crate::registry::Registry::built_in()).value;
    let shown: Vec<String> = reading
        .projects
        .iter()
        .map(|project| {
            let form = &reading.forms[project.forms[0]];
            let amount = form.total.initial_budget.as_ref().unwrap();
            let (start, end) = (amount.span.start as usize, amount.span.end as usize);
            let at: String = source.line(amount.span.line).chars().skip(start).take(end - start).collect();
            assert_eq!(at, amount.printed);
            format!(
                "{} {} {} {} {} {}",
                project.slug,
                form.name,
                form.unit,
                amount.printed,
                amount.value.yuan(),
                form.funding.len()
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "re-xian-er-qi-jing-fei 热线（二期）经费 甲市审批局 10.10 101000 1",
            "yin-zhang-ke-zhi 印章刻制 甲市审批局 20.00 200000 1",
        ]
    );
}

#[test]
fn rows_that_sum_up_the_projects_of_a_unit_are_no_projects() {
    let text = "2024年项目支出预算表（本年预算）\n单位名称：甲市审批局\n单位：万元\n\
        项目名称\t合计\t2024年财政拨款\t\n\t\t一般公共预算\t政府性基金预算\n1\t2\t3\t4\n\
        合计\t60.00\t60.00\t\n甲市审批局（本级）\t30.00\t30.00\t\n热线\t10.00\t10.00\t\n\
        印章刻制\t20.00\t20.00\t\n甲市政务服务中心\t25.00\t25.00\t\n大厅运行\t15.00\t15.00\t\n\
        窗口服务\t10.00\t10.00\t\n建设便民服务中心\t5.00\t5.00\t\n";
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let reading = crate::read::read(&source, document(&[]), &crate::registry::Registry::built_in()).value;
    let shown: Vec<String> =
        reading.forms.iter().map(|form| format!("{} {}", form.name, form.unit)).collect();
    assert_eq!(
        shown,
        [
            "热线 甲市审批局（本级）",
            "印章刻制 甲市审批局（本级）",
            "大厅运行 甲市政务服务中心",
            "窗口服务 甲市政务服务中心",
            "建设便民服务中心 甲市政务服务中心",
        ]
    );
}

#[test]
fn budget_items_in_a_table_of_projects_are_no_projects() {
    let head = "2024年项目支出预算表\n单位：万元\n科目编码\t名称\t合计\t一般公共预算\n";
    let hierarchy = "201\t一般公共服务支出\t3.00\t3.00\n20103\t政府办公厅\t3.00\t3.00\n\
        2010302\t一般行政管理事务\t3.00\t3.00\n\t热线\t1.00\t1.00\n\t大厅运行\t2.00\t2.00\n";
    let flat = "2010302\t热线\t1.00\t1.00\n2010302\t大厅运行\t2.00\t2.00\n";
    for rows in [hierarchy, flat] {
        let source = SourceText::new(format!("{head}{rows}").as_bytes(), &Redactor::default());
        let reading = crate::read::read(&source, document(&[]), &crate::registry::Registry::built_in()).value;
        let names: Vec<&str> = reading.projects.iter().map(|project| project.name.as_str()).collect();
        assert_eq!(names, ["热线", "大厅运行"], "{rows}");
    }
}

proptest! {
    #[test]
    fn every_form_is_in_one_project_and_no_project_has_two_of_a_kind(
        kinds in prop::collection::vec((0_usize..7, "[甲乙]{0,2}(建设|经费|\\[)?", 0_u32..3), 0..24)
    ) {
        const KINDS: [FormKind; 7] = [
            FormKind::BudgetLine, FormKind::Goal, FormKind::SelfEvaluation, FormKind::SelfEvaluationReport,
            FormKind::NarrativeResult, FormKind::UnitGoal, FormKind::UnitSelfEvaluationReport,
        ];
        let forms = (1..).zip(&kinds).map(|(line, (kind, name, amount))| form(KINDS[*kind], line, name, &amount.to_string()));
        let reading = joined(forms.collect());
        let mut seen: Vec<usize> = reading.projects.iter().flat_map(|project| project.forms.clone()).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..reading.forms.len()).collect::<Vec<_>>());
        for project in &reading.projects {
            let mut kinds: Vec<FormKind> = project.forms.iter().map(|index| reading.forms[*index].kind).collect();
            kinds.sort();
            prop_assert!(kinds.windows(2).all(|pair| pair[0] != pair[1]));
            prop_assert!(project.forms.windows(2).all(|pair| pair[0] < pair[1]));
        }
        prop_assert!(reading.projects.windows(2).all(|pair| pair[0].forms[0] < pair[1].forms[0]));
    }
}
