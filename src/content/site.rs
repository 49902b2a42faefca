//! What belongs to the whole site: its settings, pages, and additions to the built-in lists.

use std::path::Path;
use std::sync::Arc;

use super::folder::{Folder, read_text};
use super::source::{SourceFile, TextFile};
use super::tree::{self, Folders};
use crate::config::{Regions, SiteConfig};
use crate::diag::{Diagnostic, Place, Warned, codes};

/// Files that belong to no unit.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) pages: Vec<TextFile>,
    pub(super) topics: Option<TextFile>,
    pub(super) synonyms: Option<TextFile>,
    pub(super) regions: Regions,
    pub(super) codes: Vec<TextFile>,
    pub(super) registry: Vec<TextFile>,
}

/// Reads `site.toml`.
pub(super) fn settings(root: &Path) -> Warned<SiteConfig> {
    let Warned { value: file, diagnostics: mut said } = tree::file(root, "site.toml");
    let Some(file) = file else {
        let absent = SiteConfig::absent();
        return if said.is_empty() { absent } else { Warned { value: absent.value, diagnostics: said } };
    };
    let text = read_text(&file, &mut said);
    let site = text.map(|file| SiteConfig::read(&file.path, &file.text).unwarn(&mut said));
    Warned { value: site.unwrap_or_default(), diagnostics: said }
}

/// Takes the folders and files that have a fixed place directly in `content/`.
pub(super) fn take_shared(folders: &mut Folders) -> Warned<Shared> {
    let mut said = Vec::new();
    let mut shared = Shared {
        pages: take_pages(folders, &mut said),
        codes: take_folder(folders, "content/codes", &mut said),
        registry: take_folder(folders, "content/registry", &mut said),
        ..Shared::default()
    };
    if let Some(top) = folders.get_mut("content") {
        shared.topics = top.take_text("topics.toml", &mut said);
        shared.synonyms = top.take_text("synonyms.txt", &mut said);
        shared.regions = take_regions(top, &mut said);
    }
    Warned { value: shared, diagnostics: said }
}

fn take_regions(top: &mut Folder, said: &mut Vec<Diagnostic>) -> Regions {
    let file = top.take_text("regions.toml", said);
    file.map(|file| Regions::read(&file.path, &file.text).unwarn(said)).unwrap_or_default()
}

fn take_folder(folders: &mut Folders, path: &str, said: &mut Vec<Diagnostic>) -> Vec<TextFile> {
    let Some(mut folder) = folders.remove(path) else { return Vec::new() };
    let files = folder.take_ending(".toml");
    folder.note_rest(said);
    files.iter().filter_map(|file| read_text(file, said)).collect()
}

fn take_pages(folders: &mut Folders, said: &mut Vec<Diagnostic>) -> Vec<TextFile> {
    let Some(mut folder) = folders.remove("content/pages") else { return Vec::new() };
    let mut pages = folder.take_ending(".md");
    folder.note_rest(said);
    pages.retain(|page| is_page_name(page, said));
    pages.iter().filter_map(|page| read_text(page, said)).collect()
}

/// The name of a page becomes part of its address.
fn is_page_name(page: &SourceFile, said: &mut Vec<Diagnostic>) -> bool {
    let stem = page.name().trim_end_matches(".md");
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let good = !stem.is_empty() && stem.bytes().all(plain);
    if !good {
        let message = format!("`{}` cannot be the address of a page", page.name());
        let hint = "Name it with lower-case letters, digits and hyphens, such as about.md.";
        let place = Place::file(Arc::clone(&page.path));
        said.push(Diagnostic::of(codes::BAD_PAGE_NAME, message).at(place).hint(hint));
    }
    good
}
