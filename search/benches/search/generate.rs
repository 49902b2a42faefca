//! Records like those of a large archive, from a number alone: the same everywhere.
//!
//! Names are those of counties, of the kinds of units and of projects, some with characters drawn at random; bodies are
//! sentences of the documents in `content/` with their digits and every fiftieth character drawn anew, about 500
//! characters each, so that the index meets as many different words as it would in reality.

use std::path::Path;

use gongkai_search::{Kind, Record, Region, Stage};

const COUNTIES: &str = "阳城县 沁水县 高平市 陵川县 泽州县 榆次区 太谷区 介休市 祁县 平遥县 灵石县 寿阳县 昔阳县 和顺县 左权县 \
    榆社县 汾阳市 孝义市 离石区 文水县 交城县 兴县 临县 柳林县 石楼县 岚县 方山县 中阳县 交口县 平城区 云冈区 新荣区 云州区 \
    阳高县 天镇县 广灵县 灵丘县 浑源县 左云县 小店区 迎泽区 杏花岭区 尖草坪区 万柏林区 晋源区 清徐县 阳曲县 娄烦县 古交市";
const BODIES: &str =
    "行政审批服务管理局 政务服务中心 公共资源交易中心 财政局 教育局 卫生健康局 交通运输局 水利局";
const PROJECTS: &str = "电子政务外网服务项目 电子政务外网网络租赁及运维等费用 新开办企业免费刻制印章 公章刻制经费 \
    免费刻章服务费 政务服务窗口受理服务 政务服务“好差评”第三方技术服务费 C22云视讯视频会议系统专线使用费项目 \
    社会组织法定代表人离任审计、注销清算审计 通信光缆租赁服务项目 开评标区安装屏蔽系统项目 惠企政策采集梳理及运营服务项目 \
    办件结果邮寄项目 证照印制费用 市民服务中心工装采购费用 专家劳务费用 基层就近办建设项目 CA数字证书办理费 \
    便民办事服务平台定制开发服务 大厅服务费 公共资源信息化平台运行维护费 评估(评标)评审费 特种设备作业人员考试费 \
    12345政府便民服务热线运行管理费 残疾人就业保障金 行政审批业务经费 政务云资源服务经费 保运转经费 聘用临时工工资";
/// Characters of a body, at least.
const BODY: usize = 470;

/// Where everything is drawn from.
pub(crate) struct Source {
    sentences: Vec<String>,
    characters: Vec<char>,
}

/// A small source of numbers.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed + 1) | 1);
        for _ in 0..8 {
            dice.roll(2);
        }
        dice
    }

    /// A number below `n`.
    pub(crate) fn roll(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % n as u64).unwrap()
    }

    fn word<'a>(&mut self, words: &'a str) -> &'a str {
        let all: Vec<&str> = words.split_whitespace().collect();
        all[self.roll(all.len())]
    }
}

/// A Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

impl Source {
    /// Reads the sentences and the characters of the documents in a folder.
    pub(crate) fn read(content: &Path) -> Self {
        let mut texts: Vec<_> = folders(content)
            .flat_map(|folder| folders(&folder).collect::<Vec<_>>())
            .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
            .collect();
        texts.sort();
        let text: String = texts.iter().map(|path| std::fs::read_to_string(path).unwrap() + "\n").collect();
        let is_sentence =
            |part: &&str| part.chars().filter(|c| is_han(*c)).count() >= 12 && part.chars().count() < 120;
        let parts = text.split(['。', '\n', '；', '\t', '|']).map(str::trim);
        let mut sentences: Vec<String> =
            parts.filter(is_sentence).map(|part| part.replace(['<', '>', '*', '#'], "")).collect();
        sentences.sort();
        sentences.dedup();
        assert!(sentences.len() > 100, "{} has {} sentences", content.display(), sentences.len());
        // Common and rare ones: any may stand in a name.
        Self { sentences, characters: ('\u{4e00}'..='\u{5fff}').step_by(2).collect() }
    }

    fn characters(&self, dice: &mut Dice, count: usize) -> String {
        (0..count).map(|_| self.characters[dice.roll(self.characters.len())]).collect()
    }

    /// The record with a number.
    pub(crate) fn record(&self, number: usize) -> Record {
        let mut dice = Dice::new(number as u64);
        let county = dice.word(COUNTIES);
        let unit_name = format!("{county}{}", dice.word(BODIES));
        let year = 2018 + dice.roll(8);
        let yuan = 10_000 + dice.roll(50_000_000);
        let value = format!("{}.{:02}", yuan / 100, yuan % 100);
        let title = self.name(&mut dice, county, year);
        let body = self.body(&mut dice, &format!("{unit_name}{year}年度{title}，预算{value}元。"));
        let kinds = [Kind::Project, Kind::Project, Kind::Line, Kind::Indicator, Kind::Section, Kind::Finding];
        Record {
            url: format!("pages/{}/{number}.html", number / 1000),
            title,
            kind: kinds[dice.roll(kinds.len())],
            unit: Some(unit_name.clone()),
            unit_name: Some(unit_name),
            region: Some(Region { code: county.to_owned(), name: county.to_owned() }),
            year: Some(u16::try_from(year).unwrap()),
            stage: Some(if dice.roll(4) == 0 { Stage::Budget } else { Stage::Final }),
            codes: Vec::new(),
            body,
            value: Some(value),
            value_name: "年初预算数".to_owned(),
        }
    }

    fn name(&self, dice: &mut Dice, county: &str, year: usize) -> String {
        let project = dice.word(PROJECTS);
        match dice.roll(4) {
            0 => format!("{year}年{project}"),
            1 => format!("{county}{project}"),
            2 => project.to_owned(),
            _ => {
                let count = 2 + dice.roll(2);
                self.characters(dice, count) + project
            }
        }
    }

    fn body(&self, dice: &mut Dice, opening: &str) -> String {
        let mut body = opening.to_owned();
        while body.chars().count() < BODY {
            for c in self.sentences[dice.roll(self.sentences.len())].chars() {
                body.push(match c {
                    '0'..='9' => char::from(b'0' + u8::try_from(dice.roll(10)).unwrap()),
                    c if is_han(c) && dice.roll(50) == 0 => self.characters[dice.roll(self.characters.len())],
                    c => c,
                });
            }
            body.push('。');
        }
        let count = 2 + dice.roll(2);
        body + &format!("由{}科技有限公司承担。", self.characters(dice, count))
    }
}

fn folders(folder: &Path) -> impl Iterator<Item = std::path::PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path())
}
