//! Every finding can be computed again from the published tables alone: nothing here uses the audit's code.

use std::collections::BTreeMap;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::run::Root;
use crate::seeds::{seeds, support};

type Record = BTreeMap<String, String>;

fn table(root: &Root, name: &str) -> Vec<Record> {
    let mut reader = csv::Reader::from_path(root.public().join(format!("data/{name}.csv"))).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The published tables, by the keys that inputs name.
struct Published {
    figures: BTreeMap<String, Record>,
    claims: BTreeMap<String, Record>,
    projects: BTreeMap<(String, String), Vec<Record>>,
    indicators: BTreeMap<(String, String, String), Record>,
}

impl Published {
    fn new(root: &Root) -> Self {
        let by = |name: &str, key: &str| {
            table(root, name).into_iter().map(|row| (row[key].clone(), row)).collect()
        };
        let mut projects: BTreeMap<_, Vec<Record>> = BTreeMap::new();
        for row in table(root, "projects") {
            projects.entry((row["project"].clone(), row["form"].clone())).or_default().push(row);
        }
        let indicators = table(root, "indicators").into_iter();
        Self {
            figures: by("figures", "figure"),
            claims: by("claims", "claim"),
            projects,
            indicators: indicators
                .map(|row| ((row["project"].clone(), row["form"].clone(), row["ordinal"].clone()), row))
                .collect(),
        }
    }

    /// The value that a published table has for an input; `None` for words and for what has no table.
    fn value(&self, input: &Record) -> Option<Decimal> {
        let (place, name) = (&input["disclosure"], &input["input"]);
        let number = |text: &str| Decimal::from_str(text).unwrap_or_else(|_| panic!("{text:?} of {input:?}"));
        let same_line = |row: &Record| assert_eq!(row["line"], input["line"], "{input:?}");
        match input["table"].as_str() {
            "figures" => {
                let row = &self.figures[&format!("{place}#{name}")];
                same_line(row);
                Some(number(&row["value"]))
            }
            "claims" => {
                let row = &self.claims[&format!("{place}#{name}")];
                same_line(row);
                Some(number(&row["value"]))
            }
            "projects" => {
                let (project, anchor) = name.split_once('#').unwrap();
                let (form, field) = anchor.split_once('.').unwrap();
                let rows = &self.projects[&(format!("{place}/{project}"), form.to_owned())];
                match field {
                    // Forms are counted, one each.
                    "name" => Some(Decimal::ONE),
                    "grade" => None,
                    "execution_score" => rows.iter().map(|row| number(&row["budget_score"])).next(),
                    _ => {
                        let stated = number(&input["value"]);
                        let found = rows.iter().map(|row| number(&row[field])).find(|value| *value == stated);
                        assert!(found.is_some(), "no row has {input:?}");
                        found
                    }
                }
            }
            "indicators" => self.indicator(place, name, input),
            _ => input["value"].parse().ok(),
        }
    }

    fn indicator(&self, place: &str, name: &str, input: &Record) -> Option<Decimal> {
        let (project, anchor) = name.split_once('#').unwrap();
        let (anchor, field) = anchor.split_once('.').unwrap();
        let (form, ordinal) = anchor.strip_prefix("indicator-").unwrap().rsplit_once('-').unwrap();
        let row = &self.indicators[&(format!("{place}/{project}"), form.to_owned(), ordinal.to_owned())];
        assert_eq!(row["line"], input["line"], "{input:?}");
        if matches!(field, "weight" | "score") {
            return row[field].parse().ok();
        }
        assert_eq!(row[field], input["printed"], "{input:?}");
        let digits: String = row[field]
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        let number: Decimal = digits.parse().ok()?;
        // The unit may stand in the target only.
        let unit = if row[field].ends_with(|c: char| c.is_ascii_digit()) {
            &row["target_measure"]
        } else {
            &row[field]
        };
        let in_ten_thousands = input["measure"] == "yuan" && unit.contains("万元");
        input["value"]
            .parse::<Decimal>()
            .ok()
            .map(|_| if in_ten_thousands { number * Decimal::from(10_000) } else { number })
    }
}

/// What the terms of a finding give: products for prices and shares of marks, percent for rates, ten for scores.
fn computed(check: &str, inputs: &[(String, Decimal)]) -> Decimal {
    let of = |part: &str| {
        inputs.iter().filter(|(own, _)| own == part).map(|(_, value)| *value).collect::<Vec<_>>()
    };
    let is_product = ["P-12", "P-17"].contains(&check);
    let terms: Decimal = if is_product {
        of("plus").iter().product()
    } else {
        of("plus").iter().sum::<Decimal>() - of("minus").iter().sum::<Decimal>()
    };
    let over = of("over").iter().sum::<Decimal>() - of("over-minus").iter().sum::<Decimal>();
    let scale = match check {
        "N-02" | "N-04" | "N-06" | "P-01" | "P-22" => Decimal::ONE_HUNDRED,
        "P-05" => Decimal::TEN,
        _ => Decimal::ONE,
    };
    let result = if over.is_zero() { terms } else { terms / over * scale };
    if check == "P-05" { result.min(Decimal::TEN) } else { result }
}

/// Five seeds and a document from another place.
fn archive() -> Option<Root> {
    let root = seeds()?;
    let corpus = support::corpus()?;
    let (name, ..) = support::SAMPLES[2];
    let sample = std::fs::read(corpus.join("samples").join(name)).unwrap();
    root.unit("six", "six").write("content/six/2024-final.txt", sample);
    root.build(&[]).ok();
    Some(root)
}

#[test]
fn findings_are_recomputed_from_the_published_tables() {
    let Some(root) = archive() else { return };
    let published = Published::new(&root);
    let mut inputs: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for input in table(&root, "finding_inputs") {
        inputs.entry(input["finding"].clone()).or_default().push(input);
    }
    let mut recomputed = 0;
    for finding in table(&root, "findings") {
        let own = &inputs[&finding["finding"]];
        let lines: Vec<&str> = finding["lines"].split(' ').collect();
        for input in own.iter().filter(|input| input["disclosure"] == finding["disclosure"]) {
            assert!(lines.contains(&input["line"].as_str()), "{finding:?}");
        }
        assert_eq!(lines[0], own[0]["line"], "the stated figure comes first: {finding:?}");
        let values: Vec<(String, Decimal)> =
            own.iter().filter_map(|input| Some((input["part"].clone(), published.value(input)?))).collect();
        if finding["computed"].is_empty() {
            continue;
        }
        // The rules on performance forms give the marks, which no table prints; all else stands in a table.
        let untold = own.iter().filter(|input| input["table"] == "text" && input["part"] != "beside");
        for input in untold {
            assert!(["90", "30", "10"].contains(&input["value"].as_str()), "{input:?}");
        }
        let number = |field: &str| Decimal::from_str(&finding[field]).unwrap();
        let stated = values.iter().find(|(part, _)| part == "stated").unwrap().1;
        let result = computed(&finding["check"], &values);
        assert_eq!(stated, number("stated"), "{finding:?}");
        let apart = (result - number("computed")).abs();
        assert!(apart < Decimal::new(1, 9), "{result} is not the computed figure of {finding:?}");
        assert!((stated - result - number("difference")).abs() < Decimal::new(1, 9), "{finding:?}");
        let difference = number("difference").abs();
        if finding["verdict"] != "rounding" {
            assert!(difference >= number("tolerance"), "within its tolerance: {finding:?}");
            recomputed += 1;
        }
        let halves: Decimal = own
            .iter()
            .filter(|input| input["part"] != "beside")
            .filter_map(|input| input["unit"].parse::<Decimal>().ok())
            .sum::<Decimal>()
            / Decimal::TWO;
        let is_ratio = own.iter().any(|input| input["part"].starts_with("over"));
        let by_rule = ["P-12", "P-17"].contains(&finding["check"].as_str());
        if !is_ratio && !by_rule {
            let tolerance = number("tolerance");
            assert!(tolerance.is_zero() || tolerance == halves, "{tolerance} is not {halves}: {finding:?}");
        }
    }
    assert!(recomputed >= 30, "{recomputed}");
}
