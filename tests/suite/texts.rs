//! The texts of the window: complete in every language, with the same parameters,
//! and every one of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use making_room::evidence::Library;
use making_room::evidence::entries::Kind;
use making_room::explain::quantity::QUANTITIES;
use making_room::explain::term::{SECTORS, STARTS, unit};
use making_room::model::city::{CityPack, Series};
use making_room::model::indicators::Indicator;
use making_room::model::levers::{LeverGroup, LeverId};
use making_room::model::outlook::DriverId;
use making_room::model::parameters::ParameterId;
use making_room::model::parties::Role;
use making_room::model::provenance::Label;
use making_room::scenario::presets;
use making_room::session::help::Section;
use making_room::session::help::glossary::ENTRIES;
use making_room::session::view::Tab;
use making_room::text::{Language, key};
use making_room::words::spelt;
use strum::IntoEnumIterator as _;

/// Texts of things that have an id of their own: they are asked for by
/// `text::of(FAMILY, id)`, and each of these must be there.
fn families() -> Vec<String> {
    let tabs = Tab::all().map(|tab| key("tab", tab.id()));
    let sections = Section::all().map(|section| key("help-section", section.id()));
    let glossary = ENTRIES.iter().flat_map(|e| ["glossary-term", "glossary-words"].map(|family| key(family, e.id)));
    let sections = sections.chain(glossary);
    tabs.chain(Role::iter().map(|role| key("role", role.into()))).chain(sections).collect()
}

/// Texts of things whose English words are those of a table of the program or of a
/// shipped city pack: the other languages must have every one of them, and no more.
fn names_of_tables() -> BTreeSet<String> {
    let library = Library::embedded().expect("the evidence is embedded");
    let mut names = BTreeSet::new();
    let mut name = |family: &str, id: &str, english: &str| {
        if !english.is_empty() {
            names.insert(key(family, id));
        }
    };
    for id in LeverId::all() {
        let (spec, id) = (id.spec(), id.to_string());
        name("lever-name", &id, spec.name);
        name("lever-meaning", &id, spec.meaning);
        name("lever-channel", &id, spec.channel);
        name("lever-of", &id, spec.of);
        name("lever-note", &id, spec.grade_note);
    }
    for group in LeverGroup::iter() {
        name("lever-group", group.into(), group.into());
    }
    for indicator in Indicator::all() {
        name("indicator-name", indicator.into(), indicator.name());
    }
    for id in DriverId::all() {
        let spec = id.spec();
        name("driver-name", id.into(), spec.name);
        name("driver-meaning", id.into(), spec.meaning);
        name("driver-channel", id.into(), spec.channel);
    }
    for (id, outlook) in &library.outlooks {
        name("outlook-name", id, &outlook.name);
        name("outlook-meaning", id, &outlook.meaning);
    }
    for label in Label::iter() {
        name("label", label.text(), label.text());
    }
    for kind in Kind::iter() {
        name("kind", kind.text(), kind.text());
    }
    for family in FAMILIES {
        name("family", family, family);
    }
    for unit in units(&library) {
        name("unit", &unit, &unit);
    }
    for field in FIELDS {
        name("field", field, field);
    }
    for term in STARTS.iter().chain(&SECTORS) {
        name("term", term.field, term.name);
    }
    for id in ParameterId::ALL {
        name("parameter", id.id(), id.meaning());
    }
    for of in QUANTITIES.iter() {
        name("quantity-name", &spelt(of.symbol), of.name);
        name("quantity-words", &spelt(of.symbol), of.words);
    }
    for pack in library.packs.values() {
        name("city", &pack.name, &pack.name);
        name("country", &pack.country, &pack.country);
        for sector in pack.sectors.values() {
            name("sector", &sector.name, &sector.name);
        }
        for lever in pack.levers.values() {
            name("decided-by", &lever.decided_by, &lever.decided_by);
        }
        for party in pack.parties.values() {
            name("party", &party.name, &party.name);
        }
        for series in charted(pack) {
            name("series", &series.title, &series.title);
        }
    }
    for target in library.calibrations.values().flat_map(|fit| &fit.targets) {
        name("fitted", &target.what, &target.what);
    }
    for preset in presets::ALL {
        let title = preset.open(&library).expect("it is shipped").title;
        name("preset", &title, &title);
    }
    names
}

/// The series of a pack that are in charts and have a title of their own there: not
/// one that is called as the chart is.
fn charted(pack: &CityPack) -> Vec<&Series> {
    let names: BTreeSet<&str> = Indicator::all().map(Indicator::name).collect();
    let of_sectors = pack.sectors.values().filter_map(|sector| pack.series.get(sector.series.as_ref()?));
    let of_indicators = pack.series.values().filter(|series| series.indicator.is_some());
    of_indicators.chain(of_sectors).filter(|series| !names.contains(series.title.as_str())).collect()
}

/// The shapes of uncertainty, as the program words them.
const FAMILIES: [&str; 9] =
    ["fixed", "normal", "lognormal", "negative, lognormal", "beta", "gamma", "triangular", "half-normal", "uniform"];

/// The fields of a pack that are shown as words.
const FIELDS: [&str; 24] = [
    "jobs",
    "scope",
    "floorspace",
    "land",
    "protected_share",
    "pipeline",
    "vacancy",
    "rent",
    "long_run_rent",
    "affordable_share",
    "share",
    "space_per_job",
    "trend",
    "reference",
    "maximum",
    "eur_rate",
    "measurement",
    "before",
    "level",
    "start",
    "inflation",
    "other_users",
    "trends",
    "history",
];

/// Parts of units that are the same in every language.
const UNIVERSAL: [&str; 14] = ["%", "1", "m²", "ha", "kt", "log", "currency", "EUR", "GBP", "EURO", "×", "", "m", "R²"];

