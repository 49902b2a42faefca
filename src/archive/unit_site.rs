//! One unit: its documents read, its pages and data written, its small rows kept.

use super::document;
use super::phases::{Phase, Phases};
use super::sources::{Sources, UnitSources};
use super::{Failure, Progress, datasets, pages};
use crate::catalog::CatalogBuilder;
use crate::data::Part;
use crate::diag::Diagnostic;
use crate::index;
use crate::model::Disclosure;
use crate::publish::Site;
use crate::render::view::UnitInfo;
use crate::render::{OutputFile, Renderer};

/// What is left of a unit once its part of the site is written.
pub(super) struct UnitSite {
    /// Its rows in the published tables, a part for each disclosure.
    pub parts: Vec<Part>,
    pub catalog: CatalogBuilder,
    pub records: Vec<gongkai_search::Record>,
    /// The paths of its pages.
    pub paths: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
    /// What lists keep of it.
    pub info: UnitInfo,
    /// Lines of its documents.
    pub lines: u64,
}

impl UnitSite {
    /// Reads a unit's documents and writes everything that is about this unit alone.
    pub fn publish(
        unit: &UnitSources,
        sources: &Sources,
        renderer: &Renderer,
        site: &Site,
        phases: &Phases,
        progress: &dyn Progress,
    ) -> Result<Self, Failure> {
        let mut done = Self::new(unit);
        let mut read = Vec::new();
        for file in &unit.files {
            let disclosure = phases.time(Phase::Read, || document::disclosure(sources, &unit.unit, file));
            read.extend(disclosure.unwarn(&mut done.diagnostics));
            progress.step();
        }
        for disclosure in &read {
            let pages = phases.time(Phase::Render, || {
                pages::of_disclosure(&unit.unit, disclosure, &sources.registry, renderer)
            })?;
            done.write(pages, site, phases)?;
            done.add(unit, disclosure, renderer, site, phases)?;
        }
        done.info = pages::unit_info(&unit.unit, &read);
        let pages = phases
            .time(Phase::Render, || pages::of_unit(&done.info, &unit.unit, &sources.units, renderer))?;
        done.write(pages, site, phases)?;
        let folder = pages::unit_folder(&unit.unit);
        let files = phases.time(Phase::Data, || datasets::of_unit(renderer, &unit.unit, &done.parts))?;
        phases.time(Phase::Publish, || datasets::write(&folder, files, site))?;
        Ok(done)
    }

    fn new(unit: &UnitSources) -> Self {
        let mut catalog = CatalogBuilder::new();
        catalog.add_unit(&unit.unit);
        let records = vec![index::unit_record(&unit.unit)];
        Self {
            parts: Vec::new(),
            catalog,
            records,
            paths: Vec::new(),
            diagnostics: Vec::new(),
            info: pages::unit_info(&unit.unit, &[]),
            lines: 0,
        }
    }

    /// Keeps the small rows of a disclosure, and writes its data.
    fn add(
        &mut self,
        unit: &UnitSources,
        disclosure: &Disclosure,
        renderer: &Renderer,
        site: &Site,
        phases: &Phases,
    ) -> Result<(), Failure> {
        let unit = &unit.unit;
        self.catalog.add(unit, disclosure);
        self.records.extend(phases.time(Phase::Index, || index::records(unit, disclosure)));
        let part = phases.time(Phase::Data, || Part::of(disclosure))?;
        let files =
            phases.time(Phase::Data, || datasets::of_disclosure(renderer, unit, disclosure, &part))?;
        let folder = pages::disclosure_folder(disclosure);
        phases.time(Phase::Publish, || datasets::write(&folder, files, site))?;
        site.write(&format!("{folder}source/source.txt"), disclosure.source.to_text().as_bytes())?;
        self.parts.push(part);
        self.lines += u64::from(disclosure.source.line_count());
        Ok(())
    }

    fn write(&mut self, pages: pages::Rendered, site: &Site, phases: &Phases) -> Result<(), Failure> {
        self.paths.extend(pages.paths);
        let write = |file: &OutputFile| site.write(&file.path, &file.bytes);
        Ok(phases.time(Phase::Publish, || pages.files.iter().try_for_each(write))?)
    }
}
