//! What a scenario adds to a chart: where its line was before the last change,
//! when levers begin, the range of the policy effect; and the years in view.

use crate::model::projection::{Column, Projection};
use crate::session::ranges::CityRanges;
use crate::session::why::column;
use crate::session::workspace::Workspace;

use super::build::band;
use super::chart::{Chart, Extras};
use super::turns;

/// Adds to the chart of a city of the current document what there is to add, and
/// cuts it to the years in view.
#[must_use]
pub fn dressed(mut chart: Chart, workspace: &Workspace, ranges: Option<&CityRanges>, city: &str) -> Chart {
    let document = workspace.document();
    let found = workspace.library().packs.get(city).zip(document.scenario().cities.get(city));
    let Some((pack, plan)) = found else { return chart };
    let Some(column) = column(pack, &chart.measure) else { return chart };
    let now = document.results().city(city).map(|result| &result.outcome.scenario);
    let before = document.previous().and_then(|previous| previous.city(city));
    let ghost = before.filter(|before| now.is_some_and(|now| differ(now, before, column)));
    let divisor = chart.display.divisor;
    chart.extras = Extras {
        ghost: ghost.map(|before| line(before, column, divisor)).unwrap_or_default(),
        moment: Some((document.id, document.history().revision())),
        turns: turns::of(pack, plan),
        effect: ranges.and_then(|ranges| band(ranges.effects(column), divisor)),
        axis: None,
        zoomed_from: None,
    };
    if let Some((first, last)) = workspace.view.years {
        chart.extras.zoomed_from = Some((chart.first_year, chart.last_year));
        (chart.first_year, chart.last_year) = (first, last);
    }
    chart
}

/// Whether the line is another one now, to the last bit.
fn differ(now: &Projection, before: &Projection, column: Column) -> bool {
    let bits = |of: &Projection| of.column(column).iter().map(|v| v.to_bits()).collect::<Vec<_>>();
    now.first_year() != before.first_year() || bits(now) != bits(before)
}

fn line(projection: &Projection, column: Column, divisor: f64) -> Vec<[f64; 2]> {
    projection.years().zip(projection.column(column)).map(|(year, v)| [f64::from(year), v / divisor]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::indicators::Indicator;
    use crate::model::levers::LeverId;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::history::Gesture;
    use crate::session::charts::build::{self, Subject};
    use crate::session::charts::chart::{Ink, point};
    use crate::session::view::{Place, View};

    fn chart(workspace: &Workspace) -> Chart {
        let pack = &workspace.library().packs["london"];
        let outcome = &workspace.document().results().city("london").expect("it is computed").outcome;
        let subject = Subject { pack, outcome, ranges: None, targets: &[], first_year: 1990 };
        dressed(build::indicator(&subject, Indicator::ManufacturingJobs), workspace, None, "london")
    }

    fn workspace() -> Workspace {
        let library = Library::embedded().expect("the evidence is embedded");
        Workspace::new(library, View { place: Place::City("london".to_owned()), ..View::default() })
    }

    fn set(workspace: &mut Workspace, level: f64, gesture: u64) {
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: LeverId::ProtectedShare, level };
        workspace.apply(&edit, Some(Gesture(gesture))).expect("a level in range");
    }

    #[test]
    fn the_ghost_is_where_the_line_was_before_the_gesture_and_an_undo_leaves_one_too() {
        let mut workspace = workspace();
        assert!(chart(&workspace).extras.ghost.is_empty(), "nothing was changed yet");
        let at = |chart: &Chart| chart.at(Ink::Scenario, 2045);
        let ghost = |chart: &Chart| point(&chart.extras.ghost, 2045);
        let adopted = at(&chart(&workspace));
        for level in [70.0, 80.0, 90.0] {
            set(&mut workspace, level, 1);
            assert_eq!(ghost(&chart(&workspace)), adopted, "one drag is one change");
        }
        let dragged = at(&chart(&workspace));
        assert_ne!(dragged, adopted);
        set(&mut workspace, 95.0, 2);
        assert_eq!(ghost(&chart(&workspace)), dragged);
        let second = at(&chart(&workspace));
        workspace.undo();
        assert_eq!((at(&chart(&workspace)), ghost(&chart(&workspace))), (dragged, second));
        workspace.redo();
        assert_eq!((at(&chart(&workspace)), ghost(&chart(&workspace))), (second, dragged));
        workspace.apply(&ScenarioEdit::SetTitle("Mine".to_owned()), None).expect("a title");
        assert!(chart(&workspace).extras.ghost.is_empty(), "a title moves no line");
    }

    #[test]
    fn a_chart_is_cut_to_the_years_in_view_and_knows_all_of_them() {
        let mut workspace = workspace();
        workspace.choose_years(Some((2040, 2030)));
        let zoomed = chart(&workspace);
        assert_eq!((zoomed.first_year, zoomed.last_year), (2030, 2040));
        assert_eq!(zoomed.extras.zoomed_from.map(|(_, last)| last), Some(2050));
        workspace.choose_years(Some((2035, 2035)));
        assert_eq!(workspace.view.years, Some((2033, 2037)), "fewer years than can be read are widened");
        workspace.choose_years(None);
        assert_eq!(chart(&workspace).last_year, 2050);
    }
}
