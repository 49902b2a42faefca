//! Claims in the words of other provinces, in documents made for the purpose: what is claimed, and which cell it quotes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use gongkai::model::{Claim, FiscalYear, Quoted, Reading, Stage};
use gongkai::read::{Document, read};
use gongkai::registry::Registry;
use gongkai::text::{Redactor, SourceText};

/// Tables of a final account, small; `|` stands for TAB.
const FINAL: &str = "收入支出决算总表\n单位：万元\n收入||支出|\n项目|金额|项目|金额\n一、一般公共预算财政拨款收入|90.00|一、一般公共服务支出|60.00\n八、其他收入|8.00|二、教育支出|38.00\n本年收入合计|98.00|本年支出合计|98.00\n年初结转和结余|2.00|年末结转和结余|2.00\n总计|100.00|总计|100.00\n\n收入决算表\n单位：万元\n科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|其他收入\n|合计|98.00|90.00||8.00\n\n支出决算表\n单位：万元\n科目编码|科目名称|本年支出合计|基本支出|项目支出\n|合计|98.00|55.00|43.00\n\n财政拨款收入支出决算总表\n单位：万元\n收入||支出||||\n项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款\n一、一般公共预算财政拨款|90.00|一、一般公共服务支出|52.00|52.00||\n||二、教育支出|38.00|38.00||\n本年收入合计|90.00|本年支出合计|90.00|90.00||\n总计|91.00|总计|91.00|91.00||\n\n一般公共预算财政拨款支出决算表\n单位：万元\n科目编码|科目名称|小计|基本支出|项目支出\n|合计|90.00|50.00|40.00\n201|一般公共服务支出|52.00|40.00|12.00\n20103|政府办公厅（室）及相关机构事务|52.00|40.00|12.00\n2010301|行政运行|40.00|40.00|\n2010302|一般行政管理事务|12.00||12.00\n205|教育支出|38.00|10.00|28.00\n20502|普通教育|38.00|10.00|28.00\n2050201|学前教育|38.00|10.00|28.00\n\n一般公共预算财政拨款基本支出决算表\n单位：万元\n科目编码|科目名称|决算数|科目编码|科目名称|决算数\n301|工资福利支出|41.00|302|商品和服务支出|9.00\n30101|基本工资|30.00|30201|办公费|4.00\n30102|津贴补贴|11.00|30228|工会经费|5.00\n人员经费合计||41.00|公用经费合计||9.00\n\n财政拨款“三公”经费支出决算表\n单位：万元\n预算数||||||决算数|||||\n合计|因公出国（境）费|公务用车购置及运行费|||公务接待费|合计|因公出国（境）费|公务用车购置及运行费|||公务接待费\n||小计|公务用车购置费|公务用车运行费||||小计|公务用车购置费|公务用车运行费|\n6.00||4.00||4.00|2.00|5.00||3.50||3.50|1.50\n\n";

fn reading(text: &str, stage: Stage) -> Reading {
    let source = SourceText::new(text.replace('|', "\t").as_bytes(), &Redactor::default());
    let names = ["甲市乙局".to_owned()];
    let document =
        Document { path: "a.txt", year: FiscalYear::new(2024).unwrap(), stage, unit_names: &names };
    read(&source, document, &Registry::built_in()).value
}

/// `printed key => anchor` of each claim.
fn said(claim: &Claim) -> String {
    let anchor = match &claim.quoted {
        Some(Quoted::Figure { figure, .. }) => figure.to_string(),
        Some(Quoted::Form(field)) => field.field.to_owned(),
        None => String::new(),
    };
    format!("{} {} => {anchor}", claim.printed, claim.key)
}

/// Reads the prose below the tables of a final account.
#[track_caller]
fn claims(prose: &str, expected: &[&str]) {
    let text =
        format!("第二部分 2024年度部门决算表\n\n{FINAL}第三部分 2024年度部门决算情况说明\n\n{prose}\n");
    let found: Vec<String> = reading(&text, Stage::Final).claims.iter().map(said).collect();
    assert_eq!(found, expected, "{prose}");
}

