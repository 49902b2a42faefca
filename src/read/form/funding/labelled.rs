//! Money in rows of fields: `预算数：| 16.5 | 执行数：| 16.2`, `当年预算数（元）：| 165000`.

use super::values::{self, Figure};
use super::{header, rows};
use crate::model::{AmountRole, Denomination, Funding};
use crate::read::grid::GridRow;
use crate::read::line::GridCell;
use crate::read::words;
use crate::text::matching;

/// What the whole label of a field says its number is.
const LABELS: [(&str, header::Role); 13] = [
    ("年初预算数", header::Role::Amount(AmountRole::InitialBudget)),
    ("全年预算数", header::Role::Amount(AmountRole::AdjustedBudget)),
    ("当年预算数", header::Role::Amount(AmountRole::AdjustedBudget)),
    ("调整后预算数", header::Role::Amount(AmountRole::AdjustedBudget)),
    ("预算数", header::Role::Amount(AmountRole::AdjustedBudget)),
    ("预算执行数", header::Role::Amount(AmountRole::Executed)),
    ("全年执行数", header::Role::Amount(AmountRole::Executed)),
    ("当年执行数", header::Role::Amount(AmountRole::Executed)),
    ("实际执行数", header::Role::Amount(AmountRole::Executed)),
    ("执行数", header::Role::Amount(AmountRole::Executed)),
    ("预算执行率", header::Role::Rate),
    ("资金执行率", header::Role::Rate),
    ("执行率", header::Role::Rate),
];

/// The money of a row of fields; `None` if it names none. A label that is named twice gives nothing.
pub(in crate::read) fn labelled(row: &GridRow, printed: Option<Denomination>) -> Option<Funding> {
    let own = row.filled().into_iter().find_map(|(_, text)| words::header_denomination(text));
    let denomination = own.or(printed);
    let filled: Vec<(usize, &GridCell)> =
        row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty()).collect();
    let found: Vec<(header::Role, Figure<'_>)> = filled
        .windows(2)
        .filter_map(|pair| {
            let [(_, label), (column, cell)] = pair else { return None };
            let (value, broken, percent) = values::number(&cell.printed).filter(|(_, broken, _)| !broken)?;
            Some((role(&label.text)?, Figure { cell, column: *column, value, broken, percent }))
        })
        .collect();
    let mut funding = Funding { line: row.line, ..Funding::default() };
    let once = |role: header::Role| found.iter().filter(|(other, _)| *other == role).count() == 1;
    for (role, figure) in found.iter().filter(|(role, _)| once(*role)) {
        match role {
            header::Role::Amount(amount) if !figure.percent => {
                *funding.amount_mut(*amount) = rows::money(figure, denomination);
            }
            header::Role::Rate => funding.execution_rate = Some(figure.stated()),
            _ => {}
        }
    }
    let some = AmountRole::ALL.iter().any(|role| funding.amount(*role).is_some());
    (some || funding.execution_rate.is_some()).then_some(funding)
}

/// What a label with a colon or a measure in brackets names.
fn role(label: &str) -> Option<header::Role> {
    let folded = matching(label);
    let bare = folded.split('(').next().unwrap_or_default().trim_end_matches(':');
    let is_field = folded.ends_with(':') || folded.ends_with("元)") || folded.ends_with("%)");
    LABELS.iter().find(|(word, _)| is_field && bare == *word).map(|(_, role)| *role)
}
