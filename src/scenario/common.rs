//! What several scenarios have in common: to what they set each lever, and how
//! far they are apart.

use indexmap::IndexSet;

use crate::evidence::Library;
use crate::model::levers::LeverId;

use super::document::{Scenario, Setting};

/// Two levels nearer to each other than this are the same: no file tells them apart.
const SAME: f64 = 1e-9;

/// What a scenario sets a lever to.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// The level that it ends at: adopted policy where nobody touched it.
    pub level: f64,
    /// How it is set, where that is not adopted policy.
    pub setting: Option<Setting>,
}

/// A lever of a city over several scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Id of the city.
    pub city: String,
    /// Which lever.
    pub lever: LeverId,
    /// One for each scenario, in their order; `None` where it does not have the city.
    pub stands: Vec<Option<Stand>>,
}

impl Spread {
    /// How many scenarios have the city.
    #[must_use]
    pub fn count(&self) -> usize {
        self.stands.iter().flatten().count()
    }

    /// How many of them set it to something else than adopted policy.
    #[must_use]
    pub fn touched(&self) -> usize {
        self.stands.iter().flatten().filter(|stand| stand.setting.is_some()).count()
    }

    /// The lowest level, the median and the highest. The median of an even number
    /// of levels is halfway between the middle two.
    #[must_use]
    pub fn levels(&self) -> Option<[f64; 3]> {
        let mut levels: Vec<f64> = self.stands.iter().flatten().map(|stand| stand.level).collect();
        levels.sort_by(f64::total_cmp);
        let (low, high) = (*levels.first()?, *levels.last()?);
        let (below, above) = (levels[(levels.len() - 1) / 2], levels[levels.len() / 2]);
        Some([low, f64::midpoint(below, above), high])
    }

    /// Whether two scenarios that have the city set it differently: to another
    /// level, in another year or over other years. A reason makes no difference.
    #[must_use]
    pub fn differs(&self) -> bool {
        let mut stands = self.stands.iter().flatten();
        let Some(first) = stands.next() else { return false };
        let when = |stand: &Stand| stand.setting.as_ref().map(|setting| (setting.start, setting.ramp.to_bits()));
        stands.any(|other| (other.level - first.level).abs() > SAME || when(other) != when(first))
    }
}

/// Every lever of every city that one of the scenarios has, cities in the order
/// in which they come up. A lever that a city's pack does not describe is left out.
#[must_use]
pub fn spreads(scenarios: &[(&Scenario, &Library)]) -> Vec<Spread> {
    let cities: IndexSet<&String> = scenarios.iter().flat_map(|(scenario, _)| scenario.cities.keys()).collect();
    let each = |city: &String, lever: LeverId| {
        let stands: Vec<_> =
            scenarios.iter().map(|(scenario, library)| stand(scenario, library, city, lever)).collect();
        stands.iter().any(Option::is_some).then(|| Spread { city: city.clone(), lever, stands })
    };
    cities.into_iter().flat_map(|city| LeverId::all().filter_map(move |lever| each(city, lever))).collect()
}

