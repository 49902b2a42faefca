//! Joins the appearances of a project in one document.

use super::Document;
use crate::model::Reading;

/// Adds the rows of project tables to the forms, and joins the forms to projects.
pub(super) fn join(_reading: &mut Reading, _document: Document<'_>) {}
