//! Views and theme → pages. Nothing here reads or writes files.
//!
//! A [`view`] is made from plain values and holds all that a template may see. [`Renderer`] turns a [`Page`] into
//! the files of its folder: `index.html`, `index.json` and, where it shows rows, `index.csv`.

mod error;
mod filters;
mod format;
mod frame;
mod link;
mod markdown;
mod messages;
mod page;
mod rows;
mod sitemap;
mod theme;
pub mod view;

use std::sync::Arc;

use tera::{Context, Tera};

pub use error::RenderError;
pub use frame::{SiteInfo, SitePage};
pub use link::{Linker, external};
pub use markdown::to_html;
pub use messages::Messages;
pub use page::{OutputFile, Page};
pub use rows::Rows;
pub use theme::Theme;

use crate::catalog::url;
use frame::Frame;

/// Renders pages with one theme, for one site, in one language.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    site: SiteInfo,
    messages: Arc<Messages>,
    assets: theme::Assets,
}

impl Renderer {
    /// Compiles the theme's templates and loads the messages of the site's language.
    ///
    /// # Errors
    /// A template or message file that cannot be read (with file, line and column), or an unknown language.
    pub fn new(theme: Theme, site: SiteInfo) -> Result<Self, RenderError> {
        let messages = Arc::new(theme.messages(&site.language)?);
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        filters::register(&mut tera, &messages);
        tera.add_raw_templates(theme.templates()?)?;
        Ok(Self { tera, site, messages, assets: theme.assets() })
    }

    /// The HTML of a page.
    ///
    /// # Errors
    /// A template that asks for something the view does not have, with file, line and column.
    pub fn render(&self, page: &Page) -> Result<String, RenderError> {
        let mut context = page.context()?;
        context.insert("frame", &Frame::new(&self.site, &self.assets, &self.messages, page));
        Ok(self.tera.render(page.template(), &context)?)
    }

    /// All files of a page, the HTML first.
    ///
    /// # Errors
    /// As [`Renderer::render`].
    pub fn files(&self, page: &Page) -> Result<Vec<OutputFile>, RenderError> {
        let html = self.render(page)?;
        page.files(html)
    }

    /// The theme's static files under their content-addressed names.
    pub fn static_files(&self) -> Vec<OutputFile> {
        self.assets.files()
    }

    /// `sitemap.xml` for pages at these paths (`units/x/`).
    ///
    /// # Errors
    /// A broken `sitemap.xml` template.
    pub fn sitemap(&self, paths: &[String]) -> Result<OutputFile, RenderError> {
        let mut context = Context::new();
        context.insert("urls", &sitemap::urls(&self.site, paths));
        let xml = self.tera.render("sitemap.xml", &context)?;
        Ok(OutputFile { path: "sitemap.xml".into(), bytes: xml.into_bytes() })
    }

    /// `opensearch.xml`; none while the site has no base URL.
    ///
    /// # Errors
    /// A broken `opensearch.xml` template.
    pub fn opensearch(&self) -> Result<Option<OutputFile>, RenderError> {
        let Some(template) = self.site.canonical(&format!("{}?q={{searchTerms}}", url::SEARCH)) else {
            return Ok(None);
        };
        let mut context = Context::new();
        context.insert("site", &self.site);
        context.insert("template", &template);
        let xml = self.tera.render(frame::OPENSEARCH, &context)?;
        Ok(Some(OutputFile { path: frame::OPENSEARCH.into(), bytes: xml.into_bytes() }))
    }

    /// A static file of the theme by its name there.
    pub fn asset(&self, name: &str) -> Option<&[u8]> {
        self.assets.bytes(name)
    }

    /// What pages say of the site.
    pub fn site(&self) -> &SiteInfo {
        &self.site
    }

    /// The words of the site's language, for the titles of charts.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }
}

#[cfg(test)]
mod tests;
