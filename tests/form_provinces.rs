//! Performance forms as other provinces print them, by the national template and in variants of it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use gongkai::model::{AmountRole, FiscalYear, Form, FormKind, Funding, Indicator, Stage, Stated};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use rust_decimal::Decimal;

/// The only form of a document; `|` stands for TAB.
fn form(text: &str) -> Form {
    let bytes = text.replace('|', "\t");
    let source = SourceText::new(bytes.as_bytes(), &Redactor::default());
    let document = Document {
        path: "a.txt",
        year: FiscalYear::new(2023).unwrap(),
        stage: Stage::Final,
        unit_names: &[],
    };
    let mut reading = read(&source, document, &Registry::built_in()).value;
    assert_eq!(reading.forms.len(), 1, "{:?}\n{:#?}", reading.blocks, reading.forms);
    reading.forms.remove(0)
}

fn number(stated: Option<&Stated<Decimal>>) -> String {
    stated.map_or("-".to_owned(), |stated| stated.value.normalize().to_string())
}

/// `label: requested initial adjusted executed balance rate score`
fn money(funding: &Funding) -> String {
    let amounts: Vec<String> = AmountRole::ALL
        .iter()
        .map(|role| funding.amount(*role).map_or("-".to_owned(), |stated| stated.value.yuan().to_string()))
        .collect();
    let rest = [number(funding.execution_rate.as_ref()), number(funding.score.as_ref())];
    format!("{}: {} {}", funding.label, amounts.join(" "), rest.join(" "))
}

/// `level1/level2/name: target → actual, score of weight`
fn line(indicator: &Indicator) -> String {
    let Indicator { level1, level2, name, target, adjusted_target, actual, weight, score, .. } = indicator;
    let (weight, score) = (number(weight.as_ref()), number(score.as_ref()));
    format!("{level1}/{level2}/{name}: {target}{adjusted_target} → {actual}, {score} of {weight}")
}

#[track_caller]
fn check(form: &Form, sums: &[&str], indicators: &[&str], total: &str) {
    let found: Vec<String> = std::iter::once(&form.total).chain(&form.funding).map(money).collect();
    assert_eq!(found, sums, "{:?}", form.damage);
    let found: Vec<String> = form.indicators.iter().map(line).collect();
    assert_eq!(found, indicators);
    let grade = form.grade.as_ref().map_or("-", |grade| grade.value.chinese());
    assert_eq!(format!("{} {grade}", number(form.total_score.as_ref())), total);
    let damage: Vec<_> = form.damage.iter().chain(form.indicators.iter().flat_map(|i| &i.damage)).collect();
    assert!(damage.is_empty(), "{damage:?}");
    assert!(form.complete);
}

const NATIONAL: &str = "
项目支出绩效自评表
（2023年度）
项目名称||社区养老服务补助||||||
主管部门||105-某市民政局|||实施单位||105003-某市社会福利院|
项目资金（万元）|||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额||120|110|99|10|90%|9
|其中：当年财政拨款||100|90|79|—|87.78%|—
|上年结转资金||20|20|20|—|100%|—
|其他资金||||||—|
年度总体目标|预期目标||||实际完成情况|||
|让独居老人有人照看||||已为老人装好呼叫器|||
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标|数量指标|服务老人数|≥500人|520人|15|15|
||质量指标|回访合格率|≥95%|97%|15|15|
||时效指标|补助发放时间|12月底前|11月|10|10|
||成本指标|人均补助标准|≤1800元/年|1900元/年|10|7|两项补助提高
|效益指标|社会效益指标|老人安全感|有所提高|提高|30|30|
|满意度指标|服务对象满意度指标|老人满意度|≥90%|93%|10|10|
总分||||||100|96|
";

