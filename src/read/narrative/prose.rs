//! Prose: paragraphs put together from the lines that the page broke, each character with its place.

use crate::model::{BlockKind, FormKind, Reading};
use crate::read::line::{Line, LineKind};
use crate::read::words;
use crate::text::LineRange;
use crate::text::{Span, is_broken, placed, plain, starts_item};

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

    /// Where the characters from `from` to `to` stand, up to the end of their first line.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let places = self.places.get(from..to).unwrap_or_default();
        let Some(first) = places.first() else { return Span::default() };
        let last = places.iter().take_while(|place| place.0 == first.0).last().unwrap_or(first);
        Span { line: first.0, start: first.1, end: last.1 + 1 }
    }

    /// The characters from `from` to `to` as printed, without markup; what a page broke is joined.
    pub fn printed(&self, lines: &[Line<'_>], from: usize, to: usize) -> String {
        let places = self.places.get(from..to).unwrap_or_default();
        places.chunk_by(|a, b| a.0 == b.0).map(|part| part_printed(lines, part)).collect()
    }

    fn push(&mut self, line: u32, column: usize, text: &str) {
        let mut last: Option<usize> = None;
        for (at, c) in placed(text) {
            let gap = last.is_some_and(|last| at > last + 1);
            let c = half_width(c);
            // A blank between two numbers or words keeps them apart.
            if gap && c.is_ascii_alphanumeric() && self.chars.last().is_some_and(char::is_ascii_alphanumeric)
            {
                self.add(line, column + at - 1, ' ');
            }
            self.add(line, column + at, c);
            last = Some(at);
        }
    }

    fn add(&mut self, line: u32, column: usize, c: char) {
        self.chars.push(c);
        self.places.push((line, u32::try_from(column).unwrap_or(u32::MAX)));
    }
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '．' => '.',
        '％' => '%',
        c => c,
    }
}

/// The prose of a document in order: everything outside tables, their metadata, contents and cover.
pub(super) fn all(reading: &Reading, lines: &[Line<'_>]) -> Vec<Prose> {
    let mut gather = Gather {
        reading,
        done: Vec::new(),
        open: None,
        above: String::new(),
        last: 0,
        held: false,
        holes: 0,
        forms: forms(reading),
    };
    let mut blocks = reading.blocks.iter().peekable();
    for line in lines.iter().filter(|line| line.kind != LineKind::Blank) {
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
            _ if self.is_displaced(line) => self.holes = line.number,
            BlockKind::Heading => self.text(line, true),
            _ => self.text(line, false),
        }
    }

    /// Whether the line's numbers belong into gaps above: nobody can tell into which.
    fn is_displaced(&self, line: &Line<'_>) -> bool {
        let near = self.holes > 0 && line.number <= self.holes + 3;
        is_numbers(&line.plain) && (near || has_gaps(&self.above))
    }

    fn text(&mut self, line: &Line<'_>, heading: bool) {
        let goes_on = self.open.is_some() && !heading && self.goes_on(line);
        if !goes_on {
            self.close();
        }
        let begun = self.begun(line.number);
        let prose = self.open.get_or_insert(begun);
        prose.push(line.number, 0, line.raw);
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
        for raw in line.raw.split('\t') {
            if is_prose(raw) {
                let mut prose = self.begun(line.number);
                prose.push(line.number, column, raw);
                self.done.push(prose);
            }
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

/// Whether a cell holds a sentence.
fn is_prose(cell: &str) -> bool {
    let han = cell.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    let punctuated = cell.contains(['。', '；', '，', '：', ',', ';', '、']);
    cell.contains(|c: char| c.is_numeric()) && (han >= LONG_CELL || han >= CELL_CHARS && punctuated)
}

/// A line of nothing but numbers, percent signs and quotes: some conversions lift them out of the line above.
fn is_numbers(plain: &str) -> bool {
    plain.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,%％“”‘’\"".contains(c))
}

/// Whether a line has blanks in the middle of Chinese text, where something was lifted out.
fn has_gaps(plain: &str) -> bool {
    let wide = |c: &char| !c.is_ascii() && !c.is_whitespace();
    let chars: Vec<char> = plain.chars().collect();
    let gap = |three: &[char]| wide(&three[0]) && three[1] == ' ' && wide(&three[2]);
    chars.windows(3).any(gap) || plain.starts_with(['、', '，'])
}

fn part_printed(lines: &[Line<'_>], part: &[(u32, u32)]) -> String {
    let (Some(first), Some(last)) = (part.first(), part.last()) else { return String::new() };
    let line = first.0.checked_sub(1).and_then(|at| lines.get(usize::try_from(at).ok()?));
    let from = usize::try_from(first.1).unwrap_or(0);
    let length = usize::try_from(last.1 + 1 - first.1).unwrap_or(0);
    plain(&line.map(|line| line.raw.chars().skip(from).take(length).collect::<String>()).unwrap_or_default())
}
