//! The published files of a small archive, byte for byte.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;
use crate::audit;
use crate::catalog::fixture::{budget, final_accounts, unit};
use crate::model::Disclosure;

fn about() -> About {
    About {
        name: "gongkai".into(),
        title: "公开".into(),
        chinese: "预算与决算。".into(),
        english: "Budgets and final accounts.".into(),
        licence: "CC-BY-4.0".into(),
        ..About::default()
    }
}

fn files(disclosures: &[Disclosure]) -> BTreeMap<String, Vec<u8>> {
    let parts: Vec<Part> = disclosures.iter().map(|disclosure| Part::of(disclosure).unwrap()).collect();
    in_memory(about(), &[&unit()], &parts).unwrap().into_iter().collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

#[test]
fn golden_files() {
    let files = files(&[budget(), final_accounts()]);
    for name in [
        "units.csv",
        "disclosures.csv",
        "figures.csv",
        "claims.csv",
        "projects.csv",
        "indicators.csv",
        "blocks.csv",
        "redactions.csv",
        "disclosures.jsonl",
    ] {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "golden" }, {
            insta::assert_snapshot!(name, text(&files, name));
        });
    }
}

#[test]
fn columns_stand_as_the_contract_says() {
    let header = |name: &str| {
        let schema = schemas().find(|schema| schema.name == name).unwrap();
        schema.fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ")
    };
    let contract = [
        ("units", "unit, name, short_name, region, region_name, level, department_code, parent, scope"),
        (
            "disclosures",
            "disclosure, unit, year, stage, scope, title, unit_name_printed, denomination, text, source_path, \
             source_sha256, source_url, published_on, tables, figures, projects, findings, raw_blocks",
        ),
        (
            "figures",
            "figure, disclosure, table, row, side, code, label, column, role, printed, denomination, state, value, \
             measure, line",
        ),
        ("claims", "claim, disclosure, line, start, end, printed, value, measure, says, anchor"),
        (
            "projects",
            "project, disclosure, ordinal, form, name, name_printed, department_code, department, unit_code, \
             initial_requested, initial_budget, adjusted_budget, executed, balance, execution_rate, \
             execution_rate_initial, budget_score, total_score, grade, first_line, last_line, complete",
        ),
        (
            "indicators",
            "project, form, ordinal, level1, level2, name, target, adjusted_target, implementation_target, \
             target_operator, target_number, target_measure, actual, qualitative, weight, score, \
             deviation_reason, line, damage",
        ),
        ("blocks", "disclosure, first_line, last_line, kind, level, reason"),
        ("redactions", "disclosure, line, kind, length"),
    ];
    for (name, columns) in contract {
        assert_eq!(header(name), columns, "{name}");
    }
}

#[test]
fn json_lines_say_what_the_csv_says() {
    let mut audited = final_accounts();
    let unit = crate::catalog::fixture::unit();
    let subject =
        audit::Subject { unit: &unit, disclosure: &audited, others: &[], parts: &[], responses: &[] };
    audited.audit = audit::audit(subject, &audit::Settings::default()).value;
    let files = files(&[audited, budget()]);
    for schema in schemas() {
        let csv = text(&files, &format!("{}.csv", schema.name));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
        let json = text(&files, &format!("{}.jsonl", schema.name));
        let lines: Vec<BTreeMap<String, serde_json::Value>> =
            json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let plain = |value: serde_json::Value| match value {
            serde_json::Value::Null => String::new(),
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        };
        let lines: Vec<BTreeMap<String, String>> = lines
            .into_iter()
            .map(|line| line.into_iter().map(|(key, value)| (key, plain(value))).collect())
            .collect();
        assert!(!rows.is_empty(), "{}", schema.name);
        assert_eq!(rows, lines, "{}", schema.name);
    }
}

#[test]
fn the_package_describes_every_file_that_is_not_empty() {
    let files = files(&[budget(), final_accounts()]);
    let package: serde_json::Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let described: Vec<&str> = resources.iter().map(|resource| resource["path"].as_str().unwrap()).collect();
    for (name, bytes) in &files {
        let expected = !bytes.is_empty() && name != "datapackage.json";
        assert_eq!(described.contains(&name.as_str()), expected, "{name}");
    }
    let names: Vec<&str> = schemas().map(|schema| schema.name).collect();
    for resource in resources {
        let bytes = &files[resource["path"].as_str().unwrap()];
        assert_eq!(resource["bytes"], bytes.len());
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(resource["hash"], format!("sha256:{hash}"));
        for key in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            assert!(names.contains(&key["reference"]["resource"].as_str().unwrap()), "{key}");
        }
        if resource["format"] == "csv" {
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let header: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(bytes.split(|byte| *byte == b'\n').next().unwrap(), header.join(",").as_bytes());
        }
    }
}

#[test]
fn keys_are_unique_and_fields_described() {
    let files = files(&[budget(), final_accounts()]);
    for schema in schemas() {
        let csv = text(&files, &format!("{}.csv", schema.name));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
        let mut keys: Vec<Vec<&String>> =
            rows.iter().map(|row| schema.key.iter().map(|field| &row[*field]).collect()).collect();
        keys.sort();
        assert!(schema.key.is_empty() || keys.windows(2).all(|pair| pair[0] != pair[1]), "{}", schema.name);
        for field in schema.fields {
            assert!(
                !field.chinese.is_empty() && !field.english.is_empty() && !field.title.is_empty(),
                "{}",
                field.name
            );
        }
    }
}

#[test]
fn a_set_is_its_parts() {
    let whole = files(&[budget(), final_accounts()]);
    let (first, second) = (files(&[budget()]), files(&[final_accounts()]));
    for schema in schemas().skip(1) {
        let name = format!("{}.csv", schema.name);
        let rows = text(&second, &name).split_once('\n').unwrap().1.to_owned();
        assert_eq!(text(&whole, &name), text(&first, &name) + &rows);
    }
}

proptest! {
    #[test]
    fn whatever_is_printed_parses_back(title in "\\PC{0,20}", label in "[a\",;=+@\n\r\t 支-]{0,12}", printed in "\\PC{0,8}") {
        let mut disclosure = final_accounts();
        disclosure.reading.title.clone_from(&title);
        let table = &mut disclosure.reading.tables[0];
        table.rows[0].label.clone_from(&label);
        table.rows[0].cells[0].printed.clone_from(&printed);
        let files = files(&[disclosure]);
        let first = |name: &str, columns: &[usize]| -> Vec<String> {
            let record = csv::Reader::from_reader(files[name].as_slice()).records().next().unwrap().unwrap();
            columns.iter().map(|column| record[*column].to_owned()).collect()
        };
        prop_assert_eq!(first("disclosures.csv", &[5]), [title]);
        prop_assert_eq!(first("figures.csv", &[6, 9]), [label, printed]);
        prop_assert_eq!(text(&files, "figures.jsonl").lines().count(), files["figures.jsonl"].iter().filter(|b| **b == b'\n').count());
    }
}
