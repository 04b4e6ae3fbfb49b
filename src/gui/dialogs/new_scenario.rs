//! A new scenario: a title and the cities in it.

use eframe::egui::{Button, Frame, Key, TextEdit, Ui};
use indexmap::IndexMap;

use crate::evidence::Library;
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::t;
use crate::words;

/// What has been chosen so far.
#[derive(Debug)]
pub struct NewScenario {
    title: String,
    cities: IndexMap<String, bool>,
    /// Whether the title has had the keyboard.
    begun: bool,
    /// Why it cannot be as it was chosen.
    refusal: Option<String>,
}

impl NewScenario {
    /// Every city chosen.
    pub fn of(library: &Library) -> Self {
        let cities = library.packs.keys().map(|id| (id.clone(), true)).collect();
        Self { title: t!("dialogs-new").to_owned(), cities, begun: false, refusal: None }
    }

    /// Says why the scenario cannot be as it was chosen.
    pub fn refuse(&mut self, why: String) {
        self.refusal = Some(why);
    }

    /// Draws the choice. True when it was sent away.
    pub fn show(&mut self, ui: &Ui, library: &Library, actions: &mut Vec<Action>) -> bool {
        let frame = Frame::popup(ui.style()).inner_margin(space::L);
        let mut cancelled = false;
        let response = super::modal("new scenario", t!("dialogs-new")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(320.0);
            ui.label(text::title(t!("dialogs-new")));
            ui.add_space(space::S);
            let label = ui.label(t!("dialogs-title"));
            let title = ui.add(TextEdit::singleline(&mut self.title).desired_width(f32::INFINITY));
            let title = title.labelled_by(label.id);
            if !self.begun {
                title.request_focus();
                self.begun = true;
            }
            ui.add_space(space::S);
            ui.label(t!("dialogs-cities"));
            for (id, chosen) in &mut self.cities {
                let name = library.packs.get(id).map_or(id.as_str(), words::city);
                ui.checkbox(chosen, name);
            }
            ui.add_space(space::M);
            let cities: Vec<String> =
                self.cities.iter().filter(|(_, chosen)| **chosen).map(|(id, _)| id.clone()).collect();
            let entered = title.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) && !cities.is_empty();
            ui.horizontal(|ui| {
                let create = ui.add_enabled(!cities.is_empty(), Button::new(text::strong(t!("dialogs-create"))));
                if create.on_disabled_hover_text(t!("dialogs-needs-city")).clicked() || entered {
                    actions.push(Action::Create { title: self.title.clone(), cities });
                }
                cancelled = ui.button(t!("dialogs-cancel")).clicked();
            });
            if let Some(why) = &self.refusal {
                ui.add_space(space::XS);
                ui.colored_label(tokens(ui).bad, why);
            }
        });
        cancelled || response.should_close()
    }
}
