//! Post-processes a Trunk build for publication.
//!
//! Trunk calls this after each build, so `trunk build --release` alone gives the same files. This
//! file knows the order of the steps. Each step is a module of its own.

mod hosting;
mod html;
mod later;
pub(crate) mod names;
mod notices;
mod open_data;
pub(crate) mod packed;
pub(crate) mod pages;
mod scripts;
pub(crate) mod single_file;
mod style;
pub(crate) mod worker;

use std::env;

use anyhow::Result;

use crate::project::staging;
use crate::step::step;
use notices::bill;
use pages::site::SITE_URL;

/// Splits the program and adds the texts, the notices and the open data in every build; adds to a
/// release everything else that is published but not needed during development.
pub(crate) fn publish() -> Result<()> {
    notices::notices()?;
    open_data::write()?;
    later::reading::write(&staging())?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    step("Split the program", || later::split::write(&staging(), is_release))?;
    later::name(&staging())?;
    bill::write_bill(&staging())?;
    if is_release {
        let folder = staging();
        let site_url = env::var(SITE_URL).ok();
        scripts::strip(&folder)?;
        style::write(&folder)?;
        names::name_by_content(&folder)?;
        step("Print the static pages", || pages::write(&folder, site_url.as_deref()))?;
        single_file::write(&folder)?;
        worker::write(&folder)?;
        hosting::publish(&folder)?;
        bill::write_sums(&folder)?;
        step("Write compressed copies", || packed::write(&folder))?;
    }
    Ok(())
}
