//! Downloads, and what their columns mean.

use serde::Serialize;

use super::head::{PageHead, Section, top_crumbs};
use crate::catalog::url;
use crate::render::link::Linker;

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct Download {
    /// Its name in `data/` (`figures.csv`).
    pub name: String,
    /// How many rows it has; `None` where that says nothing.
    pub rows: Option<usize>,
    /// Its size.
    pub bytes: u64,
    /// What it holds, in the site's language.
    pub description: String,
}

/// A column of a file.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// `string`, `number` …
    pub kind: String,
    /// What it holds, in the site's language.
    pub description: String,
}

/// The columns of a file.
#[derive(Clone, Debug, Serialize)]
pub struct Dictionary {
    /// `figures.csv`
    pub file: String,
    /// In order.
    pub fields: Vec<Field>,
}

/// A download with its link.
#[derive(Clone, Debug, Serialize)]
pub struct DownloadEntry {
    /// The file.
    #[serde(flatten)]
    pub file: Download,
    /// The size with a unit, as people read it.
    pub size: String,
    /// Where it is.
    pub href: String,
}

/// The data page.
#[derive(Clone, Debug, Serialize)]
pub struct DataView {
    /// Where the page is.
    pub head: PageHead,
    /// The files.
    pub downloads: Vec<DownloadEntry>,
    /// What their columns mean.
    pub dictionary: Vec<Dictionary>,
}

/// The page of downloads.
pub fn data_page(downloads: Vec<Download>, dictionary: Vec<Dictionary>) -> DataView {
    let linker = Linker::new(url::DATA);
    let entry = |file: Download| DownloadEntry {
        size: size(file.bytes),
        href: linker.to(&format!("{}{}", url::DATA, file.name)),
        file,
    };
    DataView {
        head: PageHead::new(url::DATA, Section::Data, top_crumbs("data", &linker)),
        downloads: downloads.into_iter().map(entry).collect(),
        dictionary,
    }
}

/// Whole units, rounded up: nobody is surprised by more than was said.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
