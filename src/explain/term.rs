//! What a name in an equation stands for.

use super::quantity::{self, Quantity};
use crate::model::levers::LeverId;
use crate::model::outlook::DriverId;
use crate::model::parameters::ParameterId;

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// Something that the equations compute, in the run at hand.
    Quantity(&'static Quantity),
    /// The same in the reference.
    Reference(&'static Quantity),
    /// A quantity of one lever.
    OfLever(&'static Quantity, LeverId),
    /// The level of a lever under adopted policy; of the lever at hand where it names none.
    Adopted(Option<LeverId>),
    /// A constant.
    Parameter(ParameterId),
    /// The mean delay of the lever at hand.
    Lag,
    /// A stock of the start, by the name of its field.
    Start(&'static str),
    /// A figure of the sub-sector, by the name of its field.
    Sector(&'static str),
    /// A driver of the outlook.
    Driver(DriverId),
    /// The same in the baseline outlook.
    Baseline(DriverId),
}

/// Names of stocks of the start.
const STARTS: [(&str, &str); 10] = [
    ("E0", "jobs"),
    ("σ", "scope"),
    ("S0", "floorspace"),
    ("L0", "land"),
    ("p0", "protected_share"),
    ("Π0", "pipeline"),
    ("v0", "vacancy"),
    ("rent", "rent"),
    ("long_run_rent", "long_run_rent"),
    ("affordable_share", "affordable_share"),
];

/// Names of figures of a sub-sector.
const SECTORS: [(&str, &str); 3] = [("sh_s", "share"), ("a_s", "space_per_job"), ("g_s", "trend")];

/// Names of drivers.
const DRIVERS: [(&str, DriverId); 5] = [
    ("o_nat", DriverId::NationalTrend),
    ("o_h", DriverId::HousingPressure),
    ("o_log", DriverId::LogisticsDemand),
    ("o_dist", DriverId::DistributedProduction),
    ("o_inf", DriverId::InflationSurprise),
];

/// The ending of a lever's name in the equations: `K_prot`, `level_grant`.
#[must_use]
pub const fn ending(lever: LeverId) -> &'static str {
    match lever {
        LeverId::ProtectedShare => "prot",
        LeverId::ReleasePace => "pace",
        LeverId::Reprovision => "rep",
        LeverId::Intensification => "plot",
        LeverId::NewLand => "new",
        LeverId::AffordableQuota => "quota",
        LeverId::AffordableDiscount => "disc",
        LeverId::PublicOwnership => "pub",
        LeverId::Stabilisation => "stab",
        LeverId::PropertyTax => "tax",
        LeverId::CapitalGrants => "grant",
        LeverId::CircularProgramme => "circ",
        LeverId::MakerSpaces => "mk",
        LeverId::Skills => "sk",
        LeverId::Innovation => "innov",
    }
}

/// What a name in an equation stands for; `None` for a name that there is not.
#[must_use]
pub fn find(name: &str) -> Option<Term> {
    if let Some(quantity) = quantity::find(name) {
        return Some(Term::Quantity(quantity));
    }
    if let Ok(id) = name.parse() {
        return Some(Term::Parameter(id));
    }
    if let Some(of) = name.strip_suffix("_ref").and_then(quantity::find) {
        return Some(Term::Reference(of));
    }
    let driver = |name: &str| DRIVERS.iter().find(|(known, _)| *known == name).map(|(_, id)| *id);
    if let Some(id) = driver(name) {
        return Some(Term::Driver(id));
    }
    if let Some(id) = name.strip_suffix(",base").and_then(driver) {
        return Some(Term::Baseline(id));
    }
    let lever = |name: &str| LeverId::all().find(|id| ending(*id) == name);
    if let Some(id) = name.strip_suffix(",ref").and_then(|k| k.strip_prefix("K_")).and_then(lever) {
        return Some(Term::Adopted(Some(id)));
    }
    if let Some((of, id)) = name.split_once('_').and_then(|(of, rest)| Some((of, lever(rest)?))) {
        return Some(Term::OfLever(quantity::find(of)?, id));
    }
    let field =
        |table: &[(&str, &'static str)]| table.iter().find(|(known, _)| *known == name).map(|(_, field)| *field);
    match name {
        "ref" => Some(Term::Adopted(None)),
        "τ" => Some(Term::Lag),
        _ => field(&STARTS).map(Term::Start).or_else(|| field(&SECTORS).map(Term::Sector)),
    }
}
