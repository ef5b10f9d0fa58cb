//! Scripts in the page. All of them know the [landmarks](crate::landmark) by name.

use anyhow::{Result, bail};
use serde_json::Value;
use thirtyfour::WebElement;

use super::Page;
use crate::landmark::FOR_SCRIPTS;
use crate::wait::PATIENCE;

/// How long a script may run that opens or searches for every entry.
const PATIENCE_WITH_ALL: std::time::Duration = PATIENCE.saturating_mul(10);

impl Page {
    /// Runs statements and returns what they return.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!("{FOR_SCRIPTS}{script}");
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Calls a function with these arguments and returns its result, also that of a promise.
    /// `function` is the text of a whole function, such as a file in `scripts/`.
    pub async fn call(&self, function: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!(
            "{FOR_SCRIPTS}const given = [...arguments]; const done = given.pop();\n\
             (async () => ({function})(...given))().then(\
             (value) => done({{ value }}), (error) => done({{ error: `${{error}}` }}));"
        );
        self.driver.set_script_timeout(PATIENCE_WITH_ALL).await?;
        let answer = self.driver.execute_async(script, arguments).await?.json().clone();
        match answer.get("error") {
            Some(error) => bail!("the script failed: {error}"),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Runs a script that returns elements.
    pub(super) async fn elements(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<Vec<WebElement>> {
        Ok(self.driver.execute(script, arguments).await?.elements()?)
    }
}
