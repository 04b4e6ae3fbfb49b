//! Every panel, by the names that a screen reader reads.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use making_room::gui::app::action::Action;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::model::outlook::DriverId;
use making_room::session::view::{Place, Tab};

use crate::open::{says, the, there_is, value, window, window_of};

#[test]
fn it_opens_on_three_cities_and_says_what_to_try() {
    let harness = window();
    for city in ["All cities", "London", "Brussels", "Rotterdam"] {
        assert!(there_is(&harness, Role::Button, city), "{city}");
    }
    assert!(there_is(&harness, Role::Button, "Dismiss hint"));
    assert_eq!(harness.state().workspace().view.place, Place::City("london".to_owned()));
}

#[test]
fn every_lever_of_every_city_is_a_slider_named_with_its_city() {
    let mut harness = window_of([1280.0, 2400.0], Vec::new());
    let cities: Vec<(String, String)> = {
        let workspace = harness.state().workspace();
        let scenario = workspace.document().scenario();
        scenario.cities.keys().map(|id| (id.clone(), workspace.library().packs[id].name.clone())).collect()
    };
    assert_eq!(cities.len(), 3);
    for (id, city) in cities {
        harness.state_mut().ask(Action::Look(Place::City(id.clone())));
        harness.run();
        for lever in LeverId::all() {
            let name = format!("{}, {city}", lever.spec().name);
            let node = the(&harness, Role::Slider, &name);
            let data = node.accesskit_node();
            let range = (data.data().min_numeric_value(), data.data().max_numeric_value());
            let workspace = harness.state().workspace();
            let start = workspace.document().scenario().cities[&id].start;
            let levels = workspace.library().packs[&id].levels(start, lever).expect("the pack has it");
            assert_eq!(range, (Some(*levels.start()), Some(*levels.end())), "{name}");
        }
    }
}

#[test]
fn the_outlook_has_its_drivers_and_its_name() {
    let harness = window_of([1280.0, 2400.0], Vec::new());
    for driver in DriverId::all() {
        assert!(there_is(&harness, Role::Slider, &format!("{}, outlook", driver.spec().name)));
    }
    assert!(there_is(&harness, Role::ComboBox, "Outlook: Plateau"));
}

#[test]
fn a_card_says_indicator_city_and_year_and_its_value_with_unit() {
    let harness = window();
    let name = "Manufacturing jobs, London, 2040";
    let shown = value(&harness, Role::Meter, name);
    let workspace = harness.state().workspace();
    let result = workspace.document().results().city("london").expect("London is computed");
    let (jobs, _) = result.at(Indicator::ManufacturingJobs, 2040).expect("2040 is projected");
    assert!((shown - jobs).abs() < 1e-6);
    let words = the(&harness, Role::Meter, name).accesskit_node().value().expect("it has a text");
    assert!(words.ends_with("jobs"), "{words}");
    for other in ["Industrial floorspace", "Real rent", "Vacancy", "Homes forgone", "Cost per net job-year"] {
        assert!(there_is(&harness, Role::Meter, &format!("{other}, London, 2040")), "{other}");
    }
}

#[test]
fn every_tab_of_one_city_and_of_all_can_be_shown() {
    for size in [[1024.0, 700.0], [1280.0, 800.0], [2560.0, 1440.0]] {
        let mut harness = window_of(size, Vec::new());
        for place in [Place::All, Place::City("brussels".to_owned()), Place::City("rotterdam".to_owned())] {
            for tab in Tab::all() {
                harness.state_mut().ask(Action::Look(place.clone()));
                harness.state_mut().ask(Action::Show(tab));
                harness.run();
                assert_eq!(harness.state().workspace().view.tab, tab);
            }
        }
    }
}

#[test]
fn charts_have_names_and_say_their_values() {
    let harness = window_of([1280.0, 1800.0], Vec::new());
    for title in [
        "Manufacturing jobs",
        "Industrial floorspace",
        "Real rent",
        "Vacancy",
        "Industrial land",
        "Homes forgone",
        "Public cost",
    ] {
        let name = format!("Chart: {title}, London. Arrow keys move the year");
        let node = the(&harness, Role::Figure, &name);
        let words = node.accesskit_node().data().description().expect("a chart has a sentence").to_owned();
        assert!(
            words.starts_with("The scenario ") && words.contains(" 2040: ") && words.contains("% range"),
            "{words}"
        );
    }
}

#[test]
fn an_open_lever_tells_who_decides_and_names_its_sources() {
    let mut harness = window_of([1280.0, 2400.0], Vec::new());
    the(&harness, Role::DisclosureTriangle, "About Protected share of industrial land, London").click();
    harness.run();
    for heading in [
        "In the real world",
        "Who decides",
        "Instrument",
        "In the model",
        "How fast",
        "Adopted policy",
        "Evidence",
        "Sources",
    ] {
        assert!(there_is(&harness, Role::Label, heading) || says(&harness, heading), "{heading}");
    }
    assert!(there_is(&harness, Role::TextInput, "Start year of Protected share of industrial land, London"));
    assert!(there_is(&harness, Role::TextInput, "Ramp of Protected share of industrial land, London"));
}

#[test]
fn zoom_and_theme_go_by_key() {
    use eframe::egui::{Key, Modifiers, Theme};
    let mut harness = window();
    assert_eq!(harness.ctx.options(|o| o.fallback_theme), Theme::Light, "where the system does not say");
    let before = (harness.ctx.theme(), harness.ctx.zoom_factor());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    harness.run();
    assert_ne!(harness.ctx.theme(), before.0);
    assert!(harness.ctx.zoom_factor() > before.1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    harness.run();
    assert_eq!(harness.ctx.theme(), if before.0 == Theme::Dark { Theme::Dark } else { Theme::Light });
    assert!((harness.ctx.zoom_factor() - 1.0).abs() < f32::EPSILON);
}
