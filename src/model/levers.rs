//! The fifteen levers: one table from which sliders, help, files and tests follow.

use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator as _;

use super::parameters::ParameterId;
use super::text_id::text_id;

/// A policy lever. Its text form is `group.name`, as in files and after `--set`.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::EnumIter,
    strum::EnumCount,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::Display,
    Serialize,
    Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub enum LeverId {
    /// Share of industrial land that is protected.
    #[strum(serialize = "zoning.protected_share")]
    ProtectedShare,
    /// Pace of release of the rest.
    #[strum(serialize = "zoning.release_pace")]
    ReleasePace,
    /// Industrial floorspace rebuilt on released sites.
    #[strum(serialize = "zoning.reprovision")]
    Reprovision,
    /// Target plot ratio of protected sites.
    #[strum(serialize = "zoning.intensification")]
    Intensification,
    /// New industrial land.
    #[strum(serialize = "zoning.new_land")]
    NewLand,
    /// Affordable share of new and re-provided space.
    #[strum(serialize = "rent.affordable_quota")]
    AffordableQuota,
    /// Discount in affordable space.
    #[strum(serialize = "rent.affordable_discount")]
    AffordableDiscount,
    /// Public or trust ownership of the stock.
    #[strum(serialize = "rent.public_ownership")]
    PublicOwnership,
    /// Rent stabilisation for sitting tenants.
    #[strum(serialize = "rent.stabilisation")]
    Stabilisation,
    /// Property tax for manufacturers.
    #[strum(serialize = "rent.property_tax")]
    PropertyTax,
    /// Capital grants to small manufacturers.
    #[strum(serialize = "incentives.capital_grants")]
    CapitalGrants,
    /// Material recovered in the city.
    #[strum(serialize = "incentives.circular_programme")]
    CircularProgramme,
    /// Supported maker-spaces and workshops.
    #[strum(serialize = "incentives.maker_spaces")]
    MakerSpaces,
    /// Skills and apprenticeship places.
    #[strum(serialize = "incentives.skills")]
    Skills,
    /// Innovation and cluster support.
    #[strum(serialize = "incentives.innovation")]
    Innovation,
}

/// The number of levers.
pub const LEVERS: usize = <LeverId as strum::EnumCount>::COUNT;

/// A group of levers, in the order of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumIter, strum::Display, strum::IntoStaticStr)]
pub enum LeverGroup {
    /// Land and building rules.
    Zoning,
    /// What space costs.
    Rent,
    /// Public programmes.
    Incentives,
}

/// How well the effect of a lever is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::Display, strum::IntoStaticStr)]
pub enum Grade {
    /// Quasi-experimental and locally relevant.
    A,
    /// Quasi-experimental elsewhere, or counts.
    B,
    /// Descriptive.
    C,
    /// Judgement.
    D,
}

/// The unit of a lever's level as the user sees it, in files too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeverUnit {
    /// Per cent of something, named in `of`.
    Percent,
    /// Multiple of the reference.
    TimesReference,
    /// Plot ratio: floorspace over site area.
    PlotRatio,
    /// Hectares a year.
    HectaresPerYear,
    /// Millions of the city's currency a year.
    MillionsPerYear,
    /// Thousand tonnes a year.
    KilotonnesPerYear,
    /// Square metres.
    SquareMetres,
    /// Places a year.
    PlacesPerYear,
}

impl LeverUnit {
    /// Factor from the level in files to the number in the equations.
    #[must_use]
    pub const fn scale(self) -> f64 {
        match self {
            Self::Percent => 0.01,
            Self::MillionsPerYear => 1e6,
            _ => 1.0,
        }
    }

    /// The unit in words; `currency` stands for the city's currency code.
    #[must_use]
    pub fn text(self, currency: &str) -> String {
        match self {
            Self::Percent => "%".to_owned(),
            Self::TimesReference => "× reference".to_owned(),
            Self::PlotRatio => "plot ratio".to_owned(),
            Self::HectaresPerYear => "ha/yr".to_owned(),
            Self::MillionsPerYear => format!("million {currency}/yr"),
            Self::KilotonnesPerYear => "kt/yr".to_owned(),
            Self::SquareMetres => "m²".to_owned(),
            Self::PlacesPerYear => "places/yr".to_owned(),
        }
    }
}

