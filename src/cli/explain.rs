//! `gongkai explain`

use super::{Outcome, output};
use crate::audit;
use crate::diag::{closest, codes};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A code as shown in messages (W0402) or findings (F-05-04), or a message's name.
    code: String,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    if let Some(code) = codes::find(&arguments.code) {
        output::print(&format!(
            "{} ({}): {}\n\n{}\n\n{}\n",
            code.id, code.name, code.title, code.explain_zh, code.explain
        ));
        return Outcome::Done;
    }
    if let Some(check) = audit::find(&arguments.code) {
        let docs = check.docs();
        output::print(&format!(
            "{} {}\n{}\n\n{}\n\n{}\n",
            check.code, docs.name_zh, docs.name_en, docs.text_zh, docs.text_en
        ));
        return Outcome::Done;
    }
    let known: Vec<&str> = codes::all()
        .flat_map(|code| [code.id, code.name])
        .chain(audit::checks().map(|check| check.code))
        .collect();
    let near = closest(&arguments.code.to_uppercase(), known.iter().copied());
    let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    output::say(&format!("error[{}]: there is no code `{}`{hint}", codes::UNKNOWN_CODE.id, arguments.code));
    Outcome::Usage
}
