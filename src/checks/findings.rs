//! Published findings.

use crate::evidence::Library;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::parameters::ParameterId;
use crate::model::projection::Projection;
use crate::units::{number, signed};

use super::data::{Draw, Finding, Run, Shown, Since, Space, Within};
use super::report::{Checked, Row, Shows};
use super::subject::{Case, cases};

/// Puts every finding to the model.
#[must_use]
pub fn run(findings: &[Finding], library: &Library) -> Vec<Checked> {
    findings.iter().map(|finding| check(finding, library)).collect()
}

fn check(finding: &Finding, library: &Library) -> Checked {
    let cases = cases(&finding.of, library);
    let rows = finding.expected.iter().map(|expected| {
        let currency = cases.iter().find_map(|(_, case)| case.as_ref().ok()).map_or("", |c| &c.pack.currency.symbol);
        let shown = cases.iter().map(|(city, case)| {
            let value = case.as_ref().map_err(Clone::clone).and_then(|case| value(&expected.shows, case));
            let holds = value.as_ref().is_ok_and(|value| expected.within.holds(*value));
            let figure = value.map_or_else(|why| why, |value| figure(&expected.shows, currency, value));
            Shows { city: city.clone(), figure, holds }
        });
        let shown = shown.collect();
        Row { what: what(&expected.shows), expected: range(&expected.shows, currency, expected.within), shown }
    });
    let citation = |key: &String| library.source(None, key).map_or_else(|| key.clone(), |s| s.citation.clone());
    Checked {
        title: finding.finding.clone(),
        note: finding.note.clone(),
        sources: finding.sources.iter().map(citation).collect(),
        rows: rows.collect(),
    }
}

/// The quantity in words.
fn what(shown: &Shown) -> String {
    let named = |indicator: &Indicator| indicator.name().to_lowercase();
    match shown {
        Shown::Effect { indicator, years } => format!("{} against the reference, {years} years on", named(indicator)),
        Shown::Change { indicator, run, from, to } => {
            let with = if *run == Run::Scenario { "with the policy" } else { "without it" };
            format!("{}, {from} to {to}, {with}", named(indicator))
        }
        Shown::MembersBelow { indicator, years, members, .. } => {
            format!("share of {members} members below the reference in {}, {years} years on", named(indicator))
        }
        Shown::ReliefInRents { years, since } => {
            let since = if *since == Since::FullLevel { "of it" } else { "from the start of the lever" };
            format!("share of the relief that is in rents after {years} years {since}")
        }
        Shown::CostOfNetJob { life, .. } => {
            format!("cost of {} net job-years, in prices of the finding", number(*life, 0))
        }
        Shown::Parameters(ids) => {
            let meaning = |id: &String| {
                let known = id.parse::<ParameterId>().map_or("", ParameterId::meaning);
                format!("{} ({id})", known.trim().trim_end_matches('.').to_lowercase())
            };
            ids.iter().map(meaning).collect::<Vec<_>>().join(" + ")
        }
        Shown::Past { of, year, since } => {
            let of = match of {
                Space::Floorspace => "floorspace",
                Space::Vacancy => "vacancy",
                Space::Rent => "real market rent",
            };
            let years = since.map_or_else(|| year.to_string(), |since| format!("{since} to {year}"));
            format!("{of}, {years}, at the centre of the fit")
        }
        Shown::Fitted { what, at } => {
            let draws = match at {
                Draw::Low => "one in ten draws of the fit is below",
                Draw::Middle => "half of the draws of the fit are below",
                Draw::High => "one in ten draws of the fit is above",
            };
            format!("{}: {draws}", what.to_lowercase())
        }
    }
}

fn figure(shown: &Shown, currency: &str, value: f64) -> String {
    match shown {
        Shown::Effect { .. } | Shown::Change { .. } => format!("{} %", signed(value, 2)),
        Shown::MembersBelow { .. } | Shown::ReliefInRents { .. } => format!("{} %", number(value, 0)),
        Shown::Past { since: Some(_), .. } => format!("{} %", signed(value, 0)),
        Shown::Past { of: Space::Vacancy, .. } => format!("{} %", number(value, 1)),
        Shown::Past { of: Space::Floorspace, .. } | Shown::Fitted { .. } => format!("{} million m²", number(value, 2)),
        Shown::CostOfNetJob { .. } => format!("{currency}{}", number(value, 0)),
        Shown::Parameters(_) | Shown::Past { of: Space::Rent, .. } => number(value, 2),
    }
}

fn range(shown: &Shown, currency: &str, within: Within) -> String {
    match shown {
        Shown::CostOfNetJob { .. } => within.text(currency, ""),
        Shown::Parameters(_) | Shown::Past { of: Space::Rent, since: None, .. } => within.text("", ""),
        Shown::Past { of: Space::Floorspace, since: None, .. } | Shown::Fitted { .. } => within.text("", " million m²"),
        _ => within.text("", " %"),
    }
}

