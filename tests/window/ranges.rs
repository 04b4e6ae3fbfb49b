//! What the ensemble says: ranges on cards, charts, the table of cities, and the
//! status line.

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::view::{Place, Tab};

use crate::open::{ByHand, MEMBERS, says, the, value, window, window_of};

const JOBS: &str = "Manufacturing jobs, London, 2040";
const CHART: &str = "Chart: Manufacturing jobs, London. Arrow keys move the year";

fn description(harness: &Harness<'_, App>, role: Role, name: &str) -> String {
    let node = the(harness, role, name);
    node.accesskit_node().data().description().expect("it has a description").to_owned()
}

fn set(harness: &mut Harness<'_, App>, id: LeverId, level: f64) {
    let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: id, level };
    harness.state_mut().ask(Action::Edit(edit, None));
    harness.run();
}

/// How many labels have this text within them.
fn labels(harness: &Harness<'_, App>, words: &str) -> usize {
    let words = words.to_owned();
    let has = move |text: String| text.contains(&words);
    harness.query_all(by().role(Role::Label).predicate(move |node| node.value().is_some_and(&has))).count()
}

#[test]
fn a_card_names_both_intervals_and_says_in_how_many_futures() {
    let harness = window();
    let words = description(&harness, Role::Meter, JOBS);
    for part in ["Level, 80\u{a0}% range: ", "Policy effect, 80\u{a0}% range: +", "more jobs than the reference in "] {
        assert!(words.contains(part), "{part}: {words}");
    }
    let chart = description(&harness, Role::Figure, CHART);
    assert!(chart.contains("80\u{a0}% range ") && chart.contains("jobs"), "{chart}");
    assert!(labels(&harness, &format!("{MEMBERS} members in ")) == 1, "the status line tells");
}

#[test]
fn at_adopted_policy_there_is_a_level_and_no_effect() {
    let mut harness = window();
    harness.state_mut().ask(Action::OpenPreset("reference"));
    harness.run();
    let words = description(&harness, Role::Meter, JOBS);
    assert!(words.contains("as the reference. Level, 80\u{a0}% range: ") && !words.contains("effect"), "{words}");
}

#[test]
fn an_effect_that_could_be_either_way_says_so() {
    let mut harness = window();
    harness.state_mut().ask(Action::OpenPreset("reference"));
    harness.run();
    // Neither direction is better, and in some futures it is scarce for other reasons.
    set(&mut harness, LeverId::Stabilisation, 80.0);
    let state = harness.state();
    let document = state.workspace().document();
    let ranges = state.background().ranges().city(document.id, "london").expect("it was run");
    let open = [Indicator::ManufacturingJobs, Indicator::RealRent, Indicator::Vacancy, Indicator::IndustrialFloorspace]
        .into_iter()
        .find(|of| ranges.effect(*of, 2040).is_some_and(|effect| effect.p10 < 0.0 && effect.p90 > 0.0));
    let of = open.expect("rent stabilisation is about neutral on something");
    let words = description(&harness, Role::Meter, &format!("{}, London, 2040", of.name()));
    assert!(words.contains("could be either way"), "{words}");
    assert!(!words.contains("better. ") && !words.contains("worse. "), "{words}");
}

#[test]
fn the_figure_is_never_late_and_the_range_stays_until_a_newer_one_comes() {
    let mut harness = window();
    let (ctx, hand) = (harness.ctx.clone(), ByHand::default());
    harness.state_mut().work_with(&ctx, Box::new(hand.clone()), MEMBERS);
    harness.run();
    assert!(description(&harness, Role::Meter, JOBS).contains("range follows"));
    assert!(says(&harness, "ranges follow"));
    hand.work();
    harness.run();
    let level = |harness: &Harness<'_, App>| {
        let words = description(harness, Role::Meter, JOBS);
        words.split(". ").find(|part| part.starts_with("Level")).expect("a level").to_owned()
    };
    let (before, figure) = (level(&harness), value(&harness, Role::Meter, JOBS));
    set(&mut harness, LeverId::CapitalGrants, 25.0);
    assert!(value(&harness, Role::Meter, JOBS) > figure, "the figure follows at once");
    assert_eq!(level(&harness), before, "the range stays");
    harness.step();
    assert!(says(&harness, "being worked out…"), "after a moment the status line tells");
    hand.work();
    harness.run();
    assert_ne!(level(&harness), before);
    assert!(!says(&harness, "being worked out…"));
}

#[test]
fn all_cities_and_sub_sectors_have_ranges() {
    let mut harness = window_of([1280.0, 1800.0], Vec::new());
    harness.state_mut().ask(Action::Look(Place::All));
    harness.run();
    assert_eq!(labels(&harness, "Level 80\u{a0}%: "), 3 * 5, "three cities, five levels each");
    assert_eq!(labels(&harness, "Effect 80\u{a0}%: "), 3 * 6);
    harness.state_mut().ask(Action::Look(Place::City("london".to_owned())));
    harness.state_mut().ask(Action::Show(Tab::Sectors));
    harness.run();
    let state = harness.state();
    let pack = &state.workspace().library().packs["london"];
    for sector in pack.sectors.values() {
        let name = format!("Chart: {}, London. Arrow keys move the year", sector.name);
        assert!(description(&harness, Role::Figure, &name).contains("80\u{a0}% range"), "{name}");
    }
}
