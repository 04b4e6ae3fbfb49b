//! One run of a city in this program and, of the exported model, in pysimlin, in
//! one go on one machine: `cargo bench --bench against_pysimlin`. Needs what
//! `tests/engines/install` installs.
//!
//! Both sides do the same work: offsets, reference and scenario with all
//! indicators, from constants at hand to results in memory.

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use making_room::evidence::Library;
use making_room::export::xmile;
use making_room::model::projection::{Inputs, run};
use making_room::scenario::{lower, presets};

const RUNS: u32 = 500;
const BATCHES: usize = 15;

fn main() -> ExitCode {
    // `cargo test --benches` only wants to know that it builds.
    if std::env::args().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target folder");
    let python = target.join("engines/bin/python");
    if !python.exists() {
        eprintln!("{} is missing: run tests/engines/install", python.display());
        return ExitCode::FAILURE;
    }
    let library = Library::embedded().expect("the shipped evidence is readable");
    let scenario = presets::find("makers-renaissance").expect("shipped").open(&library).expect("it opens");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/against_pysimlin.py");
    println!("{:10} {:>12} {:>12} {:>6}", "city", "here, µs", "pysimlin, µs", "ratio");
    for city in scenario.cities.keys() {
        let file = target.join(format!("tmp/{city}.xmile"));
        std::fs::write(&file, xmile::document(&scenario, city, &library).expect("exported")).expect("written");
        let inputs = lower::inputs(&scenario, city, &library).expect("valid inputs");
        let before = here(&inputs);
        let output = Command::new(&python).arg(script).arg(&file).output().expect("python runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let theirs: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number");
        // Once before and once after the other, so that a busy machine is busy for both.
        let ours = f64::midpoint(before, here(&inputs));
        println!("{city:10} {ours:>12.1} {theirs:>12.1} {:>6.1}", theirs / ours);
    }
    ExitCode::SUCCESS
}

/// Microseconds a run: the median over batches.
fn here(inputs: &Inputs) -> f64 {
    let mut batches: Vec<f64> = (0..BATCHES)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..RUNS {
                black_box(run(black_box(inputs)));
            }
            start.elapsed().as_secs_f64() * 1e6 / f64::from(RUNS)
        })
        .collect();
    batches.sort_by(f64::total_cmp);
    batches[BATCHES / 2]
}
