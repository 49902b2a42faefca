//! What each kind of page must say.

use regex::Regex;

use super::fixture::{Archive, archive, build, disclosure_without_denomination, renderer, unit};
use crate::render::Page;

const DISCLOSURE: &str = "units/example-archives/2024/final/";
const PROJECT: &str = "units/example-archives/2024/final/projects/ku-fang-xiu-shan/";

fn table(archive: &Archive, id: &str) -> String {
    archive.html(&format!("{DISCLOSURE}tables/{id}/"))
}

#[track_caller]
fn has(html: &str, part: &str) {
    assert!(html.contains(part), "no `{part}`");
}

#[track_caller]
fn has_not(html: &str, part: &str) {
    assert!(!html.contains(part), "there is `{part}`");
}

/// The text of each row of a page's tables, cells separated by `|`.
fn rows(html: &str) -> Vec<String> {
    let row = Regex::new(r"(?s)<tr[^>]*>(.*?)</tr>").unwrap();
    let tag = Regex::new(r"<[^>]*>").unwrap();
    let text =
        |cells: &str| tag.replace_all(&cells.replace("</td>", "|").replace("</th>", "|"), "").into_owned();
    row.captures_iter(html).map(|found| text(&found[1])).collect()
}

#[test]
fn home_counts_and_lists() {
    let html = archive("zh-CN").html("");
    has(&html, "<title>一笔财政的钱，花在哪里 | 公开</title>");
    has(&html, "43<small>个</small>");
    has(&html, "<span class=\"code\">201</span>一般公共服务支出");
    has_not(&html, "<span class=\"code\">20126</span>");
    has(&html, "<link rel=\"canonical\" href=\"https://example.org/archive/\">");
    has(
        &html,
        "href=\"units/example-archives/2024/final/tables/expenditure/index.html#expenditure.%E5%90%88%E8%AE%A1.total\"",
    );
    has(&html, "<form class=\"find\" role=\"search\" action=\"search/index.html\">");
}

#[test]
fn blank_not_applicable_and_zero_differ() {
    let archive = archive("zh-CN");
    let summary = table(&archive, "summary");
    assert_eq!(
        rows(&summary)[6..9],
        ["一、一般公共服务支出|1,200.00|", "二、外交支出|0|", "三、国防支出|空|"]
    );
    has(
        &summary,
        "id=\"summary.out:外交支出.amount\" href=\"../../source/index.html#L21\" title=\"0 元\">0</a>",
    );
    let economic = table(&archive, "economic-detail");
    has(&economic, "title=\"不适用：原表以横线标明此处不填\">——</a>");
    has(&economic, "<td class=\"blank\"><span class=\"vh\">空</span></td>");
}

#[test]
fn a_two_sided_table_is_two_tables() {
    let html = table(&archive("zh-CN"), "summary");
    has(&html, "<caption id=\"grid-income\">收入");
    has(&html, "<caption id=\"grid-expenditure\">支出");
    has(&html, "金额单位：万元");
    has(&html, "注：本表反映总收支。");
    assert_eq!(
        rows(&html)[0..3],
        ["项目|金额|", "一、一般公共预算财政拨款收入|1,234.50|", "二、政府性基金预算财政拨款收入|空|"]
    );
}

#[test]
fn figures_carry_their_name_line_and_exact_yuan() {
    let html = table(&archive("zh-CN"), "expenditure");
    has(&html, "<a class=\"fig\" id=\"expenditure.2012601.total\" href=\"../../source/index.html#L");
    has(&html, "title=\"7,407,000 元\">740.70</a>");
    has(&html, "<tr class=\"l3\"><th scope=\"row\"><span class=\"code\">2012601</span>行政运行</th>");
    has(&html, "value=\"3\" checked>项</label>");
    has(&html, "note = {{公开03表支出决算表}}");
    has(&html, "https://www.example.org/2024.html");
    has(&html, "公开档案：https://example.org/archive/units/example-archives/2024/final/tables/expenditure/");
}