const NATIONAL_LINES: [&str; 6] = [
    "产出指标/数量指标/服务老人数: ≥500人 → 520人, 15 of 15",
    "产出指标/质量指标/回访合格率: ≥95% → 97%, 15 of 15",
    "产出指标/时效指标/补助发放时间: 12月底前 → 11月, 10 of 10",
    "产出指标/成本指标/人均补助标准: ≤1800元/年 → 1900元/年, 7 of 10",
    "效益指标/社会效益指标/老人安全感: 有所提高 → 提高, 30 of 30",
    "满意度指标/服务对象满意度指标/老人满意度: ≥90% → 93%, 10 of 10",
];

#[test]
fn the_national_template_is_read() {
    let form = form(NATIONAL);
    assert_eq!((form.kind, form.name.as_str()), (FormKind::SelfEvaluation, "社区养老服务补助"));
    assert_eq!((form.department_code.as_str(), form.department.as_str()), ("105", "某市民政局"));
    assert_eq!((form.unit_code.as_str(), form.unit.as_str()), ("105003", "某市社会福利院"));
    let sums = [
        "年度资金总额: - 1200000 1100000 990000 - 90 9",
        "当年财政拨款: - 1000000 900000 790000 - 87.78 -",
        "上年结转资金: - 200000 200000 200000 - 100 -",
        "其他资金: - - - - - - -",
    ];
    check(&form, &sums, &NATIONAL_LINES, "96 -");
    let passages: Vec<(&str, &str)> =
        form.passages.iter().map(|p| (p.heading.as_str(), p.text.as_str())).collect();
    assert_eq!(passages, [("预期目标", "让独居老人有人照看"), ("实际完成情况", "已为老人装好呼叫器")]);
    assert_eq!(form.indicators[3].deviation_reason, "两项补助提高");
}

#[test]
fn points_in_the_labels_and_amounts_in_yuan_are_read() {
    let text = "
项目支出绩效自评表
（2022年度） 单位：元
项目名称|河道保洁||||||||
主管部门|某区水务局||||项目实施单位|某区河道所|||
项目资金|资金来源|年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分||
|年度资金总额：|1,200,000.00|1,150,000.00|1,150,000.00|10|100.00%|10||
|其中：本级财政拨款|1,200,000.00|1,150,000.00|1,150,000.00|-|100.00%|-||
年度总体目标|年初设定目标||||全年实际完成情况||||
|水面无漂浮物||||每日巡河||||
一级指标|二级指标|三级指标|年度指标值|全年实际值|分值|得分|未完成原因和改进措施||
产出指标（50分）|数量指标|保洁河段|12条|12条|20|20|||
|质量指标|抽查合格率|＞90%|92.5%|10|10|||
|时效指标|巡查频次|每日一次|每日一次|10|10|||
|成本指标|每公里费用|不超过3万元|2.8万元|10|10|||
效益指标（30分）|生态效益指标|水质|达到Ⅳ类|Ⅳ类|30|28|雨季反复||
满意度指标（10分）|服务对象满意度指标|居民满意度|90%以上|91%|10|10|||
总分|||||100|98|||
";
    let form = form(text);
    let sums = [
        "年度资金总额: - 1200000 1150000 1150000 - 100 10",
        "本级财政拨款: - 1200000 1150000 1150000 - 100 -",
    ];
    let lines = [
        "产出指标（50分）/数量指标/保洁河段: 12条 → 12条, 20 of 20",
        "产出指标（50分）/质量指标/抽查合格率: ＞90% → 92.5%, 10 of 10",
        "产出指标（50分）/时效指标/巡查频次: 每日一次 → 每日一次, 10 of 10",
        "产出指标（50分）/成本指标/每公里费用: 不超过3万元 → 2.8万元, 10 of 10",
        "效益指标（30分）/生态效益指标/水质: 达到Ⅳ类 → Ⅳ类, 28 of 30",
        "满意度指标（10分）/服务对象满意度指标/居民满意度: 90%以上 → 91%, 10 of 10",
    ];
    check(&form, &sums, &lines, "98 -");
}

