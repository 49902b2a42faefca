//! Reports nobody has seen: other names and amounts, other headings, contents, denominations; page breaks, rulers and
//! stamps in them; pieces of the name on lines of their own; parts missing. Each must be read as what it is made of.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use gongkai::model::{AmountRole, FiscalYear, Form, FormKind, Reading, ReadingLevel, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

const NAME: &str = "2023年城北路口改造及信号灯购置";

/// A report, line by line.
fn report(name: &str) -> Vec<String> {
    let text = format!(
        "项目支出绩效自评分析报告\n\n项目名称：{name}\n\n项目单位：012001-某县某局\n\n主管部门：012-某县某局\n\n2024年3月\n\n目 录\n\n\
         一、项目的基本情况.....\t3\n(一)项目概况.....\t3\n(二)项目绩效目标.....\t4\n二、项目绩效完成情况.....\t5\n三、项目自评结果.....\t8\n四、项目主要经验做法.....\t9\n\n\
         一、项目基本信息\n\n(一) 项目概况\n\n项目概况：改造三处路口。\n\n立项依据：某县会议纪要。\n\n(二) 项目绩效目标\n\n(1) 项目年度目标\n\n年底前通车。\n\n\
         二、项目绩效完成情况\n\n(一) 预算执行情况\n\n\
         资金来源\t年初预算数\t\t全年预算数 (元)\t全年执行数(元)\t资金结(转)余(元)\t执行率\t得分\t偏差原因\n\
         \t目标申报(元)\t预算编制(元)\t\t\t\t\t\t\n合计\t312,000\t310,000\t305,500\t290,225\t15,275\t95\t9.5\t\n\
         市县区财政资金\t312,000\t310,000\t305,500\t290,225\t15,275\t\t\t按进度支付\n\n\
         (二) 绩效指标完成情况\n\n\
         一级指标\t二级指标\t指标名称\t年度指标\t\t实际完成值\t定性 值情况 说明\t权重\t得分\t偏差原因分析 及改进措施\n\
         \t\t\t年初指标\t调整后指标\t\t\t\t\t\n\
         产出指标\t数量指标\t改造路口数\t\t=3处\t3\t\t20\t20\t\n\t质量指标\t验收合格率\t\t≥98%\t99\t\t20\t20\t\n\
         \t时效指标\t完工时间\t\t12月底前\t达成预期指标\t\t10\t8\t天气原因\n\
         效益指标\t社会效益\t通行效率提升程度\t\t明显\t达成预期指标\t\t30\t30\t\n满意度指标\t服务对象满意度\t居民满意度\t\t≥90%\t92\t\t10\t10\t\n\n\
         三、项目自评结果\n\n1.项目自评得分和结论\n\n预算执行情况得分9.5分，指标完成情况得分88分，{name}绩效自评结果为：总得分97.5分，属于“优”。\n\n\
         2.产出情况及分析\n\n路口全部完工。\n\n四、项目主要经验做法\n\n按月调度。\n"
    );
    text.lines().map(str::to_owned).collect()
}

fn read_lines(lines: &[String]) -> Reading {
    let source = SourceText::new(lines.join("\n").as_bytes(), &Redactor::default());
    let document = Document {
        path: "a.txt",
        year: FiscalYear::new(2023).unwrap(),
        stage: Stage::Final,
        unit_names: &[],
    };
    let reading = read(&source, document, &Registry::built_in()).value;
    support::assert_tiled("report", &source, &reading);
    reading
}

/// What a report says, without its lines.
fn told(form: &Form) -> String {
    let amounts = AmountRole::ALL
        .map(|role| form.total.amount(role).map_or(String::new(), |stated| stated.value.yuan().to_string()))
        .join("/");
    let number = |stated: Option<&gongkai::model::Stated<rust_decimal::Decimal>>| {
        stated.map_or(String::new(), |stated| stated.value.to_string())
    };
    let indicators: Vec<String> = form
        .indicators
        .iter()
        .map(|i| {
            let (weight, score) = (number(i.weight.as_ref()), number(i.score.as_ref()));
            format!("{} {} {} {} {weight}/{score}", i.level1, i.name, i.adjusted_target, i.actual)
        })
        .collect();
    format!(
        "{} | {} {} | {amounts} {} {} | {} {} | {}",
        form.name,
        form.department_code,
        form.unit_code,
        number(form.total.execution_rate.as_ref()),
        number(form.total.score.as_ref()),
        number(form.total_score.as_ref()),
        form.grade.as_ref().map_or("", |grade| grade.value.chinese()),
        indicators.join("; ")
    )
}

