//! The page as a reader and a screen reader meet it: by role and label.
//!
//! Roles and names are computed by axe-core's implementation of the standards, which works alike
//! in every browser. Knows the words on the page, and nothing of the program behind it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, Key, WebDriver, WebElement};
use tokio::time::sleep;

use crate::engine::Engine;
use crate::server::HOOK;

/// How long the page may take to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The page in one browser.
#[derive(Debug)]
pub struct Page {
    driver: WebDriver,
    engine: Engine,
}

/// Finds what a reader sees by role and accessible name.
const FIND: &str = "
    const [role, name] = arguments;
    const candidates = document.querySelectorAll(
        'a, button, input, select, h1, h2, h3, article, aside, dialog, fieldset, li, main, section, table, [role]');
    axe.setup(document.documentElement);
    try {
        return [...candidates].filter(element =>
            element.checkVisibility({ visibilityProperty: true })
            && axe.commons.aria.getRole(element) === role
            && axe.commons.text.accessibleText(element).replace(/\\s+/g, ' ').trim() === name);
    } finally {
        axe.teardown();
    }";

impl Page {
    pub(crate) fn new(driver: WebDriver, engine: Engine) -> Self {
        Self { driver, engine }
    }

    /// Opens an address.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.driver.goto(address).await.with_context(|| format!("opening {address}"))?;
        self.listen().await
    }

    /// Notes what the browser complains of from now on. A page that its server has given the script
    /// does so already; one opened as a file, or without its server, could not be given it, and
    /// what it complains of while it is loaded is missed.
    async fn listen(&self) -> Result<()> {
        if !self.engine.tells_console() {
            self.run(HOOK, vec![]).await.context("listening for complaints")?;
        }
        Ok(())
    }

    /// Waits until the explorer has taken the place of the loading message.
    pub async fn wait_until_started(&self) -> Result<()> {
        self.wait("the explorer runs", async || {
            // The rows beyond the first picture are made a moment later.
            let started = "return document.getElementById('boot') === null \
                           && document.querySelector('main') !== null \
                           && document.querySelector('[aria-busy]') === null";
            Ok(self.run(started, vec![]).await? == json!(true))
        })
        .await
    }

    /// The element with this role and accessible name; waits for it, and refuses two.
    pub async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        let mut found = Vec::new();
        let what = format!("a {role} named {name:?} is on the page");
        self.wait(&what, async || {
            self.load_axe().await?;
            let script = self.driver.execute(FIND, vec![json!(role), json!(name)]).await?;
            found = script.elements()?;
            Ok(!found.is_empty())
        })
        .await?;
        ensure!(found.len() == 1, "{} elements are {role} {name:?}", found.len());
        Ok(found.remove(0))
    }

    /// Whether such an element is on the page now.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool> {
        self.load_axe().await?;
        let script = self.driver.execute(FIND, vec![json!(role), json!(name)]).await?;
        Ok(!script.elements()?.is_empty())
    }

    /// Presses the element with this role and name.
    pub async fn press(&self, role: &str, name: &str) -> Result<()> {
        let element = self.find(role, name).await?;
        element.click().await.with_context(|| format!("pressing {role} {name:?}"))
    }

    /// Follows the first link with this text by the keyboard, in a page without scripts too.
    pub async fn follow(&self, text: &str) -> Result<()> {
        let link = self.driver.find(By::LinkText(text)).await;
        let link = link.with_context(|| format!("no link reads {text:?}"))?;
        link.send_keys(Key::Enter).await.with_context(|| format!("following {text:?}"))
    }

    /// The one element with this role whose name begins so.
    async fn find_beginning(&self, role: &str, beginning: &str) -> Result<WebElement> {
        self.load_axe().await?;
        let find = FIND.replace("trim() === name", "trim().startsWith(name)");
        let script = self.driver.execute(find, vec![json!(role), json!(beginning)]).await?;
        let mut found = script.elements()?;
        ensure!(found.len() == 1, "{} elements are {role} {beginning:?}…", found.len());
        Ok(found.remove(0))
    }

    /// Presses the one element with this role whose name begins so.
    pub async fn press_beginning(&self, role: &str, beginning: &str) -> Result<()> {
        let element = self.find_beginning(role, beginning).await?;
        element.click().await.with_context(|| format!("pressing {role} {beginning:?}…"))
    }

    /// Types into the one field with this role whose label begins so.
    pub async fn type_into_beginning(&self, role: &str, label: &str, text: &str) -> Result<()> {
        let field = self.find_beginning(role, label).await?;
        field.click().await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Types into a field with this role and label.
    pub async fn type_into(&self, role: &str, label: &str, text: &str) -> Result<()> {
        let field = self.find(role, label).await?;
        field.click().await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Types letters, wherever the focus is.
    pub async fn type_keys(&self, letters: &str) -> Result<()> {
        self.driver.action_chain().send_keys(letters).perform().await?;
        Ok(())
    }

    /// Types into the search box of the causes.
    pub async fn search(&self, text: &str) -> Result<()> {
        self.search_in("Search by name, drug, sign or plain words", text).await
    }

    /// Types into the search box with this label.
    pub async fn search_in(&self, label: &str, text: &str) -> Result<()> {
        let input = self.find("searchbox", label).await?;
        input.click().await?;
        input.send_keys(text).await?;
        Ok(())
    }

    /// Presses a key, wherever the focus is.
    pub async fn key(&self, key: Key) -> Result<()> {
        self.driver.action_chain().send_keys(key).perform().await?;
        Ok(())
    }

    /// Goes back in the history.
    pub async fn back(&self) -> Result<()> {
        self.driver.back().await?;
        Ok(())
    }

    /// Goes forward in the history.
    pub async fn forward(&self) -> Result<()> {
        self.driver.forward().await?;
        Ok(())
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result<()> {
        self.driver.refresh().await?;
        self.listen().await?;
        self.wait_until_started().await
    }

    /// The fragment in the address bar.
    pub async fn fragment(&self) -> Result<String> {
        let address = self.driver.current_url().await?;
        Ok(address.fragment().map(|fragment| format!("#{fragment}")).unwrap_or_default())
    }

    /// The title of the window.
    pub async fn title(&self) -> Result<String> {
        Ok(self.driver.title().await?)
    }

    /// Chooses from a list of options.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        let list = self.find("combobox", label).await?;
        list.click().await?;
        list.send_keys(option).await?;
        list.send_keys(Key::Enter).await?;
        Ok(())
    }

    /// The names in the list that are to be seen, in order.
    pub async fn listed(&self) -> Result<Vec<String>> {
        let names = "return [...document.querySelectorAll('ul.cause-list a')]\
                     .filter(link => link.checkVisibility()).map(link => link.textContent)";
        Ok(serde_json::from_value(self.run(names, vec![]).await?)?)
    }

    /// Waits until the list is this.
    pub async fn expect_listed(&self, expected: &[&str]) -> Result<()> {
        let what = format!("the list is {expected:?}");
        self.wait(&what, async || Ok(self.listed().await? == expected)).await
    }

    /// Waits until the list begins with this name.
    pub async fn expect_first(&self, name: &str) -> Result<()> {
        let what = format!("the list begins with {name:?}");
        self.wait(&what, async || {
            Ok(self.listed().await?.first().is_some_and(|first| first == name))
        })
        .await
    }

    /// Waits until a text is to be read on the page.
    pub async fn expect_text(&self, text: &str) -> Result<()> {
        let what = format!("{text:?} is to be read");
        self.wait(&what, async || {
            // A driver that is asked for the text of an element goes through all of its parts by
            // itself, which takes seconds where hundreds of entries are listed.
            let body = self.run("return document.body.innerText", vec![]).await?;
            let body = body.as_str().unwrap_or_default();
            Ok(body.split_whitespace().collect::<Vec<_>>().join(" ").contains(text))
        })
        .await
    }

    /// Waits until the element with the focus has this text.
    pub async fn expect_focus_on(&self, text: &str) -> Result<()> {
        let what = format!("the focus is on {text:?}");
        self.wait(&what, async || {
            let focused = self.run("return document.activeElement.textContent", vec![]).await?;
            Ok(focused.as_str().is_some_and(|focused| focused.trim() == text))
        })
        .await
    }

    /// Waits until the focus is on the element with this id.
    pub async fn expect_focus_on_id(&self, id: &str) -> Result<()> {
        let what = format!("the focus is on #{id}");
        self.wait(&what, async || {
            Ok(self.run("return document.activeElement.id", vec![]).await? == json!(id))
        })
        .await
    }

    /// Waits until a screen reader has been told this.
    pub async fn expect_announced(&self, text: &str) -> Result<()> {
        let what = format!("{text:?} is announced");
        let region = "return document.querySelector('.visually-hidden[role=status]').textContent";
        self.wait(&what, async || Ok(self.run(region, vec![]).await? == json!(text))).await
    }

    /// Waits until the address holds this fragment.
    pub async fn expect_fragment(&self, expected: &str) -> Result<()> {
        let what = format!("the address ends in {expected}");
        self.wait(&what, async || Ok(self.fragment().await? == expected)).await
    }

    /// Goes into the only frame of the page; everything after this happens there.
    pub async fn enter_frame(&self) -> Result<()> {
        self.driver.enter_frame(0).await.context("entering the frame")
    }

    /// Goes back from a frame to the page around it.
    pub async fn leave_frame(&self) -> Result<()> {
        self.driver.enter_default_frame().await.context("leaving the frame")
    }

    /// Goes to the window that was opened last; waits for it.
    pub async fn enter_new_window(&self) -> Result<()> {
        let mut windows = Vec::new();
        self.wait("a second window is open", async || {
            windows = self.driver.windows().await?;
            Ok(windows.len() == 2)
        })
        .await?;
        let here = self.driver.window().await?;
        let other = windows.into_iter().find(|window| *window != here);
        self.driver.switch_to_window(other.context("another window")?).await?;
        Ok(())
    }

    /// Presses a button that saves a file, and returns the file's name and what stands in it, as read
    /// from the disk.
    pub async fn save(&self, button: &str) -> Result<(String, String)> {
        self.save_by("button", button).await
    }

    /// Like [`Self::save`], by an element with this role and name.
    pub async fn save_by(&self, role: &str, name: &str) -> Result<(String, String)> {
        static SAVED: AtomicU32 = AtomicU32::new(0);
        let number = SAVED.fetch_add(1, Ordering::Relaxed);
        let folder = format!("explorer-saved-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::create_dir_all(&folder)?;
        let allow = json!({ "behavior": "allow", "downloadPath": folder, "eventsEnabled": true });
        self.driver.cdp().send_raw("Browser.setDownloadBehavior", allow).await?;
        self.press(role, name).await?;
        let mut saved = None;
        self.wait(&format!("{name:?} saves a file"), async || {
            let files: Vec<_> = std::fs::read_dir(&folder)?.collect::<std::io::Result<_>>()?;
            // While a file is being written, its name is taken by an empty one.
            let [file] = &files[..] else { return Ok(false) };
            let temporary = file.file_name().to_string_lossy().contains(".crdownload")
                || file.file_name().to_string_lossy().starts_with('.');
            saved = Some(file.path()).filter(|_| !temporary);
            Ok(saved.is_some() && file.metadata()?.len() > 0)
        })
        .await?;
        let file = saved.context("a file was saved")?;
        let text = std::fs::read_to_string(&file)?;
        std::fs::remove_dir_all(&folder)?;
        let name = file.file_name().context("a saved file has a name")?;
        Ok((name.to_string_lossy().into_owned(), text))
    }

    /// What Chromium answers to a command of its own protocol.
    pub async fn ask_chromium(&self, command: &str) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, json!({})).await?)
    }

    /// Waits until a script gives true.
    pub async fn wait_for(&self, what: &str, script: &str) -> Result<()> {
        self.wait(what, async || Ok(self.run(script, vec![]).await? == json!(true))).await
    }

    /// Runs a script in the page and returns its value.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Runs a script that calls its last argument when it is done, and returns what it gave.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.driver.set_script_timeout(Duration::from_secs(120)).await?;
        Ok(self.driver.execute_async(script, arguments).await?.json().clone())
    }

    /// What axe-core finds wrong with the page as it is now: one line per rule and element.
    pub async fn accessibility_violations(&self) -> Result<Vec<String>> {
        self.load_axe().await?;
        let audit = "
            const done = arguments[0];
            const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(result => done(
                result.violations.flatMap(rule => rule.nodes.map(node =>
                    `${rule.id}: ${node.target}: ${node.failureSummary}`))));";
        Ok(serde_json::from_value(self.run_async(audit, vec![]).await?)?)
    }

    /// Fails unless axe-core finds nothing wrong.
    pub async fn expect_accessible(&self) -> Result<()> {
        let violations = self.accessibility_violations().await?;
        ensure!(violations.is_empty(), "axe-core: {}", violations.join("\n"));
        Ok(())
    }

    /// Keeps a picture of the window among the test's output; returns where.
    pub async fn keep_picture(&self, name: &str) -> Result<PathBuf> {
        let folder = std::env::var_os("PICTURES").context(
            "PICTURES names no folder for pictures: run these tests with `cargo xtask test`",
        )?;
        std::fs::create_dir_all(&folder)?;
        let file = PathBuf::from(folder).join(format!("{name}.png"));
        // WebKit gives the frame before the last without the pause at the end.
        let drawn = "const [done] = arguments; \
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))";
        self.run_async(drawn, vec![]).await?;
        self.driver.screenshot(&file).await?;
        Ok(file)
    }

    /// Everything the console and the security policy said since the page was opened.
    pub(crate) async fn complaints(&self) -> Result<Vec<String>> {
        if !self.engine.tells_console() {
            let noted = "return JSON.parse(sessionStorage.getItem('test-complaints') ?? '[]')";
            return Ok(serde_json::from_value(self.run(noted, vec![]).await?)?);
        }
        let log = self.driver.browser_log().await?;
        let mut complaints: Vec<String> =
            log.into_iter().map(|entry| format!("{:?}: {}", entry.level, entry.message)).collect();
        let violations = self.run("return window.__violations ?? []", vec![]).await?;
        let violations: Vec<String> = serde_json::from_value(violations)?;
        complaints.extend(violations.into_iter().map(|told| format!("policy: {told}")));
        Ok(complaints)
    }

    /// Makes axe-core known to the page; the policy does not bind the driver's scripts.
    async fn load_axe(&self) -> Result<()> {
        if self.run("return typeof axe", vec![]).await? == json!("object") {
            return Ok(());
        }
        let file = std::env::var_os("AXE")
            .context("AXE does not name axe-core: run these tests with `cargo xtask test`")?;
        let axe = std::fs::read_to_string(&file).context("reading axe-core")?;
        self.run(&axe, vec![]).await.map(|_| ())
    }

    /// Waits until something holds.
    async fn wait(&self, what: &str, mut holds: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        loop {
            // A page that is just being drawn anew may answer with an error once.
            let last = holds().await;
            if matches!(last, Ok(true)) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                match last {
                    Err(error) => return Err(error.context(format!("waited in vain: {what}"))),
                    Ok(_) => bail!("waited in vain: {what}"),
                }
            }
            sleep(Duration::from_millis(30)).await;
        }
    }
}
