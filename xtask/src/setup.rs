//! Installs what is missing on this machine, once for all checkouts.
//!
//! Looks first, and says of each tool that it installs what it is for and how long that took.
//! What it cannot do it tells how to do by hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

use anyhow::{Context, Result, bail, ensure};

use super::step::{self, command, run, step};
use super::tool::{self, AXE_CORE, BINARYEN, Chromium, TRUNK};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What is needed to build and serve.
pub(crate) fn for_build() -> Result<()> {
    wasm_target()?;
    let wasm_bindgen = tool::wasm_bindgen_version()?;
    let cargo_tools = [
        // Trunk builds only with the versions that its own lock file names, wasm-bindgen only
        // without.
        CargoTool { crate_name: "trunk", command: "trunk", version: TRUNK, locked: true },
        CargoTool {
            crate_name: "wasm-bindgen-cli",
            command: "wasm-bindgen",
            version: &wasm_bindgen,
            locked: false,
        },
    ];
    let missing: Vec<_> = cargo_tools.into_iter().filter(|tool| !tool.is_there()).collect();
    if !missing.is_empty() {
        // Two checkouts may install at the same time, each into a folder of its own.
        let target = tool::cargo_home()?.join(format!("tool-build-{}", process::id()));
        let installed = missing.iter().try_for_each(|tool| tool.install(&target));
        // What tools were built from is of no more use; what cannot be removed does no harm.
        let _ = fs::remove_dir_all(&target);
        installed?;
    }
    wasm_opt()
}

/// What is needed to check format and lints.
pub(crate) fn for_checks() -> Result<()> {
    for_build()?;
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if tool::version(program).is_none() {
            step(&format!("Install {component}: the checks use it"), || {
                run(command("rustup").args(["component", "add", component]))
                    .with_context(|| format!("by hand: install {component} for this toolchain"))
            })?;
        }
    }
    Ok(())
}

/// What is needed beyond that to drive a browser: the browser, its driver, and axe-core's script.
pub(crate) fn for_browser_tests() -> Result<(Chromium, PathBuf)> {
    let axe = npm_package("axe-core", AXE_CORE, "it audits accessibility in the browser tests")?;
    Ok((chromium()?, axe.join("node_modules/axe-core/axe.min.js")))
}

/// Everything.
pub(crate) fn all() -> Result<()> {
    for_checks()?;
    for_browser_tests().map(|_| ())
}

/// The WebAssembly half of the compiler's standard library.
fn wasm_target() -> Result<()> {
    let installed = || -> Result<bool> {
        let sysroot = step::output(command("rustc").args(["--print", "sysroot"]))?;
        Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir())
    };
    if installed()? {
        return Ok(());
    }
    step(&format!("Install {WASM_TARGET}: the compiler needs it to make WebAssembly"), || {
        run(command("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
            format!("by hand: add the target {WASM_TARGET} to the Rust toolchain in use")
        })
    })
}

/// A tool that Cargo installs from source.
struct CargoTool<'a> {
    crate_name: &'a str,
    command: &'a str,
    version: &'a str,
    locked: bool,
}

impl CargoTool<'_> {
    /// Whether this very version is there.
    fn is_there(&self) -> bool {
        let told = tool::version(self.command);
        told.is_some_and(|told| told.split(' ').any(|word| word == self.version))
    }

    fn install(&self, target: &Path) -> Result<()> {
        let Self { crate_name, version, .. } = self;
        let instead = tool::version(self.command)
            .map(|other| format!(", in place of {other}"))
            .unwrap_or_default();
        let what = format!(
            "Install {crate_name} {version} with Cargo{instead}: it builds the page \
             (some minutes, once per machine)"
        );
        let locked = if self.locked { " --locked" } else { "" };
        step(&what, || {
            let mut install = command("cargo");
            install
                .args(["install", crate_name, "--version", version, "--force", "--quiet", "--root"])
                .arg(tool::cargo_home()?)
                .current_dir(tool::cargo_home()?)
                .env("CARGO_TARGET_DIR", target)
                // A tool that is used a few times a day need not be fast, but soon be there.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
            if self.locked {
                install.arg("--locked");
            }
            run(&mut install).with_context(|| {
                format!("by hand: cargo install {crate_name} --version {version}{locked}")
            })
        })
    }
}

/// The optimiser, linked to where Trunk and everybody else find commands.
fn wasm_opt() -> Result<()> {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    let wanted = format!("wasm-opt version {major} ");
    let is_there =
        || tool::version("wasm-opt").is_some_and(|told| format!("{told} ").starts_with(&wanted));
    if is_there() {
        return Ok(());
    }
    let folder = npm_package("binaryen", BINARYEN, "its wasm-opt makes the WebAssembly smaller")?;
    let program = folder.join("node_modules/binaryen/bin/wasm-opt");
    let link = tool::cargo_home()?.join("bin/wasm-opt");
    // Whatever stands there is another version, or a link that leads nowhere.
    let _ = fs::remove_file(&link);
    link_command(&program, &link)
        .with_context(|| format!("by hand: link {} to {}", link.display(), program.display()))?;
    ensure!(
        is_there(),
        "{} does not run: remove {} and try again",
        link.display(),
        folder.display()
    );
    Ok(())
}

#[cfg(unix)]
fn link_command(program: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(program, link)
}

#[cfg(not(unix))]
fn link_command(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(std::io::Error::other("links are made on Unix only"))
}

/// An npm package of this very version in a folder of its own. Returns the folder.
fn npm_package(package: &str, version: &str, why: &str) -> Result<PathBuf> {
    let folder = tool::npm_folder(package, version)?;
    if folder.is_dir() {
        return Ok(folder);
    }
    step(&format!("Install {package} {version} with npm: {why}"), || {
        // Only a whole installation gets the name under which it is looked for.
        let half = tool::npm_folder(package, &format!("half-{}", process::id()))?;
        fs::create_dir_all(&half)?;
        let name = format!("{package}@{version}");
        let mut install = command("npm");
        install.args(["install", "--silent", "--no-save", "--ignore-scripts", "--prefix"]);
        run(install.arg(&half).arg(&name)).with_context(|| {
            format!("by hand: npm install --prefix {} {name}", folder.display())
        })?;
        fs::rename(&half, &folder).with_context(|| format!("naming {}", folder.display()))
    })?;
    Ok(folder)
}

/// Chromium and its driver.
fn chromium() -> Result<Chromium> {
    if let Some(found) = tool::chromium()? {
        return Ok(found);
    }
    const BY_HAND: &str = "by hand: install Chromium and the chromedriver of the same version, \
                           so that both are on the search path";
    if tool::find("apt-get").is_none() || !is_root() {
        bail!("Chromium or chromedriver is missing, and apt is not here or not allowed; {BY_HAND}");
    }
    step("Install Chromium and chromedriver with apt: the browser tests drive them", || {
        let apt = |arguments: &[&str]| {
            let mut apt = Command::new("apt-get");
            // A fresh machine is often still installing something by itself.
            apt.args(["-qq", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=600"]);
            apt.args(arguments);
            apt.env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null());
            run(&mut apt).context(BY_HAND)
        };
        apt(&["update"])?;
        apt(&["install", "--no-install-recommends", "chromium", "chromium-driver"])
    })?;
    tool::chromium()?.context(BY_HAND)
}

/// Whether apt would be allowed to install.
fn is_root() -> bool {
    step::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
