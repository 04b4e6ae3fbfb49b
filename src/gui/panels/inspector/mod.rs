//! The inspector: what a number is made of, beside the work and never in its way.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`quantity`] | an equation with live values, its terms, what it rests on |
//! | [`constant`] | a constant: its value, evidence and source, and the form to override it |
//! | [`entry`] | anything else that is known |
//! | [`total`] | the public cost of all cities together |
//! | [`parts`] | what these pages have in common |

pub mod constant;
pub mod entry;
pub mod parts;
mod quantity;
mod total;

use eframe::egui::{Frame, Id, Key, Margin, Panel, Popup, ScrollArea, Sense, Stroke, Ui, WidgetInfo};

use self::parts::Page;
use super::Scene;
use super::zone::Zone;
use crate::explain::address::{Address, Topic};
use crate::explain::{quantity as quantities, term};
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::widgets::buttons::{mark_button_coloured, text_button};
use crate::gui::widgets::scroll;
use crate::gui::widgets::trailing::Trailing;
use crate::t;
use crate::words;

/// From this width on the inspector stands beside the charts, not below them (points).
const BESIDE: f32 = 1080.0;
/// Its width there (points).
const WIDTH: f32 = 440.0;
/// Its share of the height below the charts.
const SHARE: f32 = 0.46;
/// The most steps of the way that are named.
const STEPS: usize = 4;

/// Draws the inspector, if something is being explained.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let Some(address) = scene.workspace.trail.current() else { return };
    let t = tokens(ui);
    escape(ui, actions);
    let room = ui.available_size();
    let frame = Frame::new().fill(t.panel).inner_margin(Margin { left: 14, right: 6, top: 6, bottom: 0 });
    let beside = room.x >= BESIDE;
    let id = if beside { "inspector beside" } else { "inspector below" };
    let panel = if beside {
        Panel::right(id).default_size(WIDTH).size_range(360.0..=room.x * 0.5)
    } else {
        Panel::bottom(id).default_size(room.y * SHARE).size_range(160.0..=room.y * 0.7)
    };
    panel.resizable(true).frame(frame).show(ui, |ui| {
        Zone::Inspector.show(ui, ui.clip_rect(), |ui| explained(ui, scene, address, actions));
    });
    // The toolkit names the edge in English only.
    let edge = ui.scope_id().with(id).with("__resize");
    if ui.ctx().has_accesskit_node(edge) {
        ui.ctx().accesskit_node_builder(edge, |node| node.set_label(t!("inspector-resize")));
    }
}

/// What is in the inspector: the way, and the page.
fn explained(ui: &mut Ui, scene: &Scene<'_>, address: &Address, actions: &mut Vec<Action>) {
    way(ui, scene, actions);
    let area = ScrollArea::vertical().id_salt(("inspector", address)).auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 0, right: 8, top: 2, bottom: 14 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            page(ui, scene, address, actions);
        });
        scroll::keys(ui);
    });
    scroll::name(ui, &area, t!("inspector-name"));
}

/// Escape closes the inspector, but not while it takes back what is typed or
/// closes a menu.
fn escape(ui: &Ui, actions: &mut Vec<Action>) {
    let id = Id::unique("inspector was typing");
    let was_busy = ui.data(|d| d.get_temp::<bool>(id)).unwrap_or(false);
    let busy = ui.ctx().text_edit_focused() || Popup::is_any_open(ui.ctx());
    ui.data_mut(|d| d.insert_temp(id, busy));
    if !was_busy && !busy && ui.input(|i| i.key_pressed(Key::Escape)) {
        actions.push(UiCommand::ExplainClose.into());
    }
}

