//! The registry of standard tables: ids, titles, columns and roles as data.
//!
//! The built-in list is `tables.toml`; an archive adds to it with `content/registry/*.toml` of the same form.

mod header;
mod title;

use serde::Deserialize;

use crate::diag::{Diagnostic, Place, codes};
use crate::model::{Measure, Side, Stage};
use crate::text::matching;

pub use header::{AxisKind, AxisWords, fold_header};

const BUILT_IN: &str = include_str!("tables.toml");

/// A standard table.
#[derive(Clone, Debug)]
pub struct TableSpec {
    /// Permanent id, e.g. `general-budget`.
    pub id: String,
    /// The kind of disclosure it belongs to.
    pub stage: Stage,
    /// Its official name.
    pub name: String,
    /// The one name of its value columns, where documents print different ones.
    pub column_name: Option<String>,
    /// Whether it prints 收入 and 支出 side by side.
    pub two_sided: bool,
    /// Its columns.
    pub columns: Vec<ColumnSpec>,
    titles: Vec<String>,
    measures: Vec<(String, Measure)>,
}

/// A column of a standard table.
#[derive(Clone, Debug)]
pub struct ColumnSpec {
    /// Permanent name, e.g. `basic`.
    pub role: String,
    /// The side it belongs to, if it is on one side only.
    pub side: Option<Side>,
    /// Folded header paths, the template's first.
    pub names: Vec<Vec<String>>,
    /// Whether every table of the kind has it.
    pub required: bool,
}

