//! Which rows of a grid are its header, and which words stand above each column.

use std::collections::BTreeSet;

use super::grid::GridRow;
use super::words;
use crate::model::{Number, read_number};
use crate::registry::AxisWords;
use crate::text::{column_name, compact};

/// Rows that may come before the header: the section titles of a table in parts.
const MOST_ROWS_BEFORE: usize = 4;

/// Header rows a table may have; those of the samples have six at most.
const MOST_HEADER_ROWS: usize = 8;

/// Where the header is and what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// For each column, the header cells above it from top to bottom.
    pub paths: Vec<Vec<Word>>,
    /// Positions of header rows among the grid's rows.
    pub rows: Vec<usize>,
    /// Position of the first row of data; rows before the header can be data too.
    pub data_start: usize,
    /// A header row that also carries the label of a row of totals.
    pub labelled_total: Option<usize>,
}

/// One header cell above a column. Columns under one merged cell share its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub id: usize,
    pub text: String,
}

/// What a row at the top of a grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TopRow {
    Empty,
    Header,
    /// 栏次, 1, 2, 3 …
    Numbering,
    Data,
    /// Header words, and in its first cell the label of the row of totals.
    LabelledTotal,
}

/// Finds and resolves the header of a grid with `width` columns.
pub(super) fn header(rows: &[GridRow], width: usize, axis: &AxisWords) -> Header {
    let kinds: Vec<TopRow> = kinds(rows, axis);
    let mut data_start = kinds.iter().position(|kind| *kind == TopRow::Data).unwrap_or(kinds.len());
    let mut header_rows: Vec<usize> = (0..data_start).filter(|i| is_header(kinds[*i])).collect();
    if header_rows.is_empty() {
        header_rows = header_below(rows, data_start, axis);
        data_start = 0;
    }
    let texts: Vec<Vec<String>> =
        header_rows.iter().map(|i| header_texts(&rows[*i], width, kinds.get(*i).copied())).collect();
    let labelled_total = header_rows.iter().copied().find(|i| kinds.get(*i) == Some(&TopRow::LabelledTotal));
    let partial = rows
        .get(data_start)
        .filter(|_| labelled_total.is_none())
        .map(|row| axis_texts(row, width, axis))
        .filter(|texts| texts.len() == width);
    Header {
        paths: resolve(texts.into_iter().chain(partial).collect(), width),
        rows: header_rows,
        data_start,
        labelled_total,
    }
}

fn is_header(kind: TopRow) -> bool {
    matches!(kind, TopRow::Header | TopRow::LabelledTotal)
}

/// The kinds of the rows up to the first row of data.
fn kinds(rows: &[GridRow], axis: &AxisWords) -> Vec<TopRow> {
    let mut kinds = Vec::new();
    let mut named = Named::default();
    for row in rows {
        let kind = kind(row, axis, &named);
        if is_header(kind) {
            named.learn(row, axis);
        }
        // Words all the way down are no header.
        let endless = kinds.iter().filter(|kind| is_header(**kind)).count() == MOST_HEADER_ROWS;
        let kind = if endless && is_header(kind) { TopRow::Data } else { kind };
        kinds.push(kind);
        if kind == TopRow::Data {
            break;
        }
    }
    kinds
}

/// The columns that the header so far says name the rows, and those of remarks.
#[derive(Clone, Debug, Default)]
struct Named {
    axis: BTreeSet<usize>,
    remarks: BTreeSet<usize>,
}

impl Named {
    fn learn(&mut self, row: &GridRow, axis: &AxisWords) {
        for (column, text) in row.filled() {
            if axis.kind(text).is_some() {
                self.axis.insert(column);
            } else if axis.is_remark(text) {
                self.remarks.insert(column);
            }
        }
    }
}

fn kind(row: &GridRow, axis: &AxisWords, named: &Named) -> TopRow {
    let mut filled = row.filled();
    filled.retain(|(column, _)| !named.remarks.contains(column));
    if filled.is_empty() {
        return TopRow::Empty;
    }
    if is_numbering(row, axis) {
        return TopRow::Numbering;
    }
    let words: Vec<&(usize, &str)> = filled.iter().filter(|(_, text)| axis.kind(text).is_none()).collect();
    let numbers = words.iter().filter(|(_, text)| is_numeric(text)).count();
    let (first_column, first) = &filled[0];
    let leads = *first_column == 0 || named.axis.contains(first_column);
    let alone = leads && filled.len() == 1;
    let is_data = numbers > 0
        || words::is_code(first)
        || (*first_column <= 1 && is_item(first))
        || (alone && words::is_total(first))
        || (alone
            && named.axis.contains(first_column)
            && axis.kind(first).is_none()
            && !first.starts_with(['(', '（']));
    match is_data {
        true => TopRow::Data,
        false if words::is_total(first) && named.axis.contains(first_column) => TopRow::LabelledTotal,
        false => TopRow::Header,
    }
}

