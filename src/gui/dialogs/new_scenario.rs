//! A new scenario: a title and the cities in it.

use eframe::egui::{Align2, Button, TextEdit, Ui, Vec2, Window};
use indexmap::IndexMap;

use crate::evidence::Library;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text};

/// What has been chosen so far.
#[derive(Debug)]
pub struct NewScenario {
    title: String,
    cities: IndexMap<String, bool>,
}

impl NewScenario {
    /// Every city chosen.
    pub fn of(library: &Library) -> Self {
        let cities = library.packs.keys().map(|id| (id.clone(), true)).collect();
        Self { title: "New scenario".to_owned(), cities }
    }

    /// Draws the choice. True when it is over.
    pub fn show(&mut self, ui: &Ui, library: &Library, actions: &mut Vec<Action>) -> bool {
        let mut open = true;
        let mut done = false;
        Window::new("New scenario")
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .anchor(Align2::CENTER_TOP, Vec2::new(0.0, 90.0))
            .show(ui.ctx(), |ui| {
                ui.set_width(320.0);
                let label = ui.label("Title");
                ui.add(TextEdit::singleline(&mut self.title).desired_width(f32::INFINITY)).labelled_by(label.id);
                ui.add_space(space::S);
                ui.label("Cities, at adopted policy");
                for (id, chosen) in &mut self.cities {
                    let name = library.packs.get(id).map_or(id.as_str(), |pack| pack.name.as_str());
                    ui.checkbox(chosen, name);
                }
                ui.add_space(space::M);
                let chosen: Vec<String> =
                    self.cities.iter().filter(|(_, chosen)| **chosen).map(|(id, _)| id.clone()).collect();
                let create = ui.add_enabled(!chosen.is_empty(), Button::new(text::strong("Create")));
                if create.on_disabled_hover_text("A scenario needs at least one city").clicked() {
                    actions.push(Action::Create { title: self.title.clone(), cities: chosen });
                    done = true;
                }
            });
        done || !open
    }
}
