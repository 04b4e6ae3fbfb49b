//! Scenarios side by side: chosen, drawn, tabled, copied; the same numbers as on
//! the command line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::evidence::Library;
use making_room::gui::app::App;
use making_room::gui::app::action::{Action, Comparing};
use making_room::gui::app::command::UiCommand;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::scenario::edit::ScenarioEdit;
use making_room::scenario::presets;
use making_room::session::compare::selection::Candidate;
use making_room::session::jobs::executor::AtOnce;
use making_room::session::preferences::Preferences;
use making_room::session::view::{Place, Tab};

use crate::open::{MEMBERS, clipboard, closes, says, the, there_is, window_keeping, window_of};

/// A window as high as the tab, so that everything in it is drawn.
fn window(presets: &[&'static str]) -> Harness<'static, App> {
    let mut harness = window_of([1280.0, 2400.0], Vec::new());
    for id in presets {
        harness.state_mut().ask(Action::OpenPreset(id));
        // An untouched document would make way for the next.
        harness.state_mut().ask(Action::Edit(ScenarioEdit::SetAuthor("us".to_owned()), None));
        harness.run();
    }
    harness.state_mut().ask(Action::Look(Place::City("london".to_owned())));
    harness.state_mut().ask(Action::Show(Tab::Compare));
    harness.run();
    harness
}

/// What the cell of the table says after its name.
#[track_caller]
fn cell(harness: &Harness<'_, App>, name: &str) -> String {
    let start = format!("{name}: ");
    let nodes = harness.query_all(by().role(Role::Label));
    let words = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).filter(|words| words.starts_with(&start))
    });
    let all: Vec<String> = words.collect();
    assert_eq!(all.len(), 1, "{name}: {all:?}");
    all[0][start.len()..].to_owned()
}

/// What was copied since the last frame.
fn copied(harness: &mut Harness<'_, App>, what: Comparing) -> String {
    harness.state_mut().ask(Action::Compare(what));
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.unwrap_or_else(|| panic!("nothing was copied: {commands:?}, {:?}", harness.state().messages()))
}

#[test]
fn a_scenario_alone_is_compared_with_adopted_policy() {
    let mut harness = window(&[]);
    assert!(there_is(&harness, Role::CheckBox, "Compare Protect and intensify"));
    let base = cell(&harness, "Manufacturing jobs, B Reference, London, 2040");
    assert!(base.ends_with("jobs"), "what the others are compared with has no difference: {base}");
    let other = cell(&harness, "Manufacturing jobs, A Protect and intensify, London, 2040");
    assert!(other.contains("against B, better") && other.contains("more jobs than B in "), "{other}");
    assert!(other.ends_with("of futures"), "{other}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::Overview);
    let keys = UiCommand::Show(Tab::Compare).shortcuts()[0];
    harness.key_press_modifiers(keys.modifiers, keys.logical_key);
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::Compare);
}

#[test]
fn what_costs_nothing_twice_is_the_same_in_every_future() {
    let harness = window(&["reference"]);
    let cost = cell(&harness, "Public cost, A Reference, London, 2040");
    assert!(cost.contains("the same as B in every future") && !cost.contains('%'), "{cost}");
}

#[test]
fn boxes_are_ticked_by_key_and_the_letters_stay() {
    let mut harness = window(&["makers-renaissance", "release-for-housing"]);
    let name = "Compare Circular city";
    let toggled = |harness: &Harness<'_, App>| the(harness, Role::CheckBox, name).accesskit_node().data().toggled();
    assert_eq!(toggled(&harness), Some(Toggled::False));
    the(&harness, Role::CheckBox, name).focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(toggled(&harness), Some(Toggled::True));
    assert!(!cell(&harness, "Manufacturing jobs, C Circular city, London, 2040").is_empty());
    let second = harness.state().workspace().documents()[1].id;
    harness.state_mut().ask(Action::Compare(Comparing::Against(Candidate::Open(second))));
    harness.run();
    assert!(there_is(&harness, Role::ComboBox, "Compared with: B Release for housing"));
    assert!(cell(&harness, "Manufacturing jobs, C Circular city, London, 2040").contains("against B"));
    harness.state_mut().ask(Action::Compare(Comparing::ChooseOpen(false)));
    harness.run();
    assert!(says(&harness, "Choose at least two scenarios above, or add files. What you open takes part at once."));
}

