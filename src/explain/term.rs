//! What a name in an equation stands for.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::quantity::{QUANTITIES, Quantity, Scope};
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
    /// A stock of the start.
    Start(&'static Field),
    /// A figure of the sub-sector.
    Sector(&'static Field),
    /// A driver of the outlook.
    Driver(DriverId),
    /// The same in the baseline outlook.
    Baseline(DriverId),
}

/// A figure of the pack that has a name in the equations.
#[derive(Debug)]
pub struct Field {
    /// Its name in the equations.
    pub symbol: &'static str,
    /// The name of its field in a pack.
    pub field: &'static str,
    /// What it is, in words.
    pub name: &'static str,
    /// Its unit; `currency` stands for the city's.
    pub unit: &'static str,
}

const fn field(symbol: &'static str, field: &'static str, name: &'static str, unit: &'static str) -> Field {
    Field { symbol, field, name, unit }
}

/// The stocks of the start.
pub static STARTS: [Field; 10] = [
    field("E0", "jobs", "Jobs at the start", "jobs"),
    field("σ", "scope", "Share of jobs in the counted floorspace", "share"),
    field("S0", "floorspace", "Floorspace at the start", "m²"),
    field("L0", "land", "Industrial land at the start, with the pipeline", "ha"),
    field("p0", "protected_share", "Protected share at the start", "share"),
    field("Π0", "pipeline", "Release pipeline at the start", "ha"),
    field("v0", "vacancy", "Vacancy at the start", "share"),
    field("rent", "rent", "Market rent at the start", "currency/m²/yr"),
    field("long_run_rent", "long_run_rent", "Log of long-run over market rent at the start", "log"),
    field("affordable_share", "affordable_share", "Affordable share of the stock at the start", "share"),
];

/// The figures of a sub-sector.
pub static SECTORS: [Field; 3] = [
    field("sh_s", "share", "Share of the jobs, by sub-sector", "share"),
    field("a_s", "space_per_job", "Floorspace per job, by sub-sector", "m²/job"),
    field("g_s", "trend", "Own trend, by sub-sector", "1/yr"),
];

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

/// The unit of a lever in the equations; `currency` stands for the city's.
#[must_use]
pub const fn unit(lever: LeverId) -> &'static str {
    match lever {
        LeverId::ProtectedShare
        | LeverId::Reprovision
        | LeverId::AffordableQuota
        | LeverId::AffordableDiscount
        | LeverId::PublicOwnership
        | LeverId::Stabilisation
        | LeverId::PropertyTax => "share",
        LeverId::ReleasePace => "× reference",
        LeverId::Intensification => "plot ratio",
        LeverId::NewLand => "ha/yr",
        LeverId::CapitalGrants | LeverId::Innovation => "currency/yr",
        LeverId::CircularProgramme => "kt/yr",
        LeverId::MakerSpaces => "m²",
        LeverId::Skills => "places/yr",
    }
}

/// What a name in an equation stands for; `None` for a name that there is not.
#[must_use]
pub fn find(name: &str) -> Option<Term> {
    TERMS.get(name).copied()
}

static TERMS: LazyLock<HashMap<String, Term>> = LazyLock::new(|| {
    let mut terms = HashMap::new();
    for (name, id) in DRIVERS {
        terms.insert(format!("{name},base"), Term::Baseline(id));
        terms.insert(name.to_owned(), Term::Driver(id));
    }
    for field in &STARTS {
        terms.insert(field.symbol.to_owned(), Term::Start(field));
    }
    for field in &SECTORS {
        terms.insert(field.symbol.to_owned(), Term::Sector(field));
    }
    terms.insert("ref".to_owned(), Term::Adopted(None));
    terms.insert("τ".to_owned(), Term::Lag);
    for quantity in QUANTITIES.iter() {
        terms.insert(format!("{}_ref", quantity.symbol), Term::Reference(quantity));
    }
    for id in LeverId::all() {
        terms.insert(format!("K_{},ref", ending(id)), Term::Adopted(Some(id)));
        for quantity in QUANTITIES.iter().filter(|quantity| quantity.scope() == Scope::Lever) {
            terms.insert(format!("{}_{}", quantity.symbol, ending(id)), Term::OfLever(quantity, id));
        }
    }
    terms.extend(ParameterId::ALL.iter().map(|id| (id.id().to_owned(), Term::Parameter(*id))));
    terms.extend(QUANTITIES.iter().map(|quantity| (quantity.symbol.to_owned(), Term::Quantity(quantity))));
    terms
});

/// The symbol of a driver.
#[must_use]
pub fn driver_symbol(id: DriverId) -> &'static str {
    DRIVERS.iter().find(|(_, of)| *of == id).map_or("", |(name, _)| name)
}
