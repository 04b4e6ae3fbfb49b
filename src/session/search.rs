//! What the user looks for among everything that is known.

use std::collections::HashSet;

use crate::evidence::catalogue::Catalogue;
use crate::evidence::entries::{Entry, Kind, Origin};
use crate::model::parameters::ParameterId;
use crate::scenario::assumptions;
use crate::scenario::document::Scenario;

/// A search, and what is chosen of its result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words that must all be in an entry.
    pub text: String,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only assumptions, by label.
    pub assumed: bool,
    /// Only what the scenario overrides.
    pub own: bool,
    /// Only what is about this city: its own, and what is for all.
    pub city: Option<String>,
    /// The position of the chosen entry in the catalogue.
    pub chosen: Option<usize>,
}

impl Search {
    /// The positions of what is found, in the order of the catalogue.
    #[must_use]
    pub fn find(&self, catalogue: &Catalogue, scenario: &Scenario) -> Vec<usize> {
        let text = self.text.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let own: HashSet<ParameterId> = assumptions::all(scenario).map(|own| own.parameter).collect();
        let found = |(position, entry): (usize, &Entry)| {
            let wanted = self.kind.is_none_or(|kind| entry.kind == kind)
                && (!self.assumed || entry.confidence.is_some_and(crate::model::provenance::Label::is_assumption))
                && (!self.own || is_own(entry, &own))
                && self.city.as_ref().is_none_or(|city| entry.city.as_ref().is_none_or(|of| of == city))
                && catalogue.says(position, &words);
            wanted.then_some(position)
        };
        catalogue.entries().iter().enumerate().filter_map(found).collect()
    }

    /// The chosen entry.
    #[must_use]
    pub fn entry<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Entry> {
        catalogue.at(self.chosen?)
    }
}

fn is_own(entry: &Entry, own: &HashSet<ParameterId>) -> bool {
    match &entry.origin {
        Origin::Prior(id) => id.parse().is_ok_and(|id| own.contains(&id)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::scenario::document::Assumption;

    #[test]
    fn filters_narrow_what_is_found() {
        let library = Library::embedded().expect("the evidence is embedded");
        let catalogue = Catalogue::of(&library);
        let mut scenario = Scenario::new("test");
        let find = |search: &Search, scenario: &Scenario| search.find(&catalogue, scenario);
        let everything = Search::default();
        assert_eq!(find(&everything, &scenario).len(), catalogue.entries().len());
        let kind = |kind| Search { kind: Some(kind), ..Search::default() };
        let parameters = find(&kind(Kind::Parameter), &scenario);
        assert!(parameters.iter().all(|at| catalogue.entries()[*at].kind == Kind::Parameter));
        let assumed = find(&Search { assumed: true, ..kind(Kind::Parameter) }, &scenario);
        assert!(!assumed.is_empty() && assumed.len() < parameters.len());
        let text = Search { text: "Rent  NATURAL vacancy".to_owned(), ..Search::default() };
        let found = find(&text, &scenario);
        assert!(!found.is_empty() && found.len() < 20, "{}", found.len());
        let brussels = Search { city: Some("brussels".to_owned()), ..Search::default() };
        let found = find(&brussels, &scenario);
        assert!(found.iter().all(|at| catalogue.entries()[*at].city.as_deref().is_none_or(|city| city == "brussels")));
        let own = Search { own: true, ..Search::default() };
        assert!(find(&own, &scenario).is_empty());
        let assumption = Assumption { value: 0.2, reason: "a test".to_owned() };
        scenario.assumptions.insert(ParameterId::NaturalVacancy, assumption);
        let found = find(&own, &scenario);
        assert_eq!(found.len(), 4, "the value for all cities and each city's own");
    }
}
