//! Failure on demand: every step of a build passes here, so that a test can make the n-th one fail.

#[cfg(test)]
pub(super) use armed::{exchange_allowed, fail_at, forbid_exchange, step};

/// One step of a build.
#[cfg(not(test))]
pub(super) fn step() -> std::io::Result<()> {
    Ok(())
}

/// Whether folders may change places in one step; a test can forbid it to see the other way at work.
#[cfg(not(test))]
pub(super) fn exchange_allowed() -> bool {
    true
}

#[cfg(test)]
mod armed {
    use std::cell::Cell;
    use std::io;

    thread_local! {
        static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
        static EXCHANGE: Cell<bool> = const { Cell::new(true) };
    }

    /// Makes this thread's step after `steps` others fail; the ones after it succeed again.
    pub(crate) fn fail_at(steps: Option<usize>) {
        LEFT.set(steps);
    }

    pub(crate) fn forbid_exchange(forbidden: bool) {
        EXCHANGE.set(!forbidden);
    }

    pub(crate) fn exchange_allowed() -> bool {
        EXCHANGE.get()
    }

    pub(crate) fn step() -> io::Result<()> {
        let left = LEFT.get();
        LEFT.set(left.and_then(|n| n.checked_sub(1)));
        if left == Some(0) { Err(io::Error::other("injected failure")) } else { Ok(()) }
    }
}
