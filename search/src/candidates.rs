//! The queries put to Tantivy: which records may match, and in which order they are worth a look.
//!
//! Every record that holds the terms is among the candidates; the texts decide afterwards (see `holds`).

use std::ops::Bound;

use tantivy::Term as IndexTerm;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, InvertedIndexRangeQuery, Occur, Query,
    RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::Error;
use crate::analyzer::{Need, needs};
use crate::filters::{Filters, kind_facet};
use crate::near;
use crate::query::Term;
use crate::record::Kind;
use crate::schema::{Fields, name_hash};

type Clause = (Occur, Box<dyn Query>);

/// What a whole name is worth: more than any number of words.
const WHOLE_NAME: f32 = 1000.0;

/// What a kind is worth beside equal words. Kinds that most records have are worth nothing, which also spares
/// readers their long posting lists.
const KINDS: [(Kind, f32); 5] =
    [(Kind::Unit, 6.0), (Kind::Project, 5.0), (Kind::Disclosure, 3.0), (Kind::Table, 3.0), (Kind::Page, 2.0)];

/// The candidates for records that have each term in a field.
pub(crate) fn matching(
    fields: &Fields,
    query: &crate::Query,
    filters: &Filters,
) -> Result<Box<dyn Query>, Error> {
    let mut clauses = restrictions(fields, filters)?;
    clauses.extend(query.terms().iter().map(|term| (Occur::Must, anywhere(fields, term))));
    if query.terms().is_empty() {
        clauses.push((Occur::Must, constant(AllQuery, 0.0)));
    }
    let name = IndexTerm::from_field_u64(fields.name, name_hash(query.whole()));
    clauses.push((Occur::Should, constant(TermQuery::new(name, IndexRecordOption::Basic), WHOLE_NAME)));
    clauses.extend(
        KINDS.map(|(kind, worth)| (Occur::Should, constant(facet(fields, &kind_facet(kind)), worth))),
    );
    Ok(Box::new(BooleanQuery::new(clauses)))
}

/// The candidates for names that nearly have a term, and fields that have the others.
pub(crate) fn nearly(
    fields: &Fields,
    query: &crate::Query,
    filters: &Filters,
) -> Result<Box<dyn Query>, Error> {
    let mut clauses = restrictions(fields, filters)?;
    let kinds = near::KINDS.map(|kind| constant(facet(fields, &kind_facet(kind)), 0.0));
    clauses.push((Occur::Must, union(kinds.into())));
    clauses.extend(query.terms().iter().map(|term| {
        let mut ways = vec![anywhere(fields, term)];
        ways.extend(
            near::pieces(&term.text)
                .into_iter()
                .map(|pieces| intersection(pieces.iter().map(|piece| within(fields.title, piece)).collect())),
        );
        (Occur::Must, union(ways))
    }));
    Ok(Box::new(BooleanQuery::new(clauses)))
}

/// The clauses of the filters; they select and do not rank.
fn restrictions(fields: &Fields, filters: &Filters) -> Result<Vec<Clause>, Error> {
    let mut clauses: Vec<Clause> =
        filters.facets().map(|word| (Occur::Must, constant(facet(fields, &word), 0.0))).collect();
    if let Some((min, max)) = filters.fen()? {
        let bound = |fen| Bound::Included(IndexTerm::from_field_i64(fields.fen, fen));
        clauses.push((Occur::Must, constant(RangeQuery::new(bound(min), bound(max)), 0.0)));
    }
    Ok(clauses)
}

fn anywhere(fields: &Fields, term: &Term) -> Box<dyn Query> {
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
