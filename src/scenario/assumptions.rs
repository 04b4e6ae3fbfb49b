//! The parameters that a scenario overrides: which, where, and against which evidence.

use std::fmt;

use crate::evidence::Library;
use crate::model::parameters::ParameterId;
use crate::model::provenance::Prior;
use crate::t;

use super::document::{Assumption, Scenario};

/// A parameter that a scenario overrides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Own<'a> {
    /// The city, by id; `None` for all.
    pub city: Option<&'a str>,
    /// Which parameter.
    pub parameter: ParameterId,
    /// Its value, and why.
    pub assumption: &'a Assumption,
}

impl Own<'_> {
    /// The unit of its value: money of the city that it is for, as the model document
    /// has it (`currency`) where it is for all.
    #[must_use]
    pub fn unit(&self, library: &Library) -> String {
        let pack = self.city.and_then(|id| library.packs.get(id));
        pack.map_or_else(|| self.parameter.unit().to_owned(), |pack| self.parameter.unit_in(&pack.currency.code))
    }
}

/// Every override of a scenario: those for all cities, then each city's.
pub fn all(scenario: &Scenario) -> impl Iterator<Item = Own<'_>> {
    let everywhere = scenario.assumptions.iter().map(|(id, assumption)| (None, id, assumption));
    let here = scenario.cities.iter().flat_map(|(city, plan)| {
        plan.assumptions.iter().map(move |(id, assumption)| (Some(city.as_str()), id, assumption))
    });
    everywhere.chain(here).map(|(city, id, assumption)| Own { city, parameter: *id, assumption })
}

/// The overrides that count in a city: its own, and those for all cities that it
/// does not override itself.
pub fn counting<'a>(scenario: &'a Scenario, city: &'a str) -> impl Iterator<Item = Own<'a>> {
    let here = scenario.cities.get(city).map(|plan| &plan.assumptions);
    all(scenario).filter(move |own| match own.city {
        Some(of) => of == city,
        None => here.is_none_or(|here| !here.contains_key(&own.parameter)),
    })
}

/// What counts for a parameter in a city, where the scenario overrides it.
#[must_use]
pub fn of<'a>(scenario: &'a Scenario, city: &'a str, parameter: ParameterId) -> Option<Own<'a>> {
    counting(scenario, city).find(|own| own.parameter == parameter)
}

/// Where a value lies against the range of a prior.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Within it, or the prior has no range.
    Within,
    /// Below the value that one draw in ten is below.
    Below,
    /// Above the value that one draw in ten is above.
    Above,
}

impl Place {
    /// Where `value` lies against the range of `prior`, whose amounts are
    /// divided by `rate` where they are in another currency.
    #[must_use]
    pub fn of(value: f64, prior: &Prior, rate: f64) -> Self {
        match (prior.p10, prior.p90) {
            (Some(low), _) if value < low / rate => Self::Below,
            (_, Some(high)) if value > high / rate => Self::Above,
            _ => Self::Within,
        }
    }
}

/// Euros per unit of the money in which the evidence for a parameter in a city
/// is written: what is for all cities is in euros and is divided by the city's
/// rate, what is the city's own or no money stands as it is.
#[must_use]
pub fn rate(library: &Library, city: &str, parameter: ParameterId) -> f64 {
    match library.packs.get(city) {
        Some(pack) if parameter.is_money() && !pack.parameters.contains_key(parameter.id()) => {
            pack.currency.eur_rate.value
        }
        _ => 1.0,
    }
}

/// How many overrides count, in words: "2 own assumptions".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub usize);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&t!("window-own", count = self.0))
    }
}

/// The overrides of a scenario in a sentence, each with its value and place;
/// `None` where there are none.
#[must_use]
pub fn sentence(scenario: &Scenario, library: &Library) -> Option<String> {
    let each = |own: Own<'_>| {
        let place = own.city.unwrap_or("all cities");
        format!("{} = {} {} in {place}", own.parameter, own.assumption.value, own.unit(library))
    };
    let list: Vec<String> = all(scenario).map(each).collect();
    (!list.is_empty()).then(|| format!("with {}: {}", Count(list.len()), list.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::document::CityPlan;

    fn assumption(value: f64) -> Assumption {
        Assumption { value, reason: "a test".to_owned() }
    }

    #[test]
    fn a_city_s_own_assumption_counts_before_one_for_all() {
        let mut scenario = Scenario::new("test");
        scenario.assumptions.insert(ParameterId::JobsSpeed, assumption(0.2));
        scenario.assumptions.insert(ParameterId::CostElasticity, assumption(-0.1));
        for city in ["london", "brussels"] {
            scenario.cities.insert(city.to_owned(), CityPlan::adopted(2024));
        }
        let london = scenario.cities.get_mut("london").expect("it was put there");
        london.assumptions.insert(ParameterId::JobsSpeed, assumption(0.4));
        let values = |city| -> Vec<(Option<&str>, f64)> {
            counting(&scenario, city).map(|own| (own.city, own.assumption.value)).collect()
        };
        assert_eq!(values("london"), [(None, -0.1), (Some("london"), 0.4)]);
        assert_eq!(values("brussels"), [(None, -0.1), (None, 0.2)]);
        assert_eq!(all(&scenario).count(), 3);
        let library = Library::embedded().expect("the evidence is embedded");
        let said = sentence(&scenario, &library).expect("there are some");
        assert!(said.starts_with("with 3 own assumptions: eps_R = -0.1 elasticity in all cities; "), "{said}");
        assert_eq!(sentence(&Scenario::new("test"), &library), None);
        let london = scenario.cities.get_mut("london").expect("it was put there");
        london.assumptions.insert(ParameterId::SkillsCost, assumption(6000.0));
        let said = sentence(&scenario, &library).expect("there are some");
        assert!(said.contains("sk_cost = 6000 GBP/place in london"), "{said}");
        assert_eq!(of(&scenario, "london", ParameterId::JobsSpeed).and_then(|own| own.city), Some("london"));
    }

    #[test]
    fn a_value_is_placed_against_the_range_in_its_own_money() {
        let library = Library::embedded().expect("the evidence is embedded");
        let prior = &library.parameters[ParameterId::SkillsCost.id()];
        let rate = |city| rate(&library, city, ParameterId::SkillsCost);
        assert!((rate("brussels") - 1.0).abs() < 1e-12);
        assert!((rate("london") - 1.0).abs() < 1e-12, "London has a figure of its own");
        assert_eq!(Place::of(5_900.0, prior, 1.0), Place::Below);
        assert_eq!(Place::of(5_900.0, prior, 1.15), Place::Within);
        assert_eq!(Place::of(20_001.0, prior, 1.0), Place::Above);
        let fixed = &library.parameters[ParameterId::RentClamp.id()];
        assert_eq!(Place::of(0.4, fixed, 1.0), Place::Within);
    }

    #[test]
    fn a_count_reads_as_words() {
        assert_eq!(Count(1).to_string(), "1 own assumption");
        assert_eq!(Count(3).to_string(), "3 own assumptions");
    }
}
