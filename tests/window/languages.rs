//! The window in French and in Dutch: nothing of ours stays English, numbers are
//! written as each language has them, and switching changes everything at once.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use making_room::explain::address::{Address, Topic};
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::gui::app::command::UiCommand;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::model::outlook::DriverId;
use making_room::model::parameters::ParameterId;
use making_room::scenario::document::Assumption;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::help::Section;
use making_room::session::view::{Place, Tab};
use making_room::text::{Language, speak};

use crate::open::{the, there_is, window_of};

/// What is the same in every language: names of things, words that French or Dutch has
/// from or gave to English, and what the toolkit says by itself.
const SAME: [&str; 23] = [
    "Budget",
    "Effect",
    "English",
    "Français",
    "Help",
    "Label",
    "Nederlands",
    "Note",
    "Notes",
    "Parameters",
    "Resize panel",
    "Scenario",
    "Sources",
    // The head of a table of the attributions.
    "from · what · terms",
    "Delete",
    "Ensemble",
    "Home, End",
    "Indicator",
    "Locally significant industrial site (LSIS)",
    "Page up, Page down",
    "Strategic industrial location (SIL)",
    "Tab, Shift+Tab",
    "Projection",
];

/// Every text of the packs, the evidence, the presets and the documents: what comes
/// from there stays in its language.
fn data() -> String {
    fn read(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                read(&path, into);
            } else if let Ok(text) = fs::read_to_string(&path) {
                into.push_str(&text);
                into.push('\n');
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    for folder in ["presets", "assets/evidence", "assets/docs", "assets/fonts"] {
        read(&root.join(folder), &mut all);
    }
    // As it is shown: without marks, rows of tables in one line, and texts of several lines on one.
    let shown = all.replace(" | ", " · ").replace("\\\"", "\"").replace("**", "").replace(['`', '<', '>'], "");
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text comes from data, as a whole or part by part.
fn is_data(text: &str, data: &str) -> bool {
    let borne = |part: &str| {
        let part = part.trim();
        let long = part.chars().count() > 30 || part.contains(" = ");
        let ends = [format!("\"{part}"), format!("{part}\""), format!("# {part}"), format!(", {part}")];
        !has_word(part) || (long && data.contains(part)) || ends.iter().any(|end| data.contains(end))
    };
    // Ids of entries, constants and sources have no spaces.
    let is_id = |part: &str| !part.contains(' ') && part.contains(['.', '_', '-']);
    let text = text.trim_start_matches(['•', '‹', '›', ' ']).trim_end_matches(['▼', ' ']);
    if SAME.contains(&text) || text.lines().all(borne) {
        return true;
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    borne(&text)
        || text.starts_with("Making Room ")
        || text.split_once(": ").is_some_and(|(a, b)| borne(a) && borne(b))
        || text.split(" · ").flat_map(|part| part.split(", ")).all(|part| borne(part) || is_id(part))
}

fn has_word(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= 4)
}

/// What the window says to a screen reader: names, values and descriptions.
fn said(harness: &Harness<'_, App>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        let data = node.data();
        let texts = [data.label(), data.value(), data.description()];
        all.extend(texts.into_iter().flatten().map(str::to_owned));
    }
    all
}

/// Everything that is looked at: every tab of a city and of all, explanations of
/// each kind, an open lever and an open driver.
fn tour(harness: &mut Harness<'_, App>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut look = |harness: &mut Harness<'_, App>, actions: Vec<Action>| {
        for action in actions {
            harness.state_mut().ask(action);
        }
        harness.run();
        all.extend(said(harness));
    };
    let city = || "brussels".to_owned();
    for place in [Place::All, Place::City(city())] {
        for tab in Tab::all() {
            look(harness, vec![Action::Look(place.clone()), Action::Show(tab)]);
        }
    }
    look(harness, vec![Action::Show(Tab::Overview)]);
    let mut addresses: Vec<Address> = Indicator::all().map(|of| Address::column(&city(), of.into())).collect();
    addresses.push(Address::lever(&city(), LeverId::ProtectedShare));
    addresses.push(Address::lever(&city(), LeverId::PropertyTax));
    addresses.push(Address::new(&city(), Topic::Driver(DriverId::HousingPressure)));
    addresses.push(Address::new(&city(), Topic::AllCities));
    for parameter in [ParameterId::HazardOther, ParameterId::GrantCost, ParameterId::CostElasticity] {
        addresses.push(Address::new(&city(), Topic::Parameter(parameter)));
    }
    for address in addresses {
        look(harness, vec![Action::Explain(address)]);
    }
    look(harness, vec![UiCommand::ExplainClose.into()]);
    for section in Section::all() {
        look(harness, vec![UiCommand::HelpOn(section).into()]);
    }
    look(harness, vec![UiCommand::Help.into()]);
    all
}

/// A window with something of everything: levers moved, an assumption of one's own.
fn busy_window() -> Harness<'static, App> {
    let mut harness = window_of([1600.0, 2600.0], Vec::new());
    let city = "brussels".to_owned();
    for edit in [
        ScenarioEdit::SetLevel { city: city.clone(), lever: LeverId::ProtectedShare, level: 90.0 },
        ScenarioEdit::SetLevel { city: city.clone(), lever: LeverId::CapitalGrants, level: 4.0 },
        ScenarioEdit::SetAssumption {
            city: Some(city),
            parameter: ParameterId::HazardOther,
            assumption: Assumption { value: 0.02, reason: "x".to_owned() },
        },
    ] {
        harness.state_mut().ask(Action::Edit(edit, None));
    }
    harness.run();
    harness
}

