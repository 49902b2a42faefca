//! Which records may meet a plan, and how much each is worth a look.
//!
//! Every record that meets the plan is among them; the texts decide afterwards (see `holds`). Worth is a whole number, so
//! that every machine puts records in the same order.

use crate::about::Abouts;
use crate::analyzer::{Need, TRIPLES_FROM, needs, triples};
use crate::apart::shared_pairs;
use crate::columns::Columns;
use crate::groups::Groups;
use crate::lists::{Docs, Lists};
use crate::near;
use crate::plan::{Clause, Plan, Way};
use crate::query::Term;
use crate::record::Kind;
use crate::sounds::Sound;

/// What a text in the title is worth; as much again if it is the whole of the record's own name.
const TITLE: u32 = 3000;
/// What a text in what is known of the unit, the year and the stage is worth.
const ABOUT: u32 = 2000;
/// What a text in the body is worth.
const BODY: u32 = 1000;
/// What a name that sounds like the term is worth.
const SOUND: u32 = 2000;
/// What a name that is nearly like the term is worth.
const NEAR: u32 = 1000;
/// What the whole own name is worth if nothing else is asked for: more than anything else.
const WHOLE_NAME: u32 = 1_000_000;

/// What a synonym is worth beside the word that was typed, in tenths.
const SYNONYM: u32 = 6;
/// How many times a record has to become rarer for a word to be worth an eighth more: twice.
const RARITY: u32 = 8;

/// What is known of all records before anything is read of one.
pub(crate) struct Overview {
    /// What they have in common.
    pub groups: Groups,
    /// What is known of each group.
    pub about: Abouts,
    /// The group and the length of the name of each record.
    pub columns: Columns,
}

impl Overview {
    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.columns.group.len()
    }

    /// The number of a record's group.
    pub(crate) fn group(&self, doc: u32) -> Option<usize> {
        let group = self.columns.group.get(usize::try_from(doc).ok()?)?;
        usize::try_from(*group).ok()
    }
}

/// What each record is worth; 0 if it is no candidate.
pub(crate) type Worth = Vec<u32>;

/// What the records are worth that may meet all clauses of a plan.
pub(crate) fn worth(overview: &Overview, lists: &Lists, plan: &Plan) -> Worth {
    let clauses = plan.clauses.iter().map(|clause| {
        let is_all = plan.clauses.len() == 1;
        Clauses { overview, lists, is_all }.worth(clause)
    });
    // Every clause is looked up, even when one before has nothing: what is on its way is asked for at once.
    let clauses: Vec<Worth> = clauses.collect();
    let met = clauses.into_iter().reduce(|mut worth, clause| {
        for (all, one) in worth.iter_mut().zip(clause) {
            *all = if *all > 0 && one > 0 { *all + one } else { 0 };
        }
        worth
    });
    let mut worth = met.unwrap_or_else(|| vec![1; overview.len()]);
    let mut rest = worth.as_mut_slice();
    for &(kind, count) in &overview.groups.kinds {
        let (of_kind, after) =
            rest.split_at_mut(rest.len().min(usize::try_from(count).unwrap_or(usize::MAX)));
        of_kind.iter_mut().filter(|worth| **worth > 0).for_each(|worth| *worth += of(kind));
        rest = after;
    }
    worth
}

/// What a kind is worth beside equal words.
fn of(kind: Kind) -> u32 {
    match kind {
        Kind::Unit | Kind::Project => 1500,
        Kind::Indicator => 1000,
        Kind::Disclosure | Kind::Table => 500,
        Kind::Line | Kind::Section | Kind::Finding | Kind::Page => 0,
    }
}

/// Looks clauses up.
struct Clauses<'a> {
    overview: &'a Overview,
    lists: &'a Lists<'a>,
    /// Whether a clause is all that is asked for.
    is_all: bool,
}

