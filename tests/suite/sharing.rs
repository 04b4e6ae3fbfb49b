//! Two scenarios compared, and two people's changes merged.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use making_room::evidence::Library;
use making_room::model::levers::LeverId;
use making_room::scenario::change::Item;
use making_room::scenario::diff::{Change, diff};
use making_room::scenario::document::{Scenario, Setting};
use making_room::scenario::edit::ScenarioEdit;
use making_room::scenario::format::write::write;
use making_room::scenario::merge::{Choice, Merged, merge};
use making_room::scenario::store;
use proptest::prelude::*;

use super::cli::{fails, good, utf8};
use super::documents::{edit, library, preset};

static LIBRARY: LazyLock<Library> = LazyLock::new(library);

fn shipped(id: &str) -> Scenario {
    preset(id, &LIBRARY)
}

/// The scenario after those of the edits that it takes.
fn edited(scenario: &Scenario, edits: &[ScenarioEdit]) -> Scenario {
    edits.iter().fold(scenario.clone(), |now, edit| edit.apply(&now, &LIBRARY).unwrap_or(now))
}

fn edits() -> impl Strategy<Value = Vec<ScenarioEdit>> {
    prop::collection::vec(edit(), 0..12)
}

fn sides() -> impl Strategy<Value = [Scenario; 3]> {
    (edits(), edits(), edits()).prop_map(|(before, mine, theirs)| {
        let base = edited(&shipped("protect-and-intensify"), &before);
        let (mine, theirs) = (edited(&base, &mine), edited(&base, &theirs));
        [base, mine, theirs]
    })
}

/// The merge, choosing the base in every conflict.
fn cautious(base: &Scenario, mine: &Scenario, theirs: &Scenario) -> Merged {
    merge(base, mine, theirs, |_| Choice::Base)
}

fn items(changes: &[Change]) -> Vec<&Item> {
    changes.iter().map(|change| &change.item).collect()
}

proptest! {
    #[test]
    fn two_scenarios_differ_in_nothing_exactly_where_their_files_are_the_same([base, mine, theirs] in sides()) {
        prop_assert!(diff(&base, &base).is_empty());
        for (a, b) in [(&base, &mine), (&mine, &theirs)] {
            prop_assert_eq!(diff(a, b).is_empty(), write(a) == write(b));
            let mut back = diff(b, a);
            for change in &mut back {
                std::mem::swap(&mut change.before, &mut change.after);
            }
            let there = diff(a, b);
            prop_assert_eq!(back.len(), there.len());
            prop_assert!(back.iter().all(|change| there.contains(change)));
        }
    }

    #[test]
    fn a_merge_with_one_side_unchanged_is_the_other([base, mine, _] in sides()) {
        for (a, b) in [(&mine, &base), (&base, &mine), (&mine, &mine)] {
            let merged = cautious(&base, a, b);
            prop_assert!(merged.conflicts.is_empty());
            prop_assert_eq!(write(&merged.scenario), write(&mine));
        }
    }

    #[test]
    fn a_merge_is_the_same_from_both_sides([base, mine, theirs] in sides()) {
        let (merged, other) = (cautious(&base, &mine, &theirs), cautious(&base, &theirs, &mine));
        prop_assert_eq!(merged.conflicts.len(), other.conflicts.len());
        for conflict in merged.conflicts {
            let turned = other.conflicts.iter().find(|c| c.item == conflict.item).expect("the same conflict");
            prop_assert_eq!((&turned.base, &turned.mine, &turned.theirs), (&conflict.base, &conflict.theirs, &conflict.mine));
        }
        prop_assert_eq!(write(&merged.scenario), write(&other.scenario));
    }

    #[test]
    fn what_was_merged_merges_with_either_side_into_itself([base, mine, theirs] in sides()) {
        let merged = cautious(&base, &mine, &theirs);
        if merged.conflicts.is_empty() {
            for side in [&mine, &theirs] {
                let again = cautious(&base, &merged.scenario, side);
                prop_assert!(again.conflicts.is_empty(), "{:?}", again.conflicts);
                prop_assert!(diff(&again.scenario, &merged.scenario).iter().all(|change| change.item == Item::Order));
            }
        }
    }

    #[test]
    fn nothing_comes_from_nowhere_and_nothing_is_lost([base, mine, theirs] in sides(), choice in prop::sample::select(vec![Choice::Base, Choice::Mine, Choice::Theirs])) {
        let merged = merge(&base, &mine, &theirs, |_| choice);
        let sides = [&base, &mine, &theirs];
        for (city, plan) in &merged.scenario.cities {
            for (lever, setting) in &plan.levers {
                prop_assert!(sides.iter().any(|side| side.setting(city, *lever) == Some(setting)), "{} {}", city, lever);
            }
        }
        let conflicts: Vec<&Item> = merged.conflicts.iter().map(|conflict| &conflict.item).collect();
        // A conflict over a city is one over everything in it.
        let disputed = |item: &Item| {
            conflicts.contains(&item)
                || item.city().is_some_and(|city| conflicts.contains(&&Item::City(city.to_owned())))
        };
        let (by_me, by_them) = (diff(&base, &mine), diff(&base, &theirs));
        for change in diff(&base, &merged.scenario) {
            let decided = by_me.contains(&change) || by_them.contains(&change);
            prop_assert!(decided || disputed(&change.item) || change.item == Item::Order || is_new_city(&change), "{:?}", change);
        }
        let kept = diff(&base, &merged.scenario);
        for change in by_me.iter().chain(&by_them) {
            let there = items(&kept).contains(&&change.item);
            prop_assert!(there || disputed(&change.item) || change.item == Item::Order, "{:?}", change);
        }
        // To choose one side everywhere is to have that side wherever there was a choice.
        let chosen = match choice { Choice::Base => &base, Choice::Mine => &mine, Choice::Theirs => &theirs };
        for change in diff(chosen, &merged.scenario) {
            prop_assert!(!conflicts.contains(&&change.item) || is_new_city(&change), "{:?}", change);
        }
    }
}

