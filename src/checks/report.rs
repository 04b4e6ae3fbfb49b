//! What was expected, and what the model shows.

/// The results of all checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// One entry a check, in the order in which they are written.
    pub checked: Vec<Checked>,
}

/// A check with its results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What others found, or what must hold.
    pub title: String,
    /// How it is put to the model.
    pub note: String,
    /// The sources, cited.
    pub sources: Vec<String>,
    /// The results.
    pub rows: Vec<Row>,
}

/// One expectation and what each city shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is looked at.
    pub what: String,
    /// Where it must lie; empty where the figure is only told.
    pub expected: String,
    /// City by city.
    pub shown: Vec<Shows>,
}

/// What one city shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shows {
    /// Name of the city.
    pub city: String,
    /// The figure, with its unit, or why there is none.
    pub figure: String,
    /// Whether it lies where it must.
    pub holds: bool,
}

impl Row {
    /// Whether every city shows what is expected.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.shown.iter().all(|shows| shows.holds)
    }
}

impl Report {
    /// Every figure that is not where it must be, in a sentence each.
    pub fn failures(&self) -> impl Iterator<Item = String> + '_ {
        self.checked.iter().flat_map(|checked| {
            checked.rows.iter().flat_map(move |row| {
                row.shown.iter().filter(|shows| !shows.holds).map(move |shows| {
                    format!(
                        "{}: {}: {}: {}, expected {}",
                        checked.title, shows.city, row.what, shows.figure, row.expected
                    )
                })
            })
        })
    }

    /// How many figures must lie somewhere.
    #[must_use]
    pub fn figures(&self) -> usize {
        let rows = self.checked.iter().flat_map(|checked| &checked.rows);
        rows.filter(|row| !row.expected.is_empty()).map(|row| row.shown.len()).sum()
    }
}
