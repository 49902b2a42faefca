//! Performance forms nobody has seen: made up by a generator, then damaged as conversions do. Every value is read as
//! it was, or is blank with a note of damage; none is wrong.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test says what it counts")]

mod support;

use gongkai::model::{AmountRole, FiscalYear, Form, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText, squeeze};

use support::form_damage::{DAMAGES, Damage};
use support::made_form::{FIELDS, Made, Row, made};
use support::random::Random;

/// The line of an indicator, and what it says of which field.
type Said = (u32, Vec<(&'static str, String)>);

/// The text of the document, and for each indicator its line.
fn print(made: &Made, page_break: usize, stamped: bool) -> (String, Vec<Said>) {
    let mut lines = vec![
        "附件".to_owned(),
        String::new(),
        "村道养护项目支出绩效自评表".into(),
        "（2023年度）".into(),
        String::new(),
    ];
    let mut says = Vec::new();
    for (at, row) in made.rows.iter().enumerate() {
        if at == page_break {
            lines.push(String::new());
            lines.extend((0..6).filter(|_| stamped).flat_map(|_| ["仅供某县查阅".to_owned(), String::new()]));
        }
        lines.push(row.cells.join("\t"));
        says.extend(row.says.clone().map(|says| (u32::try_from(lines.len()).unwrap(), says)));
    }
    (lines.join("\n") + "\n", says)
}

fn read_form(text: &str) -> Option<Form> {
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let year = FiscalYear::new(2023).unwrap();
    let document = Document { path: "a.txt", year, stage: Stage::Final, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    support::assert_tiled("made", &source, &reading);
    reading.forms.into_iter().next()
}

fn taken(indicator: &gongkai::model::Indicator, field: &str) -> String {
    let number = |stated: &Option<gongkai::model::Stated<rust_decimal::Decimal>>| {
        stated.as_ref().map_or(String::new(), |stated| stated.value.to_string())
    };
    match field {
        "level1" => indicator.level1.clone(),
        "level2" => indicator.level2.clone(),
        "name" => indicator.name.clone(),
        "target" => indicator.target.clone(),
        "adjusted_target" => indicator.adjusted_target.clone(),
        "actual" => indicator.actual.clone(),
        "weight" => number(&indicator.weight),
        _ => number(&indicator.score),
    }
}

/// What is wrong, and how many values were left blank with a note.
fn differences(form: &Form, says: &[Said], sums: &[(&str, String)]) -> (Vec<String>, usize) {
    let mut wrong = Vec::new();
    let mut blank = 0;
    for (line, fields) in says {
        let Some(found) = form.indicators.iter().find(|indicator| indicator.span.line == *line) else {
            wrong.push(format!("line {line}: no indicator"));
            continue;
        };
        for (field, expected) in fields.iter().filter(|(field, _)| FIELDS.contains(field)) {
            let value = taken(found, field);
            match () {
                () if value == squeeze(expected) => {}
                () if value.is_empty() && !found.damage.is_empty() => blank += 1,
                () => wrong.push(format!("line {line} {field}: expected {expected:?}, found {value:?}")),
            }
        }
    }
    if form.indicators.len() > says.len() {
        wrong.push(format!("{} indicators, not {}", form.indicators.len(), says.len()));
    }
    for (name, expected) in sums {
        let role = AmountRole::ALL.into_iter().find(|role| role.name() == *name);
        let found = match role {
            Some(role) => form.total.amount(role).map(|stated| stated.value.yuan().to_string()),
            None => form.total_score.as_ref().map(|stated| stated.value.to_string()),
        };
        if found.as_ref() != Some(expected) {
            wrong.push(format!("{name}: expected {expected}, found {found:?}"));
        }
    }
    (wrong, blank)
}

/// Values, those left blank with a note, and what is wrong.
#[derive(Default)]
struct Tally {
    values: usize,
    blanks: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn check(&mut self, name: &str, seed: u64, damages: &[Damage]) {
        let mut random = Random::new(seed);
        let mut made = made(&mut random);
        if random.one_in(4) {
            exchange_columns(&mut made, &mut random);
        }
        let first = made.header + 1;
        let from = first + random.below(made.rows.len() - first - 3);
        let total = made.rows.pop().unwrap();
        let mut page = made.rows.split_off(from);
        damages.iter().for_each(|damage| damage(&mut page, &mut random));
        made.rows.extend(page);
        made.rows.push(total);
        let (text, says) = print(&made, from, random.one_in(2));
        self.values += says.len() * FIELDS.len() + made.sums.len();
        let Some(form) = read_form(&text) else {
            self.wrong.push(format!("{name} {seed}: no form\n{text}"));
            return;
        };
        let (differing, blank) = differences(&form, &says, &made.sums);
        self.blanks += blank;
        if let (Some(folder), false) = (std::env::var_os("GONGKAI_KEEP_VARIANTS"), differing.is_empty()) {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}-{seed}.txt")), &text).unwrap();
        }
        self.wrong.extend(differing.into_iter().map(|difference| format!("{name} {seed}: {difference}")));
    }

    #[track_caller]
    fn report(&self) {
        let Self { values, blanks, wrong } = self;
        println!("{values} values, {blanks} blank with a note, {} wrong", wrong.len());
        assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
        assert!(blanks * 20 < *values, "{blanks} of {values} are blank");
    }
}

/// 分值 before 实际完成值, or what else a place puts first.
fn exchange_columns(made: &mut Made, random: &mut Random) {
    let width = made.rows[made.header].cells.len();
    let (one, other) = (4 + random.below(width - 5), 4 + random.below(width - 5));
    let header = made.header;
    made.rows[header..].iter_mut().for_each(|row: &mut Row| row.cells.swap(one, other));
}

fn rounds() -> u64 {
    std::env::var("GONGKAI_VARIANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(15)
}

#[test]
fn no_value_of_a_damaged_form_is_wrong() {
    let mut tally = Tally::default();
    for (name, damage) in DAMAGES {
        (0..rounds()).for_each(|seed| tally.check(name, seed, &[*damage]));
    }
    tally.report();
}

#[test]
fn no_value_of_a_form_damaged_twice_is_wrong() {
    let mut tally = Tally::default();
    for (name, first) in DAMAGES {
        for (again, second) in DAMAGES.iter().skip(1).filter(|(again, _)| again != name) {
            (0..rounds().div_ceil(10))
                .for_each(|seed| tally.check(&format!("{name}, {again}"), seed, &[*first, *second]));
        }
    }
    tally.report();
}
