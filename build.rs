//! Compiles `data/` into the catalogue's static tables, or reports every fault in it.

#[allow(unreachable_pub, reason = "the pipeline is shared with a test, which is another crate")]
#[allow(dead_code, reason = "the run-time half of the vocabularies is not used here")]
#[path = "build/pipeline.rs"]
mod pipeline;

use std::path::Path;
use std::{env, fs, process};

use pipeline::write::emit::Tables;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed=MYOCLONUS_BUILD_ID");
    let build_id = env::var("MYOCLONUS_BUILD_ID").unwrap_or_else(|_| "development".to_owned());
    println!("cargo::rustc-env=MYOCLONUS_BUILD_ID={build_id}");

    // The relocations are what the program is split by: see `xtask/src/publish/later/split.rs`.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }

    let root = env::var_os("CARGO_MANIFEST_DIR").expect("Cargo sets the manifest's folder");
    let out = env::var_os("OUT_DIR").expect("Cargo sets the output folder");
    match pipeline::compile(&Path::new(&root).join("data")) {
        Ok(Tables { code, records }) => {
            for (name, content) in [
                ("tables.rs", code.as_bytes()),
                ("finding.bin", &records.finding),
                ("reading.bin", &records.reading),
                ("shapes.txt", records.shapes.as_bytes()),
            ] {
                fs::write(Path::new(&out).join(name), content).expect("OUT_DIR can be written");
            }
        }
        Err(faults) => {
            for fault in &faults {
                println!("cargo::error={fault}");
            }
            println!("cargo::error=data/ has {} fault(s); nothing was built", faults.len());
            process::exit(1);
        }
    }
}
