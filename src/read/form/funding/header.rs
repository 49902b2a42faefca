//! The header of a form's money: which column holds which amount, by its words.

use crate::model::{AmountRole, Denomination};
use crate::read::grid::GridRow;
use crate::read::words;
use crate::text::matching;

/// What a column of a money grid holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Amount(AmountRole),
    /// 执行率
    Rate,
    /// 分值: the points the execution is worth.
    Weight,
    /// 得分
    Score,
    /// 偏差原因
    Reason,
    /// A column of numbers whose words name another column, too: its numbers are not taken.
    Unsure,
}

impl Role {
    pub fn is_number(self) -> bool {
        self != Self::Reason
    }

    /// The column of `projects.csv`.
    pub fn field(self) -> &'static str {
        match self {
            Self::Amount(role) => role.name(),
            Self::Rate => "execution_rate",
            Self::Score => "budget_score",
            Self::Weight | Self::Reason | Self::Unsure => "row",
        }
    }
}

/// Columns of a money grid, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    pub slots: Vec<(Role, usize)>,
    /// From a header cell (资金总额（万元）).
    pub denomination: Option<Denomination>,
    /// Whether the label of the total stands in the header.
    pub has_total_label: bool,
}

/// Words a header cell contains → role; the first that hits.
const WORDS: [(&str, Role); 30] = [
    ("执行率", Role::Rate),
    ("执行比率", Role::Rate),
    ("支出进度", Role::Rate),
    ("目标申报", Role::Amount(AmountRole::InitialRequested)),
    ("申报数", Role::Amount(AmountRole::InitialRequested)),
    ("预算编制", Role::Amount(AmountRole::InitialBudget)),
    ("结转", Role::Amount(AmountRole::Balance)),
    ("结(转)", Role::Amount(AmountRole::Balance)),
    ("结余", Role::Amount(AmountRole::Balance)),
    ("资金余额", Role::Amount(AmountRole::Balance)),
    ("调整后", Role::Amount(AmountRole::AdjustedBudget)),
    ("调整预算", Role::Amount(AmountRole::AdjustedBudget)),
    ("全年预算", Role::Amount(AmountRole::AdjustedBudget)),
    ("预算调整数", Role::Amount(AmountRole::AdjustedBudget)),
    ("年初预算", Role::Amount(AmountRole::InitialBudget)),
    ("年初批复", Role::Amount(AmountRole::InitialBudget)),
    ("批复预算", Role::Amount(AmountRole::InitialBudget)),
    ("预算批复", Role::Amount(AmountRole::InitialBudget)),
    ("执行数", Role::Amount(AmountRole::Executed)),
    ("执行金额", Role::Amount(AmountRole::Executed)),
    ("实际支出", Role::Amount(AmountRole::Executed)),
    ("实际执行", Role::Amount(AmountRole::Executed)),
    ("支出数", Role::Amount(AmountRole::Executed)),
    ("决算数", Role::Amount(AmountRole::Executed)),
    ("分值", Role::Weight),
    ("权重", Role::Weight),
    ("得分", Role::Score),
    ("偏差", Role::Reason),
    ("原因", Role::Reason),
    ("备注", Role::Reason),
];

const MOST_WORD_CHARS: usize = 24;

pub(super) fn role(text: &str) -> Option<Role> {
    let folded = matching(text);
    if folded.chars().count() > MOST_WORD_CHARS || is_block_label(text) {
        return None;
    }
    let hit = WORDS.iter().find(|(word, _)| folded.contains(word)).map(|(_, role)| *role);
    // 预算数（A） and 执行数（B）, without saying of when.
    hit.or_else(|| folded.starts_with("预算数").then_some(Role::Amount(AmountRole::AdjustedBudget)))
}

/// The name of the whole block, printed beside it: 项目资金（万元）, 项目资金预算安排及执行进度.
pub(super) fn is_block_label(text: &str) -> bool {
    let folded = matching(text);
    let names =
        ["项目资金", "预算安排", "预算执行情况", "资金情况", "年度预算情况", "部门预算情况", "预算情况"];
    let total = folded.contains("总额");
    !total && names.iter().any(|name| folded.starts_with(name)) && role_words(&folded) < 2
}

