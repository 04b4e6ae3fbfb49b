//! Levers taken from one city to another: what comes over as it is, what is
//! brought within what the other city can do, what stays behind, and why.

use std::collections::BTreeMap;

use crate::model::city::{CityPack, Currency};
use crate::model::levers::{LeverGroup, LeverId, LeverUnit};
use crate::scenario::document::{CityPlan, Scenario, Setting};
use crate::t;
use crate::units;
use crate::words;

use super::figures::{differ, lever_text};

/// Which levers of a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All.
    City,
    /// Those of a group.
    Group(LeverGroup),
    /// One.
    Lever(LeverId),
}

impl Scope {
    /// Whether a lever is one of them.
    #[must_use]
    pub fn has(self, lever: LeverId) -> bool {
        match self {
            Self::City => true,
            Self::Group(group) => lever.spec().group == group,
            Self::Lever(only) => lever == only,
        }
    }
}

/// Lever settings that were copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    scope: Scope,
    city: String,
    currency: Currency,
    levers: BTreeMap<LeverId, Setting>,
}

impl Copied {
    /// Copies levers of a city.
    #[must_use]
    pub fn of(pack: &CityPack, plan: &CityPlan, scope: Scope) -> Self {
        let levers = plan.levers.iter().filter(|(id, _)| scope.has(**id));
        let levers = levers.map(|(id, setting)| (*id, setting.clone())).collect();
        Self { scope, city: words::city(pack).to_owned(), currency: pack.currency.clone(), levers }
    }

    /// The name of the city that they are from.
    #[must_use]
    pub fn city(&self) -> &str {
        &self.city
    }

    /// Whether it says something about one of these levers.
    #[must_use]
    pub fn reaches(&self, scope: Scope) -> bool {
        LeverId::all().any(|id| scope.has(id) && self.scope.has(id))
    }

    /// What becomes of a city's levers, those of `scope`, when these are pasted.
    #[must_use]
    pub fn into_city(&self, pack: &CityPack, plan: &CityPlan, scenario: &Scenario, scope: Scope) -> Transfer {
        let mut transfer = Transfer {
            from: self.city.clone(),
            to: words::city(pack).to_owned(),
            city: pack.id.clone(),
            currency: pack.currency.clone(),
            source: self.currency.clone(),
            policy: plan.levers.clone(),
            arrived: 0,
            notes: Vec::new(),
        };
        let years = (plan.start, scenario.horizon);
        for lever in LeverId::all().filter(|id| scope.has(*id) && self.scope.has(*id)) {
            let before = transfer.policy.remove(&lever);
            let reference = pack.reference(plan.start, lever).map(|q| q.value);
            if let Some(setting) = self.levers.get(&lever) {
                transfer.take(lever, setting, pack, years);
            } else if before.is_some_and(|before| differ(before.level, reference)) {
                transfer.notes.push(Note { lever, what: What::Adopted });
            }
        }
        transfer
    }
}

/// What becomes of a city's levers.
#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// The name of the city that they are from.
    pub from: String,
    /// The name of the city that they come into.
    pub to: String,
    /// Its id.
    pub city: String,
    currency: Currency,
    source: Currency,
    /// All lever settings of that city afterwards.
    pub policy: BTreeMap<LeverId, Setting>,
    /// How many settings came over, changed or not.
    pub arrived: usize,
    /// What is not as it was.
    pub notes: Vec<Note>,
}

/// Something about a lever that is not as it was where it was copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The lever.
    pub lever: LeverId,
    /// What about it.
    pub what: What,
}

/// What is not as it was.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Left out: the pack does not describe the lever.
    Unknown,
    /// Left out: the lever can do nothing there, for the pack's reason.
    Unavailable(String),
    /// Left out: the level is what adopted policy has there already.
    AlreadyAdopted(f64),
    /// The amount of money, at the stated rates.
    Money(f64, f64),
    /// Down to the most that is on offer there.
    Most(f64, f64),
    /// Up to the least that is on offer there.
    Least(f64, f64),
    /// The start, to a year of the projection.
    Start(i32, i32),
    /// Back to adopted policy, as where it was copied.
    Adopted,
}

impl What {
    /// Whether the lever did not come over.
    #[must_use]
    pub const fn stays_behind(&self) -> bool {
        matches!(self, Self::Unknown | Self::Unavailable(_) | Self::AlreadyAdopted(_))
    }
}

