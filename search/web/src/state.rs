//! What is kept between two calls. A wasm module has one thread, so nobody waits for a lock.

use std::io;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use gongkai_search::{Error, Searcher, Storage};

use crate::request::Request;
use crate::{FAILED, PENDING, READY, REFUSED};

static STATE: Mutex<State> = Mutex::new(State { searcher: None, output: Vec::new() });
static INPUT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// The open index and what was last said about it.
pub(crate) struct State {
    searcher: Option<Searcher>,
    pub output: Vec<u8>,
}

/// Gives room for so many bytes of input.
pub(crate) fn reserve(bytes: usize) -> *mut u8 {
    let mut input = INPUT.lock().unwrap_or_else(PoisonError::into_inner);
    *input = vec![0; bytes];
    input.as_mut_ptr()
}

fn take_input() -> Vec<u8> {
    std::mem::take(&mut INPUT.lock().unwrap_or_else(PoisonError::into_inner))
}

impl State {
    pub(crate) fn with<T>(act: impl FnOnce(&mut Self) -> T) -> T {
        act(&mut STATE.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn open(&mut self) -> i32 {
        self.searcher = None;
        let opened = Searcher::open(Host);
        let opened = opened.map(|searcher| {
            let records = searcher.len();
            self.searcher = Some(searcher);
            serde_json::json!({ "records": records }).to_string()
        });
        self.finish(opened)
    }

    pub(crate) fn search(&mut self) -> i32 {
        let (query, filters, sort, limit) = match Request::read(&take_input()) {
            Ok(request) => request,
            Err(message) => return self.fail(REFUSED, message),
        };
        let Some(searcher) = &self.searcher else {
            return self.fail(FAILED, "the index is not open".to_owned());
        };
        let found = searcher.search(&query, &filters, sort, limit);
        let found = found.map(|answer| serde_json::to_string(&answer).unwrap_or_default());
        self.finish(found)
    }

    fn finish(&mut self, result: Result<String, Error>) -> i32 {
        match result {
            Ok(json) => {
                self.output = json.into_bytes();
                READY
            }
            Err(error) if error.is_pending() => PENDING,
            Err(error @ Error::Amount(_)) => self.fail(REFUSED, error.to_string()),
            Err(error) => self.fail(FAILED, error.to_string()),
        }
    }

    fn fail(&mut self, state: i32, message: String) -> i32 {
        self.output = message.into_bytes();
        state
    }
}

/// The host's files.
#[derive(Debug)]
struct Host;

#[cfg(target_arch = "wasm32")]
mod host {
    #[link(wasm_import_module = "host")]
    unsafe extern "C" {
        /// Puts a range of the bytes of a file, or all of them if it ends at 0, into what [`crate::reserve`] gives.
        pub(super) safe fn read(name: *const u8, name_bytes: usize, start: f64, end: f64) -> i32;
    }
}

/// Elsewhere there is no host.
#[cfg(not(target_arch = "wasm32"))]
mod host {
    pub(super) fn read(_: *const u8, _: usize, _: f64, _: f64) -> i32 {
        crate::FAILED
    }
}

impl Storage for Host {
    fn read(&self, name: &str, range: Option<Range<u64>>) -> io::Result<Vec<u8>> {
        let range = range.unwrap_or(0..0);
        // Files have fewer bytes than the 2^53 that are exact.
        #[allow(clippy::cast_precision_loss)]
        let (start, end) = (range.start as f64, range.end as f64);
        match host::read(name.as_ptr(), name.len(), start, end) {
            READY => Ok(take_input()),
            PENDING => Err(io::ErrorKind::WouldBlock.into()),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }
}
