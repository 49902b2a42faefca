//! A total that is exactly twice the sum of its classes.

use rust_decimal::Decimal;

use super::super::facts::Sheet;
use super::super::sums;

/// Whether the total of all money is exactly twice the sum of the classes.
pub(super) fn is_double(sheet: &Sheet<'_>) -> bool {
    let value = |row| sheet.slot(row, "total").value().and_then(|input| input.value);
    let classes = sums::shortest(sheet);
    let sum =
        classes.iter().filter_map(|row| value(Some(*row))).try_fold(Decimal::ZERO, Decimal::checked_add);
    let Some(sum) = sum.filter(|sum| !sum.is_zero()) else { return false };
    value(sheet.total()).is_some_and(|total| sum.checked_mul(Decimal::TWO) == Some(total))
}
