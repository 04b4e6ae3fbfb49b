//! No work is lost: what was kept is offered, files that change or go are noticed,
//! and what cannot be saved can be saved elsewhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{Queryable as _, by};
use making_room::evidence::Library;
use making_room::gui::app::App;
use making_room::gui::app::action::{Action, AfterSave, Answer};
use making_room::gui::dialogs::Chooser;
use making_room::model::indicators::Indicator;
use making_room::scenario::edit::ScenarioEdit;
use making_room::scenario::presets;
use making_room::session::document::Document;
use making_room::session::jobs::executor::AtOnce;
use making_room::session::preferences::Preferences;
use making_room::session::recovery::left_behind;
use making_room::session::view::Place;
use making_room::text::Language;
use tempfile::TempDir;

use crate::journey::BINARY;
use crate::open::{MEMBERS, closes, says, the, there_is};

/// A folder with a scenario, and where work is kept.
struct Desk {
    home: TempDir,
    file: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder for the test");
        let folder = home.path().join("plans");
        fs::create_dir(&folder).expect("it can be made");
        let file = folder.join("plan.scenario.ron");
        fs::write(&file, presets::ALL[1].text()).expect("it can be written");
        Self { home, file }
    }

    fn recovery(&self) -> PathBuf {
        self.home.path().join("recovery")
    }

    /// A window on these files that keeps its work here.
    fn window(&self, files: &[&Path]) -> Harness<'static, App> {
        self.window_in(Language::En, files)
    }

    fn window_in(&self, language: Language, files: &[&Path]) -> Harness<'static, App> {
        let files: Vec<PathBuf> = files.iter().map(|file| (*file).to_owned()).collect();
        let (recovery, locks) = (self.recovery(), self.home.path().join("open"));
        let preferences = Preferences { language: Some(language), welcomed: true, ..Preferences::default() };
        let mut harness = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(8).build_eframe(move |cc| {
            let library = Library::embedded().expect("the evidence is embedded");
            let mut app = App::new(&cc.egui_ctx, library, preferences, None, &files);
            app.work_with(&cc.egui_ctx, Box::new(AtOnce), MEMBERS);
            app.use_chooser(Chooser::Prompt);
            app.keep_at_once_in(recovery, Some(locks));
            app
        });
        harness.run();
        harness
    }

    /// The titles of what a window would offer now, if nobody else did.
    fn left(&self) -> Vec<String> {
        left_behind(&self.recovery()).left.into_iter().map(|left| left.kept.title).collect()
    }

    /// Somebody else changes the title in the file.
    fn others_write(&self, title: &str) {
        let text = fs::read_to_string(&self.file).expect("it is there");
        let at = text.find("title: \"").expect("it has a title") + 8;
        let end = at + text[at..].find('"').expect("it has an end");
        fs::write(&self.file, format!("{}{title}{}", &text[..at], &text[end..])).expect("it can be written");
    }
}

fn ask(harness: &mut Harness<'_, App>, action: Action) {
    harness.state_mut().ask(action);
    harness.run();
}

fn rename(harness: &mut Harness<'_, App>, title: &str) {
    ask(harness, Action::Edit(ScenarioEdit::SetTitle(title.to_owned()), None));
}

fn press(harness: &mut Harness<'_, App>, name: &str) {
    the(harness, Role::Button, name).click();
    harness.run();
}

