//! A plain static host for the published files, on a free port of this machine.
//!
//! Knows nothing about the files, except where the script of the tests goes into a page.

use std::collections::{BTreeSet, HashMap};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_LENGTH, CONTENT_TYPE, REFERER};
use axum::http::{HeaderValue, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse};
use futures::StreamExt;
use futures::stream;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tower_http::services::{ServeDir, ServeFile};

use crate::engine::Engine;
use crate::wait;

/// The script that notes the complaints of a browser.
pub(crate) const HOOK: &str = include_str!("scripts/hook.js");

/// The ports of all servers of this run. None is used twice, so no page meets what a browser has
/// kept of another server's.
static PORTS: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// What a host or a network does in place of sending a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A log-in page comes instead, as if it were the file.
    LogIn,
    /// It is forbidden.
    Forbidden,
    /// The first half comes, then nothing more, and the connection stays open.
    Stall,
    /// No answer comes, and the connection stays open.
    Silence,
    /// The file comes, and any page may read it.
    OpenToAll,
}

/// A server that runs until it is stopped or dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    referrers: Arc<Mutex<Vec<String>>>,
    running: Mutex<Option<Running>>,
}

#[derive(Debug)]
struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Server {
    /// The folder of the published files, from the environment variable `DIST`.
    pub fn published() -> Result<PathBuf> {
        let folder = std::env::var_os("DIST").context(
            "DIST does not name the published files: run these tests with `cargo xtask test`",
        )?;
        let folder = PathBuf::from(folder);
        ensure!(folder.join("index.html").is_file(), "{} has no index.html", folder.display());
        Ok(folder)
    }

    /// Serves a folder as it is, with its page for wrong addresses.
    pub async fn start(folder: impl AsRef<Path>) -> Result<Self> {
        Self::serve(files(folder.as_ref()))
    }

    /// Serves a folder, except where a path meets a fault. The number says how many times the path
    /// has been asked for before.
    pub async fn with_faults(
        folder: impl AsRef<Path>,
        fault: impl Fn(&str, usize) -> Option<Fault> + Clone + Send + Sync + 'static,
    ) -> Result<Self> {
        let counts = Arc::new(Mutex::new(HashMap::<String, usize>::new()));
        let met = move |request: Request, next: Next| {
            let path = request.uri().path().to_owned();
            let mut counts = lock(&counts);
            let count = counts.entry(path.clone()).or_default();
            let met = fault(&path, *count);
            *count += 1;
            faulty(met, request, next)
        };
        Self::serve(files(folder.as_ref()).layer(middleware::from_fn(met)))
    }

    /// Serves a folder to a browser. If its driver does not report complaints, every page gets a
    /// script that notes them.
    pub async fn for_engine(engine: Engine, folder: PathBuf) -> Result<Self> {
        if engine.reports_console() {
            return Self::start(folder).await;
        }
        Self::with_script(folder, HOOK.to_owned())
    }

    /// Serves a folder to a browser of any engine, with a script of the test that runs before
    /// everything else in each page.
    pub async fn for_engine_with(
        engine: Engine,
        folder: PathBuf,
        script: &'static str,
    ) -> Result<Self> {
        let hook = if engine.reports_console() { "" } else { HOOK };
        Self::with_script(folder, format!("{hook}\n{script}"))
    }

    fn with_script(folder: PathBuf, script: String) -> Result<Self> {
        let script = move || async { ([(CONTENT_TYPE, "text/javascript")], script) };
        Self::serve(
            files(&folder)
                .layer(middleware::map_response(hooked))
                .route("/test-hook.js", axum::routing::get(script)),
        )
    }

    /// The server has its own thread and runtime. When these end, every connection is closed, also
    /// one that a browser keeps open for later.
    fn serve(app: Router) -> Result<Self> {
        let requests = Arc::new(Mutex::new(Vec::new()));
        let referrers = Arc::new(Mutex::new(Vec::new()));
        let (noted, from) = (requests.clone(), referrers.clone());
        let app = app.layer(middleware::from_fn(move |request: Request, next: Next| {
            lock(&noted).push(request.uri().path().to_owned());
            let referrer = request.headers().get(REFERER).and_then(|it| it.to_str().ok());
            lock(&from).extend(referrer.map(str::to_owned));
            next.run(request)
        }));
        let listener = on_unused_port()?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).expect("a bound listener is taken");
                tokio::select! {
                    _ = axum::serve(listener, app) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self {
            address,
            requests,
            referrers,
            running: Mutex::new(Some(Running { stop, thread })),
        })
    }

    /// The origin of an address, if it is one of the servers' of this run.
    pub(crate) fn origin(address: &str) -> Option<String> {
        let host = address.strip_prefix("http://")?.split('/').next()?;
        let port = host.parse::<SocketAddr>().ok()?.port();
        let is_ours = lock(&PORTS).contains(&port);
        is_ours.then(|| format!("http://{host}"))
    }

    /// The address of the page at a fragment.
    pub fn address(&self, fragment: &str) -> String {
        format!("http://{}/{fragment}", self.address)
    }

    /// The paths that were asked for so far, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.requests).clone()
    }

    /// The addresses that requests named as where they came from, in order.
    pub fn referrers(&self) -> Vec<String> {
        lock(&self.referrers).clone()
    }

    /// Waits until this path has been asked for.
    pub async fn wait_until_asked(&self, path: &str) -> Result<()> {
        let asked = async || Ok(self.requests().iter().any(|asked| asked == path));
        wait::until(&format!("{path} is asked for"), asked).await
    }

    /// Stops it. From now on no request is answered, and every connection is refused.
    pub fn stop(&self) -> Result<()> {
        if let Some(Running { stop, thread }) = lock(&self.running).take() {
            // A server that has ended already does not hear it.
            let _ = stop.send(());
            thread.join().map_err(|_| anyhow!("the server panicked"))?;
        }
        let connected = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
        ensure!(connected.is_err(), "{} still answers", self.address);
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A test that needs it to be stopped has stopped it.
        let _ = self.stop();
    }
}

