//! Waiting for something to become true, never for a time to pass.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use tokio::time::sleep;

/// How long something may take on a busy machine. It only bounds a wait that would never end.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// How often the condition is checked.
pub(crate) const INTERVAL: Duration = Duration::from_millis(30);

/// Waits until something holds; `what` completes "waited in vain until …".
pub async fn until(what: &str, mut holds: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    loop {
        // A page that is being drawn again may answer with an error once.
        let last = holds().await;
        if matches!(last, Ok(true)) {
            return Ok(());
        }
        if start.elapsed() > PATIENCE {
            match last {
                Err(error) => return Err(error.context(format!("waited in vain until {what}"))),
                Ok(_) => bail!("waited in vain until {what}"),
            }
        }
        sleep(INTERVAL).await;
    }
}