#[test]
fn economic_groups_become_one_list_by_code() {
    let html = table(&archive("zh-CN"), "economic-detail");
    let codes: Vec<String> =
        rows(&html).iter().filter_map(|row| row.get(..3).map(str::to_owned)).skip(1).collect();
    assert_eq!(codes, ["301", "301", "301", "302", "302", "309"]);
}

#[test]
fn a_single_row_is_turned() {
    let html = table(&archive("zh-CN"), "three-public");
    assert_eq!(
        rows(&html),
        [
            "项目|预算数|决算数|",
            "合计|2.00|1.80|",
            "因公出国（境）费|空|空|",
            "公务用车购置及运行维护费|1.50|1.50|",
            "公务用车购置费|空|空|",
            "公务用车运行维护费|1.50|1.50|",
            "公务接待费|0.50|0.30|",
        ]
    );
}

#[test]
fn what_is_empty_or_not_understood_says_so() {
    let archive = archive("zh-CN");
    has(&table(&archive, "government-fund"), "这是一张空表：原文注明本表无数据。");
    let grid = table(&archive, "other-1");
    has(&grid, "此处按原文显示，未能解析");
    has(&grid, "N0406");
    has(&grid, "<td class=\"txt\">复印</td>");
}

#[test]
fn a_disclosure_leads_with_its_figures() {
    let html = archive("zh-CN").html(DISCLOSURE);
    has(&html, "2024 年度决算 · 部门（含所属单位）");
    has(&html, "全年支出 1,234.50万元：");
    has(&html, "<span class=\"big\">1,234.50<small>万元</small></span>");
    has(&html, "<dd class=\"n\">12,345,000 元</dd>");
    has(&html, "占支出合计的 60.00%");
    has(&html, "<code>0123456789ab…</code>");
    has(&html, "tables/expenditure/index.html#expenditure.%E5%90%88%E8%AE%A1.total\">本数的固定链接</a>");
    has(&html, "表格照录，说明文字为转述，以原件为准。");
    has(&html, "<svg");
    has(&html, "文中没有这张表。");
    has(&html, "其中 1 处个人信息已遮盖。");
    has_not(&html, "id=\"expenditure.201.total\"");
}

#[test]
fn the_abridged_note_is_on_every_page_of_the_disclosure() {
    let archive = archive("zh-CN");
    let pages = archive.pages.iter().filter(|page| page.path().starts_with(DISCLOSURE));
    for page in pages {
        has(&archive.renderer.render(page).unwrap(), "表格照录，说明文字为转述，以原件为准。");
    }
}

#[test]
fn the_source_shows_every_line_once() {
    let html = archive("zh-CN").html(&format!("{DISCLOSURE}source/"));
    let last = super::fixture::disclosure().source.line_count();
    for line in 1..=last {
        assert_eq!(html.matches(&format!(" id=\"L{line}\"")).count(), 1, "line {line}");
    }
    has(&html, "联系电话：");
    has_not(&html, "13800138000");
    has(&html, "标准表 · 完整解析");
}

#[test]
fn a_function_says_who_spends_what() {
    let html = archive("zh-CN").html("functions/20126/");
    has(&html, "<p class=\"kicker\">款级科目 · <span class=\"n\">20126</span></p>");
    assert_eq!(rows(&html)[1], "示例县档案局 部门|1,200.00|740.70|459.30|档案事务|");
    has(&html, "../2012601/index.html");
    has(&html, "../201/index.html");
}

