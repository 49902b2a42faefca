//! Printed values as inputs of a formula.

use rust_decimal::Decimal;

use super::Facts;
use crate::model::{
    Aspect, Basis, Claim, Denomination, Evidence, Form, Input, Measure, Money, Part, Quoted, Stated, Table,
};
use crate::text::Span;

/// What the last printed digit of an amount is worth in yuan: 100 for 12.50万元. Yuan with two decimals are exact.
pub(in crate::audit) fn precision(printed: &str, denomination: Denomination) -> Decimal {
    let decimals = decimals(printed);
    if denomination == Denomination::Yuan && decimals >= 2 {
        return Decimal::ZERO;
    }
    (denomination.yuan() * last_digit(decimals)).normalize()
}

/// What money of forms is precise to: 0.01万元.
const FORM_PRECISION: Decimal = Decimal::ONE_HUNDRED;

/// What the last digit of a number with so many decimals is worth: 0.01 for two.
fn last_digit(decimals: u32) -> Decimal {
    Decimal::try_new(1, decimals).unwrap_or_default()
}

/// How many decimals the first number in `printed` has.
fn decimals(printed: &str) -> u32 {
    let fraction = printed.split_once(['.', '．']).map_or("", |(_, fraction)| fraction);
    let digits = fraction.chars().take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).count();
    u32::try_from(digits).unwrap_or_default()
}

/// The table's title without the words before its own name.
pub(in crate::audit) fn short_title(table: &Table) -> &str {
    if table.title.is_empty() { &table.id } else { &table.title }
}

impl Facts<'_> {
    /// A figure of prose.
    pub fn claim(&self, claim: &Claim) -> Input {
        let unit = match (claim.denomination, claim.measure) {
            (Some(denomination), _) => precision(&claim.printed, denomination),
            (None, Measure::Percent) => last_digit(decimals(&claim.printed)),
            (None, _) if decimals(&claim.printed) > 0 => last_digit(decimals(&claim.printed)),
            (None, _) => Decimal::ZERO,
        };
        Input {
            evidence: Evidence::Claim(claim.key.clone()),
            elsewhere: None,
            part: Part::Stated,
            label: claim_label(claim),
            printed: claim.printed.clone(),
            value: Some(claim.value),
            unit,
            measure: claim.measure,
            denomination: claim.denomination,
            span: claim.span,
        }
    }

    /// What a claim quotes, if that is a number.
    pub fn quoted(&self, claim: &Claim) -> Option<Input> {
        match claim.quoted.as_ref()? {
            Quoted::Figure { figure, .. } => {
                let (sheet, row, cell) = *self.figures.get(figure)?;
                let sheet = self.sheets.get(sheet)?;
                let row = sheet.table.rows.get(row)?;
                sheet.cell(row, row.cells.get(cell)?).value()
            }
            Quoted::Form(field) => {
                let form = self.reading.forms.get(field.form)?;
                self.form_field(field.form, form, field.field)
            }
        }
    }

    /// A value of a form by its column of `projects.csv`.
    pub fn form_field(&self, index: usize, form: &Form, field: &'static str) -> Option<Input> {
        use crate::model::AmountRole;
        if let Some(role) = AmountRole::ALL.into_iter().find(|role| role.name() == field) {
            return Some(self.form_money(index, form.total.amount(role)?, field));
        }
        let number = |stated: &Stated<Decimal>, measure| self.form_number(index, stated, field, measure);
        match field {
            "execution_rate" => Some(number(form.total.execution_rate.as_ref()?, Measure::Percent)),
            "execution_score" => Some(number(form.total.score.as_ref()?, Measure::Item)),
            "total_score" => Some(number(form.total_score.as_ref()?, Measure::Item)),
            _ => None,
        }
    }

    /// An amount of a form.
    pub fn form_money(&self, form: usize, stated: &Stated<Money>, field: &'static str) -> Input {
        let denomination = self.reading.forms.get(form).and_then(|form| form.denomination);
        // A value may print its own denomination; the printed number tells which one fits.
        let fits = |denomination: &Denomination| {
            let counted = stated.value.count(*denomination);
            crate::model::read_number(stated.printed.trim_end_matches(|c: char| "万元亿百千".contains(c)))
                == crate::model::Number::Value(counted)
        };
        let denomination =
            denomination.filter(fits).or_else(|| Denomination::ALL.into_iter().find(fits)).or(denomination);
        Input {
            value: Some(stated.value.yuan()),
            // Forms leave out zeros at the end: 87 beside 74.048 is 87.00.
            unit: denomination
                .map(|denomination| precision(&stated.printed, denomination).min(FORM_PRECISION))
                .unwrap_or_default(),
            measure: Measure::Yuan,
            denomination,
            ..self.form_input(form, field, &stated.printed, stated.span)
        }
    }

    /// A number of a form that is no money.
    pub fn form_number(
        &self,
        form: usize,
        stated: &Stated<Decimal>,
        field: &'static str,
        measure: Measure,
    ) -> Input {
        Input {
            value: Some(stated.value),
            unit: last_digit(decimals(&stated.printed)),
            measure,
            ..self.form_input(form, field, &stated.printed, stated.span)
        }
    }

    /// A value of an indicator; `index` counts from 0 within its form.
    pub fn indicator(
        &self,
        form: usize,
        index: usize,
        field: &'static str,
        printed: &str,
        value: Option<Decimal>,
    ) -> Input {
        let (Some(of), slug) =
            (self.reading.forms.get(form), self.slugs.get(form).copied().unwrap_or_default())
        else {
            return text("", printed, super::whole_line(1));
        };
        let indicator = of.indicators.get(index);
        Input {
            evidence: Evidence::Indicator {
                project: slug.to_owned(),
                kind: of.kind,
                ordinal: index + 1,
                field,
            },
            label: indicator.map(|indicator| format!("指标“{}”", indicator.name)).unwrap_or_default(),
            value,
            unit: if value.is_some() { last_digit(decimals(printed)) } else { Decimal::ZERO },
            ..text(
                "",
                printed,
                indicator.map_or(super::whole_line(of.lines.first), |indicator| indicator.span),
            )
        }
    }

    fn form_input(&self, form: usize, field: &'static str, printed: &str, span: Span) -> Input {
        let slug = self.slugs.get(form).copied().unwrap_or_default();
        let of = self.reading.forms.get(form);
        let name = of.map(|form| form.name.as_str()).unwrap_or_default();
        let kind = of.map_or(crate::model::FormKind::BudgetLine, |form| form.kind);
        Input {
            evidence: Evidence::Form { project: slug.to_owned(), kind, field },
            label: format!("“{name}”{}", field_name(field)),
            ..text("", printed, span)
        }
    }
}

