//! What a reader must know before believing the figures.

use crate::model::drift::slow_growth;
use crate::model::parameters::Parameters;

use super::forecast::{Mode, known};
use super::group::Group;
use super::series::{FEWEST, JobsSeries};

/// The last years of a nation that are held against its long run.
const RECENT: i32 = 8;

/// Years of growth apart that contradict each other (1/yr).
const CONTRADICTION: f64 = 0.01;

/// A measurement error that counts as noisy (log).
const NOISY: f64 = 0.02;

/// Warnings about the series and their scores, in plain words.
pub(super) fn warnings(series: &[JobsSeries], groups: &[Group], p: &Parameters<f64>) -> Vec<String> {
    let mut all = Vec::new();
    for one in series {
        if one.origins().next().is_none() {
            all.push(format!(
                "{}: {} observations; an origin needs {FEWEST} and one after it, so it has no forecasts of its own",
                one.id,
                one.observations.len()
            ));
        }
        let breaks: Vec<String> =
            one.observations.iter().skip(1).filter(|o| o.restart).map(|o| o.year.to_string()).collect();
        if !breaks.is_empty() {
            all.push(format!(
                "{}: its definition breaks in {}; forecasts across it are scored all the same",
                one.id,
                breaks.join(", ")
            ));
        }
        let Some(last) = one.observations.last().map(|o| o.year) else { continue };
        let noise = known(one, p, last).measurement;
        if noise > NOISY {
            all.push(format!(
                "{}: a noisy series; single years move by about ±{:.0} % without meaning it",
                one.id,
                100.0 * std::f64::consts::SQRT_2 * noise
            ));
        }
        if let Some(text) = contradiction(one, p, last) {
            all.push(text);
        }
    }
    let few = |group: &&Group| group.pooled || groups.len() <= 3;
    for group in groups.iter().filter(few) {
        for (_, scores) in group.scores.iter().filter(|(mode, scores)| *mode == Mode::ExAnte && scores.cannot_fail()) {
            all.push(format!(
                "{} at {} years: {} origins are {:.1} independent blocks, fewer than five: the test of the range cannot fail",
                group.id,
                scores.horizon,
                scores.origins,
                scores.blocks()
            ));
        }
    }
    all
}

/// A nation whose last years go another way than its long run says.
fn contradiction(series: &JobsSeries, p: &Parameters<f64>, last: i32) -> Option<String> {
    let nation = series.known_nation()?;
    let recent = (series.national_growth(last - RECENT, last)?) / f64::from(RECENT);
    let slow = slow_growth(nation, p, last) + p.drift_mean;
    ((recent - slow).abs() > CONTRADICTION).then(|| {
        format!(
            "{}: the nation's jobs grew {:+.1} % a year over {} to {last}, against {:+.1} % in its long run; \
             a forecast that leans on the long run may be late",
            series.id,
            100.0 * recent,
            last - RECENT,
            100.0 * slow
        )
    })
}
