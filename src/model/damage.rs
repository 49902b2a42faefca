//! Damage: what a conversion did to a form, with what is left of it in print.

/// What happened to a cell or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DamageKind {
    /// It stands in another place than its column; the value is certain and was taken.
    Shifted,
    /// A whole column is missing in this row; the others were told apart.
    ColumnLost,
    /// It is printed more than once; it was taken once.
    Duplicated,
    /// It is spread over several cells or rows, or broken by a space; it was joined.
    Split,
    /// Two values or rows are printed as one.
    Merged,
    /// Its end was cut off.
    Clipped,
    /// It is not there, and something proves that it was.
    Lost,
    /// It can be read in more than one way; no value was taken.
    Ambiguous,
}

impl DamageKind {
    /// The name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shifted => "shifted",
            Self::ColumnLost => "column-lost",
            Self::Duplicated => "duplicated",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Clipped => "clipped",
            Self::Lost => "lost",
            Self::Ambiguous => "ambiguous",
        }
    }
}

/// One piece of damage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What happened.
    pub kind: DamageKind,
    /// To what: a column of `indicators.csv` or `projects.csv`, `row` for a whole row.
    pub field: &'static str,
    /// 1-based line.
    pub line: u32,
    /// What is printed there, without markup; empty where nothing is left.
    pub printed: String,
}
