//! Names that have all of a term, in order, with something in between: `便民热线` in 便民服务热线.

/// The fewest characters of a piece.
const MIN_PIECE: usize = 2;
/// The most pieces.
const MAX_PIECES: usize = 3;
/// The fewest characters of a term that is taken apart.
const MIN_TERM: usize = 4;
/// The fewest characters of a piece beside which others may be missing, and how many of those.
const LONG_PIECE: usize = 4;
const MAX_MISSING: usize = 2;

/// Whether a folded name has a folded term in pieces.
pub(crate) fn has_apart(name: &str, term: &str) -> bool {
    let term: Vec<char> = term.chars().filter(|c| c.is_alphanumeric()).collect();
    term.len() >= MIN_TERM && fits(name, &term, MAX_PIECES, false)
}

/// Whether the rest of a term stands in the rest of a name, in so many pieces.
fn fits(name: &str, term: &[char], pieces: usize, has_long: bool) -> bool {
    if term.is_empty() || has_long && term.len() <= MAX_MISSING {
        return true;
    }
    if pieces == 0 {
        return false;
    }
    (MIN_PIECE..=term.len()).rev().any(|length| {
        let (piece, rest) = term.split_at(length);
        let piece: String = piece.iter().collect();
        let is_long = has_long || length >= LONG_PIECE;
        name.split_once(&piece).is_some_and(|(_, after)| fits(after, rest, pieces - 1, is_long))
    })
}

/// How many of a term's pairs of neighbours such a name has at least.
pub(crate) fn shared_pairs(pairs: usize) -> usize {
    // Lost are those at a joint of pieces, and those with a missing character.
    pairs.saturating_sub(MAX_PIECES - 1 + MAX_MISSING).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stand_in_order() {
        let cases = [
            ("12345政府便民服务热线运行管理费", "便民热线", true),
            ("c22云视讯视频会议系统专线使用费项目", "视频会议专线", true),
            ("便民办事服务平台定制开发服务", "便民平台开发", true),
            ("社会组织法定代表人离任审计、注销清算审计", "社会组织注销审计", true),
            ("公共资源信息化平台运行维护费", "公共资源平台运行维护", true),
            ("惠企政策采集梳理及运营服务项目", "惠企政策疏理", true),
            ("12345政府便民服务热线运行管理费", "热线便民", false),
            ("便民服务热线", "便民", false),
            ("电子政务外网服务项目", "电子服务经费", false),
            ("公章刻制经费", "公刻经费", false),
        ];
        for (name, term, expected) in cases {
            assert_eq!(has_apart(name, term), expected, "{term} in {name}");
        }
    }
}
