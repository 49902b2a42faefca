//! From what the editor wrote to what the archive is made of.

use std::path::Path;

use gongkai_search::Synonyms;

use crate::config::{self, Regions, SiteConfig, UnitConfig};
use crate::content::{self, DisclosureFile, TextFile, UnitFolder};
use crate::diag::Warned;
use crate::model::ids::RegionCode;
use crate::model::{Topic, Unit};
use crate::registry::Registry;
use crate::text::Redactor;

/// All that is known before the first document is read.
pub(super) struct Sources {
    pub site: SiteConfig,
    /// By id.
    pub units: Vec<UnitSources>,
    pub pages: Vec<TextFile>,
    /// In the order of the editor.
    pub topics: Vec<Topic>,
    pub registry: Registry,
    pub redactor: Redactor,
    /// What stands for the same when searching.
    pub synonyms: Synonyms,
}

/// A unit and the files of its disclosures, by year and stage.
pub(super) struct UnitSources {
    pub unit: Unit,
    pub files: Vec<DisclosureFile>,
}

/// Finds the sources below `root`.
pub(super) fn sources(root: &Path) -> Warned<Sources> {
    let mut said = Vec::new();
    let content = content::load(root).unwarn(&mut said);
    let mut registry = Registry::built_in();
    for file in &content.registry {
        said.extend(registry.extend(&file.path, &file.text).err().map(|problem| *problem));
    }
    let redactor = Redactor::new(content.site.allowed.iter().map(|allowed| allowed.what.clone()));
    let mut synonyms = Synonyms::built_in();
    content.synonyms.iter().for_each(|file| synonyms.extend(&file.text));
    let topics = content.topics.map(|file| config::topics(&file.path, &file.text).unwarn(&mut said));
    let topics = topics.unwrap_or_default();
    let regions = content.regions;
    let units = content.units.into_iter().map(|folder| unit_sources(folder, &regions)).collect();
    Warned {
        value: Sources {
            site: content.site,
            units,
            pages: content.pages,
            topics,
            registry,
            redactor,
            synonyms,
        },
        diagnostics: said,
    }
}

fn unit_sources(folder: UnitFolder, regions: &Regions) -> UnitSources {
    let UnitFolder { id, config, disclosures, notes, .. } = folder;
    let UnitConfig { name, short_name, former_names, region, level, department_code, parent, scope, tags } =
        config;
    let unit = Unit {
        id,
        short_name: short_name.unwrap_or_else(|| name.clone()),
        name,
        former_names,
        region_name: region.map(|code| region_name(code, regions)).unwrap_or_default(),
        region: region.map(|code| code.to_string()).unwrap_or_default(),
        level: level.unwrap_or_default().to_owned(),
        department_code: department_code.unwrap_or_default(),
        parent: parent.map(|parent| parent.value),
        scope,
        tags,
        notes: notes.map(|file| file.text),
    };
    UnitSources { unit, files: disclosures }
}

/// Province, prefecture and county in one name, as far as they are known.
fn region_name(code: RegionCode, regions: &Regions) -> String {
    let mut codes = vec![code.province(), code.prefecture(), code];
    codes.dedup();
    codes.iter().filter_map(|code| regions.0.get(code)).map(String::as_str).collect()
}
