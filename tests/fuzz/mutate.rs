//! Damages texts as people, programs and accidents do, the same way for the same seed.
//!
//! Knows texts only, not what they are for.

use std::fmt;
use std::fs;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// The environment variables with what each target gets: a time in seconds, a number of inputs.
const SECONDS: &str = "FUZZ_SECONDS";
const INPUTS: &str = "FUZZ_INPUTS";

/// The time and the number of inputs that each target gets, as far as they are given.
fn given() -> (Option<Duration>, Option<u64>) {
    let number = |name| std::env::var(name).ok()?.parse().ok();
    (number(SECONDS).map(Duration::from_secs), number(INPUTS))
}

/// Whether more is asked for than every run of the tests tries.
pub fn is_long() -> bool {
    given() != (None, None)
}

/// What a run has tried.
pub struct Run {
    /// How many inputs.
    pub inputs: u64,
    time: Duration,
    workers: usize,
    processor: Duration,
}

impl fmt::Display for Run {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { inputs, time, workers, processor } = self;
        let rate = |time: &Duration| *inputs as f64 / time.as_secs_f64();
        write!(
            out,
            "{inputs} inputs, {:.0} a second by {workers} workers, {:.0} a second of a processor",
            rate(time),
            rate(processor),
        )
    }
}

/// How long this thread has had a processor; `None` where the system does not say.
pub fn had_processor() -> Option<Duration> {
    let spent = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    spent.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Stops the other workers when one fails.
struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.store(true, Ordering::Relaxed);
        }
    }
}

/// Tries seeds from 1 on: this many, unless a number is given or as many as fit into a given time.
/// A longer run has a worker for each processor, which prepares once what it needs.
pub fn run<S>(
    enough: u64,
    prepare: impl Fn(usize) -> S + Sync,
    try_one: impl Fn(&mut S, u64) + Sync,
) -> Run {
    let (start, (time, inputs)) = (Instant::now(), given());
    let last = inputs.unwrap_or(if time.is_some() { u64::MAX } else { enough });
    let processors = || thread::available_parallelism().map_or(1, usize::from);
    let workers = if is_long() { processors() } else { 1 };
    let (next, tried, failed) = (AtomicU64::new(1), AtomicU64::new(0), AtomicBool::new(false));
    let processor = AtomicU64::new(0);
    let work = |worker: usize| {
        let _stop = Stop(&failed);
        let mut state = prepare(worker);
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            let is_over = time.is_some_and(|time| start.elapsed() >= time);
            if seed > last || is_over || failed.load(Ordering::Relaxed) {
                break;
            }
            try_one(&mut state, seed);
            tried.fetch_add(1, Ordering::Relaxed);
        }
        let had = had_processor().unwrap_or_else(|| start.elapsed()).as_nanos();
        processor.fetch_add(had.try_into().unwrap_or(u64::MAX), Ordering::Relaxed);
    };
    thread::scope(|scope| {
        let work = &work;
        for worker in 0..workers {
            scope.spawn(move || work(worker));
        }
    });
    let processor = Duration::from_nanos(processor.into_inner());
    Run { inputs: tried.into_inner(), time: start.elapsed(), workers, processor }
}

/// No damaged text is longer, in bytes.
const LONGEST: usize = 4096;

/// Signs that programs stumble over.
const SIGNS: &[&str] = &[
    "\u{0}",
    "\r\n",
    "\t",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{ad}",
    "e\u{301}",
    "ß",
    "İ",
    "ﬂ",
    "漢",
    "🧠",
    "%",
    "%2",
    "%25",
    "%2F",
    "%23",
    "&amp;",
    "+",
    "\"",
    "'",
    "\\",
    "{",
    "}",
    "[[",
    "]]",
    "=",
    "#",
    "/",
    "?",
    ";",
    ",",
    "-",
    "|",
    "=1",
    "NaN",
    "-1",
    "0",
    "99999999999999999999",
    "1e999",
];

/// A source of damage.
pub struct Mutator {
    state: u64,
}

impl Mutator {
    /// The damage of a seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1 }
    }

    /// A number below a bound, by xorshift.
    pub fn below(&mut self, bound: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state % bound.max(1) as u64) as usize
    }

    /// One of several.
    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// One of these texts, damaged a few times. Parts of the others may get into it.
    pub fn damaged(&mut self, texts: &[&str]) -> String {
        let text = self.one(texts);
        let mut damaged = self.damaged_part(text, texts).into_bytes();
        damaged.truncate(LONGEST);
        String::from_utf8_lossy(&damaged).into_owned()
    }

    /// A text of any length, damaged a few times. Parts of the others may get into it.
    pub fn damaged_part(&mut self, text: &str, texts: &[&str]) -> String {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=self.below(6) {
            self.damage(&mut bytes, texts);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn damage(&mut self, bytes: &mut Vec<u8>, texts: &[&str]) {
        let (start, end) = self.range(bytes.len());
        match self.below(8) {
            0 => drop(bytes.drain(start..end)),
            1 => bytes.truncate(start),
            2 => {
                let copy = bytes[start..end].to_vec();
                let times = 1 + self.below(8);
                bytes.splice(end..end, copy.repeat(times));
            }
            3 => {
                let sign = self.one(SIGNS).as_bytes();
                bytes.splice(start..start, sign.iter().copied());
            }
            4 => {
                let sign = self.one(SIGNS).as_bytes();
                bytes.splice(start..end, sign.iter().copied());
            }
            5 => {
                let other = self.one(texts).as_bytes();
                let (from, to) = self.range(other.len());
                bytes.splice(start..start, other[from..to].iter().copied());
            }
            6 => bytes[start..end].reverse(),
            _ => {
                if let Some(byte) = bytes.get_mut(start) {
                    *byte ^= 1 << self.below(8);
                }
            }
        }
    }

    /// A part of something with this length: mostly a short one.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let start = self.below(length + 1);
        let most = if self.below(4) == 0 { length } else { 12 };
        (start, (start + self.below(most + 1)).min(length))
    }
}
