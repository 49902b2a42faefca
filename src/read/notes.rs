//! Notes below a grid.

use super::grid::Grid;
use super::line::{Line, LineKind};
use super::words;

/// Notes a table may have.
const MOST_NOTES: usize = 6;

/// A note: the indices of its lines, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub lines: Vec<usize>,
    pub text: String,
}

/// The notes inside the grid and those below it, up to line `limit`.
pub(super) fn notes(lines: &[Line<'_>], grid: &Grid, after: usize, limit: usize) -> Vec<Note> {
    let mut notes: Vec<Note> = grid.notes.iter().map(|(index, text)| Note { lines: vec![*index], text: text.clone() }).collect();
    let mut index = after;
    while notes.len() < MOST_NOTES {
        let Some(start) = (index..limit).find(|i| !lines[*i].is_gap()) else { break };
        if !lines[start].is_text() || !words::is_note(&lines[start].compact) {
            break;
        }
        let end = end_of_note(lines, start, limit);
        let text = lines[start..end].iter().filter(|line| line.is_text()).map(|line| line.plain.as_str()).collect();
        notes.push(Note { lines: (start..end).filter(|i| lines[*i].is_text()).collect(), text });
        index = end;
    }
    notes
}

/// A note that is wrapped at the page width goes on until it closes or a blank line.
fn end_of_note(lines: &[Line<'_>], start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        let closed = lines[end - 1].compact.ends_with(['。', '；', '）', ')']) || lines[end - 1].compact.chars().count() < 20;
        let next = &lines[end];
        let starts = words::is_note(&next.compact) || words::is_title(&next.compact) || words::numbering_depth(&next.compact).is_some();
        if closed || next.kind != LineKind::Text || starts {
            break;
        }
        end += 1;
    }
    end
}
