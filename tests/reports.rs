//! Reports on evaluations, and results told in prose: every value of the gold is read, and no other.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use gongkai::model::{AmountRole, FiscalYear, Form, FormKind, Funding, FundingAxis, Grade, Reading, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use serde_json::Value;

fn reading(bytes: &[u8], year: u16, stage: Stage) -> (SourceText, Reading) {
    let source = SourceText::new(bytes, &Redactor::default());
    let document = Document { path: "a.txt", year: FiscalYear::new(year).unwrap(), stage, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    support::assert_nothing_invented("a.txt", &source, &reading);
    (source, reading)
}

fn of_kind(reading: &Reading, kind: FormKind) -> Vec<&Form> {
    reading.forms.iter().filter(|form| form.kind == kind).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn amount(form: &Form, role: AmountRole) -> String {
    form.total.amount(role).map_or(String::new(), |stated| stated.value.yuan().to_string())
}

#[test]
fn every_result_told_in_prose_is_read() {
    let Some(corpus) = support::corpus() else { return };
    let gold: Value =
        serde_json::from_slice(&std::fs::read(corpus.join("gold/projects.json")).unwrap()).unwrap();
    let (_, reading) = reading(&support::seed(&corpus, "001"), 2022, Stage::Final);
    let found: Vec<Vec<String>> = of_kind(&reading, FormKind::NarrativeResult)
        .into_iter()
        .map(|form| {
            let [budget, executed, balance] =
                [AmountRole::InitialBudget, AmountRole::Executed, AmountRole::Balance]
                    .map(|role| amount(form, role));
            let rate =
                form.total.execution_rate.as_ref().map_or(String::new(), |rate| rate.value.to_string());
            let grade = form.grade.as_ref().map_or("", |grade| grade.value.chinese()).to_owned();
            vec![form.name.clone(), form.lines.first.to_string(), budget, executed, balance, rate, grade]
        })
        .collect();
    let expected: Vec<Vec<String>> = gold["jinzhong_inline_results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let line = item["line"].to_string();
            vec![
                text(&item["name"]),
                line,
                text(&item["initial_budget"]),
                text(&item["executed"]),
                text(&item["balance"]),
                text(&item["execution_rate"]),
                text(&item["grade"]),
            ]
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn lists_of_functions_are_no_results() {
    let Some(corpus) = support::corpus() else { return };
    for (number, year, stage) in support::SEEDS.into_iter().filter(|(number, ..)| *number != "001") {
        let (_, reading) = reading(&support::seed(&corpus, number), year, stage);
        let found: Vec<&str> =
            of_kind(&reading, FormKind::NarrativeResult).iter().map(|form| form.name.as_str()).collect();
        assert!(found.is_empty(), "{number}: {found:?}");
    }
}

/// The results in a text, each as `name budget/adjusted/executed/balance rate grade`.
fn results(text: &str) -> Vec<String> {
    let (source, reading) = reading(text.as_bytes(), 2023, Stage::Final);
    support::assert_tiled("results", &source, &reading);
    let told = |form: &&Form| {
        let roles = [
            AmountRole::InitialBudget,
            AmountRole::AdjustedBudget,
            AmountRole::Executed,
            AmountRole::Balance,
        ];
        let amounts = roles.map(|role| amount(form, role)).join("/");
        let rate = form.total.execution_rate.as_ref().map_or(String::new(), |rate| rate.value.to_string());
        let score = form.total_score.as_ref().map_or(String::new(), |score| format!(" {}分", score.value));
        let grade = form.grade.as_ref().map_or("", |grade| grade.value.chinese());
        format!("{} {amounts} {rate}{score} {grade}", form.name)
    };
    reading
        .forms
        .iter()
        .filter(|form| form.kind == FormKind::NarrativeResult)
        .map(|form| told(&form))
        .collect()
}

#[test]
fn enumerators_of_many_kinds_set_results_apart() {
    let item = |name: &str, budget: &str| {
        format!("{name}：该项目年初预算{budget}万元，全年执行数5万元，执行率50%，自评结果为优")
    };
    let expected = [
        "道路养护费 100000//50000/ 50 优",
        "12345热线 200000//50000/ 50 优",
        "2024年春节慰问 300000//50000/ 50 优",
    ];
    let items = [item("道路养护费", "10"), item("12345热线", "20"), item("2024年春节慰问", "30")];
    let [one, two, three] = &items;
    for text in [
        format!("共3个项目，其中：1{one}；2{two}；3{three}。"),
        format!("1.{one}。2.{two}。3.{three}。"),
        format!("1、{one}；2、{two}；3、{three}。"),
        format!("自评如下：（1）{one}；（2）{two}；（3）{three}。"),
        format!("①{one}；②{two}；③{three}。"),
        format!("1、{one}。\n2、{two}。\n3、{three}。"),
        format!("1.{one}。\n\n2.{two}。\n\n3.{three}。\n\n第四部分 名词解释\n"),
        format!("一、{one}。\n二、{two}。\n三、{three}。"),
    ] {
        assert_eq!(results(&text), expected, "{text}");
    }
}

#[test]
fn results_are_told_in_other_words() {
    let cases: [(&str, &[&str]); 6] = [
        (
            "（1）河道清淤项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为92.5分。项目全年预算数为120万元，执行数为118.5万元，完成预算的98.75%。\n（2）图书购置项目自评综述：项目自评得分为88分。全年预算数为3,000元，执行数为3,000元，完成预算的100%。",
            &["河道清淤 /1200000/1185000/ 98.75 92.5分 ", "图书购置 /3000/3000/ 100 88分 "],
        ),
        (
            "公园改造项目绩效自评综述：自评得分为90分，等级为优。全年预算数为10万元，执行数为9万元，完成预算的90%。",
            &["公园改造 /100000/90000/ 90 90分 优"],
        ),
        (
            "1.绿化项目，年初预算100万元，全年执行数98万元，执行率98%，自评结果为“良”；2.亮化项目，年初预算50万元，上年结转3万元，全年执行数40万元，年末结转结余10万元，自评结果为“中”。",
            &["绿化项目 1000000//980000/ 98 良", "亮化项目 500000//400000/100000  中"],
        ),
        (
            "1.一般公共服务支出（类）：年初预算100万元，支出决算95万元，完成年初预算的95%。2.教育支出（类）：年初预算50万元，支出决算50万元，完成年初预算的100%。",
            &[],
        ),
        ("共组织自评12个项目，涉及资金100万元：9个项目自评等级为“优”，3个项目自评等级为“中”。", &[]),
        (
            "某局部门整体绩效自评综述：部门整体绩效自评得分为95分。全年预算数为100万元，执行数为90万元，完成预算的90%。",
            &[],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(results(text), expected, "{text}");
    }
}

#[test]
fn the_report_of_a_whole_unit_is_read() {
    let Some(corpus) = support::corpus() else { return };
    let (_, reading) = reading(&support::seed(&corpus, "004"), 2024, Stage::Final);
    let forms = of_kind(&reading, FormKind::UnitSelfEvaluationReport);
    let [form] = forms[..] else { panic!("{} reports", forms.len()) };
    assert_eq!((form.lines.first, form.lines.last, form.department_code.as_str()), (600, 744, "032"));
    let money = AmountRole::ALL.map(|role| amount(form, role));
    assert_eq!(money, ["30181059.5", "30181059.5", "39700557.84", "35403227.04", "4297330.8"]);
    let rate = |funding: &Funding| {
        funding.execution_rate.as_ref().map_or(String::new(), |rate| rate.value.to_string())
    };
    assert_eq!(
        (rate(&form.total).as_str(), form.total.score.as_ref().unwrap().printed.as_str()),
        ("89.18", "8.92")
    );
    assert_eq!(form.total_score.as_ref().unwrap().printed, "98.92");
    assert_eq!((form.grade.as_ref().unwrap().value, form.complete), (Grade::Excellent, true));
    let rows: Vec<(FundingAxis, &str, String)> =
        form.funding.iter().map(|row| (row.axis, row.label.as_str(), rate(row))).collect();
    assert_eq!(
        rows,
        [
            (FundingAxis::Source, "一般公共预算资金", "89.18".to_owned()),
            (FundingAxis::Total, "合计", "89.18".to_owned()),
            (FundingAxis::Direction, "基本支出", "94.71".to_owned()),
            (FundingAxis::Direction, "项目支出", "85.42".to_owned()),
        ]
    );
    let named: Vec<&str> = form.indicators.iter().map(|indicator| indicator.name.as_str()).collect();
    assert_eq!(named.len(), 17, "{named:?}");
    let passage =
        |heading: &str| form.passages.iter().find(|p| p.heading == heading).map(|p| p.text.as_str());
    assert_eq!(passage("核定人员编制数"), Some("102"));
    assert_eq!(passage("实际在职人员总数"), Some("109"));
    assert_eq!(passage("下属预算单位个数"), Some("4"));
    assert!(passage("下一步改进措施及管理建议").is_some_and(|text| !text.is_empty()));
    assert_eq!(passage("联系人"), None);
}

/// What is said of a text: codes, with their lines.
fn said(text: &str) -> Vec<String> {
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let year = FiscalYear::new(2023).unwrap();
    let document = Document { path: "a.txt", year, stage: Stage::Final, unit_names: &[] };
    let diagnostics = read(&source, document, &Registry::built_in()).diagnostics;
    let of_forms = diagnostics.iter().filter(|d| ["W0412", "W0413", "N0414"].contains(&d.code));
    of_forms.map(|d| format!("{} {}", d.code, d.place.as_ref().map_or(0, |place| place.line))).collect()
}

#[test]
fn lost_rows_and_unread_forms_are_said_with_their_place() {
    let form = |rows: &str| {
        format!(
            "路灯改造项目支出绩效自评表\n(2023年度)\n\n项目名称\t\t路灯改造\t\t\t\t\t\t\t\n\
             项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t资金结(转)余\t执行率\t得分\t\n\
             \t资金总额:\t10\t10\t10\t0\t100\t10\t\n\
             一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析\t\n{rows}\
             总分\t\t\t\t\t\t100\t优\t\n"
        )
    };
    let output = "产出指标\t数量指标\t路灯数\t=20盏\t20盏\t50\t50\t\t\n";
    let others = "效益指标\t社会效益\t照明改善\t明显\t达成预期指标\t30\t30\t\t\n\
                  满意度指标\t服务对象满意度\t居民满意度\t≥90%\t95%\t10\t10\t\t\n";
    assert_eq!(said(&form(&format!("{output}{others}"))), Vec::<String>::new());
    assert_eq!(said(&form(others)), ["W0412 9"]);
    let nameless = "项目支出绩效自评分析报告\n\n一、基本信息\n二、指标\n\n一级指标\t二级指标\t指标名称\t年度指标\t实际完成值\t权重\t得分\n\
                    产出指标\t数量指标\t路灯数\t=20盏\t20\t90\t90\n";
    assert_eq!(said(nameless), ["W0413 6"]);
}

/// Names that begin like numbers, and others; glued to bare enumerators.
const NAMES: [&str; 13] = [
    "评审费",
    "12345热线",
    "3年行动计划",
    "2024年春节慰问",
    "110联动中心建设",
    "365天开放补助",
    "5G基站补贴",
    "“一网通办”平台",
    "（二期）河道工程",
    "1+X证书培训",
    "24小时自助区",
    "7公里步道",
    "大厅服务费(导办人员经费)",
];

#[test]
fn glued_enumerators_are_told_from_names_by_their_sequence() {
    for turn in 0..NAMES.len() {
        let names: Vec<&str> = NAMES.iter().cycle().skip(turn).take(NAMES.len()).copied().collect();
        let items: Vec<String> = names
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let end = if at % 4 == 2 { "。" } else { "；" };
                let budget = at + 11;
                format!("{}{name}：2023年该项目年初预算批复数{budget}万元，全年执行数{at}.5万元，年末资金结转0.25万元，执行率9{at}.5%。2023年度指标均已完成，自评结果为优{end}", at + 1)
            })
            .collect();
        let text = format!("共计13个项目，12个为优，1个为良。其中：{}", items.concat());
        let found: Vec<String> =
            results(&text).iter().map(|told| told.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(found, names, "{text}");
    }
}
