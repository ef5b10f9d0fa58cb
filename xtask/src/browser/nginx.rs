//! A private nginx that serves the published files as the project tells hosts to.
//!
//! Takes `hosting/nginx.conf` word for word, except for ports and folder. Does not know what it
//! serves.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::service::Service;
use crate::{project, tool};

/// A running server, ended when this is dropped.
#[derive(Debug)]
pub(crate) struct Nginx {
    port: u16,
    _running: Service,
}

impl Nginx {
    /// Serves a folder on a free port.
    pub(crate) fn start(nginx: &tool::nginx::Nginx, folder: &Path) -> Result<Self> {
        let ours = project::root().join("hosting/nginx.conf");
        let ours =
            fs::read_to_string(&ours).with_context(|| format!("reading {}", ours.display()))?;
        let home = project::root().join("target/nginx");
        fs::create_dir_all(&home).with_context(|| format!("creating {}", home.display()))?;
        let (running, port) = Service::start_on_free_port("nginx", |port| {
            let file = home.join("nginx.conf");
            fs::write(&file, configuration(nginx, &home, &server(&ours, port, folder)?))
                .with_context(|| format!("writing {}", file.display()))?;
            let mut command = Command::new(&nginx.program);
            command.arg("-e").arg("stderr").arg("-p").arg(&home).arg("-c").arg(file);
            Ok(command)
        })?;
        Ok(Self { port, _running: running })
    }

    /// The address of the start page.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

/// The project's own part of the configuration, with the port and the folder of this run.
fn server(ours: &str, port: u16, folder: &Path) -> Result<String> {
    let mut text = ours.to_owned();
    for (theirs, here) in [
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        // One address is enough here, and not every machine has this kind.
        ("listen [::]:80;", String::new()),
        ("root /srv/myoclonus-explorer;", format!("root \"{}\";", folder.display())),
    ] {
        ensure!(text.contains(theirs), "hosting/nginx.conf has no `{theirs}` to replace");
        text = text.replace(theirs, &here);
    }
    Ok(text)
}

/// The rest of a host's configuration. There is one process only, which ends when told to and
/// leaves no others behind. All it writes goes into its own folder, so it need not be root.
fn configuration(nginx: &tool::nginx::Nginx, home: &Path, server: &str) -> String {
    let parts = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary = parts.map(|part| format!("    {part}_temp_path \"{}\";\n", home.display()));
    format!(
        "load_module \"{}\";\ndaemon off;\nmaster_process off;\npid \"{}/nginx.pid\";\n\
         events {{ }}\nhttp {{\n    include \"{}\";\n    \
         default_type application/octet-stream;\n    access_log off;\n{}{server}\n}}\n",
        nginx.brotli.display(),
        home.display(),
        nginx.media_types.display(),
        temporary.concat(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_port_and_folder_are_changed() -> Result<()> {
        let ours = "server {\n    listen 80; listen [::]:80;\n    \
                    root /srv/myoclonus-explorer;\n    gzip_static on;\n}";
        let here =
            "server {\n    listen 127.0.0.1:7; \n    root \"/dist\";\n    gzip_static on;\n}";
        assert_eq!(server(ours, 7, Path::new("/dist"))?, here);
        assert!(server("server { listen 80; listen [::]:80; }", 7, Path::new("/dist")).is_err());
        Ok(())
    }
}
