//! A city's model as XMILE 1.0, for other engines: Stella, simlin, `PySD`.
//!
//! This is the model of `assets/docs/model.md` stated a second time, as text:
//! each file of a component mirrors the one of its name in [`crate::model`], and
//! a test runs what is exported in two other engines and compares every year
//! with the program's own.
//!
//! The file holds three runs side by side: the scenario, whose variables carry
//! their plain names; the reference, `reference_…`, under adopted policy and the
//! same outlook; and `baseline_…`, adopted policy under the baseline outlook, in
//! which the offset of the job trend is found. They share their constants.

mod accounts;
mod constants;
mod employment;
mod equation;
mod floorspace;
mod land;
mod levers;
mod origin;
mod outlook;
mod runs;
mod space_market;
mod unit;
mod variable;
mod write;

use crate::evidence::Library;
use crate::scenario::document::Scenario;
use crate::scenario::lower::{self, LowerError};

use origin::Origin;

/// Why a model cannot be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The scenario has no such city, or it cannot be computed.
    #[error(transparent)]
    Lower(#[from] LowerError),
    /// The model cannot be written as XML.
    #[error("the model cannot be written as XML: {0}")]
    Xml(#[from] std::io::Error),
}

/// The model of one city of a scenario as an XMILE file.
///
/// # Errors
/// If the scenario has no such city, or it cannot be computed.
pub fn document(scenario: &Scenario, city: &str, library: &Library) -> Result<Vec<u8>, ExportError> {
    let inputs = lower::inputs(scenario, city, library)?;
    let plan = scenario.cities.get(city).ok_or_else(|| LowerError::NoCity(city.to_owned()))?;
    let pack = library.packs.get(city).ok_or_else(|| LowerError::NoPack(city.to_owned()))?;
    let origin = Origin { library, pack, scenario, plan };
    Ok(write::file(&origin, inputs.span(), &runs::groups(&inputs, &origin))?)
}
