//! The row of the total: score and grade.

use crate::model::{Form, Grade, Number, Stated, read_number};
use crate::read::grid::GridRow;
use crate::read::line::GridCell;
use crate::text::matching;
use rust_decimal::Decimal;

/// Takes score and grade of a row of the total; `false` if it has neither. `points` are the columns of weight and score.
pub(super) fn take(row: &GridRow, points: Option<(usize, usize)>, form: &mut Form) -> bool {
    let grade = row.cells.iter().find_map(|cell| Some((cell, grade_word(&cell.text)?)));
    let numbers: Vec<(usize, Stated<Decimal>)> =
        row.cells.iter().enumerate().filter_map(|(column, cell)| Some((column, number(cell)?))).collect();
    let score = match &numbers[..] {
        [(column, only)] => {
            // 自评得分 says itself what its number is.
            let of_score = row.filled().first().is_some_and(|(_, text)| text.contains("得分"));
            let weight_only = grade.is_none()
                && !of_score
                && points.is_some_and(|(weight, score)| {
                    column.abs_diff(weight) < column.abs_diff(score)
                        && sum_of_scores(form) != Some(only.value)
                });
            (!weight_only).then(|| only.clone())
        }
        [_, (_, score)] => Some(score.clone()),
        _ => None,
    };
    let found = score.is_some() || grade.is_some() || !numbers.is_empty();
    form.total_score = score.or(form.total_score.take());
    if let Some((cell, value)) = grade {
        form.grade = Some(Stated { value, printed: cell.printed.clone(), span: cell.span });
    }
    found
}

/// Takes the grade of a row that names it (评价等级 | 优秀); `false` if it has none.
pub(super) fn take_grade(row: &GridRow, form: &mut Form) -> bool {
    let filled: Vec<&GridCell> = row.cells.iter().filter(|cell| !cell.text.is_empty()).collect();
    let named = filled.windows(2).find_map(|pair| {
        let [label, value] = pair else { return None };
        Some((*value, grade_word(&value.text).filter(|_| names_grade(&label.text))?))
    });
    let Some((cell, value)) = named else { return false };
    form.grade = Some(Stated { value, printed: cell.printed.clone(), span: cell.span });
    true
}

/// Takes the score of all from a row of fields: 自评分数：| 97.5.
pub(super) fn take_labelled(row: &GridRow, form: &mut Form) {
    let filled: Vec<&GridCell> = row.cells.iter().filter(|cell| !cell.text.is_empty()).collect();
    let scores = filled.windows(2).filter_map(|pair| {
        let [label, value] = pair else { return None };
        number(value).filter(|_| names_score(&label.text))
    });
    let scores: Vec<Stated<Decimal>> = scores.filter(|score| score.value <= Decimal::ONE_HUNDRED).collect();
    if let [only] = &scores[..] {
        form.total_score = form.total_score.take().or_else(|| Some(only.clone()));
    }
}

fn names_score(text: &str) -> bool {
    ["自评分数:", "自评得分:", "自评总分:", "评价得分:", "总得分:", "总分:"]
        .contains(&matching(text).as_str())
}

fn names_grade(text: &str) -> bool {
    let folded = matching(text);
    let bare = folded.trim_end_matches(':');
    let endings = ["等级", "等次", "评价结论", "自评结论", "评价结果", "自评结果", "评级"];
    bare.chars().count() <= 8 && endings.iter().any(|ending| bare.ends_with(ending))
}

fn number(cell: &GridCell) -> Option<Stated<Decimal>> {
    let bare = cell.printed.trim().trim_end_matches('分');
    match read_number(bare) {
        Number::Value(value) => Some(Stated { value, printed: cell.printed.clone(), span: cell.span }),
        _ => None,
    }
}

fn sum_of_scores(form: &Form) -> Option<Decimal> {
    let scores = form.indicators.iter().filter_map(|indicator| Some(indicator.score.as_ref()?.value));
    let execution = form.total.score.as_ref().map_or(Decimal::ZERO, |score| score.value);
    scores.sum::<Decimal>().checked_add(execution)
}

/// A cell that holds a grade and nothing else. Words that other places use for other steps (合格) are none.
fn grade_word(text: &str) -> Option<Grade> {
    let folded = matching(text);
    let bare = folded.trim_matches(['(', ')']).trim_end_matches(['级', '等']);
    let words = [
        ("优", Grade::Excellent),
        ("优秀", Grade::Excellent),
        ("良", Grade::Good),
        ("良好", Grade::Good),
        ("中", Grade::Fair),
        ("差", Grade::Poor),
        ("较差", Grade::Poor),
    ];
    words.iter().find(|(word, _)| bare == *word).map(|(_, grade)| *grade)
}
