//! City packs.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::Library;
use crate::evidence::worth::{sector_figures, start_figures};
use crate::model::city::{CityPack, DriftSegment, LONGEST_ID, MAX_SECTORS, Series, Start};
use crate::model::levers::LeverId;

use super::bounds::{self, Bounds};
use super::numbers::Numbers;
use super::{Finding, Findings, cited, history, levers, parties, run, series};

/// How far shares may miss their sum.
const SHARES: f64 = 1e-9;

/// The most years in which a run may start.
const MOST_STARTS: usize = 50;

/// The most stretches of observed jobs.
const MOST_STRETCHES: usize = 20;

/// The most observed series or forecasts.
const MOST_SERIES: usize = 300;

/// The most footprints, and the most caveats.
const MOST_REMARKS: usize = 100;

/// Everything that is wrong with a city pack, with the sources and parameters
/// of `library`. Empty when nothing is.
#[must_use]
pub fn pack(library: &Library, city: &CityPack) -> Vec<Finding> {
    let mut findings = Findings::default();
    let f = &mut findings;
    let numbers = &Numbers::new(library, Some(city));
    identity(f, city);
    if !is_currency(&city.currency.code) {
        // Most units name the currency: without it they cannot be checked.
        return findings.found;
    }
    currency(f, numbers, city);
    f.below("sectors", |f| sectors(f, numbers, city));
    f.below("starts", |f| {
        f.require(city.starts.contains_key(&city.base_year), || format!("the base year {} is missing", city.base_year));
        let count = city.starts.len();
        f.require(count <= MOST_STARTS, || format!("{count} starts; expected at most {MOST_STARTS}"));
        for (year, stocks) in city.starts.iter().take(MOST_STARTS) {
            f.below(year, |f| start(f, numbers, city, *year, stocks));
        }
    });
    f.below("parameters", |f| {
        for (id, prior) in &city.parameters {
            f.below(id, |f| numbers.parameter(f, id, prior));
        }
    });
    f.below("levers", |f| levers::levers(f, numbers, city));
    f.below("parties", |f| parties::parties(f, numbers, city));
    for (field, segments) in [("drift", &city.drift), ("nation", &city.nation)] {
        f.below(field, |f| {
            let ends = segments.iter().map(|s| s.to);
            f.require(ends.zip(segments.iter().skip(1)).all(|(end, next)| end <= next.from), || {
                "the stretches are not in the order of time".to_owned()
            });
            stretches(f, numbers, city, segments, true);
        });
    }
    f.below("backcast", |f| stretches(f, numbers, city, &city.backcast, false));
    let count = city.series.len().max(city.forecasts.len());
    f.require(count <= MOST_SERIES, || format!("{count} series; expected at most {MOST_SERIES}"));
    f.below("series", |f| {
        for (id, observed) in city.series.iter().take(MOST_SERIES) {
            f.below(id, |f| series::observed(f, numbers, observed, &city.currency.code));
        }
    });
    f.below("forecasts", |f| {
        for (id, forecast) in city.forecasts.iter().take(MOST_SERIES) {
            f.require(!city.series.contains_key(id), || format!("{id:?} is an observed series too"));
            f.below(id, |f| {
                series::forecast(f, numbers, forecast, &city.currency.code);
                f.below("outcome", |f| outcome(f, city, forecast));
            });
        }
    });
    if let Some(past) = &city.history {
        f.below("history", |f| history::history(f, numbers, library, city, past));
    }
    f.below("sources", |f| {
        let used: BTreeSet<&str> = cited(city).collect();
        for (key, source) in &city.sources {
            f.below(key, |f| {
                f.text("citation", &source.citation);
                f.require(used.contains(key.as_str()), || "no number uses this source".to_owned());
                f.require(!library.sources.contains_key(key), || "this key is one of the shared sources".to_owned());
            });
        }
    });
    if findings.found.is_empty() {
        run::runs(&mut findings, library, city);
    }
    findings.found
}

fn identity(f: &mut Findings, city: &CityPack) {
    f.below("format", |f| {
        f.require(city.format == CityPack::FORMAT, || format!("expected {:?}", CityPack::FORMAT));
    });
    f.below("version", |f| {
        f.require((1..=CityPack::VERSION).contains(&city.version), || format!("expected 1 to {}", CityPack::VERSION));
    });
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    f.below("id", |f| {
        f.require((1..=LONGEST_ID).contains(&city.id.len()) && city.id.chars().all(plain), || {
            format!("{:?} is no id; use 1 to {LONGEST_ID} of a to z, 0 to 9 and -", city.id)
        });
    });
    f.name("name", &city.name);
    f.name("country", &city.country);
    f.below("currency", |f| {
        let code = &city.currency.code;
        f.below("code", |f| f.require(is_currency(code), || format!("{code:?} is no ISO 4217 code, such as EUR")));
        f.name("symbol", &city.currency.symbol);
    });
    f.require(!city.geography.is_empty(), || "geography is empty; say what each figure covers".to_owned());
    for (what, count) in [("geography", city.geography.len()), ("caveats", city.caveats.len())] {
        f.require(count <= MOST_REMARKS, || format!("{what} has {count} entries; expected at most {MOST_REMARKS}"));
    }
}

fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase())
}

fn currency(f: &mut Findings, numbers: &Numbers, city: &CityPack) {
    f.below("currency", |f| {
        let money = &city.currency;
        let unit = format!("EUR/{}", money.code);
        f.below("eur_rate", |f| numbers.bounded(f, &money.eur_rate, &unit, Bounds::EUR_RATE));
        f.below("price_year", |f| bounds::year(f, money.price_year));
    });
}

