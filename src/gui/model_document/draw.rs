//! Drawing a section.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Frame, Label, Margin, RichText, ScrollArea, TextFormat, Ui};

use super::blocks::{Block, Run, Section, Style};
use super::table;
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::scroll;
use crate::t;

/// The widest that text is set: longer lines are hard to read (points).
const WIDEST: f32 = 760.0;

/// Who asks for what while a section is read.
pub trait Reader {
    /// Whether the first cell of a table's row leads somewhere, and what to say on hover.
    fn leads(&self, cell: &str) -> Option<String>;
    /// The row of this first cell was chosen.
    fn follow(&mut self, cell: &str);
}

/// Draws a section.
pub fn section(ui: &mut Ui, section: &Section, reader: &mut impl Reader) {
    ui.spacing_mut().item_spacing.y = space::S;
    let heading = RichText::new(&section.title).font(text::strong_font(if section.level < 3 { 17.0 } else { 15.0 }));
    ui.label(heading);
    for (at, block) in section.blocks.iter().enumerate() {
        match block {
            Block::Paragraph(runs) => paragraph(ui, runs),
            Block::Item(runs) => {
                ui.horizontal_top(|ui| {
                    ui.label(text::muted(ui, "•"));
                    paragraph(ui, runs);
                });
            }
            Block::Code(code) => equations(ui, at, code),
            Block::Table(header, rows) => {
                table::show(ui, (section.title.as_str(), at), header, rows, reader);
            }
        }
    }
}

/// A label as wide as is good to read.
fn paragraph(ui: &mut Ui, runs: &[Run]) {
    ui.vertical(|ui| {
        let width = ui.available_width().min(WIDEST);
        ui.set_max_width(width);
        ui.add(Label::new(job(ui, runs, width)).wrap());
    });
}

/// Equations keep their columns; what is wider than the window scrolls.
fn equations(ui: &mut Ui, at: usize, code: &str) {
    let t = tokens(ui);
    let frame = Frame::new().fill(t.hover).corner_radius(space::RADIUS).inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let area = ScrollArea::horizontal().id_salt(("equations", at)).show(ui, |ui| {
            ui.add(Label::new(RichText::new(code).font(text::mono_font())).extend());
        });
        scroll::name(ui, &area, t!("model-equations"));
    });
}

/// Runs of text as one label.
pub fn job(ui: &Ui, runs: &[Run], width: f32) -> LayoutJob {
    let t = tokens(ui);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for run in runs {
        let plain =
            TextFormat { font_id: text::body_font(), color: t.ink, line_height: Some(18.0), ..TextFormat::default() };
        let format = match run.style {
            Style::Plain => plain,
            Style::Emphasis => TextFormat { italics: true, ..plain },
            Style::Strong => TextFormat { font_id: text::strong_font(text::BODY), ..plain },
            Style::Code => TextFormat { font_id: text::mono_font(), background: t.hover, ..plain },
        };
        job.append(&run.text, 0.0, format);
    }
    job
}
