//! A document with its expected figures, which changes keep in step. Lines have ids that stay when others come or go.

use std::collections::BTreeMap;

use gongkai::model::{FiscalYear, Reading, Stage};
use gongkai::read::{Document as About, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText, compact};

use super::figures::{Figure, differences, figures};

#[derive(Clone, Debug)]
pub struct Line {
    pub id: u32,
    pub text: String,
}

/// Where a table stands: ids of lines, and cells of columns.
#[derive(Clone, Debug)]
pub struct TableAt {
    pub id: String,
    pub title: String,
    pub tag: String,
    /// First line: the title or the tag above it.
    pub first: u32,
    /// Last line of the grid or its notes.
    pub last: u32,
    /// The tabbed lines.
    pub grid: Vec<u32>,
    /// How many of them are header and numbering.
    pub head: usize,
    pub notes: Vec<u32>,
    pub two_sided: bool,
    /// Whether code, name and amount stand several times side by side.
    pub repeated: bool,
    /// Whether the conversion shifted the header.
    pub shifted: bool,
    /// Cell, name and role of each value column.
    pub columns: Vec<(usize, String, String)>,
    pub in_yuan: bool,
}

/// How the text is written to bytes.
pub type Encode = fn(&str) -> Vec<u8>;

#[derive(Clone, Debug)]
pub struct Document {
    pub name: String,
    pub stage: Stage,
    pub year: FiscalYear,
    pub unit: String,
    pub lines: Vec<Line>,
    pub tables: Vec<TableAt>,
    pub figures: Vec<Figure>,
    pub encode: Encode,
}

impl Document {
    /// The document as it is; what is read in it now is what is expected of its variants.
    pub fn new(name: &str, bytes: &[u8], year: u16, stage: Stage, registry: &Registry) -> Self {
        let source = SourceText::new(bytes, &Redactor::default());
        let year = FiscalYear::new(year).unwrap();
        let reading = read(&source, About { path: name, year, stage, unit_names: &[] }, registry).value;
        Self {
            name: name.to_owned(),
            stage,
            year,
            unit: reading.unit_name.clone(),
            lines: (1..).zip(source.lines()).map(|(id, text)| Line { id, text: text.clone() }).collect(),
            tables: tables(&source, &reading),
            figures: figures(&source, &reading),
            encode: |text| text.as_bytes().to_vec(),
        }
    }

    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect()
    }

    pub fn read(&self, registry: &Registry) -> (SourceText, Reading) {
        let source = SourceText::new(&(self.encode)(&self.text()), &Redactor::default());
        let about = About { path: &self.name, year: self.year, stage: self.stage, unit_names: &[] };
        let reading = read(&source, about, registry).value;
        (source, reading)
    }

    /// Reads the document and compares.
    pub fn differences(&self, registry: &Registry) -> Vec<String> {
        let numbers: BTreeMap<u32, u32> = self.lines.iter().map(|line| line.id).zip(1..).collect();
        let expected: Vec<Figure> = self
            .figures
            .iter()
            .map(|f| Figure {
                line: numbers
                    .get(&f.line)
                    .copied()
                    .unwrap_or_else(|| panic!("{}: line lost: {f:?}", self.name)),
                ..f.clone()
            })
            .collect();
        let (source, reading) = self.read(registry);
        differences(&expected, &figures(&source, &reading))
    }

    pub fn position(&self, id: u32) -> usize {
        self.lines.iter().position(|line| line.id == id).unwrap()
    }

    /// Puts a line in front of position `at`; returns its id.
    pub fn insert(&mut self, at: usize, text: impl Into<String>) -> u32 {
        let id = self.lines.iter().map(|line| line.id).max().unwrap_or(0) + 1;
        self.lines.insert(at, Line { id, text: text.into() });
        id
    }

    /// Takes a grid line out, with its figures.
    pub fn remove(&mut self, id: u32) {
        let at = self.position(id);
        let above = self.lines[at - 1].id;
        self.lines.remove(at);
        self.figures.retain(|figure| figure.line != id);
        for table in &mut self.tables {
            table.head -= usize::from(table.grid[..table.head].contains(&id));
            table.grid.retain(|line| *line != id);
            table.last = if table.last == id { above } else { table.last };
        }
    }

    pub fn cells(&self, id: u32) -> Vec<String> {
        self.lines[self.position(id)].text.split('\t').map(str::to_owned).collect()
    }

    pub fn set_cells(&mut self, id: u32, cells: &[String]) {
        let at = self.position(id);
        self.lines[at].text = cells.join("\t");
    }

    /// Rewrites the cells of every grid line of a table: position in the grid, whether it is header, cells.
    pub fn rewrite(&mut self, table: &TableAt, change: impl Fn(usize, bool, &mut Vec<String>)) {
        let width = table.grid.iter().map(|id| self.cells(*id).len()).max().unwrap_or(0);
        for (position, id) in table.grid.iter().enumerate() {
            let mut cells = self.cells(*id);
            cells.resize(width, String::new());
            change(position, position < table.head, &mut cells);
            self.set_cells(*id, &cells);
        }
    }

    /// Moves the figures of a table to other cells.
    pub fn move_cells(&mut self, table: &str, moved: impl Fn(usize) -> usize) {
        for figure in self.figures.iter_mut().filter(|figure| figure.table == table) {
            figure.cell = moved(figure.cell);
        }
        for place in self.tables.iter_mut().filter(|place| place.id == table) {
            place.columns.iter_mut().for_each(|column| column.0 = moved(column.0));
        }
    }

    /// Prints a figure otherwise.
    pub fn reprint(&mut self, index: usize, printed: &str) {
        let figure = self.figures[index].clone();
        let mut cells = self.cells(figure.line);
        cells[figure.cell] = cells[figure.cell].replacen(&figure.printed, printed, 1);
        self.set_cells(figure.line, &cells);
        self.figures[index].printed = printed.to_owned();
    }
}

