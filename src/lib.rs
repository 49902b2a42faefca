//! Turns the disclosures of government units into a static archive.

pub mod chart;
pub mod diag;
pub mod publish;
pub mod serve;
