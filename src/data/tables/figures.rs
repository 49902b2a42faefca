//! `figures.csv`.

use std::borrow::Cow;
use std::io;

use rust_decimal::Decimal;

use crate::catalog::denomination;
use crate::data::rows::{Rows, header};
use crate::data::schema::{Published, published_table};
use crate::model::{Cell, CellValue, Denomination, Disclosure, DisclosureId, Measure, Row, Side, Table};

published_table! {
    /// A figure: a cell that holds an amount, a count or a mark that nothing belongs there.
    FigureRow = "figures" ("数据", "表格中的每个数字或“不适用”标记一行，按原文顺序。", "One row for each number or not-applicable mark of a table, in document order."),
    key [figure], references [disclosure in "disclosures"],
    figure: Text ("数据编号", "固定编号：<公开材料>#<表>.<行>.<栏>；不会因增加行而改变。", "Permanent id: `<disclosure>#<table>.<row key>.<role>`; never changes because a row was added."),
    disclosure: Text ("公开材料编号", "disclosures 表中的编号。", "The disclosure, as in `disclosures`."),
    table: Text ("表", "按含义命名的表名（summary、expenditure 等），未识别的表为 other-<序号>。", "Table id by meaning (summary, expenditure …); unknown tables are `other-<n>`."),
    row: Integer ("行", "表内行序，从 1 开始。", "Row of the table, 1-based."),
    side: Text ("收支", "左右并列的表：收入或支出。", "收入 (income) or 支出 (expenditure) in two-sided tables."),
    code: Text ("科目编码", "功能分类（3/5/7 位）或经济分类（3/5 位）科目编码。", "Function code (3, 5 or 7 digits) or economic code (3 or 5)."),
    label: Text ("项目", "行的名称，照原文，去掉空白。", "Label of the row as printed, without white space."),
    column: Text ("栏", "表头自上而下，以 / 连接。", "Header cells from top to bottom, joined with `/`."),
    role: Text ("栏的含义", "栏的固定英文名（total、basic 等），未识别的表为空。", "Canonical name of the column (total, basic …); empty in unknown tables."),
    printed: Text ("原文", "单元格原文。", "The cell as printed."),
    denomination: Text ("金额单位", "原文的金额单位；不是金额时为空。", "What the printed amount is counted in; empty where it is no money."),
    state: Text ("状态", "amount（金额）、count（数量）、not-applicable（印为短横线）或 unreadable（无法读作数字）。", "amount, count, not-applicable (dashes) or unreadable (no number could be read)."),
    value: Number ("数值", "精确值：金额一律以元计，其他照原文单位；不四舍五入。", "Exact value: money in yuan, other measures as printed; never rounded."),
    measure: Text ("计量单位", "yuan 元、vehicle 辆、set 台（套）、percent %、person 人、item 个等。", "yuan, vehicle, set, percent, person, item …"),
    line: Integer ("行号", "原文文本的行号，从 1 开始。", "Line of the source text, 1-based."),
}

/// Writes a row for each figure of the disclosure.
pub(super) fn write(disclosure: &Disclosure, out: &mut Rows) -> io::Result<()> {
    let id = disclosure.id.to_string();
    disclosure.reading.tables.iter().try_for_each(|table| write_table(&id, table, out))
}

fn write_table(disclosure: &str, table: &Table, out: &mut Rows) -> io::Result<()> {
    let cells = table.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let mut figures = cells.filter_map(|(row, cell)| figure(disclosure, table, row, cell));
    figures.try_for_each(|figure| out.push(&figure))
}

/// The figures of one table alone, in the columns of `figures.csv`.
///
/// # Errors
/// None in practice: rows are written to memory.
pub fn table_csv(disclosure: &DisclosureId, table: &Table) -> io::Result<Vec<u8>> {
    let mut rows = Rows::new();
    write_table(&disclosure.to_string(), table, &mut rows)?;
    Ok([header(&FigureRow::SCHEMA)?, rows.finish()?.csv].concat())
}

fn figure<'a>(disclosure: &'a str, table: &'a Table, row: &'a Row, cell: &'a Cell) -> Option<FigureRow<'a>> {
    let state = cell.value.state()?;
    let column = table.columns.get(cell.column)?;
    let (value, measure) = value(&cell.value);
    Some(FigureRow {
        figure: Cow::Owned(format!("{disclosure}#{}", table.figure_key(row, cell))),
        disclosure: disclosure.into(),
        table: table.id.as_str().into(),
        row: Some(u64::from(row.number)),
        side: row.side.map_or("", Side::chinese).into(),
        code: row.code.as_str().into(),
        label: row.label.as_str().into(),
        column: column.name.as_str().into(),
        role: column.role.as_str().into(),
        printed: cell.printed.as_str().into(),
        denomination: denomination(table, cell).map_or("", Denomination::name).into(),
        state: state.into(),
        value,
        measure: measure.map_or("", Measure::name).into(),
        line: Some(u64::from(row.line)),
    })
}

fn value(value: &CellValue) -> (Option<Decimal>, Option<Measure>) {
    match value {
        CellValue::Amount(money) => (Some(money.yuan()), Some(Measure::Yuan)),
        CellValue::Count(number, measure) => (Some(*number), Some(*measure)),
        CellValue::Blank | CellValue::NotApplicable | CellValue::Text | CellValue::Unreadable => (None, None),
    }
}
