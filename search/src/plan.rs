//! The ways in which a query can be read, each tried only if those before found nothing: as typed, as a question, and as
//! something near.

mod question;

use crate::query::{Query, Term};
use crate::sounds::Sound;
use crate::synonyms::Synonyms;

/// One reading of a query: a hit meets every clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// What must be met.
    pub clauses: Vec<Clause>,
    /// Whether it is not quite what was typed.
    pub near: bool,
    /// Whether it is not what was typed, but what a question asks.
    pub is_question: bool,
}

/// A term, in every way in which it may be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// The first is the term itself.
    pub ways: Vec<Way>,
}

/// How a record meets a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It has this text.
    Text(Term),
    /// Its name sounds like this.
    Sound(Sound),
    /// Its name has all of this, in order, but with something in between.
    Apart(String),
    /// Its name differs from this in a character.
    Close(Term),
}

/// The readings of a query, in the order they are tried.
pub(crate) fn plans(query: &Query, synonyms: &Synonyms) -> Vec<Plan> {
    let typed = query.terms();
    let mut plans = vec![plan(typed, |term| exactly(term, synonyms))];
    let asked: Vec<Term> = typed.iter().flat_map(question::asked).collect();
    if asked != typed {
        let reading = plan(&asked, |term| exactly(term, synonyms));
        plans.push(Plan { near: true, is_question: true, ..reading });
    }
    if typed.iter().any(|term| !term.exact) {
        // Alone, a term is known to stand nowhere as it is.
        let is_alone = asked.len() == 1;
        let near = |term: &Term| {
            let exactly = if is_alone { Vec::new() } else { exactly(term, synonyms) };
            exactly.into_iter().chain(nearly(term, synonyms)).collect()
        };
        plans.push(Plan { near: true, ..plan(&asked, near) });
    }
    plans
}

fn plan(terms: &[Term], ways: impl Fn(&Term) -> Vec<Way>) -> Plan {
    let mut clauses: Vec<Clause> = Vec::new();
    for clause in terms.iter().map(|term| Clause { ways: ways(term) }) {
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    Plan { clauses, near: false, is_question: false }
}

/// The term, what stands for it, its sounds.
fn exactly(term: &Term, synonyms: &Synonyms) -> Vec<Way> {
    let mut ways = vec![Way::Text(term.clone())];
    if !term.exact {
        let others = synonyms.of_whole(&term.text);
        let is_met = |text: &String, by: &String| text != by && text.contains(by.as_str());
        // What holds a longer one holds the shorter one too, which is fewer lists to fetch.
        let shortest = others
            .iter()
            .filter(|text| !text.contains(&term.text) && !others.iter().any(|other| is_met(text, other)));
        ways.extend(shortest.map(|text| Way::Text(like(term, text.clone()))));
        ways.extend(Sound::of_term(&term.text).into_iter().map(Way::Sound));
    }
    ways
}

/// Texts in which a part of the term is put as a synonym; names that have the term or one of these with something in
/// between, or nearly have it.
fn nearly(term: &Term, synonyms: &Synonyms) -> Vec<Way> {
    if term.exact {
        return Vec::new();
    }
    let others = synonyms.of_part(&term.text);
    let mut ways = vec![Way::Apart(term.text.clone()), Way::Close(term.clone())];
    ways.extend(others.iter().map(|text| Way::Text(like(term, text.clone()))));
    ways.extend(others.into_iter().map(Way::Apart));
    ways
}

fn like(term: &Term, text: String) -> Term {
    Term { of_unit: term.of_unit, ..Term::of_folded(text) }
}

impl Plan {
    /// The texts that show why a record was found.
    pub(crate) fn shown(&self) -> Vec<Term> {
        let ways = self.clauses.iter().flat_map(|clause| &clause.ways);
        ways.filter_map(|way| match way {
            Way::Text(term) | Way::Close(term) => Some(term.clone()),
            Way::Apart(_) | Way::Sound(_) => None,
        })
        .collect()
    }

    /// Whether every candidate meets it: each term is one token, or the start of one.
    pub(crate) fn is_certain(&self) -> bool {
        let ways = self.clauses.iter().flat_map(|clause| &clause.ways);
        ways.into_iter().all(|way| match way {
            Way::Text(term) => {
                crate::analyzer::needs(&term.text).len() == 1 && term.text.chars().all(char::is_alphanumeric)
            }
            Way::Sound(_) | Way::Apart(_) | Way::Close(_) => false,
        })
    }

    /// The words that stand for one that was typed.
    pub(crate) fn synonyms(&self) -> Vec<String> {
        let others = self.clauses.iter().flat_map(|clause| clause.ways.iter().skip(1));
        let text = |way: &Way| if let Way::Text(term) = way { Some(term.text.clone()) } else { None };
        others.filter_map(text).collect()
    }

    /// The words that a question was reduced to.
    pub(crate) fn words(&self) -> Vec<String> {
        let first = |clause: &Clause| match clause.ways.first() {
            Some(Way::Text(term)) => Some(term.text.clone()),
            _ => None,
        };
        self.clauses.iter().filter_map(first).collect()
    }
}
