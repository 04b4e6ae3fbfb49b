//! What is expected of all parameters at once.

use crate::model::city::CityPack;
use crate::model::parameters::{ParameterId, Parameters};
use crate::model::provenance::Prior;

use super::Library;

impl Library {
    /// What is expected of every parameter in a city.
    ///
    /// # Errors
    /// A parameter without a value, which the checks rule out.
    pub fn parameters_in(&self, pack: &CityPack) -> Result<Parameters<f64>, ParameterId> {
        complete(|id| self.expected(pack, id))
    }

    /// What is expected of every parameter in a city that is not known.
    ///
    /// # Errors
    /// A parameter without a value, which the checks rule out.
    pub fn parameters_anywhere(&self) -> Result<Parameters<f64>, ParameterId> {
        complete(|id| self.parameters.get(id.id()).map(Prior::expected))
    }
}

fn complete(value: impl Fn(ParameterId) -> Option<f64>) -> Result<Parameters<f64>, ParameterId> {
    let mut missing = None;
    let all = Parameters::from_fn(|id| {
        value(id).unwrap_or_else(|| {
            missing = Some(id);
            f64::NAN
        })
    });
    missing.map_or(Ok(all), Err)
}
