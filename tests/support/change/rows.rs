//! Rows added, lost or printed otherwise.

use super::super::document::Document;
use super::super::figures::Figure;
use super::super::random::Random;

/// An item nobody had before, with its code, below another one.
pub fn insert_item(document: &mut Document, random: &mut Random) -> bool {
    let mut applied = false;
    for table in document.tables.clone().iter().filter(|table| !table.repeated && !table.two_sided) {
        let coded: Vec<Figure> =
            document.figures.iter().filter(|f| f.table == table.id && f.code.len() == 7).cloned().collect();
        if coded.is_empty() {
            continue;
        }
        let above = random.pick(&coded).clone();
        let code = format!("{}77", &above.code[..5]);
        let (label, printed) = ("新增试点事项支出", "1204.5");
        let text = document.lines[document.position(above.line)].text.clone();
        let figures: Vec<Figure> = coded.iter().filter(|f| f.line == above.line).cloned().collect();
        let split = !text.contains(&above.code);
        let cells: Vec<String> = text
            .split('\t')
            .enumerate()
            .map(|(cell, text)| match figures.iter().any(|f| f.cell == cell) {
                true => printed.to_owned(),
                false if split => text.replace(&above.label, label),
                false => text.replace(&above.code, &code).replace(&above.label, label),
            })
            .collect();
        let mut cells = cells;
        if split {
            let last = cells.iter().rposition(|cell| *cell == above.code[5..]).unwrap();
            cells[last] = "77".to_owned();
        }
        let id = document.insert(document.position(above.line) + 1, cells.join("\t"));
        let in_yuan = table.in_yuan;
        document.figures.extend(figures.into_iter().map(|figure| Figure {
            line: id,
            row_key: code.clone(),
            code: code.clone(),
            label: label.to_owned(),
            printed: printed.to_owned(),
            state: "amount".to_owned(),
            value: if in_yuan { "1204.5" } else { "12045000" }.to_owned(),
            measure: "yuan".to_owned(),
            ..figure
        }));
        let place = document.tables.iter_mut().find(|place| place.id == table.id).unwrap();
        let at = place.grid.iter().position(|line| *line == above.line).unwrap();
        place.grid.insert(at + 1, id);
        place.last = if place.last == above.line { id } else { place.last };
        applied = true;
    }
    applied
}

/// A row of a table with codes is gone.
pub fn lose_row(document: &mut Document, random: &mut Random) -> bool {
    let mut applied = false;
    for table in document.tables.clone().iter().filter(|table| !table.repeated && !table.two_sided) {
        let coded: Vec<u32> = document
            .figures
            .iter()
            .filter(|f| f.table == table.id && !f.code.is_empty())
            .map(|f| f.line)
            .collect();
        if coded.is_empty() {
            continue;
        }
        let lost = *random.pick(&coded);
        document.remove(lost);
        applied = true;
    }
    applied
}

/// Empty cells at the end of rows are not printed.
pub fn trim_ends(document: &mut Document, _: &mut Random) -> bool {
    for table in document.tables.clone() {
        for id in &table.grid[table.head..] {
            let at = document.position(*id);
            let text = &mut document.lines[at].text;
            let trimmed = text.trim_end_matches('\t');
            if trimmed.contains('\t') {
                *text = trimmed.to_owned();
            }
        }
    }
    true
}

/// Cells set in bold.
pub fn embolden(document: &mut Document, random: &mut Random) -> bool {
    for table in document.tables.clone() {
        for id in &table.grid {
            let cells: Vec<String> = document.cells(*id);
            let marked: Vec<String> = cells
                .iter()
                .map(|cell| match random.below(6) {
                    0 if !cell.trim().is_empty() && !cell.contains('<') => format!("<b>{cell}</b>"),
                    1 if !cell.trim().is_empty() && !cell.contains(['*', '<']) => format!("**{cell}**"),
                    2 if !cell.trim().is_empty() => format!(" {cell} "),
                    _ => cell.clone(),
                })
                .collect();
            document.set_cells(*id, &marked);
        }
    }
    true
}

/// Every row is a paragraph.
pub fn double_space(document: &mut Document, _: &mut Random) -> bool {
    for id in document.tables.iter().flat_map(|table| table.grid.clone()).collect::<Vec<_>>() {
        let at = document.position(id);
        document.insert(at + 1, "");
    }
    true
}
