//! `regions.toml`: names of administrative divisions, in addition to the built-in list.

use std::collections::BTreeMap;

use super::reader;
use crate::diag::Warned;
use crate::model::ids::RegionCode;

/// Names by code (GB/T 2260).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regions(pub BTreeMap<RegionCode, String>);

impl Regions {
    /// Reads the text of a `regions.toml`, lines such as `120000 = "天津市"`; `path` is for messages.
    pub fn read(path: &str, text: &str) -> Warned<Self> {
        reader::read(path, text, |table| {
            let mut names = BTreeMap::new();
            for (code, name) in table.named_texts() {
                match code.value.parse::<RegionCode>() {
                    Ok(region) => _ = names.insert(region, name),
                    Err(error) => table.refuse(code.place, error.to_string()),
                }
            }
            Self(names)
        })
    }
}
