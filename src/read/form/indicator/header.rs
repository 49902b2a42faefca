//! The header of an indicator grid: which column says what, by its words.

use super::super::labels::{self, Label};
use super::heads;
use crate::read::grid::GridRow;
use crate::text::matching;

/// What a column of an indicator grid holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) enum Role {
    /// 一级指标
    First,
    /// 二级指标
    Second,
    /// 三级指标
    Name,
    /// 指标值, 年初指标值
    Target,
    /// 调整后指标值
    Adjusted,
    /// 指标值 of the half for the implementation period.
    Implementation,
    /// 二级指标 of the second half.
    SecondAgain,
    /// 三级指标 of the second half.
    NameAgain,
    /// 指标性质: the target's sign in a column of its own.
    Sign,
    /// 度量单位: the target's measure in a column of its own.
    Measure,
    /// 实际完成值
    Actual,
    /// 定性情况说明
    Qualitative,
    /// 分值, 权重
    Weight,
    /// 得分
    Score,
    /// 偏差原因分析及改进措施
    Reason,
    /// Something else.
    Other,
}

impl Role {
    /// The column of `indicators.csv`.
    pub fn field(self) -> &'static str {
        match self {
            Self::First => "level1",
            Self::Second | Self::SecondAgain => "level2",
            Self::Name | Self::NameAgain => "name",
            Self::Target | Self::Sign | Self::Measure => "target",
            Self::Adjusted => "adjusted_target",
            Self::Implementation => "implementation_target",
            Self::Actual => "actual",
            Self::Qualitative => "qualitative",
            Self::Weight => "weight",
            Self::Score => "score",
            Self::Reason => "deviation_reason",
            Self::Other => "row",
        }
    }

    /// Whether it holds what is to be reached or was reached.
    pub fn is_value(self) -> bool {
        matches!(self, Self::Target | Self::Adjusted | Self::Implementation | Self::Actual)
    }

    /// Whether it holds points.
    pub fn is_points(self) -> bool {
        matches!(self, Self::Weight | Self::Score)
    }
}

/// The columns of an indicator grid, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Header {
    /// Role and column.
    pub slots: Vec<(Role, usize)>,
    /// A first-level label that the conversion moved into the header.
    pub stray_first: Option<String>,
}

impl Header {
    pub fn has(&self, role: Role) -> bool {
        self.slots.iter().any(|(slot, _)| *slot == role)
    }

    /// Whether any column holds what is to be reached.
    pub fn has_target(&self) -> bool {
        [Role::Target, Role::Adjusted, Role::Implementation].into_iter().any(|role| self.has(role))
    }

    /// Whether weight and score have a column each.
    pub fn has_points(&self) -> bool {
        self.has(Role::Weight) && self.has(Role::Score)
    }

    pub fn position(&self, role: Role) -> Option<usize> {
        self.slots.iter().position(|(slot, _)| *slot == role)
    }
}

/// Words a header cell contains → role; the first that hits.
const WORDS: [(&str, Role); 42] = [
    ("一级指标", Role::First),
    ("二级指标", Role::Second),
    ("三级指标", Role::Name),
    ("四级指标", Role::Other),
    ("指标名称", Role::Name),
    ("指标内容", Role::Name),
    ("具体指标", Role::Name),
    ("偏差", Role::Reason),
    ("未完成原因", Role::Reason),
    ("改进措施", Role::Reason),
    ("原因分析", Role::Reason),
    ("评分标准", Role::Other),
    ("评分依据", Role::Other),
    ("评分规则", Role::Other),
    ("评价标准", Role::Other),
    ("计算方法", Role::Other),
    ("数据来源", Role::Other),
    ("指标解释", Role::Other),
    ("指标说明", Role::Other),
    ("定性", Role::Qualitative),
    ("指标性质", Role::Sign),
    ("指标方向", Role::Sign),
    ("运算符号", Role::Sign),
    ("度量单位", Role::Measure),
    ("计量单位", Role::Measure),
    ("得分", Role::Score),
    ("自评分", Role::Score),
    ("评分", Role::Score),
    ("分值", Role::Weight),
    ("权重", Role::Weight),
    ("权数", Role::Weight),
    ("标准分", Role::Weight),
    ("实际", Role::Actual),
    ("完成值", Role::Actual),
    ("完成情况", Role::Actual),
    ("完成指标值", Role::Actual),
    ("调整", Role::Adjusted),
    ("指标值", Role::Target),
    ("目标值", Role::Target),
    ("年初指标", Role::Target),
    ("年度指标", Role::Target),
    ("预期值", Role::Target),
];

