//! The numbers of a row of money: fitted to the columns, digits that a space broke joined where something proves it.

use rust_decimal::Decimal;

use super::super::align::{Alignment, Fit, align};
use super::header::{Header, Role};
use crate::model::{AmountRole, Damage, DamageKind, Number, Stated, read_number};
use crate::read::grid::GridRow;
use crate::read::line::GridCell;

/// A printed number of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure<'a> {
    pub cell: &'a GridCell,
    pub column: usize,
    pub value: Decimal,
    /// Whether a space stands between its digits.
    pub broken: bool,
    pub percent: bool,
}

impl Figure<'_> {
    pub fn stated(&self) -> Stated<Decimal> {
        Stated { value: self.value, printed: self.cell.printed.clone(), span: self.cell.span }
    }
}

/// A row's numbers by role, with what had to be done.
#[derive(Clone, Debug, Default)]
pub(super) struct Values<'a> {
    pub figures: Vec<(Role, Figure<'a>)>,
    pub damage: Vec<Damage>,
    /// Whether every number has a column, without choice.
    pub certain: bool,
}

impl<'a> Values<'a> {
    pub fn get(&self, role: Role) -> Option<&Figure<'a>> {
        self.figures.iter().find(|(other, _)| *other == role).map(|(_, figure)| figure)
    }

    fn amount(&self, role: AmountRole) -> Option<Decimal> {
        self.get(Role::Amount(role)).map(|figure| figure.value)
    }

    /// Whether the arithmetic of the row holds wherever it can be done; `None` if it cannot.
    pub fn adds_up(&self) -> Option<bool> {
        let adjusted = self.amount(AmountRole::AdjustedBudget)?;
        let executed = self.amount(AmountRole::Executed)?;
        let balance = self.amount(AmountRole::Balance).map(|balance| adjusted - executed == balance);
        let rate = self.get(Role::Rate).filter(|_| !adjusted.is_zero()).and_then(|rate| {
            let exact = executed.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(adjusted)?;
            Some((exact - rate.value).abs() <= Decimal::new(2, 2))
        });
        match (balance, rate) {
            (None, None) => None,
            (balance, rate) => Some(balance.unwrap_or(true) && rate.unwrap_or(true)),
        }
    }
}

/// A printed number, also with a percent sign.
pub(super) fn number(printed: &str) -> Option<(Decimal, bool, bool)> {
    let trimmed = printed.trim();
    let bare = trimmed.strip_suffix(['%', '％']);
    match read_number(bare.unwrap_or(trimmed)) {
        Number::Value(value) => Some((value, false, bare.is_some())),
        Number::Broken(value) => Some((value, true, bare.is_some())),
        _ => None,
    }
}

pub(super) fn is_number(printed: &str) -> bool {
    number(printed).is_some()
}

/// The numbers of a row, in order.
pub(super) fn figures(row: &GridRow) -> Vec<Figure<'_>> {
    let figure = |(column, cell)| {
        let cell: &GridCell = cell;
        let (value, broken, percent) = number(&cell.printed)?;
        Some(Figure { cell, column, value, broken, percent })
    };
    row.cells.iter().enumerate().filter_map(figure).collect()
}

struct NumberFit<'a> {
    slots: &'a [Role],
    figures: &'a [Figure<'a>],
}

impl Fit for NumberFit<'_> {
    fn cost(&self, cell: usize, slot: usize) -> u32 {
        let (Some(role), Some(figure)) = (self.slots.get(slot), self.figures.get(cell)) else { return 99 };
        match role {
            Role::Amount(_) if figure.percent => 90,
            Role::Weight | Role::Score if figure.percent || figure.value > Decimal::ONE_HUNDRED => 60,
            _ => 0,
        }
    }

    /// Only what is printed twice side by side may be left out.
    fn drop_cost(&self, cell: usize) -> u32 {
        if is_repeated(self.figures, cell) { 6 } else { 70 }
    }

    /// A row with numbers enough has one for each column.
    fn blank_cost(&self, _: usize) -> u32 {
        if self.figures.len() >= self.slots.len() { 60 } else { 0 }
    }
}

/// Fits the numbers of a row to the columns.
pub(super) fn values<'a>(row: &'a GridRow, header: &Header) -> Values<'a> {
    let figures = figures(row);
    let slots: Vec<(Role, usize)> =
        header.slots.iter().copied().filter(|(role, _)| role.is_number()).collect();
    let roles: Vec<Role> = slots.iter().map(|(role, _)| *role).collect();
    let columns: Vec<usize> = slots.iter().map(|(_, column)| *column).collect();
    let at: Vec<usize> = figures.iter().map(|figure| figure.column).collect();
    let fit = NumberFit { slots: &roles, figures: &figures };
    // As many numbers as columns: the order says it, wherever they stand.
    let alignment =
        if figures.len() == slots.len() { in_order(&at, &columns) } else { align(&at, &columns, &fit) };
    let mut values = place(row, &figures, &roles, &alignment);
    let whole = figures.len() == slots.len();
    let shifted = !whole && !alignment.is_straight() && alignment.offset().is_none();
    // Numbers that all stand elsewhere by as much are taken only if they do not contradict each other.
    let moved = !whole && !alignment.is_straight() && values.adds_up() == Some(false);
    // A number that is left over, and is no repetition, may be any of them.
    let left_over = |(at, slot): (usize, &Option<usize>)| slot.is_none() && !is_repeated(&figures, at);
    let spare = alignment.slots.iter().enumerate().any(left_over);
    values.certain = !(shifted || moved || spare) || values.adds_up() == Some(true) || whole;
    note_place(row, &alignment, whole, &mut values);
    values
}

fn is_repeated(figures: &[Figure<'_>], at: usize) -> bool {
    let value = |at: Option<usize>| at.and_then(|at| figures.get(at)).map(|figure| figure.value);
    let own = value(Some(at));
    own == value(at.checked_sub(1)) || own == value(Some(at + 1))
}

fn in_order(at: &[usize], columns: &[usize]) -> Alignment {
    let offset = |(cell, column): (&usize, &usize)| {
        Some(i64::try_from(*cell).unwrap_or(0) - i64::try_from(*column).unwrap_or(0))
    };
    Alignment {
        slots: (0..at.len()).map(Some).collect(),
        offsets: at.iter().zip(columns).map(offset).collect(),
        cost: 0,
    }
}

fn place<'a>(row: &GridRow, figures: &[Figure<'a>], roles: &[Role], alignment: &Alignment) -> Values<'a> {
    let mut values = Values::default();
    for (figure, slot) in figures.iter().zip(&alignment.slots) {
        match slot.and_then(|slot| roles.get(slot)) {
            Some(role) => values.figures.push((*role, figure.clone())),
            None => values.damage.push(Damage {
                kind: DamageKind::Duplicated,
                field: "row",
                line: row.line,
                printed: figure.cell.printed.clone(),
            }),
        }
    }
    values
}

fn note_place(row: &GridRow, alignment: &Alignment, whole: bool, values: &mut Values<'_>) {
    if alignment.is_straight() || alignment.offset().is_some_and(|offset| offset.abs() <= 1) {
        return;
    }
    let jumps = alignment.offset().is_none();
    if jumps || !whole || alignment.offset().is_some_and(|offset| offset.abs() > 1) {
        let printed: Vec<&str> =
            values.figures.iter().map(|(_, figure)| figure.cell.printed.as_str()).collect();
        let printed = printed.join(" ");
        values.damage.push(Damage { kind: DamageKind::Shifted, field: "row", line: row.line, printed });
    }
}
