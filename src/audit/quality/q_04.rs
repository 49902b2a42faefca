//! # 应说明的事项没有提到
//! A required topic is not spoken of
//!
//! **公式**　决算说明应有：“三公”经费、机关运行经费、政府采购、国有资产占用、预算绩效、名词解释
//!
//! **依据**　《预算法》第十四条、《地方预决算公开操作规程》（财预〔2016〕143号）。
//!
//! **容差**　不设容差。
//!
//! **易错**　摘编的材料不核对。
//!
//! ---
//!
//! **Formula**　The narrative speaks of the three public expenses, operating expenses, procurement, state assets,
//! performance, and explains terms.
//!
//! **Basis**　Budget Law, article 14; 财预〔2016〕143号, rules for disclosing local budgets.
//!
//! **Tolerance**　None.
//!
//! **Traps**　Abridged texts are not assessed.

use super::super::check::{Check, Family};
use super::super::facts::{Facts, text, whole_line};
use super::super::report::{ABSENT, Assertion, Report};
use crate::model::{BlockKind, Severity};
use crate::text::compact;

pub(super) const CHECK: Check = Check {
    code: "Q-04",
    family: Family::Quality,
    severity: Severity::Notice,
    stage: None,
    since: "2026-11-26",
    file: include_str!("q_04.rs"),
    run,
};

fn run(facts: &Facts<'_>, report: &mut Report<'_>) {
    let blocks = facts
        .reading
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading));
    let mut missing: Vec<(&str, &[&str])> = TOPICS.to_vec();
    let mut prose = 0_usize;
    for line in blocks.flat_map(|block| block.lines.first..=block.lines.last) {
        let words = compact(facts.line(line));
        prose += words.chars().count();
        missing.retain(|(_, synonyms)| !synonyms.iter().any(|word| words.contains(word)));
    }
    // Without a narrative there is nothing to look for.
    if prose < NARRATIVE || facts.disclosure().abridged {
        return report.not_assessable(ABSENT);
    }
    for _ in missing.len()..TOPICS.len() {
        report.agree();
    }
    for (topic, _) in missing {
        let (zh, en) =
            (format!("文字说明没有提到{topic}。"), format!("The narrative does not speak of {topic}."));
        report.show(Assertion::shown([text(topic, topic, whole_line(1))]).unexplained().say(zh, en));
    }
}

/// Topics and the words that stand for them.
const TOPICS: [(&str, &[&str]); 6] = [
    ("“三公”经费", &["三公", "公务接待"]),
    ("机关运行经费", &["机关运行经费", "公用经费"]),
    ("政府采购", &["政府采购"]),
    ("国有资产占用", &["国有资产", "车辆"]),
    ("预算绩效", &["绩效"]),
    ("名词解释", &["名词解释"]),
];
/// A narrative has more characters than this.
const NARRATIVE: usize = 1_500;
