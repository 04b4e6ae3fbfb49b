//! City packs that travel inside scenario files.

use std::path::{Path, PathBuf};

use making_room::evidence::Library;
use making_room::reading::Parsed;
use making_room::scenario::format::write;

use super::cli::{fails, good, making_room, text, utf8};
use super::documents::library;

const VIENNA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/vienna.ron");

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A scenario of Vienna, with its pack.
    fn vienna(&self) -> PathBuf {
        let path = self.path("vienna.scenario.ron");
        good(&["new", "vienna", "--pack", VIENNA, "-o", utf8(&path)]);
        path
    }

    /// The same with one piece of text replaced, which must be there.
    fn with(&self, name: &str, old: &str, new: &str) -> PathBuf {
        let text = read(&self.path("vienna.scenario.ron"));
        assert!(text.contains(old), "{old}");
        let path = self.path(name);
        std::fs::write(&path, text.replacen(old, new, 1)).expect("written");
        path
    }

    fn refused(&self, path: &Path) -> String {
        fails(1, &["check", utf8(path)]).replace(&format!("{}/", utf8(self.0.path())), "")
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("there")
}

#[test]
fn a_pack_in_a_file_goes_through_the_checks_of_every_pack_with_places_in_the_file() {
    let folder = Folder::new();
    folder.vienna();
    let at = |needle: &str| {
        read(&folder.path("vienna.scenario.ron")).lines().position(|l| l.contains(needle)).expect("there") + 1
    };
    let line = at("eur_rate: (");
    let says = folder.refused(&folder.with("a.ron", "eur_rate: (", "eur_rat: ("));
    assert!(says.starts_with(&format!("a.ron:{line}:17: unknown field eur_rat; ")), "{says}");
    assert_eq!(says.lines().count(), 1, "{says}");
    let says = folder.refused(&folder.with("b.ron", "code: \"EUR\"", "code: \"Euro\""));
    assert!(says.contains("\"Euro\" is no ISO 4217 code, such as EUR"), "{says}");
    let says = folder.refused(&folder.with("c.ron", "version: 1,", "version: 7,"));
    assert!(says.contains("this file is of format version 7, from a newer Making Room"), "{says}");
    let says = folder.refused(&folder.with(
        "d.ron",
        "        \"vienna\": (\n            format",
        "        \"wien\": (\n            format",
    ));
    assert!(says.contains("the scenario has no city \"wien\", which this pack describes"), "{says}");
    let says = folder.refused(&folder.with("e.ron", "id: \"vienna\"", "id: \"wien\""));
    assert!(says.contains("this is the pack of \"wien\"; expected the pack of \"vienna\""), "{says}");
    let many = (0..21).fold(String::from("packs: {"), |text, i| text + &format!("\"a{i}\": (), "));
    assert!(
        folder
            .refused(&folder.with("f.ron", "packs: {", &many))
            .contains("there are 22 city packs; expected at most 20")
    );
}

#[test]
fn data_of_its_own_for_a_city_that_is_built_in_is_used_and_said() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/compat/v2/own-rotterdam.scenario.ron");
    let output = making_room(&["project", path, "--format", "csv"]);
    assert!(output.status.success());
    let said = text(&output.stderr);
    assert!(
        said.ends_with(": it brings its own data of Vienna, which differ from those built in; its own are used\n"),
        "{said}"
    );
    assert!(text(&output.stdout).contains("rotterdam,2017,manufacturing_jobs,"), "from Vienna's own start");
}

#[test]
fn a_pack_given_beside_the_file_comes_before_the_one_inside() {
    let folder = Folder::new();
    let path = folder.vienna();
    good(&["check", utf8(&path), "--pack", VIENNA]);
    let newer = folder.path("newer.ron");
    let changed = read(Path::new(VIENNA)).replacen("price_year: 2017", "price_year: 2018", 1);
    std::fs::write(&newer, changed).expect("written");
    let output = making_room(&["fmt", utf8(&path), "--pack", utf8(&newer)]);
    assert!(output.status.success());
    assert!(
        text(&output.stderr).contains(
            "the data of Vienna that were given with --pack are used, not those inside the file, which differ"
        )
    );
    assert!(read(&path).contains("price_year: 2018"), "the file now brings the newer pack");
}

#[test]
fn packs_are_compared_and_merged_too() {
    let folder = Folder::new();
    let base = folder.vienna();
    let (mine, theirs) = (
        folder.with("mine.ron", "price_year: 2017", "price_year: 2018"),
        folder.with("theirs.ron", "title: \"New scenario\"", "title: \"Theirs\""),
    );
    let difference = good(&["diff", utf8(&base), utf8(&mine), "--format", "csv"]);
    assert!(difference.starts_with("city,item,field,unit,before,after\nvienna,pack,,,sha256:"), "{difference}");
    let out = folder.path("out.ron");
    good(&["merge", utf8(&base), utf8(&mine), utf8(&theirs), "-o", utf8(&out)]);
    let merged = read(&out);
    assert!(merged.contains("title: \"Theirs\"") && merged.contains("price_year: 2018"));
    let other = folder.with("other.ron", "price_year: 2017", "price_year: 2019");
    let conflict = fails(1, &["merge", utf8(&base), utf8(&mine), utf8(&other), "-o", utf8(&folder.path("x.ron"))]);
    assert!(conflict.contains("conflict: City pack, Vienna\n"), "{conflict}");
}

/// A later version may not have the sources any more that a pack cites.
#[test]
fn a_pack_takes_along_the_shared_sources_that_it_cites() {
    let library = library();
    let london = &library.packs["london"];
    let carried = library.carried(london);
    assert!(carried.sources.len() > london.sources.len());
    let text = write::pack(&carried);
    let read = |library: &Library| {
        let parsed = Parsed::of("pack", text.clone()).expect("well formed");
        library.read_carried(&parsed, &mut Vec::new()).unwrap_or_else(|problems| panic!("{problems}"))
    };
    assert_eq!(read(&library), *london);
    let mut later = library.clone();
    later.sources.retain(|key, _| !carried.sources.contains_key(key));
    assert_eq!(read(&later).sources.len(), carried.sources.len());
}
