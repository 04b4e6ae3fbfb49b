//! The shipped scenarios, to six significant digits: a change of an equation or
//! of a figure shows here, and is meant to be read before it is accepted.

use std::fmt::Write as _;

use making_room::evidence::Library;
use making_room::model::indicators::Indicator;
use making_room::model::projection::run;
use making_room::scenario::{lower, presets};

const SHOWN: [Indicator; 9] = [
    Indicator::ManufacturingJobs,
    Indicator::IndustrialFloorspace,
    Indicator::IndustrialLand,
    Indicator::RealRent,
    Indicator::Vacancy,
    Indicator::OccupancyCost,
    Indicator::Gva,
    Indicator::HomesForgone,
    Indicator::PublicCost,
];

#[test]
fn the_shipped_scenarios_project_what_they_did() {
    let library = Library::embedded().expect("the shipped evidence is readable");
    let mut text = String::new();
    for preset in &presets::ALL {
        let scenario = preset.open(&library).expect("it opens");
        for city in scenario.cities.keys() {
            let outcome = run(&lower::inputs(&scenario, city, &library).expect("it can be computed"));
            for indicator in SHOWN {
                let _ = write!(text, "{} {city} {indicator}:", preset.id);
                for year in [2030, 2040, 2050] {
                    let of = |p: &making_room::model::projection::Projection| p.at(indicator, year).unwrap_or(f64::NAN);
                    let _ = write!(text, " {:.5e} ({:.5e})", of(&outcome.scenario), of(&outcome.reference));
                }
                text.push('\n');
            }
        }
    }
    insta::assert_snapshot!(text);
}