fn tables(source: &SourceText, reading: &Reading) -> Vec<TableAt> {
    let tabbed = |number: &u32| source.line(*number).contains('\t');
    let mut places = Vec::new();
    for table in reading.tables.iter().filter(|table| !table.kind.is_empty()) {
        let grid: Vec<u32> = (table.grid.first..=table.grid.last).filter(tabbed).collect();
        let data = table.rows.first().map_or(table.grid.last + 1, |row| row.line);
        let notes: Vec<u32> = table.notes.iter().map(|(line, _)| *line).collect();
        let above = (1..table.lines.first).rev().find(|n| !source.line(*n).trim().is_empty()).unwrap_or(1);
        let tagged = compact(source.line(above)).starts_with(table.tag.as_str()) && !table.tag.is_empty();
        let mut last = notes.iter().copied().fold(table.grid.last, u32::max);
        while !source.line(last + 1).trim().is_empty() {
            last += 1;
        }
        places.push(TableAt {
            id: table.id.clone(),
            title: table.title.clone(),
            tag: table.tag.clone(),
            first: if tagged { above } else { table.lines.first },
            last,
            head: grid.iter().filter(|line| **line < data).count(),
            grid,
            notes,
            two_sided: table.columns.iter().any(|column| column.side.is_some()),
            repeated: table.kind == "economic-detail"
                && table.columns.len() > 1
                && table.columns[0].role == "amount",
            shifted: table.issues.iter().any(|issue| issue.code == "W0407"),
            columns: columns(source, table),
            in_yuan: table.denomination == Some(gongkai::model::Denomination::Yuan),
        });
    }
    places
}

/// The cell of each column, from a row that is whole.
fn columns(source: &SourceText, table: &gongkai::model::Table) -> Vec<(usize, String, String)> {
    let cell = |index: usize| {
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let mut places = cells
            .filter(|cell| cell.column == index && (cell.span.start > 0 || !cell.printed.is_empty()))
            .map(|cell| {
                source
                    .line(cell.span.line)
                    .chars()
                    .take(cell.span.start as usize)
                    .filter(|c| *c == '\t')
                    .count()
            });
        places.next().unwrap_or(usize::MAX)
    };
    let columns = table.columns.iter().enumerate();
    columns.map(|(index, column)| (cell(index), column.name.clone(), column.role.clone())).collect()
}
