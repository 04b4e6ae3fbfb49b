//! What a city's fit to its history says, in words and as ranges to draw.

use crate::model::calibration::{Calibration, Fitted, Target};
use crate::model::city::CityPack;
use crate::model::parameters::ParameterId;
use crate::t;
use crate::units::{self, SPACE};
use crate::words;

/// From this share of the prior's doubt on, history has said next to nothing.
const SILENT: f64 = 0.9;

/// Figures of a number beside a range.
const FIGURES: i32 = 3;

/// The fit of a city.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// What came of it, in sentences.
    pub sentence: String,
    /// What was observed, and what the model says.
    pub observations: Vec<Row>,
    /// The constants, and what was uncertain about the past, before and after.
    pub constants: Vec<Row>,
    /// How far the draws can be trusted, in a sentence.
    pub convergence: String,
}

/// One observation or constant: what was believed before and after, and what was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is.
    pub name: String,
    /// What it is called in files; empty for an observation.
    pub id: String,
    /// The range before: one in ten draws lies below, half of them, one in ten above.
    pub before: [f64; 3],
    /// The same after.
    pub after: [f64; 3],
    /// What was observed, with the range of its error (eight in ten).
    pub observed: Option<[f64; 3]>,
    /// In words, before.
    pub before_words: String,
    /// In words, after.
    pub after_words: String,
    /// In words: the observation, or how much doubt is left.
    pub end_words: String,
    /// Why the observation is as uncertain as it is; empty for a constant.
    pub because: String,
    /// The constant, where it is one of the model's.
    pub constant: Option<ParameterId>,
}

impl Story {
    /// Tells a fit.
    #[must_use]
    pub fn of(pack: &CityPack, fit: &Calibration) -> Self {
        let constants: Vec<(&String, &Fitted)> = fit.parameters.iter().collect();
        let met = fit.targets.iter().filter(|target| target.is_met()).count();
        let learnt = constants.iter().filter(|(_, fitted)| fitted.doubt_left() < SILENT).count();
        let best = constants.iter().min_by(|a, b| a.1.doubt_left().total_cmp(&b.1.doubt_left()));
        let best = best.map_or_else(String::new, |(id, fitted)| {
            let left = percent(fitted.doubt_left());
            format!(" {}", t!("fit-best", what = lower(&name(pack, id)), left = left))
        });
        let (all, constants) = (fit.targets.len(), constants.len());
        let sentence = match &pack.history {
            Some(past) => t!(
                "fit-sentence-years",
                from = past.from,
                to = past.to,
                met = met,
                all = all,
                learnt = learnt,
                constants = constants,
            ),
            None => t!("fit-sentence", met = met, all = all, learnt = learnt, constants = constants),
        };
        Self {
            sentence: format!("{sentence}{best}"),
            observations: fit.targets.iter().map(observation).collect(),
            constants: fit.parameters.iter().chain(&fit.conditions).map(|(id, fitted)| row(pack, id, fitted)).collect(),
            convergence: convergence(fit),
        }
    }
}

fn observation(target: &Target) -> Row {
    let observed = target.observed_range();
    let scale = units::Scale::of(observed[1]);
    let words = |values: [f64; 3]| range([values[0], values[2]].map(|v| v / scale.divisor));
    let unit = match scale.word {
        "" => words::unit(&target.unit).into_owned(),
        word => words::unit(&format!("{word} {}", target.unit)).into_owned(),
    };
    let end = figures(observed[1] / scale.divisor);
    Row {
        name: words::fitted(&target.what).to_owned(),
        id: String::new(),
        before: target.prior,
        after: target.fitted,
        observed: Some(observed),
        before_words: words(target.prior),
        after_words: words(target.fitted),
        end_words: if matches!(target.unit.as_str(), "ratio" | "share") { end } else { format!("{end}{SPACE}{unit}") },
        because: target.because.clone(),
        constant: None,
    }
}

fn row(pack: &CityPack, id: &str, fitted: &Fitted) -> Row {
    let three = |(low, high): (f64, f64), centre: f64| [low, centre, high];
    let (before, after) =
        (three(fitted.prior_range(), fitted.scale.back(fitted.prior_mean)), three(fitted.range(), fitted.centre()));
    let scale = units::Scale::of(before[1]);
    let words = |values: [f64; 3]| {
        let range = range([values[0], values[2]].map(|value| value / scale.divisor));
        if scale.word.is_empty() { range } else { format!("{range}{SPACE}{}", words::unit(scale.word)) }
    };
    Row {
        name: name(pack, id),
        id: id.to_owned(),
        before,
        after,
        observed: None,
        before_words: words(before),
        after_words: words(after),
        end_words: percent(fitted.doubt_left()),
        because: String::new(),
        constant: id.parse().ok(),
    }
}

