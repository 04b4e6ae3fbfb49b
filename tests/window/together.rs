//! All cities: one scale, what they have in common, and the outlook among the changes.

use eframe::egui::Rect;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::evidence::Library;
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::model::indicators::Indicator;
use making_room::model::outlook::DriverId;
use making_room::scenario::document::Assumption;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::together::words::sentences;
use making_room::session::together::{CHOICES, Facts};
use making_room::session::view::{Place, Tab};
use making_room::t;
use making_room::text::{Language, within};
use making_room::words;

use crate::open::{says, the, there_is, window_of};

fn ask(harness: &mut Harness<'_, App>, action: Action) {
    harness.state_mut().ask(action);
    harness.run();
}

#[test]
fn all_cities_stand_on_one_scale_and_say_what_they_have_in_common() {
    let mut harness = window_of([1280.0, 1000.0], Vec::new());
    ask(&mut harness, Action::Look(Place::All));
    let said = {
        let state = harness.state();
        let facts = Facts::of(state.workspace(), state.background());
        sentences(&facts, state.workspace().view.together).join(" ")
    };
    assert!(said.contains("there is more floorspace") && said.contains("largest change in"), "{said}");
    assert!(says(&harness, &said.replace('\u{202f}', "\u{a0}")), "{said}");
    let rects: Vec<_> = ["London", "Brussels", "Rotterdam"]
        .into_iter()
        .map(|city| the(&harness, Role::Figure, &chart(Indicator::ManufacturingJobs, city)).rect())
        .collect();
    let is_same = |a: f32, b: f32| (a - b).abs() < 0.5;
    assert!(
        rects
            .windows(2)
            .all(|pair| is_same(pair[0].height(), pair[1].height()) && is_same(pair[0].top(), pair[1].top()))
    );
    for of in CHOICES {
        ask(&mut harness, Action::Together(of));
        for city in ["London", "Brussels", "Rotterdam"] {
            assert!(there_is(&harness, Role::Figure, &chart(of, city)), "{of} {city}");
        }
    }
}

fn chart(of: Indicator, city: &str) -> String {
    format!("Chart: {}, {city}. Arrow keys move the year", of.name())
}

#[test]
fn what_the_cities_are_compared_by_can_be_chosen() {
    let mut harness = window_of([1280.0, 1000.0], Vec::new());
    ask(&mut harness, Action::Look(Place::All));
    the(&harness, Role::ComboBox, "Compare the cities by Manufacturing jobs").click();
    harness.run();
    let choice = harness.get_all(by().role(Role::Button).label("Value added")).next().expect("it can be chosen");
    choice.click();
    harness.run();
    assert_eq!(harness.state().workspace().view.together, Indicator::Gva);
}

#[test]
fn what_the_outlook_departs_in_is_listed_and_can_be_reset() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    ask(&mut harness, Action::Show(Tab::Changes));
    assert!(!says(&harness, "1 setting differs from the baseline"), "nothing departs yet");
    let (other, name) = {
        let library = harness.state().workspace().library();
        let (id, outlook) =
            library.outlooks.iter().find(|(id, _)| *id != Library::BASELINE).expect("there are several");
        (id.clone(), outlook.name.clone())
    };
    ask(&mut harness, Action::Edit(ScenarioEdit::SetOutlook(other), None));
    let assumption = Assumption { value: 1.25, reason: "A survey of 2026".to_owned() };
    let driver = DriverId::LogisticsDemand;
    ask(&mut harness, Action::Edit(ScenarioEdit::SetDriver { driver, assumption }, None));
    assert!(says(&harness, "2 settings differ from the baseline"));
    assert!(says(&harness, "Reason: A survey of 2026"));
    assert!(says(&harness, &format!("Outlook, Now: {name}")));
    let resets = |harness: &Harness<'_, App>, what: &str| -> Vec<String> {
        let buttons = harness.query_all(by().role(Role::Button));
        let names = buttons.filter_map(|node| node.accesskit_node().label());
        names.filter(|name| name.starts_with("Back to ") && name.ends_with(what)).collect()
    };
    let reset = resets(&harness, &format!(": {}", driver.spec().name));
    the(&harness, Role::Button, &reset[0]).click();
    harness.run();
    assert!(harness.state().workspace().document().scenario().outlook.changes.is_empty());
    let reset = resets(&harness, ": Outlook");
    the(&harness, Role::Button, &reset[0]).click();
    harness.run();
    assert_eq!(harness.state().workspace().document().scenario().outlook.base, Library::BASELINE);
    assert!(!says(&harness, "1 setting differs from the baseline"));
}

/// The figures of the table are never wider than their column, nor moved sideways.
#[test]
fn the_table_of_cities_fits_into_a_narrow_window_in_every_language() {
    for language in Language::all() {
        for size in [[1280.0, 1800.0], [1024.0, 2000.0]] {
            let mut harness = window_of(size, Vec::new());
            ask(&mut harness, Action::Language(language));
            ask(&mut harness, Action::Look(Place::All));
            let (table, of) = within(language, || (t!("cities-table"), words::indicator(Indicator::IndustrialLand)));
            let bars = harness.query_all(by().role(Role::ScrollBar).label_contains(table)).count();
            assert_eq!(bars, 0, "{language:?} {size:?}");
            let columns: Vec<Rect> = within(language, || {
                let packs = harness.state().workspace().library().packs.values();
                let cities: Vec<&str> = packs.map(words::city).collect();
                let figure = |city: &&str| {
                    let start = format!("{of}, {city}, ");
                    let found = harness
                        .query_all(by().role(Role::Button))
                        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&start)));
                    found.unwrap_or_else(|| panic!("{start}")).rect()
                };
                cities.iter().map(figure).collect()
            });
            for pair in columns.windows(2) {
                assert!(pair[0].right() < pair[1].left(), "{language:?} {size:?} {columns:?}");
            }
            // The narrowest that the panel of levers is.
            assert!(columns.iter().all(|rect| rect.right() < size[0] - 256.0), "{language:?} {size:?} {columns:?}");
        }
    }
}
