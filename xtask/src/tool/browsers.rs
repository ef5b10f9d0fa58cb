//! The browsers on this machine and their drivers, and which of them a test run uses.
//!
//! Does not know how they are driven.

use std::path::PathBuf;
use std::str::FromStr;
use std::{fmt, fs};

use anyhow::{Result, bail};

use super::{find, version};

/// Which browsers a test run uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Browsers {
    /// Every engine.
    #[default]
    All,
    /// Chromium alone, for a quick run. Nothing is installed that only the others need.
    Chromium,
}

impl Browsers {
    /// Parts of the names of the tests to skip.
    pub(crate) fn skipped(self) -> &'static [&'static str] {
        match self {
            Browsers::All => &[],
            Browsers::Chromium => &["::firefox", "::webkit"],
        }
    }
}

impl fmt::Display for Browsers {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Browsers::All => "Chromium, Firefox and WebKit",
            Browsers::Chromium => "Chromium",
        })
    }
}

impl FromStr for Browsers {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self> {
        match word {
            "all" => Ok(Browsers::All),
            "chromium" => Ok(Browsers::Chromium),
            _ => bail!("{word:?} names no browsers: give `all` or `chromium`"),
        }
    }
}

/// A browser and its driver.
#[derive(Debug)]
pub(crate) struct Chromium {
    /// The browser.
    pub(crate) browser: PathBuf,
    /// The driver.
    pub(crate) driver: PathBuf,
}

/// The Chromium on this machine; `None` if the browser or the driver is missing.
pub(crate) fn chromium() -> Result<Option<Chromium>> {
    let major = |command: &str| {
        let text = version(command)?;
        let number = text.split(' ').find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        number.split('.').next()?.parse::<u32>().ok()
    };
    // Some systems have a `chromium` that only prints how to install one. It has no version.
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let browser = names.into_iter().find_map(|name| Some((find(name)?, major(name)?)));
    let driver = find("chromedriver").zip(major("chromedriver"));
    let (Some((browser, of_browser)), Some((driver, of_driver))) = (browser, driver) else {
        return Ok(None);
    };
    if of_browser != of_driver {
        bail!(
            "{} has version {of_browser} and {} has version {of_driver}: install the driver that \
             has the browser's version",
            browser.display(),
            driver.display()
        );
    }
    Ok(Some(Chromium { browser, driver }))
}

/// The Firefox on this machine, if there is one. Its driver is one of Cargo's tools.
pub(crate) fn firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].into_iter().find_map(|name| version(name).and_then(|_| find(name)))
}

/// A browser with the engine of Safari, its driver, and the virtual screen that it needs.
#[derive(Debug)]
pub(crate) struct WebKit {
    /// The browser: WebKitGTK's own small one.
    pub(crate) browser: PathBuf,
    /// The driver.
    pub(crate) driver: PathBuf,
    /// The screen.
    pub(crate) screen: PathBuf,
}

/// The WebKitGTK on this machine; `None` if a part of it is missing.
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
