//! The rows of a table: label, code and typed cells, part by part.

use std::sync::LazyLock;

use regex::Regex;

use super::align::{self, Aligned};
use super::column::Layout;
use super::grid::GridRow;
use super::header::{self, Header};
use super::line::GridCell;
use super::panel::Panel;
use super::words;
use crate::diag::codes;
use crate::model::{Cell, CellValue, Column, Denomination, Issue, Measure, Money, Number, Row, read_number};
use crate::registry::{AxisWords, TableSpec};
use crate::text::Span;

/// What reading the rows of one table needs.
pub(super) struct RowReader<'a> {
    pub header: &'a Header,
    pub layout: &'a Layout,
    pub spec: Option<&'a TableSpec>,
    pub axis: &'a AxisWords,
    pub denomination: Option<Denomination>,
}

/// The label and code of one part of a row.
#[derive(Clone, Debug, Default)]
struct Axis {
    code: String,
    label: String,
}

/// Rows and what was to say about them.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub rows: Vec<Row>,
    pub issues: Vec<Issue>,
}

impl RowReader<'_> {
    /// Reads all rows of the grid, in document order.
    pub fn read(&self, grid: &[GridRow]) -> Rows {
        let mut out = Rows::default();
        for (position, row) in grid.iter().enumerate() {
            if self.is_data(position, row, grid) {
                self.read_row(row, &mut out);
            }
        }
        for (number, row) in (1..).zip(&mut out.rows) {
            row.number = number;
        }
        out.issues = merge_runs(out.issues);
        super::key::assign(&mut out.rows);
        out
    }

    fn is_data(&self, position: usize, row: &GridRow, grid: &[GridRow]) -> bool {
        if self.header.labelled_total == Some(position) {
            return true;
        }
        let repeats = || self.header.rows.iter().any(|h| grid[*h].filled() == row.filled());
        let inside = position >= self.header.data_start && !self.header.rows.contains(&position);
        inside
            && !row.is_empty()
            && !header::is_numbering(row, self.axis)
            && !header::is_header_row(row, self.axis)
            && !repeats()
    }

    fn read_row(&self, row: &GridRow, out: &mut Rows) {
        let aligned = align::align(row, self.header.paths.len(), self.layout, self.axis);
        if let Some(note) = &aligned.note {
            let end = row.cells.last().map_or(0, |cell| cell.span.end);
            out.issues.push(Issue {
                code: codes::ROW_MISFIT.id,
                message: note.clone(),
                span: Span { line: row.line, start: 0, end },
            });
        }
        let two_sided = self.layout.panels.iter().any(|panel| panel.side.is_some());
        let mut parts: Vec<(Row, bool)> =
            self.layout.panels.iter().map(|panel| self.read_part(row, panel, &aligned, out)).collect();
        move_merged_total(&mut parts);
        let any = parts.iter().any(|(_, filled)| *filled);
        let kept = parts.into_iter().filter(|(_, filled)| *filled || (two_sided && any));
        out.rows.extend(kept.map(|(row, _)| row));
    }

    /// One part of a row, and whether it holds a label, a code or a value.
    fn read_part(&self, row: &GridRow, panel: &Panel, aligned: &Aligned, out: &mut Rows) -> (Row, bool) {
        let axis = self.axis_of(panel, &aligned.cells);
        let labelled_total = self.header.labelled_total.is_some_and(|i| self.header.rows.contains(&i))
            && self.is_header_line(row);
        let values = |column: &usize| aligned.cells.get(*column).filter(|_| !labelled_total);
        let cells: Vec<Cell> = panel
            .values
            .iter()
            .filter_map(|column| {
                let position = self.layout.positions.get(*column).copied().flatten()?;
                let cell = values(column).cloned().unwrap_or_else(|| GridCell::absent(row.line));
                Some(self.cell(position, cell, &axis.label, aligned, &mut out.issues))
            })
            .collect();
        let filled = !axis.label.is_empty()
            || !axis.code.is_empty()
            || cells.iter().any(|cell| !cell.printed.is_empty());
        let row = Row {
            number: 0,
            line: row.line,
            side: panel.side,
            code: axis.code,
            label: axis.label,
            key: String::new(),
            cells,
        };
        (row, filled)
    }

    fn is_header_line(&self, row: &GridRow) -> bool {
        header::is_header_row(row, self.axis)
            || row.filled().iter().skip(1).all(|(_, text)| read_number(text) == Number::NotANumber)
    }

    fn axis_of(&self, panel: &Panel, cells: &[GridCell]) -> Axis {
        let text = |column: &usize| cells.get(*column).map_or("", |cell| cell.text.as_str());
        let joined: String = panel.codes.iter().map(text).filter(|t| self.axis.kind(t).is_none()).collect();
        let label = panel.labels.iter().map(text).rfind(|t| !t.is_empty()).unwrap_or_default().to_owned();
        let second = panel.second_labels.iter().map(text).find(|t| !t.is_empty());
        let mut axis = match words::is_code(&joined) {
            true => Axis { code: joined, label },
            false if label.is_empty() && joined.is_empty() => {
                let mut totals = panel.row_numbers.iter().map(text).filter(|t| words::is_total(t));
                let other = panel.other_codes.iter().map(text).find(|t| !t.is_empty()).or(totals.next());
                Axis { code: String::new(), label: other.unwrap_or_default().to_owned() }
            }
            false if label.is_empty() => Axis { code: String::new(), label: joined },
            false => Axis { code: String::new(), label },
        };
        if axis.code.is_empty()
            && let Some((code, name)) = split_code(&axis.label)
        {
            axis = Axis { code, label: name };
        }
        if let Some(second) = second {
            axis.label =
                if axis.label.is_empty() { second.to_owned() } else { format!("{} | {second}", axis.label) };
        }
        axis
    }

    fn cell(
        &self,
        position: usize,
        cell: GridCell,
        label: &str,
        aligned: &Aligned,
        issues: &mut Vec<Issue>,
    ) -> Cell {
        let worded = self.layout.worded.get(position).copied().unwrap_or(false);
        let value = match read_number(&cell.printed) {
            Number::Blank => CellValue::Blank,
            Number::NotApplicable => CellValue::NotApplicable,
            _ if worded => CellValue::Text,
            _ if aligned.doubtful => CellValue::Unreadable,
            Number::Value(number) => self.typed(number, position, label),
            Number::Broken(number) if has_witness(&aligned.cells, number) => {
                self.typed(number, position, label)
            }
            Number::Broken(_) | Number::NotANumber => CellValue::Unreadable,
        };
        // That no denomination is known is said once, for the whole table.
        let counted = self.denomination.is_some() || read_number(&cell.printed) == Number::NotANumber;
        if value == CellValue::Unreadable && !aligned.doubtful && counted {
            issues.push(Issue {
                code: codes::BAD_AMOUNT.id,
                message: format!("`{}` is not a number that can be read with certainty", cell.printed),
                span: cell.span,
            });
        }
        Cell { column: position, printed: cell.printed, value, span: cell.span }
    }

    fn typed(&self, number: rust_decimal::Decimal, position: usize, label: &str) -> CellValue {
        let column: Option<&Column> = self.layout.columns.get(position);
        let denomination = column.and_then(|c| c.denomination).or(self.denomination);
        match (self.measure(column, label), denomination) {
            (Measure::Yuan, Some(denomination)) => {
                Money::new(number, denomination).map_or(CellValue::Unreadable, CellValue::Amount)
            }
            (Measure::Yuan, None) if self.spec.is_some() => CellValue::Unreadable,
            (Measure::Yuan, None) => CellValue::Count(number.normalize(), Measure::Item),
            (measure, _) => CellValue::Count(number.normalize(), measure),
        }
    }

    /// What a number counts: its row says so in brackets, or the registry for its own columns; else the header.
    fn measure(&self, column: Option<&Column>, label: &str) -> Measure {
        let known = column.is_some_and(|column| !column.role.is_empty());
        match (bracketed_measure(label), self.spec, column) {
            (Some(measure), _, _) => measure,
            (None, Some(spec), _) if known => spec.measure(label),
            (None, _, Some(column)) => header_measure(&column.name),
            (None, _, None) => Measure::Yuan,
        }
    }
}

