//! Plain values: what the archive is about. No I/O, nothing that can fail.

mod block;
mod disclosure;
pub mod ids;
mod money;
mod table;

pub use block::{Block, BlockKind, ReadingLevel};
pub use disclosure::{Disclosure, Reading, Section, Unit};
pub use ids::{DisclosureId, FiscalYear, Scope, Stage, UnitId};
pub use money::{Denomination, Money, Number, read_number};
pub use table::{Cell, CellValue, Column, FigureKey, Issue, Measure, Row, Side, Table};