/// The words and parts of words of which the units of levers, constants,
/// quantities, drivers and indicators are made.
fn units(library: &Library) -> BTreeSet<String> {
    // A whole unit comes first, then the parts between strokes, then their words.
    let whole = ["plot ratio", "rent index", "as the lever", "× reference", "net jobs"];
    let levers = LeverId::all().map(|id| id.spec().unit.text("EUR"));
    let indicators = Indicator::all().map(|of| of.unit().text("EUR"));
    let constants = ParameterId::ALL.iter().map(|id| id.unit().to_owned());
    let drivers = DriverId::all().map(|id| id.spec().unit.to_owned());
    let quantities = QUANTITIES.iter().map(|of| of.unit.to_owned());
    let terms = STARTS.iter().chain(&SECTORS).map(|of| of.unit.to_owned());
    let in_the_equations = LeverId::all().map(|id| unit(id).to_owned());
    let targets = library.calibrations.values().flat_map(|fit| fit.targets.iter().map(|target| target.unit.clone()));
    let said = ["million", "billion", "years", "net jobs"].map(str::to_owned);
    let all = levers.chain(indicators).chain(constants).chain(drivers).chain(quantities).chain(terms);
    let all = all.chain(in_the_equations).chain(targets).chain(said);
    let mut parts = BTreeSet::new();
    for unit in all {
        for part in unit.split('/') {
            if whole.contains(&part) {
                parts.insert(part.to_owned());
            } else {
                parts.extend(part.split(' ').filter(|word| !UNIVERSAL.contains(word)).map(str::to_owned));
            }
        }
    }
    parts
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The parameters that a pattern names, also inside its choices.
fn parameters(pattern: &Pattern<String>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    parameters(&variant.value, into);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            into.insert(id.name.clone());
        }
    }
}

/// Every text of a language with its parameters.
fn texts(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for path in files(&root().join("assets/text").join(language.tag()), "ftl") {
        let text = fs::read_to_string(&path).expect("text");
        let resource =
            fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut named = BTreeSet::new();
            parameters(message.value.as_ref().expect("a text"), &mut named);
            let before = all.insert(message.id.name.clone(), named);
            assert_eq!(before, None, "{}: {} is there twice", path.display(), message.id.name);
        }
    }
    all
}

/// Every `t!("id", name = …)` of the code with its parameters. The macro's own
/// documentation is no use of a text.
fn uses() -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&path).expect("text");
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for (at, _) in code.match_indices("t!(") {
            let is_ours = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let inside = code[at + 3..].trim_start();
            let Some(rest) = inside.strip_prefix('"').filter(|_| is_ours) else { continue };
            let (id, rest) = rest.split_once('"').expect("a closed text");
            let named = names(rest);
            let before = all.insert(id.to_owned(), named.clone());
            assert!(before.is_none_or(|b| b == named), "{}: {id} has other parameters elsewhere", path.display());
        }
    }
    all
}

/// The names before `=` in the rest of a use, up to the bracket that closes it.
fn names(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut quoted, mut parts) = (0_i32, false, vec![String::new()]);
    let mut before = ' ';
    for c in rest.chars() {
        match c {
            '"' if before != '\\' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            c if depth == 0 => parts.last_mut().expect("never empty").push(c),
            _ => {}
        }
        before = c;
    }
    let name = |part: &String| part.split_once('=').map(|(name, _)| name.trim().to_owned());
    parts.iter().filter_map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_language_has_the_same_texts_with_the_same_parameters() {
    let (english, names) = (texts(Language::En), names_of_tables());
    assert!(english.len() > 500 && names.len() > 100);
    let in_english: Vec<_> = names.iter().filter(|id| english.contains_key(*id)).collect();
    assert!(in_english.is_empty(), "the tables have these in English already: {in_english:?}");
    for language in Language::all() {
        let other = texts(language);
        let names = names.iter().filter(|_| language != Language::En);
        let wanted: BTreeSet<&String> = english.keys().chain(names).collect();
        let missing: Vec<_> = wanted.iter().filter(|id| !other.contains_key(**id)).collect();
        let surplus: Vec<_> = other.keys().filter(|id| !wanted.contains(*id)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{language:?}: missing {missing:?}, surplus {surplus:?}");
        for (id, named) in &english {
            assert_eq!(&other[id], named, "{language:?}: {id}");
        }
    }
}

#[test]
fn names_are_kept_apart_by_their_ids() {
    let symbols: BTreeSet<String> = QUANTITIES.iter().map(|of| key("quantity-name", &spelt(of.symbol))).collect();
    assert_eq!(symbols.len(), QUANTITIES.len());
}

#[test]
fn every_text_that_the_code_asks_for_is_there_and_every_other_is_gone() {
    let (there, used) = (texts(Language::En), uses());
    let families: BTreeSet<String> = families().into_iter().collect();
    let missing: Vec<_> = used.keys().chain(&families).filter(|id| !there.contains_key(*id)).collect();
    let unused: Vec<_> = there.keys().filter(|id| !used.contains_key(*id) && !families.contains(*id)).collect();
    assert!(missing.is_empty() && unused.is_empty(), "missing {missing:?}, unused {unused:?}");
    for (id, named) in &used {
        assert_eq!(&there[id], named, "{id}: the parameters of the code and of the text");
    }
}

#[test]
fn no_text_is_only_white_space() {
    for language in Language::all() {
        making_room::text::speak(language);
        for (id, _) in texts(language).into_iter().filter(|(_, named)| named.is_empty()) {
            let id: &'static str = id.leak();
            assert!(!making_room::text::plain(id).trim().is_empty(), "{language:?}: {id}");
        }
    }
}
