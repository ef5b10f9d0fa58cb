//! A plain static host for the published files, on a free port of this machine.
//!
//! Knows nothing of what it serves.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    port: u16,
    task: JoinHandle<()>,
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

    /// Serves a folder.
    pub async fn start(folder: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let app = axum::Router::new().fallback_service(ServeDir::new(folder));
        let task = tokio::spawn(async move {
            axum::serve(listener, app).await.expect("a bound listener can be served");
        });
        Ok(Self { port, task })
    }

    /// The address of the page at a fragment.
    pub fn address(&self, fragment: &str) -> String {
        format!("http://127.0.0.1:{}/{fragment}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
