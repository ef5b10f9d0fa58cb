//! Who listens on a port of this machine.
//!
//! Reads it from `/proc`, which Linux has. Knows no particular program.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::time::Duration;

/// Who listens on a port, from the point of view of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listener {
    /// No process, or not yet.
    None,
    /// The process itself, or one that it started.
    Own,
    /// A process that has nothing to do with it.
    Other,
}

/// Who listens on a port. Where the system does not say which process it is, whatever answers is
/// taken for the process's own.
pub(crate) fn listener(port: u16, process: u32) -> Listener {
    let Some(sockets) = sockets(port) else {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let answers = TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok();
        return if answers { Listener::Own } else { Listener::None };
    };
    let mut owners = sockets.iter().filter_map(|socket| owner(socket)).peekable();
    if owners.peek().is_none() {
        // Another user's process: its files cannot be read.
        return if sockets.is_empty() { Listener::None } else { Listener::Other };
    }
    if owners.any(|owner| descends(owner, process)) { Listener::Own } else { Listener::Other }
}

/// The sockets that listen on a port, as links to them in `/proc/*/fd` read; `None` if the system
/// keeps no such list.
fn sockets(port: u16) -> Option<Vec<String>> {
    /// The state of a socket that listens.
    const LISTENS: &str = "0A";
    let ipv4 = fs::read_to_string("/proc/net/tcp").ok()?;
    // A machine may have no IPv6.
    let ipv6 = fs::read_to_string("/proc/net/tcp6").unwrap_or_default();
    let address = format!(":{port:04X}");
    let socket = |line: &str| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let listens = cells.get(1)?.ends_with(&address) && *cells.get(3)? == LISTENS;
        listens.then(|| cells.get(9).map(|inode| format!("socket:[{inode}]")))?
    };
    Some(ipv4.lines().chain(ipv6.lines()).filter_map(socket).collect())
}

/// The process that has a socket open.
fn owner(socket: &str) -> Option<u32> {
    let mut processes = fs::read_dir("/proc").ok()?.flatten();
    processes.find_map(|process| {
        let id = process.file_name().to_str()?.parse().ok()?;
        let mut files = fs::read_dir(process.path().join("fd")).ok()?.flatten();
        let opens = |file: &Path| fs::read_link(file).is_ok_and(|to| to.as_os_str() == socket);
        files.any(|file| opens(&file.path())).then_some(id)
    })
}

/// Whether a process is another one, or was started by it, directly or not.
fn descends(mut process: u32, ancestor: u32) -> bool {
    loop {
        if process == ancestor {
            return true;
        }
        // `id (name) state parent …`; the name may hold anything.
        let parent = fs::read_to_string(format!("/proc/{process}/stat")).ok().and_then(|stat| {
            stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse::<u32>().ok()
        });
        match parent {
            Some(parent) if parent > 1 => process = parent,
            _ => return false,
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::net::TcpListener;
    use std::process;

    use anyhow::Result;

    use super::*;

    #[test]
    fn a_port_belongs_to_the_process_that_listens() -> Result<()> {
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = socket.local_addr()?.port();
        assert_eq!(listener(port, process::id()), Listener::Own);
        let mut stranger = process::Command::new("sleep").arg("600").spawn()?;
        let seen = listener(port, stranger.id());
        stranger.kill()?;
        stranger.wait()?;
        assert_eq!(seen, Listener::Other);
        drop(socket);
        assert_eq!(listener(port, process::id()), Listener::None);
        Ok(())
    }

    #[test]
    fn a_process_descends_from_the_one_that_started_it() -> Result<()> {
        let mut child = process::Command::new("sleep").arg("600").spawn()?;
        let (up, down) = (descends(child.id(), process::id()), descends(process::id(), child.id()));
        child.kill()?;
        child.wait()?;
        assert!(up && !down);
        Ok(())
    }
}
