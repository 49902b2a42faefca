//! Forms printed as one sheet: rows of fields, money, goals, indicators, a total, and an analysis.
//!
//! The parts come in any order, and each is known by its words; layouts say only what kind of form it is.

mod fields;
mod goals;
mod party;
mod passages;
mod total;

use super::segment::Segment;
use super::{completeness, funding, indicator, words};
use crate::model::{AmountRole, Damage, DamageKind, Form, FormKind, Funding};
use crate::read::grid::GridRow;
use crate::read::words as line_words;
use rust_decimal::Decimal;

use fields::Field;

/// A form while it is read.
struct Sheet<'r> {
    rows: &'r [GridRow],
    form: Form,
    /// Columns of weight and score.
    points: Option<(usize, usize)>,
    /// Points for spending the budget, where printed.
    execution: Option<Decimal>,
    /// Whether the indicators are behind.
    rated: bool,
}

/// Reads a form of one sheet; the reason if it holds nothing that a form has.
pub(super) fn read(segment: &Segment<'_, '_>, kind: FormKind) -> Result<Form, String> {
    let rows: Vec<GridRow> = segment.rows().filter(|row| !row.is_empty()).cloned().collect();
    let mut sheet =
        Sheet { rows: &rows, form: segment.form(kind), points: None, execution: None, rated: false };
    let mut at = 0;
    while at < rows.len() {
        at += sheet.part(at).max(1);
    }
    let Sheet { mut form, execution, .. } = sheet;
    settle_name(&mut form, segment);
    party::note_clipped(&mut form);
    completeness::prove_losses(&mut form, execution);
    if form.name.is_empty() || form.indicators.is_empty() && form.total.line == 0 && form.funding.is_empty() {
        return Err("a performance form whose rows were not understood, shown as a grid".to_owned());
    }
    Ok(form)
}

