//! What the text of a cell can be in an indicator grid, and how well that suits a column.

use super::super::align::Fit;
use super::super::labels::{self, Label};
use super::super::target;
use super::header::{Header, Role};
use crate::model::{Number, read_number};
use rust_decimal::Decimal;

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
/// Characters that points have at most.
const MOST_POINT_CHARS: usize = 6;

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

/// Does not suit at all.
const NEVER: u32 = 99;
/// 质量指标 or ≥95% as a name.
const NO_NAME: u32 = 75;
/// How many times as often a kind must stand elsewhere to be strange in a column.
const RARE: u32 = 2;

/// How badly a kind of text suits a column: 0 well, 60 and more not at all.
pub(super) fn misfit(kind: Kind, role: Role) -> u32 {
    match role {
        Role::First | Role::Second | Role::SecondAgain => level_misfit(kind, role),
        Role::Name | Role::NameAgain => name_misfit(kind),
        Role::Target | Role::Adjusted | Role::Implementation => target_misfit(kind, role),
        Role::Actual => actual_misfit(kind),
        Role::Weight | Role::Score if kind == Kind::Number => 0,
        Role::Weight | Role::Score => NEVER,
        Role::Qualitative | Role::Reason | Role::Other => note_misfit(kind),
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

/// A label with 指标, a target with its sign.
fn is_no_name(text: &str, kind: Kind) -> bool {
    match kind {
        Kind::Second => text.ends_with("指标"),
        Kind::Quantity => {
            text.starts_with(['≥', '≤', '=', '>', '<', '＝', '＞', '＜']) || text.ends_with(['%', '％'])
        }
        _ => false,
    }
}

fn level_misfit(kind: Kind, role: Role) -> u32 {
    match (kind, role) {
        (Kind::First, Role::First) | (Kind::Second, Role::Second | Role::SecondAgain) => 0,
        (Kind::Piece, _) => 5,
        (Kind::Word, Role::First) => 25,
        (Kind::Word, _) => 16,
        (Kind::First | Kind::Second, _) => 30,
        _ => 60,
    }
}

/// A label of a level is a name only where its place says so.
fn name_misfit(kind: Kind) -> u32 {
    match kind {
        Kind::Word => 0,
        Kind::Long => 15,
        Kind::Reached => 22,
        Kind::Piece => 25,
        Kind::Quantity => 40,
        Kind::Second => 45,
        Kind::First | Kind::Number => 50,
        _ => 70,
    }
}

fn actual_misfit(kind: Kind) -> u32 {
    match kind {
        Kind::Reached | Kind::Quantity => 0,
        Kind::Number => 2,
        Kind::Word => 3,
        Kind::Long => 10,
        Kind::Bare => 25,
        Kind::Piece => 40,
        _ => 60,
    }
}

fn note_misfit(kind: Kind) -> u32 {
    match kind {
        Kind::Long => 0,
        Kind::Word => 6,
        Kind::Reached | Kind::Quantity => 20,
        Kind::Number => 60,
        _ => 45,
    }
}

fn target_misfit(kind: Kind, role: Role) -> u32 {
    match kind {
        Kind::Quantity => 0,
        Kind::Bare if role == Role::Adjusted => 12,
        Kind::Bare => 0,
        Kind::Word => 3,
        Kind::Number => 8,
        Kind::Reached => 22,
        Kind::Long => 25,
        Kind::Piece => 30,
        _ => 60,
    }
}

/// Which kinds of text the undamaged rows of a form have in which columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    counts: Vec<[u32; KINDS]>,
}

impl Profile {
    pub fn learn(&mut self, row: &[(usize, Kind)]) {
        for (slot, kind) in row {
            if self.counts.len() <= *slot {
                self.counts.resize(slot + 1, [0; KINDS]);
            }
            self.counts[*slot][*kind as usize] += 1;
        }
    }

    /// A row is read by what the others say.
    pub fn forget(&mut self, row: &[(usize, Kind)]) {
        for (slot, kind) in row {
            if let Some(count) = self.counts.get_mut(*slot).map(|kinds| &mut kinds[*kind as usize]) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// Whether other rows have something in the column, and none has this kind.
    pub fn lacks(&self, slot: usize, kind: Kind) -> bool {
        let counts = self.counts.get(slot);
        counts.is_some_and(|kinds| kinds[kind as usize] == 0 && kinds.iter().any(|count| *count > 0))
    }

    /// Whether the kind mostly stands in another column.
    pub fn is_strange(&self, slot: usize, kind: Kind, header: &Header) -> bool {
        let count = |slot: usize| self.counts.get(slot).map_or(0, |kinds| kinds[kind as usize]);
        let values = header.slots.iter().enumerate().filter(|(_, (role, _))| role.is_value());
        let most = values.map(|(at, _)| count(at)).max().unwrap_or(0);
        count(slot) * RARE < most
    }
}

/// What a reading of a row takes for granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Free,
    /// The name is lost.
    Nameless,
    /// Words that are no known label are no label.
    KnownLabels,
}

impl Reading {
    pub const OTHERS: [Self; 2] = [Self::Nameless, Self::KnownLabels];

    fn rules_out(self, kind: Kind, role: Role) -> bool {
        match self {
            Self::Free => false,
            Self::Nameless => role == Role::Name,
            Self::KnownLabels => kind == Kind::Word && matches!(role, Role::First | Role::Second),
        }
    }
}

/// A row of cells before the columns of its header.
pub(super) struct RowFit<'a> {
    pub header: &'a Header,
    pub profile: &'a Profile,
    /// Columns of the cells.
    pub columns: &'a [usize],
    pub texts: &'a [&'a str],
    pub kinds: &'a [Kind],
    pub reading: Reading,
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

/// More than a whole form is worth.
fn exceeds_points(text: &str) -> bool {
    matches!(read_number(text), Number::Value(value) if value > Decimal::ONE_HUNDRED)
}

impl Fit for RowFit<'_> {
    fn cost(&self, cell: usize, slot: usize) -> u32 {
        let (Some(kind), Some((role, column))) = (self.kinds.get(cell), self.header.slots.get(slot)) else {
            return NEVER;
        };
        if self.reading.rules_out(*kind, *role) {
            return NEVER;
        }
        let in_place = self.columns.get(cell) == Some(column);
        // Labels and words out of them are words in a column of values.
        let label = matches!(kind, Kind::Piece | Kind::Second | Kind::First);
        let kind = if in_place && role.is_value() && label { Kind::Word } else { *kind };
        let text = self.texts.get(cell).copied().unwrap_or_default();
        if *role == Role::Name && is_no_name(text, kind) {
            return NO_NAME;
        }
        // A measure alone, where measures have a column.
        if role.is_value() && matches!(text, "%" | "％") && self.header.has(Role::Measure) {
            return NO_NAME;
        }
        let strange = role.is_value() && self.profile.is_strange(slot, kind, self.header);
        let long = role.is_points() && (text.len() > MOST_POINT_CHARS || exceeds_points(text));
        misfit(kind, *role) + if strange { 15 } else { 0 } + if long { 40 } else { 0 }
    }

    fn drop_cost(&self, cell: usize) -> u32 {
        let column = self.columns.get(cell);
        let in_value = self.header.slots.iter().any(|(role, at)| role.is_value() && Some(at) == column);
        match self.kinds.get(cell) {
            Some(Kind::Side) => 0,
            Some(Kind::Piece) if !in_value => 8,
            Some(Kind::Number) if !in_value && self.has_number_twin(cell) => 8,
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
            Some(Role::Weight | Role::Score) if self.kinds.contains(&Kind::Number) => 20,
            _ => 0,
        }
    }
}
