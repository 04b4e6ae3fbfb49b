//! What the pages of the inspector have in common.

use eframe::egui::{
    Align2, CursorIcon, Frame, Label, Margin, Response, RichText, Role, Sense, TextWrapMode, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::Scene;
use crate::evidence::Library;
use crate::evidence::catalogue::Catalogue;
use crate::explain::address::Address;
use crate::explain::explanation::{Case, Line, number};
use crate::gui::app::action::Action;
use crate::gui::theme::{space, state, text, tokens};
use crate::gui::widgets::buttons::focus_ring;
use crate::model::city::CityPack;
use crate::scenario::document::Scenario;
use crate::t;
use crate::units::SPACE;
use crate::words;

/// What a page is made from.
pub struct Page<'a> {
    /// What is open.
    pub scene: &'a Scene<'a>,
    /// What it is about.
    pub address: Address,
    /// The city, if it is known.
    pub pack: Option<&'a CityPack>,
    /// The city in the scenario, with its runs.
    pub case: Option<Case<'a>>,
    /// The year that it is about.
    pub year: i32,
    /// Whether links go on from the explanation before, or begin one.
    pub follows: bool,
}

impl<'a> Page<'a> {
    /// The page of an address.
    #[must_use]
    pub fn of(scene: &'a Scene<'a>, address: &Address) -> Self {
        let workspace = scene.workspace;
        Self {
            scene,
            address: address.clone(),
            pack: workspace.library().packs.get(&address.city),
            case: workspace.case(&address.city),
            year: workspace.view.year - address.back,
            follows: true,
        }
    }

    /// What is known.
    #[must_use]
    pub fn library(&self) -> &'a Library {
        self.scene.workspace.library()
    }

    /// The same as a list.
    #[must_use]
    pub fn catalogue(&self) -> &'a Catalogue {
        self.scene.workspace.catalogue()
    }

    /// The scenario.
    #[must_use]
    pub fn scenario(&self) -> &'a Scenario {
        self.scene.workspace.document().scenario()
    }

    /// A unit in the city's money.
    #[must_use]
    pub fn money(&self, unit: &str) -> String {
        let unit = self.pack.map_or_else(|| unit.to_owned(), |pack| unit.replace("currency", &pack.currency.code));
        words::unit(&unit).into_owned()
    }

    /// What to do when a link is pressed.
    #[must_use]
    pub fn go(&self, to: Address) -> Action {
        if self.follows { Action::Follow(to) } else { Action::Explain(to) }
    }
}

/// A small heading inside a page.
pub fn section(ui: &mut Ui, words: &str) {
    ui.add_space(space::S);
    ui.label(text::section(ui, words));
}

/// A name and a text beside each other.
pub fn fact(ui: &mut Ui, name: &str, words: impl Into<String>) {
    beside(ui, name, |ui| {
        ui.add(Label::new(RichText::new(words)).wrap());
    });
}

/// A name and something beside it.
pub fn beside(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.allocate_ui(vec2(NAME, 16.0), |ui| {
            ui.set_width(NAME);
            if !name.is_empty() {
                ui.label(text::muted(ui, name));
            }
        });
        ui.vertical(content);
    });
}

/// Width of the names beside facts (points).
const NAME: f32 = 92.0;

/// An equation, or one with its values, in a box of its own.
pub fn equation(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    Frame::new().fill(t.hover).corner_radius(space::RADIUS).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        content(ui);
    });
}

/// Text in the face of equations.
pub fn mono(words: &str) -> RichText {
    RichText::new(words).font(text::mono_font())
}

/// A value with its unit.
#[must_use]
pub fn with_unit(value: f64, unit: &str) -> String {
    if unit.is_empty() { number(value) } else { format!("{}{SPACE}{unit}", number(value)) }
}

/// Height of a row of two lines (points).
pub const ROW: f32 = 38.0;

/// The rows of an explanation's terms.
pub fn lines(ui: &mut Ui, page: &Page<'_>, lines: &[Line], actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width =
        |line: &Line| ui.painter().layout_no_wrap(line.symbol.clone(), text::mono_font(), tokens(ui).ink).size().x;
    let symbols = lines.iter().map(width).fold(24.0, f32::max);
    for (at, each) in lines.iter().enumerate() {
        let response = ui.push_id(at, |ui| line(ui, each, symbols)).inner;
        if response.clicked()
            && let Some(link) = &each.link
        {
            actions.push(page.go(link.clone()));
        }
    }
}

/// One term in two lines: symbol, in a column of this width, name and value;
/// unit, label and source.
fn line(ui: &mut Ui, line: &Line, symbols: f32) -> Response {
    let t = tokens(ui);
    let leads = line.link.is_some();
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    let known = match (line.label, line.source.as_str()) {
        (Some(label), source) if source.is_empty() || source == label.text() => words::label(label).to_owned(),
        (Some(label), source) => format!("{} · {source}", words::label(label)),
        (None, _) if leads => t!("inspector-computed").to_owned(),
        (None, _) => String::new(),
    };
    let year = line.year.map_or_else(String::new, |year| format!(", {year}"));
    let name = format!("{}{year}", line.name);
    let value = number(line.scenario);
    let differs = number(line.reference) != value;
    if ui.is_rect_visible(rect) {
        state::ground(ui.painter(), rect, t, false, leads && response.hovered());
        let (top, below) = (rect.top() + 11.0, rect.top() + 27.0);
        let (left, right) = (rect.left() + 4.0, rect.right() - 6.0);
        let painter = ui.painter();
        let ink = if line.own { t.accent_text } else { t.ink };
        let at =
            painter.text(pos2(right, top), Align2::RIGHT_CENTER, &value, text::strong_font(text::BODY), ink).left();
        let first_end = at - space::S;
        let mut second_end = right;
        if differs {
            let words = t!("inspector-reference", value = number(line.reference));
            let at = painter.text(pos2(right, below), Align2::RIGHT_CENTER, words, text::small_font(), t.muted).left();
            second_end = at - space::S;
        }
        let symbol =
            painter.layout_no_wrap(line.symbol.clone(), text::mono_font(), if leads { t.second } else { t.ink });
        let after = left + symbols + space::M;
        painter.galley(pos2(left, top - symbol.size().y / 2.0), symbol, t.ink);
        let cut = |words: String, font, colour, end: f32| {
            let words = RichText::new(words).font(font).color(colour);
            WidgetText::from(words).into_galley(
                ui,
                Some(TextWrapMode::Truncate),
                (end - after).max(20.0),
                text::body_font(),
            )
        };
        let galley = cut(name.clone(), text::body_font(), t.ink, first_end);
        painter.galley(pos2(after, top - galley.size().y / 2.0), galley, t.ink);
        let parts = [line.unit.as_str(), known.as_str(), if line.own { t!("inspector-own") } else { "" }];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let galley = cut(parts.join(" · "), text::small_font(), t.muted, second_end);
        painter.galley(pos2(after, below - galley.size().y / 2.0), galley, t.muted);
        focus_ring(ui, &response);
    }
    let role = if leads { Role::Link } else { Role::Label };
    response.widget_info(|| {
        let figure = t!("charts-line", name = &name, figure = with_unit(line.scenario, &line.unit));
        let reference = differs.then(|| t!("inspector-reference", value = number(line.reference)));
        let own = line.own.then(|| t!("inspector-own").to_owned());
        let said = [Some(figure), reference, Some(known.clone()), own];
        let said: Vec<String> = said.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let words = format!("{} {}", line.symbol, said.join(", "));
        WidgetInfo::labeled(role, ui.is_enabled(), words.trim())
    });
    if leads { response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name) } else { response }
}
