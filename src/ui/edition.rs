//! In which form the explorer is read: served, as one file, or printed on the build machine.
//!
//! Says what a form can do. Each component decides what it shows instead.

use leptos::prelude::*;

/// The form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Edition {
    /// The files of a host, with the program running.
    #[default]
    Served,
    /// One file that holds everything, as it lies on a disk.
    SingleFile,
    /// A static page one folder below the published files. No program runs in it.
    Printed,
}

impl Edition {
    /// The form of the page that the program was started by.
    pub(crate) fn of_this_page() -> Self {
        let inlined = || document().query_selector("script[data-single]").ok().flatten().is_some();
        // On the build machine there is no page to ask.
        if cfg!(target_arch = "wasm32") && inlined() { Self::SingleFile } else { Self::Served }
    }

    /// The form that the components around are drawn for.
    pub(crate) fn current() -> Self {
        use_context().unwrap_or_default()
    }

    /// Whether a static page is being printed: what needs the program is then left out.
    pub(crate) fn is_printed() -> bool {
        // What ships to browsers need not even ask.
        cfg!(feature = "ssr") && Self::current() == Self::Printed
    }

    /// The address of a file that is published beside the page; none where there is none.
    pub(crate) fn file(self, name: &str) -> Option<String> {
        match self {
            Self::Served => Some(name.to_owned()),
            Self::SingleFile => None,
            Self::Printed => Some(format!("../{name}")),
        }
    }
}
