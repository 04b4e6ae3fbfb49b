//! The window's own work on a frame while a lever is dragged, without a display: what
//! `MAKING_ROOM_FRAMES` counts, and nothing of a graphics driver.
//!
//! `cargo bench --bench window -- [TAB] [FRAMES]`; the background works as it does in
//! the program, and frames come sixty times a second. The times are those for which the
//! thread had the processor, so that a busy machine changes little. `benches/frames`
//! measures the real window.

use std::time::{Duration, Instant};

use eframe::App as _;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use making_room::evidence::Library;
use making_room::gui::app::App;
use making_room::session::preferences::Preferences;
use making_room::session::view::{Place, Tab, View};

const SIZE: Vec2 = vec2(1280.0, 800.0);
const LEVERS: [&str; 3] = ["Protected share of industrial land", "Rent stabilisation", "New industrial land"];
const BETWEEN: Duration = Duration::from_micros(16_667);

struct Window {
    ctx: egui::Context,
    app: App,
    frame: eframe::Frame,
    began: Instant,
}

impl Window {
    fn open(tab: Tab) -> Self {
        let ctx = egui::Context::default();
        let library = Library::embedded().expect("the evidence is embedded");
        let view = View { place: Place::City("london".to_owned()), tab, ..View::default() };
        let preferences = Preferences { view, welcomed: true, ..Preferences::default() };
        let app = App::new(&ctx, library, preferences, None, &[]);
        Self { ctx, app, frame: eframe::Frame::_new_kittest(), began: Instant::now() }
    }

    /// Draws a frame; how long logic and drawing had the processor.
    fn frame(&mut self, events: Vec<Event>) -> (Duration, egui::FullOutput) {
        let Self { ctx, app, frame, began } = self;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(began.elapsed().as_secs_f64()),
            focused: true,
            events,
            ..RawInput::default()
        };
        let mut took = Duration::ZERO;
        let mut output = ctx.run_ui(input, |ui| {
            let start = worked();
            app.logic(ui.ctx(), frame);
            app.ui(ui, frame);
            took += worked().saturating_sub(start);
        });
        // Nobody draws them.
        output.textures_delta.clear();
        (took, output)
    }

    /// Where the levers are, as a screen reader is told.
    fn levers() -> Vec<Rect> {
        let mut window = Self::open(Tab::Overview);
        window.ctx.enable_accesskit();
        for _ in 0..3 {
            window.frame(Vec::new());
        }
        let (_, output) = window.frame(Vec::new());
        let nodes = output.platform_output.accesskit_update.expect("it is told").nodes;
        let place = |name: &str| {
            let is_it = |node: &egui::accesskit::Node| {
                node.role() == Role::Slider && node.label() == Some(&format!("{name}, London"))
            };
            let (_, node) = nodes.iter().find(|(_, node)| is_it(node)).expect("the lever is in view");
            let bounds = node.bounds().expect("it has a place");
            #[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
            let [left, top, right, bottom] = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(|at| at as f32);
            Rect::from_min_max(pos2(left, top), pos2(right, bottom))
        };
        LEVERS.map(place).to_vec()
    }

    /// Drags a lever up and down; what the frames took.
    fn drag(&mut self, lever: Rect, frames: usize) -> Vec<Duration> {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let at = |i: usize| {
            #[expect(clippy::cast_precision_loss, reason = "a small number")]
            let share = (i % 100) as f32 / 50.0;
            let share = if share > 1.0 { 2.0 - share } else { share };
            pos2(lever.left() + 10.0 + share * (lever.width() - 20.0), lever.center().y)
        };
        self.frame(vec![Event::PointerMoved(at(0))]);
        self.frame(vec![button(at(0), true)]);
        let mut all = Vec::with_capacity(frames);
        for i in 0..frames {
            let due = Instant::now() + BETWEEN;
            all.push(self.frame(vec![Event::PointerMoved(at(i))]).0);
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
        }
        self.frame(vec![button(at(frames), false)]);
        all
    }
}

/// How long this thread has had the processor: a clock goes on while others have it.
#[cfg(target_os = "linux")]
fn worked() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("it is not negative")
}

/// Where the system does not say it, the clock.
#[cfg(not(target_os = "linux"))]
fn worked() -> Duration {
    use std::sync::LazyLock;
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGAN.elapsed()
}

fn main() {
    // `cargo bench` adds `--bench`.
    let mut words = std::env::args().skip(1).filter(|word| !word.starts_with("--"));
    let tab = words.next();
    let frames: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(400);
    let levers = Window::levers();
    for wanted in [Tab::Overview, Tab::Why, Tab::Compare, Tab::Changes, Tab::Space, Tab::Stakeholders] {
        if tab.as_ref().is_some_and(|tab| tab != wanted.id()) {
            continue;
        }
        let mut window = Window::open(wanted);
        let (first, _) = window.frame(Vec::new());
        for _ in 0..60 {
            window.frame(Vec::new());
            std::thread::sleep(BETWEEN);
        }
        for (name, lever) in LEVERS.iter().zip(&levers) {
            let mut took = window.drag(*lever, frames);
            took.sort();
            let at = |share: f64| {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    clippy::cast_precision_loss,
                    reason = "a place in a list"
                )]
                let place = (share * took.len() as f64) as usize;
                took[place.min(took.len() - 1)].as_secs_f64() * 1e3
            };
            println!(
                "{:12} {name:36} first {:6.2}, p50 {:5.2}, p90 {:5.2}, p99 {:5.2}, most {:5.2} ms",
                wanted.id(),
                first.as_secs_f64() * 1e3,
                at(0.5),
                at(0.9),
                at(0.99),
                at(1.0)
            );
        }
    }
}
