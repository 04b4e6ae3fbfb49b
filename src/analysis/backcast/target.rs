//! What the back-cast was meant to reach, and whether it did.

use super::bootstrap::{Ratio, over};
use super::forecast::Mode;
use super::group::{Group, pooled};
use super::official::Official;
use super::scores::{ENOUGH_BLOCKS, Scores};
use super::series::{JobsSeries, Kind};

/// What an error is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The trend.
    Trend,
    /// The better of trend and no change.
    Better,
    /// The official forecast.
    Official,
}

impl Bar {
    /// As shown to the user.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Trend => "the trend",
            Self::Better => "the better of trend and no change",
            Self::Official => "the official forecast",
        }
    }
}

/// A figure to reach: the model's mean absolute error over that of a rival.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Whose forecasts.
    pub of: String,
    /// Years ahead; `None` for a path judged in several years.
    pub horizon: Option<u32>,
    /// The rival.
    pub bar: Bar,
    /// The ratio, with its interval where there are blocks to draw.
    pub ratio: Ratio,
    /// Independent blocks; a path from one origin is one.
    pub blocks: f64,
    /// The ratio to reach; `None` where a figure is only reported.
    pub reach: Option<f64>,
}

impl Target {
    /// Whether the figure is reached; `None` where there is none to reach, or the
    /// rival has no error to compare with.
    #[must_use]
    pub fn reached(&self) -> Option<bool> {
        self.reach.filter(|_| self.ratio.value.is_finite()).map(|reach| self.ratio.value <= reach)
    }

    /// Whether there are too few independent blocks for the figure to say much.
    #[must_use]
    pub fn cannot_fail(&self) -> bool {
        self.blocks < ENOUGH_BLOCKS
    }

    fn of(group: &Group, scores: &Scores, bar: Bar, reach: Option<f64>) -> Self {
        let ratio = if bar == Bar::Trend { scores.against_trend } else { scores.against_better };
        Self { of: group.id.clone(), horizon: Some(scores.horizon), bar, ratio, blocks: scores.blocks(), reach }
    }
}

/// To be reached on the three cities against the trend: horizon and ratio.
const CITIES: [(u32, f64); 4] = [(1, 1.0), (3, 1.0), (5, 0.95), (10, 0.90)];

/// To be reached on cities the method has not seen, at every horizon: against
/// the trend, and against the better of trend and no change.
const UNSEEN: (f64, f64) = (0.90, 1.10);

/// An official projection is to be beaten where at least as many years judge it;
/// over fewer it is reported.
const JUDGED: usize = 5;

/// What was to be reached, as far as the groups are there, and the official
/// projections beside the model.
pub(super) fn targets(series: &[JobsSeries], groups: &[Group], officials: &[Official]) -> Vec<Target> {
    let group = |id: &str| groups.iter().find(|group| group.id == id);
    let mut all = Vec::new();
    if let Some(cities) = group(pooled::CITIES) {
        let reached = CITIES.iter().filter_map(|(horizon, reach)| Some((cities.at(Mode::ExAnte, *horizon)?, *reach)));
        all.extend(reached.map(|(scores, reach)| Target::of(cities, scores, Bar::Trend, Some(reach))));
    }
    // The panel, or the one series that the user brought.
    let given = || series.first().filter(|one| one.kind == Kind::Given).and_then(|one| group(&one.id));
    if let Some(unseen) = group(pooled::PANEL).or_else(given) {
        for (_, scores) in unseen.scores.iter().filter(|(mode, _)| *mode == Mode::ExAnte) {
            all.push(Target::of(unseen, scores, Bar::Trend, Some(UNSEEN.0)));
            all.push(Target::of(unseen, scores, Bar::Better, Some(UNSEEN.1)));
        }
    }
    for official in officials {
        let (theirs, ours) = official.errors();
        let ratio = Ratio { value: over(ours, theirs), interval: None };
        let reach = (official.years.len() >= JUDGED).then_some(1.0);
        all.push(Target { of: official.id.clone(), horizon: None, bar: Bar::Official, ratio, blocks: 1.0, reach });
    }
    all
}
