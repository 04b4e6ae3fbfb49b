//! What is believed about the constants of a city before anything is drawn.

use crate::model::calibration::Calibration;
use crate::model::parameters::ParameterId;
use crate::model::provenance::Prior;

/// What is believed about one parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Belief {
    /// Somebody fixed it: every member uses this value.
    Fixed(f64),
    /// The prior of all cities, in units of which one of the city's is so many:
    /// the truth is taken to be the same everywhere.
    Everywhere(Prior, f64),
    /// The city's own prior.
    Here(Prior),
}

/// What is believed about a city.
#[derive(Clone, Debug, PartialEq)]
pub struct Beliefs {
    /// The city's id, which names its random numbers.
    pub city: String,
    /// A belief for every parameter, in the order of [`ParameterId::ALL`].
    pub parameters: Vec<Belief>,
    /// What the city's history adds, where it has been calibrated: it takes the
    /// place of the priors, but not of fixed values.
    pub calibration: Option<Calibration>,
    /// The ids of the sub-sectors, in the order of the pack.
    pub sectors: Vec<String>,
}

impl Beliefs {
    /// The belief about a parameter; `None` only if the list is too short.
    #[must_use]
    pub fn of(&self, id: ParameterId) -> Option<&Belief> {
        self.parameters.get(id as usize)
    }
}
