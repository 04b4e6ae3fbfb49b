//! Units in the form of XMILE: singular ASCII names, `1` for a pure number, and
//! `currency` where the writer puts the code of the city's money.

use crate::model::levers::LeverUnit;
use crate::model::parameters::ParameterId;

/// The units that the model is built from, with the other names they go by.
pub const BASE: [(&str, &[&str]); 9] = [
    ("year", &["years"]),
    ("job", &["jobs"]),
    ("home", &["homes"]),
    ("place", &["places"]),
    ("ha", &["hectare", "hectares"]),
    ("m2", &["square_metre", "square_metres"]),
    ("kt", &["kilotonne", "kilotonnes"]),
    ("percent", &[]),
    ("currency", &[]),
];

/// The unit of a lever's level.
pub fn of_lever(unit: LeverUnit) -> String {
    match unit {
        LeverUnit::Percent => "percent",
        LeverUnit::MillionsPerYear => "million_currency/year",
        other => return of_effect(other),
    }
    .to_owned()
}

/// The unit of a lever's effect in the equations.
pub fn of_effect(unit: LeverUnit) -> String {
    match unit {
        LeverUnit::Percent | LeverUnit::TimesReference | LeverUnit::PlotRatio => "1",
        LeverUnit::HectaresPerYear => "ha/year",
        LeverUnit::MillionsPerYear => "currency/year",
        LeverUnit::KilotonnesPerYear => "kt/year",
        LeverUnit::SquareMetres => "m2",
        LeverUnit::PlacesPerYear => "place/year",
    }
    .to_owned()
}

/// The unit of a parameter. Where the words of the evidence leave out of what a
/// rate is, the equations say it.
pub fn of_parameter(id: ParameterId) -> String {
    match id {
        ParameterId::RentClamp => "1/year".to_owned(),
        ParameterId::SkillsFull => "place/year/job".to_owned(),
        ParameterId::GvaPerJob => "currency/year/job".to_owned(),
        _ => match id.unit() {
            "ratio" | "share" | "elasticity" | "log" | "index" | "sd" => "1".to_owned(),
            "yr" => "year".to_owned(),
            // Jobs stand as long as so much is recovered every year.
            "jobs/kt" => "job*year/kt".to_owned(),
            unit => unit.replace("/yr", "/year").replace("m²", "m2").replace("homes", "home").replace("jobs/job", "1"),
        },
    }
}
