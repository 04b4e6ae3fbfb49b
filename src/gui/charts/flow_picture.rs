//! The flow of floorspace as a picture to be taken away.

use super::flow::{Node, bands, nodes, sentence};
use crate::export::chart::picture::{self as export, Drawing, Picture, Tone};
use crate::export::table::{Cell, Table};
use crate::session::figures::Display;
use crate::session::space::{Space, Uses};
use crate::t;

/// The picture of a period, with its numbers in square metres: the scenario beside
/// the reference.
#[must_use]
pub fn of(space: &Space, reference: &Space, display: &Display, title: String, origin: String) -> Picture {
    let [left, right] = nodes(space);
    let place = |side: &[(Node, f64)], of: Node| side.iter().position(|(node, _)| *node == of).unwrap_or(0);
    let band = |band: super::flow::Band| export::Band {
        from: place(&left, band.from),
        from_at: band.from_at,
        to: place(&right, band.to),
        to_at: band.to_at,
        area: band.area,
        tone: tone(if band.to == Node::End { band.from } else { band.to }),
    };
    let node = |(node, area): &(Node, f64)| {
        let uses = match node {
            Node::Start => Some((&space.start, space.from)),
            Node::End => Some((&space.end, space.to)),
            _ => None,
        };
        let label = match uses {
            Some((_, year)) => format!("{year}: {}", display.level(*area).line()),
            None => format!("{} {}", node.label(), display.level(*area).number),
        };
        let parts = uses.map(|(uses, _)| parts(uses, display)).unwrap_or_default();
        export::Node { label, area: *area, tone: tone(*node), parts }
    };
    let flow = export::Flow {
        left: left.iter().map(node).collect(),
        right: right.iter().map(node).collect(),
        bands: bands(space).into_iter().map(band).collect(),
    };
    Picture {
        title,
        subtitle: display.heading(),
        summary: sentence(space, display),
        drawing: Drawing::Flow(flow),
        notes: vec![origin],
        table: table(&space.rounded(), &reference.rounded()),
    }
}

fn parts(uses: &Uses, display: &Display) -> Vec<export::Node> {
    let tones = [Tone::Main, Tone::Other, Tone::Empty];
    let part = |((name, area), tone): ((&str, f64), Tone)| export::Node {
        label: format!("{name} {}", display.level(area).number),
        area,
        tone,
        parts: Vec::new(),
    };
    uses.named().into_iter().zip(tones).map(part).collect()
}

const fn tone(node: Node) -> Tone {
    match node {
        Node::Reprovided | Node::Intensified | Node::Completed => Tone::Gain,
        Node::Start | Node::End => Tone::Kept,
        Node::Converted => Tone::Loss,
        Node::Obsolete => Tone::Faded,
    }
}

/// Whether a row is about the end of the period, its quantity by id and in words, and
/// its value (m²).
type Row = (bool, &'static str, String, fn(&Space) -> f64);

/// A row a quantity, in whole square metres that add up; what went is negative.
fn table(scenario: &Space, reference: &Space) -> Table {
    let mut table = Table::new(&["year", "quantity", "label", "unit", "reference", "scenario"]);
    let start = |part: &str| format!("{}: {part}", t!("space-at-start"));
    let end = |part: &str| format!("{}: {part}", t!("space-at-end"));
    let [manufacturing, others, vacant] = [t!("space-manufacturing"), t!("space-other-users"), t!("space-vacant")];
    let flow = |node: Node| node.label().to_owned();
    let rows: [Row; 11] = [
        (false, "start_manufacturing", start(manufacturing), |s| s.start.manufacturing),
        (false, "start_other_users", start(others), |s| s.start.other_users),
        (false, "start_vacant", start(vacant), |s| s.start.vacant),
        (true, "built", flow(Node::Completed), |s| s.completed),
        (true, "reprovided", flow(Node::Reprovided), |s| s.reprovided),
        (true, "intensified", flow(Node::Intensified), |s| s.intensified),
        (true, "converted", flow(Node::Converted), |s| -s.converted),
        (true, "obsolete", flow(Node::Obsolete), |s| -s.obsolete),
        (true, "end_manufacturing", end(manufacturing), |s| s.end.manufacturing),
        (true, "end_other_users", end(others), |s| s.end.other_users),
        (true, "end_vacant", end(vacant), |s| s.end.vacant),
    ];
    for (is_end, quantity, label, of) in rows {
        let year = if is_end { scenario.to } else { scenario.from };
        let row = vec![
            Cell::Whole(year),
            Cell::text(quantity),
            Cell::text(label),
            Cell::text("m²"),
            Cell::finite(of(reference), 0),
            Cell::finite(of(scenario), 0),
        ];
        table.rows.push(row);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Library;
    use crate::export::chart::svg;
    use crate::model::indicators::Indicator;
    use crate::model::projection;
    use crate::scenario::{lower, presets};

    #[test]
    fn the_picture_has_every_node_and_its_numbers_close() {
        let library = Library::embedded().expect("the evidence is embedded");
        let scenario = presets::ALL[1].open(&library).expect("it is shipped");
        let outcome = projection::run(&lower::inputs(&scenario, "london", &library).expect("it lowers"));
        let over = |projection| Space::over(projection, 2030, 2040).expect("it is projected");
        let (space, reference) = (over(&outcome.scenario), over(&outcome.reference));
        let currency = &library.packs["london"].currency;
        let display = Display::of(Indicator::IndustrialFloorspace, space.start.total(), currency);
        let picture = of(&space, &reference, &display, "Space, London".to_owned(), String::new());
        let svg = String::from_utf8(svg::file(&picture, 800).expect("it is written")).expect("text");
        for words in ["Converted ", "Built ", "Manufacturing ", "Vacant ", "2040: "] {
            assert!(svg.contains(words), "{words}");
        }
        let sum = |column: usize, prefix: &str, sign: f64| -> f64 {
            let rows =
                picture.table.rows.iter().filter(|row| matches!(&row[1], Cell::Text(q) if q.starts_with(prefix)));
            rows.map(|row| if let Cell::Number(value, _) = row[column] { sign * value } else { 0.0 }).sum()
        };
        for column in [4, 5] {
            let flows: f64 = ["built", "reprovided", "intensified", "converted", "obsolete"]
                .iter()
                .map(|quantity| sum(column, quantity, 1.0))
                .sum();
            let gap = sum(column, "start_", 1.0) + flows - sum(column, "end_", 1.0);
            assert!(gap.abs() < 1e-6, "{gap}");
        }
        let label = |table: &Table| match &table.rows[6][2] {
            Cell::Text(label) => label.clone().into_owned(),
            other => panic!("{other:?}"),
        };
        assert_eq!(label(&picture.table), Node::Converted.label());
        let dutch = crate::text::within(crate::text::Language::Nl, || label(&table(&space, &reference)));
        assert_eq!(dutch, crate::text::within(crate::text::Language::Nl, || Node::Converted.label().to_owned()));
        assert_ne!(dutch, Node::Converted.label(), "labels follow the language of the window");
    }
}
