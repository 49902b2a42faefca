//! What is asked for, as the page sends it: `{"query": "刻章", "kinds": ["project"], "min": "10000", "sort": "amount", "limit": 20}`.

use std::str::FromStr;

use gongkai_search::{Filters, Query, Sort, UnknownWord};
use serde::Deserialize;

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Request {
    query: String,
    kinds: Vec<String>,
    units: Vec<String>,
    years: Vec<u16>,
    stages: Vec<String>,
    regions: Vec<String>,
    min: Option<String>,
    max: Option<String>,
    sort: Option<String>,
    pub limit: usize,
}

impl Request {
    /// Reads the input, checked.
    pub(crate) fn read(json: &[u8]) -> Result<(Query, Filters, Sort, usize), String> {
        let request: Self = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        let query = Query::parse(&request.query).map_err(|error| error.to_string())?;
        let sort = request.sort.as_deref().map_or(Ok(Sort::default()), str::parse);
        let sort = sort.map_err(|error| error.to_string())?;
        let filters = Filters {
            kinds: words(&request.kinds)?,
            units: request.units,
            years: request.years,
            stages: words(&request.stages)?,
            regions: request.regions,
            min: request.min,
            max: request.max,
        };
        Ok((query, filters, sort, request.limit))
    }
}

fn words<T: FromStr<Err = UnknownWord>>(words: &[String]) -> Result<Vec<T>, String> {
    words.iter().map(|word| word.parse().map_err(|error: UnknownWord| error.to_string())).collect()
}
