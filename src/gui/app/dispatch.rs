//! The one place where actions are carried out.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use eframe::egui::{Context, Memory, Popup, Theme, ViewportCommand};

use super::App;
use super::action::{Action, AfterSave, Answer};
use super::command::UiCommand;
use crate::evidence::Library;
use crate::gui::dialogs::{Question, Unsaved};
use crate::gui::panels::{levers, zone};
use crate::gui::theme;
use crate::gui::widgets::{arrive, explain, meaning};
use crate::model::levers::LeverId;
use crate::scenario::edit::ScenarioEdit;
use crate::scenario::history::Gesture;
use crate::scenario::presets;
use crate::session::document::DocumentId;
use crate::session::preferences::{Preferences, ThemeChoice};
use crate::session::search::Search;
use crate::session::tour::Touring;
use crate::session::transfer::Scope;
use crate::session::view::{Place, Tab, View};
use crate::session::workspace::absolute;
use crate::t;
use crate::text;
use crate::words;

/// What one step of zoom multiplies.
const ZOOM_STEP: f32 = 1.1;

/// Where the user was, or the first city.
pub(super) fn first_view(preferences: &Preferences, library: &Library) -> View {
    let mut view = preferences.view.clone();
    if view.place == Place::All
        && preferences.open.is_empty()
        && !preferences.welcomed
        && let Some(first) = library.packs.keys().next()
    {
        view.place = Place::City(first.clone());
    }
    view
}

/// Where the user keeps documents; failing that, where the program was started.
fn documents_folder() -> PathBuf {
    let folders = directories::UserDirs::new();
    let kept = folders.as_ref().and_then(|folders| folders.document_dir().filter(|folder| folder.is_dir()));
    let home = folders.as_ref().map(directories::UserDirs::home_dir);
    absolute(kept.or(home).unwrap_or(Path::new(".")))
}

/// Takes the keyboard from a field, which hands in what was typed when it is drawn next.
/// Whether there was one.
pub(super) fn leave_field(ctx: &Context) -> bool {
    let typing = ctx.text_edit_focused();
    if typing {
        ctx.memory_mut(Memory::stop_text_input);
    }
    typing
}

/// A message with the levers' names in place of their ids.
fn in_words(message: &str) -> String {
    LeverId::all().fold(message.to_owned(), |message, id| message.replace(&id.to_string(), words::lever(id)))
}

impl App {
    /// Carries out everything that was asked for; what is typed in a field first.
    pub(super) fn drain(&mut self, ctx: &Context, frame: &eframe::Frame) {
        // A field that does not let go is not waited for twice.
        let leaves = !self.waits_for_field && self.actions.iter().any(Action::leaves_field);
        self.waits_for_field = leaves && leave_field(ctx);
        if self.waits_for_field {
            return;
        }
        for action in std::mem::take(&mut self.actions) {
            self.done = None;
            self.carry_out(ctx, frame, action);
        }
    }

