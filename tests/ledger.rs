//! Every non-blank line of every document lies in exactly one block.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test looks at the files themselves")]

mod support;

use gongkai::model::{FiscalYear, Reading, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};
use proptest::prelude::*;

use support::change::CHANGES;
use support::random::Random;

fn reading(bytes: &[u8], stage: Stage, registry: &Registry) -> (SourceText, Reading) {
    let source = SourceText::new(bytes, &Redactor::default());
    let document = Document { path: "a.txt", year: FiscalYear::new(2024).unwrap(), stage, unit_names: &[] };
    let reading = read(&source, document, registry).value;
    (source, reading)
}

#[test]
fn the_blocks_of_every_document_tile_its_lines() {
    let Some(corpus) = support::corpus() else { return };
    let registry = Registry::built_in();
    for document in support::documents(&corpus, &registry) {
        let (source, reading) = document.read(&registry);
        support::assert_tiled(&document.name, &source, &reading);
        for seed in 0..12 {
            let mut random = Random::new(seed);
            let mut variant = document.clone();
            for (_, change) in CHANGES.iter().filter(|_| random.one_in(5)).collect::<Vec<_>>() {
                change(&mut variant, &mut random);
            }
            let (source, reading) = variant.read(&registry);
            support::assert_tiled(&format!("{} {seed}", document.name), &source, &reading);
        }
    }
}

#[test]
fn the_blocks_of_the_sample_archive_tile_its_lines() {
    let registry = Registry::built_in();
    let mut count = 0;
    for unit in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/content")).unwrap() {
        let folder = unit.unwrap().path();
        for file in folder.read_dir().into_iter().flatten().map(|file| file.unwrap().path()) {
            if file.extension().is_some_and(|extension| extension == "txt") {
                let stage =
                    if file.to_string_lossy().contains("budget") { Stage::Budget } else { Stage::Final };
                let (source, reading) = reading(&std::fs::read(&file).unwrap(), stage, &registry);
                support::assert_tiled(&file.display().to_string(), &source, &reading);
                count += 1;
            }
        }
    }
    assert!(count >= 6, "{count} disclosures only");
}

/// Lines as documents have them, in any order.
fn any_line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "",
        "",
        " ",
        "\t\t",
        "目录",
        "一、收入决算表.....5",
        "收入决算表",
        "2024年预算收入总表",
        "公开02表",
        "公开02",
        "表",
        "单位：万元",
        "部门名称：某局",
        "2024年度",
        "项目\t\t本年收入合计\t财政拨款收入",
        "科目代码\t科目名称\t\t",
        "栏次\t\t1\t2",
        "合计\t\t939.02\t939.02",
        "201\t一般公共服务支出\t814.04\t814.04",
        "收入\t\t\t支出\t\t",
        "项目\t行次\t金额\t项目\t行次\t金额",
        "一、教育支出\t1\t2.5\t一、其他\t2\t———",
        "注：本表无数据",
        "说明：无",
        "---",
        "- 5 -",
        "仅供内部审核",
        "第三部分 情况说明",
        "一、收入情况",
        "一级指标\t二级指标\t指标值",
        "项目支出绩效自评表",
        "———\t—",
        "<b>合计</b>\t\t1.0",
        "续表",
        "序号\t名称",
        "类\t款\t项\t合计\t2,946.25",
        "\u{feff}",
        "\u{202e}",
    ]);
    prop_oneof![6 => known.prop_map(str::to_owned), 1 => "[\\PC\t]{0,40}"]
}

proptest! {
    #[test]
    fn the_blocks_of_any_text_tile_its_lines(lines in prop::collection::vec(any_line(), 0..60), budget in any::<bool>()) {
        let registry = Registry::built_in();
        let stage = if budget { Stage::Budget } else { Stage::Final };
        let (source, reading) = reading(lines.join("\n").as_bytes(), stage, &registry);
        support::assert_tiled("any", &source, &reading);
        support::assert_nothing_invented("any", &source, &reading);
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (source, reading) = reading(&bytes, Stage::Final, &Registry::built_in());
        support::assert_tiled("any", &source, &reading);
    }
}
