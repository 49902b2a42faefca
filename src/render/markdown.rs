//! The editor's Markdown → HTML. Raw HTML is shown as text, and only web and relative links survive.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::link::external;

/// HTML of a Markdown text whose highest heading becomes one of level `top`, 2 to 6.
pub fn to_html(markdown: &str, top: usize) -> String {
    let parser = || Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let highest = parser().filter_map(|event| heading_level(&event)).min().unwrap_or(top);
    let mut filter = Filter { unlinked: 0, top, highest };
    let mut out = String::new();
    html::push_html(&mut out, parser().filter_map(|event| filter.pass(event)));
    out
}

fn heading_level(event: &Event<'_>) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

/// What is let through, event by event.
struct Filter {
    /// Links that are open without a tag: their text stays.
    unlinked: usize,
    top: usize,
    highest: usize,
}

impl Filter {
    fn pass<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match event {
            Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                Some(Event::Start(Tag::Heading { level: self.level(level), id, classes, attrs }))
            }
            Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(self.level(level)))),
            Event::Start(Tag::Link { ref dest_url, .. }) if !is_allowed(dest_url) => {
                self.unlinked += 1;
                None
            }
            Event::End(TagEnd::Link) if self.unlinked > 0 => {
                self.unlinked -= 1;
                None
            }
            // Pictures would have to come from elsewhere; their description stays.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
            event => Some(event),
        }
    }

    fn level(&self, level: HeadingLevel) -> HeadingLevel {
        HeadingLevel::try_from(level as usize + self.top - self.highest).unwrap_or(HeadingLevel::H6)
    }
}

/// Web addresses, and relative ones without a scheme.
fn is_allowed(url: &CowStr<'_>) -> bool {
    let has_scheme = url.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'));
    let plain = !url.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\');
    external(url).is_some() || (plain && !has_scheme && !url.starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_words_and_drops_what_could_run() {
        for (markdown, html) in [
            ("# 方法\n\n正文", "<h2>方法</h2>\n<p>正文</p>\n"),
            ("## 一\n### 二", "<h2>一</h2>\n<h3>二</h3>\n"),
            ("a <script>alert(1)</script> b", "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>\n"),
            ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
            ("[看](javascript:alert(1))", "<p>看</p>\n"),
            (
                "[看](JaVaScRiPt:alert(1)) [b](https://example.org)",
                "<p>看 <a href=\"https://example.org\">b</a></p>\n",
            ),
            ("[看](data:text/html,x)", "<p>看</p>\n"),
            ("[看](&#x6A;avascript:alert(1))", "<p>看</p>\n"),
            ("[看](//x.example)", "<p>看</p>\n"),
            ("[看](../units/index.html#a)", "<p><a href=\"../units/index.html#a\">看</a></p>\n"),
            ("![图](https://x.example/a.png)", "<p>图</p>\n"),
        ] {
            assert_eq!(to_html(markdown, 2), html, "{markdown}");
        }
    }
}
