//! Prose whose figures lead to the cells they quote.

use serde::Serialize;

use super::head::Link;
use crate::catalog::url;
use crate::model::{Claim, Disclosure, Quoted};
use crate::render::link::Linker;

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextPart {
    /// Its text.
    pub text: String,
    /// Where the figure stands that it quotes; empty for other text.
    pub href: String,
    /// What that figure is called there; empty for other text.
    pub quoted: String,
}

/// The claims of a disclosure that quote a figure, by line.
pub(super) struct Quotes<'a> {
    disclosure: &'a Disclosure,
    linker: &'a Linker,
    /// Ordered by place.
    claims: Vec<&'a Claim>,
}

impl<'a> Quotes<'a> {
    pub fn new(disclosure: &'a Disclosure, linker: &'a Linker) -> Self {
        let mut claims: Vec<&Claim> =
            disclosure.reading.claims.iter().filter(|claim| claim.quoted.is_some()).collect();
        claims.sort_by_key(|claim| claim.span);
        Self { disclosure, linker, claims }
    }

    /// The cells of a line taken apart; nothing if it quotes nothing.
    pub fn of_line(&self, line: u32, cells: &[String]) -> Vec<Vec<TextPart>> {
        let from = self.claims.partition_point(|claim| claim.span.line < line);
        let claims = || self.claims[from..].iter().take_while(|claim| claim.span.line == line);
        if claims().next().is_none() {
            return Vec::new();
        }
        let mut start = 0;
        let mut parts = Vec::new();
        for cell in cells {
            let length = cell.chars().count();
            let inside = claims().filter_map(|claim| within(claim, start, length).map(|at| (claim, at)));
            parts.push(self.parts(cell, inside));
            start += length + 1;
        }
        parts
    }

    fn parts<'c>(
        &self,
        cell: &str,
        claims: impl Iterator<Item = (&'c &'a Claim, (usize, usize))>,
    ) -> Vec<TextPart>
    where
        'a: 'c,
    {
        let chars: Vec<char> = cell.chars().collect();
        let text =
            |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect::<String>();
        let plain = |from, to| TextPart { text: text(from, to), href: String::new(), quoted: String::new() };
        let mut parts = Vec::new();
        let mut done = 0;
        for (claim, (from, to)) in claims.filter(|(_, (from, to))| from < to) {
            let Some(link) = self.link(claim).filter(|_| from >= done) else { continue };
            parts.extend((from > done).then(|| plain(done, from)));
            parts.push(TextPart { text: text(from, to), href: link.href, quoted: link.text });
            done = to;
        }
        parts.extend((done < chars.len()).then(|| plain(done, chars.len())));
        parts
    }

    /// Where the quoted figure stands, and what it is called there.
    fn link(&self, claim: &Claim) -> Option<Link> {
        let id = &self.disclosure.id;
        let reading = &self.disclosure.reading;
        match claim.quoted.as_ref()? {
            Quoted::Figure { table, figure } => {
                let title = reading.tables.iter().find(|other| other.id == *table)?.title.clone();
                Some(Link {
                    text: title,
                    href: self.linker.to(&format!("{}#{figure}", url::table(id, table))),
                })
            }
            Quoted::Form(field) => {
                let form = reading.forms.get(field.form)?;
                let project = reading.projects.iter().find(|project| project.forms.contains(&field.form))?;
                let href = self.linker.to(&url::form_value(id, &project.slug, form.kind, field.field));
                Some(Link { text: project.name.clone(), href })
            }
        }
    }
}

/// Where a claim stands in a cell that begins at the line's character `start`.
fn within(claim: &Claim, start: usize, length: usize) -> Option<(usize, usize)> {
    let at = |column: u32| usize::try_from(column).ok()?.checked_sub(start);
    let (from, to) = (at(claim.span.start)?, at(claim.span.end)?);
    (to <= length).then_some((from, to))
}
