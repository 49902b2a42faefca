//! One row of an indicator grid with its cells told apart.

use super::super::align::{Alignment, align};
use super::super::labels::{self, Label};
use super::super::target;
use super::cells::{Kind, Profile, Reading, RowFit, kind, misfit};
use super::header::{Header, Role};
use crate::model::{Damage, DamageKind};
use crate::read::grid::GridRow;
use crate::read::line::GridCell;

/// What a reading costs at most that needs no other beside it.
const CLEAR: u32 = 30;
/// Cells beyond which a row is none of a form.
const MOST_CELLS: usize = 48;

/// What it costs to read an actual value without a target.
const AIMLESS: u32 = 45;

/// How badly a text may suit its column for the row to be learned from.
const MOST_MISFIT: u32 = 10;

/// Different cells without a column that leave no value certain.
const CROWDED: usize = 2;

/// Cells without a column that make a row two.
const MANY_WITHOUT_COLUMN: usize = 4;

/// What stands where the second level of a row belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SecondPlace {
    Printed,
    /// Nothing: the label is merged with the one above.
    Blank,
    /// Something else: the label is lost.
    Taken,
}

/// A row, its cells by role.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    pub grid: &'a GridRow,
    /// Role and cell.
    pub cells: Vec<(Role, &'a GridCell)>,
    pub first: Option<&'a str>,
    pub second: Option<&'a str>,
    pub second_place: SecondPlace,
    /// Second levels that may be its own or a neighbour's.
    pub displaced: Vec<&'a str>,
    /// Pieces of labels.
    pub pieces: Vec<&'a str>,
    pub alignment: Alignment,
    pub damage: Vec<Damage>,
    /// Whether words or numbers of it have no column.
    pub unclear: bool,
}

impl<'a> Row<'a> {
    pub fn cell(&self, role: Role) -> Option<&'a GridCell> {
        self.cells.iter().find(|(other, _)| *other == role).map(|(_, cell)| *cell)
    }

    pub fn text(&self, role: Role) -> &'a str {
        self.cell(role).map_or("", |cell| cell.text.as_str())
    }

    /// Whether it says what is to be reached or was reached.
    pub fn has_values(&self) -> bool {
        self.cells.iter().any(|(role, _)| role.is_value())
    }

    pub fn note(&mut self, kind: DamageKind, field: &'static str, printed: &str) {
        self.damage.push(Damage { kind, field, line: self.grid.line, printed: printed.to_owned() });
    }
}

/// Reads a row against the header.
pub(super) fn row<'a>(grid: &'a GridRow, header: &Header, profile: &Profile) -> Row<'a> {
    let filled = grid.filled();
    let columns: Vec<usize> = filled.iter().map(|(column, _)| *column).collect();
    let texts: Vec<&str> = filled.iter().map(|(_, text)| *text).collect();
    let kinds: Vec<Kind> = texts.iter().map(|text| kind(text)).collect();
    let slots: Vec<usize> = header.slots.iter().map(|(_, column)| *column).collect();
    let read = |reading| {
        let fit = RowFit { header, profile, columns: &columns, texts: &texts, kinds: &kinds, reading };
        let alignment = align(&columns, &slots, &fit);
        let aimless = if is_aimless(&alignment, header) { AIMLESS } else { 0 };
        (alignment.cost.saturating_add(aimless), alignment)
    };
    let free = read(Reading::Free);
    let settled = free.0 < CLEAR && free.1.is_straight();
    let others = Reading::OTHERS.into_iter().filter(|_| !settled).map(read);
    let alignment = std::iter::once(free).chain(others).min_by_key(|(cost, _)| *cost).unwrap_or_default().1;
    let mut row = Row {
        grid,
        cells: Vec::new(),
        first: None,
        second: None,
        second_place: SecondPlace::Blank,
        displaced: Vec::new(),
        pieces: Vec::new(),
        alignment,
        damage: Vec::new(),
        unclear: false,
    };
    if columns.len() > MOST_CELLS {
        row.note(DamageKind::Ambiguous, "row", texts.first().copied().unwrap_or_default());
        row.unclear = true;
        return row;
    }
    take_cells(&mut row, header, &columns, &kinds);
    set_glued_row_aside(&mut row);
    if row.unclear && !header.has_target() {
        // Where the header lost the column of the targets, one of them may stand where what was reached is looked for.
        forget(&mut row, Role::Actual);
    }
    forget_doubtful_end(&mut row, header);
    forget_crowded(&mut row);
    forget_doubled(&mut row);
    forget_glued(&mut row, header);
    if is_nameless_by_chance(&row, header, profile) {
        [Role::Target, Role::Actual].into_iter().for_each(|role| forget(&mut row, role));
    }
    row.second_place = second_place(&row, header);
    row
}