/// The way here: back, on, the steps, and out.
fn way(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let trail = &scene.workspace.trail;
    let muted = tokens(ui).muted;
    let keys = |command: UiCommand| format!("{} ({})", command.text(), command.main_keys(ui.ctx()));
    let (back, on) = (keys(UiCommand::ExplainBack), keys(UiCommand::ExplainOn));
    ui.horizontal(|ui| {
        ui.set_height(24.0);
        ui.spacing_mut().item_spacing.x = 2.0;
        let end = Trailing::new(ui, "close");
        ui.scope(|ui| {
            ui.set_max_width(end.before(ui));
            ui.horizontal(|ui| {
                let steps = trail.steps();
                ui.add_enabled_ui(steps.len() > 1, |ui| {
                    if mark_button_coloured(ui, icons::BACK, UiCommand::ExplainBack.text(), &back, muted).clicked() {
                        actions.push(UiCommand::ExplainBack.into());
                    }
                });
                ui.add_enabled_ui(trail.has_ahead(), |ui| {
                    if mark_button_coloured(ui, icons::ON, UiCommand::ExplainOn.text(), &on, muted).clicked() {
                        actions.push(UiCommand::ExplainOn.into());
                    }
                });
                ui.add_space(space::XS);
                let hidden = steps.len().saturating_sub(STEPS);
                for (step, address) in steps.iter().enumerate().skip(hidden) {
                    if step > hidden {
                        ui.label(text::note(ui, "›"));
                    }
                    let name = short(address);
                    if step + 1 == steps.len() {
                        ui.label(text::note(ui, name));
                    } else {
                        let button = text_button(ui, &name).on_hover_text(t!("inspector-back-to", name = &name));
                        if button.clicked() {
                            actions.push(Action::Step(step));
                        }
                    }
                }
            });
        });
        end.show(ui, |ui| {
            let close = UiCommand::ExplainClose.text();
            if mark_button_coloured(ui, icons::CLOSE, close, t!("inspector-close"), muted).clicked() {
                actions.push(UiCommand::ExplainClose.into());
            }
            ui.add_space(6.0);
        });
    });
}

/// A word for a step.
fn short(address: &Address) -> String {
    match &address.topic {
        Topic::Quantity(symbol, _) => {
            quantities::find(symbol).map_or(*symbol, |of| words::quantity(of.symbol, of.name)).to_owned()
        }
        Topic::Parameter(id) => id.id().to_owned(),
        Topic::Driver(id) => words::driver(*id).to_owned(),
        Topic::Sectors(symbol) => term::SECTORS
            .iter()
            .find(|field| field.symbol == *symbol)
            .map_or(*symbol, |of| words::term(of.field, of.name))
            .to_owned(),
        Topic::AllCities => t!("inspector-total").to_owned(),
        Topic::Entry(id) => id.clone(),
    }
}

fn page(ui: &mut Ui, scene: &Scene<'_>, address: &Address, actions: &mut Vec<Action>) {
    let page = Page::of(scene, address);
    match &address.topic {
        Topic::Quantity(symbol, part) => match (quantities::find(symbol), page.case.as_ref()) {
            (Some(quantity), Some(case)) => quantity::show(ui, &page, case, quantity, *part, actions),
            _ => {
                ui.label(t!("inspector-no-city"));
            }
        },
        Topic::Sectors(symbol) => quantity::sectors(ui, &page, symbol, actions),
        Topic::Parameter(id) => constant::show(ui, &page, *id, actions),
        Topic::Driver(id) => entry::driver(ui, &page, *id, actions),
        Topic::AllCities => total::show(ui, &page, actions),
        Topic::Entry(id) => match page.catalogue().get(id) {
            Some(entry) => entry::show(ui, &page, entry, actions),
            None => {
                ui.label(t!("inspector-unknown", id = id));
            }
        },
    }
}

/// A heading. In the inspector it takes the keyboard when the page is new, so
/// that a screen reader reads it and Tab goes on from there.
fn heading(ui: &mut Ui, page: &Page<'_>, words: &str) {
    let galley = eframe::egui::WidgetText::from(text::title(words).size(16.0)).into_galley(
        ui,
        Some(eframe::egui::TextWrapMode::Wrap),
        ui.available_width(),
        text::body_font(),
    );
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::focusable_noninteractive());
    ui.painter().galley(rect.min, galley, tokens(ui).ink);
    if response.has_focus() {
        let stroke = Stroke::new(1.0, tokens(ui).focus);
        ui.painter().line_segment([rect.left_bottom(), rect.right_bottom()], stroke);
    }
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Heading, ui.is_enabled(), words));
    let id = Id::unique("inspector page");
    let shown = ui.data(|d| d.get_temp::<Address>(id));
    if page.follows && shown.as_ref() != Some(&page.address) {
        ui.data_mut(|d| d.insert_temp(id, page.address.clone()));
        response.request_focus();
    }
}
