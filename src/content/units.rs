//! Folders → units and their disclosures.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::folder::{Folder, read_text};
use super::names::{DisclosureName, Kind};
use super::source::SourceFile;
use super::tree::Folders;
use super::{DisclosureFile, EarlierIssue, UnitFolder};
use crate::config::{DisclosureConfig, UnitConfig};
use crate::diag::{Diagnostic, Place, Warned, codes};
use crate::model::ids::{DisclosureId, FiscalYear, Stage, UnitId};

/// Reads every folder that is a unit, and reports the others as far as they hold anything.
pub(super) fn read(folders: Folders) -> Warned<Vec<UnitFolder>> {
    let mut said = Vec::new();
    let mut units: BTreeMap<UnitId, UnitFolder> = BTreeMap::new();
    for mut folder in folders.into_values() {
        let settings = folder.take("unit.toml");
        let id = settings.as_ref().and_then(|_| usable_id(&folder, &mut said));
        match (settings, id) {
            (Some(settings), Some(id)) => match units.get(&id) {
                Some(first) => said.push(duplicate(&settings, first)),
                None => _ = units.insert(id.clone(), unit(folder, id, &settings, &mut said)),
            },
            (None, _) => homeless(&mut folder, &mut said),
            (Some(_), None) => {}
        }
    }
    Warned { value: units.into_values().collect(), diagnostics: said }
}

/// The id that the folder's name gives to its unit.
fn usable_id(folder: &Folder, said: &mut Vec<Diagnostic>) -> Option<UnitId> {
    let place = Place::file(format!("{}/unit.toml", folder.path));
    if folder.path == "content" {
        let hint = "Move it into content/<unit-id>/, with the unit's documents.";
        let message = "content/ itself cannot be a unit";
        said.push(Diagnostic::of(codes::UNIT_FILE_ASTRAY, message).at(place).hint(hint));
        return None;
    }
    let id = folder.name().parse();
    if id.is_err() {
        let message = format!("the folder name `{}` cannot be a unit's id", folder.name());
        said.push(Diagnostic::of(codes::BAD_UNIT_ID, message).at(place).hint(id_hint(folder.name())));
    }
    id.ok()
}

fn id_hint(name: &str) -> String {
    let lower = name.trim().to_lowercase().replace(['_', ' ', '.'], "-");
    match lower.parse::<UnitId>() {
        Ok(id) => format!("Rename the folder to `{id}`."),
        Err(_) => "Use lower-case letters, digits and hyphens, such as `tianjin-tax`.".to_owned(),
    }
}

fn duplicate(settings: &SourceFile, first: &UnitFolder) -> Diagnostic {
    let message = format!("the unit `{}` is already in {}; this one is left out", first.id, first.path);
    let place = Place::file(Arc::clone(&settings.path));
    Diagnostic::of(codes::DUPLICATE_UNIT, message).at(place).hint("Rename one of the two folders.")
}

fn unit(mut folder: Folder, id: UnitId, settings: &SourceFile, said: &mut Vec<Diagnostic>) -> UnitFolder {
    let config = read_text(settings, said);
    let config = config.map(|file| UnitConfig::read(&file.path, &file.text, &id).unwarn(said));
    let config = config.unwrap_or_else(|| UnitConfig::unknown(&id));
    let notes = folder.take_text("notes.md", said);
    let disclosures = disclosures(&mut folder, &id, said);
    note_misnamed(&mut folder, said);
    folder.note_rest(said);
    UnitFolder { id, path: folder.path, config, disclosures, notes }
}

/// The files of one year and stage.
#[derive(Default)]
struct Issues {
    text: Option<SourceFile>,
    settings: Option<SourceFile>,
    previous: Vec<EarlierIssue>,
}

fn disclosures(folder: &mut Folder, unit: &UnitId, said: &mut Vec<Diagnostic>) -> Vec<DisclosureFile> {
    let found = take_issues(folder).into_iter();
    let files = found.filter_map(|((year, stage), issues)| {
        let id = DisclosureId { unit: unit.clone(), year, stage };
        disclosure(id, issues, said)
    });
    files.collect()
}

fn take_issues(folder: &mut Folder) -> BTreeMap<(FiscalYear, Stage), Issues> {
    let mut found: BTreeMap<_, Issues> = BTreeMap::new();
    let files = std::mem::take(&mut folder.files);
    for file in files {
        let Some(DisclosureName { year, stage, kind }) = DisclosureName::parse(file.name()) else {
            folder.files.push(file);
            continue;
        };
        let issues = found.entry((year, stage)).or_default();
        match kind {
            Kind::Text => issues.text = Some(file),
            Kind::Settings => issues.settings = Some(file),
            Kind::EarlierText(date) => issues.previous.push(EarlierIssue { date, text: file }),
        }
    }
    found
}

fn disclosure(id: DisclosureId, issues: Issues, said: &mut Vec<Diagnostic>) -> Option<DisclosureFile> {
    let Issues { text, settings, previous } = issues;
    let Some(text) = text else {
        said.extend(settings.iter().map(|file| alone(file, &id, codes::SETTINGS_ALONE, "these settings")));
        let earlier = previous.iter().map(|issue| &issue.text);
        said.extend(earlier.map(|file| alone(file, &id, codes::ISSUE_ALONE, "this earlier issue")));
        return None;
    };
    let config = settings.and_then(|file| read_text(&file, said));
    let config = config.map(|file| DisclosureConfig::read(&file.path, &file.text).unwarn(said));
    Some(DisclosureFile { id, text, config: config.unwrap_or_default(), previous })
}

fn alone(file: &SourceFile, id: &DisclosureId, code: crate::diag::Code, what: &str) -> Diagnostic {
    let message = format!("{what} cannot be used: there is no {}-{}.txt", id.year, id.stage);
    Diagnostic::of(code, message).at(Place::file(Arc::clone(&file.path)))
}

/// Takes and reports files whose name is nearly that of a disclosure.
fn note_misnamed(folder: &mut Folder, said: &mut Vec<Diagnostic>) {
    folder.files.retain(|file| {
        let meant = DisclosureName::meant_by(file.name());
        if let Some(meant) = meant {
            let message = format!("`{}` is not the name of a disclosure; it is left alone", file.name());
            let place = Place::file(Arc::clone(&file.path));
            let hint = format!("Did you mean `{meant}`?");
            said.push(Diagnostic::of(codes::MISNAMED_FILE, message).at(place).hint(hint));
        }
        meant.is_none()
    });
}

/// A folder without `unit.toml`: disclosures in it have no publisher.
fn homeless(folder: &mut Folder, said: &mut Vec<Diagnostic>) {
    let path = folder.path.clone();
    folder.files.retain(|file| {
        let is_text = DisclosureName::parse(file.name()).is_some_and(|name| name.kind == Kind::Text);
        if is_text {
            said.push(no_unit_file(&path, file));
        }
        !is_text
    });
    folder.note_rest(said);
}

fn no_unit_file(folder: &str, file: &SourceFile) -> Diagnostic {
    let home = if folder == "content" { "content/<unit-id>" } else { folder };
    let lines = "name = \"…\"      # full name of the unit\nregion = \"…\"    # six digits, GB/T 2260";
    Diagnostic::of(codes::NO_UNIT_FILE, "this disclosure is left out: its folder has no unit.toml")
        .at(Place::file(Arc::clone(&file.path)))
        .hint(format!("Write {home}/unit.toml:\n{lines}"))
}
