//! What just moved: one sentence about the last change above everything else of the
//! centre, in a room of its own, and a table of all that moved.

use eframe::egui::{
    Align, Align2, Frame, Label, Layout, Margin, Popup, PopupCloseBehavior, Rect, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use super::Scene;
use super::cells::{Cell, heading};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::buttons::named_button;
use crate::gui::widgets::scroll;
use crate::gui::widgets::sentence::{Kind, Sentence, Span};
use crate::scenario::document::Measure;
use crate::session::moved::table::{self, Row};
use crate::session::moved::words::{self, Link, Piece};
use crate::session::view::{Place, Tab};
use crate::t;
use crate::units;

/// From this width on one row is enough (points).
const ONE_ROW: f32 = 1500.0;
/// Height of a row of words (points).
const ROW: f32 = 16.0;
/// Width of the table (points).
const TABLE: f32 = 720.0;
/// Width of its columns of numbers (points).
const NUMBER: f32 = 92.0;
/// Width of its last column (points).
const BESIDE: f32 = 160.0;

/// Draws the sentence.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    // As wide as what scrolls below, beside its bar.
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    let rows = if width < ONE_ROW { 2 } else { 1 };
    let height = f32::from(u8::try_from(rows).unwrap_or(u8::MAX)) * ROW + 10.0;
    let (place, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    ui.painter().rect(place, f32::from(space::RADIUS), t.panel, Stroke::new(1.0, t.line), StrokeKind::Inside);
    let inside = place.shrink2(vec2(12.0, 4.0));
    let mut inside_ui = ui.new_child(UiBuilder::new().max_rect(inside).id_salt("moved"));
    let ui = &mut inside_ui;

    let more = text::width(ui, t!("moved-more"), text::body_font()) + space::L;
    let room = Rect::from_min_max(inside.min, pos2(inside.right() - more, inside.bottom()));
    if let Some((longest, pieces, sentence)) = fitting(ui, scene, room.width(), rows) {
        let spans: Vec<Span<'_>> = pieces.iter().map(span).collect();
        // A screen reader has the longest wording.
        let all = words::text(longest.as_ref().unwrap_or(&pieces));
        let pressed = sentence.show(ui, room, &spans, (t!("moved-strip"), &all));
        if let Some(Piece::Link(link)) = pressed.and_then(|i| pieces.get(i)) {
            why(scene, link, actions);
        }
    }
    let has_rows =
        scene.workspace.moved().is_some_and(|moved| moved.cities.iter().any(|city| !city.movements.is_empty()));
    if has_rows {
        let at = Align2::RIGHT_CENTER.align_size_within_rect(vec2(more - space::XS, inside.height()), inside);
        let mut right =
            ui.new_child(UiBuilder::new().max_rect(at).layout(Layout::right_to_left(Align::Center)).id_salt("more"));
        let button = named_button(&mut right, t!("moved-more"), t!("moved-more-name"));
        let button = button.on_hover_text(t!("moved-more-hint"));
        Popup::menu(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .width(TABLE.min(width))
            .show(|ui| show_table(ui, scene, TABLE.min(width), actions));
    }
}

/// The first wording that fits into a width and so many rows, or as much of the last as
/// fits; and before it the longest, where that is another.
fn fitting(ui: &Ui, scene: &Scene<'_>, width: f32, rows: usize) -> Option<(Option<Vec<Piece>>, Vec<Piece>, Sentence)> {
    let mut wordings = words::wordings(scene.workspace, scene.background);
    let (mut longest, mut pieces) = (None, wordings.next()?);
    loop {
        let spans: Vec<Span<'_>> = pieces.iter().map(span).collect();
        if let Some(sentence) = Sentence::whole(ui, &spans, width, rows) {
            return Some((longest, pieces, sentence));
        }
        let Some(shorter) = wordings.next() else {
            let sentence = Sentence::cut(ui, &spans, width, rows);
            return Some((longest, pieces, sentence));
        };
        let longer = std::mem::replace(&mut pieces, shorter);
        longest.get_or_insert(longer);
    }
}

fn span(piece: &Piece) -> Span<'_> {
    match piece {
        Piece::Lead(words) => Span { words, kind: Kind::Strong },
        Piece::Words(words) => Span { words, kind: Kind::Plain },
        Piece::Link(link) => Span { words: &link.words, kind: Kind::Link(&link.name) },
    }
}

/// Asks which lever did it.
fn why(scene: &Scene<'_>, link: &Link, actions: &mut Vec<Action>) {
    let elsewhere = matches!(&scene.workspace.view.place, Place::City(city) if *city != link.city);
    if elsewhere {
        actions.push(Action::Look(Place::City(link.city.clone())));
    }
    actions.push(Action::Attribute(Measure::Indicator(link.indicator)));
    actions.push(Action::Show(Tab::Why));
}

/// Everything that moved.
fn show_table(ui: &mut Ui, scene: &Scene<'_>, width: f32, actions: &mut Vec<Action>) {
    let Some(moved) = scene.workspace.moved() else { return };
    let rows = table::table(scene.workspace, scene.background);
    // The layout of a menu would stretch lines of text.
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        Frame::new().inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
            let inside = width - 16.0;
            ui.set_width(inside);
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(text::title(t!("moved-table-title", year = moved.year.to_string())));
            ui.add_space(space::XS);
            headings(ui, inside);
            let most = ui.ctx().content_rect().height() * 0.5;
            let area = ScrollArea::vertical().id_salt("moved table").max_height(most);
            let area = area.show(ui, |ui| {
                let several = rows.iter().any(|row| row.city != rows[0].city);
                for shown in &rows {
                    row(ui, scene, (shown, several), inside, actions);
                }
            });
            scroll::name(ui, &area, t!("moved-more-name"));
            ui.add_space(space::XS);
            ui.add(Label::new(text::note(ui, t!("moved-table-note"))).wrap());
        });
    });
}

