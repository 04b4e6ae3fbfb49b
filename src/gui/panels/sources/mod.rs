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
use crate::t;
use crate::units;
use crate::words;

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
        ui.label(text::note(ui, t!("sources-count", found = count(found.len()), all = count(all))));
        ui.label(text::note(ui, t!("sources-print")));
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
                    if text_button(ui, t!("sources-back")).clicked() {
                        let none = Search { chosen: None, ..workspace.search.clone() };
                        actions.push(Action::Search(none));
                    }
                    detail_of(ui, scene, entry, actions);
                } else {
                    own::show(ui, scene, actions);
                    thin::show(ui, scene);
                }
                scroll::keys(ui);
            },
        );
        scroll::name(ui, &area, t!("sources-chosen"));
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
        let hint = t!("sources-hint");
        let field = TextEdit::singleline(&mut next.text).hint_text(hint).desired_width(230.0);
        let response = ui.add(field).accessible_name(t!("sources-search"));
        if ui.input_mut(|i| i.consume_key(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::F)) {
            response.request_focus();
        }
        let kinds = next.kind.map_or(t!("sources-every-kind"), plural);
        let combo = ComboBox::from_id_salt("kind").selected_text(kinds).width(104.0);
        let combo = combo.show_ui(ui, |ui| {
            ui.selectable_value(&mut next.kind, None, t!("sources-every-kind"));
            for kind in Kind::iter() {
                ui.selectable_value(&mut next.kind, Some(kind), plural(kind));
            }
        });
        combo.response.accessible_name(t!("sources-kind", kind = kinds));
        let packs = &scene.workspace.library().packs;
        let name = |id: &String| packs.get(id).map_or(id.clone(), |pack| words::city(pack).to_owned());
        let city = next.city.as_ref().map_or_else(|| t!("sources-every-city").to_owned(), name);
        let combo = ComboBox::from_id_salt("city").selected_text(&city).width(104.0).show_ui(ui, |ui| {
            ui.selectable_value(&mut next.city, None, t!("sources-every-city"));
            for (id, pack) in packs {
                let words = t!("sources-city-and-all", city = words::city(pack));
                ui.selectable_value(&mut next.city, Some(id.clone()), words);
            }
        });
        combo.response.accessible_name(t!("sources-city", city = &city));
        ui.checkbox(&mut next.assumed, t!("sources-assumptions")).on_hover_text(t!("sources-assumptions-hint"));
        let own = assumptions::all(scenario).count();
        ui.add_enabled_ui(own > 0 || next.own, |ui| {
            ui.checkbox(&mut next.own, t!("sources-own", count = own))
                .on_hover_text(t!("sources-own-hint"))
                .on_disabled_hover_text(t!("sources-own-none"));
        });
    });
    if next != *search {
        let narrowed = Search { chosen: None, ..next.clone() } != Search { chosen: None, ..search.clone() };
        next.chosen = next.chosen.filter(|_| !narrowed);
        actions.push(Action::Search(next));
    }
}

fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Parameter => t!("sources-parameters"),
        Kind::Fitted => t!("sources-fitted"),
        Kind::Past => t!("sources-past"),
        Kind::Outlook => t!("sources-outlooks"),
        Kind::Figure => t!("sources-figures"),
        Kind::Series => t!("sources-series"),
        Kind::Forecast => t!("sources-forecasts"),
        Kind::Source => t!("sources-publications"),
    }
}

/// The accent of what is the user's own.
fn own_colour(ui: &Ui) -> eframe::egui::Color32 {
    tokens(ui).accent_text
}
