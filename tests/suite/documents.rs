//! Scenario documents: files, edits and undo.

use making_room::evidence::Library;
use making_room::model::indicators::Indicator;
use making_room::model::levers::{LeverGroup, LeverId};
use making_room::model::outlook::DriverId;
use making_room::model::parameters::ParameterId;
use making_room::model::parties::CONCERNS;
use making_room::model::projection;
use making_room::reading::Parsed;
use making_room::scenario::document::{Assumption, Measure, Scenario, Setting, Target};
use making_room::scenario::edit::{EditError, ScenarioEdit};
use making_room::scenario::format::{VERSION, read, write::write};
use making_room::scenario::history::{Gesture, History};
use making_room::scenario::receipt::Receipt;
use making_room::scenario::{lower, presets, store};
use proptest::prelude::*;

pub fn library() -> Library {
    Library::embedded().expect("the shipped evidence can be read")
}

pub fn preset(id: &str, library: &Library) -> Scenario {
    presets::find(id).expect("a preset").open(library).expect("it opens")
}

fn reread(text: &str, library: &Library) -> Scenario {
    let parsed = Parsed::of("test", text.to_owned()).expect("well formed");
    read(&parsed, library).unwrap_or_else(|problems| panic!("{problems}\n{text}")).scenario
}

#[test]
fn every_preset_opens_runs_and_is_in_standard_form() {
    let library = library();
    let ids: Vec<&str> = presets::ALL.iter().map(|preset| preset.id).collect();
    let expected = [
        "reference",
        "protect-and-intensify",
        "circular-city",
        "makers-renaissance",
        "release-for-housing",
        "replay-london-2012",
        "replay-brussels-2013",
        "replay-rotterdam-2022",
    ];
    assert_eq!(ids, expected);
    for preset in &presets::ALL {
        let scenario = preset.open(&library).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(write(&scenario), preset.text(), "{}: run `making-room fmt` on it", preset.id);
        assert!(scenario.notes.contains("What to try: "), "{}", preset.id);
        assert!(!presets::stands_for(&scenario).is_empty(), "{}", preset.id);
        for (city, plan) in &scenario.cities {
            assert!(plan.levers.values().all(|setting| !setting.reason.is_empty()), "{}: a reason", preset.id);
            let outcome = projection::run(&lower::inputs(&scenario, city, &library).expect("it can be computed"));
            assert_eq!(outcome.scenario.years(), plan.start..=scenario.horizon);
            let jobs = |p: &projection::Projection| p.at(Indicator::ManufacturingJobs, scenario.horizon);
            let (then, now) = (jobs(&outcome.reference).expect("a number"), jobs(&outcome.scenario).expect("a number"));
            assert_eq!(preset.id == "reference", then.to_bits() == now.to_bits(), "{} {city}", preset.id);
        }
    }
}

#[test]
fn a_replay_starts_in_its_own_year_under_the_policy_before() {
    let library = library();
    let scenario = preset("replay-rotterdam-2022", &library);
    let inputs = lower::inputs(&scenario, "rotterdam", &library).expect("it can be computed");
    assert_eq!(inputs.span(), (2022, 2050));
    let (before, adopted_since) = (inputs.adopted(LeverId::Reprovision), 70.0);
    assert!(before < adopted_since, "{before}");
    assert!(scenario.setting("rotterdam", LeverId::Reprovision).is_some_and(|s| s.level > before));
}

#[test]
fn comments_above_the_document_survive() {
    let library = library();
    let text = format!("// For the meeting in May.\n//\n// Keep.\n{}", presets::ALL[0].text());
    let scenario = reread(&text, &library);
    assert_eq!(scenario.comment, ["For the meeting in May.", "", "Keep."]);
    assert_eq!(write(&scenario), text);
}

#[test]
fn a_file_is_written_whole_and_keeps_its_permissions() {
    let library = library();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    let scenario = preset("circular-city", &library);
    store::save(&path, &scenario, &library).expect("written");
    assert_eq!(store::open(&path, &library).expect("opens").scenario, scenario);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &std::path::Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("set");
        store::save(&path, &scenario, &library).expect("written");
        assert_eq!(mode(&path), 0o640);

        let link = folder.path().join("link.ron");
        std::os::unix::fs::symlink(&path, &link).expect("linked");
        store::save(&link, &preset("reference", &library), &library).expect("written");
        assert!(std::fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(store::open(&path, &library).expect("opens").scenario.title, "Reference");

        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o440)).expect("set");
        let error = store::save(&path, &scenario, &library).expect_err("read-only");
        assert!(error.to_string().contains("read-only"), "{error}");
    }
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("there").map(|e| e.expect("an entry").file_name()).collect();
    names.sort();
    assert_eq!(names, if cfg!(unix) { &["a.ron", "a.ron~", "link.ron"][..] } else { &["a.ron"] });
}

