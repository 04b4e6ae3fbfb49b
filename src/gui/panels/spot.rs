//! Where a chart stands: what its card and the target on it must know.

/// Where a chart stands.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The city, by id.
    pub city: &'a str,
    /// The chosen year.
    pub year: i32,
    /// Whether lines carry their names.
    pub named: bool,
}
