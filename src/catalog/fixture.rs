//! A small archive for tests: one unit with a budget and final accounts, as the reader would give them.

use std::sync::Arc;

use crate::model::{
    Block, BlockKind, Cell, CellValue, Column, Denomination, Disclosure, DisclosureId, FiscalYear, Measure,
    Money, Number, Reading, ReadingLevel, Row, Scope, Section, Side, Stage, Table, Unit, read_number,
};
use crate::text::{LineRange, Redactor, SourceText, Span};

/// The unit of the fixture.
pub(crate) fn unit() -> Unit {
    Unit {
        id: "jia-xzsp".parse().unwrap(),
        name: "甲市行政审批服务管理局".into(),
        short_name: "甲市审批局".into(),
        former_names: vec!["甲市政务服务中心".into()],
        region: "140100".into(),
        region_name: "山西省甲市".into(),
        level: "city".into(),
        department_code: "435".into(),
        parent: None,
        scope: None,
        tags: vec!["政务服务".into()],
        notes: None,
    }
}

/// Builds a table row by row, as printed.
pub(crate) struct TableBuilder {
    table: Table,
    side: Option<Side>,
    line: u32,
}

impl TableBuilder {
    /// A table in 万元 whose first row stands on `line`; columns are (name, role).
    pub(crate) fn new(id: &str, title: &str, line: u32, columns: &[(&str, &str)]) -> Self {
        let column = |(index, (name, role)): (usize, &(&str, &str))| Column {
            name: (*name).into(),
            role: (*role).into(),
            number: index + 1,
            side: None,
            denomination: None,
        };
        let lines = LineRange::new(line - 1, line - 1);
        let table = Table {
            id: id.into(),
            kind: if id.starts_with("other-") { String::new() } else { id.into() },
            title: title.into(),
            tag: String::new(),
            lines,
            grid: lines,
            denomination: Some(Denomination::TenThousandYuan),
            columns: columns.iter().enumerate().map(column).collect(),
            rows: Vec::new(),
            notes: Vec::new(),
            declared_empty: false,
            level: ReadingLevel::Typed,
            issues: Vec::new(),
        };
        Self { table, side: None, line }
    }

    pub(crate) fn denomination(mut self, denomination: Denomination) -> Self {
        self.table.denomination = Some(denomination);
        self
    }

    pub(crate) fn note(mut self, note: &str) -> Self {
        self.table.notes.push((self.line, note.into()));
        self
    }

    /// Rows from here on stand on this side.
    pub(crate) fn side(mut self, side: Side) -> Self {
        self.side = Some(side);
        self
    }

    /// A row of money.
    pub(crate) fn row(self, code: &str, label: &str, cells: &[&str]) -> Self {
        self.counted(code, label, cells, Measure::Yuan)
    }

    /// A row of numbers of any measure.
    pub(crate) fn counted(mut self, code: &str, label: &str, printed: &[&str], measure: Measure) -> Self {
        let number = u32::try_from(self.table.rows.len()).unwrap() + 1;
        let cell = |(column, printed): (usize, &&str)| Cell {
            column,
            printed: (*printed).into(),
            value: value(printed, self.table.denomination, measure),
            span: Span { line: self.line, start: 0, end: 0 },
        };
        let cells = printed.iter().enumerate().map(cell).collect();
        let key = key(self.side, code, label);
        let (code, label) = (code.into(), label.into());
        self.table.rows.push(Row { number, line: self.line, side: self.side, code, label, key, cells });
        self.table.lines.last = self.line;
        self.table.grid.last = self.line;
        self.line += 1;
        self
    }

    pub(crate) fn build(self) -> Table {
        self.table
    }
}

fn value(printed: &str, denomination: Option<Denomination>, measure: Measure) -> CellValue {
    match (read_number(printed), measure) {
        (Number::Blank, _) => CellValue::Blank,
        (Number::NotApplicable, _) => CellValue::NotApplicable,
        (Number::Value(number), Measure::Yuan) => {
            CellValue::Amount(Money::new(number, denomination.unwrap()).unwrap())
        }
        (Number::Value(number), measure) => CellValue::Count(number, measure),
        (Number::Broken(_) | Number::NotANumber, _) => CellValue::Unreadable,
    }
}