/// Words that say it only if the cell says nothing else.
const WHOLE: [(&str, Role); 8] = [
    ("备注", Role::Reason),
    ("说明", Role::Reason),
    ("原因", Role::Reason),
    ("指标", Role::Name),
    ("绩效指标", Role::Other),
    ("单位", Role::Measure),
    ("目标", Role::Target),
    ("预期指标", Role::Target),
];

/// The role a header cell names.
pub(in crate::read) fn role(text: &str) -> Option<Role> {
    let folded = matching(text);
    if folded.chars().count() > 24 {
        return None;
    }
    let whole = WHOLE.iter().find(|(word, _)| folded == *word);
    let hit = || WORDS.iter().find(|(word, _)| folded.contains(word));
    whole.or_else(hit).map(|(_, role)| *role)
}

/// Reads the header that begins at the first of `rows`, and how many rows it takes.
pub(in crate::read) fn header(rows: &[GridRow]) -> Option<(Header, usize)> {
    let first = rows.first()?;
    let broken = rows.get(1).and_then(|second| heads::joined(first, second));
    let head = broken.as_ref().or_else(|| is_header(first).then_some(first))?;
    let own = if broken.is_some() { 2 } else { 1 };
    let mut header = main_row(head);
    let below = rows.get(own).map(sub_row).unwrap_or_default();
    let taken = own + usize::from(!below.is_empty());
    if !below.is_empty() {
        header.slots.retain(|(role, _)| !below.iter().any(|(other, _)| same_banner(*role, *other)));
        header.slots.extend(below);
        header.slots.sort_by_key(|(_, column)| *column);
    }
    name_halves(&mut header.slots);
    Some((header, taken))
}

/// Whether a row is the header of an indicator grid: it names two of the three levels.
pub(in crate::read) fn is_header(row: &GridRow) -> bool {
    let level =
        |text: &str| role(text).filter(|role| matches!(role, Role::First | Role::Second | Role::Name));
    let filled = row.filled();
    let mut levels: Vec<Role> = filled.iter().filter_map(|(_, text)| level(text)).collect();
    levels.sort_unstable();
    levels.dedup();
    let values = filled.iter().filter_map(|(_, text)| role(text)).filter(|role| role.is_value()).count();
    levels.len() == 3 || levels.len() == 2 && values > 0
}

fn main_row(row: &GridRow) -> Header {
    let mut header = Header::default();
    let mut glued_before = 0;
    for (column, text) in row.filled() {
        let place = column + glued_before;
        let glued = heads::glued(text);
        match (labels::label(text), role(text)) {
            (Some(Label::First(_)), _) => header.stray_first = Some(text.to_owned()),
            (Some(Label::Side), _) | (_, None) => {}
            (_, Some(_)) if !glued.is_empty() => {
                glued_before += missing_columns(row, column, glued.len());
                header.slots.extend(glued.into_iter().enumerate().map(|(n, role)| (role, place + n)));
            }
            (_, Some(role)) => header.slots.push((role, place)),
        }
    }
    header
}

/// How many columns a header lost where `words` words stand in one cell: as many as it has no blank cell for.
fn missing_columns(row: &GridRow, column: usize, words: usize) -> usize {
    let blank = row.cells.iter().skip(column + 1).take_while(|cell| cell.text.is_empty()).count();
    words.saturating_sub(1).saturating_sub(blank)
}

/// 年初指标 and 调整后指标 below 年度指标: a row of nothing but values.
fn sub_row(row: &GridRow) -> Vec<(Role, usize)> {
    let filled = row.filled();
    let roles: Vec<(Role, usize)> =
        filled.iter().filter_map(|(column, text)| Some((role(text)?, *column))).collect();
    let all =
        roles.len() == filled.len() && roles.iter().all(|(role, _)| role.is_value() || role.is_points());
    if all { roles } else { Vec::new() }
}

/// Whether a banner in the main row stands for what is named below it.
fn same_banner(banner: Role, below: Role) -> bool {
    banner == below || banner == Role::Target && below == Role::Adjusted
}

/// In a grid of two halves the first is about the implementation period, the second about the year.
fn name_halves(slots: &mut [(Role, usize)]) {
    let again = |slots: &[(Role, usize)], role: Role| {
        slots.iter().enumerate().filter(|(_, slot)| slot.0 == role).nth(1).map(|(at, _)| at)
    };
    let Some(name) = again(slots, Role::Name) else { return };
    let middle = again(slots, Role::Second).filter(|second| *second < name).unwrap_or(name);
    let twice = again(slots, Role::Target).is_some();
    for (at, slot) in slots.iter_mut().enumerate() {
        slot.0 = match slot.0 {
            Role::Target if at < middle && twice => Role::Implementation,
            Role::First if at + 1 == middle => Role::Other,
            Role::Second if at >= middle => Role::SecondAgain,
            Role::Name if at >= middle => Role::NameAgain,
            role => role,
        };
    }
}
