//! `gongkai build`

use std::path::PathBuf;

use super::Outcome;
use super::output::{self, Bar};
use crate::archive::{self, Built, Options};
use crate::config::BaseUrl;
use crate::diag::{Diagnostic, Level, Summary};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder with site.toml, content/ and themes/.
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub root: PathBuf,
    /// Where the site goes [default: public below the root].
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Where the site will stand; overrides site.toml.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<BaseUrl>,
    /// Fail if the sources are wrong or something was not understood.
    #[arg(long)]
    pub strict: bool,
}

pub(super) fn run(arguments: &Arguments, quiet: bool) -> Outcome {
    let output = arguments.output.clone().unwrap_or_else(|| arguments.root.join("public"));
    let options = Options { root: arguments.root.clone(), output, base_url: arguments.base_url.clone() };
    match build(&options, quiet) {
        Some(diagnostics) if arguments.strict && is_wrong(&diagnostics) => {
            output::say("strict: the site was built, but see the messages above");
            Outcome::Failed
        }
        Some(_) => Outcome::Done,
        None => Outcome::Failed,
    }
}

/// Builds and reports; the diagnostics of a build that came to its end.
pub(super) fn build(options: &Options, quiet: bool) -> Option<Vec<Diagnostic>> {
    let done = archive::build(options, &Bar::new(quiet));
    output::report(&done.diagnostics, quiet);
    match done.value {
        Ok(built) => {
            if !quiet {
                summarise(&built, options, &done.diagnostics);
            }
            Some(done.diagnostics)
        }
        Err(failure) => {
            output::report(&[*failure], quiet);
            None
        }
    }
}

fn is_wrong(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level != Level::Note)
}

fn summarise(built: &Built, options: &Options, diagnostics: &[Diagnostic]) {
    let Built { report, units, disclosures, figures, pages, phases } = built;
    output::say(&format!(
        "{units} units, {disclosures} disclosures, {figures} figures; {}",
        Summary::of(diagnostics)
    ));
    let files =
        format!("{} written, {} unchanged, {} removed", report.written, report.unchanged, report.removed);
    output::say(&format!(
        "{}: {pages} pages, {} files ({files}), {} bytes",
        options.output.display(),
        report.files,
        report.bytes
    ));
    let times: Vec<String> =
        phases.times().map(|(phase, time)| format!("{} {} ms", phase.name(), time.as_millis())).collect();
    output::say(&times.join(", "));
}
