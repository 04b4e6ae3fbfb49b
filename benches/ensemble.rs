//! The ensemble: scenario with bands against a cached reference, three cities.

use divan::{Bencher, black_box};
use making_room::analysis::ensemble::{Breadth, Ensemble, References, Results, SEED, TO_THE_END};
use making_room::analysis::values::Values as _;
use making_room::evidence::Library;
use making_room::export::projection::measures;
use making_room::model::projection::{Column, Inputs};
use making_room::scenario::{lower, presets};

struct City {
    inputs: Inputs,
    ensemble: Ensemble,
    reference: References,
    columns: Vec<Column>,
    last: Results,
}

impl City {
    /// The members with the levers as set, as while a lever moves.
    fn run(&mut self) -> &Results {
        let last = std::mem::take(&mut self.last);
        let results =
            self.ensemble.scenario_again(last, Breadth::of(&self.columns), &self.inputs, &self.reference, TO_THE_END);
        self.last = results.expect("it runs to the end");
        &self.last
    }
}

fn cities(members: usize) -> Vec<City> {
    let library = Library::embedded().expect("the shipped evidence can be read");
    let scenario = presets::find("protect-and-intensify").expect("shipped").open(&library).expect("it opens");
    let city = |id: &String| {
        let inputs = lower::inputs(&scenario, id, &library).expect("it can be computed");
        let beliefs = lower::beliefs(&scenario, id, &library).expect("there are beliefs");
        let ensemble = Ensemble::draw(&beliefs, &inputs, members, SEED, TO_THE_END).expect("it runs to the end");
        let reference = ensemble.reference(&inputs, TO_THE_END).expect("it runs to the end");
        let columns = measures(&library.packs[id]).map(|(_, column)| column);
        let columns = columns.filter(|column| matches!(column, Column::Indicator(_))).collect();
        City { inputs, ensemble, reference, columns, last: Results::default() }
    };
    scenario.cities.keys().map(city).collect()
}

/// Every indicator and year: median and 80 % range of the level and of the policy effect,
/// and the chance that it is better.
#[divan::bench(args = [1_000, 10_000])]
fn bands_of_three_cities(bencher: Bencher, members: usize) {
    let mut cities = cities(members);
    bencher.bench_local(|| {
        for city in &mut cities {
            city.run();
            black_box(city.last.bands(&city.reference, &city.columns, TO_THE_END));
        }
    });
}

/// The runs alone.
#[divan::bench(args = [1_000])]
fn runs_of_three_cities(bencher: Bencher, members: usize) {
    let mut cities = cities(members);
    bencher.bench_local(|| {
        for city in &mut cities {
            black_box(city.run());
        }
    });
}

/// The runs under adopted policy, once for an outlook: while one of its drivers moves.
#[divan::bench(args = [1_000])]
fn references_of_three_cities(bencher: Bencher, members: usize) {
    let cities = cities(members);
    bencher.bench_local(|| {
        for city in &cities {
            black_box(city.ensemble.reference(&city.inputs, TO_THE_END));
        }
    });
}

/// Drawing the members, once for a city and its assumptions.
#[divan::bench(args = [1_000], sample_count = 10)]
fn draws_of_london(bencher: Bencher, members: usize) {
    let library = Library::embedded().expect("the shipped evidence can be read");
    let scenario = presets::find("reference").expect("shipped").open(&library).expect("it opens");
    let inputs = lower::inputs(&scenario, "london", &library).expect("it can be computed");
    let beliefs = lower::beliefs(&scenario, "london", &library).expect("there are beliefs");
    bencher.bench(|| Ensemble::draw(&beliefs, &inputs, members, SEED, TO_THE_END));
}

fn main() {
    divan::main();
}
