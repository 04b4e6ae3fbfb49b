//! The palette: every command with its keys, every city, lever, preset and
//! open scenario, found by typing some of its letters.

use eframe::egui::{
    Align2, Context, CursorIcon, Event, FontId, Frame, Id, Key, Modal, Modifiers, Response, Role, ScrollArea, Sense,
    TextEdit, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2,
};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::gui::app::action::Action;
use crate::gui::app::command::UiCommand;
use crate::gui::theme::{icons, space, state, text, tokens};
use crate::gui::widgets::scroll;
use crate::model::levers::LeverId;
use crate::session::view::Place;
use crate::session::workspace::Workspace;
use crate::t;
use crate::text::Language;
use crate::words;

/// Height of a row (points).
const ROW: f32 = 26.0;
/// Room for an icon before the words (points).
const ICON: f32 = 24.0;
/// Rows that a page key moves by.
const PAGE: isize = 10;

/// What has been typed, and which row is chosen.
#[derive(Debug, Default)]
pub struct Palette {
    typed: String,
    chosen: usize,
    /// Whether the chosen row must come into view.
    follow: bool,
}

/// Something that can be asked for.
struct Entry {
    words: String,
    /// Its icon, or nothing.
    icon: &'static str,
    /// What kind of thing it is, where it is no command.
    kind: &'static str,
    keys: String,
    action: Action,
}

