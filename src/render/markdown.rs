//! The editor's Markdown → HTML. Raw HTML is shown as text, and only web and relative links survive.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::link::external;

/// HTML of a Markdown text. Its headings start one level below the page's own.
pub fn to_html(markdown: &str) -> String {
    let mut skipped = 0_usize;
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter_map(|event| filter(event, &mut skipped));
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

/// `unlinked` counts the links that are open without a tag: their text stays.
fn filter<'a>(event: Event<'a>, unlinked: &mut usize) -> Option<Event<'a>> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            let level = deeper(level);
            Some(Event::Start(Tag::Heading { level, id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(deeper(level)))),
        Event::Start(Tag::Link { ref dest_url, .. }) if !is_allowed(dest_url) => {
            *unlinked += 1;
            None
        }
        Event::End(TagEnd::Link) if *unlinked > 0 => {
            *unlinked -= 1;
            None
        }
        // Pictures would have to come from elsewhere; their description stays.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        event => Some(event),
    }
}

fn deeper(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel::{H2, H3, H4, H5, H6};
    match level as usize {
        1 => H2,
        2 => H3,
        3 => H4,
        4 => H5,
        _ => H6,
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
            ("a <script>alert(1)</script> b", "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>\n"),
            ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
            ("[看](javascript:alert(1))", "<p>看</p>\n"),
            ("[看](JaVaScRiPt:alert(1)) [b](https://example.org)", "<p>看 <a href=\"https://example.org\">b</a></p>\n"),
            ("[看](data:text/html,x)", "<p>看</p>\n"),
            ("[看](&#x6A;avascript:alert(1))", "<p>看</p>\n"),
            ("[看](//x.example)", "<p>看</p>\n"),
            ("[看](../units/index.html#a)", "<p><a href=\"../units/index.html#a\">看</a></p>\n"),
            ("![图](https://x.example/a.png)", "<p>图</p>\n"),
        ] {
            assert_eq!(to_html(markdown), html, "{markdown}");
        }
    }
}
