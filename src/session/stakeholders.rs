//! Who gains and who loses: what a scenario does to what the parties of a city
//! are taken to care about. A view of positions, not a verdict.
//!
//! A change of an indicator is measured in *strides*: 1 is the most that any one
//! lever does to it, alone and within what evidence covers, in that city and
//! year. So jobs, rents and homes can stand beside each other, in a city that
//! nobody here has heard of too. The balance of a party is the mean of its
//! strides, weighed by how much it is taken to care, with the sign of what it
//! wants; `assets/docs/model.md` has the equations.

use std::cell::RefCell;
use std::rc::Rc;

use crate::model::city::CityPack;
use crate::model::indicators::{INDICATORS, Indicator};
use crate::model::parties::{CONCERNS, Party};
use crate::model::projection::{self, LeverSetting};
use crate::scenario::document::CityPlan;
use crate::scenario::limits::first_policy_year;

use super::document::DocumentId;
use super::results::{Basis, CityResult};

/// A change of fewer strides than this leaves a party as it is.
const TOUCHED: f64 = 0.02;

/// Of gains and losses, the smaller one counts as the other side of a torn
/// party when it is at least this share of the larger one.
const TORN: f64 = 0.25;

/// The most that any one lever does to each indicator, by year of the projection.
#[derive(Clone, Debug, PartialEq)]
pub struct Strides {
    first: i32,
    rows: Vec<[f64; INDICATORS]>,
}

impl Strides {
    /// Runs every lever of a city alone, at both ends of what evidence covers.
    #[must_use]
    pub fn of(pack: &CityPack, result: &CityResult) -> Self {
        let reference = result.reference();
        let base = reference.projection();
        let mut rows = vec![[0.0_f64; INDICATORS]; base.years().count()];
        let (first, last) = (base.first_year(), base.last_year());
        let start = first_policy_year(pack, (first, last));
        let none = result.inputs().keeping(|_| false);
        for (lever, local) in pack.levers.iter().filter(|(_, local)| local.unavailable.is_none()) {
            let adopted = pack.reference(first, *lever).map(|quantity| quantity.value);
            for level in [local.evidence.low, local.evidence.high] {
                if adopted == Some(level) {
                    continue;
                }
                let mut inputs = none.clone();
                inputs.set_lever(*lever, LeverSetting { level, start, ramp: 1.0 });
                let alone = projection::project(&inputs, reference);
                for (at, indicator) in Indicator::all().enumerate() {
                    let pairs = alone.column(indicator).iter().zip(base.column(indicator));
                    for (row, (value, before)) in rows.iter_mut().zip(pairs) {
                        row[at] = row[at].max((value - before).abs());
                    }
                }
            }
        }
        Self { first, rows }
    }

    /// One stride of an indicator in a year, in its unit; `None` where no lever moves it.
    #[must_use]
    pub fn at(&self, indicator: Indicator, year: i32) -> Option<f64> {
        let row = self.rows.get(usize::try_from(year.checked_sub(self.first)?).ok()?)?;
        let at = Indicator::all().position(|other| other == indicator)?;
        Some(row[at]).filter(|stride| *stride > 0.0 && stride.is_finite())
    }
}

/// Strides that were worked out, each with what it depends on: they do not
/// depend on how levers are set, so a moving slider finds them here.
#[derive(Debug, Default)]
pub struct StrideBook(RefCell<Vec<(CityOf, Basis, Rc<Strides>)>>);

/// A city by its id, and the document that brought its data, if one did.
type CityOf = (String, Option<DocumentId>);

/// How many are kept: cities of a few open scenarios.
const KEPT: usize = 24;

impl StrideBook {
    /// The strides of a city, whose data this document brought, if one did.
    pub fn of(&self, pack: &CityPack, brought_by: Option<DocumentId>, result: &CityResult) -> Rc<Strides> {
        let mut book = self.0.borrow_mut();
        let city = (pack.id.clone(), brought_by);
        if let Some((_, _, strides)) = book.iter().find(|(of, basis, _)| *of == city && basis == result.basis()) {
            return Rc::clone(strides);
        }
        let strides = Rc::new(Strides::of(pack, result));
        if book.len() == KEPT {
            book.remove(0);
        }
        book.push((city, result.basis().clone(), Rc::clone(&strides)));
        strides
    }
}

