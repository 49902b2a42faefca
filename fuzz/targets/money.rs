//! Printed numbers: no panic, and a value in yuan counts back to the number that was printed.
#![no_main]

use gongkai::model::{Denomination, Money, Number, read_number};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (Number::Value(number) | Number::Broken(number)) = read_number(text) else { return };
    for denomination in Denomination::ALL {
        if let Some(money) = Money::new(number, denomination) {
            assert_eq!(money.count(denomination), number, "{text:?} in {denomination:?}");
        }
    }
    let plain = number.to_string();
    assert_eq!(read_number(&plain), Number::Value(number), "{text:?} reads as {plain}");
});
