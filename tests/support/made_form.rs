//! Performance forms made up: by the template of Shanxi, with adjusted targets, or the national one.

use super::random::Random;

/// A row of a form: its cells, and what it says if it is an indicator.
#[derive(Clone, Default)]
pub struct Row {
    pub cells: Vec<String>,
    pub says: Option<Vec<(&'static str, String)>>,
}

/// A form as its unit printed it.
#[derive(Clone, Default)]
pub struct Made {
    pub rows: Vec<Row>,
    pub sums: Vec<(&'static str, String)>,
    /// Position of the header of indicators.
    pub header: usize,
}

pub const FIELDS: [&str; 8] =
    ["level1", "level2", "name", "target", "adjusted_target", "actual", "weight", "score"];
const NAMES: [&str; 12] = [
    "培训村医",
    "改造管网长度",
    "路灯亮灯率",
    "设备完好情况",
    "图书采购",
    "巡查频次",
    "苗木成活率",
    "补贴发放",
    "系统运行",
    "冬季取暖面积",
    "投诉处理",
    "档案数字化",
];
const QUANTITIES: [&str; 8] = ["≥95%", "=14套", "≤3.5万元", "≥1200人次", "100%", "≤20天", "≥6公里", "=1年"];
const PHRASES: [&str; 6] = ["及时", "有所提高", "按计划", "明显改善", "符合标准", "长期"];

/// A form by the template of Shanxi (with adjusted targets) or the national one, with random contents.
pub fn made(random: &mut Random) -> Made {
    let adjusted = random.one_in(2);
    let qualitative = adjusted && random.one_in(2);
    let mut made = Made::default();
    money(&mut made, adjusted, random);
    let mut header = vec!["绩效指标", "一级指标", "二级指标", "三级指标"];
    header.extend(if adjusted {
        vec!["年初指标值", "调整后指标值"]
    } else {
        vec!["年度指标值"]
    });
    header.push("实际完成值");
    header.extend(qualitative.then_some("定性情况说明"));
    header.extend(["分值", "得分", "偏差原因分析及改进措施"]);
    made.header = made.rows.len();
    made.rows.push(row(&header));
    let groups = [
        ("产出指标", "数量指标", 20),
        ("产出指标", "质量指标", 10),
        ("产出指标", "时效指标", 10),
        ("产出指标", "成本指标", 10),
        ("效益指标", "社会效益指标", 15),
        ("效益指标", "可持续影响指标", 15),
        ("满意度指标", "服务对象满意度", 10),
    ];
    let mut above = "";
    let mut scores = 0;
    for (first, second, points) in groups {
        let parts = if points == 20 || random.one_in(3) { 2 } else { 1 };
        for part in 0..parts {
            let weight = points / parts + if part == 0 { points % parts } else { 0 };
            let score = if random.one_in(4) { weight - 1 } else { weight };
            scores += score;
            let labels = [if above == first { "" } else { first }, if part == 0 { second } else { "" }];
            above = first;
            let indicator = Indicator { first, second, weight, score, adjusted, qualitative };
            made.rows.push(indicator.row(labels, random));
        }
    }
    let mut total = vec![String::new(); header.len()];
    total[0] = "总分".to_owned();
    total[header.len() - 3] = (scores + 10).to_string();
    total[header.len() - 2] = "优".to_owned();
    made.rows.push(Row { cells: total, says: None });
    made.sums.push(("total_score", (scores + 10).to_string()));
    made
}

struct Indicator {
    first: &'static str,
    second: &'static str,
    weight: u32,
    score: u32,
    adjusted: bool,
    qualitative: bool,
}

impl Indicator {
    fn row(&self, labels: [&str; 2], random: &mut Random) -> Row {
        let quantity = random.one_in(2);
        let target = if quantity { *random.pick(&QUANTITIES) } else { *random.pick(&PHRASES) };
        let actual = match (quantity, random.one_in(2)) {
            (true, true) => target.trim_start_matches(['≥', '≤', '=']).to_owned(),
            (true, false) => target.to_owned(),
            (false, _) => "达成预期指标".to_owned(),
        };
        let name = format!("{}{}", random.pick(&NAMES), random.pick(&["", "情况", "（年度）", "程度"]));
        let initial = if quantity || !self.adjusted { target } else { "" };
        let mut cells = vec![String::new(), labels[0].into(), labels[1].into(), name.clone(), initial.into()];
        cells.extend(self.adjusted.then(|| target.to_owned()));
        cells.push(actual.clone());
        cells.extend(self.qualitative.then(String::new));
        let reason = if self.score < self.weight { "因招标推迟，进度落后" } else { "" };
        cells.extend([self.weight.to_string(), self.score.to_string(), reason.to_owned()]);
        let says = vec![
            ("level1", self.first.to_owned()),
            ("level2", self.second.to_owned()),
            ("name", name),
            ("target", initial.to_owned()),
            ("adjusted_target", if self.adjusted { target.to_owned() } else { String::new() }),
            ("actual", actual),
            ("weight", self.weight.to_string()),
            ("score", self.score.to_string()),
        ];
        Row { cells, says: Some(says) }
    }
}

fn row(cells: &[&str]) -> Row {
    Row { cells: cells.iter().map(|cell| (*cell).to_owned()).collect(), says: None }
}

/// Name, unit and money, in 万元 or 元.
fn money(made: &mut Made, adjusted: bool, random: &mut Random) {
    let in_yuan = random.one_in(2);
    let budget = 10_000 * (random.below(900) + 100) as u64 + 500;
    let executed = budget - 500 * random.below(18) as u64;
    let unit = if in_yuan { "项目资金（元）" } else { "项目资金（万元）" };
    let amount = |yuan: u64| {
        if in_yuan { yuan.to_string() } else { format!("{}.{:04}", yuan / 10_000, yuan % 10_000) }
    };
    let [b, e, rest] = [budget, executed, budget - executed].map(amount);
    let rate = format!("{}.{:02}", executed * 100 / budget, executed * 10_000 / budget % 100);
    made.rows.push(row(&["项目名称", "", "村道养护", "", "", "", "", ""]));
    made.rows.push(row(&["主管部门", "", "某县交通局", "", "", "实施单位", "某县公路站", ""]));
    let labels = if adjusted {
        ["资金总额：", "市县区财政资金"]
    } else {
        ["年度资金总额", "其中：当年财政拨款"]
    };
    if adjusted {
        made.rows.push(row(&[
            unit,
            "",
            "年初预算数",
            "",
            "全年预算数",
            "全年执行数",
            "资金结（转）余",
            "执行率",
            "得分",
            "偏差原因",
        ]));
        made.rows.push(row(&["", "", "目标申报数", "预算编制数", "", "", "", "", "", ""]));
        for label in labels {
            made.rows.push(row(&["", label, &b, &b, &b, &e, &rest, &rate, "10", ""]));
        }
        made.sums.push(("initial_requested", budget.to_string()));
        made.sums.push(("balance", (budget - executed).to_string()));
    } else {
        made.rows.push(row(&[unit, "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]));
        made.rows.push(row(&["", labels[0], &b, &b, &e, "10", &format!("{rate}%"), "10"]));
        made.rows.push(row(&["", labels[1], &b, &b, &e, "—", &format!("{rate}%"), "—"]));
    }
    let sums = [("initial_budget", budget), ("adjusted_budget", budget), ("executed", executed)];
    made.sums.extend(sums.map(|(role, yuan)| (role, yuan.to_string())));
}
