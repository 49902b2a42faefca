//! Claims about income and expenditure: the cells of the tables that the section explains.

use super::Asked;
use super::cells::Place;
use super::matter::Matter;
use super::wording;
use crate::model::{Side, Stage};
use crate::read::words;

const IN: Option<Side> = Some(Side::Income);
const OUT: Option<Side> = Some(Side::Expenditure);

/// Words in a column's place: what the text calls it, and its role.
const SOURCES: [(&str, &str); 12] = [
    ("财政拨款收入", "appropriation"),
    ("上级补助", "superior-subsidy"),
    ("事业收入", "institution-income"),
    ("经营收入", "business-income"),
    ("附属单位", "affiliate-payment"),
    ("其他收入", "other"),
    ("一般公共预算", "general-budget"),
    ("政府性基金", "government-fund"),
    ("国有资本经营", "state-capital"),
    ("财政专户管理资金", "fiscal-account"),
    ("单位资金", "unit-funds"),
    ("上年结转", "carried-over"),
];

const PURPOSES: [(&str, &str); 5] = [
    ("基本支出", "basic"),
    ("项目支出", "project"),
    ("上缴上级", "payment-to-superior"),
    ("经营支出", "business"),
    ("对附属单位补助", "subsidy-to-affiliate"),
];

/// The figures a claim can be about, by the matter of its section.
pub(super) fn find(asked: &Asked<'_>, matter: Matter) -> Vec<Place> {
    match matter {
        Matter::Summary => summary(asked),
        Matter::Appropriation => appropriation(asked),
        Matter::Income => income(asked),
        Matter::Expenditure => expenditure(asked),
        Matter::General => first(general(asked), || detail(asked)),
        Matter::Basic => first(detail(asked), || general(asked)),
        Matter::Fund => fund(asked, "government-fund", "政府性基金"),
        Matter::Operating => detail(asked),
        Matter::Capital => fund(asked, "state-capital", "国有资本经营"),
        _ => Vec::new(),
    }
}

fn first(places: Vec<Place>, otherwise: impl FnOnce() -> Vec<Place>) -> Vec<Place> {
    if places.is_empty() { otherwise() } else { places }
}

/// The subject without the words that only repeat whose budget and which year it is: 本年单位预算支出总计.
fn bare(subject: &str) -> String {
    let mut text = wording::fold(subject);
    for word in ["年度", "本级", "单位预算", "部门预算", "单位决算", "部门决算", "预算", "决算"]
    {
        let fund = text.contains("公共预算") || text.contains("基金预算") || text.contains("经营预算");
        if !(fund && word == "预算") {
            text = text.replace(word, "");
        }
    }
    text
}

fn summary(asked: &Asked<'_>) -> Vec<Place> {
    let subject = bare(asked.subject);
    let subject = subject.trim_start_matches("单位").trim_start_matches("部门");
    let both = |label: &str| {
        let income = asked.cells.labelled("summary", IN, label, "amount");
        first(income, || outgoing(asked, "summary", label))
    };
    match subject {
        "收入总计" | "本年收入总计" | "收入支出总计" | "收支总计" | "收、支总计" | "收支总额" => {
            total(asked, "summary", IN)
        }
        "支出总计" | "本年支出总计" => total(asked, "summary", OUT),
        "本年收入" | "收入合计" => asked.cells.labelled("summary", IN, "本年收入合计", "amount"),
        "本年支出" | "支出合计" => outgoing(asked, "summary", "本年支出合计"),
        "本年安排" | "当年安排" | "本年支出安排" => planned(asked, "current"),
        "上年结转" | "上年结转安排" if asked.whole.contains("支出") => {
            planned(asked, "carried-over")
        }
        "上年结转" | "年初结转" => first(both(subject), || both("年初结转和结余")),
        "年末结转" | "结转下年" => first(both(subject), || both("年末结转和结余")),
        other => first(both(other), || named_fund(asked, "summary", &bare(asked.subject))),
    }
}

/// What the budget of the year, or the one before, gives to the expenditure in total.
fn planned(asked: &Asked<'_>, role: &str) -> Vec<Place> {
    asked.cells.labelled("summary", OUT, "支出总计", role)
}

fn outgoing(asked: &Asked<'_>, kind: &str, label: &str) -> Vec<Place> {
    let total = asked.cells.labelled(kind, OUT, label, "total");
    first(total, || asked.cells.labelled(kind, OUT, label, "amount"))
}

