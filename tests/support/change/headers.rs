//! Headers and titles as other converters and places print them.

use gongkai::text::compact;

use super::super::document::{Document, TableAt};
use super::super::random::Random;

fn header_rows(document: &Document, table: &TableAt) -> Vec<Vec<String>> {
    table.grid[..table.head].iter().map(|id| document.cells(*id)).collect()
}

fn is_numbering(cells: &[String]) -> bool {
    cells.iter().all(|cell| {
        matches!(compact(cell).as_str(), "" | "栏次" | "行次") || cell.trim().parse::<f32>().is_ok()
    })
}

/// Header rows with words, of tables whose header is not damaged and begins the grid.
fn worded_rows(document: &Document, table: &TableAt) -> Vec<usize> {
    let rows = header_rows(document, table);
    (0..rows.len()).filter(|i| !is_numbering(&rows[*i])).collect()
}

/// A cell merged over several columns is printed in each of them.
pub fn repeat_merged(document: &mut Document, _: &mut Random) -> bool {
    for table in document.tables.clone().iter().filter(|table| !table.shifted) {
        let rows = worded_rows(document, table);
        for (at, row) in rows.iter().enumerate() {
            let mut cells = document.cells(table.grid[*row]);
            let below: Vec<Vec<String>> =
                rows[at + 1..].iter().map(|r| document.cells(table.grid[*r])).collect();
            let above: Vec<Vec<String>> = rows[..at].iter().map(|r| document.cells(table.grid[*r])).collect();
            for column in 1..cells.len() {
                let covers =
                    below.iter().any(|row| row.get(column).is_some_and(|cell| !cell.trim().is_empty()));
                let own = above.iter().all(|row| {
                    row.get(column).is_none_or(|c| c.trim().is_empty() || Some(c) == row.get(column - 1))
                });
                if cells[column].trim().is_empty() && covers && own {
                    cells[column] = cells[column - 1].clone();
                }
            }
            document.set_cells(table.grid[*row], &cells);
        }
    }
    true
}

/// A header cell merged over several rows is printed in each of them.
pub fn repeat_below(document: &mut Document, _: &mut Random) -> bool {
    for table in document.tables.clone().iter().filter(|table| !table.shifted && table.id != "statistics") {
        let rows = worded_rows(document, table);
        for pair in rows.windows(2) {
            let above = document.cells(table.grid[pair[0]]);
            let mut cells = document.cells(table.grid[pair[1]]);
            let later: Vec<Vec<String>> =
                rows.iter().filter(|r| **r > pair[1]).map(|r| document.cells(table.grid[*r])).collect();
            for column in 0..cells.len() {
                let last = later.iter().all(|row| row.get(column).is_none_or(|cell| cell.trim().is_empty()));
                if cells[column].trim().is_empty() && last && !above[column].trim().is_empty() {
                    cells[column] = above[column].clone();
                }
            }
            document.set_cells(table.grid[pair[1]], &cells);
        }
    }
    true
}

/// No row that numbers the columns.
pub fn drop_numbering(document: &mut Document, _: &mut Random) -> bool {
    let mut applied = false;
    for table in document.tables.clone() {
        let rows = header_rows(document, &table);
        for at in (0..rows.len())
            .filter(|i| is_numbering(&rows[*i]) && rows[*i].iter().any(|c| !c.trim().is_empty()))
        {
            document.remove(table.grid[at]);
            applied = true;
        }
    }
    applied
}

/// A column that numbers the rows, in front.
pub fn serial_numbers(document: &mut Document, _: &mut Random) -> bool {
    let mut applied = false;
    for table in document.tables.clone().iter().filter(|t| !t.two_sided && !t.repeated) {
        let rows = worded_rows(document, table);
        let has_figures = document.figures.iter().any(|figure| figure.table == table.id);
        if !has_figures || rows.first() != Some(&0) || table.id == "three-public" || table.id == "statistics"
        {
            continue;
        }
        document.rewrite(table, |position, head, cells| {
            let text = match (position, head) {
                (0, _) => "序号".to_owned(),
                (_, true) => String::new(),
                _ => (position + 1 - table.head).to_string(),
            };
            cells.insert(0, text);
        });
        document.move_cells(&table.id, |cell| cell.saturating_add(1));
        applied = true;
    }
    applied
}

/// A column of remarks at the end, with a word here and there.
pub fn remarks(document: &mut Document, random: &mut Random) -> bool {
    let marked: Vec<usize> = (0..200).filter(|_| random.one_in(4)).collect();
    let mut applied = false;
    for table in
        document.tables.clone().iter().filter(|t| !t.two_sided && !t.repeated && t.id != "statistics")
    {
        document.rewrite(table, |position, head, cells| {
            cells.push(match (position, head) {
                (0, _) => "备注".to_owned(),
                (_, false) if marked.contains(&position) => "含上年结转".to_owned(),
                _ => String::new(),
            });
        });
        applied = true;
    }
    applied
}

/// Titles with what other places put around them.
pub fn dress_titles(document: &mut Document, random: &mut Random) -> bool {
    for table in document.tables.clone().iter().filter(|table| !table.title.is_empty()) {
        let Some(at) = document.lines.iter().position(|line| {
            let place = document.tables.iter().find(|place| place.id == table.id).unwrap();
            line.id >= place.first && line.id <= place.grid[0] && compact(&line.text) == table.title
        }) else {
            continue;
        };
        let title = &table.title;
        let bare = title.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('年');
        let year = document.year.get();
        document.lines[at].text = match random.below(7) {
            0 => format!("江北县公共服务中心{year}年度{bare}"),
            1 => format!("（一）{title}"),
            2 => format!("表3：{title}"),
            3 => format!("附件2-1 {title}"),
            4 => format!("**{year}年{bare}**"),
            5 => format!("{title}（公开07表）"),
            _ => format!("##  三、{title}  "),
        };
    }
    true
}

/// Title and denomination on one line, nothing else above the grid.
pub fn title_with_unit(document: &mut Document, random: &mut Random) -> bool {
    for table in document.tables.clone() {
        let (first, grid) = (document.position(table.first), document.position(table.grid[0]));
        let unit = if table.in_yuan { "元" } else { "万元" };
        let text = match random.below(3) {
            0 => format!("{}  单位：{unit}", table.title),
            1 => format!("{}（单位：{unit}）", table.title),
            _ => format!("{}　　　　金额单位：人民币{unit}", table.title),
        };
        document.lines[first].text = text;
        document.lines.drain(first + 1..grid);
    }
    true
}

/// All tables in one block, without a blank line anywhere: sheets written one after the other.
pub fn one_block(document: &mut Document, random: &mut Random) -> bool {
    super::lines::notes_in_grid(document, random);
    super::lines::title_rows(document, random);
    let ids: Vec<(u32, u32)> = document.tables.iter().map(|t| (t.grid[0], t.last)).collect();
    for (first, last) in ids {
        let (first, last) = (document.position(first), document.position(last));
        let blank: Vec<u32> = document.lines[first..=last]
            .iter()
            .filter(|l| l.text.trim().is_empty() && !l.text.contains('\t'))
            .map(|l| l.id)
            .collect();
        document.lines.retain(|line| !blank.contains(&line.id));
    }
    for pair in document.tables.clone().windows(2) {
        let (last, next) = (document.position(pair[0].last), document.position(pair[1].first));
        let between: Vec<u32> = document.lines[last + 1..next].iter().map(|line| line.id).collect();
        if document.lines[last + 1..next].iter().all(|line| line.text.trim().is_empty()) {
            document.lines.retain(|line| !between.contains(&line.id));
        }
    }
    true
}
