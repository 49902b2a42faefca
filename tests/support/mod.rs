//! What the tests share: the corpus of real documents beside the checkout, and a generator of variants.

#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test fails by panicking, makes its own files, and says what it skips"
)]

pub mod change;
pub mod document;
pub mod figures;
pub mod form_damage;
pub mod made_form;
pub mod random;

use std::path::{Path, PathBuf};

use gongkai::model::{AmountRole, Cell, CellValue, Reading, ReadingLevel, Stage, Table};
use gongkai::registry::Registry;
use gongkai::text::{SourceText, Span, compact, matching, plain};
use rust_decimal::Decimal;

use document::Document;

/// The corpus, from `GONGKAI_CORPUS` or the sibling folder `shared`; says loudly when it is not there.
pub fn corpus() -> Option<PathBuf> {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = std::env::var_os("GONGKAI_CORPUS").map_or_else(default, PathBuf::from);
    if path.join("seeds").is_dir() {
        return Some(path);
    }
    assert!(
        std::env::var_os("GONGKAI_REQUIRE_CORPUS").is_none(),
        "the corpus is required and not at {}",
        path.display()
    );
    println!("SKIPPED: no corpus at {}; set GONGKAI_CORPUS", path.display());
    None
}

/// The raw bytes of the seed whose file name begins with `number`.
pub fn seed(corpus: &Path, number: &str) -> Vec<u8> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(corpus.join("seeds")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let file = files
        .into_iter()
        .find(|file| file.file_name().unwrap().to_string_lossy().starts_with(number))
        .unwrap();
    std::fs::read(file).unwrap()
}

/// The seeds: number, fiscal year, stage.
pub const SEEDS: [(&str, u16, Stage); 5] = [
    ("000", 2024, Stage::Final),
    ("001", 2022, Stage::Final),
    ("002", 2024, Stage::Budget),
    ("003", 2024, Stage::Final),
    ("004", 2024, Stage::Final),
];

/// The samples: file name, fiscal year, stage.
pub const SAMPLES: [(&str, u16, Stage); 3] = [
    ("shanghai-final-accounts-template.txt", 2024, Stage::Final),
    ("shanghai-putuo-finance-2024-final-rough.txt", 2024, Stage::Final),
    ("shanghai-putuo-finance-2024-final.txt", 2024, Stage::Final),
];

/// Every document of the corpus: seeds, then samples.
pub fn documents(corpus: &Path, registry: &Registry) -> Vec<Document> {
    let seeds = SEEDS.map(|(number, year, stage)| (number, seed(corpus, number), year, stage));
    let samples = SAMPLES.map(|(name, year, stage)| {
        (name, std::fs::read(corpus.join("samples").join(name)).unwrap(), year, stage)
    });
    seeds
        .into_iter()
        .chain(samples)
        .map(|(name, bytes, year, stage)| Document::new(name, &bytes, year, stage, registry))
        .collect()
}

/// Blocks in order, without overlap, and every non-blank line in one of them.
#[track_caller]
pub fn assert_tiled(name: &str, source: &SourceText, reading: &Reading) {
    let mut last = 0;
    let mut covered = vec![false; source.lines().len() + 1];
    for block in &reading.blocks {
        assert!(
            block.lines.first > last && block.lines.last >= block.lines.first,
            "{name}: {block:?} after line {last}"
        );
        last = block.lines.last;
        (block.lines.first..=last).for_each(|line| covered[usize::try_from(line).unwrap()] = true);
        assert!(
            block.level == ReadingLevel::Typed || !block.reason.is_empty(),
            "{name}: no reason in {block:?}"
        );
    }
    for (number, line) in (1..).zip(source.lines()) {
        assert!(covered[number] || compact(line).is_empty(), "{name}: line {number} in no block: {line:?}");
    }
}

