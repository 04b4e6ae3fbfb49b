//! The application, in files by concern: this one holds it together, `logic`
//! is a frame before the drawing, `ui` the drawing, [`taken`] a chart on its way
//! out, [`command`] what can be asked for by key, [`action`] everything that can be asked for, `dispatch`
//! the one place where it is done, with `safety` for what keeps work from being lost
//! and `saving` for documents on their way to their files.

use std::path::{Path, PathBuf};
use std::time::Duration;

use eframe::egui::{Context, Id, Theme};

use self::action::Action;
use super::dialogs::{Chooser, Dialogs};
use super::frames::FrameLog;
use super::theme;
use crate::evidence::Library;
use crate::scenario::presets;
use crate::session::background::Background;
use crate::session::document::DocumentId;
use crate::session::jobs::executor::{AtOnce, Executor, Worker};
use crate::session::preferences::Preferences;
use crate::session::transfer::{Copied, Transfer};
use crate::session::workspace::{Workspace, absolute};
use crate::t;
use crate::text;

pub mod action;
mod attention;
pub mod command;
mod comparing;
mod dispatch;
mod ending;
mod helping;
mod keys;
mod logic;
mod safety;
mod saving;
mod scale;
mod sharing;
pub mod taken;
mod ui;

pub use self::safety::SaveFailure;

/// The preset that a first start opens.
const FIRST_PRESET: &str = "protect-and-intensify";

/// The application.
#[derive(Debug)]
pub struct App {
    workspace: Workspace,
    preferences: Preferences,
    preferences_path: Option<PathBuf>,
    dialogs: Dialogs,
    messages: Vec<String>,
    /// Why the last thing that was typed or done was not taken.
    refusal: Option<String>,
    clipboard: Option<Copied>,
    /// What became of the levers last pasted, until the user goes on.
    pasted: Option<Transfer>,
    actions: Vec<Action>,
    /// Whether the actions wait until a field that is left has handed in what was typed.
    waits_for_field: bool,
    /// Whether the window closes as soon as that has happened.
    closes_after_field: bool,
    computed_in: Duration,
    background: Background,
    taking: taken::Taking,
    saving: saving::Saving,
    safety: safety::Safety,
    frames: Option<FrameLog>,
    /// Documents whose changes the user gave up while quitting.
    given_up: Vec<DocumentId>,
    /// What had the keyboard before a dialog or a menu opened.
    attention: attention::Attention,
    /// What had the keyboard when something was explained, to give it back.
    explained_from: Option<Id>,
    /// What had the keyboard when Help was opened, to give it back.
    helped_from: Option<Id>,
    /// Whether a field had the keyboard when the last frame ended.
    was_typing: bool,
    /// Since when a pasted text is waited for (s).
    wants_paste: Option<f64>,
    title: String,
    /// What was just done and cannot be seen elsewhere, for the status line.
    done: Option<String>,
    /// Where the last chart was saved.
    chart_folder: Option<PathBuf>,
}

impl App {
    /// An application on these files, or on where the preferences left off.
    #[must_use]
    pub fn new(
        ctx: &Context,
        library: Library,
        preferences: Preferences,
        preferences_path: Option<PathBuf>,
        files: &[PathBuf],
    ) -> Self {
        text::speak(preferences.language.unwrap_or_default());
        theme::install(ctx);
        theme::choose(ctx, preferences.theme);
        let width = preferences.size.map_or(0.0, |[width, _]| width);
        ctx.set_zoom_factor(scale::factor(preferences.zoom, width));
        // Where the system does not say, the window is light.
        ctx.options_mut(|o| o.fallback_theme = Theme::Light);
        // Zoom is one of our commands, with its keys in one table with the others.
        ctx.options_mut(|o| o.zoom_with_keyboard = false);
        let (workspace, messages) = first_documents(library, &preferences, files);
        let mut app = Self {
            workspace,
            preferences,
            preferences_path,
            dialogs: Dialogs::default(),
            messages,
            refusal: None,
            clipboard: None,
            pasted: None,
            actions: Vec::new(),
            waits_for_field: false,
            closes_after_field: false,
            computed_in: Duration::ZERO,
            background: background(ctx, worker()),
            taking: taking(ctx, worker()),
            saving: saving(ctx, worker),
            safety: safety::Safety::default(),
            frames: None,
            given_up: Vec::new(),
            attention: attention::Attention::default(),
            explained_from: None,
            helped_from: None,
            was_typing: false,
            wants_paste: None,
            title: String::new(),
            done: None,
            chart_folder: None,
        };
        let given: Vec<PathBuf> = files.iter().map(|file| absolute(file)).collect();
        for path in app.workspace.paths().iter().rev().filter(|path| given.contains(path)) {
            app.remember(path);
        }
        app
    }