/// The width of the names of indicators.
fn names(width: f32) -> f32 {
    width - 3.0 * NUMBER - BESIDE
}

fn headings(ui: &mut Ui, width: f32) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui_with_layout(vec2(names(width), 34.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(names(width));
            ui.label(text::strong(t!("moved-column-indicator")));
        });
        heading(ui, NUMBER, t!("moved-column-before"), "");
        heading(ui, NUMBER, t!("moved-column-after"), "");
        heading(ui, NUMBER, t!("moved-column-change"), "");
        heading(ui, BESIDE, t!("moved-column-beside"), t!("moved-column-beside-of"));
    });
}

/// A row, and below it the path.
fn row(ui: &mut Ui, scene: &Scene<'_>, (row, several): (&Row, bool), width: f32, actions: &mut Vec<Action>) {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let name = if several { format!("{}, {}", row.link.words, row.city) } else { row.link.words.clone() };
        let name = if row.unit.is_empty() { name } else { format!("{name}, {}", row.unit) };
        let shown = text::fitting(ui, &name, names(width) - space::S);
        let cell = Cell { is_name: true, spoken: &row.link.name, ..Cell::new(&shown, t.ink) };
        if cell.link(ui, names(width)).on_hover_text(&row.link.name).clicked() {
            why(scene, &row.link, actions);
            ui.close();
        }
        Cell::new(&row.before, t.muted).show(ui, NUMBER);
        Cell::new(&row.after, t.ink).show(ui, NUMBER);
        Cell { strong: true, ..Cell::new(&row.change, t.ink) }.show(ui, NUMBER);
        Cell::new(row.beside.as_deref().unwrap_or(units::NONE), t.muted).show(ui, BESIDE);
    });
    if let Some(way) = &row.way {
        ui.add(Label::new(text::note(ui, way)).wrap());
    }
    ui.add_space(space::S);
}
