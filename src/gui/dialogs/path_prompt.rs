//! A path, typed inside the window: where there is no native dialog, and where a
//! name that was completed turns out to be taken.

use std::path::{Path, PathBuf, is_separator};

use eframe::egui::{Button, Frame, Key, Response, ScrollArea, TextEdit, Ui};

use crate::gui::app::action::{Action, AfterSave, Wanted};
use crate::gui::theme::{space, text, tokens};
use crate::gui::widgets::scroll;
use crate::session::document::DocumentId;
use crate::session::file_name;
use crate::t;

/// The most entries of a folder that are shown.
const MOST: usize = 200;

/// The prompt and what has been typed so far.
#[derive(Debug)]
pub struct PathPrompt {
    wanted: Wanted,
    typed: String,
    /// What a path that does not begin at the root is meant from.
    from: PathBuf,
    /// The folder last listed, and the names in it.
    listed: Option<(PathBuf, Vec<String>)>,
    /// Whether the field has had the keyboard.
    begun: bool,
    /// What is wrong with what was typed.
    problem: Option<String>,
    /// The file that is there already and may be replaced if it is said again.
    taken: Option<PathBuf>,
}

impl PathPrompt {
    /// A prompt that begins with this path.
    pub fn new(wanted: Wanted, path: &Path) -> Self {
        let typed = path.to_string_lossy().into_owned();
        let from = path.ancestors().nth(usize::from(!typed.ends_with(is_separator))).unwrap_or(path).to_owned();
        Self { wanted, typed, from, listed: None, begun: false, problem: None, taken: None }
    }

    /// A prompt for a name that the user has chosen and that is taken.
    pub fn to_replace(document: DocumentId, path: PathBuf, then: AfterSave) -> Self {
        let mut prompt = Self::new(Wanted::Target(document, then), &path);
        prompt.is_taken(path);
        prompt
    }