/// A label with ordinal, as rows have and headers do not.
fn is_item(text: &str) -> bool {
    words::strip_ordinal(text) != text
}

fn is_numeric(text: &str) -> bool {
    matches!(read_number(text), Number::Value(_) | Number::NotApplicable | Number::Broken(_))
}

/// Whether a row numbers the columns: 1, 2, 3 … in any order, in all its cells that are no axis words.
pub(super) fn is_numbering(row: &GridRow, axis: &AxisWords) -> bool {
    let filled = row.filled();
    let says = |text: &str| matches!(text, "栏次" | "行次" | "甲" | "乙" | "丙" | "丁");
    let named = filled.iter().any(|(_, text)| says(text));
    let worded = |text: &str| says(text) || axis.kind(text).is_some();
    let Some(mut numbers) = filled
        .iter()
        .filter(|(_, text)| !worded(text))
        .map(|(_, text)| words::column_number(text))
        .collect::<Option<Vec<u32>>>()
    else {
        return false;
    };
    numbers.sort_unstable();
    let sequence = numbers.iter().copied().eq(1..=u32::try_from(numbers.len()).unwrap_or(0));
    // Without a name, only a row without gaps: amounts can be 1.00 and 2.00, too.
    let whole = filled.windows(2).all(|pair| pair[0].0 + 1 == pair[1].0);
    let enough = numbers.len() >= 3 || (numbers.len() == 2 && filled.len() + 1 >= row.cells.len());
    named || (sequence && whole && enough)
}

/// The header of a table in parts stands below the title of its first part.
fn header_below(rows: &[GridRow], data_start: usize, axis: &AxisWords) -> Vec<usize> {
    let reach = rows.len().min(data_start + MOST_ROWS_BEFORE);
    (data_start..reach).find(|i| is_header_row(&rows[*i], axis)).into_iter().collect()
}

/// A row of header words only, one of them an axis word: also inside a grid, where it repeats the header.
pub(super) fn is_header_row(row: &GridRow, axis: &AxisWords) -> bool {
    let filled = row.filled();
    let numeric = filled.iter().any(|(_, text)| is_numeric(text));
    filled.len() >= 2
        && !numeric
        && filled.iter().any(|(_, text)| axis.kind(text).is_some())
        && axis.kind(filled[0].1).is_some()
}

fn header_texts(row: &GridRow, width: usize, kind: Option<TopRow>) -> Vec<String> {
    let first = row.filled().first().map(|(column, _)| *column);
    (0..width)
        .map(|column| match kind {
            Some(TopRow::LabelledTotal) if Some(column) == first => String::new(),
            _ => row.cells.get(column).map(|cell| column_name(&cell.printed)).unwrap_or_default(),
        })
        .collect()
}

/// Axis words that the conversion left in the first row of data (`类 款 项 合计 1,234.56`).
fn axis_texts(row: &GridRow, width: usize, axis: &AxisWords) -> Vec<String> {
    let words: Vec<String> = (0..width)
        .map(|column| row.text(column))
        .map(|text| if axis.kind(text).is_some() { text.to_owned() } else { String::new() })
        .collect();
    let found = words.iter().filter(|word| !word.is_empty()).count();
    if found >= 2 { words } else { Vec::new() }
}

