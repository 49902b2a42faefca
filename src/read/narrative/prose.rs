//! Prose: paragraphs put together from the lines that the page broke, each character with its place.

use super::gaps::{self, Piece};
use crate::model::{BlockKind, FormKind, Reading};
use crate::read::line::{Line, LineKind};
use crate::read::words;
use crate::text::LineRange;
use crate::text::{Span, half_width, is_broken, placed, squeeze, starts_item};

/// Han characters a cell must have to be read as prose.
const CELL_CHARS: usize = 8;
/// Han characters from which a cell is prose also without punctuation.
const LONG_CELL: usize = 20;
/// Characters of a numbered line that may be the first half of a sentence.
const LONG_HEADING: usize = 24;

/// A paragraph, or a cell with prose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prose {
    /// Without markup and white space; digits half-width.
    pub chars: Vec<char>,
    /// 1-based line and 0-based column of each character.
    pub places: Vec<(u32, u32)>,
    /// Each character as printed, and whether white space stands before it.
    shown: Vec<(char, bool)>,
    /// Index of the innermost section.
    pub section: Option<usize>,
    /// Index of the form around it.
    pub form: Option<usize>,
}

impl Prose {
    /// The characters from `from` to `to`.
    pub fn text(&self, from: usize, to: usize) -> String {
        self.chars.get(from..to.min(self.chars.len())).unwrap_or_default().iter().collect()
    }

    /// 1-based line of the character at `at`.
    pub fn line(&self, at: usize) -> u32 {
        self.places.get(at).or(self.places.last()).map_or(0, |place| place.0)
    }

    /// Adds a line of a test.
    #[cfg(test)]
    pub fn push_for_test(&mut self, line: u32, text: &str) {
        self.push(line, 0, text);
    }

    /// Where the characters from `from` to `to` stand, up to the end of their first line.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let places = self.places.get(from..to).unwrap_or_default();
        let Some(first) = places.first() else { return Span::default() };
        let last = places.iter().take_while(|place| place.0 == first.0).last().unwrap_or(first);
        Span { line: first.0, start: first.1, end: last.1 + 1 }
    }

    /// The characters from `from` to `to` as printed, without markup; what a page broke is joined.
    pub fn printed(&self, from: usize, to: usize) -> String {
        let mut printed = String::new();
        for (at, (c, is_spaced)) in self.shown.get(from..to).unwrap_or_default().iter().enumerate() {
            if *is_spaced && at > 0 {
                printed.push(' ');
            }
            printed.push(*c);
        }
        printed
    }

    fn push(&mut self, line: u32, column: usize, text: &str) {
        let raw: Vec<char> = text.chars().collect();
        let mut next = 0;
        for (at, c) in placed(text) {
            let is_spaced = raw.get(next..at).unwrap_or_default().iter().any(|c| c.is_whitespace());
            // A blank between two numbers or words keeps them apart.
            let parts = |c: char| half_width(c).is_ascii_alphanumeric();
            if is_spaced && at > next && parts(c) && self.chars.last().is_some_and(|last| parts(*last)) {
                self.add(line, column + at - 1, ' ', ' ', false);
            }
            self.add(line, column + at, half_width(c), c, is_spaced);
            next = at + 1;
        }
    }

    /// A line with what was lifted out of it back in its gaps.
    fn push_filled(&mut self, own: &Line<'_>, below: &Line<'_>, pieces: &[Piece]) {
        let (chars, lifted): (Vec<char>, Vec<char>) =
            (own.raw.chars().collect(), below.raw.chars().collect());
        for piece in pieces {
            let (line, text, from, to) = match *piece {
                Piece::Own(from, to) => (own, &chars, from, to),
                Piece::Lifted(from, to) => (below, &lifted, from, to),
            };
            let text: String = text.get(from..to).unwrap_or_default().iter().collect();
            self.push(line.number, from, &text);
        }
    }

    fn add(&mut self, line: u32, column: usize, c: char, shown: char, is_spaced: bool) {
        self.chars.push(c);
        self.places.push((line, u32::try_from(column).unwrap_or(u32::MAX)));
        self.shown.push((shown, is_spaced));
    }
}

/// The prose of a document in order: everything outside tables, their metadata, contents and cover.
pub(super) fn all<'a>(reading: &'a Reading, lines: &'a [Line<'a>]) -> Vec<Prose> {
    let mut gather = Gather {
        reading,
        done: Vec::new(),
        open: None,
        above: String::new(),
        last: 0,
        held: false,
        holes: 0,
        below: None,
        filled: 0,
        forms: forms(reading),
    };
    let mut blocks = reading.blocks.iter().peekable();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.kind != LineKind::Blank) {
        gather.below = lines.get(index + 1).filter(|below| gaps::is_lifted(&below.plain));
        while blocks.next_if(|block| block.lines.last < line.number).is_some() {}
        let block = blocks.peek().filter(|block| block.lines.contains(line.number));
        gather.line(line, block.map_or(BlockKind::Raw, |block| block.kind));
    }
    gather.close();
    gather.done
}

/// The forms that have lines of their own: rows of tables and results told in prose have none.
fn forms(reading: &Reading) -> Vec<(LineRange, usize)> {
    let own = |kind| !matches!(kind, FormKind::BudgetLine | FormKind::NarrativeResult);
    let forms = reading.forms.iter().enumerate().filter(|(_, form)| own(form.kind));
    let mut forms: Vec<(LineRange, usize)> = forms.map(|(index, form)| (form.lines, index)).collect();
    forms.sort();
    forms
}

