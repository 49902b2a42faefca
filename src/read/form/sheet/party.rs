//! Departments and units with their codes: `042-某局`, `[042001]某局`, `某局（042001）`.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::{Damage, DamageKind, Form};

/// Code and name; without code, the whole text is the name.
pub(super) fn split(text: &str) -> (String, String) {
    static BEFORE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^[\[（(【〔]?(\d{2,15})[\]）)】〕]?[-—–_/:：]?([^\d\-—–].*)$").ok());
    static BEHIND: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^(.+?)[-—–_]?[\[（(【〔](\d{2,15})[\]）)】〕]$").ok());
    let part = |regex: &LazyLock<Option<Regex>>, code: usize, name: usize| {
        let hit = regex.as_ref()?.captures(text)?;
        Some((hit.get(code)?.as_str().to_owned(), hit.get(name)?.as_str().to_owned()))
    };
    part(&BEFORE, 1, 2).or_else(|| part(&BEHIND, 2, 1)).unwrap_or_else(|| (String::new(), text.to_owned()))
}

/// A unit whose name is the beginning of its department's lost its end, and its code the beginning if the department's
/// code does not begin it.
pub(super) fn note_clipped(form: &mut Form) {
    let clipped = form.unit.len() < form.department.len()
        && !form.unit.is_empty()
        && form.department.starts_with(&form.unit);
    if !clipped {
        return;
    }
    let line = form.name_line;
    let mut note = |field, printed: &str| {
        form.damage.push(Damage { kind: DamageKind::Clipped, field, line, printed: printed.to_owned() });
    };
    note("unit", &form.unit);
    if !form.unit_code.is_empty() && !form.unit_code.starts_with(&form.department_code) {
        note("unit_code", &form.unit_code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_off_names() {
        let cases = [
            ("042-某县某局", "042", "某县某局"),
            ("042001某县某局", "042001", "某县某局"),
            ("[042]某县某局", "042", "某县某局"),
            ("某县某局（042001）", "042001", "某县某局"),
            ("某县某局", "", "某县某局"),
            ("042", "", "042"),
            ("", "", ""),
        ];
        for (text, code, name) in cases {
            assert_eq!(split(text), (code.to_owned(), name.to_owned()), "{text}");
        }
    }
}
