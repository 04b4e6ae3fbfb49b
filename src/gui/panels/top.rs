//! The top bar: menus, the scenario, undo and redo.

use std::path::{Path, PathBuf};

use eframe::egui::{Button, Label, MenuBar, Response, RichText, ScrollArea, Ui, UiKind, vec2};

use strum::IntoEnumIterator as _;

use super::Scene;
use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{icons, space, text, tokens};
use crate::gui::tour::spot;
use crate::gui::widgets::buttons::{focus_ring, menu_item, menu_words};
use crate::gui::widgets::scroll;
use crate::gui::widgets::trailing::Trailing;
use crate::model::levers::LeverGroup;
use crate::session::help::Section;
use crate::session::preferences::ThemeChoice;
use crate::session::tour::Step;
use crate::session::view::{Place, Tab};
use crate::t;
use crate::text::Language;
use crate::words;

/// The bar above a menu, and its frame (points).
const AROUND: f32 = 72.0;
/// The room for the mark of what is not saved (points).
const MARK: f32 = 24.0;

/// Draws the bar.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    ui.horizontal_centered(|ui| {
        ui.label(text::title("Making Room").size(15.0));
        ui.add_space(space::S);
        // A menu bar takes all the width that it is given.
        ui.allocate_ui(vec2(menus_width(ui), 24.0), |ui| {
            MenuBar::new().ui(ui, |ui| {
                let bar = ui.stack().iter().find(|stack| stack.kind() == Some(UiKind::Menu));
                if let Some(bar) = bar {
                    ui.ctx().accesskit_node_builder(bar.unique_id, |node| node.set_label(t!("top-menus")));
                }
                let file = menu(ui, t!("top-file"), |ui| file_menu(ui, scene, actions));
                spot::mark(ui, Step::Keep, file.rect, Some(file.id));
                menu(ui, t!("top-edit"), |ui| edit_menu(ui, scene, actions));
                menu(ui, t!("top-view"), |ui| view_menu(ui, scene, actions));
                menu(ui, t!("top-help"), |ui| {
                    item(ui, UiCommand::Help, true, actions);
                    item(ui, UiCommand::Tour, true, actions);
                    ui.separator();
                    for section in Section::all() {
                        item(ui, UiCommand::HelpOn(section), true, actions);
                    }
                    ui.separator();
                    item(ui, UiCommand::Palette, true, actions);
                });
            });
        });
        let document = scene.workspace.document();
        let end = Trailing::new(ui, "history");
        let most = 320.0_f32.min(ui.available_width() * 0.6);
        ui.add_space(space::S);
        let unsaved = document.would_lose_work();
        let room = end.before(ui) - if unsaved { MARK } else { 0.0 };
        ui.scope(|ui| {
            ui.set_max_width(room);
            let title = ui.add(Label::new(text::muted(ui, document.title())).truncate());
            title.on_hover_text(document.title());
        });
        if unsaved {
            ui.label(text::strong("●").color(tokens(ui).accent_text).size(text::SMALL))
                .on_hover_text(t!("top-not-saved"));
        }
        end.show(ui, |ui| undo_and_redo(ui, scene, most, actions));
    });
}

/// A menu. What finds no room in the window is scrolled to.
fn menu(ui: &mut Ui, name: &str, items: impl FnOnce(&mut Ui)) -> Response {
    let response = ui.menu_button(name, |ui| scrolling(ui, name, items)).response;
    focus_ring(ui, &response);
    response
}

/// A menu that opens from an item of another.
fn submenu(ui: &mut Ui, name: &str, items: impl FnOnce(&mut Ui)) {
    ui.menu_button(menu_words(name), |ui| scrolling(ui, name, items));
}

fn scrolling(ui: &mut Ui, name: &str, items: impl FnOnce(&mut Ui)) {
    let most = ui.ctx().content_rect().height() - AROUND;
    let area = ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, items);
    scroll::name(ui, &area, name);
}