fn role_words(folded: &str) -> usize {
    ["执行率", "得分", "分值"].iter().filter(|word| folded.contains(*word)).count()
}

/// Whether a row is part of a header of money.
pub(super) fn is_header_row(row: &GridRow) -> bool {
    let filled = row.filled();
    let roles = filled.iter().filter(|(_, text)| role(text).is_some()).count();
    let rates = filled.iter().any(|(_, text)| text.contains("级指标") || text.contains("指标值"));
    roles >= 2 && !rates && !filled.iter().any(|(_, text)| super::values::is_number(text))
}

/// Reads the header rows at the top of `rows`, and how many they are.
pub(super) fn header(rows: &[GridRow]) -> Option<(Header, usize)> {
    let taken = rows.iter().take(3).take_while(|row| is_header_row(row)).count();
    let head = rows.get(..taken).filter(|head| !head.is_empty())?;
    let mut header = Header::default();
    for (level, row) in head.iter().enumerate() {
        let above = level.checked_sub(1).and_then(|level| head.get(level));
        let words = above.map(|above| broken_words(above, row)).unwrap_or_default();
        let below = |column: usize, text: &str| {
            // 年初 above 预算数
            let word = words.iter().find(|(at, _)| *at == column).map(|(_, word)| *word);
            word.and_then(|word| role(&format!("{word}{text}"))).or_else(|| role(text))
        };
        let named: Vec<(Role, usize)> = row
            .filled()
            .into_iter()
            .filter_map(|(column, text)| Some((below(column, text)?, column)))
            .collect();
        if level == 0 {
            header.slots = named
        } else {
            put_below(&mut header.slots, &named)
        }
        for (_, text) in row.filled() {
            header.denomination = header.denomination.or_else(|| words::header_denomination(text));
            header.has_total_label |= matching(text).starts_with("资金总额") && role(text).is_none();
        }
    }
    doubt_repeated(&mut header.slots);
    Some((header, taken))
}

/// The words above that go on in the row below, with the columns there: in order, if there are as many of them.
fn broken_words<'a>(above: &'a GridRow, below: &GridRow) -> Vec<(usize, &'a str)> {
    let open = |(_, text): &(usize, &str)| role(text).is_none() && !is_block_label(text);
    let words: Vec<&str> = above.filled().into_iter().filter(open).map(|(_, text)| text).collect();
    let columns: Vec<usize> = below.filled().into_iter().map(|(column, _)| column).collect();
    if words.len() == columns.len() { columns.into_iter().zip(words).collect() } else { Vec::new() }
}

/// Two columns of one name: which is which is not said.
fn doubt_repeated(slots: &mut [(Role, usize)]) {
    let roles: Vec<Role> = slots.iter().map(|(role, _)| *role).collect();
    let repeated = |role: Role| role.is_number() && roles.iter().filter(|other| **other == role).count() > 1;
    for slot in slots.iter_mut().filter(|slot| repeated(slot.0)) {
        slot.0 = Role::Unsure;
    }
}

/// 目标申报数 and 预算编制数 take the place of 年初预算数 above them, from its column on.
fn put_below(slots: &mut Vec<(Role, usize)>, below: &[(Role, usize)]) {
    let banner = Role::Amount(AmountRole::InitialBudget);
    let Some(at) = slots.iter().position(|(role, _)| *role == banner) else {
        let known: Vec<Role> = slots.iter().map(|(role, _)| *role).collect();
        slots.extend(below.iter().filter(|(role, _)| !known.contains(role)));
        slots.sort_by_key(|(_, column)| *column);
        return;
    };
    let from = slots[at].1;
    let to = slots.get(at + 1).map_or(usize::MAX, |(_, column)| *column);
    let inside = below.iter().all(|(_, column)| (from..to).contains(column));
    let moved =
        below.iter().enumerate().map(|(n, (role, column))| (*role, if inside { *column } else { from + n }));
    let moved: Vec<(Role, usize)> = moved.collect();
    slots.splice(at..=at, moved);
}
