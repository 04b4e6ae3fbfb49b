//! Waterfall and wedges as pictures to be taken away.

use std::borrow::Cow;

use super::waterfall::{Kind, Waterfall};
use super::wedges::Wedges;
use crate::export::attribution::{self, Labels};
use crate::export::chart::picture::{Area, Drawing, Fill, Line, Picture, Step, Stroke, Years};
use crate::export::table::{Cell, Table};
use crate::session::why::Answer;
use crate::t;
use crate::words;

/// A wedge thinner than this share of the whole height has no name beside it.
const NAMED: f64 = 0.012;

/// The waterfall of a year. Its table is that of `making-room attribute`, with labels
/// in the language of the window.
#[must_use]
pub fn of_waterfall(waterfall: &Waterfall, answer: &Answer, title: String, year: i32, origin: String) -> Picture {
    let step = |row: &super::waterfall::Row| Step {
        label: row.label.clone(),
        fill: match row.kind {
            Kind::Reference | Kind::Scenario => None,
            Kind::Group(group) => Some(Fill::Group(group)),
            Kind::Lever(id, place) => Some(Fill::Lever(id.spec().group, place)),
        },
        from: row.from,
        to: row.to,
        figure: row.figure.line(),
    };
    let labels = || Labels {
        lever: words::lever,
        group: words::group,
        total: t!("take-total", method = waterfall.method.as_str()),
    };
    let row = answer.row(year);
    let table = row.map(|row| attribution::table(&answer.attribution, row, waterfall.indicator.unit(), labels()));
    Picture {
        title,
        subtitle: t!("take-by-lever").to_owned(),
        summary: waterfall.sentence(),
        drawing: Drawing::Steps(waterfall.rows.iter().map(step).collect()),
        notes: vec![waterfall.method.clone(), origin],
        table: table.unwrap_or_default(),
    }
}

/// The wedges over all years, with a row a year and a column a lever, named as they
/// are in the window.
#[must_use]
pub fn of_wedges(wedges: &Wedges, title: String, year: i32, origin: String) -> Picture {
    let (low, high) = wedges.range();
    let area = |wedge: &super::wedges::Wedge| {
        let is_thick = wedge.edges.last().is_some_and(|[from, to]| to - from > NAMED * (high - low));
        Area {
            fill: Fill::Lever(wedge.lever.spec().group, wedge.place),
            label: is_thick.then(|| words::lever(wedge.lever).to_owned()),
            edges: wedges.years.iter().zip(&wedge.edges).map(|(year, [low, high])| [*year, *low, *high]).collect(),
        }
    };
    let last = wedges.total.last().map(|total| wedges.display.change(total * wedges.display.divisor).number);
    let total = Line {
        stroke: Stroke::Total,
        label: last.map(|figure| t!("take-all-levers", figure = figure)),
        points: wedges.years.iter().zip(&wedges.total).map(|(year, value)| [*year, *value]).collect(),
    };
    let (first, end) = wedges.span();
    #[expect(clippy::cast_possible_truncation, reason = "calendar years")]
    let span = (first as i32, end as i32);
    Picture {
        title,
        subtitle: t!("take-against-reference", unit = wedges.display.heading_of_changes()),
        summary: wedges.sentence(year),
        drawing: Drawing::Years(Years {
            span,
            from_zero: true,
            areas: wedges.wedges.iter().map(area).collect(),
            lines: vec![total],
            chosen: Some(year),
            ..Years::default()
        }),
        notes: vec![origin],
        table: table(wedges),
    }
}

