//! The yearly public budget of a package: by city in its own money, and in all in euros.

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::projection::Projection;

use super::results::{CityResult, Results};

/// What is paid: public money a year, in the money of the city.
pub const COST: Indicator = Indicator::PublicCost;

/// The budget of one city.
#[derive(Clone, Copy, Debug)]
pub struct CityBudget<'a> {
    /// The city.
    pub pack: &'a CityPack,
    projection: &'a Projection,
}

impl CityBudget<'_> {
    /// First year that the city is computed for.
    #[must_use]
    pub fn first_year(&self) -> i32 {
        self.projection.first_year()
    }

    /// The cost of a year in the money of the city; `None` where that year is not computed.
    #[must_use]
    pub fn cost(&self, year: i32) -> Option<f64> {
        self.projection.at(COST, year)
    }

    /// The cost of a year in euros, at the pack's rate.
    #[must_use]
    pub fn euros(&self, year: i32) -> Option<f64> {
        self.cost(year).map(|cost| cost * self.pack.currency.eur_rate.value)
    }

    /// The cost of all years in the money of the city.
    #[must_use]
    pub fn sum(&self) -> f64 {
        self.projection.column(COST).iter().sum()
    }
}

/// The budget of all cities that could be computed.
#[derive(Clone, Debug)]
pub struct Budget<'a> {
    /// The cities, in the order of the scenario.
    pub cities: Vec<CityBudget<'a>>,
}

impl<'a> Budget<'a> {
    /// The budget that follows from these results.
    #[must_use]
    pub fn of(results: &'a Results, library: &'a Library) -> Self {
        let city = |(id, result): (&str, &'a CityResult)| {
            Some(CityBudget { pack: library.packs.get(id)?, projection: &result.outcome.scenario })
        };
        Self { cities: results.cities().filter_map(city).collect() }
    }

    /// Every year that a city is computed for.
    #[must_use]
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        let first = self.cities.iter().map(CityBudget::first_year).min();
        let last = self.cities.iter().map(|city| city.projection.last_year()).max();
        // An empty range where there is no city.
        first.unwrap_or(1)..=last.unwrap_or(0)
    }

    /// The cost of a year in all cities, in euros.
    #[must_use]
    pub fn total(&self, year: i32) -> f64 {
        self.cities.iter().filter_map(|city| city.euros(year)).sum()
    }

    /// The cost of all years in all cities, in euros.
    #[must_use]
    pub fn sum(&self) -> f64 {
        self.years().map(|year| self.total(year)).sum()
    }

    /// The largest amount of a year, of a city or of all, in euros and without its sign.
    #[must_use]
    pub fn most(&self) -> f64 {
        let amounts = |year| self.cities.iter().filter_map(move |city| city.euros(year)).chain([self.total(year)]);
        self.years().flat_map(amounts).fold(0.0, |most, euros| euros.abs().max(most))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets;

    #[test]
    fn cities_add_up_in_euros() {
        let library = Library::embedded().expect("the evidence is embedded");
        let preset = presets::find("protect-and-intensify").expect("it is shipped");
        let scenario = preset.open(&library).expect("it can be read");
        let mut results = Results::default();
        results.refresh(&scenario, 1, &library);
        let budget = Budget::of(&results, &library);
        assert_eq!(budget.cities.len(), 3);
        let by_city: f64 = budget.cities.iter().map(|city| city.sum() * city.pack.currency.eur_rate.value).sum();
        assert!(budget.sum() > 0.0);
        assert!((budget.sum() - by_city).abs() <= 1e-9 * by_city, "{} {by_city}", budget.sum());
        assert!(budget.years().all(|year| budget.total(year).abs() <= budget.most()));
        let london = budget.cities[0];
        let (year, rate) = (*budget.years().end(), london.pack.currency.eur_rate.value);
        assert!(rate > 1.0, "a pound is more than a euro");
        assert_eq!(london.euros(year), london.cost(year).map(|cost| cost * rate));
    }

    #[test]
    fn without_cities_there_are_no_years() {
        let (results, library) = (Results::default(), Library::embedded().expect("the evidence is embedded"));
        let budget = Budget::of(&results, &library);
        assert_eq!(budget.years().count(), 0);
        assert_eq!((budget.sum(), budget.most()), (0.0, 0.0));
    }
}
