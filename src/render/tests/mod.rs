//! Tests of whole pages, on a small archive made for them.

mod fixture;
mod hostile;
mod links;
mod pages;
mod words;
