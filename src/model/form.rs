//! Performance forms: what a document says of one project, or of the whole unit, in one place.

use rust_decimal::{Decimal, RoundingStrategy};

use super::damage::Damage;
use super::indicator::Indicator;
use super::money::{Denomination, Money};
use crate::text::{LineRange, Span};

/// The kinds of places in which a document speaks of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormKind {
    /// A row of the table of projects.
    BudgetLine,
    /// 项目支出绩效目标表
    Goal,
    /// 项目支出绩效自评表
    SelfEvaluation,
    /// 项目支出绩效自评分析报告
    SelfEvaluationReport,
    /// A result told in prose.
    NarrativeResult,
    /// 整体支出绩效目标申报表
    UnitGoal,
    /// 部门整体支出绩效自评分析报告
    UnitSelfEvaluationReport,
}

impl FormKind {
    /// The name in data and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BudgetLine => "budget-line",
            Self::Goal => "goal",
            Self::SelfEvaluation => "self-evaluation",
            Self::SelfEvaluationReport => "self-evaluation-report",
            Self::NarrativeResult => "narrative-result",
            Self::UnitGoal => "unit-goal",
            Self::UnitSelfEvaluationReport => "unit-self-evaluation-report",
        }
    }

    /// Whether its texts are paragraphs of the document, not cells of a grid.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::SelfEvaluationReport | Self::UnitSelfEvaluationReport | Self::NarrativeResult)
    }

    /// Whether it is about the whole unit (整体支出) instead of one project.
    pub const fn is_of_unit(self) -> bool {
        matches!(self, Self::UnitGoal | Self::UnitSelfEvaluationReport)
    }
}

/// A value, and how and where it was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// As printed, without markup.
    pub printed: String,
    /// Where it stands.
    pub span: Span,
}

/// The amounts that forms print in a row, in the order of the money's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AmountRole {
    /// 年初预算数 · 目标申报数: what was asked for.
    InitialRequested,
    /// 年初预算数 · 预算编制数: what the budget gave at first.
    InitialBudget,
    /// 全年预算数: the budget after its changes.
    AdjustedBudget,
    /// 全年执行数
    Executed,
    /// 资金结（转）余
    Balance,
}

impl AmountRole {
    /// All of them, in order.
    pub const ALL: [Self; 5] =
        [Self::InitialRequested, Self::InitialBudget, Self::AdjustedBudget, Self::Executed, Self::Balance];

    /// The column of `projects.csv`, and the last part of the value's id.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InitialRequested => "initial_requested",
            Self::InitialBudget => "initial_budget",
            Self::AdjustedBudget => "adjusted_budget",
            Self::Executed => "executed",
            Self::Balance => "balance",
        }
    }
}

/// What a row of funding is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FundingAxis {
    /// All the money.
    #[default]
    Total,
    /// One source of it (市县区财政资金).
    Source,
    /// One purpose of it (基本支出, 项目支出).
    Direction,
}

/// One row of a form's money. A blank cell is `None`; a printed zero is a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Funding {
    /// What the row is about.
    pub axis: FundingAxis,
    /// Its label as printed, without white space; may be empty for the total.
    pub label: String,
    /// 1-based line; 0 where the form has no such row.
    pub line: u32,
    /// 年初预算数 · 目标申报数
    pub initial_requested: Option<Stated<Money>>,
    /// 年初预算数 · 预算编制数; in goal forms the annual amount.
    pub initial_budget: Option<Stated<Money>>,
    /// 全年预算数
    pub adjusted_budget: Option<Stated<Money>>,
    /// 全年执行数
    pub executed: Option<Stated<Money>>,
    /// 资金结（转）余
    pub balance: Option<Stated<Money>>,
    /// The amount over the whole implementation period (实施期), in goal forms.
    pub implementation: Option<Stated<Money>>,
    /// 执行率 as printed, in percent.
    pub execution_rate: Option<Stated<Decimal>>,
    /// 得分 for execution (预算执行).
    pub score: Option<Stated<Decimal>>,
    /// 偏差原因; may be empty.
    pub deviation_reason: String,
}

