//! The nginx on this machine: the program, its module and its media types.
//!
//! Does not know what it serves.

use std::path::PathBuf;
use std::process::Command;

use super::find;

/// A web server that can serve pre-compressed files.
#[derive(Debug)]
pub(crate) struct Nginx {
    /// The server.
    pub(crate) program: PathBuf,
    /// Its module that serves files compressed with brotli.
    pub(crate) brotli: PathBuf,
    /// Its list of media types.
    pub(crate) media_types: PathBuf,
}

/// The nginx program on this machine. Ordinary users rarely have it on their search path.
pub(crate) fn nginx_program() -> Option<PathBuf> {
    let usual = ["/usr/sbin/nginx", "/usr/local/sbin/nginx"].map(PathBuf::from);
    find("nginx").or_else(|| usual.into_iter().find(|file| file.is_file()))
}

/// The nginx on this machine; `None` if the program or its module is missing.
pub(crate) fn nginx() -> Option<Nginx> {
    let program = nginx_program()?;
    let output = Command::new(&program).arg("-V").output().ok()?;
    let built = String::from_utf8_lossy(&output.stderr).into_owned();
    let brotli = configured(&built, "--modules-path=")?.join("ngx_http_brotli_static_module.so");
    let media_types = configured(&built, "--conf-path=")?.with_file_name("mime.types");
    (brotli.is_file() && media_types.is_file()).then_some(Nginx { program, brotli, media_types })
}

/// A path from the options with which nginx was built.
fn configured(built: &str, option: &str) -> Option<PathBuf> {
    built.split_whitespace().find_map(|word| word.strip_prefix(option)).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nginx_reports_where_its_modules_are() {
        let built = "nginx version: nginx/1.22.1\nconfigure arguments: --with-ld-opt='-Wl,-z,now' \
                     --conf-path=/etc/nginx/nginx.conf --modules-path=/usr/lib/nginx/modules --x";
        let modules = configured(built, "--modules-path=");
        assert_eq!(modules, Some(PathBuf::from("/usr/lib/nginx/modules")));
        assert_eq!(configured(built, "--sbin-path="), None);
    }
}
