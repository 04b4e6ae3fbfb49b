//! A chart as data.

use std::ops::RangeInclusive;

pub use crate::export::chart::picture::Marker;
use crate::model::indicators::Indicator;
use crate::scenario::document::Measure;
use crate::session::document::DocumentId;
use crate::session::figures::Display;
use crate::units::SPACE;

/// What a line stands for, which decides its colour and stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The world with levers at adopted policy: dashed.
    Reference,
    /// The scenario: solid, in the accent colour.
    Scenario,
    /// An official projection of the past: dotted.
    Forecast,
}

/// A line of values over years.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Name at its end.
    pub label: String,
    /// What it stands for.
    pub ink: Ink,
    /// Year and scaled value.
    pub points: Vec<[f64; 2]>,
}

/// The 80 % range of the scenario in each year, and the median.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Years.
    pub years: Vec<f64>,
    /// Scaled: one in ten futures lies below.
    pub low: Vec<f64>,
    /// Scaled: half of the futures lie below.
    pub median: Vec<f64>,
    /// Scaled: one in ten futures lies above.
    pub high: Vec<f64>,
}

impl Band {
    /// The lower end, the median and the upper end in a year.
    #[must_use]
    pub fn at(&self, year: i32) -> Option<[f64; 3]> {
        let i = self.years.iter().position(|y| (y - f64::from(year)).abs() < 0.5)?;
        Some([*self.low.get(i)?, *self.median.get(i)?, *self.high.get(i)?])
    }
}

/// Observed values.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// Name of the series.
    pub label: String,
    /// The shape of its marks.
    pub marker: Marker,
    /// Year and scaled value.
    pub points: Vec<[f64; 2]>,
}

/// A value to reach by a year.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetMark {
    /// The year.
    pub year: i32,
    /// The scaled value.
    pub value: f64,
}

/// A year in which levers begin to move, or have reached their level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// The year.
    pub year: i32,
    /// The levers that begin, by name.
    pub start: Vec<String>,
    /// The levers whose ramp ends.
    pub reached: Vec<String>,
}

/// What a scenario adds to a chart besides its numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// Where the line of the scenario was before the last change.
    pub ghost: Vec<[f64; 2]>,
    /// The document and its revision: what the ghost was left for.
    pub moment: Option<(DocumentId, u64)>,
    /// When levers begin and reach their level.
    pub turns: Vec<Turn>,
    /// The 80 % range of the policy effect.
    pub effect: Option<Band>,
    /// The values that the axis covers, where several charts have one axis.
    pub axis: Option<(f64, f64)>,
    /// The years that there are, if only some of them are shown.
    pub zoomed_from: Option<(i32, i32)>,
}

/// What a reader of a chart must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The series or topic it is about.
    pub about: String,
    /// The caveat or conflict.
    pub text: String,
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows, and what a target on it is about.
    pub measure: Measure,
    /// Title.
    pub title: String,
    /// Unit and definition, under the title.
    pub subtitle: String,
    /// Accessible name: title and city.
    pub name: String,
    /// How values are scaled and written.
    pub display: Display,
    /// Lines, the last on top.
    pub lines: Vec<Line>,
    /// The range of the scenario, once it is known.
    pub band: Option<Band>,
    /// Observed values.
    pub dots: Vec<Dots>,
    /// Targets.
    pub targets: Vec<TargetMark>,
    /// Whether the axis starts at zero.
    pub from_zero: bool,
    /// First year of the axis.
    pub first_year: i32,
    /// Last year of the axis.
    pub last_year: i32,
    /// Caveats and conflicts.
    pub notes: Vec<Note>,
    /// A short line where the data is thin.
    pub thin: Option<String>,
    /// What the scenario adds.
    pub extras: Extras,
}

impl Chart {
    /// The indicator behind it.
    #[must_use]
    pub const fn indicator(&self) -> Indicator {
        self.measure.indicator()
    }

    /// The smallest and largest value in the years shown.
    #[must_use]
    pub fn value_range(&self) -> Option<(f64, f64)> {
        let years = self.shown();
        let points = self.lines.iter().flat_map(|l| &l.points).chain(self.dots.iter().flat_map(|d| &d.points));
        let band = self.band.iter().flat_map(|band| {
            let edges = [&band.low, &band.high];
            edges.into_iter().flat_map(|edge| band.years.iter().zip(edge).map(|(year, value)| [*year, *value]))
        });
        let points = points.copied().chain(band);
        let shown = points.filter(|p| years.contains(&p[0]) && p[1].is_finite()).map(|p| p[1]);
        let (low, high) = shown
            .chain(self.targets.iter().filter(|t| years.contains(&f64::from(t.year))).map(|t| t.value))
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        (low <= high).then_some((low, high))
    }

    /// The scaled value of a line in a year.
    #[must_use]
    pub fn at(&self, ink: Ink, year: i32) -> Option<f64> {
        point(&self.lines.iter().find(|l| l.ink == ink)?.points, year)
    }

    /// A scaled value with its unit.
    #[must_use]
    pub fn text(&self, scaled: f64) -> String {
        self.display.level(scaled * self.display.divisor).line()
    }

    /// Numbers that are written without their unit, with it; `value` is one of them.
    pub(super) fn with_unit(&self, numbers: String, value: f64) -> String {
        let unit = self.display.level(value).unit;
        let space = if unit.is_empty() || unit.starts_with('/') { String::new() } else { SPACE.to_string() };
        [numbers, space, unit].concat()
    }

    /// The years shown.
    #[must_use]
    pub fn shown(&self) -> RangeInclusive<f64> {
        f64::from(self.first_year)..=f64::from(self.last_year)
    }
}

/// The value of a series in a year, if it has one.
#[must_use]
pub fn point(points: &[[f64; 2]], year: i32) -> Option<f64> {
    let year = f64::from(year);
    points.iter().find(|p| (p[0] - year).abs() < 0.5).map(|p| p[1]).filter(|value| value.is_finite())
}
