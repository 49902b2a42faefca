//! The `gongkai` program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    gongkai::cli::main(std::env::args_os())
}
