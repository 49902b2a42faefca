//! The columns of a table: which name its rows, what the others are called and mean.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::GridRow;
use super::header::{Header, Word};
use super::panel::{self, Panel};
use super::words;
use crate::model::{Column, Number, Side, read_number};
use crate::registry::{AxisKind, AxisWords, TableSpec, fold_header};

/// A table's columns and parts.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub panels: Vec<Panel>,
    /// For each grid column that holds values, its position in `columns`.
    pub positions: Vec<Option<usize>>,
    pub columns: Vec<Column>,
    /// Whether each column holds words instead of numbers.
    pub worded: Vec<bool>,
    /// Column pairs (0-based grid positions) whose headers the conversion shifted and the template put right.
    pub shifted: Vec<usize>,
}

/// Derives the layout from the header and, where that says nothing, from what the columns hold.
pub(super) fn layout(
    rows: &[GridRow],
    header: &Header,
    spec: Option<&TableSpec>,
    axis: &AxisWords,
) -> Layout {
    let mut kinds: Vec<Option<AxisKind>> =
        (0..header.paths.len()).map(|column| kind(column, rows, header, axis)).collect();
    name_by_first_column(&mut kinds, rows, header);
    let banners = panel::banners(&header.paths, &kinds);
    let mut panels = panel::panels(&header.paths, &kinds);
    settle_sides(&mut panels, rows, spec);
    let mut names = names(&header.paths, &kinds, &banners, axis);
    let shifted = spec.map(|spec| mend_shift(&mut names, &kinds, spec)).unwrap_or_default();
    let mut layout = Layout { positions: vec![None; kinds.len()], shifted, ..Layout::default() };
    for panel in &panels {
        let mut roles = roles(panel, &names, spec);
        for column in panel.values.iter().copied() {
            layout.positions[column] = Some(layout.columns.len());
            let role = roles.remove(&column).unwrap_or_default();
            let made = make_column(&names[column], layout.columns.len() + 1, panel.side, spec, role);
            let remark = header.paths[column].last().is_some_and(|leaf| axis.is_remark(&leaf.text));
            let worded = made.role.is_empty()
                && (remark || is_worded(column, &rows[header.data_start..], spec.is_some()));
            layout.worded.push(worded);
            layout.columns.push(made);
        }
    }
    layout.panels = panels;
    layout
}

/// The role of each column of a part. Of several columns that fit one role, that whose header agrees in most words
/// has it, then that of the latest year, then the first.
fn roles(panel: &Panel, names: &[Vec<String>], spec: Option<&TableSpec>) -> BTreeMap<usize, String> {
    let mut best: BTreeMap<&str, (usize, u16, usize)> = BTreeMap::new();
    for column in panel.values.iter().copied() {
        let path = &names[column];
        let Some((fit, known)) = spec.and_then(|spec| spec.fit(path, panel.side)) else { continue };
        let year = path.iter().filter_map(|word| words::find_any_year(word)).max().unwrap_or(0);
        let held = best.entry(known.role.as_str()).or_insert((fit, year, column));
        if (fit, year) > (held.0, held.1) {
            *held = (fit, year, column);
        }
    }
    best.into_iter().map(|(role, (_, _, column))| (column, role.to_owned())).collect()
}

fn make_column(
    name: &[String],
    number: usize,
    side: Option<Side>,
    spec: Option<&TableSpec>,
    role: String,
) -> Column {
    let fixed = spec.and_then(|spec| spec.column_name.clone()).filter(|_| !role.is_empty());
    let denomination = name.last().and_then(|word| words::header_denomination(word));
    Column { name: fixed.unwrap_or_else(|| name.join("/")), role, number, side, denomination }
}

/// What a column holds, by its header or, under a merged or missing header cell, by its content.
fn kind(column: usize, rows: &[GridRow], header: &Header, axis: &AxisWords) -> Option<AxisKind> {
    let content = Content::of(column, &rows[header.data_start.min(rows.len())..]);
    let Some(leaf) = header.paths[column].last() else {
        return content.kind().filter(|kind| column < 2 || *kind == AxisKind::Code);
    };
    match axis.kind(&leaf.text) {
        Some(AxisKind::Label) if content.kind() == Some(AxisKind::Code) => Some(AxisKind::Code),
        kind => kind,
    }
}

/// Where no header is a word of the axis, the first column names the rows if it holds words or codes.
fn name_by_first_column(kinds: &mut [Option<AxisKind>], rows: &[GridRow], header: &Header) {
    let names_rows = |kind: &Option<AxisKind>| matches!(kind, Some(AxisKind::Code | AxisKind::Label));
    if kinds.iter().any(names_rows) {
        return;
    }
    if let Some(first) = kinds.iter().position(Option::is_none) {
        kinds[first] = Content::of(first, &rows[header.data_start.min(rows.len())..]).kind();
    }
}