impl Palette {
    /// Draws the palette. True when it is done with.
    pub fn show(&mut self, ui: &Ui, workspace: &Workspace, actions: &mut Vec<Action>) -> bool {
        let frame = Frame::popup(ui.style()).inner_margin(space::M);
        let mut asked = None;
        let area = Modal::default_area(Id::unique("palette"))
            .accessible_name(t!("palette-title"))
            .anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
        let response = Modal::new(Id::unique("palette")).area(area).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(520.0_f32.min(ui.ctx().content_rect().width() - 80.0));
            // Keys may come faster than frames: letters first, then the steps that follow them.
            let steps = steps(ui);
            let field = self.field(ui);
            let found = self.found(entries(ui.ctx(), workspace));
            self.go(steps, found.len());
            ui.add_space(space::XS);
            // As high with few rows as with many: nothing moves while letters are typed.
            let height = (ui.ctx().content_rect().height() - 220.0).clamp(120.0, 420.0);
            let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false);
            let area = area.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                if found.is_empty() {
                    ui.label(text::muted(ui, t!("palette-nothing")));
                }
                for (i, entry) in found.iter().enumerate() {
                    let row = row(ui, entry, i == self.chosen);
                    if i == self.chosen && std::mem::take(&mut self.follow) {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() {
                        asked = Some(i);
                    }
                }
            });
            scroll::name(ui, &area, t!("palette-title"));
            if field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
                asked = Some(self.chosen);
            }
            asked.and_then(|i| found.into_iter().nth(i))
        });
        let done = response.should_close() || response.inner.is_some();
        actions.extend(response.inner.map(|entry| entry.action));
        done
    }

    /// The entries that have the letters typed, the best first.
    fn found(&self, entries: Vec<Entry>) -> Vec<Entry> {
        let pattern = Pattern::parse(self.typed.trim(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut scored: Vec<(u32, Entry)> = entries
            .into_iter()
            .filter_map(|entry| {
                let whole = format!("{} {}", entry.words, entry.kind);
                let score = pattern.score(Utf32Str::new(&whole, &mut letters), &mut matcher)?;
                Some((score, entry))
            })
            .collect();
        // Stable: what fits equally well stays in the order of the menus.
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Moves the choice by so many rows of so many.
    fn go(&mut self, steps: isize, count: usize) {
        let before = self.chosen;
        self.chosen = self.chosen.saturating_add_signed(steps).min(count.saturating_sub(1));
        self.follow |= self.chosen != before;
    }

    fn field(&mut self, ui: &mut Ui) -> Response {
        let field = TextEdit::singleline(&mut self.typed).hint_text(t!("palette-hint")).desired_width(f32::INFINITY);
        let field = ui.add(field).accessible_name(t!("palette-field"));
        if field.changed() {
            self.chosen = 0;
            self.follow = true;
        }
        // It has the keyboard as long as the palette is open.
        let leaving = ui
            .input(|i| i.key_pressed(Key::Enter) || i.events.iter().any(|e| matches!(e, Event::PointerButton { .. })));
        if !field.has_focus() && !leaving {
            field.request_focus();
        }
        field
    }
}

/// How many rows the keys of this frame move the choice by. They are taken before
/// the field sees them.
fn steps(ui: &Ui) -> isize {
    let keys = [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE)];
    ui.input_mut(|input| {
        let mut pressed = |key| input.count_and_consume_key(Modifiers::NONE, key).try_into().unwrap_or(0);
        keys.into_iter().map(|(key, rows): (Key, isize)| pressed(key) * rows).sum()
    })
}

/// Everything that can be asked for, in the order of the menus.
fn entries(ctx: &Context, workspace: &Workspace) -> Vec<Entry> {
    let command = |command: UiCommand| Entry {
        words: command.text().to_owned(),
        icon: command.icon(),
        kind: "",
        keys: command.keys(ctx),
        action: command.into(),
    };
    let other =
        |words: &str, kind, action| Entry { words: words.to_owned(), icon: "", kind, keys: String::new(), action };
    let cities = workspace.document().scenario().cities.keys().filter_map(|id| {
        let pack = workspace.library().packs.get(id)?;
        Some(other(words::city(pack), t!("palette-city"), Action::Look(Place::City(id.clone()))))
    });
    let levers = LeverId::all().filter_map(|lever| {
        let Place::City(id) = &workspace.view.place else { return None };
        let city = words::city(workspace.library().packs.get(id)?);
        let name = format!("{}, {city}", words::lever(lever));
        Some(other(&name, t!("palette-lever"), Action::GoToLever(id.clone(), lever)))
    });
    let open = workspace.documents().iter().filter(|document| document.id != workspace.document().id);
    let open = open.map(|d| other(d.title(), t!("palette-scenario"), Action::SelectDocument(d.id)));
    let presets = workspace.offers().iter();
    let presets =
        presets.map(|o| other(words::preset(&o.title), t!("palette-preset"), Action::OpenPreset(o.preset.id)));
    let commands = UiCommand::all().filter(|command| *command != UiCommand::Palette).map(command);
    let languages = Language::all();
    let languages = languages.map(|l| other(l.name(), t!("palette-language"), Action::Language(l)));
    commands.chain(languages).chain(cities).chain(levers).chain(open).chain(presets).collect()
}

fn row(ui: &mut Ui, entry: &Entry, chosen: bool) -> Response {
    let t = tokens(ui);
    // For the pointer and for screen readers; the keyboard chooses from the field.
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    if ui.is_rect_visible(rect) {
        state::ground(ui.painter(), rect, t, chosen, response.hovered());
        let middle = rect.center().y;
        let keys =
            WidgetText::from(text::note(ui, &entry.keys)).into_galley(ui, None, f32::INFINITY, text::small_font());
        let room = rect.width() - keys.size().x - 3.0 * space::S - ICON;
        let at = pos2(rect.left() + space::S + ICON / 2.0 - 3.0, middle);
        ui.painter().text(at, Align2::CENTER_CENTER, entry.icon, FontId::proportional(icons::SIZE), t.muted);
        let mut words = WidgetText::from(entry.words.as_str()).into_galley(
            ui,
            Some(TextWrapMode::Truncate),
            room,
            text::body_font(),
        );
        if !entry.kind.is_empty() {
            let job = format!("{}   {}", entry.words, entry.kind);
            words = WidgetText::from(job).into_galley(ui, Some(TextWrapMode::Truncate), room, text::body_font());
        }
        ui.painter().galley(pos2(rect.left() + space::S + ICON, middle - words.size().y / 2.0), words, t.ink);
        let at = pos2(rect.right() - space::S - keys.size().x, middle - keys.size().y / 2.0);
        ui.painter().galley(at, keys, t.muted);
    }
    let spoken = [entry.words.as_str(), entry.kind, &entry.keys].into_iter().filter(|part| !part.is_empty());
    let spoken = spoken.collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, &spoken));
    response.on_hover_cursor(CursorIcon::PointingHand)
}
