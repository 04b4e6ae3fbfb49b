//! The type scale: which size and weight each kind of text has.

use std::sync::Arc;

use eframe::egui::epaint::text::FontsView;
use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, FontFamily, FontId, Galley, RichText, TextStyle, Ui};

use super::fonts::STRONG;
use super::tokens;
use crate::units;

/// Small print: units, notes, axis labels (points).
pub const SMALL: f32 = 11.0;
/// Text (points).
pub const BODY: f32 = 12.5;
/// Equations (points).
pub const MONO: f32 = 12.0;
/// Titles of charts and cards (points).
pub const TITLE: f32 = 13.5;
/// The sentence that matters most on a page (points).
pub const LEAD: f32 = 14.5;
/// Headline figures (points).
pub const FIGURE: f32 = 20.0;

/// The face of small print.
#[must_use]
pub const fn small_font() -> FontId {
    FontId::proportional(SMALL)
}

/// The face of text.
#[must_use]
pub const fn body_font() -> FontId {
    FontId::proportional(BODY)
}

/// The heavier face at a size.
#[must_use]
pub fn strong_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(STRONG.into()))
}

/// The face of equations.
#[must_use]
pub const fn mono_font() -> FontId {
    FontId::monospace(MONO)
}

/// The styles that egui's own widgets ask for.
#[must_use]
pub fn styles() -> std::collections::BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, small_font()),
        (TextStyle::Body, body_font()),
        (TextStyle::Button, body_font()),
        (TextStyle::Monospace, mono_font()),
        (TextStyle::Heading, strong_font(TITLE)),
    ]
    .into()
}

/// Text that may be broken into lines, but not within its numbers: egui breaks
/// lines at narrow spaces.
#[must_use]
pub fn unbroken(text: &str) -> String {
    text.replace(units::NARROW, units::SPACE.encode_utf8(&mut [0; 4]))
}

/// The width of a text in one line (points).
#[must_use]
pub fn width(ui: &Ui, text: &str, font: FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// A text in so many lines of a width at most; what does not fit into them is cut.
#[must_use]
pub fn in_lines(ui: &Ui, text: &str, width: f32, lines: usize) -> Arc<Galley> {
    let mut job = LayoutJob::simple(unbroken(text), body_font(), Color32::PLACEHOLDER, width);
    job.wrap.max_rows = lines;
    ui.painter().layout_job(job)
}

/// How much narrower than its letters side by side a text can be: some letters move
/// together.
const TOGETHER: f32 = 0.9;

/// A width that a text in one line surely takes, found without laying it out (points).
#[must_use]
pub fn least_width(ui: &Ui, text: &str, font: &FontId) -> f32 {
    let letters = |fonts: &mut FontsView<'_>| text.chars().map(|letter| fonts.glyph_width(font, letter)).sum::<f32>();
    TOGETHER * ui.fonts_mut(letters)
}

/// A text cut to a width, with a mark where something is missing.
#[must_use]
pub fn fitting(ui: &Ui, text: &str, width: f32) -> String {
    let wide = |text: &str| self::width(ui, text, body_font());
    if wide(text) <= width {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |end: usize| format!("{}…", text[..end].trim_end());
    let fits = ends.partition_point(|end| wide(&cut(*end)) <= width);
    cut(ends[..fits].last().copied().unwrap_or(0))
}

/// A title.
#[must_use]
pub fn title(text: impl Into<String>) -> RichText {
    RichText::new(text).font(strong_font(TITLE))
}

/// The sentence that matters most on a page.
#[must_use]
pub fn lead(text: impl Into<String>) -> RichText {
    RichText::new(text).font(strong_font(LEAD))
}

/// Text that stands out in its line.
#[must_use]
pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(strong_font(BODY))
}

/// Secondary text.
#[must_use]
pub fn muted(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).color(tokens(ui).muted)
}

/// Small print.
#[must_use]
pub fn note(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).size(SMALL).color(tokens(ui).muted)
}

/// The heading of a section of a panel, in capitals.
#[must_use]
pub fn section(ui: &Ui, text: &str) -> RichText {
    RichText::new(text.to_uppercase()).font(strong_font(SMALL - 0.5)).color(tokens(ui).muted).extra_letter_spacing(0.6)
}