/// What the cells of a column look like.
#[derive(Clone, Copy, Debug, Default)]
struct Content {
    codes: usize,
    numbers: usize,
    words: usize,
}

impl Content {
    fn of(column: usize, rows: &[GridRow]) -> Self {
        let mut content = Self::default();
        for text in rows.iter().map(|row| row.text(column)).filter(|text| !text.is_empty()) {
            match read_number(text) {
                Number::Value(_) if words::is_code(text) => content.codes += 1,
                Number::NotANumber => content.words += 1,
                _ => content.numbers += 1,
            }
        }
        content
    }

    fn kind(self) -> Option<AxisKind> {
        if self.codes >= 2 && self.codes >= 2 * (self.numbers + self.words) {
            Some(AxisKind::Code)
        } else {
            (self.words > self.codes + self.numbers).then_some(AxisKind::Label)
        }
    }
}

/// A column holds words if it has no number at all, in a grid also if it has few.
fn is_worded(column: usize, rows: &[GridRow], is_known: bool) -> bool {
    let content = Content::of(column, rows);
    let numeric = content.numbers + content.codes;
    content.words > 0 && if is_known { numeric == 0 } else { numeric < content.words }
}

/// The published names: header words without those that only name the axis, a side, or the whole table.
fn names(
    paths: &[Vec<Word>],
    kinds: &[Option<AxisKind>],
    banners: &BTreeSet<usize>,
    axis: &AxisWords,
) -> Vec<Vec<String>> {
    let is_remark = |path: &[Word]| path.last().is_some_and(|leaf| axis.is_remark(&leaf.text));
    let named: Vec<&Vec<Word>> = paths.iter().filter(|path| !is_remark(path)).collect();
    let everywhere = |word: &Word| {
        named.len() > 1 && named.iter().all(|path| path.iter().any(|other| other.id == word.id))
    };
    let tops: Vec<&Word> = paths.iter().filter_map(|path| path.first().filter(|_| path.len() > 1)).collect();
    let name = |path: &Vec<Word>| -> Vec<String> {
        let kept = |word: &&Word| {
            !banners.contains(&word.id) && !everywhere(word) && (axis.kind(&word.text).is_none())
        };
        path.iter().filter(kept).map(|word| word.text.clone()).collect()
    };
    let under_axis = |path: &Vec<Word>| path.len() > 1 && axis.kind(&path[0].text).is_some();
    paths
        .iter()
        .zip(kinds)
        .map(|(path, kind)| {
            // A value column under 项目 lost its own banner, which the conversion set one column further.
            let stray = kind.is_none() && under_axis(path) && !banners.contains(&path[0].id);
            let lost = stray
                .then(|| {
                    tops.iter().find(|word| axis.kind(&word.text).is_none() && !banners.contains(&word.id))
                })
                .flatten();
            lost.map(|word| word.text.clone()).into_iter().chain(name(path)).collect()
        })
        .collect()
}

/// Where a header stands one column off (上年结转 over 单位资金), the template's order is taken.
fn mend_shift(names: &mut [Vec<String>], kinds: &[Option<AxisKind>], spec: &TableSpec) -> Vec<usize> {
    let mut mended = Vec::new();
    for column in 1..names.len().saturating_sub(1) {
        let values = (column - 1..=column + 1).all(|c| kinds.get(c).is_some_and(Option::is_none));
        let ([lone], [parent, leaf]) = (&names[column][..], &names[column + 1][..]) else { continue };
        let left = names[column - 1].first().cloned();
        let template = spec.role(std::slice::from_ref(leaf), None).and_then(|c| c.names.first().cloned());
        let (Some(template), Some(left)) = (template, left) else { continue };
        let belongs_left =
            template.len() == 2 && template[0] == fold_header(&left) && lone == parent && left != *lone;
        if values && belongs_left {
            let (lone, leaf) = (lone.clone(), leaf.clone());
            names[column] = vec![left, leaf];
            names[column + 1] = vec![lone];
            mended.push(column);
        }
    }
    mended
}

/// Sides of a two-sided table without banners: by what its labels say, else left is 收入.
fn settle_sides(panels: &mut [Panel], rows: &[GridRow], spec: Option<&TableSpec>) {
    let two_sided = spec.is_some_and(|spec| spec.two_sided);
    if panels.len() != 2 || panels.iter().all(|panel| panel.side.is_some()) || !two_sided {
        if panels.len() < 2 {
            panels.iter_mut().for_each(|panel| panel.side = None);
        }
        return;
    }
    let spending = |panel: &Panel| {
        rows.iter()
            .flat_map(|row| panel.labels.iter().map(|c| row.text(*c)))
            .filter(|label| label.contains("支出"))
            .count()
    };
    let swapped = spending(&panels[0]) > spending(&panels[1]);
    let sides = if swapped { [Side::Expenditure, Side::Income] } else { [Side::Income, Side::Expenditure] };
    for (panel, side) in panels.iter_mut().zip(sides) {
        panel.side = Some(side);
    }
}
