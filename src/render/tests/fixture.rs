//! An archive of one unit and one document, read from a text that has every layout of table.

use crate::audit::Settings;
use crate::catalog::{Catalog, CatalogBuilder, Classification};
use crate::model::{Disclosure, DisclosureId, FiscalYear, Scope, Stage, Topic, Unit};
use crate::read::{self, Document};
use crate::registry::Registry;
use crate::render::view::{
    Dictionary, DisclosureInfo, Download, Field, HomeCounts, UnitInfo, check_pages, checks_page, data_page,
    disclosure_page, finding_pages, findings_page, glossary_page, home_page, item_page, items_page,
    not_found_page, project_page, projects_page, prose_page, region_pages, regions_page, search_page,
    source_page, table_page, topic_page, topics_page, unit_page, units_page, year_pages, years_page,
};
use crate::render::{Page, Renderer, SiteInfo, SitePage, Theme};
use crate::text::{Redactor, SourceText};

const TEXT: &str = "示例县档案局\n\n2024年度部门决算\n\n第一部分 概况\n\n一、主要职责\n\n联系电话：13800138000。\n\n\
第二部分 决算表\n\n收入支出决算总表\n公开01表\n部门名称：示例县档案局\n2024年度\n金额单位：万元\n\
收入\t\t\t支出\t\t\n项目\t行次\t金额\t项目\t行次\t金额\n\
一、一般公共预算财政拨款收入\t1\t1234.50\t一、一般公共服务支出\t32\t1200.00\n\
二、政府性基金预算财政拨款收入\t2\t\t二、外交支出\t33\t0\n\
\t3\t\t三、国防支出\t34\t\n\
本年收入合计\t27\t1234.50\t本年支出合计\t58\t1234.50\n\
总计\t31\t1234.50\t总计\t62\t1234.50\n注：本表反映总收支。\n\n\
支出决算表\n公开03表\n部门名称：示例县档案局\n2024年度\n金额单位：万元\n\
项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出\n\
科目代码\t科目名称\t\t\t\t\t\t\n栏次\t\t1\t2\t3\t4\t5\t6\n\
合计\t\t1234.50\t740.70\t493.80\t\t\t\n\
201\t一般公共服务支出\t1200.00\t740.70\t459.30\t\t\t\n\
20126\t档案事务\t1200.00\t740.70\t459.30\t\t\t\n\
2012601\t行政运行\t740.70\t740.70\t\t\t\t\n\
2012604\t档案馆\t459.30\t\t459.30\t\t\t\n\
221\t住房保障支出\t34.50\t\t34.50\t\t\t\n\
22102\t住房改革支出\t34.50\t\t34.50\t\t\t\n\
2210201\t住房公积金\t34.50\t\t34.50\t\t\t\n\n\
一般公共预算财政拨款基本支出决算明细表\n公开06表\n部门名称：示例县档案局\n2024年度\n金额单位：万元\n\
人员经费\t\t\t公用经费\t\t\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n\
301\t工资福利支出\t700.00\t302\t商品和服务支出\t40.70\n\
30101\t基本工资\t700.00\t30201\t办公费\t40.70\n\
30102\t津贴补贴\t\t309\t资本性支出（基本建设）\t——\n\n\
政府性基金预算财政拨款收入支出决算表\n公开07表\n部门名称：示例县档案局\n2024年度\n金额单位：万元\n\
项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余\n\
科目代码\t科目名称\t\t\t小计\t基本支出\t项目支出\t\n栏次\t\t1\t2\t3\t4\t5\t6\n合计\t\t\t\t\t\t\t\n说明：本表无数据。\n\n\
财政拨款“三公”经费支出决算表\n公开09表\n部门名称：示例县档案局\n2024年度\n金额单位：万元\n\
预算数\t\t\t\t\t\t决算数\t\t\t\t\t\n\
合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\n\
\t\t小计\t公务用车购置费\t公务用车运行维护费\t\t\t\t小计\t公务用车购置费\t公务用车运行维护费\t\n\
1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n\
2.00\t\t1.50\t\t1.50\t0.50\t1.80\t\t1.50\t\t1.50\t0.30\n\n\
办公用品清单\n名称\t数量\t备注\n纸\t12\t复印\n笔\t30\t书写\n\n第三部分 情况说明\n\n一、收入支出决算总体情况说明\n\n2024年度收入总计1,234.50万元。\n\n\
第四部分 名词解释\n\n一、基本支出：指日常运转所需的支出。\n\n第五部分 附件\n\n\
库房修缮项目支出绩效自评表\n(2024年度)\n\n项目名称\t\t库房修缮\t\t\t\t\t\t\n\
主管部门及代码\t\t101-示例县档案局\t\t\t\t预算单位\t101001-示例县档案局\t\t\n\
项目资金预算安排及执行进度(万元)\t\t\t年初预算数\t\t全年预算数\t全年执行数\t资金结(转)余\t执行率\t得分\n\
\t\t\t目标申报数\t预算编制数\t\t\t\t\t\n\
\t资金总额:\t\t60\t60\t45.93\t45.93\t0\t100\t10\n\
\t市县区财政资金\t\t60\t60\t45.93\t45.93\t0\t100\t10\n\
项目年度绩效目标\t年度目标\t\t\t\t\t实际完成情况\t\t\t\n\
\t修好库房。\t\t\t\t\t已修好。\t\t\t\n\
绩效指标\t一级指标\t二级指标\t三级指标\t年初指标值\t调整后指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施\n\
\t产出指标\t数量指标\t修缮库房<4间\t≥3间\t≥2间\t2间\t50\t50\t\n\
\t效益指标\t社会效益指标\t保管条件\t改善\t改善\t达成预期指标\t30\t28\t尚需通风\n\
\t满意度指标\t服务对象满意度\t查档群众满意度\t≥95%\t≥95%\t≥96%\t10\t10\t\n\
总分\t\t\t\t\t\t\t\t98\t优\n";

