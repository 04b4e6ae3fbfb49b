//! The back-cast beside indicators: how far off jobs were, and why nothing else
//! can be tried so.

use eframe::egui::{Button, CursorIcon, Label, Ui};

use crate::analysis::backcast::FEWEST;
use crate::explain::address::{Topic, column_topic};
use crate::gui::app::action::Action;
use crate::gui::panels::Scene;
use crate::gui::panels::inspector::parts;
use crate::gui::theme::{text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::projection::Column;
use crate::scenario::document::Measure;
use crate::session::backcast::{self, words};
use crate::session::charts::chart::Note;
use crate::session::view::Tab;
use crate::t;

/// A short line for the jobs of a city; `None` for what has no back-cast, or
/// while it is being worked out.
fn line(scene: &Scene<'_>, city: &str, measure: &Measure) -> Option<String> {
    let jobs = *measure == Measure::Indicator(Indicator::ManufacturingJobs);
    let pack = scene.workspace.library().packs.get(city).filter(|_| jobs)?;
    let past = scene.background.backcasts().past(scene.workspace)?;
    let scores = backcast::headline(past.main(pack)?)?;
    let [model, trend] = [scores.model, scores.trend].map(words::percent);
    Some(t!("backcast-beside", years = scores.horizon, model = model, trend = trend))
}

/// Draws the short line as the way to the tab, where there is one.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, city: &str, measure: &Measure, actions: &mut Vec<Action>) {
    let Some(line) = line(scene, city, measure) else { return };
    let words = text::note(ui, &line).color(tokens(ui).second);
    let button = ui.add(Button::new(words).frame(false));
    let button = button.on_hover_cursor(CursorIcon::PointingHand);
    let hint = note(scene, city, measure).map_or_else(String::new, |note| note.text);
    if button.on_hover_text(hint).clicked() {
        actions.push(Action::Show(Tab::Backcast));
    }
}

/// What there is to know about the back-cast of a measure; nothing while that is
/// being worked out.
pub fn note(scene: &Scene<'_>, city: &str, measure: &Measure) -> Option<Note> {
    let pack = scene.workspace.library().packs.get(city)?;
    Some(Note { about: t!("backcast-tried").to_owned(), text: sentence(scene, pack, measure)? })
}

fn sentence(scene: &Scene<'_>, pack: &CityPack, measure: &Measure) -> Option<String> {
    let of = match measure {
        Measure::Indicator(Indicator::ManufacturingJobs) => {
            let past = scene.background.backcasts().past(scene.workspace)?;
            let scores = past.main(pack).and_then(backcast::headline);
            let words = scores.map(|scores| format!("{} {}", words::off(scores), words::stretches_sentence(scores)));
            return Some(words.unwrap_or_else(|| t!("backcast-none").to_owned()));
        }
        Measure::JobsOf(_) => return Some(t!("backcast-beside-sector").to_owned()),
        Measure::Indicator(of) if of.is_difference() || *of == Indicator::CostPerNetJobYear => {
            return Some(t!("backcast-beside-policy").to_owned());
        }
        Measure::Indicator(of) => of.to_string(),
    };
    let about = pack.series.values().filter(|series| series.indicator.as_deref() == Some(of.as_str()));
    let most = about.map(|series| series.main_line().count()).max().unwrap_or(0);
    Some(t!("backcast-beside-few", count = most, needed = FEWEST + 1))
}

/// Draws the same on the page of a quantity that is reported, with the way to the tab.
pub fn section(ui: &mut Ui, scene: &Scene<'_>, city: &str, topic: &Topic, actions: &mut Vec<Action>) {
    let Some(pack) = scene.workspace.library().packs.get(city) else { return };
    let indicators = Indicator::all().map(|of| (Column::Indicator(of), Measure::Indicator(of)));
    let sectors = pack.sectors.keys().enumerate().map(|(i, id)| (Column::JobsOf(i), Measure::JobsOf(id.clone())));
    let mut reported = indicators.chain(sectors);
    let Some((_, measure)) = reported.find(|(column, _)| column_topic(*column) == *topic) else { return };
    let Some(note) = note(scene, city, &measure) else { return };
    parts::section(ui, &note.about);
    ui.add(Label::new(note.text).wrap());
    if text_button(ui, t!("backcast-show")).clicked() {
        actions.push(Action::Show(Tab::Backcast));
    }
}