    /// Draws the prompt. True when it is done with.
    pub fn show(&mut self, ui: &Ui, actions: &mut Vec<Action>) -> bool {
        let frame = Frame::popup(ui.style()).inner_margin(space::L);
        let mut done = false;
        let (title, verb) = match &self.wanted {
            Wanted::Open => (t!("dialogs-prompt-open"), t!("dialogs-open")),
            Wanted::Target(..) => (t!("dialogs-prompt-save"), t!("dialogs-save")),
            Wanted::Picture(_) => (t!("take-dialog"), t!("dialogs-save")),
        };
        let response = super::modal("path prompt", title).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(520.0);
            ui.label(text::title(title));
            ui.add_space(space::S);
            let field = self.field(ui);
            self.list(ui, &field);
            if let Some(problem) = &self.problem {
                ui.add_space(space::XS);
                ui.colored_label(tokens(ui).bad, problem);
            }
            ui.add_space(space::M);
            let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            ui.horizontal(|ui| {
                let verb = if self.taken.is_some() { t!("dialogs-replace") } else { verb };
                if ui.add(Button::new(text::strong(verb))).clicked() || entered {
                    match self.accept() {
                        Some(action) => {
                            actions.push(action);
                            done = true;
                        }
                        None => field.request_focus(),
                    }
                }
                if ui.button(t!("dialogs-cancel")).clicked() {
                    actions.push(Action::NotAnswered);
                    done = true;
                }
            });
        });
        if response.should_close() && !done {
            actions.push(Action::NotAnswered);
            done = true;
        }
        done
    }

    fn field(&mut self, ui: &mut Ui) -> Response {
        let label = ui.label(t!("dialogs-path"));
        let field = ui.add(TextEdit::singleline(&mut self.typed).desired_width(f32::INFINITY));
        let field = field.labelled_by(label.id);
        if !self.begun {
            field.request_focus();
            self.begun = true;
        }
        if field.changed() {
            (self.problem, self.taken) = (None, None);
        }
        field
    }

    /// What the folder has that begins as the name typed does.
    fn list(&mut self, ui: &mut Ui, field: &Response) {
        let name_at = self.typed.rfind(is_separator).map_or(0, |at| at + 1);
        let (folder, begun) = self.typed.split_at(name_at);
        let (folder, begun) = (self.path(folder), begun.to_lowercase());
        if self.listed.as_ref().is_none_or(|(listed, _)| *listed != folder) {
            let names = names(&folder, self.ending());
            self.listed = Some((folder, names));
        }
        let all = self.listed.iter().flat_map(|(_, names)| names);
        let wanted = all.filter(|name| name.to_lowercase().starts_with(&begun)).take(MOST);
        let mut chosen = None;
        ui.add_space(space::XS);
        let area = ScrollArea::vertical().max_height(180.0).min_scrolled_height(180.0).auto_shrink([false, false]);
        let area = area.show(ui, |ui| {
            for name in wanted {
                if ui.add(Button::new(name).frame(false)).clicked() {
                    chosen = Some(name.clone());
                }
            }
            scroll::keys(ui);
        });
        scroll::name(ui, &area, t!("dialogs-folder"));
        if let Some(name) = chosen {
            self.typed.truncate(name_at);
            self.typed.push_str(&name);
            (self.problem, self.taken) = (None, None);
            field.request_focus();
        }
    }

    /// What is to be done with what was typed, if that can be done.
    fn accept(&mut self) -> Option<Action> {
        let path = self.path(self.typed.trim());
        match self.wanted.clone() {
            Wanted::Open if path.is_dir() => self.go_into(),
            Wanted::Open if !path.exists() => self.refuse(t!("dialogs-no-file").to_owned()),
            Wanted::Open => Some(Action::OpenPath(path)),
            Wanted::Target(..) | Wanted::Picture(_) if path.is_dir() => {
                self.refuse(t!("dialogs-folder-name").to_owned())
            }
            Wanted::Target(id, then) => {
                let path = self.free(file_name::complete(&path))?;
                Some(Action::SaveTo(id, path, then))
            }
            Wanted::Picture(taken) => {
                let path = self.free(file_name::ending_in(&path, taken.format.ending()))?;
                Some(Action::SaveTaken(taken, path))
            }
        }
    }

    /// The path, if a file may be written there: its folder is there, and no file is
    /// lost that the user has not given up.
    fn free(&mut self, path: PathBuf) -> Option<PathBuf> {
        if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
            let why = t!("dialogs-no-folder", folder = folder.display().to_string());
            self.refuse(why);
            return None;
        }
        if path.exists() && self.taken.as_ref() != Some(&path) {
            self.typed = path.to_string_lossy().into_owned();
            self.is_taken(path);
            return None;
        }
        Some(path)
    }

    /// How the names of the files end that are of interest.
    fn ending(&self) -> &'static str {
        match &self.wanted {
            Wanted::Open | Wanted::Target(..) => file_name::RON,
            Wanted::Picture(taken) => taken.format.ending(),
        }
    }

    fn go_into(&mut self) -> Option<Action> {
        if !self.typed.ends_with(is_separator) {
            self.typed.push('/');
        }
        self.refuse(t!("dialogs-folder-choose").to_owned())
    }

    fn refuse(&mut self, why: String) -> Option<Action> {
        self.problem = Some(why);
        None
    }

    fn is_taken(&mut self, path: PathBuf) {
        self.problem = Some(t!("dialogs-taken").to_owned());
        self.taken = Some(path);
    }

    /// The path that is meant: `~` is the user's home.
    fn path(&self, typed: &str) -> PathBuf {
        let below_home = typed.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/'));
        match (below_home, std::env::home_dir()) {
            (Some(rest), Some(home)) => home.join(rest.trim_start_matches('/')),
            _ => self.from.join(typed),
        }
    }
}

/// The folders, with a slash, and the files with an ending in a folder; nothing where it cannot
/// be read. What is hidden stays so, and a name that is no text cannot be typed.
fn names(folder: &Path, ending: &str) -> Vec<String> {
    let read = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut named: Vec<(bool, String)> = read
        .filter_map(|entry| {
            let (path, name) = (entry.path(), entry.file_name().into_string().ok()?);
            let is_file = !path.is_dir();
            let shown = !name.starts_with('.') && (!is_file || file_name::ends_in(&path, ending));
            shown.then_some((is_file, name))
        })
        .collect();
    named.sort();
    named.into_iter().map(|(is_file, name)| if is_file { name } else { format!("{name}/") }).collect()
}
