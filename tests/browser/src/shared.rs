//! Chromium processes that tests use one after the other.
//!
//! A process takes longer to start than the page, so one that a passed test has left is handed to
//! the next. The next test gets a new tab, the window in its first size, and an origin of its own:
//! no two [servers](crate::server) of a run have the same port. What the test before has stored is
//! removed. Knows no page.

use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::WebDriver;

use crate::engine::WINDOW;

/// Those that wait for a test. No more wait than tests run at once. The driver ends them with
/// itself.
static FREE: Mutex<Vec<WebDriver>> = Mutex::new(Vec::new());

/// One that waits, if any does.
pub(crate) fn take() -> Option<WebDriver> {
    free().pop()
}

/// Leaves one to the next test. `origin` is where the test before had its page.
pub(crate) async fn leave(driver: WebDriver, origin: &str) -> Result<()> {
    match cleaned(&driver, origin).await {
        Ok(()) => {
            free().push(driver);
            Ok(())
        }
        Err(error) => {
            // The first error is the one to report.
            let _ = driver.quit().await;
            Err(error.context("cleaning up the browser"))
        }
    }
}

/// Leaves nothing of a test but an empty tab.
async fn cleaned(driver: &WebDriver, origin: &str) -> Result<()> {
    let windows = driver.windows().await?;
    // Settings such as the size of a phone belong to a tab and end with it.
    let tab = driver.new_tab().await?;
    for window in windows {
        driver.switch_to_window(window).await?;
        driver.close_window().await?;
    }
    driver.switch_to_window(tab).await?;
    let cdp = driver.cdp();
    let stored = json!({ "origin": origin, "storageTypes": "all" });
    cdp.send_raw("Storage.clearDataForOrigin", stored).await?;
    let default = json!({ "behavior": "default" });
    cdp.send_raw("Browser.setDownloadBehavior", default).await?;
    // Otherwise only the first tab of a process has the focus.
    cdp.send_raw("Page.bringToFront", json!({})).await?;
    driver.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?;
    // What a tab complained of while it was closed would be taken for a complaint of the next test.
    driver.browser_log().await.context("emptying the log").map(drop)
}

fn free() -> MutexGuard<'static, Vec<WebDriver>> {
    FREE.lock().unwrap_or_else(PoisonError::into_inner)
}
