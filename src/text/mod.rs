//! The text of a source document: decoded, redacted, split into lines.
//!
//! [`SourceText`] has one constructor, which masks personal data before anything else can see them;
//! the type cannot hold an unmasked one.

mod decode;
mod fold;
mod redact;
mod source;
mod wrap;

pub use decode::{Decoding, Encoding};
pub use fold::{column_name, compact, half_width, matching, name_key, placed, plain, squeeze};
pub use redact::{Allow, Redaction, RedactionKind, Redactor};
pub use source::{LineRange, SourceText, Span};
pub use wrap::{is_broken, starts_item};
