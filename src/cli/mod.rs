//! The command line: one file per verb. Exit status: 0 done, 1 not done, 2 wrong usage.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the room that speaks to people")]

mod build;
mod check;
mod explain;
mod output;
mod search;
mod serve;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// 公开: a searchable, comparable, downloadable archive of what government units disclose.
#[derive(Debug, Parser)]
#[command(name = "gongkai", version, arg_required_else_help = true)]
struct Arguments {
    /// Say nothing but errors.
    #[arg(short, long, global = true)]
    quiet: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Build the site from content/ into public/.
    Build(build::Arguments),
    /// Read everything and report what is wrong or was not understood; build nothing.
    Check(check::Arguments),
    /// Build the site and preview it on this machine.
    Serve(serve::Arguments),
    /// Search a built site.
    Search(search::Arguments),
    /// Say what a diagnostic code means.
    Explain(explain::Arguments),
}

/// How a verb ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    /// The work could not be completed, or with `--strict` something is wrong.
    Failed,
    /// The arguments make no sense.
    Usage,
}

/// Runs the program with these arguments, the first of which is its name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let failed = error.use_stderr();
            // A closed pipe is no reason to fail.
            _ = error.print();
            return if failed { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let quiet = arguments.quiet;
    let outcome = match arguments.verb {
        Verb::Build(arguments) => build::run(&arguments, quiet),
        Verb::Check(arguments) => check::run(&arguments, quiet),
        Verb::Serve(arguments) => serve::run(&arguments, quiet),
        Verb::Search(arguments) => search::run(&arguments),
        Verb::Explain(arguments) => explain::run(&arguments),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Failed => ExitCode::from(1),
        Outcome::Usage => ExitCode::from(2),
    }
}
