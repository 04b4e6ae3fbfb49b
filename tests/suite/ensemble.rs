//! The ensemble of the shipped cities.

use std::collections::BTreeMap;

use crate::cli::{good, utf8};
use making_room::analysis::draws::Sampler;
use making_room::analysis::ensemble::{Breadth, Ensemble, References, Results, TO_THE_END};
use making_room::analysis::values::Values as _;
use making_room::evidence::Library;
use making_room::model::indicators::{Better, Indicator};
use making_room::model::inputs::Inputs;
use making_room::model::parameters::ParameterId;
use making_room::model::projection::{self, Column};
use making_room::model::run::{reference_run, scenario_run};
use making_room::model::sheet::Columns;
use making_room::scenario::{lower, presets};

fn library() -> Library {
    Library::embedded().expect("the shipped evidence can be read")
}

fn inputs(library: &Library, preset: &str, city: &str) -> (Inputs, making_room::analysis::beliefs::Beliefs) {
    let scenario = presets::find(preset).expect("shipped").open(library).expect("it opens");
    let inputs = lower::inputs(&scenario, city, library).expect("it can be computed");
    (inputs, lower::beliefs(&scenario, city, library).expect("there are beliefs"))
}

fn runs(library: &Library, preset: &str, city: &str, members: usize, seed: u64) -> (Inputs, References, Results) {
    let (inputs, beliefs) = inputs(library, preset, city);
    let ensemble = Ensemble::draw(&beliefs, &inputs, members, seed, TO_THE_END).expect("it runs to the end");
    let reference = ensemble.reference(&inputs, TO_THE_END).expect("it runs to the end");
    let scenario = ensemble.scenario(&inputs, &reference, TO_THE_END).expect("it runs to the end");
    (inputs, reference, scenario)
}

const JOBS: Column = Column::Indicator(Indicator::ManufacturingJobs);

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).expect("a small number"))
}

fn bits(results: &Results, members: usize) -> Vec<u64> {
    let all = Indicator::all().map(Column::Indicator);
    all.flat_map(|column| results.values(column, 20).take(members).map(f64::to_bits).collect::<Vec<_>>()).collect()
}

#[test]
fn a_member_is_the_same_whatever_the_number_of_members_and_threads() {
    let library = library();
    // More than one strip of members, and the last one not full.
    let of = |members, seed| bits(&runs(&library, "protect-and-intensify", "london", members, seed).2, 70);
    let first = of(70, 7);
    for (members, threads) in [(70, 1), (130, 2), (70, 8)] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        assert_eq!(first, pool.install(|| of(members, 7)), "{members} members, {threads} threads");
    }
    assert_ne!(first, of(70, 8));
}

/// Whatever the memory held: another city, other levers, more members, other years.
#[test]
fn results_in_the_memory_of_earlier_ones_are_the_same() {
    let library = library();
    let earlier = runs(&library, "circular-city", "rotterdam", 40, 3).2;
    let fresh = runs(&library, "protect-and-intensify", "london", 21, 7).2;
    let (inputs, beliefs) = inputs(&library, "protect-and-intensify", "london");
    let ensemble = Ensemble::draw(&beliefs, &inputs, 21, 7, TO_THE_END).expect("it runs to the end");
    let reference = ensemble.reference(&inputs, TO_THE_END).expect("it runs to the end");
    let again = ensemble
        .scenario_again(earlier, Breadth::SubSectors, &inputs, &reference, TO_THE_END)
        .expect("it runs to the end");
    let all = |results: &Results| {
        let columns = Indicator::all().map(Column::Indicator).chain((0..9).map(Column::JobsOf));
        let cells = columns.flat_map(|column| (0..30).map(move |row| (column, row)));
        cells.flat_map(|(column, row)| results.values(column, row).map(f64::to_bits).collect::<Vec<_>>()).collect()
    };
    let (fresh, again): (Vec<u64>, Vec<u64>) = (all(&fresh), all(&again));
    assert!(fresh.len() > 10_000);
    assert_eq!(fresh, again);
}

