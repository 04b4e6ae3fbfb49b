//! Scenarios from hand to hand: copied and pasted, duplicated, renamed, held beside
//! each other, merged.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::gui::app::App;
use making_room::gui::app::action::{Action, Sharing};
use making_room::gui::app::command::UiCommand;
use making_room::model::levers::LeverId;
use making_room::scenario::edit::ScenarioEdit;
use making_room::session::document::DocumentId;
use making_room::session::sharing::source::Source;

use crate::open::{says, the, there_is, window, window_of};

fn ask(harness: &mut Harness<'_, App>, action: impl Into<Action>) {
    harness.state_mut().ask(action.into());
    harness.run();
}

fn edit(harness: &mut Harness<'_, App>, edit: ScenarioEdit) {
    ask(harness, Action::Edit(edit, None));
}

fn grants(harness: &mut Harness<'_, App>, level: f64) {
    let city = "london".to_owned();
    edit(harness, ScenarioEdit::SetLevel { city, lever: LeverId::CapitalGrants, level });
}

fn titles(harness: &Harness<'_, App>) -> Vec<String> {
    harness.state().workspace().documents().iter().map(|document| document.title().to_owned()).collect()
}

fn copied(harness: &mut Harness<'_, App>, action: impl Into<Action>) -> String {
    harness.state_mut().ask(action.into());
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.unwrap_or_else(|| panic!("nothing was copied: {commands:?}"))
}

fn paste(harness: &mut Harness<'_, App>, text: &str) {
    harness.input_mut().events.push(Event::Paste(text.to_owned()));
    harness.run();
}

#[test]
fn a_scenario_goes_as_text_from_one_window_to_another() {
    let mut here = window();
    edit(&mut here, ScenarioEdit::SetTitle("From here".to_owned()));
    grants(&mut here, 12.0);
    let text = copied(&mut here, UiCommand::CopyScenario);
    assert!(text.contains("From here"), "{text}");
    let mut there = window();
    paste(&mut there, &text);
    assert_eq!(titles(&there).last().map(String::as_str), Some("From here"));
    let (ours, theirs) = (here.state().workspace().document(), there.state().workspace().document());
    assert_eq!(ours.scenario(), theirs.scenario());
    assert!(theirs.would_lose_work() && theirs.path().is_none(), "it is in no file");
    assert!(there.state().messages().is_empty(), "{:?}", there.state().messages());
}

#[test]
fn a_text_that_is_no_scenario_is_said_and_changes_nothing() {
    let mut harness = window();
    let before = titles(&harness);
    paste(&mut harness, "90 % of all things");
    assert_eq!(titles(&harness), before);
    let [message] = harness.state().messages() else { panic!("{:?}", harness.state().messages()) };
    assert!(message.starts_with("What is on the clipboard is not a scenario. clipboard:1:"), "{message}");
}

#[test]
fn a_text_pasted_into_a_field_stays_in_the_field() {
    let mut harness = window();
    let before = titles(&harness);
    ask(&mut harness, UiCommand::Rename);
    paste(&mut harness, " of ours");
    assert_eq!(titles(&harness), before);
    assert!(harness.state().messages().is_empty());
    harness.key_press(Key::Enter);
    harness.run();
    assert!(titles(&harness)[0].contains("of ours"), "{:?}", titles(&harness));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(titles(&harness), before, "a title can be taken back");
}

#[test]
fn the_command_asks_the_system_for_the_clipboard() {
    let mut harness = window();
    harness.state_mut().ask(UiCommand::PasteScenario.into());
    harness.step();
    let commands = &harness.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(commands.contains(&ViewportCommand::RequestPaste), "{commands:?}");
}

#[test]
fn a_duplicate_stands_beside_the_original_and_is_asked_about() {
    let mut harness = window();
    let before = titles(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    harness.run();
    let copy = format!("{} (copy)", before[0]);
    assert_eq!(titles(&harness), [before[0].clone(), copy.clone()]);
    grants(&mut harness, 14.0);
    let documents = harness.state().workspace().documents();
    assert_ne!(documents[0].scenario().cities, documents[1].scenario().cities, "they are apart");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run();
    assert!(says(&harness, &format!("Save changes to “{copy}”?")));
}

#[test]
fn what_differs_from_the_file_is_listed_with_units() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("plan.scenario.ron");
    fs::write(&file, making_room::scenario::presets::ALL[0].text()).expect("it can be written");
    let mut harness = window_of([1280.0, 800.0], vec![file]);
    ask(&mut harness, UiCommand::CompareWithSaved);
    assert!(says(&harness, "Both say the same."));
    grants(&mut harness, 12.0);
    edit(&mut harness, ScenarioEdit::SetAuthor("Planning".to_owned()));
    ask(&mut harness, UiCommand::CompareWithSaved);
    assert!(says(&harness, "2 differences"));
    ask(&mut harness, UiCommand::Undo);
    assert!(says(&harness, "1 difference"), "the list follows the work");
    ask(&mut harness, UiCommand::Redo);
    assert!(says(&harness, "2 differences"));
    assert!(says(&harness, "Capital grants to small manufacturers"));
    assert!(says(&harness, "adopted policy"));
    assert!(says(&harness, "£12.0\u{a0}m/yr from 2027, over 1 yr"));
    let csv = copied(&mut harness, Action::Share(Sharing::CopyDifferences));
    assert!(csv.starts_with("city,item,field,unit,before,after\n"), "{csv}");
    assert!(csv.contains("london,incentives.capital_grants,level,"), "{csv}");
}

