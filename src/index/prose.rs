//! Prose: passages of moderate size, each under the heading right above it.

use super::{Frame, Kind, Record};
use crate::catalog::url;
use crate::model::{Block, BlockKind, ReadingLevel, Section};
use crate::text::{LineRange, is_broken, plain};

/// Characters after which a passage ends at the next end of a sentence.
const PASSAGE: usize = 300;

/// A passage and the 1-based line on which it begins.
#[derive(Debug, PartialEq, Eq)]
struct Passage {
    line: u32,
    text: String,
}

/// Adds the passages of all sections, and of the prose that stands before the first.
pub(super) fn collect(frame: &Frame<'_>, records: &mut Vec<Record>) {
    let reading = &frame.disclosure.reading;
    let mut told = vec![false; reading.sections.len()];
    for (section, lines) in prose(frame) {
        let heading = section.and_then(|index| reading.sections.get(index));
        let title = heading.map_or_else(|| frame.title(), |section| section.heading.clone());
        for (index, passage) in passages(frame, &lines).into_iter().enumerate() {
            // The first passage of a section opens at its heading.
            let starts = section.is_some_and(|at| index == 0 && !std::mem::replace(&mut told[at], true));
            let line = heading.filter(|_| starts).map_or(passage.line, |section| section.lines.first);
            records.push(section_record(frame, line, title.clone(), passage.text));
        }
    }
    let untold = reading
        .sections
        .iter()
        .zip(told)
        .filter(|(section, told)| !told && !is_found_elsewhere(frame, section));
    let headings = untold.map(|(section, _)| (section.lines.first, section.heading.clone()));
    records.extend(headings.map(|(line, heading)| section_record(frame, line, heading, String::new())));
}

fn section_record(frame: &Frame<'_>, line: u32, title: String, body: String) -> Record {
    Record { body, ..frame.record(Kind::Section, url::line(frame.id(), line), title) }
}

/// Titles of tables are found as tables, headings of forms with their projects.
fn is_found_elsewhere(frame: &Frame<'_>, section: &Section) -> bool {
    let (line, reading) = (section.lines.first, &frame.disclosure.reading);
    reading.tables.iter().any(|table| table.lines.contains(line))
        || reading.forms.iter().any(|form| form.lines.contains(line))
}

/// The blocks that are found as prose, in document order, those of one section together.
fn prose(frame: &Frame<'_>) -> Vec<(Option<usize>, Vec<LineRange>)> {
    let mut runs: Vec<(Option<usize>, Vec<LineRange>)> = Vec::new();
    let blocks = frame.disclosure.reading.blocks.iter();
    for block in blocks.filter(|block| is_prose(block)) {
        let section = innermost(&frame.disclosure.reading.sections, block.lines.first);
        match runs.last_mut() {
            Some((last, lines)) if *last == section => lines.push(block.lines),
            _ => runs.push((section, vec![block.lines])),
        }
    }
    runs
}

/// Forms that were read are found as projects and indicators; the others as prose.
fn is_prose(block: &Block) -> bool {
    let is_read = matches!(block.level, ReadingLevel::Typed | ReadingLevel::TypedWithIssues);
    match block.kind {
        BlockKind::Paragraph | BlockKind::Raw => true,
        BlockKind::Form => !is_read,
        _ => false,
    }
}

fn innermost(sections: &[Section], line: u32) -> Option<usize> {
    let begun = sections.partition_point(|section| section.lines.first <= line);
    (0..begun).rev().find(|index| sections[*index].lines.contains(line))
}

fn passages(frame: &Frame<'_>, ranges: &[LineRange]) -> Vec<Passage> {
    let lines = ranges.iter().flat_map(|range| range.first..=range.last);
    let texts = lines.map(|line| (line, plain(frame.disclosure.source.line(line))));
    split(join(texts.filter(|(_, text)| !text.is_empty())))
}

/// Puts together the lines of a sentence that the width of a page broke.
fn join(lines: impl Iterator<Item = (u32, String)>) -> Vec<Passage> {
    let mut paragraphs: Vec<Passage> = Vec::new();
    let mut above = String::new();
    for (line, text) in lines {
        match paragraphs.last_mut() {
            Some(last) if is_broken(&above, &text) => {
                let is_spaced = last.text.ends_with(is_latin) && text.starts_with(is_latin);
                last.text.push_str(if is_spaced { " " } else { "" });
                last.text.push_str(&text);
            }
            _ => paragraphs.push(Passage { line, text: text.clone() }),
        }
        above = text;
    }
    paragraphs
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// A text in pieces of moderate size.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let paragraphs = text.lines().map(|text| Passage { line: 0, text: text.to_owned() }).collect();
    split(paragraphs).into_iter().map(|passage| passage.text).collect()
}

/// Gathers paragraphs into passages, and cuts long ones at the ends of sentences.
fn split(paragraphs: Vec<Passage>) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for Passage { line, text } in paragraphs {
        for (index, piece) in sentences(&text).into_iter().enumerate() {
            match passages.last_mut() {
                Some(last) if last.text.chars().count() + piece.chars().count() <= PASSAGE => {
                    last.text.push_str(if index == 0 { "\n" } else { "" });
                    last.text.push_str(piece);
                }
                _ => passages.push(Passage { line, text: piece.to_owned() }),
            }
        }
    }
    passages
}

/// The sentences of a paragraph; together they are the paragraph.
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['。', '；']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> Vec<String> {
        let numbered = (1..).zip(lines.iter().map(|line| (*line).to_owned()));
        join(numbered).into_iter().map(|passage| passage.text).collect()
    }

    #[test]
    fn joins_what_the_page_broke_and_nothing_else() {
        let full = "公共预算支出决算占本部门本年度支出决算总额的比重";
        let whole = format!("{full}47.00%。");
        let cases: [(&[&str], &[&str]); 7] = [
            (&[full, "47.00%。"], &[&whole]),
            (&[full, "（二）乙类"], &[full, "（二）乙类"]),
            (&["核定编制数：102", "其中：在编92"], &["核定编制数：102", "其中：在编92"]),
            (&["甲为1项。", "乙为2项。"], &["甲为1项。", "乙为2项。"]),
            (&["其中：", "货物1元"], &["其中：", "货物1元"]),
            (&["甲类，", "2. 乙类"], &["甲类，2. 乙类"]),
            (&["甲\t1", "乙\t2"], &["甲\t1", "乙\t2"]),
        ];
        for (lines, expected) in cases {
            assert_eq!(joined(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn cuts_long_text_between_sentences_and_loses_nothing() {
        let sentence = format!("{}。", "支".repeat(99));
        let paragraph = |line, count| Passage { line, text: sentence.repeat(count) };
        let passages = split(vec![paragraph(4, 4), paragraph(9, 1)]);
        let shape: Vec<(u32, usize)> = passages.iter().map(|p| (p.line, p.text.chars().count())).collect();
        assert_eq!(shape, [(4, 300), (4, 201)]);
        let together: String = passages.iter().map(|p| p.text.replace('\n', "")).collect();
        assert_eq!(together, sentence.repeat(5));
    }
}
