//! Replies of units and editors, put to the findings they are about.

use super::settings::unknown_check;
use crate::config::{Response, ResponseTarget};
use crate::diag::{Diagnostic, codes};
use crate::model::{Finding, Reply};

/// Attaches the replies; says which match no finding any more.
pub(super) fn attach(findings: &mut [Finding], responses: &[Response]) -> Vec<Diagnostic> {
    let mut stale = Vec::new();
    for response in responses {
        match findings.iter_mut().find(|finding| is_about(&response.target, finding)) {
            Some(finding) => finding.reply = Some(reply(response)),
            None => stale.push(unmatched(response)),
        }
    }
    stale
}

fn is_about(target: &ResponseTarget, finding: &Finding) -> bool {
    match target {
        ResponseTarget::Finding(id) => finding.id == *id,
        ResponseTarget::Check { check, line } => {
            finding.check.eq_ignore_ascii_case(check) && finding.lines().contains(line)
        }
    }
}

fn reply(response: &Response) -> Reply {
    Reply {
        kind: response.kind.name(),
        text: response.text.clone(),
        source: response.source.as_ref().map(ToString::to_string).unwrap_or_default(),
        date: response.date.as_ref().map(ToString::to_string).unwrap_or_default(),
    }
}

fn unmatched(response: &Response) -> Diagnostic {
    let place = response.place.clone();
    let what = match &response.target {
        ResponseTarget::Check { check, .. } if super::find(check).is_none() => {
            return unknown_check(place, check);
        }
        ResponseTarget::Finding(id) => format!("there is no finding `{id}` any more"),
        ResponseTarget::Check { check, line } => format!("check {check} finds nothing at line {line}"),
    };
    Diagnostic::of(codes::STALE_RESPONSE, what)
        .at(place)
        .hint("`gongkai check` shows the findings with their ids. Correct the entry, or remove it.")
}
