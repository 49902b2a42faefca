//! The shape of the code, checked: dependencies point down the layers, files and functions stay short, files are
//! read and written in two rooms only. What breaks a rule is named with file and line.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads the project and fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of `src/`, lowest first: each may use itself and those before it.
const LAYERS: [&str; 17] = [
    "text", "diag", "model", "registry", "config", "content", "read", "audit", "catalog", "data", "chart",
    "index", "render", "publish", "archive", "serve", "cli",
];
/// The rooms that touch files: sources and themes are read in one, the site is written and read in the other.
const DOORS: [&str; 2] = ["content", "publish"];
/// The rooms that know the search crate.
const SEARCHERS: [&str; 3] = ["index", "archive", "cli"];

const MAX_FILE: usize = 400;
const MAX_FUNCTION: usize = 60;

#[test]
fn dependencies_point_down_the_layers() {
    let known = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let mut faults = Vec::new();
    for file in sources(&["src"]) {
        let Some(room) = file.room() else { continue };
        let Some(own) = known(room) else {
            faults.push(format!("{}: `{room}` is no layer; name its place in LAYERS", file.path));
            continue;
        };
        for (line, used) in file.uses() {
            if known(&used).is_none_or(|used| used > own) {
                faults.push(format!("{}:{line}: `{room}` uses `crate::{used}`", file.path));
            }
        }
        let escapes = file
            .escapes()
            .map(|line| format!("{}:{line}: write `crate::`, not `super::`, for another room", file.path));
        faults.extend(escapes);
    }
    report(&faults);
}

#[test]
fn search_and_the_program_keep_apart() {
    let mut faults = Vec::new();
    for file in sources(&["search/src"]) {
        let mentions = file.lines().filter(|(_, line)| words(line).any(|word| word == "gongkai"));
        faults.extend(
            mentions.map(|(number, _)| format!("{}:{number}: `search` knows the program", file.path)),
        );
    }
    for file in sources(&["src"]) {
        if file.room().is_none_or(|room| SEARCHERS.contains(&room)) {
            continue;
        }
        let mentions = file.lines().filter(|(_, line)| words(line).any(|word| word == "gongkai_search"));
        faults
            .extend(mentions.map(|(number, _)| format!("{}:{number}: only {SEARCHERS:?} search", file.path)));
    }
    report(&faults);
}

#[test]
fn files_are_touched_behind_two_doors() {
    let mut faults = Vec::new();
    for file in sources(&["src", "search/src"]) {
        if file.path.ends_with("/tests.rs") || file.room().is_some_and(|room| DOORS.contains(&room)) {
            continue;
        }
        let tests = file.test_lines();
        for (number, line) in file.lines().filter(|(number, _)| !tests.contains(number)) {
            let names: Vec<&str> = words(line).collect();
            let reaches = names.windows(2).any(|pair| matches!(pair, ["std" | "tokio", "fs"]));
            let reaches_in_list = line.contains("std::{") && names.contains(&"fs");
            if reaches || reaches_in_list {
                faults.push(format!("{}:{number}: only {DOORS:?} touch files", file.path));
            }
        }
    }
    report(&faults);
}

#[test]
fn files_and_functions_are_short_and_files_say_what_they_are() {
    let (mut faults, mut lengths) = (Vec::new(), Vec::new());
    for file in sources(&["src", "search", "tests", "benches", "examples", "fuzz"]) {
        if !file.text.starts_with("//! ") {
            faults.push(format!("{}:1: begin with `//!` and what the file is", file.path));
        }
        let length = file.text.lines().count();
        if length > MAX_FILE {
            faults.push(format!("{}: {length} lines, at most {MAX_FILE}", file.path));
        }
        for (name, line, length) in file.functions() {
            lengths.push(length);
            if length > MAX_FUNCTION {
                faults.push(format!(
                    "{}:{line}: `{name}` has {length} lines, at most {MAX_FUNCTION}",
                    file.path
                ));
            }
        }
    }
    lengths.sort_unstable();
    let at = |share: usize| lengths.get(lengths.len() * share / 100).copied().unwrap_or_default();
    if !faults.is_empty() {
        faults.push(format!("{} functions: median {} lines, 90 % within {}", lengths.len(), at(50), at(90)));
    }
    report(&faults);
}

