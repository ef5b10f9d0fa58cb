//! Prints the static pages into a folder, and does nothing else.

use std::path::PathBuf;
use std::{env, fs, process};

use myoclonus_explorer::ui::print::{Frame, opening, static_pages};

/// The arguments are the folder, the style sheet, the icon and, if known, the address of the site.
fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (folder, style, icon, site_url) = match &arguments[..] {
        [folder, style, icon] => (folder, style, icon, None),
        [folder, style, icon, site_url] => (folder, style, icon, Some(site_url.clone())),
        _ => fail("usage: print-pages FOLDER STYLE-SHEET ICON [SITE-ADDRESS]"),
    };
    let frame = Frame { style_sheet: style.clone(), icon: icon.clone(), site_url };
    let folder = PathBuf::from(folder);
    let write = |path: &str, text: &str| {
        let file = folder.join(path);
        let written = file.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(error) = written.and_then(|()| fs::write(&file, text)) {
            fail(&format!("{} cannot be written: {error}", file.display()));
        }
    };
    for page in static_pages(&frame) {
        write(&page.path, &page.html);
    }
    write("opening.html", &opening());
}

/// Prints an error and ends the program.
fn fail(message: &str) -> ! {
    eprintln!("error: {message}");
    process::exit(1);
}