/// Two rows glued into one leave many cells without a column. Which value is whose is not certain, so only the labels are
/// taken, for the rows below.
fn set_glued_row_aside(row: &mut Row<'_>) {
    let without = row.damage.iter().filter(|damage| damage.field == "row").count();
    if without < MANY_WITHOUT_COLUMN {
        return;
    }
    let grid = row.grid;
    let texts: Vec<&str> = grid.filled().into_iter().map(|(_, text)| text).collect();
    let last = |wanted: fn(&Label) -> bool| {
        texts.iter().rev().copied().find(|text| labels::label(text).is_some_and(|label| wanted(&label)))
    };
    row.first = last(|label| matches!(label, Label::First(_)));
    row.second = last(|label| matches!(label, Label::Second(_)));
    row.cells.clear();
    row.damage.clear();
    row.note(DamageKind::Merged, "row", &texts.join(" "));
    row.unclear = true;
}

/// A row that was cut before its last points: a number that stands in no column of points is not taken for points.
fn forget_doubtful_end(row: &mut Row<'_>, header: &Header) {
    let points = header.slots.iter().filter(|(role, _)| role.is_points()).map(|(_, column)| *column);
    let is_cut = points.max().is_some_and(|last| row.grid.cells.len() <= last);
    let aimless = is_aimless(&row.alignment, header);
    let one = row.cell(Role::Weight).is_some() != row.cell(Role::Score).is_some();
    if !is_cut || !(aimless || one && header.has_points()) {
        return;
    }
    let moved = |role: &Role| {
        let cell = header.position(*role).and_then(|slot| row.alignment.cell(slot));
        let offset = cell.and_then(|cell| row.alignment.offsets.get(cell).copied().flatten());
        offset.is_some_and(|offset| offset != 0) && (aimless || role.is_points())
    };
    let doubtful: Vec<Role> = [Role::Actual, Role::Weight, Role::Score].into_iter().filter(moved).collect();
    doubtful.into_iter().for_each(|role| forget(row, role));
}

/// One of the two points is missing, and the other is the same digits twice (55): they may be glued.
fn forget_doubled(row: &mut Row<'_>) {
    let points =
        [Role::Weight, Role::Score].map(|role| row.cell(role).map(|cell| (role, cell.text.as_str())));
    let ([Some((role, text)), None] | [None, Some((role, text))]) = points else { return };
    if text.len() >= 2 && text.split_at_checked(text.len() / 2).is_some_and(|(left, right)| left == right) {
        forget(row, role);
    }
}

/// A word in the column of the names, taken for a target where the others are quantities: it may as well be the name, and
/// what is behind it the target.
fn is_nameless_by_chance(row: &Row<'_>, header: &Header, profile: &Profile) -> bool {
    let column = |role| header.position(role).and_then(|at| header.slots.get(at)).map(|(_, column)| *column);
    let target = row.cell(Role::Target).filter(|_| row.cell(Role::Name).is_none());
    let in_name = target.is_some_and(|cell| {
        column(Role::Name).and_then(|at| row.grid.cells.get(at)).is_some_and(|named| named.span == cell.span)
    });
    let slot = header.position(Role::Target);
    in_name
        && slot.is_some_and(|slot| {
            profile.is_strange(slot, Kind::Word, header) || profile.lacks(slot, Kind::Word)
        })
}

