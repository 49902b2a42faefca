//! wip
pub mod catalog;
pub mod data;
pub mod diag;
pub mod index;
pub mod model;
pub mod text;
