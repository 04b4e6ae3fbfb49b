//! What each lever of a city does or could do, and why not if it does nothing:
//! worked out in the background for what the user looks at.

use std::collections::{BTreeMap, HashMap};

use crate::analysis::leverage::{self, Leverage};
use crate::model::city::{CityPack, Currency};
use crate::model::gates::{self, Gate};
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::model::projection::{Inputs, LeverSetting, Projection, Reference, project};
use crate::model::trace::{Run, Trace};
use crate::scenario::document::Setting;
use crate::scenario::limits;
use crate::t;

use super::document::DocumentId;
use super::figures::Display;
use super::jobs::desk::Cancel;
use super::results::CityResult;
use super::view::{Place, Tab};
use super::workspace::Workspace;

/// What a lever does beside everything else as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// Something that is shown is another from this year on.
    From(i32),
    /// Nothing that is shown is another; the gate that is shut, if one is.
    Nothing(Option<Gate>),
    /// Nothing that is shown is another by the last year, though it would be if the
    /// lever, as it is set, had started as early as it may.
    Late(Late),
}

/// When a lever comes that comes too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// The year in which it starts.
    pub start: i32,
    /// The first year in which it is at its level.
    pub complete: i32,
}

impl Late {
    /// Of a lever that a run sets so: `None` where it would show no earlier either, or
    /// cannot start earlier than it does. `begins` is the first year in which it can.
    pub(super) fn of(
        lever: LeverId,
        (inputs, reference): (&Inputs, &Reference),
        begins: i32,
        visible: impl Fn(Indicator) -> f64,
    ) -> Option<Self> {
        let setting = inputs.setting(lever).filter(|setting| setting.start > begins)?;
        let mut early = inputs.clone();
        early.set_lever(lever, LeverSetting { start: begins, ..setting });
        let run = project(&early, reference);
        let shows = leverage::of_set(&early, reference, &run, lever, visible) != Leverage::Nowhere;
        shows.then(|| Self { start: setting.start, complete: setting.complete() })
    }

    /// Why it does nothing, in a run until this year.
    pub(super) fn reason(self, last: i32) -> String {
        let (start, complete, last_year) = (self.start.to_string(), self.complete.to_string(), last.to_string());
        if self.complete > last {
            t!("lever-late-complete", start = start, complete = complete, last = last_year)
        } else {
            t!("lever-late", start = start, last = last_year)
        }
    }
}

/// The levers of one city.
#[derive(Clone, Debug, PartialEq)]
pub struct CityEffects {
    /// The version of the city's result that this is about.
    pub version: u64,
    levers: BTreeMap<LeverId, Known>,
    last: i32,
}

/// What is known of a lever.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Known {
    effect: Effect,
    /// Whether it was set to something else than adopted policy.
    is_set: bool,
}

impl CityEffects {
    /// What a lever does or could do.
    #[must_use]
    pub fn of(&self, lever: LeverId) -> Option<Effect> {
        self.levers.get(&lever).map(|known| known.effect)
    }

    /// That a lever does nothing or could do nothing, and why; `None` where it
    /// does or could do something.
    #[must_use]
    pub fn idle(&self, lever: LeverId) -> Option<String> {
        let known = self.levers.get(&lever)?;
        let why = match known.effect {
            Effect::From(_) => return None,
            Effect::Nothing(gate) => reason(gate, self.last),
            Effect::Late(late) => late.reason(self.last),
        };
        Some(if known.is_set { t!("lever-no-effect", why = why) } else { t!("lever-would-do-nothing", why = why) })
    }

    /// That somebody who looks at this year sees nothing yet of a lever that is set.
    #[must_use]
    pub fn later(&self, lever: LeverId, year: i32) -> Option<String> {
        match self.levers.get(&lever)? {
            Known { effect: Effect::From(first), is_set: true } if *first > year => {
                Some(t!("lever-shows-from", year = first.to_string()))
            }
            _ => None,
        }
    }
}

