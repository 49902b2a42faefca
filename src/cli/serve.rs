//! `gongkai serve`

use std::path::PathBuf;

use super::{Outcome, build, output};
use crate::archive::Options;
use crate::serve::Server;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder with site.toml, content/ and themes/.
    #[arg(long, default_value = ".", value_name = "DIR")]
    root: PathBuf,
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 8080, value_name = "N")]
    port: u16,
}

pub(super) fn run(arguments: &Arguments, quiet: bool) -> Outcome {
    let output = arguments.root.join("public");
    let options = Options { root: arguments.root.clone(), output: output.clone(), base_url: None };
    if build::build(&options, quiet).is_none() {
        return Outcome::Failed;
    }
    let served = Server::bind(&output, arguments.port).and_then(|server| {
        output::say(&format!("http://{}/ (Ctrl-C ends the preview)", server.address()));
        server.run()
    });
    match served {
        Ok(()) => Outcome::Done,
        Err(error) => {
            output::report(&[error.diagnostic()], quiet);
            Outcome::Failed
        }
    }
}