fn key(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// The window looks at its files, as it does every second.
fn look(harness: &mut Harness<'_, App>) {
    harness.state_mut().look_at_files();
    harness.run();
}

fn title(harness: &Harness<'_, App>) -> String {
    harness.state().workspace().document().title().to_owned()
}

const CHANGED: &str = "“plan.scenario.ron” was changed by another program since you opened or saved it.";
const GONE: &str = "“plan.scenario.ron” is not in its folder any more. The scenario stays open here; save it to have a \
    file again.";
const ELSEWHERE: &str = "“plan.scenario.ron” is also open in another window of Making Room. Change it in one of them \
    only: neither has what the other does not save.";

#[test]
fn what_was_unsaved_when_the_program_was_gone_is_offered_and_opened() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "Negotiated");
    ask(&mut harness, Action::Create { title: "Idea".to_owned(), cities: vec!["brussels".to_owned()] });
    rename(&mut harness, "Idea in no file");
    drop(harness);

    let mut harness = desk.window(&[&desk.file]);
    assert!(says(&harness, "Work that was not saved"));
    assert!(says(&harness, &format!("kept less than a minute ago · {}", desk.file.display())));
    assert!(says(&harness, "kept less than a minute ago · in no file yet"));
    press(&mut harness, "Open what was kept of “Negotiated”");
    assert_eq!(title(&harness), "Negotiated");
    let document = harness.state().workspace().document();
    assert_eq!(document.path(), Some(desk.file.as_path()));
    assert!(document.would_lose_work());
    assert_eq!(document.undo_name(harness.state().workspace().library()).as_deref(), Some("Recovered work"));
    assert_eq!(harness.state().workspace().documents().len(), 1, "the file was open already");
    press(&mut harness, "Open what was kept of “Idea in no file”");
    assert_eq!(title(&harness), "Idea in no file");
    assert!(harness.state().workspace().document().would_lose_work());
    assert!(!says(&harness, "Work that was not saved"));
    drop(harness);
    let mut left = desk.left();
    left.sort();
    assert_eq!(left, ["Idea in no file", "Negotiated"], "each is kept once");
}

#[test]
fn what_was_kept_with_data_of_its_own_is_computed_from_them_whatever_the_file_says_now() {
    let desk = Desk::new();
    fs::remove_file(&desk.file).expect("it is there");
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vienna.ron");
    let made = Command::new(BINARY).args(["new", "vienna", "--pack", pack, "-o"]).arg(&desk.file).status();
    assert!(made.expect("the binary starts").success());
    let floorspace = |harness: &Harness<'_, App>| {
        let results = harness.state().workspace().document().results();
        results
            .city("vienna")
            .and_then(|city| city.at(Indicator::IndustrialFloorspace, 2040))
            .expect("it is computed")
            .0
    };
    let mut harness = desk.window(&[&desk.file]);
    let kept = floorspace(&harness);
    rename(&mut harness, "Negotiated");
    drop(harness);
    let text = fs::read_to_string(&desk.file).expect("it is there");
    assert!(text.contains("9000000.0"), "floorspace of the start year");
    fs::write(&desk.file, text.replace("9000000.0", "7000000.0")).expect("it can be written");

    let mut harness = desk.window(&[&desk.file]);
    let now = floorspace(&harness);
    assert!(now < 0.9 * kept, "{now} is of other data than {kept}");
    let before = harness.state().workspace().document().id;
    press(&mut harness, "Open what was kept of “Negotiated”");
    assert_eq!((title(&harness).as_str(), floorspace(&harness)), ("Negotiated", kept));
    let workspace = harness.state().workspace();
    assert_eq!(workspace.documents().len(), 1, "it takes the place of the file as it was opened");
    assert_ne!(workspace.document().id, before, "so that nothing worked out for the other data is shown of it");
    assert!(workspace.document().would_lose_work());
    look(&mut harness);
    assert!(says(&harness, CHANGED), "the file has other data than the work rests on");
}

#[test]
fn undo_leads_from_what_was_recovered_back_to_the_file() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    let before = title(&harness);
    rename(&mut harness, "Negotiated");
    drop(harness);
    let mut harness = desk.window(&[]);
    press(&mut harness, "Open what was kept of “Negotiated”");
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(title(&harness), before);
    assert!(!harness.state().workspace().document().would_lose_work());
    drop(harness);
    assert_eq!(desk.left(), [""; 0], "what is as in the file is kept nowhere else");
}

#[test]
fn what_is_saved_or_given_up_is_not_kept_any_more() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "Saved");
    assert!(desk.recovery().exists());
    key(&mut harness, Modifiers::COMMAND, Key::S);
    ask(&mut harness, Action::Create { title: "Idea".to_owned(), cities: vec!["london".to_owned()] });
    rename(&mut harness, "Given up");
    assert!(!closes(&mut harness));
    ask(&mut harness, Action::Answer(Answer::Discard));
    assert!(closes(&mut harness));
    drop(harness);
    assert_eq!(desk.left(), [""; 0]);
    let folders = fs::read_dir(desk.recovery()).expect("it is there").flatten().filter(|e| e.path().is_dir()).count();
    assert_eq!(folders, 0, "no folder stays");
}