fn table(wedges: &Wedges) -> Table {
    let mut table = Table::default();
    let names = wedges.wedges.iter().map(|wedge| words::lever(wedge.lever));
    let names = std::iter::once(t!("take-year")).chain(names).chain([t!("take-all-together")]);
    table.columns.extend(names.map(Cow::Borrowed));
    let number = |value: Option<&f64>| value.map_or(Cell::Empty, |v| Cell::finite(v * wedges.display.divisor, 0));
    for (row, year) in wedges.years.iter().enumerate() {
        #[expect(clippy::cast_possible_truncation, reason = "a calendar year")]
        let mut cells = vec![Cell::Whole(year.round() as i32)];
        cells.extend(wedges.wedges.iter().map(|wedge| number(wedge.values.get(row))));
        cells.push(number(wedges.total.get(row)));
        table.rows.push(cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::{Attribution, Method};
    use crate::evidence::Library;
    use crate::export::chart::svg;
    use crate::model::indicators::Indicator;
    use crate::model::levers::LeverId;
    use crate::text::{self, Language};

    fn answer() -> Answer {
        let levers =
            vec![(LeverId::ProtectedShare, vec![1000.0, 2000.0]), (LeverId::CapitalGrants, vec![500.0, -400.0])];
        Answer {
            version: 0,
            first_year: 2030,
            reference: vec![100e3, 99e3],
            scenario: vec![101.5e3, 100.6e3],
            attribution: Attribution { method: Method::Exact, levers, total: vec![1500.0, 1600.0] },
        }
    }

    #[test]
    fn a_waterfall_is_drawn_with_its_names_and_its_numbers_sum_up() {
        let library = Library::embedded().expect("the evidence is embedded");
        let (answer, pack) = (answer(), &library.packs["london"]);
        let waterfall = Waterfall::new(&answer, Indicator::ManufacturingJobs, pack, 2031).expect("two levers");
        let picture = of_waterfall(&waterfall, &answer, "Jobs, 2031".to_owned(), 2031, "origin".to_owned());
        let svg = String::from_utf8(svg::file(&picture, 800).expect("it is written")).expect("text");
        for words in ["Jobs, 2031", "Protected share of industrial land", "Capital grants", "100\u{202f}600", "origin"]
        {
            assert!(svg.contains(words), "{words}: {svg}");
        }
        let csv = String::from_utf8(picture.table.csv().expect("rows as long as the header")).expect("text");
        assert!(csv.contains("lever,zoning.protected_share,") && csv.trim_end().ends_with(",1600"), "{csv}");
    }

    #[test]
    fn labels_are_in_the_language_of_the_window_and_ids_are_not() {
        let library = Library::embedded().expect("the evidence is embedded");
        let (answer, pack) = (answer(), &library.packs["london"]);
        let csv = text::within(Language::Nl, || {
            let waterfall = Waterfall::new(&answer, Indicator::ManufacturingJobs, pack, 2031).expect("two levers");
            let picture = of_waterfall(&waterfall, &answer, String::new(), 2031, String::new());
            String::from_utf8(picture.table.csv().expect("rows as long as the header")).expect("text")
        });
        let (id, group) = (LeverId::CapitalGrants, LeverId::CapitalGrants.spec().group);
        let [lever, group] = text::within(Language::Nl, || [words::lever(id), words::group(group)]);
        assert_ne!(lever, id.spec().name, "it has a Dutch name");
        assert!(csv.contains(&format!("lever,{id},{lever},-400")), "{csv}");
        assert!(csv.contains(&format!("group,incentives,{group},-400")), "{csv}");
        assert!(csv.starts_with("kind,id,label,contribution"), "{csv}");
    }

    #[test]
    fn wedges_have_a_column_a_lever_and_a_row_a_year() {
        let library = Library::embedded().expect("the evidence is embedded");
        let pack = &library.packs["london"];
        let wedges = Wedges::new(&answer(), Indicator::ManufacturingJobs, pack).expect("two years");
        let picture = of_wedges(&wedges, "Jobs".to_owned(), 2031, String::new());
        let csv = String::from_utf8(picture.table.csv().expect("rows as long as the header")).expect("text");
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(
            lines[0],
            "Year,Protected share of industrial land,Capital grants to small manufacturers,All levers together"
        );
        assert_eq!(lines[1..], ["2030,1000,500,1500", "2031,2000,-400,1600"]);
        let svg = String::from_utf8(svg::file(&picture, 800).expect("it is written")).expect("text");
        assert!(svg.contains("All levers +1\u{202f}600") && svg.contains("Capital grants"), "{svg}");
        // Groups differ by more than colour.
        assert!(svg.contains("id=\"dots\"") && svg.contains("url(#dots)") && !svg.contains("lines"), "{svg}");
    }
}
