//! Days of the calendar as numbers.

/// The day of an ISO date, counted from a fixed day; `None` if it is none.
pub(super) fn of(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=MONTHS).contains(&month) || day < 1 {
        return None;
    }
    // Years begin in March, so that the leap day is the last of them.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leaps = year.div_euclid(4) - year.div_euclid(CENTURY) + year.div_euclid(4 * CENTURY);
    // Five months, from March or August on, have this many days together.
    const FIVE_MONTHS: i64 = 153;
    Some(year * YEAR + leaps + (FIVE_MONTHS * month + 2) / 5 + day)
}

const MONTHS: i64 = 12;
const CENTURY: i64 = 100;
const YEAR: i64 = 365;
