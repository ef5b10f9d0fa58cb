//! What a reader does: press, type, choose, go back, save.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::{By, Key};

use super::Page;
use crate::{wait, wording};

impl Page {
    /// Presses the element with this role and name.
    pub async fn press(&self, role: &str, name: &str) -> Result<()> {
        let element = self.find(role, name).await?;
        element.click().await.with_context(|| format!("pressing {role} {name:?}"))
    }

    /// Presses the one element with this role whose name begins so.
    pub async fn press_beginning(&self, role: &str, beginning: &str) -> Result<()> {
        let element = self.find_beginning(role, beginning).await?;
        element.click().await.with_context(|| format!("pressing {role} {beginning:?}…"))
    }

    /// Chooses the value of a facet with this label, and returns the number beside it.
    pub async fn choose_value(&self, label: &str) -> Result<usize> {
        self.wait_until_whole().await?;
        let beginning = format!("{label} ");
        let mut count = None;
        wait::until(&format!("{label:?} can be chosen and has a number"), async || {
            let names = self.names("checkbox", &beginning).await?;
            count = names.iter().find_map(|name| name[beginning.len()..].parse().ok());
            Ok(count.is_some())
        })
        .await?;
        let count: usize = count.context("a number")?;
        self.press("checkbox", &format!("{label} {count}")).await?;
        Ok(count)
    }

    /// Follows the first link with this text by the keyboard, in a page without scripts too.
    pub async fn follow(&self, text: &str) -> Result<()> {
        let link = self.driver.find(By::LinkText(text)).await;
        let link = link.with_context(|| format!("no link reads {text:?}"))?;
        link.send_keys(Key::Enter).await.with_context(|| format!("following {text:?}"))
    }

    /// Follows the link of an open entry to an address of the explorer.
    pub async fn follow_in_entry(&self, fragment: &str) -> Result<()> {
        let press = "document.querySelector(`article a[href=\"${arguments[0]}\"]`).click()";
        self.run(press, vec![json!(fragment)]).await.map(drop)
    }

    /// Goes to a view, as a reader who edits the address.
    pub async fn go_to(&self, fragment: &str) -> Result<()> {
        self.run("location.hash = arguments[0]", vec![json!(fragment)]).await.map(drop)
    }

    /// Goes to a view like [`Self::go_to`], and waits until it has been drawn.
    pub async fn show(&self, fragment: &str) -> Result<()> {
        let show = include_str!("../scripts/show.js");
        let shown = self.call(show, vec![json!(fragment)]).await;
        shown.with_context(|| format!("going to {fragment}"))?;
        self.drawn().await
    }

    /// Opens the list of further pages in the header.
    pub async fn open_more(&self) -> Result<()> {
        self.run("document.querySelector(MORE).open = true", vec![]).await.map(drop)
    }

    /// Goes to a page by its link in the header.
    pub async fn go_to_page(&self, link: &str) -> Result<()> {
        let press = "const links = [...document.querySelectorAll(`${PLACES} a`)]; \
                     const named = it => it.textContent.trim().startsWith(arguments[0]); \
                     const link = links.find(named); \
                     link?.click(); return !!link";
        self.open_more().await?;
        let pressed = self.run(press, vec![json!(link)]).await?;
        ensure!(pressed == json!(true), "the header has no link {link:?}");
        Ok(())
    }

    /// Shows all rows of the list.
    pub async fn show_all(&self) -> Result<()> {
        let press = "const all = [...document.querySelectorAll('main button')] \
                     .filter(button => button.checkVisibility()) \
                     .find(button => button.textContent.startsWith('Show all ') \
                     && button.closest('p.row')); all?.click(); return !all";
        self.wait_for("all rows are shown", press).await
    }

    /// Types into the search box of the causes.
    pub async fn search(&self, text: &str) -> Result<()> {
        self.type_into("searchbox", wording::SEARCH_CAUSES, text).await
    }

