//! The last part of a project's address: its name in pinyin.

use std::collections::{BTreeMap, BTreeSet};

use pinyin::ToPinyin;

use crate::text::matching;

/// Characters of a slug at most, its ordinal included.
const LONGEST: usize = 60;

/// What a name without any readable character becomes.
const NAMELESS: &str = "project";

/// Gives out slugs; none twice, and each in ignorance of what comes later.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    taken: BTreeSet<String>,
    uses: BTreeMap<String, u32>,
}

impl Slugs {
    /// The slug of the next project of that name: `-2`, `-3` … follow from the second on.
    pub fn give(&mut self, name: &str) -> String {
        let parts = parts(name);
        let uses = self.uses.entry(joined(&parts, LONGEST)).or_insert(0);
        loop {
            *uses += 1;
            let ordinal = if *uses == 1 { String::new() } else { format!("-{uses}") };
            let slug = joined(&parts, LONGEST - ordinal.len()) + &ordinal;
            if self.taken.insert(slug.clone()) {
                return slug;
            }
        }
    }
}

/// The syllables, and the runs of ASCII letters and digits, of a name.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut is_run = false;
    for c in matching(name).chars() {
        let is_plain = c.is_ascii_alphanumeric();
        match parts.last_mut() {
            Some(run) if is_plain && is_run => run.push(c),
            _ if is_plain => parts.push(c.to_string()),
            _ => parts.extend(c.to_pinyin().map(|syllable| ascii(syllable.plain()))),
        }
        is_run = is_plain;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// `lü` is written `lv`, as it is typed; the few syllables with an accented consonant lose the accent.
fn ascii(syllable: &str) -> String {
    let letter = |c: char| match c {
        'ü' => Some('v'),
        'ê' => Some('e'),
        c => Some(c).filter(char::is_ascii_lowercase),
    };
    syllable.chars().filter_map(letter).collect()
}

/// As many whole parts as have room; a part that is too long alone is cut.
fn joined(parts: &[String], room: usize) -> String {
    let mut slug = String::new();
    for part in parts {
        let hyphen = usize::from(!slug.is_empty());
        if slug.len() + hyphen + part.len() > room {
            break;
        }
        slug.push_str(if hyphen == 1 { "-" } else { "" });
        slug.push_str(part);
    }
    match parts.first() {
        None => NAMELESS.to_owned(),
        Some(first) if slug.is_empty() => first.chars().take(room).collect(),
        Some(_) => slug,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slugs(names: &[&str]) -> Vec<String> {
        let mut slugs = Slugs::default();
        names.iter().map(|name| slugs.give(name)).collect()
    }

    #[test]
    fn a_slug_is_the_name_in_pinyin() {
        for (name, expected) in [
            ("公章刻制经费", "gong-zhang-ke-zhi-jing-fei"),
            ("C22 云视讯（二期）", "c22-yun-shi-xun-er-qi"),
            ("2025-2027年绿化", "2025-2027-nian-lv-hua"),
            ("7乘24小时", "7-cheng-24-xiao-shi"),
            ("１２３４５热线", "12345-re-xian"),
            ("“好差评”", "hao-cha-ping"),
            ("——", "project"),
            ("", "project"),
        ] {
            assert_eq!(slugs(&[name]), [expected]);
        }
    }

    #[test]
    fn namesakes_are_numbered_in_their_order() {
        assert_eq!(
            slugs(&["建设", "建设", "建设2", "建设", "健舍"]),
            ["jian-she", "jian-she-2", "jian-she-2-2", "jian-she-3", "jian-she-4"]
        );
    }

    #[test]
    fn long_names_end_with_a_whole_syllable() {
        let long = "镇街道便民服务中心政务服务专项建设经费";
        assert_eq!(
            slugs(&[long, long]),
            [
                "zhen-jie-dao-bian-min-fu-wu-zhong-xin-zheng-wu-fu-wu-zhuan",
                "zhen-jie-dao-bian-min-fu-wu-zhong-xin-zheng-wu-fu-wu-zhuan-2",
            ]
        );
        assert_eq!(slugs(&[&"a".repeat(99)])[0].len(), LONGEST);
    }

    proptest! {
        #[test]
        fn slugs_are_unique_ascii_and_stable(names in prop::collection::vec("[甲乙绿建设费a2（）\\- ]{0,40}|\\PC{0,20}", 0..12)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let all = slugs(&names);
            let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            for slug in &all {
                prop_assert!(slug.len() <= LONGEST && slug.split('-').all(is_part), "{}", slug);
            }
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
            for end in 0..names.len() {
                prop_assert_eq!(&slugs(&names[..end])[..], &all[..end]);
            }
        }
    }
}
