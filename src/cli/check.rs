//! `gongkai check`

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::str::FromStr;

use super::{Outcome, output};
use crate::archive;
use crate::diag::render::{Format, render};
use crate::diag::{Level, Summary};
use crate::model::Severity;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder with site.toml, content/ and themes/.
    #[arg(long, default_value = ".", value_name = "DIR")]
    root: PathBuf,
    /// How messages are shown: full, brief (a line each) or json.
    #[arg(long, default_value = "full", value_name = "FORMAT")]
    format: Format,
    /// List rounding remainders, notes on form and losses of the conversion, too.
    #[arg(long)]
    all: bool,
    /// Fail if there is a finding of this severity or above: error, warning or notice.
    #[arg(long, value_name = "SEVERITY")]
    deny: Option<Deny>,
}

/// From which severity on findings make the command fail.
#[derive(Clone, Copy, Debug)]
struct Deny(Severity);

impl FromStr for Deny {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Severity::ALL.into_iter().filter(|severity| *severity > Severity::Info);
        known
            .map(Self)
            .find(|deny| deny.0.name() == name)
            .ok_or_else(|| format!("`{name}` is no severity; write error, warning or notice"))
    }
}

pub(super) fn run(arguments: &Arguments, quiet: bool) -> Outcome {
    let checked = archive::check(&arguments.root);
    let findings = checked.value.findings.iter().filter(|found| arguments.all || !found.is_hidden);
    let all = checked.diagnostics.iter().chain(findings.map(|found| &found.message));
    let shown: Vec<_> = all.filter(|d| !quiet || d.level == Level::Error).cloned().collect();
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    output::print(&render(&shown, arguments.format, colour));
    if arguments.format == Format::Full && !quiet {
        output::say(&summary(&checked.value, &Summary::of(&checked.diagnostics)));
    }
    let is_denied = |found: &archive::Found| {
        !found.is_hidden && arguments.deny.is_some_and(|deny| found.severity >= deny.0)
    };
    let failed = checked.diagnostics.iter().any(|d| d.level == Level::Error)
        || checked.value.findings.iter().any(is_denied);
    if failed { Outcome::Failed } else { Outcome::Done }
}

fn summary(checked: &archive::Checked, diagnostics: &Summary) -> String {
    let archive::Checked { units, disclosures, figures, audit, findings } = checked;
    let hidden = findings.iter().filter(|found| found.is_hidden).count();
    let mut text = format!(
        "{units} units, {disclosures} disclosures, {figures} figures; {diagnostics}\n{} assessed: {} agree, {} within \
         rounding, {} findings; {} not assessable",
        audit.assessed(),
        audit.agree,
        audit.rounding,
        audit.findings,
        audit.not_assessable
    );
    if hidden > 0 {
        text.push_str(&format!("\n{hidden} about rounding, form or conversion are listed with --all"));
    }
    text
}
