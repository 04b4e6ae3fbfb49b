//! One indicator of a city under several scenarios, as lines over the same history.

use crate::model::indicators::Indicator;
use crate::session::charts::build::{self, Subject};
use crate::session::charts::chart::{Chart, Ink};
use crate::session::view::View;
use crate::t;
use crate::units;

use super::selection::{Candidate, Member};
use super::standing::Column;

/// Where the axis begins unless all of history is asked for: what lies ahead is
/// compared, and needs the room.
const RECENT: i32 = 2010;

/// The line of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which scenario.
    pub candidate: Candidate,
    /// Its place, which decides colour and mark.
    pub slot: usize,
    /// Its letter.
    pub letter: String,
    /// Letter and title.
    pub name: String,
    /// Year and scaled value.
    pub points: Vec<[f64; 2]>,
}

impl Line {
    /// The scaled value in a year.
    #[must_use]
    pub fn at(&self, year: i32) -> Option<f64> {
        let year = f64::from(year);
        self.points.iter().find(|p| (p[0] - year).abs() < 0.5).map(|p| p[1]).filter(|value| value.is_finite())
    }
}

/// Several scenarios in one chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay {
    /// Title, unit, history and the reference of the first scenario.
    pub ground: Chart,
    /// The scenarios: the one that the others are compared with first.
    pub lines: Vec<Line>,
    /// What values in the city's money were multiplied by.
    pub rate: f64,
}

impl Overlay {
    /// The chart of an indicator of a city; `None` where no scenario has the city.
    #[must_use]
    pub fn new(members: &[Member<'_>], city: &str, of: Indicator, view: &View, across: bool) -> Option<Self> {
        let column = Column::new(members, city, of, view.year, across)?;
        let with = |member: &&Member<'_>| member.results.city(city).is_some();
        let first = members.iter().find(with)?;
        let (pack, result) = (first.library.packs.get(city)?, first.results.city(city)?);
        let starts = members.iter().filter_map(|m| Some(m.results.city(city)?.outcome.scenario.first_year()));
        let ends = members.iter().filter_map(|m| Some(m.results.city(city)?.outcome.scenario.last_year()));
        let first_run = starts.min()?;
        let observed =
            pack.series.values().filter(|s| s.indicator.is_some()).flat_map(|s| s.main_line().map(|(year, _)| year));
        let earliest = observed.min().unwrap_or(first_run);
        let first_year = if view.long_history { earliest } else { earliest.max(RECENT) }.min(first_run);
        let subject = Subject { pack, outcome: &result.outcome, ranges: None, targets: &[], first_year };
        let mut ground = build::indicator(&subject, of);
        ground.last_year = ends.max()?;
        ground.lines.retain(|line| line.ink == Ink::Reference);
        // Values in the display of the table, so that both read the same.
        let scale = ground.display.divisor * column.rate / column.display.divisor;
        let points = ground
            .lines
            .iter_mut()
            .flat_map(|l| &mut l.points)
            .chain(ground.dots.iter_mut().flat_map(|d| &mut d.points));
        points.for_each(|point| point[1] *= scale);
        if column.display.sign != ground.display.sign {
            let (symbol, rate) = (pack.currency.symbol.as_str(), units::number(pack.currency.eur_rate.value, 2));
            let unit = column.display.heading();
            ground.subtitle = t!("compare-euros", unit = unit, symbol = symbol, rate = rate);
        }
        ground.display = column.display;
        // Lines are told apart by where they end, and not by their height.
        ground.from_zero = false;
        let divisor = ground.display.divisor;
        let line = |member: &Member<'_>| {
            let projection = &member.results.city(city)?.outcome.scenario;
            let values = projection.years().zip(projection.column(of));
            Some(Line {
                candidate: member.candidate,
                slot: member.slot,
                letter: member.letter(),
                name: member.name(members),
                points: values.map(|(year, value)| [f64::from(year), value * column.rate / divisor]).collect(),
            })
        };
        let lines: Vec<Line> = members.iter().filter_map(line).collect();
        // A scenario at adopted policy is the reference: once is enough.
        ground.lines.retain(|reference| lines.iter().all(|line| !is_same(&reference.points, &line.points)));
        if let Some(years) = view.years {
            ground.extras.zoomed_from = Some((ground.first_year, ground.last_year));
            (ground.first_year, ground.last_year) = years;
        }
        Some(Self { ground, lines, rate: column.rate })
    }