/// Indicators are the same whether or not sub-sectors are kept, which then are not there.
#[test]
fn sub_sectors_are_kept_when_asked_for() {
    let library = library();
    let (_, reference, all) = runs(&library, "makers-renaissance", "london", 70, 1);
    let (inputs, beliefs) = inputs(&library, "makers-renaissance", "london");
    let ensemble = Ensemble::draw(&beliefs, &inputs, 70, 1, TO_THE_END).expect("it runs to the end");
    let sector = Column::JobsOf(0);
    assert_eq!(all.values(sector, 3).count(), 70);
    let indicators = ensemble.scenario_again(all.clone(), Breadth::of(&[JOBS]), &inputs, &reference, TO_THE_END);
    let indicators = indicators.expect("it runs to the end");
    assert_eq!(indicators.values(sector, 3).count(), 0);
    assert_eq!(indicators.value(sector, 3, 69), None);
    for indicator in Indicator::all() {
        let column = Column::Indicator(indicator);
        for row in 0..inputs.len() {
            let same = all.values(column, row).zip(indicators.values(column, row));
            assert_eq!(same.filter(|(a, b)| a.to_bits() == b.to_bits()).count(), 70, "{indicator}, row {row}");
        }
    }
    assert_eq!(Breadth::of(&[JOBS, sector]), Breadth::SubSectors);
}

#[test]
fn a_member_is_the_same_alone_and_side_by_side() {
    let library = library();
    let (inputs, beliefs) = inputs(&library, "makers-renaissance", "brussels");
    let (_, _, together) = runs(&library, "makers-renaissance", "brussels", 71, 1);
    let sampler = Sampler::new(&beliefs);
    let sectors = inputs.constants().sectors;
    // In the first lane, in another one, and in another strip.
    for k in [0, 20, 70] {
        let member = sampler.draw(&inputs, 1, k as u64 + 1);
        let mut alone = Columns::default();
        alone.make_room(inputs.len(), sectors, 0.0);
        let adopted = reference_run(&mut alone, &inputs, &member, |_| {});
        scenario_run(&mut alone, &inputs, &member, &adopted, |_| {});
        for column in Indicator::all().map(Column::Indicator).chain((0..sectors).map(Column::JobsOf)) {
            for (row, value) in alone.column(column).iter().enumerate() {
                let lane = together.value(column, row, k).expect("a member");
                assert_eq!(value.to_bits(), lane.to_bits(), "member {k}, {column:?}, row {row}");
            }
        }
    }
}

#[test]
fn levers_at_reference_change_nothing_in_any_member() {
    let library = library();
    for city in ["london", "brussels", "rotterdam"] {
        let (inputs, reference, scenario) = runs(&library, "reference", city, 24, 3);
        for indicator in [Indicator::ManufacturingJobs, Indicator::RealRent, Indicator::Vacancy] {
            for row in 0..inputs.len() {
                let column = Column::Indicator(indicator);
                let same = reference.values(column, row).zip(scenario.values(column, row));
                assert!(same.into_iter().all(|(a, b)| a.to_bits() == b.to_bits()), "{city} {indicator} {row}");
            }
        }
        let better = scenario.probability_better((&reference, 20), JOBS, 20, Better::More);
        assert_eq!(better, Some(0.5));
    }
}

