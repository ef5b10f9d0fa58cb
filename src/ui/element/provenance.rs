//! Where the content comes from: the date of the data, the build, and the note that no clinician
//! has reviewed it.

use crate::catalogue::Catalogue;

/// The build that is running: a commit, or `development`.
pub(crate) const BUILD_ID: &str = env!("MYOCLONUS_BUILD_ID");

/// The warning on all content.
pub(crate) const NOT_REVIEWED: &str = "Not reviewed by a clinician.";

/// The same warning as a sentence about the explorer.
pub(crate) const NO_CLINICIAN: &str = "No clinician has reviewed it.";

/// What the explorer does not do.
pub(crate) const IS_NOT: &str =
    "It makes no diagnosis, gives no doses and does not replace a doctor or pharmacist.";

/// The warning, with the date of the data.
pub(crate) fn in_short() -> String {
    format!("{NOT_REVIEWED} Data as of {}.", Catalogue::bundled().date)
}

/// The warning, with the date of the data and the build.
pub(crate) fn in_full() -> String {
    format!("{NOT_REVIEWED} Data as of {}, build {BUILD_ID}.", Catalogue::bundled().date)
}
