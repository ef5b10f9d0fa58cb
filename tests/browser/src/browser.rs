//! A headless Chromium with a driver and a profile of its own.
//!
//! Which ones, the environment says: `CHROMIUM` and `CHROMEDRIVER`. Knows no page.

use std::path::PathBuf;
use std::process::Stdio;
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
    /// A desktop window on a system set to dark.
    Dark,
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

/// How long a driver or a session may take to start.
const START: Duration = Duration::from_secs(20);

impl Browser {
    /// Starts driver and browser.
    pub(crate) async fn start(setting: Setting) -> Result<Self> {
        // The driver picks a free port by itself and tells it: a port picked here could be taken
        // by another test before the driver has it.
        let mut process = Command::new(tool("CHROMEDRIVER")?)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("starting chromedriver")?;
        let mut told =
            BufReader::new(process.stdout.take().context("its output is piped")?).lines();
        let port =
            timeout(START, port(&mut told)).await.context("chromedriver tells no port")??;

        let profile = std::env::temp_dir().join(format!("explorer-test-{port}"));
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "chrome")?;
        capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        let mut arguments = vec![
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
        if setting == Setting::WithoutWebAssembly {
            arguments.push("--js-flags=--noexpose_wasm".to_owned());
        }
        let options = json!({ "binary": tool("CHROMIUM")?, "args": arguments });
        capabilities.set("goog:chromeOptions", options)?;
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities);
        let driver = timeout(START, session).await.context("Chromium does not start")??;
        let browser = Self { driver, process, _told: told, profile };
        browser.arrange(setting).await?;
        Ok(browser)
    }

    /// Arranges what the setting asks for, and listens for policy violations from the very start.
    async fn arrange(&self, setting: Setting) -> Result<()> {
        let cdp = self.driver.cdp();
        match setting {
            Setting::Wide | Setting::WithoutWebAssembly => {}
            Setting::Narrow => {
                let phone = json!({
                    "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true
                });
                cdp.send_raw("Emulation.setDeviceMetricsOverride", phone).await?;
            }
            Setting::Dark => {
                let dark = json!({
                    "features": [{ "name": "prefers-color-scheme", "value": "dark" }]
                });
                cdp.send_raw("Emulation.setEmulatedMedia", dark).await?;
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
