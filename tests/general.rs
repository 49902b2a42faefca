//! The reader knows the practice, not the samples: nothing in code or registry comes from one document.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gongkai::registry::Registry;

/// The files of the reader, without their tests.
fn sources() -> Vec<(PathBuf, String)> {
    let mut sources = Vec::new();
    for folder in ["text", "model", "registry", "read"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut sources);
    }
    sources
}

fn collect(folder: &Path, sources: &mut Vec<(PathBuf, String)>) {
    let mut paths: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let is_test = path.file_name().is_some_and(|name| name == "tests");
        if path.is_dir() && !is_test {
            collect(&path, sources);
        } else if path.is_file() && path.file_stem().is_some_and(|stem| stem != "tests") {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            sources.push((path, code));
        }
    }
}

/// Amounts that are no round numbers, names of units and their places.
fn peculiar(corpus: &Path) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for document in support::documents(corpus, &Registry::built_in()) {
        let amounts = document.figures.iter().map(|figure| figure.printed.clone());
        words.extend(
            amounts.filter(|amount| amount.contains('.') && amount.len() >= 4 && !amount.ends_with(".00")),
        );
        let name = document.unit.trim_end_matches("[部门]").to_owned();
        words.extend(name.char_indices().nth(3).map(|(at, _)| name[..at].to_owned()));
        words.insert(name);
    }
    words.retain(|word| !word.is_empty() && word != "上海市");
    words
}

#[test]
fn no_name_or_amount_of_a_sample_stands_in_code_or_registry() {
    let Some(corpus) = support::corpus() else { return };
    let words = peculiar(&corpus);
    assert!(words.len() > 300, "{}", words.len());
    for (path, code) in sources() {
        let found: Vec<&String> = words.iter().filter(|word| code.contains(word.as_str())).collect();
        assert!(found.is_empty(), "{}: {found:?}", path.display());
    }
}

#[test]
fn numbers_as_large_as_lines_of_a_document_are_named_limits() {
    for (path, code) in sources() {
        for line in code.lines().map(str::trim_start) {
            let words = line.split("//").next().unwrap_or_default();
            let outside: String = words.split('"').step_by(2).collect();
            let numbers = outside.split(|c: char| !(c.is_alphanumeric() || c == '_'));
            let large = numbers
                .filter_map(|word| word.parse::<u32>().ok())
                .find(|number| (49..2500).contains(number));
            let named = line.starts_with("const ")
                || outside.contains("u{")
                || path.ends_with("money.rs")
                || path.ends_with("ids.rs")
                // Costs of reading a cell in a column.
                || path.ends_with("form/indicator/cells.rs")
                || path.ends_with("form/funding/values.rs");
            assert!(large.is_none() || named, "{}: {line}", path.display());
        }
    }
}
