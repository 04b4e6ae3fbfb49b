//! Where each scenario stands in an indicator: its value in a year, and what it
//! has more or less than the one it is compared with.

use crate::model::city::Currency;
use crate::model::indicators::Indicator;
use crate::session::background::Background;
use crate::session::figures::{Display, is_better};
use crate::session::view::Place;

use super::chances::{Chances, Pair};
use super::selection::Member;
use super::{euro, is_money, library_of};

/// The indicators in the order of the table: those of the headline first.
pub const ORDER: [Indicator; 13] = [
    Indicator::ManufacturingJobs,
    Indicator::IndustrialFloorspace,
    Indicator::RealRent,
    Indicator::Vacancy,
    Indicator::HomesForgone,
    Indicator::PublicCost,
    Indicator::IndustrialLand,
    Indicator::CostPerNetJobYear,
    Indicator::OccupancyCost,
    Indicator::Gva,
    Indicator::SpilloverJobs,
    Indicator::RecoveredMaterial,
    Indicator::CircularJobsNet,
];

/// A share of futures that is nearly all of them.
pub(super) const ALL: f64 = 0.999;

/// What a column of the table is about, and how its values are written.
#[derive(Clone, Debug)]
pub struct Column {
    /// The city, by id.
    pub city: String,
    /// The city's name.
    pub city_name: String,
    /// The indicator.
    pub of: Indicator,
    /// How its values are written.
    pub display: Display,
    /// What values are multiplied by: the rate of the euro where money is compared
    /// across cities.
    pub rate: f64,
}

/// A scenario in a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// The scenario does not have the city.
    NoCity,
    /// The scenario has no value in that year.
    NoValue,
    /// There is a value.
    Value(Value),
}

/// A value in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The value of the central run, at the rate of its column.
    pub value: f64,
    /// The value that it is compared with; `None` for the one that the others are
    /// compared with, and where that has no value.
    pub against: Option<f64>,
    /// Whether the difference is for the better, where it is either.
    pub is_better: Option<bool>,
    /// The share of futures in which it is better.
    pub share: Option<f64>,
    /// Whether both are the same in every future.
    pub is_same: bool,
}

impl Value {
    /// The difference.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        Some(self.value - self.against?)
    }

    /// The same in nearly all futures: the words for that are the widest.
    #[must_use]
    pub fn with_widest_share(&self) -> Self {
        let share = self.is_better.map(|better| if better { ALL } else { 1.0 - ALL });
        Self { share, is_same: false, ..self.clone() }
    }
}

/// The cities that at least one of the scenarios has, in the order in which they come up.
#[must_use]
pub fn cities(members: &[Member<'_>]) -> Vec<String> {
    let mut cities: Vec<String> = Vec::new();
    for id in members.iter().flat_map(|member| member.scenario.cities.keys()) {
        if !cities.contains(id) {
            cities.push(id.clone());
        }
    }
    cities
}

/// The columns for a place: every indicator of a city, or one indicator of all cities.
#[must_use]
pub fn columns(members: &[Member<'_>], place: &Place, of: Indicator, year: i32) -> Vec<Column> {
    match place {
        Place::City(city) => ORDER.iter().filter_map(|of| Column::new(members, city, *of, year, false)).collect(),
        Place::All => cities(members).iter().filter_map(|city| Column::new(members, city, of, year, true)).collect(),
    }
}

impl Column {
    /// The column of an indicator of a city; `None` where no scenario has the city.
    #[must_use]
    pub fn new(members: &[Member<'_>], city: &str, of: Indicator, year: i32, across: bool) -> Option<Self> {
        let pack = library_of(members, city)?.packs.get(city)?;
        let in_euros = across && is_money(of);
        let rate = if in_euros { pack.currency.eur_rate.value } else { 1.0 };
        let values = members.iter().filter_map(|member| member.results.city(city)?.outcome.scenario.at(of, year));
        let size = values.fold(0.0_f64, |most, value| most.max(value.abs())) * rate;
        let money: Currency = if in_euros { euro(pack.currency.price_year) } else { pack.currency.clone() };
        Some(Self {
            city: city.to_owned(),
            city_name: crate::words::city(pack).to_owned(),
            of,
            display: Display::of(of, size, &money),
            rate,
        })
    }

    /// Where a scenario stands, compared with the first.
    #[must_use]
    pub fn standing(&self, members: &[Member<'_>], which: usize, year: i32, background: &Background) -> Standing {
        let (Some(member), Some(base)) = (members.get(which), members.first()) else { return Standing::NoCity };
        if !member.scenario.cities.contains_key(&self.city) {
            return Standing::NoCity;
        }
        let value = |member: &Member<'_>| {
            let value = member.results.city(&self.city)?.outcome.scenario.at(self.of, year)?;
            Some(value * self.rate)
        };
        let Some(here) = value(member) else { return Standing::NoValue };
        let against = value(base).filter(|_| which > 0);
        let pair = Pair { base: base.candidate, other: member.candidate, city: self.city.clone() };
        let chances = background.comparisons().chances(&pair).filter(|_| which > 0);
        let range = chances.and_then(|chances| chances.difference(self.of, year));
        let is_same = range.is_some_and(|range| range.p10 == 0.0 && range.p90 == 0.0)
            && against.is_some_and(|there| (here - there).abs() <= f64::EPSILON * here.abs());
        Standing::Value(Value {
            value: here,
            against,
            is_better: against.and_then(|there| is_better(self.of, here - there, &self.display)),
            share: chances.and_then(|chances: &Chances| chances.better(self.of, year)),
            is_same,
        })
    }
}
