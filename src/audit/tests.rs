//! What holds for all checks.

use std::collections::BTreeSet;

use super::checks;

#[test]
fn codes_are_unique_and_every_check_explains_itself_in_both_languages() {
    let codes: BTreeSet<&str> = checks().map(|check| check.code).collect();
    assert_eq!(codes.len(), checks().count());
    for check in checks() {
        let docs = check.docs();
        let code = check.code;
        assert!(!docs.name_zh.is_empty() && !docs.name_zh.is_ascii(), "{code}: {}", docs.name_zh);
        assert!(docs.name_en.len() > 8 && !docs.name_en.ends_with('.'), "{code}: {}", docs.name_en);
        for word in ["**公式**", "**依据**", "**容差**", "**易错**"] {
            assert!(docs.text_zh.contains(word), "{code}: no {word}");
        }
        for word in ["**Formula**", "**Basis**", "**Tolerance**", "**Traps**"] {
            assert!(docs.text_en.contains(word), "{code}: no {word}");
        }
        assert!(check.since.len() == 10, "{code}");
        assert!(check.file.contains(&format!("\"{code}\"")), "{code}: another check's file");
    }
}
