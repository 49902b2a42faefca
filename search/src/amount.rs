//! Exact yuan as whole fen, for comparing amounts in the index.

/// A decimal of yuan in fen, and whether a part of a fen was left behind (rounded towards minus infinity).
///
/// Accepts `-?digits[.digits]`; gives none for anything else and for what no `i64` of fen holds.
fn parse(text: &str) -> Option<(i64, bool)> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (yuan, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !is_number(yuan) || !is_number(fraction) {
        return None;
    }
    let (cents, rest) = fraction.split_at(fraction.len().min(2));
    let fen: i64 = format!("{yuan}{cents:0<2}").parse().ok()?;
    let partial = rest.bytes().any(|b| b != b'0');
    Some(if negative { (-fen - i64::from(partial), partial) } else { (fen, partial) })
}

/// The greatest whole number of fen that is not more than the amount.
pub(crate) fn fen_floor(text: &str) -> Option<i64> {
    parse(text).map(|(fen, _)| fen)
}

/// The least whole number of fen that is not less than the amount.
pub(crate) fn fen_ceil(text: &str) -> Option<i64> {
    parse(text).map(|(fen, partial)| fen + i64::from(partial))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_become_fen() {
        let cases = [
            ("0", Some((0, 0))),
            ("7404800", Some((740_480_000, 740_480_000))),
            ("-0.5", Some((-50, -50))),
            ("19505263.62", Some((1_950_526_362, 1_950_526_362))),
            ("1.2300", Some((123, 123))),
            ("1.234", Some((123, 124))),
            ("-1.234", Some((-124, -123))),
            ("-0", Some((0, 0))),
            ("", None),
            ("-", None),
            (".5", None),
            ("1.", None),
            ("1,234", None),
            ("1e9", None),
            ("+1", None),
            ("1_000", None),
            ("99999999999999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(fen_floor(text).zip(fen_ceil(text)), expected, "{text}");
        }
    }
}
