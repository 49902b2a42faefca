//! One build at a time per output.

use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;

use rustix::fs::{FlockOperation, Mode, OFlags, flock, fstat, stat};
use rustix::io::Errno;

use super::error::{Doing, PublishError};
use super::siblings::Siblings;
use super::staging::FILE_MODE;

/// How often to start again when the lock file is taken away between opening and locking it.
const TRIES: usize = 100;

/// The right to write one output. Ends with the value, or with the process however it ends.
///
/// Whoever has it marks the lock file before making any folder, and takes the file away last of all. So a
/// folder of ours without a marked lock file was not left by a crash, and is somebody else's.
#[derive(Debug)]
pub(super) struct Lock {
    siblings: Arc<Siblings>,
    file: File,
    marked: bool,
}

impl Lock {
    /// Takes the lock at once or not at all, and clears what a crashed build left.
    pub(super) fn take(siblings: &Arc<Siblings>) -> Result<Self, PublishError> {
        let file = acquire(&siblings.lock)
            .doing("lock", &siblings.lock)?
            .ok_or_else(|| PublishError::Busy { path: siblings.output.clone() })?;
        let marked = file.metadata().doing("look at", &siblings.lock)?.len() > 0;
        let mut lock = Self { siblings: Arc::clone(siblings), file, marked };
        match siblings.leftover() {
            Some(path) if !marked => return Err(PublishError::ForeignLeftover { path: path.into() }),
            _ => siblings.recover()?,
        }
        lock.mark().doing("write", &siblings.lock)?;
        Ok(lock)
    }

    fn mark(&mut self) -> io::Result<()> {
        if !self.marked {
            // Readable whatever the umask, for the build that comes after a crash.
            self.file.set_permissions(Permissions::from_mode(FILE_MODE))?;
            self.file.write_all(b"gongkai\n")?;
            self.file.sync_all()?;
            self.marked = true;
        }
        Ok(())
    }
}

impl Drop for Lock {
    /// Takes the lock file away while still holding the lock, unless it must mark a leftover as ours.
    fn drop(&mut self) {
        if !self.marked || self.siblings.leftover().is_none() {
            // If this fails, the file stays and does no harm: it is the lock on it that counts.
            let _ = fs::remove_file(&self.siblings.lock);
        }
    }
}

/// The locked file; `None` if somebody else has the lock.
fn acquire(path: &Path) -> io::Result<Option<File>> {
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::CLOEXEC | OFlags::NOFOLLOW;
    for _ in 0..TRIES {
        let file = rustix::fs::open(path, flags, Mode::from_raw_mode(FILE_MODE))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            // The holder before us may have removed the file we opened: a lock on it would guard nothing.
            Ok(()) if is_still(&file, path)? => return Ok(Some(file.into())),
            Ok(()) => {}
            Err(Errno::WOULDBLOCK) => return Ok(None),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(None)
}

fn is_still(file: impl std::os::fd::AsFd, path: &Path) -> io::Result<bool> {
    let here = fstat(file)?;
    match stat(path) {
        Ok(there) => Ok((here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)),
        Err(Errno::NOENT) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
