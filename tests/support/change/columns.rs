//! Columns in another order, or cut otherwise.

use gongkai::text::{column_name, compact};

use super::super::document::{Document, TableAt};
use super::super::random::Random;

/// Pairs of value columns (cell, leaf word) that may change places.
fn pairs(table: &TableAt, wanted: impl Fn(&str, &str) -> bool) -> Vec<[(usize, String); 2]> {
    let named: Vec<(usize, &str, &str)> = table
        .columns
        .iter()
        .filter(|column| column.0 < usize::MAX && !column.2.is_empty())
        .map(|(cell, name, _)| {
            let (head, leaf) = name.rsplit_once('/').unwrap_or(("", name));
            (*cell, head, leaf)
        })
        .collect();
    let mut pairs = Vec::new();
    for (at, left) in named.iter().enumerate() {
        for right in &named[at + 1..] {
            if wanted(left.1, right.1) && left.2 != right.2 {
                pairs.push([(left.0, left.2.to_owned()), (right.0, right.2.to_owned())]);
            }
        }
    }
    pairs
}

fn exchange(document: &mut Document, table: &TableAt, pair: &[(usize, String); 2]) {
    let [(a, left), (b, right)] = pair;
    document.rewrite(table, |_, head, cells| {
        let named = column_name(&cells[*a]) == *left || column_name(&cells[*b]) == *right;
        if !head || named {
            cells.swap(*a, *b);
        }
    });
    document.move_cells(&table.id, |cell| match cell {
        cell if cell == *a => *b,
        cell if cell == *b => *a,
        cell => cell,
    });
}

fn exchange_some(
    document: &mut Document,
    random: &mut Random,
    wanted: impl Fn(&str, &str) -> bool + Copy,
) -> bool {
    let mut applied = false;
    for table in document.tables.clone().iter().filter(|t| !t.repeated && !t.two_sided && !t.shifted) {
        let pairs = pairs(table, wanted);
        if !pairs.is_empty() {
            exchange(document, table, random.pick(&pairs));
            applied = true;
        }
    }
    applied
}

/// Two columns under one banner change places, with their own header cells.
pub fn exchange_siblings(document: &mut Document, random: &mut Random) -> bool {
    exchange_some(document, random, |left, right| left == right && !left.is_empty())
}

/// Two columns without banner change places, with their headers.
pub fn exchange_whole(document: &mut Document, random: &mut Random) -> bool {
    exchange_some(document, random, |left, right| left.is_empty() && right.is_empty())
}

/// The header row with a code word and a name word side by side, and their cells.
fn code_and_name(document: &Document, table: &TableAt) -> Option<(usize, usize)> {
    let is_code = |cell: &str| ["编码", "代码"].iter().any(|end| compact(cell).ends_with(end));
    let is_name = |cell: &str| compact(cell).ends_with("名称") || compact(cell) == "科目";
    (0..table.head).find_map(|row| {
        let cells = document.cells(table.grid[row]);
        let codes: Vec<usize> = (0..cells.len()).filter(|i| is_code(&cells[*i])).collect();
        let [code] = codes[..] else { return None };
        cells.get(code + 1).is_some_and(|cell| is_name(cell)).then_some((row, code))
    })
}

pub fn exchange_code_and_name(document: &mut Document, _: &mut Random) -> bool {
    let mut applied = false;
    for table in document.tables.clone().iter().filter(|table| !table.repeated) {
        let Some((row, code)) = code_and_name(document, table) else { continue };
        document.rewrite(table, |position, _, cells| {
            if position >= row {
                cells.swap(code, code + 1);
            }
        });
        applied = true;
    }
    applied
}

/// Codes in three cells, with 类 款 项 below the header word.
pub fn split_codes(document: &mut Document, _: &mut Random) -> bool {
    let mut applied = false;
    for table in document.tables.clone().iter().filter(|table| !table.repeated && !table.two_sided) {
        let Some((row, code)) = code_and_name(document, table) else { continue };
        document.rewrite(table, |_, _, cells| {
            let text = cells[code].clone();
            let is_code = text.bytes().all(|b| b.is_ascii_digit());
            let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
            let parts = if is_code {
                [part(0, 3), part(3, 5), part(5, 7)]
            } else {
                [text, String::new(), String::new()]
            };
            cells.splice(code..=code, parts);
        });
        let mut levels = vec![String::new(); document.cells(table.grid[0]).len()];
        for (level, word) in ["类", "款", "项"].into_iter().enumerate() {
            levels[code + level] = word.to_owned();
        }
        let at = document.position(table.grid[row]) + 1;
        let id = document.insert(at, levels.join("\t"));
        let place = document.tables.iter_mut().find(|place| place.id == table.id).unwrap();
        place.grid.insert(row + 1, id);
        place.head += 1;
        document.move_cells(&table.id, |cell| if cell > code && cell < usize::MAX { cell + 2 } else { cell });
        applied = true;
    }
    applied
}

/// `2010301 行政运行` in one cell.
pub fn join_code_and_name(document: &mut Document, random: &mut Random) -> bool {
    let mut applied = false;
    for table in document.tables.clone().iter().filter(|table| !table.repeated && !table.two_sided) {
        let Some((row, code)) = code_and_name(document, table) else { continue };
        let gap = *random.pick(&["", " ", "-", "　"]);
        document.rewrite(table, |position, head, cells| {
            let name = cells.remove(code + 1);
            if head && position == row {
                cells[code] = "科目名称".to_owned();
            } else if !head && !cells[code].is_empty() && !name.is_empty() {
                cells[code] = format!("{}{gap}{name}", cells[code]);
            } else if cells[code].is_empty() {
                cells[code] = name;
            }
        });
        document.move_cells(&table.id, |cell| if cell > code && cell < usize::MAX { cell - 1 } else { cell });
        applied = true;
    }
    applied
}

/// 支出 left, 收入 right.
pub fn exchange_sides(document: &mut Document, _: &mut Random) -> bool {
    let mut applied = false;
    for table in document.tables.clone().iter().filter(|table| table.two_sided) {
        let top = document.cells(table.grid[0]);
        let Some(middle) = (1..top.len()).find(|i| compact(&top[*i]).ends_with("支出")) else { continue };
        let width = table.grid.iter().map(|id| document.cells(*id).len()).max().unwrap();
        document.rewrite(table, |_, _, cells| cells.rotate_left(middle));
        document.move_cells(&table.id, |cell| (cell.min(width) + width - middle) % width);
        applied = true;
    }
    applied
}
