//! The tab that shows how the model fits a city's past.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{Queryable as _, by};
use making_room::gui::app::action::Action;
use making_room::model::parameters::ParameterId;
use making_room::session::view::{Place, Tab};

use crate::open::{says, the, window_of};

#[test]
fn the_fit_says_what_was_observed_what_was_learnt_and_what_was_not() {
    let mut harness = window_of([1280.0, 2400.0], Vec::new());
    harness.state_mut().ask(Action::Show(Tab::Fit));
    harness.run();
    let library = harness.state().workspace().library();
    let Place::City(city) = harness.state().workspace().view.place.clone() else { panic!("a city is in view") };
    let fit = library.calibrations[&city].clone();
    for target in &fit.targets {
        let row = by().role(Role::Label).predicate(|node| {
            node.value().is_some_and(|words| words.starts_with(&target.what) && words.contains("observed"))
        });
        assert!(harness.query(row).is_some(), "{}", target.what);
    }
    for left in &fit.not_fitted {
        assert!(says(&harness, &left.why), "{}", left.what);
    }
    for words in ["observations. History narrows", "effective draws", "making-room calibrate --city"] {
        let found = by().role(Role::Label).predicate(|node| node.value().is_some_and(|value| value.contains(words)));
        assert!(harness.query_all(found).next().is_some(), "{words}");
    }
}

#[test]
fn a_constant_leads_from_its_fit_to_its_page_and_back() {
    let mut harness = window_of([1280.0, 2400.0], Vec::new());
    harness.state_mut().ask(Action::Show(Tab::Fit));
    harness.run();
    let meaning = ParameterId::NaturalVacancy.meaning().trim().trim_end_matches('.');
    let row = by().role(Role::Link).predicate(|node| node.label().is_some_and(|label| label.starts_with(meaning)));
    harness.get(row).click();
    harness.run();
    for words in ["Evidence", "Fitted", "Draws"] {
        assert!(says(&harness, words), "{words}");
    }
    harness.state_mut().ask(Action::Show(Tab::Overview));
    harness.run();
    the(&harness, Role::Button, Tab::Fit.label()).click();
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::Fit);
}
