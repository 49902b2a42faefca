//! `datapackage.json`: the description of a data set, as a Data Package v2.0.

use std::io;

use serde::Serialize;

use super::schema::TableSchema;

/// What a data set is called and who may use it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// A short name of lower-case letters, digits and hyphens.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// What is in it, in Chinese.
    pub chinese: String,
    /// What is in it, in English.
    pub english: String,
    /// Where it is published; may be empty.
    pub homepage: String,
    /// Short name of its licence (`CC-BY-4.0`); may be empty.
    pub licence: String,
}

/// The format of a data file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    JsonLines,
}

impl Format {
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::JsonLines => "application/jsonl",
        }
    }

    /// The name of a resource; other resources refer to the CSV one.
    fn resource_name(self, table: &str) -> String {
        match self {
            Self::Csv => table.to_owned(),
            Self::JsonLines => format!("{table}-jsonl"),
        }
    }
}

/// A data file after its last byte.
pub(super) struct Written {
    pub schema: TableSchema,
    pub format: Format,
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
}

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: &'a str,
    title: &'a str,
    description: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    homepage: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<Licence<'a>>,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Licence<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Resource<'a> {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    path: &'a str,
    title: &'static str,
    description: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<FieldEntry>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct FieldEntry {
    name: &'static str,
    #[serde(rename = "type")]
    field_type: &'static str,
    title: &'static str,
    description: String,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: [&'static str; 1],
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: [&'static str; 1],
}

/// The bytes of `datapackage.json`, ended by a line feed.
pub(super) fn describe(about: &About, files: &[Written]) -> io::Result<Vec<u8>> {
    let licenses = if about.licence.is_empty() { Vec::new() } else { vec![Licence { name: &about.licence }] };
    let package = Package {
        profile: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: &about.name,
        title: &about.title,
        description: bilingual(&about.chinese, &about.english),
        homepage: &about.homepage,
        licenses,
        resources: files.iter().map(resource).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&package)?;
    json.push(b'\n');
    Ok(json)
}

fn resource(file: &Written) -> Resource<'_> {
    Resource {
        name: file.format.resource_name(file.schema.name),
        kind: "table",
        path: &file.path,
        title: file.schema.title,
        description: bilingual(file.schema.chinese, file.schema.english),
        format: file.format.extension(),
        mediatype: file.format.media_type(),
        encoding: "utf-8",
        bytes: file.bytes,
        hash: format!("sha256:{}", file.sha256),
        schema: schema(&file.schema),
    }
}

fn schema(table: &TableSchema) -> Schema {
    let field = |field: &super::schema::Field| FieldEntry {
        name: field.name,
        field_type: field.field_type.name(),
        title: field.title,
        description: bilingual(field.chinese, field.english),
    };
    let foreign_key = |(field, table): &(&'static str, &'static str)| ForeignKey {
        fields: [field],
        reference: Reference { resource: table, fields: [field] },
    };
    Schema {
        fields: table.fields.iter().map(field).collect(),
        missing_values: [""],
        primary_key: table.key,
        foreign_keys: table.references.iter().map(foreign_key).collect(),
    }
}

/// The specification has one description; both languages stand in it, each in its paragraph.
fn bilingual(chinese: &str, english: &str) -> String {
    [chinese, english].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}