fn expected(name: &str) -> String {
    format!(
        "{name} | 012 012001 | 312000/310000/305500/290225/15275 95 9.5 | 97.5 优 | 产出指标 改造路口数 =3处 3 20/20; \
         产出指标 验收合格率 ≥98% 99 20/20; 产出指标 完工时间 12月底前 达成预期指标 10/8; \
         效益指标 通行效率提升程度 明显 达成预期指标 30/30; 满意度指标 居民满意度 ≥90% 92 10/10"
    )
}

fn reports(reading: &Reading) -> Vec<&Form> {
    reading.forms.iter().filter(|form| form.kind == FormKind::SelfEvaluationReport).collect()
}

/// The one report of these lines says what it is made of.
#[track_caller]
fn check(what: &str, lines: &[String]) -> Form {
    let reading = read_lines(lines);
    let reports = reports(&reading);
    let [form] = reports[..] else { panic!("{what}: {} reports", reports.len()) };
    assert_eq!(told(form), expected(NAME), "{what}");
    form.clone()
}

type Change = fn(&mut Vec<String>);

/// Puts lines in front of the first line that begins so.
fn insert(lines: &mut Vec<String>, before: &str, new: &[&str]) {
    let at = lines.iter().rposition(|line| line.starts_with(before)).unwrap();
    lines.splice(at..at, new.iter().map(|line| (*line).to_owned()));
}

fn replace(lines: &mut [String], old: &str, new: &str) {
    assert!(lines.iter().any(|line| line.contains(old)), "{old}");
    lines.iter_mut().for_each(|line| *line = line.replace(old, new));
}

/// Heading lines set as a converter may set them.
fn set_headings(lines: &mut [String], open: &str, close: &str) {
    let body = lines.iter().position(|line| line == "一、项目基本信息").unwrap();
    for line in &mut lines[body..] {
        let numbered =
            ["一、", "二、", "三、", "四、", "(", "1.", "2."].iter().any(|start| line.starts_with(start));
        if numbered {
            *line = format!("{open}{line}{close}");
        }
    }
}

/// Removes lines from the one that begins so to the blank line below it.
fn drop_from(lines: &mut Vec<String>, from: &str, to: &str) {
    let at = lines.iter().rposition(|line| line.starts_with(from)).unwrap();
    let end = lines.iter().rposition(|line| line.starts_with(to)).unwrap();
    lines.drain(at..end);
}

