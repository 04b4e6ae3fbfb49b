//! A line a frame for whoever measures: `MAKING_ROOM_FRAMES=FILE`.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::time::{Duration, Instant};

/// Appends `time_s,logic_ms,ui_ms` for every frame. Time counts from the start
/// of the program; a frame of two passes counts both.
#[derive(Debug)]
pub struct FrameLog {
    start: Instant,
    file: File,
    logic: Duration,
    ui: Duration,
}

impl FrameLog {
    /// The log that the environment asks for. A file that cannot be written is
    /// said on standard error and otherwise ignored.
    pub fn from_environment() -> Option<Self> {
        let start = Instant::now();
        let path = std::env::var_os("MAKING_ROOM_FRAMES")?;
        match OpenOptions::new().append(true).create(true).open(&path) {
            Ok(file) => Some(Self { start, file, logic: Duration::ZERO, ui: Duration::ZERO }),
            Err(e) => {
                eprintln!("{}: {e}; frames are not logged", path.display());
                None
            }
        }
    }

    /// Counts time spent outside the drawing.
    pub fn add_logic(&mut self, time: Duration) {
        self.logic += time;
    }

    /// Counts time spent drawing.
    pub fn add_ui(&mut self, time: Duration) {
        self.ui += time;
    }

    /// Ends the frame.
    pub fn end(&mut self) {
        let now = self.start.elapsed().as_secs_f64();
        let (logic, ui) = (self.logic.as_secs_f64() * 1e3, self.ui.as_secs_f64() * 1e3);
        // A log that fails must not disturb what it measures.
        let _ = writeln!(self.file, "{now:.6},{logic:.3},{ui:.3}");
        (self.logic, self.ui) = (Duration::ZERO, Duration::ZERO);
    }
}
