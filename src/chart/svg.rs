//! SVG elements, as text.

use std::fmt::Write as _;

use rust_decimal::Decimal;

/// What is drawn so far. Writing to it cannot fail.
#[derive(Debug, Default)]
pub(super) struct Svg {
    elements: String,
}

impl Svg {
    /// Text from the left edge on; `y` is its base line, in pixels. Nothing if it is empty.
    pub(super) fn text(&mut self, class: &str, y: u32, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(r#" class="{class}""#) };
        if !text.is_empty() {
            self.add(format_args!(r#"<text{class} x="0" y="{y}">{}</text>"#, escape(text)));
        }
    }

    /// Bold text up to the right edge.
    pub(super) fn text_at_end(&mut self, y: u32, text: &str) {
        if !text.is_empty() {
            self.add(format_args!(r#"<text class="e b" x="100%" y="{y}">{}</text>"#, escape(text)));
        }
    }

    /// A bar; `extent` is its left end and length in percent, the rest in pixels.
    pub(super) fn bar(&mut self, class: &str, extent: (Decimal, Decimal), y: u32, thickness: u32) {
        let (x, width) = (at(extent.0, "0"), extent.1);
        self.add(format_args!(
            r#"<rect class="{class}" x="{x}" y="{y}" width="{width}%" height="{thickness}"/>"#
        ));
    }

    /// A dotted line between two positions in percent.
    pub(super) fn guide(&mut self, ends: (Decimal, Decimal), y: u32) {
        let (x1, x2) = (ends.0, ends.1.min(inside(ends.1)));
        self.add(format_args!(r#"<line class="gd" x1="{x1}%" x2="{x2}%" y1="{y}" y2="{y}"/>"#));
    }

    /// A dot at `x` percent; at the edges it is moved inwards, so that none of it is cut off.
    pub(super) fn dot(&mut self, class: &str, x: Decimal, y: u32) {
        let cx = inside(x);
        self.add(format_args!(r#"<circle class="{class}" cx="{cx}%" cy="{y}" r="6"/>"#));
    }

    /// The zero line, at `x` percent; `ys` are its ends in pixels.
    pub(super) fn axis(&mut self, x: Decimal, ys: [u32; 2]) {
        // At the very edge half of the line would be cut off.
        let (x, [y1, y2]) = (at(x, ".5"), ys);
        self.add(format_args!(r#"<line class="ax" x1="{x}" x2="{x}" y1="{y1}" y2="{y2}"/>"#));
    }

    /// The whole image, `height` pixels high; an empty text if nothing was drawn.
    pub(super) fn finish(self, id: &str, title: &str, description: &str, height: u32) -> String {
        if self.elements.is_empty() {
            return String::new();
        }
        let (id, title, description) = (escape(id), escape(title), escape(description));
        let head = format!(
            concat!(
                r#"<svg width="100%" height="{height}" role="img" aria-labelledby="{id}t {id}d">"#,
                r#"<title id="{id}t">{title}</title><desc id="{id}d">{description}</desc>"#,
            ),
            height = height,
            id = id,
            title = title,
            description = description,
        );
        head + &self.elements + "</svg>"
    }

    fn add(&mut self, element: std::fmt::Arguments<'_>) {
        let _ = self.elements.write_fmt(element);
    }
}

/// A position in percent at which a dot is not cut off.
fn inside(percent: Decimal) -> Decimal {
    percent.clamp(Decimal::ONE, Decimal::ONE_HUNDRED - Decimal::TWO)
}

/// A position in percent, or `edge` if it is the left edge.
fn at(percent: Decimal, edge: &str) -> String {
    if percent.is_zero() { edge.to_owned() } else { format!("{percent}%") }
}

/// Text as it may stand in an element or an attribute, of HTML and of XML.
fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut escaped, c| {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // XML has no way to write these.
            c if c.is_control() => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
        escaped
    })
}
