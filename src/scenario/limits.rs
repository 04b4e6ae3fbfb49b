//! What a scenario may say: every limit in one place, for edits and for files.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::ops::RangeInclusive;

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::inputs::MAX_YEARS;
use crate::model::levers::LeverId;
use crate::model::parameters::ParameterId;
use crate::model::parties::{CONCERNS, HEAVIEST};
use crate::reading::problem::MOST_PROBLEMS;
use crate::reading::{nearest, tree};
use crate::t;
use crate::text;
use crate::words;

use super::document::{Assumption, CityPlan, Measure, Scenario, Setting, Target};

/// The last year that a projection may reach.
pub const LATEST_HORIZON: i32 = 2100;

/// Years over which a lever may move to its level, in years.
pub const RAMPS: RangeInclusive<f64> = 0.0..=50.0;

/// The first year in which a policy decided today can begin.
const FIRST_POLICY_YEAR: i32 = 2027;

/// The longest title, author or city id (characters).
const LONGEST_LINE: usize = 200;

/// The longest notes or reason (characters).
const LONGEST_TEXT: usize = 20_000;

/// The most names that a message lists.
const MOST_NAMES: usize = 30;

/// Something that a scenario says and may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the document: the names of fields and keys on the way.
    pub path: Vec<String>,
    /// Whether the last name of the path is at fault, rather than its value.
    pub in_name: bool,
    /// What is wrong.
    pub message: String,
    /// What was expected.
    pub expected: String,
    /// How to put it right.
    pub fix: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.expected.is_empty() {
            f.write_str(&t!("faults-expected", what = &self.expected))?;
        }
        if !self.fix.is_empty() {
            f.write_str(&t!("faults-fix", what = &self.fix))?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}

impl Fault {
    /// A value that is wrong.
    #[must_use]
    pub fn value(
        path: &[&str],
        message: impl Into<String>,
        expected: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self {
            path: path.iter().map(|&step| step.to_owned()).collect(),
            in_name: false,
            message: message.into(),
            expected: expected.into(),
            fix: fix.into(),
        }
    }

    /// A name that is not known; the nearest of those that are is the fix.
    #[must_use]
    pub fn unknown<'a>(path: &[&str], noun: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let expected = if known.len() > MOST_NAMES {
            format!("one of the {} that `making-room sources` lists", known.len())
        } else {
            format!("one of {}", known.join(", "))
        };
        Self {
            in_name: true,
            ..Self::value(
                path,
                format!("unknown {noun} {name:?}"),
                expected,
                nearest::hint(name, known.iter().copied()),
            )
        }
    }

    fn inside(mut self, outer: &[&str]) -> Self {
        self.path.splice(0..0, outer.iter().map(|&step| step.to_owned()));
        self
    }
}

/// The year in which a lever begins to move where nobody chose one, in a run from
/// `first` to `last`: the first in which a policy decided today can begin or, in a
/// replay of the past, the first of the run.
#[must_use]
pub fn first_policy_year(pack: &CityPack, (first, last): (i32, i32)) -> i32 {
    if first < pack.base_year { first } else { first.max(FIRST_POLICY_YEAR).min(last) }
}

/// Everything that a scenario says and may not, in the order of the document.
#[must_use]
pub fn faults(scenario: &Scenario, library: &Library) -> Vec<Fault> {
    let mut faults = Vec::new();
    line(&mut faults, &["title"], &scenario.title);
    line(&mut faults, &["author"], &scenario.author);
    paragraph(&mut faults, &["notes"], &scenario.notes);
    if scenario.horizon > LATEST_HORIZON {
        faults.push(Fault::value(
            &["horizon"],
            t!("faults-horizon", year = scenario.horizon),
            t!("faults-horizon-expected", year = LATEST_HORIZON),
            t!("faults-horizon-fix"),
        ));
    }
    outlook(&mut faults, scenario, library);
    assumptions(&mut faults, &[], &scenario.assumptions);
    if scenario.cities.is_empty() {
        faults.push(Fault::value(
            &["cities"],
            "the scenario has no city",
            format!("at least one of {}", list(library.packs.keys())),
            "add a city",
        ));
    }
    for (id, plan) in &scenario.cities {
        if faults.len() >= MOST_PROBLEMS {
            break;
        }
        match library.packs.get(id) {
            Some(pack) => {
                faults.extend(city(plan, pack, scenario.horizon).into_iter().map(|f| f.inside(&["cities", id])));
            }
            None => faults.push(unknown_city(id, library)),
        }
    }
    faults
}