    pub(super) fn carry_out(&mut self, ctx: &Context, frame: &eframe::Frame, action: Action) {
        if !action.goes_on_quitting() {
            self.given_up.clear();
        }
        match action {
            Action::Command(command) => self.command(ctx, frame, command),
            Action::Edit(edit, gesture) => self.edit(&edit, gesture),
            Action::SelectDocument(id) => self.workspace.select(id),
            Action::CloseDocument(id) => self.close(id, AfterSave::Close),
            Action::Look(place) => self.workspace.view.place = place,
            Action::Show(tab) => self.workspace.view.tab = tab,
            Action::GoToLever(city, lever) => {
                arrive::ask(ctx, levers::target(&city, lever));
                self.workspace.view.place = Place::City(city);
            }
            Action::Copy(scope) => self.copy_levers(scope),
            Action::Paste(scope) => self.paste_levers(scope),
            Action::DismissPasted => self.pasted = None,
            Action::Year(year) => self.workspace.choose_year(year),
            Action::Attribute(measure) => self.workspace.view.explained = measure,
            Action::LookBack(look) => self.workspace.view.look_back = look,
            Action::Together(indicator) => self.workspace.view.together = indicator,
            Action::LedgerFrom(year) => self.workspace.view.ledger_from = year,
            Action::Explain(address) => {
                self.explained_from = ctx.memory(Memory::focused);
                self.workspace.trail.open(address);
            }
            Action::Follow(address) => self.workspace.trail.follow(address),
            Action::Step(step) => self.workspace.trail.go(step),
            Action::Search(search) => self.workspace.search = search,
            Action::ShowEntry(id) => {
                let chosen = self.workspace.catalogue().position(&id);
                self.workspace.search = Search { chosen, ..Search::default() };
                self.workspace.view.tab = Tab::Sources;
            }
            Action::Read(heading) => {
                self.workspace.reading = heading;
                self.workspace.view.tab = Tab::Model;
            }
            Action::Help(help) => self.help(ctx, help),
            Action::Tour(asked) => self.tour(ctx, asked),
            Action::LongHistory(long) => self.workspace.view.long_history = long,
            Action::Years(years) => self.workspace.choose_years(years),
            Action::Take(taken) => self.take(ctx, frame, &taken),
            Action::SaveTaken(taken, path) => self.write_taken(&taken, path),
            Action::PictureWidth(width) => self.workspace.view.picture_width = width,
            Action::OpenPath(path) => self.open(&path),
            Action::OpenPreset(id) => self.open_preset(id),
            Action::Create { title, cities } => match self.workspace.begin(&title, &cities) {
                Ok(()) => self.dialogs.close_new_scenario(),
                Err(error) => self.dialogs.refuse_new_scenario(error.to_string()),
            },
            Action::AskWhereToSave(id, then) => self.ask_where_to_save(ctx, frame, id, then),
            Action::AskForPath(wanted, path) => self.dialogs.ask_for_path(wanted, &path),
            Action::AskToReplace(id, path, then) => self.dialogs.ask_to_replace(id, path, then),
            Action::SaveTo(id, path, then) => self.save_to(id, &path, then),
            Action::Reload(id) => self.reload(id),
            Action::KeepMine(id) => self.workspace.keep_mine(id),
            Action::CompareWithFile(id) => self.compare_with_file(id, None),
            Action::Replace(id, then) => self.replace(id, then),
            Action::Hush(id) => self.workspace.hush(id),
            Action::DismissFailure => self.safety.failure = None,
            Action::Recover(which) => self.recover(which),
            Action::AskToDiscardKept(which) => self.ask_to_discard(which),
            Action::DiscardKept(which) => self.discard(which),
            Action::OfferLater => self.offer_later(),
            // Whoever does not answer does not quit: see above.
            Action::NotAnswered => {}
            Action::Answer(answer) => self.answer(ctx, frame, answer),
            Action::Dismiss(at) => {
                if at < self.messages.len() {
                    self.messages.remove(at);
                }
            }
            Action::Refuse(why) => self.refusal = Some(why),
            Action::DismissRefusal => self.refusal = None,
            Action::Welcomed => self.preferences.welcomed = true,
            Action::Language(language) => {
                self.preferences.language = Some(language);
                text::speak(language);
                // What was said in another language makes way.
                self.refusal = None;
                self.workspace.speak_anew();
            }
            Action::Compare(what) => self.compare(ctx, what),
            Action::Share(what) => self.share(ctx, what),
        }
    }

