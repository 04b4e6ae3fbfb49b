//! A table whose names stay while its columns are moved sideways.

use eframe::egui::{FontId, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use crate::gui::theme::{text, tokens};
use crate::gui::widgets::scroll;

/// Between the widest words of a column and the column before it (points).
const GAP: f32 = 16.0;
/// Widths go in steps of this, so that columns stand still while their numbers change (points).
const STEP: f32 = 8.0;

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
    /// Widths of columns with words as wide as these: all alike where that does, else
    /// each as it needs; wider where there is room, up to `most`.
    #[must_use]
    pub fn widths(room: f32, words: &[f32], (least, most): (f32, f32)) -> Vec<f32> {
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let count = words.len().max(1) as f32;
        let needs = words.iter().map(|words| (((words + GAP) / STEP).ceil() * STEP).max(least));
        let each = (room / count).clamp(least, most);
        if needs.clone().all(|need| need <= each) {
            return vec![each; words.len()];
        }
        let spare = ((room - needs.clone().sum::<f32>()) / count).max(0.0);
        needs.map(|need| (need + spare).min(most.max(need))).collect()
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
                                response.on_hover_ui(|ui| {
                                    ui.label(said(row, column));
                                });
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

/// The width that words take in two lines (points).
pub fn in_two_lines(ui: &Ui, words: &str, font: &FontId) -> f32 {
    let wide = |words: &str| text::width(ui, words, font.clone());
    let broken = words.match_indices(' ').map(|(at, _)| wide(&words[..at]).max(wide(&words[at + 1..])));
    broken.fold(wide(words), f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_words_and_alike_where_they_can_be() {
        let range = (100.0, 190.0);
        assert_eq!(Grid::widths(450.0, &[40.0, 80.0, 60.0], range), [150.0; 3]);
        assert_eq!(Grid::widths(900.0, &[40.0, 80.0, 60.0], range), [190.0; 3], "no wider than that");
        assert_eq!(Grid::widths(200.0, &[40.0, 80.0, 60.0], range), [100.0; 3], "no narrower");
        assert_eq!(Grid::widths(200.0, &[40.0, 240.0], range), [100.0, 256.0], "words decide");
        assert_eq!(Grid::widths(400.0, &[40.0, 240.0], range), [122.0, 256.0], "what is left is shared");
        assert!(Grid::widths(400.0, &[], range).is_empty());
    }
}
