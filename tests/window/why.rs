//! The tabs that explain: which lever did it, and what became of the floorspace.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::explain::address::{Address, Topic};
use making_room::explain::runs::Part;
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::gui::app::command::UiCommand;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::model::parameters::ParameterId;
use making_room::scenario::document::{Assumption, Measure};
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::view::{Place, Tab};

use crate::open::{ByHand, MEMBERS, says, the, there_is, value, window, window_of};

fn show(harness: &mut Harness<'_, App>, tab: Tab) {
    harness.state_mut().ask(Action::Show(tab));
    harness.run();
}

/// What the row or cell of this name says after its name. One that leads to its
/// explanation has its words as name, another as value.
fn row(harness: &Harness<'_, App>, name: &str) -> String {
    let start = format!("{name}: ");
    let words = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).filter(|words| words.starts_with(&start))
    };
    let roles = [Role::Label, Role::Link, Role::Button];
    let nodes = roles.into_iter().flat_map(|role| harness.query_all(by().role(role)));
    let texts: Vec<String> = nodes.filter_map(|node| words(&node)).collect();
    assert_eq!(texts.len(), 1, "{name}: {texts:?}");
    texts[0][name.len() + 2..].to_owned()
}

fn number(words: &str) -> f64 {
    let digits: String = words.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    digits.parse().expect("a number")
}

fn description(harness: &Harness<'_, App>, figure: &str) -> String {
    let node = the(harness, Role::Figure, figure);
    node.accesskit_node().data().description().expect("a figure has a sentence").to_owned()
}

#[test]
fn the_waterfall_ends_at_the_number_on_the_card() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    let card = value(&harness, Role::Meter, "Manufacturing jobs, London, 2040");
    show(&mut harness, Tab::Why);
    let end = number(&row(&harness, "Scenario"));
    assert!((end - card.round()).abs() < 1e-9, "{end} {card}");
    let lever = row(&harness, LeverId::CapitalGrants.spec().name);
    assert!(lever.starts_with('+') && lever.ends_with("jobs, better"), "{lever}");
    assert!(row(&harness, "Zoning together").contains("jobs"));
    let sentence = description(&harness, "Waterfall: Manufacturing jobs, London, 2040");
    assert!(sentence.contains("against the reference of") && sentence.contains("Capital grants"), "{sentence}");
}

#[test]
fn where_no_lever_differs_it_says_so() {
    let mut harness = window();
    harness.state_mut().ask(Action::OpenPreset("reference"));
    show(&mut harness, Tab::Why);
    assert!(says(
        &harness,
        "No lever differs from adopted policy in London, so there is nothing to explain. Move one on the right, or \
         open one of the presets."
    ));
}

#[test]
fn another_indicator_and_another_city_are_explained_too() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    show(&mut harness, Tab::Why);
    harness.state_mut().ask(Action::Attribute(Measure::Indicator(Indicator::RealRent)));
    harness.state_mut().ask(Action::Look(Place::City("brussels".to_owned())));
    harness.run();
    assert!(there_is(&harness, Role::Figure, "Waterfall: Real rent, Brussels, 2040"));
    assert!(there_is(&harness, Role::ComboBox, "Explain: Real rent"));
    harness.state_mut().ask(Action::Look(Place::All));
    harness.run();
    for city in ["London", "Brussels", "Rotterdam"] {
        assert!(there_is(&harness, Role::Figure, &format!("Waterfall: Real rent, {city}, 2040")), "{city}");
    }
}

#[test]
fn a_sub_sector_that_another_city_does_not_have_makes_way_for_jobs() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    show(&mut harness, Tab::Why);
    let sector = harness.state().workspace().library().packs["london"].sectors.keys().next().expect("one").clone();
    harness.state_mut().ask(Action::Attribute(Measure::JobsOf(sector)));
    harness.run();
    assert!(!there_is(&harness, Role::Figure, "Waterfall: Manufacturing jobs, London, 2040"));
    harness.state_mut().ask(Action::Look(Place::City("rotterdam".to_owned())));
    harness.run();
    assert!(there_is(&harness, Role::Figure, "Waterfall: Manufacturing jobs, Rotterdam, 2040"));
}

#[test]
fn keys_choose_the_tab_and_move_the_year_on_the_wedges() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::Why);
    let wedges = "Contributions over the years: Manufacturing jobs, London. Arrow keys move the year";
    the(&harness, Role::Figure, wedges).focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().workspace().view.year, 2041);
    assert!(there_is(&harness, Role::Figure, "Waterfall: Manufacturing jobs, London, 2041"));
    let sentence = description(&harness, wedges);
    assert!(sentence.contains("2041: +") && sentence.contains("Re-provision"), "{sentence}");
}