fn key(side: Option<Side>, code: &str, label: &str) -> String {
    let own = without_ordinal(label);
    let name = match (code, own) {
        ("", "") => "row",
        ("", own) => own,
        (code, _) => code,
    };
    format!("{}{name}", side.map_or("", Side::key_prefix))
}

/// The label without 一、 or （一） before it.
fn without_ordinal(label: &str) -> &str {
    let numerals = "一二三四五六七八九十";
    let rest = label.trim_start_matches('（').trim_start_matches(|c| numerals.contains(c));
    rest.strip_prefix(['、', '）']).unwrap_or(label)
}

fn disclosure(stage: Stage, year: u16, text: &str, reading: Reading) -> Disclosure {
    let unit = unit();
    let id = DisclosureId { unit: unit.id, year: FiscalYear::new(year).unwrap(), stage };
    Disclosure {
        source_path: format!("content/{}/{year}-{stage}.txt", id.unit),
        id,
        source_sha256: "0".repeat(64),
        source_url: "https://example.org/a,b".into(),
        published_on: "2025-09-01".into(),
        abridged: stage == Stage::Budget,
        scope: Some(Scope::Department),
        source: Arc::new(SourceText::new(text.as_bytes(), &Redactor::default())),
        reading: Reading {
            unit_name: unit.name,
            denomination: Some(Denomination::TenThousandYuan),
            ..reading
        },
    }
}

fn block(first: u32, last: u32, kind: BlockKind) -> Block {
    let (level, reason) = match kind {
        BlockKind::Raw => (ReadingLevel::Raw, "neither a grid nor prose, \"as is\""),
        BlockKind::Grid => (ReadingLevel::Generic, "unknown table"),
        _ => (ReadingLevel::Typed, ""),
    };
    Block { lines: LineRange::new(first, last), kind, level, reason: reason.into() }
}

fn section(heading: &str, depth: u8, first: u32, last: u32) -> Section {
    Section { heading: heading.into(), depth, lines: LineRange::new(first, last) }
}

const FINAL_TEXT: &str = "甲市行政审批服务管理局
2024年度部门决算公开
目录
第一部分 概况
一、职责
推进便民服务。联系电话：13800138000，由综合科，
或办公室负责。
（一）内设机构
综合科。
第二部分 决算表
支出决算表
(grid)";

/// Final accounts of 2024. Tables stand below the text's end, which nothing minds.
pub(crate) fn final_accounts() -> Disclosure {
    let reading = Reading {
        title: "2024年度部门决算公开".into(),
        tables: vec![summary(), expenditure(), three_public(), statistics(), grid()],
        sections: vec![
            section("第一部分 概况", 1, 4, 9),
            section("一、职责", 2, 5, 9),
            section("（一）内设机构", 3, 8, 9),
            section("第二部分 决算表", 1, 10, 12),
        ],
        blocks: vec![
            block(1, 2, BlockKind::Cover),
            block(3, 3, BlockKind::Toc),
            block(4, 5, BlockKind::Heading),
            block(6, 7, BlockKind::Paragraph),
            block(8, 8, BlockKind::Heading),
            block(9, 9, BlockKind::Raw),
            block(10, 11, BlockKind::Heading),
            block(12, 12, BlockKind::Grid),
        ],
        ..Reading::default()
    };
    disclosure(Stage::Final, 2024, FINAL_TEXT, reading)
}

fn summary() -> Table {
    TableBuilder::new("summary", "收入支出决算总表", 20, &[("金额", "amount")])
        .side(Side::Income)
        .row("", "一、一般公共预算财政拨款收入", &["939.02"])
        .row("", "本年收入合计", &["939.02"])
        .side(Side::Expenditure)
        .row("", "一、一般公共服务支出", &["—"])
        .row("", "二、外交支出", &[""])
        .build()
}