/// A city that no pack describes.
#[must_use]
pub fn unknown_city(id: &str, library: &Library) -> Fault {
    let mut fault = Fault::unknown(&["cities", id], "city", id, library.packs.keys().map(String::as_str));
    fault.fix.push_str(", or give its pack with --pack FILE");
    fault
}

fn outlook(faults: &mut Vec<Fault>, scenario: &Scenario, library: &Library) {
    let base = &scenario.outlook.base;
    if !library.outlooks.contains_key(base) {
        let known = library.outlooks.keys().map(String::as_str);
        faults.push(Fault { in_name: false, ..Fault::unknown(&["outlook", "base"], "outlook", base, known) });
    }
    for (driver, assumption) in &scenario.outlook.changes {
        let spec = driver.spec();
        let path = ["outlook", "changes", &driver.to_string()];
        let allowed = spec.min..=spec.max;
        range(faults, &[&path[..], &["value"]].concat(), words::driver(*driver), assumption.value, &allowed, spec.unit);
        paragraph(faults, &[&path[..], &["reason"]].concat(), &assumption.reason);
    }
}

fn assumptions(faults: &mut Vec<Fault>, outer: &[&str], assumptions: &BTreeMap<ParameterId, Assumption>) {
    for (id, assumption) in assumptions {
        let path = [outer, &["assumptions", id.id()]].concat();
        range(faults, &[&path[..], &["value"]].concat(), id.id(), assumption.value, &id.allowed(), id.unit());
        paragraph(faults, &[&path[..], &["reason"]].concat(), &assumption.reason);
    }
}

fn city(plan: &CityPlan, pack: &CityPack, horizon: i32) -> Vec<Fault> {
    let mut faults = Vec::new();
    let known = pack.starts.contains_key(&plan.start);
    let fits = (1..=MAX_YEARS).contains(&horizon.saturating_sub(plan.start));
    if !known {
        faults.push(Fault::value(
            &["start"],
            format!("{} has no stocks of {} to start from", pack.name, plan.start),
            format!("one of {}", list(pack.starts.keys())),
            "choose one of these years",
        ));
    } else if !fits && horizon <= LATEST_HORIZON {
        faults.push(Fault::value(
            &["start"],
            t!("faults-start", start = plan.start, horizon = horizon),
            t!("faults-start-expected", most = MAX_YEARS),
            t!("faults-start-fix"),
        ));
    }
    // Where the span itself is wrong, nothing is measured against it.
    let years = if known && fits { plan.start..=horizon } else { i32::MIN..=i32::MAX };
    for (lever, setting) in &plan.levers {
        lever_setting(&mut faults, pack, plan.start, *lever, setting, &years);
    }
    let mut seen = HashSet::new();
    for (i, target) in plan.targets.iter().enumerate() {
        if faults.len() >= MOST_PROBLEMS {
            break;
        }
        let i = i.to_string();
        target_of(&mut faults, &["targets", &i], pack, target, &years);
        if !seen.insert((&target.indicator, target.year)) {
            faults.push(Fault::value(
                &["targets", &i],
                format!("there are two targets for {} in {}", target.indicator, target.year),
                "one target for an indicator and year",
                "remove one of them",
            ));
        }
    }
    assumptions(&mut faults, &[], &plan.assumptions);
    concerns(&mut faults, pack, &plan.concerns);
    faults
}

