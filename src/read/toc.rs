//! Tables of contents: every title stands there a second time, and must not be taken for the table itself.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::line::{Line, LineKind};
use super::words;

/// Lines a table of contents may have at most; a document's is below 60.
const MOST_LINES: usize = 300;

/// The indices of all lines that belong to a table of contents, with its heading.
pub(super) fn toc_lines(lines: &[Line<'_>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut index = 0;
    while index < lines.len() {
        let heading = is_toc_heading(&lines[index].compact);
        let end = if heading { end_of_toc(lines, index + 1) } else { end_of_run(lines, index) };
        if heading || is_dotted_toc(lines, index, end) {
            found.extend((index..end).filter(|i| !lines[*i].is_gap()));
        }
        index = end.max(index + 1);
    }
    found
}

fn is_toc_heading(compact: &str) -> bool {
    matches!(compact, "目录" | "目次" | "内容目录")
}

/// `收入决算表.....5` or a title, a TAB and a page.
fn has_page(line: &Line<'_>) -> bool {
    is_dotted(line) || (line.is_tabbed() && is_tabbed_entry(line))
}

fn is_dotted(line: &Line<'_>) -> bool {
    static PAGE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:[.．·…]{2,}|-{3,}|_{3,})\s*[-–]?\d{1,3}[-–]?$").ok());
    PAGE.as_ref().is_some_and(|page| page.is_match(&line.compact))
}

fn is_tabbed_entry(line: &Line<'_>) -> bool {
    let cells = line.cells();
    let filled: Vec<&str> =
        cells.iter().map(|cell| cell.printed.as_str()).filter(|text| !text.is_empty()).collect();
    let [title, page] = filled[..] else { return false };
    let is_page = page.len() <= 3 && page.bytes().all(|b| b.is_ascii_digit());
    is_page && cells.len() == 2 && (words::numbering_depth(title).is_some() || title.contains("部分"))
}

/// One past the last entry of the table of contents that begins at `start`.
fn end_of_toc(lines: &[Line<'_>], start: usize) -> usize {
    let limit = lines.len().min(start + MOST_LINES);
    let entries: Vec<usize> = (start..limit).filter(|i| !lines[*i].is_gap()).collect();
    let paged = entries.iter().take(4).any(|i| has_page(&lines[*i]));
    let end = if paged {
        entries.iter().position(|i| !has_page(&lines[*i]) && !continues(lines, *i))
    } else {
        position_of_body(lines, &entries)
    };
    let last = end
        .map_or(entries.len(), |position| position)
        .checked_sub(1)
        .and_then(|position| entries.get(position));
    last.map_or(start, |index| index + 1)
}

/// A line without page in a table of contents that has them: an entry broken over two lines.
fn continues(lines: &[Line<'_>], index: usize) -> bool {
    let next = lines[index + 1..].iter().find(|line| !line.is_gap());
    let short = lines[index].compact.chars().count() <= 40 && lines[index].is_text();
    short
        && next.is_some_and(has_page)
        && lines.get(index + 1).is_some_and(|line| line.kind != LineKind::Blank)
}

/// Without page numbers, the body begins where the first entry stands a second time, or its number: some documents
/// name their chapters otherwise in the contents.
fn position_of_body(lines: &[Line<'_>], entries: &[usize]) -> Option<usize> {
    let first = &lines[*entries.first()?].compact;
    let is_first = |compact: &str| {
        key(compact) == key(first) || !ordinal(first).is_empty() && ordinal(compact) == ordinal(first)
    };
    let again =
        entries.iter().skip(1).position(|i| is_first(&lines[*i].compact)).map(|position| position + 1);
    again.or_else(|| entries.iter().position(|i| !is_bare_entry(&lines[*i])))
}

/// 一、 of 一、基本情况; empty if there is none.
fn ordinal(compact: &str) -> &str {
    let rest = words::strip_ordinal(compact);
    compact.get(..compact.len() - rest.len()).unwrap_or_default()
}

/// The entry without digits, quotation marks and spaces: what the conversion may throw out of the line.
fn key(compact: &str) -> String {
    let dropped = |c: char| c.is_ascii_digit() || "“”\"‘’()（）.".contains(c);
    compact.chars().filter(|c| !dropped(*c)).collect()
}

fn is_bare_entry(line: &Line<'_>) -> bool {
    let short = line.compact.chars().count() <= 45 && !line.compact.ends_with(['。', '；', '：']);
    line.is_text()
        && short
        && (words::numbering_depth(&line.compact).is_some() || key(&line.compact).is_empty())
}

/// One past the lines from `start` on that end in a page number.
fn end_of_run(lines: &[Line<'_>], start: usize) -> usize {
    if lines[start].is_gap() {
        return start;
    }
    let run = (start..lines.len()).filter(|i| !lines[*i].is_gap()).take_while(|i| has_page(&lines[*i]));
    run.last().map_or(start, |last| last + 1)
}

/// A table of contents without heading shows as three entries in a row, with dots: numbered rows of a grid may
/// have a name and a small number, too.
fn is_dotted_toc(lines: &[Line<'_>], start: usize, end: usize) -> bool {
    let entries = (start..end).filter(|i| !lines[*i].is_gap()).take(3);
    entries.filter(|i| is_dotted(&lines[*i])).count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::line;
    use crate::text::{Redactor, SourceText};

    fn entries(text: &str) -> Vec<u32> {
        let source = SourceText::new(text.as_bytes(), &Redactor::default());
        let lines = line::lines(&source);
        toc_lines(&lines).into_iter().map(|index| lines[index].number).collect()
    }

    #[test]
    fn contents_are_known_by_heading_dots_and_pages() {
        assert_eq!(entries("目录\n一、收入表\t5\n二、支出表\t6\n\n一、收入表\n单位：元\n"), [1, 2, 3]);
        assert_eq!(entries("一、收入表.....5\n\n二、支出表……6\n三、总表---7\n正文"), [1, 3, 4]);
        assert_eq!(entries("目 录\n一、收入表\n二、支出表\n一、收入表\n项目\t合计\n"), [1, 2, 3]);
    }

    #[test]
    fn numbered_rows_are_no_contents() {
        assert_eq!(
            entries("项目\t行次\t数\n\n1. 轿车\t8\n\n2. 客车\t9\n\n3. 货车\t10\n\n合计\t11\t2\n"),
            Vec::<u32>::new()
        );
    }
}
