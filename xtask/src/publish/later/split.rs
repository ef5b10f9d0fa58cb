//! Splits the program into two modules of WebAssembly, so that the first answer waits for the first
//! only.
//!
//! Trunk cannot do this: the program must be split as the linker has written it, before
//! wasm-bindgen removes the relocations. So wasm-bindgen and wasm-opt run here, and their files
//! take the place of Trunk's. What belongs into which module follows from the source: see
//! `ui::deferred`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cargo_metadata::MetadataCommand;
use wasm_split_cli_support::{Options, transform};
use xshell::cmd;

use crate::project::root;
use crate::publish::names::published;
use crate::step::shell;

/// The second module's file, without its hash.
pub(crate) const FILE: &str = "deferred.wasm";

/// The name of the program, which its files begin with.
const NAME: &str = "myoclonus-explorer";

/// The import by which the program asks for its second module.
const LOAD: &str = "__wasm_split_load_deferred";

/// The module that the import is said to be in, which is not published.
const LOADER: &str = "./__wasm_split.js";

/// How wasm-opt makes the modules smaller.
const OPTIMISE: [&str; 3] = [
    "-Oz",
    // Otherwise it cuts the data at every run of zeros: 19 kB more after brotli.
    "--skip-pass=memory-packing",
    // Puts functions of one source module side by side: 3.6 kB less.
    "--reorder-functions-by-name",
];

/// What names begin with that a module asks for with the splitter's assertions.
const CANARY: &[u8] = b"__canary_";

/// What to do if a tool is missing or is another version.
const REMEDY: &str = "run `cargo xtask setup`, which installs the tools of the build";

/// Puts the two modules and their script into the folder in which Trunk has put the whole.
pub(crate) fn write(folder: &Path, is_release: bool) -> Result<()> {
    let linked = linked(is_release)?;
    let whole = fs::read(&linked)
        .with_context(|| format!("{}: build with Trunk, which calls this", linked.display()))?;
    let work = tempfile::tempdir()?;
    let (split, bound) = (work.path().join("split"), work.path().join("bound"));
    let first = split.join(format!("{NAME}.wasm"));
    let mut options = Options::new(&whole);
    options.output_dir = &split;
    options.main_out_path = &first;
    options.link_name = LOADER;
    let modules = transform(options).map_err(|error| anyhow::anyhow!("{error:#}"))?.split_modules;
    ensure!(modules.len() == 1, "the program has {} further modules, not one", modules.len());
    // Only the script of the splitter has what a module with its assertions asks for.
    let asserts = fs::read(&modules[0])?.windows(CANARY.len()).any(|name| name == CANARY);
    ensure!(!asserts, "Cargo.toml must build wasm_split_helpers without debug assertions");
    let shell = shell()?;
    cmd!(shell, "wasm-bindgen --target web --no-typescript --keep-lld-exports")
        .args(["--out-name", NAME, "--out-dir"])
        .args([&bound, &first])
        .quiet()
        .run()
        .context(REMEDY)?;
    let first = bound.join(format!("{NAME}_bg.wasm"));
    for module in [&first, &modules[0]].into_iter().filter(|_| is_release) {
        cmd!(shell, "wasm-opt {OPTIMISE...} {module} -o {module}").quiet().run().context(REMEDY)?;
    }
    let script = format!("{NAME}.js");
    let glue = fs::read_to_string(bound.join(&script)).with_context(|| script.clone())?;
    fs::write(folder.join(published(folder, &script)?), with_loader(&glue)?)?;
    fs::copy(first, folder.join(published(folder, &format!("{NAME}_bg.wasm"))?))?;
    fs::copy(&modules[0], folder.join(FILE)).context(FILE)?;
    Ok(())
}

/// The program as the linker has written it.
fn linked(is_release: bool) -> Result<PathBuf> {
    let metadata = MetadataCommand::new().current_dir(root()).no_deps().exec()?;
    let profile = if is_release { "release" } else { "debug" };
    let file = format!("wasm32-unknown-unknown/{profile}/{NAME}.wasm");
    Ok(metadata.target_directory.join(file).into())
}

/// The script of the program, with an import that says that the second module is there: the program
/// asks for it only after the start script has put it there.
fn with_loader(glue: &str) -> Result<String> {
    let import = glue.lines().find(|line| line.starts_with("import ") && line.contains(LOADER));
    let import = import.with_context(|| format!("{NAME}.js imports no {LOADER}"))?;
    let name = import.strip_prefix("import * as ").and_then(|rest| rest.split(' ').next());
    let name = name.with_context(|| format!("{NAME}.js imports in another form: {import}"))?;
    let loader = format!(
        "const {name} = {{ {LOAD}: (callback, data) => \
         wasm.__indirect_function_table.get(callback)(data, true) }};"
    );
    let script = glue.replacen(import, &loader, 1);
    let imports = script.lines().any(|line| line.starts_with("import "));
    ensure!(!imports, "{NAME}.js imports a file that is not published");
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\n";

    #[test]
    fn the_script_imports_no_file() {
        let script = with_loader(GLUE).expect("the import is there");
        assert!(script.starts_with("const import1 = { __wasm_split_load_deferred: "), "{script}");
        assert!(script.ends_with("\nlet wasm;\n") && !script.contains("import "), "{script}");
    }

    #[test]
    fn a_script_with_other_imports_is_refused() {
        for glue in ["let wasm;\n".to_owned(), format!("{GLUE}import {{ a }} from \"./b.js\"\n")] {
            let error = with_loader(&glue).expect_err("it is refused");
            assert!(error.to_string().contains("myoclonus-explorer.js imports"), "{error}");
        }
    }
}
