//! Claims: figures stated in prose, what each claims to be, and the figure it quotes.

use rust_decimal::Decimal;

use super::money::Denomination;
use super::table::{FigureKey, Measure};
use crate::text::Span;

/// What a figure in prose claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// A sum of money: 支出合计12.50万元.
    Amount,
    /// A sum of money that only bounds what is spoken of: 单价100万元（含）以上设备. It quotes nothing.
    Threshold,
    /// A part of a whole, in percent: 占比55.19%.
    Share,
    /// By how much it changed against another year or budget: 减少73.49万元.
    Change,
    /// By what part it changed, in percent: 下降7.26%.
    ChangeRate,
    /// How much of a budget was spent, in percent: 完成年初预算的95.03%, 执行率100%.
    CompletionRate,
    /// Any other percentage: 资金到位率100%.
    Rate,
    /// A number of persons, batches, vehicles, projects …
    Count,
    /// Points of an evaluation: 总得分98.92分.
    Score,
}

impl Aspect {
    /// The name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Threshold => "threshold",
            Self::Share => "share",
            Self::Change => "change",
            Self::ChangeRate => "change-rate",
            Self::CompletionRate => "completion-rate",
            Self::Rate => "rate",
            Self::Count => "count",
            Self::Score => "score",
        }
    }
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// 增加, 增长
    Increase,
    /// 减少, 下降
    Decrease,
}

impl Direction {
    /// The name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
        }
    }
}

/// Which of the amounts of one subject is meant, where the text says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// 年初预算, 预算批复数: what the budget gave at first.
    InitialBudget,
    /// 全年预算, 调整预算: the budget after its changes.
    AdjustedBudget,
    /// 预算, without saying which.
    Budget,
    /// 决算, 执行数
    Final,
}

impl Basis {
    /// The name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InitialBudget => "initial-budget",
            Self::AdjustedBudget => "adjusted-budget",
            Self::Budget => "budget",
            Self::Final => "final",
        }
    }
}

/// A value of a form: index of the form in the reading, and the name of the field (a column of `projects.csv`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Index into the reading's forms.
    pub form: usize,
    /// `executed`, `execution_rate`, `total_score` …
    pub field: &'static str,
}

/// What a claim quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quoted {
    /// A cell of a table.
    Figure {
        /// The table's id.
        table: String,
        /// The cell's name.
        figure: FigureKey,
    },
    /// A value of a form.
    Form(FormField),
}

/// A figure stated in prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its permanent name within the disclosure: made of what it claims, never of its line or value.
    pub key: String,
    /// What kind of statement it is.
    pub aspect: Aspect,
    /// What it is about, as printed, without white space (一般公共服务支出). Where its own sentence does not say so, the
    /// subject of the sentence before or the section's heading.
    pub subject: String,
    /// Which of the subject's amounts it is, where the text says so; of a completion rate, the budget it is a rate of.
    pub basis: Option<Basis>,
    /// What it is held against: the whole of a share, the year or budget of a change; for an amount of another year,
    /// that year. May be empty.
    pub base: String,
    /// Which way a change went; a decrease keeps its printed, positive value.
    pub direction: Option<Direction>,
    /// In yuan where it is money, else as printed.
    pub value: Decimal,
    /// What the value counts.
    pub measure: Measure,
    /// What a sum of money is printed in; with `printed` it tells the precision.
    pub denomination: Option<Denomination>,
    /// Number and measure as printed.
    pub printed: String,
    /// Where `printed` stands; of a number that the page broke, its first part.
    pub span: Span,
    /// Index into the reading's sections: the innermost one around it.
    pub section: Option<usize>,
    /// 1-based ordinal of the sentence among all of the document: claims of one sentence speak of the same.
    pub sentence: u32,
    /// Index into the reading's claims: the amount of which this is named as a part (其中, 主要包括), or, for shares,
    /// changes and rates, the amount it speaks of.
    pub of: Option<usize>,
    /// The figure it quotes, found by what it is about; `None` if it quotes none that is known.
    pub quoted: Option<Quoted>,
}

/// A sub-division of the unit that the text names (内设机构).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// As printed.
    pub name: String,
    /// 1-based line.
    pub line: u32,
}

/// A term that the text explains (名词解释).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As printed, without its ordinal.
    pub term: String,
    /// What the text says of it.
    pub definition: String,
    /// 1-based line.
    pub line: u32,
}
