//! Side-by-side parts of a table: 收入 | 支出, or groups of code, name and amount.

use std::collections::BTreeSet;

use super::header::Word;
use crate::model::Side;
use crate::registry::AxisKind;

/// One part of a table: the columns that name its rows and the columns of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Panel {
    pub codes: Vec<usize>,
    pub other_codes: Vec<usize>,
    pub labels: Vec<usize>,
    pub second_labels: Vec<usize>,
    pub row_numbers: Vec<usize>,
    pub values: Vec<usize>,
    pub side: Option<Side>,
}

impl Panel {
    fn push(&mut self, column: usize, kind: Option<AxisKind>) {
        match kind {
            Some(AxisKind::Code) => self.codes.push(column),
            Some(AxisKind::OtherCode) => self.other_codes.push(column),
            Some(AxisKind::Label) => self.labels.push(column),
            Some(AxisKind::SecondLabel) => self.second_labels.push(column),
            Some(AxisKind::RowNumber) => self.row_numbers.push(column),
            None => self.values.push(column),
        }
    }

    fn has(&self, kind: AxisKind) -> bool {
        match kind {
            AxisKind::Code => !self.codes.is_empty(),
            AxisKind::OtherCode => !self.other_codes.is_empty(),
            AxisKind::Label => !self.labels.is_empty(),
            AxisKind::SecondLabel => !self.second_labels.is_empty(),
            AxisKind::RowNumber => !self.row_numbers.is_empty(),
        }
    }

    /// Whether a column names the rows of the part.
    pub fn has_axis(&self) -> bool {
        !self.codes.is_empty() || !self.other_codes.is_empty() || !self.labels.is_empty()
    }

    /// All its columns.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        [&self.codes, &self.other_codes, &self.labels, &self.second_labels, &self.row_numbers, &self.values]
            .into_iter()
            .flatten()
            .copied()
    }
}

/// Cuts the columns into parts: at banners that cover axis columns, and where an axis column comes again.
pub(super) fn panels(paths: &[Vec<Word>], kinds: &[Option<AxisKind>]) -> Vec<Panel> {
    let banners = banners(paths, kinds);
    let mut panels: Vec<Panel> = Vec::new();
    let mut banner = None;
    let mut value_since_axis = false;
    for (column, kind) in kinds.iter().copied().enumerate() {
        let top = paths[column].first().map(|word| word.id).filter(|id| banners.contains(id));
        let crosses = banners.len() >= 2 && top.is_some() && top != banner && banner.is_some();
        let again =
            kind.is_some_and(|kind| value_since_axis && panels.last().is_some_and(|panel| panel.has(kind)));
        if panels.is_empty() || crosses || again {
            panels.push(Panel::default());
        }
        banner = top.or(banner);
        value_since_axis = if kind.is_some() { value_since_axis && !(crosses || again) } else { true };
        if let Some(panel) = panels.last_mut() {
            panel.push(column, kind);
        }
    }
    for panel in &mut panels {
        panel.side = side(panel, paths, &banners);
    }
    panels
}

/// Top header cells that cover columns of both the axis and the values: they name a part, not a column.
pub(super) fn banners(paths: &[Vec<Word>], kinds: &[Option<AxisKind>]) -> BTreeSet<usize> {
    let tops = |with_axis: bool| -> BTreeSet<usize> {
        let columns =
            paths.iter().zip(kinds).filter(|(path, kind)| path.len() > 1 && kind.is_some() == with_axis);
        columns.filter_map(|(path, _)| path.first().map(|word| word.id)).collect()
    };
    tops(true).intersection(&tops(false)).copied().collect()
}

fn side(panel: &Panel, paths: &[Vec<Word>], banners: &BTreeSet<usize>) -> Option<Side> {
    let top =
        panel.columns().filter_map(|column| paths[column].first()).filter(|word| banners.contains(&word.id));
    let mut sides = top.filter_map(|word| match (word.text.ends_with("收入"), word.text.ends_with("支出"))
    {
        (true, false) => Some(Side::Income),
        (false, true) => Some(Side::Expenditure),
        _ => None,
    });
    sides.next()
}
