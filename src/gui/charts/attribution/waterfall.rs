//! From the reference to the scenario, lever by lever: as data.

use strum::IntoEnumIterator as _;

use crate::analysis::attribution::{MOST_EXACT, Method};
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::levers::{LeverGroup, LeverId};
use crate::session::figures::{Display, Figure};
use crate::session::why::Answer;
use crate::t;
use crate::text;
use crate::units;
use crate::words;

/// What a row of the waterfall stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The same world under adopted policy.
    Reference,
    /// The levers of a group together.
    Group(LeverGroup),
    /// A lever; the number is its place among the changed levers of its group.
    Lever(LeverId, u8),
    /// The world with the levers as set.
    Scenario,
}

/// A row: the bar goes from where the row before ended, or from where its group
/// begins, to where this one ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it stands for.
    pub kind: Kind,
    /// Its name.
    pub label: String,
    /// Where it begins, in the indicator's unit. For the ends, where they stand.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The level of an end, the change of a step.
    pub figure: Figure,
}

impl Row {
    /// The change of a step.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.to - self.from
    }
}

/// The way from the reference to the scenario in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// The indicator whose unit and direction it has.
    pub indicator: Indicator,
    /// How values are written.
    pub display: Display,
    /// From the reference to the scenario.
    pub rows: Vec<Row>,
    /// How the contributions were found, in a sentence.
    pub method: String,
}

/// Why there is no waterfall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// No lever differs from adopted policy.
    NoLever,
    /// With some levers left out there is no value.
    NoValue,
    /// The year is not projected.
    NoYear,
}

impl Waterfall {
    /// The waterfall of a year. The numbers are rounded so that they add up.
    ///
    /// # Errors
    /// Why there is none.
    pub fn new(answer: &Answer, indicator: Indicator, pack: &CityPack, year: i32) -> Result<Self, Empty> {
        let attribution = &answer.attribution;
        if attribution.levers.is_empty() {
            return Err(Empty::NoLever);
        }
        let row = answer.row(year).ok_or(Empty::NoYear)?;
        let steps: Vec<(LeverId, f64)> = attribution.levers.iter().map(|(id, values)| (*id, values[row])).collect();
        let (reference, scenario) = (answer.reference[row], answer.scenario[row]);
        if !(scenario.is_finite() && reference.is_finite() && steps.iter().all(|(_, value)| value.is_finite())) {
            return Err(Empty::NoValue);
        }
        let display = Display::of(indicator, scenario, &pack.currency);
        let whole = |value: f64| (value / display.finest()).round() * display.finest();
        let written = units::adding_up(
            &steps.iter().map(|(_, value)| *value).collect::<Vec<_>>(),
            whole(scenario) - whole(reference),
            display.finest(),
        );
        let end = |kind, label: &str, value: f64| Row {
            kind,
            label: label.to_owned(),
            from: value,
            to: value,
            figure: display.exactly(value),
        };
        let mut rows = vec![end(Kind::Reference, t!("charts-reference"), reference)];
        let mut at = reference;
        for group in LeverGroup::iter() {
            let members: Vec<_> = steps.iter().zip(&written).filter(|((id, _), _)| id.spec().group == group).collect();
            if members.is_empty() {
                continue;
            }
            let sum: f64 = members.iter().map(|((_, value), _)| value).sum();
            let written: f64 = members.iter().map(|(_, written)| **written).sum();
            rows.push(Row {
                kind: Kind::Group(group),
                label: words::group(group).to_owned(),
                from: at,
                to: at + sum,
                figure: display.exact_change(written),
            });
            for (i, ((id, value), written)) in (0..).zip(members) {
                rows.push(Row {
                    kind: Kind::Lever(*id, i),
                    label: words::lever(*id).to_owned(),
                    from: at,
                    to: at + value,
                    figure: display.exact_change(*written),
                });
                at += value;
            }
        }
        rows.push(end(Kind::Scenario, t!("charts-scenario"), scenario));
        Ok(Self { indicator, display, rows, method: method(attribution.method, steps.len()) })
    }

    /// How many rows it has with these levers: both ends, and each lever and group.
    #[must_use]
    pub fn rows_of(levers: &[LeverId]) -> usize {
        let groups = LeverGroup::iter().filter(|group| levers.iter().any(|id| id.spec().group == *group));
        2 + levers.len() + groups.count()
    }

    /// The smallest and the largest value of the way.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let ends = self.rows.iter().flat_map(|row| [row.from, row.to]);
        ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
    }

    /// The whole change.
    #[must_use]
    pub fn change(&self) -> f64 {
        let end = |row: Option<&Row>| row.map_or(0.0, |row| row.to);
        end(self.rows.last()) - end(self.rows.first())
    }

    /// What it shows in one or two sentences: the whole, and the levers that did most.
    #[must_use]
    pub fn sentence(&self) -> String {
        let (Some(first), Some(last)) = (self.rows.first(), self.rows.last()) else { return String::new() };
        let mut levers: Vec<&Row> = self.rows.iter().filter(|row| matches!(row.kind, Kind::Lever(..))).collect();
        levers.sort_by(|a, b| b.change().abs().total_cmp(&a.change().abs()));
        let change = self.display.change(self.change()).line();
        let most: Vec<String> =
            levers.iter().take(3).map(|row| format!("{} {}", row.label, row.figure.number)).collect();
        let rest = match levers.len().saturating_sub(3) {
            0 => String::new(),
            n => t!("why-rest", count = n),
        };
        let what = if self.indicator.is_difference() {
            t!("why-against-adopted", figure = last.figure.line())
        } else {
            let reference = first.figure.line();
            t!("why-against-reference", figure = last.figure.line(), change = change, reference = reference)
        };
        format!("{what}. {}{rest}.", text::apart(&most))
    }
}