impl Sheet<'_> {
    /// Reads the part that begins at row `at`, and how many rows it takes.
    fn part(&mut self, at: usize) -> usize {
        let rest = self.rows.get(at..).unwrap_or_default();
        let Some(row) = rest.first() else { return 1 };
        if let Some(grid) = indicator::indicators(rest) {
            return self.take_indicators(grid);
        }
        if !self.rated && funding::begins(rest) {
            return self.take_funding(funding::funding(rest, self.form.denomination));
        }
        if self.rated && words::is_total_row(row) && total::take(row, self.points, &mut self.form) {
            return 1;
        }
        if !self.rated {
            let pairs = funding::pairs(rest, self.form.denomination);
            if pairs.consumed > 0 {
                return self.take_funding(pairs);
            }
        }
        let goals = goals::read(rest, &mut self.form);
        if goals > 0 {
            return goals;
        }
        self.take_row(row);
        1
    }

    fn take_indicators(&mut self, grid: indicator::IndicatorGrid) -> usize {
        self.rated = true;
        self.points = grid.points.or(self.points);
        self.form.indicators.extend(grid.indicators);
        self.form.damage.extend(grid.damage);
        grid.consumed
    }

    fn take_funding(&mut self, grid: funding::FundingGrid) -> usize {
        if self.form.total.line == 0 {
            self.form.total = grid.total;
        } else if grid.total != Funding::default() {
            self.form.funding.push(grid.total);
        }
        self.form.funding.extend(grid.rows);
        self.form.damage.extend(grid.damage);
        self.form.denomination = grid.denomination.or(self.form.denomination);
        self.execution = grid.weight.or(self.execution);
        grid.consumed
    }

    /// A row of fields, or of a label and a text.
    fn take_row(&mut self, row: &GridRow) {
        let graded = self.form.grade.is_none() && total::take_grade(row, &mut self.form);
        if self.take_labelled(row) | self.take_inline(row) | (graded && fields::fields(row).is_empty()) {
            return;
        }
        let fields = fields::fields(row);
        if fields.is_empty() {
            passages::take(row, &mut self.form);
        }
        for (field, label, value) in fields {
            match field {
                Field::Name => {
                    self.form.name = value.text.clone();
                    self.form.name_printed = value.printed.clone();
                    self.form.name_line = row.line;
                }
                Field::Department => {
                    (self.form.department_code, self.form.department) = party::split(&value.text);
                    self.name_unit(row.line, &value.printed);
                }
                Field::Unit => {
                    (self.form.unit_code, self.form.unit) = party::split(&value.text);
                    self.name_unit(row.line, &value.printed);
                }
                Field::Attribute => {
                    // 人 without a number is the measure of a blank.
                    let blank = ["人", "个", "名", "年"].contains(&value.text.as_str());
                    let text = if blank { "" } else { value.printed.as_str() };
                    passages::push(
                        &mut self.form,
                        label.trim_start_matches("其中").trim_start_matches([':', '：']),
                        text,
                        row.line,
                        row.line,
                    );
                }
                Field::Person => {}
            }
        }
    }

    /// Money and scores in rows of fields; what a grid says goes before. `false` if the row holds other fields, too.
    fn take_labelled(&mut self, row: &GridRow) -> bool {
        total::take_labelled(row, &mut self.form);
        let Some(found) = funding::labelled(row, self.form.denomination).filter(|_| !self.rated) else {
            return false;
        };
        let total = &mut self.form.total;
        total.line = if total.line == 0 { found.line } else { total.line };
        for role in AmountRole::ALL {
            let known = total.amount(role).cloned();
            *total.amount_mut(role) = known.or(found.amount(role).cloned());
        }
        total.execution_rate = total.execution_rate.take().or(found.execution_rate);
        fields::fields(row).is_empty()
    }

    /// A name printed in one cell with its label.
    fn take_inline(&mut self, row: &GridRow) -> bool {
        let named = row.cells.iter().find_map(|cell| {
            let name = fields::inline_name(&cell.text)?;
            Some((name.to_owned(), fields::inline_name(&cell.printed).unwrap_or(name).to_owned()))
        });
        let Some((name, printed)) = named.filter(|_| self.form.name.is_empty()) else { return false };
        (self.form.name, self.form.name_printed, self.form.name_line) = (name, printed, row.line);
        row.filled().len() == 1
    }

    /// Forms about the unit have its name.
    fn name_unit(&mut self, line: u32, printed: &str) {
        if self.form.kind.is_of_unit() && (self.form.name.is_empty() || !self.form.unit.is_empty()) {
            let own = if self.form.unit.is_empty() { &self.form.department } else { &self.form.unit };
            self.form.name = own.clone();
            self.form.name_printed = printed.to_owned();
            self.form.name_line = line;
        }
    }
}

/// The name of the project, completed from the title where the row clips it.
fn settle_name(form: &mut Form, segment: &Segment<'_, '_>) {
    if form.name.is_empty() {
        name_from_text(form, segment);
    }
    if form.kind.is_of_unit() && !form.name.is_empty() {
        return;
    }
    let titled = segment.title_name();
    let clipped = titled.chars().count() > form.name.chars().count() && titled.starts_with(&form.name);
    if form.name.is_empty() {
        form.name_printed = titled.clone();
        form.name = titled;
    } else if clipped {
        let printed = form.name_printed.clone();
        form.damage.push(Damage { kind: DamageKind::Clipped, field: "name", line: form.name_line, printed });
        form.name = titled;
    }
}

/// The name in a line of text around the grid: 项目名称：…, and 填报单位：… in forms about the unit.
fn name_from_text(form: &mut Form, segment: &Segment<'_, '_>) {
    let of_unit = form.kind.is_of_unit();
    for index in segment.metas.iter().chain(&segment.texts) {
        let Some(line) = segment.lines.get(*index) else { continue };
        let unit = || line_words::find_unit_name(&line.compact).filter(|_| of_unit);
        let project = || fields::inline_name(&line.compact).filter(|_| !of_unit).map(str::to_owned);
        if let Some(name) = unit().or_else(project) {
            form.name_printed = name.clone();
            form.name_line = line.number;
            form.name = name;
            return;
        }
    }
}
