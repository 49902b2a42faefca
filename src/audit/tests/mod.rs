//! What each check makes of two complete documents in which everything agrees, and of the same documents with one thing
//! changed.

mod cases;
mod traps;
mod years;

use std::collections::BTreeSet;

use super::checks;
use super::fixture::{self, outcome};
use crate::model::{Disclosure, Stage};

/// Final accounts and a budget in which everything agrees.
const FINAL: &str = include_str!("../../../tests/data/audit/final.txt");
const BUDGET: &str = include_str!("../../../tests/data/audit/budget.txt");

/// A change: after the first `anchor`, the first `from` becomes `to`.
type Edit = (&'static str, &'static str, &'static str);

/// The document with the changes, and the 1-based line of the first one.
fn edited(text: &str, edits: &[Edit]) -> (String, u32) {
    let mut text = text.to_owned();
    let mut line = 0;
    for (anchor, from, to) in edits {
        let start = text.find(anchor).unwrap_or_else(|| panic!("no {anchor:?}"));
        let at =
            text[start..].find(from).map_or_else(|| panic!("no {from:?} after {anchor:?}"), |at| start + at);
        text.replace_range(at..at + from.len(), to);
        if line == 0 {
            line = u32::try_from(text[..at].lines().count().max(1)).unwrap()
                + u32::from(text[..at].ends_with('\n'));
        }
    }
    (text, line)
}

fn read(stage: Stage, text: &str) -> Disclosure {
    match stage {
        Stage::Final => fixture::final_accounts(text),
        Stage::Budget => fixture::budget(text),
    }
}

fn base(stage: Stage) -> &'static str {
    match stage {
        Stage::Final => FINAL,
        Stage::Budget => BUDGET,
    }
}

/// What is wrong with a case that should fire: the changed line among the lines of a finding, or any finding where a whole
/// table, form or narrative is meant.
fn fault(code: &str, stage: Stage, edits: &[Edit]) -> Option<String> {
    let (text, line) = edited(base(stage), edits);
    let outcome = outcome(code, &read(stage, &text));
    let at_whole = ["D-03", "P-24", "Q-03", "Q-04"].contains(&code);
    let found = outcome.lines.iter().any(|lines| at_whole || lines.contains(&line));
    (!found).then(|| format!("{code}: nothing at line {line}: {outcome:?}"))
}

#[test]
fn every_check_fires_where_its_figures_are_changed() {
    let mut faults: Vec<String> = Vec::new();
    for (code, edits) in cases::FINAL_CASES {
        faults.extend(fault(code, Stage::Final, edits));
    }
    for (code, edits) in cases::BUDGET_CASES {
        faults.extend(fault(code, Stage::Budget, edits));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_check_has_a_case_that_fires() {
    let tried: BTreeSet<&str> =
        cases::FINAL_CASES.iter().chain(cases::BUDGET_CASES).map(|(code, _)| *code).collect();
    let elsewhere: BTreeSet<&str> = traps::FIRE_ELSEWHERE.into_iter().collect();
    let missing: Vec<&str> = checks()
        .map(|check| check.code)
        .filter(|code| !tried.contains(code) && !elsewhere.contains(code))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn documents_in_which_everything_agrees_are_silent() {
    for stage in [Stage::Final, Stage::Budget] {
        let audit = fixture::audited(&read(stage, base(stage)));
        let signals: Vec<String> = audit
            .findings
            .iter()
            .filter(|f| f.is_signal())
            .map(|f| format!("{} {}", f.check, f.message_en))
            .collect();
        assert!(signals.is_empty(), "{signals:#?}");
        let assessed: BTreeSet<&str> =
            audit.tallies.iter().filter(|tally| tally.assessed() > 0).map(|tally| tally.check).collect();
        assert!(assessed.len() > 40, "{stage}: only {assessed:?} could be assessed");
    }
}

#[test]
fn nothing_can_be_assessed_where_nothing_is_printed() {
    let always = ["D-04", "P-24", "P-25", "P-26", "Q-06"];
    for stage in [Stage::Final, Stage::Budget] {
        let audit = fixture::audited(&read(stage, "本页没有内容。\n"));
        for tally in audit.tallies.iter().filter(|tally| !always.contains(&tally.check)) {
            assert_eq!((tally.assessed(), tally.not_assessable), (0, 1), "{}", tally.check);
            assert_eq!(tally.reasons.len(), 1, "{}", tally.check);
        }
        assert!(audit.findings.is_empty());
    }
}

/// A damaged figure is no figure: where the changed cell cannot be read, its checks say so and accuse nobody.
#[test]
fn damaged_cells_accuse_nobody() {
    let tables = ["F-", "X-", "B-"];
    let cases = [(Stage::Final, cases::FINAL_CASES), (Stage::Budget, cases::BUDGET_CASES)];
    let mut assessable = 0;
    for (stage, cases) in cases {
        for (code, edits) in
            cases.iter().filter(|(code, _)| tables.iter().any(|family| code.starts_with(family)))
        {
            let [(anchor, from, to)] = edits else { continue };
            let Some(damaged) = damaged(from, to) else { continue };
            let (text, line) = edited(base(stage), &[(anchor, from, Box::leak(damaged.into_boxed_str()))]);
            let found = outcome(code, &read(stage, &text));
            let accused = found.lines.iter().any(|lines| lines.contains(&line));
            assert!(!accused, "{code}: {found:?}");
            assessable += usize::from(found.not_assessable > 0);
        }
    }
    assert!(assessable > 30, "{assessable}");
}

/// The changed text with its first changed number damaged.
fn damaged(from: &str, to: &str) -> Option<String> {
    let mut cells: Vec<String> = to.split('\t').map(str::to_owned).collect();
    let differing = || from.split('\t').zip(to.split('\t')).filter(|(from, to)| from != to);
    if differing().count() != 1 {
        return None;
    }
    let changed = from.split('\t').zip(&cells).position(|(from, to)| from != to)?;
    let cell = cells.get_mut(changed)?;
    if !cell.contains('.') {
        return None;
    }
    *cell = cell.replace('.', "·?");
    Some(cells.join("\t"))
}

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
