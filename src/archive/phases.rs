//! How long the parts of a build took. For the editor's eyes only: nothing of it reaches the site.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// A part of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Finding sources, reading settings.
    Content,
    /// Text → disclosures.
    Read,
    /// Disclosures → findings.
    Audit,
    /// Disclosures → pages.
    Render,
    /// Disclosures → data files.
    Data,
    /// Disclosures → search index.
    Index,
    /// Writing files, and putting the site in place.
    Publish,
}

impl Phase {
    /// All phases in order.
    pub const ALL: [Self; 7] =
        [Self::Content, Self::Read, Self::Audit, Self::Render, Self::Data, Self::Index, Self::Publish];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Read => "read",
            Self::Audit => "audit",
            Self::Render => "render",
            Self::Data => "data",
            Self::Index => "index",
            Self::Publish => "publish",
        }
    }
}

/// Time by phase, summed over threads.
#[derive(Debug, Default)]
pub struct Phases {
    micros: [AtomicU64; 7],
}

impl Phases {
    /// Does `work` and books its time.
    pub fn time<T>(&self, phase: Phase, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
        if let Some(slot) =
            Phase::ALL.iter().position(|other| *other == phase).and_then(|at| self.micros.get(at))
        {
            slot.fetch_add(micros, Ordering::Relaxed);
        }
        done
    }

    /// The time of each phase, in order.
    pub fn times(&self) -> impl Iterator<Item = (Phase, Duration)> {
        Phase::ALL
            .into_iter()
            .zip(&self.micros)
            .map(|(phase, micros)| (phase, Duration::from_micros(micros.load(Ordering::Relaxed))))
    }
}
