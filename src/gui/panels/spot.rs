//! Where a chart stands: what its card and the target on it must know.

use super::Scene;

/// Where a chart stands.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// What is open.
    pub scene: &'a Scene<'a>,
    /// The city, by id.
    pub city: &'a str,
    /// The chosen year.
    pub year: i32,
    /// Whether lines carry their names.
    pub named: bool,
}