    fn command(&mut self, ctx: &Context, frame: &eframe::Frame, command: UiCommand) {
        // A menu left open would speak about what was.
        Popup::close_all(ctx);
        match command {
            UiCommand::New => self.dialogs.new_scenario(self.workspace.library()),
            UiCommand::Open => self.ask_what_to_open(ctx, frame),
            UiCommand::Save => self.save(ctx, frame, self.workspace.document().id, AfterSave::Stay),
            UiCommand::SaveAs => self.ask_where_to_save(ctx, frame, self.workspace.document().id, AfterSave::Stay),
            UiCommand::Close => self.close(self.workspace.document().id, AfterSave::Close),
            UiCommand::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            UiCommand::Undo => self.change(|app| app.workspace.undo()),
            UiCommand::Redo => self.change(|app| app.workspace.redo()),
            UiCommand::CopyLevers => self.copy_levers(Scope::City),
            UiCommand::PasteLevers => self.paste_levers(Scope::City),
            UiCommand::ResetGroup(group) => {
                if let Place::City(id) = &self.workspace.view.place {
                    self.edit(&ScenarioEdit::ResetGroup { city: id.clone(), group }, None);
                }
            }
            UiCommand::ResetCity => {
                if let Place::City(id) = &self.workspace.view.place {
                    self.edit(&ScenarioEdit::ResetCity(id.clone()), None);
                }
            }
            UiCommand::ResetAll => self.edit(&ScenarioEdit::ResetAll, None),
            UiCommand::AllCities => self.workspace.view.place = Place::All,
            UiCommand::NextCity => self.step_city(1),
            UiCommand::PreviousCity => self.step_city(-1),
            UiCommand::Show(tab) => self.workspace.view.tab = tab,
            UiCommand::Explain => explain::ask(ctx),
            UiCommand::ExplainBack => self.workspace.trail.back(),
            UiCommand::ExplainOn => self.workspace.trail.forward(),
            UiCommand::ExplainClose => {
                self.workspace.trail.close();
                if let Some(id) = self.explained_from.take() {
                    ctx.memory_mut(|memory| memory.request_focus(id));
                }
            }
            UiCommand::NextZone => zone::go(ctx, false),
            UiCommand::PreviousZone => zone::go(ctx, true),
            UiCommand::YearBack => self.workspace.choose_year(self.workspace.view.year - 1),
            UiCommand::YearOn => self.workspace.choose_year(self.workspace.view.year + 1),
            UiCommand::LongHistory => {
                self.workspace.choose_years(None);
                self.workspace.view.long_history ^= true;
            }
            UiCommand::AllYears => self.workspace.choose_years(None),
            UiCommand::ToggleTheme => {
                let dark = ctx.theme() == Theme::Dark;
                self.theme(ctx, if dark { ThemeChoice::Light } else { ThemeChoice::Dark });
            }
            UiCommand::Theme(choice) => self.theme(ctx, choice),
            UiCommand::ZoomIn => self.zoom(ctx, self.preferences.zoom * ZOOM_STEP),
            UiCommand::ZoomOut => self.zoom(ctx, self.preferences.zoom / ZOOM_STEP),
            UiCommand::ZoomReset => self.zoom(ctx, 1.0),
            UiCommand::Palette => self.dialogs.palette(),
            UiCommand::Help => {
                let help = &self.workspace.help;
                let wanted = match meaning::of_focused(ctx) {
                    _ if help.open => help.closed(),
                    Some(term) => help.seeking(term),
                    None => help.at(help.section),
                };
                self.help(ctx, wanted);
            }
            UiCommand::Tour => self.tour(ctx, Touring::Begin),
            UiCommand::TourOn => self.tour(ctx, Touring::Next),
            UiCommand::TourBack => self.tour(ctx, Touring::Back),
            UiCommand::HelpOn(section) => self.help(ctx, self.workspace.help.at(section)),
            UiCommand::Duplicate => self.workspace.duplicate(),
            UiCommand::Rename => self.dialogs.rename(self.workspace.document().scenario().title.clone()),
            UiCommand::CopyScenario => self.copy_scenario(ctx),
            UiCommand::PasteScenario => self.ask_for_clipboard(ctx),
            UiCommand::CompareWithSaved => self.differ(true),
            UiCommand::Differ => self.differ(false),
            UiCommand::Merge => self.merge(),
        }
    }

    fn edit(&mut self, edit: &ScenarioEdit, gesture: Option<Gesture>) {
        let refused = self.change(|app| app.workspace.apply(edit, gesture)).err();
        let name = || edit.name(self.workspace.library());
        self.refusal = refused.map(|error| t!("window-refused-why", name = name(), why = in_words(&error.to_string())));
    }

    /// Changes a document, and notes how long it took to compute what follows.
    fn change<R>(&mut self, change: impl FnOnce(&mut Self) -> R) -> R {
        self.pasted = None;
        let start = Instant::now();
        let result = change(self);
        self.computed_in = start.elapsed();
        result
    }

    fn open(&mut self, path: &Path) {
        match super::open(&mut self.workspace, path) {
            Ok(news) => {
                self.remember(&absolute(path));
                for what in news {
                    self.say(what);
                }
            }
            Err(why) => self.say(why),
        }
    }

    fn open_preset(&mut self, id: &str) {
        let Some(preset) = presets::find(id) else { return };
        if let Err(problems) = self.workspace.open_preset(preset) {
            self.say(problems.to_string());
        }
    }

    fn save(&mut self, ctx: &Context, frame: &eframe::Frame, id: DocumentId, then: AfterSave) {
        let Some(document) = self.workspace.find(id) else { return };
        match document.path().map(Path::to_owned) {
            Some(path) => self.save_to(id, &path, then),
            None => self.ask_where_to_save(ctx, frame, id, then),
        }
    }

    fn ask_what_to_open(&mut self, ctx: &Context, frame: &eframe::Frame) {
        let folder = self.folder(self.workspace.document().path());
        if let Some(action) = self.dialogs.pick_files(ctx, frame, &folder) {
            self.carry_out(ctx, frame, action);
        }
    }

    fn ask_where_to_save(&mut self, ctx: &Context, frame: &eframe::Frame, id: DocumentId, then: AfterSave) {
        let Some(document) = self.workspace.find(id) else { return };
        let (folder, unsaved) = (self.folder(document.path()), Unsaved::scenario(document, then));
        if let Some(action) = self.dialogs.pick_target(ctx, frame, &folder, unsaved) {
            self.carry_out(ctx, frame, action);
        }
    }

