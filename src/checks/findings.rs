//! Published findings.

use crate::evidence::Library;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::parameters::ParameterId;
use crate::model::projection::Projection;
use crate::units::{number, signed};

use super::data::{Finding, Run, Shown, Within};
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
        Shown::ReliefInRents { years } => format!("share of the relief that is in rents after {years} years of it"),
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
    }
}

fn figure(shown: &Shown, currency: &str, value: f64) -> String {
    match shown {
        Shown::Effect { .. } | Shown::Change { .. } => format!("{} %", signed(value, 2)),
        Shown::ReliefInRents { .. } => format!("{} %", number(value, 0)),
        Shown::CostOfNetJob { .. } => format!("{currency}{}", number(value, 0)),
        Shown::Parameters(_) => number(value, 2),
    }
}

fn range(shown: &Shown, currency: &str, within: Within) -> String {
    match shown {
        Shown::CostOfNetJob { .. } => within.text(currency, ""),
        Shown::Parameters(_) => within.text("", ""),
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
        Shown::ReliefInRents { years } => relief_in_rents(case, *years),
        Shown::CostOfNetJob { life, deflator } => Ok(cost_of_job_year(case)? * life / deflator),
        Shown::Parameters(ids) => ids.iter().try_fold(0.0, |sum, id| {
            let id: ParameterId = id.parse().map_err(|error| format!("{error}"))?;
            Ok(sum + case.inputs.constants().p.get(id))
        }),
    }
}

fn at(projection: &Projection, indicator: Indicator, year: i32) -> Result<f64, String> {
    projection.at(indicator, year).ok_or_else(|| format!("no value in {year}"))
}

/// The capitalised part of a tax change over the change that tenants feel (%).
fn relief_in_rents(case: &Case<'_>, years: i32) -> Result<f64, String> {
    let (id, trace) = (LeverId::PropertyTax, case.trace());
    let aimed = trace.setting(id).level;
    let full = trace.years.iter().find(|then| (then.controls.level(id) - aimed).abs() < 1e-12);
    let year = full.ok_or("the relief is never in full force")?.year + years;
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