/// The rows of a CSV text, without the header.
fn rows(csv: &str) -> Vec<Vec<String>> {
    csv.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn what_is_copied_is_what_the_command_line_prints() {
    let ids = ["makers-renaissance", "release-for-housing", "replay-rotterdam-2022"];
    let mut harness = window(&ids);
    harness.state_mut().ask(Action::Look(Place::All));
    harness.run();
    let ours = copied(&mut harness, Comparing::CopyIndicators);
    let mut command = Command::new(env!("CARGO_BIN_EXE_making-room"));
    command.arg("compare").args(ids.map(|id| format!("preset:{id}")));
    command.args(["--year", "2040", "--format", "csv", "--members", &MEMBERS.to_string()]);
    let output = command.output().expect("it runs");
    let theirs = String::from_utf8(output.stdout).expect("text");
    assert!(rows(&ours).len() > 40, "{ours}");
    assert_eq!(rows(&ours), rows(&theirs));
    let header = ours.lines().next().expect("a header");
    assert!(header.starts_with("city,year,indicator,unit,A Makers"), "{header}");
}

#[test]
fn a_dozen_files_of_a_workshop_have_levers_in_common() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let text = presets::find("reference").expect("shipped").text();
    let files: Vec<_> = (1..=12)
        .map(|i| {
            let path = folder.path().join(format!("table-{i:02}.scenario.ron"));
            fs::write(&path, text).expect("it can be written");
            path
        })
        .collect();
    let mut harness = window_of([1280.0, 3200.0], files);
    let ids: Vec<_> = harness.state().workspace().documents().iter().map(|document| document.id).collect();
    assert_eq!(ids.len(), 12);
    for (i, id) in ids.iter().enumerate().skip(2) {
        let level = 2.0 * f64::from(u8::try_from(i).expect("few"));
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::CapitalGrants, level };
        harness.state_mut().ask(Action::SelectDocument(*id));
        harness.state_mut().ask(Action::Edit(edit, None));
        harness.run();
    }
    harness.state_mut().ask(Action::Look(Place::City("london".to_owned())));
    harness.state_mut().ask(Action::Show(Tab::Compare));
    harness.run();
    // Ten set 4, 6 … 22; two stay at adopted policy.
    assert!(
        says(
            &harness,
            "Capital grants to small manufacturers, London: touched by 10 of 12, lowest £0.0\u{a0}m/yr, \
             median £11.0\u{a0}m/yr, highest £22.0\u{a0}m/yr"
        ),
        "{:?}",
        copied(&mut harness, Comparing::CopyLevers)
    );
    assert!(there_is(&harness, Role::CheckBox, "Compare Reference, table-12.scenario.ron"));
    let chart = "Chart: Manufacturing jobs, London. 12 scenarios. Arrow keys move the year";
    let sentence = the(&harness, Role::Figure, chart).accesskit_node().data().description().map(str::to_owned);
    assert_eq!(sentence.expect("a sentence").matches("jobs").count(), 12);
    let letters = cell(&harness, "Manufacturing jobs, L Reference, table-12.scenario.ron, London, 2040");
    assert!(letters.contains("against A"), "{letters}");
    let same = cell(&harness, "Manufacturing jobs, B Reference, table-02.scenario.ron, London, 2040");
    assert!(same.ends_with("the same as A in every future"), "{same}");
}

