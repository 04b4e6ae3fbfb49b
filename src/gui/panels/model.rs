//! The model document: headings beside the section that is read.

use eframe::egui::{ComboBox, Frame, Margin, ScrollArea, Ui, UiBuilder, vec2};

use super::rows::Row;
use super::{Scene, card};
use crate::explain::address::{Address, Topic};
use crate::gui::app::action::Action;
use crate::gui::model_document::{self, Reader, Section};
use crate::gui::theme::space;
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::scroll;
use crate::model::parameters::ParameterId;
use crate::session::view::Place;
use crate::t;

/// From this width on the headings stand beside the text (points).
const BESIDE: f32 = 660.0;
/// Their width there (points).
const HEADINGS: f32 = 216.0;

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let sections = model_document::sections();
    let at = model_document::position(&scene.workspace.reading);
    let room = ui.available_rect_before_wrap().shrink2(vec2(0.0, 2.0));
    let mut text = room;
    if room.width() >= BESIDE {
        let (left, right) = room.split_left_right_at_x(room.left() + HEADINGS);
        text = right.with_min_x(right.left() + space::S);
        let mut headings = ui.new_child(UiBuilder::new().max_rect(left));
        let area = ScrollArea::vertical().id_salt("headings").auto_shrink([false, false]).show(&mut headings, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (i, section) in sections.iter().enumerate() {
                heading(ui, section, i == at, actions);
            }
            scroll::keys(ui);
        });
        scroll::name(ui, &area, t!("model-headings"));
    } else {
        let mut top = ui.new_child(UiBuilder::new().max_rect(room));
        let combo = ComboBox::from_id_salt("section").selected_text(&sections[at].title).width(300.0);
        let combo = combo.show_ui(&mut top, |ui| {
            for (i, section) in sections.iter().enumerate() {
                let words = format!("{}{}", indent(section), section.title);
                if ui.selectable_label(i == at, words).clicked() {
                    actions.push(Action::Read(section.title.clone()));
                }
            }
        });
        combo.response.accessible_name(t!("model-section-is", title = &sections[at].title));
        text = text.with_min_y(top.min_rect().bottom() + space::S);
    }
    let mut body = ui.new_child(UiBuilder::new().max_rect(text));
    card(&mut body, |ui| {
        ui.set_min_size(ui.available_size());
        let area = ScrollArea::vertical().id_salt(("section", at)).auto_shrink([false, false]).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 6, right: 12, top: 4, bottom: 12 }).show(ui, |ui| {
                model_document::section(ui, &sections[at], &mut Constants { scene, actions });
                ui.add_space(space::M);
                onwards(ui, sections, at, actions);
            });
            scroll::keys(ui);
        });
        scroll::name(ui, &area, t!("model-section"));
    });
    ui.advance_cursor_after_rect(room);
}

fn heading(ui: &mut Ui, section: &Section, chosen: bool, actions: &mut Vec<Action>) {
    let label = format!("{}{}", indent(section), section.title);
    let row =
        Row { label: &label, name: &section.title, hint: &section.title, selected: chosen, dot: None, reserve: 0.0 };
    if row.show(ui).0.clicked() {
        actions.push(Action::Read(section.title.clone()));
    }
}

/// Room before a heading that belongs to another.
const fn indent(section: &Section) -> &'static str {
    if section.level > 2 { "     " } else { "" }
}

/// To the section before and after.
fn onwards(ui: &mut Ui, sections: &[Section], at: usize, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let before = at.checked_sub(1).and_then(|at| sections.get(at)).map(|section| (section, "‹ "));
        let after = sections.get(at + 1).map(|section| (section, "› "));
        for (section, mark) in before.into_iter().chain(after) {
            if text_button(ui, &format!("{mark}{}", section.title)).clicked() {
                actions.push(Action::Read(section.title.clone()));
            }
        }
    });
}

/// Rows of the table of constants lead to their explanation.
struct Constants<'a, 's> {
    scene: &'a Scene<'s>,
    actions: &'a mut Vec<Action>,
}

impl Reader for Constants<'_, '_> {
    fn leads(&self, cell: &str) -> Option<String> {
        let id: ParameterId = cell.parse().ok()?;
        Some(t!("model-explain", id = id.id()))
    }

    fn follow(&mut self, cell: &str) {
        let city = match &self.scene.workspace.view.place {
            Place::City(id) => Some(id),
            Place::All => self.scene.workspace.document().scenario().cities.keys().next(),
        };
        if let (Ok(id), Some(city)) = (cell.parse(), city) {
            self.actions.push(Action::Explain(Address::new(city, Topic::Parameter(id))));
        }
    }
}
