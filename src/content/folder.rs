//! One folder, from which its reader takes what it knows; what is left is named in one note.

use super::source::{SourceFile, TextFile};
use crate::diag::{Diagnostic, Place, codes};

/// How many names a note gives before it counts the others.
const NAMED: usize = 5;

/// A folder and its files, sorted by name.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    /// Relative to the root, with `/`.
    pub(super) path: String,
    /// What has not been taken yet.
    pub(super) files: Vec<SourceFile>,
}

impl Folder {
    pub(super) fn new(path: String) -> Self {
        Self { path, files: Vec::new() }
    }

    /// The folder's own name.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Takes the file of that name.
    pub(super) fn take(&mut self, name: &str) -> Option<SourceFile> {
        let at = self.files.iter().position(|file| file.name() == name)?;
        Some(self.files.remove(at))
    }

    /// Takes all files whose name ends so.
    pub(super) fn take_ending(&mut self, ending: &str) -> Vec<SourceFile> {
        self.files.extract_if(.., |file| file.name().ends_with(ending)).collect()
    }

    /// Takes and reads the file of that name; one that cannot be read is reported and counts as absent.
    pub(super) fn take_text(&mut self, name: &str, said: &mut Vec<Diagnostic>) -> Option<TextFile> {
        read_text(&self.take(name)?, said)
    }

    /// Names what nobody took.
    pub(super) fn note_rest(&self, said: &mut Vec<Diagnostic>) {
        let names: Vec<_> = self.files.iter().map(SourceFile::name).collect();
        if names.is_empty() {
            return;
        }
        let shown = names[..names.len().min(NAMED)].join(", ");
        let others = match names.len().saturating_sub(NAMED) {
            0 => String::new(),
            others => format!(" and {others} more"),
        };
        let message = format!("left alone: {shown}{others}");
        said.push(Diagnostic::of(codes::OTHER_FILES, message).at(Place::file(self.path.as_str())));
    }
}

/// Reads a file; one that cannot be read is reported and counts as absent.
pub(super) fn read_text(file: &SourceFile, said: &mut Vec<Diagnostic>) -> Option<TextFile> {
    TextFile::read(file).map_err(|diagnostic| said.push(*diagnostic)).ok()
}