fn expenditure() -> Table {
    TableBuilder::new(
        "expenditure",
        "支出决算表",
        30,
        &[("本年支出合计", "total"), ("基本支出", "basic"), ("项目支出", "project")],
    )
    .row("", "合计", &["939.02", "518.27", "420.75"])
    .row("201", "一般公共服务支出", &["939.02", "518.27", "420.75"])
    .row("20103", "政府办公厅（室）及相关机构事务", &["939.02", "518.27", "420.75"])
    .row("2010301", "行政运行", &["518.27", "518.27", ""])
    .row("2010302", "一般行政管理事务", &["420.75", "", "4 20.75"])
    .note("注：本表反映部门本年度各项支出情况。")
    .build()
}

fn three_public() -> Table {
    let columns = [("预算数/合计", "budget-total"), ("决算数/合计", "final-total")];
    TableBuilder::new("three-public", "财政拨款“三公”经费支出决算表", 40, &columns)
        .row("", "", &["0.30", "0.27"])
        .build()
}

fn statistics() -> Table {
    TableBuilder::new("statistics", "部门决算公开相关信息统计表", 50, &[("统计数", "amount")])
        .row("", "一、政府采购情况", &[])
        .row("", "合计", &["35.7056"])
        .row("", "货物", &["35.7056"])
        .row("", "二、机关运行经费", &[])
        .row("", "（一）行政单位", &["37.01"])
        .row("", "（二）参照公务员法管理事业单位", &["-0.00005"])
        .row("", "三、国有资产占用情况", &[])
        .counted("", "（一）车辆数合计（辆）", &["1"], Measure::Vehicle)
        .build()
}

fn grid() -> Table {
    TableBuilder::new("other-1", "自制表", 70, &[("名称,\"说明\"", ""), ("金额", "")])
        .denomination(Denomination::Yuan)
        .row("", "=SUM(A1)", &["", "1,200.50"])
        .build()
}

/// The budget of 2023, which has no functions but in the general budget.
pub(crate) fn budget() -> Disclosure {
    let columns = [("合计", "total"), ("一般公共预算", "general-budget")];
    let project_columns = [("2023年预算数/合计", "total"), ("2023年预算数/一般公共预算", "general-budget")];
    let reading = Reading {
        title: "2023年部门预算公开".into(),
        tables: vec![
            TableBuilder::new("summary", "预算收支总表", 10, &[("2023年预算数", "amount")])
                .side(Side::Income)
                .row("", "收入总计", &["1256.36"])
                .side(Side::Expenditure)
                .row("", "本年支出合计", &["1256.36"])
                .build(),
            TableBuilder::new(
                "general-budget",
                "一般公共预算支出预算表",
                20,
                &[("合计", "total"), ("基本支出", "basic")],
            )
            .row("", "合计", &["1256.36", "229.24"])
            .row("201", "一般公共服务", &["1194.16", "229.24"])
            .row("2010306", "政务公开审批", &["1027.12", ""])
            .build(),
            TableBuilder::new("three-public", "“三公”经费支出预算表", 30, &columns)
                .row("", "公务接待费", &["", ""])
                .row("", "公务用车购置及运行费", &["5.00", "5.00"])
                .row("", "合计", &["5.00", "5.00"])
                .build(),
            TableBuilder::new("operating-expenses", "机关运行经费预算表", 40, &columns)
                .row("", "部门合计", &["24.53", "24.53"])
                .row("", "甲市行政审批服务管理局", &["24.53", "24.53"])
                .build(),
            TableBuilder::new("projects", "项目支出预算表（本年预算）", 50, &project_columns)
                .row("", "甲市行政审批服务管理局", &["74.00", "74.00"])
                .row("", "政务大厅运行（二期）经费", &["58.00", "58.00"])
                .row("", "便民服务热线经费", &["16.00", ""])
                .build(),
            TableBuilder::new("projects-carried-over", "项目支出预算表（上年结转）", 60, &project_columns)
                .row("", "合计", &["4.75", "4.75"])
                .row("", "印章刻制经费", &["4.75", "4.75"])
                .build(),
        ],
        ..Reading::default()
    };
    disclosure(Stage::Budget, 2023, "", reading)
}
