//! Installs the tools that are missing on this machine, once for all checkouts.
//!
//! Looks first, and says of each tool that it installs what it is for and how long that took. Where
//! it cannot install something, it prints instructions. How each kind of tool is installed is known
//! to the modules below.

mod apt;
mod cargo_tool;
mod npm;
mod pip;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::step::{shell, step};
use crate::tool::browsers::{self, Browsers, Chromium, WebKit};
use crate::tool::nginx::{self, Nginx};
use crate::tool::{
    self, AXE_CORE, BENCH, BINARYEN, GECKODRIVER, LIGHTHOUSE, TRUNK, TYPESCRIPT, VNU,
};
use apt::Missing;
use cargo_tool::CargoTool;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Installs everything.
pub(crate) fn all() -> Result<()> {
    for_checks()?;
    for_instructions()?;
    for_build()?;
    for_browser_tests(Browsers::All)?;
    for_audits().map(|_| ())
}

/// Installs what is needed to build and serve.
pub(crate) fn for_build() -> Result<()> {
    wasm_target()?;
    let wasm_bindgen = tool::wasm_bindgen_version()?;
    let why = "it builds the page";
    cargo_tool::install(&[
        // Trunk builds only with the versions in its own lock file, wasm-bindgen only without.
        CargoTool { crate_name: "trunk", command: "trunk", version: TRUNK, locked: true, why },
        CargoTool {
            crate_name: "wasm-bindgen-cli",
            command: "wasm-bindgen",
            version: &wasm_bindgen,
            locked: false,
            why,
        },
    ])?;
    wasm_opt()
}

/// Installs what is needed to check format and lints.
pub(crate) fn for_checks() -> Result<()> {
    wasm_target()?;
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if tool::version(program).is_none() {
            step(&format!("Install {component}: the checks use it"), || {
                let shell = shell()?;
                cmd!(shell, "rustup component add {component}")
                    .quiet()
                    .run()
                    .with_context(|| format!("by hand: install {component} for this toolchain"))
            })?;
        }
    }
    Ok(())
}

/// Installs what is needed to count instructions.
pub(crate) fn for_instructions() -> Result<PathBuf> {
    if tool::version("valgrind").is_none() {
        apt::install(&[VALGRIND])?;
    }
    tool::find("valgrind").context(VALGRIND.by_hand)
}

/// What the browser tests use.
#[derive(Debug)]
pub(crate) struct ForBrowserTests {
    /// Chromium, which every run uses.
    pub(crate) chromium: Chromium,
    /// Firefox, unless it is left out.
    pub(crate) firefox: Option<Firefox>,
    /// WebKitGTK, unless it is left out.
    pub(crate) webkit: Option<WebKit>,
    /// The server whose configuration is tested in every run.
    pub(crate) nginx: Nginx,
    /// The script of axe-core.
    pub(crate) axe: PathBuf,
}

/// Firefox and its driver.
#[derive(Debug)]
pub(crate) struct Firefox {
    /// The browser.
    pub(crate) browser: PathBuf,
    /// The driver.
    pub(crate) driver: PathBuf,
}

/// Installs what is needed, besides the build, for tests in these browsers.
pub(crate) fn for_browser_tests(browsers: Browsers) -> Result<ForBrowserTests> {
    apt::install(&missing_for_browser_tests(browsers)?)?;
    let all = browsers == Browsers::All;
    let firefox = if all { Some(firefox()?) } else { None };
    let webkit = if all { Some(browsers::webkit().context(WEBKIT.by_hand)?) } else { None };
    let axe = npm::package("axe-core", AXE_CORE, "it audits accessibility in the browser tests")?;
    Ok(ForBrowserTests {
        chromium: browsers::chromium()?.context(CHROMIUM.by_hand)?,
        firefox,
        webkit,
        nginx: nginx::nginx().context(NGINX.by_hand)?,
        axe: axe.join("node_modules/axe-core/axe.min.js"),
    })
}

