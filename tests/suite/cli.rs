//! The command line, through the real binary.

use std::path::Path;
use std::process::{Output, Stdio};

use assert_cmd::Command;
use making_room::evidence::Library;
use making_room::export::projection::measures;
use making_room::model::projection;
use making_room::scenario::{lower, presets, store};

pub fn making_room(arguments: &[&str]) -> Output {
    Command::cargo_bin("making-room").expect("the binary").args(arguments).output().expect("it runs")
}

pub fn good(arguments: &[&str]) -> String {
    let output = making_room(arguments);
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    // What a scenario assumes is said beside the result, and nothing else.
    let others: Vec<&str> = errors.lines().filter(|line| !line.starts_with("note: with ")).collect();
    assert!(others.is_empty(), "{arguments:?}: {others:?}");
    text(&output.stdout)
}

pub fn fails(code: i32, arguments: &[&str]) -> String {
    let output = making_room(arguments);
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
    assert!(!errors.contains("panicked"), "{errors}");
    errors
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

pub fn utf8(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn project_prints_the_numbers_of_the_library_to_twelve_digits() {
    let library = Library::embedded().expect("the shipped evidence can be read");
    for preset in &presets::ALL {
        let scenario = preset.open(&library).expect("it opens");
        let csv = good(&["project", &format!("preset:{}", preset.id), "--members", "1", "--format", "csv"]);
        let mut lines = csv.lines();
        assert_eq!(lines.next(), Some("city,year,indicator,unit,reference,scenario,p10,p50,p90"));
        for (city, plan) in &scenario.cities {
            let pack = &library.packs[city];
            let outcome = projection::run(&lower::inputs(&scenario, city, &library).expect("it can be computed"));
            for year in plan.start..=scenario.horizon {
                for (measure, column) in measures(pack) {
                    let fields: Vec<&str> = lines.next().expect("a row").split(',').collect();
                    let [c, y, i, _, reference, projected, "", "", ""] = fields[..] else { panic!("{fields:?}") };
                    assert_eq!((c, y, i), (city.as_str(), year.to_string().as_str(), measure.to_string().as_str()));
                    let same = |printed: &str, computed: Option<f64>| {
                        let printed = (!printed.is_empty()).then(|| printed.parse::<f64>().expect("a number"));
                        let near = |(p, c): (f64, f64)| (p - c).abs() <= 1e-11 * c.abs();
                        assert_eq!(printed.is_some(), computed.is_some(), "{fields:?}");
                        assert!(printed.zip(computed).is_none_or(near), "{fields:?}");
                    };
                    same(reference, outcome.reference.at(column, year));
                    same(projected, outcome.scenario.at(column, year));
                }
            }
        }
        assert_eq!(lines.next(), None);
    }
}

#[test]
fn project_covers_three_cities_from_base_year_to_2050() {
    let csv = good(&["project", "preset:protect-and-intensify", "--format", "csv"]);
    for start in ["london,2023,manufacturing_jobs,jobs,117355,117355,", "brussels,2024,", "rotterdam,2024,"] {
        assert!(csv.lines().any(|line| line.starts_with(start)), "{start}");
    }
    for city in ["london", "brussels", "rotterdam"] {
        assert!(csv.contains(&format!("{city},2050,cost_per_net_job_year,")));
        assert!(!csv.contains(&format!("{city},2051,")));
    }
    let one = good(&["project", "preset:protect-and-intensify", "--city", "brussels", "--format", "csv"]);
    assert!(one.lines().skip(1).all(|line| line.starts_with("brussels,")));
    assert!(csv.contains(one.split_once('\n').expect("rows").1));
}

#[test]
fn json_holds_the_rows_of_the_csv() {
    let arguments = |format| ["project", "preset:replay-rotterdam-2022", "--format", format];
    let json: serde_json::Value = serde_json::from_str(&good(&arguments("json"))).expect("JSON");
    let rows = json.as_array().expect("an array");
    let csv = good(&arguments("csv"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names = reader.headers().expect("a header").clone();
    let mut count = 0;
    for (record, object) in reader.records().zip(rows) {
        let object = object.as_object().expect("an object");
        assert!(object.keys().eq(names.iter()));
        for (name, field) in names.iter().zip(&record.expect("a record")) {
            match &object[name] {
                serde_json::Value::Null => assert_eq!(field, ""),
                serde_json::Value::String(text) => assert_eq!(field, text),
                // serde_json reads the last digit of a number loosely.
                number => {
                    let (csv, json) = (field.parse::<f64>().expect("a number"), number.as_f64().expect("a number"));
                    assert!((csv - json).abs() <= 1e-15 * csv.abs(), "{name}: {csv} {json}");
                }
            }
        }
        count += 1;
    }
    assert_eq!(count, rows.len());
}

#[test]
fn settings_on_the_command_line_come_on_top_of_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    let file = utf8(&path);
    good(&["new", "london", "brussels", "-o", file]);
    let plain = good(&["project", file, "--format", "csv"]);
    let unmoved = "london.zoning.protected_share=65@2030";
    assert_eq!(good(&["project", file, "--format", "csv", "--set", unmoved]), plain, "adopted policy moves nothing");
    let set = ["--set", "london.rent.property_tax=-20@2030+5", "--assume", "eps_R=-0.4"];
    let moved = good(&[&["project", file, "--format", "csv"][..], &set[..]].concat());
    let said = making_room(&[&["project", file][..], &set[..]].concat()).stderr;
    assert_eq!(text(&said), "note: with 1 own assumption: eps_R = -0.4 elasticity in all cities\n");
    let line = |csv: &str, start: &str| csv.lines().find(|l| l.starts_with(start)).map(str::to_owned);
    assert_ne!(line(&moved, "london,2050,occupancy_cost"), line(&plain, "london,2050,occupancy_cost"));
    // Cost sensitivity moves what a policy does, not the reference, which follows the drift.
    let eased = ["--set", "london.rent.property_tax=-20@2030+5", "--set", "brussels.rent.property_tax=-20@2030+5"];
    let eased = [&["project", file, "--format", "csv"][..], &eased[..]].concat();
    let everywhere = good(&eased);
    let in_one = good(&[&eased[..], &["--assume", "london.eps_R=-0.4"]].concat());
    assert_eq!(line(&in_one, "brussels,2050"), line(&everywhere, "brussels,2050"));
    assert_ne!(line(&in_one, "london,2050"), line(&everywhere, "london,2050"));

    // The same in a file gives the same numbers.
    let library = Library::embedded().expect("the shipped evidence can be read");
    let mut scenario = store::open(&path, &library).expect("opens").scenario;
    let written =
        making_room::scenario::document::Setting { level: -20.0, start: 2030, ramp: 5.0, reason: String::new() };
    let lever = making_room::model::levers::LeverId::PropertyTax;
    scenario.cities["london"].levers.insert(lever, written);
    let elasticity = making_room::scenario::document::Assumption { value: -0.4, reason: "a test".to_owned() };
    scenario.assumptions.insert(making_room::model::parameters::ParameterId::CostElasticity, elasticity);
    store::save(&path, &scenario, &library).expect("saved");
    assert_eq!(good(&["project", file, "--format", "csv"]), moved);
}

#[test]
fn presets_lists_what_each_stands_for() {
    let csv = good(&["presets", "--format", "csv"]);
    assert!(csv.starts_with("id,title,cities,stands_for\nreference,Reference,london brussels rotterdam,"));
    assert_eq!(csv.lines().count(), 9);
    assert!(good(&["presets"]).contains("Protect and intensify"));
}

#[test]
fn sources_lists_every_number_with_its_source() {
    let csv = good(&["sources", "--format", "csv"]);
    assert!(csv.starts_with("id,kind,label,value,unit,low,high,year,source,confidence\n"));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a record")).collect();
    for kind in ["parameter", "figure", "outlook", "series", "forecast", "source"] {
        assert!(rows.iter().any(|row| &row[1] == kind), "{kind}");
    }
    for row in rows.iter().filter(|row| &row[1] != "source") {
        assert!(!row[8].is_empty() && !row[9].is_empty(), "{row:?}");
        assert!(!row[3].is_empty() || (!row[5].is_empty() && !row[6].is_empty()), "{row:?}");
    }
    let one = good(&["sources", "eps_R", "--format", "csv"]);
    assert!(one.lines().skip(1).all(|line| line.contains("eps_R,parameter,")), "{one}");
    assert!(one.lines().count() > 1);
    assert!(good(&["sources", "london.levers", "--format", "csv"]).lines().count() > 15);
    assert!(good(&["sources", "lit-34", "--format", "csv"]).contains("lit-34,source,"));
    assert!(fails(1, &["sources", "nothing"]).contains("nothing with the id \"nothing\""));
}

#[test]
fn a_new_file_is_in_standard_form_and_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new.ron");
    let file = utf8(&path);
    assert_eq!(good(&["new", "rotterdam", "london", "-o", file]), "");
    let read = || std::fs::read_to_string(&path).expect("there");
    let written = read();
    let (document, receipt) = written.split_once("    receipt: (\n").expect("a receipt");
    insta::assert_snapshot!(document, @r#"
    (
        format: "making-room scenario",
        version: 3,
        title: "New scenario",
        horizon: 2050,
        outlook: (
            base: "plateau",
        ),
        cities: {
            "rotterdam": (
                start: 2024,
            ),
            "london": (
                start: 2023,
            ),
        },
    "#);
    assert!(receipt.lines().all(|line| line.matches(": ").count() <= 1), "one value a line");
    assert!(good(&["check", file]).ends_with(
        "a scenario, \"New scenario\" (rotterdam, london), in order; its results are those with which it was saved\n"
    ));
    good(&["fmt", file]);
    assert_eq!(read(), written);
    assert!(fails(1, &["new", "london", "-o", file]).contains("such a file already"));
    assert_eq!(read(), written);
    assert!(fails(1, &["new", "londn", "-o", "x.ron"]).contains("write london"));
}

#[test]
fn fmt_loses_no_comment() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    let untidy = "// Mine.\n(format:\"making-room scenario\",version:1,title:\"T\",horizon:2040,outlook:(base:\"plateau\"),cities:{\"london\":(start:2023,levers:{})})";
    std::fs::write(&path, untidy).expect("written");
    let output = making_room(&["fmt", utf8(&path)]);
    assert!(output.status.success());
    assert!(text(&output.stderr).ends_with(
        ": it is in version 1 of the format; what it says stays the same, and saving it writes version 3\n"
    ));
    let tidy = std::fs::read_to_string(&path).expect("there");
    assert!(tidy.starts_with("// Mine.\n(\n    format: \"making-room scenario\",\n"), "{tidy}");
    good(&["fmt", utf8(&path)]);
    assert_eq!(std::fs::read_to_string(&path).expect("there"), tidy);

    let inside = tidy.replace("    horizon", "    /* why\n       2040? */\n    horizon");
    std::fs::write(&path, &inside).expect("written");
    let output = making_room(&["fmt", utf8(&path)]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).ends_with(":6:5: this comment now stands above the document\n"));
    assert_eq!(std::fs::read_to_string(folder.path().join("a.ron~")).expect("the version before"), inside);
    let moved = tidy.replacen("// Mine.\n", "// Mine.\n// why\n// 2040?\n", 1);
    assert_eq!(std::fs::read_to_string(&path).expect("there"), moved);
}

#[test]
fn a_city_from_a_pack_needs_no_code() {
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vienna.ron");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("vienna.ron");
    let file = utf8(&path);
    assert!(good(&["check", pack]).contains("a city pack, "));
    good(&["new", "vienna", "london", "--pack", pack, "-o", file]);
    let csv = good(&["project", file, "--pack", pack, "--city", "vienna", "--format", "csv"]);
    assert!(csv.contains("vienna,2050,manufacturing_jobs,jobs,"));
    // The pack travels in the file: whoever gets it needs nothing else.
    assert_eq!(good(&["project", file, "--city", "vienna", "--format", "csv"]), csv);
    let without = std::fs::read_to_string(&path).expect("there");
    let (before, _) = without.split_once("    packs: {").expect("a pack");
    std::fs::write(&path, format!("{before})")).expect("written");
    let errors = fails(1, &["project", file]);
    assert!(errors.contains("unknown city \"vienna\"") && errors.contains("--pack FILE"), "{errors}");
}

#[test]
fn check_without_a_file_checks_what_is_shipped() {
    assert!(good(&["check"]).ends_with("3 city packs, 8 scenarios, in order\n"));
    let root = env!("CARGO_MANIFEST_DIR");
    for file in ["sources", "parameters", "outlooks"] {
        assert!(good(&["check", &format!("{root}/assets/evidence/{file}.ron")]).contains("in order"));
    }
    for preset in &presets::ALL {
        good(&["check", &format!("{root}/presets/scenarios/{}.ron", preset.id)]);
    }
    for city in ["london", "brussels", "rotterdam"] {
        good(&["check", &format!("{root}/presets/cities/{city}.ron")]);
    }
}

#[test]
fn wrong_usage_is_code_2() {
    fails(2, &["project"]);
    fails(2, &["project", "preset:reference", "--format", "xml"]);
    fails(2, &["project", "preset:reference", "--interval", "wide"]);
    fails(2, &["new", "london"]);
    for members in ["0", "100001", "many"] {
        let error = fails(2, &["project", "preset:reference", "--members", members]);
        assert!(members == "many" || error.contains("1..=100000"), "{error}");
    }
    fails(2, &["compare", "preset:reference"]);
    let lever = fails(2, &["project", "preset:reference", "--set", "london.zoning.protected=9"]);
    assert!(lever.contains("zoning.protected_share"), "{lever}");
    fails(2, &["project", "preset:reference", "--assume", "magic=9"]);
    assert!(
        fails(2, &["project", "preset:reference", "--set", "london.zoning.new_land=lots"])
            .contains("not a finite number")
    );
}

#[test]
fn a_setting_that_the_scenario_does_not_take_is_code_1() {
    let errors = fails(1, &["project", "preset:reference", "--set", "london.zoning.protected_share=101"]);
    insta::assert_snapshot!(errors, @"--set london.zoning.protected_share=101: zoning.protected_share is 101; expected 0 to 100 %; fix: choose a value in this range");
    fails(1, &["project", "preset:reference", "--set", "paris.zoning.protected_share=90"]);
    fails(1, &["project", "preset:reference", "--set", "london.zoning.protected_share=90@2001"]);
    fails(1, &["project", "preset:reference", "--assume", "v_star=7"]);
    fails(1, &["project", "preset:reference", "--assume", "paris.v_star=0.07"]);
    assert!(
        fails(1, &["project", "preset:reference", "--city", "paris"])
            .contains("expected one of london, brussels, rotterdam")
    );
    assert!(fails(1, &["project", "preset:protect"]).contains("there is no such preset"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("making-room"))
        .args(["sources", "--format", "csv"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
}

#[test]
fn without_a_display_a_command_is_named_that_needs_none() {
    let output = Command::cargo_bin("making-room")
        .expect("the binary")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .timeout(std::time::Duration::from_secs(20))
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(3));
    let errors = text(&output.stderr);
    assert!(errors.contains("`making-room project preset:reference` works without"), "{errors}");
}

#[test]
fn a_mistyped_command_is_not_taken_for_a_file() {
    let errors = fails(1, &["projct"]);
    assert!(errors.contains("projct: there is no such file") && errors.contains("`making-room project`"), "{errors}");
    assert!(fails(1, &["absent.ron"]).contains("there is no such file"));
    fails(2, &["projct", "--format", "csv"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_system_that_fails_is_code_3() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let output = std::process::Command::new(assert_cmd::cargo::cargo_bin("making-room"))
        .arg("presets")
        .stdout(full)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).contains("the output cannot be written: "));
    // What is said beside the result is no reason to fail.
    let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let output = std::process::Command::new(assert_cmd::cargo::cargo_bin("making-room"))
        .args(["project", "preset:replay-brussels-2013", "--assume", "v_star=0.07", "--members", "1"])
        .stderr(full)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(0));
    assert!(!output.stdout.is_empty());
    assert!(fails(3, &["new", "london", "-o", "/proc/absent.ron"]).contains("the file cannot be written"));
}

#[test]
fn without_members_the_draws_are_the_central_run_as_number_0() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("draws.csv");
    let one = ["project", "preset:replay-brussels-2013", "--members", "1", "--format", "csv", "--draws", utf8(&path)];
    let csv = good(&one);
    let draws = std::fs::read_to_string(&path).expect("it was written");
    assert_eq!(draws.lines().next(), Some("member,city,year,indicator,reference,scenario"));
    assert_eq!(draws.lines().count(), csv.lines().count());
    for (draw, row) in draws.lines().zip(csv.lines()).skip(1) {
        let [city, year, indicator, _, reference, scenario, ..] = row.split(',').collect::<Vec<_>>()[..] else {
            panic!("{row}")
        };
        assert_eq!(draw, format!("0,{city},{year},{indicator},{reference},{scenario}"));
    }
}

#[test]
fn a_lever_that_the_pack_calls_unavailable_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let pack = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vienna.ron")).expect("a pack");
    let (before, after) = pack.split_once("\"zoning.protected_share\": (").expect("it describes the lever");
    let closed = folder.path().join("closed.ron");
    let text = format!("{before}\"zoning.protected_share\": (unavailable: \"no power to protect land\",{after}");
    std::fs::write(&closed, text).expect("it can be written");
    let plan = folder.path().join("plan.ron");
    good(&["new", "vienna", "--pack", utf8(&closed), "-o", utf8(&plan)]);
    let project =
        |set: &[&str]| good(&[&["project", utf8(&plan), "--pack", utf8(&closed), "--format", "csv"][..], set].concat());
    assert_eq!(project(&["--set", "vienna.zoning.protected_share=90"]), project(&[]));
}

/// The contributions by lever, from runs of every combination, in every order:
/// the definition, worked out the slow way.
#[test]
fn attribute_agrees_with_every_order_run_by_hand() {
    use making_room::model::indicators::Indicator;
    let library = Library::embedded().expect("the shipped evidence can be read");
    let levers = [
        ("zoning.protected_share", "90"),
        ("zoning.reprovision", "70"),
        ("rent.stabilisation", "50"),
        ("incentives.capital_grants", "12"),
    ];
    let jobs = |which: &[usize]| {
        let mut scenario = presets::find("reference").expect("shipped").open(&library).expect("it opens");
        let plan = scenario.cities.get_mut("london").expect("London");
        for &i in which {
            let level = levers[i].1.parse().expect("a number");
            let setting = making_room::scenario::document::Setting::new(level, 2027);
            plan.levers.insert(levers[i].0.parse().expect("a lever"), setting);
        }
        let outcome = projection::run(&lower::inputs(&scenario, "london", &library).expect("it can be computed"));
        outcome.scenario.at(Indicator::ManufacturingJobs, 2045).expect("in the run")
    };
    let mut by_hand = [0.0; 4];
    let mut orders = 0.0;
    for order in permutations(4) {
        for (i, player) in order.iter().enumerate() {
            by_hand[*player] += jobs(&order[..=i]) - jobs(&order[..i]);
        }
        orders += 1.0;
    }

    let set: Vec<String> = levers.iter().map(|(id, level)| format!("london.{id}={level}@2027")).collect();
    let mut arguments = vec!["attribute", "preset:reference", "--city", "london", "--year", "2045", "--format", "csv"];
    arguments.extend(["--indicator", "manufacturing_jobs"]);
    arguments.extend(set.iter().flat_map(|set| ["--set", set]));
    let csv = good(&arguments);
    let value = |kind: &str, id: &str| {
        let line = csv.lines().find(|line| line.starts_with(&format!("{kind},{id},"))).expect("a row");
        line.rsplit(',').next().expect("a number").parse::<f64>().expect("a number")
    };
    for ((id, _), known) in levers.iter().zip(by_hand) {
        approx::assert_relative_eq!(value("lever", id), known / orders, max_relative = 1e-9);
    }
    let total = jobs(&[0, 1, 2, 3]) - jobs(&[]);
    approx::assert_relative_eq!(value("total", "total"), total, max_relative = 1e-9);
    let levers_sum: f64 = levers.iter().map(|(id, _)| value("lever", id)).sum();
    approx::assert_relative_eq!(levers_sum, total, max_relative = 1e-9);
    let zoning = value("lever", levers[0].0) + value("lever", levers[1].0);
    approx::assert_relative_eq!(value("group", "zoning"), zoning, max_relative = 1e-9);
    assert!(csv.contains("exact Shapley values"));
}

fn permutations(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = permutations(n - 1);
    shorter
        .iter()
        .flat_map(|order| {
            (0..n).map(|at| {
                let mut longer = order.clone();
                longer.insert(at, n - 1);
                longer
            })
        })
        .collect()
}

#[test]
fn attribute_sums_up_for_every_lever_and_says_how_it_averaged() {
    let mut arguments = vec!["attribute".to_owned(), "preset:reference".to_owned()];
    let levels = ["85", "0.5", "50", "1.0", "5", "30", "40", "12", "40", "-20", "4", "100", "5000", "400", "10"];
    assert_eq!(levels.len(), making_room::model::levers::LEVERS);
    for (id, level) in making_room::model::levers::LeverId::all().zip(levels) {
        arguments.extend(["--set".to_owned(), format!("brussels.{id}={level}@2028+4")]);
    }
    arguments.extend(["--city", "brussels", "--year", "2050", "--format", "csv"].map(str::to_owned));
    for indicator in ["manufacturing_jobs", "real_rent", "public_cost", "homes_forgone"] {
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        arguments.extend(["--indicator", indicator]);
        let csv = good(&arguments);
        let sum = |kind: &str| -> f64 {
            let rows = csv.lines().filter(|line| line.starts_with(&format!("{kind},")));
            rows.map(|line| line.rsplit(',').next().expect("a number").parse::<f64>().expect("a number")).sum()
        };
        approx::assert_relative_eq!(sum("lever"), sum("total"), max_relative = 1e-9);
        approx::assert_relative_eq!(sum("group"), sum("total"), max_relative = 1e-9);
        assert!(csv.contains("Owen values"), "{csv}");
    }
}

#[test]
fn attribute_refuses_what_it_cannot_attribute() {
    let base = ["attribute", "preset:protect-and-intensify", "--city", "london", "--year", "2040", "--indicator"];
    let with = |more: &[&'static str]| base.iter().copied().chain(more.iter().copied()).collect::<Vec<_>>();
    assert!(fails(2, &with(&["jobs"])).contains("unknown indicator"));
    let slip = fails(2, &with(&["vacansy"]));
    assert!(slip.contains("expected one of manufacturing_jobs") && slip.contains("write vacancy"), "{slip}");
    assert!(fails(1, &with(&["manufacturing_jobs.shoes"])).contains("no such sub-sector"));
    assert!(fails(1, &with(&["cost_per_net_job_year"])).contains("cannot be attributed"));
    let mut late = with(&["manufacturing_jobs"]);
    late[5] = "2051";
    assert!(fails(1, &late).contains("runs from 2023 to 2050"));
    late[3] = "vienna";
    assert!(fails(1, &late).contains("no such city"));
    let none = good(&["attribute", "preset:reference", "--city", "london", "--year", "2040", "--indicator", "gva"]);
    assert!(none.contains("total") && !none.contains("lever "), "{none}");
}
