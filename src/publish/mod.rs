//! The one room that writes: the finished site, beside the old one and swapped in whole.
//!
//! A [`Site`] is built in a hidden sibling of the output folder. Nothing touches the output until every file
//! is there and on disk; then the two folders change places in one step. A file whose bytes have not changed
//! is the same file as before (a hard link: same inode, same modification time), and since a linked file is
//! shared with the old site no file is ever written through: new bytes always go to a new file.
//!
//! | sibling of `public` | what |
//! |---|---|
//! | `.public.gongkai-lock` | held while a build runs; its presence marks the next two as ours |
//! | `.public.gongkai-new` | the site being built; after the swap the old one, until it is removed |
//! | `.public.gongkai-old` | the old site, only where folders cannot change places in one step |
//!
//! All three are gone after a build. What a crashed build leaves is cleared by the next one.
#![allow(clippy::disallowed_methods, reason = "output is written and read back here, and only here")]

mod earlier;
mod error;
mod fault;
mod guard;
mod lock;
mod manifest;
mod names;
mod reader;
mod siblings;
mod site;
mod staging;
mod stream;
mod swap;
#[cfg(test)]
mod tests;

pub use error::PublishError;
pub use guard::Guarded;
pub use manifest::Manifest;
pub use names::MANIFEST;
pub use reader::{Damage, DamageKind, check_manifest, read_file, read_manifest, read_range, site_files};
pub use site::{Report, Site};
pub use stream::SiteFile;