/// The upper or lower end of a lever's range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// The same in every city.
    At(f64),
    /// The city's adopted policy.
    Reference,
    /// Set by the city pack.
    Pack,
}

/// What a lever is, everywhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverSpec {
    /// Which lever.
    pub id: LeverId,
    /// Its group.
    pub group: LeverGroup,
    /// Name in the panel.
    pub name: &'static str,
    /// Unit of the level.
    pub unit: LeverUnit,
    /// What the level is a share or multiple of.
    pub of: &'static str,
    /// Lower end.
    pub min: End,
    /// Upper end.
    pub max: End,
    /// A sensible step for an arrow key, in the lever's unit.
    pub step: f64,
    /// Decimals shown.
    pub decimals: usize,
    /// The parameter that holds its mean delay.
    pub lag: ParameterId,
    /// Evidence grade of its effect on the thing it moves first.
    pub grade: Grade,
    /// The grade in words, where parts differ.
    pub grade_note: &'static str,
    /// What it is in the real world.
    pub meaning: &'static str,
    /// How it works in the model: the path from the lever to jobs.
    pub channel: &'static str,
    /// Keys of the sources behind its effect.
    pub sources: &'static [&'static str],
}

text_id!(LeverId, "lever");

impl LeverId {
    /// Every lever in the order of the panel.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Position in arrays of lever values.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its definition.
    #[must_use]
    pub const fn spec(self) -> &'static LeverSpec {
        &SPECS[self as usize]
    }
}

