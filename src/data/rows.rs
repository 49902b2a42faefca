//! Rows as CSV (RFC 4180, LF) and as JSON Lines with the same keys.

use std::io;

use rust_decimal::Decimal;
use serde::ser::{SerializeMap, Serializer};

use super::schema::{Field, Published, TableSchema, Value};

/// The rows of one table in both formats, without header.
pub(super) struct Rows {
    csv: csv::Writer<Vec<u8>>,
    json: Vec<u8>,
}

/// What became of [`Rows`].
pub(super) struct Chunk {
    pub csv: Vec<u8>,
    pub json: Vec<u8>,
}

impl Rows {
    pub fn new() -> Self {
        Self { csv: csv_writer(), json: Vec::new() }
    }

    /// Appends one row.
    pub fn push<R: Published>(&mut self, row: &R) -> io::Result<()> {
        for value in row.values() {
            match value {
                Value::Missing => self.csv.write_field("")?,
                Value::Text(text) => self.csv.write_field(text)?,
                Value::Integer(number) => self.csv.write_field(number.to_string())?,
                Value::Number(number) => self.csv.write_field(exact(number))?,
            }
        }
        self.csv.write_record(None::<&[u8]>)?;
        write_json(&mut self.json, R::SCHEMA.fields, row.values())?;
        self.json.push(b'\n');
        Ok(())
    }

    pub fn finish(self) -> io::Result<Chunk> {
        let csv = self.csv.into_inner().map_err(|error| io::Error::from(error.error().kind()))?;
        Ok(Chunk { csv, json: self.json })
    }
}

/// The header line of a table's CSV.
pub(super) fn header(schema: &TableSchema) -> io::Result<Vec<u8>> {
    let mut csv = csv_writer();
    csv.write_record(schema.fields.iter().map(|field| field.name))?;
    csv.into_inner().map_err(|error| io::Error::from(error.error().kind()))
}

fn csv_writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new())
}

fn write_json<'a>(
    out: &mut Vec<u8>,
    fields: &[Field],
    values: impl IntoIterator<Item = Value<'a>>,
) -> io::Result<()> {
    let mut json = serde_json::Serializer::new(out);
    let mut map = json.serialize_map(Some(fields.len()))?;
    for (field, value) in fields.iter().zip(values) {
        match value {
            Value::Missing => map.serialize_entry(field.name, &())?,
            Value::Text(text) => map.serialize_entry(field.name, text)?,
            Value::Integer(number) => map.serialize_entry(field.name, &number)?,
            Value::Number(number) => map.serialize_entry(field.name, &exact(number))?,
        }
    }
    map.end()?;
    Ok(())
}

/// The number without trailing zeros, exponent or a sign before zero.
fn exact(number: Decimal) -> String {
    if number.is_zero() { "0".to_owned() } else { number.normalize().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_plain() {
        let cases = [
            ("7404800", "7404800"),
            ("7404800.00", "7404800"),
            ("-0.50", "-0.5"),
            ("0.00", "0"),
            ("-0", "0"),
            ("1000000000000000000000000000", "1000000000000000000000000000"),
            ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        ];
        for (number, expected) in cases {
            assert_eq!(exact(Decimal::from_str_exact(number).unwrap()), expected);
        }
        assert_eq!(exact(-Decimal::ZERO), "0");
    }
}
