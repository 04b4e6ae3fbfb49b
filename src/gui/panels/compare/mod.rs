//! Scenarios side by side: charts overlaid, a table of indicators, what the
//! scenarios set differently, and what they have in common.

mod chooser;
mod futures;
mod grid;
mod indicators;
mod levers;
mod overlays;

use eframe::egui::{Align, Align2, Id, Layout, Rect, Response, Sense, Ui, pos2, vec2};

use super::Scene;
use crate::gui::app::action::{Action, Comparing};
use crate::gui::charts::series;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::below;
use crate::gui::widgets::buttons::named_button;
use crate::session::compare::copy::in_view;
use crate::session::compare::selection::Member;
use crate::session::compare::words;
use crate::session::view::Place;
use crate::t;

/// What the parts of the tab show.
#[derive(Clone, Copy, Debug)]
struct Sheet<'a> {
    scene: &'a Scene<'a>,
    members: &'a [Member<'a>],
    /// The cities looked at.
    cities: &'a [String],
    year: i32,
}

impl Sheet<'_> {
    /// The letter of the scenario that the others are compared with.
    fn base(&self) -> String {
        self.members.first().map_or_else(String::new, Member::letter)
    }

    /// Whether several cities are looked at.
    fn is_across(&self) -> bool {
        self.scene.workspace.view.place == Place::All
    }
}

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let members = workspace.comparing.members(workspace);
    let cities = in_view(workspace, &members);
    let sheet = Sheet { scene, members: &members, cities: &cities, year: workspace.view.year };
    chooser::show(ui, &sheet, actions);
    if members.len() < 2 {
        ui.add_space(space::S);
        ui.label(t!("compare-choose-two"));
    }
    if members.is_empty() {
        return;
    }
    for caveat in words::caveats(&members, &cities) {
        ui.label(text::note(ui, caveat));
    }
    ui.add_space(space::XS);
    overlays::show(ui, &sheet, actions);
    ui.add_space(space::S);
    below::part(ui, "indicators", |ui| indicators::show(ui, &sheet, actions));
    ui.add_space(space::S);
    if members.len() > 1 {
        below::part(ui, "futures", |ui| futures::show(ui, &sheet));
        ui.add_space(space::S);
    }
    below::part(ui, "differences", |ui| levers::differences(ui, &sheet));
    ui.add_space(space::S);
    below::part(ui, "in common", |ui| levers::in_common(ui, &sheet, actions));
}

/// The title of a part, with a button that copies its table.
fn heading(ui: &mut Ui, title: &str, copy: Option<(Comparing, &str)>, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.label(text::title(title));
        let Some((what, name)) = copy else { return };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if named_button(ui, t!("compare-copy"), name).on_hover_text(name).clicked() {
                actions.push(Action::Compare(what));
            }
        });
    });
}

/// Line, mark and letter of a scenario at the left of a rectangle. Where there is
/// room after it.
fn tag(ui: &Ui, rect: Rect, member: &Member<'_>) -> f32 {
    series::swatch(ui, rect, member.slot, false);
    let at = pos2(rect.left() + series::SWATCH, rect.center().y);
    let font = text::strong_font(text::BODY);
    let drawn = ui.painter().text(at, Align2::LEFT_CENTER, member.letter(), font, tokens(ui).ink);
    drawn.right() + 6.0
}

/// As [`tag`], as a part of a line.
fn inline_tag(ui: &mut Ui, member: &Member<'_>) -> Response {
    let letters = ui.painter().layout_no_wrap(member.letter(), text::strong_font(text::BODY), tokens(ui).ink).size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(series::SWATCH + letters + 4.0, 18.0), Sense::hover());
    tag(ui, rect, member);
    response
}

/// Which scenario is looked at: under the pointer, or with the keyboard, so that
/// charts let its line stand out.
fn highlighted(ui: &Ui) -> Option<usize> {
    ui.data(|data| data.get_temp(Id::unique("compare highlighted")))
}

/// Notes that a scenario is looked at, for the next frame.
fn highlight(ui: &Ui, response: &Response, slot: usize) {
    let id = Id::unique("compare highlighted");
    if response.hovered() || response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, slot));
    } else if highlighted(ui) == Some(slot) {
        ui.data_mut(|data| data.remove::<usize>(id));
    }
}
