//! What the last change moved, in one sentence.

use crate::model::city::CityPack;
use crate::model::indicators::{Indicator, IndicatorUnit};
use crate::scenario::change::{Item, Value};
use crate::scenario::diff::Change;
use crate::scenario::document::{Assumption, Setting};
use crate::session::background::Background;
use crate::session::effects;
use crate::session::figures::{Display, lever_text};
use crate::session::previous::Turn;
use crate::session::view::Place;
use crate::session::workspace::Workspace;
use crate::t;
use crate::text;
use crate::units::{self, SPACE};
use crate::words;

use super::steps::reason;
use super::{CityMoved, Moved, Movement, Still};

/// A movement is small beside what is uncertain where it is less than this share of
/// the 80 % range of the level.
const SMALL: f64 = 0.05;

/// How much of the sentence is said, from the most to the least: how many movements
/// are named, and for how many of them the reason is given. One with its reason says
/// more than several without.
const LENGTHS: [(usize, usize); 9] = [(3, 3), (3, 2), (3, 1), (2, 2), (2, 1), (1, 1), (3, 0), (2, 0), (1, 0)];

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// What was changed.
    Lead(String),
    /// Words.
    Words(String),
    /// An indicator that can be looked into.
    Link(Link),
}

/// An indicator that can be looked into.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// As it is written.
    pub words: String,
    /// What it leads to.
    pub name: String,
    /// The city, by id.
    pub city: String,
    /// The indicator.
    pub indicator: Indicator,
}

/// A sentence as one text.
#[must_use]
pub fn text(pieces: &[Piece]) -> String {
    let of = |piece: &Piece| match piece {
        Piece::Lead(words) | Piece::Words(words) => words.clone(),
        Piece::Link(link) => link.words.clone(),
    };
    pieces.iter().map(of).collect()
}

/// The sentence about the last change, from its longest wording to its shortest. Each
/// is worded when it is asked for: most of the time one of the first will do.
pub fn wordings<'a>(
    workspace: &'a Workspace,
    background: &'a Background,
) -> impl Iterator<Item = Vec<Piece>> + use<'a> {
    let teller = workspace.moved().map(|moved| Teller { workspace, background, moved });
    teller.into_iter().flat_map(|teller| {
        let named = teller.moved.named(&workspace.view.place);
        let stillness = named.is_empty().then(|| teller.stillness());
        let lengths = if stillness.is_some() { &[][..] } else { &LENGTHS[..] };
        let mut last = None;
        let sentences = lengths.iter().filter_map(move |&(count, reasons)| {
            let pieces = teller.sentence(&named[..count.min(named.len())], reasons, named.len() > 1 || reasons > 0);
            let is_new = last.as_ref() != Some(&pieces);
            last = Some(pieces.clone());
            is_new.then_some(pieces)
        });
        stillness.into_iter().chain(sentences)
    })
}

/// What there is to tell from.
pub(super) struct Teller<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) background: &'a Background,
    pub(super) moved: &'a Moved,
}

