//! Which files to open, where to save: native dialogs, on a thread of their own
//! so that the window goes on, or else the prompt inside the window.

use std::future::Future;
use std::path::Path;
use std::pin::pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::task::{Context as TaskContext, Poll, Wake, Waker};
use std::thread::{self, Thread};

use eframe::egui::Context;
use rfd::AsyncFileDialog;

use super::chooser::Chooser;
use crate::gui::app::action::{Action, AfterSave, Wanted};
use crate::gui::app::command::UiCommand;
use crate::gui::app::taken::Taken;
use crate::session::document::Document;
use crate::session::file_name;
use crate::t;

/// Something to be saved where the user says.
pub struct Unsaved {
    /// The dialog to ask with.
    dialog: AsyncFileDialog,
    /// The name proposed.
    name: String,
    /// The question itself, to be put again.
    question: Action,
    /// The same question to the prompt in the window.
    prompt: Wanted,
    /// What follows from the file chosen. The dialog has asked before replacing it, but
    /// not before replacing the one that completing its name leads to.
    chosen: Box<dyn FnOnce(&Path) -> Action + Send>,
}

impl Unsaved {
    /// A scenario, and what comes after.
    #[must_use]
    pub fn scenario(document: &Document, then: AfterSave) -> Self {
        let id = document.id;
        Self {
            dialog: scenarios().set_title(t!("dialogs-save-scenario")),
            name: file_name::proposed(document),
            question: Action::AskWhereToSave(id, then),
            prompt: Wanted::Target(id, then),
            chosen: Box::new(move |file| {
                let path = file_name::complete(file);
                let asks = path != file && path.exists();
                if asks { Action::AskToReplace(id, path, then) } else { Action::SaveTo(id, path, then) }
            }),
        }
    }

    /// A chart.
    #[must_use]
    pub fn chart(taken: &Arc<Taken>) -> Self {
        let (ending, taken) = (taken.format.ending(), Arc::clone(taken));
        Self {
            dialog: AsyncFileDialog::new().set_title(t!("take-dialog")).add_filter(t!("take-files"), &[ending]),
            name: taken.file_name(),
            question: Action::Take(Arc::clone(&taken)),
            prompt: Wanted::Picture(Arc::clone(&taken)),
            chosen: Box::new(move |file| {
                let path = file_name::ending_in(file, ending);
                let asks = path != file && path.exists();
                if asks { Action::AskForPath(Wanted::Picture(taken), path) } else { Action::SaveTaken(taken, path) }
            }),
        }
    }
}

/// Dialogs that may be open, and where their answers arrive.
#[derive(Debug)]
pub struct FileDialogs {
    chooser: Arc<OnceLock<Chooser>>,
    sender: Sender<Vec<Action>>,
    receiver: Receiver<Vec<Action>>,
    open: bool,
}

impl Default for FileDialogs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { chooser: Arc::default(), sender, receiver, open: false }
    }
}

impl FileDialogs {
    /// Finds out, beside everything else, what asks for files here.
    pub fn look_around(&self) {
        let chooser = Arc::clone(&self.chooser);
        let found = Arc::clone(&self.chooser);
        let looking = thread::Builder::new().name("file dialogs".to_owned()).spawn(move || {
            chooser.get_or_init(Chooser::find);
        });
        if looking.is_err() {
            found.get_or_init(|| Chooser::Prompt);
        }
    }

    /// Asks for files with this, whatever the machine has.
    pub fn use_chooser(&mut self, chooser: Chooser) {
        self.chooser = Arc::new(OnceLock::from(chooser));
    }

    /// What was answered since the last call.
    pub fn answers(&mut self) -> Vec<Action> {
        let mut actions = Vec::new();
        while let Ok(answer) = self.receiver.try_recv() {
            self.open = false;
            actions.extend(answer);
        }
        actions
    }

