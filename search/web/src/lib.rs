//! The reader of the search index, as a wasm module without glue.
//!
//! The host (`themes/default/static/search-engine.js`) writes a request into the bytes that [`reserve`] gives, calls
//! [`open`] or [`search`], and reads JSON where [`output`] says. Files are read through the imported function `read`: the
//! host looks the bytes up, puts them into the bytes that [`reserve`] gives, and answers [`READY`]; or it notes what is
//! missing and answers [`PENDING`], and so does the call, which the host makes again once the bytes are there.

mod request;
mod state;

use state::State;

/// The answer is in the output.
pub const READY: i32 = 0;
/// Bytes are on their way: call again.
pub const PENDING: i32 = 1;
/// The index cannot be read; the output says why.
pub const FAILED: i32 = 2;
/// This cannot be asked for; the output says why.
pub const REFUSED: i32 = 3;

/// Gives room for so many bytes of input.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(bytes: usize) -> *mut u8 {
    state::reserve(bytes)
}

/// Where the output of the last call begins.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    State::with(|state| state.output.as_ptr())
}

/// How many bytes the output of the last call has.
#[unsafe(no_mangle)]
pub extern "C" fn output_bytes() -> usize {
    State::with(|state| state.output.len())
}

/// Opens the index: `{"records": 6360}`.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> i32 {
    State::with(State::open)
}

/// Searches for what the input asks: see [`request`].
#[unsafe(no_mangle)]
pub extern "C" fn search() -> i32 {
    State::with(State::search)
}