#[test]
fn rows_are_downloads_too() {
    let archive = archive("zh-CN");
    let page = archive.pages.iter().find(|page| page.path().ends_with("tables/three-public/")).unwrap();
    let files = archive.renderer.files(page).unwrap();
    let csv = files.iter().find(|file| file.path.ends_with("index.csv")).unwrap();
    let csv = std::str::from_utf8(&csv.bytes).unwrap();
    insta::assert_snapshot!(csv.lines().take(2).collect::<Vec<_>>().join("\n"), @r"
    figure,disclosure,table,row,side,code,label,column,role,printed,denomination,state,value,measure,line
    example-archives/2024/final#three-public.row.budget-total,example-archives/2024/final,three-public,1,,,,预算数/合计,budget-total,2.00,ten-thousand-yuan,amount,20000,yuan,75
    ");
}

#[test]
fn what_is_not_there_helps_from_any_address() {
    let archive = archive("zh-CN");
    let page = archive.pages.iter().find(|page| matches!(page, Page::NotFound(_))).unwrap();
    let files = archive.renderer.files(page).unwrap();
    assert_eq!(files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(), ["404.html"]);
    let html = std::str::from_utf8(&files[0].bytes).unwrap();
    has(html, "href=\"/archive/units/index.html\"");
    has(html, "href=\"/archive/static/style.");
}

#[test]
fn the_sitemap_lists_addresses_once() {
    let archive = archive("zh-CN");
    let file = archive.renderer.sitemap(&["units/".into(), String::new(), "units/".into()]).unwrap();
    let xml = String::from_utf8(file.bytes).unwrap();
    assert_eq!(xml.matches("<loc>").count(), 2);
    has(&xml, "<url><loc>https://example.org/archive/units/</loc></url>");
}

#[test]
fn a_project_shows_its_money_results_and_indicators() {
    let html = archive("zh-CN").html(PROJECT);
    has(&html, "<h1 lang=\"zh-CN\">库房修缮</h1>");
    has(&html, "60<small>万元</small>");
    has(&html, "45.93<small>万元</small>");
    has(&html, "按年初预算计 76.55%（本站计算）");
    has(
        &html,
        "<a class=\"fig\" id=\"self-evaluation.executed\" href=\"../../source/index.html#L101\" title=\"459,300 元\">45.93</a>",
    );
    has(&html, "id=\"self-evaluation.total_score\"");
    has(&html, ">优</a>");
    let rows = rows(&html);
    let indicator = |name: &str| rows.iter().find(|row| row.starts_with(name)).unwrap().as_str();
    assert_eq!(indicator("修缮库房"), "修缮库房&lt;4间数量指标|≥2间年初 ≥3间|2间|50|50|\n第 106 行|");
    assert_eq!(indicator("保管条件"), "保管条件社会效益指标|改善|达成预期指标|30|28|\n尚需通风 第 107 行|");
    has(&html, "<th scope=\"rowgroup\" colspan=\"6\">产出指标</th>");
    has(&html, "<dt lang=\"zh-CN\">年度目标");
}

#[test]
fn projects_are_chosen_by_facets_and_lead_to_their_pages() {
    let html = archive("zh-CN").html("projects/");
    has(&html, "<tr class=\"u1 y1 s1 g1 f1\">");
    has(&html, "<input type=\"radio\" name=\"f\" value=\"1\">预算调至执行数 <span class=\"n\">1</span>");
    has_not(&html, "name=\"u\"");
    has(&html, &format!("href=\"../{PROJECT}index.html\" lang=\"zh-CN\">库房修缮</a>"));
    let row = rows(&html).into_iter().find(|row| row.starts_with("库房修缮")).unwrap();
    assert_eq!(row, "库房修缮预算调至执行数 |60.00|45.93|100%|76.55%|优 98|示例县档案局|2024 决算 部门|");
    has(&archive("zh-CN").html(DISCLOSURE), "href=\"projects/ku-fang-xiu-shan/index.html\"");
}

#[test]
fn prose_leads_to_the_figures_it_quotes() {
    let archive = archive("zh-CN");
    let source = archive.html(&format!("{DISCLOSURE}source/"));
    has(
        &source,
        "2024年度收入总计<a class=\"fig\" href=\"../tables/summary/index.html#summary.in:%E6%80%BB%E8%AE%A1.amount\" title=\"所引之数：收入支出决算总表\">1,234.50万元</a>。",
    );
    let disclosure = archive.html(DISCLOSURE);
    has(&disclosure, "<dt lang=\"zh-CN\">基本支出");
    has(&disclosure, "指日常运转所需的支出。</dd>");
}

#[test]
fn amounts_without_denomination_are_no_chart_and_stop_no_page() {
    let archive = build(renderer("zh-CN"), &unit(), &disclosure_without_denomination());
    has_not(&archive.html(DISCLOSURE), "<svg");
    has(&table(&archive, "expenditure"), "照原表</small>");
    has(&archive.html(PROJECT), "修缮库房");
}