const CHANGES: &[(&str, Change)] = &[
    ("nothing", |_| {}),
    ("headings with #", |lines| set_headings(lines, "#### ", "")),
    ("bold headings", |lines| set_headings(lines, "**", "**")),
    ("title with #", |lines| replace(lines, "项目支出绩效自评分析报告", "## 项目支出绩效自评分析报告")),
    ("title with year", |lines| {
        replace(lines, "项目支出绩效自评分析报告", "项目支出绩效自评分析报告 (2023年度)")
    }),
    ("year below the title", |lines| {
        lines.splice(1..1, ["（2023年度）".to_owned()]);
    }),
    ("title on two lines", |lines| {
        lines.splice(0..1, ["项目支出绩效自评".to_owned(), "分析报告".to_owned()]);
    }),
    ("another title", |lines| replace(lines, "项目支出绩效自评分析报告", "财政支出项目绩效自评报告")),
    ("contents without pages", |lines| {
        lines.iter_mut().filter(|line| line.contains(".....")).for_each(|line| {
            *line = line.split("...").next().unwrap().to_owned();
        });
    }),
    ("contents with dots only", |lines| replace(lines, ".....\t", "……………")),
    ("no contents", |lines| lines.retain(|line| !line.contains(".....") && line != "目 录")),
    ("bold labels", |lines| {
        replace(lines, "立项依据：", "**立项依据：**");
        replace(lines, "总得分97.5分", "**总得分 97.5 分**");
    }),
    ("other quotes", |lines| replace(lines, "“优”", "\"优\"")),
    ("no blank lines", |lines| lines.retain(|line| !line.is_empty())),
    ("rulers", |lines| {
        insert(lines, "立项依据", &["---", ""]);
        insert(lines, "三、", &["---", ""]);
        insert(lines, "2.产出", &["", "---", ""]);
    }),
    ("a page break in the indicators", |lines| insert(lines, "\t时效指标", &[""])),
    ("a page number in the indicators", |lines| insert(lines, "\t时效指标", &["", "- 7 -", ""])),
    ("stamps in the indicators", |lines| {
        let stamp = ["", "内部资料", "", "内部资料", "", "内部资料", "", "内部资料", "", "内部资料", ""];
        insert(lines, "\t时效指标", &stamp);
    }),
    ("a Markdown ruler in the money", |lines| {
        insert(lines, "合计", &["---\t---\t---\t---\t---\t---\t---\t---\t---"])
    }),
    ("money in ten thousand", |lines| {
        replace(lines, "(元)", "(万元)");
        replace(lines, "312,000", "31.2");
        replace(lines, "310,000", "31");
        replace(lines, "305,500", "30.55");
        replace(lines, "290,225", "29.0225");
        replace(lines, "15,275", "1.5275");
    }),
    ("the end of the name above it", |lines| {
        replace(lines, &format!("项目名称：{NAME}"), "项目名称：2023年城北路口改造及信号");
        insert(lines, "项目名称", &["灯购置", ""]);
    }),
    ("the end of the name below it", |lines| {
        replace(lines, &format!("项目名称：{NAME}"), "项目名称：2023年城北路口改造及信号");
        insert(lines, "项目单位", &["灯购置", ""]);
    }),
    ("spaces in the name", |lines| replace(lines, "项目名称：2023年城北路口", "项目名称： 2023 年城北路口")),
    ("no plan and goals", |lines| drop_from(lines, "(二) 项目绩效目标", "二、")),
    ("no chapters behind the result", |lines| drop_from(lines, "2.产出", "四、")),
    ("an empty last heading", |lines| lines.truncate(lines.len() - 2)),
    ("the score broken by the page", |lines| {
        replace(lines, "，指标完成情况得分88分，", "，指标完成情况得分88分，\n\n");
    }),
    ("numbers of parts", |lines| {
        let body = lines.iter().position(|line| line == "一、项目基本信息").unwrap();
        for (old, new) in
            [("一、", "第一部分 "), ("二、", "第二部分 "), ("三、", "第三部分 "), ("四、", "第四部分 ")]
        {
            lines[body..]
                .iter_mut()
                .filter(|line| line.starts_with(old))
                .for_each(|line| *line = line.replacen(old, new, 1));
        }
        lines.splice(0..0, ["第五部分 附件".to_owned()]);
    }),
    ("a tag above the title", |lines| {
        lines.splice(0..0, ["附件2".to_owned()]);
    }),
];

#[test]
fn a_changed_report_says_the_same() {
    for (what, change) in CHANGES {
        let mut lines = report(NAME);
        change(&mut lines);
        let lines: Vec<String> = lines.join("\n").lines().map(str::to_owned).collect();
        let form = check(what, &lines);
        let passage = |heading: &str| form.passages.iter().find(|passage| passage.heading == heading);
        assert_eq!(
            passage("立项依据").map(|p| p.text.as_str()),
            Some("某县会议纪要。"),
            "{what}: {:?}",
            form.passages
        );
        assert!(passage("项目主要经验做法").is_some(), "{what}");
    }
}

