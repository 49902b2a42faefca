//! Plain values.

pub mod ids;
