//! The published tables as one SQLite database.
//!
//! A column of text or whole numbers has that type. A column of decimals has none: each value is kept as the number
//! it is where SQLite holds it exactly as printed, and as text where it has more digits than that.

use std::io;

use rusqlite::{Connection, params_from_iter};

use super::dataset::Part;
use super::rows::{Chunk, Rows};
use super::schema::{Field, FieldType, TableSchema};
use super::tables::{OF_DISCLOSURES, UNITS, schemas, write_units};
use crate::model::Unit;

/// The name of the database among the data files of the site.
pub const DATABASE: &str = "gongkai.sqlite";

/// What is in it, in Chinese.
pub const DATABASE_CHINESE: &str = "全部表格合为一个 SQLite 数据库，可用 Datasette 等软件打开。";

/// Decimal digits that SQLite's numbers keep.
const EXACT_DIGITS: u8 = 15;

/// A database that is being filled: units first, then disclosures one after another.
pub struct Database {
    connection: Connection,
}

impl Database {
    /// An empty database with every table, and the units.
    ///
    /// # Errors
    /// If memory runs out.
    pub fn new(units: &[&Unit]) -> io::Result<Self> {
        let connection = Connection::open_in_memory().map_err(io::Error::other)?;
        connection.execute_batch("BEGIN").map_err(io::Error::other)?;
        for table in schemas() {
            connection.execute_batch(&definition(&table)).map_err(io::Error::other)?;
        }
        let mut of_units = Rows::new();
        write_units(units, &mut of_units)?;
        let database = Self { connection };
        database.insert(&UNITS, &of_units.finish()?)?;
        Ok(database)
    }

    /// Appends the rows of a disclosure.
    ///
    /// # Errors
    /// If memory runs out.
    pub fn add(&self, part: &Part) -> io::Result<()> {
        OF_DISCLOSURES
            .iter()
            .zip(part.chunks())
            .try_for_each(|(entry, chunk)| self.insert(&entry.schema, chunk))
    }

    /// The bytes of the database file: a function of the rows alone.
    ///
    /// # Errors
    /// If memory runs out.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.connection.execute_batch("COMMIT").map_err(io::Error::other)?;
        let file = self.connection.serialize("main").map_err(io::Error::other)?;
        Ok(file.to_vec())
    }

    fn insert(&self, table: &TableSchema, chunk: &Chunk) -> io::Result<()> {
        let mut statement = self.connection.prepare(&insertion(table)).map_err(io::Error::other)?;
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(chunk.csv.as_slice());
        for row in rows.records() {
            let row = row?;
            let values = row.iter().map(|value| (!value.is_empty()).then_some(value));
            statement.execute(params_from_iter(values)).map_err(io::Error::other)?;
        }
        Ok(())
    }
}

