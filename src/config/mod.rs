//! Settings: `site.toml`, `unit.toml`, `<year>-<stage>.toml` and `regions.toml`, as written → checked.
//!
//! Each is read from its text into a checked type with defaults filled in. Reading never fails: whatever is
//! wrong is reported with its place, all of it at once, and left out.

mod disclosure;
mod reader;
mod regions;
mod site;
mod topics;
mod unit;
mod url;

pub use disclosure::{
    Correction, CorrectionTarget, DisclosureConfig, Response, ResponseKind, ResponseTarget, TextKind,
};
pub use regions::Regions;
pub use site::{Allowed, AuditLevel, AuditSetting, Language, SiteConfig};
pub use topics::topics;
pub use unit::{LEVELS, UnitConfig};
pub use url::{BaseUrl, UrlError, WebUrl};

#[cfg(test)]
mod tests;
