//! Performance forms as further places print them, and as conversions break them: what is read is right, and what is not
//! certain is left blank and told.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use gongkai::model::{DamageKind, FiscalYear, Form, Reading, Stage, Stated};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use rust_decimal::Decimal;

/// A document read; `|` stands for TAB.
fn reading(text: &str) -> Reading {
    let bytes = text.replace('|', "\t");
    let source = SourceText::new(bytes.as_bytes(), &Redactor::default());
    let year = FiscalYear::new(2024).unwrap();
    let document = Document { path: "a.txt", year, stage: Stage::Final, unit_names: &[] };
    read(&source, document, &Registry::built_in()).value
}

fn number(stated: Option<&Stated<Decimal>>) -> String {
    stated.map_or("-".to_owned(), |stated| stated.value.normalize().to_string())
}

/// `name: target → actual, score of weight`
fn indicators(form: &Form) -> Vec<String> {
    let line = |i: &gongkai::model::Indicator| {
        let (weight, score) = (number(i.weight.as_ref()), number(i.score.as_ref()));
        format!("{}: {}{} → {}, {score} of {weight}", i.name, i.target, i.adjusted_target, i.actual)
    };
    form.indicators.iter().map(line).collect()
}

fn damage(form: &Form) -> Vec<(DamageKind, &'static str)> {
    let all = form.damage.iter().chain(form.indicators.iter().flat_map(|indicator| &indicator.damage));
    all.map(|damage| (damage.kind, damage.field)).collect()
}

fn verdict(form: &Form) -> (String, &'static str) {
    (number(form.total_score.as_ref()), form.grade.as_ref().map_or("-", |grade| grade.value.chinese()))
}

const HEAD: &str = "项目支出绩效自评表
项目名称|花圃补种|||||||
主管部门|甲市园林局|||实施单位|甲市花圃|||
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|
|年度资金总额|40|38|19|10|50%|5|
";

/// Words of headers that stand over two rows are one header, of the money and of the indicators.
#[test]
fn headers_over_two_rows_are_one() {
    let reading = reading(
        "项目支出绩效自评表
项目名称|路灯换新|||||||
主管部门|乙市城管局|||实施单位|乙市路灯所|||
项目资金（万元）||年初|全年|全年|分值|执行率|得分|
||预算数|预算数|执行数||||
|年度资金总额|60|50|45|10|90%|9|
绩效|一级|二级|三级|年度|实际|分值|得分|偏差原因分析
指标|指标|指标|指标|指标值|完成值|||及改进措施
|产出指标|数量指标|换灯数|≥700盏|720盏|50|50|
|效益指标|社会效益指标|夜间事故|减少|减少|30|30|
|满意度指标|服务对象满意度|居民满意度|≥90%|91%|10|10|
总分||||||100|99|
",
    );
    let form = &reading.forms[0];
    let amounts = [&form.total.initial_budget, &form.total.adjusted_budget, &form.total.executed]
        .map(|stated| stated.as_ref().map(|stated| stated.value.yuan().to_string()).unwrap_or_default());
    assert_eq!(amounts, ["600000", "500000", "450000"]);
    let expected = [
        "换灯数: ≥700盏 → 720盏, 50 of 50",
        "夜间事故: 减少 → 减少, 30 of 30",
        "居民满意度: ≥90% → 91%, 10 of 10",
    ];
    assert_eq!(indicators(form), expected);
    assert_eq!((verdict(form), damage(form)), (("99".to_owned(), "-"), vec![]));
}

/// A heading 绩效指标表 inside a form begins no other form, and columns named in a row above the levels count.
#[test]
fn a_banner_row_above_the_levels_names_columns() {
    let text = format!(
        "{HEAD}项目支出绩效指标表
绩效指标|||年度指标值|||实际完成值|分值|得分|偏差原因分析及改进措施
一级指标|二级指标|三级指标|指标性质|指标值|度量单位||||
产出指标|数量指标|补种面积|>=|18|亩|20|50|50|
效益指标|生态效益|绿化率|=|35|%|33|30|28|旱情
满意度指标|服务对象满意度|游客满意度|>=|90|%|95|10|10|
总分|||||||100|93|良
"
    );
    let reading = reading(&text);
    assert_eq!(reading.forms.len(), 1);
    let form = &reading.forms[0];
    let expected = [
        "补种面积: >=18亩 → 20, 50 of 50",
        "绿化率: =35% → 33, 28 of 30",
        "游客满意度: >=90% → 95, 10 of 10",
    ];
    assert_eq!(indicators(form), expected);
    assert_eq!(verdict(form), ("93".to_owned(), "良"));
}

