//! Numbers, percent signs and quotation marks that a conversion lifted out of a line and printed below it: where there
//! are as many gaps as pieces, and every number fits its gap, they go back.

/// A stretch of characters: of the line, or of the one below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// From, to.
    Own(usize, usize),
    /// From, to, in the line below.
    Lifted(usize, usize),
}

/// What stands behind a number; a line that begins so has lost the number before it.
const BEHIND: &str = "万亿元%％年月日个人辆台项次批名户件分；，。、）)度";

/// A line of nothing but numbers, percent signs and quotation marks.
pub(super) fn is_lifted(plain: &str) -> bool {
    !plain.is_empty()
        && plain.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,%％“”‘’\"".contains(c))
}

/// Whether a line has blanks in the middle of Chinese text, where something was lifted out.
pub(super) fn has_gaps(plain: &str) -> bool {
    !gaps(&plain.chars().collect::<Vec<_>>()).is_empty()
}

/// The line with the pieces of the one below in its gaps.
pub(super) fn fill(line: &str, below: &str) -> Option<Vec<Piece>> {
    let chars: Vec<char> = line.chars().collect();
    let lifted: Vec<char> = below.chars().collect();
    let (gaps, tokens) = (gaps(&chars), tokens(&lifted));
    let is_number = |token: &(usize, usize)| lifted[token.0].is_ascii_digit();
    let fits = gaps.len() == tokens.len()
        && gaps.iter().zip(&tokens).all(|(gap, token)| !is_number(token) || is_behind(chars.get(gap.1)));
    if !fits || gaps.is_empty() {
        return None;
    }
    let (mut pieces, mut from) = (Vec::new(), 0);
    for (gap, token) in gaps.into_iter().zip(tokens) {
        pieces.push(Piece::Own(from, gap.0));
        pieces.push(Piece::Lifted(token.0, token.1));
        from = gap.1;
    }
    pieces.push(Piece::Own(from, chars.len()));
    Some(pieces)
}

fn is_behind(c: Option<&char>) -> bool {
    c.is_some_and(|c| BEHIND.contains(*c))
}

/// From and to of each blank between two wide characters, and of the beginning where a number is missing.
fn gaps(chars: &[char]) -> Vec<(usize, usize)> {
    let wide = |c: &char| !c.is_ascii() && !c.is_whitespace();
    let first = chars.iter().position(|c| !c.is_whitespace()).unwrap_or(chars.len());
    let mut gaps = Vec::new();
    // A closing mark or a measure begins no line.
    if is_behind(chars.get(first))
        && !chars.get(first).is_some_and(|c| "年人个日月分项台名户件次".contains(*c))
    {
        gaps.push((first, first));
    }
    let mut at = first;
    while at < chars.len() {
        let end = at + chars[at..].iter().take_while(|c| c.is_whitespace()).count();
        if end > at && chars.get(at.wrapping_sub(1)).is_some_and(wide) && chars.get(end).is_some_and(wide) {
            gaps.push((at, end));
        }
        at = end.max(at) + usize::from(end == at);
    }
    gaps
}

/// From and to of each piece between blanks.
fn tokens(chars: &[char]) -> Vec<(usize, usize)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let end = at + chars[at..].iter().take_while(|c| !c.is_whitespace()).count();
        if end > at {
            tokens.push((at, end));
        }
        at = end + 1;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(line: &str, below: &str) -> Option<String> {
        let (own, lifted): (Vec<char>, Vec<char>) = (line.chars().collect(), below.chars().collect());
        let text = |piece: &Piece| match *piece {
            Piece::Own(from, to) => own[from..to].iter().collect::<String>(),
            Piece::Lifted(from, to) => lifted[from..to].iter().collect(),
        };
        fill(line, below).map(|pieces| pieces.iter().map(text).collect())
    }

    #[test]
    fn lifted_numbers_go_back_where_they_fit() {
        let cases = [
            (
                "某局 年度总计 万元。与 年度相比",
                "2024 10.5 2023",
                Some("某局2024年度总计10.5万元。与2023年度相比"),
            ),
            ("万元，占 ；", "3.1 20.5%", Some("3.1万元，占20.5%；")),
            ("；", "15.1%", Some("15.1%；")),
            ("、教育支出", "1", Some("1、教育支出")),
            ("财政拨款 三公 经费", "“ ”", Some("财政拨款“三公”经费")),
            ("某局 年度总计 万元", "2024", None),
            ("甲市 乙局", "12", None),
            ("人员经费合计", "12", None),
        ];
        for (line, below, expected) in cases {
            assert_eq!(filled(line, below).as_deref(), expected, "{line}");
        }
        assert!(is_lifted("2024 1.5%") && !is_lifted("47.00%。") && has_gaps("占 ；"));
    }
}
