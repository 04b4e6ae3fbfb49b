//! A line a frame for whoever measures: `MAKING_ROOM_FRAMES=FILE`, and for machines
//! on which others work, too, `MAKING_ROOM_FRAMES_PROCESSOR=FILE`.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::time::{Duration, Instant};

/// Appends `time_s,logic_ms,ui_ms` for every frame. Time counts from the start
/// of the program; a frame of two passes counts both.
///
/// A clock goes on while another program has the processor. A second file therefore
/// has `time_s,processor_ms`: how long the window's thread had the processor for the
/// same work.
#[derive(Debug)]
pub struct FrameLog {
    start: Instant,
    clock: Option<File>,
    processor: Option<File>,
    logic: Duration,
    ui: Duration,
    worked: Duration,
}

/// When some work began.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    clock: Instant,
    worked: Duration,
}

impl FrameLog {
    /// The log that the environment asks for. A file that cannot be written is
    /// said on standard error and otherwise ignored.
    pub fn from_environment() -> Option<Self> {
        let start = Instant::now();
        let (clock, processor) = (file("MAKING_ROOM_FRAMES"), file("MAKING_ROOM_FRAMES_PROCESSOR"));
        let wanted = clock.is_some() || processor.is_some();
        let none = Duration::ZERO;
        wanted.then_some(Self { start, clock, processor, logic: none, ui: none, worked: none })
    }

    /// Now.
    pub fn now(&self) -> Moment {
        let worked = self.processor.as_ref().map(|_| worked()).unwrap_or_default();
        Moment { clock: Instant::now(), worked }
    }

    /// Counts time since then as spent outside the drawing.
    pub fn add_logic(&mut self, since: Moment) {
        let time = self.spent(since);
        self.logic += time;
    }

    /// Counts time since then as spent drawing.
    pub fn add_ui(&mut self, since: Moment) {
        let time = self.spent(since);
        self.ui += time;
    }

    fn spent(&mut self, since: Moment) -> Duration {
        let now = self.now();
        self.worked += now.worked.saturating_sub(since.worked);
        now.clock.saturating_duration_since(since.clock)
    }

    /// Ends the frame.
    pub fn end(&mut self) {
        let now = self.start.elapsed().as_secs_f64();
        let [logic, ui, worked] = [self.logic, self.ui, self.worked].map(|time| time.as_secs_f64() * 1e3);
        // A log that fails must not disturb what it measures.
        if let Some(file) = &mut self.clock {
            let _ = writeln!(file, "{now:.6},{logic:.3},{ui:.3}");
        }
        if let Some(file) = &mut self.processor {
            let _ = writeln!(file, "{now:.6},{worked:.3}");
        }
        (self.logic, self.ui, self.worked) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    }
}

/// The file that a variable names.
fn file(variable: &str) -> Option<File> {
    let path = std::env::var_os(variable)?;
    match OpenOptions::new().append(true).create(true).open(&path) {
        Ok(file) => Some(file),
        Err(e) => {
            let _ = writeln!(std::io::stderr(), "{}: {e}; frames are not logged", path.display());
            None
        }
    }
}

/// How long this thread has had the processor.
#[cfg(target_os = "linux")]
fn worked() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

/// Where no system call of ours says it.
#[cfg(not(target_os = "linux"))]
const fn worked() -> Duration {
    Duration::ZERO
}
