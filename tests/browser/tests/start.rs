//! Starting: with and without script, network or a sound host.

mod faults;
mod mending;
mod new_version;
mod offline;
mod privacy;
mod reading;
mod refusals;
mod silence;
mod weight;

/// The page waits a hundredth of its time.
const SOON: &str = "for (const wait of ['setTimeout', 'setInterval']) {
    const real = globalThis[wait];
    globalThis[wait] = (action, time) => real(action, time / 100);
}";
