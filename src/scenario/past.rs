//! The back-cast of what is known: from a library to the series of its cities.

use crate::analysis::backcast::{JobsSeries, Report};
use crate::evidence::{Library, Peers};
use crate::model::city::CityPack;
use crate::model::parameters::ParameterId;

/// The back-cast of the cities that are wanted and of this panel.
///
/// # Errors
/// A sentence about a series or parameter that makes no sense, which the checks
/// rule out.
pub fn backcast(library: &Library, wanted: impl Fn(&CityPack) -> bool, panel: &Peers) -> Result<Report, String> {
    let without = |id: ParameterId| format!("{id} has no value");
    let packs = library.packs.values().filter(|pack| wanted(pack));
    let packs = packs.map(|pack| Ok((pack, library.parameters_in(pack).map_err(without)?)));
    let packs = packs.collect::<Result<Vec<_>, String>>()?;
    let panel = panel.iter().map(|(id, series)| JobsSeries::peer(id, series)).collect();
    Report::of_cities(packs, panel, &library.parameters_anywhere().map_err(without)?)
}