/// 总计, 收入总计, 支出总计
fn total(asked: &Asked<'_>, kind: &str, side: Option<Side>) -> Vec<Place> {
    let role = |role: &str| {
        asked.cells.find(kind, role, |row| {
            let label = words::strip_ordinal(&row.label);
            row.side == side && label.ends_with("总计") && label.chars().count() <= 6
        })
    };
    first(role("total"), || role("amount"))
}

fn appropriation(asked: &Asked<'_>) -> Vec<Place> {
    let subject = bare(asked.subject);
    let plain = subject.strip_prefix("财政拨款").filter(|rest| !rest.is_empty()).unwrap_or(&subject);
    match plain {
        "收入总计" | "收入支出总计" | "收支总计" | "收、支总计" | "收支总" | "收支总额" => {
            total(asked, "appropriation", IN)
        }
        "支出总计" => total(asked, "appropriation", OUT),
        "收入" | "本年收入" | "收入合计" | "当年拨款收入" | "当年财政拨款收入" | "本年拨款收入" => {
            asked.cells.labelled("appropriation", IN, "本年收入合计", "amount")
        }
        "支出" | "本年支出" | "支出合计" => outgoing(asked, "appropriation", "本年支出合计"),
        "年初结转和结余" | "上年结转" | "上年结转收入" => {
            let known = asked.cells.labelled("appropriation", IN, "年初财政拨款结转和结余", "amount");
            first(known, || asked.cells.labelled("appropriation", IN, plain, "amount"))
        }
        _ => first(named_fund(asked, "appropriation", &subject), || {
            outgoing(asked, "appropriation", asked.subject)
        }),
    }
}

/// The row of a fund on the income side: 一般公共预算拨款.
fn named_fund(asked: &Asked<'_>, kind: &str, subject: &str) -> Vec<Place> {
    let fund =
        ["一般公共预算", "政府性基金", "国有资本经营"].into_iter().find(|fund| subject.starts_with(fund));
    let is_income = subject.ends_with("拨款") || subject.ends_with("收入");
    let Some(fund) = fund.filter(|_| is_income) else { return Vec::new() };
    asked.cells.find(kind, "amount", |row| {
        // The same fund stands a second time among what was left over.
        row.side == IN
            && wording::fold(words::strip_ordinal(&row.label)).starts_with(fund)
            && !row.key.contains('>')
    })
}

fn income(asked: &Asked<'_>) -> Vec<Place> {
    let subject = bare(asked.subject);
    let role = match subject.as_str() {
        "收入" | "收入合计" | "本年收入" | "本年收入合计" | "收入总计" => Some("total"),
        other => SOURCES.iter().find(|(word, _)| other.starts_with(word)).map(|(_, role)| *role),
    };
    let Some(role) = role else { return asked.cells.labelled("income", None, asked.subject, "total") };
    first(totals(asked, "income", role), || asked.cells.labelled("summary", IN, asked.subject, "amount"))
}

/// A cell of the row of totals.
fn totals(asked: &Asked<'_>, kind: &str, role: &str) -> Vec<Place> {
    asked.cells.totals(kind, role)
}

fn expenditure(asked: &Asked<'_>) -> Vec<Place> {
    let subject = bare(asked.subject);
    match subject.as_str() {
        "支出" | "支出合计" | "本年支出" | "本年支出合计" | "支出总计" => {
            totals(asked, "expenditure", "total")
        }
        other => match PURPOSES.iter().find(|(word, _)| other.starts_with(word)) {
            Some((_, role)) => totals(asked, "expenditure", role),
            None => functional(asked, "expenditure"),
        },
    }
}

fn general(asked: &Asked<'_>) -> Vec<Place> {
    let subject = bare(asked.subject);
    let plain = subject.strip_prefix("一般公共预算").unwrap_or(&subject);
    let plain = plain.strip_prefix("财政").unwrap_or(plain);
    let plain = plain.strip_prefix("拨款").unwrap_or(plain);
    let plain = plain.strip_prefix("安排").unwrap_or(plain);
    match plain {
        "" | "支出" | "支出合计" | "本年支出" | "本年支出合计" | "当年支出" | "当年拨款" => {
            totals(asked, "general-budget", "total")
        }
        "基本支出" => totals(asked, "general-budget", "basic"),
        "项目支出" => totals(asked, "general-budget", "project"),
        _ => functional(asked, "general-budget"),
    }
}