/// Three open scenarios: one that both of the others were made from.
fn three(mine: f64, theirs: f64) -> (Harness<'static, App>, [DocumentId; 3]) {
    let mut harness = window_of([1280.0, 1000.0], Vec::new());
    edit(&mut harness, ScenarioEdit::SetTitle("Base".to_owned()));
    for (title, level) in [("Mine", mine), ("Theirs", theirs)] {
        let base = harness.state().workspace().documents()[0].id;
        ask(&mut harness, Action::SelectDocument(base));
        ask(&mut harness, UiCommand::Duplicate);
        edit(&mut harness, ScenarioEdit::SetTitle("Base".to_owned()));
        edit(&mut harness, ScenarioEdit::SetAuthor(title.to_owned()));
        grants(&mut harness, level);
    }
    let ids: Vec<DocumentId> = harness.state().workspace().documents().iter().map(|document| document.id).collect();
    ask(&mut harness, UiCommand::Merge);
    let ids = [ids[0], ids[1], ids[2]];
    for (side, id) in ids.into_iter().enumerate() {
        ask(&mut harness, Action::Share(Sharing::MergeSide(side, Source::Open(id))));
    }
    (harness, ids)
}

#[test]
fn a_merge_without_a_conflict_opens_as_a_new_scenario() {
    let (mut harness, ids) = three(13.0, 13.0);
    ask(&mut harness, Action::Share(Sharing::CancelMerge));
    ask(&mut harness, Action::SelectDocument(ids[2]));
    edit(&mut harness, ScenarioEdit::SetAuthor("Mine".to_owned()));
    edit(&mut harness, ScenarioEdit::SetNotes("Theirs".to_owned()));
    ask(&mut harness, UiCommand::Merge);
    for (side, id) in ids.into_iter().enumerate() {
        ask(&mut harness, Action::Share(Sharing::MergeSide(side, Source::Open(id))));
    }
    harness.get(by().role(Role::Button).label("Merge")).click();
    harness.run();
    let documents = harness.state().workspace().documents();
    assert_eq!(documents.len(), 4);
    let merged = harness.state().workspace().document();
    assert_eq!((merged.scenario().author.as_str(), merged.scenario().notes.as_str()), ("Mine", "Theirs"));
    assert!(merged.would_lose_work() && merged.path().is_none());
}

#[test]
fn conflicts_are_decided_one_by_one_with_the_effect_of_each_choice() {
    let (mut harness, ids) = three(13.0, 20.0);
    ask(&mut harness, Action::Share(Sharing::BeginMerge));
    assert!(says(&harness, "2 conflicts: both changed them, each differently"));
    let name = |side: &str, words: &str| format!("Capital grants to small manufacturers, London, {side}: {words}");
    let start = name("Theirs", "£20.0\u{a0}m/yr from 2027");
    let radios = harness.query_all(by().role(Role::RadioButton)).filter_map(|node| node.accesskit_node().label());
    let theirs = radios.into_iter().find(|label| label.starts_with(&start)).expect("what they say is to be chosen");
    let jobs = |harness: &Harness<'_, App>, id: DocumentId| {
        let document = harness.state().workspace().find(id).expect("it is open");
        let result = document.results().city("london").expect("it is computed");
        result.outcome.scenario.at(making_room::model::indicators::Indicator::ManufacturingJobs, 2040).expect("2040")
    };
    let written = making_room::units::number(making_room::units::rounded(jobs(&harness, ids[2]), 4, 1.0), 0);
    let effect = harness.query_all(by().role(Role::Label)).filter_map(|node| node.value());
    let effects: Vec<String> = effect.filter(|words| words.starts_with("London, 2040: ")).collect();
    assert_eq!(effects.len(), 3, "{effects:?}");
    let plain = |words: &str| words.replace(['\u{202f}', '\u{a0}'], "");
    assert!(plain(&effects[2]).contains(&format!("{}jobs", plain(&written))), "{effects:?} {written}");
    the(&harness, Role::RadioButton, &theirs).click();
    harness.run();
    assert!(says(&harness, "1 of 2 decided"));
    the(&harness, Role::RadioButton, "Author, Mine: Mine").click();
    harness.run();
    harness.get(by().role(Role::Button).label("Finish")).click();
    harness.run();
    let merged = harness.state().workspace().document().scenario();
    assert_eq!(merged.author, "Mine");
    assert_eq!(merged.setting("london", LeverId::CapitalGrants).map(|setting| setting.level), Some(20.0));
    assert_eq!(harness.state().workspace().documents().len(), 4);
}

#[test]
fn a_merge_given_up_leaves_everything_as_it_was() {
    let (mut harness, _) = three(13.0, 20.0);
    let before: Vec<_> = harness.state().workspace().documents().iter().map(|d| d.scenario().clone()).collect();
    ask(&mut harness, Action::Share(Sharing::BeginMerge));
    ask(&mut harness, Action::Share(Sharing::ChooseAll(making_room::scenario::merge::Choice::Mine)));
    harness.key_press(Key::Escape);
    harness.run();
    let after: Vec<_> = harness.state().workspace().documents().iter().map(|d| d.scenario().clone()).collect();
    assert_eq!(before, after);
    assert!(!there_is(&harness, Role::Button, "Finish"));
}