/// A city that both sides added has a plan made of both.
fn is_new_city(change: &Change) -> bool {
    matches!(change.item, Item::City(_) | Item::Start(_)) && (change.before.is_none() || change.after.is_none())
        || matches!(change.item, Item::Start(_))
}

fn set(city: &str, id: LeverId, level: f64) -> ScenarioEdit {
    let setting = Setting { reason: "agreed".to_owned(), ..Setting::new(level, 2030) };
    ScenarioEdit::SetLever { city: city.to_owned(), lever: id, setting }
}

#[test]
fn a_city_that_one_removed_and_the_other_changed_is_one_conflict() {
    let base = shipped("reference");
    let mine = edited(&base, &[ScenarioEdit::RemoveCity("brussels".to_owned())]);
    let theirs =
        edited(&base, &[set("brussels", LeverId::ProtectedShare, 80.0), set("brussels", LeverId::Skills, 100.0)]);
    let merged = cautious(&base, &mine, &theirs);
    let conflicts: Vec<&Item> = merged.conflicts.iter().map(|c| &c.item).collect();
    assert_eq!(conflicts, [&Item::City("brussels".to_owned())]);
    assert_eq!(merged.scenario, base);
    assert_eq!(merge(&base, &mine, &theirs, |_| Choice::Mine).scenario, mine);
    assert_eq!(merge(&base, &mine, &theirs, |_| Choice::Theirs).scenario, theirs);
}

#[test]
fn cities_added_on_both_sides_keep_their_places() {
    let order = |scenario: &Scenario| scenario.cities.keys().cloned().collect::<Vec<_>>();
    let alone = shipped("replay-london-2012");
    let add = |city: &str| ScenarioEdit::AddCity { city: city.to_owned(), plan: None };
    let (mine, theirs) = (edited(&alone, &[add("rotterdam")]), edited(&alone, &[add("brussels")]));
    assert_eq!(order(&cautious(&alone, &mine, &theirs).scenario), ["london", "brussels", "rotterdam"]);
    let mut moved = edited(&mine, &[]);
    moved.cities.move_index(1, 0);
    // Brussels came after Rotterdam, and still does.
    let merged = cautious(&mine, &moved, &edited(&mine, &[add("brussels")])).scenario;
    assert_eq!(order(&merged), ["rotterdam", "brussels", "london"]);
}

/// Files of three scenarios.
struct Files {
    folder: tempfile::TempDir,
}

impl Files {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn save(&self, name: &str, scenario: &Scenario) -> String {
        let path = self.path(name);
        store::save(&path, scenario, &LIBRARY).expect("saved");
        utf8(&path).to_owned()
    }

    /// A message without the name of the folder.
    fn plain(&self, message: &str) -> String {
        message.replace(&format!("{}/", utf8(self.folder.path())), "")
    }
}

fn open(path: &Path) -> Scenario {
    store::open(path, &LIBRARY).expect("it opens").scenario
}

