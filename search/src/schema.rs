//! The fields of the index, and what writing and reading must agree on about them.
//!
//! Tantivy keeps which words stand in which records, and columns of numbers. What all records of a disclosure have in
//! common is kept once (see `groups`), and what is shown of a record apart from both (see `cards`).

use tantivy::schema::{Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};

use crate::analyzer;

/// The fields, in the order of the schema.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "native"), allow(dead_code, reason = "readers ask for columns by their names"))]
pub(crate) struct Fields {
    /// The tokens of titles and of bodies, apart: see `analyzer`.
    pub text: Field,
    /// Sounds of names: see `sounds`.
    pub sound: Field,
    /// The number of the record's group.
    pub group: Field,
    /// Characters of its own name: the last part of its title.
    pub length: Field,
    /// The value in fen.
    pub fen: Field,
}

/// The name of the column of groups.
pub(crate) const GROUP: &str = "group";
/// The name of the column of lengths.
pub(crate) const LENGTH: &str = "length";
/// The name of the column of values.
pub(crate) const FEN: &str = "fen";

/// The schema; the same for every index of one format.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let listed = |tokenizer: &str| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    let column = || NumericOptions::default().set_fast();
    let fields = Fields {
        text: schema.add_text_field("text", listed(analyzer::NAME)),
        sound: schema.add_text_field("sound", listed("raw")),
        group: schema.add_u64_field(GROUP, column()),
        length: schema.add_u64_field(LENGTH, column()),
        fen: schema.add_i64_field(FEN, column()),
    };
    (schema.build(), fields)
}
