//! The fields of the index, and what writing and reading must agree on about them.
//!
//! Tantivy keeps which words stand in which records, as a document for the body and one for the title of each (see
//! `lists`). Numbers of the records are columns (see `columns`), what all records of a disclosure have in common is kept
//! once (see `groups`), and what is shown of a record apart (see `cards`).

use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// The fields, in the order of the schema.
#[derive(Clone, Copy)]
pub(crate) struct Fields {
    /// Tokens of a title or a body: see `analyzer`.
    pub text: Field,
    /// Sounds of names: see `sounds`.
    pub sound: Field,
}

/// The name of the tokenizer: see `tokens`.
pub(crate) const LISTED: &str = "listed";

/// The schema; the same for every index of one format.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let listed = || {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(LISTED)
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        text: schema.add_text_field("text", listed()),
        sound: schema.add_text_field("sound", listed()),
    };
    (schema.build(), fields)
}