/// What a header says that the numbers below it count; money if it says nothing else.
fn header_measure(header: &str) -> Measure {
    let says = |words: &[&str]| words.iter().any(|word| header.contains(word));
    match () {
        () if says(&["%", "％", "比例", "占比", "比重"]) || header.ends_with('率') => {
            Measure::Percent
        }
        () if says(&["人数", "（人）"]) => Measure::Person,
        () if says(&["（辆）"]) => Measure::Vehicle,
        () if says(&["数量", "个数", "件数", "次数", "（个）", "面积"]) => Measure::Item,
        () => Measure::Yuan,
    }
}

/// What a label says in brackets at its end: 公务用车保有量（辆）.
fn bracketed_measure(label: &str) -> Option<Measure> {
    let inside = label.strip_suffix([')', '）'])?.rsplit(['(', '（']).next()?;
    match inside {
        "辆" => Some(Measure::Vehicle),
        "台" | "套" | "台套" | "台、套" | "台/套" => Some(Measure::Set),
        "人" | "人次" | "人数" => Some(Measure::Person),
        "%" | "％" => Some(Measure::Percent),
        "个" | "批" | "批次" | "次" | "件" | "平方米" => Some(Measure::Item),
        _ => None,
    }
}

/// Says once what holds for several rows in a row, up to which line.
fn merge_runs(issues: Vec<Issue>) -> Vec<Issue> {
    let mut merged: Vec<(Issue, u32)> = Vec::new();
    for issue in issues {
        let line = issue.span.line;
        match merged.last_mut() {
            Some((first, last))
                if first.code == codes::ROW_MISFIT.id
                    && first.message == issue.message
                    && line <= *last + 2 =>
            {
                *last = line
            }
            _ => merged.push((issue, line)),
        }
    }
    let finish = |(mut issue, last): (Issue, u32)| {
        if last > issue.span.line {
            issue.message = format!("{} (lines {} to {last})", issue.message, issue.span.line);
        }
        issue
    };
    merged.into_iter().map(finish).collect()
}

