//! Whether a run of characters has the form of a person's name.

use super::list::LISTS;
use crate::text::redact::shadow::is_han;

/// The longest name, in characters: those of ethnic minorities are long.
pub(super) const LONGEST: usize = 20;

/// What stands between the parts of a name of an ethnic minority.
pub(super) fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '・' | '･' | '⋅' | '∙' | '᛫')
}

/// What stands for a character that the publisher has hidden.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, '某' | '×' | '✕' | '╳' | '○' | '〇' | '◯' | '*' | 'X' | 'x')
}

/// Characters of names.
pub(super) fn is_part(c: char) -> bool {
    is_han(c) || is_dot(c) || is_blank(c)
}

/// Whether the whole run is a name.
pub(super) fn is_name(run: &[char]) -> bool {
    if run.iter().any(|c| is_dot(*c)) {
        return has_dots(run);
    }
    let text: String = run.iter().collect();
    if is_familiar(run) && !LISTS.is_word(&text) {
        return true;
    }
    let Some(given) = given(run, &text) else { return false };
    let hidden = !given.is_empty() && given.iter().all(|c| is_blank(*c));
    hidden || text == "某某" || (given.iter().all(|c| is_han(*c)) && !is_ordinary(run, &text))
}

/// `买买提·测试`: parts of characters joined by dots.
fn has_dots(run: &[char]) -> bool {
    let parts: Vec<&[char]> = run.split(|c| is_dot(*c)).collect();
    run.len() <= LONGEST
        && (2..=5).contains(&parts.len())
        && parts.iter().all(|part| (1..=8).contains(&part.len()) && part.iter().all(|c| is_han(*c)))
}

/// `老张`, `小李`.
fn is_familiar(run: &[char]) -> bool {
    matches!(run, ['老' | '小', surname] if LISTS.is_surname(*surname))
}

/// The given name: what follows the surname, if it is as long as given names are.
fn given<'a>(run: &'a [char], text: &str) -> Option<&'a [char]> {
    let head: String = run.iter().take(2).collect();
    if LISTS.is_double_surname(&head) && (3..=4).contains(&run.len()) {
        return run.get(2..);
    }
    let first = *run.first()?;
    let rest = run.get(1..)?;
    let most = if LISTS.common.contains(&first) || rest.iter().all(|c| is_blank(*c)) { 3 } else { 2 };
    (LISTS.is_surname(first) && (1..=most).contains(&rest.len()) || text == "某某").then_some(rest)
}

/// An ordinary word, a body or a post; but `王局` and `李工` are persons.
fn is_ordinary(run: &[char], text: &str) -> bool {
    let short =
        run.len() == 2 && matches!(run.last(), Some('局' | '处' | '科' | '所' | '院' | '校' | '工' | '总'));
    let post = run.len() > 2 && matches!(run.last(), Some('科' | '路' | '巷'));
    post || if short { LISTS.is_word(&format!("{text}长")) } else { LISTS.is_word(text) }
}

/// Whether a single character can be the surname before a title: `张主任`, but not `原主任`.
pub(super) fn is_titled_surname(c: char) -> bool {
    const WORDS: &str = "原时任党单全项成向应管支双平国车房计查从段施商相";
    LISTS.is_surname(c) && !WORDS.contains(c)
}
