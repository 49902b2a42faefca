//! The text of a report: labelled lines of its cover, passages by heading, paragraphs.

use std::sync::LazyLock;

use regex::Regex;

use super::segment::Segment;
use super::sentences::Sentences;
use crate::model::Passage;
use crate::read::line::Line;
use crate::read::words;
use crate::text::{LineRange, compact, is_broken, squeeze};

/// Numbered headings a report has if it numbers them at all.
const FEW_HEADINGS: usize = 4;
/// Characters that the value of a field of the cover may have.
const MOST_FIELD_CHARS: usize = 60;
/// Passages in which persons are named, which say nothing of the project.
const PERSONS: [&str; 8] = ["联系人", "联系电话", "电话", "负责人", "填报人", "填表人", "经办人", "填报日期"];

/// A label with what is printed behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Labelled {
    /// Without white space and colon.
    pub label: String,
    /// Without markup, ends trimmed; may be empty.
    pub value: String,
    /// Index of the line.
    pub index: usize,
}

/// What the text of a report says.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// Labels of the cover and of lines with several of them, in document order.
    pub labels: Vec<Labelled>,
    /// Lines of the cover without label.
    pub loose: Vec<usize>,
    /// Headings and labelled paragraphs with their text, in document order.
    pub passages: Vec<Passage>,
    /// All paragraphs, in document order.
    pub paragraphs: Vec<Sentences>,
}

/// A stretch of text that belongs together.
#[derive(Debug)]
enum Item {
    Heading(usize, String),
    Labels(Vec<Labelled>),
    Paragraph(Vec<usize>),
}

/// Reads the text of a report.
pub(super) fn outline(segment: &Segment<'_, '_>) -> Outline {
    let mut outline = Outline::default();
    let mut open: Option<Passage> = None;
    let mut begun = false;
    for item in items(segment) {
        if let Item::Heading(..) = item {
            begun = true;
        }
        let first = item.first();
        match item {
            Item::Heading(index, heading) => {
                outline.close(&mut open, segment, index);
                open = Some(begin(segment, heading, index));
            }
            Item::Labels(labels) => outline.label(&mut open, labels, begun, segment),
            Item::Paragraph(lines) => {
                let taken = lines.iter().filter_map(|index| segment.lines.get(*index));
                outline.paragraphs.push(Sentences::of(taken));
                outline.paragraph(&mut open, &lines, begun, segment, first);
            }
        }
    }
    outline.close(&mut open, segment, segment.last + 1);
    outline
}

impl Item {
    fn first(&self) -> usize {
        match self {
            Self::Heading(index, _) => *index,
            Self::Labels(labels) => labels.first().map_or(0, |label| label.index),
            Self::Paragraph(lines) => lines.first().copied().unwrap_or(0),
        }
    }
}

impl Outline {
    /// The value behind the first of these labels that has one.
    pub fn value(&self, labels: &[&str]) -> Option<&Labelled> {
        let find = |wanted: &&str| {
            self.labels.iter().find(|labelled| labelled.label == **wanted && !labelled.value.is_empty())
        };
        labels.iter().find_map(find)
    }

    fn close(&mut self, open: &mut Option<Passage>, segment: &Segment<'_, '_>, next: usize) {
        let Some(mut passage) = open.take() else { return };
        let last = (0..next).rev().find(|index| segment.lines.get(*index).is_some_and(|line| !line.is_gap()));
        passage.lines.last =
            last.map_or(passage.lines.first, |index| segment.number(index)).max(passage.lines.first);
        // A heading that the first label below repeats is one passage with it.
        match self.passages.last_mut() {
            Some(above) if above.text.is_empty() && above.heading == passage.heading => {
                above.text = passage.text;
                above.lines.last = passage.lines.last;
            }
            _ => self.passages.push(passage),
        }
    }

    fn label(
        &mut self,
        open: &mut Option<Passage>,
        labels: Vec<Labelled>,
        begun: bool,
        segment: &Segment<'_, '_>,
    ) {
        for labelled in &labels {
            if begun && !PERSONS.contains(&labelled.label.as_str()) {
                self.close(open, segment, labelled.index);
                let passage = begin(segment, labelled.label.clone(), labelled.index);
                *open = Some(Passage { text: labelled.value.clone(), ..passage });
            }
        }
        self.labels.extend(labels);
    }

    fn paragraph(
        &mut self,
        open: &mut Option<Passage>,
        lines: &[usize],
        begun: bool,
        segment: &Segment<'_, '_>,
        first: usize,
    ) {
        let text: String =
            lines.iter().filter_map(|i| segment.lines.get(*i)).map(|line| line.plain.as_str()).collect();
        match labelled_paragraph(&text) {
            Some((label, value)) if begun => {
                self.labels.push(Labelled { label: label.clone(), value: value.clone(), index: first });
                self.close(open, segment, first);
                *open = Some(Passage { text: value, ..begin(segment, label, first) });
            }
            Some((label, value)) => self.labels.push(Labelled { label, value, index: first }),
            None if !begun => self.loose.extend(lines),
            None => {
                if let Some(passage) = open {
                    let gap = if passage.text.is_empty() { "" } else { "\n" };
                    passage.text = format!("{}{gap}{text}", passage.text);
                }
            }
        }
    }
}

