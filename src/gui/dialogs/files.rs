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
use crate::session::document::{Document, DocumentId};
use crate::session::file_name;
use crate::t;

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
        thread::spawn(move || {
            chooser.get_or_init(Chooser::find);
        });
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
        let dialog = dialog(frame).set_title(t!("dialogs-open-scenarios"));
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

    /// Asks where to save, beginning in a folder. What is to be done at once is
    /// returned.
    pub fn pick_target(
        &mut self,
        ctx: &Context,
        frame: &eframe::Frame,
        folder: &Path,
        document: &Document,
        then: AfterSave,
    ) -> Option<Action> {
        let id = document.id;
        let Some(chooser) = self.chooser.get().copied() else {
            return self.ask_again(ctx, Action::AskWhereToSave(id, then));
        };
        let name = file_name::proposed(document);
        let dialog = dialog(frame).set_title(t!("dialogs-save-scenario"));
        let dialog = match chooser {
            Chooser::Native => dialog.set_directory(folder).set_file_name(name),
            Chooser::Zenity => dialog.set_file_name(in_folder(folder, &name)),
            Chooser::Prompt => return Some(Action::AskForPath(Wanted::Target(id, then), folder.join(name))),
        };
        let picked = dialog.save_file();
        self.wait(ctx, async move {
            let chosen = picked.await;
            vec![chosen.map_or(Action::NotAnswered, |file| target(file.path(), id, then))]
        })
    }

    /// Asks where to save a chart, beginning in a folder. What is to be done at once
    /// is returned.
    pub fn pick_picture(
        &mut self,
        ctx: &Context,
        frame: &eframe::Frame,
        folder: &Path,
        taken: &Arc<Taken>,
    ) -> Option<Action> {
        let Some(chooser) = self.chooser.get().copied() else {
            return self.ask_again(ctx, Action::Take(Arc::clone(taken)));
        };
        let (taken, name) = (Arc::clone(taken), taken.file_name());
        let dialog = AsyncFileDialog::new().set_title(t!("take-dialog"));
        let dialog = dialog.add_filter(t!("take-files"), &[taken.format.ending()]);
        let dialog = if frame.winit_window().is_some() { dialog.set_parent(frame) } else { dialog };
        let dialog = match chooser {
            Chooser::Native => dialog.set_directory(folder).set_file_name(name),
            Chooser::Zenity => dialog.set_file_name(in_folder(folder, &name)),
            Chooser::Prompt => return Some(Action::AskForPath(Wanted::Picture(taken), folder.join(name))),
        };
        let picked = dialog.save_file();
        self.wait(ctx, async move {
            let chosen = picked.await;
            vec![chosen.map_or(Action::NotAnswered, |file| {
                let path = file_name::ending_in(file.path(), taken.format.ending());
                // As with scenarios: nobody was asked about the file that a completed
                // name leads to. The prompt asks.
                if path != file.path() && path.exists() {
                    Action::AskForPath(Wanted::Picture(taken), path)
                } else {
                    Action::SaveTaken(taken, path)
                }
            })]
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
        self.open = true;
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        thread::spawn(move || {
            // The window may have closed meanwhile; then nobody wants the answer.
            let _ = sender.send(block_on(answer));
            ctx.request_repaint();
        });
        None
    }
}

fn dialog(frame: &eframe::Frame) -> AsyncFileDialog {
    let dialog = AsyncFileDialog::new()
        .add_filter(t!("dialogs-filter-scenarios"), &[file_name::SCENARIO])
        .add_filter(t!("dialogs-filter-ron"), &[file_name::RON])
        .add_filter(t!("dialogs-filter-all"), &["*"]);
    if frame.winit_window().is_some() { dialog.set_parent(frame) } else { dialog }
}

/// A name in a folder as zenity wants it, which knows no folder to begin in.
fn in_folder(folder: &Path, name: &str) -> String {
    folder.join(name).to_string_lossy().into_owned()
}

/// Saves where the user chose. The dialog has asked before replacing the file
/// chosen, but not the one that completing its name leads to.
fn target(chosen: &Path, id: DocumentId, then: AfterSave) -> Action {
    let path = file_name::complete(chosen);
    if path != chosen && path.exists() { Action::AskToReplace(id, path, then) } else { Action::SaveTo(id, path, then) }
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
