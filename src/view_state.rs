//! Everything the address can say, as a value.
//!
//! Knows neither the syntax of addresses nor the browser that holds them.

use crate::catalogue::CategoryId;

/// What a reader looks at: the one truth of the application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The slug of the entry that is open. It may lead nowhere: the page then says so.
    pub open: Option<String>,
    /// What is typed into the search box, as typed.
    pub query: String,
    /// The chosen categories, ascending and each once; none chosen means all.
    pub categories: Vec<CategoryId>,
}

impl ViewState {
    /// The same view with an entry opened.
    #[must_use]
    pub fn opening(&self, slug: &str) -> Self {
        Self { open: Some(slug.to_owned()), ..self.clone() }
    }

    /// The same view with no entry open.
    #[must_use]
    pub fn closing(&self) -> Self {
        Self { open: None, ..self.clone() }
    }

    /// The same view with other words in the search box.
    #[must_use]
    pub fn asking(&self, query: String) -> Self {
        Self { query, ..self.clone() }
    }

    /// The same view with one category chosen, or no longer chosen.
    #[must_use]
    pub fn toggling(&self, category: CategoryId) -> Self {
        let mut categories = self.categories.clone();
        match categories.binary_search(&category) {
            Ok(position) => {
                categories.remove(position);
            }
            Err(position) => categories.insert(position, category),
        }
        Self { categories, ..self.clone() }
    }

    /// The same entry with every filter lifted.
    #[must_use]
    pub fn unfiltered(&self) -> Self {
        Self { open: self.open.clone(), ..Self::default() }
    }

    /// Whether anything narrows the list.
    pub fn is_filtered(&self) -> bool {
        !self.query.trim().is_empty() || !self.categories.is_empty()
    }
}