impl Teller<'_> {
    pub(super) fn pack(&self, id: &str) -> Option<&CityPack> {
        self.workspace.library().packs.get(id)
    }

    fn city(&self, id: &str) -> String {
        self.pack(id).map_or(id, words::city).to_owned()
    }

    /// What was changed.
    fn heading(&self) -> String {
        let Some((_, turn)) = self.moved.moment.from else { return t!("moved-opened").to_owned() };
        let what = if let [one] = &self.moved.items[..] {
            self.item(one)
        } else {
            let change = self.workspace.document().previous().and_then(|previous| previous.change.as_ref());
            change.map_or_else(String::new, |change| change.name(self.workspace.library()))
        };
        match turn {
            Turn::Done => what,
            Turn::Undone => t!("moved-undone", what = what),
            Turn::Redone => t!("moved-redone", what = what),
        }
    }

    /// One item with what it was and what it is.
    fn item(&self, Change { item, before, after }: &Change) -> String {
        let library = self.workspace.library();
        let said = |value: &Option<Value>| item.words(value.as_ref(), library);
        // A reason that stays would take the room of what moved.
        let both = || {
            let [before, after] = without_common_reason([before.clone(), after.clone()]);
            (said(&before), said(&after))
        };
        let number =
            |value: f64, unit: &str| format!("{}{SPACE}{unit}", units::signed(value, units::decimals_of(value)));
        let (was, is) = match item {
            Item::Lever { city, lever } => {
                let pack = library.packs.get(city);
                let plan = self.workspace.document().scenario().cities.get(city);
                let adopted = pack.zip(plan).and_then(|(pack, plan)| pack.reference(plan.start, *lever));
                let level = |value: &Option<Value>| match value {
                    Some(Value::Setting(setting)) => Some(setting.level),
                    _ => adopted.map(|quantity| quantity.value),
                };
                match (level(before), level(after), pack) {
                    (Some(was), Some(is), Some(pack)) if was.to_bits() != is.to_bits() => {
                        let text = |level| lever_text(lever.spec(), level, &pack.currency);
                        (text(was), text(is))
                    }
                    _ => both(),
                }
            }
            Item::Driver(driver) => {
                let base = library.outlooks.get(&self.workspace.document().scenario().outlook.base);
                let of = |value: &Option<Value>| match value {
                    Some(Value::Assumption(assumption)) => Some(assumption.value),
                    _ => base.map(|outlook| outlook.values().get(*driver)),
                };
                let unit = words::unit(driver.spec().unit);
                match (of(before), of(after)) {
                    (Some(was), Some(is)) => (number(was, &unit), number(is, &unit)),
                    _ => (said(before), said(after)),
                }
            }
            Item::Outlook => {
                let name = |value: &Option<Value>| match value {
                    Some(Value::Text(id)) => {
                        library.outlooks.get(id).map_or(id.as_str(), |outlook| words::outlook(id, outlook)).to_owned()
                    }
                    _ => said(value),
                };
                (name(before), name(after))
            }
            Item::Parameter { .. } | Item::Horizon | Item::Start(_) | Item::Target { .. } | Item::Concern { .. } => {
                both()
            }
            _ => return item.name(library),
        };
        t!("moved-from-to", what = item.name(library), before = was, after = is)
    }

    /// The sentence about these movements.
    fn sentence(&self, named: &[(&CityMoved, Movement)], reasons: usize, with_rest: bool) -> Vec<Piece> {
        let mut pieces = vec![Piece::Lead(format!("{}{} ", self.heading(), t!("moved-colon")))];
        let one_city = named.iter().all(|(city, _)| city.id == named[0].0.id);
        let place = &self.workspace.view.place;
        let is_clear = one_city
            && (matches!(place, Place::City(id) if *id == named[0].0.id)
                || matches!(&self.moved.items[..], [one] if one.item.city().is_some()));
        let mut given: Vec<&str> = Vec::new();
        for (i, (city, movement)) in named.iter().enumerate() {
            let Some(pack) = self.pack(&city.id) else { continue };
            pieces.push(Piece::Link(link(pack, movement.indicator, !is_clear)));
            let mut words = format!(" {}", change(movement, pack));
            if i == 0 {
                words = t!("moved-by-year", change = words, year = self.moved.year.to_string());
            }
            let path = self.background.paths().way(self.moved, &city.id, movement).filter(|_| i < reasons);
            words = match path.map(|path| (reason(path), path)) {
                Some((Some(why), _)) if given.contains(&why) => words,
                Some((Some(why), _)) => {
                    given.push(why);
                    t!("moved-because", what = words, why = why)
                }
                Some((None, _)) => t!("moved-directly", what = words),
                None => words,
            };
            words.push_str(if i + 1 == named.len() { "." } else { t!("window-apart") });
            pieces.push(Piece::Words(words));
        }
        if with_rest {
            pieces.extend(self.rest(named).map(|words| Piece::Words(format!(" {words}"))));
        }
        pieces
    }

    /// What else a reader must know: that it is small, that other cities moved, too.
    fn rest(&self, named: &[(&CityMoved, Movement)]) -> impl Iterator<Item = String> + use<> {
        let is_small = |(city, movement): &(&CityMoved, Movement)| {
            self.beside(&city.id, movement).is_some_and(|share| share < SMALL)
        };
        let small = named.iter().all(is_small).then(|| t!("moved-small").to_owned());
        let others = self.moved.cities.iter().filter(|city| !city.movements.is_empty());
        let others = others.filter(|city| named.iter().all(|(told, _)| told.id != city.id));
        let others: Vec<String> = others.map(|city| self.city(&city.id)).collect();
        let also = (!others.is_empty()).then(|| t!("moved-also", count = others.len(), cities = text::list(&others)));
        small.into_iter().chain(also)
    }

    /// Why nothing moved.
    fn stillness(&self) -> Vec<Piece> {
        let (moved, place) = (self.moved, &self.workspace.view.place);
        if moved.moment.from.is_none() && moved.cities.is_empty() {
            return vec![Piece::Words(t!("moved-none").to_owned())];
        }
        let lead = Piece::Lead(format!("{}{} ", self.heading(), t!("moved-colon")));
        let here = moved.cities.iter().find(|city| matches!(place, Place::City(id) if *id == city.id));
        let first = here.or(moved.cities.first());
        let year = moved.year.to_string();
        let words = match first.and_then(|city| Some((city, city.still?))) {
            None => t!("moved-untouched").to_owned(),
            Some((_, Still::Later(first))) => t!("moved-later", year = year, first = first.to_string()),
            Some((_, Still::Over(first, last))) => {
                t!("moved-over", year = year, first = first.to_string(), last = last.to_string())
            }
            Some((city, Still::Never(gate))) => self.never(city, gate),
            Some((_, Still::Late(late))) => t!("moved-never", why = late.reason(self.last())),
        };
        vec![lead, Piece::Words(words)]
    }

    fn never(&self, city: &CityMoved, gate: Option<crate::model::gates::Gate>) -> String {
        let lever = match &self.moved.items[..] {
            [Change { item: Item::Lever { lever, .. }, .. }] => Some(*lever),
            _ => None,
        };
        let Some(lever) = lever else { return t!("moved-unseen").to_owned() };
        let pack = self.pack(&city.id);
        let unavailable = pack.and_then(|pack| pack.levers.get(&lever)?.unavailable.clone());
        t!("moved-never", why = unavailable.unwrap_or_else(|| effects::reason(gate, self.last())))
    }

    /// The last year of the projection.
    fn last(&self) -> i32 {
        self.workspace.document().scenario().horizon
    }

    /// A movement as a share of the 80 % range of the level.
    pub(super) fn beside(&self, city: &str, movement: &Movement) -> Option<f64> {
        let ranges = self.background.ranges().city(self.moved.moment.document, city)?;
        let level = ranges.level(movement.indicator, self.moved.year)?;
        let width = level.p90 - level.p10;
        (width > 0.0).then(|| movement.delta().abs() / width)
    }
}

