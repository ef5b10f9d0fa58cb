//! A program that runs beside ours on a port of this machine, for as long as its guard is kept.
//!
//! Knows no particular program. Its output goes into a file: a pipe that is not emptied could make
//! it wait, and the file can be read when something went wrong.

mod listener;

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};

use crate::project;
use listener::{Listener, listener};

/// How long a program may take to start on a busy machine.
const START: Duration = Duration::from_secs(60);

/// How long to wait before looking again whether a program has started.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// How many ports are tried for a program that did not get its own.
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
        let (log, output) = log_of(name)?;
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        Self::spawn(name, log, command)
    }

    /// Starts a program that prints one line when it is ready, and returns that line.
    pub(crate) fn start_and_read_line(name: &str, command: &mut Command) -> Result<(Self, String)> {
        let (log, output) = log_of(name)?;
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(output);
        let mut service = Self::spawn(name, log, command)?;
        let stdout = service.process.stdout.take().context("the output is piped")?;
        let line = first_line(stdout, START).with_context(|| {
            format!("{name} is not ready; its output is in {}", service.log.display())
        })?;
        Ok((service, line))
    }

    /// Starts a program on a free port and waits until it listens there. `command` makes its
    /// command line for a port.
    pub(crate) fn start_on_free_port(
        name: &str,
        mut command: impl FnMut(u16) -> Result<Command>,
    ) -> Result<(Self, u16)> {
        let mut last = anyhow!("{name} was not started");
        for _ in 0..ATTEMPTS {
            let port = free_port()?;
            let mut service = Self::start(name, &mut command(port)?)?;
            match service.wait_for_port(port) {
                Ok(Listener::Own) => return Ok((service, port)),
                // Another program has taken the port since it was free.
                Ok(_) => last = anyhow!("another program took port {port} from {name}"),
                // A program that ended at once may have found its port taken.
                Err(error) if service.process.try_wait()?.is_some() => last = error,
                Err(error) => return Err(error),
            }
        }
        Err(last)
    }

    /// Waits until a process listens on the port. Fails if the program ends before.
    fn wait_for_port(&mut self, port: u16) -> Result<Listener> {
        let start = Instant::now();
        loop {
            let listener = listener(port, self.process.id());
            if let Some(status) = self.process.try_wait()? {
                let Self { name, log, .. } = self;
                bail!("{name} ended with {status}; its output is in {}", log.display());
            }
            if listener != Listener::None {
                return Ok(listener);
            }
            ensure!(
                start.elapsed() < START,
                "{} does not listen after {} s; its output is in {}",
                self.name,
                START.as_secs(),
                self.log.display()
            );
            sleep(LOOK_AGAIN);
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
        // It may have ended already, which is fine.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The first line that a program prints, if it does so in time.
fn first_line(stdout: ChildStdout, patience: Duration) -> Result<String> {
    let (sender, receiver) = mpsc::channel();
    // Reading cannot be interrupted, so a thread does it. It ends with the program at the latest.
    thread::spawn(move || {
        // To the end of the line: a program that writes to a closed pipe is ended.
        let mut line = String::new();
        let read = BufReader::new(stdout).read_line(&mut line);
        // Once the time is over, there is no receiver any more.
        let _ = sender.send(read.map(|_| line));
    });
    let line = receiver
        .recv_timeout(patience)
        .with_context(|| format!("it printed nothing within {} s", patience.as_secs_f32()))??;
    ensure!(line.ends_with('\n'), "it ended without printing a line");
    Ok(line.trim().to_owned())
}

/// The path of the file for a program's output, and the file, empty.
fn log_of(name: &str) -> Result<(PathBuf, File)> {
    let folder = project::root().join("target/service-logs");
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let log = folder.join(format!("{name}.log"));
    let file = File::create(&log).with_context(|| format!("writing {}", log.display()))?;
    Ok((log, file))
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_ends_at_once_is_reported_with_its_log() {
        let started = Service::start_on_free_port("ends-at-once", |_| Ok(Command::new("false")));
        let error = started.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(error.contains("ends-at-once ended with"), "{error}");
        assert!(error.contains("ends-at-once.log"), "{error}");
    }

    #[test]
    fn the_line_of_a_program_that_is_ready_is_returned() -> Result<()> {
        let mut prints = Command::new("sh");
        let prints = prints.args(["-c", "echo 7; sleep 600"]);
        assert_eq!(Service::start_and_read_line("prints-7", prints)?.1, "7");
        let silent = Service::start_and_read_line("silent", &mut Command::new("true"));
        assert!(silent.is_err());
        Ok(())
    }

    #[test]
    fn a_program_that_hangs_is_given_up() -> Result<()> {
        let mut hangs = Command::new("sleep").arg("600").stdout(Stdio::piped()).spawn()?;
        let stdout = hangs.stdout.take().context("the output is piped")?;
        let line = first_line(stdout, Duration::from_millis(50));
        hangs.kill()?;
        hangs.wait()?;
        let error = line.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(error.contains("printed nothing within 0.05 s"), "{error}");
        Ok(())
    }

    #[test]
    fn a_program_ends_with_its_guard() -> Result<()> {
        let mut sleep = Command::new("sleep");
        let service = Service::start("sleeps", sleep.arg("600"))?;
        let process = PathBuf::from(format!("/proc/{}", service.process.id()));
        if !process.exists() {
            // This system has no such folder, so there is nothing to look at.
            return Ok(());
        }
        drop(service);
        assert!(!process.exists());
        Ok(())
    }
}