/// How the contributions were found, for somebody who decides.
fn method(method: Method, levers: usize) -> String {
    match method {
        Method::Exact => {
            let runs = units::number(f64::from(2_u32.saturating_pow(u32::try_from(levers).unwrap_or(32))), 0);
            t!("why-exact", runs = runs)
        }
        Method::ByGroup => t!("why-by-group", count = MOST_EXACT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::attribute;
    use crate::evidence::Library;
    use crate::model::projection::{Column, project, reference};
    use crate::scenario::document::Scenario;
    use crate::scenario::{lower, presets};

    fn answer(library: &Library, scenario: &Scenario, city: &str, column: Column) -> Answer {
        let inputs = lower::inputs(scenario, city, library).expect("it lowers");
        let reference = reference(&inputs);
        Answer {
            version: 0,
            first_year: inputs.span().0,
            reference: reference.projection().column(column).to_vec(),
            scenario: project(&inputs, &reference).column(column).to_vec(),
            attribution: attribute(&inputs, &reference, column),
        }
    }

    /// A written number, with its sign and the currency's.
    fn read(figure: &Figure) -> f64 {
        let digits: String = figure.number.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let value: f64 = digits.parse().expect("a number");
        if figure.number.starts_with(units::MINUS) { -value } else { value }
    }

    #[test]
    fn the_written_numbers_lead_from_the_reference_to_the_scenario() {
        let library = Library::embedded().expect("the evidence is embedded");
        let scenario = presets::find("protect-and-intensify").expect("shipped").open(&library).expect("it opens");
        for (city, pack) in &library.packs {
            for of in Indicator::all().filter(|of| *of != Indicator::CostPerNetJobYear) {
                let answer = answer(&library, &scenario, city, Column::Indicator(of));
                for year in [2030, 2040, 2050] {
                    let Ok(waterfall) = Waterfall::new(&answer, of, pack, year) else { panic!("{city} {of} {year}") };
                    let rows = &waterfall.rows;
                    let levers: Vec<LeverId> = answer.attribution.levers.iter().map(|(id, _)| *id).collect();
                    assert_eq!(rows.len(), Waterfall::rows_of(&levers), "room can be kept for it");
                    let sum: f64 = rows
                        .iter()
                        .filter(|row| !matches!(row.kind, Kind::Group(_) | Kind::Scenario))
                        .map(|row| read(&row.figure))
                        .sum();
                    let end = rows.last().map(|row| read(&row.figure)).expect("there is an end");
                    assert!((sum - end).abs() < 1e-9 * end.abs().max(1.0), "{city} {of} {year}: {sum} {end}");
                    for pair in rows.windows(2).filter(|pair| !matches!(pair[0].kind, Kind::Group(_))) {
                        let gap = (pair[1].from - pair[0].to).abs();
                        assert!(gap < 1e-9 * pair[0].to.abs().max(1.0), "{city} {of} {year}: a gap of {gap}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_shown_says_why() {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = presets::find("protect-and-intensify").expect("shipped").open(&library).expect("it opens");
        let pack = &library.packs["london"];
        let jobs = Indicator::ManufacturingJobs;
        let full = answer(&library, &scenario, "london", Column::Indicator(jobs));
        assert_eq!(Waterfall::new(&full, jobs, pack, 1999), Err(Empty::NoYear));
        let cost = Indicator::CostPerNetJobYear;
        let ratio = answer(&library, &scenario, "london", Column::Indicator(cost));
        assert_eq!(Waterfall::new(&ratio, cost, pack, 2040), Err(Empty::NoValue));
        scenario.cities["london"].levers.clear();
        let none = answer(&library, &scenario, "london", Column::Indicator(jobs));
        assert_eq!(Waterfall::new(&none, jobs, pack, 2040), Err(Empty::NoLever));
    }

    #[test]
    fn its_sentence_names_the_levers_that_did_most() {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = presets::find("protect-and-intensify").expect("shipped").open(&library).expect("it opens");
        let levers = &mut scenario.cities["london"].levers;
        levers.retain(|id, _| matches!(id, LeverId::CapitalGrants | LeverId::Reprovision));
        let answer = answer(&library, &scenario, "london", Column::Indicator(Indicator::ManufacturingJobs));
        let waterfall = Waterfall::new(&answer, Indicator::ManufacturingJobs, &library.packs["london"], 2040)
            .expect("two levers differ");
        let sentence = waterfall.sentence();
        let place = |words: &str| sentence.find(words).unwrap_or_else(|| panic!("{words} in {sentence}"));
        assert!(place("against the reference of") < place("Capital grants"), "{sentence}");
        assert!(place("Capital grants") < place("Re-provision"), "{sentence}");
        assert!(waterfall.method.contains("4 runs"), "{}", waterfall.method);
        assert!(method(Method::ByGroup, 15).contains("Owen"));
    }
}
