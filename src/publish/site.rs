//! A site being built, until it is published or dropped.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use super::earlier::Earlier;
use super::error::{Doing, PublishError};
use super::fault;
use super::guard::{Guarded, check_ours};
use super::lock::Lock;
use super::manifest::{Manifest, hex};
use super::names::MANIFEST;
use super::names::{Names, SitePath};
use super::siblings::{Siblings, remove_folder};
use super::staging::Staging;
use super::stream::SiteFile;
use super::swap::swap;

/// A site being built. Files may be written from several threads at once.
///
/// Dropped without [`Site::publish`], it leaves the output as it was.
#[derive(Debug)]
pub struct Site {
    pub(super) earlier: Earlier,
    // Fields are dropped in this order: the staging folder goes before the lock.
    pub(super) staging: Staging,
    contents: Mutex<Contents>,
    siblings: Arc<Siblings>,
    _lock: Lock,
}

#[derive(Debug, Default)]
struct Contents {
    names: Names,
    /// `None` while a file is being written.
    files: BTreeMap<String, Option<Made>>,
}

/// A completed file.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) sha256: [u8; 32],
    /// In bytes.
    pub(super) length: u64,
    /// Its bytes are in the staging folder; otherwise it is to be kept from the earlier site.
    pub(super) fresh: bool,
}

/// What was published. Counts include the manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files of the site.
    pub files: usize,
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files kept as they were.
    pub unchanged: usize,
    /// Files of the earlier site that are no more.
    pub removed: usize,
    /// Length of all files together.
    pub bytes: u64,
    /// The earlier site, if it could not be removed; the next build will try again.
    pub leftover: Option<PathBuf>,
}

impl Site {
    /// Begins a site that is to stand at `output`, which may be absent, empty or an earlier site of ours.
    /// A link to such a folder is followed.
    ///
    /// # Errors
    /// When `output` is not a folder for a site ([`PublishError::Dangerous`], [`PublishError::Foreign`],
    /// [`PublishError::NotAFolder`]), when another build is writing it ([`PublishError::Busy`], at once), or
    /// when something cannot be read or written there.
    pub fn open(output: &Path, guard: &Guarded) -> Result<Self, PublishError> {
        let siblings = Arc::new(Siblings::of(guard.check(output)?));
        fs::create_dir_all(&siblings.parent).doing("create", &siblings.parent)?;
        let lock = Lock::take(&siblings)?;
        check_ours(&siblings.output)?;
        let earlier = Earlier::list(&siblings.output).doing("list", &siblings.output)?;
        let staging = Staging::create(&siblings.staging).doing("create", &siblings.staging)?;
        Ok(Self { earlier, staging, contents: Mutex::default(), siblings, _lock: lock })
    }

    /// Adds a file. `path` is relative, of ASCII letters, digits, `-`, `_`, `.`, with `/` between folders.
    ///
    /// # Errors
    /// When the path is not one we write or is taken, or when the file cannot be written.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.add(self.claim(path)?, bytes)
    }

    /// Adds a file that is written piece by piece; see [`Site::write`] for `path`.
    ///
    /// # Errors
    /// When the path is not one we write or is taken, or when the file cannot be created.
    pub fn create(&self, path: &str) -> Result<SiteFile<'_>, PublishError> {
        let path = self.claim(path)?;
        let file = self.staging.create_file(path).doing("create", self.staging.path_of(path))?;
        Ok(SiteFile::new(self, path, file))
    }

    /// Puts the site in place of the earlier one, with its manifest. If nothing differs, the earlier one stays
    /// as it is, down to its folders.
    ///
    /// # Errors
    /// When a file was not completed, when there is none, or when files cannot be brought to disk or in place.
    pub fn publish(self) -> Result<Report, PublishError> {
        let manifest = self.manifest()?;
        self.add(SitePath::new(MANIFEST)?, manifest.text().as_bytes())?;
        let mut report = self.report();
        if report.written > 0 || !self.earlier.has_nothing_beside(&self.contents().files) {
            self.keep_unchanged(&mut report)?;
            report.leftover = self.put_in_place()?;
        }
        Ok(report)
    }

    /// Returns the earlier site's place if it could not be removed.
    fn put_in_place(mut self) -> Result<Option<PathBuf>, PublishError> {
        self.staging.sync().doing("bring to disk", &self.siblings.staging)?;
        let error = |source| PublishError::Swap { path: self.siblings.output.clone(), source };
        let old = swap(&self.siblings).map_err(error)?;
        if let Err(source) = self.siblings.confirm() {
            // Both sites must stay: after a power cut either could be the one in place.
            self.staging.leave();
            return Err(error(source));
        }
        Ok(old.filter(|old| remove_folder(old).is_err()).map(Path::to_path_buf))
    }

    /// Notes a completed file.
    pub(super) fn record(&self, path: SitePath<'_>, made: Made) {
        self.contents().files.insert(path.as_str().to_owned(), Some(made));
    }

    fn contents(&self) -> MutexGuard<'_, Contents> {
        // A thread that panicked left its file unfinished, which `publish` notices.
        self.contents.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn claim<'p>(&self, path: &'p str) -> Result<SitePath<'p>, PublishError> {
        let path = SitePath::new(path)?;
        let mut contents = self.contents();
        contents.names.claim(path)?;
        contents.files.insert(path.as_str().to_owned(), None);
        Ok(path)
    }

    fn add(&self, path: SitePath<'_>, bytes: &[u8]) -> Result<(), PublishError> {
        let length = bytes.len() as u64;
        let fresh = !self.earlier.has(path.as_str(), length, bytes);
        if fresh {
            self.write_fresh(path, bytes)?;
        }
        self.record(path, Made { sha256: Sha256::digest(bytes).into(), length, fresh });
        Ok(())
    }

    fn write_fresh(&self, path: SitePath<'_>, bytes: &[u8]) -> Result<(), PublishError> {
        let written = self.staging.create_file(path).and_then(|mut file| {
            fault::step()?;
            file.write_all(bytes)
        });
        written.doing("write", self.staging.path_of(path))
    }

    fn manifest(&self) -> Result<Manifest, PublishError> {
        let contents = self.contents();
        if contents.files.is_empty() {
            return Err(PublishError::Empty { path: self.siblings.output.clone() });
        }
        let digest = |(path, made): (&String, &Option<Made>)| match made {
            Some(made) => Ok((path.clone(), hex(made.sha256))),
            None => Err(PublishError::Unfinished { path: path.clone() }),
        };
        Ok(Manifest { files: contents.files.iter().map(digest).collect::<Result<_, _>>()? })
    }

    fn report(&self) -> Report {
        let contents = self.contents();
        let made = || contents.files.values().flatten();
        let written = made().filter(|made| made.fresh).count();
        Report {
            files: contents.files.len(),
            written,
            unchanged: contents.files.len() - written,
            removed: self.earlier.count_missing_from(&contents.files),
            bytes: made().map(|made| made.length).sum(),
            leftover: None,
        }
    }

    /// Brings the files that are the same into the new site.
    fn keep_unchanged(&self, report: &mut Report) -> Result<(), PublishError> {
        let contents = self.contents();
        for (path, _) in
            contents.files.iter().filter(|(_, made)| made.as_ref().is_some_and(|made| !made.fresh))
        {
            let from = self.earlier.path_of(path);
            if !self.staging.link(&from, SitePath::new(path)?).doing("keep", &from)? {
                report.unchanged -= 1;
                report.written += 1;
            }
        }
        Ok(())
    }
}
