//! The published tables, three times over: of a disclosure, of a unit, of the site.

use std::io;

use super::Failure;
use super::sources::UnitSources;
use crate::data::{About, DATABASE, DataSet, Database, Part, in_memory};
use crate::model::{Disclosure, Unit};
use crate::publish::{Site, SiteFile};
use crate::render::Renderer;

/// The site-wide data set, written as its rows come.
pub(super) struct SiteData<'a> {
    set: DataSet<SiteFile<'a>>,
    database: Database,
    site: &'a Site,
}

impl<'a> SiteData<'a> {
    pub fn new(site: &'a Site, renderer: &Renderer, units: &[UnitSources]) -> Result<Self, Failure> {
        let units: Vec<&Unit> = units.iter().map(|unit| &unit.unit).collect();
        let about = About {
            name: "gongkai".to_owned(),
            title: renderer.site().title.clone(),
            chinese: "本档案收录的全部单位、公开文件、数据、原文分块和遮盖记录。".to_owned(),
            english: "All units, disclosures, figures, source blocks and redactions of the archive."
                .to_owned(),
            homepage: renderer.site().base_url.clone(),
            licence: renderer.site().licence.clone(),
        };
        let set = DataSet::new(about, &units, |name| {
            site.create(&format!("data/{name}")).map_err(io::Error::other)
        })?;
        Ok(Self { set, database: Database::new(&units)?, site })
    }

    pub fn add(&mut self, parts: &[Part]) -> Result<(), Failure> {
        for part in parts {
            self.set.add(part)?;
            self.database.add(part)?;
        }
        Ok(())
    }

    /// Completes the files; gives their names and sizes in bytes.
    pub fn finish(self) -> Result<Vec<(String, u64)>, Failure> {
        let mut written = Vec::new();
        for (name, file) in self.set.finish()? {
            written.push((name, file.length()));
            file.finish()?;
        }
        let database = self.database.finish()?;
        self.site.write(&format!("data/{DATABASE}"), &database)?;
        written.push((DATABASE.to_owned(), u64::try_from(database.len()).map_err(io::Error::other)?));
        Ok(written)
    }
}

/// Files with their names.
pub(super) type Files = Vec<(String, Vec<u8>)>;

pub(super) fn of_unit(renderer: &Renderer, unit: &Unit, parts: &[Part]) -> Result<Files, Failure> {
    let about = About {
        name: unit.id.to_string(),
        title: unit.name.clone(),
        chinese: format!("{}公开的预算和决算。", unit.name),
        english: format!("Budgets and final accounts disclosed by {}.", unit.name),
        homepage: homepage(renderer, &super::pages::unit_folder(unit)),
        licence: renderer.site().licence.clone(),
    };
    Ok(in_memory(about, &[unit], parts)?)
}

pub(super) fn of_disclosure(
    renderer: &Renderer,
    unit: &Unit,
    disclosure: &Disclosure,
    part: &Part,
) -> Result<Files, Failure> {
    let id = &disclosure.id;
    let about = About {
        name: format!("{}-{}-{}", id.unit, id.year, id.stage),
        title: format!("{} {}年{}", unit.name, id.year, id.stage.chinese()),
        chinese: format!("{}{}年{}公开的全部数据。", unit.name, id.year, id.stage.chinese()),
        english: format!("All figures of the {} {} disclosure of {}.", id.year, id.stage, unit.name),
        homepage: homepage(renderer, &super::pages::disclosure_folder(disclosure)),
        licence: renderer.site().licence.clone(),
    };
    Ok(in_memory(about, &[unit], [part])?)
}

fn homepage(renderer: &Renderer, folder: &str) -> String {
    renderer.site().canonical(folder).unwrap_or_default()
}

/// Writes a data set into `data/` below a page's folder.
pub(super) fn write(folder: &str, files: Files, site: &Site) -> Result<(), Failure> {
    for (name, bytes) in files {
        site.write(&format!("{folder}data/{name}"), &bytes)?;
    }
    Ok(())
}