/// Listens on a port that no server of this run has had.
fn on_unused_port() -> Result<std::net::TcpListener> {
    loop {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        if lock(&PORTS).insert(port) {
            return Ok(listener);
        }
    }
}

/// The files of a folder.
fn files(folder: &Path) -> Router {
    let missing = ServeFile::new(folder.join("404.html"));
    Router::new().fallback_service(ServeDir::new(folder).not_found_service(missing))
}

/// The response of a host or a network with this fault.
async fn faulty(fault: Option<Fault>, request: Request, next: Next) -> Response<Body> {
    match fault {
        None => next.run(request).await,
        Some(Fault::LogIn) => {
            Html("<!doctype html><title>Guest network</title><h1>Please sign in</h1>")
                .into_response()
        }
        Some(Fault::Forbidden) => StatusCode::FORBIDDEN.into_response(),
        Some(Fault::Stall) => {
            let (head, body) = next.run(request).await.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
            let half = stream::iter([Ok::<Bytes, std::io::Error>(bytes.slice(..bytes.len() / 2))]);
            Response::from_parts(head, Body::from_stream(half.chain(stream::pending())))
        }
        Some(Fault::Silence) => std::future::pending().await,
        Some(Fault::OpenToAll) => {
            let mut response = next.run(request).await;
            let all = HeaderValue::from_static("*");
            response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, all);
            response
        }
    }
}

/// Adds the script to a page: before everything that could complain, after the policy that it
/// watches.
async fn hooked(response: Response<Body>) -> Response<Body> {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if response.status() != StatusCode::OK
        || !kind.is_some_and(|kind| kind.starts_with("text/html"))
    {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let page = to_bytes(body, usize::MAX).await.ok();
    let page = page.and_then(|page| String::from_utf8(page.into()).ok());
    let Some(page) = page.as_deref().and_then(scripted) else {
        let message = "the tests find no Content-Security-Policy to put their script behind";
        return (StatusCode::INTERNAL_SERVER_ERROR, message).into_response();
    };
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(page))
}

/// A page with the script behind the element that holds its policy.
fn scripted(page: &str) -> Option<String> {
    let policy = page.find("Content-Security-Policy")?;
    let end = policy + page[policy..].find('>')? + 1;
    Some(format!("{}<script src=\"/test-hook.js\"></script>{}", &page[..end], &page[end..]))
}

/// The notes stay true after a panic in another thread.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_comes_directly_after_the_policy() {
        let page =
            "<meta charset=utf-8><meta content=\"…\" http-equiv=Content-Security-Policy><title>";
        let hooked = scripted(page).unwrap_or_default();
        assert!(
            hooked.ends_with("Policy><script src=\"/test-hook.js\"></script><title>"),
            "{hooked}"
        );
        assert_eq!(scripted("<title>"), None);
    }

    #[tokio::test]
    async fn only_addresses_of_servers_have_an_origin_to_clean_up() -> Result<()> {
        let server = Server::start(std::env::temp_dir()).await?;
        let origin = Server::origin(&server.address("a/#/b?c=d"));
        ensure!(origin == Some(format!("http://{}", server.address)), "{origin:?}");
        for other in ["file:///tmp/page.html", "http://127.0.0.1:1/", "about:blank", ""] {
            ensure!(Server::origin(other).is_none(), "{other}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_stopped_server_refuses_connections() -> Result<()> {
        let server = Server::start(std::env::temp_dir()).await?;
        TcpStream::connect(server.address)?;
        server.stop()?;
        ensure!(TcpStream::connect(server.address).is_err());
        server.stop()
    }
}
