//! The money of a form: the row of all of it, its sources and directions.

mod header;
mod labelled;
mod pairs;
mod rows;
mod values;

pub(in crate::read) use labelled::labelled;
pub(in crate::read) use pairs::pairs;

use crate::model::{Damage, Denomination, Funding, FundingAxis};
use crate::read::grid::GridRow;
use crate::text::matching;
use rust_decimal::Decimal;

/// What was read of a form's money.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct FundingGrid {
    /// The row of all the money; its line is 0 if there is none.
    pub total: Funding,
    /// Sources and directions, in document order.
    pub rows: Vec<Funding>,
    /// What the conversion did.
    pub damage: Vec<Damage>,
    /// How many of the rows belong to the money, header included.
    pub consumed: usize,
    /// What the amounts are counted in.
    pub denomination: Option<Denomination>,
    /// The points execution is worth (分值), where printed.
    pub weight: Option<Decimal>,
}

/// Whether the first of `rows` is a header of money in columns.
pub(in crate::read) fn begins(rows: &[GridRow]) -> bool {
    header::header(rows).is_some_and(|(header, _)| {
        let amounts = header.slots.iter().filter(|(role, _)| is_amount(*role)).count();
        amounts >= 2 || amounts == 1 && header.slots.len() >= 3
    })
}

fn is_amount(role: header::Role) -> bool {
    matches!(role, header::Role::Amount(_) | header::Role::Unsure)
}

/// Reads a grid of money from its header on, as far as its rows go; a further header among them (资金方向) is read
/// again. `printed` is the denomination printed outside the grid; one in a header cell goes before it.
pub(in crate::read) fn funding(rows: &[GridRow], printed: Option<Denomination>) -> FundingGrid {
    let mut grid = FundingGrid { denomination: printed, ..FundingGrid::default() };
    let mut money: Vec<rows::MoneyRow<'_>> = Vec::new();
    let mut at = 0;
    while let Some((header, taken)) = rows.get(at..).filter(|rows| begins(rows)).and_then(header::header) {
        grid.denomination = header.denomination.or(grid.denomination);
        let axis = axis(&rows[at]);
        let body = rows.get(at + taken..).unwrap_or_default();
        let read: Vec<_> = body.iter().map_while(|row| rows::money_row(row, &header, axis)).collect();
        at += taken + read.len();
        money.extend(read);
    }
    grid.consumed = at;
    // The only row of money is that of all of it, also without a label.
    if let [only] = &mut money[..] {
        only.is_total |= only.label.is_empty();
    }
    rows::settle_by_witness(&mut money);
    rows::settle_broken(&mut money, &mut grid.damage);
    grid.weight = rows::weight(&money);
    for row in &money {
        let funding = rows::funding(row, grid.denomination, &mut grid.damage);
        match funding.axis {
            FundingAxis::Total if grid.total.line == 0 => grid.total = funding,
            _ => grid.rows.push(funding),
        }
    }
    grid
}

/// What the rows below a header are about.
fn axis(head: &GridRow) -> FundingAxis {
    let direction = head.filled().iter().any(|(_, text)| matching(text).contains("方向"));
    if direction { FundingAxis::Direction } else { FundingAxis::Source }
}