/// What audits the published files, and what serves them for that.
#[derive(Debug)]
pub(crate) struct ForAudits {
    /// The browser that loads them.
    pub(crate) chromium: Chromium,
    /// The server.
    pub(crate) nginx: Nginx,
    /// The Nu HTML checker, a Java archive.
    pub(crate) vnu: PathBuf,
    /// Lighthouse, a script for Node.
    pub(crate) lighthouse: PathBuf,
    /// The TypeScript compiler, a script for Node.
    pub(crate) typescript: PathBuf,
    /// The Python that finds the programs which read saved files.
    pub(crate) python: PathBuf,
}

/// Installs what is needed, besides the build, to audit the published files.
pub(crate) fn for_audits() -> Result<ForAudits> {
    apt::install(&missing_for_audits()?)?;
    let vnu = npm::package("vnu-jar", VNU, "it checks the published HTML")?;
    let lighthouse = npm::package("lighthouse", LIGHTHOUSE, "it audits how the page loads")?;
    let why = "it checks the types of the scripts";
    let typescript = npm::package("typescript", TYPESCRIPT, why)?;
    let python = pip::packages("read-back", "they read the files that the page saves")?;
    Ok(ForAudits {
        chromium: browsers::chromium()?.context(CHROMIUM.by_hand)?,
        nginx: nginx::nginx().context(NGINX.by_hand)?,
        vnu: vnu.join("node_modules/vnu-jar/build/dist/vnu.jar"),
        lighthouse: lighthouse.join("node_modules/lighthouse/cli/index.js"),
        typescript: typescript.join("node_modules/typescript/bin/tsc"),
        python,
    })
}

/// What compares the published page with its peers.
#[derive(Debug)]
pub(crate) struct ForBench {
    /// The browser that loads them all.
    pub(crate) chromium: Chromium,
    /// The folder with the packages of the peers, their bundler and what drives the browser.
    pub(crate) modules: PathBuf,
}

/// Installs what is needed, besides the build, to compare the published page with its peers.
pub(crate) fn for_bench() -> Result<ForBench> {
    if browsers::chromium()?.is_none() {
        apt::install(&[CHROMIUM])?;
    }
    let modules = npm::package("bench", BENCH, "the explorer is compared with them")?;
    Ok(ForBench {
        chromium: browsers::chromium()?.context(CHROMIUM.by_hand)?,
        modules: modules.join("node_modules"),
    })
}

const VALGRIND: Missing = Missing {
    what: "Valgrind, which counts the instructions of the core",
    packages: &["valgrind"],
    by_hand: "install Valgrind and put it on the search path",
    service: None,
};

const CHROMIUM: Missing = Missing {
    what: "Chromium, which the tests drive",
    packages: &["chromium", "chromium-driver"],
    by_hand: "install Chromium and the chromedriver of the same version, and put both on the \
              search path",
    service: None,
};

const FIREFOX: Missing = Missing {
    what: "Firefox, which the tests drive",
    packages: &["firefox-esr"],
    by_hand: "install Firefox and put it on the search path, or leave it out with \
              `cargo xtask test --browsers chromium`",
    service: None,
};

const WEBKIT: Missing = Missing {
    what: "WebKitGTK, which the tests drive",
    packages: &["webkit2gtk-driver", "xvfb"],
    by_hand: "install WebKitGTK 4.1 with MiniBrowser, WebKitWebDriver and Xvfb, or leave it out \
              with `cargo xtask test --browsers chromium`",
    service: None,
};

const NGINX: Missing = Missing {
    what: "nginx, which serves the page to tests and audits",
    packages: &["nginx-light", "libnginx-mod-http-brotli-static"],
    by_hand: "install nginx with its module for static brotli, and put it on the search path or in \
              /usr/sbin",
    service: Some("nginx"),
};

