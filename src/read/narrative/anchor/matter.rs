//! What a section of the explanations is about: which tables its figures are quoted from.

use crate::model::Section;
use crate::text::matching;

/// The matters that the explanations go through, each with its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    /// 收入支出总体情况
    Summary,
    /// 收入情况
    Income,
    /// 支出情况
    Expenditure,
    /// 财政拨款收入支出总体情况
    Appropriation,
    /// 一般公共预算支出情况
    General,
    /// 基本支出情况
    Basic,
    /// 政府性基金
    Fund,
    /// 国有资本经营预算
    Capital,
    /// “三公”经费
    ThreePublic,
    /// 机关运行经费
    Operating,
    /// 政府采购
    Procurement,
    /// 国有资产
    Assets,
    /// 预算绩效
    Performance,
}

/// What each section is about; a section that does not say so is about what the one around it is.
pub(super) fn matters(sections: &[Section]) -> Vec<Option<Matter>> {
    let mut open: Vec<(u8, Option<Matter>)> = Vec::new();
    let mut found = Vec::with_capacity(sections.len());
    for section in sections {
        while open.last().is_some_and(|(depth, _)| *depth >= section.depth) {
            open.pop();
        }
        let around = open.last().and_then(|(_, matter)| *matter);
        let named = matter(&section.heading).filter(|named| {
            // 支出决算结构情况 below 一般公共预算 is about that.
            let is_plain = matches!(named, Matter::Summary | Matter::Income | Matter::Expenditure);
            let within =
                matches!(around, None | Some(Matter::Summary | Matter::Income | Matter::Expenditure));
            !is_plain || within
        });
        let matter = named.or(around);
        open.push((section.depth, matter));
        found.push(matter);
    }
    found
}

/// The matter a heading names.
fn matter(heading: &str) -> Option<Matter> {
    let heading = matching(heading);
    let says = |word: &str| heading.contains(word);
    // 教育支出（类）…, 其他收入: an item's name, which explains no table.
    let explains = ["情况", "说明", "决算", "预算", "总体"].iter().any(|word| says(word)) && !says("(类)");
    Some(match () {
        () if says("三公") => Matter::ThreePublic,
        () if says("机关运行") => Matter::Operating,
        () if says("采购") => Matter::Procurement,
        () if says("资产") || says("车辆") || says("公务用车") => Matter::Assets,
        () if says("绩效") => Matter::Performance,
        () if says("政府性基金") => Matter::Fund,
        () if says("国有资本经营") => Matter::Capital,
        () if says("基本支出") && !says("项目支出") => Matter::Basic,
        () if says("一般公共预算") => Matter::General,
        () if says("财政拨款") && (says("收支") || says("收入")) => Matter::Appropriation,
        () if says("财政拨款") && says("支出") => Matter::General,
        () if !explains => return None,
        () if says("收支") || says("收入支出") || says("收入、支出") => Matter::Summary,
        () if says("收入") => Matter::Income,
        () if says("支出") => Matter::Expenditure,
        () => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LineRange;

    #[test]
    fn headings_name_matters_and_sections_inherit_them() {
        let cases = [
            ("一、收入支出决算总体情况说明", 3, Some(Matter::Summary)),
            ("二、收入决算情况说明", 3, Some(Matter::Income)),
            ("四、财政拨款收支预算总体情况", 3, Some(Matter::Appropriation)),
            ("五、一般公共预算财政拨款支出决算情况说明", 3, Some(Matter::General)),
            ("（一）总体情况", 4, Some(Matter::General)),
            ("（二）财政拨款支出决算结构情况", 4, Some(Matter::General)),
            ("（三）支出决算具体情况", 4, Some(Matter::General)),
            ("六、一般公共预算财政拨款基本支出决算情况说明", 3, Some(Matter::Basic)),
            ("7、教育支出（类）普通教育（款）", 5, Some(Matter::Basic)),
            ("第四部分 名词解释", 1, None),
        ];
        let section = |(heading, depth, _): &(&str, u8, Option<Matter>)| Section {
            heading: (*heading).to_owned(),
            depth: *depth,
            lines: LineRange::default(),
        };
        let found = matters(&cases.iter().map(section).collect::<Vec<_>>());
        assert_eq!(found, cases.map(|(_, _, matter)| matter));
    }
}