/// Why a lever does nothing: the gate that is shut, in a run until this year.
pub(super) fn reason(gate: Option<Gate>, last: i32) -> String {
    let words = match gate {
        Some(Gate::Room) => t!("lever-shut-room"),
        Some(Gate::Time) => return t!("lever-shut-time", last = last.to_string()),
        Some(Gate::Release) => t!("lever-shut-release"),
        Some(Gate::Denser) => t!("lever-shut-denser"),
        Some(Gate::Viable) => t!("lever-shut-viable"),
        Some(Gate::AffordableSpace) => t!("lever-shut-affordable"),
        Some(Gate::Discount) => t!("lever-shut-discount"),
        Some(Gate::RisingRent) => t!("lever-shut-rent"),
        Some(Gate::Parameter(id)) => return t!("lever-shut-parameter", parameter = id.id()),
        None => t!("lever-shut-unseen"),
    };
    words.to_owned()
}

/// The smallest difference of an indicator of a run that is shown: half of its last digit.
pub(super) fn visible(run: &Projection, of: Indicator, currency: &Currency) -> f64 {
    let size = run.column(of).iter().copied().filter(|v| v.is_finite()).fold(0.0_f64, |most, v| most.max(v.abs()));
    Display::of(of, size, currency).finest() / 2.0
}

/// What has been asked and answered.
#[derive(Debug, Default)]
pub struct Effects {
    cities: HashMap<Subject, CityEffects>,
    /// The last version asked about.
    asked: HashMap<Subject, u64>,
}

/// A city of a document.
pub(super) type Subject = (DocumentId, String);

type Work = Box<dyn FnOnce(&Cancel) -> Option<CityEffects> + Send>;

impl Effects {
    /// The last answer about a city, maybe about an earlier version.
    #[must_use]
    pub fn city(&self, document: DocumentId, city: &str) -> Option<&CityEffects> {
        self.cities.get(&(document, city.to_owned()))
    }

    /// Keeps an answer.
    pub(super) fn keep(&mut self, subject: Subject, effects: CityEffects) {
        self.cities.insert(subject, effects);
    }

    /// What is to be asked, given what the user looks at; each question once for each version.
    pub(super) fn orders(&mut self, workspace: &Workspace) -> Vec<(Subject, u64, Work)> {
        self.cities.retain(|(document, _), _| workspace.find(*document).is_some());
        self.asked.retain(|(document, _), _| workspace.find(*document).is_some());
        let mut orders = Vec::new();
        for (city, result) in in_view(workspace) {
            let subject = (workspace.document().id, city.to_owned());
            if self.asked.get(&subject) == Some(&result.version) {
                continue;
            }
            if let Some(pack) = workspace.library().packs.get(city) {
                self.asked.insert(subject.clone(), result.version);
                orders.push((subject, result.version, work(pack, result)));
            }
        }
        orders
    }

    /// Whether something in view has no answer about the present version.
    pub(super) fn is_behind(&self, workspace: &Workspace) -> bool {
        let document = workspace.document().id;
        let answered = |city: &str| self.city(document, city).map(|effects| effects.version);
        in_view(workspace).any(|(city, result)| answered(city) != Some(result.version))
    }
}

/// The cities whose levers the user sees: one city, or all where changes are listed.
fn in_view(workspace: &Workspace) -> impl Iterator<Item = (&str, &CityResult)> {
    let is_seen = |id: &str| match &workspace.view.place {
        Place::All => workspace.view.tab == Tab::Changes,
        Place::City(city) => city == id,
    };
    workspace.document().results().cities().filter(move |(id, _)| is_seen(id))
}