    /// Asks which files to open, beginning in a folder. What is to be done at once
    /// is returned.
    pub fn pick_files(&mut self, ctx: &Context, frame: &eframe::Frame, folder: &Path) -> Option<Action> {
        let Some(chooser) = self.chooser.get().copied() else { return self.ask_again(ctx, UiCommand::Open.into()) };
        let dialog = above(frame, scenarios()).set_title(t!("dialogs-open-scenarios"));
        let dialog = match chooser {
            Chooser::Native => dialog.set_directory(folder),
            Chooser::Zenity => dialog.set_file_name(in_folder(folder, "")),
            Chooser::Prompt => return Some(Action::AskForPath(Wanted::Open, folder.join(""))),
        };
        let picked = dialog.pick_files();
        self.wait(ctx, async {
            let files = picked.await.unwrap_or_default();
            let mut actions: Vec<Action> =
                files.into_iter().map(|file| Action::OpenPath(file.path().to_owned())).collect();
            if actions.is_empty() {
                actions.push(Action::NotAnswered);
            }
            actions
        })
    }

    /// Asks where to save something, beginning in a folder. What is to be done at
    /// once is returned.
    pub fn pick_target(
        &mut self,
        ctx: &Context,
        frame: &eframe::Frame,
        folder: &Path,
        unsaved: Unsaved,
    ) -> Option<Action> {
        let Some(chooser) = self.chooser.get().copied() else { return self.ask_again(ctx, unsaved.question) };
        let Unsaved { dialog, name, prompt, chosen, .. } = unsaved;
        let dialog = above(frame, dialog);
        let dialog = match chooser {
            Chooser::Native => dialog.set_directory(folder).set_file_name(name),
            Chooser::Zenity => dialog.set_file_name(in_folder(folder, &name)),
            Chooser::Prompt => return Some(Action::AskForPath(prompt, folder.join(name))),
        };
        let picked = dialog.save_file();
        self.wait(ctx, async move {
            let file = picked.await;
            vec![file.map_or(Action::NotAnswered, |file| chosen(file.path()))]
        })
    }

    /// Puts the question again as soon as it is known what asks for files.
    fn ask_again(&mut self, ctx: &Context, question: Action) -> Option<Action> {
        let chooser = Arc::clone(&self.chooser);
        self.wait(ctx, async move {
            chooser.get_or_init(Chooser::find);
            vec![question]
        })
    }

    /// Waits for an answer on a thread. One at a time: whoever asks for a second
    /// one is not answered by it.
    fn wait(&mut self, ctx: &Context, answer: impl Future<Output = Vec<Action>> + Send + 'static) -> Option<Action> {
        if self.open {
            return Some(Action::NotAnswered);
        }
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        let asking = thread::Builder::new().name("file dialog".to_owned()).spawn(move || {
            // The window may have closed meanwhile; then nobody wants the answer.
            let _ = sender.send(block_on(answer));
            ctx.request_repaint();
        });
        self.open = asking.is_ok();
        (!self.open).then_some(Action::NotAnswered)
    }
}

/// A dialog for scenario files.
fn scenarios() -> AsyncFileDialog {
    AsyncFileDialog::new()
        .add_filter(t!("dialogs-filter-scenarios"), &[file_name::SCENARIO])
        .add_filter(t!("dialogs-filter-ron"), &[file_name::RON])
        .add_filter(t!("dialogs-filter-all"), &["*"])
}

/// The dialog above the window, where there is one.
fn above(frame: &eframe::Frame, dialog: AsyncFileDialog) -> AsyncFileDialog {
    if frame.winit_window().is_some() { dialog.set_parent(frame) } else { dialog }
}

/// A name in a folder as zenity wants it, which knows no folder to begin in.
fn in_folder(folder: &Path, name: &str) -> String {
    folder.join(name).to_string_lossy().into_owned()
}

/// Runs a future to its end on this thread.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut task = TaskContext::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut task) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}