/// Two header words glued together are two columns.
#[test]
fn glued_header_words_are_two_columns() {
    let rows = [
        "一级指标|二级指标|三级指标|年度指标值实际完成值|分值|得分|备注|",
        "一级指标|二级指标|三级指标|年度指标值实际完成值||分值|得分|备注",
    ];
    for header in rows {
        let text = format!(
            "{HEAD}{header}
产出指标|数量指标|补种株数|900株|950株|50|50|
效益指标|社会效益|游人数量|有所增加|增加|30|30|
"
        );
        let reading = reading(&text);
        let expected = ["补种株数: 900株 → 950株, 50 of 50", "游人数量: 有所增加 → 增加, 30 of 30"];
        assert_eq!(indicators(&reading.forms[0]), expected, "{header}");
    }
}

/// Points that lost the TAB between them, rows that lost their line break, and numbers that stand alone give no value.
#[test]
fn glued_numbers_and_rows_give_no_value() {
    let header = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注|\n";
    let cases: [(&str, &[&str]); 4] = [
        ("产出指标|数量指标|补种株数|900株|950株|55|", &["补种株数: 900株 → 950株, - of -"]),
        ("产出指标|数量指标|补种株数|900株|950株|3030|", &["补种株数: 900株 → 950株, - of -"]),
        (
            "产出指标|数量指标|补种株数|900株|950株|20|20||质量指标|成活率|≥90%|93%|15|14||\n|时效指标|完工|6月|5月|15|15|",
            &["完工: 6月 → 5月, 15 of 15"],
        ),
        ("产出指标|数量指标|补种株数|900株|950株|50|50|\n|||4.5||||", &["补种株数: 900株 → 950株, 50 of 50"]),
    ];
    for (rows, expected) in cases {
        let reading = reading(&format!("{HEAD}{header}{rows}\n"));
        let form = &reading.forms[0];
        assert_eq!(indicators(form), expected, "{rows}");
        assert!(!damage(form).is_empty(), "{rows}");
    }
}

/// The result stands in the row of the total, or in rows of its own.
#[test]
fn results_in_rows_of_their_own_are_read() {
    let grid = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注|
产出指标|数量指标|补种株数|900株|950株|50|50|
效益指标|社会效益|游人数量|有所增加|增加|30|28|
";
    let cases = [
        ("评价得分|93|||||||\n评价结论|良||||||", ("93", "良")),
        ("总分|||||100|93||\n评价等级|良好|||||||", ("93", "良")),
        ("自评得分|93|||自评等级|优秀|||", ("93", "优")),
        ("总分|||||100|93||\n自评结论|项目按期完成，效果良好。|||||||", ("93", "-")),
    ];
    for (rows, (score, grade)) in cases {
        let reading = reading(&format!("{HEAD}{grid}{rows}\n"));
        let form = &reading.forms[0];
        assert_eq!(verdict(form), (score.to_owned(), grade), "{rows}");
        assert_eq!(form.indicators.len(), 2, "{rows}");
    }
}

/// What stands before the kind of form in a title is a name only if it names something.
#[test]
fn titles_without_a_name_give_none() {
    for (title, name) in [
        ("附件2：项目绩效自评表", ""),
        ("2024年度部门预算项目支出绩效自评表", ""),
        ("县级项目支出绩效自评表", ""),
        ("丁市县（区）级预算部门（单位）项目支出绩效自评表", ""),
        ("花圃补种项目支出绩效自评表", "花圃补种"),
    ] {
        let text = format!(
            "{title}
项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|40|38|19|10|50%|5
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|补种株数|900株|950株|50|50
"
        );
        let names: Vec<String> = reading(&text).forms.into_iter().map(|form| form.name).collect();
        let expected: Vec<String> =
            Some(name.to_owned()).filter(|name| !name.is_empty()).into_iter().collect();
        assert_eq!(names, expected, "{title}");
    }
}

