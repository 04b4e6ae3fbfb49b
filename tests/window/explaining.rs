//! From a number to its formula, and on to source and label; by pointer and by key.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::explain::address::{Address, Topic};
use making_room::explain::quantity::QUANTITIES;
use making_room::explain::runs::Part;
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::model::outlook::DriverId;
use making_room::model::parameters::ParameterId;
use making_room::session::view::{Place, Tab};
use making_room::t;
use making_room::text::{Language, within};

use crate::open::{says, the, window, window_of};

const JOBS: &str = "Manufacturing jobs, London, 2040";

/// The links of the explanation that begin so.
fn links(harness: &Harness<'_, App>, start: &str) -> Vec<String> {
    let all = harness.query_all(by().role(Role::Link));
    all.filter_map(|node| node.accesskit_node().label()).filter(|label| label.starts_with(start)).collect()
}

/// Follows the only link that begins so.
#[track_caller]
fn follow(harness: &mut Harness<'_, App>, start: &str) {
    let found = links(harness, start);
    let [name] = found.as_slice() else { panic!("{start}: {found:?} among {:?}", links(harness, "")) };
    harness.get(by().role(Role::Link).label(name)).click_accesskit();
    harness.run();
}

#[test]
fn a_card_leads_to_its_formula_and_a_term_to_its_source_and_label() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    the(&harness, Role::Meter, JOBS).click();
    harness.run();
    assert!(the(&harness, Role::Heading, "Manufacturing jobs").is_focused(), "a screen reader reads it first");
    assert!(says(&harness, "E = Σ E_s · (1 − f) + X + J · (1 − σ·f)"));
    let (scenario, reference) = {
        let result = harness.state().workspace().document().results().city("london").expect("London is computed");
        result.at(Indicator::ManufacturingJobs, 2040).expect("2040 is projected")
    };
    let value = |x: f64| making_room::units::number(x, 0);
    assert!(says(&harness, &format!("{}\u{a0}jobs", value(scenario))), "{scenario}");
    let shown = harness.query_all(by().role(Role::Label)).filter_map(|node| node.accesskit_node().value());
    let shown: Vec<String> = shown.collect();
    for x in [scenario, reference.expect("there is a reference")] {
        assert!(
            shown.iter().any(|text| text.starts_with(&format!("{} = ", value(x)))),
            "the formula with its values: {shown:?}"
        );
    }
    follow(&mut harness, "σ Share of jobs in the counted floorspace");
    for words in ["Label", "Note", "Source"] {
        assert!(says(&harness, words), "{words}");
    }
    assert!(links(&harness, "E Manufacturing jobs").len() == 1, "and where it is used");
}

#[test]
fn every_number_of_a_chart_leads_to_its_constants() {
    let mut harness = window_of([1280.0, 2000.0], Vec::new());
    the(&harness, Role::Button, "How Vacancy, London is computed").click();
    harness.run();
    assert!(says(&harness, "v = 1 − (F_M + F_N) / S"));
    the(&harness, Role::Button, "Show them all, with their sources").click();
    harness.run();
    let elasticity = links(&harness, "eps_R Elasticity of desired manufacturing jobs");
    assert!(elasticity.len() == 1 && elasticity[0].contains(", judgement"), "{elasticity:?}");
    follow(&mut harness, "eps_R");
    for words in ["Evidence", "Range", "Label", "Why", "Source"] {
        assert!(says(&harness, words), "{words}");
    }
}

#[test]
fn an_explanation_is_opened_followed_and_closed_by_key() {
    let mut harness = window();
    the(&harness, Role::Meter, "Industrial floorspace, London, 2040").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
    harness.run();
    assert!(says(&harness, "S' = S − delta·S − Lost + Rep + Int + Q1"));
    assert!(says(&harness, "With the values of 2039, the year before, scenario"));
    let first = links(&harness, "S Industrial floorspace");
    assert_eq!(first.len(), 1, "the stock itself, a year before");
    let wanted = links(&harness, "delta ")[0].clone();
    for _ in 0..12 {
        harness.key_press(Key::Tab);
        harness.run();
        if harness.get(by().role(Role::Link).label(&wanted)).is_focused() {
            break;
        }
    }
    harness.key_press(Key::Enter);
    harness.run();
    let topic = |harness: &Harness<'_, App>| harness.state().workspace().trail.current().map(|a| a.topic.clone());
    assert_eq!(topic(&harness), Some(Topic::Parameter(ParameterId::Obsolescence)));
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    assert_eq!(topic(&harness), Some(Topic::Quantity("S", Part::Whole)));
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    harness.run();
    assert_eq!(topic(&harness), Some(Topic::Parameter(ParameterId::Obsolescence)));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(topic(&harness), None);
    assert!(the(&harness, Role::Meter, "Industrial floorspace, London, 2040").is_focused(), "the keyboard goes back");
}

