//! Indicators of performance forms, and their targets.

use rust_decimal::Decimal;

use super::damage::Damage;
use super::form::Stated;
use crate::text::Span;

/// How an actual value is held against a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// ≥
    AtLeast,
    /// ≤
    AtMost,
    /// >
    MoreThan,
    /// <
    LessThan,
    /// =
    Equal,
    /// ~, ≈, 左右
    About,
}

impl Operator {
    /// The sign in data.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::MoreThan => ">",
            Self::LessThan => "<",
            Self::Equal => "=",
            Self::About => "~",
        }
    }
}

/// A printed target, taken apart: `≥95%`, `=14套`, `58万元/年`, `15个工作日内`, `≥枚` (the number is missing), 及时 (a phrase).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The sign, or the word that stands for it (以内 ≤, 以上 ≥); `None` if there is none.
    pub operator: Option<Operator>,
    /// The number as printed (58 of 58万元); `None` in phrases and where it is missing.
    pub number: Option<Decimal>,
    /// What stands behind the number (`%`, `套`, `万元/年`, `个工作日`); empty in phrases.
    pub measure: String,
}

/// One indicator of a form. Texts are as printed, without markup and white space; empty means blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicator {
    /// 一级指标, filled down where the cell is merged.
    pub level1: String,
    /// 二级指标, filled down where the cell is merged.
    pub level2: String,
    /// 三级指标
    pub name: String,
    /// 年初指标值, or the only target there is; the annual half of a goal form.
    pub target: String,
    /// 调整后指标值
    pub adjusted_target: String,
    /// The implementation-period half of a goal form.
    pub implementation_target: String,
    /// The adjusted target taken apart; where that is blank, the target.
    pub parsed: Target,
    /// 实际完成值
    pub actual: String,
    /// 定性情况说明
    pub qualitative: String,
    /// 分值, 权重
    pub weight: Option<Stated<Decimal>>,
    /// 得分
    pub score: Option<Stated<Decimal>>,
    /// 偏差原因分析及改进措施
    pub deviation_reason: String,
    /// Where it stands: its line, and there from the name to the last cell.
    pub span: Span,
    /// What the conversion did to it.
    pub damage: Vec<Damage>,
}