#[test]
fn draws_follow_the_priors_their_spikes_and_correlations() {
    let library = library();
    let (inputs, beliefs) = inputs(&library, "reference", "rotterdam");
    let sampler = Sampler::new(&beliefs);
    let n = 4_000;
    let drawn: Vec<_> = (1..=n).map(|k| sampler.draw(&inputs, 1, k).constants.p).collect();
    let share = |what: &dyn Fn(&making_room::model::parameters::Parameters<f64>) -> bool| {
        number(drawn.iter().filter(|p| what(p)).count()) / number(drawn.len())
    };
    let near = |got: f64, known: f64| assert!((got - known).abs() < 0.025, "{got} is not {known}");
    near(share(&|p| p.cost_elasticity == 0.0), 0.25);
    near(share(&|p| p.rent_channel == 0.0), 0.25);
    near(share(&|p| p.outbidding > 1.4), 0.25);
    near(share(&|p| p.skills_effect == 0.0), 0.5);
    // Deciles of a lognormal prior for all cities, and of one of the city's own.
    near(share(&|p| p.protected_ratio < 0.04), 0.1);
    near(share(&|p| p.land_value_ratio > 4.0), 0.5);
    // Rank correlation of two normal scores with correlation 0.5 is 0.483.
    let ranks = |id: ParameterId| {
        let mut order: Vec<usize> = (0..drawn.len()).filter(|&i| drawn[i].skills_effect != 0.0).collect();
        let chosen = order.clone();
        order.sort_by(|&a, &b| drawn[a].get(id).total_cmp(&drawn[b].get(id)));
        let mut rank = vec![0.0; drawn.len()];
        for (r, &i) in order.iter().enumerate() {
            rank[i] = number(r) / number(order.len()) - 0.5;
        }
        chosen.into_iter().map(|i| rank[i]).collect::<Vec<f64>>()
    };
    let (a, b) = (ranks(ParameterId::SkillsEffect), ranks(ParameterId::MakerNet));
    let correlation = a.iter().zip(&b).map(|(a, b)| a * b).sum::<f64>() / a.iter().map(|a| a * a).sum::<f64>();
    assert!((correlation - 0.483).abs() < 0.05, "{correlation}");
}

/// What the central run shows lies in the middle of the members: within 1 % of
/// the median for jobs and floorspace and 10 % for rent, and between the 35 and
/// 65 % quantiles of a policy's effect on jobs. Where it does not, the model
/// document says so.
#[test]
fn the_central_run_is_in_the_middle_of_the_ensemble() {
    let library = library();
    let members = 20_000;
    let mut outside = Vec::new();
    for city in ["london", "brussels", "rotterdam"] {
        let (inputs, reference, _) = runs(&library, "reference", city, members, 1);
        let central = projection::run(&inputs).reference;
        for (indicator, within) in
            [(Indicator::ManufacturingJobs, 0.01), (Indicator::IndustrialFloorspace, 0.01), (Indicator::RealRent, 0.1)]
        {
            let ranges = reference.levels(&[Column::Indicator(indicator)], TO_THE_END).expect("it runs to the end");
            for year in [2030, 2040, 2050] {
                let row = usize::try_from(year - inputs.span().0).expect("in the run");
                let gap = central.at(indicator, year).expect("a value") / ranges[0][row].p50 - 1.0;
                if gap.abs() > within {
                    outside.push(format!("{city} {indicator} {year}: {:+.1} %", 100.0 * gap));
                }
            }
        }
    }
    for preset in ["protect-and-intensify", "circular-city", "makers-renaissance"] {
        for city in ["london", "brussels", "rotterdam"] {
            let (inputs, reference, scenario) = runs(&library, preset, city, members, 1);
            let outcome = projection::run(&inputs);
            for year in [2030, 2040, 2050] {
                let row = usize::try_from(year - inputs.span().0).expect("in the run");
                let at = |p: &projection::Projection| p.at(Indicator::ManufacturingJobs, year).expect("a value");
                let effect = at(&outcome.scenario) - at(&outcome.reference);
                let pairs = scenario.values(JOBS, row).zip(reference.values(JOBS, row));
                let below = pairs.filter(|(s, r)| s - r < effect).count();
                let below = number(below) / number(members);
                if !(0.35..=0.65).contains(&below) {
                    outside.push(format!("{preset} {city} {year}: effect {effect:.0} at quantile {below:.2}"));
                }
            }
        }
    }
    insta::assert_snapshot!(outside.join("\n"), @"protect-and-intensify london 2030: effect 101 at quantile 0.34");
}