fn switch(harness: &mut Harness<'_, App>, language: Language) {
    harness.state_mut().ask(Action::Language(language));
    harness.run();
}

/// Whether a text has a word that only English has.
fn has_english(text: &str) -> bool {
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    words.any(|word| matches!(word, "the" | "and" | "with" | "from" | "which" | "its"))
}

#[test]
fn nothing_of_the_window_stays_english() {
    let data = data();
    let mut harness = busy_window();
    let english = tour(&mut harness);
    assert!(english.len() > 500, "{}", english.len());
    for language in [Language::Fr, Language::Nl] {
        switch(&mut harness, language);
        let other = tour(&mut harness);
        // Keys are called as the system calls them.
        let keys: BTreeSet<String> = UiCommand::all().map(|command| command.keys(&harness.ctx)).collect();
        let same = other
            .intersection(&english)
            .filter(|text| has_word(text) && !keys.contains(*text) && !SAME.contains(&text.as_str()));
        let same: Vec<_> = same.filter(|text| !is_data(text, &data)).collect();
        assert!(same.is_empty(), "{language:?}: {} of {}: {same:#?}", same.len(), other.len());
        // A sentence of ours may end in one of the data, but is not of two languages.
        let mixed = other.iter().filter(|text| has_english(text) && !is_data(text, &data));
        let ours = |text: &&String| {
            let parts =
                text.split([':', '·', '\n', ';', ',', '(', ')', '“', '”', '«', '»']).filter(|part| has_english(part));
            !parts.flat_map(|part| part.split(". ")).filter(|part| has_english(part)).all(|part| {
                let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
                data.contains(part.trim_end_matches(['.', ',']))
            })
        };
        let mixed: Vec<_> = mixed.filter(ours).collect();
        assert!(mixed.is_empty(), "{language:?}: {mixed:#?}");
    }
    speak(Language::En);
}

#[test]
fn numbers_are_those_of_the_language() {
    let mut harness = busy_window();
    harness.state_mut().ask(Action::Look(Place::City("london".to_owned())));
    let value = |harness: &Harness<'_, App>, name: &str| {
        the(harness, Role::Meter, name).accesskit_node().value().expect("it has a text")
    };
    let is_grouped = |text: &str, mark: char| {
        let digits: Vec<&str> = text.split(mark).collect();
        digits.len() == 2 && digits.iter().all(|part| part.chars().any(|c| c.is_ascii_digit()))
    };
    switch(&mut harness, Language::Fr);
    let (jobs, space) = (
        value(&harness, "Emplois manufacturiers, Londres, 2040"),
        value(&harness, "Surfaces productives, Londres, 2040"),
    );
    assert!(is_grouped(&jobs, '\u{202f}') && jobs.ends_with("emplois"), "{jobs}");
    assert!(is_grouped(&space, ',') && space.ends_with("millions de m²"), "{space}");
    assert!(value(&harness, "Loyer réel, Londres, 2040").ends_with("£/m²/an"));
    switch(&mut harness, Language::Nl);
    let (jobs, space) =
        (value(&harness, "Banen in de maakindustrie, Londen, 2040"), value(&harness, "Bedrijfsruimte, Londen, 2040"));
    assert!(is_grouped(&jobs, '.') && jobs.ends_with("banen"), "{jobs}");
    assert!(is_grouped(&space, ',') && space.ends_with("miljoen m²"), "{space}");
    assert!(value(&harness, "Reële huur, Londen, 2040").starts_with("£\u{a0}"));
    speak(Language::En);
}

#[test]
fn a_number_is_typed_as_the_language_writes_it() {
    let mut harness = busy_window();
    harness.state_mut().ask(Action::Look(Place::City("brussels".to_owned())));
    switch(&mut harness, Language::Fr);
    let grants = || "Aides à l’investissement, Bruxelles, valeur";
    the(&harness, Role::TextInput, grants()).focus();
    harness.run();
    the(&harness, Role::TextInput, grants()).type_text("4,5 M€/an");
    harness.key_press(eframe::egui::Key::Enter);
    harness.run();
    let setting = harness.state().workspace().document().scenario().setting("brussels", LeverId::CapitalGrants);
    assert_eq!(setting.map(|setting| setting.level), Some(4.5), "{:?}", harness.state().refusal());
    speak(Language::En);
}

#[test]
fn a_switch_changes_everything_at_once_also_what_can_be_undone() {
    let mut harness = busy_window();
    let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level: 95.0 };
    harness.state_mut().ask(Action::Edit(edit, None));
    harness.run();
    let undo = |harness: &Harness<'_, App>| {
        let workspace = harness.state().workspace();
        workspace.document().undo_name(workspace.library())
    };
    let english = said(&harness);
    assert_eq!(undo(&harness).as_deref(), Some("Protected share of industrial land, London"));
    switch(&mut harness, Language::Nl);
    assert_eq!(undo(&harness).as_deref(), Some("Beschermd bedrijventerrein, Londen"));
    assert!(there_is(&harness, Role::Button, "Alle steden") && !there_is(&harness, Role::Button, "All cities"));
    // There and back again is where it was.
    switch(&mut harness, Language::Fr);
    switch(&mut harness, Language::En);
    let timeless = |all: &BTreeSet<String>| -> BTreeSet<String> {
        all.iter().filter(|text| !text.contains("\u{a0}ms")).cloned().collect()
    };
    assert_eq!(timeless(&said(&harness)), timeless(&english));
}
