//! The best hit first, one a page, near matches last resort.

mod common;

use common::{corpus, index, record, search, titles};
use gongkai_search::{Filters, Kind, Query, Record, Sort, Stage};

#[test]
fn names_come_before_texts() {
    let unit = "阳城县行政审批服务管理局";
    let searcher = index([
        record(Kind::Section, "一、部门职责", "阳城县行政审批服务管理局负责公章刻制经费，公章刻制经费"),
        record(Kind::Disclosure, "阳城县行政审批服务管理局2024年度部门决算", ""),
        record(Kind::Line, "项目支出决算表 · 公章刻制经费", "公章刻制经费\n10"),
        record(Kind::Table, "项目支出决算表", "公章刻制经费"),
        record(Kind::Project, "公章刻制经费", "公章"),
        record(Kind::Unit, unit, ""),
        Record { codes: vec!["2010306".into()], ..record(Kind::Line, "支出决算表 · 审批", "7") },
        record(Kind::Section, "二、其他", "功能科目2010306是"),
    ]);
    let first = |query: &str| search(&searcher, query)[0].title.clone();
    assert_eq!(first(unit), unit);
    assert_eq!(first("阳城"), unit);
    assert_eq!(first("公章刻制经费"), "公章刻制经费");
    assert_eq!(first("刻制"), "公章刻制经费");
    assert_eq!(first("项目支出决算表"), "项目支出决算表");
    assert_eq!(first("2010306"), "支出决算表 · 审批");
    assert_eq!(titles(&search(&searcher, "公章刻制经费"))[1], "项目支出决算表 · 公章刻制经费");
}

#[test]
fn a_page_gives_one_hit() {
    let line = |n: usize| Record {
        url: format!("t/#r{n}"),
        ..record(Kind::Line, "表 · 差旅费", "差旅费支出情况")
    };
    let other = Record {
        url: "u/".into(),
        ..record(Kind::Section, "说明", "本年度的差旅费比上年减少，原因是压减一般性支出")
    };
    let searcher = index((0..500).map(line).chain([other]));
    let hits = search(&searcher, "差旅费");
    let urls: Vec<_> = hits.iter().map(|hit| hit.url.as_str()).collect();
    assert_eq!(urls, ["t/#r0", "u/"]);
}

#[test]
fn equal_hits_keep_the_order_of_the_records() {
    let twin = |n: usize| Record { url: format!("p/{n}/"), ..record(Kind::Section, "说明", "差旅费") };
    let hits = search(&index((0..50).map(twin)), "差旅费");
    let urls: Vec<_> = hits.iter().map(|hit| hit.url.clone()).collect();
    assert_eq!(urls, (0..20).map(|n| format!("p/{n}/")).collect::<Vec<_>>());
}

#[test]
fn filters_select() {
    let valued = |title: &str, value: &str| Record {
        value: Some(value.into()),
        ..record(Kind::Line, title, "差旅费")
    };
    let searcher = index([
        valued("甲", "100.10"),
        valued("乙", "-5"),
        Record { year: Some(2023), stage: Some(Stage::Budget), ..valued("丙", "1000000") },
        Record {
            unit: Some("fenyang".into()),
            unit_name: Some("汾阳市行政审批服务管理局".into()),
            region: None,
            ..record(Kind::Unit, "丁", "差旅费")
        },
    ]);
    let text = |text: &str| Some(text.to_owned());
    let all = Filters::default();
    let cases: &[(Filters, &[&str])] = &[
        (Filters { kinds: vec![Kind::Unit], ..all.clone() }, &["丁"]),
        (Filters { units: vec!["fenyang".into()], ..all.clone() }, &["丁"]),
        (Filters { units: vec!["汾阳市行政审批服务管理局".into()], ..all.clone() }, &["丁"]),
        (Filters { years: vec![2023], ..all.clone() }, &["丙"]),
        (Filters { stages: vec![Stage::Budget], ..all.clone() }, &["丙"]),
        (Filters { regions: vec!["140500".into()], ..all.clone() }, &["丙", "乙", "甲"]),
        (Filters { regions: vec!["阳城县".into()], years: vec![2024], ..all.clone() }, &["乙", "甲"]),
        (Filters { regions: vec!["141100".into()], ..all.clone() }, &[]),
        (Filters { min: text("100.1"), ..all.clone() }, &["丙", "甲"]),
        (Filters { max: text("100.09"), ..all.clone() }, &["乙"]),
        (Filters { min: text("-5"), max: text("100.10"), ..all.clone() }, &["乙", "甲"]),
    ];
    for (filters, expected) in cases {
        for query in ["差旅费", ""] {
            let hits =
                searcher.search(&Query::parse(query).unwrap(), filters, Sort::Relevance, 20).unwrap().hits;
            assert_eq!(&titles(&hits), expected, "{query} {filters:?}");
        }
    }
    assert!(search(&searcher, "").is_empty());
    let bad = Filters { min: text("一百"), ..all };
    assert!(searcher.search(&Query::default(), &bad, Sort::Relevance, 20).is_err());
}