#[test]
fn what_lacks_the_city_says_so_and_money_across_cities_is_in_euros() {
    let mut harness = window(&["makers-renaissance", "replay-brussels-2013"]);
    assert_eq!(
        cell(&harness, "Manufacturing jobs, B Replay: Brussels from 2013, London, 2040").as_str(),
        "does not have London"
    );
    harness.state_mut().ask(Action::Look(Place::All));
    harness.state_mut().ask(Action::Compare(Comparing::Show(Indicator::RealRent)));
    harness.run();
    let euros = cell(&harness, "Real rent, A Makers' renaissance, London, 2040");
    assert!(euros.starts_with('€'), "{euros}");
    assert!(says(&harness, "B: without London."));
}

#[test]
fn its_charts_can_be_taken_away_and_zoom_with_the_others() {
    let mut harness = window(&["release-for-housing", "circular-city"]);
    let chart = "Manufacturing jobs, London";
    the(&harness, Role::Button, &format!("Copy or save {chart}")).click();
    harness.run();
    the(&harness, Role::Button, "Copy the numbers (CSV)").click();
    let csv = clipboard(&mut harness);
    let head = csv.lines().next().expect("a header");
    assert!(head.starts_with("city,indicator,unit,year,reference,"), "{head}");
    assert!(head.contains("Release for housing") && head.contains("Circular city"), "{head}");
    // The numbers are those of the projections.
    let workspace = harness.state().workspace();
    for member in &workspace.comparing.members(workspace) {
        let outcome = &member.results.city("london").expect("it is computed").outcome;
        let jobs = outcome.scenario.at(Indicator::ManufacturingJobs, 2040).expect("it is projected");
        let row = csv.lines().find(|line| line.starts_with("london,manufacturing_jobs,jobs,2040,")).expect("a row");
        let is_it = |cell: &str| cell.parse::<f64>().is_ok_and(|value| (value / jobs - 1.0).abs() < 1e-9);
        assert!(row.split(',').any(is_it), "{jobs}: {row}");
    }
    harness.state_mut().ask(Action::Years(Some((2030, 2040))));
    harness.run();
    the(&harness, Role::Button, &format!("All years again, {chart}")).click();
    harness.run();
    assert_eq!(harness.state().workspace().view.years, None);
}

/// A window where the last one left off.
fn again(kept: &Path) -> Harness<'static, App> {
    let path = kept.to_owned();
    let mut harness = Harness::builder().with_size([1280.0, 2400.0]).with_max_steps(8).build_eframe(move |cc| {
        let library = Library::embedded().expect("the evidence is embedded");
        let (preferences, warning) = Preferences::load(&path);
        assert_eq!(warning, None);
        let mut app = App::new(&cc.egui_ctx, library, preferences, Some(path), &[]);
        app.work_with(&cc.egui_ctx, Box::new(AtOnce), MEMBERS);
        app
    });
    harness.run();
    harness
}

#[test]
fn what_is_compared_is_compared_again_when_the_program_starts() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let kept = folder.path().join("preferences.json");
    let files: Vec<PathBuf> = ["circular-city", "makers-renaissance"]
        .into_iter()
        .map(|id| {
            let path = folder.path().join(format!("{id}.scenario.ron"));
            fs::write(&path, presets::find(id).expect("shipped").text()).expect("it can be written");
            path
        })
        .collect();
    let mut harness = window_keeping(kept.clone(), files);
    let first = Candidate::Open(harness.state().workspace().documents()[0].id);
    let preset = Candidate::Preset("release-for-housing");
    for what in [Comparing::Choose(first, false), Comparing::Choose(preset, true), Comparing::Against(preset)] {
        harness.state_mut().ask(Action::Compare(what));
    }
    harness.state_mut().ask(Action::Show(Tab::Compare));
    harness.run();
    assert!(closes(&mut harness));
    let titles = |harness: &Harness<'_, App>| -> Vec<String> {
        let workspace = harness.state().workspace();
        let members = workspace.comparing.members(workspace);
        members.iter().map(|member| format!("{} {}", member.letter(), member.title)).collect()
    };
    let before = titles(&harness);
    assert_eq!(before, ["A Release for housing", "B Makers' renaissance"]);
    drop(harness);
    assert_eq!(titles(&again(&kept)), before);
}
