//! What a panel of other cities teaches: how much and how long growth swings.

use rayon::prelude::*;

use crate::model::parameters::Parameters;

use super::forecast::{figure, known};
use super::scores::ranked_probability;
use super::series::JobsSeries;

/// The standard deviations of yearly news about the cyclical part that are tried (1/yr).
const NEWS: [f64; 5] = [0.020, 0.025, 0.030, 0.035, 0.040];

/// The persistences of the cyclical part that are tried (1/yr).
const PERSISTENCE: [f64; 6] = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

/// The horizons that teach (yr). Ten years would be four forecasts of one city.
const TAUGHT: [u32; 4] = [1, 3, 5, 8];

/// A city's sum of scores and number of forecasts at each horizon that teaches.
type Sums = [(f64, f64); TAUGHT.len()];

/// The score of each pair that is tried on each city of the panel.
#[derive(Clone, Debug)]
pub struct Panel {
    ids: Vec<String>,
    /// One entry a pair: `(news, persistence)`, and the sums of each city.
    tried: Vec<((f64, f64), Vec<Sums>)>,
}

impl Panel {
    /// Runs the back-cast of every city with every pair.
    #[must_use]
    pub fn new(cities: &[JobsSeries], p: &Parameters<f64>) -> Self {
        let pairs: Vec<(f64, f64)> = NEWS.iter().flat_map(|n| PERSISTENCE.iter().map(|r| (*n, *r))).collect();
        let tried = pairs
            .into_par_iter()
            .map(|pair| {
                let p = with(p, pair);
                (pair, cities.iter().map(|city| score(city, &p)).collect())
            })
            .collect();
        Self { ids: cities.iter().map(|city| city.id.clone()).collect(), tried }
    }

    /// The pair with which the back-casts of all cities but `without` score
    /// best: the mean ranked probability score of log jobs at each horizon, over
    /// the root of the horizon, summed over horizons.
    #[must_use]
    pub fn best(&self, without: Option<&str>) -> (f64, f64) {
        let total = |cities: &[Sums]| -> f64 {
            let used = || self.ids.iter().zip(cities).filter(|(id, _)| Some(id.as_str()) != without);
            (0..TAUGHT.len())
                .map(|h| {
                    let (sum, n) = used().fold((0.0, 0.0), |(sum, n), (_, city)| (sum + city[h].0, n + city[h].1));
                    if n > 0.0 { sum / n / f64::from(TAUGHT[h]).sqrt() } else { 0.0 }
                })
                .sum()
        };
        let scored = self.tried.iter().map(|(pair, cities)| (total(cities), *pair));
        scored.min_by(|a, b| a.0.total_cmp(&b.0)).map_or((0.0, 0.0), |(_, pair)| pair)
    }

    /// The parameters for scoring a city: learnt without it.
    #[must_use]
    pub fn parameters(&self, p: &Parameters<f64>, without: &str) -> Parameters<f64> {
        with(p, self.best(Some(without)))
    }
}

fn with(p: &Parameters<f64>, (news, persistence): (f64, f64)) -> Parameters<f64> {
    Parameters { cycle_news: news, cycle_persistence: persistence, ..p.clone() }
}

/// Sum of the scores of a city's forecasts and their number, at each horizon.
fn score(city: &JobsSeries, p: &Parameters<f64>) -> Sums {
    let mut sums = [(0.0, 0.0); TAUGHT.len()];
    for origin in city.origins() {
        let drift = known(city, p, origin);
        for (sum, horizon) in sums.iter_mut().zip(TAUGHT) {
            if let Some(actual) = city.at(origin.saturating_add_unsigned(horizon)) {
                let (mean, sd) = figure(&drift, horizon);
                *sum = (sum.0 + ranked_probability(mean, sd, actual.ln()), sum.1 + 1.0);
            }
        }
    }
    sums
}