#[test]
fn near_names_are_a_last_resort() {
    let searcher = index([
        record(Kind::Project, "公章刻制经费", ""),
        record(Kind::Project, "山西 CA 数字证书办理费", ""),
        record(Kind::Section, "公章刻制经费说明", "公章刻制经废"),
        record(Kind::Unit, "阳城县行政审批服务管理局", ""),
    ]);
    let near = |query: &str| {
        search(&searcher, query).iter().map(|hit| (hit.title.clone(), hit.near)).collect::<Vec<_>>()
    };
    let one = |title: &str, near: bool| vec![(title.to_owned(), near)];
    assert_eq!(near("公章刻制经废"), one("公章刻制经费说明", false));
    assert_eq!(near("公章克制经费"), one("公章刻制经费", true));
    assert_eq!(near("阳城 公章克制经费"), one("公章刻制经费", true));
    assert_eq!(near("阳城县行政审批管理局"), one("阳城县行政审批服务管理局", true));
    assert_eq!(near("阳城县行政审批服务管理居"), one("阳城县行政审批服务管理局", true));
    assert_eq!(near("CA证书"), one("山西 CA 数字证书办理费", true));
    assert_eq!(near("公章克制经废"), []);
}

#[test]
fn limits_hold() {
    let records = corpus(100);
    let searcher = index(records);
    let query = Query::parse("2024").unwrap();
    for (limit, expected) in [(0, 0), (1, 1), (7, 7), (100, 100), (usize::MAX, 100)] {
        assert_eq!(
            searcher.search(&query, &Filters::default(), Sort::Relevance, limit).unwrap().hits.len(),
            expected
        );
    }
    let empty = index([]);
    assert!(empty.is_empty());
    assert!(search(&empty, "政务").is_empty());
}

#[test]
fn hits_are_what_the_contract_says() {
    let searcher = index([Record {
        value: Some("1200.5".into()),
        ..record(Kind::Line, "支出决算表 · 差旅费", "差旅费\n1,200.50")
    }]);
    let hits = search(&searcher, "差旅费");
    let json = serde_json::to_string(&hits).unwrap();
    let (before, after) = json.split_once(",\"score\":").unwrap();
    assert_eq!(
        before,
        "[{\"url\":\"units/yangcheng/2024/final/line/支出决算表 · 差旅费/\",\"title\":\"支出决算表 · 差旅费\",\
         \"kind\":\"line\",\"unit\":\"yangcheng\",\"unit_name\":\"阳城县行政审批服务管理局\",\"year\":2024,\"stage\":\"final\""
    );
    assert!(
        after.ends_with(",\"snippet\":\"差旅费 1,200.50\",\"value\":\"1200.5\",\"near\":false}]"),
        "{after}"
    );
}
