//! Claims about what has a table or part of its own: “三公”经费, 机关运行经费, 政府采购, 国有资产, projects.

use super::Asked;
use super::cells::Place;
use super::matter::Matter;
use super::wording::{core, fold};
use crate::model::{Basis, Measure, Stage};
use crate::read::words;

/// The parts of 三公经费, the longer name before the shorter one it begins with; and the rest of their role.
const PARTS: [(&str, &str); 8] = [
    ("因公出国", "abroad"),
    ("公务用车购置及运行", "vehicles"),
    ("公务用车购置和运行", "vehicles"),
    ("公务用车购置", "vehicle-purchase"),
    ("公务用车运行", "vehicle-operation"),
    ("公务接待", "reception"),
    ("会议费", "meetings"),
    ("培训费", "training"),
];

/// The figures a claim can be about, whatever section it stands in; `None` if it is about none of these matters.
pub(super) fn find(asked: &Asked<'_>, matter: Option<Matter>) -> Option<Vec<Place>> {
    let subject = fold(asked.subject);
    match asked.claim.measure {
        Measure::Vehicle => return Some(vehicles(asked, &subject)),
        Measure::Set => return Some(equipment(asked, &subject)),
        Measure::Yuan | Measure::Percent => {}
        Measure::Person | Measure::Item => return Some(Vec::new()),
    }
    match () {
        () if subject.contains("三公") || matter == Some(Matter::ThreePublic) => {
            Some(three_public(asked, &subject))
        }
        () if subject.contains("机关运行") => Some(operating(asked)),
        () if subject.contains("采购") || matter == Some(Matter::Procurement) => {
            Some(procurement(asked, &subject))
        }
        () if matter == Some(Matter::Performance) => Some(Vec::new()),
        () => None,
    }
}

fn three_public(asked: &Asked<'_>, subject: &str) -> Vec<Place> {
    const KIND: &str = "three-public";
    let part = PARTS.iter().find(|(word, _)| subject.starts_with(word)).map(|(_, part)| *part);
    let Some(part) = part.or(subject.contains("三公").then_some("total")) else { return Vec::new() };
    if asked.stage == Stage::Final {
        let is_budget = asked.is_budget();
        let role = format!("{}-{part}", if is_budget { "budget" } else { "final" });
        return asked.cells.find(KIND, &role, |_| true);
    }
    let across = asked.cells.find(KIND, part, |row| part != "total" || words::is_total(&row.label));
    if !across.is_empty() {
        return across;
    }
    let is_part = |label: &str| {
        let label = fold(words::strip_ordinal(label));
        PARTS.iter().find(|(word, _)| label.starts_with(word)).is_some_and(|(_, other)| *other == part)
    };
    asked.cells.find(KIND, "total", |row| is_part(&row.label))
}

fn operating(asked: &Asked<'_>) -> Vec<Place> {
    if asked.stage == Stage::Budget {
        let places = asked.cells.find("operating-expenses", "total", |row| words::is_total(&row.label));
        if !places.is_empty() {
            return places;
        }
        return asked.cells.find("three-public", "operating", |_| true);
    }
    // One line for each kind of unit: their sum is printed nowhere.
    asked.cells.find("statistics", "amount", |row| {
        let label = fold(words::strip_ordinal(&row.label));
        label.contains("机关运行") || label == "行政单位" || label.starts_with("参照公务员法")
    })
}

fn procurement(asked: &Asked<'_>, subject: &str) -> Vec<Place> {
    let others = ["企业", "授予", "预留", "小微", "合同", "其他", "中标"];
    if others.iter().any(|word| subject.contains(word)) {
        return Vec::new();
    }
    let kind = ["货物", "工程", "服务"].into_iter().find(|kind| subject.contains(kind));
    let is_whole =
        ["采购支出总额", "采购总额", "采购支出", "采购金额", "政府采购", "采购预算总额", "采购支出合计"]
            .iter()
            .any(|end| subject.ends_with(end) || subject.contains("政府采购金额"));
    match kind {
        Some(kind) => asked.cells.find("statistics", "amount", |row| is_procured(&row.label, kind)),
        None if is_whole => {
            // The total that stands first belongs to the part on procurement.
            let totals = asked
                .cells
                .find("statistics", "amount", |row| row.key == "合计" || is_procured(&row.label, "合计"));
            totals.into_iter().take(1).collect()
        }
        None => Vec::new(),
    }
}

fn is_procured(label: &str, kind: &str) -> bool {
    let label = fold(words::strip_ordinal(label));
    label == kind || label == format!("政府采购{kind}") || label == format!("政府采购{kind}支出")
}

fn vehicles(asked: &Asked<'_>, subject: &str) -> Vec<Place> {
    let others = ["保有", "购置", "编制", "实有", "租"];
    if others.iter().any(|word| subject.contains(word)) {
        return Vec::new();
    }
    let name = vehicle(subject);
    let is_whole = matches!(subject, "车辆" | "公务用车" | "车辆总数" | "车辆合计" | "车辆数合计");
    asked.cells.find("statistics", "amount", |row| {
        let label = fold(words::strip_ordinal(&row.label));
        if is_whole { label.starts_with("车辆") } else { vehicle(&label) == name }
    })
}

/// The kind of a vehicle without the words that templates vary.
fn vehicle(label: &str) -> String {
    label.replace("服务", "").replace("主要负责人", "主要领导干部").replace("一般", "").replace("其中:", "")
}

fn equipment(asked: &Asked<'_>, subject: &str) -> Vec<Place> {
    let bound = |text: &str| -> String {
        text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect()
    };
    let wanted = bound(subject);
    asked.cells.find("statistics", "amount", |row| {
        let label = fold(words::strip_ordinal(&row.label));
        label.contains("设备") && subject.contains("设备") && bound(&label) == wanted
    })
}

/// The row of the project that the claim names.
pub(super) fn project(asked: &Asked<'_>) -> Vec<Place> {
    let is_first = !matches!(asked.claim.basis, Some(Basis::AdjustedBudget | Basis::Final));
    if asked.stage != Stage::Budget || !is_first || core(asked.subject).chars().count() < 5 {
        return Vec::new();
    }
    asked.cells.labelled("projects", None, asked.subject, "total")
}
