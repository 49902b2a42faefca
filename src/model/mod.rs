//! Plain values: what the archive is about. No I/O, nothing that can fail.

mod block;
mod claim;
mod damage;
mod disclosure;
mod finding;
mod form;
pub mod ids;
mod indicator;
mod money;
mod project;
mod quantity;
mod row_name;
mod table;
mod topic;

pub use block::{Block, BlockKind, ReadingLevel};
pub use claim::{Aspect, Basis, Claim, Department, Direction, FormField, Quoted, Term};
pub use damage::{Damage, DamageKind};
pub use disclosure::{Disclosure, Reading, Section, Unit};
pub use finding::{
    Audit, Computed, Evidence, Finding, Formula, Input, Operation, Part, Relation, Reply, Severity, Tally,
    Tolerance, Verdict,
};
pub use form::{AmountRole, Form, FormKind, Funding, FundingAxis, Grade, Passage, Stated};
pub use ids::{DisclosureId, FiscalYear, Scope, Stage, UnitId};
pub use indicator::{Indicator, Operator, Target};
pub use money::{Denomination, Money, Number, read_number};
pub use project::{Project, form_anchor};
pub use quantity::Quantity;
pub use row_name::{is_detail, is_total};
pub use table::{Cell, CellValue, Column, FigureKey, Issue, Measure, Row, Side, Table};
pub use topic::Topic;
