//! In what two scenarios differ, as a list beside the work.

use eframe::egui::{Align2, Id, Key, Label, ScrollArea, Ui, Vec2, Window, vec2};

use super::side;
use crate::gui::app::action::{Action, Sharing};
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::scroll;
use crate::session::sharing::differing::{Differing, Row};
use crate::session::sharing::source::Source;
use crate::session::workspace::Workspace;
use crate::t;

/// The width of the names of the two (points).
const SIDE: f32 = 170.0;

/// Draws the list.
pub fn show(ui: &Ui, differing: &Differing, workspace: &Workspace, actions: &mut Vec<Action>) {
    let mut open = true;
    let room = ui.ctx().content_rect();
    Window::new(t!("merge-differences"))
        .id(Id::unique("what differs"))
        .open(&mut open)
        .collapsible(false)
        .resizable(true)
        .default_width((room.width() - 120.0).min(860.0))
        .anchor(Align2::CENTER_TOP, Vec2::new(0.0, 70.0))
        .show(ui.ctx(), |ui| {
            let [before, after] = differing.sources;
            ui.horizontal_wrapped(|ui| {
                let chosen = side::choice(ui, t!("merge-from"), before, workspace);
                let other = side::choice(ui, t!("merge-to"), after, workspace);
                if chosen.is_some() || other.is_some() {
                    let sources = [chosen.unwrap_or(before), other.unwrap_or(after)];
                    actions.push(Action::Share(Sharing::Differ(sources)));
                }
                if ui.button(t!("merge-swap")).clicked() {
                    actions.push(Action::Share(Sharing::Differ([after, before])));
                }
                if differing.csv().is_some() && ui.button(t!("compare-copy")).clicked() {
                    actions.push(Action::Share(Sharing::CopyDifferences));
                }
            });
            ui.add_space(space::S);
            match &differing.rows {
                Err(why) => {
                    ui.colored_label(tokens(ui).bad, why);
                }
                Ok(rows) if rows.is_empty() => {
                    ui.label(t!("merge-no-difference"));
                }
                Ok(rows) => list(ui, rows, [before, after], workspace, room.height() - 240.0),
            }
        });
    let escaped = workspace.merging.is_none() && ui.input(|i| i.key_pressed(Key::Escape)) && actions.is_empty();
    if !open || escaped {
        actions.push(Action::Share(Sharing::CloseDifferences));
    }
}

fn list(ui: &mut Ui, rows: &[Row], sources: [Source; 2], workspace: &Workspace, height: f32) {
    let [before, after] = sources.map(|source| source.name(workspace).unwrap_or_default());
    ui.label(text::note(ui, t!("merge-count", count = rows.len())));
    let area = ScrollArea::vertical().max_height(height.max(160.0)).auto_shrink([false, true]).show(ui, |ui| {
        let mut city: Option<Option<&str>> = None;
        for row in rows {
            if city != Some(row.city.as_deref()) {
                city = Some(row.city.as_deref());
                ui.add_space(space::S);
                ui.label(text::section(ui, row.city.as_deref().unwrap_or(t!("merge-whole"))));
            }
            difference(ui, row, &before, &after);
        }
        scroll::keys(ui);
    });
    scroll::name(ui, &area, t!("merge-differences"));
}

fn difference(ui: &mut Ui, row: &Row, before: &str, after: &str) {
    ui.label(text::strong(&row.what));
    for (whose, words) in [(before, &row.before), (after, &row.after)] {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(SIDE, 18.0), |ui| {
                ui.set_width(SIDE);
                ui.add(Label::new(text::note(ui, whose)).truncate()).on_hover_text(whose);
            });
            ui.vertical(|ui| ui.add(Label::new(text::unbroken(words)).wrap()));
        });
    }
    ui.add_space(space::XS);
}
