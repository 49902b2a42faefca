//! One form's stretch of the document: its title, its grids, the text between them.

use crate::model::{Denomination, Form, FormKind};
use crate::read::grid::GridRow;
use crate::read::line::Line;
use crate::read::words;
use crate::text::LineRange;

/// What a layout gets to read. All numbers are indices into the lines of the document.
#[derive(Clone, Debug)]
pub(super) struct Segment<'s, 'a> {
    /// Every line of the document.
    pub lines: &'s [Line<'a>],
    /// First line: the title, or the first row.
    pub first: usize,
    /// Last line that belongs to the form.
    pub last: usize,
    /// The lines of the title, with the year below it.
    pub title_lines: Vec<usize>,
    /// The title as printed, without markup and white space; empty if there is none.
    pub title: String,
    /// Positions of its parts among the document's.
    pub parts: Vec<usize>,
    /// The rows of each of its grids, in document order; no grid is empty.
    pub grids: Vec<Vec<GridRow>>,
    /// Lines of text outside title, table of contents and notes.
    pub texts: Vec<usize>,
    /// The notes below the grids (备注：).
    pub notes: Vec<usize>,
    /// Lines between title and grid that name unit, year and denomination.
    pub metas: Vec<usize>,
    /// The denomination stated outside the grids.
    pub denomination: Option<Denomination>,
    /// Whether it is a report, with text between its grids, and not one table.
    pub is_report: bool,
}

impl Segment<'_, '_> {
    /// Its lines.
    pub fn own_lines(&self) -> std::ops::RangeInclusive<usize> {
        self.first..=self.last
    }

    /// All rows, in document order.
    pub fn rows(&self) -> impl Iterator<Item = &GridRow> {
        self.grids.iter().flatten()
    }

    /// Whether a cell of some row is `word`, or begins with it.
    pub fn has_cell(&self, word: &str) -> bool {
        self.rows().any(|row| row.cells.iter().any(|cell| cell.text.starts_with(word)))
    }

    /// 1-based number of the line at this index.
    pub fn number(&self, index: usize) -> u32 {
        self.lines.get(index).map_or(0, |line| line.number)
    }

    /// Title to last line, 1-based.
    pub fn range(&self) -> LineRange {
        LineRange::new(self.number(self.first), self.number(self.last))
    }

    /// A form of that kind in these lines, with nothing in it yet.
    pub fn form(&self, kind: FormKind) -> Form {
        Form { denomination: self.denomination, ..Form::new(kind, self.range()) }
    }

    /// What stands before the words for the kind of form in the title (`公章刻制经费` of `公章刻制经费项目支出绩效自评表`),
    /// without a year; empty if nothing does.
    pub fn title_name(&self) -> String {
        let title = words::strip_ordinal(&self.title);
        let end = ["项目支出绩效", "部门整体支出", "整体支出绩效", "项目绩效", "支出绩效", "绩效"]
            .iter()
            .filter_map(|word| title.find(word))
            .min()
            .unwrap_or(0);
        let name = title.get(..end).unwrap_or_default();
        let year = name.trim_start_matches(|c: char| c.is_ascii_digit());
        let dated = name.len() - year.len() == 4 && year.starts_with('年');
        let name = if dated { year.trim_start_matches(['年', '度']) } else { name };
        let name = name.trim_matches(['“', '”', '"', '：', ':', '《']);
        if names_nothing(name) { String::new() } else { name.to_owned() }
    }
}

/// Words before the kind of form that are part of its title and no name: 附件2, 部门预算, 省级.
fn names_nothing(name: &str) -> bool {
    let numbered = |c: char| c.is_ascii_digit() || "一二三四五六七八九十-—.、：:（）()".contains(c);
    let bare = name.trim_matches(numbered);
    let bare = bare.trim_start_matches("附件").trim_start_matches("附表").trim_matches(numbered);
    let words = [
        "",
        "部门",
        "单位",
        "预算",
        "部门预算",
        "单位预算",
        "财政",
        "省级",
        "市级",
        "县级",
        "区级",
        "本级",
        "市本级",
        "县本级",
        "区本级",
        "财政支出",
        "财政资金",
        "专项资金",
        "项目",
        "预算项目",
        "部门预算项目",
    ];
    let endings = ["预算部门", "预算单位", "部门（单位）", "部门(单位)", "单位（部门）", "部门预算"];
    words.contains(&bare) || endings.iter().any(|ending| name.ends_with(ending))
}
