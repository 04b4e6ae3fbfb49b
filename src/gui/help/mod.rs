//! Help: one window beside the work, with its parts as tabs.

mod about;
mod glossary;
mod model;
mod shortcuts;
mod start;

use eframe::egui::{Align, Align2, Frame, Id, Layout, Margin, Pos2, Rect, ScrollArea, Ui, Vec2, Window, pos2, vec2};

use super::app::action::Action;
use super::app::command::UiCommand;
use super::theme::{icons, space, text, tokens};
use super::widgets::buttons::{mark_button_coloured, tab};
use super::widgets::{arrive, scroll};
use crate::session::help::Section;
use crate::session::workspace::Workspace;
use crate::t;

/// As large as it opens, where the window has the room (points).
const SIZE: (f32, f32) = (700.0, 560.0);
/// What stays free around it as it opens (points).
const AROUND: f32 = 24.0;

/// Where one goes to when Help opens.
#[must_use]
pub fn target() -> Id {
    Id::unique("help")
}

/// Draws Help, where it is open.
pub fn show(ui: &Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
    let help = &workspace.help;
    if !help.open {
        return;
    }
    let whole = ui.ctx().content_rect();
    let room = whole.shrink(AROUND);
    let size = vec2(SIZE.0, SIZE.1).min(room.size());
    let frame = Frame::window(ui.style()).inner_margin(Margin::symmetric(14, 10));
    Window::new(t!("help-title"))
        .id(target())
        // The bar of the toolkit has a button whose name knows English only.
        .title_bar(false)
        .frame(frame)
        // Its edges, too, would be named in English only.
        .fixed_size(size)
        .default_pos(beside_levers(whole, size))
        .constrain_to(whole)
        .show(ui.ctx(), |ui| {
            heading(ui, workspace, actions);
            sections(ui, workspace, actions);
            ui.add_space(space::S);
            if help.section == Section::Glossary {
                glossary::field(ui, workspace, actions);
                ui.add_space(space::XS);
            }
            let area = ScrollArea::vertical().id_salt(("help", help.section)).auto_shrink([false, false]);
            let area = area.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                match help.section {
                    Section::Start => start::show(ui, workspace, actions),
                    Section::Glossary => glossary::show(ui, workspace, actions),
                    Section::Shortcuts => shortcuts::show(ui),
                    Section::Model => model::show(ui, workspace, actions),
                    Section::About => about::show(ui),
                }
            });
            scroll::name(ui, &area, help.section.label());
        });
}

/// Where it opens: in the middle of the window, but left of the levers where that is
/// possible, so that they can be tried while one reads about them.
fn beside_levers(whole: Rect, size: Vec2) -> Pos2 {
    let middle = Align2::CENTER_CENTER.align_size_within_rect(size, whole).min;
    let levers = whole.right() - space::right(whole.width()) - space::S;
    pos2(middle.x.min(levers - size.x).max(whole.left() + AROUND), middle.y)
}

fn heading(ui: &mut Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.label(text::title(t!("help-title")));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let hint = format!("{} (Esc)", t!("help-close"));
            if mark_button_coloured(ui, icons::CLOSE, t!("help-close"), &hint, tokens(ui).muted).clicked() {
                actions.push(Action::Help(workspace.help.closed()));
            }
        });
    });
}

fn sections(ui: &mut Ui, workspace: &Workspace, actions: &mut Vec<Action>) {
    let help = &workspace.help;
    let wanted = arrive::is_wanted(ui, target());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
        for section in Section::all() {
            let chosen = section == help.section;
            let tab = tab(ui, section.label(), chosen);
            if chosen && wanted {
                tab.request_focus();
            }
            if tab.clicked() {
                actions.push(Action::Help(help.at(section)));
            }
        }
    });
}

/// A button that asks for a command, with its keys on hover.
fn command(ui: &mut Ui, command: UiCommand, actions: &mut Vec<Action>) {
    let keys = command.keys(ui.ctx());
    let button = ui.button(command.text());
    let button = if keys.is_empty() { button } else { button.on_hover_text(format!("{} ({keys})", command.text())) };
    if button.clicked() {
        actions.push(command.into());
    }
}