/// The table, with its key: primary where no two rows can share it, elsewhere an index, because a database with a
/// row twice is better than none.
fn definition(table: &TableSchema) -> String {
    let column = |field: &Field| {
        let kind = match field.field_type {
            FieldType::String => " TEXT",
            FieldType::Integer | FieldType::Year => " INTEGER",
            FieldType::Number => "",
        };
        let key = if SINGLE.contains(&table.name) && table.key == [field.name] { " PRIMARY KEY" } else { "" };
        let reference = table.references.iter().find(|(name, to)| *name == field.name && SINGLE.contains(to));
        let reference = reference.map(|(name, to)| format!(r#" REFERENCES "{to}" ("{name}")"#));
        format!(r#""{}"{kind}{key}{}"#, field.name, reference.unwrap_or_default())
    };
    let columns: Vec<String> = table.fields.iter().map(column).collect();
    let name = table.name;
    let mut definition = format!(r#"CREATE TABLE "{name}" ({});"#, columns.join(", "));
    if !table.key.is_empty() && !SINGLE.contains(&name) {
        let key: Vec<String> = table.key.iter().map(|field| format!(r#""{field}""#)).collect();
        definition += &format!(r#"CREATE INDEX "{name} by key" ON "{name}" ({});"#, key.join(", "));
    }
    definition
}

/// Tables whose keys come from the names of files, which no two rows can share.
const SINGLE: [&str; 2] = ["units", "disclosures"];

fn insertion(table: &TableSchema) -> String {
    let value = |(at, field): (usize, &Field)| {
        let at = at + 1;
        match field.field_type {
            FieldType::Number => format!(
                "CASE WHEN length(ltrim(replace(replace(?{at}, '-', ''), '.', ''), '0')) <= {EXACT_DIGITS} \
                 THEN CAST(?{at} AS NUMERIC) ELSE ?{at} END"
            ),
            _ => format!("?{at}"),
        }
    };
    let values: Vec<String> = table.fields.iter().enumerate().map(value).collect();
    format!(r#"INSERT INTO "{}" VALUES ({})"#, table.name, values.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::fixture::{budget, final_accounts, unit};

    /// The database of two disclosures, opened again from its bytes.
    fn reopened() -> (Connection, Vec<u8>) {
        let database = Database::new(&[&unit()]).unwrap();
        for disclosure in [budget(), final_accounts()] {
            database.add(&Part::of(&disclosure).unwrap()).unwrap();
        }
        let bytes = database.finish().unwrap();
        let mut connection = Connection::open_in_memory().unwrap();
        connection.deserialize_read_exact("main", bytes.as_slice(), bytes.len(), true).unwrap();
        (connection, bytes)
    }

    #[test]
    fn every_value_of_the_csv_stands_in_the_database_as_printed() {
        let parts = [budget(), final_accounts()].map(|disclosure| Part::of(&disclosure).unwrap());
        let (database, bytes) = reopened();
        let mut compared = 0;
        for (at, entry) in OF_DISCLOSURES.iter().enumerate() {
            let rows: Vec<u8> = parts.iter().flat_map(|part| part.chunks()[at].csv.clone()).collect();
            let columns: Vec<String> = entry
                .schema
                .fields
                .iter()
                .map(|field| format!(r#"coalesce(CAST("{}" AS TEXT), '')"#, field.name))
                .collect();
            let query =
                format!(r#"SELECT {} FROM "{}" ORDER BY rowid"#, columns.join(", "), entry.schema.name);
            let mut statement = database.prepare(&query).unwrap();
            let mut held = statement.query([]).unwrap();
            let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(rows.as_slice());
            for row in rows.records() {
                let (row, held) = (row.unwrap(), held.next().unwrap().unwrap());
                for (at, expected) in row.iter().enumerate() {
                    assert_eq!(held.get::<_, String>(at).unwrap(), expected, "{} {at}", entry.schema.name);
                    compared += 1;
                }
            }
            assert!(held.next().unwrap().is_none(), "{} has more rows", entry.schema.name);
        }
        assert!(compared > 100, "only {compared} values");
        assert_eq!(bytes, reopened().1, "the bytes are those of the same rows");
        let units: i64 = database
            .query_row("SELECT count(*) FROM units WHERE unit = ?1", [unit().id.to_string()], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(units, 1);
        let strangers: i64 = database
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(strangers, 0);
    }

    #[test]
    fn decimals_are_numbers_where_these_are_exact() {
        let database = Connection::open_in_memory().unwrap();
        let number = Field { name: "n", field_type: FieldType::Number, title: "", chinese: "", english: "" };
        let table = TableSchema {
            name: "t",
            title: "",
            chinese: "",
            english: "",
            key: &[],
            references: &[],
            fields: Vec::leak(vec![number]),
        };
        database.execute_batch(&definition(&table)).unwrap();
        let cases = [
            ("7404800", "integer"),
            ("-0.5", "real"),
            ("0", "integer"),
            ("39010527.24", "real"),
            ("999999999999999", "integer"),
            ("1234567890123.45", "real"),
            ("12345678901234.56", "text"),
            ("1000000000000000000000000000", "text"),
            ("0.0000000000000000000000000001", "real"),
        ];
        for (value, expected) in cases {
            database.execute(&insertion(&table), [value]).unwrap();
            let last = "SELECT typeof(n) FROM t ORDER BY rowid DESC";
            assert_eq!(
                database.query_row(last, [], |row| row.get::<_, String>(0)).unwrap(),
                expected,
                "{value}"
            );
        }
        let sum = database
            .query_row("SELECT count(*) FROM t WHERE n > 100", [], |row| row.get::<_, i64>(0))
            .unwrap();
        assert!(sum >= 4, "numbers compare as numbers");
    }
}
