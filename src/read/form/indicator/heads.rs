//! Headers that a conversion broke: printed over two rows, or two words in one cell.

use super::header::{Role, is_header, role};
use crate::read::grid::GridRow;
use crate::read::line::GridCell;
use crate::text::matching;

/// Header cells that are found glued to their neighbours, longest first where one begins the other.
const CELLS: [(&str, Role); 22] = [
    ("一级指标", Role::First),
    ("二级指标", Role::Second),
    ("三级指标", Role::Name),
    ("指标名称", Role::Name),
    ("年度实际完成值", Role::Actual),
    ("年度指标值", Role::Target),
    ("年初指标值", Role::Target),
    ("预期指标值", Role::Target),
    ("调整后指标值", Role::Adjusted),
    ("指标值", Role::Target),
    ("目标值", Role::Target),
    ("实际完成值", Role::Actual),
    ("实际完成情况", Role::Actual),
    ("全年实际值", Role::Actual),
    ("全年完成值", Role::Actual),
    ("分值", Role::Weight),
    ("权重", Role::Weight),
    ("自评得分", Role::Score),
    ("得分", Role::Score),
    ("偏差原因分析及改进措施", Role::Reason),
    ("偏差原因分析", Role::Reason),
    ("偏差原因", Role::Reason),
];

/// The columns a header cell names, if it is nothing but two or more of them glued together.
pub(super) fn glued(text: &str) -> Vec<Role> {
    let folded = matching(text);
    let mut rest = folded.as_str();
    let mut roles = Vec::new();
    while let Some((word, role)) = CELLS.iter().find(|(word, _)| rest.starts_with(word)) {
        roles.push(*role);
        rest = rest.get(word.len()..).unwrap_or_default();
    }
    if rest.is_empty() && roles.len() > 1 { roles } else { Vec::new() }
}

/// The header that two rows make together: words broken between them (一级 above 指标), or columns named only above
/// those that stand below a banner (年度指标值 above 指标性质 and 指标值).
pub(super) fn joined(upper: &GridRow, lower: &GridRow) -> Option<GridRow> {
    let texts = || upper.filled().into_iter().chain(lower.filled());
    if is_header(upper) || texts().any(|(_, text)| text.chars().any(|c| c.is_ascii_digit())) {
        return None;
    }
    let halves = upper.filled().iter().filter(|(_, text)| ["一级", "二级", "三级"].contains(text)).count();
    let only_above = |(column, text): &(usize, &str)| {
        lower.text(*column).is_empty()
            && role(text).is_some_and(|role| role.is_value() || role.is_points() || role == Role::Reason)
    };
    let named = upper.filled().iter().filter(|cell| only_above(cell)).count();
    if halves < 2 && !(is_header(lower) && named >= 2) {
        return None;
    }
    let width = upper.cells.len().max(lower.cells.len());
    let cells: Option<Vec<GridCell>> = (0..width).map(|column| cell(upper, lower, column)).collect();
    let row = GridRow { line: lower.line, index: lower.index, cells: cells? };
    is_header(&row).then_some(row)
}

fn cell(upper: &GridRow, lower: &GridRow, column: usize) -> Option<GridCell> {
    let (above, below) = (upper.cells.get(column), lower.cells.get(column));
    let (high, low) = (upper.text(column), lower.text(column));
    let both = format!("{high}{low}");
    match (high.is_empty(), low.is_empty()) {
        (false, false) if role(high).is_none() && role(&both).is_some() => {
            Some(GridCell::new(both, below?.span))
        }
        (_, false) => below.cloned(),
        (false, true) => above.cloned(),
        (true, true) => below.or(above).cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_come_apart() {
        let cases: [(&str, &[Role]); 7] = [
            ("年度指标值实际完成值", &[Role::Target, Role::Actual]),
            ("分值得分偏差原因分析", &[Role::Weight, Role::Score, Role::Reason]),
            ("二级指标三级指标", &[Role::Second, Role::Name]),
            ("年度实际完成值", &[]),
            ("实际完成指标值", &[]),
            ("指标得分", &[]),
            ("偏差原因分析及改进措施", &[]),
        ];
        for (text, roles) in cases {
            assert_eq!(glued(text), roles, "{text}");
        }
    }
}
