//! The words that tell the parts of a form apart.

use crate::read::grid::GridRow;
use crate::text::matching;

/// The first texts of a row by which its part is known.
const MOST_HEAD: usize = 2;

/// Words that begin a part of a form that is no indicator.
const PARTS: [&str; 36] = [
    "其他需要说明",
    "需要说明的",
    "自评结果",
    "自评结论",
    "自评情况",
    "评价结论",
    "绩效自评",
    "项目绩效分析",
    "项目绩效自评",
    "绩效分析",
    "项目实施和预算执行",
    "项目实施情况",
    "产出情况",
    "效益情况",
    "满意度情况",
    "主要经验",
    "经验做法",
    "项目管理中",
    "存在的问题",
    "存在问题",
    "主要问题",
    "下一步",
    "改进措施及",
    "有关建议",
    "负责人",
    "项目负责人",
    "填表人",
    "填报人",
    "经办人",
    "联系人",
    "联系电话",
    "填报日期",
    "填表日期",
    "备注:",
    "说明:",
    "注:",
];

/// Words a row of the total begins with.
const TOTALS: [&str; 15] = [
    "总分",
    "合计",
    "总计",
    "总得分",
    "自评总分",
    "自评得分",
    "绩效自评总分",
    "综合得分",
    "评价总分",
    "得分合计",
    "评价得分",
    "绩效得分",
    "自评分数",
    "自评总得分",
    "最终得分",
];

fn heads(row: &GridRow) -> impl Iterator<Item = String> + '_ {
    row.cells.iter().filter(|cell| !cell.text.is_empty()).take(MOST_HEAD).map(|cell| matching(&cell.text))
}

/// Whether a row is that of the total.
pub(in crate::read) fn is_total_row(row: &GridRow) -> bool {
    let bare =
        |text: &str| text.split('(').next().unwrap_or_default().trim_end_matches([':', '：']).to_owned();
    heads(row).any(|head| TOTALS.contains(&bare(&head).as_str()))
}

/// Whether a row begins a part of the form that comes after the indicators.
pub(in crate::read) fn begins_other_part(row: &GridRow) -> bool {
    let whole = |head: &str| ["说明", "备注"].contains(&head);
    heads(row).any(|head| whole(&head) || PARTS.iter().any(|part| head.starts_with(part)))
}