#[test]
fn discarding_asks_and_later_keeps() {
    let desk = Desk::new();
    let mut harness = desk.window(&[]);
    rename(&mut harness, "First");
    ask(&mut harness, Action::Create { title: "Second".to_owned(), cities: vec!["london".to_owned()] });
    rename(&mut harness, "Second");
    rename(&mut harness, "Second idea");
    drop(harness);
    let mut harness = desk.window(&[]);
    press(&mut harness, "Later");
    assert!(!says(&harness, "Work that was not saved"));
    drop(harness);
    assert_eq!(desk.left().len(), 2);
    let mut harness = desk.window(&[]);
    press(&mut harness, "Discard what was kept of “First”…");
    assert!(says(&harness, "Discard what was kept of “First”?"));
    assert!(the(&harness, Role::Button, "Keep it").is_focused());
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(there_is(&harness, Role::Button, "Open what was kept of “First”"));
    press(&mut harness, "Discard all…");
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(there_is(&harness, Role::Button, "Open what was kept of “First”"));
    press(&mut harness, "Discard all…");
    press(&mut harness, "Discard for good");
    assert!(!says(&harness, "Work that was not saved"));
    drop(harness);
    assert_eq!(desk.left(), [""; 0]);
}

#[test]
fn everything_on_offer_opens_by_key() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "First");
    ask(&mut harness, Action::Create { title: "Idea".to_owned(), cities: vec!["london".to_owned()] });
    rename(&mut harness, "Second");
    drop(harness);
    let mut harness = desk.window(&[]);
    the(&harness, Role::Button, "Open all").focus();
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let mut titles: Vec<&str> = harness.state().workspace().documents().iter().map(Document::title).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["First", "Second"]);
}

#[test]
fn a_damaged_recovery_file_is_said_kept_aside_and_stops_nothing() {
    let desk = Desk::new();
    let mut harness = desk.window(&[]);
    rename(&mut harness, "Good");
    ask(&mut harness, Action::Create { title: "Idea".to_owned(), cities: vec!["london".to_owned()] });
    rename(&mut harness, "Bad");
    drop(harness);
    let bad = left_behind(&desk.recovery()).left.into_iter().find(|left| left.kept.title == "Bad").expect("it is kept");
    let bytes = fs::read(&bad.file).expect("it is there");
    fs::write(&bad.file, &bytes[..bytes.len() - 20]).expect("it can be written");
    drop(bad);
    let harness = desk.window(&[]);
    assert!(there_is(&harness, Role::Button, "Open what was kept of “Good”"));
    let messages = harness.state().messages();
    assert_eq!(messages.len(), 1);
    assert!(messages[0].contains("cannot be read") && messages[0].contains("damaged"), "{messages:?}");
    let aside = fs::read_dir(desk.recovery().join("damaged")).expect("it is there").count();
    assert_eq!(aside, 1);
}

#[test]
fn that_work_cannot_be_kept_is_said() {
    let desk = Desk::new();
    fs::write(desk.recovery(), "a file in place of the folder").expect("it can be written");
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "Mine");
    harness.run();
    let begin = "Unsaved work is not being kept for the case of a crash: save it.";
    let labels = harness.query_all(by().role(Role::Label));
    let said = labels.filter_map(|label| label.value()).filter(|words| words.starts_with(begin)).count();
    assert_eq!(said, 1);
    key(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(!harness.state().workspace().document().would_lose_work(), "saving works all the same");
}

#[test]
fn a_window_that_runs_is_not_robbed_of_what_it_keeps() {
    let desk = Desk::new();
    let mut first = desk.window(&[&desk.file]);
    rename(&mut first, "Still being edited");
    let second = desk.window(&[]);
    assert!(!says(&second, "Work that was not saved"));
    drop(second);
    drop(first);
    assert_eq!(desk.left(), ["Still being edited"]);
}

