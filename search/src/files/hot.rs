//! Checksums of pages, and the pages that every reader needs.
//!
//! Layout: for each page of the bundle [`CHECK`] bytes of its SHA-256; then, deflated as a whole, for each hot page its
//! number (4 bytes, least significant first) and its bytes.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::PAGE;

/// Bytes of a checksum: enough that damage does not pass, few enough to be fetched by every reader.
const CHECK: usize = 4;
/// Bytes of a page's number.
const NUMBER: usize = 4;

/// How much effort compression is worth.
#[cfg(feature = "native")]
const LEVEL: u8 = 9;

/// What is known of the pages of a bundle.
#[derive(Debug, Default)]
pub(crate) struct Hot {
    checks: Vec<[u8; CHECK]>,
    /// The pages that came along.
    pub pages: BTreeMap<u32, Vec<u8>>,
}

impl Hot {
    /// Reads the file for a bundle of so many bytes; none if it does not fit.
    pub fn read(bytes: &[u8], bundle: u64) -> Option<Self> {
        let count = usize::try_from(bundle).ok()?.div_ceil(PAGE);
        let (checks, pages) = bytes.split_at_checked(count.checked_mul(CHECK)?)?;
        let most = count.checked_mul(NUMBER + PAGE)?;
        let pages = miniz_oxide::inflate::decompress_to_vec_with_limit(pages, most).ok()?;
        let mut rest = pages.as_slice();
        let checks = checks.chunks_exact(CHECK).filter_map(|check| check.try_into().ok()).collect();
        let mut hot = Self { checks, pages: BTreeMap::new() };
        while !rest.is_empty() {
            let (number, after) = rest.split_at_checked(NUMBER)?;
            let number = u32::from_le_bytes(number.try_into().ok()?);
            let (page, after) = after.split_at_checked(length(number, bundle)?)?;
            if !hot.is_intact(number, page) {
                return None;
            }
            hot.pages.insert(number, page.to_vec());
            rest = after;
        }
        Some(hot)
    }

    /// Writes the file for a bundle and the numbers of its hot pages.
    #[cfg(feature = "native")]
    pub fn write(bundle: &[u8], hot: impl IntoIterator<Item = u32>) -> Vec<u8> {
        let mut pages = Vec::new();
        for number in hot {
            let page = usize::try_from(number).ok().and_then(|number| bundle.chunks(PAGE).nth(number));
            pages.extend(number.to_le_bytes());
            pages.extend(page.unwrap_or_default());
        }
        let checks = bundle.chunks(PAGE).flat_map(check);
        checks.chain(miniz_oxide::deflate::compress_to_vec(&pages, LEVEL)).collect()
    }

    /// Whether a page is what was written.
    pub fn is_intact(&self, number: u32, page: &[u8]) -> bool {
        let expected = usize::try_from(number).ok().and_then(|number| self.checks.get(number));
        expected == Some(&check(page))
    }
}

/// The length of a page: the last one may be shorter.
pub(super) fn length(number: u32, bundle: u64) -> Option<usize> {
    let rest = bundle.checked_sub(u64::from(number) * PAGE as u64).filter(|rest| *rest > 0)?;
    usize::try_from(rest).ok().map(|rest| rest.min(PAGE))
}

fn check(page: &[u8]) -> [u8; CHECK] {
    let digest = Sha256::digest(page);
    std::array::from_fn(|nth| digest.get(nth).copied().unwrap_or_default())
}
