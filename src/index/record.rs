//! What is searched: stands in for the search crate's record, field for field.

/// One searchable passage of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Where the hit opens: relative to the site's root, with its anchor.
    pub url: String,
    /// The heading of the hit; parts are joined with ` · `.
    pub title: String,
    /// What the record is.
    pub kind: Kind,
    /// The unit's id.
    pub unit: Option<String>,
    /// The unit's name.
    pub unit_name: Option<String>,
    /// The unit's region.
    pub region: Option<Region>,
    /// The fiscal year.
    pub year: Option<u16>,
    /// Budget or final accounts.
    pub stage: Option<Stage>,
    /// Function or economic codes.
    pub codes: Vec<String>,
    /// The passage itself; a tab or line break ends a stretch of text.
    pub body: String,
    /// An exact decimal in yuan.
    pub value: Option<String>,
}

/// An administrative division.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// GB/T 2260 code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A publishing body.
    Unit,
    /// One unit, one year, one stage.
    Disclosure,
    /// A project.
    Project,
    /// A published table.
    Table,
    /// A row of a table.
    Line,
    /// A passage under a heading.
    Section,
    /// Any other page of the site.
    Page,
}

/// Budget or final accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 预算
    Budget,
    /// 决算
    Final,
}