struct Gather<'a> {
    reading: &'a Reading,
    done: Vec<Prose>,
    open: Option<Prose>,
    /// The last line of the open paragraph.
    above: String,
    /// Its number.
    last: u32,
    /// Whether it is a numbered line that reads as a heading.
    held: bool,
    /// The last line whose numbers the conversion lifted out of the one above.
    holes: u32,
    /// The next line, if it holds nothing but what a conversion may have lifted out of this one.
    below: Option<&'a Line<'a>>,
    /// The last line whose pieces went back into the one above.
    filled: u32,
    /// Lines and index of each form that is one, in order.
    forms: Vec<(LineRange, usize)>,
}

impl Gather<'_> {
    fn line(&mut self, line: &Line<'_>, kind: BlockKind) {
        match kind {
            BlockKind::Watermark | BlockKind::Ruler => {}
            BlockKind::Cover | BlockKind::Toc | BlockKind::Meta | BlockKind::Table => self.close(),
            _ if line.is_gap() => {}
            _ if line.is_tabbed() => self.cells(line),
            _ if line.number == self.filled => {}
            _ if self.is_displaced(line) => self.holes = line.number,
            BlockKind::Heading => self.text(line, true),
            _ => self.text(line, false),
        }
    }

    /// Whether the line's numbers belong into gaps above: nobody can tell into which.
    fn is_displaced(&self, line: &Line<'_>) -> bool {
        let near = self.holes > 0 && line.number <= self.holes + 3;
        gaps::is_lifted(&line.plain) && (near || gaps::has_gaps(&self.above))
    }

    fn text(&mut self, line: &Line<'_>, heading: bool) {
        let goes_on = self.open.is_some() && !heading && self.goes_on(line);
        if !goes_on {
            self.close();
        }
        let begun = self.begun(line.number);
        let filled = self.below.and_then(|below| Some((below, gaps::fill(line.raw, below.raw)?)));
        let prose = self.open.get_or_insert(begun);
        match filled {
            Some((below, pieces)) => {
                prose.push_filled(line, below, &pieces);
                self.filled = below.number;
            }
            None => prose.push(line.number, 0, line.raw),
        }
        self.above.clone_from(&line.plain);
        self.last = line.number;
        self.held = heading;
    }

    /// Whether the sentence of the line above goes on here.
    fn goes_on(&self, line: &Line<'_>) -> bool {
        if self.held {
            let broken = self.above.chars().count() >= LONG_HEADING
                && !self.above.ends_with(['。', '：', ':', '明', '况', '表', '目', '标', '析', '议']);
            return broken
                && self.last + 1 == line.number
                && words::numbering_depth(&line.compact).is_none()
                && !starts_item(&line.plain);
        }
        is_broken(&self.above, &line.plain) && !line.plain.trim_start().starts_with(['-', '•', '●'])
    }

    /// The cells of a row that are prose.
    fn cells(&mut self, line: &Line<'_>) {
        self.close();
        let mut column = 0;
        let mut label: Option<(usize, &str)> = None;
        for raw in line.raw.split('\t') {
            let mut prose = self.begun(line.number);
            if let Some((at, name)) = label.filter(|(_, name)| is_staffing(name) && is_count(raw)) {
                prose.push(line.number, at, name);
                prose.add(line.number, column, '：', '：', false);
                prose.push(line.number, column, raw);
                self.done.push(prose);
            } else if is_prose(raw) {
                prose.push(line.number, column, raw);
                self.done.push(prose);
            }
            label = if raw.trim().is_empty() { label } else { Some((column, raw)) };
            column += raw.chars().count() + 1;
        }
    }

    /// A paragraph that begins on this line.
    fn begun(&self, line: u32) -> Prose {
        // The heading above is always the innermost one.
        let section =
            self.reading.sections.partition_point(|section| section.lines.first <= line).checked_sub(1);
        let form = self.forms.partition_point(|(lines, _)| lines.first <= line).checked_sub(1);
        let form = form.and_then(|at| self.forms.get(at)).filter(|(lines, _)| lines.contains(line));
        Prose { section, form: form.map(|(_, index)| *index), ..Prose::default() }
    }

    fn close(&mut self) {
        self.done.extend(self.open.take());
        self.above.clear();
        self.held = false;
    }
}

/// Whether a cell names a number of posts, persons or units: 核定的人员编制数.
fn is_staffing(label: &str) -> bool {
    let label = squeeze(label);
    let words = ["编制", "在职", "在编", "离退休", "其他人员", "职能部门", "预算单位", "内设"];
    words.iter().any(|word| label.contains(word)) && label.contains('数') && label.chars().count() <= 20
}

/// Whether a cell is a number, with 人 or 个 at most.
fn is_count(cell: &str) -> bool {
    let cell = squeeze(cell);
    let number = cell.trim_end_matches(['人', '个', '名', '家']);
    !number.is_empty() && number.len() <= 6 && number.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a cell holds a sentence.
fn is_prose(cell: &str) -> bool {
    let han = cell.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    let punctuated = cell.contains(['。', '；', '，', '：', ',', ';', '、']);
    cell.contains(|c: char| c.is_numeric()) && (han >= LONG_CELL || han >= CELL_CHARS && punctuated)
}