/// What becomes of one thing that a party cares about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concern {
    /// What it is.
    pub indicator: Indicator,
    /// From −3 (wants much less of it) to 3; 0 where it does not care.
    pub weight: f64,
    /// Whether the user chose the weight.
    pub chosen: bool,
    /// Scenario less reference in the year, in the indicator's unit.
    pub change: f64,
    /// The change in strides; positive is more of it.
    pub strides: f64,
}

impl Concern {
    /// The change in strides, positive where the party is pleased, weighed.
    #[must_use]
    pub fn gain(&self) -> f64 {
        self.weight * self.strides
    }
}

/// How a party fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fare {
    /// What it cares about moves its way.
    Gains,
    /// What it cares about moves the other way.
    Loses,
    /// Some of it moves its way, some the other.
    Torn,
    /// Hardly anything that it cares about moves.
    Untouched,
}

/// A party under a scenario, in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    /// Its id in the pack.
    pub id: &'a str,
    /// The party.
    pub party: &'a Party,
    /// Everything that parties can care about, in the order shown.
    pub concerns: Vec<Concern>,
    /// Mean gain in strides, weighed; `None` where it cares about nothing.
    pub balance: Option<f64>,
    /// How it fares.
    pub fare: Fare,
}

/// How every party of a city stands in a year.
#[must_use]
pub fn standings<'a>(
    pack: &'a CityPack,
    plan: &CityPlan,
    result: &CityResult,
    strides: &Strides,
    year: i32,
) -> Vec<Standing<'a>> {
    let of = |(id, party): (&'a String, &'a Party)| {
        let chosen = plan.concerns.get(id);
        let concern = |indicator: Indicator| {
            let own = chosen.and_then(|weights| weights.get(&indicator)).copied();
            let change = result.at(indicator, year).map_or(0.0, |(value, reference)| value - reference.unwrap_or(0.0));
            Concern {
                indicator,
                weight: own.unwrap_or_else(|| party.weight(indicator)),
                chosen: own.is_some(),
                change,
                strides: strides.at(indicator, year).map_or(0.0, |stride| change / stride),
            }
        };
        Standing::new(id, party, CONCERNS.into_iter().map(concern).collect())
    };
    pack.parties.iter().map(of).collect()
}

impl<'a> Standing<'a> {
    fn new(id: &'a str, party: &'a Party, concerns: Vec<Concern>) -> Self {
        let weight: f64 = concerns.iter().map(|c| c.weight.abs()).sum();
        let share = |sum: f64| if weight > 0.0 { sum / weight } else { 0.0 };
        let gains = share(concerns.iter().map(|c| c.gain().max(0.0)).sum());
        let losses = share(concerns.iter().map(|c| (-c.gain()).max(0.0)).sum());
        let fare = if gains.max(losses) < TOUCHED {
            Fare::Untouched
        } else if losses < TORN * gains {
            Fare::Gains
        } else if gains < TORN * losses {
            Fare::Loses
        } else {
            Fare::Torn
        };
        Self { id, party, concerns, balance: (weight > 0.0).then_some(gains - losses), fare }
    }
}

/// Something that moves and that parties want in opposite directions.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict<'a> {
    /// What it is.
    pub indicator: Indicator,
    /// Scenario less reference in the year, in the indicator's unit.
    pub change: f64,
    /// Those whose way it moves, the one that cares most first.
    pub pleased: Vec<&'a Party>,
    /// The others.
    pub displeased: Vec<&'a Party>,
}

