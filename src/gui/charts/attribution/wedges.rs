//! Contributions over the years, stacked: as data.

use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::session::figures::Display;
use crate::session::why::Answer;
use crate::t;
use crate::text;
use crate::words;

/// What a lever contributes, year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Wedge {
    /// The lever.
    pub lever: LeverId,
    /// Its place among the changed levers of its group.
    pub place: u8,
    /// Scaled values.
    pub values: Vec<f64>,
    /// Where it lies in the stack, above and below zero: lower and upper edges.
    pub edges: Vec<[f64; 2]>,
}

/// All of them. Gains are stacked above zero, losses below.
#[derive(Clone, Debug, PartialEq)]
pub struct Wedges {
    /// How values are written.
    pub display: Display,
    /// The years.
    pub years: Vec<f64>,
    /// The levers, the first next to zero.
    pub wedges: Vec<Wedge>,
    /// Scenario minus reference, scaled.
    pub total: Vec<f64>,
}

impl Wedges {
    /// The wedges of an answer, in the years in which every lever has a value;
    /// `None` where there are fewer than two.
    #[must_use]
    pub fn new(answer: &Answer, indicator: Indicator, pack: &CityPack) -> Option<Self> {
        let attribution = &answer.attribution;
        let size = attribution.total.iter().filter(|v| v.is_finite()).fold(0.0, |most: f64, v| most.max(v.abs()));
        let display = Display::of(indicator, size, &pack.currency);
        let rows: Vec<usize> = (0..attribution.total.len())
            .filter(|&row| {
                let here = attribution.levers.iter().filter_map(|(_, values)| values.get(row));
                here.chain([&attribution.total[row]]).all(|v| v.is_finite())
            })
            .collect();
        if attribution.levers.is_empty() || rows.len() < 2 {
            return None;
        }
        let scaled = |values: &[f64]| -> Vec<f64> { rows.iter().map(|&row| values[row] / display.divisor).collect() };
        let (mut above, mut below) = (vec![0.0; rows.len()], vec![0.0; rows.len()]);
        let mut wedges: Vec<Wedge> = Vec::new();
        for (lever, values) in &attribution.levers {
            let values = scaled(values);
            let edges = values
                .iter()
                .zip(above.iter_mut().zip(&mut below))
                .map(|(&value, (above, below))| {
                    let edge = if value < 0.0 { below } else { above };
                    let from = *edge;
                    *edge += value;
                    [from.min(*edge), from.max(*edge)]
                })
                .collect();
            let before = wedges.iter().filter(|w| w.lever.spec().group == lever.spec().group).count();
            wedges.push(Wedge { lever: *lever, place: u8::try_from(before).unwrap_or(u8::MAX), values, edges });
        }
        let total = scaled(&attribution.total);
        let years = rows.iter().map(|&row| f64::from(answer.first_year) + as_years(row)).collect();
        Some(Self { display, years, wedges, total })
    }

    /// The lowest and the highest edge.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let edges = self.wedges.iter().flat_map(|w| w.edges.iter().flatten()).chain(&self.total);
        edges.fold((0.0, 0.0), |(low, high): (f64, f64), v| (low.min(*v), high.max(*v)))
    }

    /// The first and the last year.
    #[must_use]
    pub fn span(&self) -> (f64, f64) {
        (self.years.first().copied().unwrap_or(0.0), self.years.last().copied().unwrap_or(1.0))
    }

    /// The place of a year.
    #[must_use]
    pub fn row(&self, year: i32) -> Option<usize> {
        self.years.iter().position(|y| (y - f64::from(year)).abs() < 0.5)
    }

    /// A scaled change with its unit.
    #[must_use]
    pub fn text(&self, scaled: f64) -> String {
        self.display.change(scaled * self.display.divisor).line()
    }

    /// What every lever contributes in a year, a line each, the total first.
    #[must_use]
    pub fn lines(&self, year: i32) -> Vec<String> {
        let Some(row) = self.row(year) else { return vec![t!("charts-no-value", year = year)] };
        let total = t!("charts-year", year = year, words = self.text(self.total[row]));
        let each =
            self.wedges.iter().map(|w| t!("why-row", name = words::lever(w.lever), figure = self.text(w.values[row])));
        std::iter::once(total).chain(each).collect()
    }

    /// In a sentence, for a screen reader.
    #[must_use]
    pub fn sentence(&self, year: i32) -> String {
        let ends = [self.years.first(), self.years.last()].map(|y| y.copied().unwrap_or_default());
        let lines = text::apart(&self.lines(year));
        match (self.total.first(), self.total.last()) {
            (Some(first), Some(last)) => t!(
                "why-from-to",
                first = self.text(*first),
                from = format!("{:.0}", ends[0]),
                last = self.text(*last),
                to = format!("{:.0}", ends[1]),
                lines = lines,
            ),
            _ => lines,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most a hundred years")]
fn as_years(row: usize) -> f64 {
    row as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::{Attribution, Method};
    use crate::evidence::Library;

    fn answer(levers: Vec<(LeverId, Vec<f64>)>, total: Vec<f64>) -> Answer {
        let scenario = total.clone();
        let reference = vec![0.0; total.len()];
        let attribution = Attribution { method: Method::Exact, levers, total };
        Answer { version: 0, first_year: 2030, reference, scenario, attribution }
    }

    #[test]
    fn gains_are_stacked_above_zero_and_losses_below() {
        let library = Library::embedded().expect("the evidence is embedded");
        let answer = answer(
            vec![
                (LeverId::ProtectedShare, vec![1.0, 2.0]),
                (LeverId::ReleasePace, vec![3.0, -1.0]),
                (LeverId::PropertyTax, vec![2.0, -4.0]),
            ],
            vec![6.0, -3.0],
        );
        let wedges = Wedges::new(&answer, Indicator::ManufacturingJobs, &library.packs["london"]).expect("two years");
        let edges: Vec<_> = wedges.wedges.iter().map(|w| w.edges.clone()).collect();
        assert_eq!(edges[0], [[0.0, 1.0], [0.0, 2.0]]);
        assert_eq!(edges[1], [[1.0, 4.0], [-1.0, 0.0]]);
        assert_eq!(edges[2], [[4.0, 6.0], [-5.0, -1.0]]);
        assert_eq!(wedges.range(), (-5.0, 6.0));
        assert_eq!(wedges.wedges.iter().map(|w| w.place).collect::<Vec<_>>(), [0, 1, 0]);
        let sentence = wedges.sentence(2031);
        assert!(sentence.contains("2031: −3\u{a0}jobs") && sentence.contains("Property tax"), "{sentence}");
        assert_eq!(wedges.lines(1999), ["1999: no value"]);
    }

    #[test]
    fn years_without_a_value_are_left_out() {
        let library = Library::embedded().expect("the evidence is embedded");
        let nan = f64::NAN;
        let levers = vec![(LeverId::ProtectedShare, vec![nan, 2.0, 3.0])];
        let of = Indicator::CostPerNetJobYear;
        let pack = &library.packs["london"];
        let wedges = Wedges::new(&answer(levers.clone(), vec![nan, 2.0, 3.0]), of, pack).expect("two years");
        assert_eq!(wedges.years, [2031.0, 2032.0]);
        assert_eq!(Wedges::new(&answer(levers, vec![nan, nan, 3.0]), of, pack), None);
        assert_eq!(Wedges::new(&answer(Vec::new(), vec![0.0; 5]), of, pack), None);
    }
}
