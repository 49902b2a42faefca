//! What the editor sets: levels of checks, each with a reason.

use crate::config::{AuditLevel, AuditSetting};
use crate::diag::{Diagnostic, Place, Warned, closest, codes};
use crate::model::Severity;

/// The levels of checks that are not the usual ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    levels: Vec<AuditSetting>,
}

impl Settings {
    /// Takes the entries of `[audit.levels]`; those for checks that do not exist are named and left out.
    pub fn new(levels: &[AuditSetting]) -> Warned<Self> {
        let is_known = |setting: &&AuditSetting| super::find(&setting.check.value).is_some();
        let (known, unknown): (Vec<_>, Vec<_>) = levels.iter().partition(is_known);
        let diagnostics = unknown
            .into_iter()
            .map(|setting| unknown_check(setting.check.place.clone(), &setting.check.value))
            .collect();
        Warned { value: Self { levels: known.into_iter().cloned().collect() }, diagnostics }
    }

    /// Whether the editor turned the check off.
    pub fn is_off(&self, code: &str) -> bool {
        self.setting(code).is_some_and(|setting| setting.level == AuditLevel::Off)
    }

    /// The severity the editor gives the check.
    pub fn severity(&self, code: &str) -> Option<Severity> {
        match self.setting(code)?.level {
            AuditLevel::Error => Some(Severity::Error),
            AuditLevel::Warning => Some(Severity::Warning),
            AuditLevel::Notice => Some(Severity::Notice),
            AuditLevel::Info => Some(Severity::Info),
            AuditLevel::Off => None,
        }
    }

    /// Why the check has another level than usual.
    pub fn reason(&self, code: &str) -> Option<&str> {
        self.setting(code).map(|setting| setting.reason.as_str())
    }

    fn setting(&self, code: &str) -> Option<&AuditSetting> {
        self.levels.iter().find(|setting| setting.check.value.eq_ignore_ascii_case(code))
    }
}

/// Says that there is no such check, and which one may be meant.
pub(super) fn unknown_check(place: Place, code: &str) -> Diagnostic {
    let upper = code.to_uppercase();
    let near = closest(&upper, super::checks().map(|check| check.code));
    let diagnostic = Diagnostic::of(codes::UNKNOWN_CHECK, format!("there is no check `{code}`")).at(place);
    match near {
        Some(near) => diagnostic.hint(format!("Did you mean `{near}`?")),
        None => diagnostic.hint("All checks are listed on the page /checks/."),
    }
}