#[test]
fn income_and_expenditure_in_one_sentence() {
    claims(
        "一、收入支出决算总体情况说明\n2024年度收、支总计均为100.00万元。与2023年度相比，收、支总计各增加10.00万元，增长11.11%。主要变动原因是新增项目。",
        &[
            "100.00万元 amount:收、支总计 => summary.in:总计.amount",
            "10.00万元 change:收、支总计/2023年度 => ",
            "11.11% change-rate:收、支总计/2023年度 => ",
        ],
    );
    claims(
        "四、财政拨款收入支出决算总体情况说明\n甲市乙局2024年度财政拨款收入总计91.00万元，支出总计91.00万元，比上年决算数81.00万元增加10.00万元、12.35%。",
        &[
            "91.00万元 amount:财政拨款收入总计 => appropriation.in:总计.amount",
            "91.00万元 amount:支出总计 => appropriation.out:总计.total",
            "81.00万元 amount:支出总计/上年决算数 => ",
            "10.00万元 change:支出总计/上年决算数 => ",
            "12.35% change-rate:支出总计/上年决算数 => ",
        ],
    );
}

#[test]
fn parts_and_their_shares() {
    claims(
        "二、收入决算情况说明\n2024年度本年收入合计98.00万元，其中：财政拨款收入90.00万元，占91.84%；上级补助收入0万元，占0%；其他收入8.00万元，占8.16%。",
        &[
            "98.00万元 amount:本年收入合计 => income.合计.total",
            "90.00万元 amount:财政拨款收入 => income.合计.appropriation",
            "91.84% share:财政拨款收入/本年收入合计 => income.合计.appropriation",
            "0万元 amount:上级补助收入 => ",
            "0% share:上级补助收入/本年收入合计 => ",
            "8.00万元 amount:其他收入 => income.合计.other",
            "8.16% share:其他收入/本年收入合计 => income.合计.other",
        ],
    );
    claims(
        "三、支出决算情况说明\n本年支出合计98万元，基本支出、项目支出分别为55万元、43万元，基本支出占总支出的56.12%。",
        &[
            "98万元 amount:本年支出合计 => expenditure.合计.total",
            "55万元 amount:项目支出 => ",
            "43万元 amount:项目支出~2 => ",
            "56.12% share:基本支出/总支出 => expenditure.合计.basic",
        ],
    );
}

#[test]
fn items_by_class_section_and_item() {
    claims(
        "五、一般公共预算财政拨款支出决算情况说明\n（二）支出决算结构情况\n2024年度一般公共预算财政拨款支出90.00万元，主要用于以下方面：一般公共服务（类）支出52.00万元，占57.78%；教育（类）支出38.00万元，占42.22%。\n（三）支出决算具体情况\n1.一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）：年初预算为50.00万元，支出决算为40.00万元，完成年初预算的80%。决算数小于预算数的主要原因是压减开支。\n2.教育支出（类）普通教育（款）学前教育（项）。年初预算为0万元，支出决算为38.00万元。",
        &[
            "90.00万元 amount:一般公共预算财政拨款支出 => general-budget.合计.total",
            "52.00万元 amount:一般公共服务（类）支出 => general-budget.201.total",
            "57.78% share:一般公共服务（类）支出/一般公共预算财政拨款支出 => general-budget.201.total",
            "38.00万元 amount:教育（类）支出 => general-budget.205.total",
            "42.22% share:教育（类）支出/一般公共预算财政拨款支出 => general-budget.205.total",
            "50.00万元 amount:一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）@initial-budget => ",
            "40.00万元 amount:一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）@final => general-budget.2010301.total",
            "80% completion-rate:一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）@initial-budget => general-budget.2010301.total",
            "0万元 amount:教育支出（类）普通教育（款）学前教育（项）@initial-budget => ",
            "38.00万元 amount:教育支出（类）普通教育（款）学前教育（项）@final => general-budget.2050201.total",
        ],
    );
}

