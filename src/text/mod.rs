//! The text of a source document: decoded, redacted, split into lines.

