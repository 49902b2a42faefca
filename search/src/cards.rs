//! What is decided and shown by: the texts of the records, in blocks that are compressed one by one.
//!
//! `cards` is the blocks, one after the other; a block is a JSON line for each of its records, deflated. `cards.index`
//! has for each block how many records and how many bytes it has (4 bytes each, least significant first).

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

#[cfg(feature = "native")]
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use tantivy::directory::{FileSlice, OwnedBytes};

use crate::Error;
use crate::record::{Kind, Record};

/// The name of the file of blocks.
pub(crate) const FILE: &str = "cards";
/// The name of the file that says where the blocks are.
pub(crate) const INDEX: &str = "cards.index";

/// Bytes of a block before compression, unless one record has more.
#[cfg(feature = "native")]
const BLOCK: usize = 8 << 10;
/// How much effort compression is worth: the most.
#[cfg(feature = "native")]
const LEVEL: u8 = 10;
/// Blocks that are compressed at once.
#[cfg(feature = "native")]
const AT_ONCE: usize = 512;
/// The most bytes of a block: what claims to be larger is damaged.
const MAX_BLOCK: usize = 64 << 20;
/// Blocks that are kept.
const KEPT: usize = 256;

/// A record without what it shares with its group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Card {
    #[serde(rename = "u")]
    pub url: String,
    #[serde(rename = "t")]
    pub title: String,
    #[serde(rename = "c", default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    #[serde(rename = "b", default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    #[serde(rename = "v", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(rename = "n", default, skip_serializing_if = "String::is_empty")]
    pub value_name: String,
    /// The sounds of its names: see `sounds`.
    #[serde(rename = "s", default, skip_serializing_if = "Vec::is_empty")]
    pub sounds: Vec<String>,
}

impl Card {
    /// The record, but for what it shares with its group; and its sounds.
    pub(crate) fn into_record(self, kind: Kind) -> (Record, Vec<String>) {
        let Self { url, title, codes, body, value, value_name, sounds } = self;
        let record = Record {
            url,
            title,
            kind,
            unit: None,
            unit_name: None,
            region: None,
            year: None,
            stage: None,
            codes,
            body,
            value,
            value_name,
        };
        (record, sounds)
    }
}

/// Cards as they are written.
#[cfg(feature = "native")]
#[derive(Default)]
pub(crate) struct Writer {
    blocks: Vec<u8>,
    index: Vec<u8>,
    /// What is compressed next, and how many cards each has.
    pending: Vec<(u32, Vec<u8>)>,
    lines: Vec<u8>,
    count: u32,
}

#[cfg(feature = "native")]
impl Writer {
    /// Adds the card of the next record.
    pub(crate) fn add(&mut self, card: &Card) -> Result<(), Error> {
        let line = serde_json::to_vec(card).map_err(Error::Record)?;
        if self.lines.len() + line.len() > BLOCK {
            self.end();
        }
        self.lines.extend(line);
        self.lines.push(b'\n');
        self.count += 1;
        Ok(())
    }

    fn end(&mut self) {
        if self.count == 0 {
            return;
        }
        self.pending.push((std::mem::take(&mut self.count), std::mem::take(&mut self.lines)));
        if self.pending.len() == AT_ONCE {
            self.compress();
        }
    }

    /// In parallel, in the order of the blocks.
    fn compress(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        let compress =
            |(count, lines): &(u32, Vec<u8>)| (*count, miniz_oxide::deflate::compress_to_vec(lines, LEVEL));
        let blocks: Vec<(u32, Vec<u8>)> = pending.par_iter().map(compress).collect();
        for (count, block) in blocks {
            self.index.extend(count.to_le_bytes());
            self.index.extend(u32::try_from(block.len()).unwrap_or(u32::MAX).to_le_bytes());
            self.blocks.extend(block);
        }
    }

    /// The files, [`FILE`] and [`INDEX`].
    pub(crate) fn finish(mut self) -> [(String, Vec<u8>); 2] {
        self.end();
        self.compress();
        [(FILE.to_owned(), self.blocks), (INDEX.to_owned(), self.index)]
    }
}

/// Cards as they are read.
pub(crate) struct Cards {
    file: FileSlice,
    blocks: Vec<Block>,
    /// Blocks read before, the last one first.
    kept: Mutex<VecDeque<(usize, Arc<Vec<u8>>)>>,
}

/// Where a block lies.
struct Block {
    /// Its first record.
    first: u32,
    /// Its first byte.
    start: usize,
    /// The byte after its last one.
    end: usize,
}

impl Cards {
    /// Reads where the blocks are.
    pub(crate) fn open(file: FileSlice, index: &[u8]) -> Self {
        let number = |bytes: &[u8]| bytes.try_into().map(u32::from_le_bytes).unwrap_or_default();
        let (mut first, mut start) = (0u32, 0usize);
        let mut blocks = Vec::with_capacity(index.len() / 8);
        for entry in index.chunks_exact(8) {
            let (count, bytes) = entry.split_at(4);
            let end = start.saturating_add(usize::try_from(number(bytes)).unwrap_or(usize::MAX));
            blocks.push(Block { first, start, end });
            (first, start) = (first.saturating_add(number(count)), end);
        }
        Self { file, blocks, kept: Mutex::default() }
    }

    /// The card of a record.
    ///
    /// # Errors
    /// When it cannot be read, or is on its way.
    pub(crate) fn get(&self, doc: u32) -> Result<Card, Error> {
        let (nth, block) = self.block(doc)?;
        let lines = self.lines(nth, block)?;
        let line =
            lines.split(|byte| *byte == b'\n').nth(usize::try_from(doc - block.first).unwrap_or_default());
        serde_json::from_slice(line.unwrap_or_default()).map_err(Error::Record)
    }

    /// Asks for the card of a record.
    ///
    /// # Errors
    /// When it cannot be read, or is on its way.
    pub(crate) fn fetch(&self, doc: u32) -> Result<(), Error> {
        let (_, block) = self.block(doc)?;
        self.bytes(block).map(drop)
    }

    fn block(&self, doc: u32) -> Result<(usize, &Block), Error> {
        let nth = self.blocks.partition_point(|block| block.first <= doc).saturating_sub(1);
        self.blocks.get(nth).map(|block| (nth, block)).ok_or_else(damaged)
    }

    fn lines(&self, nth: usize, block: &Block) -> Result<Arc<Vec<u8>>, Error> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().position(|(number, _)| *number == nth).and_then(|at| kept.remove(at));
        let entry = match found {
            Some(entry) => entry,
            None => (nth, Arc::new(self.read(block)?)),
        };
        let lines = Arc::clone(&entry.1);
        kept.push_front(entry);
        kept.truncate(KEPT);
        Ok(lines)
    }

    fn bytes(&self, block: &Block) -> Result<OwnedBytes, Error> {
        self.file.read_bytes_slice(block.start..block.end).map_err(unreadable)
    }

    fn read(&self, block: &Block) -> Result<Vec<u8>, Error> {
        let bytes = self.bytes(block)?;
        miniz_oxide::inflate::decompress_to_vec_with_limit(&bytes, MAX_BLOCK).map_err(|_| damaged())
    }
}

fn unreadable(source: io::Error) -> Error {
    Error::Read { name: FILE.to_owned(), source }
}

fn damaged() -> Error {
    Error::Pointer { reason: "it does not fit the cards".to_owned() }
}
