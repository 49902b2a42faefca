//! The totals of the units that a department's figures are the sum of.

use super::Sheet;
use crate::model::{Disclosure, DisclosureId, Input, Unit};

/// What is kept of a unit's disclosure for the sum of its department.
#[derive(Clone, Debug)]
pub struct PartTotals {
    /// The disclosure.
    pub disclosure: DisclosureId,
    /// 本年收入合计, marked as standing in `disclosure`.
    pub income: Option<Input>,
    /// 本年支出合计, marked as standing in `disclosure`.
    pub expenditure: Option<Input>,
}

impl PartTotals {
    /// The totals of a disclosure.
    pub fn of(unit: &Unit, disclosure: &Disclosure) -> Self {
        let reading = &disclosure.reading;
        let total = |kind: &str| {
            let table = reading.tables.iter().find(|table| table.kind == kind)?;
            let sheet = Sheet::new(table, reading);
            let input = sheet.slot(sheet.total(), "total").value()?;
            let label = format!("{}{}", unit.short_name, input.label);
            Some(Input { label, elsewhere: Some(disclosure.id.clone()), ..input })
        };
        Self { disclosure: disclosure.id.clone(), income: total("income"), expenditure: total("expenditure") }
    }
}
