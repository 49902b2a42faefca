//! An index over generated records, measured: `cargo bench -p gongkai-search --bench search -- 10000 [FOLDER]`.
//!
//! Prints one line of JSON: sizes, times, and whether every piece of text is found where it stands and nowhere else. With
//! a folder, writes the index, the same records as pages, and queries with the right numbers of hits there, for
//! `tests/html/bench.mjs`, which measures the search page and Pagefind on them. `.ci/bench` runs both.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "a benchmark reads and writes its own files")]

mod generate;
mod measure;
mod truth;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use gongkai_search::{IndexFiles, Record};
use serde_json::json;

use generate::Source;
use measure::Sizes;
use truth::Truth;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let count = arguments.first().map_or(1_000, |count| count.parse().unwrap());
    let source = Source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"));
    let records: Vec<Record> = (0..count).map(|number| source.record(number)).collect();
    let (files, build_us) = measure::build(&records);
    let truth = Truth::new(&records);
    let samples = truth.samples();
    let mut report = json!({ "records": count, "build_us": build_us });
    let object = report.as_object_mut().unwrap();
    object.extend(Sizes::of(&records, &files).to_json());
    object.extend(measure::times(&files, &samples));
    let mut output = std::io::stdout();
    writeln!(output, "{report}").unwrap();
    if let Some(folder) = arguments.get(1) {
        let folder = PathBuf::from(folder);
        write_index(&folder, &files);
        write_pages(&folder, &records);
        let known = json!({ "native": report, "samples": samples.to_json() });
        std::fs::write(folder.join("bench.json"), known.to_string()).unwrap();
    }
}

fn write_index(folder: &Path, files: &IndexFiles) {
    let index = folder.join("search-index");
    std::fs::create_dir_all(&index).unwrap();
    for (name, bytes) in files {
        std::fs::write(index.join(name), bytes).unwrap();
    }
}

/// The records as pages, for a search engine that reads pages.
fn write_pages(folder: &Path, records: &[Record]) {
    for record in records {
        let path = folder.join(&record.url);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let facts = truth::about(record).join("</p><p>");
        let (title, body) = (&record.title, &record.body);
        let page = format!(
            "<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body>\
             <main data-pagefind-body><h1>{title}</h1><p>{facts}</p><p>{body}</p></main></body></html>"
        );
        std::fs::write(path, page).unwrap();
    }
}