/// How wide the menus are beside each other (points).
fn menus_width(ui: &Ui) -> f32 {
    let names = [t!("top-file"), t!("top-edit"), t!("top-view"), t!("top-help")];
    let ink = ui.visuals().text_color();
    let width = |name: &str| ui.painter().layout_no_wrap(name.to_owned(), text::body_font(), ink).size().x;
    let around = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
    names.into_iter().map(|name| width(name) + around).sum()
}

/// Undo, which is at most so wide, and redo.
fn undo_and_redo(ui: &mut Ui, scene: &Scene<'_>, most: f32, actions: &mut Vec<Action>) {
    let (document, library) = (scene.workspace.document(), scene.workspace.library());
    let undo = document.undo_name(library).map(|name| t!("top-undo", name = name));
    let words = format!("{}  {}", icons::UNDO, undo.as_deref().unwrap_or(t!("command-undo")));
    let hint = with_keys(ui, undo.as_deref().unwrap_or(t!("top-nothing-to-undo")), UiCommand::Undo);
    let wanted = ui.painter().layout_no_wrap(words.clone(), text::body_font(), ui.visuals().text_color()).size().x;
    let size = vec2((wanted + 20.0).min(most), 24.0);
    let button = ui.add_enabled_ui(undo.is_some(), |ui| ui.add_sized(size, Button::new(words).truncate())).inner;
    spot::mark(ui, Step::Undo, button.rect, undo.is_some().then_some(button.id));
    if button.on_hover_text(&hint).on_disabled_hover_text(&hint).accessible_name(hint).clicked() {
        actions.push(UiCommand::Undo.into());
    }
    let redo = document.redo_name(library);
    let hint = redo.as_ref().map_or_else(|| t!("top-nothing-to-redo").to_owned(), |name| t!("top-redo", name = name));
    let hint = with_keys(ui, &hint, UiCommand::Redo);
    let button = ui.add_enabled(redo.is_some(), Button::new(RichText::new(icons::REDO).size(icons::SIZE)));
    if button.on_hover_text(&hint).on_disabled_hover_text(&hint).accessible_name(hint).clicked() {
        actions.push(UiCommand::Redo.into());
    }
}

fn with_keys(ui: &Ui, words: &str, command: UiCommand) -> String {
    let keys = command.main_keys(ui.ctx());
    if keys.is_empty() { words.to_owned() } else { format!("{words} ({keys})") }
}

fn item(ui: &mut Ui, command: UiCommand, enabled: bool, actions: &mut Vec<Action>) {
    item_called(ui, command, command.text(), enabled, actions);
}

fn item_called(ui: &mut Ui, command: UiCommand, words: &str, enabled: bool, actions: &mut Vec<Action>) {
    let keys = command.main_keys(ui.ctx());
    if menu_item(ui, command.icon(), words, &keys, enabled).clicked() {
        actions.push(command.into());
        ui.close();
    }
}

fn file_menu(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    item(ui, UiCommand::New, true, actions);
    item(ui, UiCommand::Open, true, actions);
    submenu(ui, t!("top-presets"), |ui| preset_items(ui, scene, actions));
    let recent = &scene.preferences.recent;
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        submenu(ui, t!("top-recent"), |ui| {
            for path in recent {
                if ui.button(recent_name(path, recent)).on_hover_text(path.to_string_lossy()).clicked() {
                    actions.push(Action::OpenPath(path.clone()));
                    ui.close();
                }
            }
        });
    });
    ui.separator();
    item(ui, UiCommand::Save, true, actions);
    item(ui, UiCommand::SaveAs, true, actions);
    ui.separator();
    item(ui, UiCommand::Duplicate, true, actions);
    item(ui, UiCommand::Rename, true, actions);
    item(ui, UiCommand::CompareWithSaved, scene.workspace.document().path().is_some(), actions);
    item(ui, UiCommand::Differ, true, actions);
    item(ui, UiCommand::Merge, true, actions);
    ui.separator();
    item(ui, UiCommand::Close, true, actions);
    item(ui, UiCommand::Quit, true, actions);
}