#[test]
fn goals_with_sign_and_measure_in_columns_of_their_own_are_read() {
    let text = "
项目支出绩效目标表
（2024年度）
单位：万元
项目名称|校舍维修|||||
主管部门|某县教育局|||实施单位|某县第二小学|
项目资金|年度资金总额|86.5||||
|其中：财政拨款|80||||
|其他资金|6.5||||
总体目标|消除漏雨教室|||||
绩效指标|一级指标|二级指标|三级指标|绩效指标性质|绩效指标值|绩效度量单位
|产出指标|数量指标|维修教室|≥|14|间
||质量指标|验收合格率|＝|100|%
||时效指标|完工时间|定性|暑假结束前|
||成本指标|维修总费用|≤|86.5|万元
|效益指标|社会效益指标|学习环境|定性|改善|
|满意度指标|服务对象满意度指标|师生满意度|≥|95|%
";
    let form = form(text);
    assert_eq!((form.kind, form.name.as_str()), (FormKind::Goal, "校舍维修"));
    let sums =
        ["年度资金总额: - 865000 - - - - -", "财政拨款: - 800000 - - - - -", "其他资金: - 65000 - - - - -"];
    let lines = [
        "产出指标/数量指标/维修教室: ≥14间 → , - of -",
        "产出指标/质量指标/验收合格率: ＝100% → , - of -",
        "产出指标/时效指标/完工时间: 暑假结束前 → , - of -",
        "产出指标/成本指标/维修总费用: ≤86.5万元 → , - of -",
        "效益指标/社会效益指标/学习环境: 改善 → , - of -",
        "满意度指标/服务对象满意度指标/师生满意度: ≥95% → , - of -",
    ];
    check(&form, &sums, &lines, "- -");
    let parsed = &form.indicators[0].parsed;
    assert_eq!((parsed.number.unwrap(), parsed.measure.as_str()), (Decimal::from(14), "间"));
}

#[test]
fn forms_about_the_whole_unit_have_its_name() {
    let text = "
部门整体支出绩效自评表
（2023年度）
部门名称|某区图书馆|||||||
年度预算执行情况（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|
|资金总额|300|310|305|10|98.39|9.84|
|基本支出|200|205|203|||||
|项目支出|100|105|102|||||
绩效指标|一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分|偏差原因
|产出指标|数量指标|到馆人次|≥20万人次|22万人次|50|50|
|效益指标|社会效益指标|阅读推广|持续开展|开展64场|30|30|
|满意度指标|服务对象满意度指标|读者满意度|≥95%|96%|10|10|
总分||||||99.84|优|
";
    let form = form(text);
    assert_eq!((form.kind, form.name.as_str()), (FormKind::UnitSelfEvaluationReport, "某区图书馆"));
    let sums = [
        "资金总额: - 3000000 3100000 3050000 - 98.39 9.84",
        "基本支出: - 2000000 2050000 2030000 - - -",
        "项目支出: - 1000000 1050000 1020000 - - -",
    ];
    let lines = [
        "产出指标/数量指标/到馆人次: ≥20万人次 → 22万人次, 50 of 50",
        "效益指标/社会效益指标/阅读推广: 持续开展 → 开展64场, 30 of 30",
        "满意度指标/服务对象满意度指标/读者满意度: ≥95% → 96%, 10 of 10",
    ];
    check(&form, &sums, &lines, "99.84 优");
}

#[test]
fn rows_that_a_page_lost_are_proven_by_the_points() {
    let text: String = NATIONAL
        .lines()
        .filter(|line| !line.contains("补助发放时间"))
        .map(|line| format!("{line}\n"))
        .collect();
    let form = form(&text);
    assert!(!form.complete);
    let lost: Vec<&str> = form.damage.iter().map(|damage| damage.printed.as_str()).collect();
    assert_eq!(lost, ["10 10"]);
}
