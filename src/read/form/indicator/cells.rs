//! What the text of a cell can be in an indicator grid, and how well that suits a column.

use super::super::align::Fit;
use super::super::labels::{self, Label};
use super::super::target;
use super::header::{Header, Role};
use crate::model::{Number, read_number};

/// What a text is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    First,
    Second,
    Side,
    Piece,
    Number,
    /// 达成预期指标 and its like.
    Reached,
    /// A number with a sign or a measure.
    Quantity,
    /// A sign with a measure, without number.
    Bare,
    /// A sign alone.
    Sign,
    /// A sentence.
    Long,
    Word,
}

const KINDS: usize = 11;
/// Characters beyond which a text is a sentence.
const MOST_WORD_CHARS: usize = 36;

pub(super) fn kind(text: &str) -> Kind {
    match labels::label(text) {
        Some(Label::First(_)) => return Kind::First,
        Some(Label::Second(_)) => return Kind::Second,
        Some(Label::Side) => return Kind::Side,
        Some(Label::Piece) => return Kind::Piece,
        None => {}
    }
    if matches!(read_number(text), Number::Value(_)) {
        return Kind::Number;
    }
    let parsed = target::parse(text);
    match () {
        () if ["≥", "≤", "=", ">", "<", "＝", "＞", "＜", "定性"].contains(&text) => Kind::Sign,
        () if target::lacks_number(&parsed) => Kind::Bare,
        () if parsed.number.is_some() => Kind::Quantity,
        () if is_reached(text) => Kind::Reached,
        () if text.contains('。') || text.chars().count() > MOST_WORD_CHARS => Kind::Long,
        () => Kind::Word,
    }
}

fn is_reached(text: &str) -> bool {
    let short = text.chars().count() <= 14;
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    short
        && says(&["达成", "完成", "达到", "达标", "实现"])
        && says(&["指标", "目标", "预期", "完成", "达标"])
}

/// How badly a kind of text suits a column: 0 well, 60 and more not at all.
fn misfit(kind: Kind, role: Role) -> u32 {
    match role {
        Role::First => match kind {
            Kind::First => 0,
            Kind::Piece => 5,
            Kind::Word => 25,
            Kind::Second => 30,
            _ => 60,
        },
        Role::Second | Role::SecondAgain => match kind {
            Kind::Second => 0,
            Kind::Piece => 5,
            Kind::Word => 12,
            Kind::First => 30,
            _ => 60,
        },
        Role::Name | Role::NameAgain => match kind {
            Kind::Word => 0,
            Kind::Long => 15,
            Kind::Reached | Kind::Second => 22,
            Kind::Piece => 25,
            Kind::Quantity => 28,
            Kind::First => 35,
            Kind::Number => 50,
            _ => 70,
        },
        Role::Target | Role::Adjusted | Role::Implementation => value_misfit(kind, role),
        Role::Actual => match kind {
            Kind::Reached | Kind::Quantity => 0,
            Kind::Number => 2,
            Kind::Word => 3,
            Kind::Long => 10,
            Kind::Bare => 25,
            Kind::Piece => 40,
            _ => 50,
        },
        Role::Weight | Role::Score => {
            if kind == Kind::Number {
                0
            } else {
                99
            }
        }
        Role::Qualitative | Role::Reason | Role::Other => match kind {
            Kind::Long => 0,
            Kind::Word => 6,
            Kind::Reached | Kind::Quantity => 20,
            Kind::Number => 60,
            _ => 45,
        },
        Role::Sign => match kind {
            Kind::Sign => 0,
            Kind::Word => 12,
            _ => 60,
        },
        Role::Measure => match kind {
            Kind::Word | Kind::Piece => 2,
            Kind::Sign => 8,
            _ => 40,
        },
    }
}

fn value_misfit(kind: Kind, role: Role) -> u32 {
    match kind {
        Kind::Quantity => 0,
        Kind::Bare if role == Role::Adjusted => 12,
        Kind::Bare => 0,
        Kind::Word => 3,
        Kind::Number => 8,
        Kind::Reached => 15,
        Kind::Long => 25,
        Kind::Piece => 30,
        _ => 50,
    }
}

/// Which kinds of text the undamaged rows of a form have in which columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    counts: Vec<[u32; KINDS]>,
}

impl Profile {
    pub fn learn(&mut self, slot: usize, kind: Kind) {
        if self.counts.len() <= slot {
            self.counts.resize(slot + 1, [0; KINDS]);
        }
        self.counts[slot][kind as usize] += 1;
    }

    /// Whether the kind is known from elsewhere and never stands in this column.
    fn is_strange(&self, slot: usize, kind: Kind, header: &Header) -> bool {
        let count = |slot: usize| self.counts.get(slot).map_or(0, |kinds| kinds[kind as usize]);
        let values = header.slots.iter().enumerate().filter(|(_, (role, _))| role.is_value());
        count(slot) == 0 && values.map(|(at, _)| count(at)).sum::<u32>() > 0
    }
}

/// A row of cells before the columns of its header.
pub(super) struct RowFit<'a> {
    pub header: &'a Header,
    pub profile: &'a Profile,
    pub texts: &'a [&'a str],
    pub kinds: &'a [Kind],
}

impl RowFit<'_> {
    fn is_twin(&self, cell: usize) -> bool {
        let text = |at: Option<usize>| at.and_then(|at| self.texts.get(at));
        cell > 0 && text(Some(cell)) == text(cell.checked_sub(1))
    }

    fn has_number_twin(&self, cell: usize) -> bool {
        let same = |(at, text): (usize, &&str)| at != cell && Some(text) == self.texts.get(cell);
        self.texts.iter().enumerate().any(same)
    }
}

impl Fit for RowFit<'_> {
    fn cost(&self, cell: usize, slot: usize) -> u32 {
        let (Some(kind), Some((role, _))) = (self.kinds.get(cell), self.header.slots.get(slot)) else {
            return 99;
        };
        let strange = role.is_value() && self.profile.is_strange(slot, *kind, self.header);
        let percent = role.is_points() && self.texts.get(cell).is_some_and(|text| text.len() > 6);
        misfit(*kind, *role) + if strange { 15 } else { 0 } + if percent { 40 } else { 0 }
    }

    fn drop_cost(&self, cell: usize) -> u32 {
        match self.kinds.get(cell) {
            Some(Kind::Side) => 0,
            Some(Kind::Piece) => 8,
            Some(Kind::Number) if self.has_number_twin(cell) => 8,
            Some(Kind::Number) => 30,
            Some(Kind::Word) if self.is_twin(cell) => 10,
            _ => 55,
        }
    }

    fn blank_cost(&self, slot: usize) -> u32 {
        match self.header.slots.get(slot).map(|(role, _)| *role) {
            Some(Role::Name) => 40,
            Some(Role::Actual) => 15,
            Some(Role::NameAgain) => 10,
            _ => 0,
        }
    }
}
