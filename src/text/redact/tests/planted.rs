//! How many planted values are masked, and how many look-alikes are not: counted and printed.

use super::*;
use crate::text::SourceText;

/// Names nobody in particular has.
const NAMES: [&str; 20] = [
    "张三",
    "李四",
    "王五",
    "赵六",
    "王小明",
    "李小红",
    "张某",
    "李某某",
    "王××",
    "赵XX",
    "刘○○",
    "欧阳某某",
    "司马小明",
    "诸葛某",
    "买买提·测试",
    "阿依·某某",
    "张 三",
    "王 小 明",
    "欧 阳 某",
    "郝某",
];

/// Where a name is printed; `@` stands for it.
const NAME_FORMS: [&str; 48] = [
    "联系人：@",
    "联系人: @ 联系电话: 0355-1234",
    "联系人 @",
    "联系人@，",
    "联 系 人：@",
    "单位联系人：@。",
    "联系人（@）",
    "联系人	@	联系电话	",
    "联系人：	@	联系电话：	",
    "联系人及电话：@",
    "经办人：@",
    "经办人:		@		联系电话:		",
    "经办人签字：@",
    "负责人：@　经办人：",
    "负责人:	@	经办人:		填报日期:	20240111112139",
    "项目负责人：@",
    "项目负责人	@	资金总额	12.5",
    "单位负责人（签章）：@",
    "单位负责人：（签章）	@",
    "财务负责人：@ 日期：2024年3月1日",
    "财务负责人(签字): @",
    "填报人：@填报日期：2024年1月5日",
    "填表人：@",
    "制表人：@　审核人：",
    "审核人：@",
    "复核人：@ ",
    "分管领导：@",
    "主管领导：副局长@",
    "主管领导签字：@",
    "签字：@",
    "签名：@",
    "签章：@",
    "主要负责人：@",
    "法定代表人：@",
    "法定代表人（签字）：@",
    "法人代表：@",
    "评价人：@",
    "评价组成员：@、各科室",
    "评价组组长：@",
    "组长：@",
    "成员：@",
    "姓名：@",
    "联系人：@科长",
    "负责人：@局长",
    "项目负责人：\n@",
    "联系人	联系电话\n@	",
    "序号	负责人	金额\n1	@	12.5\n合计		12.5",
    "@（经办人）",
];

/// Numbers and addresses nobody has, by kind, with where they are printed; `@` stands for them.
const OTHERS: [(&[&str], &[&str]); 8] = [
    (
        &["13800138000", "138 0013 8001", "138-0013-8002", "１３８００１３８００３", "+86 13800138004"],
        &["@", "电话：@。", "联系电话	@	传真", "手机：@，", "（@）", "申请资金35.2万元，电话@"],
    ),
    (
        &["0355-2221234", "（0355）2221234", "010-62221234", "0355 2221234"],
        &["@", "电话：@", "联系电话	@", "监督电话@，", "@转办公室"],
    ),
    (
        &["110101199003074514", "11010119900307451X", "110101 19900307 4514", "110101900307451"],
        &["@", "身份证号：@。", "身份证	@	男", "（@）", "证件号码@，"],
    ),
    (
        &["6222020000000000000", "6217 0000 0000 0000", "4111111111111111"],
        &["@", "卡号：@", "账号@（基本户）", "银行卡	@"],
    ),
    (
        &[
            "zhangsan@example.com",
            "zhang.san＠example.com.cn",
            "san @ example.net",
            "zhangsan[at]example.com",
            "12345678@example.org",
        ],
        &["@", "邮箱：@。", "电子邮箱	@	", "E-mail: @", "请发至@邮箱"],
    ),
    (&["12345678", "1234567890"], &["QQ：@", "QQ号码：@", "QQ @", "qq:@，"]),
    (&["zhang_san88", "wxid-test01"], &["微信号：@", "微信：@", "微信号	@", "微信号@，"]),
    (&["E12345678", "EA1234567"], &["护照号：@", "护照号码 @", "护照	@"]),
];

/// Every form with every value: the text, and the characters the value takes.
fn planted() -> Vec<(String, std::ops::Range<usize>)> {
    let forms = NAME_FORMS.iter().flat_map(|form| NAMES.map(|name| (*form, name)));
    let others = OTHERS.iter().flat_map(|(values, forms)| {
        forms.iter().flat_map(move |form| values.iter().map(move |value| (*form, *value)))
    });
    forms
        .chain(others)
        .map(|(form, value)| {
            let at = form.split('@').next().unwrap_or_default().chars().count();
            (form.replacen('@', value, 1), at..at + value.chars().count())
        })
        .collect()
}

/// What is masked, in characters of the whole text, line ends counted.
fn masks(text: &str) -> Vec<std::ops::Range<usize>> {
    let source = SourceText::new(text.as_bytes(), &Redactor::default());
    let starts: Vec<usize> = text
        .split('\n')
        .scan(0, |next, line| {
            let start = *next;
            *next += line.chars().count() + 1;
            Some(start)
        })
        .collect();
    let masks = source.redactions().iter().map(|mask| {
        let start = starts[mask.line as usize - 1] + mask.start as usize;
        start..start + mask.length as usize
    });
    masks.collect()
}

/// All that is personal is masked, and of what is masked no more than two in a hundred are not personal.
#[test]
fn recall_is_whole_and_precision_high() {
    let planted = planted();
    let (mut missed, mut wrong, mut right) = (Vec::new(), Vec::new(), 0_usize);
    for (text, value) in &planted {
        let masks = masks(text);
        let held = |at: usize| masks.iter().any(|mask| mask.contains(&at));
        if value.clone().all(held) {
            right += 1
        } else {
            missed.push(text)
        }
        if masks.iter().any(|mask| mask.start < value.start || mask.end > value.end) {
            wrong.push(text.as_str());
        }
    }
    let look_alikes: Vec<&str> = include_str!("lookalikes.txt").lines().collect();
    wrong.extend(look_alikes.iter().filter(|line| !masks(line).is_empty()));
    println!(
        "{} planted, {right} masked; {} look-alikes; {} wrong masks: {wrong:?}",
        planted.len(),
        look_alikes.len(),
        wrong.len()
    );
    assert!(planted.len() >= 200 && look_alikes.len() >= 200, "{} {}", planted.len(), look_alikes.len());
    assert_eq!(missed, Vec::<&String>::new());
    assert!(wrong.len() * 50 <= look_alikes.len(), "{wrong:#?}");
}
