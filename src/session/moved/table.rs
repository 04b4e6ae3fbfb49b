//! Everything that the last change moved, as a table.

use crate::explain::path::{Node, Path, Step};
use crate::explain::quantity;
use crate::model::indicators::IndicatorUnit;
use crate::session::background::Background;
use crate::session::figures::Display;
use crate::session::workspace::Workspace;
use crate::t;
use crate::units::{self, SPACE};
use crate::words;

use super::words::{Link, Teller, link};
use super::{CityMoved, Movement};

/// Everything that moved, a row each.
#[must_use]
pub fn table(workspace: &Workspace, background: &Background) -> Vec<Row> {
    let Some(moved) = workspace.moved() else { return Vec::new() };
    let teller = Teller { workspace, background, moved };
    moved
        .cities
        .iter()
        .flat_map(|city| city.movements.iter().map(move |of| (city, of)))
        .filter_map(|(city, of)| teller.row(city, of))
        .collect()
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Where it leads.
    pub link: Link,
    /// The city, in words.
    pub city: String,
    /// The unit of the values; empty where the name says it.
    pub unit: String,
    /// The value before.
    pub before: String,
    /// The value now.
    pub after: String,
    /// The difference.
    pub change: String,
    /// The difference as a share of the 80 % range of the level, once that is known.
    pub beside: Option<String>,
    /// The way by which most of it came, and how much, once that is known.
    pub way: Option<String>,
}

impl Teller<'_> {
    fn row(&self, city: &CityMoved, movement: &Movement) -> Option<Row> {
        let pack = self.pack(&city.id)?;
        let display = Display::of(movement.indicator, movement.after, &pack.currency);
        let mut link = link(pack, movement.indicator, false);
        words::indicator(movement.indicator).clone_into(&mut link.words);
        // The name of the indicator says what is counted.
        let counts = matches!(movement.indicator.unit(), IndicatorUnit::Jobs | IndicatorUnit::Homes);
        let percent = |share: f64| format!("{}{SPACE}%", units::number((share * 100.0).min(999.0), 0));
        let way = self.background.paths().way(self.moved, &city.id, movement);
        Some(Row {
            link,
            city: words::city(pack).to_owned(),
            before: display.exactly(movement.before).number,
            after: display.exactly(movement.after).number,
            unit: if counts { String::new() } else { display.heading() },
            change: display.exact_change(movement.delta()).number,
            beside: self.beside(&city.id, movement).map(percent),
            way: way.map(|path| t!("moved-way", way = chain(path), share = percent(path.share))),
        })
    }
}

/// The terms of a way, each with its direction.
fn chain(path: &Path) -> String {
    let of = |Step { node, rises }: &Step| {
        let name = match node {
            Node::Quantity(symbol) => {
                quantity::find(symbol).map_or(*symbol, |of| words::quantity(symbol, of.name)).to_owned()
            }
            Node::Reference(symbol) => {
                let name = quantity::find(symbol).map_or(*symbol, |of| words::quantity(symbol, of.name));
                t!("inspector-in-reference", name = name)
            }
            Node::Lever(id) => words::lever(*id).to_owned(),
            Node::Driver(id) => words::driver(*id).to_owned(),
            Node::Parameter(id) => id.id().to_owned(),
            Node::Start => t!("moved-start").to_owned(),
        };
        format!("{name}{SPACE}{}", if *rises { '▲' } else { '▼' })
    };
    path.steps.iter().map(of).collect::<Vec<_>>().join(" › ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::model::indicators::Indicator;
    use crate::model::levers::LeverId;
    use crate::scenario::edit::ScenarioEdit;
    use crate::session::jobs::executor::AtOnce;
    use crate::session::view::{Place, View};

    #[test]
    fn the_table_has_every_movement_with_its_way() {
        let library = Library::embedded().expect("the evidence is embedded");
        let view = View { place: Place::City("london".to_owned()), ..View::default() };
        let mut workspace = Workspace::new(library, view);
        let lever = LeverId::ProtectedShare;
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever, level: 90.0 };
        workspace.apply(&edit, None).expect("a level in range");
        let mut background = Background::new(Box::new(AtOnce), || {}).with_members(8);
        background.follow(&workspace);
        assert!(background.collect().is_empty());
        let rows = table(&workspace, &background);
        let moved = &workspace.moved().expect("it moved").cities[0];
        assert_eq!(rows.len(), moved.movements.len());
        let floorspace = rows.iter().find(|row| row.link.indicator == Indicator::IndustrialFloorspace).expect("a row");
        let way = floorspace.way.as_deref().expect("it was found");
        assert!(way.starts_with("Protected share of industrial land\u{a0}▲ › "), "{way}");
        assert!(way.contains("Industrial floorspace\u{a0}▲ (") && way.ends_with("% of the change)"), "{way}");
        assert!(floorspace.change.starts_with('+') && floorspace.beside.is_some(), "{floorspace:?}");
    }
}
