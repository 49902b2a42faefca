//! Fits the filled cells of a damaged row to the columns of its header: in order, with as few jumps as the texts allow.
//!
//! Conversions shift rows, lose columns and add empty ones, mostly below a page break. A cell's column is therefore a
//! hint; what decides is the cheapest reading of the whole row.

/// What a jump between two neighbouring cells costs.
const JUMP: u32 = 20;
/// What it costs that the whole row begins elsewhere.
const START: u32 = 10;
/// Columns beyond which a jump costs no more.
const FARTHEST: u32 = 40;
/// Cells and slots beyond which no reading is looked for.
const MOST_CELLS: usize = 48;

/// What the texts of a row say about its columns. `cell` and `slot` are positions in their lists.
pub(in crate::read) trait Fit {
    /// How badly the cell's text suits the slot.
    fn cost(&self, cell: usize, slot: usize) -> u32;
    /// What it costs to leave the cell out.
    fn drop_cost(&self, cell: usize) -> u32;
    /// What it costs to leave the slot without a cell.
    fn blank_cost(&self, slot: usize) -> u32;
}

/// A way to read a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Alignment {
    /// For each cell its slot.
    pub slots: Vec<Option<usize>>,
    /// How far each cell stands from its slot's column; `None` if it was left out.
    pub offsets: Vec<Option<i64>>,
    /// What the reading costs.
    pub cost: u32,
}

impl Alignment {
    /// The cell in a slot.
    pub fn cell(&self, slot: usize) -> Option<usize> {
        self.slots.iter().position(|at| *at == Some(slot))
    }

    /// Whether every cell stands in its slot's column.
    pub fn is_straight(&self) -> bool {
        self.offsets.iter().flatten().all(|offset| *offset == 0)
    }

    /// The one offset of all cells, if there is one.
    pub fn offset(&self) -> Option<i64> {
        let mut offsets = self.offsets.iter().flatten();
        let first = *offsets.next()?;
        offsets.all(|offset| *offset == first).then_some(first)
    }
}

#[derive(Clone, Copy, Debug)]
struct Step {
    cost: u32,
    before: Option<(usize, usize)>,
}

/// The cheapest reading. `cells` and `slots` are columns, ascending. A row of more cells than any form has is not read.
pub(in crate::read) fn align(cells: &[usize], slots: &[usize], fit: &impl Fit) -> Alignment {
    if cells.len() > MOST_CELLS || slots.len() > MOST_CELLS {
        return Alignment {
            slots: vec![None; cells.len()],
            offsets: vec![None; cells.len()],
            cost: u32::MAX,
        };
    }
    let dropped: Vec<u32> = sums(cells.len(), |cell| fit.drop_cost(cell));
    let blank: Vec<u32> = sums(slots.len(), |slot| fit.blank_cost(slot));
    let offset = |cell: usize, slot: usize| distance(cells, slots, cell, slot);
    let mut steps: Vec<Vec<Step>> = Vec::with_capacity(cells.len());
    for cell in 0..cells.len() {
        let mut row: Vec<Step> = Vec::with_capacity(slots.len());
        for slot in 0..slots.len() {
            let here = offset(cell, slot);
            let start = if here == 0 { 0 } else { START + magnitude(here) };
            let mut best = Step { cost: dropped[cell] + blank[slot] + start, before: None };
            for (earlier, previous) in steps.iter().enumerate() {
                for (left, step) in previous.iter().enumerate().take(slot) {
                    let change = here - offset(earlier, left);
                    let jump = if change == 0 { 0 } else { JUMP + magnitude(change) };
                    let skipped = dropped[cell] - dropped[earlier + 1];
                    let empty = blank[slot] - blank[left + 1];
                    let cost = step.cost.saturating_add(jump + skipped + empty);
                    if cost < best.cost {
                        best = Step { cost, before: Some((earlier, left)) };
                    }
                }
            }
            best.cost = best.cost.saturating_add(fit.cost(cell, slot));
            row.push(best);
        }
        steps.push(row);
    }
    trace(&steps, &dropped, &blank, &offset)
}

/// Sums of the costs before each position, and of all.
fn sums(count: usize, cost: impl Fn(usize) -> u32) -> Vec<u32> {
    let mut sums = vec![0_u32];
    for index in 0..count {
        let last = sums.last().copied().unwrap_or(0);
        sums.push(last.saturating_add(cost(index)));
    }
    sums
}

fn distance(cells: &[usize], slots: &[usize], cell: usize, slot: usize) -> i64 {
    let column =
        |list: &[usize], at: usize| list.get(at).and_then(|column| i64::try_from(*column).ok()).unwrap_or(0);
    column(cells, cell) - column(slots, slot)
}

fn magnitude(offset: i64) -> u32 {
    u32::try_from(offset.unsigned_abs()).unwrap_or(FARTHEST).min(FARTHEST)
}

fn trace(
    steps: &[Vec<Step>],
    dropped: &[u32],
    blank: &[u32],
    offset: &impl Fn(usize, usize) -> i64,
) -> Alignment {
    let all = |sums: &[u32]| sums.last().copied().unwrap_or(0);
    let none = Step { cost: all(dropped).saturating_add(all(blank)), before: None };
    let mut best = (none.cost, None);
    for (cell, row) in steps.iter().enumerate() {
        for (slot, step) in row.iter().enumerate() {
            let rest = all(dropped) - dropped[cell + 1] + all(blank) - blank[slot + 1];
            let cost = step.cost.saturating_add(rest);
            if cost < best.0 {
                best = (cost, Some((cell, slot)));
            }
        }
    }
    let mut alignment =
        Alignment { slots: vec![None; steps.len()], offsets: vec![None; steps.len()], cost: best.0 };
    let mut at = best.1;
    while let Some((cell, slot)) = at {
        alignment.slots[cell] = Some(slot);
        alignment.offsets[cell] = Some(offset(cell, slot));
        at = steps[cell][slot].before;
    }
    alignment
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts fit slots of the same letter.
    struct Letters<'a>(&'a [&'a str], &'a [&'a str]);

    impl Fit for Letters<'_> {
        fn cost(&self, cell: usize, slot: usize) -> u32 {
            if self.0[cell] == self.1[slot] { 0 } else { 60 }
        }
        fn drop_cost(&self, _: usize) -> u32 {
            50
        }
        fn blank_cost(&self, _: usize) -> u32 {
            0
        }
    }

    #[test]
    fn cells_find_their_slots_through_shifts_and_losses() {
        let header = ["a", "b", "c", "d"];
        let columns = [0, 1, 2, 3];
        let cases = [
            (vec![0, 1, 2, 3], vec!["a", "b", "c", "d"], vec![Some(0), Some(1), Some(2), Some(3)]),
            (vec![2, 3, 4, 5], vec!["a", "b", "c", "d"], vec![Some(0), Some(1), Some(2), Some(3)]),
            (vec![0, 1], vec!["a", "c"], vec![Some(0), Some(2)]),
            (vec![1, 2, 3], vec!["b", "x", "d"], vec![Some(1), None, Some(3)]),
            (vec![], vec![], vec![]),
        ];
        for (cells, texts, expected) in cases {
            assert_eq!(align(&cells, &columns, &Letters(&texts, &header)).slots, expected, "{texts:?}");
        }
    }
}