/// Several different texts without a column: what was reached and its points may stand anywhere.
fn forget_crowded(row: &mut Row<'_>) {
    let kinds = [DamageKind::Duplicated, DamageKind::Ambiguous];
    let left_out = row.damage.iter().filter(|damage| damage.field == "row" && kinds.contains(&damage.kind));
    let different: std::collections::BTreeSet<&str> =
        left_out.map(|damage| damage.printed.as_str()).collect();
    if different.len() >= CROWDED {
        [Role::Actual, Role::Weight, Role::Score].into_iter().for_each(|role| forget(row, role));
    }
}

/// One of the two points is missing, and what was reached is a mere number below a target with a measure: it may be the
/// points, and the value lost or glued to the target.
fn forget_glued(row: &mut Row<'_>, header: &Header) {
    let kind_of = |row: &Row<'_>, role: Role| row.cell(role).map(|cell| kind(&cell.text));
    let measured =
        [Role::Target, Role::Adjusted].into_iter().any(|role| kind_of(row, role) == Some(Kind::Quantity));
    let number = kind_of(row, Role::Actual) == Some(Kind::Number);
    let one = row.cell(Role::Weight).is_some() && row.cell(Role::Score).is_none();
    // A row as wide as the header lost no cell.
    let last = header.slots.last().map_or(0, |(_, column)| *column);
    let is_narrow = row.grid.cells.len() <= last;
    if !(header.has_points() && measured && number && one && is_narrow) || header.has(Role::Measure) {
        return;
    }
    [Role::Actual, Role::Weight].into_iter().for_each(|role| forget(row, role));
    let target = row.cell(Role::Target).map(|cell| target::parse(&cell.text));
    if target.is_some_and(|target| target.measure.chars().any(|c| c.is_ascii_digit())) {
        forget(row, Role::Target);
    }
}

fn forget(row: &mut Row<'_>, role: Role) {
    let Some(cell) = row.cell(role) else { return };
    row.cells.retain(|(other, _)| *other != role);
    row.note(DamageKind::Ambiguous, role.field(), &cell.printed);
}

/// Whether something was reached and nothing was to be.
fn is_aimless(alignment: &Alignment, header: &Header) -> bool {
    let filled = |role: Role| header.position(role).is_some_and(|slot| alignment.cell(slot).is_some());
    let aims = [Role::Target, Role::Adjusted];
    aims.iter().any(|role| header.has(*role)) && filled(Role::Actual) && !aims.into_iter().any(filled)
}

/// The kinds of texts by slot, for rows whose name and values stand as far apart as the header says.
pub(super) fn lesson(row: &Row<'_>, header: &Header) -> Vec<(usize, Kind)> {
    let texts = row.grid.filled();
    let mut learned = Vec::new();
    let mut offsets = Vec::new();
    let mut fits = true;
    for (cell, slot) in row.alignment.slots.iter().enumerate() {
        let Some((slot, (_, text))) = slot.zip(texts.get(cell)) else { continue };
        let Some((role, _)) = header.slots.get(slot) else { continue };
        if role.is_value() || *role == Role::Name {
            offsets.push(row.alignment.offsets.get(cell).copied().flatten());
            learned.push((slot, kind(text)));
            fits &= misfit(kind(text), *role) <= MOST_MISFIT;
        }
    }
    let together = offsets.windows(2).all(|pair| pair[0] == pair[1]);
    if fits && together && row.cell(Role::Name).is_some() { learned } else { Vec::new() }
}

