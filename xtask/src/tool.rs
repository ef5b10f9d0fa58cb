//! The tools that the project needs and does not contain: which version, where they are looked
//! for, how they are told apart.
//!
//! They live beside Cargo's own, where every checkout on the machine finds them. How they get
//! there is known to `setup`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::step;

/// Bundles the page. Later versions ask for a newer compiler.
pub(crate) const TRUNK: &str = "0.21.14";
/// The npm package with `wasm-opt`, which makes the WebAssembly smaller.
pub(crate) const BINARYEN: &str = "132.0.0";
/// The npm package with the accessibility audit.
pub(crate) const AXE_CORE: &str = "4.14.1";
/// Drives Firefox.
pub(crate) const GECKODRIVER: &str = "0.37.1";
/// The npm package with the Nu HTML checker.
pub(crate) const VNU: &str = "26.9.27";
/// The npm package with the audit of loading. Later versions ask for a newer Node.
pub(crate) const LIGHTHOUSE: &str = "12.8.2";

/// Cargo's home, in whose `bin` all tools are found.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    let home = env::var_os("HOME").context("neither CARGO_HOME nor HOME is set")?;
    Ok(Path::new(&home).join(".cargo"))
}

/// The search path for commands, with Cargo's own folder first.
pub(crate) fn path() -> OsString {
    let own = cargo_home().map(|home| home.join("bin")).into_iter();
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = own.chain(env::split_paths(&inherited));
    env::join_paths(folders).unwrap_or(inherited)
}

/// The folder of an npm package of this very version.
pub(crate) fn npm_folder(package: &str, version: &str) -> Result<PathBuf> {
    Ok(cargo_home()?.join("npm-tools").join(format!("{package}-{version}")))
}

/// Where a command is, if it is on the search path.
pub(crate) fn find(command: &str) -> Option<PathBuf> {
    env::split_paths(&path()).map(|folder| folder.join(command)).find(|file| file.is_file())
}

/// What `command --version` prints, if the command is there and works.
pub(crate) fn version(command: &str) -> Option<String> {
    let output = Command::new(find(command)?).arg("--version").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The version of `wasm-bindgen` in Cargo.lock; its command line tool must be the same.
pub(crate) fn wasm_bindgen_version() -> Result<String> {
    #[derive(serde::Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(serde::Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let file = step::root().join("Cargo.lock");
    let text = fs::read_to_string(&file).context("reading Cargo.lock")?;
    let lock: Lock = toml::from_str(&text).context("reading Cargo.lock")?;
    let found = lock.package.into_iter().find(|package| package.name == "wasm-bindgen");
    Ok(found.context("Cargo.lock names no wasm-bindgen")?.version)
}

/// A browser and the driver that belongs to it.
#[derive(Debug)]
pub(crate) struct Chromium {
    /// The browser.
    pub(crate) browser: PathBuf,
    /// The driver.
    pub(crate) driver: PathBuf,
}

/// The Chromium of this machine; `None` where browser or driver is missing.
pub(crate) fn chromium() -> Result<Option<Chromium>> {
    let major = |command: &str| {
        let told = version(command)?;
        let number = told.split(' ').find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        number.split('.').next()?.parse::<u32>().ok()
    };
    // Some systems have a `chromium` that only tells how to install one: it has no version.
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let browser = names.into_iter().find_map(|name| Some((find(name)?, major(name)?)));
    let driver = find("chromedriver").zip(major("chromedriver"));
    let (Some((browser, of_browser)), Some((driver, of_driver))) = (browser, driver) else {
        return Ok(None);
    };
    if of_browser != of_driver {
        bail!(
            "{} is version {of_browser} and {} is version {of_driver}: install a driver of the \
             browser's own version",
            browser.display(),
            driver.display()
        );
    }
    Ok(Some(Chromium { browser, driver }))
}

/// The Firefox of this machine, where there is one. Its driver is one of Cargo's tools.
pub(crate) fn firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].into_iter().find_map(|name| version(name).and_then(|_| find(name)))
}

/// A browser with the engine of Safari, its driver, and the screen without a monitor that it needs.
#[derive(Debug)]
pub(crate) struct WebKit {
    /// The browser: WebKitGTK's own small one.
    pub(crate) browser: PathBuf,
    /// The driver.
    pub(crate) driver: PathBuf,
    /// The screen.
    pub(crate) screen: PathBuf,
}

/// The WebKitGTK of this machine; `None` where a part of it is missing.
pub(crate) fn webkit() -> Option<WebKit> {
    // Debian's folder is one level deeper, named after the processor.
    let processors = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let mut folders: Vec<_> = processors.map(|folder| folder.path()).collect();
    folders.extend(["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from));
    let mut browsers = folders.into_iter().map(|lib| lib.join("webkit2gtk-4.1/MiniBrowser"));
    Some(WebKit {
        browser: browsers.find(|file| file.is_file())?,
        driver: find("WebKitWebDriver")?,
        screen: find("Xvfb")?,
    })
}

/// A web server that can serve files compressed beforehand.
#[derive(Debug)]
pub(crate) struct Nginx {
    /// The server.
    pub(crate) program: PathBuf,
    /// Its module that serves what was compressed with brotli.
    pub(crate) brotli: PathBuf,
    /// Its list of media types.
    pub(crate) media_types: PathBuf,
}

/// The nginx program of this machine; who is not root seldom has it on the search path.
pub(crate) fn nginx_program() -> Option<PathBuf> {
    let beside = ["/usr/sbin/nginx", "/usr/local/sbin/nginx"].map(PathBuf::from);
    find("nginx").or_else(|| beside.into_iter().find(|file| file.is_file()))
}

/// The nginx of this machine; `None` where it or its module is missing.
pub(crate) fn nginx() -> Option<Nginx> {
    let program = nginx_program()?;
    let output = Command::new(&program).arg("-V").output().ok()?;
    let built = String::from_utf8_lossy(&output.stderr).into_owned();
    let brotli = configured(&built, "--modules-path=")?.join("ngx_http_brotli_static_module.so");
    let media_types = configured(&built, "--conf-path=")?.with_file_name("mime.types");
    (brotli.is_file() && media_types.is_file()).then_some(Nginx { program, brotli, media_types })
}

/// A path that nginx says it was built with.
fn configured(built: &str, option: &str) -> Option<PathBuf> {
    built.split_whitespace().find_map(|word| word.strip_prefix(option)).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nginx_says_where_its_modules_are() {
        let built = "nginx version: nginx/1.22.1\nconfigure arguments: --with-ld-opt='-Wl,-z,now' \
                     --conf-path=/etc/nginx/nginx.conf --modules-path=/usr/lib/nginx/modules --x";
        let modules = configured(built, "--modules-path=");
        assert_eq!(modules, Some(PathBuf::from("/usr/lib/nginx/modules")));
        assert_eq!(configured(built, "--sbin-path="), None);
    }
}
