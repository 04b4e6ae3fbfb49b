//! Everything that is known, with a search: a list, and the chosen entry beside it.

mod list;
mod own;
mod thin;

use eframe::egui::{Align, ComboBox, Layout, Rect, ScrollArea, TextEdit, Ui, UiBuilder, vec2};
use strum::IntoEnumIterator as _;

use super::inspector::{self, parts::Page};
use super::{Scene, card};
use crate::evidence::entries::{Entry, Kind};
use crate::explain::address::{Address, Topic};
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::scroll;
use crate::scenario::assumptions;
use crate::session::search::Search;
use crate::session::view::Place;
use crate::units;

/// From this width on the chosen entry stands beside the list (points).
const BESIDE: f32 = 720.0;
/// The share of the height that the list takes where it stands above.
const ABOVE: f32 = 0.44;

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let scenario = workspace.document().scenario();
    filters(ui, scene, actions);
    let found = workspace.search.find(workspace.catalogue(), scenario);
    ui.horizontal(|ui| {
        ui.set_height(18.0);
        let all = workspace.catalogue().entries().len();
        let count = |n: usize| units::number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), 0);
        ui.label(text::note(ui, format!("{} of {} entries", count(found.len()), count(all))));
        ui.label(text::note(ui, "· making-room sources prints them all"));
    });
    let room = ui.available_rect_before_wrap().shrink2(vec2(0.0, 2.0));
    // Where the explanation stands below, it has the place of the chosen entry.
    let explained = workspace.trail.current().is_some() && room.width() < BESIDE;
    let (list, detail) = if explained {
        (room, Rect::NOTHING)
    } else if room.width() >= BESIDE {
        room.split_left_right_at_x(room.left() + (room.width() * 0.46).min(560.0))
    } else {
        room.split_top_bottom_at_y(room.top() + room.height() * ABOVE)
    };
    let gap = space::S / 2.0;
    let (list, detail) = if room.width() >= BESIDE {
        (list.with_max_x(list.right() - gap), detail.with_min_x(detail.left() + gap))
    } else if explained {
        (list, detail)
    } else {
        (list.with_max_y(list.bottom() - gap), detail.with_min_y(detail.top() + gap))
    };
    let mut left = ui.new_child(UiBuilder::new().max_rect(list).layout(Layout::top_down(Align::Min)));
    card(&mut left, |ui| {
        ui.set_min_size(ui.available_size());
        list::show(ui, scene, &found, actions);
    });
    if explained {
        // Whoever chooses in the list wants to see that, and not what was explained.
        if actions.iter().any(|action| matches!(action, Action::Search(search) if search.chosen.is_some())) {
            actions.push(UiCommand::ExplainClose.into());
        }
        ui.advance_cursor_after_rect(room);
        return;
    }
    let mut right = ui.new_child(UiBuilder::new().max_rect(detail).layout(Layout::top_down(Align::Min)));
    card(&mut right, |ui| {
        ui.set_min_size(ui.available_size());
        let chosen = workspace.search.entry(workspace.catalogue());
        let area = ScrollArea::vertical().id_salt(("entry", workspace.search.chosen)).auto_shrink([false, false]).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                if let Some(entry) = chosen {
                    if text_button(ui, "‹ Own assumptions, and where data is thin").clicked() {
                        let none = Search { chosen: None, ..workspace.search.clone() };
                        actions.push(Action::Search(none));
                    }
                    detail_of(ui, scene, entry, actions);
                } else {
                    own::show(ui, scene, actions);
                    thin::show(ui, scene);
                }
            },
        );
        scroll::name(ui, &area, "Chosen entry");
    });
    ui.advance_cursor_after_rect(room);
}

/// The page of an entry, in the city that it is about.
fn detail_of(ui: &mut Ui, scene: &Scene<'_>, entry: &Entry, actions: &mut Vec<Action>) {
    let looked_at = match &scene.workspace.view.place {
        Place::City(id) => Some(id.clone()),
        Place::All => scene.workspace.document().scenario().cities.keys().next().cloned(),
    };
    let city = entry.city.clone().or(looked_at).unwrap_or_default();
    let address = Address::new(&city, Topic::Entry(entry.id.clone()));
    let page = Page { follows: false, ..Page::of(scene, &address) };
    inspector::entry::show(ui, &page, entry, actions);
}

fn filters(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let search = &scene.workspace.search;
    let scenario = scene.workspace.document().scenario();
    let mut next = Search { chosen: search.chosen, ..search.clone() };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
        let hint = "Search label, id or source";
        let field = TextEdit::singleline(&mut next.text).hint_text(hint).desired_width(230.0);
        let response = ui.add(field).accessible_name("Search in sources");
        if ui.input_mut(|i| i.consume_key(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::F)) {
            response.request_focus();
        }
        let kinds = next.kind.map_or("Every kind", plural);
        let combo = ComboBox::from_id_salt("kind").selected_text(kinds).width(104.0);
        let combo = combo.show_ui(ui, |ui| {
            ui.selectable_value(&mut next.kind, None, "Every kind");
            for kind in Kind::iter() {
                ui.selectable_value(&mut next.kind, Some(kind), plural(kind));
            }
        });
        combo.response.accessible_name(format!("Kind: {kinds}"));
        let packs = &scene.workspace.library().packs;
        let name = |id: &String| packs.get(id).map_or(id.clone(), |pack| pack.name.clone());
        let city = next.city.as_ref().map_or_else(|| "Every city".to_owned(), name);
        let combo = ComboBox::from_id_salt("city").selected_text(&city).width(104.0).show_ui(ui, |ui| {
            ui.selectable_value(&mut next.city, None, "Every city");
            for (id, pack) in packs {
                let words = format!("{} and for all", pack.name);
                ui.selectable_value(&mut next.city, Some(id.clone()), words);
            }
        });
        combo.response.accessible_name(format!("City: {city}"));
        ui.checkbox(&mut next.assumed, "Assumptions only").on_hover_text("Labelled recalled or judgement");
        let own = assumptions::all(scenario).count();
        ui.add_enabled_ui(own > 0 || next.own, |ui| {
            ui.checkbox(&mut next.own, format!("Own only ({own})"))
                .on_hover_text("What this scenario overrides")
                .on_disabled_hover_text("This scenario overrides nothing");
        });
    });
    if next != *search {
        let narrowed = Search { chosen: None, ..next.clone() } != Search { chosen: None, ..search.clone() };
        next.chosen = next.chosen.filter(|_| !narrowed);
        actions.push(Action::Search(next));
    }
}

const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Parameter => "Parameters",
        Kind::Fitted => "Fitted to history",
        Kind::Past => "Past, before fitting",
        Kind::Outlook => "Outlooks",
        Kind::Figure => "Figures",
        Kind::Series => "Series",
        Kind::Forecast => "Forecasts",
        Kind::Source => "Publications",
    }
}

/// The accent of what is the user's own.
fn own_colour(ui: &Ui) -> eframe::egui::Color32 {
    tokens(ui).accent_text
}