impl Transfer {
    fn take(&mut self, lever: LeverId, setting: &Setting, pack: &CityPack, (first, last): (i32, i32)) {
        let mut note = |what| self.notes.push(Note { lever, what });
        let (Some(local), Some(range)) = (pack.levers.get(&lever), pack.levels(first, lever)) else {
            return note(What::Unknown);
        };
        if let Some(why) = &local.unavailable {
            return note(What::Unavailable(why.clone()));
        }
        let mut setting = setting.clone();
        if lever.spec().unit == LeverUnit::MillionsPerYear && self.source.code != pack.currency.code {
            let rate = self.source.eur_rate.value / pack.currency.eur_rate.value;
            // To the thousand: the rate is not worth more.
            let amount = (setting.level * rate * 1e3).round() / 1e3;
            note(What::Money(setting.level, amount));
            setting.level = amount;
        }
        if setting.level > *range.end() {
            note(What::Most(setting.level, *range.end()));
        } else if setting.level < *range.start() {
            note(What::Least(setting.level, *range.start()));
        }
        setting.level = setting.level.clamp(*range.start(), *range.end());
        if !differ(setting.level, pack.reference(first, lever).map(|q| q.value)) {
            return note(What::AlreadyAdopted(setting.level));
        }
        let start = setting.start.clamp(first, last.max(first));
        if start != setting.start {
            note(What::Start(setting.start, start));
            setting.start = start;
        }
        self.policy.insert(lever, setting);
        self.arrived += 1;
    }

