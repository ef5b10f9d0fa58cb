//! The drivers of the browsers: one for each engine, for as long as the browser tests run.
//!
//! The tests find drivers and browsers by environment variables. Knows no test.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::service::Service;
use crate::setup::ForBrowserTests;
use crate::tool::browsers::WebKit;

/// How long chromedriver may take to end its browsers.
const END: Duration = Duration::from_secs(30);

/// The running drivers, ended when this is dropped.
#[derive(Debug)]
pub(crate) struct Drivers {
    /// The port of chromedriver. The tests leave browsers to it.
    chromedriver: Option<u16>,
    environment: Vec<(&'static str, OsString)>,
    /// In the order in which they end: a driver before the screen of its browser.
    running: Vec<Service>,
}

impl Drivers {
    /// Starts a driver for every browser of this run.
    pub(crate) fn start(tools: &ForBrowserTests) -> Result<Self> {
        let mut drivers = Self { chromedriver: None, environment: Vec::new(), running: Vec::new() };
        let chromium = &tools.chromium;
        let port = drivers.add("CHROMEDRIVER_URL", "chromedriver", |port| {
            let mut driver = Command::new(&chromium.driver);
            driver.arg(format!("--port={port}"));
            driver
        })?;
        drivers.chromedriver = Some(port);
        drivers.set("CHROMIUM", &chromium.browser);
        if let Some(firefox) = &tools.firefox {
            drivers.add("GECKODRIVER_URL", "geckodriver", |port| {
                let mut driver = Command::new(&firefox.driver);
                driver.args(["--host=127.0.0.1", &format!("--port={port}")]);
                driver
            })?;
            drivers.set("FIREFOX", &firefox.browser);
        }
        if let Some(webkit) = &tools.webkit {
            let (screen, display) = screen(webkit)?;
            drivers.add("WEBKITDRIVER_URL", "WebKitWebDriver", |port| {
                let mut driver = Command::new(&webkit.driver);
                driver.arg("--host=127.0.0.1").arg(format!("--port={port}"));
                // It drives one browser at a time. If a test leaves one behind, the next one
                // replaces it.
                driver.arg("--replace-on-new-session");
                // Without these the window would open on the screen of the person who runs the
                // tests.
                driver.env("DISPLAY", &display).env("GDK_BACKEND", "x11");
                driver
            })?;
            drivers.running.push(screen);
            drivers.set("MINIBROWSER", &webkit.browser);
        }
        Ok(drivers)
    }

    /// The environment variables for the tests.
    pub(crate) fn environment(&self) -> impl Iterator<Item = (&str, &OsString)> {
        self.environment.iter().map(|(variable, value)| (*variable, value))
    }

    fn add(
        &mut self,
        variable: &'static str,
        name: &str,
        command: impl Fn(u16) -> Command,
    ) -> Result<u16> {
        let (service, port) = Service::start_on_free_port(name, |port| Ok(command(port)))?;
        self.running.push(service);
        self.environment.push((variable, format!("http://127.0.0.1:{port}").into()));
        Ok(port)
    }

    fn set(&mut self, variable: &'static str, path: &PathBuf) {
        self.environment.push((variable, path.into()));
    }
}

impl Drop for Drivers {
    fn drop(&mut self) {
        // If it does not answer, it is ended like any other program, and its browsers may outlive
        // it.
        let _ = self.chromedriver.map(shut_down);
    }
}

/// Ends chromedriver and the browsers that it still drives.
fn shut_down(port: u16) -> std::io::Result<()> {
    let mut driver = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    driver.set_read_timeout(Some(END))?;
    write!(
        driver,
        "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    )?;
    driver.read_to_end(&mut Vec::new()).map(drop)
}

/// A virtual screen, larger than any window of the tests, and its name for programs. It takes the
/// first free number and prints it.
fn screen(webkit: &WebKit) -> Result<(Service, String)> {
    let mut screen = Command::new(&webkit.screen);
    screen.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let (screen, number) = Service::start_and_read_line("Xvfb", &mut screen)?;
    Ok((screen, format!(":{number}")))
}
