//! First and second level of each row: merged labels filled down, and up where the label stands in the middle.
//!
//! A label is filled only where it agrees with what is printed beside it; what contradicts stays blank.

use super::super::labels::{self, Family, Label};
use super::row::{Row, SecondPlace};
use crate::model::DamageKind;

/// The levels of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Levels {
    pub first: String,
    pub second: String,
    /// Whether the printed labels contradict each other here or above.
    torn: bool,
}

fn family(first: &str) -> Option<Family> {
    match labels::label(first) {
        Some(Label::First(family)) => Some(family),
        _ if first.starts_with("成本") => Some(Family::Cost),
        _ => None,
    }
}

fn agree(first: &str, second: &str) -> bool {
    second.is_empty() || family(first).is_none_or(|family| labels::agree(family, second))
}

/// The levels of all rows. `stray` is a first level that stands in the header.
pub(super) fn levels(rows: &mut [Row<'_>], stray: Option<&str>) -> Vec<Levels> {
    set_cut_labels_aside(rows);
    let suffix = rows.iter().filter_map(|row| row.second).any(|second| second.ends_with("效益指标"));
    let mut levels = fill_down(rows, stray, suffix);
    fill_up(rows, &mut levels);
    mend(rows, &mut levels);
    doubt_gaps(rows, &mut levels);
    note_losses(rows, &levels);
    levels
}

/// 效益 without 指标, in a form that prints 产出指标, is what is left of a label.
fn set_cut_labels_aside(rows: &mut [Row<'_>]) {
    let whole = rows.iter().filter_map(|row| row.first).any(|first| first.contains("指标"));
    for row in rows.iter_mut().filter(|_| whole) {
        if let Some(first) = row.first.filter(|first| labels::is_bare(first)) {
            row.first = None;
            row.pieces.push(first);
            row.note(DamageKind::Clipped, "level1", first);
        }
    }
}

fn fill_down(rows: &mut [Row<'_>], stray: Option<&str>, suffix: bool) -> Vec<Levels> {
    let mut above = Levels { first: stray.unwrap_or_default().to_owned(), ..Levels::default() };
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let own_second = row.second.map(|second| complete(row, second, suffix));
        if let Some(first) = row.first {
            above = Levels { first: first.to_owned(), ..Levels::default() };
        }
        match own_second {
            Some(second) => {
                let contradicts = !agree(&above.first, &second);
                if contradicts && row.first.is_some() {
                    row.note(DamageKind::Ambiguous, "level1", &above.first);
                    above.torn = true;
                }
                if contradicts {
                    above.first.clear();
                }
                above.second = second;
            }
            None if row.second_place == SecondPlace::Taken || !agree(&above.first, &above.second) => {
                above.second.clear();
            }
            None => {}
        }
        if !row.displaced.iter().all(|second| agree(&above.first, second)) {
            above.first.clear();
            above.torn = true;
        }
        let mut here = above.clone();
        if here.torn && row.second.is_none() {
            here.second.clear();
        }
        all.push(here);
    }
    all
}

/// A second level whose words are cut, completed if only one begins so.
fn complete(row: &mut Row<'_>, second: &str, suffix: bool) -> String {
    let Some(whole) = labels::complete_second(second) else { return second.to_owned() };
    row.note(DamageKind::Clipped, "level2", second);
    format!("{whole}{}", if suffix { "指标" } else { "" })
}

/// A label printed in the middle of its group belongs to the rows above it, too.
fn fill_up(rows: &[Row<'_>], levels: &mut [Levels]) {
    let mut below: Option<String> = None;
    for (row, here) in rows.iter().zip(levels.iter_mut()).rev() {
        if let Some(first) = row.first {
            below = (!here.torn).then(|| first.to_owned());
        } else if here.first.is_empty() && !here.torn {
            let wanted = labels::family_of_second(&here.second);
            match below.as_deref().filter(|first| wanted.is_some() && family(first) == wanted) {
                Some(first) => here.first = first.to_owned(),
                None if here.second.is_empty() => {}
                None => below = None,
            }
        } else {
            below = None;
        }
    }
}

/// Runs of rows of one family: pieces found among them tell the first level they are pieces of.
fn mend(rows: &mut [Row<'_>], levels: &mut [Levels]) {
    let mut start = 0;
    while start < rows.len() {
        let run = labels::family_of_second(&levels[start].second).filter(|_| levels[start].first.is_empty());
        let Some(family) = run else {
            start += 1;
            continue;
        };
        let belongs = |at: usize| {
            let empty = rows[at].first.is_none() && !rows[at].has_values();
            levels[at].first.is_empty() && labels::family_of_second(&levels[at].second) == Some(family)
                || empty
        };
        let end = (start..rows.len()).take_while(|at| belongs(*at)).last().map_or(start + 1, |last| last + 1);
        mend_run(&mut rows[start..end], &mut levels[start..end], family);
        start = end;
    }
}

fn mend_run(rows: &mut [Row<'_>], levels: &mut [Levels], family: Family) {
    let others = [Family::Output, Family::Benefit, Family::Satisfaction];
    let tells = |piece: &&str| {
        labels::is_piece_of(piece, family)
            && !others.iter().any(|other| *other != family && labels::is_piece_of(piece, *other))
    };
    let pieces: Vec<String> = rows
        .iter()
        .flat_map(|row| row.pieces.iter().copied())
        .filter(|piece| labels::is_piece_of(piece, family))
        .map(str::to_owned)
        .collect();
    if !pieces.iter().any(|piece| tells(&piece.as_str())) {
        return;
    }
    let printed = pieces.join(" ");
    for (row, here) in rows.iter_mut().zip(levels) {
        if here.torn {
            continue;
        }
        here.first = family.label().to_owned();
        row.note(DamageKind::Split, "level1", &printed);
        let misread = row.second.is_some_and(|second| {
            !matches!(labels::label(second), Some(Label::Second(_)))
                && labels::complete_second(second).is_none()
        });
        if misread {
            row.note(DamageKind::Split, "level2", row.second.unwrap_or_default());
            here.second.clear();
        }
    }
}

/// The second levels of 产出, in the order of the template.
const OUTPUTS: [&str; 4] = ["数量", "质量", "时效", "成本"];

/// Where the template's next label is printed nowhere in the form, the last row filled down before the gap may be its.
fn doubt_gaps(rows: &mut [Row<'_>], levels: &mut [Levels]) {
    let position =
        |row: &Row<'_>| OUTPUTS.iter().position(|word| row.second.is_some_and(|s| s.starts_with(word)));
    let printed: Vec<(usize, usize)> =
        rows.iter().enumerate().filter_map(|(at, row)| Some((at, position(row)?))).collect();
    let is_printed: Vec<bool> =
        (0..OUTPUTS.len()).map(|label| printed.iter().any(|(_, other)| *other == label)).collect();
    if is_printed.iter().filter(|printed| **printed).count() + 1 < OUTPUTS.len() {
        return;
    }
    for pair in printed.windows(2) {
        let [(from, left), (to, right)] = pair else { continue };
        let gap = *right == left + 2 && !is_printed[left + 1];
        let last = (from + 1..*to).rev().find(|at| rows.get(*at).is_some_and(Row::has_values));
        if let Some(last) = last.filter(|_| gap)
            && let (Some(row), Some(here)) = (rows.get_mut(last), levels.get_mut(last))
        {
            here.second.clear();
            row.note(DamageKind::Ambiguous, "level2", "");
        }
    }
}

fn note_losses(rows: &mut [Row<'_>], levels: &[Levels]) {
    for (row, here) in rows.iter_mut().zip(levels) {
        for (level, field) in [(&here.first, "level1"), (&here.second, "level2")] {
            let noted = row.damage.iter().any(|damage| damage.field == field);
            if level.is_empty() && !noted {
                let printed = row.pieces.join(" ");
                row.note(if here.torn { DamageKind::Ambiguous } else { DamageKind::Lost }, field, &printed);
            }
        }
    }
}
