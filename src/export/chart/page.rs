//! What stands around a drawing: title and unit above, notes below.

use std::io;

use super::canvas::{Anchor, Canvas, PALETTE, Type};
use super::faces;
use super::picture::Picture;

/// The sheet, in units of its own.
pub const SHEET: (f32, f32) = (800.0, 500.0);
/// Around everything.
const MARGIN: f32 = 24.0;
/// Sizes of text: the title, what explains, axes and labels, notes.
const TITLE: f32 = 17.0;
/// The size of what explains.
pub const BODY: f32 = 11.5;
/// The size of axes and labels.
pub const SMALL: f32 = 11.0;
const NOTE: f32 = 9.0;
const NOTE_LINE: f32 = 12.0;
/// No more lines than these for one note.
const NOTE_LINES: usize = 3;

/// A rectangle on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Room {
    /// Its width.
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// Its height.
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }
}

/// Text of a size.
pub const fn small(colour: &str, anchor: Anchor) -> Type<'_> {
    Type { size: SMALL, strong: false, colour, anchor }
}

/// Draws the ground, title, unit and notes; the room that is left.
pub fn show(canvas: &mut Canvas, picture: &Picture) -> io::Result<Room> {
    let p = &*PALETTE;
    canvas.rect((0.0, 0.0), SHEET, &p.panel, 1.0)?;
    let width = SHEET.0 - 2.0 * MARGIN;
    let mut y = MARGIN;
    for line in faces::wrap(&picture.title, TITLE, true, width, 2) {
        y += TITLE;
        let of = Type { size: TITLE, strong: true, colour: &p.ink, anchor: Anchor::Start };
        canvas.text((MARGIN, y), of, &line)?;
        y += 4.0;
    }
    for line in faces::wrap(&picture.subtitle, BODY, false, width, 2) {
        y += BODY + 2.0;
        let of = Type { size: BODY, strong: false, colour: &p.muted, anchor: Anchor::Start };
        canvas.text((MARGIN, y), of, &line)?;
    }
    let notes: Vec<String> =
        picture.notes.iter().flat_map(|note| faces::wrap(note, NOTE, false, width, NOTE_LINES)).collect();
    let mut bottom = SHEET.1 - MARGIN + 8.0;
    for line in notes.iter().rev() {
        let of = Type { size: NOTE, strong: false, colour: &p.muted, anchor: Anchor::Start };
        canvas.text((MARGIN, bottom), of, line)?;
        bottom -= NOTE_LINE;
    }
    Ok(Room { left: MARGIN, top: y + 14.0, right: SHEET.0 - MARGIN, bottom: bottom - 6.0 })
}
