//! What must hold of the model with the real cities.

use making_room::analysis::soundness;
use making_room::evidence::Library;
use making_room::model::city::{CityPack, DriftSegment};
use making_room::model::drift::{Observation, drift};
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::model::outlook::{DriverId, Outlook};
use making_room::model::parameters::{ParameterId, Parameters};
use making_room::model::projection::{Inputs, LeverSetting, Projection, Reference, project, reference, run};
use making_room::model::trace::{Run, Trace};

fn library() -> Library {
    Library::embedded().expect("the shipped evidence is readable")
}

/// Inputs of a city under adopted policy and an outlook.
fn inputs(library: &Library, city: &str, start: i32, horizon: i32, outlook: Outlook) -> Inputs {
    let pack = &library.packs[city];
    let value = |id| library.expected(pack, id).expect("every parameter has a value");
    let baseline = library.outlooks[Library::BASELINE].values();
    Inputs::new(pack, start, horizon, Parameters::from_fn(value), baseline, outlook).expect("a valid start")
}

fn plateau(library: &Library) -> Outlook {
    library.outlooks[Library::BASELINE].values()
}

/// Every start of every shipped city.
fn starts(library: &Library) -> Vec<(String, i32)> {
    library.packs.values().flat_map(|p| p.starts.keys().map(|y| (p.id.clone(), *y))).collect()
}

/// A package that begins two years after the start of the run.
fn with(inputs: &Inputs, levers: &[(LeverId, f64)]) -> Inputs {
    let mut inputs = inputs.clone();
    let start = inputs.span().0 + 2;
    for &(id, level) in levers {
        inputs.set_lever(id, LeverSetting { level, start, ramp: 3.0 });
    }
    inputs
}

fn ends(library: &Library, city: &str, start: i32, id: LeverId) -> [f64; 2] {
    let levels = library.packs[city].levels(start, id).expect("every pack describes every lever");
    [*levels.start(), *levels.end()]
}

/// Change against the reference in the last year, relative.
fn effect(p: &Projection, r: &Reference, i: Indicator) -> f64 {
    let year = p.last_year();
    p.at(i, year).expect("a value") / r.projection().at(i, year).expect("a value") - 1.0
}

#[test]
fn the_base_year_is_exactly_what_the_pack_states() {
    let library = library();
    for (city, start) in starts(&library) {
        let stated = &library.packs[&city].starts[&start];
        let r = run(&inputs(&library, &city, start, 2050, plateau(&library))).reference;
        for (indicator, value) in [
            (Indicator::ManufacturingJobs, stated.jobs.value),
            (Indicator::IndustrialFloorspace, stated.floorspace.value),
            (Indicator::IndustrialLand, stated.land.value),
            (Indicator::RealRent, stated.rent.value),
            (Indicator::Vacancy, stated.vacancy.value),
            (Indicator::OccupancyCost, 1.0),
        ] {
            let projected = r.at(indicator, start).expect("a value in the base year");
            // Exactly, but for the last bits that arithmetic on the stated value costs.
            let rounding = 4.0 * f64::EPSILON * value.max(1.0);
            assert!((projected - value).abs() <= rounding, "{city} {start} {indicator}: {projected} for {value}");
        }
    }
}

/// The observations that a pack names for its drift or its nation's, put together anew.
fn observations(pack: &CityPack, segments: &[DriftSegment]) -> Vec<Observation> {
    let mut all = Vec::new();
    for segment in segments {
        let measurement = segment.measurement.as_ref().map(|q| q.value);
        let mut first = true;
        for (year, jobs) in pack.series[&segment.series].main_line() {
            if (segment.from..=segment.to).contains(&year) {
                all.push(Observation { year, jobs, restart: first || segment.breaks.contains(&year), measurement });
                first = false;
            }
        }
    }
    all
}

#[test]
fn the_reference_follows_the_drift_that_was_known_at_its_start() {
    let library = library();
    for (city, start) in starts(&library) {
        let pack = &library.packs[&city];
        let p = Parameters::from_fn(|id| library.expected(pack, id).expect("a value"));
        let nation = observations(pack, &pack.nation);
        let known = drift(&observations(pack, &pack.drift), Some(&nation), &p, start);
        let r = run(&inputs(&library, &city, start, 2050, plateau(&library))).reference;
        let jobs = r.column(Indicator::ManufacturingJobs);
        for (ahead, (ledger, pair)) in (0..).zip(r.ledger().iter().zip(jobs.windows(2))) {
            assert!(ledger.jobs.rationing.abs() < 1e-6, "{city}: the reference itself is short of space");
            let (growth, expected) = ((pair[1] / pair[0]).ln(), known.growth(ahead));
            assert!((growth - expected).abs() < 1e-9, "{city} {start}, {ahead} years ahead: {growth} for {expected}");
        }
    }
}

