//! Single source files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Diagnostic, Place, codes};

/// A file that was found; its bytes are read when they are needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the root, with `/` between folders.
    pub path: Arc<str>,
    /// Where the operating system finds it.
    pub(super) location: PathBuf,
}

impl SourceFile {
    /// The file's bytes, as they are now.
    ///
    /// # Errors
    /// If the operating system refuses to read it.
    pub fn read(&self) -> Result<Vec<u8>, Box<Diagnostic>> {
        fs::read(&self.location).map_err(|error| Box::new(unreadable(&self.path, &error)))
    }

    /// The name of the file, without its folder.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// A small file of text that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Path relative to the root, with `/` between folders.
    pub path: Arc<str>,
    /// Its text, without a byte order mark.
    pub text: String,
}

impl TextFile {
    /// Reads a file that must be UTF-8.
    pub(super) fn read(file: &SourceFile) -> Result<Self, Box<Diagnostic>> {
        let bytes = file.read()?;
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                Ok(Self { path: Arc::clone(&file.path), text })
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                Err(Box::new(not_utf8(&file.path, error.as_bytes(), valid)))
            }
        }
    }
}

/// Points at the first byte that is not UTF-8.
fn not_utf8(path: &Arc<str>, bytes: &[u8], valid: usize) -> Diagnostic {
    let shown = String::from_utf8_lossy(bytes);
    let code = if path.ends_with(".toml") { codes::TOML_NOT_UTF8 } else { codes::PAGE_NOT_UTF8 };
    // Up to the fault the shown text is the same, byte by byte; there stands a replacement character.
    let place =
        Place::in_text(Arc::clone(path), &shown, valid..valid + char::REPLACEMENT_CHARACTER.len_utf8());
    Diagnostic::of(code, "the file is not UTF-8").at(place).hint("Save it as UTF-8 in your editor.")
}

/// Says that a file or folder cannot be read.
pub(super) fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file, or a link leads nowhere".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    };
    Diagnostic::of(codes::UNREADABLE, format!("cannot be read: {reason}")).at(Place::file(path))
}

/// A path below `root` as messages show it: relative, with `/`, undecodable bytes replaced.
pub(super) fn shown(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
