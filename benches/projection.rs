//! How long a projection takes. `cargo bench --bench projection`; figures with
//! date and machine are in `benches/RESULTS.md`.

use divan::{Bencher, black_box};
use making_room::evidence::Library;
use making_room::model::levers::LeverId;
use making_room::model::projection::{project, reference, run};
use making_room::scenario::document::Scenario;
use making_room::scenario::{lower, presets};

fn main() {
    divan::main();
}

fn given() -> (Library, Scenario) {
    let library = Library::embedded().expect("the shipped evidence is readable");
    let preset = presets::find("protect-and-intensify").expect("it is shipped");
    let scenario = preset.open(&library).expect("a shipped scenario opens");
    (library, scenario)
}

/// One city over 27 years with the reference at hand: what a slider costs.
#[divan::bench(args = ["london", "brussels", "rotterdam"])]
fn one_city(bencher: Bencher<'_, '_>, city: &str) {
    let (library, scenario) = given();
    let inputs = lower::inputs(&scenario, city, &library).expect("the city is in the scenario");
    let reference = reference(&inputs);
    bencher.bench(|| project(black_box(&inputs), &reference));
}

/// One city from nothing: reference, offsets and scenario.
#[divan::bench(args = ["london"])]
fn one_city_with_its_reference(bencher: Bencher<'_, '_>, city: &str) {
    let (library, scenario) = given();
    let inputs = lower::inputs(&scenario, city, &library).expect("the city is in the scenario");
    bencher.bench(|| run(black_box(&inputs)));
}

/// A slider move: from the document to the projections of all its cities, without any cache.
#[divan::bench]
fn slider_move_all_cities(bencher: Bencher<'_, '_>) {
    let (library, mut scenario) = given();
    let mut level = 50.0;
    bencher.bench_local(|| {
        level = if level > 90.0 { 50.0 } else { level + 1.0 };
        if let Some(setting) = scenario.cities["london"].levers.get_mut(&LeverId::ProtectedShare) {
            setting.level = level;
        }
        let outcomes: Vec<_> = scenario
            .cities
            .keys()
            .map(|city| run(&lower::inputs(&scenario, city, &library).expect("valid inputs")))
            .collect();
        black_box(outcomes)
    });
}

/// Reading all shipped evidence: most of the start of the program.
#[divan::bench]
fn read_the_evidence() -> Library {
    Library::embedded().expect("the shipped evidence is readable")
}