#[test]
fn diff_lists_fields_with_units_and_what_holds_where_nothing_is_set() {
    let files = Files::new();
    let base = shipped("replay-london-2012");
    let a = files.save("a.ron", &base);
    let b = files.save(
        "b.ron",
        &edited(
            &base,
            &[
                set("london", LeverId::ProtectedShare, 80.0),
                ScenarioEdit::ResetLever { city: "london".to_owned(), lever: LeverId::ReleasePace },
                ScenarioEdit::SetHorizon(2040),
                ScenarioEdit::SetNotes(base.notes.replace("What to try", "To try")),
            ],
        ),
    );
    let csv = good(&["diff", &a, &b, "--format", "csv"]);
    let mut lines: Vec<&str> = csv.lines().collect();
    assert!(lines.remove(1).starts_with(",notes,line 5,,\"What to try: benchmarks"));
    insta::assert_snapshot!(lines.join("\n"), @r#"
    city,item,field,unit,before,after
    ,horizon,,,2050,2040
    london,zoning.protected_share,level,%,65,80
    london,zoning.protected_share,start,,,2030
    london,zoning.protected_share,ramp,years,,1
    london,zoning.protected_share,reason,,,agreed
    london,zoning.release_pace,level,× reference,0.1,1
    london,zoning.release_pace,start,,2012,
    london,zoning.release_pace,ramp,years,1,
    london,zoning.release_pace,reason,,"36.7 ha a year in all, as asked for; 29 of them leave from the pipeline in any case, so the rest may go at a tenth of its pace of 77 ha.",
    "#);
    assert!(good(&["diff", &a, &b]).lines().all(|line| line.chars().count() < 180));
    assert_eq!(good(&["diff", &a, &a]), "no difference\n");
    assert_eq!(good(&["diff", &a, &a, "--format", "json"]), "[\n]\n");
    assert!(good(&["diff", "preset:reference", "preset:circular-city"]).contains("incentives.circular_programme"));
}

#[test]
fn merge_writes_both_changes_or_says_what_to_agree_on() {
    let files = Files::new();
    let base = shipped("protect-and-intensify");
    let (mine, theirs) = (
        edited(&base, &[set("london", LeverId::ProtectedShare, 80.0), ScenarioEdit::SetAuthor("A".to_owned())]),
        edited(&base, &[set("brussels", LeverId::ProtectedShare, 70.0)]),
    );
    let names = [files.save("base.ron", &base), files.save("a.ron", &mine), files.save("b.ron", &theirs)];
    let out = files.path("merged.ron");
    let merge = |names: &[String; 3]| {
        let [base, a, b] = names.each_ref();
        ["merge", base, a, b, "-o", utf8(&out)].map(str::to_owned)
    };
    let run = merge(&names);
    assert_eq!(good(&run.each_ref().map(String::as_str)), "");
    let merged = open(&out);
    assert_eq!(merged, edited(&mine, &[set("brussels", LeverId::ProtectedShare, 70.0)]));

    std::fs::remove_file(&out).expect("it was written");
    let [base_name, a, _] = names;
    let other = files.save(
        "c.ron",
        &edited(
            &base,
            &[
                ScenarioEdit::ResetLever { city: "london".to_owned(), lever: LeverId::ProtectedShare },
                ScenarioEdit::SetAuthor("C".to_owned()),
            ],
        ),
    );
    let run = merge(&[base_name.clone(), a.clone(), other]);
    insta::assert_snapshot!(files.plain(&fails(1, &run.each_ref().map(String::as_str))), @r#"
    conflict: Author
        base.ron: "Making Room"
        a.ron: "A"
        c.ron: "C"
    conflict: Protected share of industrial land, London
        base.ron: 90 % from 2027 over 5 years, because "Judgement: London Plan 2021, policies E5 and E6, extended to…"
        a.ron: 80 % from 2030 over 1 year, because "agreed"
        c.ron: adopted policy
    2 conflicts, nothing was written; fix: agree on a value, set it in both files, and merge again
    "#);
    assert!(!out.exists());

    // Each is allowed, both together are not.
    let shorter = files.save("d.ron", &edited(&base, &[ScenarioEdit::SetHorizon(2035)]));
    let later = Setting::new(50.0, 2040);
    let lever = LeverId::Reprovision;
    let later = ScenarioEdit::SetLever { city: "london".to_owned(), lever, setting: later };
    let run = merge(&[base_name, shorter, files.save("e.ron", &edited(&base, &[later]))]);
    insta::assert_snapshot!(files.plain(&fails(1, &run.each_ref().map(String::as_str))), @"
    each side is in order, but both together are not; nothing was written
    cities › london › levers › zoning.reprovision › start: the start of zoning.reprovision is 2040; expected a year of the projection, 2023 to 2035; fix: choose a year in this range, or move the start of the city or the horizon
    ");
    assert!(!out.exists());
}