#[test]
fn an_edit_is_named_in_words() {
    let library = library();
    let name = |edit: ScenarioEdit| edit.name(&library);
    let city = || "london".to_owned();
    let level = ScenarioEdit::SetLevel { city: city(), lever: LeverId::ProtectedShare, level: 90.0 };
    assert_eq!(name(level), "Protected share of industrial land, London");
    assert_eq!(name(ScenarioEdit::ResetGroup { city: city(), group: LeverGroup::Rent }), "Reset Rent, London");
    assert_eq!(name(ScenarioEdit::ResetAll), "Reset all levers");
    assert_eq!(
        name(ScenarioEdit::SetDriver { driver: DriverId::HousingPressure, assumption: value(1.0) }),
        "Housing-land pressure"
    );
}

#[test]
fn a_first_move_of_a_lever_starts_when_a_policy_can() {
    let library = library();
    let level = |city: &str| ScenarioEdit::SetLevel { city: city.to_owned(), lever: LeverId::ReleasePace, level: 0.5 };
    let now = level("london").apply(&preset("reference", &library), &library).expect("fits");
    assert_eq!(now.setting("london", LeverId::ReleasePace), Some(&Setting::new(0.5, 2027)));
    let then = level("brussels").apply(&preset("replay-brussels-2013", &library), &library).expect("fits");
    assert_eq!(then.setting("brussels", LeverId::ReleasePace).map(|s| s.start), Some(2013));
}

#[test]
fn an_edit_beyond_a_limit_is_refused_with_a_reason() {
    let library = library();
    let scenario = preset("protect-and-intensify", &library);
    let london = || "london".to_owned();
    let lever = LeverId::ProtectedShare;
    let setting = |level, start, ramp| ScenarioEdit::SetLever {
        city: london(),
        lever,
        setting: Setting { level, start, ramp, reason: String::new() },
    };
    let target =
        |indicator, year, value| ScenarioEdit::SetTarget { city: london(), target: Target { indicator, year, value } };
    let refused = [
        setting(101.0, 2027, 1.0),
        setting(f64::NAN, 2027, 1.0),
        setting(90.0, 2020, 1.0),
        setting(90.0, 2051, 1.0),
        setting(90.0, 2027, -1.0),
        setting(90.0, 2027, f64::INFINITY),
        ScenarioEdit::SetLevel { city: "paris".to_owned(), lever, level: 50.0 },
        ScenarioEdit::SetHorizon(2026),
        ScenarioEdit::SetHorizon(3000),
        ScenarioEdit::SetHorizon(i32::MIN),
        ScenarioEdit::SetOutlook("doom".to_owned()),
        ScenarioEdit::SetDriver { driver: DriverId::HousingPressure, assumption: value(99.0) },
        ScenarioEdit::SetTitle("two\nlines".to_owned()),
        ScenarioEdit::SetNotes("left\u{202e}right".to_owned()),
        ScenarioEdit::SetCityStart { city: london(), start: 1999 },
        ScenarioEdit::AddCity { city: london(), plan: None },
        ScenarioEdit::AddCity { city: "atlantis".to_owned(), plan: None },
        ScenarioEdit::RemoveCity("atlantis".to_owned()),
        ScenarioEdit::RemoveTarget { city: london(), indicator: Measure::Indicator(Indicator::Vacancy), year: 2030 },
        target(Measure::JobsOf("magic".to_owned()), 2040, 1.0),
        target(Measure::Indicator(Indicator::Vacancy), 2090, 0.05),
        target(Measure::Indicator(Indicator::Vacancy), 2040, f64::NAN),
        ScenarioEdit::SetAssumption { city: None, parameter: ParameterId::NaturalVacancy, assumption: value(7.0) },
    ];
    for edit in refused {
        let error = edit.apply(&scenario, &library).expect_err(&format!("{edit:?}"));
        assert!(!error.to_string().is_empty());
        if let EditError::Limit(fault) = error {
            assert!(!fault.expected.is_empty() && !fault.path.is_empty(), "{fault:?}");
        }
    }
    let alone = preset("replay-london-2012", &library);
    assert!(ScenarioEdit::RemoveCity(london()).apply(&alone, &library).is_err(), "the last city");
}

