//! Units, disclosures and pages as plain search records.
//!
//! Rows of tables are lines, performance forms are projects and indicators, prose and what is not understood are
//! sections.
//! Covers, tables of contents, watermarks and page numbers are in none.

mod findings;
mod projects;
mod prose;
mod tables;
#[cfg(test)]
mod tests;

use gongkai_search::{Kind, Record, Region, Stage};

use crate::catalog::{KeyFigure, key_figures, url};
use crate::model::{self, Disclosure, DisclosureId, Unit};

/// The record of a unit.
pub fn unit_record(unit: &Unit) -> Record {
    let names = [&unit.name, &unit.short_name].into_iter().chain(&unit.former_names);
    let others = [&unit.region_name, &unit.department_code].into_iter().chain(&unit.tags).chain(&unit.notes);
    let mut body: Vec<&str> = Vec::new();
    for text in names.chain(others).map(String::as_str).filter(|text| !text.is_empty()) {
        if !body.contains(&text) {
            body.push(text);
        }
    }
    let body = body.join("\n");
    Record { body, ..blank(Kind::Unit, url::unit(&unit.id), unit.name.clone(), Some(unit)) }
}

/// The records of a disclosure: itself, its projects with their indicators, its tables with their lines, its prose.
pub fn records(unit: &Unit, disclosure: &Disclosure) -> Vec<Record> {
    let frame = Frame { unit, disclosure };
    let mut records = vec![disclosure_record(&frame)];
    projects::collect(&frame, &mut records);
    tables::collect(&frame, &mut records);
    prose::collect(&frame, &mut records);
    findings::collect(&frame, &mut records);
    records
}

/// The record of a page that belongs to no unit; `url` is relative to the site's root.
pub fn page_record(url: &str, title: &str, body: &str) -> Record {
    Record { body: body.to_owned(), ..blank(Kind::Page, url.to_owned(), title.to_owned(), None) }
}

/// What the records of one disclosure have in common.
struct Frame<'a> {
    unit: &'a Unit,
    disclosure: &'a Disclosure,
}

impl Frame<'_> {
    fn id(&self) -> &DisclosureId {
        &self.disclosure.id
    }

    fn record(&self, kind: Kind, url: String, title: String) -> Record {
        let stage = match self.id().stage {
            model::Stage::Budget => Stage::Budget,
            model::Stage::Final => Stage::Final,
        };
        Record {
            year: Some(self.id().year.get()),
            stage: Some(stage),
            ..blank(kind, url, title, Some(self.unit))
        }
    }

    /// The title of the disclosure, with the unit's name.
    fn title(&self) -> String {
        let DisclosureId { year, stage, .. } = self.id();
        let printed = &self.disclosure.reading.title;
        if printed.is_empty() {
            format!("{} · {year}年度{}", self.unit.name, stage.chinese())
        } else if printed.contains(&self.unit.name) {
            printed.clone()
        } else {
            format!("{} · {printed}", self.unit.name)
        }
    }
}

fn blank(kind: Kind, url: String, title: String, unit: Option<&Unit>) -> Record {
    let region = |unit: &Unit| Region { code: unit.region.clone(), name: unit.region_name.clone() };
    Record {
        url,
        title,
        kind,
        unit: unit.map(|unit| unit.id.to_string()),
        unit_name: unit.map(|unit| unit.name.clone()),
        region: unit.filter(|unit| !unit.region.is_empty()).map(region),
        year: None,
        stage: None,
        codes: Vec::new(),
        body: String::new(),
        value: None,
        value_name: String::new(),
    }
}

/// Its value is what it spends in all.
fn disclosure_record(frame: &Frame<'_>) -> Record {
    let key_figures = key_figures(&frame.disclosure.reading.tables);
    let spending = key_figures.iter().find(|entry| entry.figure == KeyFigure::ExpenditureTotal);
    let DisclosureId { year, stage, .. } = frame.id();
    let words = format!("{year}年度{}", stage.chinese());
    let printed = frame.disclosure.reading.unit_name.clone();
    Record {
        body: [printed, words].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"),
        value: spending.map(|entry| entry.amount.money.yuan().to_string()),
        value_name: spending.map(|_| "支出总计".to_owned()).unwrap_or_default(),
        ..frame.record(Kind::Disclosure, url::disclosure(frame.id()), frame.title())
    }
}
