//! Sentences that the width of a page broke.

/// Characters of a line that may have been broken for want of room; forms and covers have shorter ones.
const FULL_LINE: usize = 24;

/// Whether the line `next` goes on where the line `above` stops: in the middle of a sentence, at the width of a
/// page. Rows of a grid never do.
pub fn is_broken(above: &str, next: &str) -> bool {
    let is_row = above.contains('\t') || next.contains('\t');
    let is_full = above.chars().count() >= FULL_LINE;
    let stops = above.ends_with(['。', '！', '？', '!', '?', '”', '」', '：', ':', '；', ';']);
    !is_row && (above.ends_with('，') || is_full && !stops && !starts_item(next))
}

/// Whether a line begins with an ordinal or a bullet.
pub fn starts_item(text: &str) -> bool {
    let unbracketed = text.trim_start_matches(['(', '（']);
    let rest =
        unbracketed.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十第".contains(c));
    let is_numbered = rest.len() < unbracketed.len() && rest.starts_with(['、', '．', ')', '）', '部', '.']);
    // 1.5万元 goes on; 1. 开头 begins.
    let is_decimal =
        rest.strip_prefix('.').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    (is_numbered && !is_decimal) || text.starts_with(['-', '•', '·', '●', '①', '②', '③', '④', '⑤'])
}