/// The pages of the archive and what renders them.
pub struct Archive {
    pub renderer: Renderer,
    pub pages: Vec<Page>,
}

/// A renderer for the site of the tests.
pub fn renderer(language: &str) -> Renderer {
    let site = SiteInfo {
        title: "公开".into(),
        tagline: "示例档案".into(),
        base_url: "https://example.org/archive/".into(),
        language: language.into(),
        licence: "CC BY 4.0".into(),
        contact: "mail@example.org".into(),
        has_topics: true,
        pages: vec![SitePage { path: "about/".into(), title: "关于".into() }],
    };
    Renderer::new(Theme::default(), site).unwrap()
}

/// A unit.
pub fn unit() -> Unit {
    Unit {
        short_name: "县档案局".into(),
        former_names: vec!["示例县档案馆".into()],
        region: "140522".into(),
        region_name: "山西省示例县".into(),
        level: "county".into(),
        department_code: "101".into(),
        notes: Some("见[关于](../../about/index.html)。".into()),
        ..Unit::new("example-archives".parse().unwrap(), "示例县档案局")
    }
}

/// Its document.
pub fn disclosure() -> Disclosure {
    disclosure_of(TEXT)
}

/// Its document, without a word of what amounts are printed in.
pub fn disclosure_without_denomination() -> Disclosure {
    disclosure_of(&TEXT.replace("金额单位：万元\n", "").replace("(万元)", ""))
}

fn disclosure_of(text: &str) -> Disclosure {
    let id = DisclosureId { unit: unit().id, year: FiscalYear::new(2024).unwrap(), stage: Stage::Final };
    let source = SourceText::new(text.as_bytes(), &Redactor::new([]));
    let document = Document {
        path: "content/example-archives/2024-final.txt",
        year: id.year,
        stage: id.stage,
        unit_names: &[],
    };
    let reading = read::read(&source, document, &Registry::built_in()).value;
    Disclosure {
        source_sha256: "0123456789abcdef".repeat(4),
        source_url: "https://www.example.org/2024.html".into(),
        published_on: "2025-08-20".into(),
        abridged: true,
        scope: Some(Scope::Department),
        ..Disclosure::new(id, document.path, source, reading)
    }
}

/// Every kind of page.
pub fn archive(language: &str) -> Archive {
    build(renderer(language), &unit(), &disclosure())
}

