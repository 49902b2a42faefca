//! Lines between, in front, moved into the grid or cut off; and other encodings.

use gongkai::text::compact;

use super::super::document::{Document, TableAt};
use super::super::random::Random;

/// Title, tag, unit and denomination as rows of the grid, as from a spreadsheet.
pub fn title_rows(document: &mut Document, random: &mut Random) -> bool {
    for table in document.tables.clone() {
        let (first, grid) = (document.position(table.first), document.position(table.grid[0]));
        if first == grid {
            continue;
        }
        let width = document.cells(table.grid[0]).len();
        let above: Vec<String> = document.lines[first..grid].iter().map(|line| line.text.clone()).collect();
        let joined: String = above.iter().map(|text| compact(text)).collect();
        let unit = if table.in_yuan { "元" } else { "万元" };
        let named = joined.find("名称：").map(|_| document.unit.clone()).unwrap_or_default();
        let row = |left: &str, right: &str| {
            let mut cells = vec![String::new(); width];
            cells[width - 1] = right.to_owned();
            cells[0] = left.to_owned();
            cells.join("\t")
        };
        let last = if named.is_empty() { String::new() } else { format!("部门名称：{named}") };
        let mut rows = vec![row(&table.title, "")];
        if random.one_in(2) || !table.tag.is_empty() {
            rows.push(row("", if table.tag.is_empty() { "表1" } else { &table.tag }));
        }
        rows.push(row(&last, &format!("金额单位：{unit}")));
        document.lines.drain(first..grid);
        let ids: Vec<u32> =
            rows.into_iter().enumerate().map(|(i, text)| document.insert(first + i, text)).collect();
        let place = document.tables.iter_mut().find(|place| place.id == table.id).unwrap();
        place.first = ids[0];
        place.head += ids.len();
        place.grid.splice(0..0, ids);
    }
    true
}

/// Notes below the grid become rows of it.
pub fn notes_in_grid(document: &mut Document, _: &mut Random) -> bool {
    for table in document.tables.clone() {
        let width = document.cells(table.grid[0]).len();
        let last_row = document.position(*table.grid.last().unwrap());
        let Some(note) = table.notes.iter().map(|id| document.position(*id)).find(|at| *at > last_row) else {
            continue;
        };
        if document.lines[note].text.contains('\t') {
            continue;
        }
        document.lines[note].text.push_str(&"\t".repeat(width - 1));
        document.lines.drain(last_row + 1..note);
    }
    true
}

fn data_lines(document: &Document) -> Vec<u32> {
    let inner = |table: &TableAt| table.grid[(table.head + 1).min(table.grid.len())..].to_vec();
    document.tables.iter().flat_map(inner).collect()
}

/// Blank lines between rows, sometimes with a page number.
pub fn page_breaks(document: &mut Document, random: &mut Random) -> bool {
    for line in data_lines(document) {
        if random.one_in(12) {
            let page: &[&str] = match random.below(4) {
                0 => &["", "- 12 -", ""],
                1 => &["", "第3页 共30页", ""],
                _ => &[""],
            };
            let at = document.position(line);
            for text in page.iter().rev() {
                document.insert(at, *text);
            }
        }
    }
    true
}

/// A page break with the header printed again.
pub fn repeat_headers(document: &mut Document, random: &mut Random) -> bool {
    for table in
        document.tables.clone().iter().filter(|table| table.grid.len() > table.head + 3 && table.head > 0)
    {
        let body = &table.grid[table.head + 1..];
        let at = document.position(*random.pick(body));
        let header: Vec<String> = table.grid[..table.head]
            .iter()
            .map(|id| document.lines[document.position(*id)].text.clone())
            .filter(|text| !text.contains("单位") && !text.contains("表"))
            .collect();
        for text in header.into_iter().rev() {
            document.insert(at, text);
        }
        document.insert(at, "");
    }
    true
}

/// A stamp over the pages, also in the middle of grids.
pub fn watermarks(document: &mut Document, random: &mut Random) -> bool {
    let stamp = *random.pick(&["内部资料严禁外传", "仅供公开使用", "征求意见稿", "XX县财政局"]);
    let lines = data_lines(document);
    for _ in 0..8 {
        let at = document.position(*random.pick(&lines));
        document.insert(at, stamp);
        if random.one_in(2) {
            document.insert(at, "");
        }
    }
    true
}

