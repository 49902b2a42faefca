//! Where names are looked for, and what they look like: marked with `«…»` in each case, and nothing else masked.

use super::*;
use crate::text::SourceText;

/// Masks a document in which `«…»` marks what is personal; the marks themselves are taken out first.
#[track_caller]
pub(super) fn check(marked: &str) {
    let text: String = marked.chars().filter(|c| !matches!(c, '«' | '»')).collect();
    let mut inside = false;
    let expected: String = marked
        .chars()
        .filter_map(|c| match c {
            '«' => std::mem::replace(&mut inside, true).then_some(c),
            '»' => (!std::mem::replace(&mut inside, false)).then_some(c),
            _ if inside => Some('■'),
            _ => Some(c),
        })
        .collect();
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let mut lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
    for mask in source.redactions() {
        let at = mask.start as usize..(mask.start + mask.length) as usize;
        lines[mask.line as usize - 1][at].fill('■');
    }
    let masked: Vec<String> = lines.into_iter().map(|line| line.into_iter().collect()).collect();
    assert_eq!(masked.join("\n"), expected, "{marked}");
}

#[test]
fn names_behind_labels() {
    for marked in include_str!("names.txt").lines() {
        check(marked);
    }
}

#[test]
fn names_in_cells_and_lines_below() {
    for marked in [
        "负责人:\t«张三»\t经办人:\t«李四»\t联系电话:\t«13800138000»\t填报日期:\t20240111112139",
        "负责人:\t\t«张三»\t\t经办人:\t\t«李四»",
        "项目负责人\t«张某»\t联系电话\t«0355-2221234»",
        "单位负责人：（签章）\t«张三»",
        "评价组成员\t«张三»\t«李四»\t«王五»",
        "|联系人|«张三»|电话|",
        "联系人\t联系电话\n«张三»\t«13800138000»\n«李四»\t«13900139000»",
        "序号\t项目名称\t负责人\t金额\n1\t高新区道路\t«张三»\t12.5\n2\t黄河治理\t«王小明»\t3.00\n合计\t\t\t15.5",
        "姓名\t职务\t签字\n«张三»\t科长\t«张三»\n«李某»\t科员\t",
        "项目负责人：\n«张三»",
        "项目负责人：\n\n«张三»　«13800138000»",
        "成员：«张三»、«李四»、\n«王五»、«赵六»",
        "签字：\n«王小明»",
        "联系人: \t«张三»",
        "联系人：\t\t\t«张三»\t",
        "项目负责人及联系电话\t«张三» «13800138000»",
        "单位\t联系人\t电话\n某县财政局\t«张三»\t«0355-2221234»\n\n某县审计局\t«李 四»\t",
        "项目负责人\t联系人\t联系电话\n«张三»\t«李四»\t«13800138000»",
        "序号\t姓名\t职务\n1\t«张三»\t主任\n2\t«欧阳某某»\t会计\n3\t«买买提·测试»\t科员",
        "项目单位\t某局\t项目负责人\t«张三»\t联系电话\t«13800138000»",
        "审核人：\n\n«张三»",
        "组长\t«张三»\t副组长\t«李四»\t成员\t«王五»、«赵六»",
    ] {
        check(marked);
    }
}

#[test]
fn names_beside_personal_numbers() {
    for marked in [
        "请与«张三»«13800138000»联系。".replace("请与", "请联系").as_str(),
        "«张某»（«13800138000»）",
        "«王小明»电话：«13800138000»",
        "«李某»科长 «13800138000»",
        "«13800138000»（«王某»）",
        "«张三»\t«110101199003074514»\t1200.00",
        "«赵小六»，«0355-2221234»",
    ] {
        check(marked);
    }
}

#[test]
fn the_mask_of_a_name_is_not_read_as_bold() {
    let (text, receipts) = redact("联系人：张三　经办人：李四");
    assert_eq!(text, "联系人：＊＊　经办人：＊＊");
    assert_eq!(crate::text::plain(&text), text);
    assert!(receipts.iter().all(|receipt| receipt.kind.name() == "name"));
}

#[test]
fn messengers_documents_and_own_cars() {
    for marked in [
        "QQ：«12345678»",
        "qq号码 «1234567890»",
        "微信号：«zhang_san88»",
        "微信：«wxid_test01»",
        "微信号«zhangsan2024»",
        "微信号\t«13800138000»",
        "护照号：«E12345678»",
        "护照号码 «EA1234567»",
        "军官证号：军字第«1234567»号",
        "残疾人证号：«11010119900307451X21»",
        "私家车车牌号：«晋E12345»",
        "车主«张三»，车牌«晋E·12345»".replace("车主«张三»，", "车主：«张三»，").as_str(),
        "邮箱：«zhangsan @ example.com»",
        "邮箱：«zhangsan[at]example.com»",
        "邮箱：«zhangsan（at）example.com.cn»",
        "邮箱：«ｚｈａｎｇｓａｎ＠ｅｘａｍｐｌｅ．ｃｏｍ»",
        "邮箱：«zhang.san@example. com»",
    ] {
        check(marked);
    }
    for line in [
        "公务用车车牌号：晋E12345",
        "微信公众号：某某发布",
        "QQ群：12345678",
        "邮箱：office @ example.gov.cn",
        "邮箱：office[at]example.gov.cn",
        "护照办理12000本",
    ] {
        check(line);
    }
}

/// An exception lets its name stand and nothing else, and says that it was needed.
#[test]
fn allowed_names_and_addresses_stand() {
    let allowed = [
        Allow::Name("张三".to_owned()),
        Allow::Address("@example.org".to_owned()),
        Allow::Address("zhang@example.com".to_owned()),
        Allow::Name("无人".to_owned()),
    ];
    let redactor = Redactor::new(allowed);
    let mut masker = redactor.masker();
    let line = "联系人：张 三、李四，a@example.org，Zhang@Example.com，b@example.com";
    assert_eq!(masker.line(1, line), "联系人：张 三、＊＊，a@example.org，Zhang@Example.com，*************");
    assert_eq!(masker.used, BTreeSet::from([0, 1, 2]));
}

#[test]
fn every_pattern_is_in_use() {
    assert_eq!(PATTERNS.len(), 8);
    assert_eq!(labelled::count(), 5);
}
