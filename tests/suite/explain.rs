//! What the window explains is what the model computes and the document says.

use std::collections::{BTreeSet, HashSet};

use making_room::evidence::Library;
use making_room::explain::quantity::{self, JOBS_OF_SECTOR, QUANTITIES, Quantity, Scope, of_indicator};
use making_room::explain::runs::{Part, Runs};
use making_room::explain::term::{self, Term};
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::model::outlook::DriverId;
use making_room::model::parameters::{Component, ParameterId};
use making_room::model::projection::{self, Outcome};
use making_room::model::trace::Run;
use making_room::scenario::document::{Assumption, Scenario, Setting};
use making_room::scenario::{lower, presets};

fn library() -> Library {
    Library::embedded().expect("the shipped evidence is readable")
}

fn document() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/docs/model.md");
    std::fs::read_to_string(path).expect("the model document is there")
}

fn parts(quantity: &Quantity, sectors: usize) -> Vec<Part> {
    match quantity.scope() {
        Scope::City => vec![Part::Whole],
        Scope::Sector => (0..sectors).map(Part::Sector).collect(),
        Scope::Lever => LeverId::all().map(Part::Lever).collect(),
    }
}

/// A scenario in which everything moves: every lever at its far end, another
/// outlook, an assumption.
fn busy(library: &Library) -> Scenario {
    let mut scenario = presets::find("reference").expect("it is shipped").open(library).expect("it opens");
    "circular_turn".clone_into(&mut scenario.outlook.base);
    assert!(library.outlooks.contains_key(&scenario.outlook.base), "{:?}", library.outlooks.keys());
    let surprise = Assumption { value: 1.0, reason: "a test".to_owned() };
    scenario.outlook.changes.insert(DriverId::InflationSurprise, surprise);
    let slower = Assumption { value: 0.2, reason: "a test".to_owned() };
    scenario.assumptions.insert(ParameterId::JobsSpeed, slower);
    for (id, plan) in &mut scenario.cities {
        for (i, lever) in LeverId::all().enumerate() {
            let levels = library.packs[id].levels(plan.start, lever).expect("the pack has it");
            let start = 2027 + i32::try_from(i % 4).expect("a small number");
            plan.levers.insert(lever, Setting { ramp: 3.5, ..Setting::new(*levels.end(), start) });
        }
    }
    scenario
}

/// Compares both sides of every equation in every year of a scenario.
fn compare(name: &str, scenario: &Scenario, library: &Library, seen: &mut HashSet<&'static str>) {
    for city in scenario.cities.keys() {
        let inputs = lower::inputs(scenario, city, library).expect("it lowers");
        let reference = projection::reference(&inputs);
        let outcome =
            Outcome { scenario: projection::project(&inputs, &reference), reference: reference.projection().clone() };
        let runs = Runs::new(&inputs, &reference, &outcome);
        let (first, last) = runs.span();
        let sectors = library.packs[city].sectors.len();
        for quantity in QUANTITIES.iter() {
            for part in parts(quantity, sectors) {
                for run in [Run::Scenario, Run::Reference] {
                    for row in 0..=usize::try_from(last - first).expect("years go on") {
                        let Some(equation) = quantity.equation(row) else { continue };
                        let at = runs.moment(equation, quantity, part, run, row).expect("a stock has a year before");
                        let left = equation.left.evaluate(&at, at.sector());
                        let right = equation.right.evaluate(&at, at.sector());
                        let empty = quantity.symbol == "cost_per_year" && left.is_nan();
                        if empty {
                            continue;
                        }
                        // A difference of large numbers is as exact as they are.
                        let size = if quantity.unit.starts_with("currency") { 1e3 } else { 1.0 };
                        let gap = (left - right).abs() / left.abs().max(size * 1e-3);
                        assert!(
                            gap < 1e-9,
                            "{name}, {city}, {run:?}, {}: {} is {left}, not {right} ({part:?})",
                            i64::from(first) + i64::try_from(row).expect("a year"),
                            equation.text
                        );
                        seen.insert(equation.text);
                    }
                }
            }
        }
    }
}

#[test]
fn every_equation_gives_what_the_model_computes() {
    let library = library();
    let mut seen = HashSet::new();
    compare("busy", &busy(&library), &library, &mut seen);
    for preset in &presets::ALL {
        compare(preset.id, &preset.open(&library).expect("it opens"), &library, &mut seen);
    }
    let all: usize = QUANTITIES.iter().map(|quantity| quantity.equations.len()).sum();
    assert_eq!(seen.len(), all, "every equation holds in some year");
}

#[test]
fn every_equation_stands_in_the_model_document() {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let document = document();
    let text = bare(&document);
    for quantity in QUANTITIES.iter() {
        for (_, equation) in quantity.equations {
            assert!(text.contains(&bare(equation)), "{equation} is not in assets/docs/model.md");
        }
        let heading =
            |line: &str| line.starts_with('#') && line.trim_start_matches(['#', ' ']).starts_with(quantity.section);
        assert!(document.lines().any(heading), "{}: no heading {:?}", quantity.symbol, quantity.section);
    }
}

#[test]
fn every_name_in_an_equation_stands_for_something() {
    let mut symbols = BTreeSet::new();
    for quantity in QUANTITIES.iter() {
        assert!(symbols.insert(quantity.symbol), "two quantities are called {}", quantity.symbol);
        assert!(quantity.words.ends_with('.') && !quantity.name.is_empty(), "{}", quantity.symbol);
        for (_, equation) in quantity.all() {
            for side in [&equation.left, &equation.right] {
                side.symbols(&mut |symbol, _| {
                    assert!(term::find(&symbol.name).is_some(), "{}: {equation:?}", symbol.name);
                });
            }
        }
    }
    for id in ParameterId::ALL {
        assert!(matches!(term::find(id.id()), Some(Term::Parameter(_))), "a quantity hides the parameter {id}");
    }
}

#[test]
fn every_indicator_is_explained_and_every_parameter_is_found_from_one() {
    let mut open: Vec<&'static Quantity> = Indicator::all()
        .map(of_indicator)
        .chain([JOBS_OF_SECTOR])
        .map(|symbol| quantity::find(symbol).unwrap_or_else(|| panic!("there is no quantity {symbol}")))
        .collect();
    assert!(open.iter().all(|quantity| !quantity.equations.is_empty()));
    let mut known: HashSet<&str> = HashSet::new();
    let mut parameters: HashSet<ParameterId> = HashSet::new();
    while let Some(quantity) = open.pop() {
        if !known.insert(quantity.symbol) {
            continue;
        }
        if quantity.symbol == "ĝ" {
            let drives = |id: &&ParameterId| matches!(id.component(), Component::Drift | Component::Shocks);
            parameters.extend(ParameterId::ALL.iter().filter(drives));
        }
        for (_, equation) in quantity.all() {
            equation.right.symbols(&mut |symbol, _| match term::find(&symbol.name) {
                Some(Term::Quantity(of) | Term::Reference(of) | Term::OfLever(of, _)) => open.push(of),
                Some(Term::Parameter(id)) => {
                    parameters.insert(id);
                }
                Some(Term::Lag) => parameters.extend(LeverId::all().map(|id| id.spec().lag)),
                _ => {}
            });
        }
    }
    let lost: Vec<_> = ParameterId::ALL.iter().filter(|id| !parameters.contains(id)).collect();
    assert!(lost.is_empty(), "no indicator leads to {lost:?}");
    let alone: Vec<_> = QUANTITIES.iter().map(|q| q.symbol).filter(|symbol| !known.contains(symbol)).collect();
    assert!(alone.is_empty(), "no indicator leads to {alone:?}");
}
