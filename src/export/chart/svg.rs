//! A picture as SVG: text stays text, in named faces.

use std::io;

use super::canvas::Canvas;
use super::page::{self, SHEET};
use super::picture::{Drawing, Picture};
use super::{flow, steps, years};

/// The narrowest picture (pixels).
pub const NARROWEST: u32 = 200;
/// The widest picture (pixels).
pub const WIDEST: u32 = 8000;

/// The size of a picture of this width (pixels).
#[must_use]
pub fn size(width: u32) -> (u32, u32) {
    let width = width.clamp(NARROWEST, WIDEST);
    (width, width * 5 / 8)
}

/// The bytes of the file.
///
/// # Errors
/// Only if memory cannot be written to.
pub fn file(picture: &Picture, width: u32) -> io::Result<Vec<u8>> {
    Canvas::draw(SHEET, size(width), (&picture.title, &picture.summary), |canvas| {
        let room = page::show(canvas, picture)?;
        match &picture.drawing {
            Drawing::Years(years) => years::show(canvas, years, room),
            Drawing::Flow(flow) => flow::show(canvas, flow, room),
            Drawing::Steps(steps) => steps::show(canvas, steps, room),
        }
    })
}
