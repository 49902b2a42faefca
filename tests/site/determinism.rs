//! Output is a function of sources, settings and version.

use crate::run::{checkout, command, ran, tree};

#[test]
fn two_builds_under_different_circumstances_are_byte_equal() {
    let temp = tempfile::tempdir().unwrap();
    let build = |name: &str, threads: &str, zone: &str, language: &str| {
        let output = temp.path().join(name).join("site");
        std::fs::create_dir_all(output.parent().unwrap()).unwrap();
        let mut command = command();
        command.args(["build", "--quiet", "--root"]).arg(checkout()).arg("--output").arg(&output);
        command
            .env("RAYON_NUM_THREADS", threads)
            .env("TZ", zone)
            .env("LANG", language)
            .env("LC_ALL", language);
        ran(command.current_dir(temp.path()).output().unwrap()).ok();
        tree(&output)
    };
    let one = build("one", "1", "Asia/Shanghai", "zh_CN.UTF-8");
    let other = build("another-longer-name", "4", "America/Los_Angeles", "C");
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(bytes == &other[path], "{path} differs");
    }
}
