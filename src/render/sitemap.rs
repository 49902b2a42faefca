//! The addresses of `sitemap.xml`.

use super::frame::SiteInfo;

/// Full addresses of the pages at `paths`, sorted; `None` without a base URL, since a sitemap cannot be relative.
pub fn urls(site: &SiteInfo, paths: &[String]) -> Option<Vec<String>> {
    let mut urls = paths.iter().map(|path| site.canonical(path)).collect::<Option<Vec<_>>>()?;
    urls.sort();
    urls.dedup();
    Some(urls)
}
