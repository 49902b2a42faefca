//! Rows of fields: a label, and the value in the next filled cell.

use crate::read::grid::GridRow;
use crate::read::line::GridCell;
use crate::text::matching;

/// What a field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// 项目名称
    Name,
    /// 主管部门
    Department,
    /// 预算单位, 实施单位, 项目单位
    Unit,
    /// Something about the project, kept as it is printed.
    Attribute,
    /// Who handled it: not kept.
    Person,
}

/// Labels → field; a label may go on behind these words (主管部门及代码).
const LABELS: [(&str, Field); 47] = [
    ("项目名称", Field::Name),
    ("专项名称", Field::Name),
    ("主管部门", Field::Department),
    ("主管单位", Field::Department),
    ("部门名称", Field::Department),
    ("部门(单位)名称", Field::Department),
    ("预算部门", Field::Department),
    ("预算单位", Field::Unit),
    ("实施单位", Field::Unit),
    ("项目单位", Field::Unit),
    ("项目实施单位", Field::Unit),
    ("执行单位", Field::Unit),
    ("用款单位", Field::Unit),
    ("资金使用单位", Field::Unit),
    ("填报单位", Field::Unit),
    ("单位名称", Field::Unit),
    ("项目负责人", Field::Person),
    ("项目联系人", Field::Person),
    ("负责人", Field::Person),
    ("经办人", Field::Person),
    ("联系人", Field::Person),
    ("联系电话", Field::Person),
    ("填表人", Field::Person),
    ("填报人", Field::Person),
    ("电话", Field::Person),
    ("审核人", Field::Person),
    ("项目属性", Field::Attribute),
    ("项目类型", Field::Attribute),
    ("项目类别", Field::Attribute),
    ("项目性质", Field::Attribute),
    ("项目分类", Field::Attribute),
    ("项目编码", Field::Attribute),
    ("项目代码", Field::Attribute),
    ("项目期", Field::Attribute),
    ("项目起止", Field::Attribute),
    ("起止时间", Field::Attribute),
    ("实施期限", Field::Attribute),
    ("填报日期", Field::Attribute),
    ("填表日期", Field::Attribute),
    ("填报时间", Field::Attribute),
    ("自评时间", Field::Attribute),
    ("内设", Field::Attribute),
    ("所属预算单位数", Field::Attribute),
    ("下属预算单位数", Field::Attribute),
    ("核定的人员编制", Field::Attribute),
    ("实际在职人员", Field::Attribute),
    ("人员编制", Field::Attribute),
];

/// Characters a label may have.
const MOST_LABEL_CHARS: usize = 16;

/// The field a text is the label of.
pub(super) fn field(text: &str) -> Option<Field> {
    let folded = matching(text);
    let bare = folded.trim_start_matches("其中").trim_start_matches(':').trim_start_matches("(盖章)");
    if bare.chars().count() > MOST_LABEL_CHARS {
        return None;
    }
    if bare.ends_with("人员数") || bare.ends_with("人员总数") || bare.ends_with("编制数") {
        return Some(Field::Attribute);
    }
    let known = LABELS.iter().find(|(label, _)| bare.starts_with(label));
    // 项目名称 and what follows must be a label's tail, no project's name.
    known.filter(|(label, _)| is_tail(&bare[label.len()..])).map(|(_, field)| *field)
}

fn is_tail(rest: &str) -> bool {
    let rest = rest.trim_end_matches(':');
    rest.is_empty()
        || rest.starts_with('(')
        || [
            "及代码",
            "代码",
            "名称",
            "和代码",
            "及编码",
            "编码",
            "限",
            "时间",
            "职能部门数",
            "职能部门个数",
            "机构数",
            "数",
            "总数",
            "年限",
            "个数",
            "年度",
        ]
        .contains(&rest)
}

/// The fields of a row: field, label and value. A label without value gives none; its row is one of fields all the same.
pub(super) fn fields(row: &GridRow) -> Vec<(Field, &str, &GridCell)> {
    let filled: Vec<&GridCell> = row.cells.iter().filter(|cell| !cell.text.is_empty()).collect();
    let mut found = Vec::new();
    for pair in filled.windows(2) {
        let [label, value] = pair else { continue };
        if let Some(field) = field(&label.text).filter(|_| field(&value.text).is_none()) {
            found.push((field, label.text.as_str(), *value));
        }
    }
    found
}

/// The project's name behind its label in one cell or line: 项目名称：….
pub(super) fn inline_name(text: &str) -> Option<&str> {
    let rest = text.trim_start().strip_prefix("项目名称")?;
    let name = rest.strip_prefix(['：', ':'])?.trim();
    let others = ["单位", "部门", "："].iter().any(|word| name.contains(word));
    (name.chars().count() >= 2 && !others).then_some(name)
}

/// Whether a row holds labels of fields and nothing else.
pub(super) fn is_blank(row: &GridRow) -> bool {
    row.filled().iter().all(|(_, text)| field(text).is_some())
}