/// Results told in lists with every kind of enumerator; lists of other things are no projects.
#[test]
fn results_are_told_in_lists_of_every_kind() {
    let result = |form: &Form| {
        let money = |stated: &Option<Stated<gongkai::model::Money>>| {
            stated.as_ref().map(|stated| stated.value.yuan().to_string()).unwrap_or_default()
        };
        let (score, grade) = verdict(form);
        format!(
            "{} {} {} {score}{grade}",
            form.name,
            money(&form.total.adjusted_budget),
            money(&form.total.executed)
        )
    };
    let cases: [(&str, &[&str]); 4] = [
        (
            "（1）河道保洁项目全年预算50万元，执行数45万元，执行率90%，自评得分97分，等级优；
（2）2024年防汛物资经费全年预算8.5万元，执行数8.5万元，执行率100%，自评得分85分，等级良。",
            &["河道保洁项目 500000 450000 97优", "2024年防汛物资经费 85000 85000 85良"],
        ),
        (
            "一是河道保洁项目。项目全年预算数为50万元，执行数为45万元，完成预算的90%，得分97分。
二是防汛物资经费。项目全年预算数为9万元，执行数为9万元，完成预算的100%，得分100分。",
            &["河道保洁项目 500000 450000 97-", "防汛物资经费 90000 90000 100-"],
        ),
        (
            "①河道保洁经费：全年预算5万元，全年执行4万元，执行率80%，得分96分，等次为“优”。
②防汛物资经费：全年预算9万元，全年执行9万元，执行率100%，得分100分，等次为“优”。",
            &["河道保洁经费 50000 40000 96优", "防汛物资经费 90000 90000 100优"],
        ),
        (
            "一是预算执行还不均衡，全年预算执行率85%，绩效意识不强；
二是绩效评价结果应用不够，全年预算编制不细，执行率90%。",
            &[],
        ),
    ];
    for (text, expected) in cases {
        let reading = reading(&format!("第三部分 预算绩效\n{text}\n"));
        let found: Vec<String> = reading.forms.iter().map(result).collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// 支出 behind a sentence about income is no part of that income.
#[test]
fn spending_behind_income_is_spending() {
    let reading = reading(
        "第三部分 情况说明
2024年收入预算310万元，比上年增加10万元。支出预算310万元，其中基本支出210万元，占67.74%。
",
    );
    let told: Vec<(&str, &str)> =
        reading.claims.iter().map(|claim| (claim.subject.as_str(), claim.printed.as_str())).collect();
    assert!(told.contains(&("收入", "310万元")) && told.contains(&("支出", "310万元")), "{told:?}");
}

/// A form that lost the row of its name does not give its values to the next or the one before.
#[test]
fn forms_without_a_name_do_not_run_into_others() {
    let form = |name: &str, total: u32| {
        format!(
            "{name}主管部门|丙市文化局|||实施单位|丙市剧场|||
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|
|年度资金总额|{total}|{total}|{total}|10|100%|10|
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注
|产出指标|数量指标|演出{total}|12场|13场|90|90|
总分||||||100|100|
"
        )
    };
    let named = |name: &str| format!("项目名称|{name}|||||||\n");
    for (first, second) in [("", "送戏下乡"), ("送戏下乡", "")] {
        let row = |name: &str| if name.is_empty() { String::new() } else { named(name) };
        let text = format!("项目支出绩效自评表\n{}{}", form(&row(first), 30), form(&row(second), 70));
        let forms = reading(&text).forms;
        let found: Vec<String> = forms
            .iter()
            .map(|form| {
                let sum = form.total.executed.as_ref().map(|sum| sum.printed.clone()).unwrap_or_default();
                format!("{} {sum} {}", form.name, indicators(form).join(";"))
            })
            .collect();
        let total = if first.is_empty() { 70 } else { 30 };
        assert_eq!(
            found,
            [format!("送戏下乡 {total} 演出{total}: 12场 → 13场, 90 of 90")],
            "{first} {second}"
        );
    }
}

/// Money whose header lost a word, or says one twice, gives no amount that another column may hold.
#[test]
fn money_below_a_broken_header_is_not_guessed() {
    let headers = [
        "项目资金（万元）|||||||",
        "项目资金（万元）||全年预算数|全年执行数|分值|执行率|得分|",
        "项目资金（万元）||年初预算数|全年预算数|全年预算数|分值|执行率|得分",
        "项目资金（万元）||年初预算数|全年预算数|分值|执行率|得分|",
    ];
    for header in headers {
        let text = format!(
            "项目支出绩效自评表
项目名称|花圃补种|||||||
{header}
|年度资金总额|40|38|19|10|50%|5|
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|备注|
产出指标|数量指标|补种株数|900株|950株|50|50|
"
        );
        let form = reading(&text).forms.remove(0);
        let right = |stated: &Option<Stated<gongkai::model::Money>>, printed: &str| {
            stated.as_ref().is_none_or(|stated| stated.printed == printed)
        };
        let total = &form.total;
        assert!(
            right(&total.initial_budget, "40") && right(&total.adjusted_budget, "38"),
            "{header}\n{total:?}"
        );
        assert!(
            right(&total.executed, "19") && (total.line == 0 || !damage(&form).is_empty()),
            "{header}\n{total:?}"
        );
    }
}

/// Amounts, rate, score and name in rows of fields.
#[test]
fn fields_hold_money_score_and_name() {
    let reading = reading(
        "2024年度项目绩效自评结果信息公开表
项目名称：水质监测运维|||||
当年预算数（元）：|820,000.00|||预算执行数（元）：|779,000.00
预算执行率（%）：|95.00|||绩效等级：|优
自评分数：|96.5|||主要绩效：|运行正常
一级指标|二级指标|三级指标|权重|年度指标值|年度实际完成值|得分
产出指标|数量指标|监测点位|50|=42个|42个|50
效益指标|社会效益|数据公开|40|及时|及时|36.5
",
    );
    let form = &reading.forms[0];
    let amounts = [&form.total.adjusted_budget, &form.total.executed]
        .map(|stated| stated.as_ref().map(|stated| stated.value.yuan().to_string()).unwrap_or_default());
    assert_eq!((form.name.as_str(), amounts), ("水质监测运维", ["820000".to_owned(), "779000".to_owned()]));
    assert_eq!(number(form.total.execution_rate.as_ref()), "95");
    assert_eq!((verdict(form), form.indicators.len()), (("96.5".to_owned(), "优"), 2));
}
