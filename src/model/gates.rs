//! What can keep a lever from doing anything: the conditions under which the
//! equations multiply it by nothing, lever by lever.
//!
//! Whether a lever does something is for the model to say, by a run with it and
//! a run without. A gate says why not, and is told from the same equations.

use super::floorspace::viable;
use super::inputs::Inputs;
use super::levers::LeverId;
use super::parameters::ParameterId;
use super::schedule::LeverSetting;
use super::trace::{Snapshot, Trace};

/// The share of dense building that must pay somewhere in a run for
/// intensification to be more than a plan.
const SOME_PAYS: f64 = 0.01;

/// Something that a lever works through, and that may be shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gate {
    /// It has a level beside that of adopted policy.
    Room,
    /// Its change begins before the last year: up to and including the start nothing differs.
    Time,
    /// Land is released.
    Release,
    /// The plot ratio asked for is above that of conventional building.
    Denser,
    /// Some rent carries building that dense.
    Viable,
    /// There is affordable space, or a quota that makes some.
    AffordableSpace,
    /// Affordable space is let below the market.
    Discount,
    /// Market rents rise above those of sitting tenants, or the lever deters building.
    RisingRent,
    /// A parameter is not zero.
    Parameter(ParameterId),
}

/// The gates of a lever, in the order in which to tell of them.
#[must_use]
pub const fn gates(lever: LeverId) -> &'static [Gate] {
    use Gate::{AffordableSpace, Denser, Discount, Parameter, Release, RisingRent, Room, Time, Viable};
    match lever {
        LeverId::ReleasePace => {
            &[Room, Time, Parameter(ParameterId::Fidelity), Parameter(ParameterId::HazardOther), Release]
        }
        LeverId::Reprovision => &[Room, Time, Release],
        LeverId::Intensification => &[Room, Time, Denser, Parameter(ParameterId::IntensificationRate), Viable],
        LeverId::AffordableQuota => &[Room, Time, Discount],
        LeverId::AffordableDiscount => &[Room, Time, AffordableSpace],
        LeverId::Stabilisation => &[Room, Time, RisingRent],
        LeverId::PropertyTax => &[Room, Time, Parameter(ParameterId::TaxRatio)],
        LeverId::ProtectedShare
        | LeverId::NewLand
        | LeverId::PublicOwnership
        | LeverId::CapitalGrants
        | LeverId::CircularProgramme
        | LeverId::MakerSpaces
        | LeverId::Skills
        | LeverId::Innovation => &[Room, Time],
    }
}

/// The first gate of a lever that is shut: in this run, and for all of these
/// settings of the lever. `None` where every gate is open.
#[must_use]
pub fn shut(lever: LeverId, tried: &[LeverSetting], inputs: &Inputs, trace: &Trace) -> Option<Gate> {
    gates(lever).iter().copied().find(|gate| gate.is_shut(lever, tried, inputs, trace))
}

impl Gate {
    fn is_shut(self, lever: LeverId, tried: &[LeverSetting], inputs: &Inputs, trace: &Trace) -> bool {
        let p = &trace.constants.p;
        let never = |holds: &dyn Fn(&Snapshot) -> bool| !trace.years.iter().any(holds);
        match self {
            Self::Room => tried.iter().all(|s| s.level.to_bits() == inputs.adopted(lever).to_bits()),
            Self::Time => tried.iter().all(|s| s.start >= inputs.span().1),
            Self::Release => never(&|y| y.flows.land.released() > 0.0),
            Self::Denser => tried.iter().all(|s| s.level <= p.plot_conventional),
            Self::Viable => {
                never(&|y| tried.iter().any(|s| viable(&trace.constants, s.level, y.state.rent) >= SOME_PAYS))
            }
            Self::AffordableSpace => {
                never(&|y| y.state.affordable > 0.0 || y.controls.effect(LeverId::AffordableQuota) > 0.0)
            }
            Self::Discount => never(&|y| y.controls.effect(LeverId::AffordableDiscount) > 0.0),
            Self::RisingRent => p.stabilisation_deterrence <= 0.0 && never(&|y| y.state.rent > y.state.passing_rent),
            Self::Parameter(id) => p.get(id).abs() < f64::EPSILON,
        }
    }
}
