//! A record as the index holds it.

use tantivy::TantivyDocument;

use crate::candidates::length;
use crate::cards::Card;
use crate::record::Record;
use crate::schema::Fields;
use crate::synonyms::Synonyms;
use crate::{amount, fold, near, sounds, tokenizer};

/// A record in the fields of the index, and what is kept to decide and to show.
pub(crate) fn document(
    fields: &Fields,
    group: u64,
    record: Record,
    synonyms: &Synonyms,
) -> (TantivyDocument, Card) {
    let mut document = TantivyDocument::default();
    document.add_text(fields.text, tokenizer::joined(&record.title, &record.text()));
    document.add_u64(fields.group, group);
    document.add_u64(fields.length, length(&fold(record.own_name())).into());
    if let Some(fen) = record.value.as_deref().and_then(amount::fen_floor) {
        document.add_i64(fields.fen, fen);
    }
    let sounds = sounds_of(&record, synonyms);
    for token in sounds.iter().flat_map(|sounds| sounds::tokens(sounds)) {
        document.add_text(fields.sound, token);
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
