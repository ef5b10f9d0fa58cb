//! A source: where a claim was read.
//!
//! Knows its own addresses, not who cites it.

use super::vocabulary::SourceKind;

/// A text, page or data set that was actually seen. What was not visible is absent, not guessed.
#[derive(Debug, PartialEq)]
pub struct Source {
    /// The stable name.
    pub slug: &'static str,
    /// The title as published. What stands in square brackets is our description: of a text whose
    /// title was not visible, or of the part of it that was read.
    pub title: &'static str,
    /// The authors as shown by the text.
    pub authors: Option<&'static str>,
    /// The year of publication as shown by the text.
    pub year: Option<u16>,
    /// The journal, book or site.
    pub container: Option<&'static str>,
    /// Digital object identifier, without the resolver's address.
    pub doi: Option<&'static str>,
    /// PubMed's number.
    pub pmid: Option<&'static str>,
    /// The page of the publisher, institution or society itself. A copy on another site is never
    /// kept here.
    pub url: Option<&'static str>,
    /// What kind of text it is.
    pub kind: SourceKind,
    /// How much of it was visible.
    pub seen_as: &'static str,
}

/// A reference that a web text names but that could not be verified; never used as evidence.
#[derive(Debug, PartialEq)]
pub struct Unverified {
    /// As the text names it.
    pub named: &'static str,
    /// What was searched and found.
    pub remark: &'static str,
}

impl Source {
    /// The best address to send a reader to: the DOI, else PubMed, else the publisher's page.
    /// `None` if only copies on other sites are known.
    pub fn address(&self) -> Option<String> {
        let doi = self.doi.map(|doi| format!("https://doi.org/{}", in_address(doi)));
        doi.or_else(|| self.pmid.map(|pmid| format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/")))
            .or_else(|| self.url.map(str::to_owned))
    }
}

impl Source {
    /// The authors, then where it was published. An institution that is both is given once, by
    /// its longer name.
    pub fn credits(&self) -> impl Iterator<Item = &'static str> {
        let (authors, container) = match (self.authors, self.container) {
            (Some(authors), Some(container)) if opens_with(authors, container) => {
                (Some(authors), None)
            }
            (Some(authors), Some(container)) if opens_with(container, authors) => {
                (None, Some(container))
            }
            both => both,
        };
        authors.into_iter().chain(container)
    }
}

/// Whether a text begins with these words, in capitals or not.
fn opens_with(text: &str, words: &str) -> bool {
    let (start, rest) = match text.split_at_checked(words.len()) {
        Some(parts) => parts,
        None => return false,
    };
    start.eq_ignore_ascii_case(words) && !rest.starts_with(char::is_alphanumeric)
}

/// A DOI as the end of an address. Old ones contain characters that an address must encode.
fn in_address(doi: &str) -> String {
    let mut address = String::with_capacity(doi.len());
    for character in doi.chars() {
        match character {
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '#' => address.push_str("%23"),
            '%' => address.push_str("%25"),
            '?' => address.push_str("%3F"),
            _ => address.push(character),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: Source = Source {
        slug: "s",
        title: "T",
        authors: None,
        year: None,
        container: None,
        doi: None,
        pmid: None,
        url: None,
        kind: SourceKind::Review,
        seen_as: "abstract",
    };

    #[test]
    fn the_doi_comes_before_pubmed_and_pubmed_before_the_page() {
        let page = Source { url: Some("https://example.org/a"), ..BARE };
        let pubmed = Source { pmid: Some("12"), ..page };
        let pubmed = Source { url: page.url, ..pubmed };
        let doi = Source { doi: Some("10.1/x"), pmid: Some("12"), url: page.url, ..BARE };
        assert_eq!(page.address().as_deref(), Some("https://example.org/a"));
        assert_eq!(pubmed.address().as_deref(), Some("https://pubmed.ncbi.nlm.nih.gov/12/"));
        assert_eq!(doi.address().as_deref(), Some("https://doi.org/10.1/x"));
    }

    #[test]
    fn an_institution_that_writes_and_publishes_is_given_once() {
        for (authors, container, credits) in [
            (Some("Orphanet"), None, &["Orphanet"][..]),
            (None, Some("Brain"), &["Brain"]),
            (Some("Frucht SJ"), Some("Mov Disord"), &["Frucht SJ", "Mov Disord"]),
            (Some("Epilepsy Foundation"), Some("Epilepsy Foundation"), &["Epilepsy Foundation"]),
            (Some("Rare Centre"), Some("Rare Centre (RC)"), &["Rare Centre (RC)"]),
            (Some("Genes Home, US Library"), Some("Genes Home"), &["Genes Home, US Library"]),
            (Some("Mayo Clinic staff"), Some("Mayo Clinic"), &["Mayo Clinic staff"]),
            (Some("Medtronic"), Some("medtronic.com"), &["medtronic.com"]),
            // A name within a longer word is another name.
            (Some("Brain"), Some("Brainstorm"), &["Brain", "Brainstorm"]),
            (Some("Müller"), Some("Mü"), &["Müller", "Mü"]),
        ] {
            let source = Source { authors, container, ..BARE };
            assert_eq!(source.credits().collect::<Vec<_>>(), credits, "{authors:?} {container:?}");
        }
    }

    #[test]
    fn the_odd_characters_of_an_old_doi_are_encoded() {
        let old = Source { doi: Some("10.1002/1(200005)15:3<561::AID-X>3.0.CO;2-K"), ..BARE };
        let address = "https://doi.org/10.1002/1(200005)15:3%3C561::AID-X%3E3.0.CO;2-K";
        assert_eq!(old.address().as_deref(), Some(address));
    }

    #[test]
    fn a_source_known_only_from_copies_has_no_address() {
        assert_eq!(BARE.address(), None);
    }
}
