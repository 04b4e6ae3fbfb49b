//! A picture as pixels, drawn from its SVG with the faces of the window.

use std::io;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree, fontdb};

use super::picture::Picture;
use super::{faces, svg};

/// Why there are no pixels.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The picture could not be written as SVG.
    #[error("the picture could not be written: {0}")]
    Written(#[from] io::Error),
    /// What was written is no SVG, which is a fault of the program.
    #[error("the picture could not be read again: {0}")]
    Read(#[from] usvg::Error),
    /// There is no room for so many pixels.
    #[error("a picture of this size cannot be kept in memory")]
    Memory,
    /// The pixels could not be packed.
    #[error("the picture could not be packed: {0}")]
    Packed(String),
}

/// Only our own faces: what is drawn must not depend on the machine.
static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    faces.load_font_data(faces::REGULAR.to_vec());
    faces.load_font_data(faces::STRONG.to_vec());
    faces.set_sans_serif_family(faces::FAMILY);
    Arc::new(faces)
});

/// Pixels of a picture, four bytes each: red, green, blue, opacity.
#[derive(Debug)]
pub struct Pixels(Pixmap);

impl Pixels {
    /// Draws a picture in a width.
    ///
    /// # Errors
    /// Why it cannot be drawn.
    pub fn draw(picture: &Picture, width: u32) -> Result<Self, PngError> {
        let options =
            Options { font_family: faces::FAMILY.to_owned(), fontdb: Arc::clone(&FACES), ..Options::default() };
        let tree = Tree::from_data(&svg::file(picture, width)?, &options)?;
        let (width, height) = svg::size(width);
        let mut pixels = Pixmap::new(width, height).ok_or(PngError::Memory)?;
        #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
        let scale = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
        resvg::render(&tree, Transform::from_scale(scale.0, scale.1), &mut pixels.as_mut());
        Ok(Self(pixels))
    }

    /// Width and height.
    #[must_use]
    pub fn size(&self) -> [usize; 2] {
        [self.0.width(), self.0.height()].map(|side| usize::try_from(side).unwrap_or(0))
    }

    /// The bytes of the pixels. The ground is opaque.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.data()
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// If they cannot be packed.
    pub fn file(&self) -> Result<Vec<u8>, PngError> {
        self.0.encode_png().map_err(|error| PngError::Packed(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::picture::{Area, Dots, Drawing, Fill, Line, Marker, Step, Stroke, Target, Turn, Years};
    use super::*;
    use crate::export::table::Table;
    use crate::model::levers::LeverGroup;

    fn picture(drawing: Drawing) -> Picture {
        Picture {
            title: "Jobs, <Somewhere> & elsewhere".to_owned(),
            subtitle: "jobs".to_owned(),
            summary: "It falls.".to_owned(),
            drawing,
            notes: vec!["Sources: a \"source\"".repeat(30)],
            table: Table::default(),
        }
    }

    fn years() -> Years {
        let line = |stroke, label: Option<&str>, level: f64| Line {
            stroke,
            label: label.map(str::to_owned),
            points: (0..30).map(|i| [f64::from(2020 + i), level + f64::from(i)]).collect(),
        };
        let marker =
            |marker| Dots { label: format!("{marker:?}"), marker, points: vec![[2005.0, 90.0], [2010.0, 95.0]] };
        Years {
            span: (2000, 2050),
            from_zero: true,
            axis: None,
            areas: vec![Area {
                fill: Fill::Range,
                label: None,
                edges: (0..30).map(|i| [f64::from(2020 + i), 80.0, 140.0]).collect(),
            }],
            lines: vec![
                line(Stroke::Reference, Some("Reference"), 100.0),
                line(Stroke::Scenario, Some("Scenario"), 110.0),
            ],
            dots: [Marker::Disc, Marker::Ring, Marker::Square, Marker::Diamond].map(marker).to_vec(),
            targets: vec![Target { year: 2040, value: 150.0, label: "Target".to_owned() }],
            turns: vec![Turn { year: 2027, begins: true, label: "3 levers start".to_owned() }],
            chosen: Some(2040),
        }
    }

    /// Where in the picture, as shares of its sides, there is something else than
    /// the ground.
    fn is_inked(pixels: &Pixels, x: std::ops::Range<f64>, y: std::ops::Range<f64>) -> bool {
        let [width, height] = pixels.size();
        #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
        let share = |i: usize, of: usize| i as f64 / of as f64;
        let inked = |i: &usize| pixels.bytes()[4 * i..4 * i + 3].iter().any(|c| *c < 250);
        (0..width * height)
            .filter(|i| x.contains(&share(i % width, width)) && y.contains(&share(i / width, height)))
            .any(|i| inked(&i))
    }

    #[test]
    fn a_picture_is_drawn_at_the_size_that_is_wanted() {
        let picture = picture(Drawing::Years(years()));
        for (wanted, size) in [(800, [800, 500]), (1234, [1234, 771]), (10, [200, 125])] {
            let pixels = Pixels::draw(&picture, wanted).expect("it is drawn");
            assert_eq!(pixels.size(), size);
            assert_eq!(pixels.bytes().len(), 4 * size[0] * size[1]);
            let file = pixels.file().expect("it is packed");
            assert_eq!(&file[..8], b"\x89PNG\r\n\x1a\n");
        }
        let pixels = Pixels::draw(&picture, 800).expect("it is drawn");
        assert!(is_inked(&pixels, 0.0..0.4, 0.04..0.1), "the title is drawn: the faces are found");
        assert!(is_inked(&pixels, 0.2..0.8, 0.3..0.8), "the lines are drawn");
        assert!(!is_inked(&pixels, 0.0..0.02, 0.0..1.0), "the margin is free");
    }

    #[test]
    fn steps_are_drawn_too() {
        let step =
            |label: &str, fill, from, to| Step { label: label.to_owned(), fill, from, to, figure: "+1".to_owned() };
        let steps = vec![
            step("Reference", None, 100.0, 100.0),
            step("Zoning", Some(Fill::Group(LeverGroup::Zoning)), 100.0, 120.0),
            step("Protected share", Some(Fill::Lever(LeverGroup::Zoning, 0)), 100.0, 120.0),
            step("Scenario", None, 120.0, 120.0),
        ];
        let pixels = Pixels::draw(&picture(Drawing::Steps(steps)), 800).expect("it is drawn");
        assert!(is_inked(&pixels, 0.3..0.95, 0.2..0.5));
        let none = Pixels::draw(&picture(Drawing::Steps(Vec::new())), 800);
        assert!(none.is_ok(), "a picture of nothing is no fault");
    }
}