/// Every published value stands, as it is printed, in the line it names, at its span.
#[track_caller]
pub fn assert_nothing_invented(name: &str, source: &SourceText, reading: &Reading) {
    assert_forms_are_printed(name, source, reading);
    let mut places = std::collections::BTreeSet::new();
    for table in &reading.tables {
        for row in &table.rows {
            for cell in row.cells.iter().filter(|cell| cell.value.state().is_some()) {
                let (start, end) = (cell.span.start as usize, cell.span.end as usize);
                let at: String = source.line(cell.span.line).chars().skip(start).take(end - start).collect();
                assert_eq!(plain(&at), cell.printed, "{name}: line {}", cell.span.line);
                assert_eq!(cell.span.line, row.line, "{name}");
                assert!(places.insert(cell.span), "{name}: {:?} is published twice", cell.span);
                assert_eq!(value_of(&cell.value), value_printed(cell, table), "{name}: {cell:?}");
            }
        }
    }
}

/// Every value of a form stands, as it is printed, in the line it names, at its span.
#[track_caller]
pub fn assert_forms_are_printed(name: &str, source: &SourceText, reading: &Reading) {
    for form in &reading.forms {
        let mut stated: Vec<(&str, Span)> = Vec::new();
        for funding in std::iter::once(&form.total).chain(&form.funding) {
            let amounts = AmountRole::ALL.into_iter().filter_map(|role| funding.amount(role));
            stated.extend(amounts.chain(&funding.implementation).map(|s| (s.printed.as_str(), s.span)));
            let numbers = funding.execution_rate.iter().chain(&funding.score);
            stated.extend(numbers.map(|s| (s.printed.as_str(), s.span)));
        }
        let points = form.indicators.iter().flat_map(|i| i.weight.iter().chain(&i.score));
        stated.extend(points.chain(&form.total_score).map(|s| (s.printed.as_str(), s.span)));
        stated.extend(form.grade.iter().map(|s| (s.printed.as_str(), s.span)));
        for (printed, span) in stated {
            let (start, end) = (span.start as usize, span.end as usize);
            let at: String = source.line(span.line).chars().skip(start).take(end - start).collect();
            // A number that the page broke stands partly in the next line.
            assert!(
                !at.is_empty() && matching(printed).starts_with(&matching(&at)),
                "{name}: line {}: {printed:?} is printed as {at:?}",
                span.line
            );
        }
    }
}

fn value_of(value: &CellValue) -> Option<Decimal> {
    match value {
        CellValue::Amount(money) => Some(money.yuan()),
        CellValue::Count(number, _) => Some(*number),
        _ => None,
    }
}

/// What the printed cell says, read a second time by a simpler way.
fn value_printed(cell: &Cell, table: &Table) -> Option<Decimal> {
    value_of(&cell.value)?;
    let half = |c: char| {
        if ('\u{ff01}'..='\u{ff5e}').contains(&c) { char::from_u32(c as u32 - 0xfee0).unwrap() } else { c }
    };
    let text: String = cell.printed.chars().map(half).filter(|c| !c.is_whitespace() && *c != ',').collect();
    let negative = text.starts_with(['-', '(', '—', '–', '−', '―', '‐']);
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let number = Decimal::from_str_exact(&digits).unwrap();
    let number = if negative { -number } else { number };
    let denomination = table.columns[cell.column].denomination.or(table.denomination);
    let factor = match cell.value {
        CellValue::Amount(_) => denomination.unwrap().yuan(),
        _ => Decimal::ONE,
    };
    Some((number * factor).normalize())
}

/// Every claim is printed at its span; keys and places are unique.
#[track_caller]
pub fn assert_claims(name: &str, source: &SourceText, reading: &Reading) {
    let (mut keys, mut places) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for claim in &reading.claims {
        let (start, end) = (claim.span.start as usize, claim.span.end as usize);
        let line: Vec<char> = source.line(claim.span.line).chars().collect();
        let at: String = line.get(start..end).unwrap_or_else(|| panic!("{name}: {claim:?}")).iter().collect();
        // A number that the page broke begins there.
        assert!(
            compact(&claim.printed).starts_with(&compact(&at)) && !at.is_empty(),
            "{name}: {at:?} {claim:?}"
        );
        assert!(keys.insert(&claim.key), "{name}: two claims are called {}", claim.key);
        assert!(places.insert(claim.span), "{name}: {:?} is claimed twice", claim.span);
        assert!(claim.of.is_none_or(|of| of < reading.claims.len()), "{name}: {claim:?}");
    }
}
