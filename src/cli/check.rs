//! `gongkai check`

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::{Outcome, output};
use crate::archive;
use crate::diag::render::{Format, render};
use crate::diag::{Level, Summary};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder with site.toml, content/ and themes/.
    #[arg(long, default_value = ".", value_name = "DIR")]
    root: PathBuf,
    /// How messages are shown: full, brief (a line each) or json.
    #[arg(long, default_value = "full", value_name = "FORMAT")]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, quiet: bool) -> Outcome {
    let checked = archive::check(&arguments.root);
    let all = || checked.diagnostics.iter().chain(&checked.value.findings);
    let shown: Vec<_> = all().filter(|d| !quiet || d.level == Level::Error).cloned().collect();
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    output::print(&render(&shown, arguments.format, colour));
    if arguments.format == Format::Full && !quiet {
        let archive::Checked { units, disclosures, figures, audit, .. } = &checked.value;
        output::say(&format!(
            "{units} units, {disclosures} disclosures, {figures} figures; {}\n{} assessed: {} agree, {} within rounding, \
             {} findings; {} not assessable",
            Summary::of(&checked.diagnostics),
            audit.assessed(),
            audit.agree,
            audit.rounding,
            audit.findings,
            audit.not_assessable
        ));
    }
    let failed = checked.diagnostics.iter().any(|d| d.level == Level::Error);
    if failed { Outcome::Failed } else { Outcome::Done }
}