/// A figure of prose in the document's words: 文字“一般公共服务支出”年初预算, 文字“基本支出”占比.
fn claim_label(claim: &Claim) -> String {
    let basis = match claim.basis {
        Some(Basis::InitialBudget) => "年初预算",
        Some(Basis::AdjustedBudget) => "全年预算",
        Some(Basis::Budget) => "预算",
        Some(Basis::Final) => "决算",
        None => "",
    };
    let aspect = match claim.aspect {
        Aspect::Amount | Aspect::Threshold | Aspect::Count | Aspect::Rate => "",
        Aspect::Share => "占比",
        Aspect::Change => "增减额",
        Aspect::ChangeRate => "增减率",
        Aspect::CompletionRate => "完成率",
        Aspect::Score => "得分",
    };
    let basis = if aspect.is_empty() { basis } else { "" };
    format!("文字“{}”{basis}{aspect}", claim.subject)
}

/// Words at a place, under a name that stays when the text is converted again.
pub(in crate::audit) fn text(name: &str, printed: &str, span: Span) -> Input {
    Input {
        evidence: Evidence::Text(name.to_owned()),
        elsewhere: None,
        part: Part::Beside,
        label: name.to_owned(),
        printed: printed.to_owned(),
        value: None,
        unit: Decimal::ZERO,
        measure: Measure::Item,
        denomination: None,
        span,
    }
}

/// What forms call a column of `projects.csv`.
fn field_name(field: &str) -> &'static str {
    match field {
        "initial_requested" => "目标申报数",
        "initial_budget" => "年初预算数",
        "adjusted_budget" => "全年预算数",
        "executed" => "全年执行数",
        "balance" => "结余",
        "execution_rate" => "执行率",
        "execution_score" => "预算执行得分",
        "total_score" => "总分",
        "grade" => "等级",
        _ => "",
    }
}
