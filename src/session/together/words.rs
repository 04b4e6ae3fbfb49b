//! What the cities have in common, in words: only what holds in the present results.

use crate::model::indicators::Indicator;
use crate::session::compare::words::percent;
use crate::t;
use crate::text;
use crate::units::{self, SPACE};
use crate::words;

use super::{Change, Facts, TOLD, Way};

/// In how many futures something holds at most, as far as the room for it goes.
const ALL: f64 = 0.99;

/// What the cities have in common, in a few sentences.
#[must_use]
pub fn sentences(facts: &Facts<'_>, shown: Indicator) -> Vec<String> {
    told(facts, shown, false)
}

/// The same about as long as it will be once all is worked out, to keep room for it.
#[must_use]
pub fn whole(facts: &Facts<'_>, shown: Indicator) -> Vec<String> {
    told(facts, shown, true)
}

/// The sentences; `filled` with something in the place of what is not known yet.
fn told(facts: &Facts<'_>, shown: Indicator, filled: bool) -> Vec<String> {
    if facts.count() == 0 {
        return vec![t!("together-none").to_owned()];
    }
    let mut said = Vec::new();
    let told: Vec<(Indicator, Vec<Change<'_>>)> = TOLD
        .into_iter()
        .map(|of| {
            let mut changes = facts.changes(of);
            for change in changes.iter_mut().filter(|_| filled) {
                change.sure = change.sure.or(Some(ALL));
            }
            (of, changes)
        })
        .collect();
    let one_way = |changes: &[Change<'_>]| {
        let first = changes.first().map(|change| change.way).filter(|way| *way != Way::Same)?;
        changes.iter().all(|change| change.way == first).then_some(first)
    };
    let common: Vec<String> =
        told.iter().filter_map(|(of, changes)| Some(sure(clause(*of, one_way(changes)?)?, changes))).collect();
    if !common.is_empty() {
        let clauses = text::list(&common);
        said.push(if facts.count() == 1 {
            t!("together-one", city = cities(&facts.changes(TOLD[0])), clauses = clauses)
        } else {
            t!("together-all", count = facts.count(), clauses = clauses)
        });
    }
    for (of, changes) in told.iter().filter(|(_, changes)| facts.count() > 1 && one_way(changes).is_none()) {
        let parts = [Way::Up, Way::Down].into_iter().filter_map(|way| {
            let these: Vec<Change<'_>> = changes.iter().copied().filter(|change| change.way == way).collect();
            let clause = clause(*of, way).filter(|_| !these.is_empty())?;
            Some(t!("together-in", clause = sure(clause, &these), cities = cities(&these)))
        });
        let parts: Vec<String> = parts.collect();
        if !parts.is_empty() {
            said.push(t!("together-mixed", parts = text::list(&parts)));
        }
    }
    said.extend(most(facts, shown));
    said.extend(lever(facts, filled));
    if !facts.still.is_empty() {
        let names: Vec<String> = facts.still.iter().map(|pack| words::city(pack).to_owned()).collect();
        said.push(t!("together-still", count = names.len(), cities = text::list(&names)));
    }
    said.into_iter().map(|words| sentence(&words)).collect()
}

/// Where what is shown changes most and least.
fn most(facts: &Facts<'_>, shown: Indicator) -> Option<String> {
    let mut changes = facts.changes(shown);
    changes.sort_by(|a, b| b.share.abs().total_cmp(&a.share.abs()));
    let (first, last) = (changes.first()?, changes.last()?);
    if changes.len() < 2 || first.way == Way::Same {
        return None;
    }
    let number = |change: &Change<'_>| {
        let number = [1, 2].map(|decimals| units::signed(change.share * 100.0, decimals));
        let [coarse, fine] = number;
        let number = if units::is_zero(&coarse) { fine } else { coarse };
        let unit = if shown == Indicator::Vacancy { t!("figures-points") } else { "%" };
        format!("{number}{SPACE}{unit}")
    };
    Some(t!(
        "together-most",
        what = words::indicator(shown),
        first = words::city(first.pack),
        most = number(first),
        last = words::city(last.pack),
        least = number(last)
    ))
}

/// The lever that does most to what is shown.
fn lever(facts: &Facts<'_>, filled: bool) -> Option<String> {
    let levers = facts.levers().or_else(|| filled.then(|| facts.longest_levers()))?;
    let (_, first) = *levers.first()?;
    if levers.iter().all(|(_, lever)| *lever == first) {
        return Some(t!("together-lever", count = levers.len(), lever = words::lever(first)));
    }
    let each = levers
        .iter()
        .map(|(pack, lever)| t!("together-lever-in", lever = words::lever(*lever), city = words::city(pack)));
    Some(t!("together-levers", levers = text::list(&each.collect::<Vec<_>>())))
}

