//! Results of projects told in prose, one after the other: name, budget, execution, rate, grade. Lists of them are
//! often glued into one paragraph; each item is a form of its own.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::enumeration::{self, Mark, Style};
use super::sentences::Sentences;
use super::{grade, quantity};
use crate::model::{Damage, DamageKind, Form, FormKind, Funding, Passage};
use crate::read::line::Line;
use crate::text::{LineRange, is_broken};

/// Characters among which the end of a name is looked for.
const MOST_NAME_CHARS: usize = 70;
/// Characters behind a name among which an amount, a rate or a result must stand.
const EVIDENCE_CHARS: usize = 300;

/// Candidates among which the next list is looked for.
const MOST_CANDIDATES: usize = 400;

/// A stretch of text with no grid, form or table of contents in it.
struct Stretch<'l, 'a> {
    lines: Vec<&'l Line<'a>>,
    text: Sentences,
    starts: Vec<usize>,
}

/// A place where the result of a project begins.
#[derive(Clone, Debug)]
struct Candidate {
    mark: Mark,
    name: Range<usize>,
    /// First byte behind the name.
    told: usize,
}

/// The results in the text lines that `is_free` admits.
pub(super) fn forms(lines: &[Line<'_>], is_free: impl Fn(usize) -> bool) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut open: Vec<&Line<'_>> = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_gap()) {
        if line.is_text() && is_free(index) {
            open.push(line);
        } else {
            forms.extend(Stretch::new(std::mem::take(&mut open)).forms());
        }
    }
    forms.extend(Stretch::new(open).forms());
    forms
}

impl<'l, 'a> Stretch<'l, 'a> {
    fn new(lines: Vec<&'l Line<'a>>) -> Self {
        let text = Sentences::of(lines.iter().copied());
        let starts = enumeration::line_starts(lines.iter().copied());
        Self { lines, text, starts }
    }

    fn forms(&self) -> Vec<Form> {
        let candidates = self.candidates();
        let mut forms = Vec::new();
        let mut from = 0;
        while let Some(rest) = candidates.get(from..).filter(|rest| !rest.is_empty()) {
            let list = self.list(rest.get(..MOST_CANDIDATES).unwrap_or(rest));
            let Some(last) = list.last() else { break };
            let end = self.end_of_paragraph(last.told);
            forms.extend(self.read(&list, end));
            from += rest.iter().take_while(|candidate| candidate.mark.start < end).count().max(1);
        }
        forms
    }

    /// Where results may begin, in text order.
    fn candidates(&self) -> Vec<Candidate> {
        let text = &self.text.text;
        let openings = enumeration::openings(text, &self.starts);
        let marks = openings.into_iter().flat_map(|at| {
            let bare = Mark { style: Style::None, number: 1, start: at, body: at };
            enumeration::marks(text, at).into_iter().chain([bare])
        });
        marks.filter_map(|mark| self.candidate(mark)).collect()
    }

    fn candidate(&self, mark: Mark) -> Option<Candidate> {
        let (name, told) = name(&self.text.text, mark.body)?;
        let is_summary = self.text.part(name.end..told).contains("综述");
        let end = nth_char(&self.text.text, told, EVIDENCE_CHARS);
        let evident = has_evidence(&self.text, told, end);
        // 一是 opens sentences of every kind; a project's name says that it is one.
        let says_so = mark.style != Style::ChineseIs || is_of_project(self.text.part(name.clone()));
        ((mark.style != Style::None || is_summary) && evident && says_so).then_some(Candidate {
            mark,
            name,
            told,
        })
    }

    /// The first list, or the first result that stands alone.
    fn list(&self, candidates: &[Candidate]) -> Vec<Candidate> {
        let marks: Vec<Mark> = candidates
            .iter()
            .map(|candidate| candidate.mark)
            .filter(|mark| mark.style != Style::None)
            .collect();
        let chain = enumeration::chain(&marks);
        let alone = candidates.iter().find(|candidate| candidate.mark.style == Style::None);
        match (chain.first(), alone) {
            (Some(first), Some(alone)) if alone.mark.start < first.start => vec![alone.clone()],
            (None, Some(alone)) => vec![alone.clone()],
            _ => {
                let found =
                    |mark: &Mark| candidates.iter().find(|candidate| candidate.mark == *mark).cloned();
                chain.iter().filter_map(found).collect()
            }
        }
    }

    /// The forms of a list of results; none if it is a list of other things.
    fn read(&self, list: &[Candidate], end: usize) -> Vec<Form> {
        let ends = list.iter().skip(1).map(|next| next.mark.start).chain([end]);
        let items: Vec<(&Candidate, usize)> = list.iter().zip(ends).collect();
        let evaluated = items.iter().filter(|(item, end)| is_evaluation(self.text.part(item.told..*end)));
        if evaluated.count() * 2 < items.len() {
            return Vec::new();
        }
        let mut forms: Vec<Form> = Vec::new();
        for (position, (item, end)) in items.iter().enumerate() {
            let mut form = self.form(item, *end);
            let next = items.get(position + 1).map(|(next, _)| next.mark.number);
            if next.is_some_and(|next| next > item.mark.number + 1) {
                form.damage.push(Damage {
                    kind: DamageKind::Merged,
                    field: "row",
                    line: form.name_line,
                    printed: String::new(),
                });
            }
            forms.push(form);
        }
        forms
    }

