//! `gongkai explain`

use super::{Outcome, output};
use crate::diag::{closest, codes};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A code as shown in messages, such as W0402, or its name.
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
    let known: Vec<&str> = codes::all().flat_map(|code| [code.id, code.name]).collect();
    let near = closest(&arguments.code.to_uppercase(), known.iter().copied());
    let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    output::say(&format!("error[{}]: there is no code `{}`{hint}", codes::UNKNOWN_CODE.id, arguments.code));
    Outcome::Usage
}
