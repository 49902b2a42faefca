//! wip
pub mod diag;
pub mod text;
pub mod model;
pub mod registry;
pub mod read;
