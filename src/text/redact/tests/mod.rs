//! Planted numbers and look-alikes, each in many surroundings.

mod names;
mod planted;
mod properties;

use super::*;

fn redact(line: &str) -> (String, Vec<Redaction>) {
    let redactor = Redactor::default();
    let mut masker = redactor.masker();
    let text = masker.line(7, line);
    (text, masker.redactions)
}

#[test]
fn masks_personal_numbers_at_the_same_length() {
    let cases = [
        ("联系人： 张某 联系电话： 13800138000", "联系人： ＊＊ 联系电话： ***********"),
        ("１３８００１３８０００", "***********"),
        ("手机138 0013 8000，", "手机*************，"),
        ("+86-13800138000", "***************"),
        ("电话0355-2221234转", "电话************转"),
        ("（0355）2221234", "*************"),
        ("010-62221234-801", "****************"),
        ("联系电话：2221234、2225678", "联系电话：*******、*******"),
        ("联系电话\t6222123", "联系电话\t*******"),
        ("身份证110101199003074514", "身份证******************"),
        ("11010119900307451X", "******************"),
        ("6222 0200 0000 0000 000", "***********************"),
        ("账号1402000000000000001", "账号*******************"),
    ];
    for (line, expected) in cases {
        let (text, receipts) = redact(line);
        assert_eq!(text, expected);
        assert!(!receipts.is_empty() && receipts.iter().all(|r| r.line == 7));
    }
}

#[test]
fn leaves_timestamps_codes_and_amounts() {
    let lines = [
        "填报日期:\t20240111112139",
        "2010306\t政务公开审批\t13900000000.00",
        "资金13800138000元",
        "资金 13800138000 万元",
        "合计\t13800138000\t13800138000\t15900000000",
        "1,3800138000",
        "ZD-13800138000",
        "P13800138000X",
        "统一社会信用代码：11140522012345678X",
        "12345热线",
        "19505263.62",
        "2024-01-11 11:21",
        "电话费12345.67",
        "项目编码 141181240000000012345",
    ];
    for line in lines {
        assert_eq!(redact(line), (line.to_owned(), Vec::new()));
    }
}

#[test]
fn an_allowed_number_stays() {
    let redactor = Redactor::new([Allow::Number("0355-2221234".to_owned())]);
    let mut masker = redactor.masker();
    assert_eq!(masker.line(1, "电话：（0355）2221234"), "电话：（0355）2221234");
    assert_eq!((masker.redactions.len(), masker.used), (0, BTreeSet::from([0])));
}

/// Every number in every context: the number is masked, the context stays but for names that stand in it.
#[track_caller]
fn masks_all(kind: RedactionKind, numbers: &[&str], contexts: &[(&str, &str)]) {
    for number in numbers {
        for (before, after) in contexts {
            let line = format!("{before}{number}{after}");
            let (text, receipts) = redact(&line);
            let (names, others): (Vec<Redaction>, Vec<Redaction>) =
                receipts.into_iter().partition(|receipt| receipt.kind == RedactionKind::Name);
            let start = column(before.chars().count());
            let length = column(number.chars().count());
            assert_eq!(others, [Redaction { line: 7, start, length, kind }], "{line}");
            let mut expected: Vec<char> = line.chars().collect();
            for mask in names.iter().chain(&others) {
                let at = mask.start as usize..(mask.start + mask.length) as usize;
                expected[at].fill(mask.kind.mask());
            }
            assert_eq!(text, expected.into_iter().collect::<String>(), "{line}");
        }
    }
}

#[test]
fn masks_every_planted_mobile_number() {
    let numbers = [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "１３８００１３８０００",
        "+86 13800138000",
        "+8613800138000",
        "86-138-0013-8000",
        "19900000000",
    ];
    let contexts = [
        ("", ""),
        ("联系人：张某，电话：", "。"),
        ("联系电话\t", "\t传真"),
        ("张某", ""),
        ("手机:", ";微信同号"),
        ("(", ")"),
        ("Tel:", " "),
        ("项目负责人：李某 ", "　填报日期：2024-01-11"),
        ("<b>", "</b>"),
        ("申请资金35.2万元，联系", "（王某）"),
    ];
    masks_all(RedactionKind::Mobile, &numbers, &contexts);
}

#[test]
fn masks_every_planted_landline_number() {
    let numbers = [
        "0355-2221234",
        "0355 2221234",
        "010-62221234",
        "(0355)2221234",
        "（0355）2221234",
        "0355—2221234",
        "021 6222 1234",
        "0355-2221234-801",
        "０３５５－２２２１２３４",
    ];
    let contexts = [
        ("", ""),
        ("电话：", "。"),
        ("联系电话\t", "\t传真"),
        ("监督举报电话", "，邮编030000"),
        ("咨询电话为", "、"),
        ("张某", "转办公室"),
        ("(", ")"),
    ];
    masks_all(RedactionKind::Landline, &numbers, &contexts);
}

