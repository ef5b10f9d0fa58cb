//! Typed positions in the catalogue's tables.
//!
//! An id is only a number into one table: it does not know the record behind it, and it is not what
//! an address writes (that is the record's `slug`, which never changes).

pub(super) mod hpo_id;
pub(super) mod registry_id;

/// Declares an id: a copyable position in one table of the catalogue.
macro_rules! id {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The id at a position.
            ///
            /// # Panics
            ///
            /// From 4,294,967,296 on; the build refuses tables that long.
            pub fn at(position: usize) -> Self {
                Self(u32::try_from(position).expect("the build refuses tables this long"))
            }

            /// The position in the table, from 0.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id! {
    /// A cause. Causes are in the order of their names.
    CauseId
}
id! {
    /// A category of causes, in the order in which categories are shown.
    CategoryId
}
id! {
    /// A division of the causes, in the order in which divisions are shown.
    DivisionId
}
id! {
    /// A source.
    SourceId
}
id! {
    /// A term of the Human Phenotype Ontology. Terms are in the order of their numbers.
    TermId
}
id! {
    /// A topic, such as a type or a test.
    TopicId
}
id! {
    /// A group in which topics are listed.
    SectionId
}
id! {
    /// An exposure or situation that points to a cause, in the order of their meanings.
    ContextId
}