#[test]
fn basic_expenditure_and_its_items() {
    claims(
        "六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出50.00万元，其中：人员经费41.00万元，主要包括：基本工资30.00万元、津贴补贴11.00万元；公用经费9.00万元，主要包括：办公费4.01万元、工会经费5.00万元。",
        &[
            "50.00万元 amount:一般公共预算财政拨款基本支出 => general-budget.合计.basic",
            "41.00万元 amount:人员经费 => economic-detail.人员经费合计.amount",
            "30.00万元 amount:基本工资 => economic-detail.30101.amount",
            "11.00万元 amount:津贴补贴 => economic-detail.30102.amount",
            "9.00万元 amount:公用经费 => economic-detail.公用经费合计.amount",
            "4.01万元 amount:办公费 => economic-detail.30201.amount",
            "5.00万元 amount:工会经费 => economic-detail.30228.amount",
        ],
    );
}

#[test]
fn public_expenses_with_budget_and_outcome() {
    claims(
        "七、“三公”经费支出决算情况说明\n2024年度“三公”经费财政拨款支出预算为6.00万元，支出决算为5.00万元，完成预算的83.33%，同比下降2.00%。\n1.公务用车购置及运行维护费支出决算3.50万元。其中：公务用车购置支出0万元；公务用车运行维护支出3.50万元，公务用车保有量2辆。\n2.公务接待费支出1.50万元，国内公务接待15批次，120人次。",
        &[
            "6.00万元 amount:三公经费财政拨款支出@budget => three-public.row.budget-total",
            "5.00万元 amount:三公经费财政拨款支出@final => three-public.row.final-total",
            "83.33% completion-rate:三公经费财政拨款支出@budget => three-public.row.final-total",
            "2.00% change-rate:三公经费财政拨款支出/上年 => ",
            "3.50万元 amount:公务用车购置及运行维护费支出@final => three-public.row.final-vehicles",
            "0万元 amount:公务用车购置支出 => ",
            "3.50万元 amount:公务用车运行维护支出 => three-public.row.final-vehicle-operation",
            "2辆 count-vehicle:公务用车保有量 => ",
            "1.50万元 amount:公务接待费支出 => three-public.row.final-reception",
            "15批次 count-item:国内公务接待 => ",
            "120人次 count-person:国内公务接待 => ",
        ],
    );
}

#[test]
fn other_years_bounds_and_prices_quote_nothing() {
    claims(
        "一、收入支出决算总体情况说明\n2023年度收入总计100.00万元。上年支出总计100.00万元。单价100万元以上设备0台。印章按100.00元/枚结算。",
        &[
            "100.00万元 amount:收入总计/2023年 => ",
            "100.00万元 amount:上年支出总计/上年 => ",
            "100万元 threshold:单价 => ",
            "0台 count-set:单价100万元以上设备 => ",
            "100.00元 amount:印章按 => ",
        ],
    );
}

#[test]
fn the_page_may_break_a_sentence_anywhere() {
    claims(
        "三、支出决算情况说明\n2024年度甲市乙局按照上级要求安排各项资金，本年支出合计98.\n\n---\n\n00万元，其中基本支出55.00万元。",
        &[
            "98.00万元 amount:本年支出合计 => expenditure.合计.total",
            "55.00万元 amount:基本支出 => expenditure.合计.basic",
        ],
    );
}

