//! A program that runs beside ours on a port of this machine, for as long as its guard is kept.
//!
//! Knows no particular program. What one says goes into a file, so that no full pipe can ever make
//! it wait, and so that it can be read when something went wrong.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::project;

/// How long a program may take until it answers on a busy machine.
const START: Duration = Duration::from_secs(20);

/// How often a program is started on another port when it did not get its own.
const ATTEMPTS: u32 = 3;

/// A running program, ended when this is dropped.
#[derive(Debug)]
pub(crate) struct Service {
    name: String,
    log: PathBuf,
    process: Child,
}

impl Service {
    /// Starts a program.
    fn start(name: &str, command: &mut Command) -> Result<Self> {
        let log = log_of(name)?;
        let told = File::create(&log).with_context(|| format!("writing {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(told.try_clone()?).stderr(told);
        Self::spawn(name, log, command)
    }

    /// Starts a program that says one line when it is ready, and returns that line.
    pub(crate) fn start_and_hear(name: &str, command: &mut Command) -> Result<(Self, String)> {
        let log = log_of(name)?;
        let told = File::create(&log).with_context(|| format!("writing {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(told);
        let mut service = Self::spawn(name, log, command)?;
        let stdout = service.process.stdout.take().context("the output is piped")?;
        let line = heard(stdout, START).with_context(|| {
            format!("{name} is not ready; what it said is in {}", service.log.display())
        })?;
        Ok((service, line))
    }

    /// Starts a program on a free port and waits until it answers there. `command` makes its
    /// command line for a port.
    pub(crate) fn start_on_free_port(
        name: &str,
        mut command: impl FnMut(u16) -> Result<Command>,
    ) -> Result<(Self, u16)> {
        let mut started = Err(anyhow::anyhow!("{name} was not started"));
        for _ in 0..ATTEMPTS {
            let port = free_port()?;
            let mut service = Self::start(name, &mut command(port)?)?;
            match service.answers(port) {
                Ok(()) => return Ok((service, port)),
                Err(error) => started = Err(error),
            }
            // Between our look and its start somebody else may have taken the port; then it ended
            // at once, and another port is worth a try. One that runs and does not answer is not.
            if service.process.try_wait()?.is_none() {
                break;
            }
        }
        started
    }

    /// Waits until something listens on the port, and it is this program.
    fn answers(&mut self, port: u16) -> Result<()> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let start = Instant::now();
        loop {
            let connected = TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok();
            if connected {
                // One that found its port taken needs a moment to end.
                sleep(Duration::from_millis(50));
            }
            if let Some(status) = self.process.try_wait()? {
                bail!("{} ended with {status}; it says why in {}", self.name, self.log.display());
            }
            if connected {
                return Ok(());
            }
            ensure!(
                start.elapsed() < START,
                "{} does not answer; what it said is in {}",
                self.name,
                self.log.display()
            );
            sleep(Duration::from_millis(20));
        }
    }

    fn spawn(name: &str, log: PathBuf, command: &mut Command) -> Result<Self> {
        let process = command.spawn().with_context(|| {
            format!("{} could not be started", command.get_program().to_string_lossy())
        })?;
        Ok(Self { name: name.to_owned(), log, process })
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The first line that a program says within this time.
fn heard(stdout: ChildStdout, patience: Duration) -> Result<String> {
    let (tell, told) = mpsc::channel();
    // Reading cannot be given up, so a thread does it. It ends with the program, if not before.
    thread::spawn(move || {
        // Up to the end of the line: whoever is still writing when the pipe is closed is ended.
        let mut line = String::new();
        let read = BufReader::new(stdout).read_line(&mut line);
        // Nobody listens any more once the time is over.
        let _ = tell.send(read.map(|_| line));
    });
    let line = told
        .recv_timeout(patience)
        .with_context(|| format!("it said nothing within {} s", patience.as_secs_f32()))??;
    ensure!(line.ends_with('\n'), "it ended before it said so");
    Ok(line.trim().to_owned())
}

/// The file that a program's words go into.
fn log_of(name: &str) -> Result<PathBuf> {
    let folder = project::root().join("target/service-logs");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    Ok(folder.join(format!("{name}.log")))
}

/// A port that nobody listened on a moment ago.
fn free_port() -> Result<u16> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_ends_at_once_is_told_with_where_it_says_why() {
        let started = Service::start_on_free_port("ends-at-once", |_| Ok(Command::new("false")));
        let told = started.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(told.contains("ends-at-once ended with"), "{told}");
        assert!(told.contains("ends-at-once.log"), "{told}");
    }

    #[test]
    fn a_program_is_heard_when_it_is_ready() -> Result<()> {
        let mut says = Command::new("sh");
        let said = Service::start_and_hear("says-7", says.args(["-c", "echo 7; sleep 600"]))?;
        assert_eq!(said.1, "7");
        let silent = Service::start_and_hear("silent", &mut Command::new("true"));
        assert!(silent.is_err());
        Ok(())
    }

    #[test]
    fn a_program_that_hangs_is_not_waited_for_for_ever() -> Result<()> {
        let mut hangs = Command::new("sleep").arg("600").stdout(Stdio::piped()).spawn()?;
        let stdout = hangs.stdout.take().context("the output is piped")?;
        let told = heard(stdout, Duration::from_millis(50));
        hangs.kill()?;
        hangs.wait()?;
        let told = told.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(told.contains("said nothing within 0.05 s"), "{told}");
        Ok(())
    }

    #[test]
    fn a_program_is_ended_with_its_guard() -> Result<()> {
        let mut sleep = Command::new("sleep");
        let service = Service::start("sleeps", sleep.arg("600"))?;
        let process = PathBuf::from(format!("/proc/{}", service.process.id()));
        if !process.exists() {
            // No such folder on this system: nothing to look at.
            return Ok(());
        }
        drop(service);
        assert!(!process.exists());
        Ok(())
    }
}