/// A table that the registry does not know, between two that it knows.
pub fn unknown_table(document: &mut Document, random: &mut Random) -> bool {
    let table = random.pick(&document.tables).clone();
    let rows = [
        "",
        "2024年度政策性补助发放情况表",
        "",
        "单位：万元",
        "",
        "序号\t补助名称\t发放户数\t发放金额",
        "1\t耕地地力保护补贴\t1204\t35.20",
        "2\t农机购置补贴\t12\t4.8",
        "合计\t\t1216\t40.00",
        "",
    ];
    let at = document.position(table.last) + 1;
    for text in rows.iter().rev() {
        document.insert(at, *text);
    }
    true
}

/// The tables, each with its title and notes, in another order.
pub fn reorder(document: &mut Document, random: &mut Random) -> bool {
    let mut places: Vec<(usize, usize)> =
        document.tables.iter().map(|t| (document.position(t.first), document.position(t.last))).collect();
    places.sort_unstable();
    let mut chunks: Vec<_> =
        places.iter().map(|(first, last)| document.lines[*first..=*last].to_vec()).collect();
    random.shuffle(&mut chunks);
    for ((first, last), chunk) in places.iter().zip(chunks).rev() {
        document.lines.splice(*first..=*last, chunk);
    }
    true
}

/// What a converter or a web page puts in front of a document.
pub fn lines_in_front(document: &mut Document, random: &mut Random) -> bool {
    let front = [
        "",
        "首页 > 政务公开 > 预决算公开",
        "",
        "发布时间：2025-09-12 10:15",
        "浏览次数：1204",
        "",
        "---",
        "",
    ];
    for text in front[..1 + random.below(front.len())].iter().rev() {
        document.insert(0, *text);
    }
    true
}

/// The text ends in the middle of a table.
pub fn cut_off(document: &mut Document, random: &mut Random) -> bool {
    let tables: Vec<TableAt> =
        document.tables.iter().filter(|t| t.grid.len() > t.head + 4).cloned().collect();
    let table = random.pick(&tables);
    let rows = &table.grid[table.head + 2..];
    let at = document.position(*random.pick(rows));
    document.lines.truncate(at);
    let kept: std::collections::BTreeSet<u32> = document.lines.iter().map(|line| line.id).collect();
    document.figures.retain(|figure| kept.contains(&figure.line));
    true
}

pub fn gb18030(document: &mut Document, _: &mut Random) -> bool {
    document.encode = |text| encoding_rs::GB18030.encode(text).0.into_owned();
    true
}

pub fn utf16(document: &mut Document, random: &mut Random) -> bool {
    document.encode = match random.below(2) {
        0 => |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        _ => |text| [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
    };
    true
}

pub fn marked_crlf(document: &mut Document, _: &mut Random) -> bool {
    document.encode = |text| format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    true
}

/// What is printed above and below every page, with a number.
pub fn page_headers(document: &mut Document, random: &mut Random) -> bool {
    let mut page = 1;
    for line in data_lines(document) {
        if random.one_in(15) {
            let at = document.position(line);
            for text in [&format!("{}2024年度部门决算", document.unit), "", &format!("—{page}—"), ""]
            {
                document.insert(at, text);
            }
            page += 1;
        }
    }
    true
}

/// A page break with title, denomination and header printed again.
pub fn repeat_titles(document: &mut Document, random: &mut Random) -> bool {
    let tables = document.tables.clone();
    for table in tables.iter().filter(|t| t.grid.len() > t.head + 4 && t.head > 0 && t.id != "statistics") {
        let body = &table.grid[table.head + 2..];
        let at = document.position(*random.pick(body));
        let (first, grid) = (document.position(table.first), document.position(table.grid[table.head]));
        let above: Vec<String> = document.lines[first..grid].iter().map(|line| line.text.clone()).collect();
        for text in above.into_iter().rev() {
            document.insert(at, text);
        }
        document.insert(at, "");
    }
    true
}