    /// What happened, in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let (from, to) = (self.from.as_str(), self.to.as_str());
        let count = i64::try_from(self.arrived).unwrap_or(i64::MAX);
        t!("paste-done", count = count, from = from, to = to)
    }

    /// A note in a sentence.
    #[must_use]
    pub fn words(&self, note: &Note) -> String {
        let spec = note.lever.spec();
        let level = |level: f64| lever_text(spec, level, &self.currency);
        let to = self.to.as_str();
        match &note.what {
            What::Unknown => t!("paste-unknown", city = to),
            What::Unavailable(why) => t!("paste-unavailable", city = to, why = why.as_str()),
            What::AlreadyAdopted(at) => t!("paste-already", city = to, level = level(*at)),
            What::Money(from, into) => {
                let before = lever_text(spec, *from, &self.source);
                t!("paste-money", before = before, now = level(*into), rate = self.rate())
            }
            What::Most(from, into) => t!("paste-most", city = to, before = level(*from), now = level(*into)),
            What::Least(from, into) => t!("paste-least", city = to, before = level(*from), now = level(*into)),
            What::Start(from, into) => {
                t!("paste-start", city = to, before = from.to_string(), now = into.to_string())
            }
            What::Adopted => t!("paste-adopted", from = self.from.as_str()),
        }
    }

    /// What a unit of the one currency is in the other: `£1 = €1.15`.
    fn rate(&self) -> String {
        let rate = self.source.eur_rate.value / self.currency.eur_rate.value;
        format!("{}1 = {}{}", self.source.symbol, self.currency.symbol, units::number(rate, 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;

    fn library() -> Library {
        Library::embedded().expect("the evidence is embedded")
    }

    /// London's levers into another city, and what is said of each.
    fn into(city: &str, levers: &[(LeverId, f64, i32)], change: impl Fn(&mut CityPack)) -> (Transfer, CityPlan) {
        let library = library();
        let mut pack = library.packs[city].clone();
        change(&mut pack);
        let mut london = CityPlan::adopted(library.packs["london"].base_year);
        for (lever, level, start) in levers {
            london.levers.insert(*lever, Setting { reason: "why".to_owned(), ..Setting::new(*level, *start) });
        }
        let mut plan = CityPlan::adopted(pack.base_year);
        plan.levers.insert(LeverId::Skills, Setting::new(100.0, 2030));
        let copied = Copied::of(&library.packs["london"], &london, Scope::City);
        (copied.into_city(&pack, &plan, &Scenario::new(""), Scope::City), london)
    }

    fn notes(transfer: &Transfer, lever: LeverId) -> Vec<&What> {
        transfer.notes.iter().filter(|note| note.lever == lever).map(|note| &note.what).collect()
    }

    #[test]
    fn what_fits_comes_over_with_its_reason_and_what_was_there_goes() {
        let (transfer, london) = into("brussels", &[(LeverId::ProtectedShare, 90.0, 2030)], |_| ());
        assert_eq!(transfer.policy, london.levers);
        assert_eq!(transfer.arrived, 1);
        assert_eq!(transfer.notes, [Note { lever: LeverId::Skills, what: What::Adopted }]);
    }

    #[test]
    fn money_is_converted_at_the_stated_rates_and_then_held_to_the_maximum() {
        let (transfer, _) = into("brussels", &[(LeverId::CapitalGrants, 20.0, 2030)], |_| ());
        let library = library();
        let rate = library.packs["london"].currency.eur_rate.value;
        let most =
            library.packs["brussels"].levers[&LeverId::CapitalGrants].maximum.as_ref().expect("it has one").value;
        let [What::Money(from, into), What::Most(wanted, got)] = notes(&transfer, LeverId::CapitalGrants)[..] else {
            panic!("{:?}", transfer.notes);
        };
        approx::assert_relative_eq!(*into, 20.0 * rate, max_relative = 1e-9);
        assert_eq!((*from, *wanted, *got), (20.0, *into, most));
        assert_eq!(transfer.policy[&LeverId::CapitalGrants].level.to_bits(), most.to_bits());
        let words: Vec<String> = transfer.notes.iter().map(|note| transfer.words(note)).collect();
        assert!(words[0].contains("£20.0") && words[0].contains('€') && words[0].contains("£1 = €"), "{words:?}");
    }

    #[test]
    fn a_lever_that_is_not_on_offer_stays_behind_with_its_reason() {
        let close = |pack: &mut CityPack| {
            let local = pack.levers.get_mut(&LeverId::ProtectedShare).expect("it is described");
            local.unavailable = Some("no such law".to_owned());
            pack.levers.shift_remove(&LeverId::NewLand);
        };
        let levers = [(LeverId::ProtectedShare, 90.0, 2030), (LeverId::NewLand, 5.0, 2030)];
        let (transfer, _) = into("rotterdam", &levers, close);
        assert!(transfer.policy.is_empty());
        assert_eq!(transfer.arrived, 0);
        assert_eq!(notes(&transfer, LeverId::ProtectedShare), [&What::Unavailable("no such law".to_owned())]);
        assert_eq!(notes(&transfer, LeverId::NewLand), [&What::Unknown]);
        assert!(transfer.words(&transfer.notes[0]).contains("no such law"));
    }

    #[test]
    fn a_start_before_the_other_city_begins_is_moved_and_an_adopted_level_is_left_out() {
        let rotterdam = library().packs["rotterdam"].clone();
        let adopted = rotterdam.levers[&LeverId::Reprovision].reference.value;
        let levers = [(LeverId::ProtectedShare, 90.0, 2012), (LeverId::Reprovision, adopted, 2030)];
        let (transfer, _) = into("rotterdam", &levers, |_| ());
        assert_eq!(notes(&transfer, LeverId::ProtectedShare), [&What::Start(2012, rotterdam.base_year)]);
        assert_eq!(notes(&transfer, LeverId::Reprovision), [&What::AlreadyAdopted(adopted)]);
        assert_eq!(transfer.policy.keys().collect::<Vec<_>>(), [&LeverId::ProtectedShare]);
    }

    #[test]
    fn a_group_or_a_lever_leaves_the_others_alone() {
        let library = library();
        let (london, brussels) = (&library.packs["london"], &library.packs["brussels"]);
        let mut source = CityPlan::adopted(london.base_year);
        source.levers.insert(LeverId::ProtectedShare, Setting::new(90.0, 2030));
        source.levers.insert(LeverId::ReleasePace, Setting::new(0.5, 2030));
        let mut plan = CityPlan::adopted(brussels.base_year);
        for (lever, level) in [(LeverId::Skills, 100.0), (LeverId::Intensification, 0.6)] {
            plan.levers.insert(lever, Setting::new(level, 2030));
        }
        let paste = |copied: Scope, scope| {
            let copied = Copied::of(london, &source, copied);
            assert!(copied.reaches(scope));
            copied.into_city(brussels, &plan, &Scenario::new(""), scope).policy.into_keys().collect::<Vec<_>>()
        };
        let zoning = Scope::Group(LeverGroup::Zoning);
        let after = [LeverId::ProtectedShare, LeverId::ReleasePace, LeverId::Skills];
        assert_eq!(paste(zoning, Scope::City), after);
        assert_eq!(paste(Scope::City, zoning), after);
        let one = paste(Scope::City, Scope::Lever(LeverId::ProtectedShare));
        assert_eq!(one, [LeverId::ProtectedShare, LeverId::Intensification, LeverId::Skills]);
        assert!(!Copied::of(london, &source, zoning).reaches(Scope::Group(LeverGroup::Rent)));
    }
}
