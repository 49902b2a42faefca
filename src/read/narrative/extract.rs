//! Paragraphs → claims: each number with what it is about, what it claims to be, and what it is held against.

use super::context::{Context, Topic};
use super::keys::Keys;
use super::label::{self, Label, Shape};
use super::mention::{self, Mention, Unit};
use super::prose::Prose;
use super::subject::{
    counted, following, is_bare, is_number_label, is_other_side, is_passing, is_score, lead, or,
};
use crate::model::{Aspect, Basis, Claim, Denomination, Direction, FiscalYear, Measure, Reading};
use crate::read::words;

/// A claim, and what its sentence says of it beside.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub claim: Claim,
    /// Whether its own clause names its subject.
    pub is_named: bool,
    /// Whether it stands among reasons.
    pub explains: bool,
    /// Whether it is a price, a bound, or otherwise no total.
    pub is_price: bool,
    /// Whether no words of its own say what it is about.
    pub is_silent: bool,
    /// Index of the form in whose text it stands.
    pub form: Option<usize>,
}

/// What is the same for all paragraphs.
pub(super) struct About<'a> {
    pub reading: &'a Reading,
    /// The unit's names, longest first.
    pub names: &'a [String],
    pub year: FiscalYear,
}

/// All claims, in document order.
pub(super) fn claims(prose: &[Prose], about: &About<'_>) -> Vec<Draft> {
    let mut state = State { about, drafts: Vec::new(), context: Context::default(), keys: Keys::default() };
    for paragraph in prose {
        state.paragraph(paragraph);
    }
    state.drafts
}

struct State<'a> {
    about: &'a About<'a>,
    drafts: Vec<Draft>,
    context: Context,
    keys: Keys,
}

/// What is made of a number and its label.
struct Meaning {
    aspect: Aspect,
    subject: String,
    base: String,
    direction: Option<Direction>,
    is_named: bool,
}