fn sectors(f: &mut Findings, numbers: &Numbers, city: &CityPack) {
    let count = city.sectors.len();
    f.require((1..=MAX_SECTORS).contains(&count), || format!("{count} sub-sectors; expected 1 to {MAX_SECTORS}"));
    let sum: f64 = city.sectors.values().map(|s| s.share.value).sum();
    f.require((sum - 1.0).abs() <= SHARES, || format!("the shares sum to {sum}, not to 1"));
    for (id, sector) in &city.sectors {
        f.below(id, |f| {
            f.name("name", &sector.name);
            let allowed = [("share", Bounds::SHARE), ("m²/job", Bounds::SPACE_PER_JOB), ("1/yr", Bounds::TREND)];
            for ((field, figure), (unit, bounds)) in sector_figures(sector).into_iter().zip(allowed) {
                f.below(field, |f| numbers.bounded(f, figure, unit, bounds));
            }
            if let Some(id) = &sector.series {
                f.require(city.series.contains_key(id), || format!("there is no series {id:?}"));
            }
        });
    }
}

fn start(f: &mut Findings, numbers: &Numbers, city: &CityPack, year: i32, stocks: &Start) {
    bounds::year(f, year);
    let rent = format!("{}/m²/yr", city.currency.code);
    let allowed = [
        ("jobs", Bounds::JOBS),
        ("share", Bounds::SOME),
        ("m²", Bounds::FLOORSPACE),
        ("ha", Bounds::LAND),
        ("share", Bounds::SHARE),
        ("ha", Bounds::PIPELINE),
        ("share", Bounds::NOT_ALL),
        (rent.as_str(), Bounds::RENT),
        ("log", Bounds::LONG_RUN_RENT),
        ("share", Bounds::SHARE),
    ];
    for ((field, figure), (unit, bounds)) in start_figures(stocks).into_iter().zip(allowed) {
        f.below(field, |f| numbers.bounded(f, figure, unit, bounds));
    }
    f.below("pipeline", |f| {
        f.require((0.0..stocks.land.value).contains(&stocks.pipeline.value), || {
            format!("{} ha are not part of {} ha of land", stocks.pipeline.value, stocks.land.value)
        });
    });
    f.below("reference", |f| {
        for (id, level) in &stocks.reference {
            f.below(id, |f| {
                numbers.quantity(f, level, &id.spec().unit.text(&city.currency.code));
                levers::inside(f, city, year, *id, level.value);
            });
        }
    });
    let adopted = city.reference(year, LeverId::ProtectedShare).map(|level| level.value);
    let protected = stocks.protected_share.value * 100.0;
    f.require(adopted.is_none_or(|level| (level - protected).abs() < 1e-6), || {
        format!("{protected} % of the land is protected, but adopted policy says {} %", adopted.unwrap_or_default())
    });
}

/// The series on which a forecast is judged has the year from which it starts.
fn outcome(f: &mut Findings, city: &CityPack, forecast: &Series) {
    let Some(id) = &forecast.outcome else { return };
    let Some(series) = city.series.get(id) else {
        f.add(format!("there is no series {id:?}"));
        return;
    };
    let base = forecast.main_line().next();
    f.require(base.is_some_and(|(year, _)| series.at(year).is_some()), || {
        format!("{id:?} has no value for the year from which the forecast starts")
    });
}

/// Stretches of observed jobs, each of which can be used; `fitted` where the
/// model is estimated from them.
fn stretches(f: &mut Findings, numbers: &Numbers, city: &CityPack, segments: &[DriftSegment], fitted: bool) {
    let count = segments.len();
    f.require(count <= MOST_STRETCHES, || format!("{count} stretches; expected at most {MOST_STRETCHES}"));
    for (index, segment) in segments.iter().enumerate().take(MOST_STRETCHES) {
        f.below(index, |f| stretch(f, numbers, city, segment, fitted));
    }
}

/// A stretch of observed jobs: it lies in its series.
fn stretch(f: &mut Findings, numbers: &Numbers, city: &CityPack, segment: &DriftSegment, fitted: bool) {
    let Some(series) = city.series.get(&segment.series) else {
        f.add(format!("there is no series {:?}", segment.series));
        return;
    };
    f.require(series.fit || !fitted, || format!("{:?} is not to be fitted: `fit: true` is missing", segment.series));
    f.require(series.unit == "jobs", || format!("{:?} is in {:?}; expected jobs", segment.series, series.unit));
    f.require(segment.from < segment.to, || format!("{} to {} is no stretch of time", segment.from, segment.to));
    let jobs: BTreeMap<i32, f64> = series.main_line().collect();
    for year in [segment.from, segment.to].iter().chain(&segment.breaks) {
        f.require(jobs.contains_key(year), || format!("{:?} has no value for {year}", segment.series));
    }
    f.require(segment.breaks.is_sorted_by(|year, next| year < next), || {
        "the breaks are not in the order of time".to_owned()
    });
    let inside = |(year, _): &(&i32, &f64)| (segment.from..=segment.to).contains(*year);
    if let Some((year, jobs)) = jobs.iter().filter(inside).find(|(_, jobs)| **jobs <= 0.0) {
        f.add(format!("{:?} has {jobs} jobs in {year}; expected more than none", segment.series));
    }
    if let Some(noise) = &segment.measurement {
        f.below("measurement", |f| numbers.bounded(f, noise, "log", Bounds::MEASUREMENT));
    }
}
