//! What a pack says about its past: it can be run and compared.

use std::collections::BTreeSet;

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::history::{Change, History, Observed, Pace};
use crate::model::levers::LeverId;
use crate::model::provenance::Quantity;

use super::bounds::{self, Bounds};
use super::numbers::Numbers;
use super::{Findings, levers};

/// The longest run over the past (yr).
const LONGEST: i32 = 100;

/// The most observations, constants or stretches of years.
const MOST: usize = 100;

/// Checks the history of a city.
pub(super) fn history(f: &mut Findings, numbers: &Numbers, library: &Library, city: &CityPack, history: &History) {
    bounds::year(f, history.from);
    bounds::year(f, history.to);
    let years = history.to.saturating_sub(history.from);
    f.require((1..=LONGEST).contains(&years), || {
        format!("{} to {} is no stretch of 1 to {LONGEST} years", history.from, history.to)
    });
    f.below("start", |f| {
        for (field, _, prior) in history.start.uncertain() {
            f.below(field, |f| numbers.prior(f, prior));
        }
        let allowed = [("ha", Bounds::LAND), ("share", Bounds::SHARE), ("ha", Bounds::PIPELINE)];
        for ((field, figure), (unit, bounds)) in history.start.certain().into_iter().zip(allowed) {
            f.below(field, |f| numbers.bounded(f, figure, unit, bounds));
        }
        let (land, pipeline) = (history.start.land.value, history.start.pipeline.value);
        f.require(pipeline < land, || format!("{pipeline} ha are not part of {land} ha of land"));
    });
    f.below("policy", |f| {
        for (id, change) in &history.policy {
            f.below(id, |f| policy(f, numbers, city, history, *id, change));
        }
    });
    f.below("paces", |f| paces(f, numbers, history));
    if let Some(prior) = &history.inflation {
        f.below("inflation", |f| numbers.prior(f, prior));
    }
    f.below("constants", |f| {
        let distinct: BTreeSet<&str> = history.constants.iter().map(|constant| constant.0.id()).collect();
        f.require(distinct.len() == history.constants.len(), || "a constant is named twice".to_owned());
        f.require(!distinct.is_empty(), || "is empty; name what to fit".to_owned());
        for constant in &history.constants {
            f.require(library.prior(city, constant.0).is_some(), || format!("{} has no prior", constant.0));
        }
    });
    if let Some(trends) = &history.trends {
        f.below("trends", |f| {
            for ((field, figure), unit) in trends.figures().into_iter().zip(["1/yr", "log", "log"]) {
                f.below(field, |f| numbers.bounded(f, figure, unit, Bounds::MEASUREMENT));
            }
        });
    }
    f.below("targets", |f| {
        let count = history.targets.len();
        f.require((1..=MOST).contains(&count), || format!("{count} observations; expected 1 to {MOST}"));
        for (index, target) in history.targets.iter().enumerate().take(MOST) {
            f.below(index, |f| observed(f, numbers, history, target));
        }
    });
    f.below("not_fitted", |f| {
        for (index, reason) in history.not_fitted.iter().enumerate().take(MOST) {
            f.below(index, |f| {
                f.text("what", &reason.what);
                f.text("why", &reason.why);
            });
        }
    });
}

fn policy(f: &mut Findings, numbers: &Numbers, city: &CityPack, history: &History, id: LeverId, change: &Change) {
    let unit = id.spec().unit.text(&city.currency.code);
    let mut level = |field: &str, level: &Quantity| {
        f.below(field, |f| {
            numbers.quantity(f, level, &unit);
            levers::inside(f, city, city.base_year, id, level.value);
        });
    };
    level("before", &change.before);
    level("level", &change.level);
    f.require((history.from + 1..=history.to).contains(&change.from), || {
        format!("changes in {}, which is not inside the run", change.from)
    });
}

fn paces(f: &mut Findings, numbers: &Numbers, history: &History) {
    let count = history.paces.len();
    f.require(count <= MOST, || format!("{count} stretches; expected at most {MOST}"));
    for (index, Pace { from, to, pace }) in history.paces.iter().enumerate().take(MOST) {
        f.below(index, |f| {
            f.require(from < to && history.from <= *from && *to <= history.to, || {
                format!("{from} to {to} is no stretch of years inside the run")
            });
            numbers.prior(f, pace);
        });
    }
    let ends = history.paces.iter().map(|pace| pace.to);
    f.require(ends.zip(history.paces.iter().skip(1)).all(|(end, next)| end <= next.from), || {
        "the stretches are not in the order of time".to_owned()
    });
}

/// An observation: it lies inside the run, has an error and is no assumption.
fn observed(f: &mut Findings, numbers: &Numbers, history: &History, target: &Observed) {
    f.text("what", &target.what);
    f.text("because", &target.because);
    let (first, last) = target.years;
    f.below("years", |f| {
        let inside = |year: &i32| (history.from..=history.to).contains(year);
        f.require(inside(&first) && inside(&last), || format!("{first} to {last} is not inside the run"));
        f.require(if target.measure.spans() { first < last } else { first == last }, || {
            format!("{first} to {last} does not suit what is measured: a change has two years, a level one")
        });
    });
    f.below("value", |f| {
        numbers.bounded(f, &target.value, target.measure.unit(), Bounds::OBSERVATION);
        f.require(!target.measure.is_log() || target.value.value > 0.0, || "expected more than zero".to_owned());
        f.require(!numbers.effective(&target.value).is_assumption(), || {
            "is an assumption, or made of one; an assumption is nothing to fit".to_owned()
        });
    });
    f.below("error", |f| {
        let error = target.error;
        f.require(error.is_finite() && error > 0.0, || format!("{error} is no error; expected more than zero"));
    });
}
