//! Grids of form words and values in any order: reading never panics, loses no line, and every value stands, as it is
//! printed, in the place it names.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use gongkai::model::{AmountRole, FiscalYear, Form, Funding, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText, Span, plain};

use support::random::Random;

const CELLS: [&str; 44] = [
    "",
    "",
    "",
    "",
    "",
    "",
    "项目名称",
    "养护费",
    "主管部门及代码",
    "042-某局",
    "预算单位",
    "项目资金（万元）",
    "资金总额：",
    "年初预算数",
    "目标申报数",
    "预算编制数",
    "全年预算数",
    "全年执行数",
    "资金结（转）余",
    "执行率",
    "得分",
    "分值",
    "偏差原因",
    "市县区财政资金",
    "12.5",
    "12. 5",
    "100",
    "10",
    "年度目标",
    "实际完成情况",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "实际完成值",
    "产出指标",
    "数量指标",
    "益指",
    "≥95%",
    "≥枚",
    "达成预期指标",
    "总分",
    "优",
    "主要经验做法",
];

fn spans(form: &Form) -> Vec<(Span, String)> {
    let mut all = Vec::new();
    let mut money = |funding: &Funding| {
        let amounts =
            AmountRole::ALL.iter().filter_map(|role| funding.amount(*role)).chain(&funding.implementation);
        all.extend(amounts.map(|stated| (stated.span, stated.printed.clone())));
        let numbers = funding.execution_rate.iter().chain(&funding.score);
        all.extend(numbers.map(|stated| (stated.span, stated.printed.clone())));
    };
    money(&form.total);
    form.funding.iter().for_each(&mut money);
    all.extend(form.total_score.iter().map(|stated| (stated.span, stated.printed.clone())));
    all.extend(form.grade.iter().map(|stated| (stated.span, stated.printed.clone())));
    let points = form.indicators.iter().flat_map(|i| i.weight.iter().chain(&i.score));
    all.extend(points.map(|stated| (stated.span, stated.printed.clone())));
    all
}

/// Reads a document and looks each value up; how many there are.
fn check(name: &str, bytes: &[u8], year: u16, stage: Stage) -> usize {
    let source = SourceText::new(bytes, &Redactor::default());
    let document = Document { path: name, year: FiscalYear::new(year).unwrap(), stage, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    support::assert_tiled(name, &source, &reading);
    let mut count = 0;
    for (span, printed) in reading.forms.iter().flat_map(spans) {
        let chars = source.line(span.line).chars();
        let at: String = chars.skip(span.start as usize).take((span.end - span.start) as usize).collect();
        assert_eq!(plain(&at), printed, "{name}: line {}", span.line);
        count += 1;
    }
    count
}

#[test]
fn values_of_the_seeds_stand_where_they_say() {
    let Some(corpus) = support::corpus() else { return };
    let seeds = support::SEEDS.iter();
    let count: usize = seeds
        .map(|(number, year, stage)| check(number, &support::seed(&corpus, number), *year, *stage))
        .sum();
    println!("{count} values");
    assert!(count > 900, "{count} values only");
}

#[test]
fn any_grid_of_form_words_is_read() {
    for seed in 0..150 {
        let mut random = Random::new(seed);
        let mut text = "养护费项目支出绩效自评表\n（2023年度）\n".to_owned();
        for _ in 0..4 + random.below(30) {
            let width = 1 + random.below(12);
            let cells: Vec<&str> = (0..width).map(|_| *random.pick(&CELLS)).collect();
            text.push_str(&cells.join("\t"));
            text.push_str(if random.one_in(9) { "\n\n" } else { "\n" });
        }
        check(&format!("grid {seed}"), text.as_bytes(), 2023, Stage::Final);
    }
}
