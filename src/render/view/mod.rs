//! One struct for each kind of page: all that a template may see. Links are relative, money is text.
//!
//! Views are made by functions from model values; what spans several disclosures comes as small plain structs
//! that the catalog fills.

mod cell;
mod chart;
mod cite;
mod data;
mod disclosure;
mod finding;
mod finding_row;
mod findings;
mod form;
mod glossary;
mod grid;
mod head;
mod home;
mod indicator;
mod info;
mod items;
mod key;
mod layout;
mod narrative;
mod periods;
mod project;
mod project_row;
mod projects;
mod prose;
mod quote;
mod reading;
mod regions;
mod search;
mod source;
mod stated;
mod table;
mod topics;
mod unit;
mod units;
mod years;

pub use cell::CellView;
pub use chart::{ChartData, ChartRow, ChartView};
pub use cite::Citation;
pub use data::{DataView, Dictionary, Download, Field, data_page};
pub use disclosure::{DisclosureView, disclosure_page};
pub use finding::{ArithmeticView, FindingView, InputView, QuotedLine, ReplyView, finding_pages};
pub use finding_row::{CheckRow, FindingList, FindingRow, TallyView};
pub use findings::{
    CheckGroup, CheckView, ChecksView, FindingCount, FindingsView, SeverityGroup, check_pages, checks_page,
    findings_page,
};
pub use form::{FormView, FundingRow, PassageView};
pub use glossary::{GlossaryDefinition, GlossarySource, GlossaryTerm, GlossaryView, glossary_page};
pub use grid::{Grid, Head, RowView};
pub use head::{Crumb, DisclosureName, LineLink, Link, PageHead, Section};
pub use home::{HomeCounts, HomeView, home_page};
pub use indicator::{IndicatorGroup, IndicatorView};
pub use info::{AmountView, DisclosureInfo, DisclosureLink, UnitInfo};
pub use items::{ItemLink, ItemView, ItemsView, item_page, items_page};
pub use key::KeyFigureView;
pub use narrative::{DivisionView, NarrativeView, StaffView, TermView};
pub use periods::{PeriodGroup, PeriodRow};
pub use project::{ProjectAmount, ProjectResult, ProjectView, SameProjectView, project_page};
pub use project_row::{ProjectMoney, ProjectRow};
pub use projects::{Choice, Facet, ListedProject, ProjectsView, projects_page};
pub use prose::{NotFoundView, ProseView, not_found_page, prose_page};
pub use quote::TextPart;
pub use reading::{BlockCount, ReadingSummary};
pub use regions::{RegionLink, RegionView, RegionsView, region_pages, regions_page};
pub use search::{ExampleQuery, SearchView, search_page};
pub use source::{SourceBlock, SourceLine, SourceView, source_page};
pub use stated::{DamageView, StatedView};
pub use table::{TableView, table_page};
pub use topics::{
    Difference, TopicCost, TopicLink, TopicProject, TopicValue, TopicView, TopicsView, topic_page,
    topics_page,
};
pub use unit::{UnitView, YearRow, unit_page};
pub use units::{UnitsView, units_page};
pub use years::{YearLink, YearView, YearsView, year_pages, years_page};