#[test]
fn a_chart_explains_itself_on_enter_and_a_stock_leads_back_to_its_start() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    harness.state_mut().ask(Action::Year(2025));
    harness.run();
    the(&harness, Role::Figure, "Chart: Industrial floorspace, London. Arrow keys move the year").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    follow(&mut harness, "S Industrial floorspace");
    follow(&mut harness, "S Industrial floorspace");
    assert!(says(&harness, "S = S0"));
    follow(&mut harness, "S0 Floorspace at the start");
    assert!(says(&harness, "figure · london.starts.2023.floorspace"));
}

#[test]
fn what_is_explained_follows_the_slider() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    let lever = Address::lever("london", LeverId::ProtectedShare);
    harness.state_mut().ask(Action::Explain(lever));
    harness.run();
    assert!(says(&harness, "K' = K + k · (K1' − K)"));
    let before = links(&harness, "K ");
    the(&harness, Role::Slider, "Protected share of industrial land, London").set_value_accesskit(40.0);
    harness.run();
    assert_ne!(before, links(&harness, "K "));
    assert!(says(&harness, "40\u{a0}% from 2027 over 5 years"));
    follow(&mut harness, "k Speed of the stages");
    follow(&mut harness, "τ Mean delay from a change of the protected share");
    assert!(says(&harness, "lag_protected_share · constant of the model, London · yr"));
}

#[test]
fn tables_and_levers_lead_to_explanations_too() {
    let mut harness = window_of([1280.0, 1400.0], Vec::new());
    harness.state_mut().ask(Action::Look(Place::All));
    harness.run();
    let cells: Vec<String> = harness
        .query_all(by().role(Role::Button))
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Vacancy, Brussels, 2040: "))
        .collect();
    the(&harness, Role::Button, &cells[0]).click();
    harness.run();
    let current = harness.state().workspace().trail.current().cloned();
    assert_eq!(current, Some(Address::new("brussels", Indicator::Vacancy.into())));
    harness.state_mut().ask(Action::Show(Tab::Budget));
    harness.run();
    let cell = harness
        .query_all(by().role(Role::Button))
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Public cost, Rotterdam, 2031: "))
        .expect("a cell has a name");
    the(&harness, Role::Button, &cell).click();
    harness.run();
    assert_eq!(harness.state().workspace().view.year, 2031);
    assert!(says(&harness, "public_cost = cost − cost_ref"));
    let total = harness
        .query_all(by().role(Role::Button))
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Public cost, all cities, 2032: "))
        .expect("so has that of all cities");
    the(&harness, Role::Button, &total).click();
    harness.run();
    assert_eq!(links(&harness, "public_cost ").len(), 3);
    assert_eq!(links(&harness, "eur_rate ").len(), 3);
    harness.state_mut().ask(Action::Look(Place::City("london".to_owned())));
    harness.run();
    the(&harness, Role::Slider, "Protected share of industrial land, London").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
    harness.run();
    let current = harness.state().workspace().trail.current().cloned();
    assert_eq!(current, Some(Address::lever("london", LeverId::ProtectedShare)));
}

#[test]
fn every_page_of_the_inspector_can_be_shown() {
    for size in [[1024.0, 700.0], [2560.0, 1440.0]] {
        let mut harness = window_of(size, Vec::new());
        let mut topics: Vec<Topic> = QUANTITIES
            .iter()
            .map(|quantity| {
                let part = match quantity.scope() {
                    making_room::explain::quantity::Scope::Lever => Part::Lever(LeverId::CapitalGrants),
                    _ => Part::Whole,
                };
                Topic::Quantity(quantity.symbol, part)
            })
            .collect();
        topics.extend(ParameterId::ALL.iter().map(|id| Topic::Parameter(*id)));
        topics.extend(DriverId::all().map(Topic::Driver));
        topics.extend(["sh_s", "a_s", "g_s"].map(Topic::Sectors));
        topics.push(Topic::Quantity("Er_s", Part::Sector(1)));
        topics.push(Topic::AllCities);
        topics.push(Topic::Entry("no.such.entry".to_owned()));
        for topic in topics {
            for city in ["brussels", "rotterdam"] {
                harness.state_mut().ask(Action::Explain(Address::new(city, topic.clone())));
                harness.step();
                harness.step();
            }
            harness.run();
        }
    }
}

#[test]
fn the_edge_of_the_explanation_has_a_name_in_every_language() {
    for (size, language) in [([1280.0, 800.0], Language::Fr), ([2560.0, 1440.0], Language::Nl)] {
        let mut harness = window_of(size, Vec::new());
        harness.state_mut().ask(Action::Language(language));
        harness.state_mut().ask(Action::Explain(Address::column("london", Indicator::Vacancy.into())));
        harness.run();
        let name = within(language, || t!("inspector-resize"));
        let edges: Vec<_> = harness.query_all(by().role(Role::Splitter)).collect();
        let names: Vec<_> = edges.iter().filter_map(|node| node.accesskit_node().label()).collect();
        assert_eq!(names, [name], "{language:?}");
    }
}
