//! Where forms begin: at their titles, at lines and rows that name a project.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::read::line::Line;
use crate::read::part::Part;
use crate::read::words;

/// Characters a title may have: long names of projects stand in it.
const MOST_TITLE_CHARS: usize = 90;

/// Where a form begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Start {
    pub index: usize,
    pub title_lines: Vec<usize>,
    /// The line of the year below the title.
    pub year: Option<usize>,
}

/// What the search for forms looks at.
pub(super) struct Page<'p, 's, 'a, 'r> {
    pub lines: &'s [Line<'a>],
    pub toc: &'p BTreeSet<usize>,
    pub parts: &'p [Part<'r>],
    /// Headings 第X部分 with their numbers.
    pub heads: Vec<(usize, u32)>,
    /// First lines of standard tables.
    pub tables: Vec<usize>,
}

impl<'p, 's, 'a, 'r> Page<'p, 's, 'a, 'r> {
    pub fn new(lines: &'s [Line<'a>], toc: &'p BTreeSet<usize>, parts: &'p [Part<'r>]) -> Self {
        let is_head = |index: &usize| {
            lines[*index].is_text()
                && !toc.contains(index)
                && words::numbering_depth(&lines[*index].compact) == Some(1)
        };
        let heads = (0..lines.len()).filter(is_head).map(|i| (i, part_number(&lines[i].compact))).collect();
        let tables = parts.iter().filter(|part| part.context.spec.is_some());
        let tables = tables
            .map(|part| part.context.title_lines.first().copied().unwrap_or(part.region.first()))
            .collect();
        Self { lines, toc, parts, heads, tables }
    }

    /// Where forms may begin, in document order.
    pub fn starts(&self) -> Vec<Start> {
        let mut starts = self.titles();
        starts.extend(self.name_lines(&starts));
        starts.extend(self.name_rows(&starts));
        starts.extend(self.unnamed());
        starts.sort_by_key(|start| start.index);
        starts.dedup_by_key(|start| start.index);
        starts
    }

    /// Titles outside the tables of contents; a title on two lines, and the year below, belong to it.
    fn titles(&self) -> Vec<Start> {
        let texts: Vec<usize> = (0..self.lines.len()).filter(|index| self.is_text(*index)).collect();
        let mut titles: Vec<Start> = Vec::new();
        for (at, index) in texts.iter().copied().enumerate() {
            if titles.last().is_some_and(|title| title.title_lines.contains(&index)) {
                continue;
            }
            let next = texts.get(at + 1).copied().filter(|next| self.only_gaps(index, *next));
            if let Some(title_lines) = self.title(index, next) {
                let last = title_lines.last().copied().unwrap_or(index);
                let below = texts.get(at + title_lines.len()).copied();
                let year = below.filter(|i| self.only_gaps(last, *i) && is_year(&self.lines[*i].compact));
                titles.push(Start { index, title_lines, year });
            }
        }
        titles
    }

    /// The lines of the title that begins at `index`.
    fn title(&self, index: usize, next: Option<usize>) -> Option<Vec<usize>> {
        let compact = &self.lines[index].compact;
        if is_title(compact) {
            return Some(vec![index]);
        }
        let next = next?;
        let below = &self.lines[next].compact;
        let broken = compact.contains("绩效")
            && !is_title(below)
            && words::numbering_depth(below).is_none()
            && is_title(&format!("{compact}{below}"));
        broken.then(|| vec![index, next])
    }

    /// Lines `项目名称：` of reports that lost their title.
    fn name_lines(&self, titles: &[Start]) -> Vec<Start> {
        let named: Vec<usize> = (0..self.lines.len())
            .filter(|index| self.is_text(*index) && is_name_line(&self.lines[*index].compact))
            .collect();
        let orphan = |(at, index): (usize, &usize)| {
            let above = titles.partition_point(|title| title.index < *index).checked_sub(1);
            let title = above.and_then(|at| titles.get(at)).map(|title| title.index);
            let before = at.checked_sub(1).and_then(|at| named.get(at)).copied();
            let taken = title.is_some_and(|title| before.is_none_or(|before| before < title));
            (!taken).then(|| Start { index: *index, ..Start::default() })
        };
        named.iter().enumerate().filter_map(orphan).collect()
    }

    /// Rows that name a project where none was begun by a title, and grids of forms without either.
    fn name_rows(&self, begun: &[Start]) -> Vec<Start> {
        let mut begins: Vec<usize> = begun.iter().map(|start| start.index).collect();
        begins.sort_unstable();
        let begun_by = |line: usize| {
            let at = begins.partition_point(|index| *index <= line).checked_sub(1);
            at.and_then(|at| begins.get(at)).copied()
        };
        let mut starts: Vec<Start> = Vec::new();
        let mut last_name: Option<(usize, String)> = None;
        let mut last_end: Option<usize> = None;
        for part in self.parts.iter().filter(|part| part.is_form()) {
            let first = part.region.first();
            let own_title = part.context.title_lines.first().copied().unwrap_or(first);
            let mut open = begun_by(first).is_some_and(|index| !self.is_divided(index, first));
            for row in &part.region.rows {
                let Some(name) = project_name(&self.lines[*row]) else {
                    last_end = if is_result(&self.lines[*row]) { Some(*row) } else { last_end };
                    continue;
                };
                let since = begun_by(*row);
                let another = last_name.as_ref().is_some_and(|(index, other)| {
                    since.is_none_or(|since| *index >= since) && *other != name
                });
                // The form before lost its name, and ended without.
                let behind = |index: usize| since.is_none_or(|since| index >= since);
                let nameless = last_end.is_some_and(behind)
                    && !last_name.as_ref().is_some_and(|(index, _)| behind(*index));
                if another || !open || nameless {
                    let index = if open { *row } else { own_title };
                    let title_lines = if open { Vec::new() } else { part.context.title_lines.clone() };
                    starts.push(Start { index, title_lines, year: None });
                    open = true;
                }
                last_name = Some((*row, name));
            }
            if !open && starts.last().is_none_or(|start| self.is_divided(start.index, first)) {
                let title_lines = part.context.title_lines.clone();
                starts.push(Start { index: own_title, title_lines, year: None });
            }
        }
        starts
    }

