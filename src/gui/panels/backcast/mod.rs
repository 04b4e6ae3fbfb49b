//! How far the model would have been off in the past, without a statistics course.

mod bars;
pub mod beside;
mod fan;
mod held;
mod others;
mod picture;

use eframe::egui::{ComboBox, Label, RichText, Ui};

use super::{Scene, card, chart_card, take};
use crate::analysis::backcast::{Group, Mode, Scores};
use crate::export::chart::picture::Picture;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::trailing::Trailing;
use crate::model::city::CityPack;
use crate::session::backcast::{self, LookBack, Past, words};
use crate::t;

/// From this width on cards stand beside each other (points).
const BESIDE: f32 = 820.0;

/// What all parts of the tab are about.
#[derive(Clone, Copy)]
struct Part<'a> {
    scene: &'a Scene<'a>,
    past: &'a Past,
    look: &'a LookBack,
    pack: Option<&'a CityPack>,
    group: &'a Group,
    /// The scores in the headline.
    head: &'a Scores,
}

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let Some(past) = scene.background.backcasts().past(workspace) else {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(text::title(t!("backcast-title")));
            let words = match scene.background.backcasts().failure(workspace) {
                Some(why) => RichText::new(t!("status-backcast-failed", why = why)).color(tokens(ui).bad),
                None => text::muted(ui, t!("backcast-waiting")),
            };
            ui.add(Label::new(words).wrap());
        });
        return;
    };
    let pack = backcast::pack_in_view(workspace);
    let look = &workspace.view.look_back;
    let group = past.group(look, pack);
    let Some((group, head)) = group.and_then(|group| Some((group, backcast::headline(group)?))) else {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(text::title(t!("backcast-title")));
            ui.add(Label::new(t!("backcast-none")).wrap());
        });
        return;
    };
    let shown = Part { scene, past, look, pack, group, head };
    headline(ui, shown, actions);
    ui.add_space(space::S);
    let columns = if ui.available_width() >= BESIDE { 2 } else { 1 };
    chart_card::grid(ui, columns, 2, |ui, i, width| {
        card(ui, |ui| {
            ui.set_width(width - 26.0);
            if i == 0 { bars::show(ui, shown, actions) } else { held::show(ui, shown, actions) }
        });
    });
    ui.add_space(space::XS);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        fan::show(ui, shown, actions);
    });
    ui.add_space(space::S);
    others::show(ui, shown, actions);
}

/// The title of a part, with the menu to take it away.
fn heading(ui: &mut Ui, part: Part<'_>, title: &str, taken: impl Fn() -> Picture, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let end = Trailing::new(ui, "marks");
        ui.scope(|ui| {
            ui.set_max_width(end.before(ui));
            ui.add(Label::new(text::title(title)).truncate());
        });
        end.show(ui, |ui| take::button(ui, part.scene, title, || Some(taken()), actions));
    });
}

/// The sentence, how much it says, and the choice of something else.
fn headline(ui: &mut Ui, part: Part<'_>, actions: &mut Vec<Action>) {
    let Part { past, group, head, look, pack, .. } = part;
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.label(text::title(t!("backcast-title")));
            let chosen = words::name(past, group);
            let width = (ui.available_width() - space::M).clamp(160.0, 460.0);
            let combo = ComboBox::from_id_salt("back-cast of").selected_text(&chosen).width(width).truncate();
            let response = combo.show_ui(ui, |ui| {
                for other in past.choices(pack) {
                    if ui.selectable_label(other.id == group.id, words::name(past, other)).clicked() {
                        let group = Some(other.id.clone());
                        actions.push(Action::LookBack(LookBack { group, series: None, years: None, ..look.clone() }));
                    }
                }
            });
            response.response.accessible_name(t!("backcast-choice", chosen = chosen.as_str()));
        });
        ui.add_space(space::XS);
        ui.add(Label::new(text::lead(words::off(head))).wrap());
        ui.add_space(space::XS);
        let mut sentences = vec![words::stretches_sentence(head)];
        let places = past.places(group, head.horizon);
        if group.pooled && places.len() < past.places(group, 1).len() {
            sentences.push(t!("backcast-places", years = head.horizon, places = words::list(&places)));
        }
        sentences.push(words::against(head));
        sentences.push(words::bias(head));
        ui.add(Label::new(sentences.join(" ")).wrap());
        ui.add_space(space::XS);
        ui.add(Label::new(text::note(ui, told(group, head))).wrap());
        if text_button(ui, t!("backcast-read")).clicked() {
            actions.push(Action::Read("Accuracy".to_owned()));
        }
    });
}

/// What the figures know, and how far off it would have been had it known more.
fn told(group: &Group, head: &Scores) -> String {
    match group.at(Mode::Conditional, head.horizon) {
        Some(scores) => t!("backcast-told", years = head.horizon, model = words::percent(scores.model)),
        None => t!("backcast-untold").to_owned(),
    }
}
