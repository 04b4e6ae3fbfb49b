//! A chart in a sentence or two, for a screen reader: what the line does, the
//! change in the chosen year and how sure it is, and when levers begin.

use super::chart::{Chart, Ink};
use crate::t;
use crate::text;
use crate::units;

/// A line that moves less than this share of its size stays about where it is.
const LEVEL: f64 = 0.015;
/// A turn that is smaller than this share of the whole movement is not told.
const A_TURN: f64 = 0.2;
/// No more levers than these are named.
const NAMED: usize = 2;

/// The summary of a chart.
#[must_use]
pub fn of(chart: &Chart, year: i32) -> String {
    let parts =
        [course(chart), Some(chosen(chart, year)), levers(chart), chart.thin.as_ref().map(|thin| sentence(thin))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the scenario's line does over its years.
fn course(chart: &Chart) -> Option<String> {
    let line = chart.lines.iter().find(|line| line.ink == Ink::Scenario)?;
    let points: Vec<[f64; 2]> = line.points.iter().copied().filter(|p| p[1].is_finite()).collect();
    let (first, last) = (points.first()?, points.last()?);
    let (low, high) = (extreme(&points, f64::min)?, extreme(&points, f64::max)?);
    let size = points.iter().map(|p| p[1].abs()).fold(0.0, f64::max);
    let year = |p: &[f64; 2]| format!("{:.0}", p[0]);
    let text = |p: &[f64; 2]| chart.text(p[1]);
    let (begin, end, from, to) = (year(first), year(last), text(first), text(last));
    let span = high[1] - low[1];
    let outside = |p: &[f64; 2]| (p[1] - first[1]).abs().min((p[1] - last[1]).abs()) > A_TURN * span;
    Some(if span <= LEVEL * size {
        t!("graph-course-level", from = begin, to = end, value = to)
    } else if high[1] > first[1].max(last[1]) && outside(high) {
        t!("graph-course-peak", begin = begin, from = from, turn = year(high), by = text(high), end = end, to = to)
    } else if low[1] < first[1].min(last[1]) && outside(low) {
        t!("graph-course-dip", begin = begin, from = from, turn = year(low), by = text(low), end = end, to = to)
    } else if last[1] > first[1] {
        t!("graph-course-rises", begin = begin, from = from, end = end, to = to)
    } else {
        t!("graph-course-falls", begin = begin, from = from, end = end, to = to)
    })
}

/// The lowest or the highest point.
fn extreme(points: &[[f64; 2]], which: impl Fn(f64, f64) -> f64) -> Option<&[f64; 2]> {
    let most = points.iter().map(|p| p[1]).reduce(which)?;
    points.iter().find(|p| p[1].to_bits() == most.to_bits())
}

/// The chosen year.
fn chosen(chart: &Chart, year: i32) -> String {
    let year_text = year.to_string();
    let Some(value) = chart.at(Ink::Scenario, year) else {
        let seen = chart.dots.iter().find_map(|dots| super::chart::point(&dots.points, year).map(|v| (dots, v)));
        return match seen {
            Some((dots, v)) => {
                t!("graph-year-observed", year = year_text, value = chart.text(v), series = dots.label.as_str())
            }
            None => t!("graph-year-nothing", year = year_text),
        };
    };
    let value = chart.text(value);
    let mut parts = vec![match chart.change(year) {
        Some(change) if !units::is_zero(&change) => {
            t!("graph-year-change", year = year_text, value = value, change = change)
        }
        Some(_) => t!("graph-year-same", year = year_text, value = value),
        None => t!("graph-year-value", year = year_text, value = value),
    }];
    parts.extend(
        chart
            .effect(year)
            .filter(|_| !chart.indicator().is_difference())
            .map(|effect| t!("graph-year-effect", range = effect)),
    );
    parts.extend(chart.interval(year).map(|level| t!("graph-year-level", range = level)));
    sentence(&text::apart(&parts))
}

/// When levers begin.
fn levers(chart: &Chart) -> Option<String> {
    let starts: Vec<_> = chart.extras.turns.iter().filter(|turn| !turn.start.is_empty()).collect();
    let (first, last) = (starts.first()?.year, starts.last()?.year);
    let names: Vec<&str> = starts.iter().flat_map(|turn| &turn.start).map(String::as_str).collect();
    Some(if first != last {
        t!("graph-summary-levers-between", count = names.len(), first = first.to_string(), last = last.to_string())
    } else if names.len() > NAMED {
        t!("graph-summary-levers", count = names.len(), year = first.to_string())
    } else {
        t!("graph-summary-levers-named", count = names.len(), names = names.join(", "), year = first.to_string())
    })
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    let stop = if words.ends_with('.') { "" } else { "." };
    format!("{first}{}{stop}", chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::indicators::Indicator;
    use crate::scenario::presets;
    use crate::session::charts::build::{self, Subject};
    use crate::session::charts::chart::Turn;
    use crate::session::document::{Document, DocumentId, Origin};
    use crate::text::{Language, speak};

    fn chart(preset: &str, of: Indicator) -> Chart {
        let library = Library::embedded().expect("the evidence is embedded");
        let scenario = presets::find(preset).expect("shipped").open(&library).expect("it opens");
        let document = Document::new(DocumentId(0), scenario, Origin::Shipped, &library);
        let outcome = &document.results().city("london").expect("it is computed").outcome;
        let pack = &library.packs["london"];
        build::indicator(&Subject { pack, outcome, ranges: None, targets: &[], first_year: 1990 }, of)
    }

    #[test]
    fn it_says_what_the_line_does_and_the_change_of_the_year() {
        let chart = chart("protect-and-intensify", Indicator::ManufacturingJobs);
        let words = of(&chart, 2040);
        assert!(words.starts_with("The scenario ") && words.contains("in 2050."), "{words}");
        let change = chart.change(2040).expect("both have a value");
        assert!(words.contains(&change) && words.contains("against the reference"), "{words}");
        assert!(of(&chart, 1995).contains("1995: "), "{}", of(&chart, 1995));
        assert!(of(&chart, 1800).contains("1800: no value"));
    }

    #[test]
    fn a_line_that_turns_is_not_told_as_one_that_does_not() {
        let mut chart = chart("reference", Indicator::ManufacturingJobs);
        let mut course_of = |values: [f64; 3]| {
            let line = chart.lines.iter_mut().find(|line| line.ink == Ink::Scenario).expect("there is one");
            line.points = (0..3).zip(values).map(|(i, v)| [f64::from(2030 + i), v]).collect();
            course(&chart).expect("a line")
        };
        assert!(
            course_of([100.0, 120.0, 101.0]).contains("rises") && course_of([100.0, 120.0, 101.0]).contains("then")
        );
        assert!(course_of([100.0, 60.0, 110.0]).contains("then"));
        assert!(!course_of([100.0, 110.0, 120.0]).contains("then"));
        assert!(course_of([100.0, 90.0, 80.0]).contains("falls"));
        assert!(course_of([100.0, 100.1, 100.0]).contains("about"));
    }

    #[test]
    fn levers_and_thin_data_are_told_in_three_languages() {
        let mut chart = chart("protect-and-intensify", Indicator::IndustrialFloorspace);
        let turn = |year, names: &[&str]| Turn {
            year,
            start: names.iter().map(|&name| name.to_owned()).collect(),
            reached: Vec::new(),
        };
        chart.extras.turns = vec![turn(2027, &["A", "B", "C"]), turn(2030, &["D"])];
        for (language, part) in [
            (Language::En, "4 levers start between 2027 and 2030."),
            (Language::Fr, "4 leviers démarrent entre 2027 et 2030."),
            (Language::Nl, "4 maatregelen gaan in tussen 2027 en 2030."),
        ] {
            speak(language);
            let words = of(&chart, 2040);
            assert!(words.contains(part), "{words}");
            assert!(words.contains(&sentence(chart.thin.as_deref().expect("floorspace is thin"))), "{words}");
        }
        speak(Language::En);
        chart.extras.turns.truncate(1);
        assert!(of(&chart, 2040).contains("3 levers start in 2027."));
        chart.extras.turns = vec![turn(2027, &["A"])];
        assert!(of(&chart, 2040).contains("A starts in 2027."));
    }
}
