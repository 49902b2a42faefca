//! Prose: sentences → claims with the figures they quote; divisions of the unit; terms.

use super::Document;
use super::line::Line;
use crate::model::Reading;

/// Reads the prose of a document whose tables, forms, blocks and sections are known.
pub(super) fn collect(_reading: &mut Reading, _lines: &[Line<'_>], _document: Document<'_>) {}
