//! The moment in which the new site takes the place of the old one.
//!
//! Where the system can exchange two folders (Linux `renameat2`, Apple `renameatx_np`, on most file systems),
//! a visitor sees the old site or the new one, and a crash at any instant leaves one of them. Elsewhere the old
//! site is renamed away and the new one into its place: between the two renames there is no site for a moment,
//! never a mixed one, and if the crash comes just then the next build restores the old site first.

use std::fs;
use std::io;
use std::path::Path;

use rustix::io::Errno;

use super::fault;
use super::siblings::{Siblings, exists};

/// Puts the staging folder in place of the output. Returns where the old site is now, if there was one.
pub(super) fn swap(siblings: &Siblings) -> io::Result<Option<&Path>> {
    if exists(&siblings.output) { replace(siblings).map(Some) } else { place(siblings).map(|()| None) }
}

fn place(siblings: &Siblings) -> io::Result<()> {
    fault::step()?;
    fs::rename(&siblings.staging, &siblings.output)
}

fn replace(siblings: &Siblings) -> io::Result<&Path> {
    fault::step()?;
    match exchange(&siblings.staging, &siblings.output) {
        Ok(()) => Ok(&siblings.staging),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => rename_twice(siblings),
        Err(error) => Err(error.into()),
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> Result<(), Errno> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    if !fault::exchange_allowed() {
        return Err(Errno::NOSYS);
    }
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> Result<(), Errno> {
    Err(Errno::NOSYS)
}

fn rename_twice(siblings: &Siblings) -> io::Result<&Path> {
    fault::step()?;
    fs::rename(&siblings.output, &siblings.previous)?;
    let placed = fault::step().and_then(|()| fs::rename(&siblings.staging, &siblings.output));
    if let Err(error) = placed {
        // If this fails too, the next build restores it.
        let _ = fs::rename(&siblings.previous, &siblings.output);
        return Err(error);
    }
    Ok(&siblings.previous)
}