/// What a city shows, or why it shows nothing.
fn value(shown: &Shown, case: &Case<'_>) -> Result<f64, String> {
    match shown {
        Shown::Effect { indicator, years } => {
            let year = case.begins().ok_or("no lever is set")? + years;
            let outcome = case.outcome();
            Ok(100.0 * (at(&outcome.scenario, *indicator, year)? / at(&outcome.reference, *indicator, year)? - 1.0))
        }
        Shown::Change { indicator, run, from, to } => {
            let outcome = case.outcome();
            let of = if *run == Run::Scenario { &outcome.scenario } else { &outcome.reference };
            Ok(100.0 * (at(of, *indicator, *to)? / at(of, *indicator, *from)? - 1.0))
        }
        Shown::MembersBelow { indicator, years, members, seed } => {
            let year = case.begins().ok_or("no lever is set")? + years;
            let pairs = case.members(*indicator, year, *members, *seed)?;
            let below = pairs.iter().filter(|(with, without)| with < without).count();
            let [below, all] = [below, pairs.len()].map(|n| f64::from(u32::try_from(n).unwrap_or(u32::MAX)));
            Ok(100.0 * below / all)
        }
        Shown::ReliefInRents { years, since } => relief_in_rents(case, *years, *since),
        Shown::CostOfNetJob { life, deflator } => Ok(cost_of_job_year(case)? * life / deflator),
        Shown::Parameters(ids) => ids.iter().try_fold(0.0, |sum, id| {
            let id: ParameterId = id.parse().map_err(|error| format!("{error}"))?;
            Ok(sum + case.inputs.constants().p.get(id))
        }),
        Shown::Past { of, year, since } => {
            let (first, passed) = case.past()?;
            let at = |year: i32| {
                let row = year.checked_sub(first).and_then(|row| usize::try_from(row).ok());
                let then = row.and_then(|row| passed.get(row)).ok_or_else(|| format!("no value in {year}"))?;
                Ok::<f64, String>(match of {
                    Space::Floorspace => then.floorspace / MILLION,
                    Space::Vacancy => 100.0 * then.vacancy,
                    Space::Rent => then.rent,
                })
            };
            match since {
                Some(since) => Ok(100.0 * (at(*year)? / at(*since)? - 1.0)),
                None => at(*year),
            }
        }
        Shown::Fitted { what, at } => {
            let target = case.fit()?.targets.iter().find(|target| target.what == *what);
            let [low, middle, high] = target.ok_or_else(|| format!("nothing called {what:?} was fitted"))?.fitted;
            let draw = match at {
                Draw::Low => low,
                Draw::Middle => middle,
                Draw::High => high,
            };
            Ok(draw / MILLION)
        }
    }
}

/// What takes square metres to those of a report.
const MILLION: f64 = 1e6;

fn at(projection: &Projection, indicator: Indicator, year: i32) -> Result<f64, String> {
    projection.at(indicator, year).ok_or_else(|| format!("no value in {year}"))
}

/// The capitalised part of a tax change over the change that tenants feel (%).
fn relief_in_rents(case: &Case<'_>, years: i32, since: Since) -> Result<f64, String> {
    let (id, trace) = (LeverId::PropertyTax, case.trace());
    let aimed = trace.setting(id).level;
    let full = trace.years.iter().find(|then| (then.controls.level(id) - aimed).abs() < 1e-12);
    let from = match since {
        Since::FullLevel => full.ok_or("the relief is never in full force")?.year,
        Since::Beginning => case.begins().ok_or("no lever is set")?,
    };
    let year = from + years;
    let then = trace.years.iter().find(|then| then.year == year).ok_or("the run ends before")?;
    let felt = then.controls.effect(id) - trace.adopted(id);
    Ok(100.0 * then.state.capitalised / (-trace.constants.p.tax_ratio * felt))
}

/// What one more year of grants costs for each net job-year (currency). A lever
/// has no last year, so this is a run in which they begin as set less a run in
/// which they begin a year later: the two differ in the grants of one year only.
fn cost_of_job_year(case: &Case<'_>) -> Result<f64, String> {
    let id = LeverId::CapitalGrants;
    let mut setting = case.inputs.setting(id).ok_or("no grants are set")?;
    setting.start += 1;
    let later = case.with(|inputs| inputs.set_lever(id, setting)).outcome().scenario;
    let earlier = case.outcome().scenario;
    let more = |indicator| {
        let pairs = earlier.column(indicator).iter().zip(later.column(indicator));
        pairs.map(|(earlier, later)| earlier - later).sum::<f64>()
    };
    Ok(more(Indicator::PublicCost) / more(Indicator::ManufacturingJobs))
}