/// Quantile of type 7, by sorting.
fn quantile(values: &[f64], p: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = p * number(sorted.len() - 1);
    let below = (0..sorted.len()).rfind(|i| number(*i) <= place).expect("p is not negative");
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (place - number(below)) * (sorted[above] - sorted[below])
}

/// Reference and scenario of every member, by `city,year,indicator`.
fn members(draws: &str) -> BTreeMap<String, Vec<[f64; 2]>> {
    let mut all: BTreeMap<String, Vec<[f64; 2]>> = BTreeMap::new();
    for line in draws.lines().skip(1) {
        let [_, city, year, indicator, reference, scenario] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let value = |field: &str| if field.is_empty() { f64::NAN } else { field.parse().expect("a number") };
        let pair = [value(reference), value(scenario)];
        all.entry(format!("{city},{year},{indicator}")).or_default().push(pair);
    }
    all
}

#[test]
fn ranges_and_probabilities_are_those_of_the_draws_that_can_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = |preset: &str| {
        let path = folder.path().join(format!("{preset}.csv"));
        let preset = format!("preset:{preset}");
        let project = ["project", &preset, "--members", "21", "--seed", "5", "--format", "csv"];
        let effect = good(&[&project[..], &["--interval", "effect"]].concat());
        let level = good(&[&project[..], &["--draws", utf8(&path)]].concat());
        (level, effect, members(&std::fs::read_to_string(&path).expect("it was written")))
    };
    let (level, effect, draws) = written("protect-and-intensify");
    for (table, value) in
        [(level, (|[_, s]: &[f64; 2]| *s) as fn(&[f64; 2]) -> f64), (effect, |[r, s]: &[f64; 2]| s - r)]
    {
        let mut checked = 0;
        for line in table.lines().skip(1).filter(|line| line.contains("2040,")) {
            let [city, year, indicator, _, _, _, p10, p50, p90] = line.split(',').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let of = &draws[&format!("{city},{year},{indicator}")];
            let values: Vec<f64> = of.iter().map(value).filter(|v| v.is_finite()).collect();
            if values.is_empty() {
                assert_eq!((p10, p50, p90), ("", "", ""), "{line}");
                continue;
            }
            let size = of.iter().map(|[r, s]| r.abs().max(s.abs())).fold(1e-9, f64::max);
            for (printed, p) in [(p10, 0.1), (p50, 0.5), (p90, 0.9)] {
                let printed: f64 = printed.parse().expect("a number");
                // Draws are printed to twelve digits.
                assert!((printed - quantile(&values, p)).abs() < 1e-10 * size, "{line}: p{p}");
            }
            checked += 1;
        }
        assert!(checked > 20, "{checked}");
    }

    let (_, _, others) = written("circular-city");
    let compared = [
        "compare",
        "preset:protect-and-intensify",
        "preset:circular-city",
        "--year",
        "2040",
        "--members",
        "21",
        "--seed",
        "5",
        "--format",
        "csv",
    ];
    let mut checked = 0;
    for line in good(&compared).lines().skip(1).filter(|line| line.contains(",manufacturing_jobs,")) {
        let [city, year, indicator, .., probability] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let key = format!("{city},{year},{indicator}");
        let won: f64 = draws[&key]
            .iter()
            .zip(&others[&key])
            .map(|([_, first], [_, second])| {
                if second > first {
                    1.0
                } else if second < first {
                    0.0
                } else {
                    0.5
                }
            })
            .sum();
        let probability: f64 = probability.parse().expect("a number");
        assert!((probability - won / 21.0).abs() < 1e-9, "{line}: {won} of 21");
        checked += 1;
    }
    assert_eq!(checked, 3);
}