/// A clause, and in how many futures it holds at the least.
fn sure(clause: &str, changes: &[Change<'_>]) -> String {
    let shares: Option<Vec<f64>> = changes.iter().map(|change| change.sure).collect();
    match shares.and_then(|shares| shares.into_iter().reduce(f64::min)) {
        None => clause.to_owned(),
        Some(share) if share < 0.5 => t!("together-open", clause = clause),
        Some(share) if changes.len() == 1 => t!("together-sure-one", clause = clause, share = percent(share)),
        Some(share) => {
            // Never quite all of them: there are only so many members.
            let share = format!("{}{SPACE}%", units::number((share * 100.0).floor().min(99.0), 0));
            t!("together-sure", clause = clause, share = share)
        }
    }
}

fn clause(of: Indicator, way: Way) -> Option<&'static str> {
    Some(match (of, way) {
        (Indicator::IndustrialFloorspace, Way::Up) => t!("together-floorspace-up"),
        (Indicator::IndustrialFloorspace, Way::Down) => t!("together-floorspace-down"),
        (Indicator::RealRent, Way::Up) => t!("together-rent-up"),
        (Indicator::RealRent, Way::Down) => t!("together-rent-down"),
        (Indicator::ManufacturingJobs, Way::Up) => t!("together-jobs-up"),
        (Indicator::ManufacturingJobs, Way::Down) => t!("together-jobs-down"),
        _ => return None,
    })
}

fn cities(changes: &[Change<'_>]) -> String {
    text::list(&changes.iter().map(|change| words::city(change.pack).to_owned()).collect::<Vec<_>>())
}

/// With a capital.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::levers::LeverId;
    use crate::scenario::edit::ScenarioEdit;
    use crate::session::background::Background;
    use crate::session::jobs::executor::AtOnce;
    use crate::session::view::View;
    use crate::session::workspace::Workspace;

    fn workspace() -> Workspace {
        Workspace::new(Library::embedded().expect("the evidence is embedded"), View::default())
    }

    fn set(workspace: &mut Workspace, city: &str, id: LeverId, level: f64) {
        let edit = ScenarioEdit::SetLevel { city: city.to_owned(), lever: id, level };
        workspace.apply(&edit, None).expect("a level in range");
    }

    fn said(workspace: &Workspace, background: &mut Background) -> String {
        background.follow(workspace);
        assert!(background.collect().is_empty());
        sentences(&Facts::of(workspace, background), workspace.view.together).join(" ")
    }

    #[test]
    fn what_is_said_of_all_cities_holds_in_each_of_them() {
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        let mut workspace = workspace();
        assert!(said(&workspace, &mut background).starts_with("Every city is at adopted policy"));
        for city in ["london", "brussels", "rotterdam"] {
            set(&mut workspace, city, LeverId::Reprovision, 90.0);
        }
        let words = said(&workspace, &mut background);
        assert!(words.starts_with("Against adopted policy, in all 3 cities there is more floorspace"), "{words}");
        let floorspace = Facts::of(&workspace, &background).changes(Indicator::IndustrialFloorspace);
        assert!(
            floorspace.len() == 3 && floorspace.iter().all(|change| change.way == Way::Up && change.sure.is_some())
        );
        let lever = LeverId::Reprovision.spec().name;
        assert!(words.contains(&format!("The lever that does most for it in all of them is {lever}.")), "{words}");
        // The other way in one of them, nothing at all in another.
        set(&mut workspace, "brussels", LeverId::Reprovision, 0.0);
        set(&mut workspace, "brussels", LeverId::ReleasePace, 2.0);
        workspace.apply(&ScenarioEdit::ResetCity("london".to_owned()), None).expect("it is there");
        let words = said(&workspace, &mut background);
        assert!(!words.contains("In all 2 cities floorspace"), "{words}");
        assert!(words.contains("here is less floorspace") && words.contains("in Brussels"), "{words}");
        assert!(words.contains("London is at adopted policy"), "{words}");
    }

    #[test]
    fn most_and_least_follow_what_is_shown() {
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        let mut workspace = workspace();
        set(&mut workspace, "london", LeverId::Reprovision, 90.0);
        set(&mut workspace, "rotterdam", LeverId::Reprovision, 90.0);
        workspace.view.together = Indicator::IndustrialFloorspace;
        let words = said(&workspace, &mut background);
        let mut changes = Facts::of(&workspace, &background).changes(Indicator::IndustrialFloorspace);
        changes.sort_by(|a, b| a.share.total_cmp(&b.share));
        let told = format!("largest change in {} (+", changes[1].pack.name);
        assert!(
            words.contains(&told) && words.contains(&format!("smallest in {} (+", changes[0].pack.name)),
            "{words}"
        );
    }
}