fn value(value: f64) -> Assumption {
    Assumption { value, reason: "because \"so\"\\n".to_owned() }
}

/// The scenario after those of the edits that it takes.
fn after(scenario: &Scenario, edits: Vec<ScenarioEdit>, library: &Library) -> Scenario {
    edits.into_iter().fold(scenario.clone(), |now, edit| edit.apply(&now, library).unwrap_or(now))
}

const CITIES: [&str; 4] = ["london", "brussels", "rotterdam", "atlantis"];

/// Edits of all kinds; some are refused.
pub fn edit() -> impl Strategy<Value = ScenarioEdit> {
    let city = || prop::sample::select(CITIES.to_vec()).prop_map(str::to_owned);
    let lever = || prop::sample::select(LeverId::all().collect::<Vec<_>>());
    let driver = || prop::sample::select(DriverId::all().collect::<Vec<_>>());
    let parameter = || prop::sample::select(ParameterId::ALL.to_vec());
    let text = || "[ -~é€\n\t\"\\\\]{0,40}";
    let assumption = || (-2.0..2.0f64, text()).prop_map(|(value, reason)| Assumption { value, reason });
    let setting = || {
        (prop_oneof![0.0..2.0f64, 0.0..110.0f64], 2023..2052i32, 0.0..12.0f64, text())
            .prop_map(|(level, start, ramp, reason)| Setting { level, start, ramp, reason })
    };
    let indicator = || prop::sample::select(Indicator::all().collect::<Vec<_>>()).prop_map(Measure::Indicator);
    let group = prop::sample::select(vec![LeverGroup::Zoning, LeverGroup::Rent, LeverGroup::Incentives]);
    let outlook = prop::sample::select(vec!["plateau", "circular_turn", "renewed_decline", "doom"]);
    prop_oneof![
        text().prop_map(ScenarioEdit::SetTitle),
        text().prop_map(ScenarioEdit::SetNotes),
        text().prop_map(ScenarioEdit::SetAuthor),
        (2020..2110i32).prop_map(ScenarioEdit::SetHorizon),
        outlook.prop_map(|id| ScenarioEdit::SetOutlook(id.to_owned())),
        (driver(), assumption()).prop_map(|(driver, assumption)| ScenarioEdit::SetDriver { driver, assumption }),
        driver().prop_map(ScenarioEdit::ResetDriver),
        Just(ScenarioEdit::ResetOutlook),
        city().prop_map(|city| ScenarioEdit::AddCity { city, plan: None }),
        city().prop_map(ScenarioEdit::RemoveCity),
        (city(), prop::sample::select(vec![2012, 2013, 2022, 2023, 2024]))
            .prop_map(|(city, start)| ScenarioEdit::SetCityStart { city, start }),
        (city(), lever(), 0.0..100.0f64).prop_map(|(city, lever, level)| ScenarioEdit::SetLevel { city, lever, level }),
        (city(), lever(), setting()).prop_map(|(city, lever, setting)| ScenarioEdit::SetLever { city, lever, setting }),
        (city(), lever()).prop_map(|(city, lever)| ScenarioEdit::ResetLever { city, lever }),
        (city(), group).prop_map(|(city, group)| ScenarioEdit::ResetGroup { city, group }),
        city().prop_map(ScenarioEdit::ResetCity),
        Just(ScenarioEdit::ResetAll),
        (city(), prop::collection::btree_map(lever(), setting(), 0..4))
            .prop_map(|(city, levers)| ScenarioEdit::SetPolicy { city, levers }),
        (city(), indicator(), 2024..2060i32, -1e6..1e9f64).prop_map(|(city, indicator, year, value)| {
            ScenarioEdit::SetTarget { city, target: Target { indicator, year, value } }
        }),
        (city(), indicator(), 2024..2060i32).prop_map(|(city, indicator, year)| ScenarioEdit::RemoveTarget {
            city,
            indicator,
            year
        }),
        (
            city(),
            prop::sample::select(vec!["gla", "port", "residents", "nobody"]),
            prop::sample::select(CONCERNS.to_vec()),
            prop::option::of(-4..=4_i32)
        )
            .prop_map(|(city, party, indicator, weight)| ScenarioEdit::SetConcern {
                city,
                party: party.to_owned(),
                indicator,
                weight: weight.map(f64::from)
            }),
        city().prop_map(ScenarioEdit::ResetConcerns),
        (prop::option::of(city()), parameter(), assumption())
            .prop_map(|(city, parameter, assumption)| { ScenarioEdit::SetAssumption { city, parameter, assumption } }),
        (prop::option::of(city()), parameter())
            .prop_map(|(city, parameter)| ScenarioEdit::ResetAssumption { city, parameter }),
    ]
}