/// The table of levers, in the order of [`LeverId`].
static SPECS: [LeverSpec; LEVERS] = [
    LeverSpec {
        id: LeverId::ProtectedShare,
        group: LeverGroup::Zoning,
        name: "Protected share of industrial land",
        unit: LeverUnit::Percent,
        of: "industrial land outside the pipeline",
        min: End::At(0.0),
        max: End::At(100.0),
        step: 1.0,
        decimals: 0,
        lag: ParameterId::LagProtectedShare,
        grade: Grade::B,
        grade_note: "B for land kept, D for jobs",
        meaning: "Land that the plan reserves for industry, such as strategic industrial locations in London or industrial zones in Brussels, where a change to housing is refused.",
        channel: "Moves land into the class with a low release hazard. Less release keeps floorspace, which raises vacancy, slows rents and lowers occupancy cost; jobs follow cost. There is no direct path from zoning to jobs.",
        sources: &["lit-34", "lit-40", "lit-41"],
    },
    LeverSpec {
        id: LeverId::ReleasePace,
        group: LeverGroup::Zoning,
        name: "Pace of release of the rest",
        unit: LeverUnit::TimesReference,
        of: "the reference pace of release",
        min: End::At(0.0),
        max: End::At(3.0),
        step: 0.05,
        decimals: 2,
        lag: ParameterId::LagReleasePace,
        grade: Grade::B,
        grade_note: "",
        meaning: "How readily applications to turn unprotected industrial land into something else are granted: 1 is the pace of recent years.",
        channel: "Multiplies the release hazard, weakened by the fidelity with which announced paces are carried out.",
        sources: &["lit-31", "lit-42", "lit-43", "lit-44"],
    },
    LeverSpec {
        id: LeverId::Reprovision,
        group: LeverGroup::Zoning,
        name: "Re-provision on released sites",
        unit: LeverUnit::Percent,
        of: "floorspace on released sites",
        min: End::At(0.0),
        max: End::At(100.0),
        step: 1.0,
        decimals: 0,
        lag: ParameterId::LagReprovision,
        grade: Grade::C,
        grade_note: "",
        meaning: "The share of the industrial floorspace on a released site that must be built again there: 100 is no net loss.",
        channel: "Puts floorspace back when a site is released. It counts whole in the stock, but only part of it suits manufacturers, so it saves fewer of the jobs on the site.",
        sources: &["lit-48", "lit-49", "lit-50", "lit-38", "lit-39"],
    },
    LeverSpec {
        id: LeverId::Intensification,
        group: LeverGroup::Zoning,
        name: "Intensification of protected sites",
        unit: LeverUnit::PlotRatio,
        of: "site area",
        min: End::Reference,
        max: End::At(2.0),
        step: 0.05,
        decimals: 2,
        lag: ParameterId::LagIntensification,
        grade: Grade::C,
        grade_note: "",
        meaning: "The floorspace per site area that plans ask for when protected sites are rebuilt; above about 0.65 that means several storeys.",
        channel: "Adds floorspace on protected land where rents carry the cost of multi-storey building; at low rents nothing is built.",
        sources: &["lit-33", "lit-63"],
    },
    LeverSpec {
        id: LeverId::NewLand,
        group: LeverGroup::Zoning,
        name: "New industrial land",
        unit: LeverUnit::HectaresPerYear,
        of: "",
        min: End::At(0.0),
        max: End::Pack,
        step: 1.0,
        decimals: 0,
        lag: ParameterId::LagNewLand,
        grade: Grade::C,
        grade_note: "",
        meaning: "Land newly allocated to industry each year.",
        channel: "Joins the protected land and is built on, with the usual delay from permission to completion.",
        sources: &["lit-30"],
    },
    LeverSpec {
        id: LeverId::AffordableQuota,
        group: LeverGroup::Rent,
        name: "Affordable workspace quota",
        unit: LeverUnit::Percent,
        of: "new and re-provided space",
        min: End::At(0.0),
        max: End::At(40.0),
        step: 1.0,
        decimals: 0,
        lag: ParameterId::LagAffordableQuota,
        grade: Grade::C,
        grade_note: "",
        meaning: "The share of new industrial space that planning obligations reserve for tenants at a discount.",
        channel: "Builds up a stock of cheaper space, which lowers average occupancy cost; developers answer by building a little less.",
        sources: &["lit-85", "lit-86"],
    },
    LeverSpec {
        id: LeverId::AffordableDiscount,
        group: LeverGroup::Rent,
        name: "Discount in affordable space",
        unit: LeverUnit::Percent,
        of: "market rent",
        min: End::At(0.0),
        max: End::At(60.0),
        step: 1.0,
        decimals: 0,
        lag: ParameterId::LagAffordableDiscount,
        grade: Grade::C,
        grade_note: "",
        meaning: "How far below the market rent affordable space is let.",
        channel: "Lowers the occupancy cost of the affordable part of the stock; with a quota it also discourages some building.",
        sources: &["lit-85", "lit-61"],
    },
    LeverSpec {
        id: LeverId::PublicOwnership,
        group: LeverGroup::Rent,
        name: "Public or trust ownership",
        unit: LeverUnit::Percent,
        of: "the floorspace stock",
        min: End::At(0.0),
        max: End::At(30.0),
        step: 0.5,
        decimals: 1,
        lag: ParameterId::LagPublicOwnership,
        grade: Grade::C,
        grade_note: "",
        meaning: "Industrial buildings held by the city, a development agency or a trust, and let below the market for good.",
        channel: "Lowers average occupancy cost, removes most of the release hazard of that space, and costs capital.",
        sources: &["lit-83", "lit-60", "lit-102"],
    },
    LeverSpec {
        id: LeverId::Stabilisation,
        group: LeverGroup::Rent,
        name: "Rent stabilisation",
        unit: LeverUnit::Percent,
        of: "market growth not passed on to sitting tenants",
        min: End::At(0.0),
        max: End::At(80.0),
        step: 1.0,
        decimals: 0,
        lag: ParameterId::LagStabilisation,
        grade: Grade::D,
        grade_note: "",
        meaning: "A cap on how much of a rise in market rents a sitting tenant has to pay at review.",
        channel: "Slows the rise of passing rents when the market is above them, and discourages some building.",
        sources: &["judgement"],
    },
    LeverSpec {
        id: LeverId::PropertyTax,
        group: LeverGroup::Rent,
        name: "Property tax for manufacturers",
        unit: LeverUnit::Percent,
        of: "change of the tax bill",
        min: End::At(-50.0),
        max: End::At(25.0),
        step: 1.0,
        decimals: 0,
        lag: ParameterId::LagPropertyTax,
        grade: Grade::A,
        grade_note: "A for the sign, B for who gains in the end",
        meaning: "A change in business rates, précompte immobilier or OZB on space used by manufacturers.",
        channel: "Changes occupancy cost at once; over a few leases most of a relief comes back as higher rent.",
        sources: &["lit-2", "lit-5", "lit-6"],
    },
    LeverSpec {
        id: LeverId::CapitalGrants,
        group: LeverGroup::Incentives,
        name: "Capital grants to small manufacturers",
        unit: LeverUnit::MillionsPerYear,
        of: "",
        min: End::At(0.0),
        max: End::Pack,
        step: 0.5,
        decimals: 1,
        lag: ParameterId::LagCapitalGrants,
        grade: Grade::A,
        grade_note: "",
        meaning: "Investment grants to small manufacturing firms.",
        channel: "Each net job has a public cost and a life; the jobs need floorspace like others. The cost is per net job already, so no further deadweight is taken off.",
        sources: &["lit-7", "lit-8", "lit-9", "lit-11"],
    },
    LeverSpec {
        id: LeverId::CircularProgramme,
        group: LeverGroup::Incentives,
        name: "Circular material programme",
        unit: LeverUnit::KilotonnesPerYear,
        of: "",
        min: End::At(0.0),
        max: End::Pack,
        step: 5.0,
        decimals: 0,
        lag: ParameterId::LagCircularProgramme,
        grade: Grade::C,
        grade_note: "",
        meaning: "Material that is repaired, remanufactured or recycled in the city because of a programme, beyond what happens today.",
        channel: "Jobs per thousand tonnes by kind of recovery, net of jobs elsewhere, of which a share is manufacturing.",
        sources: &["lit-73", "lit-74", "lit-76", "lit-77"],
    },
    LeverSpec {
        id: LeverId::MakerSpaces,
        group: LeverGroup::Incentives,
        name: "Maker-spaces and workshops",
        unit: LeverUnit::SquareMetres,
        of: "",
        min: End::At(0.0),
        max: End::Pack,
        step: 500.0,
        decimals: 0,
        lag: ParameterId::LagMakerSpaces,
        grade: Grade::D,
        grade_note: "",
        meaning: "Community workshops, fabrication labs and shared production space that the city supports.",
        channel: "Hosts jobs at the density of maker-spaces; part of them would exist anyway.",
        sources: &["lit-30", "lit-60", "lit-61", "lit-87"],
    },
    LeverSpec {
        id: LeverId::Skills,
        group: LeverGroup::Incentives,
        name: "Skills and apprenticeships",
        unit: LeverUnit::PlacesPerYear,
        of: "",
        min: End::At(0.0),
        max: End::Pack,
        step: 50.0,
        decimals: 0,
        lag: ParameterId::LagSkills,
        grade: Grade::B,
        grade_note: "B for the person, D for the firm",
        meaning: "Publicly paid apprenticeship and training places in manufacturing.",
        channel: "A small lasting rise of desired jobs, with a ceiling shared with innovation support; half the evidence finds none for firms.",
        sources: &["lit-19", "lit-22"],
    },
    LeverSpec {
        id: LeverId::Innovation,
        group: LeverGroup::Incentives,
        name: "Innovation and cluster support",
        unit: LeverUnit::MillionsPerYear,
        of: "",
        min: End::At(0.0),
        max: End::Pack,
        step: 0.5,
        decimals: 1,
        lag: ParameterId::LagInnovation,
        grade: Grade::B,
        grade_note: "B for the firm, D for the city",
        meaning: "Support to groups of firms for new products and processes.",
        channel: "A small lasting rise of desired jobs, with a ceiling shared with skills; effects on firms are halved for selection.",
        sources: &["lit-11", "lit-20", "lit-21"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_ids() {
        for id in LeverId::all() {
            assert_eq!(id.spec().id, id);
        }
    }
}
