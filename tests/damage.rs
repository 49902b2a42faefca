//! Damaged copies of the corpus: no panic, nothing lost, nothing invented.

#![allow(clippy::ptr_arg, reason = "damages share one signature")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use std::collections::BTreeSet;

use gongkai::model::{FiscalYear, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

use support::document::Document as Generated;
use support::figures::{differences, figures};
use support::random::Random;

type Damage = fn(&mut Vec<String>, &mut Random);

const DAMAGES: [Damage; 14] = [
    drop_lines,
    double_lines,
    swap_lines,
    shift_cells,
    drop_cells,
    swap_cells,
    cut_cells,
    drop_tabs,
    double_tabs,
    tabs_to_spaces,
    put_markup,
    break_lines,
    truncate,
    random_characters,
];

/// Some indices of lines, tabbed ones if `tabbed`.
fn some(lines: &[String], random: &mut Random, tabbed: bool) -> Vec<usize> {
    (0..lines.len()).filter(|i| (!tabbed || lines[*i].contains('\t')) && random.one_in(12)).collect()
}

fn edit_cells(
    lines: &mut [String],
    random: &mut Random,
    edit: impl Fn(&mut Vec<String>, usize, &mut Random),
) {
    for index in some(lines, random, true) {
        let mut cells: Vec<String> = lines[index].split('\t').map(str::to_owned).collect();
        let at = random.below(cells.len());
        edit(&mut cells, at, random);
        lines[index] = cells.join("\t");
    }
}

fn drop_lines(lines: &mut Vec<String>, random: &mut Random) {
    for index in some(lines, random, false).into_iter().rev() {
        lines.remove(index);
    }
}

fn double_lines(lines: &mut Vec<String>, random: &mut Random) {
    for index in some(lines, random, false).into_iter().rev() {
        lines.insert(index, lines[index].clone());
    }
}

fn swap_lines(lines: &mut Vec<String>, random: &mut Random) {
    for index in some(lines, random, false) {
        let other = random.below(lines.len());
        lines.swap(index, other);
    }
}

fn shift_cells(lines: &mut Vec<String>, random: &mut Random) {
    edit_cells(lines, random, |cells, at, _| cells.insert(at, String::new()));
}

fn drop_cells(lines: &mut Vec<String>, random: &mut Random) {
    edit_cells(lines, random, |cells, at, _| {
        cells.remove(at);
    });
}

fn swap_cells(lines: &mut Vec<String>, random: &mut Random) {
    edit_cells(lines, random, |cells, at, random| {
        let other = random.below(cells.len());
        cells.swap(at, other);
    });
}

fn cut_cells(lines: &mut Vec<String>, random: &mut Random) {
    edit_cells(lines, random, |cells, at, random| {
        let keep = random.below(cells[at].chars().count() + 1);
        cells[at] = cells[at].chars().take(keep).collect();
    });
}

fn drop_tabs(lines: &mut Vec<String>, random: &mut Random) {
    for index in some(lines, random, true) {
        lines[index] = lines[index].replacen('\t', "", 1);
    }
}

fn double_tabs(lines: &mut Vec<String>, random: &mut Random) {
    for index in some(lines, random, true) {
        lines[index] = lines[index].replace('\t', "\t\t");
    }
}

fn tabs_to_spaces(lines: &mut Vec<String>, random: &mut Random) {
    for index in some(lines, random, true) {
        lines[index] = lines[index].replace('\t', "  ");
    }
}

fn put_markup(lines: &mut Vec<String>, random: &mut Random) {
    let marks = ["<b>", "</b>", "**", "<p>", "<br/>", "\\", "# ", "<script>", "&nbsp;", "|", "<!--", "`"];
    for index in some(lines, random, false) {
        let at = random.below(lines[index].chars().count() + 1);
        let mut chars: Vec<char> = lines[index].chars().collect();
        chars.splice(at..at, random.pick(&marks).chars());
        lines[index] = chars.into_iter().collect();
    }
}

fn break_lines(lines: &mut Vec<String>, random: &mut Random) {
    for index in some(lines, random, false).into_iter().rev() {
        let at = random.below(lines[index].chars().count() + 1);
        let tail: String = lines[index].chars().skip(at).collect();
        lines[index] = lines[index].chars().take(at).collect();
        lines.insert(index + 1, tail);
    }
}

fn truncate(lines: &mut Vec<String>, random: &mut Random) {
    lines.truncate(1 + random.below(lines.len()));
    if let Some(last) = lines.last_mut() {
        let keep = random.below(last.chars().count() + 1);
        *last = last.chars().take(keep).collect();
    }
}

fn random_characters(lines: &mut Vec<String>, random: &mut Random) {
    let odd = [
        '\u{0}', '\u{202e}', '\u{fffd}', '９', '．', '-', '—', ',', '\t', '\u{a0}', '\u{200b}', '(', '表',
        '\u{301}',
    ];
    for index in some(lines, random, false) {
        let mut chars: Vec<char> = lines[index].chars().collect();
        let at = random.below(chars.len() + 1);
        chars.insert(at, *random.pick(&odd));
        lines[index] = chars.into_iter().collect();
    }
}

fn check(name: &str, bytes: &[u8], stage: Stage, registry: &Registry) {
    let source = SourceText::new(bytes, &Redactor::default());
    let document = Document { path: name, year: FiscalYear::new(2024).unwrap(), stage, unit_names: &[] };
    let reading = read(&source, document, registry).value;
    support::assert_tiled(name, &source, &reading);
    support::assert_nothing_invented(name, &source, &reading);
}

#[test]
fn damaged_documents_lose_and_invent_nothing() {
    let Some(corpus) = support::corpus() else { return };
    let registry = Registry::built_in();
    let mut copies = 0;
    for document in support::documents(&corpus, &registry) {
        for (number, damage) in DAMAGES.iter().enumerate() {
            for seed in 0..3 {
                let mut random = Random::new(seed * 100 + u64::try_from(number).unwrap());
                let mut lines: Vec<String> = document.lines.iter().map(|line| line.text.clone()).collect();
                damage(&mut lines, &mut random);
                if seed == 2 {
                    random.pick(&DAMAGES)(&mut lines, &mut random);
                }
                let name = format!("{} damage {number} seed {seed}", document.name);
                check(&name, lines.join("\n").as_bytes(), document.stage, &registry);
                copies += 1;
            }
        }
    }
    assert!(copies >= 200);
}

#[test]
fn random_bytes_lose_and_invent_nothing() {
    let Some(corpus) = support::corpus() else { return };
    let registry = Registry::built_in();
    for (number, _, stage) in support::SEEDS {
        let original = support::seed(&corpus, number);
        for seed in 0..6 {
            let mut random = Random::new(seed);
            let mut bytes = original.clone();
            for _ in 0..40 {
                let at = random.below(bytes.len());
                bytes[at] = u8::try_from(random.below(256)).unwrap();
            }
            bytes.truncate(bytes.len() - random.below(bytes.len() / 2));
            check(&format!("{number} seed {seed}"), &bytes, stage, &registry);
        }
    }
}

/// Damages rows of data; what differs in the others.
fn spread(document: &Generated, damage: Damage, seed: u64, registry: &Registry) -> Vec<String> {
    let mut random = Random::new(seed);
    let mut lines: Vec<String> = document.lines.iter().map(|line| line.text.clone()).collect();
    damage(&mut lines, &mut random);
    let mut variant = document.clone();
    // 相关信息统计表 has its header between its parts.
    let data: BTreeSet<u32> = document
        .tables
        .iter()
        .filter(|t| t.id != "statistics")
        .flat_map(|t| t.grid[t.head..].to_vec())
        .collect();
    let mut damaged = BTreeSet::new();
    for (line, text) in variant.lines.iter_mut().zip(lines) {
        let shares_header = line.text.starts_with("类\t");
        if data.contains(&line.id) && line.text != text && !shares_header {
            line.text = text;
            damaged.insert(line.id);
        }
    }
    let (source, reading) = variant.read(registry);
    let mut found = figures(&source, &reading);
    let mut expected = document.figures.clone();
    for figures in [&mut found, &mut expected] {
        figures.retain(|figure| !damaged.contains(&figure.line));
        figures.iter_mut().for_each(|figure| figure.row_key.clear());
    }
    differences(&expected, &found)
}

#[test]
fn damage_in_a_row_stays_in_the_row() {
    let Some(corpus) = support::corpus() else { return };
    let registry = Registry::built_in();
    let mut wrong = Vec::new();
    for document in support::documents(&corpus, &registry) {
        let damages: [Damage; 6] =
            [shift_cells, drop_cells, swap_cells, cut_cells, drop_tabs, random_characters];
        for (number, damage) in damages.into_iter().enumerate() {
            for seed in 0..4 {
                let named = |text: String| format!("{} damage {number} seed {seed}: {text}", document.name);
                wrong.extend(spread(&document, damage, seed, &registry).into_iter().map(named));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}
