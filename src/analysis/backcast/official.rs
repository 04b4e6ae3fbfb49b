//! Official projections of the past against what came, with the model beside
//! them from the same base year.

use crate::model::city::CityPack;
use crate::model::drift::drift;
use crate::model::inputs::observations;
use crate::model::parameters::Parameters;

use super::number;

/// An official projection against its outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Official {
    /// Id of the projection.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Id of the series on which it is judged.
    pub outcome: String,
    /// The year from which it starts.
    pub base: i32,
    /// The years judged: year, jobs observed, projected, and by the model. Both
    /// are growth from the jobs observed in the base year.
    pub years: Vec<(i32, f64, f64, f64)>,
}

impl Official {
    /// The projections of a pack that name their outcome, each where it can be judged.
    ///
    /// # Errors
    /// A sentence about a series that makes no sense, which the checks rule out.
    pub fn of_pack(pack: &CityPack, p: &Parameters<f64>) -> Result<Vec<Self>, String> {
        let jobs = observations(pack, &pack.drift)?;
        let nation = observations(pack, &pack.nation)?;
        let mut all = Vec::new();
        for (id, forecast) in &pack.forecasts {
            let Some((outcome, series)) = forecast.outcome.as_ref().and_then(|id| pack.series.get_key_value(id)) else {
                continue;
            };
            let line: Vec<(i32, f64)> = forecast.main_line().collect();
            let Some(&(base, from)) = line.first() else { continue };
            let Some(last) = series.at(base) else { continue };
            let drift = drift(&jobs, (!nation.is_empty()).then_some(&nation), p, base);
            let years = series.main_line().filter_map(|(year, actual)| {
                let ahead = u32::try_from(year.checked_sub(base)?).ok().filter(|ahead| *ahead > 0)?;
                let projected = last * between(&line, year)? / from;
                let model = last * (drift.level(ahead).0 - drift.level(0).0).exp();
                Some((year, actual, projected, model))
            });
            let years = years.collect();
            all.push(Self { id: id.clone(), title: forecast.title.clone(), outcome: outcome.clone(), base, years });
        }
        Ok(all)
    }

    /// Mean absolute error of the projection and of the model (share of what came).
    #[must_use]
    pub fn errors(&self) -> (f64, f64) {
        let mean = |value: fn(&(i32, f64, f64, f64)) -> f64| {
            self.years.iter().map(|year| (value(year) / year.1 - 1.0).abs()).sum::<f64>() / number(self.years.len())
        };
        (mean(|year| year.2), mean(|year| year.3))
    }

    /// Error of the projection and of the model in the last year judged (share of what came).
    #[must_use]
    pub fn last(&self) -> Option<(i32, f64, f64)> {
        self.years
            .last()
            .map(|(year, actual, projected, model)| (*year, projected / actual - 1.0, model / actual - 1.0))
    }

    /// What it said for a year in proportion to the jobs of its base year.
    #[must_use]
    pub fn at(&self, year: i32) -> Option<f64> {
        self.years.iter().find(|known| known.0 == year).map(|known| known.2)
    }
}

/// The value of a line in a year, between two of its points at a constant rate.
fn between(line: &[(i32, f64)], year: i32) -> Option<f64> {
    let after = line.iter().position(|(y, _)| *y >= year)?;
    let (y1, v1) = line[after];
    if y1 == year {
        return Some(v1);
    }
    let (y0, v0) = line[after.checked_sub(1)?];
    let part = f64::from(year - y0) / f64::from(y1 - y0);
    Some(v0 * (v1 / v0).powf(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn between_two_points_the_rate_is_constant() {
        let line = [(2015, 100.0), (2020, 50.0)];
        assert_eq!(between(&line, 2015), Some(100.0));
        assert_eq!(between(&line, 2020), Some(50.0));
        assert_relative_eq!(between(&line, 2018).expect("inside"), 100.0 * 0.5_f64.powf(0.6));
        assert_eq!(between(&line, 2021), None);
        assert_eq!(between(&line, 2014), None);
    }
}
