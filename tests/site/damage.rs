//! Damaged documents: each has its page, nothing panics, nothing executable comes through.

use crate::run::{Root, tree};
use crate::seeds::{SEEDS, seeds};

/// A small generator of numbers, the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

const MARKUP: [&str; 6] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></table>",
    "{{ page }}",
    "\"><svg onload=alert(1)>",
    "javascript:alert(1)",
];

fn damage(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..12 {
        let at = dice.roll(lines.len());
        let other = dice.roll(lines.len());
        match dice.roll(7) {
            0 => _ = lines.remove(at),
            1 => lines[at] = format!("\t{}", lines[at]),
            2 => lines[at] = lines[at].chars().take(dice.roll(30)).collect(),
            3 => lines.swap(at, other),
            4 => lines[at].push_str(MARKUP[dice.roll(MARKUP.len())]),
            5 => lines[at] = lines[at].replacen('\t', "", 1),
            _ => lines[at] = lines[at].replacen('\t', &format!("\t{}\t", MARKUP[dice.roll(MARKUP.len())]), 1),
        }
    }
    lines.join("\n")
}

#[test]
fn two_hundred_damaged_copies_build_and_stay_harmless() {
    let Some(whole) = seeds() else { return };
    let root = Root::new();
    let mut dice = Dice(7);
    for copy in 0..200 {
        let (_, id, file) = SEEDS[copy % SEEDS.len()];
        let text = std::fs::read_to_string(whole.path().join(format!("content/{id}/{file}.txt"))).unwrap();
        let unit = format!("copy-{copy:03}");
        root.unit(&unit, &unit).write(&format!("content/{unit}/{file}.txt"), damage(&text, &mut dice));
    }
    root.build(&["--quiet"]).ok();
    let files = tree(&root.public());
    for copy in 0..200 {
        let (_, _, file) = SEEDS[copy % SEEDS.len()];
        let page = format!("units/copy-{copy:03}/{}/index.html", file.replace('-', "/"));
        assert!(files.contains_key(&page), "{page}");
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        // The script of the search page is the only one.
        assert_eq!(html.matches("<script").count(), usize::from(path == "search/index.html"), "{path}");
        for wrong in ["<script>", "<img", "<svg onload", "href=\"javascript:"] {
            assert!(!html.contains(wrong), "{path} has {wrong}");
        }
    }
}
