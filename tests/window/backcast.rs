//! The tab that says how far the model would have been off in the past.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use making_room::analysis::backcast::{Mode, pooled};
use making_room::gui::app::App;
use making_room::gui::app::action::Action;
use making_room::session::backcast::{self, LookBack, Past, words};
use making_room::session::view::{Place, Tab};
use making_room::text::Language;

use crate::open::{ByHand, MEMBERS, clipboard, the, value, window_of};

fn tab(place: Place) -> Harness<'static, App> {
    let mut harness = window_of([1280.0, 3000.0], Vec::new());
    harness.state_mut().ask(Action::Look(place));
    harness.state_mut().ask(Action::Show(Tab::Backcast));
    harness.run();
    harness
}

fn london() -> Place {
    Place::City("london".to_owned())
}

fn past<'a>(harness: &'a Harness<'_, App>) -> &'a Past {
    let state = harness.state();
    state.background().backcasts().past(state.workspace()).expect("it was run at once")
}

/// Whether some label, of a text or of something drawn, has these words.
fn shows(harness: &Harness<'_, App>, words: &str) -> bool {
    let words = words.to_owned();
    let has = move |text: String| text.contains(&words);
    let label =
        by().role(Role::Label).predicate(move |node| node.value().is_some_and(&has) || node.label().is_some_and(&has));
    harness.query_all(label).next().is_some()
}

const SLIDER: &str = "Starting year, London: Manufacturing jobs, GLA Economics workforce jobs (SIC 2007 C)";

#[test]
fn the_sentence_says_how_far_off_each_was_and_from_how_little() {
    let harness = tab(Place::All);
    let scores = past(&harness).report.group(pooled::CITIES).and_then(backcast::headline).expect("scores").clone();
    assert_eq!(scores.horizon, 10);
    let [model, trend] = [scores.model, scores.trend].map(words::percent);
    assert!(shows(
        &harness,
        &format!("10 years ahead it has been off by {model} on average; a straight line by {trend}")
    ));
    assert!(shows(&harness, "stretches of 10 years that do not overlap: that is little"));
    assert!(shows(&harness, "only London has figures"));
    let told = past(&harness).report.group(pooled::CITIES).and_then(|g| g.at(Mode::Conditional, 10)).expect("scores");
    assert!(shows(&harness, &format!("it would have been off by {} after 10 years", words::percent(told.model))));
    assert!(shows(&harness, "the test cannot fail") && shows(&harness, "the 80 % fit"));
    assert!(shows(&harness, "Whether a policy works as the model says"));
}

#[test]
fn official_projections_have_their_sign_and_lead_to_what_the_model_would_have_said() {
    let mut harness = tab(london());
    for (year, theirs) in [("2016", "29 % too low"), ("2023", "15 % too low")] {
        let theirs = theirs.replace(" %", "\u{a0}%");
        assert!(shows(&harness, &format!("In {year} it was {theirs}")), "{year}");
    }
    the(&harness, Role::Button, "Show what the model would have said in 2011").click();
    harness.run();
    assert_eq!(harness.state().workspace().view.look_back.origin, Some(2011));
    assert!(shows(&harness, "In 2011 it would have said"));
    assert!(shows(&harness, "GLA") && shows(&harness, "Before and after 2004"));
    harness.state_mut().ask(Action::Look(Place::City("brussels".to_owned())));
    harness.run();
    assert!(shows(&harness, "In 2018 it was 2.7\u{a0}% too low, the model 9.2\u{a0}% too low"));
    assert!(!shows(&harness, "Before and after 2004"), "its series is too short for both");
}

#[test]
fn the_starting_year_moves_by_key_and_the_sentence_follows() {
    let mut harness = tab(london());
    let before = value(&harness, Role::Slider, SLIDER);
    the(&harness, Role::Slider, SLIDER).focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!((value(&harness, Role::Slider, SLIDER) - (before - 1.0)).abs() < 1e-9);
    assert!(shows(&harness, &format!("In {:.0} it would have said", before - 1.0)));
    let name = "Chart: forecasts of the past, London: Manufacturing jobs, GLA Economics workforce jobs (SIC 2007 C). \
                Arrow keys move the starting year";
    the(&harness, Role::Figure, name).focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!((value(&harness, Role::Slider, SLIDER) - before).abs() < 1e-9);
    let spoken = the(&harness, Role::Figure, name).accesskit_node().data().description().map(str::to_owned);
    assert!(spoken.is_some_and(|words| words.contains("80 % range") && words.contains("The straight line said")));
    harness.key_press(Key::Home);
    the(&harness, Role::Slider, SLIDER).focus();
    harness.run();
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().workspace().view.look_back.origin, None, "back to what goes with the city");
}

#[test]
fn other_series_and_cities_can_be_chosen() {
    let mut harness = tab(london());
    let group = Some(pooled::PANEL.to_owned());
    harness.state_mut().ask(Action::LookBack(LookBack {
        group,
        series: Some("peers.vienna".to_owned()),
        origin: None,
        years: None,
    }));
    harness.run();
    assert!(shows(&harness, "What it would have said"));
    let vienna = "Chart: forecasts of the past, Vienna. Arrow keys move the starting year";
    assert!(harness.query(by().role(Role::Figure).label(vienna)).is_some());
    assert!(!shows(&harness, "In cities that it has not seen"), "they are in view");
}

