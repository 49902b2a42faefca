//! gongkai (公开) turns the budget and final-accounts disclosures of government units into a static archive that is
//! searchable, comparable and downloadable, and in which every figure leads to the line it came from.
//!
//! Data flows one way, and the modules stand in its order:
//! sources ([`content`]) → text ([`text`]) → disclosures ([`read`], [`model`], [`registry`]) → findings ([`audit`]) → site.

pub mod archive;
pub mod audit;
pub mod catalog;
pub mod chart;
pub mod cli;
pub mod config;
pub mod content;
pub mod data;
pub mod diag;
pub mod index;
pub mod model;
pub mod publish;
pub mod read;
pub mod registry;
pub mod render;
pub mod serve;
pub mod text;
