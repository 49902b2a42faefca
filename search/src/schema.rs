//! The fields of the index, and what writing and reading must agree on about them.

use sha2::{Digest, Sha256};
use tantivy::schema::{
    Field, INDEXED, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions,
};

use crate::analyzer;
use crate::record::Record;

/// The fields, in the order of the schema.
#[derive(Clone, Copy)]
pub(crate) struct Fields {
    /// Titles. Every record has one, or the average length, by which scores are levelled, would mislead.
    pub title: Field,
    /// Unit, region, year, stage, codes and value: see [`about`].
    pub about: Field,
    /// Bodies.
    pub body: Field,
    /// Facets to filter by: see `filters`.
    pub facet: Field,
    /// Hashes of names, see [`name_hash`]: who types a whole name wants what it names.
    pub name: Field,
    /// Sounds of names: see `sounds`.
    pub sound: Field,
    /// The value in fen.
    pub fen: Field,
    /// The record as JSON, to decide by and to show.
    pub record: Field,
}

impl Fields {
    /// The text fields and how much a match in each counts.
    pub(crate) fn weighted(&self) -> [(Field, f32); 3] {
        [(self.title, 4.0), (self.about, 2.0), (self.body, 1.0)]
    }
}

/// The schema; the same for every index of one format.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(analyzer::NAME)
        .set_index_option(IndexRecordOption::WithFreqs);
    let text = TextOptions::default().set_indexing_options(indexing);
    let plain = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    let facet = TextOptions::default().set_indexing_options(plain);
    let fields = Fields {
        title: schema.add_text_field("title", text.clone()),
        about: schema.add_text_field("about", text.clone()),
        body: schema.add_text_field("body", text),
        facet: schema.add_text_field("facet", facet.clone()),
        name: schema.add_u64_field("name", INDEXED),
        sound: schema.add_text_field("sound", facet),
        fen: schema.add_i64_field("fen", NumericOptions::default().set_fast()),
        record: schema.add_text_field("record", STORED),
    };
    (schema.build(), fields)
}

/// What is known about a record beside its text, one fact a line, so that `阳城 2024 政务外网` is found.
pub(crate) fn about(record: &Record) -> String {
    let mut facts: Vec<String> =
        [&record.unit_name, &record.unit, &record.value].into_iter().flatten().cloned().collect();
    if let Some(region) = &record.region {
        facts.extend([region.name.clone(), region.code.clone()]);
    }
    let stage = record.stage.map_or("", |stage| stage.label());
    match record.year {
        Some(year) => facts.extend([format!("{year}年{stage}"), format!("{year}年度{stage}")]),
        None => facts.push(stage.to_owned()),
    }
    facts.extend(record.codes.iter().cloned());
    facts.join("\n")
}

/// The number a folded name is found by as a whole.
pub(crate) fn name_hash(folded: &str) -> u64 {
    let digest = Sha256::digest(folded.as_bytes());
    digest.iter().take(8).fold(0, |hash, byte| hash << 8 | u64::from(*byte))
}
