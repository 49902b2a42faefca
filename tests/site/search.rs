//! `gongkai search` over a built site.

use serde_json::Value;

use crate::run::{build_sample, gongkai};

fn search(site: &str, arguments: &[&str]) -> Vec<Value> {
    let ran = gongkai(&[&["search", "--site", site, "--format", "json"], arguments].concat()).ok();
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn words_lead_to_what_they_name_and_absent_words_to_nothing() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    let site = output.to_str().unwrap();
    let first = |arguments: &[&str]| search(site, arguments).into_iter().next().unwrap_or(Value::Null);
    assert_eq!(first(&["阳城"])["kind"], "unit");
    assert_eq!(first(&["政务外网"])["kind"], "project");
    assert_eq!(first(&["中心7乘24小时政务"])["title"], "镇（街道）便民服务中心7乘24小时政务服务专区建设经费");
    assert!(first(&["公务接待费"])["title"].as_str().unwrap().ends_with("公务接待费"));
    assert!(
        first(&["2010306", "--unit", "jinzhong-xzsp"])["url"].as_str().unwrap().ends_with(".2010306.total")
    );
    assert_eq!(
        first(&["2010306", "--year", "2022", "--min", "2390850.89", "--max", "2390850.89"])["value"],
        "2390850.89"
    );
    for absent in ["不存在的词语", "政外务网", "公待接务", "网务政外"] {
        assert_eq!(search(site, &[absent]), Vec::<Value>::new(), "{absent}");
    }
    for (index, hit) in search(site, &["一般公共服务支出", "--limit", "50"]).iter().enumerate() {
        let url = hit["url"].as_str().unwrap();
        let file = url.split('#').next().unwrap();
        assert!(output.join(file).join("index.html").is_file(), "hit {index}: {url}");
    }
}

#[test]
fn projects_are_found_by_any_part_of_their_name_and_by_their_indicators() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    let site = output.to_str().unwrap();
    let hotline =
        "jinzhong-xzsp/2022/final/projects/12345-zheng-fu-bian-min-fu-wu-re-xian-yun-xing-guan-li-fei/";
    let desks = "fenyang-xzsp/2024/budget/projects/zhen-jie-dao-bian-min-fu-wu-zhong-xin-7-cheng-24-xiao-shi/#indicator-goal-1";
    let review =
        "yangcheng-xzsp/2024/final/projects/zheng-wu-fu-wu-hao-cha-ping-di-san-fang-ji-shu-fu-wu-fei/";
    for (query, kind, title, url) in [
        ("热线运行管理", "project", "12345政府便民服务热线运行管理费", hotline),
        ("评”第三方技术", "project", "政务服务“好差评”第三方技术服务费", review),
        ("智慧政务自助服务一体机", "indicator", "镇（街道）便民服务中心7乘24小时政务服务专区建设经费", desks),
    ] {
        let hit = search(site, &[query]).into_iter().next().unwrap_or(Value::Null);
        assert_eq!((&hit["kind"], &hit["title"]), (&kind.into(), &title.into()), "{query}");
        assert_eq!(hit["url"], format!("units/{url}"), "{query}");
    }
}

#[test]
fn a_damaged_index_or_a_strange_query_is_answered_in_words() {
    let temp = tempfile::tempdir().unwrap();
    let output = temp.path().join("public");
    build_sample(&output).ok();
    let site = output.to_str().unwrap().to_owned();
    assert_eq!(gongkai(&["search", "--site", &site, &"(".repeat(10_000)]).status, 2);
    assert_eq!(gongkai(&["search", "--site", &site, "--kind", "nonsense", "x"]).status, 2);
    let pointer = output.join("search-index/index.json");
    std::fs::remove_file(&pointer).unwrap();
    std::fs::write(&pointer, "{").unwrap();
    let ran = gongkai(&["search", "--site", &site, "阳城"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("error[E0814]"), "{}", ran.err);
}
