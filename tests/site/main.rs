//! Whole sites through the real binary: what `gongkai build` makes of real, wrong and damaged sources.

mod bad_sources;
mod damage;
mod determinism;
mod links;
mod run;
mod sample;
mod search;
mod seeds;
