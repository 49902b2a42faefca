//! wip
pub mod diag;
pub mod text;
pub mod model;
pub mod render;