    /// The smallest and largest value in the years shown.
    #[must_use]
    pub fn value_range(&self) -> Option<(f64, f64)> {
        let years = f64::from(self.ground.first_year)..=f64::from(self.ground.last_year);
        let points = self.lines.iter().flat_map(|line| &line.points);
        let shown = points.filter(|p| years.contains(&p[0]) && p[1].is_finite()).map(|p| p[1]);
        let (low, high) = self.ground.value_range().unwrap_or((f64::INFINITY, f64::NEG_INFINITY));
        let (low, high) = shown.fold((low, high), |(low, high), value| (low.min(value), high.max(value)));
        (low <= high).then_some((low, high))
    }

    /// Every scenario in a year, the highest first: name and value with unit.
    #[must_use]
    pub fn read(&self, year: i32) -> Vec<(String, String)> {
        let mut lines: Vec<(&Line, f64)> = self.lines.iter().filter_map(|line| Some((line, line.at(year)?))).collect();
        lines.sort_by(|a, b| b.1.total_cmp(&a.1));
        lines.into_iter().map(|(line, value)| (line.name.clone(), self.ground.text(value))).collect()
    }

    /// The chart in a sentence, for a screen reader.
    #[must_use]
    pub fn sentence(&self, year: i32) -> String {
        let parts: Vec<String> = self.read(year).into_iter().map(|(name, value)| format!("{name} {value}")).collect();
        if parts.is_empty() {
            t!("compare-no-value", year = year.to_string())
        } else {
            format!("{year}: {}.", parts.join(", "))
        }
    }
}

/// Whether two lines cover each other.
fn is_same(one: &[[f64; 2]], other: &[[f64; 2]]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| near(a[0], b[0]) && near(a[1], b[1]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::presets;
    use crate::session::view::Place;
    use crate::session::workspace::Workspace;

    fn workspace() -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut workspace = Workspace::new(library, View { place: Place::All, ..View::default() });
        for id in ["replay-london-2012", "release-for-housing", "circular-city"] {
            workspace.open_preset(presets::find(id).expect("shipped")).expect("it opens");
            // An untouched document would make way for the next.
            workspace.apply(&ScenarioEdit::SetAuthor("us".to_owned()), None).expect("it is allowed");
        }
        workspace
    }

    #[test]
    fn lines_hold_what_the_projections_say_and_only_of_those_that_have_the_city() {
        let workspace = workspace();
        let members = workspace.comparing.members(&workspace);
        let jobs = Indicator::ManufacturingJobs;
        let overlay = Overlay::new(&members, "london", jobs, &workspace.view, false).expect("London is there");
        assert_eq!(overlay.lines.len(), 3);
        for (line, member) in overlay.lines.iter().zip(&members) {
            let result = member.results.city("london").expect("it is computed");
            let value = result.outcome.scenario.at(jobs, 2040).expect("it is projected");
            let shown = line.at(2040).expect("a point") * overlay.ground.display.divisor;
            approx::assert_relative_eq!(shown, value, max_relative = 1e-12);
        }
        assert_eq!(overlay.lines[0].at(2013).map(f64::is_finite), Some(true), "the replay begins in 2012");
        assert_eq!(overlay.lines[1].at(2013), None);
        let brussels = Overlay::new(&members, "brussels", jobs, &workspace.view, false).expect("two have it");
        assert_eq!(brussels.lines.len(), 2);
        assert_eq!(Overlay::new(&members, "vienna", jobs, &workspace.view, false), None);
        assert_eq!(overlay.read(2040).len(), 3);
    }

    #[test]
    fn money_across_cities_is_in_euros_at_the_stated_rate() {
        let workspace = workspace();
        let members = workspace.comparing.members(&workspace);
        let rent = Indicator::RealRent;
        let at = |across| {
            let overlay = Overlay::new(&members, "london", rent, &workspace.view, across).expect("London is there");
            (overlay.lines[0].at(2040).expect("a rent") * overlay.ground.display.divisor, overlay.ground.subtitle)
        };
        let ((pounds, in_pounds), (euros, in_euros)) = (at(false), at(true));
        let rate = workspace.shared().packs["london"].currency.eur_rate.value;
        approx::assert_relative_eq!(euros, pounds * rate, max_relative = 1e-12);
        assert!(in_pounds.starts_with('£') && in_euros.starts_with('€') && in_euros.contains("£1 = €"), "{in_euros}");
    }
}
