//! The tab that shows who decides, who gains and who loses.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{Queryable as _, by};
use making_room::gui::app::action::Action;
use making_room::model::indicators::Indicator;
use making_room::session::view::{Place, Tab};

use crate::open::{says, the, window_of};

#[test]
fn every_party_says_how_it_fares_where_it_stands_and_what_it_decides() {
    let mut harness = window_of([1280.0, 4000.0], Vec::new());
    harness.state_mut().ask(Action::Look(Place::City("london".to_owned())));
    harness.state_mut().ask(Action::Show(Tab::Stakeholders));
    harness.run();
    let workspace = harness.state().workspace();
    let parties = workspace.library().packs["london"].parties.clone();
    assert!(parties.len() >= 8);
    for party in parties.values() {
        let row = by().role(Role::Button).predicate({
            let name = format!("{}, ", party.name);
            move |node| node.label().is_some_and(|label| label.starts_with(&name) && label.contains(": "))
        });
        harness.get(row).click();
        harness.run();
        if let Some(position) = &party.position {
            assert!(says(&harness, &format!("{} ({})", position.text, position.year)), "{}", party.name);
        }
    }
    assert!(says(&harness, "No stated position was found; what it cares about is read off its role."));
}

#[test]
fn a_weight_is_an_edit_that_can_be_undone_and_is_saved() {
    let mut harness = window_of([1280.0, 4000.0], Vec::new());
    harness.state_mut().ask(Action::Look(Place::City("london".to_owned())));
    harness.state_mut().ask(Action::Show(Tab::Stakeholders));
    harness.run();
    let row = by().role(Role::Button).predicate(|node| {
        node.label().is_some_and(|label| label.starts_with("Just Space, network of community groups, "))
    });
    harness.get(row).click();
    harness.run();
    let rent = Indicator::RealRent.name();
    let more = format!("Wants more of it: {rent}, Just Space, network of community groups");
    the(&harness, Role::Button, &more).click();
    harness.run();
    let weight = |harness: &egui_kittest::Harness<'_, making_room::gui::app::App>| {
        let plan = harness.state().workspace().document().scenario().cities["london"].clone();
        plan.concerns.get("just_space").and_then(|weights| weights.get(&Indicator::RealRent)).copied()
    };
    // It wanted less of it, −1; one step on is not to care.
    assert_eq!(weight(&harness), Some(0.0));
    assert!(harness.state().workspace().document().would_lose_work());
    the(&harness, Role::Button, "Reset the weights of all parties, London").click();
    harness.run();
    assert_eq!(weight(&harness), None);
}
