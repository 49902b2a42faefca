//! Personal values planted in every place of a document are in no byte of the site, in no term and no stored record
//! of its search index, and in nothing the program prints.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tantivy::directory::RamDirectory;
use tantivy::{Directory as _, Index};

use crate::run::{Root, gongkai, tree};

/// What must be nowhere. Pairs of a name's characters are terms of the index, so they stand here as well.
const PLANTED: [&str; 30] = [
    "张三丰",
    "三丰",
    "李四光",
    "四光",
    "王小明",
    "小明",
    "赵六六",
    "六六",
    "孙某某",
    "孙某",
    "欧阳某某",
    "阳某",
    "周某",
    "吴××",
    "买买提·测试",
    "买买提",
    "郑 七",
    "钱八",
    "冯九",
    "陈十一",
    "13800138000",
    "138 0013 8001",
    "0355-2221234",
    "2225678",
    "110101199003074514",
    "6222020000000000000",
    "zhangsan",
    "12345678@",
    "zhang_san88",
    "87654321",
];

const DOCUMENT: &str = "某县财政局2024年度部门决算\n\n\
    联系人：张三丰　联系电话：13800138000\n\n\
    目　录\n一、部门概况……1\n二、收入支出决算总表……2\n\n\
    第一部分 部门概况\n一、主要职责\n负责全县财政工作。科室负责人及分管领导批准后执行。\n\
    联系人王小明，邮箱zhangsan@example.com，微信号：zhang_san88，QQ：87654321。\n\n\
    第二部分 部门决算表\n收入支出决算总表\n公开01表\n部门：某县财政局\t\t\t金额单位：万元\n\
    收入\t\t\t支出\t\t\n项目\t行次\t金额\t项目\t行次\t金额\n栏次\t\t1\t栏次\t\t2\n\
    一、一般公共预算财政拨款收入\t1\t100.00\t一、一般公共服务支出\t31\t80.00\n\
    本年收入合计\t27\t100.00\t本年支出合计\t57\t80.00\n\
    总计\t30\t100.00\t总计\t60\t100.00\n\
    注：本表由钱八（经办人）填报，联系电话：2225678。\n\
    填表人：李四光　审核人：赵六六　单位负责人（签章）：吴××\n\n\
    人员补助发放表\n姓名\t身份证号\t账号\t金额\n孙某某\t110101199003074514\t6222020000000000000\t1200.00\n\n\
    项目支出绩效自评表\n(2024年度)\n项目名称\t高新区道路项目\n主管部门\t某县财政局\t实施单位\t某县财政局\n\
    项目资金\t年初预算\t全年预算\t全年执行\t分值\t执行率\t得分\n资金总额\t10.00\t10.00\t10.00\t10\t100%\t10\n\
    一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t道路数量\t≥2条\t2条\t50\t50\n\
    负责人:\t欧阳某某\t经办人:\t周某\t联系电话:\t0355-2221234\t填报日期:\t20240111112139\n\n\
    评价组成员：买买提·测试、郑 七、冯九\n\n\
    第三部分 情况说明\n项目由陈十一138 0013 8001负责，申报邮箱12345678@example.org。\n\
    项目负责人：\n张三丰\n主要负责人用车1辆，法定代表人离任审计2次。\n";

/// A site of the document in two encodings.
fn planted() -> Root {
    let root = Root::new();
    let gbk = encoding_rs::GB18030.encode(DOCUMENT).0.into_owned();
    root.unit("one", "某县财政局")
        .write("content/one/2024-final.txt", DOCUMENT)
        .write("content/one/2024-budget.txt", DOCUMENT.replace('\n', "\r\n"))
        .unit("two", "某县审计局")
        .write("content/two/2024-final.txt", gbk)
        .write("content/one/notes.md", "公开咨询电话：0351-7654321（办公室）\n");
    root
}

#[test]
fn planted_values_are_in_no_byte_of_the_site() {
    let root = planted();
    let ran = root.build(&[]).ok();
    for value in PLANTED {
        assert!(!ran.out.contains(value) && !ran.err.contains(value), "{value} is printed: {}", ran.err);
    }
    let files = tree(&root.public());
    assert!(files.len() > 50, "{} files", files.len());
    for value in PLANTED {
        let encoded: String = value.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let escaped: String = value.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        for form in [value, &encoded, &encoded.to_ascii_lowercase(), &escaped] {
            for (path, bytes) in &files {
                let held = bytes.windows(form.len()).any(|window| window == form.as_bytes());
                assert!(!held && !path.contains(form), "{path} holds {value}");
            }
        }
    }
}

