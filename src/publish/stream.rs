//! A file of the site that is written piece by piece, for tables too large to hold in memory.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};

use sha2::{Digest, Sha256};

use super::error::{Doing, PublishError};
use super::fault;
use super::names::SitePath;
use super::site::{Made, Site};

/// A file being written. It counts only once [`SiteFile::finish`] has been called; a site with an unfinished
/// file is not published.
#[derive(Debug)]
pub struct SiteFile<'a> {
    site: &'a Site,
    path: String,
    file: BufWriter<File>,
    hash: Sha256,
    length: u64,
}

impl<'a> SiteFile<'a> {
    pub(super) fn new(site: &'a Site, path: SitePath<'_>, file: File) -> Self {
        let file = BufWriter::with_capacity(64 * 1024, file);
        Self { site, path: path.as_str().to_owned(), file, hash: Sha256::new(), length: 0 }
    }

    /// Bytes written so far.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Completes the file. If the earlier site has it with the same bytes, that file is kept instead.
    ///
    /// # Errors
    /// When the last bytes cannot be written.
    pub fn finish(self) -> Result<(), PublishError> {
        let path = SitePath::new(&self.path)?;
        let place = self.site.staging.path_of(path);
        fault::step().doing("write", &place)?;
        self.file.into_inner().map_err(io::IntoInnerError::into_error).doing("write", &place)?;
        let written = File::open(&place).doing("read", &place)?;
        let fresh =
            !self.site.earlier.has(&self.path, self.length, BufReader::with_capacity(64 * 1024, written));
        if !fresh {
            self.site.staging.remove_file(path).doing("remove", &place)?;
        }
        self.site.record(path, Made { sha256: self.hash.finalize().into(), length: self.length, fresh });
        Ok(())
    }
}

impl Write for SiteFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
