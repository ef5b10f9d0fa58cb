//! The edition in which the explorer is read: served, as one file, or printed on the build machine.
//!
//! Knows what each edition can do. The components decide what to show instead.

use leptos::prelude::*;

/// The edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Edition {
    /// Files from a host, with the program running.
    #[default]
    Served,
    /// One file with everything in it, opened from a disk.
    SingleFile,
    /// A static page one folder below the published files. No program runs in it.
    Printed,
}

impl Edition {
    /// The edition of the page that started the program.
    pub(crate) fn of_this_page() -> Self {
        let inlined = || document().query_selector("script[data-single]").ok().flatten().is_some();
        // On the build machine there is no page to ask.
        if cfg!(target_arch = "wasm32") && inlined() { Self::SingleFile } else { Self::Served }
    }

    /// The edition for which the present components are drawn.
    pub(crate) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// Whether a static page is being printed, without anything that needs the program.
    pub(crate) fn is_printed() -> bool {
        // The constant removes the check from the program in browsers.
        cfg!(feature = "ssr") && Self::current() == Self::Printed
    }

    /// The address of a file published beside the page. `None` for the single file, which has none.
    pub(crate) fn file(self, name: &str) -> Option<String> {
        match self {
            Self::Served => Some(name.to_owned()),
            Self::SingleFile => None,
            Self::Printed => Some(format!("../{name}")),
        }
    }
}
