//! What a published table is made of: typed fields, described once.

use std::borrow::Cow;

use rust_decimal::Decimal;

/// The type of a field, by its name in Table Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Text; in JSON a string.
    String,
    /// A whole number of 0 or more; in JSON a number.
    Integer,
    /// A fiscal year; in JSON a number.
    Year,
    /// An exact decimal; in JSON a string, because JSON readers round long numbers.
    Number,
}

impl FieldType {
    /// The name in Table Schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Year => "year",
            Self::Number => "number",
        }
    }
}

/// One column of a published table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The CSV header and the JSON key.
    pub name: &'static str,
    /// The type.
    pub field_type: FieldType,
    /// What it is called in Chinese.
    pub title: &'static str,
    /// What it holds, in Chinese.
    pub chinese: &'static str,
    /// What it holds, in English.
    pub english: &'static str,
}

/// One published table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableSchema {
    /// The file name without its ending.
    pub name: &'static str,
    /// What it is called in Chinese.
    pub title: &'static str,
    /// What its rows are, in Chinese.
    pub chinese: &'static str,
    /// What its rows are, in English.
    pub english: &'static str,
    /// The fields that together are different in every row.
    pub key: &'static [&'static str],
    /// Fields that name a row of another table, which has a field of the same name as its key: (field, table).
    pub references: &'static [(&'static str, &'static str)],
    /// The columns, from left to right.
    pub fields: &'static [Field],
}

/// The value of one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// Not there: an empty field, `null` in JSON.
    Missing,
    /// Text, not empty.
    Text(&'a str),
    /// A whole number.
    Integer(u64),
    /// An exact decimal.
    Number(Decimal),
}

/// A row of a published table.
pub(super) trait Published {
    /// The table it belongs to.
    const SCHEMA: TableSchema;

    /// Its values, one for each field of the schema.
    fn values(&self) -> impl IntoIterator<Item = Value<'_>>;
}

/// A kind of field: how its value is kept in a row, and how it is published.
pub(super) trait Kind {
    /// The type in a row.
    type Held<'a>;
    /// The type in the schema.
    const TYPE: FieldType;

    /// The value to publish.
    fn value<'a>(held: &'a Self::Held<'_>) -> Value<'a>;
}

/// Text; empty means not there.
pub(super) struct Text;
/// A whole number, if it is there.
pub(super) struct Integer;
/// A fiscal year.
pub(super) struct Year;
/// An exact decimal, if it is there.
pub(super) struct Number;

impl Kind for Text {
    type Held<'a> = Cow<'a, str>;
    const TYPE: FieldType = FieldType::String;

    fn value<'a>(held: &'a Cow<'_, str>) -> Value<'a> {
        if held.is_empty() { Value::Missing } else { Value::Text(held) }
    }
}

impl Kind for Integer {
    type Held<'a> = Option<u64>;
    const TYPE: FieldType = FieldType::Integer;

    fn value<'a>(held: &'a Option<u64>) -> Value<'a> {
        held.map_or(Value::Missing, Value::Integer)
    }
}

impl Kind for Year {
    type Held<'a> = u16;
    const TYPE: FieldType = FieldType::Year;

    fn value<'a>(held: &'a u16) -> Value<'a> {
        Value::Integer(u64::from(*held))
    }
}

impl Kind for Number {
    type Held<'a> = Option<Decimal>;
    const TYPE: FieldType = FieldType::Number;

    fn value<'a>(held: &'a Option<Decimal>) -> Value<'a> {
        held.map_or(Value::Missing, Value::Number)
    }
}

/// Defines a row type and its table in one go: the columns stand in the order of the published file.
macro_rules! published_table {
    (
        $(#[$doc:meta])*
        $row:ident = $name:literal ($title:literal, $chinese:literal, $english:literal),
        key [$($key:ident),*], references [$($field_ref:ident in $table_ref:literal),*],
        $($field:ident: $kind:ident ($field_title:literal, $field_chinese:literal, $field_english:literal),)+
    ) => {
        $(#[$doc])*
        pub(in crate::data) struct $row<'a> {
            $(#[doc = $field_english] pub $field: <$crate::data::schema::$kind as $crate::data::schema::Kind>::Held<'a>,)+
        }

        impl $crate::data::schema::Published for $row<'_> {
            const SCHEMA: $crate::data::schema::TableSchema = $crate::data::schema::TableSchema {
                name: $name,
                title: $title,
                chinese: $chinese,
                english: $english,
                key: &[$(stringify!($key)),*],
                references: &[$((stringify!($field_ref), $table_ref)),*],
                fields: &[$($crate::data::schema::Field {
                    name: stringify!($field),
                    field_type: <$crate::data::schema::$kind as $crate::data::schema::Kind>::TYPE,
                    title: $field_title,
                    chinese: $field_chinese,
                    english: $field_english,
                },)+],
            };

            fn values(&self) -> impl IntoIterator<Item = $crate::data::schema::Value<'_>> {
                [$(<$crate::data::schema::$kind as $crate::data::schema::Kind>::value(&self.$field),)+]
            }
        }
    };
}

pub(super) use published_table;
