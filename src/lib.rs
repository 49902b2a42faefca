//! Turns the budget and final-accounts disclosures of government units into a static archive.

pub mod config;
pub mod content;
pub mod diag;
pub mod model;