#[test]
fn the_scanner_sees_code_only() {
    let text = "//! x\nfn a<'l>(x: &'l str) -> char {\n    let _ = \"crate::cli {\"; // crate::cli {\n    let _ = (r#\"}\"\"#, '{', '\\'', b'}');\n    /* { /* { */ */ 'x'\n}\ntrait T { fn none(&self); }\n#[cfg(test)]\nmod tests {\n    use crate::{diag::{A, B}, text};\n    use super::super::c;\n}\n";
    let file = SourceFile::new("src/read/x.rs".into(), text.into());
    assert_eq!(file.functions(), [("a".to_owned(), 2, 5)]);
    let uses: Vec<_> = file.uses().collect();
    assert_eq!(uses, [(10, "diag".to_owned()), (10, "text".to_owned())]);
    assert_eq!(file.test_lines(), (8..=12).collect::<Vec<_>>());
    assert_eq!(file.escapes().count(), 0);
    let escape = SourceFile::new("src/read/x.rs".into(), "//! x\nuse super::super::cli;\n".into());
    assert_eq!(escape.escapes().collect::<Vec<_>>(), [2]);
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The Rust files below these folders, sorted by path.
fn sources(folders: &[&str]) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting: Vec<PathBuf> =
        folders.iter().map(|folder| root.join(folder)).filter(|path| path.is_dir()).collect();
    let mut files = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.push(SourceFile::new(name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!files.is_empty(), "no sources in {folders:?}");
    files
}

/// Identifiers and keywords, in order.
fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

struct SourceFile {
    /// Relative to the package, with `/`.
    path: String,
    text: String,
    /// The text with comments, strings and characters blanked out, as long as the text.
    code: Vec<u8>,
}

impl SourceFile {
    fn new(path: String, text: String) -> Self {
        let code = blank(text.as_bytes());
        Self { path, text, code }
    }

    /// The first folder or file below `src/`; none for `lib.rs`, `main.rs` and what lies elsewhere.
    fn room(&self) -> Option<&str> {
        let name = self.path.strip_prefix("src/")?.split('/').next()?;
        let name = name.strip_suffix(".rs").unwrap_or(name);
        (name != "lib" && name != "main").then_some(name)
    }

    fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap()
    }

    /// Code lines with their 1-based numbers.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.code().lines())
    }

    fn line_of(&self, offset: usize) -> usize {
        1 + self.code[..offset].iter().filter(|b| **b == b'\n').count()
    }

    /// Where paths begin with `crate::`, and the rooms they lead to.
    fn uses(&self) -> impl Iterator<Item = (usize, String)> {
        let code = self.code();
        code.match_indices("crate::").flat_map(move |(at, start)| {
            let after = at + start.len();
            heads(&code[after..])
                .into_iter()
                .map(move |(offset, name)| (self.line_of(after + offset), name.to_owned()))
        })
    }

    /// Lines with a `super::super::…` that leaves the room.
    fn escapes(&self) -> impl Iterator<Item = usize> {
        let inner = self.path.matches('/').count() - usize::from(self.path.ends_with("/mod.rs"));
        let tests = self.test_lines();
        self.lines().filter_map(move |(number, line)| {
            let longest = line
                .split(|c: char| !c.is_alphanumeric() && !"_:".contains(c))
                .map(|path| path.matches("super::").count())
                .max();
            let allowed = inner + usize::from(tests.contains(&number));
            (self.room().is_some() && longest.unwrap_or(0) > allowed.saturating_sub(1)).then_some(number)
        })
    }

    /// The lines of modules that are compiled for tests only.
    fn test_lines(&self) -> Vec<usize> {
        let code = self.code();
        let ends = move |(at, _): (usize, &str)| Some((at, at + body(&code[at..])?));
        let ranges: Vec<_> = code.match_indices("#[cfg(test)]").filter_map(ends).collect();
        ranges.into_iter().flat_map(|(start, end)| self.line_of(start)..=self.line_of(end)).collect()
    }

    /// Name, first line and number of lines of each function that has a body.
    fn functions(&self) -> Vec<(String, usize, usize)> {
        let code = self.code();
        let starts = code
            .match_indices("fn ")
            .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
        starts
            .filter_map(|(at, _)| {
                let name = words(&code[at + 3..]).next()?;
                let named = code[at + 3..].starts_with(name);
                let (first, last) = (self.line_of(at), self.line_of(at + body(&code[at..])?));
                named.then(|| (name.to_owned(), first, last - first + 1))
            })
            .collect()
    }
}

