//! What can go wrong with an index; bad bytes are an error value, never a panic.

use std::io;

use tantivy::TantivyError;
use tantivy::directory::error::OpenReadError;

/// Why an index cannot be written, opened or searched.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file of the index cannot be read.
    #[error("search index: cannot read `{name}`")]
    Read {
        /// The file's name.
        name: String,
        /// Why.
        source: std::io::Error,
    },
    /// `index.json` is not what this crate writes.
    #[error("search index: `{}` is damaged: {reason}", crate::POINTER)]
    Pointer {
        /// What is wrong with it.
        reason: String,
    },
    /// The index was written in another format.
    #[error(
        "search index: written in format {found}, this program reads {}: build the site again",
        crate::FORMAT
    )]
    Format {
        /// The format it was written in.
        found: u32,
    },
    /// The bytes of a file are not those that were written.
    #[error("search index: `{name}` is damaged: its checksum is wrong")]
    Checksum {
        /// The file's name.
        name: String,
    },
    /// A stored record cannot be read.
    #[error("search index: a stored record is damaged")]
    Record(#[source] serde_json::Error),
    /// An amount to filter by is not an exact decimal of yuan.
    #[error("`{0}` is not an amount in yuan such as 7404800, 0.5 or 12万")]
    Amount(String),
    /// The search library failed.
    #[error("search index: {0}")]
    Tantivy(#[from] TantivyError),
}

impl Error {
    /// Whether bytes are on their way, and the same is to be done again once they are there; see
    /// [`Storage`](crate::Storage).
    pub fn is_pending(&self) -> bool {
        let cause = match self {
            Self::Read { source, .. } => source,
            Self::Tantivy(TantivyError::IoError(error)) => error.as_ref(),
            Self::Tantivy(TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. })) => io_error,
            _ => return false,
        };
        cause.kind() == io::ErrorKind::WouldBlock
    }
}