/// The name of a file; with its folder where another file has the same.
fn recent_name(path: &Path, others: &[PathBuf]) -> String {
    let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
    let alike = others.iter().filter(|other| other.file_name() == path.file_name()).count();
    match path.parent().filter(|_| alike > 1) {
        Some(folder) => t!("top-in-folder", name = name, folder = folder.display().to_string()),
        None => name.into_owned(),
    }
}

/// The presets by title, each saying what it stands for.
pub fn preset_items(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    for offer in scene.workspace.offers() {
        let mut button = ui.button(words::preset(&offer.title));
        if !offer.about.is_empty() {
            button = button.on_hover_text(&offer.about);
        }
        if button.clicked() {
            actions.push(Action::OpenPreset(offer.preset.id));
            ui.close();
        }
    }
}

fn edit_menu(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let (document, library) = (workspace.document(), workspace.library());
    let undo = document.undo_name(library).map(|name| t!("top-undo", name = name));
    let redo = document.redo_name(library).map(|name| t!("top-redo", name = name));
    for (command, name) in [(UiCommand::Undo, undo), (UiCommand::Redo, redo)] {
        item_called(ui, command, name.as_deref().unwrap_or(command.text()), name.is_some(), actions);
    }
    ui.separator();
    let in_city = matches!(workspace.view.place, Place::City(_));
    item(ui, UiCommand::CopyLevers, in_city, actions);
    item(ui, UiCommand::PasteLevers, in_city && scene.copied.is_some(), actions);
    ui.separator();
    item(ui, UiCommand::CopyScenario, true, actions);
    item(ui, UiCommand::PasteScenario, true, actions);
    ui.separator();
    for group in LeverGroup::iter() {
        item(ui, UiCommand::ResetGroup(group), in_city, actions);
    }
    item(ui, UiCommand::ResetCity, in_city, actions);
    item(ui, UiCommand::ResetAll, true, actions);
}

fn view_menu(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    submenu(ui, t!("top-tabs"), |ui| {
        for tab in Tab::all() {
            item(ui, UiCommand::Show(tab), true, actions);
        }
    });
    submenu(ui, t!("top-language"), |ui| {
        for language in Language::all() {
            if ui.radio(crate::text::language() == language, language.name()).clicked() {
                actions.push(Action::Language(language));
                ui.close();
            }
        }
    });
    submenu(ui, t!("top-theme"), |ui| {
        for choice in ThemeChoice::iter() {
            let command = UiCommand::Theme(choice);
            if ui.radio(scene.preferences.theme == choice, command.text()).clicked() {
                actions.push(command.into());
                ui.close();
            }
        }
        ui.separator();
        item(ui, UiCommand::ToggleTheme, true, actions);
    });
    ui.separator();
    for command in [UiCommand::ZoomIn, UiCommand::ZoomOut, UiCommand::ZoomReset] {
        item(ui, command, true, actions);
    }
    ui.separator();
    for command in [UiCommand::AllCities, UiCommand::NextCity, UiCommand::PreviousCity] {
        item(ui, command, true, actions);
    }
    ui.separator();
    item(ui, UiCommand::LongHistory, true, actions);
    item(ui, UiCommand::AllYears, scene.workspace.view.years.is_some(), actions);
    ui.separator();
    for command in [UiCommand::NextZone, UiCommand::PreviousZone] {
        item(ui, command, true, actions);
    }
    ui.separator();
    let explaining = scene.workspace.trail.current().is_some();
    item(ui, UiCommand::Explain, true, actions);
    item(ui, UiCommand::ExplainBack, scene.workspace.trail.steps().len() > 1, actions);
    item(ui, UiCommand::ExplainOn, scene.workspace.trail.has_ahead(), actions);
    item(ui, UiCommand::ExplainClose, explaining, actions);
}
