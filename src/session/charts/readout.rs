//! Everything that a chart says about one year.

use super::chart::{Chart, Ink, Marker, point};
use crate::t;

/// What a row of the read-out is drawn with in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// A line.
    Line(Ink),
    /// The line before the last change.
    Ghost,
    /// The 80 % range.
    Band,
    /// The median in it.
    Median,
    /// The marks of an observed series.
    Dots(Marker),
    /// A target.
    Target,
    /// Levers that turn.
    Turn,
    /// Nothing: it follows from other rows.
    None,
}

/// A row of the read-out.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is drawn with.
    pub carrier: Carrier,
    /// Of what.
    pub label: String,
    /// The value with its unit.
    pub value: String,
}

/// The rows of a year, the scenario first. Only what has a value there.
#[must_use]
pub fn rows(chart: &Chart, year: i32) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut push = |carrier, label: &str, value: Option<String>| {
        rows.extend(value.map(|value| Row { carrier, label: label.to_owned(), value }));
    };
    let line = |ink| chart.lines.iter().find(|line| line.ink == ink);
    if let Some(line) = line(Ink::Scenario) {
        push(Carrier::Line(Ink::Scenario), &line.label, point(&line.points, year).map(|v| chart.text(v)));
    }
    push(Carrier::Band, t!("graph-range"), chart.interval(year));
    let median = chart.band.as_ref().and_then(|band| band.at(year)).map(|[_, median, _]| chart.text(median));
    push(Carrier::Median, t!("graph-median"), median);
    push(Carrier::Ghost, t!("graph-before"), point(&chart.extras.ghost, year).map(|v| chart.text(v)));
    if let Some(line) = line(Ink::Reference) {
        push(Carrier::Line(Ink::Reference), &line.label, point(&line.points, year).map(|v| chart.text(v)));
    }
    push(Carrier::None, t!("graph-against-reference"), chart.change(year));
    for dots in &chart.dots {
        push(Carrier::Dots(dots.marker), &dots.label, point(&dots.points, year).map(|v| chart.text(v)));
    }
    for line in chart.lines.iter().filter(|line| line.ink == Ink::Forecast) {
        push(Carrier::Line(Ink::Forecast), &line.label, point(&line.points, year).map(|v| chart.text(v)));
    }
    for target in chart.targets.iter().filter(|target| target.year == year) {
        push(Carrier::Target, t!("graph-target"), Some(chart.text(target.value)));
    }
    for turn in chart.extras.turns.iter().filter(|turn| turn.year == year) {
        for (label, names) in turn.lines() {
            push(Carrier::Turn, label, Some(names));
        }
    }
    rows
}

impl Chart {
    /// The 80 % range of the level in a year, with its unit.
    #[must_use]
    pub fn interval(&self, year: i32) -> Option<String> {
        let [low, _, high] = self.band.as_ref()?.at(year)?.map(|scaled| scaled * self.display.divisor);
        Some(self.with_unit(self.display.levels(low, high), high))
    }

    /// The 80 % range of the policy effect in a year, without unit.
    #[must_use]
    pub fn effect(&self, year: i32) -> Option<String> {
        let [low, _, high] = self.extras.effect.as_ref()?.at(year)?.map(|scaled| scaled * self.display.divisor);
        (low != 0.0 || high != 0.0).then(|| self.display.changes(low, high))
    }

    /// Scenario minus reference in a year; `None` where the chart shows a
    /// difference anyway.
    #[must_use]
    pub fn change(&self, year: i32) -> Option<String> {
        let (scenario, reference) = (self.at(Ink::Scenario, year)?, self.at(Ink::Reference, year)?);
        let delta = (scenario - reference) * self.display.divisor;
        (!self.indicator().is_difference()).then(|| self.display.change(delta).line())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::quantiles::Range;
    use crate::evidence::Library;
    use crate::model::indicators::Indicator;
    use crate::model::projection;
    use crate::scenario::document::{CityPlan, Scenario};
    use crate::scenario::lower;
    use crate::session::charts::build::{self, Subject};

    fn jobs() -> Chart {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = Scenario::new("test");
        scenario.cities.insert("london".to_owned(), CityPlan::adopted(2023));
        let outcome = projection::run(&lower::inputs(&scenario, "london", &library).expect("it lowers"));
        let pack = &library.packs["london"];
        let subject = Subject { pack, outcome: &outcome, targets: &[], ranges: None, first_year: 1990 };
        build::indicator(&subject, Indicator::ManufacturingJobs)
    }

    fn labels(chart: &Chart, year: i32) -> Vec<String> {
        rows(chart, year).into_iter().map(|row| row.label).collect()
    }

    #[test]
    fn a_year_has_a_row_for_every_series_that_has_a_value_in_it() {
        let mut chart = jobs();
        let range = Range { p10: 90e3, p50: 100e3, p90: 120e3 };
        chart.band = build::band([(2040, range)].into_iter(), 1.0);
        chart.extras.ghost = vec![[2040.0, 99e3]];
        let labels_then = labels(&chart, 2040);
        let all =
            ["Scenario", "80\u{a0}% range", "Median", "Before the last change", "Reference", "Against the reference"];
        assert_eq!(labels_then[..6], all);
        assert!(labels_then[6..].iter().all(|label| label.starts_with("Forecast of")), "{labels_then:?}");
        let values: Vec<String> = rows(&chart, 2040).into_iter().map(|row| row.value).collect();
        assert!(values.iter().all(|value| value.ends_with("jobs")), "every one with its unit: {values:?}");
        assert_eq!(values[1], "90\u{202f}000–120\u{202f}000\u{a0}jobs");
        let past = rows(&chart, 2016);
        let carriers: Vec<Carrier> = past.iter().map(|row| row.carrier).collect();
        assert!(carriers.contains(&Carrier::Dots(Marker::Disc)) && carriers.contains(&Carrier::Dots(Marker::Ring)));
        assert!(rows(&chart, 1850).is_empty());
    }
}
