//! Where the content comes from: the day of the data, the build, and that no clinician has reviewed
//! it.

use crate::catalogue::Catalogue;

/// The build that is running: a commit, or `development`.
pub(crate) const BUILD_ID: &str = env!("MYOCLONUS_BUILD_ID");

/// The warning that goes with all content.
pub(crate) const NOT_REVIEWED: &str = "Not reviewed by a clinician.";

/// The warning, with the day of the data.
pub(crate) fn in_short() -> String {
    format!("{NOT_REVIEWED} Data of {}.", Catalogue::bundled().date)
}

/// The warning, with the day of the data and the build.
pub(crate) fn in_full() -> String {
    format!("{NOT_REVIEWED} Data of {}, build {BUILD_ID}.", Catalogue::bundled().date)
}