impl Funding {
    /// The amount in that role.
    pub fn amount(&self, role: AmountRole) -> Option<&Stated<Money>> {
        match role {
            AmountRole::InitialRequested => self.initial_requested.as_ref(),
            AmountRole::InitialBudget => self.initial_budget.as_ref(),
            AmountRole::AdjustedBudget => self.adjusted_budget.as_ref(),
            AmountRole::Executed => self.executed.as_ref(),
            AmountRole::Balance => self.balance.as_ref(),
        }
    }

    /// Where the amount in that role is kept.
    pub fn amount_mut(&mut self, role: AmountRole) -> &mut Option<Stated<Money>> {
        match role {
            AmountRole::InitialRequested => &mut self.initial_requested,
            AmountRole::InitialBudget => &mut self.initial_budget,
            AmountRole::AdjustedBudget => &mut self.adjusted_budget,
            AmountRole::Executed => &mut self.executed,
            AmountRole::Balance => &mut self.balance,
        }
    }
}

/// The grade of an evaluation (评价等级). Source: 财预〔2020〕10号.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// 优
    Excellent,
    /// 良
    Good,
    /// 中
    Fair,
    /// 差
    Poor,
}

impl Grade {
    /// All of them, the best first.
    pub const ALL: [Self; 4] = [Self::Excellent, Self::Good, Self::Fair, Self::Poor];

    /// The word in documents and data.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Excellent => "优",
            Self::Good => "良",
            Self::Fair => "中",
            Self::Poor => "差",
        }
    }
}

/// A labelled text of a form: a goal, a part of the analysis, an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The label or heading as printed, without white space and ordinal.
    pub heading: String,
    /// What stands under it, without markup; lines that the page broke are joined. May be empty.
    pub text: String,
    /// Heading to last line.
    pub lines: LineRange,
}

/// One appearance of a project in a document (DATA-CONTRACT: a row of `projects.csv`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which kind of place it is.
    pub kind: FormKind,
    /// The project's name without white space, completed where the conversion clipped it and the rest is certain; the
    /// unit's name in forms about the whole unit.
    pub name: String,
    /// The name as printed here, without markup.
    pub name_printed: String,
    /// 1-based line of the name.
    pub name_line: u32,
    /// Code and name of the department (主管部门), as far as printed.
    pub department_code: String,
    /// See `department_code`.
    pub department: String,
    /// Code and name of the budget unit (预算单位, 项目单位, 实施单位), as far as printed.
    pub unit_code: String,
    /// See `unit_code`.
    pub unit: String,
    /// What its amounts are printed in.
    pub denomination: Option<Denomination>,
    /// Title to last line.
    pub lines: LineRange,
    /// The row of all the money; empty if there is none.
    pub total: Funding,
    /// The rows by source and by direction, in document order.
    pub funding: Vec<Funding>,
    /// 总分
    pub total_score: Option<Stated<Decimal>>,
    /// 等级
    pub grade: Option<Stated<Grade>>,
    /// In document order.
    pub indicators: Vec<Indicator>,
    /// Goals, attributes, analysis, in document order.
    pub passages: Vec<Passage>,
    /// Whether all rows of the form are there: no part of it is known to be lost.
    pub complete: bool,
    /// What the conversion did to the form as a whole; what it did to an indicator stands there.
    pub damage: Vec<Damage>,
}

impl Form {
    /// A form with nothing in it yet.
    pub fn new(kind: FormKind, lines: LineRange) -> Self {
        Self {
            kind,
            name: String::new(),
            name_printed: String::new(),
            name_line: lines.first,
            department_code: String::new(),
            department: String::new(),
            unit_code: String::new(),
            unit: String::new(),
            denomination: None,
            lines,
            total: Funding::default(),
            funding: Vec::new(),
            total_score: None,
            grade: None,
            indicators: Vec::new(),
            passages: Vec::new(),
            complete: true,
            damage: Vec::new(),
        }
    }

    /// How much of the initial budget was spent, in percent with two decimals, half up. `None` where one of the two is
    /// not printed, or nothing was to be spent.
    pub fn execution_rate_initial(&self) -> Option<Decimal> {
        let executed = self.total.executed.as_ref()?.value.yuan();
        let initial = self.total.initial_budget.as_ref()?.value.yuan();
        if initial <= Decimal::ZERO {
            return None;
        }
        let rate = executed.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(initial)?;
        Some(rate.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }
}
