//! The documents say what the program does: every code, setting, column, option, theme file and template variable
//! stands in them. Two are made from the program; `UPDATE_DOCS=1 cargo test --test docs` writes them anew.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads the project and fails by panicking"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gongkai::data;
use gongkai::diag::codes;
use gongkai::model::{Denomination, Stage};
use gongkai::registry::Registry;
use regex::Regex;

#[test]
fn every_code_is_listed() {
    let mut text = "# 提示代码 · Diagnostic codes\n\n<!-- Made from the program: UPDATE_DOCS=1 cargo test --test docs -->\n\n\
        E 错误，W 警告，N 说明；含义见 [editors.md](editors.md)。`gongkai explain <代码>` 在终端显示同样的文字。\n\
        *E error, W warning, N note. `gongkai explain CODE` shows the same text in the terminal.*\n"
        .to_owned();
    for code in codes::all() {
        let codes::Code { id, name, title, explain, explain_zh } = code;
        write!(text, "\n## {id} {name}\n\n{explain_zh}\n\n*{title}.* {explain}\n").unwrap();
    }
    is_up_to_date("docs/codes.md", &text);
}

#[test]
fn every_template_variable_is_listed() {
    let mut text = "# 模板变量 · Template variables\n\n<!-- Made from the program: UPDATE_DOCS=1 cargo test --test docs -->\n\n\
        模板中 `page` 是页面对应的结构，`frame` 是 `Frame`；怎样使用见 [themes.md](themes.md)。\n\
        *In a template `page` is the structure of the page's kind and `frame` is `Frame`; see themes.md.*\n"
        .to_owned();
    let mut files = files_below("src/render/view");
    files.push(root().join("src/render/frame.rs"));
    for file in files {
        structures(&fs::read_to_string(file).unwrap(), &mut text);
    }
    is_up_to_date("docs/theme-variables.md", &text);
}

/// Appends a table for each structure that templates see.
fn structures(source: &str, text: &mut String) {
    let (mut docs, mut seen, mut inside) = (String::new(), false, false);
    for line in source.lines() {
        let line = line.trim();
        if let Some(doc) = line.strip_prefix("/// ") {
            docs.push_str(&doc.replace("[`", "`").replace("`]", "`"));
            docs.push(' ');
        } else if line.starts_with("#[derive") {
            seen = line.contains("Serialize");
        } else if line == "#[serde(skip)]" || line.is_empty() {
            docs.clear();
        } else if let Some((name, true)) =
            line.split_once("struct ").map(|(_, rest)| (rest, line.ends_with('{')))
        {
            let name = name.split(['<', ' ']).next().unwrap_or_default();
            inside = seen;
            if inside {
                write!(
                    text,
                    "\n## {name}\n\n{}\n\n| variable | type | meaning |\n|---|---|---|\n",
                    docs.trim()
                )
                .unwrap();
            }
            docs.clear();
        } else if line == "}" {
            inside = false;
            docs.clear();
        } else if let Some((name, kind)) =
            line.trim_start_matches("pub ").trim_end_matches(',').split_once(": ").filter(|_| inside)
        {
            if !docs.is_empty() || !line.starts_with("pub ") {
                let kind = kind.replace("&'static ", "").replace("&'a ", "").replace('|', "\\|");
                writeln!(text, "| `{name}` | `{kind}` | {} |", docs.trim().replace('|', "\\|")).unwrap();
            }
            docs.clear();
        }
    }
}

