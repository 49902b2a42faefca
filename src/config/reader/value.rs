//! Single values: strings, numbers and dates.

use toml::Spanned;
use toml::de::DeValue;

use super::report::Report;
use crate::diag::Placed;
use crate::model::ids::Date;

/// A string that is not blank and holds nothing invisible, trimmed.
pub(super) fn text(report: &Report, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Placed<String>> {
    let literal = literal(report, key, value)?;
    let place = report.place(Some(value.span()));
    let text = literal.trim();
    let problem = if text.is_empty() {
        "must not be empty"
    } else if text.chars().any(is_invisible) {
        "holds a control character"
    } else {
        return Some(Placed { value: text.to_owned(), place });
    };
    report.bad_value(place, format!("`{key}` {problem}"));
    None
}

/// Control characters and marks that change the direction of writing.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A string as written.
pub(super) fn literal(report: &Report, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
    if let DeValue::String(text) = value.get_ref() {
        return Some(text.clone().into_owned());
    }
    let plain = matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_));
    let hint = plain.then(|| format!("Put it in quotes: \"{}\".", report.written(value.span())));
    report.wrong_type_hinted(key, "a string in quotes", value, hint);
    None
}

/// A whole number from 1.
pub(super) fn ordinal(report: &Report, key: &str, value: &Spanned<DeValue<'_>>) -> Option<u32> {
    let DeValue::Integer(number) = value.get_ref() else {
        report.wrong_type(key, "a whole number, without quotes", value);
        return None;
    };
    let number = u32::from_str_radix(number.as_str(), number.radix()).ok().filter(|n| *n > 0);
    if number.is_none() {
        report.bad_value(report.place(Some(value.span())), format!("`{key}` must be a whole number from 1"));
    }
    number
}

/// A date without time.
pub(super) fn date(report: &Report, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Date> {
    let date =
        value.get_ref().as_datetime().filter(|found| found.time.is_none()).and_then(|found| found.date);
    let date = date.and_then(|date| Date::new(date.year, date.month, date.day));
    if date.is_none() {
        let quoted = value.get_ref().as_str().filter(|text| text.parse::<Date>().is_ok());
        let hint = quoted.map(|text| format!("Leave the quotes out: {text}."));
        report.wrong_type_hinted(key, "a date such as 2024-09-13, without quotes", value, hint);
    }
    date
}
