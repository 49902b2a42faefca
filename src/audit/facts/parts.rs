//! The totals of the units that a department's figures are the sum of.

use crate::model::{DisclosureId, Input};

/// What is kept of a unit's disclosure for the sum of its department.
#[derive(Clone, Debug)]
pub struct PartTotals {
    /// The disclosure.
    pub disclosure: DisclosureId,
    /// The unit's name.
    pub unit: String,
    /// 本年收入合计, marked as standing in `disclosure`.
    pub income: Option<Input>,
    /// 本年支出合计, marked as standing in `disclosure`.
    pub expenditure: Option<Input>,
}