#[test]
fn two_changes_at_once_leave_a_report_as_it_is() {
    for (first, (what, change)) in CHANGES.iter().enumerate() {
        for (other, second) in CHANGES.iter().skip(first + 1).step_by(3) {
            let names = [*what, *other];
            let both = |one: &str, another: &str| {
                names.iter().any(|n| n.contains(one)) && names.iter().any(|n| n.contains(another))
            };
            let excluded = both("of the name", "of the name")
                || both("name", "spaces")
                || both("title", "title")
                || both("contents", "contents")
                || both("headings", "headings")
                || both("headings", "parts");
            if excluded {
                continue;
            }
            let mut lines = report(NAME);
            change(&mut lines);
            second(&mut lines);
            let lines: Vec<String> = lines.join("\n").lines().map(str::to_owned).collect();
            check(&format!("{what} and {other}"), &lines);
        }
    }
}

#[test]
fn reports_one_after_the_other_are_kept_apart() {
    for gap in [&["", "---", ""][..], &[""], &[]] {
        let names = [NAME, "公园长椅更换", "C10会议系统"];
        let mut lines: Vec<String> = Vec::new();
        for name in names {
            lines.extend(report(name));
            lines.extend(gap.iter().map(|line| (*line).to_owned()));
        }
        apart(&lines, &names);
        lines.iter_mut().filter(|line| line.contains(".....")).for_each(|line| {
            *line = line.split("...").next().unwrap().to_owned();
        });
        let reading = apart(&lines, &names);
        let edges: Vec<(u32, u32)> =
            reports(&reading).iter().map(|form| (form.lines.first, form.lines.last)).collect();
        assert!(edges.windows(2).all(|pair| pair[0].1 < pair[1].0), "{edges:?}");
        let blocks = reading.blocks.iter().filter(|block| block.kind == gongkai::model::BlockKind::Form);
        assert!(blocks.into_iter().all(|block| block.level == ReadingLevel::Typed));
    }
}

#[test]
fn a_report_that_lost_its_title_begins_with_its_name() {
    let (first, second) = (report(NAME), report("公园长椅更换"));
    let lines: Vec<String> = first.iter().chain(second.iter().skip(2)).cloned().collect();
    apart(&lines, &[NAME, "公园长椅更换"]);
    let lines: Vec<String> = first.iter().skip(2).chain(&second).cloned().collect();
    apart(&lines, &[NAME, "公园长椅更换"]);
}

#[track_caller]
fn apart(lines: &[String], names: &[&str]) -> Reading {
    let reading = read_lines(lines);
    let found: Vec<String> = reports(&reading).into_iter().map(told).collect();
    assert_eq!(found, names.iter().map(|name| expected(name)).collect::<Vec<_>>());
    reading
}

#[test]
fn a_report_of_another_province_in_its_own_words_is_read() {
    let text = "附件3\n\n2023年度河道保洁项目绩效自评报告\n\n一、基本情况\n（一）项目概况。本项目由某区某局实施，清理河道。\n（二）绩效目标情况\n全年保洁。\n\n\
                二、绩效目标完成情况分析\n（一）资金投入情况分析\n项目资金情况（万元）\t年初预算数\t全年预算数\t全年执行数\t执行率\n资金总额\t50\t48\t48\t100%\n\n\
                （二）绩效指标完成情况\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t保洁河道长度\t≥20公里\t21公里\t50\t50\n\
                效益指标\t社会效益\t水质改善\t改善\t改善\t30\t30\n满意度指标\t服务对象满意度\t居民满意度\t≥90%\t95%\t10\t10\n\n\
                三、自评结论\n项目自评得分100分，评价等级为“优秀”。\n四、存在问题及下一步措施\n无。\n";
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let reading = read_lines(&lines);
    let found: Vec<String> = reports(&reading).into_iter().map(told).collect();
    assert_eq!(
        found,
        [
            "河道保洁 |   | /500000/480000/480000/ 100  | 100 优 | 产出指标 保洁河道长度  21公里 50/50; 效益指标 水质改善  改善 30/30; 满意度指标 居民满意度  95% 10/10"
        ]
    );
}
