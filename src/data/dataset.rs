//! Data sets: the same tables for the site, a unit or a disclosure, written as their rows come.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use super::package::{self, About, Format, Written};
use super::rows::{self, Chunk, Rows};
use super::schema::TableSchema;
use super::tables::{OF_DISCLOSURES, UNITS, write_units};
use crate::model::{Disclosure, Unit};

/// The rows of one disclosure in every table, ready to be joined with others'.
pub struct Part {
    /// One for each of [`OF_DISCLOSURES`].
    chunks: Vec<Chunk>,
}

impl Part {
    /// The rows of a disclosure.
    ///
    /// # Errors
    /// None in practice: rows are written to memory.
    pub fn of(disclosure: &Disclosure) -> io::Result<Self> {
        let chunk = |write: fn(&Disclosure, &mut Rows) -> io::Result<()>| {
            let mut rows = Rows::new();
            write(disclosure, &mut rows)?;
            rows.finish()
        };
        let chunks = OF_DISCLOSURES.iter().map(|entry| chunk(entry.write)).collect::<io::Result<_>>()?;
        Ok(Self { chunks })
    }

    pub(super) fn chunks(&self) -> &[Chunk] {
        &self.chunks
    }
}

/// A data set that is being written: units first, then disclosures one after another, then its description.
///
/// It keeps nothing but lengths and hashes; the bytes go to the writers it was opened with.
pub struct DataSet<W> {
    about: About,
    tables: Vec<TableFiles<W>>,
    description: W,
}

/// One table in its two formats.
struct TableFiles<W> {
    csv: File<W>,
    json: File<W>,
}

struct File<W> {
    schema: TableSchema,
    format: Format,
    path: String,
    to: W,
    bytes: u64,
    hash: Sha256,
}

/// The file that describes the others.
const DESCRIPTION: &str = "datapackage.json";

impl<W: Write> DataSet<W> {
    /// Opens every file of the set with `open`, which is given the file's name, and writes the units.
    /// Units and disclosures are published in the order in which they are given.
    ///
    /// # Errors
    /// If a file cannot be opened or written.
    pub fn new(
        about: About,
        units: &[&Unit],
        mut open: impl FnMut(&str) -> io::Result<W>,
    ) -> io::Result<Self> {
        let mut of_units = Rows::new();
        write_units(units, &mut of_units)?;
        let mut first = TableFiles::new(UNITS, &mut open)?;
        first.append(&of_units.finish()?)?;
        let mut tables = vec![first];
        for entry in OF_DISCLOSURES {
            tables.push(TableFiles::new(entry.schema, &mut open)?);
        }
        let description = open(DESCRIPTION)?;
        Ok(Self { about, tables, description })
    }

    /// Appends the rows of a disclosure.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add(&mut self, part: &Part) -> io::Result<()> {
        let of_disclosures = self.tables.iter_mut().skip(1);
        of_disclosures.zip(&part.chunks).try_for_each(|(table, chunk)| table.append(chunk))
    }

    /// Describes what was written, and gives back every file with its name.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn finish(mut self) -> io::Result<Vec<(String, W)>> {
        let (mut described, mut written) = (Vec::new(), Vec::new());
        for file in self.tables.into_iter().flat_map(|table| [table.csv, table.json]) {
            let (file, mut to) = file.close();
            to.flush()?;
            written.push((file.path.clone(), to));
            // Readers take a file without a byte for a broken table.
            if file.bytes > 0 {
                described.push(file);
            }
        }
        self.description.write_all(&package::describe(&self.about, &described)?)?;
        self.description.flush()?;
        written.push((DESCRIPTION.to_owned(), self.description));
        Ok(written)
    }
}

impl<W: Write> TableFiles<W> {
    fn new(schema: TableSchema, open: &mut impl FnMut(&str) -> io::Result<W>) -> io::Result<Self> {
        let mut csv = File::new(schema, Format::Csv, open)?;
        csv.append(&rows::header(&schema)?)?;
        Ok(Self { csv, json: File::new(schema, Format::JsonLines, open)? })
    }

    fn append(&mut self, chunk: &Chunk) -> io::Result<()> {
        self.csv.append(&chunk.csv)?;
        self.json.append(&chunk.json)
    }
}

impl<W: Write> File<W> {
    fn new(
        schema: TableSchema,
        format: Format,
        open: &mut impl FnMut(&str) -> io::Result<W>,
    ) -> io::Result<Self> {
        let path = format!("{}.{}", schema.name, format.extension());
        let to = open(&path)?;
        Ok(Self { schema, format, path, to, bytes: 0, hash: Sha256::new() })
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes += u64::try_from(bytes.len()).map_err(io::Error::other)?;
        self.hash.update(bytes);
        self.to.write_all(bytes)
    }

    fn close(self) -> (Written, W) {
        let sha256 = self.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let Self { schema, format, path, to, bytes, .. } = self;
        (Written { schema, format, path, bytes, sha256 }, to)
    }
}

/// A small data set as a whole: its files with their names.
///
/// # Errors
/// None in practice: files are written to memory.
pub fn in_memory<'a>(
    about: About,
    units: &[&Unit],
    parts: impl IntoIterator<Item = &'a Part>,
) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut set = DataSet::new(about, units, |_| Ok(Vec::new()))?;
    parts.into_iter().try_for_each(|part| set.add(part))?;
    set.finish()
}