#[test]
fn planted_values_are_in_no_term_and_no_record_of_the_index() {
    let root = planted();
    root.build(&[]).ok();
    let files = unpacked(&root.public().join("search-index"));
    let (index, records) = (open(&files), records(&files));
    let searcher = index.reader().unwrap().searcher();
    let mut terms = BTreeSet::new();
    for reader in searcher.segment_readers() {
        for (field, entry) in index.schema().fields().filter(|(_, entry)| entry.is_indexed()) {
            let inverted = reader.inverted_index(field).unwrap();
            let mut stream = inverted.terms().stream().unwrap();
            while stream.advance() {
                terms.insert((entry.name().to_owned(), String::from_utf8_lossy(stream.key()).into_owned()));
            }
        }
    }
    assert!(terms.iter().any(|(_, term)| term == "高新"), "the index holds the documents' words");
    assert!(records.len() > 20, "{} records", records.len());
    for value in PLANTED {
        let folded: String = gongkai_search::fold(value).chars().filter(|c| c.is_alphanumeric()).collect();
        for (field, term) in &terms {
            let plain: String = term.chars().filter(|c| c.is_alphanumeric()).collect();
            assert!(!term.contains(value) && plain != folded, "the term {term} of {field} holds {value}");
        }
        for record in &records {
            assert!(!record.contains(value), "{value} is stored: {record}");
        }
    }
}

/// The files in the published bundle, by name, and the description of the index.
fn unpacked(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let pointer: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("index.json")).unwrap()).unwrap();
    let bundle = std::fs::read(folder.join(pointer["bundle"]["name"].as_str().unwrap())).unwrap();
    let unpack = |file: &serde_json::Value| {
        let number = |field: &str| usize::try_from(file[field].as_u64().unwrap_or(0)).unwrap();
        let bytes = bundle[number("at")..number("at") + number("bytes")].to_vec();
        (file["name"].as_str().unwrap().to_owned(), bytes)
    };
    let meta = ("meta.json".to_owned(), pointer["meta"].as_str().unwrap().as_bytes().to_vec());
    pointer["files"].as_array().unwrap().iter().map(unpack).chain([meta]).collect()
}

/// The lists of terms.
fn open(files: &BTreeMap<String, Vec<u8>>) -> Index {
    let directory = RamDirectory::create();
    for (name, bytes) in files {
        directory.atomic_write(Path::new(name), bytes).unwrap();
    }
    Index::open(directory).unwrap()
}

/// What is kept of the records: a line each, in deflated blocks.
fn records(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut rest = files["cards"].as_slice();
    let mut records = Vec::new();
    for entry in files["cards.index"].chunks_exact(8) {
        let bytes = u32::from_le_bytes(entry[4..].try_into().unwrap());
        let (block, after) = rest.split_at(usize::try_from(bytes).unwrap());
        let lines = miniz_oxide::inflate::decompress_to_vec(block).unwrap();
        records.extend(String::from_utf8(lines).unwrap().lines().map(str::to_owned));
        rest = after;
    }
    assert!(rest.is_empty());
    records
}

#[test]
fn masks_keep_their_place_and_leave_receipts() {
    let root = planted();
    root.build(&[]).ok();
    let source = root.page("units/one/2024/final/source/source.txt");
    let lengths = |text: &str| text.lines().map(|line| line.chars().count()).collect::<Vec<_>>();
    assert_eq!(lengths(&source), lengths(DOCUMENT));
    for kept in [
        "20240111112139",
        "科室负责人及分管领导批准",
        "主要负责人用车",
        "法定代表人离任审计",
        "高新区道路项目",
    ] {
        assert!(source.contains(kept), "{kept}");
    }
    let receipts = root.page("units/one/2024/final/data/redactions.csv");
    for kind in ["name", "mobile", "landline", "identity-card", "bank-card", "e-mail", "messenger"] {
        assert!(receipts.contains(&format!(",{kind},")), "{kind}: {receipts}");
    }
    let notes = root.page("units/one/index.html");
    assert!(notes.contains("0351-7654321"), "the editor's own notes stand as written");
}

#[test]
fn no_message_shows_what_was_masked() {
    let root = planted();
    for format in ["full", "brief", "json"] {
        let ran = gongkai(&["check", "--root", root.path().to_str().unwrap(), "--format", format]);
        assert!((ran.out.clone() + &ran.err).contains("N0306"), "{}", ran.err);
        for value in PLANTED {
            assert!(!ran.out.contains(value) && !ran.err.contains(value), "{value} is printed as {format}");
        }
    }
}

#[test]
fn exceptions_stand_and_stale_ones_are_named_with_their_line() {
    let root = planted();
    root.write(
        "site.toml",
        "[[redact.allow]]\nnumber = \"0355-2221234\"\nreason = \"热线\"\n\
         [[redact.allow]]\nname = \"王小明\"\nreason = \"负责人\"\n\
         [[redact.allow]]\nname = \"韩十二\"\nreason = \"已离任\"\n\
         [[redact.allow]]\naddress = \"@example.net\"\nreason = \"单位邮箱\"\n",
    );
    let ran = root.build(&[]).ok();
    let source = root.page("units/one/2024/final/source/source.txt");
    assert!(source.contains("0355-2221234") && source.contains("王小明") && !source.contains("李四光"));
    let checked = gongkai(&["check", "--root", root.path().to_str().unwrap(), "--format", "brief"]);
    for said in [&ran.err, &(checked.out + &checked.err)] {
        assert_eq!(said.matches("W0111").count(), 2, "{said}");
    }
    for line in ["site.toml:7", "site.toml:10"] {
        assert!(ran.err.contains(line), "{}", ran.err);
    }
}