#[test]
fn budgets_quote_the_tables_of_budgets() {
    let tables = "收支预算总表\n单位：万元\n收入||支出|\n项目|预算数|项目|预算数\n一、一般公共预算|70.00|一、教育支出|70.00\n本年收入合计|70.00|本年支出合计|70.00\n上年结转|5.00|结转下年|5.00\n收入总计|75.00|支出总计|75.00\n\n一般公共预算支出表\n单位：万元\n科目编码|科目名称|合计|基本支出|项目支出\n|合计|70.00|45.00|25.00\n205|教育支出|70.00|45.00|25.00\n\n一般公共预算基本支出表\n单位：万元\n科目编码|科目名称|合计|人员经费|公用经费\n|合计|45.00|40.00|5.00\n301|工资福利支出|40.00|40.00|\n30101|基本工资|40.00|40.00|\n\n“三公”经费支出表\n单位：万元\n项目|预算数\n合计|3.00\n1.因公出国（境）费|\n2.公务接待费|1.00\n3.公务用车购置及运行费|2.00\n①公务用车购置费|\n②公务用车运行维护费|2.00\n\n";
    let prose = "第三部分 2024年部门预算情况说明\n\n一、关于2024年收支预算总表的说明\n2024年收入总计75.00万元，包括：本年收入70.00万元、上年结转5.00万元。\n二、关于2024年一般公共预算支出表的说明\n一般公共预算当年拨款70.00万元，比2023年执行数增加5.00万元，增长7.69%。教育支出70.00万元，占100%。\n三、关于一般公共预算基本支出表的说明\n基本支出预算45.00万元，其中：人员经费40.00万元，公用经费5.00万元。\n四、关于“三公”经费预算表的说明\n2024年“三公”经费预算数为3.00万元，与上年持平。其中：公务接待费1.00万元，公务用车购置及运行费2.00万元（其中，公务用车运行维护费2.00万元）。\n";
    let text = format!("第二部分 2024年部门预算表\n\n{tables}{prose}");
    let found: Vec<String> = reading(&text, Stage::Budget).claims.iter().map(said).collect();
    let expected = [
        "75.00万元 amount:收入总计 => summary.in:收入总计.amount",
        "70.00万元 amount:本年收入 => summary.in:本年收入合计.amount",
        "5.00万元 amount:上年结转 => summary.in:上年结转.amount",
        "70.00万元 amount:一般公共预算当年拨款 => general-budget.合计.total",
        "5.00万元 change:一般公共预算当年拨款/2023年执行数 => ",
        "7.69% change-rate:一般公共预算当年拨款/2023年执行数 => ",
        "70.00万元 amount:教育支出 => general-budget.205.total",
        "100% share:教育支出 => general-budget.205.total",
        "45.00万元 amount:基本支出@budget => economic-detail.合计.total",
        "40.00万元 amount:人员经费 => economic-detail.合计.personnel",
        "5.00万元 amount:公用经费 => economic-detail.合计.operating",
        "3.00万元 amount:三公经费@budget => three-public.合计.total",
        "1.00万元 amount:公务接待费 => three-public.公务接待费.total",
        "2.00万元 amount:公务用车购置及运行费 => three-public.公务用车购置及运行费.total",
        "2.00万元 amount:公务用车运行维护费 => three-public.公务用车运行维护费.total",
    ];
    assert_eq!(found, expected);
}

/// Pieces of which hostile prose is made.
const PIECES: [&str; 40] = [
    "收入总计",
    "支出决算",
    "1,234.50万元",
    "0元",
    "12.5%",
    "，",
    "。",
    "；",
    "：",
    "其中：",
    "（",
    "）",
    "(类)",
    "比上年",
    "增加",
    "下降",
    "占",
    "完成年初预算的",
    "\n",
    "\n\n",
    "\t",
    "2024年",
    "《",
    "》",
    "**",
    "<b>",
    "</b>",
    "主要包括",
    "（2）",
    "3个",
    "分别为",
    "-5",
    "１２",
    " ",
    "原因",
    "“优”",
    "万元",
    "一、",
    "# ",
    "以上",
];

proptest::proptest! {
    #[test]
    fn any_prose_is_read_and_claims_stand_where_they_say(pieces in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = pieces.iter().map(|at| PIECES[*at]).collect();
        let text = format!("第三部分 情况说明\n\n一、收入支出决算总体情况说明\n\n{text}");
        let source = SourceText::new(text.as_bytes(), &Redactor::default());
        let document = Document { path: "a.txt", year: FiscalYear::new(2024).unwrap(), stage: Stage::Final, unit_names: &[] };
        let reading = read(&source, document, &Registry::built_in()).value;
        support::assert_claims("made", &source, &reading);
    }
}