    /// Has somebody else work in the background, and on so many members: in tests,
    /// whoever does it at once.
    pub fn work_with(&mut self, ctx: &Context, executor: Box<dyn Executor>, members: usize) {
        self.background = background(ctx, executor).with_members(members);
        self.take_with(ctx, Box::new(AtOnce));
        self.save_with(ctx, || Box::new(AtOnce));
    }

    /// Has somebody else write documents to their files; `hire` is asked for everyone
    /// who writes a document.
    pub fn save_with(&mut self, ctx: &Context, hire: impl Fn() -> Box<dyn Executor> + 'static) {
        self.saving = saving(ctx, hire);
    }

    /// Has somebody else draw and write the charts that are taken away.
    pub fn take_with(&mut self, ctx: &Context, executor: Box<dyn Executor>) {
        self.taking = taking(ctx, executor);
    }

    /// Logs the time of every frame.
    pub fn log_frames(&mut self, frames: Option<FrameLog>) {
        self.frames = frames;
    }

    /// Finds out, beside everything else, what asks for files on this machine.
    pub fn look_around(&self) {
        self.dialogs.look_around();
    }

    /// Asks for files with this, whatever the machine has.
    pub fn use_chooser(&mut self, chooser: Chooser) {
        self.dialogs.use_chooser(chooser);
    }

    /// Shows a message until the user sends it away.
    pub fn say(&mut self, message: impl Into<String>) {
        let message = message.into();
        if !self.messages.contains(&message) {
            self.messages.push(message);
        }
    }

    /// What is open.
    #[must_use]
    pub const fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// What is worked out in the background.
    #[must_use]
    pub const fn background(&self) -> &Background {
        &self.background
    }

    /// Asks for something to be done in the next frame.
    pub fn ask(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// Why the last thing that was typed or done was not taken; nothing once
    /// something is.
    #[must_use]
    pub fn refusal(&self) -> Option<&str> {
        self.refusal.as_deref()
    }

    /// What the user must know at the moment.
    #[must_use]
    pub fn messages(&self) -> &[String] {
        &self.messages
    }
}

/// What works in the background and wakes the window when something is done.
fn background(ctx: &Context, executor: Box<dyn Executor>) -> Background {
    let ctx = ctx.clone();
    Background::new(executor, move || ctx.request_repaint())
}

/// What draws and writes charts that are taken away, and wakes the window then.
fn taking(ctx: &Context, executor: Box<dyn Executor>) -> taken::Taking {
    let ctx = ctx.clone();
    taken::Taking::new(executor, move || ctx.request_repaint())
}

/// What writes documents to their files, and wakes the window then.
fn saving(ctx: &Context, hire: impl Fn() -> Box<dyn Executor> + 'static) -> saving::Saving {
    let ctx = ctx.clone();
    saving::Saving::new(Box::new(hire), move || ctx.request_repaint())
}

/// A thread for the background, or, on a system that gives none, this one.
fn worker() -> Box<dyn Executor> {
    match Worker::start() {
        Ok(worker) => Box::new(worker),
        Err(_) => Box::new(AtOnce),
    }
}

/// Opens a file and says what its reader must know, or why it does not open.
fn open(workspace: &mut Workspace, path: &Path) -> Result<Vec<String>, String> {
    if !path.exists() {
        return Err(t!("status-no-such-file", path = path.display().to_string()));
    }
    workspace.open(path).map_err(|problems| problems.to_string())
}

/// The files given, or else those of the last time, or else the first preset.
fn first_documents(library: Library, preferences: &Preferences, files: &[PathBuf]) -> (Workspace, Vec<String>) {
    let given = !files.is_empty();
    let mut messages = Vec::new();
    let view = dispatch::first_view(preferences, &library);
    let mut workspace = Workspace::new(library, view.clone());
    if let Some(Err(problems)) = presets::find(FIRST_PRESET).map(|preset| workspace.open_preset(preset)) {
        messages.push(problems.to_string());
    }
    for path in if given { files } else { &preferences.open } {
        match open(&mut workspace, path) {
            Ok(news) => messages.extend(news),
            Err(why) => messages.push(why),
        }
    }
    if !given {
        workspace.look_at(view);
        workspace.compare_as(&preferences.compared);
    }
    (workspace, messages)
}
