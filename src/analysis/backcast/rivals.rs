//! The forecasts that anybody could make without a model.

use crate::model::drift::Observation;

use super::number;
use super::series::FEWEST;

/// The trend: jobs at the origin carried on along the least-squares slope of
/// log jobs over the last ten observations, the origin included. `None` where
/// the last observation is not that of the origin, or there are fewer.
#[must_use]
pub fn trend(observations: &[Observation], origin: i32, horizon: u32) -> Option<f64> {
    let known = &observations[..observations.partition_point(|o| o.year <= origin)];
    let last = known.last().filter(|o| o.year == origin)?;
    let ten = &known[known.len().checked_sub(FEWEST)?..];
    let mean = |value: fn(&Observation) -> f64| ten.iter().map(value).sum::<f64>() / number(ten.len());
    let (year, level) = (mean(|o| f64::from(o.year)), mean(|o| o.jobs.ln()));
    let (mut together, mut apart) = (0.0, 0.0);
    for o in ten {
        let x = f64::from(o.year) - year;
        together += x * (o.jobs.ln() - level);
        apart += x * x;
    }
    Some(last.jobs * (f64::from(horizon) * together / apart).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    fn steady(growth: f64) -> Vec<Observation> {
        let jobs = |i: i32| (10.0 + growth * f64::from(i)).exp();
        (0..12).map(|i| Observation { year: 2000 + i, jobs: jobs(i), restart: i == 0, measurement: None }).collect()
    }

    #[test]
    fn the_trend_of_steady_growth_goes_on() {
        let series = steady(-0.03);
        let trend = trend(&series, 2009, 2).expect("ten observations");
        assert_relative_eq!(trend, series[11].jobs, max_relative = 1e-12);
    }

    #[test]
    fn only_the_last_ten_observations_count_and_fewer_give_none() {
        let mut series = steady(0.0);
        series[0].jobs *= 2.0;
        assert_relative_eq!(trend(&series, 2010, 5).expect("eleven"), series[10].jobs, max_relative = 1e-12);
        assert!(trend(&series, 2009, 5).expect("ten") < series[9].jobs);
        assert_eq!(trend(&series, 2008, 1), None);
        assert_eq!(trend(&series, 2030, 1), None);
    }
}
