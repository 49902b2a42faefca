//! Money printed as pairs of label and amount: the two halves of goal forms, sources beside directions.

use super::rows::{bare_label, is_direction, is_source, is_total, money};
use super::values::{Figure, figures, is_number};
use super::{FundingGrid, header};
use crate::model::{AmountRole, Damage, DamageKind, Denomination, Funding, FundingAxis};
use crate::read::grid::GridRow;
use crate::read::line::GridCell;
use crate::read::words;
use crate::text::matching;

/// A label and the amount behind it.
struct Pair<'a> {
    label: &'a str,
    figure: Option<Figure<'a>>,
}

/// Reads rows of pairs from the first of `rows` on, as far as they go. The amounts are `initial_budget`, and
/// `implementation` in the half for the implementation period.
pub(in crate::read) fn pairs(rows: &[GridRow], printed: Option<Denomination>) -> FundingGrid {
    let mut grid = FundingGrid { denomination: printed, ..FundingGrid::default() };
    let mut halves = false;
    for (at, row) in rows.iter().enumerate() {
        let found = row_pairs(row);
        let own = row.filled().into_iter().find_map(|(_, text)| words::header_denomination(text));
        if found.is_empty() && !(at == 0 && is_head(row)) {
            break;
        }
        grid.denomination = grid.denomination.or(own);
        grid.consumed = at + 1;
        halves |= matching(found.first().map_or("", |pair| pair.label)).contains("实施期");
        take_row(&mut grid, row, &found, halves);
    }
    grid
}

/// 按资金来源划分 | 资金总额（万元） | 按资金方向划分 | 资金总额（万元）
fn is_head(row: &GridRow) -> bool {
    row.filled().iter().any(|(_, text)| matching(text).contains("划分"))
}

fn is_label(text: &str) -> bool {
    let bare = bare_label(text);
    !header::is_block_label(text) && (is_total(&bare) || is_source(&bare) || is_direction(&bare))
}

/// The pairs of a row. A row that holds anything but labels and numbers of money has none.
fn row_pairs(row: &GridRow) -> Vec<Pair<'_>> {
    let filled = || row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let known = |cell: &GridCell| {
        is_number(&cell.printed) || is_label(&cell.text) || header::is_block_label(&cell.text)
    };
    let labels: Vec<(usize, &str)> =
        filled().map(|(at, cell)| (at, cell.text.as_str())).filter(|(_, text)| is_label(text)).collect();
    if labels.is_empty() || is_head(row) || !filled().all(|(_, cell)| known(cell)) {
        return Vec::new();
    }
    let figures = figures(row);
    let ends = labels.iter().skip(1).map(|(column, _)| *column).chain([usize::MAX]);
    let mut pairs = Vec::with_capacity(labels.len());
    for ((column, label), end) in labels.iter().zip(ends) {
        let next = figures.partition_point(|figure| figure.column < *column);
        // Several amounts of one label stand in columns whose header is lost.
        let own = figures.iter().skip(next).take_while(|figure| figure.column < end);
        let several = own.clone().skip(1).zip(own).any(|(right, left)| right.value != left.value);
        if several {
            return Vec::new();
        }
        pairs.push(Pair { label, figure: figures.get(next).filter(|figure| figure.column < end).cloned() });
    }
    pairs
}

fn take_row(grid: &mut FundingGrid, row: &GridRow, found: &[Pair<'_>], halves: bool) {
    if halves {
        let (Some(left), right) = (found.first(), found.get(1)) else { return };
        let mut funding = funding(row, left.label, FundingAxis::Source);
        funding.implementation = amount(grid, left);
        funding.initial_budget = right.and_then(|right| amount(grid, right));
        push(grid, funding);
        return;
    }
    if let [left, right] = found
        && bare_label(left.label) == bare_label(right.label)
        && differ(left, right)
    {
        // The same money twice, of different times or states that this row does not name.
        grid.damage.extend([left, right].into_iter().filter_map(|pair| doubted(row, pair)));
        return;
    }
    for pair in found {
        let axis =
            if is_direction(&bare_label(pair.label)) { FundingAxis::Direction } else { FundingAxis::Source };
        let mut funding = funding(row, pair.label, axis);
        *funding.amount_mut(AmountRole::InitialBudget) = amount(grid, pair);
        push(grid, funding);
    }
}

fn differ(left: &Pair<'_>, right: &Pair<'_>) -> bool {
    let value = |pair: &Pair<'_>| pair.figure.as_ref().map(|figure| figure.value);
    value(left).zip(value(right)).is_some_and(|(left, right)| left != right)
}

fn doubted(row: &GridRow, pair: &Pair<'_>) -> Option<Damage> {
    let printed = pair.figure.as_ref()?.cell.printed.clone();
    Some(Damage { kind: DamageKind::Ambiguous, field: "row", line: row.line, printed })
}

fn amount(grid: &FundingGrid, pair: &Pair<'_>) -> Option<crate::model::Stated<crate::model::Money>> {
    money(pair.figure.as_ref()?, grid.denomination)
}

fn funding(row: &GridRow, label: &str, axis: FundingAxis) -> Funding {
    let label = bare_label(label);
    let axis = if is_total(&label) { FundingAxis::Total } else { axis };
    Funding { axis, label, line: row.line, ..Funding::default() }
}

/// The first total is the form's; that of the directions stays with them.
fn push(grid: &mut FundingGrid, funding: Funding) {
    match funding.axis {
        FundingAxis::Total if grid.total.line == 0 => grid.total = funding,
        _ => grid.rows.push(funding),
    }
}
