//! A new scenario: a title and the cities in it.

use eframe::egui::{Align2, Button, TextEdit, Ui, Vec2, Window};
use indexmap::IndexMap;

use crate::evidence::Library;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};

/// What has been chosen so far.
#[derive(Debug)]
pub struct NewScenario {
    title: String,
    cities: IndexMap<String, bool>,
    /// Why it cannot be as it was chosen.
    refusal: Option<String>,
}

impl NewScenario {
    /// Every city chosen.
    pub fn of(library: &Library) -> Self {
        let cities = library.packs.keys().map(|id| (id.clone(), true)).collect();
        Self { title: "New scenario".to_owned(), cities, refusal: None }
    }

    /// Says why the scenario cannot be as it was chosen.
    pub fn refuse(&mut self, why: String) {
        self.refusal = Some(why);
    }

    /// Draws the choice. True when it was sent away.
    pub fn show(&mut self, ui: &Ui, library: &Library, actions: &mut Vec<Action>) -> bool {
        let mut open = true;
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
                }
                if let Some(why) = &self.refusal {
                    ui.add_space(space::XS);
                    ui.colored_label(tokens(ui).bad, why);
                }
            });
        !open
    }
}
