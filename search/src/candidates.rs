//! The queries put to Tantivy: which records may match, and in which order they are worth a look.
//!
//! Every record that holds the terms is among the candidates; the texts decide afterwards (see `holds`).

use std::ops::Bound;

use tantivy::Term as IndexTerm;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery,
    InvertedIndexRangeQuery, Occur, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::Error;
use crate::amount::Bounds;
use crate::analyzer::{Need, needs};
use crate::apart::shared_pairs;
use crate::filters::{Filters, kind_facet};
use crate::near;
use crate::plan::{Clause, Plan, Way};
use crate::query::Term;
use crate::record::Kind;
use crate::schema::{Fields, name_hash};
use crate::sounds::Sound;

type Restriction = (Occur, Box<dyn Query>);

/// What a whole name is worth: more than any number of words.
const WHOLE_NAME: f32 = 1000.0;

/// What a kind is worth beside equal words. Kinds that most records have are worth nothing, which also spares
/// readers their long posting lists.
const KINDS: [(Kind, f32); 6] = [
    (Kind::Unit, 8.0),
    (Kind::Project, 8.0),
    (Kind::Indicator, 6.0),
    (Kind::Disclosure, 3.0),
    (Kind::Table, 3.0),
    (Kind::Page, 2.0),
];

/// What a synonym is worth beside the word that was typed.
const SYNONYM: f32 = 0.6;

/// What a name that sounds like the term is worth.
const SOUND: f32 = 20.0;

/// The candidates for records that meet the clauses of a plan.
pub(crate) fn candidates(
    fields: &Fields,
    query: &crate::Query,
    plan: &Plan,
    filters: &Filters,
) -> Result<Box<dyn Query>, Error> {
    let mut clauses = restrictions(fields, filters)?;
    clauses.extend(restrictions(fields, query.filters())?);
    clauses.extend(within_bounds(fields, query.bounds()));
    clauses.extend(plan.clauses.iter().map(|clause| (Occur::Must, met(fields, clause))));
    if plan.clauses.is_empty() {
        clauses.push((Occur::Must, constant(AllQuery, 0.0)));
    }
    let name = IndexTerm::from_field_u64(fields.name, name_hash(query.whole()));
    clauses.push((Occur::Should, constant(TermQuery::new(name, IndexRecordOption::Basic), WHOLE_NAME)));
    clauses.extend(
        KINDS.map(|(kind, worth)| (Occur::Should, constant(facet(fields, &kind_facet(kind)), worth))),
    );
    Ok(Box::new(BooleanQuery::new(clauses)))
}

/// A clause in each of its ways.
fn met(fields: &Fields, clause: &Clause) -> Box<dyn Query> {
    let ways = clause.ways.iter().enumerate().map(|(nth, way)| -> Box<dyn Query> {
        match way {
            Way::Text(term) if nth == 0 => anywhere(fields, term),
            Way::Text(term) => Box::new(BoostQuery::new(anywhere(fields, term), SYNONYM)),
            Way::Sound(sound) => sounding(fields, sound),
            Way::Apart(text) => named(fields, apart(fields, text)),
            Way::Close(term) => named(fields, close(fields, term)),
        }
    });
    // The best way counts: a text with many synonyms is no better than one that says it once.
    Box::new(DisjunctionMaxQuery::new(ways.collect()))
}

/// Names that sound like this.
fn sounding(fields: &Fields, sound: &Sound) -> Box<dyn Query> {
    let token = |token: &String| -> Box<dyn Query> {
        Box::new(TermQuery::new(IndexTerm::from_field_text(fields.sound, token), IndexRecordOption::Basic))
    };
    let all = intersection(sound.tokens().iter().map(token).collect());
    Box::new(ConstScoreQuery::new(all, SOUND))
}

/// Titles that share enough pairs of neighbours with a text.
fn apart(fields: &Fields, text: &str) -> Box<dyn Query> {
    let pairs: Vec<Restriction> =
        needs(text).iter().map(|need| (Occur::Should, needed(fields.title, need))).collect();
    let least = shared_pairs(pairs.len());
    if pairs.len() < 2 {
        return Box::new(EmptyQuery);
    }
    Box::new(BooleanQuery::with_minimum_required_clauses(pairs, least))
}

/// Titles that have the pieces of a term which one edit leaves intact.
fn close(fields: &Fields, term: &Term) -> Box<dyn Query> {
    let pieces = near::pieces(&term.text).into_iter();
    union(
        pieces
            .map(|pieces| intersection(pieces.iter().map(|piece| within(fields.title, piece)).collect()))
            .collect(),
    )
}

/// Those among the records whose names are looked for when nothing has the letters.
fn named(fields: &Fields, query: Box<dyn Query>) -> Box<dyn Query> {
    let kinds = near::KINDS.map(|kind| constant(facet(fields, &kind_facet(kind)), 0.0));
    intersection(vec![union(kinds.into()), query])
}

/// The clauses of the filters; they select and do not rank.
fn restrictions(fields: &Fields, filters: &Filters) -> Result<Vec<Restriction>, Error> {
    let mut clauses: Vec<Restriction> =
        filters.facets().map(|word| (Occur::Must, constant(facet(fields, &word), 0.0))).collect();
    clauses.extend(within_bounds(fields, filters.bounds()?));
    Ok(clauses)
}

fn within_bounds(fields: &Fields, bounds: Bounds) -> Option<Restriction> {
    if bounds == Bounds::default() {
        return None;
    }
    let bound = |fen| Bound::Included(IndexTerm::from_field_i64(fields.fen, fen));
    let (min, max) = (bound(bounds.min.unwrap_or(i64::MIN)), bound(bounds.max.unwrap_or(i64::MAX)));
    Some((Occur::Must, constant(RangeQuery::new(min, max), 0.0)))
}

fn anywhere(fields: &Fields, term: &Term) -> Box<dyn Query> {
    if term.of_unit {
        return within(fields.about, &term.text);
    }
    let weighted = fields.weighted().map(|(field, weight)| -> Box<dyn Query> {
        Box::new(BoostQuery::new(within(field, &term.text), weight))
    });
    union(weighted.into())
}

/// What a field needs to hold a text.
fn within(field: Field, text: &str) -> Box<dyn Query> {
    intersection(needs(text).iter().map(|need| needed(field, need)).collect())
}

fn needed(field: Field, need: &Need) -> Box<dyn Query> {
    match need {
        Need::Token(token) => {
            let term = IndexTerm::from_field_text(field, token);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        }
        Need::Start(c) => {
            let text = |c: char| IndexTerm::from_field_text(field, c.encode_utf8(&mut [0; 4]));
            let after =
                char::from_u32(*c as u32 + 1).map_or(Bound::Unbounded, |next| Bound::Excluded(text(next)));
            Box::new(InvertedIndexRangeQuery::new(Bound::Included(text(*c)), after))
        }
    }
}

fn facet(fields: &Fields, word: &str) -> TermQuery {
    TermQuery::new(IndexTerm::from_field_text(fields.facet, word), IndexRecordOption::Basic)
}

fn constant(query: impl Query, score: f32) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(Box::new(query), score))
}

fn union(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(BooleanQuery::union(queries))
}

/// All of the queries; without any, nothing: a text without letters and digits is found nowhere.
fn intersection(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    if queries.is_empty() { Box::new(EmptyQuery) } else { Box::new(BooleanQuery::intersection(queries)) }
}
