//! A browser for one test.
//!
//! Its driver runs already. Knows no page.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::WebDriver;
use tokio::sync::MutexGuard;
use tokio::time::timeout;

use crate::engine::Engine;
use crate::profile::Profile;
use crate::shared;

/// How long a driver may take for one request.
const REQUEST: Duration = Duration::from_secs(120);

/// The screen and the browser in front of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A desktop window.
    Wide,
    /// A tablet held upright.
    Tablet,
    /// A phone held upright.
    Narrow,
    /// The same, for what a finger needs and a mouse does not.
    Touched,
    /// The narrowest screen that pages must fit, 320 px; a desktop at 400% looks the same.
    Narrowest,
    /// A desktop window at 200%: half as many pixels, each twice as large.
    Zoomed,
    /// A desktop window on a system set to dark.
    Dark,
    /// A desktop window on a system that replaces all colours by a few of its own.
    ForcedColours,
    /// Paper.
    Paper,
    /// A desktop window in which scripts are switched off.
    WithoutScript,
    /// A desktop window in a browser that this script changes before each page, for example by
    /// removing a feature.
    Changed(&'static str),
}

/// How far a browser is away from other tests.
pub(crate) enum Apart<'a> {
    /// A process of its own, which remembers what is in this profile.
    Process(&'a Profile),
    /// A tab of its own, in a process that other tests use before and after. The page has an
    /// origin that no other test has.
    Tab { origin: String },
}

/// A running browser.
pub(crate) struct Browser {
    pub(crate) driver: WebDriver,
    /// The origin of the page, if other tests may use the process afterwards.
    shared: Option<String>,
    /// Given back when the session has ended.
    _turn: Option<MutexGuard<'static, ()>>,
}

impl Browser {
    /// Starts a session. Only Chromium can be set to anything but a desktop window.
    pub(crate) async fn start(engine: Engine, setting: Setting, apart: Apart<'_>) -> Result<Self> {
        ensure!(
            engine == Engine::Chromium || setting == Setting::Wide,
            "{setting:?} is arranged in Chromium only, not in {engine:?}"
        );
        let turn = engine.turn().await;
        let (driver, shared) = match apart {
            Apart::Process(profile) => (session(engine, Some(profile)).await?, None),
            Apart::Tab { origin } => {
                let driver = match shared::take() {
                    Some(driver) => driver,
                    None => session(engine, None).await?,
                };
                (driver, Some(origin))
            }
        };
        let browser = Self { driver, shared, _turn: turn };
        let arranged = match engine {
            Engine::Chromium => browser.arrange(setting).await,
            Engine::Firefox => Ok(()),
            Engine::WebKit => browser.widen().await,
        };
        match arranged {
            Ok(()) => Ok(browser),
            Err(error) => {
                // The browser must not outlive the test. The first error is the one to report.
                let _ = browser.quit().await;
                Err(error)
            }
        }
    }

    /// Arranges the setting, and listens for policy violations from the very start.
    async fn arrange(&self, setting: Setting) -> Result<()> {
        let cdp = self.driver.cdp();
        match setting {
            Setting::Wide => {}
            Setting::Narrow | Setting::Touched | Setting::Narrowest => {
                let width = if setting == Setting::Narrowest { 320 } else { 390 };
                let phone = json!({
                    "width": width, "height": 844, "deviceScaleFactor": 2, "mobile": true
                });
                cdp.send_raw("Emulation.setDeviceMetricsOverride", phone).await?;
                if setting == Setting::Touched {
                    let touch = json!({ "enabled": true });
                    cdp.send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
                }
            }
            Setting::Tablet => {
                let tablet = json!({
                    "width": 820, "height": 1180, "deviceScaleFactor": 1, "mobile": true
                });
                cdp.send_raw("Emulation.setDeviceMetricsOverride", tablet).await?;
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
            Setting::ForcedColours => {
                let forced = json!({
                    "features": [{ "name": "forced-colors", "value": "active" }]
                });
                cdp.send_raw("Emulation.setEmulatedMedia", forced).await?;
            }
            Setting::Paper => {
                let paper = json!({ "media": "print" });
                cdp.send_raw("Emulation.setEmulatedMedia", paper).await?;
            }
            Setting::Changed(script) => {
                let script = json!({ "source": script });
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

    /// Makes the window as wide as the others'; this engine takes no size when it starts.
    async fn widen(&self) -> Result<()> {
        self.driver.set_window_rect(0, 0, 1440, 950).await.context("widening the window")
    }

    /// Ends the browser after a passed test, or leaves its process to the next.
    pub(crate) async fn leave(self) -> Result<()> {
        match self.shared {
            Some(origin) => shared::leave(self.driver, &origin).await,
            None => self.quit().await,
        }
    }

    /// Ends the browser.
    pub(crate) async fn quit(self) -> Result<()> {
        self.driver.quit().await.context("ending the browser")
    }
}

/// Starts a session, and tries once more if that fails. A browser may fail to start on a busy
/// machine, which says nothing about the page.
async fn session(engine: Engine, profile: Option<&Profile>) -> Result<WebDriver> {
    match attempt(engine, profile).await {
        Ok(driver) => Ok(driver),
        Err(first) => attempt(engine, profile)
            .await
            .with_context(|| format!("started twice; the first time: {first:#}")),
    }
}

async fn attempt(engine: Engine, profile: Option<&Profile>) -> Result<WebDriver> {
    let capabilities = engine.capabilities(profile.map(Profile::folder))?;
    let session = WebDriver::builder(engine.driver()?, capabilities).client(client()?);
    match timeout(engine.patience(), session.connect()).await {
        Ok(started) => started.with_context(|| format!("{engine:?} does not start")),
        Err(_) => bail!("{engine:?} does not start within {:?}", engine.patience()),
    }
}

/// Keeps no connection to a driver open. It would end with the test that opened it, and the first
/// request of the next test with the same process could fail.
fn client() -> Result<reqwest::Client> {
    let client = reqwest::Client::builder().pool_max_idle_per_host(0);
    client.timeout(REQUEST).build().context("making a client for the driver")
}
