//! Walks through the built page at random for longer than the tests do.
//!
//! How a step is chosen and what must hold after it is known to the test of the same name in
//! `tests/browser/tests/browse/`.

use anyhow::Result;

use super::{build, test};
use crate::browser::drivers::Drivers;
use crate::setup;
use crate::step::{shell, step};
use crate::tool::browsers::Browsers;

/// Walks so many steps, in Chromium. Builds the page first if it is not up to date.
pub(crate) fn walk(seed: u64, steps: u64) -> Result<()> {
    build::renew()?;
    let tools = setup::for_browser_tests(Browsers::Chromium)?;
    let drivers = Drivers::start(&tools)?;
    step(&format!("Walk {steps} steps from seed {seed}"), || {
        let shell = shell()?;
        test::in_browsers(&shell, &drivers, &tools)
            .args(["a_walk_at_random", "--nocapture"])
            .env("WALK_SEED", seed.to_string())
            .env("WALK_STEPS", steps.to_string())
            .quiet()
            .run()?;
        Ok(())
    })
}
