//! What can go wrong while publishing, and what to do about it.

use std::io;
use std::path::PathBuf;

use crate::diag::{Diagnostic, Level};

/// Why a site was not published (or could not be read back).
///
/// Unless the message says otherwise, the site published before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The output folder would swallow or overlay something it must not.
    #[error("`{path}` cannot be the output folder: it {reason}")]
    Dangerous {
        /// The output folder, resolved.
        path: PathBuf,
        /// Completes the sentence "it …".
        reason: &'static str,
    },
    /// The output folder holds files that no build of ours wrote.
    #[error("`{path}` is not empty and not a site made by gongkai: {reason}")]
    Foreign {
        /// The output folder, resolved.
        path: PathBuf,
        /// What was found or missed there.
        reason: String,
    },
    /// The output is a file, a dangling link or something else that is no folder.
    #[error("`{path}` is not a folder")]
    NotAFolder {
        /// The output, resolved.
        path: PathBuf,
    },
    /// Another build holds the lock.
    #[error("another build is writing `{path}`")]
    Busy {
        /// The output folder, resolved.
        path: PathBuf,
    },
    /// A path of the site is not one we write.
    #[error("`{path}` cannot be a file of the site: {reason}")]
    BadPath {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Two files of the site would share a name, on this or on another file system.
    #[error("`{path}` cannot be written beside `{other}`: {reason}")]
    Collision {
        /// The path as given.
        path: String,
        /// The file or folder that was there first.
        other: String,
        /// How they collide.
        reason: &'static str,
    },
    /// A hidden sibling has one of our names, but no lock file says that it is ours.
    #[error("`{path}` is in the way and was not left by a build of ours")]
    ForeignLeftover {
        /// The sibling.
        path: PathBuf,
    },
    /// A file was begun and not completed.
    #[error("`{path}` was begun and not completed")]
    Unfinished {
        /// Path within the site.
        path: String,
    },
    /// Nothing was written.
    #[error("nothing was written for `{path}`, and an empty site is not published")]
    Empty {
        /// The output folder, resolved.
        path: PathBuf,
    },
    /// The operating system refused something while the site was being built.
    #[error("could not {action} `{path}`: {source}")]
    Io {
        /// Completes the sentence "could not …".
        action: &'static str,
        /// What it was about.
        path: PathBuf,
        /// The operating system's answer.
        source: io::Error,
    },
    /// The finished site could not be put in place, or not be confirmed to be on disk there.
    #[error("could not put the finished site in place at `{path}`: {source}")]
    Swap {
        /// The output folder, resolved.
        path: PathBuf,
        /// The operating system's answer.
        source: io::Error,
    },
    /// A folder that should be a published site is none.
    #[error("`{path}` is not a site made by gongkai: {reason}")]
    NotASite {
        /// The folder.
        path: PathBuf,
        /// What was missed there.
        reason: String,
    },
}

impl PublishError {
    /// The stable code, explained by `gongkai explain`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Dangerous { .. } => "E0801",
            Self::Foreign { .. } => "E0802",
            Self::NotAFolder { .. } => "E0803",
            Self::Busy { .. } => "E0804",
            Self::BadPath { .. } => "E0805",
            Self::Collision { .. } => "E0806",
            Self::ForeignLeftover { .. } => "E0807",
            Self::Unfinished { .. } => "E0808",
            Self::Empty { .. } => "E0809",
            Self::Io { .. } => "E0810",
            Self::Swap { .. } => "E0811",
            Self::NotASite { .. } => "E0812",
        }
    }

    /// What to do, in a full sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Dangerous { .. } => "Choose a folder of its own, such as `public` below the root.",
            Self::Foreign { .. } => "Choose another output folder, or move these files away first.",
            Self::NotAFolder { .. } => "Choose another output folder, or move it away first.",
            Self::Busy { .. } => "Wait until the other build has finished, or choose another output folder.",
            Self::BadPath { .. } => "Use ASCII letters, digits, `-`, `_` and `.`, with `/` between folders.",
            Self::Collision { .. } => "Rename one of the two.",
            Self::ForeignLeftover { .. } => "Look at it, and move or delete it.",
            Self::Unfinished { .. } => "This is a fault of the program; please report it.",
            Self::Empty { .. } => "Check that the root is the right one.",
            Self::Io { .. } => "Check free space and permissions there, then build again.",
            Self::Swap { .. } => {
                "Check permissions of the folder above it, and that the output is no mount point; then build again."
            }
            Self::NotASite { .. } => "Build the site first, or name the folder it was built into.",
        }
    }

    /// The same as a message to the editor.
    pub fn diagnostic(&self) -> Diagnostic {
        Diagnostic::new(self.code(), Level::Error, self.to_string()).hint(self.hint())
    }
}

/// Says what was being done, and to what, when the operating system refused.
pub(super) trait Doing<T> {
    /// `action` completes the sentence "could not …".
    fn doing(self, action: &'static str, path: impl Into<PathBuf>) -> Result<T, PublishError>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, action: &'static str, path: impl Into<PathBuf>) -> Result<T, PublishError> {
        self.map_err(|source| PublishError::Io { action, path: path.into(), source })
    }
}
