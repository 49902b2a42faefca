//! What holds for every text.

use proptest::prelude::*;

use super::*;
use crate::text::SourceText;

proptest! {
    /// Nothing panics, nothing moves, masks are where the receipts say, and masking again changes nothing.
    #[test]
    fn masking_keeps_lengths_and_is_done_once(
        text in "(联系人|负责人|经办人|组长|成员|签字|局长|主任|姓名|QQ|微信号|护照号|电话|：|:|、|，|。|\t|\n| |　|（|）|\\*{1,2}|<b>|张|王|三|小明|欧阳|某|×|·|和|13800138000|0355-2221234|110101199003074514|a@example\\.com|安全|高新区|办公室|负责|x|12){0,40}"
    ) {
        let source = SourceText::new(text.as_bytes(), &Redactor::default());
        let masked = source.to_text();
        let whole = if text.is_empty() || text.ends_with('\n') { text.clone() } else { format!("{text}\n") };
        prop_assert_eq!(masked.chars().count(), whole.chars().count());
        let count: u32 = source.redactions().iter().map(|mask| mask.length).sum();
        let changed = masked.chars().zip(whole.chars()).filter(|(a, b)| a != b).count();
        prop_assert!(changed <= count as usize, "{} characters changed, {} masked", changed, count);
        let again = SourceText::new(masked.as_bytes(), &Redactor::default());
        prop_assert_eq!(again.to_text(), masked);
    }

    /// Whatever the characters.
    #[test]
    fn masking_never_fails(text in "\\PC{0,60}") {
        let source = SourceText::new(format!("联系人：{text}\n负责人\t{text}\n{text}13800138000{text}").as_bytes(), &Redactor::default());
        prop_assert_eq!(source.line_count(), 3);
    }
}

/// A line of a million characters takes no longer than its length deserves.
#[test]
fn long_lines_are_read_once() {
    for part in [
        "联系人：张三、",
        "张三13800138000",
        "负责人\t",
        "负责人",
        "成员：",
        "（联系人）",
        "张 ",
        "* ",
        "字",
        "签字 ",
    ] {
        let line = part.repeat(100_000 / part.len());
        let source = SourceText::new(line.as_bytes(), &Redactor::default());
        assert_eq!(source.line(1).chars().count(), line.chars().count());
    }
}