impl State<'_> {
    fn paragraph(&mut self, prose: &Prose) {
        let form = prose.form.and_then(|form| self.about.reading.forms.get(form));
        self.context.begin(prose.section, lead(prose).or(form.map(|form| form.name.clone())));
        let (mut passed, mut floor) = (0, 0);
        for mention in mention::mentions(&prose.chars) {
            let from = label::start(&prose.chars, floor, mention.start);
            self.context.pass(&prose.text(passed, mention.start));
            let label = label::read(&prose.text(from, mention.start), self.about.names);
            self.mention(prose, &mention, &label);
            passed = mention.end;
            // The label of what follows a bound begins before it: 单价100万元以上设备.
            floor = if mention.is_bound { floor.max(from) } else { mention.end };
        }
        let end = prose.chars.len();
        self.context.end(&prose.text(passed, end), &prose.text(end.saturating_sub(1), end));
    }

    fn mention(&mut self, prose: &Prose, mention: &Mention, label: &Label) {
        let following = following(prose, mention.end);
        if label.refers && label.subject.is_empty() && self.context.topic.is_none() {
            self.context.topic = Some(Topic::default());
        }
        self.return_to_whole(label);
        let Some(meaning) = self.meaning(mention, label, &following) else { return };
        let of = self.of(&meaning);
        let printed = prose.printed(mention.start, mention.end);
        let measure = measure(mention.unit, &label.subject);
        let base = self.year_of(&meaning, label).unwrap_or(meaning.base);
        let claim = Claim {
            key: String::new(),
            aspect: meaning.aspect,
            subject: meaning.subject,
            basis: label.basis,
            base,
            direction: meaning.direction,
            value: mention.value,
            measure,
            denomination: denomination(mention.unit),
            printed,
            span: prose.span(mention.start, mention.end),
            section: prose.section,
            sentence: self.context.sentence,
            of,
            quoted: None,
        };
        let claim = Claim { key: self.keys.of(&claim), ..claim };
        self.remember(&claim, meaning.is_named, label);
        self.drafts.push(Draft {
            claim,
            is_named: meaning.is_named,
            explains: self.context.explains,
            is_price: mention.is_price,
            is_silent: label.is_silent,
            form: prose.form,
        });
    }

    /// A comparison behind a list of several parts speaks of their whole again.
    fn return_to_whole(&mut self, label: &Label) {
        let changes = matches!(label.shape, Shape::Change(_)) && label.subject.is_empty();
        if changes && self.context.compares && self.context.items >= 2 {
            let whole = self.context.wholes.pop();
            self.context.topic = whole.or(self.context.topic.take());
        }
    }

    fn meaning(&self, mention: &Mention, label: &Label, following: &str) -> Option<Meaning> {
        match mention.unit {
            Unit::Money(_) => Some(self.money(mention, label)),
            Unit::Percent | Unit::Count(Measure::Percent) => Some(self.percent(label)),
            Unit::Count(_) if self.context.in_title => None,
            Unit::Count(_) => Some(self.count(label, following)),
            Unit::Score => is_score(&label.subject).then(|| self.plain(Aspect::Score, label)),
            Unit::Bare => is_number_label(&label.subject).then(|| self.plain(Aspect::Count, label)),
        }
    }

    fn money(&self, mention: &Mention, label: &Label) -> Meaning {
        match label.shape {
            Shape::Change(direction) => self.change(Aspect::Change, label, direction),
            _ if mention.is_bound => self.plain(Aspect::Threshold, label),
            _ => match label::leading_change(&label.subject) {
                Some((direction, rest)) if !rest.is_empty() => {
                    Meaning { subject: rest.to_owned(), ..self.change(Aspect::Change, label, direction) }
                }
                _ => self.plain(Aspect::Amount, label),
            },
        }
    }

    fn percent(&self, label: &Label) -> Meaning {
        match &label.shape {
            Shape::Change(direction) => self.change(Aspect::ChangeRate, label, *direction),
            Shape::Share(of) => {
                let whole = self.context.wholes.last().map_or("", |whole| whole.subject.as_str());
                let base = if of.is_empty() { whole } else { of };
                Meaning { base: base.to_owned(), ..self.plain(Aspect::Share, label) }
            }
            Shape::Completion(_) => self.plain(Aspect::CompletionRate, label),
            Shape::Plain => self.again(label).unwrap_or_else(|| self.plain(Aspect::Rate, label)),
        }
    }

    /// 减少5万元、10%: a second figure of the same change.
    fn again(&self, label: &Label) -> Option<Meaning> {
        let last = self.drafts.last().map(|draft| &draft.claim)?;
        let follows = last.aspect == Aspect::Change && last.sentence == self.context.sentence;
        let direction = last.direction.filter(|_| follows && label.is_silent && label.subject.is_empty())?;
        Some(Meaning { subject: last.subject.clone(), ..self.change(Aspect::ChangeRate, label, direction) })
    }

    fn count(&self, label: &Label, following: &str) -> Meaning {
        if let Shape::Change(direction) = label.shape {
            let named = Label { subject: or(&label.subject, following), ..label.clone() };
            return self.change(Aspect::Change, &named, direction);
        }
        let (subject, base) = counted(&label.subject, following);
        if let Some((direction, rest)) = label::leading_change(&subject) {
            let named = Label { subject: or(rest, following), ..label.clone() };
            return self.change(Aspect::Change, &named, direction);
        }
        let is_named = !subject.is_empty();
        let subject = if is_named { subject } else { or(&self.context.counted, &self.inherited()) };
        Meaning { aspect: Aspect::Count, subject, base, direction: None, is_named }
    }

    fn change(&self, aspect: Aspect, label: &Label, direction: Direction) -> Meaning {
        let is_compared = self.context.compares || !self.context.explains;
        let base = if is_compared { self.context.base.clone() } else { String::new() };
        Meaning { base, direction: Some(direction), ..self.plain(aspect, label) }
    }

    fn plain(&self, aspect: Aspect, label: &Label) -> Meaning {
        // Words that name little are all there is where nothing was named before.
        let is_alone = self.context.topic.is_none() && !label.subject.is_empty();
        let topic = self.context.topic.as_ref().map_or("", |topic| topic.subject.as_str());
        let is_named = !is_bare(&label.subject) || is_alone || is_other_side(&label.subject, topic);
        let subject = if is_named { label.subject.clone() } else { self.inherited() };
        Meaning { aspect, subject, base: String::new(), direction: None, is_named }
    }

    /// The subject of the sentence before, or the section's heading.
    fn inherited(&self) -> String {
        if let Some(topic) = self.context.topic.as_ref().filter(|topic| !topic.subject.is_empty()) {
            return topic.subject.clone();
        }
        let section = self.context.section().and_then(|index| self.about.reading.sections.get(index));
        let heading = section.map(|section| crate::text::squeeze(&section.heading)).unwrap_or_default();
        words::strip_ordinal(&heading).to_owned()
    }

    /// The year an amount is of, if it is not the document's.
    fn year_of(&self, meaning: &Meaning, label: &Label) -> Option<String> {
        let is_amount = matches!(meaning.aspect, Aspect::Amount | Aspect::Count);
        let inherited = || self.context.topic.as_ref().map(|topic| topic.year.clone()).unwrap_or_default();
        let year = if meaning.is_named || !label.year.is_empty() { label.year.clone() } else { inherited() };
        let own = format!("{}年", self.about.year);
        (is_amount && !year.is_empty() && year != own).then_some(year)
    }

    /// What a share, change or rate speaks of; what an amount is a part of.
    fn of(&self, meaning: &Meaning) -> Option<usize> {
        let topic = self.context.topic.as_ref();
        match meaning.aspect {
            Aspect::Amount => self.context.wholes.last().and_then(|whole| whole.claim),
            Aspect::Threshold | Aspect::Rate | Aspect::Score => None,
            Aspect::Count if self.context.explains => None,
            _ if meaning.is_named && meaning.aspect != Aspect::Count => {
                topic.filter(|topic| topic.subject == meaning.subject).and_then(|topic| topic.claim)
            }
            _ => topic.and_then(|topic| topic.claim),
        }
    }

    fn remember(&mut self, claim: &Claim, is_named: bool, label: &Label) {
        let index = self.drafts.len();
        match claim.aspect {
            Aspect::Amount if self.context.explains || is_passing(&claim.subject) => {}
            Aspect::Amount if is_named => {
                self.context.items += 1;
                let subject = claim.subject.clone();
                self.context.topic = Some(Topic::amount(subject, Some(index), label.year.clone()));
            }
            Aspect::Amount if !matches!(claim.basis, Some(Basis::InitialBudget | Basis::AdjustedBudget)) => {
                if let Some(topic) = &mut self.context.topic {
                    topic.claim = Some(index);
                }
            }
            Aspect::Change | Aspect::ChangeRate if is_named && !self.context.explains => {
                let known = self.context.topic.as_ref().is_some_and(|topic| topic.subject == claim.subject);
                if !known {
                    let subject = claim.subject.clone();
                    let claim = self.named(&subject);
                    self.context.topic = Some(Topic::amount(subject, claim, String::new()));
                }
            }
            Aspect::Count => self.context.counted.clone_from(&claim.subject),
            _ => {}
        }
    }

    /// The last amount with that subject in the paragraph.
    fn named(&self, subject: &str) -> Option<usize> {
        let section = self.context.section();
        let near = self.drafts.iter().enumerate().rev().take(12);
        near.filter(|(_, draft)| draft.claim.section == section)
            .find(|(_, draft)| draft.claim.aspect == Aspect::Amount && draft.claim.subject == subject)
            .map(|(index, _)| index)
    }
}

fn denomination(unit: Unit) -> Option<Denomination> {
    match unit {
        Unit::Money(denomination) => Some(denomination),
        _ => None,
    }
}

fn measure(unit: Unit, subject: &str) -> Measure {
    match unit {
        Unit::Money(_) => Measure::Yuan,
        Unit::Percent => Measure::Percent,
        Unit::Count(measure) => measure,
        Unit::Score => Measure::Item,
        Unit::Bare if ["编制", "人", "职工"].iter().any(|word| subject.contains(word)) => {
            Measure::Person
        }
        Unit::Bare if subject.contains('车') => Measure::Vehicle,
        Unit::Bare => Measure::Item,
    }
}
