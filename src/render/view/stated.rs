//! Values of forms: as printed, exactly, and where they stand.

use rust_decimal::Decimal;
use serde::Serialize;

use super::head::{DisclosureName, LineLink};
use crate::model::{Damage, Denomination, Grade, Money, Stated};
use crate::render::format::{grouped, yuan};

/// A value of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatedView {
    /// Its name, unique on the page; empty for values that are not quoted by themselves.
    pub id: String,
    /// As printed, amounts with thousands separators.
    pub shown: String,
    /// In yuan, else as printed; without separators.
    pub value: String,
    /// The exact yuan with separators, where another denomination is printed; else empty.
    pub exact: String,
    /// The line.
    pub at: LineLink,
}

impl StatedView {
    /// An amount.
    pub(super) fn money(
        stated: &Stated<Money>,
        denomination: Option<Denomination>,
        id: String,
        name: &DisclosureName,
    ) -> Self {
        let in_yuan = denomination == Some(Denomination::Yuan);
        Self {
            id,
            shown: grouped(stated.printed.trim()),
            value: stated.value.yuan().to_string(),
            exact: if in_yuan { String::new() } else { yuan(stated.value) },
            at: name.line(stated.span.line),
        }
    }

    /// A rate or a score.
    pub(super) fn number(stated: &Stated<Decimal>, id: String, name: &DisclosureName) -> Self {
        Self { id, ..Self::plain(&stated.printed, stated.value.to_string(), name.line(stated.span.line)) }
    }

    /// A grade.
    pub(super) fn grade(stated: &Stated<Grade>, id: String, name: &DisclosureName) -> Self {
        let grade = stated.value.chinese();
        Self { id, ..Self::plain(grade, grade.to_owned(), name.line(stated.span.line)) }
    }

    /// A value that is shown as it is printed.
    pub(super) fn plain(printed: &str, value: String, at: LineLink) -> Self {
        Self { id: String::new(), shown: printed.trim().to_owned(), value, exact: String::new(), at }
    }
}

/// What the conversion did to a form or one of its cells. Its words are the messages `damage.<kind>` and
/// `damage-field.<field>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DamageView {
    /// `shifted`, `lost` …
    pub kind: &'static str,
    /// A column of `projects.csv` or `indicators.csv`, or `row`.
    pub field: &'static str,
    /// What is printed there; may be empty.
    pub printed: String,
    /// The line.
    pub at: LineLink,
}

/// Everything that happened, in document order.
pub(super) fn damages(damage: &[Damage], name: &DisclosureName) -> Vec<DamageView> {
    let view = |damage: &Damage| DamageView {
        kind: damage.kind.name(),
        field: damage.field,
        printed: damage.printed.clone(),
        at: name.line(damage.line),
    };
    damage.iter().map(view).collect()
}
