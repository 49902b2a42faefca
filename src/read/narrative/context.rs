//! What a paragraph has said so far: its topic, the lists it opened, what it compares with.

use std::sync::LazyLock;

use regex::Regex;

use super::label::COMPARISON;

/// What is spoken of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Topic {
    pub subject: String,
    /// Index of the claim that names it as an amount.
    pub claim: Option<usize>,
    /// The year, where it is another than the document's.
    pub year: String,
    /// Of the whole of a list: whether 包括 opened it.
    by_including: bool,
}

impl Topic {
    /// An amount that was named.
    pub fn amount(subject: String, claim: Option<usize>, year: String) -> Self {
        Self { subject, claim, year, by_including: false }
    }
}

/// The state between two numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// 1-based.
    pub sentence: u32,
    pub topic: Option<Topic>,
    /// The wholes of the lists that are open (其中, 主要包括), the innermost last.
    pub wholes: Vec<Topic>,
    /// Amounts named in the innermost list since its last semicolon.
    pub items: usize,
    /// The year or budget that changes are held against.
    pub base: String,
    /// Whether a comparison stands between this number and the one before.
    pub compares: bool,
    /// Whether it gives reasons.
    pub explains: bool,
    /// Whether the words stand inside the title of a document (《…》).
    pub in_title: bool,
    /// The last count's subject in this sentence.
    pub counted: String,
    /// Whether the last paragraph goes on in the next (它以 ： or ； ends).
    goes_on: bool,
    /// How many lists were open where the paragraph began.
    depth: usize,
    section: Option<usize>,
}

/// Clauses before a colon that name no topic.
const CUES: [&str; 12] =
    ["其中", "包括", "方面", "原因", "如下", "情况", "主要", "分别", "用于", "结果", "问题", "措施"];

impl Context {
    /// A new paragraph begins.
    pub fn begin(&mut self, section: Option<usize>, lead: Option<String>) {
        let sentence = self.sentence + 1;
        let lead = lead.map(|subject| Topic { subject, ..Topic::default() });
        if !(self.goes_on && self.section == section) {
            *self = Self { sentence, section, topic: lead, ..Self::default() };
            return;
        }
        let wholes = std::mem::take(&mut self.wholes);
        let base = std::mem::take(&mut self.base);
        // What the item is about, unless it was an amount.
        let topic = lead.or(self.topic.take().filter(|topic| topic.claim.is_none()));
        *self = Self { sentence, section, topic, base, depth: wholes.len(), wholes, ..Self::default() };
    }

    /// The section of the paragraph.
    pub fn section(&self) -> Option<usize> {
        self.section
    }

    /// The paragraph ends with these words behind its last number.
    pub fn end(&mut self, tail: &str, whole: &str) {
        self.pass(tail);
        self.goes_on = whole.ends_with(['：', ':', '；', ';', '，', ',', '、']);
    }

    /// Takes in the words between two numbers.
    pub fn pass(&mut self, between: &str) {
        static EVENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
            Regex::new(r"[。！？；;：:]|其中|主要包括|包括|以下方面|原因|由于|[（(]\d{1,2}[)）]|[《》]").ok()
        });
        self.compares = false;
        let Some(event) = &*EVENT else { return };
        let mut from = 0;
        for hit in event.find_iter(between) {
            self.compare(&between[from..hit.start()]);
            match hit.as_str() {
                "。" | "！" | "？" => self.stop(),
                "；" | ";" => self.pause(),
                "：" | ":" => self.name(&between[from..hit.start()]),
                "其中" => self.open(false),
                "主要包括" | "包括" | "以下方面" => self.open(true),
                "《" | "》" => self.in_title = hit.as_str() == "《",
                "（1）" | "(1)" => {}
                "原因" | "由于" => self.explains = true,
                _ => self.next_item(),
            }
            let is_mark = hit.as_str().chars().count() == 1;
            from = if is_mark { hit.end() } else { from };
        }
        self.compare(&between[from..]);
    }

    fn compare(&mut self, words: &str) {
        let hit = COMPARISON.as_ref().and_then(|regex| regex.captures_iter(words).last());
        if let Some(base) = hit.and_then(|hit| hit.get(1)) {
            self.base = base.as_str().to_owned();
            self.compares = true;
        } else if words.contains("同比") {
            self.base = "上年".to_owned();
            self.compares = true;
        }
    }

    fn stop(&mut self) {
        self.pause();
        self.in_title = false;
        self.wholes.clear();
        self.base.clear();
    }

    fn pause(&mut self) {
        self.sentence += 1;
        self.explains = false;
        self.compares = false;
        self.items = 0;
        self.counted.clear();
        let ends = |whole: &Topic| whole.by_including;
        while self.wholes.len() > self.depth.max(1) && self.wholes.last().is_some_and(ends) {
            self.wholes.pop();
        }
    }

    /// A list of parts begins.
    fn open(&mut self, by_including: bool) {
        self.explains = false;
        self.items = 0;
        let Some(topic) = self.topic.as_ref().filter(|topic| topic.claim.is_some()) else { return };
        if self.wholes.last().is_none_or(|last| last.claim != topic.claim) {
            self.wholes.push(Topic { by_including, ..topic.clone() });
        }
    }

    /// （2）, （3） … goes back to the list in which （1） stands.
    fn next_item(&mut self) {
        if self.wholes.len() > 1 {
            self.wholes.pop();
        }
    }

    /// Words before a colon may name what the sentence is about.
    fn name(&mut self, clause: &str) {
        let clause = clause.rsplit(['，', ',', '。', '；']).next().unwrap_or_default();
        let subject = clause.trim_start_matches(|c: char| c.is_ascii_digit() || "、.．（）() ".contains(c));
        let length = subject.chars().count();
        if (2..=40).contains(&length) && !CUES.iter().any(|cue| subject.contains(cue)) {
            self.topic = Some(Topic { subject: subject.to_owned(), ..Topic::default() });
        }
    }
}
