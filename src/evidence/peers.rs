//! The jobs of other European cities: a panel to learn from and to be tried on.

use indexmap::IndexMap;

use crate::model::city::Series;
use crate::reading::Problem;

use super::library::shipped;

/// Series by id.
pub type Peers = IndexMap<String, Series>;

/// The manufacturing jobs of the panel's cities by series id. Read anew at each
/// call: only the back-cast, the checks and the list of sources want them, and
/// the window should not wait for them.
///
/// # Errors
/// When the shipped file cannot be read, which the tests rule out.
pub fn peers() -> Result<Peers, Problem> {
    shipped("assets/evidence/peers.ron", include_str!("../../assets/evidence/peers.ron"))
}
