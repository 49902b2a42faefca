//! The hidden siblings of the output folder, and what a crashed build left of them.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Doing, PublishError};
use super::fault;

/// Where a build of one output puts its things. All on the output's file system, so that renaming works.
#[derive(Debug)]
pub(super) struct Siblings {
    pub(super) output: PathBuf,
    pub(super) parent: PathBuf,
    pub(super) lock: PathBuf,
    pub(super) staging: PathBuf,
    pub(super) previous: PathBuf,
}

impl Siblings {
    /// `output` is a real path with a name.
    pub(super) fn of(output: PathBuf) -> Self {
        let parent = output.parent().unwrap_or(Path::new("/")).to_path_buf();
        let sibling = |role: &str| {
            let mut name = OsStr::new(".").to_os_string();
            name.push(output.file_name().unwrap_or_default());
            name.push(".gongkai-");
            name.push(role);
            parent.join(name)
        };
        let (lock, staging, previous) = (sibling("lock"), sibling("new"), sibling("old"));
        Self { output, parent, lock, staging, previous }
    }

    /// The first folder a build has left behind.
    pub(super) fn leftover(&self) -> Option<&Path> {
        [&self.staging, &self.previous].into_iter().find(|path| exists(path)).map(PathBuf::as_path)
    }

    /// Waits until all renaming is on disk.
    pub(super) fn confirm(&self) -> io::Result<()> {
        fault::step()?;
        File::open(&self.parent)?.sync_all()
    }

    /// Clears what a crashed build left. Only for the holder of the lock.
    pub(super) fn recover(&self) -> Result<(), PublishError> {
        if exists(&self.previous) && !exists(&self.output) {
            // It crashed between two renames: the old site is the last whole one.
            fault::step()
                .and_then(|()| fs::rename(&self.previous, &self.output))
                .doing("restore", &self.output)?;
        }
        if self.leftover().is_some() {
            // One of them may still be the site in place as far as the disk knows.
            self.confirm().doing("bring to disk", &self.parent)?;
        }
        for path in [&self.previous, &self.staging] {
            remove_folder(path).doing("remove", path)?;
        }
        Ok(())
    }
}

/// Whether there is anything of that name, a dangling link included.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Removes a folder and all in it, if it is there; never follows a link.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
