//! A private nginx with the project's own configuration, and a client that sees every byte.
//!
//! It uses three things of the machine: the program, its module for brotli and its list of types.
//! The environment names them; `cargo xtask test` knows where they are. Does not know the files
//! that it serves.

use std::env;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

/// How long nginx may take to start, and to answer, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// The file in its folder to which nginx writes its process id.
const PID: &str = "nginx.pid";

/// An nginx that runs until it is dropped.
pub(crate) struct Nginx {
    process: Child,
    port: u16,
    /// Its configuration, and everything that it writes.
    _folder: TempDir,
}

impl Nginx {
    /// Serves a folder with `hosting/nginx.conf` and these changes to it: a text, and the text that
    /// replaces it.
    pub(crate) fn start(root: &Path, changes: &[(&str, &str)]) -> Result<Self> {
        let mut tried = Self::try_to_start(root, changes);
        // Another program may take the port between our choice and nginx's start.
        if tried
            .as_ref()
            .is_err_and(|error| format!("{error:#}").contains("Address already in use"))
        {
            tried = Self::try_to_start(root, changes);
        }
        tried
    }

    fn try_to_start(root: &Path, changes: &[(&str, &str)]) -> Result<Self> {
        let temporary = tempfile::tempdir()?;
        let folder = temporary.path();
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();

        let mut site = project_file("hosting/nginx.conf")?;
        let listen = format!("listen 127.0.0.1:{port};");
        let root = format!("root \"{}\";", root.display());
        let own = [
            ("listen 80;", listen.as_str()),
            // One address is enough here, and not every machine has IPv6.
            ("listen [::]:80;", ""),
            ("root /srv/myoclonus-explorer;", &root),
        ];
        for (from, to) in own.iter().chain(changes) {
            ensure!(
                site.contains(from),
                "hosting/nginx.conf has no `{from}`, which this test replaces by `{to}`: change \
                 one of them"
            );
            site = site.replace(from, to);
        }
        fs::write(folder.join("site.conf"), site)?;

        fs::write(folder.join("nginx.conf"), around()?)?;
        let (messages, id_file) = (folder.join("messages.txt"), folder.join(PID));
        let process = Command::new(named("NGINX")?)
            .args(["-e", "stderr", "-p"])
            .arg(folder)
            .arg("-c")
            .arg(folder.join("nginx.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&messages)?)
            .spawn()
            .context("starting what NGINX names")?;
        // From here on it is always ended.
        let mut nginx = Self { process, port, _folder: temporary };
        let start = Instant::now();
        // Another program may still hold the port, and nginx waits for it a while. It writes its
        // process id once it has the port.
        let id = nginx.process.id().to_string();
        while fs::read_to_string(&id_file).map_or(true, |it| it.trim() != id) {
            if let Some(status) = nginx.process.try_wait()? {
                bail!("nginx ended with {status}: {}", fs::read_to_string(&messages)?.trim());
            }
            ensure!(start.elapsed() < PATIENCE, "nginx does not listen on port {port}");
            sleep(Duration::from_millis(20));
        }
        Ok(nginx)
    }

    /// The address of a path such as `/index.html`.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Asks for a path with these headers.
    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        self.ask("GET", path, headers)
    }

    /// Asks with any method.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(request.as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).with_context(|| format!("reading the answer to {path}"))?;
        Answer::parse(&bytes).with_context(|| format!("the answer to {method} {path}"))
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It is a single process. If it has ended already, there is nothing to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An answer of nginx.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn parse(bytes: &[u8]) -> Result<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let end = end.context("has no end of its headers")?;
        let head = std::str::from_utf8(&bytes[..end])?;
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("is empty")?;
        let pairs = lines.filter_map(|line| line.split_once(": "));
        let answer = Self {
            status: status.parse()?,
            headers: pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            body: bytes[end + 4..].to_vec(),
        };
        ensure!(answer.header("Transfer-Encoding")?.is_none(), "is sent in pieces");
        Ok(answer)
    }

    /// The value of a header; `None` where it is not sent, and an error where it is sent twice.
    pub(crate) fn header(&self, name: &str) -> Result<Option<&str>> {
        let mut found = self.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
        let value = found.next().map(|(_, value)| value.as_str());
        ensure!(found.next().is_none(), "{name} is sent twice");
        Ok(value)
    }
}

/// A file of the project.
pub(crate) fn project_file(path: &str) -> Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(path)).with_context(|| format!("reading {path}"))
}

/// The path in a variable of the environment.
fn named(variable: &str) -> Result<String> {
    env::var(variable)
        .with_context(|| format!("{variable} is not set: run these tests with `cargo xtask test`"))
}

/// The configuration around the site. One process in the foreground, run by the user of the tests:
/// it may read the same files, and ends when it is killed. Everything that it writes stays in its
/// folder.
fn around() -> Result<String> {
    let kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary = kinds.map(|kind| format!("{kind}_temp_path {kind};")).join(" ");
    Ok(format!(
        "load_module \"{}\";\ndaemon off; master_process off; pid {PID};\nevents {{ }}\n\
         http {{ include \"{}\"; access_log off; {temporary} include site.conf; }}\n",
        named("NGINX_MODULE")?,
        named("NGINX_TYPES")?,
    ))
}
