//! The forms of the seeds in changed documents: other names, denominations, header words, page breaks and stamps. Every
//! value is read as in the original, or is blank with a note of damage; none is wrong.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use std::collections::BTreeMap;

use gongkai::model::{
    AmountRole, Denomination, FiscalYear, Form, FormKind, Funding, Money, Reading, Stage, Stated,
};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use rust_decimal::Decimal;

use support::random::Random;

const SHEETS: [FormKind; 4] =
    [FormKind::SelfEvaluation, FormKind::Goal, FormKind::UnitGoal, FormKind::SelfEvaluationReport];

/// A document, each line with its number in the original; 0 for lines that were added.
#[derive(Clone)]
struct Changed {
    lines: Vec<(u32, String)>,
    year: u16,
    stage: Stage,
    /// Names that were changed: first line of the form, name as it is.
    names: BTreeMap<u32, String>,
}

impl Changed {
    fn reading(&self) -> Reading {
        let text: String = self.lines.iter().map(|(_, line)| format!("{line}\n")).collect();
        let source = SourceText::new(text.as_bytes(), &Redactor::default());
        let year = FiscalYear::new(self.year).unwrap();
        let document = Document { path: "a.txt", year, stage: self.stage, unit_names: &[] };
        let reading = read(&source, document, &Registry::built_in()).value;
        support::assert_tiled("changed", &source, &reading);
        reading
    }

    fn line_mut(&mut self, number: u32) -> &mut String {
        &mut self.lines.iter_mut().find(|(id, _)| *id == number).unwrap().1
    }

    /// Number of the original line now printed as line `line`.
    fn origin(&self, line: u32) -> u32 {
        self.lines[line as usize - 1].0
    }
}

fn forms(reading: &Reading) -> Vec<Form> {
    reading.forms.iter().filter(|form| SHEETS.contains(&form.kind)).cloned().collect()
}

/// What a form says: place → value, and whether damage is noted there.
fn values(
    form: &Form,
    origin: impl Fn(u32) -> u32,
    names: &BTreeMap<u32, String>,
) -> BTreeMap<String, (String, bool)> {
    let mut all = BTreeMap::new();
    let noted = !form.damage.is_empty();
    let name = names.get(&form.lines.first).unwrap_or(&form.name);
    all.insert("name".to_owned(), (name.clone(), noted));
    let number =
        |stated: Option<&Stated<Decimal>>| stated.map_or(String::new(), |s| s.value.normalize().to_string());
    let mut money = |place: String, funding: &Funding| {
        for role in AmountRole::ALL {
            let yuan = funding.amount(role).map_or(String::new(), |stated| stated.value.yuan().to_string());
            all.insert(format!("{place} {}", role.name()), (yuan, noted));
        }
        let whole = funding.implementation.as_ref().map_or(String::new(), |s| s.value.yuan().to_string());
        all.insert(format!("{place} implementation"), (whole, noted));
        all.insert(format!("{place} rate"), (number(funding.execution_rate.as_ref()), noted));
        all.insert(format!("{place} score"), (number(funding.score.as_ref()), noted));
    };
    money(format!("total {}", origin(form.total.line.max(1))), &form.total);
    form.funding.iter().for_each(|row| money(format!("{} {}", row.label, origin(row.line)), row));
    all.insert("total score".to_owned(), (number(form.total_score.as_ref()), noted));
    all.insert("grade".to_owned(), (form.grade.as_ref().map_or("", |g| g.value.chinese()).to_owned(), noted));
    for i in &form.indicators {
        let fields = [
            ("level1", i.level1.clone()),
            ("level2", i.level2.clone()),
            ("name", i.name.clone()),
            ("target", i.target.clone()),
            ("adjusted", i.adjusted_target.clone()),
            ("implementation", i.implementation_target.clone()),
            ("actual", i.actual.clone()),
            ("weight", number(i.weight.as_ref())),
            ("score", number(i.score.as_ref())),
        ];
        for (field, value) in fields {
            all.insert(format!("indicator {} {field}", origin(i.span.line)), (value, !i.damage.is_empty()));
        }
    }
    all
}

/// Names of projects, in titles and in the rows of names.
fn rename(document: &mut Changed, forms: &[Form], random: &mut Random) -> bool {
    for form in forms.iter().filter(|form| !form.kind.is_of_unit() && form.name == form.name_printed) {
        let made = format!(
            "{}维护与更新（第{}期）",
            random.pick(&["沿河步道", "村级卫生室", "12号泵站"]),
            random.below(90)
        );
        for number in form.lines.first..=form.name_line {
            let line = document.line_mut(number);
            *line = line.replace(form.name.as_str(), &made);
        }
        document.names.insert(form.lines.first, made);
    }
    true
}

/// 万元 becomes 元 and the other way round, with the amounts.
fn redenominate(document: &mut Changed, forms: &[Form], _: &mut Random) -> bool {
    let turn = |d: Denomination| match d {
        Denomination::TenThousandYuan => Denomination::Yuan,
        _ => Denomination::TenThousandYuan,
    };
    for form in forms {
        let Some(old) = form.denomination else { continue };
        let rows = std::iter::once(&form.total).chain(&form.funding);
        let mut amounts: Vec<&Stated<Money>> = rows
            .flat_map(|row| {
                AmountRole::ALL.iter().filter_map(|role| row.amount(*role)).chain(&row.implementation)
            })
            .collect();
        amounts.sort_by_key(|stated| std::cmp::Reverse(stated.span));
        for stated in amounts {
            let line = document.line_mut(stated.span.line);
            let chars: Vec<char> = line.chars().collect();
            let (start, end) = (stated.span.start as usize, stated.span.end as usize);
            let head: String = chars[..start].iter().collect();
            let tail: String = chars[end..].iter().collect();
            *line = format!("{head}{}{tail}", stated.value.count(turn(old)));
        }
        let last =
            form.funding.iter().map(|row| row.line).max().unwrap_or(form.total.line).max(form.total.line);
        for number in form.lines.first..=last {
            let line = document.line_mut(number);
            *line = ["(", "（"].iter().fold(line.clone(), |line, open| {
                line.replace(&format!("{open}{}", old.chinese()), &format!("{open}{}", turn(old).chinese()))
            });
        }
    }
    true
}