/// What was observed already contains the shortages of adopted policy, so the
/// reference does not suffer them a second time.
#[test]
fn the_reference_follows_the_drift_where_it_is_short_of_space_too() {
    let library = library();
    for (id, value) in [(ParameterId::Obsolescence, 0.02), (ParameterId::OtherUsersTrend, 0.03)] {
        for city in ["london", "brussels", "rotterdam"] {
            let pack = &library.packs[city];
            let expected = |asked| library.expected(pack, asked).expect("a value");
            let p = Parameters::from_fn(|asked| if asked == id { value } else { expected(asked) });
            let (first, baseline) = (pack.base_year, plateau(&library));
            let inputs = Inputs::new(pack, first, 2050, p, baseline, baseline).expect("a valid start");
            let usual = run(&self::inputs(&library, city, first, 2050, baseline)).reference;
            let short = run(&inputs).reference;
            let wanting: f64 = short.ledger().iter().map(|year| year.jobs.rationing.abs()).sum();
            assert!(wanting > 100.0, "{city} is not short of space: {wanting}");
            for year in [2030, 2040, 2050] {
                let jobs = |p: &Projection| p.at(Indicator::ManufacturingJobs, year).expect("a value");
                let gap = jobs(&short) / jobs(&usual) - 1.0;
                assert!(gap.abs() < 0.04, "{city} {year}: {gap}");
            }
        }
    }
}

#[test]
fn levers_at_reference_change_nothing_to_the_last_bit() {
    let library = library();
    for (city, start) in starts(&library) {
        for outlook in library.outlooks.values() {
            let inputs = inputs(&library, &city, start, 2050, outlook.values());
            let r = reference(&inputs);
            let all: Vec<_> = LeverId::all().map(|id| (id, inputs.adopted(id))).collect();
            let p = project(&with(&inputs, &all), &r);
            for indicator in Indicator::all().filter(|i| !i.is_difference()) {
                let bits = |p: &Projection| p.column(indicator).iter().map(|v| v.to_bits()).collect::<Vec<_>>();
                assert_eq!(bits(&p), bits(r.projection()), "{city} {indicator}");
            }
            for indicator in [Indicator::SpilloverJobs, Indicator::HomesForgone, Indicator::PublicCost] {
                assert!(p.column(indicator).iter().all(|v| *v == 0.0), "{city} {indicator}");
            }
            assert!(p.column(Indicator::CostPerNetJobYear).iter().all(|v| v.is_nan()));
        }
    }
}

/// What must hold of any run whatever, of the reference and with its levers set.
fn sound(what: &str, inputs: &Inputs, r: &Reference) {
    let faults = soundness::faults(&project(inputs, r), &Trace::of(inputs, r, Run::Scenario));
    assert!(faults.is_empty(), "{what}: {faults:#?}");
}

/// A plain reproducible generator: the corners only have to be many and different.
struct Coin(u64);