fn work(pack: &CityPack, result: &CityResult) -> Work {
    let version = result.version;
    let (inputs, reference, scenario) =
        (result.inputs().clone(), result.reference().clone(), result.outcome.scenario.clone());
    let (first, last) = inputs.span();
    let currency = pack.currency.clone();
    let begins = limits::first_policy_year(pack, (first, last));
    // A lever that the pack says can do nothing has its reason there.
    let levers: Vec<_> = LeverId::all()
        .filter(|id| pack.levers.get(id).is_some_and(|local| local.unavailable.is_none()))
        .filter_map(|id| Some((id, pack.levels(first, id)?)))
        .collect();
    Box::new(move |cancel| {
        let visible = |indicator: Indicator| self::visible(&scenario, indicator, &currency);
        let changed: Vec<LeverId> = inputs.changed().collect();
        let mut trace = None;
        let mut known = BTreeMap::new();
        for (lever, levels) in levers {
            if cancel.wanted() {
                return None;
            }
            let is_set = changed.contains(&lever);
            let tried: Vec<LeverSetting> = match inputs.setting(lever).filter(|_| is_set) {
                Some(setting) => vec![setting],
                None => [*levels.start(), *levels.end()]
                    .map(|level| LeverSetting { level, start: begins, ramp: Setting::DEFAULT_RAMP })
                    .to_vec(),
            };
            let leverage = if is_set {
                leverage::of_set(&inputs, &reference, &scenario, lever, visible)
            } else {
                leverage::of_free(&inputs, &reference, &scenario, (lever, &tried), visible)
            };
            let effect = match leverage {
                Leverage::From(year) => Effect::From(year),
                Leverage::Nowhere => {
                    let trace = trace.get_or_insert_with(|| Trace::of(&inputs, &reference, Run::Scenario));
                    let gate = gates::shut(lever, &tried, &inputs, trace);
                    let late = || Late::of(lever, (&inputs, &reference), begins, visible);
                    match gate.is_none().then(late).flatten() {
                        Some(late) => Effect::Late(late),
                        None => Effect::Nothing(gate),
                    }
                }
            };
            known.insert(lever, Known { effect, is_set });
        }
        Some(CityEffects { version, levers: known, last })
    })
}

#[cfg(test)]
mod tests {
    use super::super::background::Background;
    use super::super::jobs::executor::AtOnce;
    use super::super::view::View;
    use super::*;
    use crate::evidence::Library;
    use crate::model::parameters::ParameterId;
    use crate::scenario::document::Assumption;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::presets;

    const CITY: &str = "london";

    fn workspace(change: impl Fn(&mut CityPack)) -> Workspace {
        let mut library = Library::embedded().expect("the evidence is embedded");
        change(library.packs.get_mut(CITY).expect("it is built in"));
        Workspace::new(library, View { place: Place::City(CITY.to_owned()), ..View::default() })
    }

    fn apply(workspace: &mut Workspace, edit: &ScenarioEdit) {
        workspace.apply(edit, None).expect("the edit is allowed");
    }

    fn set(workspace: &mut Workspace, id: LeverId, level: f64) {
        apply(workspace, &ScenarioEdit::SetLevel { city: CITY.to_owned(), lever: id, level });
    }

    fn assume(workspace: &mut Workspace, parameter: ParameterId, value: f64) {
        let assumption = Assumption { value, reason: "for the test".to_owned() };
        apply(workspace, &ScenarioEdit::SetAssumption { city: None, parameter, assumption });
    }

    /// What is known of the levers once the background has worked.
    fn known(workspace: &Workspace) -> CityEffects {
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        background.follow(workspace);
        assert!(background.collect().is_empty());
        background.levers().city(workspace.document().id, CITY).expect("it is in view").clone()
    }

    fn effect(workspace: &Workspace, lever: LeverId) -> Effect {
        known(workspace).of(lever).expect("the pack describes it")
    }

    const fn shut(gate: Gate) -> Effect {
        Effect::Nothing(Some(gate))
    }

    #[test]
    fn in_a_city_as_it_is_every_lever_can_do_something() {
        let known = known(&workspace(|_| ()));
        for lever in LeverId::all() {
            assert!(matches!(known.of(lever), Some(Effect::From(_))), "{lever}: {:?}", known.of(lever));
            assert_eq!(known.idle(lever), None);
        }
    }