/// A row of the functional classification; with its levels if the text names them.
fn functional(asked: &Asked<'_>, kind: &str) -> Vec<Place> {
    let Some(role) = part_of(asked.whole) else { return Vec::new() };
    let levels = wording::levels(asked.subject);
    let Some(((name, length), above)) = levels.split_last() else {
        let places = asked.cells.labelled(kind, None, asked.subject, role);
        return shortest(asked, places);
    };
    let places = asked.cells.labelled(kind, None, name, role);
    let fits = |place: &Place| {
        asked.cells.row(*place).code.len() == *length
            && above.iter().all(|(name, length)| is_below(asked, *place, name, *length))
    };
    places.into_iter().filter(fits).collect()
}

/// Whether the code of the row belongs to the class of that name.
fn is_below(asked: &Asked<'_>, place: Place, name: &str, length: usize) -> bool {
    let Some(prefix) = asked.cells.row(place).code.get(..length) else { return false };
    asked.cells.label_of(place, prefix).is_none_or(|label| label == name)
}

/// Of rows with one name, those of the highest level.
fn shortest(asked: &Asked<'_>, places: Vec<Place>) -> Vec<Place> {
    let length = |place: &Place| asked.cells.row(*place).code.len();
    let least = places.iter().map(length).filter(|length| *length > 0).min();
    places.into_iter().filter(|place| Some(length(place)) == least).collect()
}

/// The column in which the parts of a whole stand; none for wholes that no column holds.
fn part_of(whole: &str) -> Option<&'static str> {
    match () {
        () if whole.contains("人员经费") || whole.contains("公用经费") => None,
        () if whole.contains("基本支出") => Some("basic"),
        () if whole.contains("项目支出") => Some("project"),
        () => Some("total"),
    }
}

/// The table of economic items.
fn detail(asked: &Asked<'_>) -> Vec<Place> {
    const KIND: &str = "economic-detail";
    let subject = wording::fold(asked.subject);
    if subject.ends_with("基本支出") {
        let whole = if asked.stage == Stage::Budget { totals(asked, KIND, "total") } else { Vec::new() };
        return first(whole, || totals(asked, "general-budget", "basic"));
    }
    let role = ["basic", "total", "amount"].into_iter().find(|role| asked.cells.has_role(KIND, role));
    let Some(role) = role else { return Vec::new() };
    let group = match subject.as_str() {
        "人员经费" | "人员支出" => Some(("人员经费合计", "personnel")),
        "公用经费" | "日常公用经费" | "公用支出" => Some(("公用经费合计", "operating")),
        _ => None,
    };
    let Some((row, column)) = group else { return item(asked, KIND, role) };
    let total = asked.cells.labelled(KIND, None, row, role);
    let total = first(total, || asked.cells.labelled(KIND, None, &format!("日常{row}"), role));
    first(total, || grand(asked, KIND, column))
}

/// The cell of the row of totals that is over all groups.
fn grand(asked: &Asked<'_>, kind: &str, role: &str) -> Vec<Place> {
    let is_grand =
        |place: &Place| matches!(words::strip_ordinal(&asked.cells.row(*place).label), "合计" | "总计");
    asked.cells.totals(kind, role).into_iter().filter(is_grand).collect()
}

/// An economic item; where no row has the name, one that only a slip of the pen tells from it and that says the same.
fn item(asked: &Asked<'_>, kind: &str, role: &str) -> Vec<Place> {
    let places = asked.cells.labelled(kind, None, asked.subject, role);
    let agrees = |place: &Place| asked.cells.agrees(*place, asked.claim);
    first(places, || asked.cells.near(kind, asked.subject, role).into_iter().filter(agrees).collect())
}

fn fund(asked: &Asked<'_>, kind: &str, name: &str) -> Vec<Place> {
    let subject = bare(asked.subject);
    let plain = subject.strip_prefix(name).unwrap_or(&subject);
    let plain = plain.trim_start_matches("预算").trim_start_matches("财政拨款").trim_start_matches("本年");
    let role = match plain {
        "支出" | "支出合计" | "" => "total",
        "收入" | "收入合计" => "income",
        "基本支出" => "basic",
        "项目支出" => "project",
        "年初结转和结余" | "上年结转" => "opening",
        "年末结转和结余" | "结转下年" => "closing",
        _ => return asked.cells.labelled(kind, None, asked.subject, "total"),
    };
    totals(asked, kind, role)
}