/// The first names of a path or of a list of paths in braces, with their offsets.
fn heads(path: &str) -> Vec<(usize, &str)> {
    let Some(list) = path.strip_prefix('{') else {
        return words(path).next().map(|name| (0, name)).into_iter().collect();
    };
    let (mut depth, mut start, mut names) = (0_usize, 1, Vec::new());
    for (offset, c) in path.char_indices().skip(1) {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                names.extend(words(&path[start..offset]).next().map(|name| (offset, name)));
                start = offset + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    debug_assert!(!list.is_empty());
    names
}

/// Offset of the brace that closes the first body; none if a semicolon comes first.
fn body(code: &str) -> Option<usize> {
    let (mut brackets, mut braces) = (0_usize, 0_usize);
    for (offset, b) in code.bytes().enumerate() {
        match b {
            b'(' | b'[' => brackets += 1,
            b')' | b']' => brackets = brackets.saturating_sub(1),
            b';' if brackets == 0 && braces == 0 => return None,
            b'{' => braces += 1,
            b'}' if braces <= 1 => return (braces == 1).then_some(offset),
            b'}' => braces -= 1,
            _ => {}
        }
    }
    None
}

/// Replaces comments and the contents of literals by spaces; line feeds stay.
fn blank(text: &[u8]) -> Vec<u8> {
    let (mut code, mut at) = (text.to_vec(), 0);
    while at < text.len() {
        let length = literal(text, at);
        for b in &mut code[at..at + length] {
            if *b != b'\n' {
                *b = b' ';
            }
        }
        at += length.max(1);
    }
    code
}

/// Length of the comment or literal that begins here; 0 if none does.
fn literal(text: &[u8], at: usize) -> usize {
    let rest = &text[at..];
    let in_word = at > 0 && (text[at - 1].is_ascii_alphanumeric() || text[at - 1] == b'_');
    match rest {
        [b'/', b'/', ..] => rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len()),
        [b'/', b'*', ..] => comment(rest),
        [b'"', ..] => 1 + quoted(&rest[1..], b'"'),
        [b'r', b'"' | b'#', ..] if !in_word || text[at - 1] == b'b' => raw(rest),
        [b'\'', b'\\', ..] => 1 + quoted(&rest[1..], b'\''),
        [b'\'', ..] => character(rest),
        _ => 0,
    }
}

fn comment(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] if depth == 1 => return at + 2,
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    rest.len()
}

/// Length up to and with the closing mark.
fn quoted(rest: &[u8], mark: u8) -> usize {
    let mut escaped = false;
    let end = rest.iter().position(|b| {
        let closes = *b == mark && !escaped;
        escaped = *b == b'\\' && !escaped;
        closes
    });
    end.map_or(rest.len(), |end| end + 1)
}

/// `r#"…"#` with any number of `#`; 0 for `r#type`.
fn raw(rest: &[u8]) -> usize {
    let hashes = rest[1..].iter().take_while(|b| **b == b'#').count();
    if rest.get(1 + hashes) != Some(&b'"') {
        return 0;
    }
    let close = [&b"\""[..], &b"#".repeat(hashes)].concat();
    let open = 2 + hashes;
    let end = rest[open..].windows(close.len()).position(|window| window == close);
    end.map_or(rest.len(), |end| open + end + close.len())
}

/// `'x'` with a character of any length; 0 for a lifetime.
fn character(rest: &[u8]) -> usize {
    let length = rest.get(1).map_or(0, |first| match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    });
    if rest.get(1 + length) == Some(&b'\'') { length + 2 } else { 0 }
}
