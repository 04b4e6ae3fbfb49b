//! The three runs of an exported model, put together from the components.

use std::collections::HashSet;

use crate::model::employment::MOST_MADE_UP;
use crate::model::projection::Inputs;

use super::origin::Origin;
use super::variable::{Group, Kind, Variable, aux, flow, stock};
use super::{accounts, constants, employment, equation, floorspace, land, levers, outlook, space_market};

/// Everything in the exported model, inputs first.
pub fn groups(inputs: &Inputs, origin: &Origin<'_>) -> Vec<Group> {
    let ids: Vec<&str> = origin.pack.sectors.keys().map(String::as_str).collect();
    let named = of(inputs, origin, &ids);
    if ids.iter().all(|id| equation::is_plain(id)) && are_distinct(&named) {
        return named;
    }
    // An id that cannot be part of a name: the sub-sectors are numbered.
    let numbers: Vec<String> = (1..=ids.len()).map(|number| format!("sector_{number}")).collect();
    of(inputs, origin, &numbers.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Whether no two variables have one name, whatever the case of its letters.
fn are_distinct(groups: &[Group]) -> bool {
    let mut seen = HashSet::new();
    groups.iter().flat_map(|group| &group.variables).all(|v| seen.insert(v.name.to_lowercase()))
}

/// The model with sub-sectors of these names.
fn of(inputs: &Inputs, origin: &Origin<'_>, sectors: &[&str]) -> Vec<Group> {
    let mut groups = vec![
        Group::new("Lever settings", levers::settings(inputs, origin)),
        Group::new("Outlook", outlook::assumptions(inputs, origin)),
        Group::new("Start", constants::start(inputs, origin, sectors)),
        Group::new("Parameters", constants::parameters(inputs, origin)),
        Group::new("Conventions", constants::conventions()),
        Group::new("Derived constants", constants::derived(sectors)),
        Group::new("Offset of the job trend", offset().to_vec()),
    ];
    let mut scenario = run(sectors, levers::scenario(), outlook::scenario());
    scenario.push(Group::new("Against the reference", accounts::against_the_reference()));
    groups.extend(scenario);
    groups.extend(copy("reference", "Reference", run(sectors, levers::adopted(), outlook::scenario())));
    groups.extend(copy("baseline", "Baseline", run(sectors, levers::adopted(), outlook::baseline())));
    without_unused_parameters(&mut groups);
    groups
}

/// The offset that every run uses: found where jobs are to follow the drift, in
/// the run under adopted policy and the baseline outlook.
fn offset() -> [Variable; 3] {
    [
        stock(
            "jobs_on_trend",
            "job",
            "base_desired_jobs",
            [&["growth_of_jobs_on_trend"], &[]],
            "Jobs inside the counted floorspace as the drift has them.",
        ),
        flow(
            "growth_of_jobs_on_trend",
            "job/year",
            "jobs_on_trend * (EXP(underlying_growth * one_year) - 1) / one_year",
            "They follow the underlying growth alone.",
        ),
        aux(
            "trend_offset",
            "1",
            format!(
                "LN(jobs_on_trend / MAX(baseline_desired_jobs * (1 - MIN(baseline_rationed_share, {MOST_MADE_UP})), 1e-9)) \
                 - LN(baseline_staying_share * baseline_answer_factor)"
            ),
            "Offset of the job trend (log): the observed drift already contains the losses, answers and shortages of \
             adopted policy. Jobs that found no space are made up for in the following year.",
        ),
    ]
}

/// The variables of one run.
fn run(sectors: &[&str], controls: Vec<Variable>, weather: Vec<Variable>) -> Vec<Group> {
    vec![
        Group::new("Lever effects", controls),
        Group::new("What acts from outside", weather),
        Group::new("Land", land::variables()),
        Group::new("Floorspace", floorspace::variables()),
        Group::new("Space market", space_market::variables(sectors)),
        Group::new("Employment", employment::variables(sectors)),
        Group::new("Accounts", accounts::variables()),
    ]
}

/// A run with every variable of its own under another name: `prefix_…`.
fn copy(prefix: &str, title: &str, groups: Vec<Group>) -> Vec<Group> {
    let own: HashSet<String> = groups.iter().flat_map(|group| &group.variables).map(|v| v.name.clone()).collect();
    let renamed = |name: &str| own.contains(name).then(|| format!("{prefix}_{name}"));
    let all = |names: Vec<String>| names.into_iter().map(|name| format!("{prefix}_{name}")).collect();
    groups
        .into_iter()
        .map(|group| {
            let variables = group.variables.into_iter().map(|v| Variable {
                name: format!("{prefix}_{}", v.name),
                equation: equation::renamed(&v.equation, renamed),
                meaning: format!("{title}: {}", v.meaning),
                kind: match v.kind {
                    Kind::Stock { inflows, outflows } => Kind::Stock { inflows: all(inflows), outflows: all(outflows) },
                    other => other,
                },
                ..v
            });
            Group::new(format!("{title}: {}", group.name), variables.collect())
        })
        .collect()
}

/// Leaves out the parameters that no equation uses: those with which the drift
/// was estimated.
fn without_unused_parameters(groups: &mut [Group]) {
    let variables = groups.iter().flat_map(|group| &group.variables);
    let used: HashSet<String> = variables.flat_map(|v| equation::names(&v.equation).map(str::to_owned)).collect();
    for group in groups.iter_mut().filter(|group| group.name == "Parameters") {
        group.variables.retain(|v| used.contains(&v.name));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::evidence::Library;
    use crate::scenario::document::Scenario;
    use crate::scenario::{lower, presets};

    /// The exported reference of a city after `change` of the evidence.
    fn exported(city: &str, change: impl Fn(&mut Library)) -> Vec<Group> {
        let mut library = Library::embedded().expect("the shipped evidence is readable");
        let scenario: Scenario = presets::find("reference").expect("shipped").open(&library).expect("it opens");
        change(&mut library);
        let inputs = lower::inputs(&scenario, city, &library).expect("valid inputs");
        let origin =
            Origin { library: &library, pack: &library.packs[city], scenario: &scenario, plan: &scenario.cities[city] };
        groups(&inputs, &origin)
    }

    fn variables(groups: &[Group]) -> HashMap<&str, &Variable> {
        groups.iter().flat_map(|group| &group.variables).map(|v| (v.name.as_str(), v)).collect()
    }

    #[test]
    fn every_name_is_defined_once_and_every_flow_moves_a_stock() {
        for city in ["london", "brussels", "rotterdam"] {
            let groups = exported(city, |_| ());
            assert!(are_distinct(&groups), "{city}");
            let all = variables(&groups);
            let mut moving = HashSet::new();
            for v in all.values() {
                assert!(equation::is_plain(&v.name), "{}", v.name);
                assert!(!v.unit.is_empty() && !v.meaning.is_empty(), "{}", v.name);
                for name in equation::names(&v.equation) {
                    assert!(all.contains_key(name), "{}: {name} is not defined", v.name);
                }
                if let Kind::Stock { inflows, outflows } = &v.kind {
                    moving.extend(inflows.iter().chain(outflows));
                }
            }
            let flows = all.values().filter(|v| v.kind == Kind::Flow).map(|v| &v.name).collect::<HashSet<_>>();
            assert_eq!(flows, moving, "{city}");
        }
    }

    #[test]
    fn a_constant_that_nothing_uses_is_left_out() {
        let groups = exported("rotterdam", |_| ());
        let all = variables(&groups);
        assert!(all.contains_key("drift_persistence") && !all.contains_key("drift_news"));
    }

    #[test]
    fn sub_sectors_whose_ids_cannot_be_names_are_numbered() {
        for id in ["C10-12: food", "per_percent"] {
            let groups = exported("rotterdam", |library| {
                let pack = library.packs.get_mut("rotterdam").expect("shipped");
                let sector = pack.sectors.shift_remove_index(0).expect("a sub-sector").1;
                pack.sectors.insert(id.to_owned(), sector);
            });
            let all = variables(&groups);
            assert!(all.contains_key("desired_jobs_sector_1"), "{id}");
            assert!(are_distinct(&groups));
        }
    }
}
