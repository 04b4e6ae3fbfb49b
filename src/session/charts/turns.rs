//! When levers begin to move and when they have reached their level: the small
//! marks at the foot of a chart.

use std::collections::BTreeMap;

use crate::model::city::CityPack;
use crate::scenario::document::CityPlan;
use crate::session::figures::departs;
use crate::t;
use crate::words;

use super::chart::Turn;

/// A ramp that is shorter than this ends so soon after its start that a second
/// mark would say nothing (yr).
const WORTH_A_MARK: f64 = 2.0;

/// The turns of a policy in the order of time. What happens in one year is one.
#[must_use]
pub fn of(pack: &CityPack, plan: &CityPlan) -> Vec<Turn> {
    let mut years: BTreeMap<i32, Turn> = BTreeMap::new();
    for (id, setting) in &plan.levers {
        let does_something = pack.levers.get(id).is_some_and(|local| local.unavailable.is_none());
        if !does_something || !departs(pack, plan, *id) {
            continue;
        }
        let name = || words::lever(*id).to_owned();
        years.entry(setting.start).or_default().start.push(name());
        if setting.ramp >= WORTH_A_MARK {
            #[expect(clippy::cast_possible_truncation, reason = "the cast saturates; a ramp is a few years")]
            let end = setting.start.saturating_add(setting.ramp.ceil() as i32);
            years.entry(end).or_default().reached.push(name());
        }
    }
    years.into_iter().map(|(year, turn)| Turn { year, ..turn }).collect()
}

impl Turn {
    /// In a few words, for the foot of a chart.
    #[must_use]
    pub fn short(&self) -> String {
        match (&self.start[..], self.reached.len()) {
            ([], n) => t!("graph-levers-reached", count = n),
            ([name], _) => t!("graph-lever-starts", name = name.as_str()),
            (names, _) => t!("graph-levers-start", count = names.len()),
        }
    }

    /// With every name, a line each for what begins and what ends.
    #[must_use]
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let part = |label, names: &[String]| (!names.is_empty()).then(|| (label, names.join(", ")));
        let parts = [part(t!("graph-starts"), &self.start), part(t!("graph-ramp-ends"), &self.reached)];
        parts.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::levers::LeverId;
    use crate::scenario::document::Setting;

    #[test]
    fn levers_of_one_year_are_one_mark_and_those_at_adopted_policy_none() {
        let library = Library::embedded().expect("the evidence is embedded");
        let pack = &library.packs["london"];
        let mut plan = CityPlan::adopted(2023);
        let adopted = pack.reference(2023, LeverId::ReleasePace).expect("the pack has it").value;
        plan.levers.insert(LeverId::ReleasePace, Setting::new(adopted, 2026));
        plan.levers.insert(LeverId::ProtectedShare, Setting::new(95.0, 2027));
        plan.levers.insert(LeverId::CapitalGrants, Setting { ramp: 5.0, ..Setting::new(10.0, 2027) });
        plan.levers.insert(LeverId::Reprovision, Setting { ramp: 2.5, ..Setting::new(50.0, 2029) });
        let turns = of(pack, &plan);
        assert_eq!(turns.iter().map(|t| t.year).collect::<Vec<_>>(), [2027, 2029, 2032]);
        assert_eq!((turns[0].start.len(), turns[0].reached.len()), (2, 0));
        assert_eq!((turns[2].start.len(), turns[2].reached.len()), (0, 2));
        assert_eq!(turns[0].short(), "2 levers start");
        assert_eq!(turns[1].short(), format!("{} starts", LeverId::Reprovision.spec().name));
        let both: Vec<String> = turns[0].lines().into_iter().map(|(_, names)| names).collect();
        let names = [LeverId::ProtectedShare, LeverId::CapitalGrants].map(|id| id.spec().name);
        assert!(names.iter().all(|name| both[0].contains(name)), "{both:?}");
        assert!(of(pack, &CityPlan::adopted(2023)).is_empty());
    }
}
