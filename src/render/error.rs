//! What can go wrong while rendering: always the theme's fault, so always with its file and place.

use tera::{ErrorKind, ReportError};

/// A theme that cannot be used as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A template that does not compile, or asks for something that is not there.
    #[error("{file}:{line}:{column}: {message}")]
    Template {
        /// Path below the theme's folder.
        file: String,
        /// 1-based line.
        line: usize,
        /// 1-based column.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// Templates that do not fit together.
    #[error("the theme's templates do not fit together: {0}")]
    Templates(String),
    /// A message file that is no TOML, or holds something other than text.
    #[error("{file}: {message}")]
    Messages {
        /// Path below the theme's folder.
        file: String,
        /// What is wrong.
        message: String,
    },
    /// A language the theme has no messages for.
    #[error("the theme has no language `{0}`: there is no `i18n/{0}.toml`")]
    UnknownLanguage(String),
    /// A file of the theme that should be text and is not.
    #[error("{0}: not UTF-8")]
    NotText(String),
    /// A view that cannot be written down.
    #[error("a page could not be serialised: {0}")]
    Data(String),
}

impl From<tera::Error> for RenderError {
    fn from(error: tera::Error) -> Self {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => located(report),
            _ => Self::Templates(error.to_string()),
        }
    }
}

fn located(report: &ReportError) -> RenderError {
    RenderError::Template {
        file: format!("templates/{}", report.filename()),
        line: report.span().start_line,
        column: report.span().start_col + 1,
        message: report.message().to_owned(),
    }
}

impl From<serde_json::Error> for RenderError {
    fn from(error: serde_json::Error) -> Self {
        Self::Data(error.to_string())
    }
}

impl From<csv::Error> for RenderError {
    fn from(error: csv::Error) -> Self {
        Self::Data(error.to_string())
    }
}
