//! `gongkai search`

use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::str::FromStr;

use gongkai_search::{Answer, Filters, Hit, Kind, Query, Searcher, Sort, Stage, Storage};

use super::{Outcome, output};
use crate::archive::INDEX_FOLDER;
use crate::diag::{Diagnostic, codes};
use crate::publish;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder of the site.
    #[arg(long, default_value = "public", value_name = "DIR")]
    site: PathBuf,
    /// text or json
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    format: Format,
    /// At most so many hits.
    #[arg(long, default_value_t = 10, value_name = "N")]
    limit: usize,
    /// unit, disclosure, project, indicator, table, line, section, finding or page
    #[arg(long)]
    kind: Vec<Kind>,
    /// A unit's id or name.
    #[arg(long)]
    unit: Vec<String>,
    /// A fiscal year.
    #[arg(long)]
    year: Vec<u16>,
    /// budget or final
    #[arg(long)]
    stage: Vec<Stage>,
    /// A region's name or code.
    #[arg(long)]
    region: Vec<String>,
    /// The least amount in yuan.
    #[arg(long, value_name = "YUAN")]
    min: Option<String>,
    /// The greatest amount in yuan.
    #[arg(long, value_name = "YUAN")]
    max: Option<String>,
    /// relevance, amount or year
    #[arg(long, default_value = "relevance", value_name = "ORDER")]
    sort: Sort,
    /// What to look for: words that must all occur, phrases in quotation marks, -words that must not, and filters such as
    /// 单位:阳城 年:2024 金额>100万.
    #[arg(required = true, num_args = 1..)]
    query: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(format!("`{name}` is no format; write text or json")),
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let query = match Query::parse(&arguments.query.join(" ")) {
        Ok(query) => query,
        Err(error) => {
            output::say(&format!("error[{}]: {error}", codes::BAD_ARGUMENT.id));
            return Outcome::Usage;
        }
    };
    match search(arguments, &query) {
        Ok(answer) => {
            show(&answer, arguments.format);
            Outcome::Done
        }
        Err(diagnostic) => {
            output::report(&[*diagnostic], false);
            Outcome::Failed
        }
    }
}

/// The folder of a site, as the place where its index is.
#[derive(Debug)]
struct Site(PathBuf);

impl Storage for Site {
    fn read(&self, name: &str, range: Option<Range<u64>>) -> io::Result<Vec<u8>> {
        let path = format!("{INDEX_FOLDER}/{name}");
        match range {
            None => publish::read_file(&self.0, &path),
            Some(range) => publish::read_range(&self.0, &path, range),
        }
        .map_err(io::Error::other)
    }
}

fn search(arguments: &Arguments, query: &Query) -> Result<Answer, Box<Diagnostic>> {
    publish::read_manifest(&arguments.site).map_err(|error| Box::new(error.diagnostic()))?;
    let filters = Filters {
        kinds: arguments.kind.clone(),
        units: arguments.unit.clone(),
        years: arguments.year.clone(),
        stages: arguments.stage.clone(),
        regions: arguments.region.clone(),
        min: arguments.min.clone(),
        max: arguments.max.clone(),
    };
    let found = Searcher::open(Site(arguments.site.clone()))
        .and_then(|searcher| searcher.search(query, &filters, arguments.sort, arguments.limit));
    found.map_err(|error| {
        Box::new(Diagnostic::of(codes::INDEX_UNUSABLE, error.to_string()).hint("Build the site again."))
    })
}

fn show(answer: &Answer, format: Format) {
    let Answer { hits, words, .. } = answer;
    if format == Format::Text && !words.is_empty() {
        output::say(&format!("按“{0}”查找。Searched for {0}.", words.join(" ")));
    }
    match format {
        Format::Json => {
            output::print(&format!("{}\n", serde_json::to_string_pretty(hits).unwrap_or_default()))
        }
        Format::Text if hits.is_empty() => output::say("没有找到。Nothing was found."),
        Format::Text => hits.iter().for_each(|hit| output::print(&line(hit))),
    }
}

fn line(hit: &Hit) -> String {
    let near = if hit.near { "（相近）" } else { "" };
    let of: Vec<String> = [
        hit.unit_name.clone(),
        hit.year.map(|year| year.to_string()),
        hit.stage.map(|stage| stage.to_string()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let value = hit.value.as_ref().map(|value| format!("  {value} 元")).unwrap_or_default();
    format!("{}{near}  [{}] {}{value}\n  {}\n  {}\n", hit.title, hit.kind, of.join(" "), hit.snippet, hit.url)
}