/// Header words of other places.
fn use_other_words(document: &mut Changed, forms: &[Form], random: &mut Random) -> bool {
    let words: [(&str, &[&str]); 9] = [
        ("指标名称", &["三级指标", "具体指标"]),
        ("三级指标", &["指标名称", "指标内容"]),
        ("实际完成值", &["全年实际值", "实际完成指标值"]),
        ("年初指标值", &["年初目标值"]),
        ("分值", &["权重", "标准分"]),
        ("权重", &["分值"]),
        ("得分", &["自评得分"]),
        ("偏差原因分析", &["未完成原因分析"]),
        ("全年预算数", &["全年预算数（A）", "调整后预算数"]),
    ];
    for form in forms {
        for number in form.lines.first..=form.lines.last {
            let line = document.line_mut(number);
            let is_header = line.contains("二级指标") || line.contains("全年预算数");
            let found = words.iter().copied().find(|(word, _)| is_header && line.contains(word));
            if let Some((word, others)) = found {
                let other: &str = random.pick::<&str>(others);
                *line = line.replace(word, other);
            }
        }
    }
    true
}

/// Page breaks, some with stamps, between rows of forms.
fn break_pages(document: &mut Changed, forms: &[Form], random: &mut Random) -> bool {
    for form in forms {
        let rows: Vec<u32> = form.indicators.iter().map(|indicator| indicator.span.line).collect();
        let Some(after) = (!rows.is_empty()).then(|| *random.pick(&rows)) else { continue };
        let at = document.lines.iter().position(|(id, _)| *id == after).unwrap() + 1;
        let stamps = random.below(3);
        let mut added = vec![(0, String::new())];
        (0..stamps).for_each(|_| added.extend([(0, "某县公示专用".to_owned()), (0, String::new())]));
        document.lines.splice(at..at, added);
    }
    true
}

/// Bold cells, and cells padded with spaces.
fn embolden(document: &mut Changed, forms: &[Form], random: &mut Random) -> bool {
    for form in forms {
        for number in form.lines.first..=form.lines.last {
            let line = document.line_mut(number);
            if !line.contains('\t') {
                continue;
            }
            let cells = line.split('\t').map(|cell| match random.below(6) {
                0 if !cell.trim().is_empty() && !cell.contains('<') => format!("<b>{cell}</b>"),
                1 => format!(" {cell}  "),
                _ => cell.to_owned(),
            });
            let joined = cells.collect::<Vec<_>>().join("\t");
            *line = joined;
        }
    }
    true
}

type Change = fn(&mut Changed, &[Form], &mut Random) -> bool;
const CHANGES: [(&str, Change); 5] = [
    ("renamed", rename),
    ("other denomination", redenominate),
    ("other words", use_other_words),
    ("page breaks", break_pages),
    ("bold and padded", embolden),
];

fn compare(original: &[Form], changed: &Changed) -> (usize, Vec<String>) {
    let found = forms(&changed.reading());
    let mut wrong = Vec::new();
    let mut count = 0;
    for form in original {
        let expected = values(form, |line| line, &changed.names);
        let twin = found.iter().find(|other| changed.origin(other.lines.first) == form.lines.first);
        let Some(twin) = twin else {
            wrong.push(format!("no form at {}", form.lines.first));
            continue;
        };
        let read = values(twin, |line| changed.origin(line), &BTreeMap::new());
        for (place, (value, _)) in &expected {
            count += 1;
            match read.get(place) {
                Some((same, _)) if same == value => {}
                Some((blank, true)) if blank.is_empty() => {}
                other => {
                    wrong.push(format!("{} {place}: expected {value:?}, found {other:?}", form.lines.first))
                }
            }
        }
        for (place, (value, _)) in read.iter().filter(|(place, _)| !expected.contains_key(*place)) {
            if !value.is_empty() {
                wrong.push(format!("{} {place}: {value:?} is new", form.lines.first));
            }
        }
    }
    (count, wrong)
}

#[test]
fn forms_in_changed_documents_read_as_before() {
    let Some(corpus) = support::corpus() else { return };
    let rounds: u64 = std::env::var("GONGKAI_VARIANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, year, stage) in support::SEEDS {
        let text = String::from_utf8(support::seed(&corpus, number)).unwrap();
        let lines = (1..).zip(text.lines().map(str::to_owned)).collect();
        let document = Changed { lines, year, stage, names: BTreeMap::new() };
        let original = forms(&document.reading());
        let several = CHANGES.iter().map(|change| vec![*change]).chain([CHANGES.to_vec()]);
        for changes in several.filter(|_| !original.is_empty()) {
            for round in 0..rounds {
                let mut changed = document.clone();
                let mut random = Random::new(round);
                for (_, change) in &changes {
                    change(&mut changed, &original, &mut random);
                }
                let (compared, differing) = compare(&original, &changed);
                count += compared;
                let names: Vec<&str> = changes.iter().map(|(name, _)| *name).collect();
                wrong.extend(differing.into_iter().map(|w| format!("{number} {names:?} {round}: {w}")));
            }
        }
    }
    println!("{count} values, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}
