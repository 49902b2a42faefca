//! A record as the index holds it.

use tantivy::TantivyDocument;

use crate::cards::Card;
use crate::record::Record;
use crate::schema::Fields;
use crate::synonyms::Synonyms;
use crate::tokens::{Vocabulary, listed};
use crate::{fold, near, sounds};

/// A record in the fields of the index, and what is kept to decide and to show.
pub(crate) fn document(
    fields: &Fields,
    vocabulary: &Vocabulary,
    record: Record,
    synonyms: &Synonyms,
) -> (TantivyDocument, Card) {
    let mut document = TantivyDocument::default();
    document.add_text(fields.text, listed(&vocabulary.tokens(&record)));
    let sounds = sounds_of(&record, synonyms);
    let tokens: Vec<String> = sounds.iter().flat_map(|sounds| sounds::tokens(sounds)).collect();
    if !tokens.is_empty() {
        document.add_text(fields.sound, listed(&tokens));
    }
    let Record { url, title, codes, body, value, value_name, .. } = record;
    (document, Card { url, title, codes, body, value, value_name, sounds })
}

/// The sounds of a record's name and of the words that stand for a part of it; only names are looked for by ear.
fn sounds_of(record: &Record, synonyms: &Synonyms) -> Vec<String> {
    if !near::KINDS.contains(&record.kind) {
        return Vec::new();
    }
    let name = fold(&record.title);
    let meant = synonyms.of_part(&name);
    let mut sounds: Vec<String> = Vec::new();
    for sound in std::iter::once(&name).chain(&meant).map(|name| sounds::of_name(name)) {
        if !sound.is_empty() && !sounds.contains(&sound) {
            sounds.push(sound);
        }
    }
    sounds
}
