//! A table whose names stay while its columns are moved sideways.

use eframe::egui::{Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use crate::gui::theme::tokens;
use crate::gui::widgets::scroll;

/// What a table looks like.
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    /// Tells tables apart.
    pub id: &'a str,
    /// What a screen reader calls it.
    pub name: &'a str,
    /// Width of the names (points).
    pub names: f32,
    /// Widths of the columns (points).
    pub widths: Vec<f32>,
    /// Height of the headings (points).
    pub heading: f32,
    /// Height of a row (points).
    pub row: f32,
    /// Number of rows.
    pub rows: usize,
}

impl Grid<'_> {
    /// Widths of so many columns of at least `least`, wider where there is room.
    #[must_use]
    pub fn widths(room: f32, count: usize, least: f32, most: f32) -> Vec<f32> {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let each = room / count.max(1) as f32;
        vec![each.clamp(least, most); count]
    }

    /// Draws the table. `head` draws a heading, `name` the name of a row, `cell` a
    /// cell in view; `said` is what a screen reader says of a cell, asked where one reads.
    pub fn show(
        &self,
        ui: &mut Ui,
        mut head: impl FnMut(&mut Ui, usize),
        mut name: impl FnMut(&mut Ui, usize),
        cell: impl Fn(&Ui, Rect, usize, usize),
        said: impl Fn(usize, usize) -> String,
    ) {
        let line = Stroke::new(1.0, tokens(ui).line);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            ui.vertical(|ui| {
                ui.set_width(self.names);
                ui.allocate_exact_size(vec2(self.names, self.heading), Sense::hover());
                for row in 0..self.rows {
                    let (rect, _) = ui.allocate_exact_size(vec2(self.names, self.row), Sense::hover());
                    ui.painter().hline(rect.x_range(), rect.top(), line);
                    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("name", self.id, row)));
                    child.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
                    name(&mut child, row);
                }
            });
            let area = ScrollArea::horizontal().id_salt(self.id).auto_shrink([false, true]).show(ui, |ui| {
                ui.vertical(|ui| {
                    self.headings(ui, &mut head);
                    for row in 0..self.rows {
                        ui.horizontal(|ui| {
                            for (column, width) in self.widths.iter().enumerate() {
                                let (rect, response) = ui.allocate_exact_size(vec2(*width, self.row), Sense::hover());
                                if ui.is_rect_visible(rect) {
                                    ui.painter().hline(rect.x_range(), rect.top(), line);
                                    cell(ui, rect, row, column);
                                }
                                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said(row, column)));
                            }
                        });
                    }
                });
            });
            scroll::name(ui, &area, self.name);
        });
    }

    fn headings(&self, ui: &mut Ui, head: &mut impl FnMut(&mut Ui, usize)) {
        ui.horizontal(|ui| {
            for (column, width) in self.widths.iter().enumerate() {
                let (rect, _) = ui.allocate_exact_size(vec2(*width, self.heading), Sense::hover());
                let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("head", self.id, column)));
                head(&mut child, column);
            }
        });
    }
}
