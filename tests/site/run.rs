//! Runs the program on folders made for a test.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A root folder that goes when the test ends.
pub struct Root {
    folder: tempfile::TempDir,
}

impl Root {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn public(&self) -> PathBuf {
        self.path().join("public")
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// A unit of two lines, as an editor begins with.
    pub fn unit(&self, id: &str, name: &str) -> &Self {
        self.write(&format!("content/{id}/unit.toml"), format!("name = \"{name}\"\nregion = \"140000\"\n"))
    }

    pub fn build(&self, arguments: &[&str]) -> Ran {
        gongkai(&[&["build", "--root", self.path().to_str().unwrap()], arguments].concat())
    }

    pub fn page(&self, path: &str) -> String {
        fs::read_to_string(self.public().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

/// How a run of the program ended.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.status, 0, "{}", self.err);
        self
    }
}

pub fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_gongkai"))
}

pub fn gongkai(arguments: &[&str]) -> Ran {
    ran(command().args(arguments).output().unwrap())
}

pub fn ran(output: Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let status = output.status.code().expect("ended by a signal");
    Ran { status, out: text(output.stdout), err: text(output.stderr) }
}

/// The checkout: the sample archive's root.
pub fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with its bytes, by path.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Builds the sample archive into a folder of its own.
pub fn build_sample(output: &Path) -> Ran {
    gongkai(&["build", "--root", checkout().to_str().unwrap(), "--output", output.to_str().unwrap()])
}
