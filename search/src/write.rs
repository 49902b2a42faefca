//! Writing an index: one segment, whose bytes are a function of the records alone.
//!
//! Tantivy names a segment at random and keeps a list of files in hash order. Here the segment is renamed
//! after its content, and the list, which a reader does without, is left out.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;
use tantivy::directory::RamDirectory;
use tantivy::index::SegmentId;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::{Directory, Index, IndexSettings, TantivyDocument, TantivyError};

use crate::candidates::length;
use crate::columns::{self, Columns};
use crate::document::{body, card, sounds_of, title};
use crate::files::{IndexFiles, META, pack, sha256};
use crate::groups::{self, Groups};
use crate::schema::schema;
use crate::tokens::{Vocabulary, tokenizers};
use crate::{Error, Record, Synonyms, amount, cards, fold};

/// The memory (bytes) the writer is told it has; it sizes its hash table by it and keeps to one segment.
const BUDGET: usize = 64 << 20;

/// Records whose documents are made before they are added.
const AT_ONCE: usize = 1024;

/// Builds an index over records; their order is the order of equally good hits of one kind and one title.
///
/// The same records give the same bytes, whatever the machine, the thread and the hour.
///
/// # Errors
/// When Tantivy fails, which only a lack of memory explains.
pub fn build(records: impl IntoIterator<Item = Record>, synonyms: &Synonyms) -> Result<IndexFiles, Error> {
    let records = sorted(records);
    let groups = Groups::of(&records);
    let sounds: Vec<Vec<String>> = records.par_iter().map(|record| sounds_of(record, synonyms)).collect();
    let ((segment, directory), others) = both(
        || segment(&records, &sounds, synonyms),
        || {
            let columns = columns(&records, &groups);
            let groups = serde_json::to_vec(&groups).map_err(Error::Record)?;
            Ok([vec![(groups::FILE.to_owned(), groups)], columns, cards(&records, &sounds)?].concat())
        },
    )?;
    finish(&segment, &directory, others, synonyms)
}

/// Does two things at once.
fn both<A: Send, B: Send>(
    a: impl FnOnce() -> Result<A, Error> + Send,
    b: impl FnOnce() -> Result<B, Error> + Send,
) -> Result<(A, B), Error> {
    let (a, b) = rayon::join(a, b);
    Ok((a?, b?))
}

/// The segment: which tokens stand in which records.
fn segment(
    records: &[Record],
    sounds: &[Vec<String>],
    synonyms: &Synonyms,
) -> Result<(Index, RamDirectory), Error> {
    let (schema, fields) = schema();
    let directory = RamDirectory::create();
    let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let builder = Index::builder().schema(schema).settings(settings).tokenizers(tokenizers());
    let mut writer = builder.single_segment_index_writer(directory.clone(), BUDGET)?;
    let vocabulary = Vocabulary::of(records, synonyms);
    let bodies = |nth: usize| body(&fields, &vocabulary, &records[nth], &sounds[nth]);
    let titles = |nth: usize| title(&fields, &vocabulary, &records[nth]);
    add(&mut writer, records.len(), bodies)?;
    add(&mut writer, records.len(), titles)?;
    Ok((writer.finalize()?, directory))
}

/// The files of cards.
fn cards(records: &[Record], sounds: &[Vec<String>]) -> Result<IndexFiles, Error> {
    let mut cards = cards::Writer::default();
    for (record, sounds) in records.iter().zip(sounds) {
        cards.add(&card(record.clone(), sounds.clone()))?;
    }
    Ok(cards.finish().into())
}

/// Adds the documents of so many records in their order; the next ones are made meanwhile.
fn add(
    writer: &mut SingleSegmentIndexWriter,
    count: usize,
    document: impl Fn(usize) -> TantivyDocument + Sync,
) -> Result<(), Error> {
    let made = |start: usize| -> Vec<TantivyDocument> {
        (start..count.min(start + AT_ONCE)).into_par_iter().map(&document).collect()
    };
    let mut chunks = (0..count).step_by(AT_ONCE);
    let mut next = chunks.next().map(made).unwrap_or_default();
    while !next.is_empty() {
        let documents = std::mem::take(&mut next);
        let add = || documents.into_iter().try_for_each(|document| writer.add_document(document).map(drop));
        let added;
        (added, next) = rayon::join(add, || chunks.next().map(made).unwrap_or_default());
        added?;
    }
    Ok(())
}

/// Records by kind and name: what is found together lies together, and is fetched together.
fn sorted(records: impl IntoIterator<Item = Record>) -> Vec<Record> {
    let mut records: Vec<Record> = records.into_iter().collect();
    records.sort_by_cached_key(|record| (record.kind, fold(&record.title)));
    records
}

/// The files of numbers.
fn columns(records: &[Record], groups: &Groups) -> IndexFiles {
    let length = |record: &Record| length(&fold(record.own_name()));
    let group = groups.numbers(records);
    let columns = Columns { group, length: records.iter().map(length).collect() };
    let values: Vec<Option<i64>> =
        records.iter().map(|record| record.value.as_deref().and_then(amount::fen_floor)).collect();
    vec![
        (columns::FILE.to_owned(), columns.write()),
        (columns::VALUES.to_owned(), columns::write_values(&values)),
    ]
}

/// Packs the files of the only segment under names that depend on their content, and the others with them.
fn finish(
    index: &Index,
    directory: &RamDirectory,
    others: IndexFiles,
    synonyms: &Synonyms,
) -> Result<IndexFiles, Error> {
    let random = index.searchable_segment_ids()?.iter().map(SegmentId::uuid_string).collect::<String>();
    let mut files = segment_files(index, directory)?;
    let id = content_id(&random, &files);
    for (name, _) in &mut files {
        *name = name.replace(&random, &id);
    }
    let meta = String::from_utf8_lossy(&bytes(directory, Path::new(META))?).into_owned();
    files.extend(others);
    pack(files, meta.replace(&hyphenated(&random), &hyphenated(&id)), synonyms)
}

/// The files of the segment in the order of their names; they differ in the extension only.
fn segment_files(index: &Index, directory: &RamDirectory) -> Result<IndexFiles, Error> {
    let mut files = IndexFiles::new();
    for path in index.load_metas()?.list_segment_files().into_iter().collect::<BTreeSet<_>>() {
        if directory.exists(&path).map_err(TantivyError::from)? {
            files.push((path.to_string_lossy().into_owned(), bytes(directory, &path)?));
        }
    }
    Ok(files)
}

fn bytes(directory: &RamDirectory, path: &Path) -> Result<Vec<u8>, Error> {
    Ok(directory.atomic_read(path).map_err(TantivyError::from)?)
}

/// 32 hexadecimal digits that stand for the content of a segment's files.
fn content_id(random: &str, files: &IndexFiles) -> String {
    let digests =
        files.iter().map(|(name, bytes)| format!("{}{}\n", name.replace(random, ""), sha256(bytes)));
    sha256(digests.collect::<String>().as_bytes()).chars().take(32).collect()
}

/// A segment id as `meta.json` writes it.
fn hyphenated(id: &str) -> String {
    let ends = [8, 12, 16, 20];
    id.char_indices().flat_map(|(at, c)| ends.contains(&at).then_some('-').into_iter().chain([c])).collect()
}