fn take_cells(row: &mut Row<'_>, header: &Header, columns: &[usize], kinds: &[Kind]) {
    let grid = row.grid;
    for (position, column) in columns.iter().enumerate() {
        let Some(cell) = grid.cells.get(*column) else { continue };
        let slot = row.alignment.slots.get(position).copied().flatten();
        let role = slot.and_then(|slot| header.slots.get(slot)).map(|(role, _)| *role);
        match role {
            Some(Role::First | Role::Second) => take_label(row, role, &cell.text),
            Some(role) => row.cells.push((role, cell)),
            None => leave_out(row, kinds.get(position).copied(), cell),
        }
    }
}

/// A cell in a column of levels: its word decides which level it is.
fn take_label<'a>(row: &mut Row<'a>, role: Option<Role>, text: &'a str) {
    match labels::label(text) {
        Some(Label::First(_)) if row.first.is_none() => row.first = Some(text),
        Some(Label::Second(_)) if row.second.is_none() => row.second = Some(text),
        Some(Label::Piece) if labels::complete_second(text).is_some() => row.second = Some(text),
        Some(Label::Piece) => row.pieces.push(text),
        Some(Label::Side) => {}
        _ if role == Some(Role::First) => row.first = Some(text),
        _ => row.second = Some(text),
    }
}

fn leave_out<'a>(row: &mut Row<'a>, kind: Option<Kind>, cell: &'a GridCell) {
    let same = row.grid.cells.iter().filter(|other| other.text == cell.text).count() > 1;
    match kind {
        Some(Kind::Side) => {}
        Some(Kind::Piece) => row.pieces.push(&cell.text),
        _ if same => row.note(DamageKind::Duplicated, "row", &cell.printed),
        _ => {
            row.note(DamageKind::Ambiguous, "row", &cell.printed);
            row.unclear = true;
        }
    }
}

/// The column in which the second level of this row would stand, seen from its name.
fn second_place(row: &Row<'_>, header: &Header) -> SecondPlace {
    if row.second.is_some() {
        return SecondPlace::Printed;
    }
    let column =
        |role: Role| header.position(role).and_then(|at| header.slots.get(at)).map(|(_, column)| *column);
    let offset = |role: Role| {
        let slot = header.position(role)?;
        row.alignment.cell(slot).and_then(|cell| row.alignment.offsets.get(cell).copied().flatten())
    };
    let value = || [Role::Target, Role::Adjusted, Role::Actual].into_iter().find_map(offset);
    let (Some(second), Some(offset)) = (column(Role::Second), offset(Role::Name).or_else(value)) else {
        return SecondPlace::Blank;
    };
    let at = i64::try_from(second).unwrap_or(0) + offset;
    let text = usize::try_from(at).map_or("", |at| row.grid.text(at));
    let is_label = matches!(labels::label(text), Some(Label::First(_) | Label::Side));
    if is_label { SecondPlace::Taken } else { SecondPlace::Blank }
}

/// Notes how the row stands beside its header. `usual` is the offset that all rows of the form share.
pub(super) fn note_shifts(row: &mut Row<'_>, header: &Header, usual: i64) {
    let placed: Vec<(usize, i64)> = row
        .alignment
        .slots
        .iter()
        .zip(&row.alignment.offsets)
        .filter_map(|(slot, offset)| Some(((*slot)?, (*offset)?)))
        .collect();
    let printed: String = row.grid.filled().iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" ");
    if placed.first().is_some_and(|(_, offset)| *offset != usual) {
        row.note(DamageKind::Shifted, "row", &printed);
    }
    for pair in placed.windows(2) {
        let [(left, before), (right, after)] = pair else { continue };
        let lost = (left + 1..*right).rev().find_map(|slot| header.slots.get(slot)).map(|(role, _)| *role);
        match (after - before, lost) {
            (change, Some(role)) if change < 0 => row.note(DamageKind::ColumnLost, role.field(), ""),
            (0, _) => {}
            _ => row.note(DamageKind::Shifted, "row", &printed),
        }
    }
}