    /// Money of a form that lost title and name, right below the total of another.
    fn unnamed(&self) -> Vec<Start> {
        let (mut total, mut department): (Option<usize>, Option<usize>) = (None, None);
        let mut starts = Vec::new();
        let parts = self.parts.iter().filter(|part| part.is_form());
        for row in parts.flat_map(|part| &part.region.rows).copied() {
            let line = &self.lines[row];
            let begins = |word: &str| line.cells().iter().any(|cell| cell.text.starts_with(word));
            if project_name(line).is_some() {
                total = None;
            } else if begins("总分") {
                (total, department) = (Some(row), None);
            } else if begins("主管部门") {
                department = department.or(Some(row));
            } else if let Some(above) = total.filter(|_| begins("全年预算数") && begins("全年执行数"))
            {
                if (above + 1..row).all(|index| !self.is_text(index)) {
                    starts.push(Start { index: department.unwrap_or(row), ..Start::default() });
                }
                total = None;
            }
        }
        starts
    }

    /// Whether a standard table or a part of the document begins between the two lines.
    pub fn is_divided(&self, from: usize, to: usize) -> bool {
        self.divider(from, to + 1).is_some()
    }

    /// The line between the two at which a form that began at `from` is over: a standard table, or a part of the document.
    pub fn divider(&self, from: usize, until: usize) -> Option<usize> {
        let table = self.tables.get(self.tables.partition_point(|index| *index <= from)).copied();
        table.filter(|index| *index < until).into_iter().chain(self.next_part(from, until)).min()
    }

    /// The next heading 第X部分 that is one of the document's, and not of the report that began at `from`.
    fn next_part(&self, from: usize, until: usize) -> Option<usize> {
        let at = self.heads.partition_point(|(index, _)| *index < from);
        let outer = at.checked_sub(1).and_then(|at| self.heads.get(at)).map_or(0, |(_, number)| *number);
        let mut inner = None;
        for (index, number) in self.heads.iter().skip(at).take_while(|(index, _)| *index < until) {
            let restarts = *number == 1 && outer >= 1;
            let goes_on = inner.is_some_and(|inner| *number == inner + 1);
            if !restarts && !goes_on {
                return Some(*index);
            }
            inner = Some(*number);
        }
        None
    }

    pub fn is_text(&self, index: usize) -> bool {
        self.lines.get(index).is_some_and(Line::is_text) && !self.toc.contains(&index)
    }

    pub fn only_gaps(&self, from: usize, to: usize) -> bool {
        self.lines.get(from + 1..to).is_some_and(|between| between.iter().all(Line::is_gap))
    }
}

/// A title of a form; lines above a name row may be any.
fn is_title(compact: &str) -> bool {
    let head = strip_year(compact);
    let sentence = head.contains(['。', '；', '，', '：', ':']) && !head.starts_with("附");
    // 绩效指标表 stands above the second half of a form.
    let is_half = crate::text::matching(head).ends_with("绩效指标表");
    compact.chars().count() <= MOST_TITLE_CHARS && !sentence && !is_half && words::is_form_title(head)
}

/// `(2024年度)`, `（2024）年度`, `2024年`
fn is_year(compact: &str) -> bool {
    static YEAR: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^[（(]?(?:19|20)\d{2}[)）]?(?:年度?)?[)）]?$").ok());
    YEAR.as_ref().is_some_and(|year| year.is_match(compact))
}

pub(super) fn strip_year(compact: &str) -> &str {
    static YEAR: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[（(](?:19|20)\d{2}[)）]?(?:年度?)?[)）]?$").ok());
    let year = YEAR.as_ref().and_then(|year| year.find(compact)).filter(|year| year.start() > 0);
    year.and_then(|year| compact.get(..year.start())).unwrap_or(compact)
}

/// `项目名称：…`
pub(super) fn is_name_line(compact: &str) -> bool {
    ["项目名称：", "项目名称:"].iter().any(|label| compact.starts_with(label))
}

/// The number of a heading 第X部分.
fn part_number(compact: &str) -> u32 {
    let inner: String = compact.chars().skip(1).take_while(|c| *c != '部' && *c != '章').collect();
    let digit = |c: char| {
        "一二三四五六七八九十".chars().position(|d| d == c).and_then(|at| u32::try_from(at + 1).ok())
    };
    let mut digits = inner.chars().filter_map(digit);
    match (inner.parse::<u32>().ok(), digits.next(), digits.next()) {
        (Some(number), _, _) => number,
        (None, Some(10), Some(ones)) => 10 + ones,
        (None, Some(number), _) => number,
        (None, None, _) => 0,
    }
}

/// Whether a row belongs to the end of a form: the score of all, or the header of its indicators.
fn is_result(line: &Line<'_>) -> bool {
    let cells = line.cells();
    cells.iter().any(|cell| cell.text == "三级指标") || cells.iter().any(|cell| cell.text == "总分")
}

/// The name in a row that names a project; header rows of lists of projects name columns instead.
fn project_name(line: &Line<'_>) -> Option<String> {
    let cells = line.cells();
    let mut filled = cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
    let label = filled.next()?.trim_end_matches(['：', ':']);
    let name = filled.next()?;
    let named = label == "项目名称" && !words::is_form_word(name) && !name.contains("主管部门");
    named.then(|| name.to_owned())
}
