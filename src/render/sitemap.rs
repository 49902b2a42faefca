//! The addresses of `sitemap.xml`.

use super::frame::SiteInfo;

/// The addresses of the pages at `paths`, sorted: full ones, or while the site has no base URL relative to its root,
/// which programs that know the root can complete.
pub fn urls(site: &SiteInfo, paths: &[String]) -> Vec<String> {
    let mut urls: Vec<String> =
        paths.iter().map(|path| site.canonical(path).unwrap_or_else(|| format!("./{path}"))).collect();
    urls.sort();
    urls.dedup();
    urls
}
