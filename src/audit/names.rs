//! What documents call the rows that checks look for, folded for matching; the usual name first.

use super::facts::Sheet;

/// 本年收入合计
pub(super) const INCOME: [&str; 2] = ["本年收入合计", "收入合计"];
/// 本年支出合计
pub(super) const EXPENDITURE: [&str; 2] = ["本年支出合计", "支出合计"];
/// The last row of the income side.
pub(super) const INCOME_GRAND: [&str; 2] = ["总计", "收入总计"];
/// The last row of the expenditure side.
pub(super) const EXPENDITURE_GRAND: [&str; 2] = ["总计", "支出总计"];
/// The last row of the income side of a budget, which may have no balances.
pub(super) const BUDGET_INCOME_GRAND: [&str; 4] = ["收入总计", "总计", "收入合计", "本年收入合计"];
/// The last row of the expenditure side of a budget, which may have no balances.
pub(super) const BUDGET_GRAND: [&str; 4] = ["支出总计", "总计", "支出合计", "本年支出合计"];
/// What earlier years left, on the income side.
pub(super) const OPENING: [&str; 6] = [
    "年初结转和结余",
    "年初财政拨款结转和结余",
    "上年结转和结余",
    "上年结转结余",
    "上年结转",
    "年初结转结余",
];
/// What is left to later years, on the expenditure side.
pub(super) const CLOSING: [&str; 6] =
    ["年末结转和结余", "年末财政拨款结转和结余", "结转下年", "年末结转结余", "年终结转结余", "结转下年支出"];
/// Reserves that were used, on the income side.
pub(super) const SURPLUS_USED: [&str; 4] = [
    "使用非财政拨款结余(含专用结余)",
    "使用非财政拨款结余",
    "使用非财政拨款结余和专用结余",
    "用事业基金弥补收支差额",
];
/// What was put into reserves, on the expenditure side.
pub(super) const DISTRIBUTION: [&str; 1] = ["结余分配"];
/// 人员经费合计
pub(super) const PERSONNEL: [&str; 2] = ["人员经费合计", "人员经费"];
/// 公用经费合计
pub(super) const OPERATING: [&str; 3] = ["公用经费合计", "公用经费", "日常公用经费合计"];

/// The column of basic spending in an economic table: one that prints all spending has it beside.
pub(super) fn basic_role(sheet: &Sheet<'_>) -> &'static str {
    if sheet.has_role("basic") { "basic" } else { "amount" }
}
