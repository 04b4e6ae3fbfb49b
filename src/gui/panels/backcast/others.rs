//! Official projections, cities that the model has not seen, and what all of this
//! does not show.

use eframe::egui::{Label, Ui};

use super::Part;
use crate::analysis::backcast::{Official, Warning, pooled};
use crate::gui::app::action::Action;
use crate::gui::panels::card;
use crate::gui::theme::{space, text};
use crate::gui::widgets::buttons::text_button;
use crate::session::backcast::{self, LookBack, words};
use crate::t;

/// Draws the cards.
pub fn show(ui: &mut Ui, part: Part<'_>, actions: &mut Vec<Action>) {
    let officials: Vec<&Official> = officials(part);
    if !officials.is_empty() {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(text::title(t!("backcast-officials-title")));
            for official in officials {
                self::official(ui, part, official, actions);
            }
        });
        ui.add_space(space::S);
    }
    if !backcast::is_unseen(part.group)
        && let Some(panel) = part.past.report.group(pooled::PANEL)
        && let Some(scores) = backcast::headline(panel)
    {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(text::title(t!("backcast-unseen-title")));
            let count = panel.series.len();
            let years = panel.series.iter().flat_map(|at| &part.past.report.series[*at].observations).map(|o| o.year);
            let (from, to) = years.fold((i32::MAX, i32::MIN), |(from, to), year| (from.min(year), to.max(year)));
            let sentence = t!("backcast-unseen", count = count, from = from.to_string(), to = to.to_string());
            ui.add(Label::new(format!("{sentence} {} {}", words::off(scores), words::against(scores))).wrap());
            if text_button(ui, t!("backcast-unseen-show")).clicked() {
                let group = Some(panel.id.clone());
                actions.push(Action::LookBack(LookBack { group, series: None, years: None, ..part.look.clone() }));
            }
        });
        ui.add_space(space::S);
    }
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        caveats(ui, part);
    });
}

/// The official projections that are judged on series of the place in view.
fn officials(part: Part<'_>) -> Vec<&Official> {
    let report = &part.past.report;
    let here = |official: &&Official| match part.pack {
        Some(pack) => pack.forecasts.contains_key(&official.id),
        None => true,
    };
    report.officials.iter().filter(here).filter(|official| !official.years.is_empty()).collect()
}

fn official(ui: &mut Ui, part: Part<'_>, official: &Official, actions: &mut Vec<Action>) {
    let Some((year, theirs_last, ours_last)) = official.last() else { return };
    let (theirs, ours) = official.errors();
    ui.add_space(space::XS);
    ui.add(Label::new(text::strong(&official.title)).wrap());
    let base = official.base.to_string();
    let [theirs, ours] = [theirs, ours].map(words::percent);
    let judged = t!(
        "backcast-official-judged",
        base = base.as_str(),
        years = official.years.len(),
        theirs = theirs,
        ours = ours
    );
    let last = t!(
        "backcast-official-last",
        year = year.to_string(),
        theirs = words::miss(theirs_last),
        ours = words::miss(ours_last)
    );
    ui.add(Label::new(format!("{judged} {last}")).wrap());
    let at = part.past.report.series.iter().position(|one| one.id == official.outcome);
    let group = at.and_then(|at| part.past.choices(part.pack).into_iter().find(|g| !g.pooled && g.series == [at]));
    let has_fan = at.is_some_and(|at| part.past.fans[at].iter().any(|fan| fan.origin == official.base));
    if let Some(group) = group.filter(|_| has_fan) {
        if text_button(ui, &t!("backcast-official-show", year = base)).clicked() {
            let look =
                LookBack { group: Some(group.id.clone()), series: None, origin: Some(official.base), years: None };
            actions.push(Action::LookBack(look));
        }
    } else {
        ui.label(text::note(ui, t!("backcast-official-short")));
    }
}

/// What to know before believing it.
fn caveats(ui: &mut Ui, part: Part<'_>) {
    ui.label(text::title(t!("backcast-caveats-title")));
    for words in [
        t!("backcast-caveat-policy"),
        t!("backcast-caveat-jobs"),
        t!("backcast-caveat-overlap"),
        t!("backcast-caveat-noise"),
        t!("backcast-caveat-choice"),
    ] {
        ui.add(Label::new(format!("•  {words}")).wrap());
    }
    let report = &part.past.report;
    let of_place = part.pack.map(|pack| backcast::belongs(report, pack));
    let in_view = |id: &str| {
        let at = report.series.iter().position(|one| one.id == id);
        at.is_some_and(|at| part.group.series.contains(&at) || of_place.as_ref().is_some_and(|own| own.contains(&at)))
    };
    let wanted = |warning: &&Warning| match warning {
        Warning::Short { series, .. }
        | Warning::Breaks { series, .. }
        | Warning::Noisy { series, .. }
        | Warning::Nation { series, .. }
        | Warning::NationShort { series, .. }
        | Warning::NationEnds { series, .. }
        | Warning::NationSmaller { series, .. } => in_view(series),
        Warning::Few { group, .. } => *group == part.group.id,
    };
    for warning in report.warnings.iter().filter(wanted) {
        ui.add(Label::new(format!("•  {}", words::warning(part.past, warning))).wrap());
    }
}
