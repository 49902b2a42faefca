//! Labelled amounts as accessible SVG: exact decimals in, text out; no language, no templates, no floats.
//!
//! Horizontal positions are in percent and vertical ones in pixels, so that bars stretch with the page while
//! text keeps its size. Bars start at zero. Looks come from the stylesheet: `c1` the bar a caption speaks of,
//! `c2` any other, `hollow` a dot that is planned only, `gd` the way to a dot, `ax` the zero line, `b` bold, `e` flush right, `t2` small. Ids come from the caller.

mod dots;
mod label;
mod scale;
mod svg;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

pub use dots::{Dot, DotChart, dots};
use label::{LINE, wrap};
use scale::Scale;
use svg::Svg;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is the amount of.
    pub label: String,
    /// Its length; all rows of a chart in the same measure.
    pub value: Decimal,
    /// The amount as it is to be read.
    pub printed: String,
    /// Whether the caption speaks of it.
    pub emphasis: bool,
}

/// Labelled bars, one below the other in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarChart {
    /// Prefix of the chart's HTML ids, unique on its page.
    pub id: String,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, in a sentence or two, for those who cannot see it.
    pub description: String,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// A label with its bars, such as the budget and the final amount of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What the bars have in common.
    pub label: String,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// Groups of bars on one scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupedChart {
    /// Prefix of the chart's HTML ids, unique on its page.
    pub id: String,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, in a sentence or two, for those who cannot see it.
    pub description: String,
    /// From top to bottom.
    pub groups: Vec<Group>,
}

/// Where the parts of a row stand, in pixels from its top.
struct Layout {
    text: u32,
    text_class: &'static str,
    bar: u32,
    thickness: u32,
    axis: [u32; 2],
    advance: u32,
}

const SINGLE: Layout =
    Layout { text: 13, text_class: "", bar: 20, thickness: 9, axis: [17, 32], advance: 38 };
const GROUPED: Layout =
    Layout { text: 12, text_class: "t2", bar: 17, thickness: 8, axis: [15, 27], advance: 32 };
/// Height of a group's label and the space between two groups, in pixels.
const GROUP_LABEL: u32 = 22;
const GROUP_GAP: u32 = 10;
/// What the last row needs less than its advance, in pixels.
const TRAIL: u32 = 4;

/// Draws a bar chart; an empty text if there are no rows.
pub fn bars(chart: &BarChart) -> String {
    let scale = Scale::of(chart.rows.iter().map(|row| row.value));
    let mut svg = Svg::default();
    let height = chart.rows.iter().fold(0, |top, row| draw_row(&mut svg, &SINGLE, &scale, top, row));
    svg.finish(&chart.id, &chart.title, &chart.description, height.saturating_sub(TRAIL))
}

/// Draws a chart of groups; an empty text if there are no rows.
pub fn grouped(chart: &GroupedChart) -> String {
    let groups = || chart.groups.iter().filter(|group| !group.rows.is_empty());
    let scale = Scale::of(groups().flat_map(|group| &group.rows).map(|row| row.value));
    let mut svg = Svg::default();
    let mut top = 0;
    for group in groups() {
        let lines = wrap(&group.label, "");
        draw_lines(&mut svg, "b", top + SINGLE.text, &lines);
        top += GROUP_LABEL + below_first(&lines);
        top = group.rows.iter().fold(top, |top, row| draw_row(&mut svg, &GROUPED, &scale, top, row))
            + GROUP_GAP;
    }
    svg.finish(&chart.id, &chart.title, &chart.description, top.saturating_sub(GROUP_GAP + TRAIL))
}

/// Draws a small bar that shows a share of a whole beside text that states it. Hidden from screen readers.
/// A share that is none (below zero, more than all, of nothing) is drawn as nothing or all.
pub fn share(part: Decimal, whole: Decimal) -> String {
    let width = scale::share(part, whole);
    format!(
        r#"<svg width="100%" height="5" aria-hidden="true"><rect class="c1" width="{width}%" height="5"/></svg>"#
    )
}

/// Returns the top of what comes below.
fn draw_row(svg: &mut Svg, layout: &Layout, scale: &Scale, top: u32, row: &Row) -> u32 {
    let lines = wrap(&row.label, &row.printed);
    draw_lines(svg, layout.text_class, top + layout.text, &lines);
    let top = top + below_first(&lines);
    svg.text_at_end(top + layout.text, &row.printed);
    let class = if row.emphasis { "c1" } else { "c2" };
    svg.bar(class, scale.extent(row.value), top + layout.bar, layout.thickness);
    svg.axis(scale.zero(), layout.axis.map(|y| top + y));
    top + layout.advance
}

fn draw_lines(svg: &mut Svg, class: &str, first: u32, lines: &[&str]) {
    let mut y = first;
    for line in lines {
        svg.text(class, y, line);
        y += LINE;
    }
}

/// Height of all lines but the first, in pixels.
fn below_first(lines: &[&str]) -> u32 {
    lines.iter().skip(1).map(|_| LINE).sum()
}