    fn form(&self, item: &Candidate, end: usize) -> Form {
        let text = &self.text;
        let lines = LineRange::new(text.line(item.mark.start), text.line(end.saturating_sub(1)));
        let part = text.part(item.told..end);
        let inner = text.slice(item.told..end);
        Form {
            name: text.part(item.name.clone()).to_owned(),
            name_printed: text.part(item.name.clone()).to_owned(),
            name_line: text.line(item.name.start),
            denomination: quantity::denomination_in(part),
            total: quantity::funding(text, item.told, end),
            total_score: grade::total(&inner).or_else(|| grade::only_score(&inner)),
            grade: grade::grade(&inner),
            passages: vec![Passage { heading: "自评结果".to_owned(), text: part.to_owned(), lines }],
            ..Form::new(FormKind::NarrativeResult, lines)
        }
    }

    /// The end of the paragraph around byte `at`: of its line, and of those that go on with its sentence.
    fn end_of_paragraph(&self, at: usize) -> usize {
        let mut line = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        let goes_on = |line: usize| match (self.lines.get(line), self.lines.get(line + 1)) {
            (Some(above), Some(next)) => is_broken(&above.plain, &next.plain),
            _ => false,
        };
        while goes_on(line) {
            line += 1;
        }
        self.starts.get(line + 1).copied().unwrap_or(self.text.text.len())
    }
}

fn nth_char(text: &str, from: usize, count: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.char_indices().nth(count).map_or(text.len(), |(at, _)| from + at)
}

/// The name that begins at byte `body`, and the first byte behind it and what sets it off.
fn name(text: &str, body: usize) -> Option<(Range<usize>, usize)> {
    static END: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?:项目)?(?:支出)?(?:绩效)?自评综述[:：]?|[:：]|[，,]?(?:该|此|本)?项目(?:19|20)\d{2}年|[，,](?:该|此|本)项目|[，,](?:19|20)\d{2}年|[，,](?:年初|全年)?预算|[，,](?:项目|绩效)?自评|(?:[。，,](?:该|此|本)?项目)?(?:全年|年初|当年|年度|调整后)预算(?:数|额|安排|资金|金额)?(?:为|是)?\d|[。；;，,]",
        )
        .ok()
    });
    let limit = nth_char(text, body, MOST_NAME_CHARS);
    let window = text.get(body..limit)?;
    let end = END.as_ref()?.find(window)?;
    // What speaks of the budget is told of the project; only punctuation and 自评综述 set its name off.
    let is_mark = end.as_str().ends_with("综述") || end.as_str().ends_with([':', '：']);
    let told = if is_mark { end.end() } else { end.start() + leading_comma(end.as_str()) };
    let sets_off = !matches!(end.as_str(), "。" | "；" | ";" | "，" | ",");
    let printed = window.get(..end.start())?;
    let quoted = [('“', '”'), ('"', '"'), ('《', '》'), ('「', '」')]
        .into_iter()
        .find_map(|(open, close)| printed.strip_prefix(open)?.strip_suffix(close));
    let trimmed = quoted.filter(|inner| !inner.contains(['”', '"', '》', '」'])).unwrap_or(printed);
    let start = body + (printed.len() - trimmed.len()) / 2;
    let wordy = trimmed.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() >= 2;
    (sets_off && wordy && is_name(trimmed)).then(|| (start..start + trimmed.len(), body + told))
}

fn leading_comma(text: &str) -> usize {
    text.len() - text.trim_start_matches(['，', ',']).len()
}

/// Whether words can name a project; those that count projects or speak of the whole unit do not.
fn is_name(words: &str) -> bool {
    let other = ["整体", "万元", "自评等级", "自评结果", "个项目", "其中"];
    !other.iter().any(|word| words.contains(word))
}

fn is_of_project(name: &str) -> bool {
    ["项目", "经费", "资金", "专项", "工程", "补助", "补贴", "费"].iter().any(|end| name.ends_with(end))
}

/// Whether an amount of the budget, a rate or a result stands there.
fn has_evidence(text: &Sentences, from: usize, to: usize) -> bool {
    let funding: Funding = quantity::funding(text, from, to);
    let amounts = crate::model::AmountRole::ALL.into_iter().any(|role| funding.amount(role).is_some());
    amounts || funding.execution_rate.is_some() || grade::grade(&text.slice(from..to)).is_some()
}

/// Whether a text speaks of an evaluation, and not only of money.
fn is_evaluation(text: &str) -> bool {
    ["自评", "绩效", "评价", "得分", "等级"].iter().any(|word| text.contains(word))
}