    /// Types into the field with this role whose label begins so.
    pub async fn type_into(&self, role: &str, label: &str, text: &str) -> Result<()> {
        let field = self.find_beginning(role, label).await?;
        field.click().await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Sets the search box to a text at once, faster than anyone types.
    pub async fn search_at_once(&self, text: &str) -> Result<()> {
        let input = "
            const input = document.querySelector(SEARCH);
            input.value = arguments[0];
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        self.run(input, vec![json!(text)]).await.map(drop)
    }

    /// The text in the search box.
    pub async fn searched(&self) -> Result<String> {
        let typed = self.run("return document.querySelector(SEARCH).value", vec![]).await?;
        Ok(typed.as_str().unwrap_or_default().to_owned())
    }

    /// Types letters, wherever the focus is.
    pub async fn type_keys(&self, letters: &str) -> Result<()> {
        self.driver.action_chain().send_keys(letters).perform().await?;
        Ok(())
    }

    /// Presses a key, wherever the focus is.
    pub async fn key(&self, key: Key) -> Result<()> {
        self.driver.action_chain().send_keys(key).perform().await?;
        Ok(())
    }

    /// Presses a key together with Shift, wherever the focus is.
    pub async fn shift(&self, key: Key) -> Result<()> {
        let keys = self.driver.action_chain().key_down(Key::Shift).send_keys(key);
        keys.key_up(Key::Shift).perform().await?;
        Ok(())
    }

    /// Chooses from a list of options.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        let list = self.find("combobox", label).await?;
        list.click().await?;
        list.send_keys(option).await?;
        list.send_keys(Key::Enter).await?;
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

    /// Makes the window another size, in pixels.
    pub async fn resize(&self, width: u64, height: u64) -> Result<()> {
        let (width, height) = (u32::try_from(width)?, u32::try_from(height)?);
        self.driver.set_window_rect(0, 0, width, height).await.context("resizing the window")
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
        wait::until("a second window is open", async || {
            windows = self.driver.windows().await?;
            Ok(windows.len() == 2)
        })
        .await?;
        let here = self.driver.window().await?;
        let other = windows.into_iter().find(|window| *window != here);
        self.driver.switch_to_window(other.context("another window")?).await?;
        Ok(())
    }

    /// Unfolds the formats in which a list can be saved.
    pub async fn unfold_saving(&self) -> Result<()> {
        self.run("document.querySelector(SAVE_LIST).click()", vec![]).await.map(drop)
    }

    /// Presses a button that saves a file, and returns the file's name and its text, as read from
    /// the disk.
    pub async fn save(&self, button: &str) -> Result<(String, String)> {
        self.save_by("button", button).await
    }

    /// Like [`Self::save`], by an element with this role and name.
    pub async fn save_by(&self, role: &str, name: &str) -> Result<(String, String)> {
        let folder = tempfile::tempdir()?;
        let allow =
            json!({ "behavior": "allow", "downloadPath": folder.path(), "eventsEnabled": true });
        self.driver.cdp().send_raw("Browser.setDownloadBehavior", allow).await?;
        self.press(role, name).await?;
        let mut saved = None;
        wait::until(&format!("{name:?} saves a file"), async || {
            let files: Vec<_> =
                std::fs::read_dir(folder.path())?.collect::<std::io::Result<_>>()?;
            // While a file is being written, an empty one has its name.
            let [file] = &files[..] else { return Ok(false) };
            let temporary = file.file_name().to_string_lossy().contains(".crdownload")
                || file.file_name().to_string_lossy().starts_with('.');
            saved = Some(file.path()).filter(|_| !temporary);
            Ok(saved.is_some() && file.metadata()?.len() > 0)
        })
        .await?;
        let file = saved.context("a file was saved")?;
        let text = std::fs::read_to_string(&file)?;
        ensure!(!text.is_empty(), "{} is empty", file.display());
        let name = file.file_name().context("a saved file has a name")?;
        Ok((name.to_string_lossy().into_owned(), text))
    }
}