/// Where nginx is installed already, the machine's owner has decided whether it serves.
const NGINX_MODULE: Missing = Missing {
    what: "nginx's module for static brotli, which tests and audits load",
    packages: &["libnginx-mod-http-brotli-static"],
    by_hand: NGINX.by_hand,
    service: None,
};

const JAVA: Missing = Missing {
    what: "Java, which runs the HTML checker",
    packages: &["default-jre-headless"],
    by_hand: "install a Java runtime, or leave the audits out with `cargo xtask test --only core` \
              and `--only page`",
    service: None,
};

const PYTHON: Missing = Missing {
    what: "Python with its environments, which reads saved files",
    packages: &["python3-venv"],
    by_hand: "install Python 3.11 or later with venv and pip, and put it on the search path as \
              python3",
    service: None,
};

const LATEX: Missing = Missing {
    what: "LaTeX and BibTeX, which print saved sources",
    packages: &["texlive-latex-base"],
    by_hand: "install LaTeX and BibTeX with the package natbib, and put them on the search path",
    service: None,
};

/// The system's packages that tests in these browsers need and that are missing.
fn missing_for_browser_tests(browsers: Browsers) -> Result<Vec<Missing>> {
    let mut missing = missing_for_both()?;
    if browsers == Browsers::Chromium {
        return Ok(missing);
    }
    if browsers::firefox().is_none() {
        missing.push(FIREFOX);
    }
    if browsers::webkit().is_none() {
        missing.push(WEBKIT);
    }
    Ok(missing)
}

/// The system's packages that the audits need and that are missing.
fn missing_for_audits() -> Result<Vec<Missing>> {
    let mut missing = missing_for_both()?;
    if tool::version("java").is_none() {
        missing.push(JAVA);
    }
    if !pip::can_install() {
        missing.push(PYTHON);
    }
    if ["pdflatex", "bibtex"].iter().any(|program| tool::version(program).is_none()) {
        missing.push(LATEX);
    }
    Ok(missing)
}

/// The system's packages that browser tests and audits need and that are missing.
fn missing_for_both() -> Result<Vec<Missing>> {
    let mut missing = Vec::new();
    if browsers::chromium()?.is_none() {
        missing.push(CHROMIUM);
    }
    if nginx::nginx().is_none() {
        missing.push(if nginx::nginx_program().is_none() { NGINX } else { NGINX_MODULE });
    }
    Ok(missing)
}

/// Firefox, which is there already, and its driver.
fn firefox() -> Result<Firefox> {
    let browser = browsers::firefox().context(FIREFOX.by_hand)?;
    cargo_tool::install(&[CargoTool {
        crate_name: "geckodriver",
        command: "geckodriver",
        version: GECKODRIVER,
        locked: true,
        why: "the tests drive Firefox with it",
    }])?;
    let driver = tool::find("geckodriver").context("geckodriver is not on the search path")?;
    Ok(Firefox { browser, driver })
}

/// Installs the standard library for WebAssembly.
fn wasm_target() -> Result<()> {
    let shell = shell()?;
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    step(&format!("Install {WASM_TARGET}: the compiler needs it for WebAssembly"), || {
        cmd!(shell, "rustup target add {WASM_TARGET}").quiet().run().with_context(|| {
            format!("by hand: add the target {WASM_TARGET} to the Rust toolchain in use")
        })
    })
}

/// Installs the optimiser, with a link to it in the folder where the build looks for commands.
fn wasm_opt() -> Result<()> {
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    let wanted = format!("wasm-opt version {major} ");
    let is_there =
        || tool::version("wasm-opt").is_some_and(|text| format!("{text} ").starts_with(&wanted));
    if is_there() {
        return Ok(());
    }
    let folder = npm::package("binaryen", BINARYEN, "its wasm-opt makes the WebAssembly smaller")?;
    let program = folder.join("node_modules/binaryen/bin/wasm-opt");
    let link = tool::cargo_home()?.join("bin/wasm-opt");
    // Another version, or a link that leads nowhere.
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
