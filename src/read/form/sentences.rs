//! Sentences of forms: lines put together, each character with its place, so that what is read in them has a span.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::{Denomination, Money, Stated};
use crate::read::line::Line;
use crate::text::{Span, half_width, placed};

/// Text without markup and white space, digits half-width, with the place of each character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sentences {
    /// The text.
    pub text: String,
    /// Byte in `text`, line and column of each character.
    places: Vec<(usize, u32, u32)>,
}

impl Sentences {
    /// The lines, joined.
    pub fn of<'l, 'a: 'l>(lines: impl IntoIterator<Item = &'l Line<'a>>) -> Self {
        let mut sentences = Self::default();
        for line in lines {
            for (column, c) in placed(line.raw) {
                let column = u32::try_from(column).unwrap_or(u32::MAX);
                sentences.places.push((sentences.text.len(), line.number, column));
                sentences.text.push(half_width(c));
            }
        }
        sentences
    }

    /// The sentences in that range of bytes, with their places.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let from = self.places.partition_point(|(byte, ..)| *byte < range.start);
        let to = self.places.partition_point(|(byte, ..)| *byte < range.end);
        let places = self.places.get(from..to).unwrap_or_default();
        let moved = |(byte, line, column): &(usize, u32, u32)| (byte - range.start, *line, *column);
        Self { places: places.iter().map(moved).collect(), text: self.part(range.clone()).to_owned() }
    }

    /// The part of the text in that range of bytes.
    pub fn part(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// 1-based line of the character at this byte.
    pub fn line(&self, at: usize) -> u32 {
        let place = self.places.partition_point(|(byte, ..)| *byte <= at).saturating_sub(1);
        self.places.get(place).map_or(0, |(_, line, _)| *line)
    }

    /// Where the range of bytes stands; of what goes on in another line, the part in the first.
    pub fn span(&self, range: Range<usize>) -> Span {
        let from = self.places.partition_point(|(byte, ..)| *byte < range.start);
        let to = self.places.partition_point(|(byte, ..)| *byte < range.end);
        let places = self.places.get(from..to).unwrap_or_default();
        let Some((_, line, start)) = places.first().copied() else { return Span::default() };
        let end =
            places.iter().rev().find(|(_, other, _)| *other == line).map_or(start, |(.., column)| *column);
        Span { line, start, end: end + 1 }
    }

    /// A number as it is printed in that range.
    pub fn number(&self, range: Range<usize>) -> Option<Stated<Decimal>> {
        let printed = self.part(range.clone());
        let value = number(printed)?;
        Some(Stated { value, printed: printed.to_owned(), span: self.span(range) })
    }

    /// A sum of money: the range of its number, and what it is counted in.
    pub fn money(&self, range: Range<usize>, denomination: Denomination) -> Option<Stated<Money>> {
        let stated = self.number(range)?;
        let value = Money::new(stated.value, denomination)?;
        Some(Stated { value, printed: stated.printed, span: stated.span })
    }
}

/// Digits with thousands commas and decimals.
fn number(printed: &str) -> Option<Decimal> {
    match crate::model::read_number(printed.trim_end_matches('%')) {
        crate::model::Number::Value(value) => Some(value),
        _ => None,
    }
}