fn begin(segment: &Segment<'_, '_>, heading: String, index: usize) -> Passage {
    let number = segment.number(index);
    Passage { heading, text: String::new(), lines: LineRange::new(number, number) }
}

/// The lines of text, put together.
fn items(segment: &Segment<'_, '_>) -> Vec<Item> {
    let numbered = segment.texts.iter().filter(|i| segment.lines.get(**i).is_some_and(is_numbered_heading));
    let bare = numbered.count() < FEW_HEADINGS;
    let mut items: Vec<Item> = Vec::new();
    let mut above: Option<(usize, &Line<'_>)> = None;
    for index in segment.texts.iter().copied() {
        let Some(line) = segment.lines.get(index) else { continue };
        let labels = labels(line, index);
        if let Some(heading) = heading(line, bare) {
            items.push(Item::Heading(index, heading));
            above = None;
        } else if labels.len() >= 2 || labels.len() == 1 && is_field(&labels) {
            items.push(Item::Labels(labels));
            above = None;
        } else {
            let is_rows = |(last, _): &(usize, &Line<'_>)| {
                segment.lines.get(last + 1..index).is_some_and(|between| between.iter().any(Line::is_tabbed))
            };
            let joins = above
                .filter(|above| !is_rows(above))
                .is_some_and(|(_, above)| is_broken(&above.plain, &line.plain));
            match items.last_mut() {
                Some(Item::Paragraph(lines)) if joins => lines.push(index),
                _ => items.push(Item::Paragraph(vec![index])),
            }
            above = Some((index, line));
        }
    }
    items
}

fn is_numbered_heading(line: &Line<'_>) -> bool {
    words::numbering_depth(&line.compact).is_some() && words::is_heading(line.raw, &line.compact)
}

/// The heading that a line is, without ordinal. Where a report numbers none, short lines that name a topic are.
fn heading(line: &Line<'_>, bare: bool) -> Option<String> {
    static TOPIC: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(\d{0,2})(\p{Han}[\p{Han}（）()、“”]{1,24}(?:情况|目标|概况|依据|分析|结论|做法|计划|措施|建议|问题|原因|结果|简介|内容|安排|必要性|职能|职责|任务|制度|经验|说明|方法|过程|信息))$").ok()
    });
    let label = line.compact.ends_with(['：', ':']);
    if words::is_heading(line.raw, &line.compact) && !label {
        return Some(strip_number(&line.compact).to_owned());
    }
    let topic = TOPIC.as_ref()?.captures(&line.compact)?;
    let numbered = topic.get(1).is_some_and(|number| !number.is_empty());
    (bare || numbered).then(|| topic.get(2).map_or(String::new(), |words| words.as_str().to_owned()))
}

/// The heading without 第X部分 or another ordinal.
fn strip_number(compact: &str) -> &str {
    let part = words::numbering_depth(compact) == Some(1);
    let rest = part.then(|| compact.split_once("部分").or_else(|| compact.split_once('章'))).flatten();
    rest.map_or_else(|| words::strip_ordinal(compact), |(_, rest)| rest)
}

/// The labels of a line that has some: `核定编制数： 10 实有人数： 9`.
pub(super) fn labels(line: &Line<'_>, index: usize) -> Vec<Labelled> {
    static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|\s)((?:其中[:：])?\p{Han}[\p{Han}（）()、\s]{1,18}?)[:：]\s*").ok()
    });
    let Some(pattern) = &*LABEL else { return Vec::new() };
    let text = &line.plain;
    let found: Vec<(usize, usize, String)> = pattern
        .captures_iter(text)
        .filter_map(|hit| Some((hit.get(0)?.start(), hit.get(0)?.end(), squeeze(hit.get(1)?.as_str()))))
        .collect();
    if found.first().is_none_or(|(start, ..)| *start > 0) {
        return Vec::new();
    }
    let ends = found.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    let value = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim().to_owned();
    found
        .iter()
        .zip(ends)
        .map(|((_, from, label), to)| Labelled { label: label.clone(), value: value(*from, to), index })
        .collect()
}

/// Whether the only label of a line is a field of a cover, and not the beginning of a paragraph.
fn is_field(labels: &[Labelled]) -> bool {
    labels.iter().all(|labelled| {
        let fields = [
            "名称", "单位", "部门", "编号", "代码", "人", "电话", "日期", "时间", "个数", "人数", "数",
            "总数",
        ];
        labelled.value.chars().count() <= MOST_FIELD_CHARS
            && !labelled.value.contains(['。', '；'])
            && fields.iter().any(|field| labelled.label.ends_with(field))
    })
}

/// Label and text of a paragraph `立项依据：…`.
fn labelled_paragraph(text: &str) -> Option<(String, String)> {
    static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[^：:]{2,30}[：:]").ok());
    let body = words::strip_ordinal(text).trim_start();
    let end = LABEL.as_ref()?.find(body)?.end();
    let label = compact(body.get(..end)?.trim_end_matches([':', '：']));
    let plain = label.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || "（）()、".contains(c));
    let open =
        ["为", "是", "如下", "以下", "包括", "有", "说", "指出"].iter().any(|end| label.ends_with(end));
    let length = label.chars().count();
    (plain && !open && (2..=20).contains(&length))
        .then(|| (label, body.get(end..).unwrap_or_default().trim().to_owned()))
}
