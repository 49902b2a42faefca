//! Scores and grades in sentences: 总得分98.92分，属于“优”.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;

use super::sentences::Sentences;
use crate::model::{Grade, Stated};

/// What a report says of its result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    /// 总得分
    pub total: Option<Stated<Decimal>>,
    /// 等级
    pub grade: Option<Stated<Grade>>,
    /// 预算执行情况得分
    pub execution: Option<Stated<Decimal>>,
}

/// The result that the first of these paragraphs with a total score states; without score, the first grade.
pub(super) fn verdict(paragraphs: &[Sentences]) -> Verdict {
    let scored = paragraphs.iter().find(|paragraph| total(paragraph).is_some());
    let graded = || paragraphs.iter().find_map(grade);
    let execution = paragraphs.iter().find_map(execution);
    match scored {
        Some(paragraph) => {
            Verdict { total: total(paragraph), grade: grade(paragraph).or_else(graded), execution }
        }
        None => Verdict { total: None, grade: graded(), execution },
    }
}

/// The total score: 总得分100分, 自评得分为98.5分, 综合得分：92分.
pub(super) fn total(text: &Sentences) -> Option<Stated<Decimal>> {
    static SCORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?:总得分|总评分|总分|综合(?:评价|评定)?(?:得分|评分)|(?:自评|评价|评定|最终|最后|绩效)(?:总)?(?:得分|评分|分数|分值)|自评结果)(?:值)?(?:结果)?(?:共计|合计|总计)?(?:为|是|达到|达)?[:：]?(\d{1,3}(?:\.\d+)?)分",
        )
        .ok()
    });
    let hits = SCORE.as_ref()?.captures_iter(&text.text);
    // A full score (满分100分) is no result.
    let number =
        hits.filter_map(|hit| hit.get(1)).find(|hit| !text.part(0..hit.start()).ends_with("满分"))?;
    text.number(number.range())
}

/// 得分97分, where a text of one project states one score and no other.
pub(super) fn only_score(text: &Sentences) -> Option<Stated<Decimal>> {
    static SCORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[，。；,;])(?:项目)?(?:得分|评分)(?:为|是)?[:：]?(\d{1,3}(?:\.\d+)?)分").ok()
    });
    let mut hits = SCORE.as_ref()?.captures_iter(&text.text);
    let only = hits.next()?.get(1)?.range();
    let others = text.text.matches("得分").count() + text.text.matches("评分").count() > 1;
    if others { None } else { text.number(only) }
}

/// The score for spending the budget: 预算执行情况得分10分.
fn execution(text: &Sentences) -> Option<Stated<Decimal>> {
    static SCORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:预算|资金)(?:执行|支出)(?:情况|率|进度)?(?:指标)?(?:自评)?得分?(?:为|是)?[:：]?(\d{1,3}(?:\.\d+)?)分").ok()
    });
    text.number(SCORE.as_ref()?.captures(&text.text)?.get(1)?.range())
}

/// The grade: 属于“优”, 自评结果为优, 评价等级：良好.
pub(super) fn grade(text: &Sentences) -> Option<Stated<Grade>> {
    static GRADE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r#"(?:属于?|(?:等级|等次|级别|档次|结果|结论|评级|绩效)(?:均|都|全部)?(?:评定|评价|认定|确定)?(?:为|是|属于|达到|达)?|评定?为|评价为|认定为|确定为)[:：]?[“"”'‘「『（(]{0,2}(优秀?|良好?|中等?|较?差)[”"“'’」』）)]{0,2}(?:等级|等次|级|档|[，。；、,;.]|$)"#,
        )
        .ok()
    });
    let hits = GRADE.as_ref()?.captures_iter(&text.text);
    let words = hits.filter_map(|hit| hit.get(1)).filter(|word| !counts(text.part(0..word.start())));
    let word = words.into_iter().next()?;
    let value = Grade::ALL.into_iter().find(|grade| word.as_str().contains(grade.chinese()))?;
    Some(Stated { value, printed: word.as_str().to_owned(), span: text.span(word.range()) })
}

/// Whether the words before a grade count projects: 9个项目自评等级为.
fn counts(before: &str) -> bool {
    static COUNT: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\d+个(?:\p{Han}{0,6})?项目[^，。；,;]{0,16}$").ok());
    COUNT.as_ref().is_some_and(|count| count.is_match(before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::line;
    use crate::text::{Redactor, SourceText};

    fn told(text: &str) -> (String, String, String) {
        let source = SourceText::new(text.as_bytes(), &Redactor::default());
        let paragraphs: Vec<Sentences> =
            line::lines(&source).iter().map(|line| Sentences::of([line])).collect();
        let verdict = verdict(&paragraphs);
        let number = |stated: Option<Stated<Decimal>>| stated.map_or(String::new(), |s| s.value.to_string());
        let grade = verdict.grade.map_or("", |grade| grade.value.chinese());
        (number(verdict.total), grade.to_owned(), number(verdict.execution))
    }

    #[test]
    fn scores_and_grades_are_read_in_many_words() {
        let cases = [
            (
                "预算执行情况得分**8.92**分，指标得分90分，结果为：总得分 **98.92** 分，属于“优”。",
                "98.92",
                "优",
                "8.92",
            ),
            ("本项目自评得分为85分，评价等级为“良好”。", "85", "良", ""),
            ("综合得分：72.5分，绩效评价结果为中。", "72.5", "中", ""),
            ("满分100分，自评总分95分，等级：优秀", "95", "优", ""),
            ("自评结果为优。各项指标均已完成", "", "优", ""),
            ("2个项目自评等级为“良”，其余为优", "", "", ""),
            ("项目处于差旅管理阶段，属于中央项目", "", "", ""),
            ("得分 59 分，属于\"差\"", "", "差", ""),
        ];
        for (text, total, grade, execution) in cases {
            let expected = (total.to_owned(), grade.to_owned(), execution.to_owned());
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn a_score_is_where_it_is_printed() {
        let text = "结果：总得分 **98.9** 分，属于“优”";
        let source = SourceText::new(text.as_bytes(), &Redactor::default());
        let lines = line::lines(&source);
        let stated = total(&Sentences::of(&lines)).expect("a score");
        let at: String = text.chars().skip(stated.span.start as usize).take(4).collect();
        assert_eq!((at.as_str(), stated.span.end - stated.span.start), ("98.9", 4));
    }
}
