//! Amounts and rates of a budget's execution in sentences: 年初预算批复数30万元，全年执行数28.5万元，执行率95%.

use std::sync::LazyLock;

use regex::{Captures, Match, Regex};
use rust_decimal::Decimal;

use super::sentences::Sentences;
use crate::model::{AmountRole, Denomination, Funding, Money, Stated};

/// What an amount is by the words before it, and which words still before these make it another one.
struct Role {
    role: AmountRole,
    words: Regex,
    not_after: &'static [&'static str],
}

static ROLES: LazyLock<Vec<Role>> = LazyLock::new(|| {
    let tail = r"(?:总额)?(?:共计|合计|共)?(?:为|是|了)?[:：]?(\d[\d,]*(?:\.\d+)?)(亿元|百万元|万元|千元|元)";
    let table: [(AmountRole, &str, &[&str]); 4] = [
        (
            AmountRole::InitialBudget,
            r"(?:年初)?预算(?:批复|批准|编制|下达|安排)?(?:资金|金额|数|额)?",
            &["全年", "调整", "调整后", "调整后的", "追加", "一般公共", "政府性基金", "国有资本经营"],
        ),
        (AmountRole::AdjustedBudget, r"(?:全年|调整后?的?)预算(?:安排)?(?:资金|金额|数|额)?", &[]),
        (
            AmountRole::Executed,
            r"(?:全年|实际|本年|年度|累计|预算|资金|已|共)(?:预算)?(?:执行|支出|支付|使用)(?:资金|金额|数|额)?|执行(?:资金|金额|数|额)|支出(?:金额|数|额)",
            &["上年", "一般公共", "政府性基金", "国有资本经营"],
        ),
        (
            AmountRole::Balance,
            r"(?:年末|期末)?(?:资金|预算|项目)?(?:结转结余|结转和结余|结\(转\)余|结（转）余|结转|结余|剩余)(?:资金|金额|数|额)?",
            &["上年", "上一年", "上年度", "年初", "以前年度"],
        ),
    ];
    let role = |(role, words, not_after): (AmountRole, &str, &'static [&'static str])| {
        Some(Role { role, words: Regex::new(&format!("(?:{words}){tail}")).ok()?, not_after })
    };
    table.into_iter().filter_map(role).collect()
});

/// The amounts and the rate that a text states of one project.
pub(super) fn funding(text: &Sentences, from: usize, to: usize) -> Funding {
    let mut funding = Funding { line: text.line(from), ..Funding::default() };
    for role in ROLES.iter() {
        let part = text.part(from..to);
        let belongs = |hit: &Captures<'_>| {
            let before = hit.get(0).and_then(|hit| part.get(..hit.start())).unwrap_or_default();
            !role.not_after.iter().any(|word| before.ends_with(word))
        };
        let hit = role.words.captures_iter(part).find(belongs);
        let stated = hit.and_then(|hit| amount(text, from, hit.get(1)?, hit.get(2)?.as_str()));
        *funding.amount_mut(role.role) = stated;
    }
    funding.execution_rate = rate(text, from, to);
    funding
}

fn amount(text: &Sentences, from: usize, number: Match<'_>, unit: &str) -> Option<Stated<Money>> {
    let denomination = denomination(unit)?;
    text.money(from + number.start()..from + number.end(), denomination)
}

fn denomination(unit: &str) -> Option<Denomination> {
    Denomination::ALL.into_iter().find(|denomination| denomination.chinese() == unit)
}

/// What the amounts of a text are printed in.
pub(super) fn denomination_in(text: &str) -> Option<Denomination> {
    static UNIT: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\d(亿元|百万元|万元|千元|元)").ok());
    denomination(UNIT.as_ref()?.captures(text)?.get(1)?.as_str())
}

/// 预算执行率99.91%, 完成预算的98%
fn rate(text: &Sentences, from: usize, to: usize) -> Option<Stated<Decimal>> {
    static RATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:执行率|执行进度|支出进度|支付进度|完成(?:全年|年度|年初)?预算的?)(?:为|是|达到|达)?[:：]?(\d+(?:\.\d+)?)%").ok()
    });
    let number = RATE.as_ref()?.captures(text.part(from..to))?.get(1)?.range();
    text.number(from + number.start..from + number.end)
}
