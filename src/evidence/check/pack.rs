//! City packs.

use std::collections::BTreeSet;

use crate::evidence::Library;
use crate::evidence::worth::{sector_figures, start_figures};
use crate::model::city::{CityPack, DriftSegment, MAX_SECTORS, Start};
use crate::model::levers::LeverId;

use super::numbers::Numbers;
use super::{Finding, Findings, cited, levers, series};

/// How far shares may miss their sum.
const SHARES: f64 = 1e-9;

/// Everything that is wrong with a city pack, with the sources and parameters
/// of `library`. Empty when nothing is.
#[must_use]
pub fn pack(library: &Library, city: &CityPack) -> Vec<Finding> {
    let mut findings = Findings::default();
    let f = &mut findings;
    let numbers = &Numbers::new(library, Some(city));
    identity(f, numbers, city);
    f.below("sectors", |f| sectors(f, numbers, city));
    f.below("starts", |f| {
        f.require(city.starts.contains_key(&city.base_year), || format!("the base year {} is missing", city.base_year));
        for (year, stocks) in &city.starts {
            f.below(year, |f| start(f, numbers, city, *year, stocks));
        }
    });
    f.below("parameters", |f| {
        for (id, prior) in &city.parameters {
            f.below(id, |f| numbers.parameter(f, id, prior));
        }
    });
    f.below("levers", |f| levers::levers(f, numbers, city));
    f.below("drift", |f| {
        let ends = city.drift.iter().map(|s| s.to);
        f.require(ends.zip(city.drift.iter().skip(1)).all(|(end, next)| end <= next.from), || {
            "the stretches are not in the order of time".to_owned()
        });
        for (index, segment) in city.drift.iter().enumerate() {
            f.below(index, |f| drift(f, numbers, city, segment));
        }
    });
    f.below("series", |f| {
        for (id, observed) in &city.series {
            f.below(id, |f| series::observed(f, numbers, observed));
        }
    });
    f.below("forecasts", |f| {
        for (id, forecast) in &city.forecasts {
            f.require(!city.series.contains_key(id), || format!("{id:?} is an observed series too"));
            f.below(id, |f| series::forecast(f, numbers, forecast));
        }
    });
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
    findings.found
}

fn identity(f: &mut Findings, numbers: &Numbers, city: &CityPack) {
    f.below("format", |f| {
        f.require(city.format == CityPack::FORMAT, || format!("expected {:?}", CityPack::FORMAT));
    });
    f.below("version", |f| {
        f.require((1..=CityPack::VERSION).contains(&city.version), || format!("expected 1 to {}", CityPack::VERSION));
    });
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    f.below("id", |f| {
        f.require(!city.id.is_empty() && city.id.chars().all(plain), || {
            format!("{:?} is no id; use a to z, 0 to 9 and -", city.id)
        });
    });
    f.text("name", &city.name);
    f.text("country", &city.country);
    f.below("currency", |f| {
        let money = &city.currency;
        f.text("code", &money.code);
        f.text("symbol", &money.symbol);
        f.below("eur_rate", |f| {
            numbers.quantity(f, &money.eur_rate, &format!("EUR/{}", money.code));
            f.require(money.eur_rate.value > 0.0, || "the rate is not above zero".to_owned());
        });
    });
    f.require(!city.geography.is_empty(), || "geography is empty; say what each figure covers".to_owned());
}

fn sectors(f: &mut Findings, numbers: &Numbers, city: &CityPack) {
    let count = city.sectors.len();
    f.require((1..=MAX_SECTORS).contains(&count), || format!("{count} sub-sectors; expected 1 to {MAX_SECTORS}"));
    let sum: f64 = city.sectors.values().map(|s| s.share.value).sum();
    f.require((sum - 1.0).abs() <= SHARES, || format!("the shares sum to {sum}, not to 1"));
    for (id, sector) in &city.sectors {
        f.below(id, |f| {
            f.text("name", &sector.name);
            for ((field, figure), unit) in sector_figures(sector).into_iter().zip(["share", "m²/job", "1/yr"]) {
                f.below(field, |f| numbers.quantity(f, figure, unit));
            }
            share(f, "share", sector.share.value);
            f.require(sector.space_per_job.value > 0.0, || "space_per_job is not above zero".to_owned());
            if let Some(id) = &sector.series {
                f.require(city.series.contains_key(id), || format!("there is no series {id:?}"));
            }
        });
    }
}

fn start(f: &mut Findings, numbers: &Numbers, city: &CityPack, year: i32, stocks: &Start) {
    let rent = format!("{}/m²/yr", city.currency.code);
    let units = ["jobs", "share", "m²", "ha", "share", "ha", "share", rent.as_str(), "log", "share"];
    for ((field, figure), unit) in start_figures(stocks).into_iter().zip(units) {
        f.below(field, |f| numbers.quantity(f, figure, unit));
    }
    for (field, stock) in
        [("jobs", &stocks.jobs), ("floorspace", &stocks.floorspace), ("land", &stocks.land), ("rent", &stocks.rent)]
    {
        f.below(field, |f| f.require(stock.value > 0.0, || format!("{} is not above zero", stock.value)));
    }
    for (field, part) in [
        ("scope", &stocks.scope),
        ("protected_share", &stocks.protected_share),
        ("vacancy", &stocks.vacancy),
        ("affordable_share", &stocks.affordable_share),
    ] {
        share(f, field, part.value);
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
                levers::inside(f, city, *id, level.value);
            });
        }
    });
    let adopted = city.reference(year, LeverId::ProtectedShare).map(|level| level.value);
    let protected = stocks.protected_share.value * 100.0;
    f.require(adopted.is_none_or(|level| (level - protected).abs() < 1e-6), || {
        format!("{protected} % of the land is protected, but adopted policy says {} %", adopted.unwrap_or_default())
    });
}

fn share(f: &mut Findings, field: &str, value: f64) {
    f.below(field, |f| f.require((0.0..=1.0).contains(&value), || format!("{value} is no share from 0 to 1")));
}

fn drift(f: &mut Findings, numbers: &Numbers, city: &CityPack, segment: &DriftSegment) {
    let Some(series) = city.series.get(&segment.series) else {
        f.add(format!("there is no series {:?}", segment.series));
        return;
    };
    f.require(series.fit, || format!("{:?} is not to be fitted: `fit: true` is missing", segment.series));
    f.require(segment.from < segment.to, || format!("{} to {} is no stretch of time", segment.from, segment.to));
    for year in [segment.from, segment.to].iter().chain(&segment.breaks) {
        f.require(series.at(*year).is_some(), || format!("{:?} has no value for {year}", segment.series));
    }
    if let Some(noise) = &segment.measurement {
        f.below("measurement", |f| {
            numbers.quantity(f, noise, "log");
            f.require((0.0..0.5).contains(&noise.value), || format!("{} is no noise of log jobs", noise.value));
        });
    }
}
