//! The terms a document explains (名词解释), with what it says of each.

use super::prose::Prose;
use crate::model::{Section, Term};
use crate::read::words;
use crate::text::{LineRange, squeeze};

/// Characters a term may have.
const MOST: usize = 40;

/// All terms below headings that announce them.
pub(super) fn terms(prose: &[Prose], sections: &[Section]) -> Vec<Term> {
    let ranges: Vec<LineRange> =
        sections.iter().filter(|section| announces(&section.heading)).map(|section| section.lines).collect();
    let mut found: Vec<Term> = Vec::new();
    let mut is_numbered = false;
    for paragraph in prose.iter().filter(|prose| prose.form.is_none()) {
        let line = paragraph.line(0);
        if !ranges.iter().any(|range| range.first < line && range.contains(line)) {
            continue;
        }
        let text: String = paragraph.chars.iter().collect();
        let text = text.trim_start_matches(['-', '•', '·', '●', '*', ' ']);
        let bare = words::strip_ordinal(text);
        let has_ordinal = bare.len() < text.len();
        is_numbered |= has_ordinal;
        match split(bare).filter(|_| has_ordinal || !is_numbered) {
            Some((term, definition)) => {
                found.push(Term { term: term.to_owned(), definition: definition.to_owned(), line });
            }
            None => complete(&mut found, text),
        }
    }
    found
}

fn announces(heading: &str) -> bool {
    let heading = squeeze(heading);
    ["名词解释", "名词说明", "专业名词", "名词注释", "专业性较强的名词"]
        .iter()
        .any(|word| heading.contains(word))
}

/// A definition that stands in a paragraph of its own below its term.
fn complete(found: &mut [Term], text: &str) {
    if let Some(last) = found.last_mut().filter(|term| term.definition.is_empty()) {
        last.definition = text.to_owned();
    }
}

/// Term and definition: on both sides of the first colon, else of 是指 or 是.
fn split(text: &str) -> Option<(&str, &str)> {
    let cuts = ["：", ":", "是指", "是"];
    let (at, cut) = cuts.iter().find_map(|cut| {
        let at = text.find(cut)?;
        let term = &text[..at];
        let fits = (2..=MOST).contains(&term.chars().count()) && !term.contains(['。', '，', '；', ',']);
        fits.then_some((at, *cut))
    })?;
    let definition = if cut.starts_with('是') { &text[at..] } else { &text[at + cut.len()..] };
    Some((text[..at].trim(), definition.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_from_numbered_and_marked_lists() {
        let lines = [
            (1, "第四部分 名词解释"),
            (2, "- 一、甲收入：指某种收入。其中：乙除外。"),
            (3, "**二、“丙”经费：**指某种经费。"),
            (4, "三、丁资金："),
            (5, "专指某种资金。"),
            (6, "四、戊预算是指某种预算。"),
            (7, "我单位有：若干科目。"),
            (8, "无。"),
        ];
        let prose: Vec<Prose> = lines
            .iter()
            .map(|(line, text)| {
                let mut prose = Prose::default();
                prose.push_for_test(*line, text);
                prose
            })
            .collect();
        let section =
            Section { heading: "第四部分 名词解释".into(), depth: 1, lines: LineRange::new(1, 8) };
        let found = terms(&prose, &[section]);
        let found: Vec<_> = found.iter().map(|t| (t.line, t.term.as_str(), t.definition.as_str())).collect();
        assert_eq!(
            found,
            [
                (2, "甲收入", "指某种收入。其中：乙除外。"),
                (3, "“丙”经费", "指某种经费。"),
                (4, "丁资金", "专指某种资金。"),
                (6, "戊预算", "是指某种预算。"),
            ]
        );
    }
}