#[test]
fn a_change_by_another_program_is_noticed_and_reloaded() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "Mine");
    desk.others_write("Theirs");
    look(&mut harness);
    assert!(says(&harness, CHANGED));
    press(&mut harness, "Reload plan.scenario.ron");
    assert_eq!(title(&harness), "Theirs");
    assert!(!harness.state().workspace().document().would_lose_work());
    look(&mut harness);
    assert!(!says(&harness, CHANGED));
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(title(&harness), "Mine", "undo brings it back");
    assert!(harness.state().workspace().document().would_lose_work());
}

#[test]
fn whoever_keeps_theirs_saves_without_a_further_question() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    desk.others_write("Theirs");
    look(&mut harness);
    press(&mut harness, "Keep mine plan.scenario.ron");
    assert!(!says(&harness, CHANGED));
    assert!(harness.state().workspace().document().would_lose_work(), "no file has it");
    look(&mut harness);
    assert!(!says(&harness, CHANGED));
    key(&mut harness, Modifiers::COMMAND, Key::S);
    let text = fs::read_to_string(&desk.file).expect("it is there");
    assert!(!text.contains("Theirs"), "{text}");
    let before = fs::read_to_string(desk.file.with_file_name("plan.scenario.ron~")).expect("it is there");
    assert!(before.contains("Theirs"), "the version before stays");
}

#[test]
fn a_comparison_lists_what_differs_and_lets_choose() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "Mine");
    desk.others_write("Theirs");
    look(&mut harness);
    press(&mut harness, "Compare… plan.scenario.ron");
    assert!(says(&harness, "“plan.scenario.ron”: yours and the file"));
    for words in ["Title", "Mine", "Theirs"] {
        assert!(says(&harness, words), "{words}");
    }
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!says(&harness, "“plan.scenario.ron”: yours and the file"));
    press(&mut harness, "Compare… plan.scenario.ron");
    assert!(the(&harness, Role::Button, "Reload").is_focused());
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(title(&harness), "Theirs");
}

#[test]
fn saving_over_somebody_elses_change_asks_first() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "Mine");
    // It is not noticed yet: saving looks by itself.
    desk.others_write("Theirs");
    let others = fs::read_to_string(&desk.file).expect("it is there");
    key(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(says(&harness, "Replace what somebody else saved in “plan.scenario.ron”?"));
    press(&mut harness, "Cancel");
    assert_eq!(fs::read_to_string(&desk.file).expect("it is there"), others);
    key(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(the(&harness, Role::Button, "Save as…").is_focused(), "a hasty key replaces nothing");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(there_is(&harness, Role::TextInput, "Path"));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    key(&mut harness, Modifiers::COMMAND, Key::S);
    press(&mut harness, "Replace it");
    assert!(fs::read_to_string(&desk.file).expect("it is there").contains("Mine"));
    assert!(!harness.state().workspace().document().would_lose_work());
}

#[test]
fn who_goes_on_working_has_given_nothing_up() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "Mine");
    assert!(!closes(&mut harness));
    ask(&mut harness, Action::Answer(Answer::Discard));
    // Something kept the window open, and the user looks around.
    ask(&mut harness, Action::Look(Place::All));
    assert!(!closes(&mut harness), "it is asked again");
    ask(&mut harness, Action::Answer(Answer::Discard));
    assert!(closes(&mut harness));
}

#[test]
fn a_file_that_others_broke_is_said_and_mine_stays() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    rename(&mut harness, "Mine");
    fs::write(&desk.file, "(format: \"making-room sce").expect("it can be written");
    look(&mut harness);
    press(&mut harness, "Reload plan.scenario.ron");
    assert_eq!(title(&harness), "Mine");
    assert!(harness.state().messages()[0].contains("cannot be opened as a scenario"));
    press(&mut harness, "Compare… plan.scenario.ron");
    assert!(there_is(&harness, Role::Button, "Keep mine"));
}

