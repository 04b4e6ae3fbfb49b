//! The back-cast: what it reaches, that it looks at nothing that came later, and
//! that anybody can run it on a city of their own.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use making_room::analysis::backcast::draws::draws;
use making_room::analysis::backcast::panel::Panel;
use making_room::analysis::backcast::{HORIZONS, JobsSeries, Mode, Report};
use making_room::evidence::{Library, peers};
use making_room::model::parameters::Parameters;

use super::cli::{fails, good, utf8};

fn library() -> Library {
    Library::embedded().expect("the shipped evidence is readable")
}

fn general(library: &Library) -> Parameters<f64> {
    Parameters::from_fn(|id| library.parameters[id.id()].expected())
}

fn panel() -> Vec<JobsSeries> {
    peers().expect("the panel is readable").iter().map(|(id, series)| JobsSeries::peer(id, series)).collect()
}

fn report() -> Report {
    let library = library();
    let parameters = |pack| Parameters::from_fn(|id| library.expected(pack, id).expect("a value"));
    let packs = library.packs.values().map(|pack| (pack, parameters(pack)));
    Report::of_cities(packs, panel(), &general(&library)).expect("the packs are sound")
}

#[test]
fn the_errors_are_what_they_were() {
    let report = report();
    let mut text = String::new();
    for group in report.groups.iter().filter(|group| group.pooled) {
        for (mode, s) in &group.scores {
            let percent = [s.model, s.trend, s.no_change, s.bias, s.coverage].map(|v| format!("{:.2}", 100.0 * v));
            let line = format!("{} {} {} years, {} origins", group.id, mode.id(), s.horizon, s.origins);
            writeln!(text, "{line}: {}", percent.join(" ")).expect("memory");
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn what_was_to_be_reached_is_reached() {
    let report = report();
    let missed: Vec<_> = report.targets.iter().filter(|target| target.reached() == Some(false)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
    assert_eq!(report.targets.iter().filter(|target| target.reached().is_some()).count(), 4 + 10 + 2);
    let range = |id, horizon| report.group(id).and_then(|g| g.at(Mode::ExAnte, horizon)).expect("scored").coverage;
    for (id, horizon) in [("cities", 1), ("cities", 3), ("cities", 5), ("panel", 1), ("panel", 3), ("panel", 5)] {
        assert!((0.70..=0.95).contains(&range(id, horizon)), "{id} at {horizon}: {}", range(id, horizon));
    }
}

#[test]
fn the_settings_of_the_cycle_are_what_the_panel_teaches() {
    let p = general(&library());
    let learnt = Panel::new(&panel(), &p);
    assert_eq!(learnt.best(None), (p.cycle_news, p.cycle_persistence), "assets/evidence/parameters.ron");
}

#[test]
fn a_city_of_the_panel_teaches_nothing_about_itself() {
    let p = general(&library());
    let mut cities = panel();
    let id = cities[0].id.clone();
    let before = Panel::new(&cities, &p).parameters(&p, &id);
    for (i, o) in cities[0].observations.iter_mut().enumerate() {
        o.jobs *= if i % 2 == 0 { 1.3 } else { 0.8 };
    }
    assert_eq!(Panel::new(&cities, &p).parameters(&p, &id), before);
}

#[test]
fn a_forecast_looks_at_nothing_after_its_origin() {
    let p = general(&library());
    let series = panel().remove(4);
    let origin = series.origins().nth(2).expect("an origin");
    let medians = |series: JobsSeries| -> Vec<(f64, f64)> {
        let report = Report::of_series(series, &p);
        report.from_origin(0, origin).map(|row| (row.median(), row.trend)).collect()
    };
    let mut changed = series.clone();
    for o in changed.observations.iter_mut().filter(|o| o.year > origin) {
        o.jobs *= 2.0;
    }
    assert_eq!(medians(series), medians(changed));
}

#[test]
fn official_projections_stand_where_they_were_made() {
    let report = report();
    let with: BTreeMap<(&str, i32), usize> =
        report.rows.iter().filter(|row| row.official.is_some()).fold(BTreeMap::new(), |mut found, row| {
            *found.entry((report.series[row.series].id.as_str(), row.origin)).or_default() += 1;
            found
        });
    // One, three and five years from 2011 and one and three from 2015, in both modes.
    let expected = [(("brussels.jobs.eurostat_c", 2015), 4), (("london.jobs.gla_wfj", 2011), 6)];
    assert_eq!(with.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(report.officials.len(), 3);
}

#[test]
fn members_say_what_the_range_says_and_do_not_depend_on_their_number() {
    let p = general(&library());
    let report = Report::of_series(panel().remove(0), &p);
    let many = draws(&report, 4000, 1);
    for (row, values) in report.rows.iter().zip(&many) {
        let (low, high) = row.range();
        let inside = values.iter().filter(|value| (low..=high).contains(*value)).count();
        assert!((3080..=3320).contains(&inside), "{} {}: {inside} of 4000", row.origin, row.horizon);
    }
    let few = draws(&report, 3, 1);
    assert!(few.iter().zip(&many).all(|(few, many)| few[..] == many[..3]));
    assert_ne!(draws(&report, 3, 2), few);
}

/// A file with jobs of a city that nobody here knows.
fn file(name: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, text).expect("a file");
    (folder, path)
}

fn steady(years: std::ops::Range<i32>) -> String {
    let mut text = "year,value\n".to_owned();
    for year in years {
        let jobs = 50_000.0 * (-0.02 * f64::from(year - 2000)).exp() * (1.0 + 0.01 * f64::from(year % 3));
        writeln!(text, "{year},{jobs:.0}").expect("memory");
    }
    text
}

#[test]
fn the_command_prints_rows_then_scores() {
    let csv = good(&["backcast", "--city", "brussels", "--format", "csv"]);
    let mut lines = csv.lines();
    let header = "series,mode,origin,horizon,year,actual,model_p10,model_p50,model_p90,trend,no_change,official";
    assert_eq!(lines.next(), Some(header));
    let (scores, rows): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with('#'));
    assert!(rows.iter().all(|row| row.split(',').count() == 12 && row.starts_with("brussels.")));
    assert!(scores[0].starts_with("# group,mode,horizon,origins,blocks,mape,"), "{}", scores[0]);
    assert!(scores.iter().any(|line| line.contains("hermreg2015")), "{scores:?}");
    let json = good(&["backcast", "--city", "vienna", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON and nothing else");
    assert!(rows.iter().all(|row| row["series"] == "peers.vienna" && row["official"].is_null()));
    assert!(fails(1, &["backcast", "--city", "viena"]).contains("vienna"));
}

#[test]
fn any_city_can_be_tried() {
    let (_folder, path) = file("ljubljana.csv", &steady(2000..2020));
    let text = good(&["backcast", "--series", utf8(&path)]);
    assert!(text.contains("ljubljana") && text.contains("of the error of the better of trend and no change"), "{text}");
    let (_other, nation) = file("slovenia.csv", &steady(1990..2020));
    let csv = good(&["backcast", "--series", utf8(&path), "--nation", utf8(&nation), "--format", "csv"]);
    assert!(csv.contains(",conditional,") && csv.contains(",ex_ante,"));
    let alone = good(&["backcast", "--series", utf8(&path), "--format", "csv"]);
    assert!(!alone.contains("conditional"));
}

#[test]
fn the_form_of_the_file_does_not_change_the_result() {
    let plain = steady(2000..2020);
    let without: String =
        plain.lines().filter(|line| !line.starts_with("2005")).flat_map(|line| [line, "\n"]).collect();
    let gap = plain.replace(plain.lines().find(|line| line.starts_with("2005")).expect("there"), "2005,");
    let mut reversed: Vec<&str> = without.lines().skip(1).collect();
    reversed.reverse();
    let forms = [
        without.clone(),
        gap,
        format!("\u{feff}# a remark\r\n{}", without.replace('\n', "\r\n").replace(',', ";")),
        reversed.join("\n"),
    ];
    let results: Vec<String> = forms
        .iter()
        .map(|form| {
            let (_folder, path) = file("city.csv", form);
            good(&["backcast", "--series", utf8(&path), "--format", "csv"])
        })
        .collect();
    assert!(results.iter().all(|result| *result == results[0]));
}

#[test]
fn a_series_that_cannot_be_tried_is_told_why() {
    let (_folder, path) = file("short.csv", &steady(2000..2010));
    let said = fails(1, &["backcast", "--series", utf8(&path)]);
    assert!(["short.csv", "10 figures", "at least 11", "fix"].iter().all(|word| said.contains(word)), "{said}");
    let (_folder, path) = file("bad.csv", "year,value\n2000,5\n2001,many\n");
    let said = fails(1, &["backcast", "--series", utf8(&path)]);
    assert!(["bad.csv:3:6", "\"many\"", "expected", "fix"].iter().all(|word| said.contains(word)), "{said}");
    assert!(fails(1, &["backcast", "--series", "nowhere.csv"]).contains("no such file"));
    fails(2, &["backcast", "--nation", utf8(&path)]);
    fails(2, &["backcast", "--series", utf8(&path), "--city", "london"]);
    fails(2, &["backcast", "--members", "0"]);
}

#[test]
fn strange_series_give_numbers_all_the_same() {
    for (name, jobs) in [
        ("flat", (|_| 1000.0) as fn(i32) -> f64),
        ("tiny", |i| 1.0 + 0.1 * f64::from(i % 2)),
        ("wild", |i| [1e3, 1e6, 10.0][usize::try_from(i).unwrap_or(0) % 3]),
        ("boom", |i| 1000.0 * (0.3 * f64::from(i)).exp()),
        ("bust", |i| 1e9 * (-0.6 * f64::from(i)).exp()),
        ("break", |i| if i < 15 { 50_000.0 } else { 20_000.0 }),
    ] {
        let mut text = String::new();
        for i in 0..25 {
            writeln!(text, "{},{}", 1990 + i, jobs(i)).expect("memory");
        }
        let (_folder, path) = file(&format!("{name}.csv"), &text);
        let csv = good(&["backcast", "--series", utf8(&path), "--format", "csv"]);
        let rivals = csv.lines().filter(|line| line.contains("no error to compare with")).count();
        assert!(!csv.contains("inf") && (rivals > 0 || name != "flat"), "{name}: {csv}");
        let rows: Vec<&str> = csv.lines().skip(1).filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 40, "{name}");
        for row in rows {
            let fields: Vec<f64> = row.split(',').skip(5).take(6).map(|f| f.parse().expect("a number")).collect();
            let [_, low, middle, high, _, _] = fields[..] else { panic!("{row}") };
            assert!(0.0 < low && low < middle && middle < high && high.is_finite(), "{name}: {row}");
        }
    }
}

#[test]
fn what_says_little_is_said_to() {
    let text = good(&["backcast"]);
    for words in [
        "gla2013: 0.82 of the error of the official forecast; to reach: at most 1.00; reached; one path from one origin",
        "panel at 10 years: 0.93 of the error of the better of trend and no change (no interval: 0.4 independent blocks)",
        "london.jobs.gla_wfj.from_2004 at 1 year: the 80 % range held 50 % of 12 outcomes",
        "were chosen on these same cities",
        "are an upper bound",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let one = good(&["backcast", "--city", "madrid"]);
    assert!(!one.contains("1 years") && !one.contains("1 origins"), "{one}");
}

#[test]
fn a_nation_that_says_little_is_named() {
    let (_folder, path) = file("city.csv", &steady(2000..2020));
    for (years, factor, words) in [
        (2005..2020, 10.0, Some("up to the origin 2013 the nation has fewer than 10 figures")),
        (1990..2015, 10.0, Some("the nation's figures end in 2014, 4 years before the last origin")),
        (1990..2020, 0.5, Some("in 2000 the nation has fewer jobs than the city")),
        (1990..2020, 10.0, None),
    ] {
        let mut jobs = String::new();
        for year in years {
            writeln!(jobs, "{year},{}", factor * 60_000.0).expect("memory");
        }
        let (_other, nation) = file("nation.csv", &jobs);
        let text = good(&["backcast", "--series", utf8(&path), "--nation", utf8(&nation)]);
        let notes: Vec<&str> = text.lines().filter(|line| line.contains("note: city: ")).collect();
        match words {
            Some(words) => assert!(notes.iter().any(|note| note.contains(words)), "{words}: {notes:?}"),
            None => assert!(!notes.iter().any(|note| note.contains("fewer") || note.contains("end in")), "{notes:?}"),
        }
    }
}

#[test]
fn coverage_can_be_counted_from_the_members() {
    let (_folder, path) = file("ljubljana.csv", &steady(2000..2020));
    let (_other, members) = file("members.csv", "");
    let csv =
        good(&["backcast", "--series", utf8(&path), "--draws", utf8(&members), "--members", "400", "--format", "csv"]);
    let mut values: BTreeMap<(i32, u32), (f64, Vec<f64>)> = BTreeMap::new();
    let mut reader = csv::Reader::from_path(&members).expect("the members");
    for row in reader.deserialize::<(String, String, i32, u32, usize, f64, f64)>() {
        let (series, mode, origin, horizon, _, actual, value) = row.expect("a row");
        assert_eq!((series.as_str(), mode.as_str()), ("ljubljana", "ex_ante"));
        values.entry((origin, horizon)).or_insert((actual, Vec::new())).1.push(value);
    }
    for horizon in HORIZONS {
        let at: Vec<_> = values.iter_mut().filter(|((_, h), _)| *h == horizon).collect();
        let held = |(actual, values): &mut (f64, Vec<f64>)| {
            values.sort_by(f64::total_cmp);
            assert_eq!(values.len(), 400);
            (values[40]..=values[359]).contains(actual)
        };
        let count = at.len();
        let held = at.into_iter().filter_map(|(_, v)| held(v).then_some(())).count();
        let line = csv.lines().find(|l| l.starts_with(&format!("# ljubljana,ex_ante,{horizon},"))).expect("scores");
        let printed: f64 = line.split(',').nth(12).expect("coverage").parse().expect("a number");
        let counted =
            100.0 * f64::from(u32::try_from(held).expect("few")) / f64::from(u32::try_from(count).expect("few"));
        assert!((counted - printed).abs() < 15.0, "{horizon}: {counted} counted, {printed} printed");
    }
}