impl Clauses<'_> {
    /// The best way counts: a text with many synonyms is no better than one that says it once.
    fn worth(&self, clause: &Clause) -> Worth {
        let mut worth = vec![0; self.overview.len()];
        for (nth, way) in clause.ways.iter().enumerate() {
            match way {
                Way::Text(term) => self.text(term, nth == 0, &mut worth),
                Way::Sound(sound) => self.sound(sound, &mut worth),
                Way::Apart(text) => self.apart(text, &mut worth),
                Way::Close(term) => self.close(term, &mut worth),
            }
        }
        weigh(&mut worth);
        worth
    }

    fn text(&self, term: &Term, is_typed: bool, worth: &mut Worth) {
        let tenths = if is_typed { 10 } else { SYNONYM };
        self.about(term, ABOUT * tenths / 10, worth);
        if term.of_unit {
            return;
        }
        let mut needs = needs(&term.text);
        if self.lists.records() >= TRIPLES_FROM {
            needs.extend(triples(&term.text).into_iter().map(Need::Triple));
        }
        let found = self.lists.all(&needs);
        raise(worth, &found.in_body, |_| BODY * tenths / 10);
        let chars = length(&term.text);
        raise(worth, &found.in_title, |doc| {
            // A page about something stands behind what the documents say of it.
            if self.overview.groups.kind(doc) == Kind::Page {
                return BODY * tenths / 10;
            }
            let whole = if is_typed && self.is_all && self.length(doc) == chars { WHOLE_NAME } else { 0 };
            self.named(doc, TITLE, chars) * tenths / 10 + whole
        });
    }

    /// Groups are few: their texts are looked through one by one.
    fn about(&self, term: &Term, value: u32, worth: &mut Worth) {
        let Some(holds) = self.overview.about.holding(term) else { return };
        for (worth, group) in worth.iter_mut().zip(&self.overview.columns.group) {
            if usize::try_from(*group).is_ok_and(|group| holds.get(group) == Some(&true)) {
                *worth = value.max(*worth);
            }
        }
    }

    fn sound(&self, sound: &Sound, worth: &mut Worth) {
        let docs = self.lists.sounding(&sound.tokens());
        raise(worth, &docs, |doc| self.named(doc, SOUND, sound.len()));
    }

    /// Names that share enough pairs of neighbours with a text.
    fn apart(&self, text: &str, worth: &mut Worth) {
        let needs = needs(text);
        if needs.len() < 2 {
            return;
        }
        let tokens = needs.iter().filter(|need| matches!(need, Need::Token(_)));
        let mut shared: Docs = tokens.flat_map(|need| self.titled(std::slice::from_ref(need))).collect();
        shared.sort_unstable();
        let (all, least) = (needs.len(), shared_pairs(needs.len()));
        for run in shared.chunk_by(|a, b| a == b).filter(|run| run.len() >= least) {
            let share = u32::try_from(run.len() * 1000 / all).unwrap_or_default();
            raise(worth, &run[..1], |doc| self.named(doc, NEAR, length(text)) + share);
        }
    }

    /// Names that have the pieces of a term which one edit leaves intact.
    fn close(&self, term: &Term, worth: &mut Worth) {
        for pieces in near::pieces(&term.text) {
            let needs: Vec<Need> = pieces.iter().flat_map(|piece| needs(piece)).collect();
            let docs = self.titled(&needs);
            raise(worth, &docs, |doc| self.named(doc, NEAR, length(&term.text)));
        }
    }

    /// Records whose names are looked for when nothing has the letters, and have what is needed in their titles.
    fn titled(&self, needs: &[Need]) -> Docs {
        let ranges = near::KINDS.map(|kind| self.overview.groups.range(kind));
        self.lists
            .all(needs)
            .in_title
            .into_iter()
            .filter(|doc| ranges.iter().any(|range| range.contains(doc)))
            .collect()
    }

    /// What a part of so many characters of a name is worth: as much again if it is the whole.
    fn named(&self, doc: u32, value: u32, chars: u32) -> u32 {
        value + value * chars / self.length(doc).max(chars).max(1)
    }

    fn length(&self, doc: u32) -> u32 {
        let nth = usize::try_from(doc).ok();
        nth.and_then(|nth| self.overview.columns.length.get(nth)).copied().unwrap_or_default()
    }
}

/// Makes a rare clause worth more than a common one.
fn weigh(worth: &mut Worth) {
    let found = worth.iter().filter(|worth| **worth > 0).count();
    let times = (worth.len() / found.max(1)).checked_ilog2().unwrap_or_default();
    worth.iter_mut().for_each(|worth| *worth += *worth / RARITY * times);
}

fn raise(worth: &mut Worth, docs: &[u32], value: impl Fn(u32) -> u32) {
    for &doc in docs {
        if let Some(worth) = usize::try_from(doc).ok().and_then(|nth| worth.get_mut(nth)) {
            *worth = value(doc).max(*worth);
        }
    }
}

/// Characters that can be looked for.
pub(crate) fn length(folded: &str) -> u32 {
    u32::try_from(folded.chars().filter(|c| c.is_alphanumeric()).count()).unwrap_or(u32::MAX)
}
