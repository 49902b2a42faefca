//! The search module that the theme ships is built from the sources that are here.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads the project and fails by panicking"
)]

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// What goes into the module, as `.ci/wasm` lists it.
const SOURCES: [&str; 5] =
    [".cargo/config.toml", "search/Cargo.toml", "search/data", "search/src", "search/web"];

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn files(root: &Path) -> Vec<PathBuf> {
    let below = SOURCES.iter().flat_map(|source| walkdir::WalkDir::new(root.join(source)));
    let mut files: Vec<PathBuf> = below
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.into_path())
        .collect();
    files.sort_by_key(|path| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
    files
}

#[test]
fn the_module_is_built_from_these_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lines = files(root).into_iter().map(|path| {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        format!("{}  {name}\n", hex(&std::fs::read(&path).unwrap()))
    });
    let sources = hex(lines.collect::<String>().as_bytes());
    let noted = std::fs::read_to_string(root.join("themes/default/search.sources")).unwrap();
    assert_eq!(noted.trim(), sources, "search/ has changed: run .ci/wasm to build the module anew");
}

/// The module is a gzip file: servers need not know that wasm can be compressed.
#[test]
fn the_module_is_compressed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let module = std::fs::read(root.join("themes/default/static/search.wasm.gz")).unwrap();
    assert_eq!(module[..2], [0x1f, 0x8b]);
    assert!(module.len() < 540_000, "{} bytes", module.len());
}
