//! A sentence with links in it, in a room of fixed size: of several wordings the
//! longest that fits.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::accesskit::Live;
use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, CursorIcon, FontId, Galley, Pos2, Rect, Role, Sense, Stroke, TextFormat, Ui, WidgetInfo, pos2,
};

use super::buttons::focus_ring;
use crate::gui::theme::{text, tokens};
use crate::units;

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub struct Span<'a> {
    /// What is written.
    pub words: &'a str,
    /// What it is.
    pub kind: Kind<'a>,
}

/// What a piece of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// Words.
    Plain,
    /// Words that stand out.
    Strong,
    /// Something that can be pressed; for a screen reader by this name.
    Link(&'a str),
}

impl Kind<'_> {
    fn font(self) -> FontId {
        match self {
            Kind::Plain | Kind::Link(_) => text::body_font(),
            Kind::Strong => text::strong_font(text::BODY),
        }
    }
}

/// A sentence laid out.
#[derive(Clone, Debug)]
pub struct Sentence {
    galley: Arc<Galley>,
    /// Whether all of it is there.
    pub is_whole: bool,
}

impl Sentence {
    /// A wording in a width, in as many rows as it takes; nothing where those are too many.
    #[must_use]
    pub fn whole(ui: &Ui, spans: &[Span<'_>], width: f32, rows: usize) -> Option<Self> {
        // Most wordings that are too long are so by far.
        let least = |span: &Span<'_>| text::least_width(ui, span.words, &span.kind.font());
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        if spans.iter().map(least).sum::<f32>() > rows as f32 * width {
            return None;
        }
        let galley = layout(ui, spans, width, usize::MAX);
        (galley.rows.len() <= rows && !galley.elided).then_some(Self { galley, is_whole: true })
    }

    /// As much of a wording as has room in a width and so many rows.
    #[must_use]
    pub fn cut(ui: &Ui, spans: &[Span<'_>], width: f32, rows: usize) -> Self {
        let galley = layout(ui, spans, width, rows);
        let is_whole = galley.rows.len() <= rows && !galley.elided;
        Self { galley, is_whole }
    }

    /// Draws it in the middle of the height of a place. `all` is what a screen reader
    /// says under a name, without being asked while no button of the pointer is down. Which of the
    /// spans was pressed.
    pub fn show(&self, ui: &mut Ui, place: Rect, spans: &[Span<'_>], (name, all): (&str, &str)) -> Option<usize> {
        let t = tokens(ui);
        let at = pos2(place.left(), place.center().y - self.galley.size().y / 2.0);
        let label = ui.allocate_rect(place, Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, all));
        let is_at_rest = !ui.input(|i| i.pointer.any_down());
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_description(name);
            if is_at_rest {
                node.set_live(Live::Polite);
            }
        });
        let mut pressed = None;
        let mut hovered = Vec::new();
        let mut end = 0;
        for (i, span) in spans.iter().enumerate() {
            let letters = end..end + span.words.chars().count();
            end = letters.end;
            let (Kind::Link(name), Some(rect)) = (span.kind, self.rect_of(&letters, at)) else { continue };
            let link = ui.interact(rect.expand2((1.0, 0.0).into()), label.id.with(i), Sense::click());
            link.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
            if link.hovered() {
                hovered.push(rect);
            }
            focus_ring(ui, &link);
            if link.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name).clicked() {
                pressed = Some(i);
            }
        }
        ui.painter().galley(at, Arc::clone(&self.galley), t.ink);
        for rect in hovered {
            ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, t.accent_text));
        }
        if !self.is_whole {
            label.on_hover_text(all);
        }
        pressed
    }

    /// Where letters were drawn; a link is never broken into two rows.
    fn rect_of(&self, letters: &Range<usize>, at: Pos2) -> Option<Rect> {
        let mut from = 0;
        self.galley.rows.iter().find_map(|row| {
            // There are no line breaks within a sentence: each letter is a glyph.
            let within = (from..).zip(&row.glyphs).filter(|(letter, _)| letters.contains(letter));
            let rects = within.map(|(_, glyph)| glyph.logical_rect().translate(row.pos.to_vec2() + at.to_vec2()));
            from += row.glyphs.len();
            rects.reduce(Rect::union)
        })
    }
}

fn layout(ui: &Ui, spans: &[Span<'_>], width: f32, rows: usize) -> Arc<Galley> {
    let t = tokens(ui);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    for span in spans {
        let colour: Color32 = match span.kind {
            Kind::Plain | Kind::Strong => t.ink,
            Kind::Link(_) => t.accent_text,
        };
        let words = match span.kind {
            Kind::Link(_) => span.words.replace(' ', units::SPACE.encode_utf8(&mut [0; 4])),
            Kind::Plain | Kind::Strong => text::unbroken(span.words),
        };
        job.append(&words, 0.0, TextFormat::simple(span.kind.font(), colour));
    }
    ui.painter().layout_job(job)
}
