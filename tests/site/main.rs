//! Whole sites through the real binary: what `gongkai build` makes of real, wrong and damaged sources.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and makes its own files"
)]

mod audit;
mod bad_sources;
mod damage;
mod database;
mod determinism;
mod labelled;
mod links;
mod privacy;
mod recompute;
mod run;
mod sample;
mod search;
mod seeds;
mod topics;
