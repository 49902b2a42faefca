//! Walks folders in a fixed order, never out of the root and never in a circle.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::folder::Folder;
use super::source::{SourceFile, shown, unreadable};
use crate::diag::{Diagnostic, Place, Warned, codes};

/// The folders found, by path relative to the root. A folder comes before those within it.
pub(super) type Folders = BTreeMap<String, Folder>;

/// All folders and regular files in `top` (relative to the root) and below. Names that begin with a dot are
/// passed over in silence. Nothing is found if there is no such folder.
pub(super) fn walk(root: &Path, top: &str) -> Warned<Folders> {
    let walk = Walk::new(root);
    let mut folders = Folders::new();
    let top = root.join(top);
    if fs::symlink_metadata(&top).is_ok() {
        walk.run(&top, &mut folders);
    }
    Warned { value: folders, diagnostics: walk.said.into_inner() }
}

/// The file of that name directly in the root, if there is one that may be read.
pub(super) fn file(root: &Path, name: &str) -> Warned<Option<SourceFile>> {
    let walk = Walk::new(root);
    let location = root.join(name);
    let there = fs::symlink_metadata(&location).is_ok() && walk.is_inside(&location);
    let odd = fs::metadata(&location).is_ok_and(|found| !found.is_file());
    if there && odd {
        walk.not_a_file(name.to_owned());
    }
    let file = (there && !odd).then(|| SourceFile { path: Arc::from(name), location });
    Warned { value: file, diagnostics: walk.said.into_inner() }
}

struct Walk<'a> {
    root: &'a Path,
    /// The root without links; nothing if there is no root.
    real_root: Option<PathBuf>,
    said: RefCell<Vec<Diagnostic>>,
}

impl<'a> Walk<'a> {
    fn new(root: &'a Path) -> Self {
        Self { root, real_root: fs::canonicalize(root).ok(), said: RefCell::new(Vec::new()) }
    }

    fn run(&self, top: &Path, folders: &mut Folders) {
        let entries = WalkDir::new(top).follow_links(true).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(|entry| self.may_enter(entry)) {
            match entry {
                Ok(entry) => self.keep(&entry, folders),
                Err(error) => self.say(self.refused(&error)),
            }
        }
    }

    fn say(&self, diagnostic: Diagnostic) {
        self.said.borrow_mut().push(diagnostic);
    }

    fn shown(&self, path: &Path) -> String {
        shown(self.root, path)
    }

    /// Not what is hidden, and no link out of the root.
    fn may_enter(&self, entry: &DirEntry) -> bool {
        if entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".") {
            return false;
        }
        // The top may lie behind a link higher up; below it each link is an entry.
        (entry.depth() > 0 && !entry.path_is_symlink()) || self.is_inside(entry.path())
    }

    /// Whether a path leads to something below the root; says so if not. One that leads nowhere passes:
    /// reading it will fail with the reason.
    fn is_inside(&self, path: &Path) -> bool {
        let (Ok(target), Some(root)) = (fs::canonicalize(path), &self.real_root) else { return true };
        let inside = target.starts_with(root);
        if !inside {
            let message = "the link leads out of the site's folder and is not followed";
            let place = Place::file(self.shown(path));
            self.say(Diagnostic::of(codes::LINK_OUTSIDE, message).at(place).hint("Copy what it points to."));
        }
        inside
    }

    /// Says that a path is neither a file nor a folder.
    fn not_a_file(&self, path: String) {
        let message = "this is neither a file nor a folder and is not read";
        self.say(Diagnostic::of(codes::NOT_A_FILE, message).at(Place::file(path)));
    }

    fn keep(&self, entry: &DirEntry, folders: &mut Folders) {
        let path = self.shown(entry.path());
        let kind = entry.file_type();
        if kind.is_dir() {
            folders.entry(path.clone()).or_insert_with(|| Folder::new(path));
        } else if !kind.is_file() {
            self.not_a_file(path);
        } else if let Some(folder) = path.rsplit_once('/').and_then(|(folder, _)| folders.get_mut(folder)) {
            folder.files.push(SourceFile { path: Arc::from(path), location: entry.path().to_owned() });
        }
    }

    fn refused(&self, error: &walkdir::Error) -> Diagnostic {
        let path = error.path().map_or_else(String::new, |path| self.shown(path));
        if let Some(ancestor) = error.loop_ancestor() {
            let message = format!("the link leads back to {}", self.shown(ancestor));
            return Diagnostic::of(codes::LINK_LOOP, message).at(Place::file(path)).hint("Remove the link.");
        }
        match error.io_error() {
            Some(error) => unreadable(&path, error),
            None => unreadable(&path, &io::Error::other("unknown reason")),
        }
    }
}
