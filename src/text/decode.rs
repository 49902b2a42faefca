//! Bytes to text: UTF-8, UTF-16 and GB18030, with what had to be done said.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding a document was decoded from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, the expected one.
    Utf8,
    /// UTF-16, little endian.
    Utf16Le,
    /// UTF-16, big endian.
    Utf16Be,
    /// GB18030 (and with it GBK and GB 2312).
    Gb18030,
}

impl Encoding {
    /// The name as registered with IANA.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
        }
    }

    fn codec(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
        }
    }
}

/// What decoding had to do; all lines are 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoding {
    /// The encoding found.
    pub encoding: Encoding,
    /// Whether the text began with a byte order mark (removed).
    pub byte_order_mark: bool,
    /// Lines in which undecodable bytes were replaced by U+FFFD.
    pub replaced: Vec<u32>,
    /// Lines in which control or direction-changing characters were replaced by U+FFFD.
    pub controls: Vec<u32>,
}

/// Decodes `bytes`; line ends become `\n`, invisible controls become visible.
pub(super) fn decode(bytes: &[u8]) -> (String, Decoding) {
    let (encoding, byte_order_mark) = detect(bytes);
    let (text, _) = encoding.codec().decode_with_bom_removal(bytes);
    let replaced = lines_with(&text, |c| c == '\u{fffd}');
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let controls = lines_with(&unified, is_hostile);
    let text = unified.chars().map(tame).collect();
    (text, Decoding { encoding, byte_order_mark, replaced, controls })
}

fn detect(bytes: &[u8]) -> (Encoding, bool) {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, true),
        [0xff, 0xfe, ..] => (Encoding::Utf16Le, true),
        [0xfe, 0xff, ..] => (Encoding::Utf16Be, true),
        _ => (guess(bytes), false),
    }
}

fn guess(bytes: &[u8]) -> Encoding {
    if let Some(encoding) = guess_utf16(bytes) {
        return encoding;
    }
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
    let wide = text.chars().filter(|c| *c != '\u{fffd}' && !c.is_ascii()).count();
    // Some bytes of GB18030 text form valid UTF-8 by chance, but never most of them.
    if broken == 0 || wide > 4 * broken { Encoding::Utf8 } else { Encoding::Gb18030 }
}

/// Hardly a text has longer lines on average.
const BYTES_A_LINE: usize = 200;

/// UTF-16 without a mark shows in its line ends and spaces: a zero byte beside each.
fn guess_utf16(bytes: &[u8]) -> Option<Encoding> {
    if bytes.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let pairs = || {
        bytes
            .chunks_exact(2)
            .filter(|p| p.contains(&0) && p.iter().any(|b| b.is_ascii_graphic() || b.is_ascii_whitespace()))
    };
    let little = pairs().filter(|p| p[1] == 0).count();
    let big = pairs().filter(|p| p[0] == 0).count();
    let enough = bytes.len() / BYTES_A_LINE + 1;
    match (little >= enough, big >= enough) {
        (true, _) if little > 4 * big => Some(Encoding::Utf16Le),
        (_, true) if big > 4 * little => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn lines_with(text: &str, found: impl Fn(char) -> bool) -> Vec<u32> {
    (1..).zip(text.split('\n')).filter(|(_, line)| line.contains(&found)).map(|(number, _)| number).collect()
}

/// Characters that could hide or reorder what is printed.
fn is_hostile(c: char) -> bool {
    match c {
        '\t' | '\n' | '\u{0b}' | '\u{0c}' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}' => true,
        c => c.is_control(),
    }
}

fn tame(c: char) -> char {
    match c {
        // Page and line separators of converters: a space keeps the columns of the line.
        '\u{0b}' | '\u{0c}' | '\u{2028}' | '\u{2029}' => ' ',
        c if is_hostile(c) => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "收入决算表\n单位：万元\n合计\t939.02\n";

    #[test]
    fn finds_the_encoding_of_chinese_text() {
        let utf16 = |big: bool| -> Vec<u8> {
            TEXT.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let mut marked = vec![0xff, 0xfe];
        marked.extend(utf16(false));
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8, false),
            (format!("\u{feff}{TEXT}").into_bytes(), Encoding::Utf8, true),
            (GB18030.encode(TEXT).0.into_owned(), Encoding::Gb18030, false),
            (utf16(false), Encoding::Utf16Le, false),
            (utf16(true), Encoding::Utf16Be, false),
            (marked, Encoding::Utf16Le, true),
            (TEXT.replace('\n', "\r\n").into_bytes(), Encoding::Utf8, false),
            (TEXT.replace('\n', "\r").into_bytes(), Encoding::Utf8, false),
        ];
        for (bytes, encoding, byte_order_mark) in cases {
            let (text, decoding) = decode(&bytes);
            assert_eq!(
                (decoding.encoding, decoding.byte_order_mark, text.as_str()),
                (encoding, byte_order_mark, TEXT)
            );
        }
    }

    #[test]
    fn says_where_bytes_or_controls_were_replaced() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.extend(b"\xff 2024\na\x00b \xe2\x80\xae c\n");
        let (text, decoding) = decode(&bytes);
        assert_eq!((decoding.replaced, decoding.controls), (vec![4], vec![5]));
        assert!(text.ends_with("\u{fffd} 2024\na\u{fffd}b \u{fffd} c\n"));
    }
}