/// What a constant, a trend or a condition of the past is.
fn name(pack: &CityPack, id: &str) -> String {
    if let Ok(parameter) = id.parse::<ParameterId>() {
        return words::parameter(parameter).trim_end_matches('.').to_owned();
    }
    if let Some(sector) = Calibration::sector(id) {
        return t!("fit-trend", sector = pack.sectors.get(sector).map_or(sector, words::sector));
    }
    let at_start = |what: &str| match &pack.history {
        Some(past) => t!("fit-start-in", what = what, year = past.from),
        None => what.to_owned(),
    };
    match id.split_once('.').unwrap_or(("", id)) {
        ("pace", years) => {
            let years = match years.split_once('-') {
                Some((from, to)) => t!("figures-to", low = from, high = to),
                None => years.to_owned(),
            };
            t!("fit-pace", years = years)
        }
        ("start", "floorspace") => at_start(t!("fit-start-floorspace")),
        ("start", "vacancy") => at_start(t!("fit-start-vacancy")),
        ("start", "rent") => at_start(t!("fit-start-rent")),
        ("start", "long_run_rent") => at_start(t!("fit-start-long-run")),
        ("start", "other_users") => t!("fit-start-others").to_owned(),
        (_, "inflation") => t!("fit-inflation").to_owned(),
        _ => id.replace(['.', '_'], " "),
    }
}

fn convergence(fit: &Calibration) -> String {
    let draws = || fit.parameters.values().chain(fit.conditions.values()).filter_map(|fitted| fitted.draws);
    let least = draws().map(|d| d.effective).fold(f64::INFINITY, f64::min);
    let worst = draws().map(|d| d.r_hat).fold(1.0, f64::max);
    if !least.is_finite() {
        return fit.method.clone();
    }
    let (draws, rhat) = (units::number(least, 0), units::number(worst, 4));
    t!("fit-convergence", method = &fit.method, draws = draws, rhat = rhat)
}

fn figures(value: f64) -> String {
    let rounded = units::rounded(value, FIGURES, 0.0);
    crate::explain::explanation::number(rounded)
}

/// Both ends to a hundredth of their distance or so.
fn range([low, high]: [f64; 2]) -> String {
    let step = 10_f64.powf((high - low).abs().log10().floor() - 1.0);
    let decimals = units::decimals_of(step);
    t!("figures-to", low = units::number(low, decimals), high = units::number(high, decimals))
}

fn percent(share: f64) -> String {
    format!("{}{SPACE}%", units::number((share * 100.0).min(100.0), 0))
}

/// With a small first letter, for the middle of a sentence.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;

    #[test]
    fn the_shipped_fits_are_told_with_names_and_a_sentence() {
        let library = Library::embedded().expect("the evidence is embedded");
        for (id, fit) in &library.calibrations {
            let pack = &library.packs[id];
            let story = Story::of(pack, fit);
            assert_eq!(story.observations.len(), fit.targets.len());
            let met = format!("of {} observations", fit.targets.len());
            assert!(story.sentence.contains(&met), "{}", story.sentence);
            assert!(story.convergence.contains("effective draws"), "{}", story.convergence);
            for row in story.constants.iter().chain(&story.observations) {
                assert!(!row.name.is_empty() && !row.name.contains('_'), "{row:?}");
                assert!(row.before[0] < row.before[2] && row.after[0] < row.after[2], "{row:?}");
            }
        }
    }

    #[test]
    fn an_observation_is_met_within_eight_in_ten_of_its_error() {
        let target = |observed: f64| Target {
            what: "Vacancy".into(),
            source: "s".into(),
            unit: "share".into(),
            years: (2010, 2010),
            observed,
            error: 0.01,
            log: false,
            because: String::new(),
            prior: [0.0, 0.1, 0.2],
            fitted: [0.04, 0.05, 0.06],
        };
        assert!(target(0.062).is_met() && !target(0.064).is_met());
        assert!(target(0.038).is_met() && !target(0.036).is_met());
        assert_eq!(observation(&target(0.062)).end_words, "0.062");
    }
}