/// Weights are of parties that the pack names, and within their range.
fn concerns(faults: &mut Vec<Fault>, pack: &CityPack, concerns: &BTreeMap<String, BTreeMap<Indicator, f64>>) {
    for (party, weights) in concerns {
        if faults.len() >= MOST_PROBLEMS {
            break;
        }
        if !pack.parties.contains_key(party) {
            let known = pack.parties.keys().map(String::as_str);
            faults.push(Fault::unknown(&["concerns", party], "party", party, known));
            continue;
        }
        for (indicator, weight) in weights {
            let id = indicator.to_string();
            if !CONCERNS.contains(indicator) {
                let known = CONCERNS.into_iter().map(<&'static str>::from);
                faults.push(Fault::unknown(&["concerns", party, &id], "concern", &id, known));
            }
            range(faults, &["concerns", party, &id], "the weight", *weight, &(-HEAVIEST..=HEAVIEST), "");
        }
    }
}

fn lever_setting(
    faults: &mut Vec<Fault>,
    pack: &CityPack,
    start: i32,
    lever: LeverId,
    setting: &Setting,
    years: &RangeInclusive<i32>,
) {
    let id = lever.to_string();
    let path = ["levers", id.as_str()];
    let at = |field| [path[0], path[1], field];
    let spec = lever.spec();
    match pack.levels(start, lever) {
        Some(levels) => {
            range(faults, &at("level"), &id, setting.level, &levels, &spec.unit.text(&pack.currency.code));
        }
        None => faults.push(Fault::value(
            &path,
            format!("the pack of {} says nothing about {id}", pack.name),
            "a lever that the pack describes",
            "remove the lever, or describe it in the pack",
        )),
    }
    year(faults, &at("start"), &t!("faults-start-of", what = &id), setting.start, years);
    range(faults, &at("ramp"), &t!("faults-ramp-of", what = &id), setting.ramp, &RAMPS, "years");
    paragraph(faults, &at("reason"), &setting.reason);
}

fn target_of(faults: &mut Vec<Fault>, path: &[&str], pack: &CityPack, target: &Target, years: &RangeInclusive<i32>) {
    if let Measure::JobsOf(sector) = &target.indicator
        && !pack.sectors.contains_key(sector)
    {
        let known = pack.sectors.keys().map(String::as_str);
        let unknown = Fault::unknown(&[path, &["indicator"]].concat(), "sub-sector", sector, known);
        faults.push(Fault { in_name: false, ..unknown });
    }
    year(faults, &[path, &["year"]].concat(), t!("faults-target-year"), target.year, years);
    if !target.value.is_finite() {
        faults.push(Fault::value(
            &[path, &["value"]].concat(),
            format!("the target is {}", target.value),
            "a finite number",
            "write the number",
        ));
    }
}

fn range(faults: &mut Vec<Fault>, path: &[&str], what: &str, value: f64, allowed: &RangeInclusive<f64>, unit: &str) {
    if !allowed.contains(&value) {
        faults.push(Fault::value(
            path,
            t!("faults-is", what = what, value = written(value)),
            t!(
                "faults-range-expected",
                low = written(*allowed.start()),
                high = written(*allowed.end()),
                unit = words::unit(unit),
            )
            // What has no unit ends with the number.
            .trim_end(),
            t!("faults-range-fix"),
        ));
    }
}

/// A number as files write it, with the decimal mark of whoever reads it.
pub(super) fn written(value: f64) -> String {
    let plain = value.to_string();
    let mark = text::language().marks().decimal;
    if mark == '.' { plain } else { plain.replace('.', &mark.to_string()) }
}

fn year(faults: &mut Vec<Fault>, path: &[&str], what: &str, year: i32, allowed: &RangeInclusive<i32>) {
    if !allowed.contains(&year) {
        faults.push(Fault::value(
            path,
            t!("faults-is", what = what, value = year),
            t!("faults-year-expected", first = *allowed.start(), last = *allowed.end()),
            t!("faults-year-fix"),
        ));
    }
}

fn line(faults: &mut Vec<Fault>, path: &[&str], written: &str) {
    if written.contains(['\n', '\r']) {
        faults.push(Fault::value(path, t!("faults-lines"), t!("faults-lines-expected"), t!("faults-lines-fix")));
    }
    length(faults, path, written, LONGEST_LINE);
}

fn paragraph(faults: &mut Vec<Fault>, path: &[&str], written: &str) {
    length(faults, path, written, LONGEST_TEXT);
}

fn length(faults: &mut Vec<Fault>, path: &[&str], written: &str, longest: usize) {
    let characters = written.chars().count();
    if characters > longest {
        faults.push(Fault::value(
            path,
            t!("faults-long", count = characters),
            t!("faults-long-expected", most = longest),
            t!("faults-long-fix"),
        ));
    }
    if let Some(c) = written.chars().find(|c| tree::is_deceptive(*c)) {
        faults.push(Fault::value(
            path,
            t!("faults-hidden", character = format!("U+{:04X}", u32::from(c))),
            t!("faults-hidden-expected"),
            t!("faults-hidden-fix"),
        ));
    }
}

fn list(names: impl IntoIterator<Item = impl fmt::Display>) -> String {
    names.into_iter().map(|name| name.to_string()).collect::<Vec<_>>().join(", ")
}
