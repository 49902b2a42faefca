//! The search index of a site, and the same as a script for pages that are opened from a folder.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gongkai_search::{IndexFiles, Record, Synonyms};
use serde::Serialize;

use super::Failure;
use crate::publish::Site;
use crate::render::Renderer;

/// Where the search index lies below the site's root.
pub const INDEX_FOLDER: &str = "search-index";

/// The script, in the folder of the index.
const OFFLINE: &str = "offline.js";
/// The theme's search module.
const MODULE: &str = "search.wasm.gz";
/// The most bytes of an index that a browser is to read as a script.
const MAX_OFFLINE: usize = 8 << 20;

/// Writes the index over the records.
pub(super) fn write(
    records: Vec<Record>,
    synonyms: &Synonyms,
    renderer: &Renderer,
    site: &Site,
) -> Result<(), Failure> {
    let files = gongkai_search::build(records, synonyms)?;
    if let Some(script) = renderer.asset(MODULE).and_then(|module| offline(module, &files)) {
        site.write(&format!("{INDEX_FOLDER}/{OFFLINE}"), script.as_bytes())?;
    }
    for (name, bytes) in files {
        site.write(&format!("{INDEX_FOLDER}/{name}"), &bytes)?;
    }
    Ok(())
}

/// The module and the files, as `search-page.js` reads them.
#[derive(Serialize)]
struct Offline<'a> {
    wasm: String,
    files: BTreeMap<&'a str, String>,
}

/// The script; none for a large index.
fn offline(module: &[u8], files: &IndexFiles) -> Option<String> {
    if files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > MAX_OFFLINE {
        return None;
    }
    let files = files.iter().map(|(name, bytes)| (name.as_str(), STANDARD.encode(bytes))).collect();
    let json = serde_json::to_string(&Offline { wasm: STANDARD.encode(module), files }).ok()?;
    Some(format!("globalThis.GongkaiOffline={json};\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_indexes_are_scripts_as_well() {
        let files = vec![("index.json".to_owned(), b"{}".to_vec())];
        let script = offline(b"wasm", &files).unwrap();
        assert_eq!(
            script,
            "globalThis.GongkaiOffline={\"wasm\":\"d2FzbQ==\",\"files\":{\"index.json\":\"e30=\"}};\n"
        );
        assert_eq!(offline(b"", &vec![("a.bundle".to_owned(), vec![0; MAX_OFFLINE + 1])]), None);
    }
}
