//! Web addresses in settings.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Why text is not an address that can be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` {problem}")]
pub struct UrlError {
    /// The text.
    pub text: String,
    /// What is wrong with it, e.g. "must begin with http:// or https://".
    pub problem: &'static str,
}

/// An absolute http or https address, as written. No other scheme passes, so it may stand in a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WebUrl(String);

impl WebUrl {
    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for WebUrl {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        match problem(text) {
            None => Ok(Self(text.to_owned())),
            Some(problem) => Err(UrlError { text: text.to_owned(), problem }),
        }
    }
}

/// The address below which the site will stand: http(s), without query or fragment, ending with `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The address, ending with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for BaseUrl {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        let WebUrl(url) = text.parse()?;
        if url.contains(['?', '#']) {
            return Err(UrlError { text: url, problem: "must have neither query nor fragment" });
        }
        Ok(Self(format!("{}/", url.trim_end_matches('/'))))
    }
}

fn problem(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else {
        return Some("must begin with http:// or https://");
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c)) {
        Some("holds characters that an address cannot hold; write them percent-encoded")
    } else if host.contains('@') {
        Some("must not hold a user name or password")
    } else if host.is_empty() || host.starts_with([':', '.']) {
        Some("has no host")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_http_addresses_with_a_host_pass() {
        for good in [
            "https://example.org",
            "HTTP://example.org/a?b#c",
            "http://localhost:8080/x",
            "https://例子.cn/文",
        ] {
            assert_eq!(good.parse::<WebUrl>().unwrap().as_str(), good);
        }
        for bad in [
            "",
            "example.org",
            "javascript:alert(1)",
            "//example.org",
            "https://",
            "https:///x",
            "http://:80",
            "https://a b",
            "https://a\u{0}",
            "https://u:p@example.org",
            "data:text/html,x",
            " https://a",
            "https://a\"x",
        ] {
            assert!(bad.parse::<WebUrl>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_base_address_ends_with_one_slash_and_has_no_query() {
        for text in ["https://example.org/a", "https://example.org/a/", "https://example.org/a//"] {
            assert_eq!(text.parse::<BaseUrl>().unwrap().as_str(), "https://example.org/a/");
        }
        assert!("https://example.org/?q".parse::<BaseUrl>().is_err());
        assert!("https://example.org/#a".parse::<BaseUrl>().is_err());
    }
}
