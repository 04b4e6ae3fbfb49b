//! What the user looks at. Never part of a document, never undone.

use strum::IntoEnumIterator as _;

use crate::model::indicators::Indicator;
use crate::scenario::document::Measure;
use crate::text;

use super::backcast::LookBack;

/// Which city, or all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// All cities beside each other.
    All,
    /// One city, by id.
    City(String),
}

/// The tabs of the centre.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::EnumIter, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Tab {
    /// Headline cards and charts.
    #[default]
    Overview,
    /// What became of every square metre.
    Space,
    /// Which lever did it.
    Why,
    /// Which levers are not at adopted policy.
    Changes,
    /// Scenarios beside each other.
    Compare,
    /// How far the model would have been off in the past.
    Backcast,
    /// Jobs by sub-sector.
    Sectors,
    /// The yearly public budget of the package.
    Budget,
    /// Who decides, who gains and who loses.
    Stakeholders,
    /// How the model fits the city's past.
    Fit,
    /// The scenario's notes, the city's data and its caveats.
    About,
    /// Everything that is known, with its sources.
    Sources,
    /// The model document.
    Model,
}

impl Tab {
    /// Every tab in the order shown.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::iter()
    }

    /// Its id in texts and preferences.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Its label.
    #[must_use]
    pub fn label(self) -> &'static str {
        text::of("tab", self.id()).unwrap_or(self.id())
    }
}

/// What the user looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Which city.
    pub place: Place,
    /// Which tab.
    pub tab: Tab,
    /// The chosen year, on cards and as a line on charts.
    pub year: i32,
    /// What the tab “Why” explains.
    pub explained: Measure,
    /// What all cities are compared by; not kept between runs.
    pub together: Indicator,
    /// Where the period of the space ledger begins, if not with the projection.
    pub ledger_from: Option<i32>,
    /// Whether charts show all of history or begin near the present.
    pub long_history: bool,
    /// What of the back-cast is shown.
    pub look_back: LookBack,
    /// The years to which all charts are zoomed, both included; not kept between
    /// runs.
    pub years: Option<(i32, i32)>,
    /// How wide charts are drawn that are taken away (pixels).
    pub picture_width: u32,
}

impl View {
    /// The year shown where nobody chose one.
    pub const DEFAULT_YEAR: i32 = 2040;
    /// Where charts begin unless all of history is asked for.
    pub const RECENT: i32 = 1990;
    /// How wide charts are drawn that are taken away unless another width was chosen
    /// (pixels).
    pub const PICTURE_WIDTH: u32 = 1600;
    /// The fewest years to which charts can be zoomed.
    pub const FEWEST_YEARS: i32 = 4;
}

impl Default for View {
    fn default() -> Self {
        Self {
            place: Place::All,
            tab: Tab::default(),
            year: Self::DEFAULT_YEAR,
            explained: Measure::Indicator(Indicator::ManufacturingJobs),
            together: Indicator::ManufacturingJobs,
            ledger_from: None,
            long_history: false,
            look_back: LookBack::default(),
            years: None,
            picture_width: Self::PICTURE_WIDTH,
        }
    }
}
