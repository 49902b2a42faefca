//! What is right: which records hold a text, found out by looking through all of them.

use gongkai_search::{Record, Stage, fold};
use serde_json::{Value, json};

use crate::generate::{Dice, is_han};

/// Pieces of text that stand in a record, to be looked for.
const PRESENT: usize = 1_000;
/// Texts that stand nowhere; every other is made of pairs of characters that all stand in one record.
const ABSENT: usize = 200;

/// The records and all they may be found by, as the index compares it.
pub(crate) struct Truth<'a> {
    records: &'a [Record],
    folded: Vec<String>,
}

/// Records up to which everything is looked through for each sample.
const LOOKED_THROUGH: usize = 20_000;

/// What is looked for, and the addresses of the records that hold it.
pub(crate) struct Samples {
    pub present: Vec<(String, Vec<String>)>,
    pub absent: Vec<String>,
}

/// What is known about a record beside its title and body.
pub(crate) fn about(record: &Record) -> Vec<String> {
    let year = record.year.unwrap_or_default();
    let stage = if record.stage == Some(Stage::Budget) { "预算" } else { "决算" };
    let stage = [format!("{year}年度{stage}"), format!("{year}年{stage}")];
    let region = record.region.as_ref().map(|region| region.name.clone());
    record.unit_name.iter().chain(&region).chain(&record.value).cloned().chain(stage).collect()
}

impl<'a> Truth<'a> {
    pub(crate) fn new(records: &'a [Record]) -> Self {
        let text = |record: &Record| {
            let known = [record.title.clone(), record.body.clone()].into_iter().chain(about(record));
            known.map(|part| fold(&part)).collect::<Vec<_>>().join("\u{1}")
        };
        Self { records, folded: records.iter().map(text).collect() }
    }

    /// The addresses of the records that hold a text, in order.
    fn holding(&self, text: &str) -> Vec<String> {
        let text = fold(text);
        let holding = self.folded.iter().zip(self.records).filter(|(folded, _)| folded.contains(&text));
        let mut urls: Vec<String> = holding.map(|(_, record)| record.url.clone()).collect();
        urls.sort_unstable();
        urls
    }

    /// Texts with what is right about them; nothing about those that are there if there are too many records to look
    /// through for each.
    pub(crate) fn samples(&self) -> Samples {
        let mut dice = Dice::new(99);
        let is_known = self.records.len() <= LOOKED_THROUGH;
        let pieces: Vec<String> = (0..PRESENT).map(|_| self.piece(&mut dice)).collect();
        let holding = |piece: &str| if is_known { self.holding(piece) } else { Vec::new() };
        let present = pieces.into_iter().map(|piece| (holding(&piece), piece));
        let present = present.map(|(holding, piece)| (piece, holding)).collect();
        Samples { present, absent: (0..ABSENT).map(|nth| self.absent(&mut dice, nth % 2 == 0)).collect() }
    }

    /// 2 to 9 characters that stand in a record, Chinese among them.
    fn piece(&self, dice: &mut Dice) -> String {
        loop {
            let record = &self.records[dice.roll(self.records.len())];
            let source = if dice.roll(3) == 0 { &record.title } else { &record.body };
            let source: Vec<char> = source.chars().collect();
            let (from, count) = (dice.roll(source.len()), 2 + dice.roll(8));
            let piece: String = source[from..source.len().min(from + count)].iter().collect();
            let is_fit = piece.chars().count() >= 2
                && piece.chars().any(is_han)
                && !piece.contains(|c: char| c.is_whitespace() || "\"“”「」『』".contains(c));
            if is_fit {
                return piece;
            }
        }
    }

    /// Characters that stand nowhere in this order: an overlapping walk through the pairs of one record, or any.
    fn absent(&self, dice: &mut Dice, of_one_record: bool) -> String {
        loop {
            let record = &self.records[dice.roll(self.records.len())];
            let made =
                if of_one_record { walk(dice, &record.body) } else { self.piece(dice) + &self.piece(dice) };
            if made.chars().filter(|c| is_han(*c)).count() >= 3 && self.holding(&made).is_empty() {
                return made;
            }
        }
    }
}

/// Four characters each pair of which stands in the text.
fn walk(dice: &mut Dice, text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut made: Vec<char> = chars[dice.roll(chars.len() - 1)..].iter().take(2).copied().collect();
    while made.len() < 4 {
        let last = made[made.len() - 1];
        let next: Vec<char> = chars
            .windows(2)
            .filter(|pair| pair[0] == last && pair.iter().all(|c| is_han(*c)))
            .map(|p| p[1])
            .collect();
        if next.is_empty() {
            break;
        }
        made.push(next[dice.roll(next.len())]);
    }
    made.into_iter().collect()
}

impl Samples {
    pub(crate) fn to_json(&self) -> Value {
        let present: Vec<_> =
            self.present.iter().map(|(text, holding)| json!([text, holding.len()])).collect();
        json!({ "present": present, "absent": self.absent })
    }
}
