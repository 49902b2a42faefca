//! Themes: files that take the place of those of the built-in theme, or add to them.

use std::path::Path;

use super::folder::Folder;
use super::source::SourceFile;
use super::tree;
use crate::diag::{Diagnostic, Placed, Warned, closest, codes};

/// The name of the built-in theme.
const BUILT_IN: &str = "default";

/// The files of a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFiles {
    /// Path relative to the theme's folder, with `/`, and bytes; sorted by path.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Reads `themes/<name>/`: `templates/**`, `static/**`, `i18n/*.toml`, `theme.toml`. A site need not have a
/// folder for the built-in theme; a folder of that name overrides it file by file. `name` is as in
/// [`crate::config::SiteConfig::theme`].
pub fn theme(root: &Path, name: &Placed<String>) -> Warned<ThemeFiles> {
    let top = format!("themes/{}", name.value);
    let mut said = Vec::new();
    let folders = tree::walk(root, &top).unwarn(&mut said);
    if folders.is_empty() && said.is_empty() && name.value != BUILT_IN {
        said.push(unknown(root, name));
    }
    let mut files: Vec<_> = folders.into_values().flat_map(|folder| read(folder, &top, &mut said)).collect();
    files.sort();
    Warned { value: ThemeFiles { files }, diagnostics: said }
}

/// Reads those files of a folder that belong to a theme, and names the others.
fn read(mut folder: Folder, top: &str, said: &mut Vec<Diagnostic>) -> Vec<(String, Vec<u8>)> {
    let within = |file: &SourceFile| file.path[top.len() + 1..].to_owned();
    let mine: Vec<_> = folder.files.extract_if(.., |file| belongs(&within(file))).collect();
    folder.note_rest(said);
    let mut read = |file: &SourceFile| file.read().map_err(|diagnostic| said.push(*diagnostic)).ok();
    mine.iter().filter_map(|file| Some((within(file), read(file)?))).collect()
}

fn belongs(path: &str) -> bool {
    match path.split_once('/') {
        None => path == "theme.toml",
        Some(("templates" | "static", _)) => true,
        Some(("i18n", name)) => !name.contains('/') && name.ends_with(".toml"),
        Some(_) => false,
    }
}

fn unknown(root: &Path, name: &Placed<String>) -> Diagnostic {
    let folders = tree::walk(root, "themes").value;
    let names =
        folders.keys().filter_map(|path| path.strip_prefix("themes/")).filter(|path| !path.contains('/'));
    let hint = match closest(&name.value, names.chain([BUILT_IN])) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!("Make themes/{}/, or leave `theme` out.", name.value),
    };
    let message = format!("there is no theme `{}`", name.value);
    Diagnostic::of(codes::UNKNOWN_THEME, message).at(name.place.clone()).hint(hint)
}
