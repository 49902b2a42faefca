//! Kinds of project that are compared across units and years.

/// A kind of project, as the editor describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// The last part of its address: lower-case letters, digits and hyphens.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is about, in a sentence; may be empty.
    pub description: String,
    /// Names and indicators that hold one of these belong to it; folded for comparison.
    pub words: Vec<String>,
    /// Unless they hold one of these; folded for comparison.
    pub except: Vec<String>,
    /// Units of quantities by which costs are divided (`套`, `户`).
    pub measures: Vec<String>,
    /// What makes amounts hard to compare, each in a sentence.
    pub notes: Vec<String>,
}

impl Topic {
    /// Whether a name, folded for comparison, belongs to it.
    pub fn holds(&self, key: &str) -> bool {
        let has = |words: &[String]| words.iter().any(|word| key.contains(word.as_str()));
        has(&self.words) && !has(&self.except)
    }
}
