//! The audit of one document beside that of the same document printed twice: `cargo bench --bench audit`.
//!
//! The documents are the seeds of the corpus (`GONGKAI_CORPUS`, by default the folder `shared` beside the checkout) or,
//! without it, the made document of the tests. The audit runs on one thread, so time is CPU time. It is to take at most
//! 5 ms on the largest seed, and about twice as long where everything is printed twice.

#![allow(missing_docs, reason = "macros of the library make public items")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a benchmark reads its own files")]

use std::path::{Path, PathBuf};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gongkai::audit::{Settings, Subject, audit};
use gongkai::model::{Disclosure, DisclosureId, FiscalYear, Stage, Unit};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

criterion_group!(benches, documents);
criterion_main!(benches);

fn documents(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("audit");
    for (name, text) in texts() {
        for times in [1, 2] {
            let text = vec![text.as_str(); times].join("\n");
            let disclosure = disclosure(&text);
            let unit = unit();
            group.throughput(Throughput::Bytes(u64::try_from(text.len()).unwrap()));
            let subject =
                Subject { unit: &unit, disclosure: &disclosure, others: &[], parts: &[], responses: &[] };
            group.bench_function(BenchmarkId::new(&name, format!("printed {times}x")), |bench| {
                bench.iter(|| audit(subject, &Settings::default()).value.findings.len());
            });
        }
    }
    group.finish();
}

/// Name and text of each document, the largest first.
fn texts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = std::env::var_os("GONGKAI_CORPUS").map_or_else(|| root.join("../shared"), PathBuf::from);
    let seeds = std::fs::read_dir(corpus.join("seeds"));
    let mut paths: Vec<PathBuf> = seeds.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    if paths.is_empty() {
        paths.push(root.join("tests/data/audit/final.txt"));
    }
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    let text = |path: &Path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    let mut texts: Vec<_> = paths.iter().map(|path| (name(path), text(path))).collect();
    texts.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
    texts
}

fn unit() -> Unit {
    Unit::new("jia".parse().unwrap(), "甲市数据管理局")
}

fn disclosure(text: &str) -> Disclosure {
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let (year, stage) = (FiscalYear::new(2024).unwrap(), Stage::Final);
    let document = Document { path: "made.txt", year, stage, unit_names: &[] };
    let reading = read(&source, document, &Registry::built_in()).value;
    Disclosure::new(DisclosureId { unit: unit().id, year, stage }, document.path, source, reading)
}
