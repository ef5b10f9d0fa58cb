//! The browser engines that the published page is tested in, and how a session is asked for.
//!
//! Drivers run already, and browsers are installed; the environment says where. Knows no page.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::Capabilities;
use tokio::sync::{Mutex, MutexGuard};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Chromium.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, in WebKitGTK's MiniBrowser: Safari's engine, not Safari.
    WebKit,
}

/// Turns asynchronous functions of an [`Engine`] into one test for each engine, in a module of the
/// function's name. So a run can skip an engine by its name.
///
/// The tests of one function follow each other in a run. If those of one engine did, the others
/// would wait for its driver, which has one session at a time.
///
/// ```ignore
/// in_each_engine! { typing_finds, an_entry_is_read }
/// ```
#[macro_export]
macro_rules! in_each_engine {
    ($($test:ident),+ $(,)?) => {
        $(
            mod $test {
                #[tokio::test]
                async fn chromium() -> anyhow::Result<()> {
                    super::$test($crate::Engine::Chromium).await
                }

                #[tokio::test]
                async fn firefox() -> anyhow::Result<()> {
                    super::$test($crate::Engine::Firefox).await
                }

                #[tokio::test]
                async fn webkit() -> anyhow::Result<()> {
                    super::$test($crate::Engine::WebKit).await
                }
            }
        )+
    };
}

/// The drivers of Firefox and WebKit have one session at a time: that of the holder of this lock.
static FIREFOX: Mutex<()> = Mutex::const_new(());
static WEBKIT: Mutex<()> = Mutex::const_new(());

/// The width and height of a desktop window, in pixels.
pub(crate) const WINDOW: (u32, u32) = (1440, 900);

impl Engine {
    /// The name of a picture of a test in this engine.
    pub fn named(self, test: &str) -> String {
        format!("{self:?}-{test}").to_lowercase()
    }

    /// Waits until this engine's driver is free.
    pub(crate) async fn turn(self) -> Option<MutexGuard<'static, ()>> {
        match self {
            Engine::Chromium => None,
            Engine::Firefox => Some(FIREFOX.lock().await),
            Engine::WebKit => Some(WEBKIT.lock().await),
        }
    }

    /// The address of its driver.
    pub(crate) fn driver(self) -> Result<String> {
        environment(match self {
            Engine::Chromium => "CHROMEDRIVER_URL",
            Engine::Firefox => "GECKODRIVER_URL",
            Engine::WebKit => "WEBKITDRIVER_URL",
        })
    }

    /// How long a session may take to start on a busy machine.
    ///
    /// A start that takes longer is tried once more, except Firefox's: its driver would still be
    /// busy with the first, and refuse the second.
    pub(crate) fn patience(self) -> Duration {
        match self {
            Engine::Chromium | Engine::WebKit => Duration::from_secs(30),
            Engine::Firefox => Duration::from_secs(90),
        }
    }

    /// Whether a session can be given a folder to keep its profile in. MiniBrowser keeps nothing
    /// while it is driven.
    pub(crate) fn keeps_profiles(self) -> bool {
        self != Engine::WebKit
    }

    /// Whether the driver reports what is written to the console.
    pub(crate) fn reports_console(self) -> bool {
        self == Engine::Chromium
    }

    /// The capabilities that a session is started with. Without a profile, the driver makes one and
    /// removes it again.
    pub(crate) fn capabilities(self, profile: Option<&Path>) -> Result<Capabilities> {
        let profile = profile.map(|profile| profile.display().to_string());
        let (width, height) = WINDOW;
        let mut capabilities = Capabilities::new();
        match self {
            Engine::Chromium => {
                let mut args: Vec<String> = [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // Otherwise no more than 200 navigations in ten seconds are done.
                    "--disable-ipc-flooding-protection",
                ]
                .map(str::to_owned)
                .into();
                args.push(format!("--window-size={width},{height}"));
                args.extend(profile.map(|profile| format!("--user-data-dir={profile}")));
                let options = json!({ "binary": environment("CHROMIUM")?, "args": args });
                capabilities.set("browserName", "chrome")?;
                capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
                capabilities.set("goog:chromeOptions", options)?;
            }
            Engine::Firefox => {
                let profile = profile.context("Firefox needs a profile")?;
                let (width, height) = (width.to_string(), height.to_string());
                let options = json!({
                    "binary": environment("FIREFOX")?,
                    "args": ["-headless", "-width", width, "-height", height, "-profile", profile],
                    "prefs": {
                        // The driver lets a page that is opened as a file read more than the
                        // Firefox of a reader does.
                        "security.fileuri.strict_origin_policy": true,
                        // What is saved goes with the profile.
                        "browser.download.folderList": 2,
                        "browser.download.dir": profile,
                        // Nothing but the page asks the network for anything.
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "app.normandy.enabled": false,
                    },
                });
                capabilities.set("moz:firefoxOptions", options)?;
            }
            Engine::WebKit => {
                let options =
                    json!({ "binary": environment("MINIBROWSER")?, "args": ["--automation"] });
                capabilities.set("webkitgtk:browserOptions", options)?;
            }
        }
        Ok(capabilities)
    }
}

/// A variable of the environment.
fn environment(variable: &str) -> Result<String> {
    let value = std::env::var_os(variable);
    let value = value.with_context(|| {
        format!("{variable} is not set: run these tests with `cargo xtask test`")
    })?;
    match value.into_string() {
        Ok(value) => Ok(value),
        Err(value) => bail!("{variable} is no text: {}", value.display()),
    }
}
