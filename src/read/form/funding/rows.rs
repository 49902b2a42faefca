//! Rows of a money grid → funding: the total, and its sources and directions.

use super::header::{self, Header, Role};
use super::values::{self, Figure, Values};
use crate::model::{Damage, DamageKind, Denomination, Funding, FundingAxis, Money, Stated};
use crate::read::grid::GridRow;
use crate::text::matching;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A row of money before its amounts are settled.
pub(super) struct MoneyRow<'a> {
    pub grid: &'a GridRow,
    pub label: String,
    pub values: Values<'a>,
    pub is_total: bool,
    pub axis: FundingAxis,
    pub reason: String,
}

/// Reads a row of money; `None` if it has neither number nor label of money.
pub(super) fn money_row<'a>(grid: &'a GridRow, header: &Header, axis: FundingAxis) -> Option<MoneyRow<'a>> {
    let values = values::values(grid, header);
    let label = label(grid);
    let is_total = is_total(&label) || label.is_empty() && header.has_total_label;
    let is_money = is_total || is_source(&label) || is_direction(&label);
    let some = !values.figures.is_empty();
    if !(some && (is_money || values.figures.len() >= 2)
        || !some && (is_source(&label) || is_direction(&label)))
    {
        return None;
    }
    let reason = reason(grid);
    Some(MoneyRow { grid, label, values, is_total, axis, reason })
}

/// The text before the first number, without the name of the block.
fn label(row: &GridRow) -> String {
    let texts = row.cells.iter().filter(|cell| !cell.text.is_empty());
    let before = texts.take_while(|cell| !values::is_number(&cell.printed));
    let own = before.filter(|cell| !header::is_block_label(&cell.text) && !is_dash(&cell.text)).last();
    own.map(|cell| bare_label(&cell.text)).unwrap_or_default()
}

fn is_dash(text: &str) -> bool {
    text.chars().all(|c| "-—–/".contains(c))
}

/// A label without 其中 and colon.
pub(super) fn bare_label(text: &str) -> String {
    let text = text.trim_start_matches("其中").trim_start_matches([':', '：']);
    text.trim_end_matches([':', '：']).to_owned()
}

/// The text behind the last number.
fn reason(row: &GridRow) -> String {
    let last = row.cells.iter().rposition(|cell| values::is_number(&cell.printed));
    let behind = row.cells.iter().skip(last.map_or(row.cells.len(), |last| last + 1));
    behind
        .map(|cell| cell.text.as_str())
        .find(|text| !text.is_empty() && !is_dash(text))
        .unwrap_or_default()
        .to_owned()
}

pub(super) fn is_total(label: &str) -> bool {
    let folded = matching(label);
    folded.contains("资金总额")
        || folded.contains("预算总额")
        || ["合计", "总计", "总额", "小计", "资金合计"].contains(&folded.as_str())
}

/// Whether a label names a source of money.
pub(super) fn is_source(label: &str) -> bool {
    let folded = matching(label);
    let words = [
        "资金",
        "拨款",
        "补助",
        "自筹",
        "一般公共预算",
        "政府性基金",
        "国有资本",
        "社会保险基金",
        "结转",
        "其他",
    ];
    folded.chars().count() <= 24 && words.iter().any(|word| folded.contains(word))
}

/// Whether a label names a purpose of money.
pub(super) fn is_direction(label: &str) -> bool {
    let folded = matching(label);
    folded.chars().count() <= 16
        && ["基本支出", "项目支出", "人员经费", "公用经费", "经营支出"]
            .iter()
            .any(|word| folded.contains(word))
}

/// Digits that a space broke are one number where the same number is printed once more, or the row adds up with it.
pub(super) fn settle_broken(rows: &mut [MoneyRow<'_>], damage: &mut Vec<Damage>) {
    let mut times: BTreeMap<Decimal, usize> = BTreeMap::new();
    for (_, figure) in rows.iter().flat_map(|row| &row.values.figures) {
        *times.entry(figure.value).or_default() += 1;
    }
    for row in rows {
        let adds_up = row.values.adds_up() == Some(true);
        let line = row.grid.line;
        row.values.figures.retain(|(role, figure)| {
            if !figure.broken {
                return true;
            }
            let proven = adds_up || times.get(&figure.value).is_some_and(|times| *times >= 2);
            let kind = if proven { DamageKind::Split } else { DamageKind::Ambiguous };
            damage.push(Damage { kind, field: role.field(), line, printed: figure.cell.printed.clone() });
            proven
        });
    }
}

/// What a row says, in yuan.
pub(super) fn funding(
    row: &MoneyRow<'_>,
    denomination: Option<Denomination>,
    damage: &mut Vec<Damage>,
) -> Funding {
    let mut funding = Funding {
        axis: if row.is_total { FundingAxis::Total } else { row.axis },
        label: row.label.clone(),
        line: row.grid.line,
        deviation_reason: row.reason.clone(),
        ..Funding::default()
    };
    damage.extend(row.values.damage.iter().cloned());
    for (role, figure) in &row.values.figures {
        let settled = row.values.certain;
        match role {
            _ if !settled => {}
            Role::Amount(amount) => *funding.amount_mut(*amount) = money(figure, denomination),
            Role::Rate => funding.execution_rate = Some(figure.stated()),
            Role::Score => funding.score = Some(figure.stated()),
            Role::Weight | Role::Reason | Role::Unsure => {}
        }
        if !settled || *role == Role::Unsure || matches!(role, Role::Amount(_)) && denomination.is_none() {
            let printed = figure.cell.printed.clone();
            damage.push(Damage {
                kind: DamageKind::Ambiguous,
                field: role.field(),
                line: row.grid.line,
                printed,
            });
        }
    }
    funding
}

pub(super) fn money(figure: &Figure<'_>, denomination: Option<Denomination>) -> Option<Stated<Money>> {
    let value = Money::new(figure.value, denomination?)?;
    Some(Stated { value, printed: figure.cell.printed.clone(), span: figure.cell.span })
}

/// The points the execution is worth, where the form prints them.
pub(super) fn weight(rows: &[MoneyRow<'_>]) -> Option<Decimal> {
    rows.iter().find_map(|row| row.values.get(Role::Weight)).map(|figure| figure.value)
}

/// A row whose numbers could stand in several columns reads as another row of the same numbers that stands right.
pub(super) fn settle_by_witness(rows: &mut [MoneyRow<'_>]) {
    let numbers = |row: &MoneyRow<'_>| -> Vec<Decimal> {
        row.values.figures.iter().map(|(_, figure)| figure.value).collect()
    };
    let witnesses: BTreeMap<Vec<Decimal>, Vec<Role>> = rows
        .iter()
        .filter(|row| row.values.certain)
        .map(|row| (numbers(row), row.values.figures.iter().map(|(role, _)| *role).collect()))
        .collect();
    for row in rows.iter_mut().filter(|row| !row.values.certain) {
        let own = numbers(row);
        let Some(roles) = witnesses.get(&own) else { continue };
        row.values.figures.iter_mut().zip(roles).for_each(|(figure, role)| figure.0 = *role);
        row.values.certain = true;
    }
}
