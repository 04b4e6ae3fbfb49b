//! `--set` and `--assume`: edits written on the command line.

use std::str::FromStr;

use crate::evidence::Library;
use crate::model::levers::LeverId;
use crate::model::parameters::ParameterId;
use crate::reading::nearest;
use crate::scenario::document::{Assumption, Scenario, Setting};
use crate::scenario::edit::{EditError, ScenarioEdit};
use crate::scenario::limits;

use super::Failure;

/// `CITY.LEVER=LEVEL[@START[+RAMP]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    written: String,
    city: String,
    lever: LeverId,
    level: f64,
    start: Option<i32>,
    ramp: Option<f64>,
}

impl FromStr for Set {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let form = "expected CITY.LEVER=LEVEL[@START[+RAMP]], for example london.zoning.protected_share=90@2027+5";
        let (name, value) = written.split_once('=').ok_or(form)?;
        let (city, lever) = name.split_once('.').ok_or(form)?;
        let lever = lever.parse().map_err(|_| {
            let known = || LeverId::all().map(<&'static str>::from);
            let list = known().collect::<Vec<_>>().join(", ");
            format!("unknown lever {lever:?}; expected one of {list}; fix: {}", nearest::hint(lever, known()))
        })?;
        let (amount, time) = value.split_once('@').map_or((value, None), |(amount, time)| (amount, Some(time)));
        let (start, ramp) = match time {
            None => (None, None),
            Some(time) => {
                let (start, ramp) = time.split_once('+').map_or((time, None), |(start, ramp)| (start, Some(ramp)));
                let start = start.parse().map_err(|_| format!("{start:?} is not a year; {form}"))?;
                (Some(start), ramp.map(|ramp| number(ramp, form)).transpose()?)
            }
        };
        Ok(Self {
            written: written.to_owned(),
            city: city.to_owned(),
            lever,
            level: number(amount, form)?,
            start,
            ramp,
        })
    }
}

impl Set {
    /// The edit that it stands for. Start, ramp and reason that it does not name
    /// stay as the scenario has them.
    pub fn edit(&self, scenario: &Scenario, library: &Library) -> Result<ScenarioEdit, Failure> {
        let no_city = || self.refused(&EditError::NoCity(self.city.clone()));
        let plan = scenario.cities.get(&self.city).ok_or_else(no_city)?;
        let pack = library.packs.get(&self.city).ok_or_else(no_city)?;
        let first = limits::first_policy_year(pack, (plan.start, scenario.horizon));
        let mut setting = plan.levers.get(&self.lever).cloned().unwrap_or_else(|| Setting::new(self.level, first));
        setting.level = self.level;
        setting.start = self.start.unwrap_or(setting.start);
        setting.ramp = self.ramp.unwrap_or(setting.ramp);
        Ok(ScenarioEdit::SetLever { city: self.city.clone(), lever: self.lever, setting })
    }

    /// What to say where the scenario does not take it.
    pub fn refused(&self, error: &EditError) -> Failure {
        Failure::Input(format!("--set {}: {error}", self.written))
    }
}

/// `[CITY.]PARAMETER=VALUE`.
#[derive(Clone, Debug, PartialEq)]
pub struct Assume {
    written: String,
    city: Option<String>,
    parameter: ParameterId,
    value: f64,
}

impl FromStr for Assume {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let form = "expected [CITY.]PARAMETER=VALUE, for example london.eps_R=-0.3";
        let (name, value) = written.split_once('=').ok_or(form)?;
        let (city, parameter) = name.rsplit_once('.').map_or((None, name), |(city, id)| (Some(city.to_owned()), id));
        let parameter = parameter.parse().map_err(|_| {
            let hint = nearest::hint(parameter, ParameterId::ALL.iter().map(|id| id.id()));
            format!("unknown parameter {parameter:?}; fix: {hint}; `making-room sources` lists them all")
        })?;
        Ok(Self { written: written.to_owned(), city, parameter, value: number(value, form)? })
    }
}

impl Assume {
    /// The edit that it stands for.
    pub fn edit(&self) -> ScenarioEdit {
        let assumption = Assumption { value: self.value, reason: format!("--assume {}", self.written) };
        ScenarioEdit::SetAssumption { city: self.city.clone(), parameter: self.parameter, assumption }
    }

    /// What to say where the scenario does not take it.
    pub fn refused(&self, error: &EditError) -> Failure {
        Failure::Input(format!("--assume {}: {error}", self.written))
    }
}

fn number(text: &str, form: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(value),
        _ => Err(format!("{text:?} is not a finite number; {form}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_level_start_and_ramp() {
        let set: Set = "london.rent.property_tax=-20.5@2030+2.5".parse().expect("well formed");
        assert_eq!((set.level, set.start, set.ramp), (-20.5, Some(2030), Some(2.5)));
        assert_eq!((set.city.as_str(), set.lever), ("london", LeverId::PropertyTax));
        let set: Set = "x.zoning.new_land=1e1".parse().expect("well formed");
        assert_eq!((set.level, set.start, set.ramp), (10.0, None, None));
    }

    #[test]
    fn a_lever_begins_where_it_begins_in_the_window() {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut scenario = Scenario::new("Short");
        for edit in [ScenarioEdit::AddCity { city: "london".to_owned(), plan: None }, ScenarioEdit::SetHorizon(2026)] {
            scenario = edit.apply(&scenario, &library).expect("it may be so");
        }
        let set: Set = "london.zoning.protected_share=90".parse().expect("well formed");
        let typed = set.edit(&scenario, &library).expect("it fits").apply(&scenario, &library).expect("it is taken");
        let dragged = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: set.lever, level: set.level };
        assert_eq!(typed, dragged.apply(&scenario, &library).expect("it is taken"));
    }

    #[test]
    fn refuses_what_is_not_well_formed() {
        let wrong = [
            "",
            "london",
            "london.zoning.new_land",
            "london=3",
            "london.zoning.new=3",
            "a.zoning.new_land=nan",
            "a.zoning.new_land=1@x",
            "a.zoning.new_land=1@2030+",
        ];
        for written in wrong {
            assert!(written.parse::<Set>().is_err(), "{written}");
        }
        for written in ["", "eps_R", "eps_R=", "eps_R=inf", "eps=1"] {
            assert!(written.parse::<Assume>().is_err(), "{written}");
        }
    }
}
