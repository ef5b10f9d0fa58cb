//! Programs that Debian's apt installs, all that are missing in one go.
//!
//! Knows no particular program. It does know that a web server must not start to serve because the
//! tests need its program.

use std::fs;
use std::path::Path;
use std::process;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::step::{shell, step};
use crate::tool;

/// A program that is missing.
pub(crate) struct Missing {
    /// Its name and what it is for.
    pub(crate) what: &'static str,
    /// The packages that contain it.
    pub(crate) packages: &'static [&'static str],
    /// What to do if there is no apt or it may not be used.
    pub(crate) by_hand: &'static str,
    /// The service that its package would start, now and whenever the machine starts.
    pub(crate) service: Option<&'static str>,
}

/// Installs the programs that are missing.
pub(crate) fn install(missing: &[Missing]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = missing.iter().map(|program| format!("\n  - {}", program.by_hand));
    let by_hand = format!("by hand:{}", by_hand.collect::<String>());
    let names = missing.iter().map(|program| program.what).collect::<Vec<_>>().join(", ");
    if tool::find("apt-get").is_none() || !is_root()? {
        bail!("missing: {names}. There is no apt, or you are not root; {by_hand}");
    }
    let packages: Vec<_> = missing.iter().flat_map(|program| program.packages).copied().collect();
    step(&format!("Install {} with apt: {names}", packages.join(", ")), || {
        apt(&["update"]).with_context(|| by_hand.clone())?;
        let no_services = NoServices::begin()?;
        let install = [&["install", "--no-install-recommends"], &packages[..]].concat();
        apt(&install).with_context(|| by_hand.clone())?;
        drop(no_services);
        missing.iter().filter_map(|program| program.service).try_for_each(switch_off)
    })
}

fn apt(arguments: &[&str]) -> Result<()> {
    let shell = shell()?;
    // A fresh machine is often still installing something by itself, so apt waits for its lock.
    let apt = cmd!(shell, "apt-get -qq -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600");
    let apt = apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    Ok(apt.ignore_stdout().quiet().run()?)
}

/// Whether apt may install.
fn is_root() -> Result<bool> {
    let shell = shell()?;
    Ok(cmd!(shell, "id -u").quiet().read()? == "0")
}

/// While this exists, packages start no service: they ask the file that it writes.
struct NoServices {
    ours: bool,
}

const POLICY: &str = "/usr/sbin/policy-rc.d";

/// The comment that marks a policy as ours.
const OURS: &str = "# Laid down by `cargo xtask` of Myoclonus Explorer";

/// A policy that forbids services to start while a process runs. A run that is killed cannot remove
/// it; from then on it allows everything by itself.
fn policy(process: u32) -> String {
    // 101: the action is forbidden.
    format!(
        "#!/bin/sh\n{OURS}: no service starts while process {process} installs packages.\n\
         # It may be deleted.\n[ -d /proc/{process} ] && exit 101\nexit 0\n"
    )
}

impl NoServices {
    fn begin() -> Result<Self> {
        // A policy of the machine's owner stays. One of ours was left by a run that was killed.
        let earlier = fs::read(POLICY).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if Path::new(POLICY).exists() && !earlier.is_ok_and(|text| text.contains(OURS)) {
            return Ok(Self { ours: false });
        }
        fs::write(POLICY, policy(process::id())).with_context(|| format!("writing {POLICY}"))?;
        let begun = Self { ours: true };
        let shell = shell()?;
        cmd!(shell, "chmod 755 {POLICY}").quiet().run()?;
        Ok(begun)
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
    let shell = shell()?;
    cmd!(shell, "systemctl disable --now --quiet {service}")
        .quiet()
        .run()
        .with_context(|| format!("by hand: systemctl disable --now {service}"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::Command;

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