/// The way to look into an indicator of a city.
pub(super) fn link(pack: &CityPack, indicator: Indicator, with_city: bool) -> Link {
    let (name, city) = (words::indicator(indicator), words::city(pack));
    let low = lower(name);
    let words = if with_city { format!("{low}, {city}") } else { low };
    Link { words, name: t!("moved-why", what = name, city = city), city: pack.id.clone(), indicator }
}

/// The first letter small, unless more capitals follow.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// By how much something moved: rents and costs of space in percent, for their units
/// are coarse.
fn change(movement: &Movement, pack: &CityPack) -> String {
    let unit = movement.indicator.unit();
    if matches!(unit, IndicatorUnit::CurrencyPerSquareMetreYear | IndicatorUnit::Index) && movement.before > 0.0 {
        let percent = 100.0 * movement.delta() / movement.before;
        let text =
            [1, 2].map(|decimals| units::signed(percent, decimals)).into_iter().find(|text| !units::is_zero(text));
        if let Some(text) = text {
            return format!("{text}{SPACE}%");
        }
    }
    let display = Display::of(movement.indicator, movement.after, &pack.currency);
    let shown = display.change(movement.delta());
    let shown = if units::is_zero(&shown.number) { display.exact_change(movement.delta()) } else { shown };
    // The name of the indicator says what is counted.
    if matches!(unit, IndicatorUnit::Jobs | IndicatorUnit::Homes) { shown.number } else { shown.line() }
}

/// Two values of an item, without the reason where both have the same.
fn without_common_reason(mut both: [Option<Value>; 2]) -> [Option<Value>; 2] {
    let mut reasons: Vec<&mut String> = both.iter_mut().flatten().filter_map(given_for).collect();
    if let [before, after] = &mut reasons[..]
        && before == after
    {
        before.clear();
        after.clear();
    }
    both
}

