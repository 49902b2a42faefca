//! One unit: its documents read, its pages and data written, its small rows kept.

use std::collections::BTreeSet;

use super::document;
use super::phases::Phase;
use super::sources::UnitSources;
use super::{Failure, Work, audits, datasets, pages};
use crate::catalog::{self, CatalogBuilder};
use crate::data::Part;
use crate::diag::Diagnostic;
use crate::index;
use crate::model::{Disclosure, Unit};
use crate::render::OutputFile;
use crate::render::view::UnitInfo;

/// What is left of a unit once its part of the site is written.
pub(super) struct UnitSite {
    /// Its rows in the published tables, a part for each disclosure.
    pub parts: Vec<Part>,
    pub catalog: CatalogBuilder,
    pub records: Vec<gongkai_search::Record>,
    /// The paths of its pages.
    pub paths: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
    /// Which entries of `[[redact.allow]]` its documents needed.
    pub allowed: BTreeSet<usize>,
    /// What lists keep of it.
    pub info: UnitInfo,
    /// Lines of its documents.
    pub lines: u64,
}

impl UnitSite {
    /// Reads a unit's documents and writes everything that is about this unit alone.
    pub fn publish(unit: &UnitSources, work: &Work<'_>) -> Result<Self, Failure> {
        let mut done = Self::new(unit);
        let mut read = Vec::new();
        for file in &unit.files {
            let disclosure =
                work.phases.time(Phase::Read, || document::disclosure(work.sources, &unit.unit, file));
            read.extend(disclosure.unwarn(&mut done.diagnostics));
            work.progress.step();
        }
        work.phases.time(Phase::Audit, || done.audit(unit, &mut read, work));
        let projects: Vec<_> = read.iter().flat_map(catalog::projects).collect();
        for disclosure in &read {
            let pages =
                || pages::of_disclosure(&unit.unit, disclosure, &projects, work.sources, work.renderer);
            done.write(work.phases.time(Phase::Render, pages)?, work)?;
            done.add(&unit.unit, disclosure, work)?;
        }
        done.info = pages::unit_info(&unit.unit, &read);
        let pages = work.phases.time(Phase::Render, || {
            let findings: Vec<_> =
                read.iter().flat_map(|disclosure| catalog::findings(&unit.unit, disclosure)).collect();
            pages::of_unit(&done.info, &unit.unit, &findings, &work.sources.units, work.renderer)
        })?;
        done.write(pages, work)?;
        let files =
            work.phases.time(Phase::Data, || datasets::of_unit(work.renderer, &unit.unit, &done.parts))?;
        let folder = pages::unit_folder(&unit.unit);
        work.phases.time(Phase::Publish, || datasets::write(&folder, files, work.site))?;
        Ok(done)
    }

    /// Audits the unit's disclosures, each beside the others.
    fn audit(&mut self, unit: &UnitSources, read: &mut [Disclosure], work: &Work<'_>) {
        let audits = audits::of_unit(unit, read, work.parts, work.settings).unwarn(&mut self.diagnostics);
        for (disclosure, audit) in read.iter_mut().zip(audits) {
            disclosure.audit = audit;
        }
    }

    fn new(unit: &UnitSources) -> Self {
        let mut catalog = CatalogBuilder::new();
        catalog.add_unit(&unit.unit);
        Self {
            parts: Vec::new(),
            catalog,
            records: vec![index::unit_record(&unit.unit)],
            paths: Vec::new(),
            diagnostics: Vec::new(),
            allowed: BTreeSet::new(),
            info: pages::unit_info(&unit.unit, &[]),
            lines: 0,
        }
    }

    /// Keeps the small rows of a disclosure, and writes its data.
    fn add(&mut self, unit: &Unit, disclosure: &Disclosure, work: &Work<'_>) -> Result<(), Failure> {
        self.catalog.add(unit, disclosure);
        self.catalog.add_topics(&work.sources.topics, disclosure);
        self.allowed.extend(disclosure.source.allowed());
        self.records.extend(work.phases.time(Phase::Index, || index::records(unit, disclosure)));
        let part = work.phases.time(Phase::Data, || Part::of(disclosure))?;
        let files = work
            .phases
            .time(Phase::Data, || datasets::of_disclosure(work.renderer, unit, disclosure, &part))?;
        let folder = pages::disclosure_folder(disclosure);
        work.phases.time(Phase::Publish, || datasets::write(&folder, files, work.site))?;
        work.site.write(&format!("{folder}source/source.txt"), disclosure.source.to_text().as_bytes())?;
        self.parts.push(part);
        self.lines += u64::from(disclosure.source.line_count());
        Ok(())
    }

    fn write(&mut self, pages: pages::Rendered, work: &Work<'_>) -> Result<(), Failure> {
        self.paths.extend(pages.paths);
        let write = |file: &OutputFile| work.site.write(&file.path, &file.bytes);
        Ok(work.phases.time(Phase::Publish, || pages.files.iter().try_for_each(write))?)
    }
}
