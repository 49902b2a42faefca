//! What verbs say: diagnostics on standard error, results on standard output, a progress bar on terminals only.

use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use crate::archive::Progress;
use crate::diag::render::{Format, render};
use crate::diag::{Diagnostic, Level};

/// Notes beyond this many are counted, not shown, unless asked for.
const MOST_NOTES: usize = 20;

/// Writes to standard output; a reader that went away is no error.
pub(super) fn print(text: &str) {
    _ = io::stdout().lock().write_all(text.as_bytes());
}

/// Shows diagnostics on standard error: errors always, the rest unless quiet.
pub(super) fn report(diagnostics: &[Diagnostic], quiet: bool) {
    let notes = diagnostics.iter().filter(|d| d.level == Level::Note).count();
    let shown = |d: &&Diagnostic| {
        d.level == Level::Error || (!quiet && (d.level == Level::Warning || notes <= MOST_NOTES))
    };
    let shown: Vec<Diagnostic> = diagnostics.iter().filter(shown).cloned().collect();
    let colour = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    _ = io::stderr().lock().write_all(render(&shown, Format::Full, colour).as_bytes());
    if !quiet && notes > MOST_NOTES {
        say(&format!("{notes} notes are not shown; `gongkai check` shows them."));
    }
}

/// Says one line on standard error.
pub(super) fn say(line: &str) {
    _ = writeln!(io::stderr().lock(), "{line}");
}

/// A progress bar on standard error, if that is a terminal.
pub(super) struct Bar(ProgressBar);

impl Bar {
    pub fn new(quiet: bool) -> Self {
        let bar =
            if quiet || !io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::new(0) };
        if let Ok(style) = ProgressStyle::with_template("{bar:32} {pos}/{len} {elapsed}") {
            bar.set_style(style);
        }
        Self(bar)
    }
}

impl Progress for Bar {
    fn begin(&self, disclosures: usize) {
        self.0.set_length(u64::try_from(disclosures).unwrap_or(u64::MAX));
    }

    fn step(&self) {
        self.0.inc(1);
    }

    fn end(&self) {
        self.0.finish_and_clear();
    }
}
