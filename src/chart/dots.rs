//! Amounts as dots on one line each: compared, not summed.

use rust_decimal::Decimal;

use super::label::{LINE, wrap};
use super::scale::Scale;
use super::svg::Svg;

/// One dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// What it is the amount of.
    pub label: String,
    /// Where it stands; all dots of a chart in the same measure.
    pub value: Decimal,
    /// The amount as it is to be read.
    pub printed: String,
    /// Whether it is planned only: drawn hollow.
    pub planned: bool,
}

/// Labelled dots, one below the other in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DotChart {
    /// Prefix of the chart's HTML ids, unique on its page.
    pub id: String,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, in a sentence or two, for those who cannot see it.
    pub description: String,
    /// From top to bottom.
    pub dots: Vec<Dot>,
}

/// Base line of the text, middle of the dot, and what a row takes, in pixels from its top.
const TEXT: u32 = 13;
const DOT: u32 = 28;
const ADVANCE: u32 = 46;
const AXIS: [u32; 2] = [20, 36];

/// Draws a dot chart; an empty text if there are no dots.
pub fn dots(chart: &DotChart) -> String {
    let scale = Scale::of(chart.dots.iter().map(|dot| dot.value));
    let mut svg = Svg::default();
    let mut top = 0;
    for dot in &chart.dots {
        let lines = wrap(&dot.label, &dot.printed);
        let mut y = top + TEXT;
        for line in &lines {
            svg.text("", y, line);
            y += LINE;
        }
        top += lines.iter().skip(1).map(|_| LINE).sum::<u32>();
        svg.text_at_end(top + TEXT, &dot.printed);
        svg.axis(scale.zero(), AXIS.map(|y| top + y));
        let (left, length) = scale.extent(dot.value);
        svg.guide((left, left + length), top + DOT);
        let end = if dot.value.is_sign_negative() { left } else { left + length };
        svg.dot(if dot.planned { "hollow" } else { "c1" }, end, top + DOT);
        top += ADVANCE;
    }
    svg.finish(&chart.id, &chart.title, &chart.description, top.saturating_sub(ADVANCE - AXIS[1] - 2))
}