    #[test]
    fn every_lever_of_every_preset_does_something() {
        for preset in presets::ALL {
            let mut workspace = workspace(|_| ());
            workspace.open_preset(&preset).expect("it is shipped");
            let cities: Vec<String> = workspace.document().scenario().cities.keys().cloned().collect();
            for city in cities {
                workspace.view.place = Place::City(city.clone());
                let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
                background.follow(&workspace);
                background.collect();
                let known = background.levers().city(workspace.document().id, &city).expect("it is in view");
                for lever in workspace.document().scenario().cities[&city].levers.keys() {
                    let effect = known.of(*lever);
                    assert!(matches!(effect, Some(Effect::From(_))), "{}, {city}, {lever}: {effect:?}", preset.id);
                }
            }
        }
    }

    #[test]
    fn a_lever_shows_from_the_year_in_which_something_is_another() {
        let mut workspace = workspace(|_| ());
        let setting = Setting::new(95.0, 2035);
        let lever = LeverId::ProtectedShare;
        apply(&mut workspace, &ScenarioEdit::SetLever { city: CITY.to_owned(), lever, setting });
        let known = known(&workspace);
        let Some(Effect::From(year)) = known.of(lever) else { panic!("{:?}", known.of(lever)) };
        assert!((2036..2040).contains(&year), "{year}: after the start and soon");
        assert!(known.later(lever, year - 1).is_some_and(|words| words.contains(&year.to_string())));
        assert_eq!((known.later(lever, year), known.idle(lever)), (None, None));
    }

    #[test]
    fn a_start_in_the_last_year_is_too_late() {
        let mut workspace = workspace(|_| ());
        let setting = Setting::new(10.0, 2050);
        let lever = LeverId::CapitalGrants;
        apply(&mut workspace, &ScenarioEdit::SetLever { city: CITY.to_owned(), lever, setting: setting.clone() });
        assert_eq!(effect(&workspace, lever), shut(Gate::Time));
        let words = known(&workspace).idle(lever).expect("it does nothing");
        assert!(words.contains("2050") && words.starts_with("No effect here"), "{words}");
        let setting = Setting { start: 2045, ..setting };
        apply(&mut workspace, &ScenarioEdit::SetLever { city: CITY.to_owned(), lever, setting });
        assert!(matches!(effect(&workspace, lever), Effect::From(2045..=2047)));
    }

    #[test]
    fn a_ramp_that_ends_after_the_last_year_is_too_late() {
        let mut workspace = workspace(|_| ());
        let lever = LeverId::ProtectedShare;
        let mut start = |start: i32, ramp: f64, level: f64| {
            let setting = Setting { ramp, ..Setting::new(level, start) };
            apply(&mut workspace, &ScenarioEdit::SetLever { city: CITY.to_owned(), lever, setting });
            known(&workspace)
        };
        let known = start(2049, 13.0, 80.0);
        assert_eq!(known.of(lever), Some(Effect::Late(Late { start: 2049, complete: 2062 })));
        let words = known.idle(lever).expect("it does nothing");
        assert!(["2049", "2062", "2050", "Start it earlier"].iter().all(|part| words.contains(part)), "{words}");
        let known = start(2049, 1.0, 70.5);
        assert_eq!(known.of(lever), Some(Effect::Late(Late { start: 2049, complete: 2050 })));
        let words = known.idle(lever).expect("it does nothing");
        assert!(words.contains("2049") && words.contains("too little"), "{words}");
        assert!(matches!(start(2030, 13.0, 80.0).of(lever), Some(Effect::From(_))));
    }

    #[test]
    fn a_pack_that_leaves_no_room_is_named() {
        let workspace = workspace(|pack| {
            let local = pack.levers.get_mut(&LeverId::NewLand).expect("it is described");
            local.maximum.as_mut().expect("the pack sets it").value = 0.0;
        });
        assert_eq!(effect(&workspace, LeverId::NewLand), shut(Gate::Room));
        let words = known(&workspace).idle(LeverId::NewLand).expect("it could do nothing");
        assert!(words.starts_with("Would do nothing here"), "{words}");
    }