#[test]
fn masks_every_planted_identity_card() {
    let numbers = [
        "110101199003074514",
        "11010119900307451X",
        "11010119900307451x",
        "110101 19900307 4514",
        "110101-19900307-4514",
        "１１０１０１１９９００３０７４５１４",
        "110101900307451",
        "440524188001010014",
        "650102200202302318",
    ];
    let contexts = [
        ("", ""),
        ("身份证号：", "。"),
        ("张某（", "）"),
        ("居民身份证\t", "\t男"),
        ("证件号码", "，性别男"),
        ("姓名 张某 ", " 2024年"),
        ("补贴对象：张某,", ",1200元"),
    ];
    masks_all(RedactionKind::IdentityCard, &numbers, &contexts);
}

#[test]
fn masks_every_planted_bank_card() {
    let numbers = [
        "6222020000000000000",
        "6222 0200 0000 0000 000",
        "6217-0000-0000-0000",
        "6228480000000000000",
        "6013820000000000",
        "4111111111111111",
    ];
    let contexts = [
        ("", ""),
        ("卡号：", "。"),
        ("开户行：某银行某支行 账号：", ""),
        ("收款账户\t", "\t张某"),
        ("银行卡", "，"),
        ("账号", "（基本户）"),
        ("张某 ", " 工商银行"),
        ("汇入", "账户"),
        ("(", ")"),
        ("户名：张某；", "；"),
    ];
    masks_all(RedactionKind::BankCard, &numbers, &contexts);
}

#[test]
fn masks_every_planted_address() {
    let numbers = [
        "zhangmou@mail.example.com",
        "00000000@example.com",
        "zhang.mou@example.org",
        "Zhang_Mou-1@mail.example.com.cn",
        "zhangmou＠example.net",
        "a@example.cn",
    ];
    let contexts = [
        ("", ""),
        ("邮箱：", "。"),
        ("电子邮箱\t", "\t传真"),
        ("E-mail:", "，"),
        ("联系人张某 ", ""),
        ("(", ")"),
        ("请发至", "邮箱"),
        ("<", ">"),
        ("邮件地址为", "；"),
        ("", "（办公室）"),
    ];
    masks_all(RedactionKind::Email, &numbers, &contexts);
}

#[test]
fn masks_numbers_and_names_in_lists_of_payments() {
    let lines = [
        ("张某\t13800138000\t1200.00\t3000.00\t20000", 2),
        ("张某\t13800138000\t李某\t13900139000\t王某\t15900159000", 6),
        ("劳务费\t王某\t110101199003074514\t6222020000000000000\t1200", 3),
        ("电话13800138000万老师", 2),
        ("0355-2221234,0355-2225678/13800138000", 3),
        ("联系电话：2221234、2225678", 2),
        ("联系电话\t6222123", 1),
        ("传真: 2221234", 1),
        ("联系方式 张某13800138000 邮箱zhang@example.com", 3),
    ];
    for (line, count) in lines {
        assert_eq!(redact(line).1.len(), count, "{line}");
    }
}

#[test]
fn leaves_every_look_alike() {
    let numbers = [
        "20240111112139",
        "202401111121",
        "20240111",
        "2024-01-11 11:21:39",
        "2010306",
        "30201",
        "939.02",
        "19505263.62",
        "13900000000.00",
        "13,800,138,000",
        "1,390,000,000.00",
        "140522000000",
        "030000",
        "12345",
        "2023-2025",
        "晋财预〔2024〕12号",
        "C13080200",
        "100%",
        "1.38001380001",
        "www.example.gov.cn",
        "office@example.gov.cn",
    ];
    let contexts = [
        ("", ""),
        ("合计\t", "\t"),
        ("共计", "元"),
        ("金额为", "万元"),
        ("代码：", ""),
        ("（", "）"),
        ("年度", "。"),
    ];
    for number in numbers {
        for (before, after) in contexts {
            let line = format!("{before}{number}{after}");
            assert_eq!(redact(&line), (line.clone(), Vec::new()));
        }
    }
    let lines = [
        "资金13800138000元",
        "投入 13800138000.00",
        "发票代码 014002100111",
        "统一社会信用代码 11140522MB1234567X",
        "统一社会信用代码：111405220123456789",
        "项目编号：JZ-2024-13800138000",
        "订单号1380013800012",
        "预算编码14118124P000313800138",
        "合同编号 6222020000000000000123",
        "面积13800138000平方米",
        "浏览次数：13812",
        "¥13800138000",
        "13800138000.5",
        "一、一般公共服务支出\t1\t13800138000",
        "201\t一般公共服务支出\t13800138000\t13800138000.50",
    ];
    for line in lines {
        assert_eq!(redact(line), (line.to_owned(), Vec::new()));
    }
}