#[test]
fn every_setting_is_explained() {
    let page = read("docs/editors.md");
    let word = Regex::new(r#""([a-z][a-z0-9_-]+)""#).unwrap();
    for file in ["site", "unit", "disclosure", "topics"] {
        let source = read(&format!("src/config/{file}.rs"));
        let code = source.split("#[cfg(test)]").next().unwrap();
        for found in word.captures_iter(code).map(|found| found[1].to_owned()) {
            let at_home = ["correction", "response", "audit", "levels", "redact", "allow", "topic"]
                .contains(&found.as_str());
            assert!(
                at_home || page.contains(&format!("`{found}`")),
                "docs/editors.md says nothing of `{found}`"
            );
        }
    }
    for table in ["[[correction]]", "[[response]]", "[audit.levels.", "[[redact.allow]]", "[[topic]]"] {
        assert!(page.contains(table), "docs/editors.md says nothing of {table}");
    }
}

#[test]
fn every_published_column_is_explained() {
    let page = read("docs/data.md");
    for schema in data::schemas() {
        let start = page
            .find(&format!("\n## {} ", schema.name))
            .unwrap_or_else(|| panic!("docs/data.md lacks {}", schema.name));
        let section = page[start + 4..].split("\n## ").next().unwrap();
        for field in schema.fields {
            assert!(
                section.contains(&format!("`{}`", field.name)),
                "docs/data.md: {}.{}",
                schema.name,
                field.name
            );
        }
    }
    for name in Denomination::ALL.map(Denomination::name) {
        assert!(page.contains(&format!("`{name}`")), "docs/data.md says nothing of `{name}`");
    }
}

#[test]
fn every_standard_table_and_role_is_listed() {
    let (tables, roles) = (read("docs/registry.md"), read("docs/data.md"));
    for table in [Stage::Budget, Stage::Final].into_iter().flat_map(|stage| {
        let registry = Registry::built_in();
        registry.tables(stage).cloned().collect::<Vec<_>>()
    }) {
        assert!(tables.contains(&format!("| `{}` |", table.id)), "docs/registry.md: {}", table.id);
        assert!(tables.contains(&table.name), "docs/registry.md: {}", table.name);
        for column in &table.columns {
            assert!(roles.contains(&format!("`{}`", column.role)), "docs/data.md: role {}", column.role);
        }
    }
    let mut registry = Registry::built_in();
    let example = tables.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    registry.extend("docs/registry.md", example).unwrap();
    assert!(registry.find("国有资产占有使用情况表", Stage::Final).is_some());
}

#[test]
fn every_theme_file_is_listed() {
    let page = read("docs/themes.md");
    for file in files_below("themes/default") {
        let name =
            file.strip_prefix(root().join("themes/default")).unwrap().to_str().unwrap().replace('\\', "/");
        assert!(page.contains(&format!("`{name}`")), "docs/themes.md says nothing of {name}");
    }
}

#[test]
fn every_verb_and_option_stands_in_the_readme() {
    let usage = Regex::new(r"(?m)^gongkai ([a-z]+) +[\[A-Z].*").unwrap();
    let verb = Regex::new(r"(?m)^  ([a-z]+) ").unwrap();
    let option = Regex::new(r"(?m)^ +(?:-\w, )?(--[a-z-]+)").unwrap();
    let verbs = names(&verb, &help(&["--help"]));
    for page in ["README.md", "README.zh-CN.md"] {
        let text = read(page);
        let usages: String = usage.find_iter(&text).map(|line| format!("{}\n", line.as_str())).collect();
        assert_eq!(names(&usage, &usages), verbs, "{page}");
        for (verb, line) in verbs.iter().flat_map(|verb| usages.lines().map(move |line| (verb, line))) {
            if line.starts_with(&format!("gongkai {verb} ")) {
                let options = names(&option, &help(&[verb, "--help"]));
                let missing: Vec<_> = options.iter().filter(|option| !line.contains(*option)).collect();
                assert!(
                    missing.iter().all(|option| ["--help", "--quiet"].contains(&option.as_str())),
                    "{page}: {verb} {missing:?}"
                );
            }
        }
    }
}

/// The first groups of all matches but `help`.
fn names(pattern: &Regex, text: &str) -> BTreeSet<String> {
    pattern.captures_iter(text).map(|found| found[1].to_owned()).filter(|name| name != "help").collect()
}

#[test]
fn the_commands_of_the_readme_are_checked() {
    let run = read(".ci/run");
    for command in ["cargo run --release -- build", "cargo test --workspace"] {
        assert!(run.contains(command), ".ci/run does not run `{command}`");
        for page in ["README.md", "README.zh-CN.md"] {
            assert!(read(page).contains(command), "{page} does not give `{command}`");
        }
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    let link = Regex::new(r"\]\(([^)#]+)(?:#[^)]*)?\)").unwrap();
    let mut pages: Vec<PathBuf> = files_below("docs");
    pages.extend(
        ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
            .map(|page| root().join(page)),
    );
    for page in pages.iter().filter(|page| page.extension().is_some_and(|ending| ending == "md")) {
        let text = fs::read_to_string(page).unwrap();
        for target in link.captures_iter(&text).map(|found| found[1].to_owned()) {
            // Pictures are taken from a finished site and come last.
            let outside = target.contains("://") || target.starts_with("docs/images/");
            assert!(outside || page.parent().unwrap().join(&target).exists(), "{}: {target}", page.display());
        }
    }
}

/// What the program says of itself.
fn help(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gongkai")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Compares a document that is made from the program, or writes it.
fn is_up_to_date(path: &str, text: &str) {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(root().join(path), text).unwrap();
    }
    assert!(
        fs::read_to_string(root().join(path)).unwrap_or_default() == text,
        "{path} is out of date; run with UPDATE_DOCS=1"
    );
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Files below a folder, sorted.
fn files_below(folder: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name();
    entries
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.into_path())
        .collect()
}
