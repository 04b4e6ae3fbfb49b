//! Charts that are taken away: to the clipboard or into a file.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context};

use super::App;
use crate::export::chart::picture::Picture;
use crate::export::chart::png::Pixels;
use crate::export::chart::svg;
use crate::scenario::store;
use crate::session::file_name;
use crate::t;

/// As what a chart is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum Format {
    /// Its numbers, a row a year.
    Csv,
    /// A drawing that can be edited.
    Svg,
    /// Pixels.
    Png,
}

impl Format {
    /// How the name of its file ends, after the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// Where a chart is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To the clipboard.
    Clipboard,
    /// Into a file, to be asked for.
    File,
}

/// A chart as it was when it was taken: it may change while a file is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The chart.
    pub picture: Picture,
    /// As what.
    pub format: Format,
    /// Where to.
    pub destination: Destination,
    /// How wide (pixels).
    pub width: u32,
}

impl Taken {
    /// The name to propose for its file.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.{}", file_name::words(&self.picture.title, "chart"), self.format.ending())
    }

    /// The bytes of its file, or why there are none.
    fn file(&self) -> Result<Vec<u8>, String> {
        match self.format {
            Format::Csv => self.picture.table.csv().map_err(|error| error.to_string()),
            Format::Svg => svg::file(&self.picture, self.width).map_err(|error| error.to_string()),
            Format::Png => {
                let pixels = Pixels::draw(&self.picture, self.width).map_err(|error| error.to_string())?;
                pixels.file().map_err(|error| error.to_string())
            }
        }
    }

    /// Puts it into the clipboard, and says so.
    fn copy(&self, ctx: &Context) -> Result<String, String> {
        let chart = self.picture.title.as_str();
        match self.format {
            Format::Png => {
                let pixels = Pixels::draw(&self.picture, self.width).map_err(|error| error.to_string())?;
                ctx.copy_image(ColorImage::from_rgba_unmultiplied(pixels.size(), pixels.bytes()));
                Ok(t!("take-copied-png", chart = chart))
            }
            Format::Csv | Format::Svg => {
                let text = String::from_utf8(self.file()?).map_err(|error| error.to_string())?;
                ctx.copy_text(text);
                Ok(if self.format == Format::Csv {
                    t!("take-copied-csv", chart = chart)
                } else {
                    t!("take-copied-svg", chart = chart)
                })
            }
        }
    }
}

impl App {
    /// Takes a chart where it is wanted.
    pub(super) fn take(&mut self, ctx: &Context, frame: &eframe::Frame, taken: &Arc<Taken>) {
        match taken.destination {
            Destination::Clipboard => match taken.copy(ctx) {
                Ok(done) => self.done = Some(done),
                Err(why) => self.say(why),
            },
            Destination::File => {
                let folder = self.chart_folder.clone();
                let folder = folder.unwrap_or_else(|| self.folder(self.workspace.document().path()));
                if let Some(action) = self.dialogs.pick_picture(ctx, frame, &folder, taken) {
                    self.carry_out(ctx, frame, action);
                }
            }
        }
    }

    /// Writes a chart to a file.
    pub(super) fn write_taken(&mut self, taken: &Taken, path: &Path) {
        let written = taken.file().and_then(|bytes| store::write(path, &bytes).map_err(|error| error.to_string()));
        match written {
            Ok(()) => {
                self.chart_folder = path.parent().map(Path::to_owned);
                self.done = Some(t!("take-saved", path = path.display().to_string()));
            }
            Err(why) => self.say(why),
        }
    }
}