const fn given_for(value: &mut Value) -> Option<&mut String> {
    match value {
        Value::Setting(Setting { reason, .. }) | Value::Assumption(Assumption { reason, .. }) => Some(reason),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::levers::LeverId;
    use crate::scenario::edit::ScenarioEdit;
    use crate::session::jobs::executor::AtOnce;
    use crate::session::view::View;
    use crate::text::{Language, speak};

    fn workspace(place: Place) -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        Workspace::new(library, View { place, ..View::default() })
    }

    fn london() -> Place {
        Place::City("london".to_owned())
    }

    fn set(workspace: &mut Workspace, id: LeverId, level: f64) {
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: id, level };
        workspace.apply(&edit, None).expect("a level in range");
    }

    /// Works on eight members, at once.
    fn background() -> Background {
        Background::new(Box::new(AtOnce), || {}).with_members(8)
    }

    fn sentence(workspace: &Workspace, background: &mut Background) -> String {
        background.follow(workspace);
        assert!(background.collect().is_empty());
        let wordings: Vec<Vec<Piece>> = wordings(workspace, background).collect();
        let shortest = wordings.last().map(|pieces| text(pieces).chars().count());
        let longest = text(&wordings[0]);
        assert!(shortest <= Some(longest.chars().count()), "{longest}");
        longest
    }

    #[test]
    fn the_sentence_says_what_was_changed_what_moved_and_why() {
        let mut workspace = workspace(london());
        let mut background = background();
        set(&mut workspace, LeverId::ProtectedShare, 90.0);
        let said = sentence(&workspace, &mut background);
        assert!(
            said.starts_with("Protected share of industrial land, London ") && said.contains(" → 90\u{a0}%: "),
            "{said}"
        );
        assert!(
            said.contains("homes forgone +") && said.contains(" by 2040, because less land is released; "),
            "{said}"
        );
        assert!(said.contains("industrial floorspace +"), "{said}");
        assert!(said.contains(", because less floorspace goes with released land; "), "{said}");
        assert!(said.contains("real rent \u{2212}") && said.contains("because more space stands empty"), "{said}");
        assert!(said.ends_with('.') && !said.contains(".."), "{said}");
        workspace.undo();
        let said = sentence(&workspace, &mut background);
        assert!(said.starts_with("Undone: Protected share") && said.contains("90\u{a0}% → "), "{said}");
        assert!(said.contains("because more floorspace goes"), "{said}");
    }

    #[test]
    fn every_language_has_the_whole_sentence() {
        let mut workspace = workspace(Place::All);
        let mut background = background();
        set(&mut workspace, LeverId::ProtectedShare, 90.0);
        for (language, part) in [
            (Language::En, ", because less floorspace goes with released land"),
            (Language::Fr, ", car moins de surfaces partent avec les terrains reconvertis"),
            (Language::Nl, ", omdat er minder ruimte verdwijnt met getransformeerde grond"),
        ] {
            speak(language);
            let said = sentence(&workspace, &mut background);
            assert!(said.contains(part) && said.contains("2040"), "{said}");
        }
        speak(Language::En);
    }

    #[test]
    fn a_city_out_of_view_is_named_and_so_are_others_that_moved() {
        let mut workspace = workspace(Place::City("brussels".to_owned()));
        let mut background = background();
        set(&mut workspace, LeverId::ProtectedShare, 90.0);
        let said = sentence(&workspace, &mut background);
        assert!(said.contains("London"), "{said}");
        let other = workspace.library().outlooks.keys().find(|id| *id != Library::BASELINE).expect("one").clone();
        workspace.apply(&ScenarioEdit::SetOutlook(other), None).expect("it is there");
        let said = sentence(&workspace, &mut background);
        assert!(said.contains("London and Rotterdam moved, too."), "{said}");
        workspace.view.place = Place::All;
        let said = sentence(&workspace, &mut background);
        assert!(["London", "Brussels", "Rotterdam"].iter().any(|city| said.contains(&format!(", {city} "))), "{said}");
    }

    #[test]
    fn a_movement_far_below_what_is_uncertain_is_called_small() {
        let small = "small beside what is uncertain";
        let mut workspace = workspace(london());
        let mut background = background();
        set(&mut workspace, LeverId::ProtectedShare, 90.0);
        assert!(!sentence(&workspace, &mut background).contains(small));
        set(&mut workspace, LeverId::ProtectedShare, 89.5);
        let said = sentence(&workspace, &mut background);
        assert!(said.contains(small), "{said}");
    }

    #[test]
    fn a_shorter_wording_keeps_its_reason_as_long_as_it_can() {
        let mut workspace = workspace(london());
        let mut background = background();
        set(&mut workspace, LeverId::ProtectedShare, 90.0);
        background.follow(&workspace);
        background.collect();
        let has_reason: Vec<bool> =
            wordings(&workspace, &background).map(|pieces| text(&pieces).contains(", because ")).collect();
        assert!(has_reason.first() == Some(&true) && has_reason.last() == Some(&false), "{has_reason:?}");
        assert!(has_reason.is_sorted_by(|a, b| a >= b), "{has_reason:?}");
    }

    #[test]
    fn where_nothing_moves_the_sentence_says_why() {
        let mut workspace = workspace(london());
        let mut background = background();
        assert!(sentence(&workspace, &mut background).starts_with("Every lever is at adopted policy."));
        workspace.apply(&ScenarioEdit::SetTitle("Mine".to_owned()), None).expect("a title");
        assert_eq!(sentence(&workspace, &mut background), "Title: no figure depends on it.");
        let setting = crate::scenario::document::Setting::new(95.0, 2050);
        let edit = ScenarioEdit::SetLever { city: "london".to_owned(), lever: LeverId::ProtectedShare, setting };
        workspace.apply(&edit, None).expect("a setting in range");
        let said = sentence(&workspace, &mut background);
        assert!(said.contains("nothing moves: it starts in the last year of the projection, 2050"), "{said}");
    }
}
