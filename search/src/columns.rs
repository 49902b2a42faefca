//! Numbers of the records that are needed before one is read.
//!
//! `columns` has the lowest byte of each record's group, then the middle ones, then the highest, then the characters of
//! each record's own name (the last part of its title), at most 255. `values` has for each record 0 if it has no
//! amount, else the amount in fen, zigzag-coded and one more, 7 bits a byte, the lowest first, all but the last with
//! their highest bit set.

/// The name of the file that every search reads.
pub(crate) const FILE: &str = "columns";
/// The name of the file of amounts.
pub(crate) const VALUES: &str = "values";

/// Bytes of a group's number.
const GROUP: usize = 3;
/// Bits of a number in a byte.
const BITS: u32 = 7;
/// Set if another byte follows.
const MORE: u8 = 1 << BITS;

/// The group of each record, and the length of its name.
#[derive(Default)]
pub(crate) struct Columns {
    pub group: Vec<u32>,
    pub length: Vec<u32>,
}

impl Columns {
    /// Reads the file; what is cut off is not there.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let records = bytes.len() / (GROUP + 1);
        let plane = |nth: usize| bytes.iter().skip(nth * records).take(records).map(|byte| u32::from(*byte));
        let (low, middle, high) = (plane(0), plane(1), plane(2));
        let group = low.zip(middle).zip(high).map(|((low, middle), high)| low | middle << 8 | high << 16);
        Self { group: group.collect(), length: plane(GROUP).collect() }
    }

    /// The file.
    #[cfg(feature = "native")]
    pub(crate) fn write(&self) -> Vec<u8> {
        let byte = |nth: usize| move |group: &u32| group.to_le_bytes()[nth];
        let groups = (0..GROUP).flat_map(|nth| self.group.iter().map(byte(nth)));
        groups.chain(self.length.iter().map(|length| u8::try_from(*length).unwrap_or(u8::MAX))).collect()
    }
}

/// Reads the amounts (fen).
pub(crate) fn read_values(bytes: &[u8]) -> Vec<Option<i64>> {
    let numbers = bytes.split_inclusive(|byte| byte & MORE == 0);
    numbers
        .map(|number| value(number.iter().rev().fold(0, |sum, byte| sum << BITS | u128::from(byte & !MORE))))
        .collect()
}

fn value(coded: u128) -> Option<i64> {
    let zigzag = u64::try_from(coded.checked_sub(1)?).ok()?;
    Some((zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed())
}

/// Writes the amounts (fen).
#[cfg(feature = "native")]
pub(crate) fn write_values(values: &[Option<i64>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for value in values {
        let mut rest = value.map_or(0, |value| u128::from((value << 1 ^ value >> 63).cast_unsigned()) + 1);
        while rest >= u128::from(MORE) {
            bytes.push(low(rest) | MORE);
            rest >>= BITS;
        }
        bytes.push(low(rest));
    }
    bytes
}

#[cfg(feature = "native")]
fn low(number: u128) -> u8 {
    number.to_le_bytes()[0] & !MORE
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn columns_come_back(group in prop::collection::vec(0u32..1 << 24, 0..50)) {
            let length: Vec<u32> = group.iter().map(|group| group % 256).collect();
            let columns = Columns::read(&Columns { group: group.clone(), length: length.clone() }.write());
            prop_assert_eq!((columns.group, columns.length), (group, length));
        }

        #[test]
        fn values_come_back(values in prop::collection::vec(prop::option::of(any::<i64>()), 0..50)) {
            prop_assert_eq!(read_values(&write_values(&values)), values);
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            Columns::read(&bytes);
            read_values(&bytes);
        }
    }
}