/// Where parties want opposite things of what this scenario moves, what moves
/// most first.
#[must_use]
pub fn conflicts<'a>(standings: &[Standing<'a>]) -> Vec<Conflict<'a>> {
    let side = |concern: usize, sign: f64| {
        let gain = |standing: &Standing<'a>| sign * standing.concerns[concern].gain();
        let mut parties: Vec<&Standing<'a>> = standings.iter().filter(|standing| gain(standing) > 0.0).collect();
        parties.sort_by(|a, b| gain(b).total_cmp(&gain(a)));
        parties.into_iter().map(|standing| standing.party).collect::<Vec<_>>()
    };
    let Some(first) = standings.first() else { return Vec::new() };
    let mut moved: Vec<(usize, Concern)> = first.concerns.iter().copied().enumerate().collect();
    moved.retain(|(_, concern)| concern.strides.abs() >= TOUCHED);
    moved.sort_by(|a, b| b.1.strides.abs().total_cmp(&a.1.strides.abs()));
    let conflict = |(at, Concern { indicator, change, .. }): (usize, Concern)| {
        let (pleased, displeased) = (side(at, 1.0), side(at, -1.0));
        (!pleased.is_empty() && !displeased.is_empty()).then_some(Conflict { indicator, change, pleased, displeased })
    };
    moved.into_iter().filter_map(conflict).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::levers::LeverId;
    use crate::scenario::document::{Scenario, Setting};
    use crate::session::results::Results;

    fn london(change: impl FnOnce(&mut CityPlan)) -> (Library, Scenario) {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = Scenario::new("test");
        let mut plan = CityPlan::adopted(2023);
        change(&mut plan);
        scenario.cities.insert("london".to_owned(), plan);
        (library, scenario)
    }

    fn with<R>((library, scenario): &(Library, Scenario), look: impl FnOnce(&[Standing<'_>]) -> R) -> R {
        let mut results = Results::default();
        results.refresh(scenario, 0, library);
        let (pack, result) = (&library.packs["london"], results.city("london").expect("it is computed"));
        let strides = StrideBook::default().of(pack, None, result);
        look(&standings(pack, &scenario.cities["london"], result, &strides, 2040))
    }

    fn release(plan: &mut CityPlan) {
        plan.levers.insert(LeverId::ReleasePace, Setting::new(2.0, 2027));
    }

    #[test]
    fn nobody_is_touched_by_adopted_policy() {
        with(&london(|_| ()), |standings| {
            assert!(standings.len() >= 8);
            assert!(standings.iter().all(|s| s.fare == Fare::Untouched && s.balance == Some(0.0)));
            assert!(conflicts(standings).is_empty());
        });
    }

    #[test]
    fn release_for_homes_pleases_those_who_build_and_not_those_who_make() {
        with(&london(release), |standings| {
            let of = |id| standings.iter().find(|s| s.id == id).expect("a party");
            assert!(of("developers").balance > Some(0.0));
            assert_eq!(of("just_space").fare, Fare::Loses);
            let conflicts = conflicts(standings);
            let floorspace = conflicts.iter().find(|c| c.indicator == Indicator::IndustrialFloorspace);
            let floorspace = floorspace.expect("they want opposite things of it");
            assert!(floorspace.change < 0.0);
            let developers = &of("developers").party.name;
            assert!(floorspace.pleased.iter().any(|party| party.name == *developers));
            assert!(!floorspace.displeased.iter().any(|party| party.name == *developers));
        });
    }

    #[test]
    fn a_weight_changes_the_balance_and_nothing_else() {
        let before = with(&london(release), |s| s.iter().find(|s| s.id == "gla").map(|s| s.balance));
        let weighed = london(|plan| {
            release(plan);
            plan.concerns.entry("gla".to_owned()).or_default().insert(Indicator::HomesForgone, -3.0);
        });
        with(&weighed, |standings| {
            let gla = standings.iter().find(|s| s.id == "gla").expect("a party");
            assert!(gla.balance > before.flatten(), "homes count more: {:?} {before:?}", gla.balance);
            let homes = gla.concerns.iter().find(|c| c.indicator == Indicator::HomesForgone).expect("a concern");
            assert!(homes.chosen && homes.change < 0.0 && homes.gain() > 0.0);
        });
    }

    /// The balance by hand: mean of weight times change over stride.
    #[test]
    fn the_balance_is_the_weighed_mean_of_strides() {
        with(&london(release), |standings| {
            for standing in standings {
                let weights: f64 = standing.concerns.iter().map(|c| c.weight.abs()).sum();
                let mean = standing.concerns.iter().map(|c| c.weight * c.strides).sum::<f64>() / weights;
                approx::assert_relative_eq!(standing.balance.expect("it cares"), mean, epsilon = 1e-12);
            }
        });
    }

    #[test]
    fn a_lever_alone_at_the_end_of_its_evidence_is_at_most_one_stride() {
        let (library, scenario) = london(|_| ());
        let mut results = Results::default();
        results.refresh(&scenario, 0, &library);
        let (pack, result) = (&library.packs["london"], results.city("london").expect("it is computed"));
        let strides = Strides::of(pack, result);
        let most = strides.at(Indicator::ManufacturingJobs, 2040).expect("levers move jobs");
        assert!(most > 100.0, "{most}");
        assert_eq!(strides.at(Indicator::ManufacturingJobs, 1900), None);
        assert_eq!(strides.at(Indicator::CostPerNetJobYear, 2040), None, "the reference has none");
    }
}
