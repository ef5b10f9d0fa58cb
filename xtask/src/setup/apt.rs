//! Programs that Debian's apt installs, all that are missing at once.
//!
//! Knows no particular program, except that a web server must not begin to serve because the tests
//! need its program.

use std::fs;
use std::path::Path;
use std::process::{self, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::step::{self, run, step};
use crate::tool;

/// A program that is missing.
pub(crate) struct Missing {
    /// What it is, and what for.
    pub(crate) what: &'static str,
    /// The packages that bring it.
    pub(crate) packages: &'static [&'static str],
    /// What to do where apt is not here or not allowed.
    pub(crate) by_hand: &'static str,
    /// The service that its package would start, now and whenever the machine starts.
    pub(crate) service: Option<&'static str>,
}

/// Installs what is missing.
pub(crate) fn install(missing: &[Missing]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = missing.iter().map(|program| format!("\n  - {}", program.by_hand));
    let by_hand = format!("by hand:{}", by_hand.collect::<String>());
    let whats = missing.iter().map(|program| program.what).collect::<Vec<_>>().join(", ");
    if tool::find("apt-get").is_none() || !is_root() {
        bail!("missing: {whats}; and apt is not here or not allowed; {by_hand}");
    }
    let packages: Vec<_> = missing.iter().flat_map(|program| program.packages).copied().collect();
    step(&format!("Install {} with apt: {whats}", packages.join(", ")), || {
        apt(&["update"]).with_context(|| by_hand.clone())?;
        let quiet = NoServices::arrange()?;
        let install = [&["install", "--no-install-recommends"], &packages[..]].concat();
        apt(&install).with_context(|| by_hand.clone())?;
        drop(quiet);
        missing.iter().filter_map(|program| program.service).try_for_each(switch_off)
    })
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut apt = Command::new("apt-get");
    // A fresh machine is often still installing something by itself.
    apt.args(["-qq", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=600"]);
    apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    run(&mut apt)
}

/// Whether apt would be allowed to install.
fn is_root() -> bool {
    step::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Packages start no service while this is kept: they ask the file that it lays down.
struct NoServices {
    ours: bool,
}

const POLICY: &str = "/usr/sbin/policy-rc.d";

/// The comment by which a policy is known to be ours.
const OURS: &str = "# Laid down by `cargo xtask` of Myoclonus Explorer";

/// A policy that forbids services to start while a process runs. A run that is killed cannot take it
/// away, so from then on it allows everything by itself.
fn policy(process: u32) -> String {
    // 101: the action is forbidden.
    format!(
        "#!/bin/sh\n{OURS}: no service starts while process {process} installs packages.\n\
         # It may be deleted.\n[ -d /proc/{process} ] && exit 101\nexit 0\n"
    )
}

impl NoServices {
    fn arrange() -> Result<Self> {
        // Whoever has a policy of their own is asked in their own way; one of ours was left behind by a
        // run that was killed.
        let earlier = fs::read(POLICY).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if Path::new(POLICY).exists() && !earlier.is_ok_and(|text| text.contains(OURS)) {
            return Ok(Self { ours: false });
        }
        fs::write(POLICY, policy(process::id())).with_context(|| format!("writing {POLICY}"))?;
        let arranged = Self { ours: true };
        run(Command::new("chmod").args(["755", POLICY]))?;
        Ok(arranged)
    }
}

impl Drop for NoServices {
    fn drop(&mut self) {
        if self.ours {
            let _ = fs::remove_file(POLICY);
        }
    }
}

/// Stops a service that has just been installed, and keeps it from starting with the machine.
fn switch_off(service: &str) -> Result<()> {
    // Without systemd nothing starts it that has not already been forbidden.
    if !Path::new("/run/systemd/system").is_dir() {
        return Ok(());
    }
    run(Command::new("systemctl").args(["disable", "--now", "--quiet", service]))
        .with_context(|| format!("by hand: systemctl disable --now {service}"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn services_are_forbidden_only_while_the_process_runs() -> Result<()> {
        // No process can have the second number.
        for (process, expected) in [(process::id(), 101), (u32::MAX, 0)] {
            let answered = Command::new("sh").arg("-c").arg(policy(process)).status()?;
            assert_eq!(answered.code(), Some(expected), "process {process}");
        }
        Ok(())
    }
}
