//! `--members` and `--seed`: the ensemble of a command that computes.

use clap::builder::RangedU64ValueParser;

use crate::analysis::ensemble::{Ensemble, MOST, References, Results, SEED, TO_THE_END, USUAL};
use crate::evidence::Library;
use crate::model::projection::Inputs;
use crate::scenario::document::Scenario;
use crate::scenario::lower;

use super::Failure;

/// The options of every command that computes ranges.
#[derive(Debug, clap::Args)]
pub struct MembersArgs {
    /// Members of the ensemble; with one there is only the central run
    #[arg(long, value_name = "N", default_value_t = USUAL, value_parser = RangedU64ValueParser::<usize>::new().range(1..=MOST as u64))]
    pub members: usize,
    /// Seed of the ensemble
    #[arg(long, value_name = "N", default_value_t = SEED)]
    pub seed: u64,
}

/// The runs of a city's members.
pub struct Runs {
    /// Under adopted policy.
    pub reference: References,
    /// With the levers as set.
    pub scenario: Results,
}

impl MembersArgs {
    /// The runs of a city's members; `None` if only the central run is asked for.
    pub fn run(
        &self,
        scenario: &Scenario,
        id: &str,
        inputs: &Inputs,
        library: &Library,
    ) -> Result<Option<Runs>, Failure> {
        if self.members == 1 {
            return Ok(None);
        }
        let beliefs = lower::beliefs(scenario, id, library)?;
        Ok(Ensemble::draw(&beliefs, inputs, self.members, self.seed, TO_THE_END).and_then(|ensemble| {
            let reference = ensemble.reference(inputs, TO_THE_END)?;
            let scenario = ensemble.scenario(inputs, &reference, TO_THE_END)?;
            Some(Runs { reference, scenario })
        }))
    }
}
