//! Installs what is missing on this machine, once for all checkouts.
//!
//! Looks first, and says of each tool that it installs what it is for and how long that took.
//! What it cannot do it tells how to do by hand.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

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
        let target = tool::cargo_home()?.join("tool-build");
        for tool in missing {
            tool.install(&target)?;
        }
        // The tools are installed; what they were built from is of no more use.
        fs::remove_dir_all(&target).with_context(|| format!("removing {}", target.display()))?;
    }
    wasm_opt()
}

/// What is needed to run all tests.
pub(crate) fn for_tests() -> Result<()> {
    for_build()?;
    npm_package("axe-core", AXE_CORE, "it audits accessibility in the browser tests")?;
    chromium().map(|_| ())
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
        let what = format!(
            "Install {crate_name} {version} with Cargo: it builds the page \
             (some minutes, once per machine)"
        );
        step(&what, || {
            let mut install = command("cargo");
            install
                .args(["install", crate_name, "--version", version, "--force", "--quiet"])
                .current_dir(tool::cargo_home()?)
                .env("CARGO_TARGET_DIR", target)
                // A tool that is used a few times a day need not be fast, but soon be there.
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
            if self.locked {
                install.arg("--locked");
            }
            run(&mut install)
                .with_context(|| format!("by hand: cargo install {crate_name} --version {version}"))
        })
    }
}

/// The optimiser, linked to where Trunk and everybody else find commands.
fn wasm_opt() -> Result<()> {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    let wanted = format!("wasm-opt version {major} ");
    if tool::version("wasm-opt").is_some_and(|told| format!("{told} ").starts_with(&wanted)) {
        return Ok(());
    }
    let folder = npm_package("binaryen", BINARYEN, "its wasm-opt makes the WebAssembly smaller")?;
    let program = folder.join("node_modules/binaryen/bin/wasm-opt");
    let link = tool::cargo_home()?.join("bin/wasm-opt");
    // Whatever stands there is another version, or a link that leads nowhere.
    let _ = fs::remove_file(&link);
    link_command(&program, &link)
        .with_context(|| format!("by hand: link {} to {}", link.display(), program.display()))
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
fn npm_package(package: &str, version: &str, why: &str) -> Result<std::path::PathBuf> {
    let folder = tool::npm_folder(package, version)?;
    if !folder.join("node_modules").join(package).is_dir() {
        step(&format!("Install {package} {version} with npm: {why}"), || {
            fs::create_dir_all(&folder)?;
            let name = format!("{package}@{version}");
            let mut install = command("npm");
            install.args(["install", "--silent", "--no-save", "--ignore-scripts", "--prefix"]);
            run(install.arg(&folder).arg(&name)).with_context(|| {
                format!("by hand: npm install --prefix {} {name}", folder.display())
            })
        })?;
    }
    Ok(folder)
}

/// Chromium and its driver.
pub(crate) fn chromium() -> Result<Chromium> {
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
            apt.args(["-qq", "-y", "-o", "Dpkg::Use-Pty=0"]).args(arguments);
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
