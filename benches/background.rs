//! What the window works out in the background, from the moment it is asked
//! until the answer is there. `cargo bench --bench background`.

use std::sync::mpsc;

use divan::{Bencher, black_box};
use making_room::analysis::attribution::attribute;
use making_room::evidence::Library;
use making_room::model::indicators::Indicator;
use making_room::model::levers::LeverId;
use making_room::model::projection::{Column, reference};
use making_room::scenario::edit::ScenarioEdit;
use making_room::scenario::{lower, presets};
use making_room::session::background::Background;
use making_room::session::jobs::executor::Worker;
use making_room::session::view::{Place, Tab, View};
use making_room::session::workspace::Workspace;

fn main() {
    divan::main();
}

fn set(city: &str, id: LeverId, level: f64) -> ScenarioEdit {
    ScenarioEdit::SetLevel { city: city.to_owned(), lever: id, level }
}

/// A window's session that shows a tab of a city, with twelve levers changed there.
fn session(city: &str, tab: Tab) -> Workspace {
    let library = Library::embedded().expect("the shipped evidence is readable");
    let view = View { place: Place::City(city.to_owned()), tab, ..View::default() };
    let mut workspace = Workspace::new(library, view);
    workspace.open_preset(presets::find("protect-and-intensify").expect("it is shipped")).expect("it opens");
    let more = [
        (LeverId::NewLand, 2.0),
        (LeverId::AffordableDiscount, 30.0),
        (LeverId::PublicOwnership, 10.0),
        (LeverId::Stabilisation, 30.0),
        (LeverId::Innovation, 1.0),
    ];
    for (lever, level) in more {
        workspace.apply(&set(city, lever, level), None).expect("a level in range");
    }
    workspace
}

/// Exact Shapley values of twelve levers: 4,096 runs.
#[divan::bench(args = ["london", "brussels", "rotterdam"])]
fn which_of_twelve_levers_did_it(bencher: Bencher<'_, '_>, city: &str) {
    let workspace = session(city, Tab::Why);
    let inputs = lower::inputs(workspace.document().scenario(), city, workspace.library()).expect("it lowers");
    assert_eq!(inputs.changed().count(), 12);
    let reference = reference(&inputs);
    bencher.bench(|| attribute(black_box(&inputs), &reference, Column::Indicator(Indicator::ManufacturingJobs)));
}

/// A slider's move to the newer 80 % ranges of its city, 1,000 members: what is
/// ordered, worked out by the other thread, and kept.
#[divan::bench(args = ["london", "brussels", "rotterdam"])]
fn a_move_and_its_ranges(bencher: Bencher<'_, '_>, city: &str) {
    let mut workspace = session(city, Tab::Overview);
    let (woke, is_awake) = mpsc::channel();
    let worker = Worker::start().expect("a thread");
    let mut background = Background::new(Box::new(worker), move || {
        let _ = woke.send(());
    });
    let mut level = 60.0;
    let mut follow = |workspace: &Workspace| {
        background.follow(workspace);
        while background.is_behind(workspace) {
            is_awake.recv().expect("the worker is there");
            assert!(background.collect().is_empty());
        }
    };
    follow(&workspace);
    bencher.bench_local(|| {
        level = if level > 90.0 { 60.0 } else { level + 1.0 };
        workspace.apply(&set(city, LeverId::ProtectedShare, level), None).expect("a level in range");
        follow(&workspace);
    });
}