/// A number that the conversion broke is joined only where the same number stands whole beside it.
fn has_witness(cells: &[GridCell], number: rust_decimal::Decimal) -> bool {
    cells.iter().any(|cell| read_number(&cell.printed) == Number::Value(number))
}

/// `2010301行政运行`, `[201]一般公共服务支出`: code and name in one cell. Codes of the classification begin with 2, 3 or 5.
fn split_code(label: &str) -> Option<(String, String)> {
    static JOINED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^[\[【(（]?([235]\d{6}|[235]\d{4}|[235]\d{2})[\]】)）]?[-—_:：]?(\p{Han}.*)$").ok()
    });
    let captures = JOINED.as_ref()?.captures(label)?;
    let (code, name) = (&captures[1], &captures[2]);
    // No item of the classification is numbered 00; round numbers count something.
    let round =
        code.as_bytes()[1..].chunks(2).skip(1).any(|part| part == b"00") || code[1..].starts_with("00");
    let units = ["个", "万", "元", "年", "人", "名", "项", "号", "亿", "户", "台", "辆"];
    let counts = code.len() == 3 && units.iter().any(|unit| name.starts_with(unit));
    (!round && !counts).then(|| (code.to_owned(), name.to_owned()))
}

/// A total over several groups is merged: its label stands in the first of them, its amount in the last.
fn move_merged_total(parts: &mut [(Row, bool)]) {
    let blank = |row: &Row| row.cells.iter().all(|cell| cell.printed.is_empty());
    let named = |row: &Row| !row.label.is_empty() || !row.code.is_empty();
    for at in 0..parts.len() {
        let is_total = parts[at].0.side.is_none()
            && parts[at].0.code.is_empty()
            && words::is_total(&parts[at].0.label)
            && blank(&parts[at].0);
        let amount =
            (at + 1..parts.len()).take_while(|i| !named(&parts[*i].0)).find(|i| !blank(&parts[*i].0));
        if let Some(amount) = amount.filter(|_| is_total) {
            parts[at].0.cells = std::mem::take(&mut parts[amount].0.cells);
            parts[amount].1 = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_stand_in_the_cell_of_the_name() {
        let split = |text: &str| split_code(text).map(|(code, name)| format!("{code}|{name}"));
        assert_eq!(split("2010301行政运行").as_deref(), Some("2010301|行政运行"));
        assert_eq!(split("[201]一般公共服务支出").as_deref(), Some("201|一般公共服务支出"));
        assert_eq!(split("12345热线"), None);
        assert_eq!(split("20101人大事务").as_deref(), Some("20101|人大事务"));
        for counted in ["200万元以上设备", "365个项目", "20000名群众", "3000000元以下"] {
            assert_eq!(split(counted), None);
        }
        assert_eq!(split("合计"), None);
    }
}
