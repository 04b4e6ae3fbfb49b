//! Which lever did it: the change of an indicator, lever by lever.

use eframe::egui::{ComboBox, Rect, Ui, pos2, vec2};

use super::city::unavailable;
use super::own::{self, Mark};
use super::{Scene, card, chart_card, take};
use crate::explain::address::Address;
use crate::export::chart::picture::Picture;
use crate::gui::app::action::Action;
use crate::gui::charts::attribution::waterfall::{Empty, Kind, Waterfall};
use crate::gui::charts::attribution::wedges::Wedges;
use crate::gui::charts::attribution::{areas, picture, rows};
use crate::gui::theme::{space, text};
use crate::gui::tour::spot;
use crate::gui::widgets::buttons::text_button;
use crate::gui::widgets::steady;
use crate::model::city::CityPack;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::scenario::document::Measure;
use crate::session::charts;
use crate::session::tour::Step;
use crate::session::why::{self, Answer, Question};
use crate::t;
use crate::words;

/// From this width on waterfall and wedges stand beside each other (points).
const BESIDE: f32 = 980.0;

/// About how much room words and buttons take around a waterfall, around wedges, and
/// around the waterfall of one city of several (points).
const AROUND: (f32, f32, f32) = (112.0, 62.0, 62.0);

/// Draws the tab.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let workspace = scene.workspace;
    let measure = workspace.explained();
    let ids = workspace.cities_in_view();
    header(ui, scene, &ids, &measure, actions);
    ui.add_space(space::XS);
    if let [id] = ids[..] {
        return one_city(ui, scene, id, &measure, actions);
    }
    let columns = chart_card::columns(ui.available_width(), 340.0, ids.len());
    let mut method = None;
    chart_card::grid(ui, columns, ids.len(), |ui, i, width| {
        let Some(part) = Part::of(scene, ids[i], &measure) else { return unavailable(ui, scene, ids[i]) };
        card(ui, |ui| {
            ui.set_width(width - 26.0);
            let core = part.rows_height(0.0);
            let waterfall =
                steady::region(ui, ids[i], (part.waits, core, AROUND.2), |ui| part.waterfall(ui, 0.0, actions));
            method = waterfall.map(|waterfall| waterfall.method).or(method.take());
        });
    });
    if let Some(method) = method {
        about(ui, method, actions);
    }
}

/// How contributions are found, and where it is written.
fn about(ui: &mut Ui, method: String, actions: &mut Vec<Action>) {
    ui.label(text::note(ui, method));
    if text_button(ui, t!("why-read")).clicked() {
        actions.push(Action::Read("Attribution".to_owned()));
    }
}

/// What is explained, and the choice of something else.
fn header(ui: &mut Ui, scene: &Scene<'_>, ids: &[&String], measure: &Measure, actions: &mut Vec<Action>) {
    let year = scene.workspace.view.year;
    ui.horizontal_wrapped(|ui| {
        ui.label(text::title(t!("why-title")));
        choice(ui, scene, ids, measure, actions);
        ui.label(text::title(t!("why-in", year = year)));
    });
}

/// The choice of what is explained.
pub fn choice(ui: &mut Ui, scene: &Scene<'_>, ids: &[&String], measure: &Measure, actions: &mut Vec<Action>) {
    let pack = match ids {
        [id] => scene.workspace.library().packs.get(*id),
        _ => None,
    };
    let chosen = measure.name(pack);
    let combo = ComboBox::from_id_salt("explained").selected_text(&chosen).width(210.0);
    let response = combo.show_ui(ui, |ui| {
        for other in Indicator::all().map(Measure::Indicator).chain(sectors(pack)) {
            if ui.selectable_label(other == *measure, other.name(pack)).clicked() {
                actions.push(Action::Attribute(other));
            }
        }
    });
    response.response.accessible_name(t!("why-explain", what = &chosen));
}

/// The sub-sectors of a city, if it separates any.
fn sectors(pack: Option<&CityPack>) -> impl Iterator<Item = Measure> + '_ {
    let several = pack.filter(|pack| pack.sectors.len() > 1);
    several.into_iter().flat_map(|pack| pack.sectors.keys().map(|id| Measure::JobsOf(id.clone())))
}

fn one_city(ui: &mut Ui, scene: &Scene<'_>, id: &str, measure: &Measure, actions: &mut Vec<Action>) {
    let Some(part) = Part::of(scene, id, measure) else { return unavailable(ui, scene, id) };
    let width = ui.available_width();
    let beside = width >= BESIDE;
    chart_card::grid(ui, if beside { 2 } else { 1 }, 2, |ui, i, width| {
        let top = ui.cursor().min;
        let height = (ui.clip_rect().height() * if beside { 0.72 } else { 0.34 }).clamp(170.0, 960.0);
        card(ui, |ui| {
            ui.set_width(width - 26.0);
            if i == 1 {
                let core = if part.changed.is_empty() { 0.0 } else { height };
                steady::region(ui, (id, i), (part.waits, core, AROUND.1), |ui| part.wedges(ui, height, actions));
            } else {
                let core = part.rows_height(height);
                steady::region(ui, (id, i), (part.waits, core, AROUND.0), |ui| {
                    if let Some(waterfall) = part.waterfall(ui, height, actions) {
                        ui.add_space(space::XS);
                        about(ui, waterfall.method, actions);
                    }
                });
            }
        });
        if i == 0 {
            spot::mark(ui, Step::Why, Rect::from_min_max(top, pos2(top.x + width, ui.min_rect().bottom())), None);
        }
    });
}

