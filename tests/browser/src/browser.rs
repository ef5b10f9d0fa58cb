//! A headless Chromium with a driver and a profile of its own.
//!
//! Which ones, the environment says: `CHROMIUM` and `CHROMEDRIVER`. Knows no page.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// What the reader sits in front of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A desktop window.
    Wide,
    /// A telephone held upright.
    Narrow,
    /// The narrowest screen that pages must fit, 320 px; a desktop at 400% looks the same.
    Narrowest,
    /// A desktop window at 200%: half as many pixels, each twice as large.
    Zoomed,
    /// A desktop window on a system set to dark.
    Dark,
    /// What would be printed.
    Paper,
    /// A desktop window in which scripts are switched off.
    WithoutScript,
    /// A desktop window in a browser without WebAssembly.
    WithoutWebAssembly,
}

/// A running browser.
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    process: Child,
    /// Kept open: a driver that cannot write its messages would end.
    _told: Lines<BufReader<ChildStdout>>,
    profile: PathBuf,
}

/// How long a driver or a session may take to start on a busy machine.
const START: Duration = Duration::from_secs(60);

/// Numbers the browsers of one run, so that each gets a profile of its own.
static STARTED: AtomicU32 = AtomicU32::new(0);

impl Browser {
    /// Starts driver and browser.
    pub(crate) async fn start(setting: Setting) -> Result<Self> {
        let mut started = driver().await;
        for _ in 0..2 {
            if started.is_ok() {
                break;
            }
            started = driver().await;
        }
        let (process, told, port) = started?;

        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let name = format!("explorer-test-{}-{number}", std::process::id());
        let profile = std::env::temp_dir().join(name);
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "chrome")?;
        capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let arguments = [
            "--headless".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--window-size=1440,900".to_owned(),
            format!("--user-data-dir={}", profile.display()),
        ];
        let options = json!({ "binary": tool("CHROMIUM")?, "args": arguments });
        capabilities.set("goog:chromeOptions", options)?;
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities);
        let driver = timeout(START, session).await.context("Chromium does not start")??;
        let browser = Self { driver, process, _told: told, profile };
        match browser.arrange(setting).await {
            Ok(()) => Ok(browser),
            Err(error) => {
                // The browser must not outlive the test; the first error is the one to tell.
                let _ = browser.quit().await;
                Err(error)
            }
        }
    }

    /// Arranges what the setting asks for, and listens for policy violations from the very start.
    async fn arrange(&self, setting: Setting) -> Result<()> {
        let cdp = self.driver.cdp();
        match setting {
            Setting::Wide => {}
            Setting::Narrow | Setting::Narrowest => {
                let width = if setting == Setting::Narrow { 390 } else { 320 };
                let phone = json!({
                    "width": width, "height": 844, "deviceScaleFactor": 2, "mobile": true
                });
                cdp.send_raw("Emulation.setDeviceMetricsOverride", phone).await?;
            }
            Setting::Zoomed => {
                let zoomed = json!({
                    "width": 720, "height": 450, "deviceScaleFactor": 2, "mobile": false
                });
                cdp.send_raw("Emulation.setDeviceMetricsOverride", zoomed).await?;
            }
            Setting::Dark => {
                let dark = json!({
                    "features": [{ "name": "prefers-color-scheme", "value": "dark" }]
                });
                cdp.send_raw("Emulation.setEmulatedMedia", dark).await?;
            }
            Setting::Paper => {
                let paper = json!({ "media": "print" });
                cdp.send_raw("Emulation.setEmulatedMedia", paper).await?;
            }
            Setting::WithoutWebAssembly => {
                let script = json!({ "source": "delete globalThis.WebAssembly;" });
                cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
            }
            Setting::WithoutScript => {
                let off = json!({ "value": true });
                cdp.send_raw("Emulation.setScriptExecutionDisabled", off).await?;
            }
        }
        let listen = "window.__violations = []; \
             addEventListener('securitypolicyviolation', event => __violations.push( \
             `${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));";
        let script = json!({ "source": listen });
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
        Ok(())
    }

    /// Ends the browser, then its driver.
    pub(crate) async fn quit(mut self) -> Result<()> {
        self.driver.quit().await.context("ending Chromium")?;
        self.process.kill().await.context("ending chromedriver")?;
        // A profile that cannot be removed lies in the system's folder for such files.
        let _ = std::fs::remove_dir_all(&self.profile);
        Ok(())
    }
}

/// Starts chromedriver on a free port. The driver picks the port by itself and tells it, because
/// one picked here could be taken by another test before the driver has it; should the driver find
/// its own choice taken, it ends, and is started again.
async fn driver() -> Result<(Child, Lines<BufReader<ChildStdout>>, u16)> {
    let mut process = Command::new(tool("CHROMEDRIVER")?)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("starting chromedriver")?;
    let mut told = BufReader::new(process.stdout.take().context("its output is piped")?).lines();
    let port = timeout(START, port(&mut told)).await.context("chromedriver tells no port")??;
    Ok((process, told, port))
}

/// The port that chromedriver says it listens on.
async fn port(told: &mut Lines<BufReader<ChildStdout>>) -> Result<u16> {
    while let Some(line) = told.next_line().await? {
        if let Some((_, port)) = line.split_once("was started successfully on port ") {
            return port.trim_end_matches('.').parse().with_context(|| line.clone());
        }
    }
    bail!("chromedriver ended at once")
}

/// A program whose place the environment tells.
fn tool(variable: &str) -> Result<PathBuf> {
    match std::env::var_os(variable) {
        Some(path) => Ok(PathBuf::from(path)),
        None => bail!("{variable} is not set: run these tests with `cargo xtask test`"),
    }
}
