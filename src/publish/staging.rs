//! The folder in which the new site grows.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::fault;
use super::names::SitePath;
use super::siblings::remove_folder;

/// Mode of every file, whatever the umask.
pub(super) const FILE_MODE: u32 = 0o644;
/// Mode of every folder, whatever the umask.
pub(super) const FOLDER_MODE: u32 = 0o755;

/// A folder that goes away with the value, whatever is in it by then.
#[derive(Debug)]
pub(super) struct Staging {
    root: PathBuf,
    /// Folders made so far; held while one is made, so that none is used before its mode is set.
    folders: Mutex<BTreeSet<String>>,
    is_left: bool,
}

impl Staging {
    /// Makes the folder, which must not exist yet.
    pub(super) fn create(root: &Path) -> io::Result<Self> {
        make_folder(root)?;
        Ok(Self { root: root.to_path_buf(), folders: Mutex::default(), is_left: false })
    }

    /// Where a file of the site is while it is being built.
    pub(super) fn path_of(&self, path: SitePath<'_>) -> PathBuf {
        self.root.join(path.as_str())
    }

    /// Makes an empty file; never opens one that is there, since that could be shared with the old site.
    pub(super) fn create_file(&self, path: SitePath<'_>) -> io::Result<File> {
        self.make_folders(path)?;
        fault::step()?;
        let file = OpenOptions::new().write(true).create_new(true).open(self.path_of(path))?;
        file.set_permissions(Permissions::from_mode(FILE_MODE))?;
        Ok(file)
    }

    /// Makes `path` the same file as `from`. Where the file system has no (more) links, copies it.
    /// Says whether it is a link.
    pub(super) fn link(&self, from: &Path, path: SitePath<'_>) -> io::Result<bool> {
        self.make_folders(path)?;
        fault::step()?;
        if fs::hard_link(from, self.path_of(path)).is_ok() {
            return Ok(true);
        }
        let mut copy = self.create_file(path)?;
        io::copy(&mut File::open(from)?, &mut copy).map(|_| false)
    }

    /// Takes a file away again.
    pub(super) fn remove_file(&self, path: SitePath<'_>) -> io::Result<()> {
        fault::step()?;
        fs::remove_file(self.path_of(path))
    }

    /// Waits until all of it is on disk.
    ///
    /// One `syncfs` for the whole file system is far cheaper than one `fsync` for each of tens of thousands of
    /// files, covers the folders too, and reports errors of writing back.
    pub(super) fn sync(&self) -> io::Result<()> {
        fault::step()?;
        let folder = File::open(&self.root)?;
        #[cfg(any(target_os = "linux", target_os = "android"))]
        rustix::fs::syncfs(&folder)?;
        #[cfg(not(any(target_os = "linux", target_os = "android")))]
        sync_each(&self.root, &folder)?;
        Ok(())
    }

    /// Leaves the folder to be cleared by the next build.
    pub(super) fn leave(&mut self) {
        self.is_left = true;
    }

    fn make_folders(&self, path: SitePath<'_>) -> io::Result<()> {
        let mut made = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        for folder in path.folders() {
            if !made.contains(folder) {
                make_folder(&self.root.join(folder))?;
                made.insert(folder.to_owned());
            }
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.is_left {
            // What cannot be removed now is cleared by the next build.
            let _ = remove_folder(&self.root);
        }
    }
}

fn make_folder(path: &Path) -> io::Result<()> {
    fault::step()?;
    fs::create_dir(path)?;
    fs::set_permissions(path, Permissions::from_mode(FOLDER_MODE))
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn sync_each(root: &Path, folder: &File) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(root) {
        File::open(entry?.path())?.sync_all()?;
    }
    folder.sync_all()
}