#[test]
fn what_was_worked_out_stays_until_something_newer_comes() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    let (ctx, hand) = (harness.ctx.clone(), ByHand::default());
    harness.state_mut().work_with(&ctx, Box::new(hand.clone()), MEMBERS);
    show(&mut harness, Tab::Why);
    assert!(says(&harness, "Being worked out…"));
    hand.work();
    harness.run();
    let before = row(&harness, "Scenario");
    let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::CapitalGrants, level: 25.0 };
    harness.state_mut().ask(Action::Edit(edit, None));
    harness.run();
    assert_eq!(row(&harness, "Scenario"), before, "nothing flashes");
    harness.step();
    assert!(says(&harness, "being worked out…"), "after a moment the status line tells");
    hand.work();
    harness.run();
    assert_ne!(row(&harness, "Scenario"), before);
    assert!(!says(&harness, "being worked out…"));
}

#[test]
fn the_space_ledger_closes_for_the_whole_period_and_for_a_year() {
    let mut harness = window_of([1280.0, 1600.0], Vec::new());
    show(&mut harness, Tab::Space);
    let sentence = description(&harness, "Space ledger, London, 2023 to 2040");
    assert!(sentence.contains("are kept by 2040") && sentence.contains("million m²"), "{sentence}");
    let cell = |harness: &Harness<'_, App>, name: &str| {
        let words = row(harness, name);
        let (shown, exact) = words.split_once(" (").expect("rounded and exact");
        assert!(shown.ends_with("million m²"), "as on the picture: {words}");
        number(exact)
    };
    for column in ["scenario", "reference"] {
        assert_eq!(row(&harness, &format!("Unaccounted for, {column}")), "0.00\u{a0}million m² (0 m²)");
        let of = |name: &str| cell(&harness, &format!("{name}, {column}"));
        let added = of("Built") + of("Re-provided on released sites") + of("Intensified on protected sites");
        let gone = of("Converted to homes and other uses") + of("Obsolete");
        let gap = of("At the end") - (of("At the start") + added - gone);
        assert!(gap.abs() < 0.5, "to the last square metre: {gap}");
    }
    the(&harness, Role::Button, "one year").click();
    harness.run();
    assert!(there_is(&harness, Role::Figure, "Space ledger, London, 2039 to 2040"));
    the(&harness, Role::Button, "whole period").click();
    harness.state_mut().ask(Action::Look(Place::All));
    harness.run();
    for city in ["London, 2023", "Brussels, 2024", "Rotterdam, 2024"] {
        assert!(there_is(&harness, Role::Figure, &format!("Space ledger, {city} to 2040")), "{city}");
    }
}

#[test]
fn a_narrow_window_keeps_tabs_that_do_not_fit_in_a_menu() {
    let wide = window_of([2560.0, 1440.0], Vec::new());
    assert!(Tab::all().all(|tab| there_is(&wide, Role::Tab, tab.label())));
    let mut narrow = window_of([1024.0, 700.0], Vec::new());
    assert!(there_is(&narrow, Role::Tab, Tab::Overview.label()));
    assert!(!there_is(&narrow, Role::Tab, Tab::About.label()));
    the(&narrow, Role::Tab, "More ▼").click();
    narrow.run();
    the(&narrow, Role::Button, Tab::About.label()).click();
    narrow.run();
    assert_eq!(narrow.state().workspace().view.tab, Tab::About);
    assert!(
        there_is(&narrow, Role::Tab, &format!("{} ▼", Tab::About.label())),
        "the menu is named after what is shown"
    );
}

#[test]
fn shares_and_square_metres_lead_to_their_equations() {
    let mut harness = window_of([1280.0, 2000.0], Vec::new());
    let current = |harness: &Harness<'_, App>| harness.state().workspace().trail.current().cloned();
    show(&mut harness, Tab::Why);
    for (row, address) in [
        ("Reference", Address::new("london", Indicator::ManufacturingJobs.into())),
        (LeverId::CapitalGrants.spec().name, Address::lever("london", LeverId::CapitalGrants)),
    ] {
        let words = format!("{row}: {}", self::row(&harness, row));
        the(&harness, Role::Link, &words).click();
        harness.run();
        assert_eq!(current(&harness), Some(address), "{row}");
    }
    show(&mut harness, Tab::Space);
    let quantity = |symbol| Address::new("london", Topic::Quantity(symbol, Part::Whole));
    the(&harness, Role::Link, "Converted to homes and other uses, 2040: how it is computed").focus();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(current(&harness), Some(Address { back: 1, ..quantity("Lost") }));
    assert!(says(&harness, "London, 2039 · m²/yr"));
    the(&harness, Role::Link, "Manufacturing, 2023: how it is computed").click();
    harness.run();
    assert_eq!(current(&harness), Some(Address { back: 17, ..quantity("F_M") }));
}

#[test]
fn own_assumptions_are_said_where_levers_and_space_are_explained() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    let assumption = Assumption { value: -0.35, reason: "a survey".to_owned() };
    let edit = ScenarioEdit::SetAssumption { city: None, parameter: ParameterId::CostElasticity, assumption };
    for tab in [Tab::Why, Tab::Space] {
        show(&mut harness, tab);
        assert!(!says(&harness, "With 1 own assumption: eps_R"), "{tab:?}");
        harness.state_mut().ask(Action::Edit(edit.clone(), None));
        harness.run();
        assert!(says(&harness, "With 1 own assumption: eps_R"), "{tab:?}");
        harness.state_mut().ask(UiCommand::Undo.into());
        harness.run();
    }
}