impl Coin {
    fn toss(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

/// Every constant at both ends of what an assumption may be, under adopted
/// policy and with all levers at either end; then pairs of them.
#[test]
fn every_allowed_assumption_is_sound() {
    let library = library();
    let mut coin = Coin(0x9E37_79B9_7F4A_7C15);
    let end = |id: ParameterId, high: bool| if high { *id.allowed().end() } else { *id.allowed().start() };
    for (city, pack) in &library.packs {
        let start = pack.base_year;
        let central = Parameters::from_fn(|id| library.expected(pack, id).expect("a value"));
        let mut assumptions: Vec<Vec<(ParameterId, f64)>> = Vec::new();
        for &id in ParameterId::ALL {
            assumptions.extend([false, true].map(|high| vec![(id, end(id, high))]));
        }
        for _ in 0..1_000 {
            let bits = coin.toss();
            let pick = |shift: u32| {
                ParameterId::ALL[usize::try_from(bits >> shift & 0xFFFF).unwrap_or(0) % ParameterId::ALL.len()]
            };
            assumptions
                .push(vec![(pick(0), end(pick(0), bits >> 62 & 1 == 1)), (pick(16), end(pick(16), bits >> 63 == 1))]);
        }
        for assumption in assumptions {
            let mut p = central.clone();
            for &(id, value) in &assumption {
                p.set(id, value);
            }
            let baseline = plateau(&library);
            // A few stocks cannot be brought together with a base year; that is refused, not projected.
            let Ok(base) = Inputs::new(pack, start, 2050, p, baseline, baseline) else { continue };
            let r = reference(&base);
            let what = format!("{city} with {assumption:?}");
            sound(&what, &base, &r);
            for high in [0, 1] {
                let all: Vec<_> = LeverId::all().map(|id| (id, ends(&library, city, start, id)[high])).collect();
                sound(&format!("{what} and all levers at end {high}"), &with(&base, &all), &r);
            }
        }
    }
}

#[test]
fn a_tax_that_is_already_adopted_is_part_of_the_base_year() {
    let mut library = library();
    let pack = library.packs.get_mut("london").expect("London is shipped");
    pack.levers[&LeverId::PropertyTax].reference.value = -40.0;
    let r = run(&inputs(&library, "london", 2023, 2050, plateau(&library))).reference;
    assert!((r.at(Indicator::OccupancyCost, 2023).expect("a value") - 1.0).abs() < 1e-12);
}

#[test]
fn extreme_outlooks_are_sound() {
    let library = library();
    for (city, start) in starts(&library) {
        for bits in 0..(1_u32 << 5) {
            let outlook = Outlook::from_fn(|id| {
                let spec = id.spec();
                if bits >> (id as u32) & 1 == 1 { spec.max } else { spec.min }
            });
            let base = inputs(&library, &city, start, 2050, outlook);
            let r = reference(&base);
            sound(&format!("{city} {start} outlook {bits:05b}"), &base, &r);
            let all: Vec<_> = LeverId::all().map(|id| (id, ends(&library, &city, start, id)[1])).collect();
            sound(&format!("{city} {start} outlook {bits:05b}, all levers"), &with(&base, &all), &r);
        }
    }
}

#[test]
fn zoning_has_no_direct_path_to_jobs() {
    let library = library();
    let pack = &library.packs["london"];
    let baseline = plateau(&library);
    let value = |id| library.expected(pack, id).expect("a value");
    let mut p = Parameters::from_fn(value);
    // Close the channels: cost does not move jobs, and no job is lost with a site.
    (p.cost_elasticity, p.leave) = (0.0, 0.0);
    let base = Inputs::new(pack, pack.base_year, 2050, p, baseline, baseline).expect("valid inputs");
    let r = reference(&base);
    let zoning =
        with(&base, &[(LeverId::ProtectedShare, 100.0), (LeverId::ReleasePace, 0.0), (LeverId::Reprovision, 100.0)]);
    assert!(effect(&project(&zoning, &r), &r, Indicator::ManufacturingJobs).abs() < 1e-12);
}

#[test]
fn the_outlook_moves_the_reference_through_its_channels() {
    let library = library();
    for (city, pack) in &library.packs {
        let at = |driver: Option<(DriverId, f64)>, indicator| {
            let mut outlook = plateau(&library);
            if let Some((id, value)) = driver {
                outlook.set(id, value);
            }
            let r = run(&inputs(&library, city, pack.base_year, 2050, outlook)).reference;
            r.at(indicator, 2050).expect("a value")
        };
        let up = |driver, indicator| at(Some(driver), indicator) / at(None, indicator) - 1.0;
        assert!(up((DriverId::NationalTrend, 1.0), Indicator::ManufacturingJobs) > 0.1, "{city}");
        assert!(up((DriverId::DistributedProduction, 0.25), Indicator::ManufacturingJobs) > 0.02, "{city}");
        assert!(up((DriverId::HousingPressure, 3.0), Indicator::IndustrialLand) < 0.0, "{city}");
        assert!(up((DriverId::LogisticsDemand, 1.0), Indicator::RealRent) > 0.0, "{city}");
        assert!(up((DriverId::LogisticsDemand, 1.0), Indicator::ManufacturingJobs) < 0.0, "{city}");
        assert!(up((DriverId::InflationSurprise, 2.0), Indicator::RealRent) < 0.0, "{city}");
    }
}

#[test]
fn nothing_depends_on_the_horizon() {
    let library = library();
    let long =
        run(&with(&inputs(&library, "brussels", 2024, 2060, plateau(&library)), &[(LeverId::ProtectedShare, 90.0)]));
    let short =
        run(&with(&inputs(&library, "brussels", 2024, 2040, plateau(&library)), &[(LeverId::ProtectedShare, 90.0)]));
    for indicator in Indicator::all() {
        assert_eq!(
            long.scenario.at(indicator, 2040).map(f64::to_bits),
            short.scenario.at(indicator, 2040).map(f64::to_bits),
            "{indicator}"
        );
    }
}
