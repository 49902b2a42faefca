//! A record as the index holds it: a document for its body, one for its title, and a card.

use tantivy::TantivyDocument;

use crate::cards::Card;
use crate::record::Record;
use crate::schema::Fields;
use crate::synonyms::Synonyms;
use crate::tokens::{Vocabulary, listed};
use crate::{fold, near, sounds};

/// The document of a record's body, with the sounds of its names.
pub(crate) fn body(
    fields: &Fields,
    vocabulary: &Vocabulary,
    record: &Record,
    sounds: &[String],
) -> TantivyDocument {
    let mut document = text(fields, vocabulary, &record.text());
    let tokens: Vec<String> = sounds.iter().flat_map(|sounds| sounds::tokens(sounds)).collect();
    if !tokens.is_empty() {
        document.add_text(fields.sound, listed(&tokens));
    }
    document
}

/// The document of a record's title.
pub(crate) fn title(fields: &Fields, vocabulary: &Vocabulary, record: &Record) -> TantivyDocument {
    text(fields, vocabulary, &record.title)
}

fn text(fields: &Fields, vocabulary: &Vocabulary, text: &str) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_text(fields.text, vocabulary.listed(text));
    document
}

/// What is kept of a record to decide and to show.
pub(crate) fn card(record: Record, sounds: Vec<String>) -> Card {
    let Record { url, title, codes, body, value, value_name, .. } = record;
    Card { url, title, codes, body, value, value_name, sounds }
}

/// The sounds of a record's name and of the words that stand for a part of it; only names are looked for by ear.
pub(crate) fn sounds_of(record: &Record, synonyms: &Synonyms) -> Vec<String> {
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
