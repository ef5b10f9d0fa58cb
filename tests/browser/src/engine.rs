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
                    let test = async || super::$test($crate::Engine::WebKit).await;
                    $crate::once_more_if_webkit_failed(test).await
                }
            }
        )+
    };
}

/// What WebKit on Linux says when it has ended a program by a fault of its own. That is known of
/// programs of other people, and comes seldom, and in no other engine
/// (<https://github.com/tauri-apps/tauri/issues/7154>).
const FAULT_OF_WEBKIT: &str = "RuntimeError: Out of bounds memory access";

/// Runs a test in WebKit, and once more if the engine had ended the program. A fault of ours would
/// come again.
pub async fn once_more_if_webkit_failed(test: impl AsyncFn() -> Result<()>) -> Result<()> {
    match test().await {
        Err(error) if format!("{error:#}").contains(FAULT_OF_WEBKIT) => {
            println!("WebKit had ended the program, so the test runs once more: {error:#}");
            test().await
        }
        result => result,
    }
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use anyhow::anyhow;

    use super::*;

    /// How often a test runs that fails so each time, and what comes of it.
    async fn runs(message: &'static str) -> (usize, Result<()>) {
        let runs = Cell::new(0);
        let result = once_more_if_webkit_failed(async || {
            runs.set(runs.get() + 1);
            Err(anyhow!(message))
        })
        .await;
        (runs.get(), result)
    }

    #[tokio::test]
    async fn a_test_runs_once_more_after_a_fault_of_webkit_and_only_then() {
        let (count, result) = runs(
            "the browser complained:\nerror: RuntimeError: Out of bounds \
             memory access (evaluating 'wasm.x()')",
        )
        .await;
        assert!(count == 2 && result.is_err(), "a second fault fails the test");
        let (count, result) = runs("waited in vain").await;
        assert!(count == 1 && result.is_err());
    }
}
