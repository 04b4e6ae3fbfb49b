//! Native file dialogs, on a thread of their own so that the window goes on.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Context as TaskContext, Poll, Wake, Waker};
use std::thread::{self, Thread};

use eframe::egui::Context;
use rfd::AsyncFileDialog;

use crate::gui::app::action::{Action, AfterSave};
use crate::session::document::Document;

/// What scenario files are called.
const EXTENSION: &str = "ron";

/// Dialogs that may be open, and where their answers arrive.
#[derive(Debug)]
pub struct FileDialogs {
    sender: Sender<Option<Action>>,
    receiver: Receiver<Option<Action>>,
    open: bool,
}

impl Default for FileDialogs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, open: false }
    }
}

impl FileDialogs {
    /// What was answered since the last call.
    pub fn answers(&mut self) -> Vec<Action> {
        let mut actions = Vec::new();
        while let Ok(answer) = self.receiver.try_recv() {
            match answer {
                Some(action) => actions.push(action),
                // The dialog is closed; everything it answered came before.
                None => self.open = false,
            }
        }
        actions
    }

    /// Asks which files to open.
    pub fn pick_files(&mut self, ctx: &Context, frame: &eframe::Frame, near: Option<&Path>) {
        let mut dialog = dialog(frame).set_title("Open scenarios");
        if let Some(folder) = near.and_then(Path::parent) {
            dialog = dialog.set_directory(folder);
        }
        let picked = dialog.pick_files();
        self.wait(ctx, async {
            let files = picked.await.unwrap_or_default();
            files.into_iter().map(|file| Action::OpenPath(file.path().to_owned())).collect()
        });
    }

    /// Asks where to save.
    pub fn pick_target(&mut self, ctx: &Context, frame: &eframe::Frame, document: &Document, then: AfterSave) {
        let id = document.id;
        let mut dialog = dialog(frame).set_title("Save scenario").set_file_name(file_name(document));
        if let Some(folder) = document.path().and_then(Path::parent) {
            dialog = dialog.set_directory(folder);
        }
        let picked = dialog.save_file();
        self.wait(ctx, async move {
            let file = picked.await.map(|file| with_extension(file.path().to_owned()));
            file.map(|path| Action::SaveTo(id, path, then)).into_iter().collect()
        });
    }

    /// Waits for a dialog on a thread. One at a time.
    fn wait(&mut self, ctx: &Context, answer: impl Future<Output = Vec<Action>> + Send + 'static) {
        if self.open {
            // Whoever asks for a second one is not answered by it.
            let _ = self.sender.send(Some(Action::NotAnswered));
            return;
        }
        self.open = true;
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        thread::spawn(move || {
            let mut actions = block_on(answer);
            if actions.is_empty() {
                actions.push(Action::NotAnswered);
            }
            for action in actions {
                // The window may have closed meanwhile; then nobody wants the answer.
                let _ = sender.send(Some(action));
            }
            let _ = sender.send(None);
            ctx.request_repaint();
        });
    }
}

fn dialog(frame: &eframe::Frame) -> AsyncFileDialog {
    let dialog = AsyncFileDialog::new().add_filter("Scenario", &[EXTENSION]).add_filter("All files", &["*"]);
    if frame.winit_window().is_some() { dialog.set_parent(frame) } else { dialog }
}

/// The name to propose: the file's, or one made of the title.
fn file_name(document: &Document) -> String {
    if let Some(name) = document.path().and_then(Path::file_name) {
        return name.to_string_lossy().into_owned();
    }
    let words: Vec<String> = document
        .title()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let stem = if words.is_empty() { "scenario".to_owned() } else { words.join("-") };
    format!("{stem}.{EXTENSION}")
}

fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_none() { path.with_extension(EXTENSION) } else { path }
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
