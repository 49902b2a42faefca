//! Other amounts and other ways to print them.

use rust_decimal::Decimal;

use super::super::document::Document;
use super::super::random::Random;

fn number(printed: &str) -> Decimal {
    let wide = |c: char| {
        if ('０'..='９').contains(&c) { char::from_u32(u32::from(c) - 0xfee0).unwrap() } else { c }
    };
    let text: String = printed.chars().map(wide).filter(|c| !",()（）-".contains(*c)).collect();
    let value = Decimal::from_str_exact(&text.replace('．', ".").replace('，', "")).unwrap();
    if printed.contains(['-', '(', '（']) { -value } else { value }
}

/// Yuan in one of the table's denomination.
fn factor(document: &Document, index: usize) -> Decimal {
    let table = &document.figures[index].table;
    let in_yuan = document.tables.iter().any(|place| place.id == *table && place.in_yuan);
    Decimal::from(if in_yuan { 1 } else { 10_000 })
}

fn set(document: &mut Document, index: usize, value: Decimal, printed: &str) {
    let yuan = value * factor(document, index);
    document.reprint(index, printed);
    document.figures[index].value = yuan.normalize().to_string();
}

fn amounts(document: &Document) -> Vec<usize> {
    (0..document.figures.len()).filter(|i| document.figures[*i].state == "amount").collect()
}

/// Every amount another one.
pub fn randomise(document: &mut Document, random: &mut Random) -> bool {
    for index in amounts(document) {
        let digits = [3, 5, 7, 9][random.below(4)];
        let value = Decimal::new(i64::try_from(random.below(10_usize.pow(digits))).unwrap(), 2);
        set(document, index, value, &value.to_string());
    }
    true
}

/// Amounts without decimals, as long as codes are.
pub fn make_whole(document: &mut Document, random: &mut Random) -> bool {
    for index in amounts(document) {
        let digits = 1 + u32::try_from(random.below(7)).unwrap();
        let value = Decimal::from(random.below(10_usize.pow(digits)));
        set(document, index, value, &value.to_string());
    }
    true
}

/// Some amounts negative, with a sign or in brackets.
pub fn negate(document: &mut Document, random: &mut Random) -> bool {
    for index in amounts(document) {
        let printed = document.figures[index].printed.clone();
        let value = number(&printed);
        if value > Decimal::ZERO && random.one_in(3) {
            let printed = match random.below(3) {
                0 => format!("-{printed}"),
                1 => format!("({printed})"),
                _ => format!("（{printed}）"),
            };
            set(document, index, -value, &printed);
        }
    }
    true
}

/// The tables in yuan, with thousands commas.
pub fn to_yuan(document: &mut Document, _: &mut Random) -> bool {
    for index in amounts(document) {
        let value = number(&document.figures[index].printed) * factor(document, index);
        let printed = group(&format!("{value:.2}"));
        document.reprint(index, &printed);
        document.figures[index].value = value.normalize().to_string();
    }
    for table in document.tables.clone() {
        let (first, grid) = (document.position(table.first), document.position(table.grid[0]));
        for line in &mut document.lines[first..grid] {
            line.text = line.text.replace("万元", "元");
            if line.text.contains("单位：") && line.text.trim_end().ends_with('万') {
                line.text = line.text.replace('万', "");
            }
        }
    }
    document.tables.iter_mut().for_each(|table| table.in_yuan = true);
    true
}

fn group(text: &str) -> String {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = rest.split_once('.').unwrap();
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    format!("{sign}{out}.{fraction}")
}

/// Full-width digits in some cells.
pub fn widen_digits(document: &mut Document, random: &mut Random) -> bool {
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
        '.' => '．',
        c => c,
    };
    for index in amounts(document) {
        if random.one_in(2) {
            let printed: String = document.figures[index].printed.chars().map(wide).collect();
            document.reprint(index, &printed);
        }
    }
    true
}