#[test]
fn jobs_say_how_far_off_they_were_and_lead_there_and_the_rest_says_why_not() {
    let mut harness = window_of([1280.0, 1600.0], Vec::new());
    let link = by()
        .role(Role::Button)
        .predicate(|node| node.label().is_some_and(|label| label.starts_with("Back-cast: off by")));
    harness.get(link).click();
    harness.run();
    assert_eq!(harness.state().workspace().view.tab, Tab::Backcast);
    harness.state_mut().ask(Action::Show(Tab::Overview));
    harness.run();
    the(&harness, Role::Button, "Notes on Vacancy, London").click();
    harness.run();
    assert!(shows(&harness, "No back-cast: it needs 11 observed years"));
    the(&harness, Role::Meter, "Manufacturing jobs, London, 2040").click();
    harness.run();
    assert!(shows(&harness, "10 years ahead it has been off by"), "the explanation says it, too");
}

#[test]
fn it_is_run_once_in_the_background() {
    let mut harness = window_of([1280.0, 800.0], Vec::new());
    let (ctx, hand) = (harness.ctx.clone(), ByHand::default());
    harness.state_mut().work_with(&ctx, Box::new(hand.clone()), MEMBERS);
    let there = |harness: &Harness<'_, App>| {
        let state = harness.state();
        state.background().backcasts().past(state.workspace()).is_some()
    };
    harness.run();
    assert!(!there(&harness), "the window does not wait for it");
    while hand.waiting() > 0 {
        hand.work();
        harness.run();
    }
    assert!(there(&harness));
    harness.state_mut().ask(Action::Show(Tab::Backcast));
    harness.run();
    assert_eq!(hand.waiting(), 0, "it is not run again");
}

#[test]
fn it_speaks_french_and_dutch() {
    let mut harness = tab(Place::All);
    for (language, words) in [(Language::Fr, "une ligne droite"), (Language::Nl, "een rechte lijn")] {
        harness.state_mut().ask(Action::Language(language));
        harness.run();
        assert!(shows(&harness, words), "{words}");
    }
}

/// What the last frames put into the clipboard, once this was chosen from the menu of a chart.
fn taken(harness: &mut Harness<'_, App>, button: &str, item: &str) -> String {
    the(harness, Role::Button, button).click();
    harness.run();
    the(harness, Role::Button, item).click();
    clipboard(harness)
}

#[test]
fn its_charts_can_be_taken_away() {
    let mut harness = tab(london());
    let series = "London: Manufacturing jobs, GLA Economics workforce jobs (SIC 2007 C)";
    let csv = taken(&mut harness, &format!("Copy or save {series}"), "Copy the numbers (CSV)");
    assert!(csv.starts_with("year,observed,model_p10,model_p50,model_p90,trend,no_change,official"), "{csv}");
    let pack = &harness.state().workspace().library().packs["london"];
    let look = LookBack::default();
    let group = past(&harness).group(&look, Some(pack)).expect("a group");
    let at = past(&harness).series(&look, group).expect("a series");
    let horizon = backcast::headline(group).expect("scores").horizon;
    let fan = past(&harness).fan(&look, at, horizon).expect("a fan");
    let ahead = fan.years.first().expect("a year ahead");
    let row = csv.lines().find(|line| line.starts_with(&format!("{},", ahead.year))).expect("a row a year");
    assert!(
        row.split(',').any(|cell| cell.parse::<f64>().is_ok_and(|v| (v / ahead.median - 1.0).abs() < 1e-9)),
        "{row}"
    );
    let svg = taken(&mut harness, "Copy or save How far off, by years ahead", "Copy as drawing (SVG)");
    assert!(svg.contains("10 years: "), "{svg}");
    let held = taken(&mut harness, "Copy or save How often its 80 % range held", "Copy the numbers (CSV)");
    assert!(held.starts_with("horizon,held,low,high,origins") && held.lines().count() > 2, "{held}");
}

#[test]
fn a_chart_of_the_past_zooms_by_itself_and_shows_all_years_again() {
    let mut harness = tab(london());
    let name = "Chart: forecasts of the past, London: Manufacturing jobs, GLA Economics workforce jobs (SIC 2007 C). \
                Arrow keys move the starting year";
    the(&harness, Role::Figure, name).focus();
    harness.run();
    harness.key_press(Key::Plus);
    harness.run();
    let view = |harness: &Harness<'_, App>| harness.state().workspace().view.clone();
    let (first, last) = view(&harness).look_back.years.expect("fewer years");
    assert!(first < last && view(&harness).years.is_none(), "charts of the future stay as they are");
    let again = "All years again, London: Manufacturing jobs, GLA Economics workforce jobs (SIC 2007 C)";
    the(&harness, Role::Button, again).click();
    harness.run();
    assert_eq!(view(&harness).look_back.years, None);
}
