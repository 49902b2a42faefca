//! Topics of the sample archive: what a reader compares, and where it comes from.

use serde_json::Value;

use crate::run::{build_sample, tree};

/// The cost of a set of seals beside what the unit prints, its division, and the indicator it comes from; prices of a budget
/// as printed; and why none of it can simply be compared.
#[test]
fn the_price_of_a_seal_is_printed_computed_and_qualified() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    let files = tree(&output);
    let text = |path: &str| std::str::from_utf8(&files[path]).unwrap();
    let page: Value = serde_json::from_str(text("topics/seals/index.json")).unwrap();
    let projects = page["projects"].as_array().unwrap();
    let of = |unit: &str| {
        projects.iter().find(|project| project["row"]["id"].as_str().unwrap().starts_with(unit)).unwrap()
    };
    let texts = |values: &Value, key: &str| -> Vec<String> {
        let values = values.as_array().unwrap().iter();
        values.map(|value| value[key].as_str().unwrap().to_owned()).collect()
    };
    let done = of("xiaoyi-xzsp/2024/final");
    assert_eq!(texts(&done["costs"], "shown"), ["79.96"]);
    assert_eq!(
        (texts(&done["costs"], "spent"), texts(&done["costs"], "count")),
        (vec!["119,936".into()], vec!["1,500".into()])
    );
    assert_eq!(texts(&done["prices"], "actual"), ["128"]);
    let planned = of("fenyang-xzsp/2024/budget");
    assert_eq!(texts(&planned["prices"], "target"), ["78元/套", "30元/套"]);
    assert!(texts(&planned["costs"], "shown").is_empty());
    // “At least 4,000” is no quantity to divide by.
    assert!(texts(&of("yangcheng-xzsp/2024/final")["costs"], "shown").is_empty());
    assert_eq!(texts(&page["differences"], "key"), ["measure", "stage", "scope"]);
    assert!(!page["mentions"].as_array().unwrap().is_empty());

    let csv = text("topics/seals/index.csv");
    assert!(
        csv.lines().any(|line| line.starts_with("xiaoyi-xzsp/") && line.ends_with(",1500,套,79.96")),
        "{csv}"
    );
    let html = text("topics/seals/index.html");
    assert!(html.contains("119,936 ÷ 1,500") && html.contains("class=\"hollow\""));
}

/// A region and a year show the same disclosure with the same figures, and each leads to its findings.
#[test]
fn regions_and_years_put_units_side_by_side() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    let files = tree(&output);
    let page = |path: &str| -> Value { serde_json::from_slice(&files[path]).unwrap() };
    let row = |page: &Value, id: &str| -> Value {
        let groups = page["periods"].as_array().unwrap().iter();
        let mut rows = groups.flat_map(|group| group["rows"].as_array().unwrap());
        rows.find(|row| row["id"] == id).unwrap_or_else(|| panic!("{id}")).clone()
    };
    let year = page("years/2024/index.json");
    let values = |row: &Value| -> Vec<String> {
        let amounts = row["amounts"].as_array().unwrap().iter();
        amounts.map(|amount| amount["value"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let in_year = row(&year, "xiaoyi-xzsp/2024/final");
    let in_region = row(&page("regions/141181/index.json"), "xiaoyi-xzsp/2024/final");
    let kept: Vec<String> = values(&in_year).into_iter().filter(|value| !value.is_empty()).collect();
    assert_eq!(values(&in_region), kept);
    assert!(
        kept.len() >= 5
            && in_year["findings"].as_u64() > Some(0)
            && in_year["findings"] == in_region["findings"]
    );
    let stages = year["periods"].as_array().unwrap().iter().map(|group| group["stage"].as_str().unwrap());
    assert_eq!(stages.collect::<Vec<_>>(), ["final", "budget"]);
}
