//! What a reader must know before believing the figures.

use std::fmt;

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

/// What a reader must know about a series or a group; as text, in plain words.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// A series is too short for forecasts of its own.
    Short {
        /// Its id.
        series: String,
        /// Its observations.
        observations: usize,
    },
    /// The definition of a series breaks.
    Breaks {
        /// Its id.
        series: String,
        /// In these years.
        years: Vec<i32>,
    },
    /// Single years of a series move without meaning it.
    Noisy {
        /// Its id.
        series: String,
        /// By so much, up or down (share).
        moves: f64,
    },
    /// The nation's last years contradict its long run.
    Nation {
        /// The id of the city's series.
        series: String,
        /// The last years, from and to.
        years: (i32, i32),
        /// Growth over them and in the long run (1/yr).
        growth: (f64, f64),
    },
    /// The nation has too few figures behind the first origins.
    NationShort {
        /// The id of the city's series.
        series: String,
        /// The last origin of which that is so.
        origin: i32,
    },
    /// The figures of the nation end before the last origin.
    NationEnds {
        /// The id of the city's series.
        series: String,
        /// The last year of the nation.
        year: i32,
        /// The last origin.
        origin: i32,
    },
    /// The nation has fewer jobs than the city.
    NationSmaller {
        /// The id of the city's series.
        series: String,
        /// The first year of which that is so.
        year: i32,
    },
    /// A group has too few independent blocks at a horizon.
    Few {
        /// Its id.
        group: String,
        /// Years ahead.
        horizon: u32,
        /// Its forecasts.
        origins: usize,
        /// Independent blocks.
        blocks: f64,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short { series, observations } => write!(
                f,
                "{series}: {observations} observations; an origin needs {FEWEST} and one after it, so it has no \
                 forecasts of its own"
            ),
            Self::Breaks { series, years } => {
                let years: Vec<String> = years.iter().map(i32::to_string).collect();
                let years = years.join(", ");
                write!(f, "{series}: its definition breaks in {years}; forecasts across it are scored all the same")
            }
            Self::Noisy { series, moves } => write!(
                f,
                "{series}: a noisy series; single years move by about ±{:.0} % without meaning it",
                100.0 * moves
            ),
            Self::Nation { series, years: (from, to), growth: (recent, slow) } => write!(
                f,
                "{series}: the nation's jobs grew {:+.1} % a year over {from} to {to}, against {:+.1} % in its long \
                 run; a forecast that leans on the long run may be late",
                100.0 * recent,
                100.0 * slow
            ),
            Self::NationShort { series, origin } => write!(
                f,
                "{series}: up to the origin {origin} the nation has fewer than {FEWEST} figures and says little; the \
                 gap between city and nation moves the forecasts all the same"
            ),
            Self::NationEnds { series, year, origin } => write!(
                f,
                "{series}: the nation's figures end in {year}, {} before the last origin; what it is taken to do \
                 since only fades",
                match origin - year {
                    1 => "1 year".to_owned(),
                    years => format!("{years} years"),
                }
            ),
            Self::NationSmaller { series, year } => write!(
                f,
                "{series}: in {year} the nation has fewer jobs than the city; is it the right file, and in the same unit?"
            ),
            Self::Few { group, horizon, origins, blocks } => write!(
                f,
                "{group} at {horizon} {}: {origins} {} {blocks:.1} independent blocks, fewer than five: \
                 the test of the range cannot fail",
                if *horizon == 1 { "year" } else { "years" },
                if *origins == 1 { "origin is" } else { "origins are" }
            ),
        }
    }
}

/// Warnings about the series and their scores.
pub(super) fn warnings(series: &[JobsSeries], groups: &[Group], p: &Parameters<f64>) -> Vec<Warning> {
    let mut all = Vec::new();
    for one in series {
        let series = || one.id.clone();
        if one.origins().next().is_none() {
            all.push(Warning::Short { series: series(), observations: one.observations.len() });
        }
        let years: Vec<i32> = one.observations.iter().skip(1).filter(|o| o.restart).map(|o| o.year).collect();
        if !years.is_empty() {
            all.push(Warning::Breaks { series: series(), years });
        }
        let Some(last) = one.observations.last().map(|o| o.year) else { continue };
        let noise = known(one, p, last).measurement;
        if noise > NOISY {
            all.push(Warning::Noisy { series: series(), moves: std::f64::consts::SQRT_2 * noise });
        }
        all.extend(contradiction(one, p, last));
        all.extend(weak_nation(one));
    }
    let few = |group: &&Group| group.pooled || groups.len() <= 3;
    for group in groups.iter().filter(few) {
        let scores = group.scores.iter().filter(|(mode, scores)| *mode == Mode::ExAnte && scores.cannot_fail());
        all.extend(scores.map(|(_, scores)| Warning::Few {
            group: group.id.clone(),
            horizon: scores.horizon,
            origins: scores.origins,
            blocks: scores.blocks(),
        }));
    }
    all
}

/// What is doubtful about the figures of a nation.
fn weak_nation(series: &JobsSeries) -> Vec<Warning> {
    let Some(nation) = series.known_nation() else { return Vec::new() };
    let id = || series.id.clone();
    let figures = |origin: i32| nation.iter().filter(|o| o.year <= origin).count();
    let short = series.origins().filter(|origin| figures(*origin) < FEWEST).last();
    let ends = nation.last().map(|o| o.year).zip(series.origins().last()).filter(|(year, origin)| year < origin);
    let smaller = nation.iter().find(|o| series.at(o.year).is_some_and(|jobs| o.jobs < jobs));
    let mut all = Vec::new();
    all.extend(short.map(|origin| Warning::NationShort { series: id(), origin }));
    all.extend(ends.map(|(year, origin)| Warning::NationEnds { series: id(), year, origin }));
    all.extend(smaller.map(|o| Warning::NationSmaller { series: id(), year: o.year }));
    all
}

/// A nation whose last years go another way than its long run says.
fn contradiction(series: &JobsSeries, p: &Parameters<f64>, last: i32) -> Option<Warning> {
    let nation = series.known_nation()?;
    let recent = (series.national_growth(last - RECENT, last)?) / f64::from(RECENT);
    let slow = slow_growth(nation, p, last) + p.drift_mean;
    ((recent - slow).abs() > CONTRADICTION).then(|| Warning::Nation {
        series: series.id.clone(),
        years: (last - RECENT, last),
        growth: (recent, slow),
    })
}
