//! The figures that matter first, found by meaning: table kind, column role, and what the row is about.

use super::amount::Amount;
use crate::model::{Row, Side, Table};

/// What a key figure says of a disclosure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyFigure {
    /// 本年收入合计
    IncomeTotal,
    /// 本年支出合计
    ExpenditureTotal,
    /// 基本支出
    BasicSpending,
    /// 项目支出
    ProjectSpending,
    /// “三公”经费合计 of the disclosure's own stage
    ThreePublic,
    /// “三公”经费预算数 printed in final accounts
    ThreePublicBudget,
    /// 机关运行经费; final accounts print it apart for 行政单位 and 参照公务员法管理事业单位
    OperatingExpenses,
    /// 政府采购合计
    Procurement,
}

/// One key figure of a disclosure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigureEntry {
    /// What it says.
    pub figure: KeyFigure,
    /// The label of its row, as printed; may be empty.
    pub label: String,
    /// The amount and its place.
    pub amount: Amount,
}

/// Where a key figure may stand.
struct Rule {
    figure: KeyFigure,
    table: &'static str,
    role: &'static str,
    rows: Rows,
}

/// Which rows a rule looks at. Names are folded for matching and stand without ordinals.
enum Rows {
    /// The first row of one of these names.
    Named(&'static [&'static str]),
    /// The first row of this name on one side of the table.
    OnSide(Side, &'static str),
    /// The first row with an amount.
    First,
    /// Under the heading that holds the word, the first row of this name.
    Under(&'static str, &'static str),
}

use KeyFigure::{
    BasicSpending, ExpenditureTotal, IncomeTotal, OperatingExpenses, Procurement, ProjectSpending,
    ThreePublic, ThreePublicBudget,
};
use Rows::{First, Named, OnSide, Under};

const TOTAL: Rows = Named(&["合计", "总计", "部门合计", "单位合计"]);

/// In the order of preference; a figure that was found is not looked for again in another table.
const RULES: &[Rule] = &[
    rule(IncomeTotal, "income", "total", TOTAL),
    rule(IncomeTotal, "summary", "amount", Named(&["本年收入合计"])),
    rule(IncomeTotal, "summary", "amount", Named(&["收入总计", "收入合计"])),
    rule(IncomeTotal, "summary", "amount", OnSide(Side::Income, "总计")),
    rule(ExpenditureTotal, "expenditure", "total", TOTAL),
    rule(ExpenditureTotal, "summary", "amount", Named(&["本年支出合计"])),
    rule(ExpenditureTotal, "summary", "amount", Named(&["支出总计", "支出合计"])),
    rule(ExpenditureTotal, "summary", "amount", OnSide(Side::Expenditure, "总计")),
    rule(BasicSpending, "expenditure", "basic", TOTAL),
    rule(ProjectSpending, "expenditure", "project", TOTAL),
    rule(ThreePublic, "three-public", "final-total", First),
    rule(ThreePublic, "three-public", "total", TOTAL),
    rule(ThreePublicBudget, "three-public", "budget-total", First),
    rule(OperatingExpenses, "operating-expenses", "total", TOTAL),
    rule(OperatingExpenses, "operating-expenses", "total", First),
    rule(OperatingExpenses, "statistics", "amount", Under("机关运行经费", "行政单位")),
    rule(OperatingExpenses, "statistics", "amount", Under("机关运行经费", "参照公务员法管理事业单位")),
    rule(Procurement, "statistics", "amount", Under("政府采购", "合计")),
];

const fn rule(figure: KeyFigure, table: &'static str, role: &'static str, rows: Rows) -> Rule {
    Rule { figure, table, role, rows }
}

/// The key figures printed in the tables of one disclosure, in the order of [`KeyFigure`]. Nothing is summed.
pub fn key_figures(tables: &[Table]) -> Vec<KeyFigureEntry> {
    let mut found: Vec<(&Rule, KeyFigureEntry)> = Vec::new();
    for rule in RULES {
        let is_answered = found.iter().any(|(earlier, _)| earlier.is_answer_instead_of(rule));
        if !is_answered && let Some(entry) = rule.find(tables) {
            found.push((rule, entry));
        }
    }
    let mut entries: Vec<KeyFigureEntry> = found.into_iter().map(|(_, entry)| entry).collect();
    entries.sort_by_key(|entry| entry.figure);
    entries
}

impl Rule {
    /// Whether what this rule found makes `later` needless: both mean one figure, and not two parts of it that one
    /// table prints under a common heading.
    fn is_answer_instead_of(&self, later: &Self) -> bool {
        let are_parts =
            self.table == later.table && matches!((&self.rows, &later.rows), (Under(..), Under(..)));
        self.figure == later.figure && !are_parts
    }

    fn find(&self, tables: &[Table]) -> Option<KeyFigureEntry> {
        tables.iter().filter(|table| table.kind == self.table).find_map(|table| self.find_in(table))
    }

    fn find_in(&self, table: &Table) -> Option<KeyFigureEntry> {
        let rows = match self.rows {
            Under(word, _) => table.rows_under(word),
            _ => &table.rows,
        };
        rows.iter().filter(|row| self.is_wanted(row)).find_map(|row| {
            let amount = Amount::under(table, row, self.role)?;
            Some(KeyFigureEntry { figure: self.figure, label: row.label.clone(), amount })
        })
    }

    fn is_wanted(&self, row: &Row) -> bool {
        match self.rows {
            Named(names) => names.contains(&row.name().as_str()),
            OnSide(side, wanted) => row.side == Some(side) && row.name() == wanted,
            First => true,
            Under(_, wanted) => row.name() == wanted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::matching;

    #[test]
    fn rules_name_rows_as_they_are_compared() {
        for rule in RULES {
            let names = match &rule.rows {
                Named(names) => names.to_vec(),
                OnSide(_, name) => vec![*name],
                Under(word, name) => vec![*word, *name],
                First => Vec::new(),
            };
            assert!(names.iter().all(|name| matching(name) == *name), "{names:?}");
        }
    }
}
