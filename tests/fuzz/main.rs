//! Fuzz targets for everything that reads what somebody else wrote.
//!
//! Each target is a function of bytes that must hold for any bytes; a mutator that
//! knows tokens and brackets changes the seeds in `corpus`, so that most of what
//! it makes gets past the header. All of it is stable Rust and an ordinary test:
//! a run with a fixed seed is part of every test run. A long one is
//!
//! ```text
//! FUZZ_INPUTS=1000000 FUZZ_SEED=7 cargo test --profile fuzz --test fuzz -- --nocapture scenario
//! ```
//!
//! An input that breaks a promise is made smaller and written to
//! `target/fuzz/TARGET`; once mended, it joins the corpus, which is tried whole
//! every time. Figures of the long runs are in `RESULTS.md`.

mod input;
mod mutate;
mod run;
mod targets;

use run::{Target, run};

fn target(name: &'static str, check: run::Check) {
    let tally = run(&Target { name, check });
    println!("{tally}");
}

#[test]
fn scenario() {
    target("scenario", targets::scenario);
}

#[test]
fn pack() {
    target("pack", targets::pack);
}

#[test]
fn merge() {
    target("merge", targets::merge);
}

#[test]
fn calibration() {
    target("calibration", targets::calibration);
}

#[test]
fn recovery() {
    target("recovery", targets::recovery);
}

#[test]
fn series() {
    target("series", targets::series);
}