/// Every table and header word known.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    tables: Vec<TableSpec>,
    /// The words of the axis.
    pub axis: AxisWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRegistry {
    #[serde(default)]
    axis: header::WrittenAxis,
    #[serde(default)]
    table: Vec<WrittenTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTable {
    id: String,
    stage: Stage,
    #[serde(default)]
    name: String,
    #[serde(default)]
    titles: Vec<String>,
    column_name: Option<String>,
    #[serde(default)]
    two_sided: bool,
    #[serde(default)]
    columns: Vec<WrittenColumn>,
    #[serde(default)]
    measures: Vec<WrittenMeasure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenColumn {
    role: String,
    side: Option<String>,
    names: Vec<String>,
    #[serde(default)]
    required: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMeasure {
    label: String,
    measure: String,
}

impl Registry {
    /// The built-in registry.
    pub fn built_in() -> Self {
        let mut registry = Self::default();
        let problem = registry.extend("registry/tables.toml", BUILT_IN).err();
        debug_assert!(problem.is_none(), "{problem:?}");
        registry
    }

    /// Adds the tables and words of a registry file: a known id and stage is extended, a new one appended.
    ///
    /// # Errors
    /// A diagnostic with the place, if the text is no registry; nothing is added then.
    pub fn extend(&mut self, path: &str, text: &str) -> Result<(), Box<Diagnostic>> {
        let written: WrittenRegistry =
            toml::from_str(text).map_err(|error| Box::new(toml_problem(path, text, &error)))?;
        let tables: Result<Vec<TableSpec>, String> = written.table.into_iter().map(check).collect();
        let tables = tables.map_err(|message| {
            Box::new(Diagnostic::of(codes::BAD_REGISTRY, message).at(Place::file(path)))
        })?;
        self.axis.extend(&written.axis);
        tables.into_iter().for_each(|table| self.merge(table));
        Ok(())
    }

    fn merge(&mut self, more: TableSpec) {
        let known = self.tables.iter_mut().find(|table| table.id == more.id && table.stage == more.stage);
        let Some(table) = known else {
            self.tables.push(more);
            return;
        };
        table.titles.extend(more.titles);
        table.measures.extend(more.measures);
        for column in more.columns {
            match table.columns.iter_mut().find(|c| c.role == column.role && c.side == column.side) {
                Some(known) => known.names.extend(column.names),
                None => table.columns.push(column),
            }
        }
    }

    /// The tables of a stage, in the template's order.
    pub fn tables(&self, stage: Stage) -> impl Iterator<Item = &TableSpec> {
        self.tables.iter().filter(move |table| table.stage == stage)
    }

    /// The table known under a printed title; of the same stage if there is one.
    pub fn find(&self, printed: &str, stage: Stage) -> Option<&TableSpec> {
        title::forms(printed).iter().find_map(|form| {
            let known = || self.tables.iter().filter(|table| table.titles.contains(form));
            known().find(|table| table.stage == stage).or_else(|| known().next())
        })
    }
}

impl TableSpec {
    /// The role of a column with this printed header path, on this side; the most specific name wins.
    pub fn role(&self, path: &[String], side: Option<Side>) -> Option<&ColumnSpec> {
        self.fit(path, side).map(|(_, column)| column)
    }

    /// The role of a column, and how many words of its path agree with the registered name.
    pub fn fit(&self, path: &[String], side: Option<Side>) -> Option<(usize, &ColumnSpec)> {
        let folded: Vec<String> = path.iter().map(|word| fold_header(word)).collect();
        let fits =
            |column: &ColumnSpec| column.names.iter().filter_map(|name| header::fit(name, &folded)).max();
        let allowed = self.columns.iter().filter(|c| c.side.is_none() || side.is_none() || c.side == side);
        allowed
            .filter_map(|column| Some((fits(column)?, column)))
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// What the row with this label counts.
    pub fn measure(&self, label: &str) -> Measure {
        self.measures
            .iter()
            .find(|(word, _)| label.contains(word))
            .map_or(Measure::Yuan, |(_, measure)| *measure)
    }
}

fn check(written: WrittenTable) -> Result<TableSpec, String> {
    let known_id = |id: &str| {
        !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if !known_id(&written.id) {
        return Err(format!(
            "`{}` is not a table id: use lower-case letters, digits and hyphens",
            written.id
        ));
    }
    let titles = written.titles.iter().chain([&written.name]).filter(|title| !title.is_empty());
    let measures: Result<_, String> = written.measures.into_iter().map(check_measure).collect();
    let columns: Result<_, String> = written.columns.into_iter().map(check_column).collect();
    Ok(TableSpec {
        titles: titles.map(|title| matching(title)).collect(),
        id: written.id,
        stage: written.stage,
        name: written.name,
        column_name: written.column_name,
        two_sided: written.two_sided,
        columns: columns?,
        measures: measures?,
    })
}

fn check_measure(written: WrittenMeasure) -> Result<(String, Measure), String> {
    let measure = Measure::from_name(&written.measure)
        .ok_or_else(|| format!("`{}` is not a measure", written.measure))?;
    Ok((written.label, measure))
}

fn check_column(written: WrittenColumn) -> Result<ColumnSpec, String> {
    let side = match written.side.as_deref() {
        None => None,
        Some("收入") => Some(Side::Income),
        Some("支出") => Some(Side::Expenditure),
        Some(other) => return Err(format!("`{other}` is not a side: write 收入 or 支出")),
    };
    if written.names.is_empty() {
        return Err(format!("the column `{}` has no name", written.role));
    }
    let names = written.names.iter().map(|name| name.split('/').map(fold_header).collect()).collect();
    Ok(ColumnSpec { role: written.role, side, names, required: written.required })
}

fn toml_problem(path: &str, text: &str, error: &toml::de::Error) -> Diagnostic {
    let place = Place::in_text(path, text, error.span().unwrap_or(0..0));
    Diagnostic::of(codes::BAD_REGISTRY, error.message().to_owned())
        .at(place)
        .hint("See docs/registry.md for the form of a registry file.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_tables_by_title_and_stage() {
        let registry = Registry::built_in();
        let id =
            |title: &str, stage| registry.find(title, stage).map(|table| (table.id.as_str(), table.stage));
        let cases = [
            ("收入支出决算总表", "summary"),
            ("财政拨款收入支出决算总表", "appropriation"),
            ("支出决算表", "expenditure"),
            ("一般公共预算财政拨款支出决算表", "general-budget"),
            ("一般公共预算财政拨款支出决算明细表", "economic-detail"),
            ("财政拨款 三公 经费支出决算表", "three-public"),
            ("国有资本经营预算财政拨款收入支出决算表", "state-capital"),
        ];
        for (title, expected) in cases {
            assert_eq!(id(title, Stage::Final), Some((expected, Stage::Final)), "{title}");
        }
        let budget = [
            ("2024年预算收支总表", "summary"),
            ("2024年财政拨款安排“三公”经费支出预算表", "three-public"),
            ("2024年一般公共预算安排基本支出分经济科目表（不含上年结转）", "economic-detail"),
            ("2024年项目支出预算表（本年预算）", "projects"),
            ("2024年项目支出预算表（上年结转）", "projects-carried-over"),
        ];
        for (title, expected) in budget {
            assert_eq!(id(title, Stage::Budget), Some((expected, Stage::Budget)), "{title}");
        }
        assert_eq!(id("项目支出绩效目标表", Stage::Budget), None);
    }

    #[test]
    fn no_title_stands_for_two_tables() {
        let registry = Registry::built_in();
        for stage in [Stage::Budget, Stage::Final] {
            let mut titles: Vec<&String> = registry.tables(stage).flat_map(|table| &table.titles).collect();
            let count = titles.len();
            titles.sort();
            titles.dedup();
            assert_eq!(titles.len(), count, "{stage}");
        }
    }

    #[test]
    fn the_most_specific_name_of_a_column_wins() {
        let registry = Registry::built_in();
        let table = registry.find("三公经费支出决算表", Stage::Final).unwrap();
        let role = |path: &str| {
            table.role(&path.split('/').map(str::to_owned).collect::<Vec<_>>(), None).map(|c| c.role.as_str())
        };
        assert_eq!(role("预算数/公务用车购置及运行维护费/小计"), Some("budget-vehicles"));
        assert_eq!(role("公务用车购置及运行费/公务用车运行费/决算数"), Some("final-vehicle-operation"));
        assert_eq!(role("合计/预算数"), Some("budget-total"));
        assert_eq!(role("备注"), None);
    }

    #[test]
    fn an_archive_adds_words_and_tables() {
        let mut registry = Registry::built_in();
        let more = "[[table]]\nid = \"expenditure\"\nstage = \"final\"\ntitles = [\"支出情况表\"]\ncolumns = [{ role = \"basic\", names = [\"基本类支出\"] }]\n";
        registry.extend("content/registry/place.toml", more).unwrap();
        let table = registry.find("2031年支出情况表", Stage::Final).unwrap();
        assert_eq!(table.role(&["基本类支出".to_owned()], None).unwrap().role, "basic");
        let wrong = registry
            .extend("content/registry/place.toml", "[[table]]\nid = \"x\"\nstagge = \"final\"\n")
            .unwrap_err();
        let place = wrong.place.unwrap();
        assert_eq!((place.line, place.column, place.text.as_str()), (3, 1, "stagge = \"final\""));
    }
}