proptest! {
    #[test]
    fn undo_takes_back_exactly_what_edits_did(edits in prop::collection::vec((edit(), prop::option::of(0..3u64)), 1..25)) {
        let library = library();
        let start = preset("protect-and-intensify", &library);
        let mut history = History::saved(start.clone());
        for (edit, gesture) in edits {
            let before = history.scenario().clone();
            if let Ok(next) = edit.apply(&before, &library) {
                history.push(edit, gesture.map(Gesture), next);
            } else {
                prop_assert_eq!(history.scenario(), &before);
            }
        }
        let end = history.scenario().clone();
        while history.undo() {}
        prop_assert_eq!(history.scenario(), &start);
        prop_assert!(!history.is_unsaved());
        while history.redo() {}
        prop_assert_eq!(history.scenario(), &end);
    }

    #[test]
    fn what_is_written_reads_back_the_same_and_computes(edits in prop::collection::vec(edit(), 1..25)) {
        let library = library();
        let scenario = after(&preset("reference", &library), edits, &library);
        let text = write(&scenario);
        let again = reread(&text, &library);
        prop_assert_eq!(&again, &scenario);
        prop_assert_eq!(write(&again), text);
        for city in scenario.cities.keys() {
            prop_assert!(lower::inputs(&scenario, city, &library).is_ok());
        }
    }

    #[test]
    fn a_damaged_file_opens_or_is_refused_with_a_place(at in 0..6000usize, byte in any::<u8>(), cut in any::<bool>()) {
        let library = library();
        let mut bytes = presets::ALL[1].text().as_bytes().to_vec();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let parsed = making_room::reading::file::text("test", bytes).and_then(|text| Parsed::of("test", text));
        let problems = match parsed.map(|parsed| read(&parsed, &library)) {
            Err(problem) => vec![problem],
            Ok(Err(problems)) => problems.0,
            Ok(Ok(_)) => return Ok(()),
        };
        prop_assert!(!problems.is_empty());
        for problem in problems {
            prop_assert!(problem.at.is_some() || at == 0, "{}", problem);
            prop_assert!(!problem.message.is_empty());
        }
    }
}

proptest! {
    // Each case writes files or computes three cities.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn saving_twice_writes_the_same_bytes_with_the_results(edits in prop::collection::vec(edit(), 1..12)) {
        let library = library();
        let scenario = after(&preset("circular-city", &library), edits, &library);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.scenario.ron");
        store::save(&path, &scenario, &library).expect("written");
        let first = std::fs::read_to_string(&path).expect("there");
        let opened = store::open(&path, &library).expect("it opens");
        prop_assert_eq!(&opened.scenario, &scenario);
        prop_assert!(opened.comparison(&library).is_none(), "its results are what they were");
        store::save(&path, &opened.scenario, &library).expect("written again");
        prop_assert_eq!(std::fs::read_to_string(&path).expect("there"), first);
        prop_assert!(!store::previous(&path).exists(), "what says the same is not written");
    }

    #[test]
    fn a_file_of_a_past_version_means_the_same_in_the_newest(
        edits in prop::collection::vec(edit(), 1..25),
        version in 1..VERSION,
    ) {
        let library = library();
        let mut scenario = after(&preset("protect-and-intensify", &library), edits, &library);
        // What version 3 brought; all else is said in the same words since version 1.
        scenario.cities.values_mut().for_each(|plan| plan.concerns.clear());
        let old = write(&scenario).replacen(&format!("version: {VERSION},"), &format!("version: {version},"), 1);
        let opened = read(&Parsed::of("old", old).expect("well formed"), &library);
        let opened = opened.unwrap_or_else(|problems| panic!("{problems}"));
        prop_assert_eq!(opened.version, version);
        let told = format!("version {version} of the format");
        prop_assert!(opened.migration().is_some_and(|migration| migration.contains(&told)));
        prop_assert_eq!(&opened.scenario, &scenario);
        let [then, now] = [&opened.scenario, &scenario].map(|scenario| Receipt::of(scenario, &library).expect("it runs"));
        prop_assert_eq!(then, now, "it gives the same");
        prop_assert_eq!(write(&opened.scenario), write(&scenario));
    }
}