/// Lays merged header cells over the columns they cover.
fn resolve(rows: Vec<Vec<String>>, width: usize) -> Vec<Vec<Word>> {
    let mut paths: Vec<Vec<Word>> = vec![Vec::new(); width];
    let mut next = 0;
    for (depth, texts) in rows.iter().enumerate() {
        let has_below = |column: usize| rows[depth + 1..].iter().any(|below| !below[column].is_empty());
        let mut last: Option<(Word, Option<usize>)> = None;
        for column in 0..width {
            let parent = paths[column].last().map(|word| word.id);
            let same_parent = last.as_ref().is_some_and(|(_, left)| *left == parent);
            let text = &texts[column];
            let repeats = last.as_ref().is_some_and(|(word, _)| word.text == *text) && has_below(column);
            let word = match &last {
                Some((word, _)) if same_parent && (repeats || (text.is_empty() && has_below(column))) => {
                    Some(word.clone())
                }
                _ if text.is_empty() => None,
                _ => {
                    next += 1;
                    Some(Word { id: next, text: text.clone() })
                }
            };
            last = word.clone().map(|word| (word, parent)).or(last.filter(|_| same_parent));
            paths[column].extend(word);
        }
    }
    paths
        .iter_mut()
        .for_each(|path| path.dedup_by(|below, above| compact(&below.text) == compact(&above.text)));
    paths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::GridRow;
    use crate::read::line::GridCell;
    use crate::registry::Registry;
    use crate::text::Span;

    fn rows(lines: &[&str]) -> Vec<GridRow> {
        let cells = |line: &str| {
            line.split('|').map(|t| GridCell::new(t.trim().to_owned(), Span::default())).collect()
        };
        (1..).zip(lines).map(|(line, text)| GridRow { line, index: 0, cells: cells(text) }).collect()
    }

    fn paths(lines: &[&str]) -> (Vec<String>, Header) {
        let rows = rows(lines);
        let header = header(&rows, rows[0].cells.len(), &Registry::built_in().axis);
        let join =
            |path: &Vec<Word>| path.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("/");
        (header.paths.iter().map(join).collect(), header)
    }

    #[test]
    fn merged_cells_cover_the_columns_below_them() {
        let (paths, header) = paths(&[
            "项目||本年支出|||年末",
            "科目代码|科目名称|小计|基本支出|项目支出|",
            "栏次||1|2|3|4",
            "合计||9.0|5|4|",
        ]);
        assert_eq!(
            paths,
            [
                "项目/科目代码",
                "项目/科目名称",
                "本年支出/小计",
                "本年支出/基本支出",
                "本年支出/项目支出",
                "年末"
            ]
        );
        assert_eq!((header.rows, header.data_start), (vec![0, 1], 3));
    }

    #[test]
    fn a_merged_cell_ends_where_its_parent_ends() {
        let (paths, _) = paths(&[
            "三公经费|||||||||||",
            "合计||因公出国(境)费||公务用车||||||公务接待费|",
            "||||小计||购置费||运行费|||",
            "|||||||||||",
            "预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数",
            "0.95||||||||||0.95|",
        ]);
        assert_eq!(paths[1], "三公经费/合计/决算数");
        assert_eq!(paths[5], "三公经费/公务用车/小计/决算数");
        assert_eq!(paths[9], "三公经费/公务用车/运行费/决算数");
        assert_eq!(paths[11], "三公经费/公务接待费/决算数");
    }

    #[test]
    fn the_row_of_totals_may_share_a_line_with_header_words() {
        let (codes, header) = paths(&[
            "项目||||本年收入合计",
            "支出功能分类|||科目名称|",
            "类|款|项|合计|2,946.25",
            "201|||服务|1",
        ]);
        assert_eq!((header.data_start, codes[2].as_str()), (2, "项目/支出功能分类/项"));
        let (columns, header) = paths(&[
            "项目||年初|本年支出||",
            "科目编码|科目名称||||",
            "合计|||合计|基本支出|项目支出",
            "201|x||||",
        ]);
        assert_eq!(header.labelled_total, Some(2));
        assert_eq!(columns[4], "本年支出/基本支出");
    }

    #[test]
    fn a_table_in_parts_has_its_header_below_the_first_part() {
        let (paths, header) = paths(&["一、政府采购情况||", "项目|行次|统计数", "合计|1|288.28"]);
        assert_eq!(paths, ["项目", "行次", "统计数"]);
        assert_eq!((header.rows, header.data_start), (vec![1], 0));
    }

    #[test]
    fn a_label_alone_below_the_header_begins_the_data() {
        let (_, header) = paths(&[
            "项目|预算数||",
            "|合计|一般公共预算|基金",
            "因公出国（境）费|||",
            "公务接待费|||",
            "合计|5.00|5.00|",
        ]);
        assert_eq!(header.data_start, 2);
    }

    #[test]
    fn numbering_rows_are_no_data() {
        let axis = Registry::built_in().axis;
        for (line, expected) in [
            ("1|2|3", true),
            ("栏次||1|2", true),
            ("栏次||1.00|2.00", true),
            ("类|款|项|1|2=3+4", true),
            ("201|1|2", false),
            ("合计|1", false),
            ("1||", false),
        ] {
            assert_eq!(is_numbering(&rows(&[line])[0], &axis), expected, "{line}");
        }
    }
}