/// What is shown of a city.
struct Part<'a> {
    scene: &'a Scene<'a>,
    pack: &'a CityPack,
    measure: &'a Measure,
    year: i32,
    /// Levers that differ from adopted policy.
    changed: Vec<LeverId>,
    answer: Option<&'a Answer>,
    /// Whether the answer is about an earlier version, or not there yet.
    waits: bool,
    own: Option<Mark>,
}

impl<'a> Part<'a> {
    fn of(scene: &'a Scene<'a>, id: &str, measure: &'a Measure) -> Option<Self> {
        let document = scene.workspace.document();
        let pack = scene.workspace.library().packs.get(id)?;
        let result = document.results().city(id)?;
        let changed: Vec<LeverId> = result.inputs().changed().collect();
        let question = Question { document: document.id, city: id.to_owned(), measure: measure.clone() };
        let answer = scene.background.why().answer(&question);
        let waits = !changed.is_empty() && answer.is_none_or(|answer| answer.version != result.version);
        let own = own::of(scene, id, measure.indicator());
        Some(Self { scene, pack, measure, year: scene.workspace.view.year, changed, answer, waits, own })
    }

    /// How high the rows of the waterfall are, or will be (points).
    fn rows_height(&self, wanted: f32) -> f32 {
        if self.changed.is_empty() { 0.0 } else { rows::height(Waterfall::rows_of(&self.changed), wanted) }
    }

    fn name(&self) -> String {
        format!("{}, {}", self.measure.name(Some(self.pack)), words::city(self.pack))
    }

    /// Draws the waterfall about as high as wanted, or says why there is none.
    fn waterfall(&self, ui: &mut Ui, height: f32, actions: &mut Vec<Action>) -> Option<Waterfall> {
        let title = format!("{}, {}", self.name(), self.year);
        self.heading(ui, &title, || self.waterfall_picture(title.clone()), actions);
        if self.changed.is_empty() {
            ui.label(t!("why-no-change", city = words::city(self.pack)));
            return None;
        }
        let Some(answer) = self.answer else {
            ui.label(text::muted(ui, t!("why-working")));
            return None;
        };
        match Waterfall::new(answer, self.measure.indicator(), self.pack, self.year) {
            Ok(waterfall) => {
                own::line(ui, self.own.as_ref());
                ui.label(text::unbroken(&waterfall.sentence()));
                ui.add_space(space::XS);
                let name = t!("why-waterfall", what = self.name(), year = self.year);
                let pressed = rows::show(ui, &waterfall, &name, height);
                if let Some(address) = pressed.and_then(|kind| self.explanation(kind)) {
                    actions.push(Action::Explain(address));
                }
                Some(waterfall)
            }
            // What is there is about the city as it was.
            Err(Empty::NoLever) if self.waits => {
                ui.label(text::muted(ui, t!("why-working")));
                None
            }
            Err(empty) => {
                ui.label(self.words(empty));
                None
            }
        }
    }

    /// How what a row stands for is computed.
    fn explanation(&self, kind: Kind) -> Option<Address> {
        match kind {
            Kind::Reference | Kind::Scenario => {
                Some(Address::column(&self.pack.id, why::column(self.pack, self.measure)?))
            }
            Kind::Lever(lever, _) => Some(Address::lever(&self.pack.id, lever)),
            Kind::Group(_) => None,
        }
    }

    fn wedges(&self, ui: &mut Ui, height: f32, actions: &mut Vec<Action>) {
        let title = t!("charts-line", name = t!("why-over-years"), figure = self.name());
        let picture = || Some(picture::of_wedges(&self.all_wedges()?, title.clone(), self.year, self.origin()));
        self.heading(ui, t!("why-over-years"), picture, actions);
        let Some(wedges) = self.all_wedges() else {
            ui.label(text::note(ui, t!("why-nothing")));
            return;
        };
        ui.label(text::note(ui, t!("why-against", unit = wedges.display.heading_of_changes())));
        areas::legend(ui, &wedges);
        let name = t!("why-contributions", what = self.name());
        if let Some(year) = areas::show(ui, &wedges, &name, vec2(ui.available_width(), height), self.year) {
            actions.push(Action::Year(year));
        }
    }

    /// A title, with the menu to take away what is below it where there is something.
    fn heading(&self, ui: &mut Ui, title: &str, picture: impl Fn() -> Option<Picture>, actions: &mut Vec<Action>) {
        ui.horizontal(|ui| {
            ui.label(text::title(title));
            if self.answer.is_some() && !self.changed.is_empty() {
                let city = words::city(self.pack);
                let whole = if title.contains(city) { title.to_owned() } else { format!("{title}, {city}") };
                take::button(ui, self.scene, &whole, picture, actions);
            }
        });
    }

    fn origin(&self) -> String {
        charts::picture::origin(self.scene.workspace)
    }

    fn waterfall_picture(&self, title: String) -> Option<Picture> {
        let answer = self.answer?;
        let waterfall = Waterfall::new(answer, self.measure.indicator(), self.pack, self.year).ok()?;
        Some(picture::of_waterfall(&waterfall, answer, title, self.year, self.origin()))
    }

    fn all_wedges(&self) -> Option<Wedges> {
        let answer = self.answer.filter(|_| !self.changed.is_empty())?;
        Wedges::new(answer, self.measure.indicator(), self.pack)
    }

    fn words(&self, empty: Empty) -> String {
        match empty {
            Empty::NoLever => t!("why-none-differed", city = words::city(self.pack)),
            Empty::NoYear => t!("why-not-projected", year = self.year, city = words::city(self.pack)),
            Empty::NoValue => t!("why-no-value", what = self.measure.name(Some(self.pack)), year = self.year),
        }
    }
}
