//! Charts that are taken away: to the clipboard or into a file. They are drawn and
//! written on a thread of their own: a large picture takes longer than a frame, and
//! a drive may not answer.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{ColorImage, Context, ViewportCommand};

use super::App;
use crate::export::chart::picture::Picture;
use crate::export::chart::png::Pixels;
use crate::export::chart::svg;
use crate::gui::dialogs::Unsaved;
use crate::scenario::store;
use crate::session::file_name;
use crate::session::jobs::desk::Jobs;
use crate::session::jobs::executor::Executor;
use crate::t;
use crate::text;

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
            Format::Png => self.pixels()?.file().map_err(|error| error.to_string()),
        }
    }

    fn pixels(&self) -> Result<Pixels, String> {
        Pixels::draw(&self.picture, self.width).map_err(|error| error.to_string())
    }

    /// What goes into the clipboard.
    fn copy(&self) -> Result<Made, String> {
        match self.format {
            Format::Png => {
                let pixels = self.pixels()?;
                Ok(Made::Image(ColorImage::from_rgba_unmultiplied(pixels.size(), pixels.bytes())))
            }
            Format::Csv | Format::Svg => String::from_utf8(self.file()?).map(Made::Text).map_err(|e| e.to_string()),
        }
    }

    fn write(&self, path: PathBuf) -> Result<Made, String> {
        store::write(&path, &self.file()?).map_err(|error| error.to_string())?;
        Ok(Made::File(path))
    }

    /// That it is in the clipboard.
    fn copied(&self) -> String {
        let chart = self.picture.title.as_str();
        match self.format {
            Format::Csv => t!("take-copied-csv", chart = chart),
            Format::Svg => t!("take-copied-svg", chart = chart),
            Format::Png => t!("take-copied-png", chart = chart),
        }
    }
}

/// What was made of a chart.
#[derive(Debug)]
enum Made {
    Text(String),
    Image(ColorImage),
    File(PathBuf),
}

/// Charts on their way out.
#[derive(Debug)]
pub(super) struct Taking {
    /// Each with a number of its own, so that none takes the place of another.
    jobs: Jobs<u64, (Arc<Taken>, Result<Made, String>)>,
    last: u64,
    /// Those on their way, by number, with their titles.
    under_way: BTreeMap<u64, String>,
    /// Whether the window closes once none is on its way any more.
    then_quits: bool,
}

impl Taking {
    /// Somebody who does the work, and whom to wake when something is done.
    pub fn new(executor: Box<dyn Executor>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { jobs: Jobs::new(executor, wake), last: 0, under_way: BTreeMap::new(), then_quits: false }
    }

    /// The window does not close by itself any more.
    pub const fn wait_no_more(&mut self) {
        self.then_quits = false;
    }

    /// Takes a chart to the clipboard, or into a file.
    fn order(&mut self, taken: &Arc<Taken>, path: Option<PathBuf>) {
        let (taken, language) = (Arc::clone(taken), text::language());
        self.last += 1;
        self.under_way.insert(self.last, taken.picture.title.clone());
        self.jobs.order(self.last, 0, move |_| {
            let made = text::within(language, || match path {
                Some(path) => taken.write(path),
                None => taken.copy(),
            });
            Some((taken, made))
        });
    }
}

impl App {
    /// Takes a chart where it is wanted.
    pub(super) fn take(&mut self, ctx: &Context, frame: &eframe::Frame, taken: &Arc<Taken>) {
        match taken.destination {
            Destination::Clipboard => self.send(taken, None),
            Destination::File => {
                let folder = self.chart_folder.clone();
                let folder = folder.unwrap_or_else(|| self.folder(self.workspace.document().path()));
                if let Some(action) = self.dialogs.pick_target(ctx, frame, &folder, Unsaved::chart(taken)) {
                    self.carry_out(ctx, frame, action);
                }
            }
        }
    }

    /// Writes a chart to a file.
    pub(super) fn write_taken(&mut self, taken: &Arc<Taken>, path: PathBuf) {
        self.send(taken, Some(path));
    }

    fn send(&mut self, taken: &Arc<Taken>, path: Option<PathBuf>) {
        self.done = Some(t!("take-under-way", chart = taken.picture.title.as_str()));
        self.taking.order(taken, path);
    }

    /// Closes the window once charts that are on their way have arrived. Whoever asks a
    /// second time does not want to wait.
    pub(super) fn waits_for_charts(&mut self) -> bool {
        let Some(title) = self.taking.under_way.values().next().filter(|_| !self.taking.then_quits) else {
            return false;
        };
        self.done = Some(t!("status-closes-when-saved", name = title));
        self.taking.then_quits = true;
        true
    }

    /// Hands out what was made, and says so.
    pub(super) fn hand_out(&mut self, ctx: &Context) {
        let arrived: Vec<_> = self.taking.jobs.arrived().collect();
        for done in arrived {
            self.taking.under_way.remove(&done.key);
            match done.result {
                Ok((taken, Ok(made))) => {
                    self.done = Some(match made {
                        Made::Text(text) => {
                            ctx.copy_text(text);
                            taken.copied()
                        }
                        Made::Image(image) => {
                            ctx.copy_image(image);
                            taken.copied()
                        }
                        Made::File(path) => {
                            self.chart_folder = path.parent().map(Path::to_owned);
                            t!("take-saved", path = path.display().to_string())
                        }
                    });
                }
                Ok((_, Err(why))) | Err(why) => {
                    // Whoever was about to quit learns that there is no such file.
                    self.taking.wait_no_more();
                    self.done = None;
                    self.say(why);
                }
            }
        }
        if self.taking.then_quits && self.taking.under_way.is_empty() {
            self.taking.wait_no_more();
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}
