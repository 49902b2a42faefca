//! Other names, years and header words.

use std::collections::BTreeMap;

use gongkai::registry::{Registry, fold_header};
use gongkai::text::{column_name, compact};

use super::super::document::Document;
use super::super::random::Random;

/// Another unit, and every year a few years later.
pub fn rename(document: &mut Document, random: &mut Random) -> bool {
    let names = ["江北县公共服务中心", "某某省某某市东城区人民政府办公室", "临河市地方志办公室（本级）"];
    let (unit, name, years) = (document.unit.clone(), *random.pick(&names), 1 + random.below(9));
    let change = |text: &str| {
        let named = if unit.is_empty() { text.to_owned() } else { text.replace(&unit, name) };
        later(&named, years)
    };
    for line in &mut document.lines {
        line.text = change(&line.text);
    }
    for figure in &mut document.figures {
        figure.label = change(&figure.label);
        figure.row_key = change(&figure.row_key);
        figure.column = change(&figure.column);
    }
    for table in &mut document.tables {
        table.title = change(&table.title);
        table.columns.iter_mut().for_each(|column| column.1 = change(&column.1));
    }
    document.unit = name.to_owned();
    true
}

/// The text with its years (2015 to 2029, not part of longer numbers) moved.
fn later(text: &str, years: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let inside = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit() || *c == '.' || *c == ',');
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        let four: String = chars[at..chars.len().min(at + 4)].iter().collect();
        let year = four.parse::<usize>().ok().filter(|year| (2015..2030).contains(year));
        let apart = !inside(at.checked_sub(1).and_then(|i| chars.get(i))) && !inside(chars.get(at + 4));
        match year.filter(|_| apart && four.len() == 4) {
            Some(year) => {
                out.push_str(&(year + years).to_string());
                at += 4;
            }
            None => {
                out.push(chars[at]);
                at += 1;
            }
        }
    }
    out
}

/// Other words of the registry for the same columns.
pub fn use_aliases(document: &mut Document, random: &mut Random) -> bool {
    let registry = Registry::built_in();
    let mut applied = use_axis_aliases(document, random);
    for table in document.tables.clone().iter().filter(|table| !table.shifted) {
        let Some(spec) = registry.tables(document.stage).find(|spec| spec.id == table.id) else { continue };
        for (cell, name, role) in table.columns.iter().filter(|column| !column.2.is_empty()) {
            let (head, leaf) = name.rsplit_once('/').map_or(("", name.as_str()), |(head, leaf)| (head, leaf));
            let path: Vec<String> = name.split('/').map(fold_header).collect();
            let aliases: Vec<&Vec<String>> = spec
                .columns
                .iter()
                .filter(|column| column.role == *role)
                .flat_map(|column| &column.names)
                .filter(|names| {
                    names.len() == path.len() && names[..names.len() - 1] == path[..path.len() - 1]
                })
                .collect();
            let taken = |word: &str| {
                table
                    .columns
                    .iter()
                    .any(|(_, other, _)| fold_header(other.rsplit('/').next().unwrap()) == word)
            };
            let fresh: Vec<&str> = aliases
                .iter()
                .map(|names| names.last().unwrap().as_str())
                .filter(|word| !taken(word))
                .collect();
            if fresh.is_empty() || table.repeated || spec.column_name.is_some() {
                continue;
            }
            let alias = column_name(fresh[random.below(fresh.len())]);
            if !replace_header(document, table, *cell, leaf, &alias) {
                continue;
            }
            applied = true;
            let published = if head.is_empty() { alias } else { format!("{head}/{alias}") };
            for figure in document.figures.iter_mut().filter(|f| f.table == table.id && f.column == *name) {
                figure.column.clone_from(&published);
            }
            let known = document.tables.iter_mut().find(|place| place.id == table.id).unwrap();
            known
                .columns
                .iter_mut()
                .filter(|column| column.0 == *cell)
                .for_each(|column| column.1.clone_from(&published));
        }
    }
    applied
}

fn replace_header(
    document: &mut Document,
    table: &super::super::document::TableAt,
    cell: usize,
    leaf: &str,
    alias: &str,
) -> bool {
    for id in &table.grid[..table.head] {
        let mut cells = document.cells(*id);
        if cells.get(cell).is_some_and(|text| column_name(text) == leaf) {
            cells[cell] = alias.to_owned();
            document.set_cells(*id, &cells);
            return true;
        }
    }
    false
}

fn use_axis_aliases(document: &mut Document, random: &mut Random) -> bool {
    let words: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("科目代码", &["科目编码", "功能分类科目编码", "支出功能分类科目编码", "编码"][..]),
        ("科目编码", &["科目代码", "功能科目代码"][..]),
        ("科目名称", &["功能分类科目名称", "名称", "科目"][..]),
        ("行次", &["序号"][..]),
    ]);
    let mut applied = false;
    for table in document.tables.clone() {
        let chosen: BTreeMap<&str, &str> =
            words.iter().map(|(word, aliases)| (*word, *random.pick(aliases))).collect();
        for id in &table.grid[..table.head] {
            let mut cells = document.cells(*id);
            for cell in &mut cells {
                if let Some(alias) = chosen.get(compact(cell).as_str()) {
                    *cell = (*alias).to_owned();
                    applied = true;
                }
            }
            document.set_cells(*id, &cells);
        }
    }
    applied
}

/// Justified header cells: a space between two characters.
pub fn space_headers(document: &mut Document, random: &mut Random) -> bool {
    for table in document.tables.clone() {
        for id in &table.grid[..table.head] {
            let cells: Vec<String> = document.cells(*id).iter().map(|cell| space(cell, random)).collect();
            document.set_cells(*id, &cells);
        }
    }
    true
}

fn space(cell: &str, random: &mut Random) -> String {
    let wordy = cell.chars().count() > 1 && !cell.contains(|c: char| c.is_ascii());
    if !wordy || random.one_in(2) {
        return cell.to_owned();
    }
    let at = 1 + random.below(cell.chars().count() - 1);
    let head: String = cell.chars().take(at).collect();
    let tail: String = cell.chars().skip(at).collect();
    format!("{head} {tail}")
}