fn stand(scenario: &Scenario, library: &Library, city: &str, lever: LeverId) -> Option<Stand> {
    let plan = scenario.cities.get(city)?;
    let adopted = library.packs.get(city)?.reference(plan.start, lever).map(|level| level.value);
    let departs = |level: f64| adopted.is_none_or(|adopted| (level - adopted).abs() > SAME);
    match plan.levers.get(&lever).filter(|setting| departs(setting.level)) {
        Some(setting) => Some(Stand { level: setting.level, setting: Some(setting.clone()) }),
        None => Some(Stand { level: adopted?, setting: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::presets;

    const GRANTS: LeverId = LeverId::CapitalGrants;

    fn library() -> Library {
        Library::embedded().expect("the evidence is embedded")
    }

    fn with(scenario: &Scenario, level: f64, library: &Library) -> Scenario {
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: GRANTS, level };
        edit.apply(scenario, library).expect("a level in range")
    }

    fn grants(scenarios: &[&Scenario], library: &Library) -> Spread {
        let all: Vec<_> = scenarios.iter().map(|scenario| (*scenario, library)).collect();
        let of = |spread: &Spread| spread.city == "london" && spread.lever == GRANTS;
        spreads(&all).into_iter().find(of).expect("London has the lever")
    }

    #[test]
    fn a_scenario_that_leaves_a_lever_alone_counts_at_adopted_policy() {
        let library = library();
        let none = presets::find("reference").expect("shipped").open(&library).expect("it opens");
        let adopted = library.packs["london"].reference(none.cities["london"].start, GRANTS).expect("known").value;
        let (low, high) = (with(&none, adopted + 4.0, &library), with(&none, adopted + 10.0, &library));
        let spread = grants(&[&low, &none, &high], &library);
        assert_eq!((spread.count(), spread.touched()), (3, 2));
        assert_eq!(spread.levels(), Some([adopted, adopted + 4.0, adopted + 10.0]));
        assert!(spread.differs());
        let even = grants(&[&low, &high], &library);
        assert_eq!(even.levels(), Some([adopted + 4.0, adopted + 7.0, adopted + 10.0]));
        let back = with(&low, adopted, &library);
        let same = grants(&[&back, &none], &library);
        assert_eq!((same.touched(), same.differs()), (0, false), "set to adopted policy is adopted policy");
    }

    #[test]
    fn the_order_of_scenarios_decides_nothing_but_the_order_of_stands() {
        let library = library();
        let all: Vec<Scenario> = presets::ALL.iter().map(|preset| preset.open(&library).expect("it opens")).collect();
        let there: Vec<_> = all.iter().map(|scenario| (scenario, &library)).collect();
        let back: Vec<_> = all.iter().rev().map(|scenario| (scenario, &library)).collect();
        let (there, back) = (spreads(&there), spreads(&back));
        assert_eq!(there.len(), back.len());
        for spread in &there {
            let other = back.iter().find(|b| b.city == spread.city && b.lever == spread.lever).expect("it is there");
            assert_eq!(spread.stands, other.stands.iter().rev().cloned().collect::<Vec<_>>());
            assert_eq!(
                (spread.levels(), spread.touched(), spread.differs()),
                (other.levels(), other.touched(), other.differs())
            );
            let [low, median, high] = spread.levels().expect("somebody has the city");
            assert!(low <= median && median <= high, "{spread:?}");
            assert!(spread.touched() <= spread.count() && spread.count() <= all.len());
        }
    }

    #[test]
    fn the_same_scenarios_again_move_neither_ends_nor_median() {
        let library = library();
        let all: Vec<Scenario> = presets::ALL.iter().map(|preset| preset.open(&library).expect("it opens")).collect();
        let once: Vec<_> = all.iter().map(|scenario| (scenario, &library)).collect();
        let twice: Vec<_> = once.iter().chain(&once).copied().collect();
        for (one, two) in spreads(&once).iter().zip(spreads(&twice)) {
            assert_eq!((one.levels(), one.differs()), (two.levels(), two.differs()), "{one:?}");
            assert_eq!((2 * one.count(), 2 * one.touched()), (two.count(), two.touched()));
        }
    }

    #[test]
    fn another_year_is_a_difference_and_another_reason_is_not() {
        let library = library();
        let none = presets::find("reference").expect("shipped").open(&library).expect("it opens");
        let set = with(&none, 12.0, &library);
        let again = |change: &dyn Fn(&mut Setting)| {
            let mut setting = set.setting("london", GRANTS).expect("it is set").clone();
            change(&mut setting);
            let edit = ScenarioEdit::SetLever { city: "london".to_owned(), lever: GRANTS, setting };
            edit.apply(&set, &library).expect("it is allowed")
        };
        assert!(grants(&[&set, &again(&|s| s.start += 3)], &library).differs());
        assert!(grants(&[&set, &again(&|s| s.ramp += 3.0)], &library).differs());
        assert!(!grants(&[&set, &again(&|s| "agreed".clone_into(&mut s.reason))], &library).differs());
    }

    #[test]
    fn a_scenario_without_the_city_takes_no_part() {
        let library = library();
        let all = presets::find("reference").expect("shipped").open(&library).expect("it opens");
        let brussels = presets::find("replay-brussels-2013").expect("shipped").open(&library).expect("it opens");
        let spread = grants(&[&brussels, &all], &library);
        assert_eq!((spread.count(), &spread.stands[0]), (1, &None));
        assert!(!spread.differs());
    }
}