/// Every kind of page, made from these values.
pub fn build(renderer: Renderer, unit: &Unit, disclosure: &Disclosure) -> Archive {
    let registry = Registry::built_in();
    let info = DisclosureInfo::new(unit, disclosure);
    let units = [UnitInfo::new(unit, vec![info.clone()])];
    let catalog = catalog(unit, disclosure);
    let counts = HomeCounts { units: 1, disclosures: 1, figures: 43, projects: 1, lines: 90 };
    let mut pages = vec![
        Page::Home(Box::new(home_page(counts, &units, &catalog, &topics()))),
        Page::Units(Box::new(units_page(&units))),
        Page::Unit(Box::new(unit_page(unit, &[info], &catalog.findings, None, renderer.messages()))),
        Page::Disclosure(Box::new(disclosure_page(unit, disclosure, &registry, renderer.messages()))),
        Page::Source(Box::new(source_page(unit, disclosure))),
        Page::Projects(Box::new(projects_page(&catalog))),
        Page::Regions(Box::new(regions_page(&catalog))),
        Page::Years(Box::new(years_page(&catalog))),
        Page::Topics(Box::new(topics_page(&topics(), &catalog))),
        Page::Findings(Box::new(findings_page(&catalog, renderer.messages()))),
        Page::Checks(Box::new(checks_page(&catalog, renderer.messages()))),
        Page::Search(Box::new(search_page("search-index/", &catalog))),
        Page::Glossary(Box::new(glossary_page(&catalog))),
        Page::Data(Box::new(data_page(vec![download()], vec![dictionary()]))),
        Page::Prose(Box::new(prose_page("about/", "关于", "# 关于\n\n一段话。"))),
        Page::NotFound(Box::new(not_found_page("/archive/"))),
    ];
    let tables = disclosure.reading.tables.iter();
    pages.extend(
        tables.map(|table| Page::Table(Box::new(table_page(unit, disclosure, table, renderer.messages())))),
    );
    let project =
        |project| project_page(unit, disclosure, project, &catalog.projects, &topics(), renderer.messages());
    let projects = disclosure.reading.projects.iter();
    pages.extend(projects.map(|one| Page::Project(Box::new(project(one)))));
    let findings = finding_pages(unit, disclosure, renderer.messages());
    pages.extend(findings.into_iter().map(|finding| Page::Finding(Box::new(finding))));
    let checks = check_pages(&catalog, &Settings::default(), renderer.messages());
    pages.extend(checks.into_iter().map(|check| Page::Check(Box::new(check))));
    pages.extend(
        topics().iter().map(|topic| Page::Topic(Box::new(topic_page(topic, &catalog, renderer.messages())))),
    );
    pages.extend(region_pages(&catalog).into_iter().map(|region| Page::Region(Box::new(region))));
    pages.extend(year_pages(&catalog).into_iter().map(|year| Page::Year(Box::new(year))));
    for classification in [Classification::Function, Classification::Economic] {
        pages.push(Page::Items(Box::new(items_page(classification, &catalog))));
        let items = catalog.items(classification).values();
        pages.extend(items.map(|item| Page::Item(Box::new(item_page(classification, item, &catalog)))));
    }
    Archive { renderer, pages }
}

/// A topic with the project of the document, and one with nothing.
pub fn topics() -> Vec<Topic> {
    let topic = |id: &str, name: &str, word: &str| Topic {
        id: id.into(),
        name: name.into(),
        description: "同类项目。".into(),
        words: vec![word.into()],
        measures: vec!["间".into()],
        notes: vec!["库房大小不一。".into()],
        ..Topic::default()
    };
    vec![topic("repairs", "修缮", "修缮"), topic("nothing", "无此项目", "不存在")]
}

/// The catalog of the one document.
fn catalog(unit: &Unit, disclosure: &Disclosure) -> Catalog {
    let mut builder = CatalogBuilder::new();
    builder.add(unit, disclosure);
    builder.add_topics(&topics(), disclosure);
    builder.finish()
}

fn download() -> Download {
    Download {
        name: "figures.csv".into(),
        rows: Some(1234),
        bytes: 56_789,
        description: "每个数字一行".into(),
    }
}

fn dictionary() -> Dictionary {
    let field = Field { name: "figure".into(), kind: "string".into(), description: "固定的名称".into() };
    Dictionary { file: "figures.csv".into(), fields: vec![field] }
}

impl Archive {
    /// The HTML of the page at `path`.
    pub fn html(&self, path: &str) -> String {
        let page =
            self.pages.iter().find(|page| page.path() == path && !matches!(page, Page::NotFound(_))).unwrap();
        self.renderer.render(page).unwrap()
    }
}
