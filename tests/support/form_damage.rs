//! What conversions do to the rows of a form.

#![allow(clippy::ptr_arg, reason = "all kinds of damage have one signature")]

use super::made_form::Row;
use super::random::Random;
use gongkai::text::squeeze;

/// A change of the rows from a page break on; keeps in step what they say where something is gone for good.
pub type Damage = fn(&mut Vec<Row>, &mut Random);

/// All kinds of damage.
pub const DAMAGES: &[(&str, Damage)] = &[
    ("none", |_, _| {}),
    ("shifted left", shift_left),
    ("shifted right", |rows, _| each(rows, |cells| cells.insert(0, String::new()))),
    ("empty columns lost", lose_empty_column),
    ("a column added before the points", |rows, _| {
        each(rows, |cells| cells.insert(cells.len() - 3, String::new()))
    }),
    ("score printed twice", repeat_score),
    ("trimmed", trim),
    ("spaced out", space_out),
    ("one row shifted", |rows, random| {
        let at = random.below(rows.len());
        each(&mut rows[at..=at], take_first);
    }),
    ("a name gone", lose_name),
    ("a name and its cell gone", lose_name_cell),
    ("a value gone", lose_value),
    ("first levels gone", lose_first_levels),
    ("a first level on a row of its own", set_first_level_apart),
    ("a first level in pieces", break_first_level),
    ("names one row late", delay_names),
];

fn each(rows: &mut [Row], change: impl Fn(&mut Vec<String>)) {
    rows.iter_mut().filter(|row| row.says.is_some()).for_each(|row| change(&mut row.cells));
}

fn take_first(cells: &mut Vec<String>) {
    if cells[0].is_empty() {
        cells.remove(0);
    }
}

/// What a row says of a field is gone.
fn unsay(row: &mut Row, field: &str) {
    let says = row.says.iter_mut().flatten().find(|(name, _)| *name == field);
    if let Some((_, text)) = says {
        text.clear();
    }
}

fn shift_left(rows: &mut Vec<Row>, _: &mut Random) {
    each(rows, take_first);
}

fn lose_empty_column(rows: &mut Vec<Row>, _: &mut Random) {
    let width = rows.first().map_or(0, |row| row.cells.len());
    let is_empty = |at: &usize| rows.iter().all(|row| row.cells.get(*at).is_some_and(String::is_empty));
    if let Some(at) = (4..width).find(is_empty) {
        each(rows, |cells| drop(cells.remove(at)));
    }
}

fn repeat_score(rows: &mut Vec<Row>, _: &mut Random) {
    each(rows, |cells| {
        let score = cells[cells.len() - 2].clone();
        cells.push(score);
    });
}

fn trim(rows: &mut Vec<Row>, _: &mut Random) {
    each(rows, |cells| {
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
    });
}

fn space_out(rows: &mut Vec<Row>, _: &mut Random) {
    each(rows, |cells| {
        for cell in cells.iter_mut().skip(1) {
            if cell.chars().count() > 3 && !cell.contains(|c: char| c.is_ascii_digit()) {
                let at = cell.char_indices().nth(2).unwrap().0;
                cell.insert(at, ' ');
            }
        }
    });
}

fn one<'r>(rows: &'r mut [Row], random: &mut Random) -> &'r mut Row {
    let at = random.below(rows.len());
    &mut rows[at]
}

/// The cell that holds what the row says of a field; the last, as names may repeat labels.
fn cell_of(row: &Row, field: &str) -> Option<usize> {
    let says = row.says.iter().flatten().find(|(name, text)| *name == field && !text.is_empty())?;
    row.cells.iter().rposition(|cell| squeeze(cell) == squeeze(&says.1))
}

fn lose_name(rows: &mut Vec<Row>, random: &mut Random) {
    let row = one(rows, random);
    if let Some(at) = cell_of(row, "name") {
        row.cells[at].clear();
        unsay(row, "name");
    }
}

fn lose_name_cell(rows: &mut Vec<Row>, random: &mut Random) {
    let row = one(rows, random);
    if let Some(at) = cell_of(row, "name") {
        row.cells.remove(at);
        unsay(row, "name");
    }
}

/// The actual value, its cell left empty.
fn lose_value(rows: &mut Vec<Row>, random: &mut Random) {
    let row = one(rows, random);
    let alone =
        row.cells.iter().filter(|cell| Some(*cell) == cell_of(row, "actual").map(|at| &row.cells[at]));
    if let Some(at) = cell_of(row, "actual").filter(|_| alone.count() == 1) {
        row.cells[at].clear();
        unsay(row, "actual");
    }
}

fn lose_first_levels(rows: &mut Vec<Row>, _: &mut Random) {
    let labels = ["产出指标", "效益指标", "满意度指标"];
    each(rows, |cells| {
        cells.iter_mut().filter(|cell| labels.contains(&cell.as_str())).for_each(String::clear)
    });
}

fn find(rows: &[Row], label: &str) -> Option<(usize, usize)> {
    let column = |row: &Row| row.cells.iter().position(|cell| cell == label);
    rows.iter().enumerate().find_map(|(at, row)| Some((at, column(row)?)))
}

/// The label stands on a row below its group's first.
fn set_first_level_apart(rows: &mut Vec<Row>, _: &mut Random) {
    if let Some((at, column)) = find(rows, "满意度指标") {
        let mut cells = vec![String::new(); rows[at].cells.len()];
        cells[column] = std::mem::take(&mut rows[at].cells[column]);
        rows.insert(at + 1, Row { cells, says: None });
    }
}

/// 效 | 益指 | 标, the pieces on rows of their own.
fn break_first_level(rows: &mut Vec<Row>, _: &mut Random) {
    if let Some((at, column)) = find(rows, "效益指标") {
        rows[at].cells[column] = "效".to_owned();
        let mut cells = vec![String::new(); rows[at].cells.len()];
        cells[column] = "益指".to_owned();
        cells[column + 1] = "益".to_owned();
        rows.insert(at + 1, Row { cells, says: None });
    }
}

/// Names and second levels of three rows stand one row below their values; the last on a row without values.
fn delay_names(rows: &mut Vec<Row>, _: &mut Random) {
    let straight = |row: &Row| row.says.is_some() && cell_of(row, "name") == Some(3) && row.cells.len() > 7;
    let within = |at: &usize| {
        rows[*at..at + 3].iter().all(straight)
            && rows[at + 1..at + 3].iter().all(|row| row.cells[1].is_empty())
    };
    let Some(at) = (0..rows.len().saturating_sub(2)).find(within) else { return };
    let width = rows[at].cells.len();
    rows.insert(at + 3, Row { cells: vec![String::new(); width], says: None });
    for row in (at..at + 3).rev() {
        for column in [2, 3] {
            let text = std::mem::take(&mut rows[row].cells[column]);
            rows[row + 1].cells[column] = text;
        }
    }
    // The last row must be seen to be a name without values: it has a label, too.
    if rows[at + 3].cells[2].is_empty() {
        rows[at + 3].cells[2] = "成本指标".to_owned();
    }
    for row in &mut rows[at..at + 3] {
        unsay(row, "name");
        unsay(row, "level2");
    }
}