#[test]
fn a_file_that_is_gone_is_said_the_document_stays_and_can_be_saved() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    fs::remove_file(&desk.file).expect("it can be removed");
    look(&mut harness);
    assert!(says(&harness, GONE));
    assert!(!closes(&mut harness), "the window has the last copy");
    ask(&mut harness, Action::Answer(Answer::Cancel));
    press(&mut harness, "Save plan.scenario.ron");
    let saved = fs::read(&desk.file).expect("it is there again");
    assert!(!says(&harness, GONE));
    fs::remove_file(&desk.file).expect("it can be removed");
    look(&mut harness);
    press(&mut harness, "Dismiss message about “plan.scenario.ron”");
    assert!(!says(&harness, GONE));
    fs::write(&desk.file, &saved).expect("it can be written");
    look(&mut harness);
    assert!(!says(&harness, GONE));
    fs::remove_file(&desk.file).expect("it can be removed");
    look(&mut harness);
    assert!(says(&harness, GONE), "it is gone again");
    drop(harness);
    assert_eq!(desk.left().len(), 1, "what is in no file is kept");
}

#[test]
fn a_folder_that_vanished_is_said_and_saving_elsewhere_is_offered() {
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    let (folder, away) = (desk.home.path().join("plans"), desk.home.path().join("away"));
    fs::rename(&folder, &away).expect("it can be moved");
    look(&mut harness);
    assert!(there_is(&harness, Role::Button, "Save as… plan.scenario.ron"));
    key(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(there_is(&harness, Role::Button, "Try again plan.scenario.ron"));
    assert!(harness.state().workspace().document().would_lose_work());
    fs::rename(&away, &folder).expect("it can be moved");
    press(&mut harness, "Try again plan.scenario.ron");
    look(&mut harness);
    assert!(!there_is(&harness, Role::Button, "Try again plan.scenario.ron"));
    assert!(!there_is(&harness, Role::Button, "Save as… plan.scenario.ron"));
    assert!(!harness.state().workspace().document().would_lose_work());
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_said_and_undo_survives_saving_elsewhere() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let mut harness = desk.window(&[&desk.file]);
    let before = title(&harness);
    rename(&mut harness, "Mine");
    fs::set_permissions(&desk.file, fs::Permissions::from_mode(0o444)).expect("it is ours");
    key(&mut harness, Modifiers::COMMAND, Key::S);
    let words = format!(
        "{} is read-only: it was not saved. Your scenario stays open; save it under another name, or change the \
         permissions of the file.",
        desk.file.display()
    );
    assert!(says(&harness, &words));
    press(&mut harness, "Save as… plan.scenario.ron");
    assert!(there_is(&harness, Role::TextInput, "Path"));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    let id = harness.state().workspace().document().id;
    let other = desk.file.with_file_name("other.scenario.ron");
    ask(&mut harness, Action::SaveTo(id, other.clone(), AfterSave::Stay));
    assert!(other.exists() && !says(&harness, &words));
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(title(&harness), before);
}

#[test]
fn the_second_window_on_a_file_says_so_until_the_first_is_closed() {
    let desk = Desk::new();
    let mut first = desk.window(&[&desk.file]);
    look(&mut first);
    let mut second = desk.window(&[&desk.file]);
    look(&mut second);
    assert!(says(&second, ELSEWHERE));
    assert!(!says(&first, ELSEWHERE));
    drop(first);
    look(&mut second);
    assert!(!says(&second, ELSEWHERE));
}

#[test]
fn what_is_said_can_be_drawn_in_every_language() {
    for language in Language::all() {
        let desk = Desk::new();
        let mut harness = desk.window_in(language, &[&desk.file]);
        rename(&mut harness, "Œuvre, één, “été”");
        drop(harness);
        let mut harness = desk.window_in(language, &[&desk.file]);
        desk.others_write("Theirs");
        look(&mut harness);
        let id = harness.state().workspace().document().id;
        ask(&mut harness, Action::CompareWithFile(id));
        key(&mut harness, Modifiers::NONE, Key::Escape);
        fs::remove_file(&desk.file).expect("it can be removed");
        look(&mut harness);
        assert!(harness.state().offer().items().len() == 1, "{language:?}");
    }
}