    #[test]
    fn without_release_there_is_nothing_to_build_again() {
        let mut workspace = workspace(|_| ());
        assume(&mut workspace, ParameterId::HazardOther, 0.0);
        assume(&mut workspace, ParameterId::PipelineRate, 0.0);
        assert_eq!(effect(&workspace, LeverId::Reprovision), shut(Gate::Release));
        let pace = effect(&workspace, LeverId::ReleasePace);
        assert_eq!(pace, shut(Gate::Parameter(ParameterId::HazardOther)));
        set(&mut workspace, LeverId::Reprovision, 60.0);
        assert_eq!(effect(&workspace, LeverId::Reprovision), shut(Gate::Release), "set, too");
    }

    #[test]
    fn a_discount_waits_for_a_quota_and_a_quota_for_a_discount() {
        let close = |pack: &mut CityPack| {
            for start in pack.starts.values_mut() {
                start.affordable_share.value = 0.0;
            }
            for lever in [LeverId::AffordableQuota, LeverId::AffordableDiscount] {
                pack.levers.get_mut(&lever).expect("it is described").reference.value = 0.0;
            }
        };
        let mut workspace = workspace(close);
        assert_eq!(effect(&workspace, LeverId::AffordableDiscount), shut(Gate::AffordableSpace));
        assert_eq!(effect(&workspace, LeverId::AffordableQuota), shut(Gate::Discount));
        set(&mut workspace, LeverId::AffordableQuota, 20.0);
        assert_eq!(effect(&workspace, LeverId::AffordableQuota), shut(Gate::Discount), "set alone");
        assert!(matches!(effect(&workspace, LeverId::AffordableDiscount), Effect::From(_)), "now it could");
        set(&mut workspace, LeverId::AffordableDiscount, 40.0);
        assert!(matches!(effect(&workspace, LeverId::AffordableQuota), Effect::From(_)), "and so does the quota");
    }

    #[test]
    fn intensification_is_off_at_conventional_building_and_where_rents_do_not_carry_it() {
        let mut workspace = workspace(|_| ());
        assume(&mut workspace, ParameterId::PlotConventional, 0.6);
        set(&mut workspace, LeverId::Intensification, 0.55);
        assert_eq!(effect(&workspace, LeverId::Intensification), shut(Gate::Denser));
        set(&mut workspace, LeverId::Intensification, 1.2);
        assert!(matches!(effect(&workspace, LeverId::Intensification), Effect::From(_)));
        assume(&mut workspace, ParameterId::MultiStoreyCost, 10.0);
        assume(&mut workspace, ParameterId::ViabilitySpread, 0.1);
        assert_eq!(effect(&workspace, LeverId::Intensification), shut(Gate::Viable));
    }

    #[test]
    fn stabilisation_needs_rents_that_rise() {
        let mut workspace = workspace(|_| ());
        assume(&mut workspace, ParameterId::RentClamp, 0.0);
        assert!(matches!(effect(&workspace, LeverId::Stabilisation), Effect::From(_)), "it deters building");
        assume(&mut workspace, ParameterId::StabilisationDeterrence, 0.0);
        assert_eq!(effect(&workspace, LeverId::Stabilisation), shut(Gate::RisingRent));
    }

    #[test]
    fn an_assumption_that_shuts_a_lever_is_named() {
        let mut workspace = workspace(|_| ());
        for (parameter, lever) in [
            (ParameterId::Fidelity, LeverId::ReleasePace),
            (ParameterId::IntensificationRate, LeverId::Intensification),
            (ParameterId::TaxRatio, LeverId::PropertyTax),
        ] {
            assume(&mut workspace, parameter, 0.0);
            assert_eq!(effect(&workspace, lever), shut(Gate::Parameter(parameter)));
            let words = known(&workspace).idle(lever).expect("it could do nothing");
            assert!(words.contains(parameter.id()), "{words}");
        }
    }

    #[test]
    fn what_the_pack_says_is_left_to_the_pack() {
        let workspace = workspace(|pack| {
            let local = pack.levers.get_mut(&LeverId::Stabilisation).expect("it is described");
            local.unavailable = Some("no such law".to_owned());
        });
        assert_eq!(known(&workspace).of(LeverId::Stabilisation), None);
    }
}
