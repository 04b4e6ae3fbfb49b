//! A window without a display, and how to find things in it by name.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Modifiers, OutputCommand, PointerButton, Pos2, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use egui_kittest::{Harness, Node};
use making_room::evidence::Library;
use making_room::gui::app::App;
use making_room::session::jobs::executor::{AtOnce, Executor, Task};
use making_room::session::preferences::Preferences;

/// Members of the ensemble: enough for ranges, few enough for tests.
pub const MEMBERS: usize = 40;

/// Works when told to.
#[derive(Clone, Default)]
pub struct ByHand(Rc<RefCell<Vec<Task>>>);

impl Executor for ByHand {
    fn execute(&mut self, task: Task) {
        self.0.borrow_mut().push(task);
    }
}

impl ByHand {
    /// How many tasks wait.
    pub fn waiting(&self) -> usize {
        self.0.borrow().len()
    }

    /// Does what is waiting.
    pub fn work(&self) {
        let tasks: Vec<Task> = self.0.borrow_mut().drain(..).collect();
        for task in tasks {
            task();
        }
    }
}

/// A window of this size on these files.
pub fn window_of(size: [f32; 2], files: Vec<PathBuf>) -> Harness<'static, App> {
    let preferences = Preferences { welcomed: false, ..Preferences::default() };
    let mut harness = Harness::builder().with_size(size).with_max_steps(8).build_eframe(move |cc| {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut app = App::new(&cc.egui_ctx, library, preferences, None, &files);
        // What is worked out in the background is there one frame later.
        app.work_with(&cc.egui_ctx, Box::new(AtOnce), MEMBERS);
        app
    });
    harness.run();
    harness
}

/// A window on these files that keeps preferences in a file.
pub fn window_keeping(kept: PathBuf, files: Vec<PathBuf>) -> Harness<'static, App> {
    let mut harness = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(8).build_eframe(move |cc| {
        let library = Library::embedded().expect("the evidence is embedded");
        let mut app = App::new(&cc.egui_ctx, library, Preferences::default(), Some(kept), &files);
        app.save_with(&cc.egui_ctx, || Box::new(AtOnce));
        app
    });
    harness.run();
    harness
}

/// A window as it opens on a first start.
pub fn window() -> Harness<'static, App> {
    window_of([1280.0, 800.0], Vec::new())
}

/// The only node of this role and name.
#[track_caller]
pub fn the<'a>(harness: &'a Harness<'_, App>, role: Role, name: &'a str) -> Node<'a> {
    harness.get(by().role(role).label(name))
}

/// Whether there is a node of this role and name.
pub fn there_is(harness: &Harness<'_, App>, role: Role, name: &str) -> bool {
    harness.query_all(by().role(role).label(name)).next().is_some()
}

/// Whether there is a label with exactly this text; a label's name is its value.
pub fn says(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_all(by().role(Role::Label).value(words)).next().is_some()
}

/// The value of a slider or a card.
#[track_caller]
pub fn value(harness: &Harness<'_, App>, role: Role, name: &str) -> f64 {
    the(harness, role, name).accesskit_node().data().numeric_value().expect("it has a number")
}

/// The main button of the pointer, pressed or let go. For several events in one frame:
/// the steps of the harness have one each.
pub const fn button(pressed: bool, pos: Pos2) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// Asks the window to close, as the system does. Whether it will.
pub fn closes(harness: &mut Harness<'_, App>) -> bool {
    harness.input_mut().viewports.get_mut(&ViewportId::ROOT).expect("a window").events.push(ViewportEvent::Close);
    harness.step();
    let commands = &harness.output().viewport_output[&ViewportId::ROOT].commands;
    let closes = !commands.contains(&ViewportCommand::CancelClose);
    harness.input_mut().viewports.get_mut(&ViewportId::ROOT).expect("a window").events.clear();
    harness.run();
    closes
}

/// What the last frames put into the clipboard.
pub fn clipboard(harness: &mut Harness<'_, App>) -> String {
    let mut text = None;
    for _ in 0..4 {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        text = text.or_else(|| {
            commands.iter().find_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
        });
    }
    text.expect("it was copied")
}