    /// The folder to begin in when files are asked for: the remembered one, or else
    /// where the user keeps documents.
    pub(super) fn folder(&self, document: Option<&Path>) -> PathBuf {
        self.preferences.folder(document).map_or_else(documents_folder, Path::to_owned)
    }

    fn close(&mut self, id: DocumentId, then: AfterSave) {
        if self.waits_for(id, then) {
            return;
        }
        match self.workspace.find(id) {
            Some(document) if document.is_at_stake() => self.dialogs.ask(Question { document: id, then }),
            _ => self.close_now(id),
        }
    }

    fn answer(&mut self, ctx: &Context, frame: &eframe::Frame, answer: Answer) {
        let Some(Question { document, then }) = self.dialogs.answered() else { return };
        match (answer, then) {
            (Answer::Save, _) => self.save(ctx, frame, document, then),
            (Answer::Discard, AfterSave::Quit) => {
                self.given_up.push(document);
                // Further documents with work are asked about in turn.
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            (Answer::Discard, _) => self.close_now(document),
            (Answer::Cancel, _) => {
                self.given_up.clear();
                self.saving.wait_no_more();
                self.taking.wait_no_more();
            }
        }
    }

    /// Closes a document, and keeps that it is not open any more even if the program
    /// should not end as it should.
    pub(super) fn close_now(&mut self, id: DocumentId) {
        let had_file = self.workspace.find(id).is_some_and(|document| document.path().is_some());
        self.workspace.close(id);
        self.safety.forget_failure_of(id);
        if had_file {
            self.keep_preferences();
        }
    }

    fn copy_levers(&mut self, scope: Scope) {
        if let Place::City(id) = &self.workspace.view.place {
            self.clipboard = self.workspace.copy(id, scope);
        }
    }

    fn paste_levers(&mut self, scope: Scope) {
        let (Place::City(id), Some(copied)) = (&self.workspace.view.place, &self.clipboard) else { return };
        let Some(transfer) = self.workspace.transfer(copied, id, scope) else { return };
        let edit = ScenarioEdit::SetPolicy { city: transfer.city.clone(), levers: transfer.policy.clone() };
        self.edit(&edit, None);
        self.pasted = self.refusal.is_none().then_some(transfer);
    }

    fn step_city(&mut self, step: isize) {
        let ids: Vec<&String> = self.workspace.document().scenario().cities.keys().collect();
        let at = match &self.workspace.view.place {
            Place::City(id) => ids.iter().position(|other| *other == id),
            Place::All => None,
        };
        let Ok(count) = isize::try_from(ids.len()) else { return };
        let start = if step > 0 { -1 } else { 0 };
        let next = (at.and_then(|i| isize::try_from(i).ok()).unwrap_or(start) + step).rem_euclid(count.max(1));
        if let Some(id) = usize::try_from(next).ok().and_then(|i| ids.get(i)) {
            self.workspace.view.place = Place::City((*id).clone());
        }
    }

    fn theme(&mut self, ctx: &Context, choice: ThemeChoice) {
        self.preferences.theme = choice;
        theme::choose(ctx, choice);
    }

    fn zoom(&mut self, ctx: &Context, factor: f32) {
        let factor = factor.clamp(0.5, 3.0);
        self.preferences.zoom = factor;
        self.scale(ctx);
    }

    /// Puts a file at the head of the recent ones, and keeps that even if the
    /// program should not end as it should.
    pub(super) fn remember(&mut self, path: &Path) {
        self.preferences.remember(path);
        self.keep_preferences();
    }

    /// Keeps where the user is when the window closes.
    pub(super) fn keep_window(&mut self, ctx: &Context) {
        let size = ctx.input(|i| i.viewport().inner_rect).map(|rect| rect.size() * ctx.zoom_factor());
        self.preferences.size = size.map(|size| [size.x, size.y]);
        self.keep_preferences();
    }

    /// Writes the preferences. A failure is said on standard error: it is no
    /// reason to disturb whoever works.
    pub(super) fn keep_preferences(&mut self) {
        self.preferences.open = self.workspace.paths();
        self.preferences.view = self.workspace.view.clone();
        self.preferences.compared = self.workspace.compared();
        if let Some(path) = &self.preferences_path
            && let Err(error) = self.preferences.save(path)
        {
            let _ = writeln!(std::io::stderr(), "{error}");
        }
    }
}
