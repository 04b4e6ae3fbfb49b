//! City packs inside a scenario file, so that whoever gets it needs nothing else.

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::reading::{Parsed, Problem};
use crate::scenario::limits::Fault;

use super::v3::Document;

/// The most packs that a file may bring.
const MOST_PACKS: usize = 20;

/// What the packs of a file come to.
#[derive(Debug, Default)]
pub struct Brought {
    /// What is known with them; `None` where they add nothing.
    pub library: Option<Library>,
    /// What is wrong with them, in their text.
    pub problems: Vec<Problem>,
    /// What is wrong with how the scenario uses them.
    pub faults: Vec<Fault>,
}

/// Reads the packs of a file with the checks that every pack goes through.
pub fn read(parsed: &Parsed, document: &Document, library: &Library, notices: &mut Vec<String>) -> Brought {
    let mut brought = Brought::default();
    let count = document.packs.len();
    if count > MOST_PACKS {
        let expected = format!("at most {MOST_PACKS}");
        brought.faults.push(Fault::value(&["packs"], format!("there are {count} city packs"), expected, "split it"));
        return brought;
    }
    for id in document.packs.keys() {
        if !document.cities.contains_key(id) {
            let message = format!("the scenario has no city {id:?}, which this pack describes");
            let unused = Fault::value(&["packs", id], message, "packs of the scenario's cities", "remove the pack");
            brought.faults.push(Fault { in_name: true, ..unused });
            continue;
        }
        let Some(part) = parsed.part(&["packs", id]) else { continue };
        match library.read_carried(&part, notices) {
            Err(problems) => brought.problems.extend(problems.0),
            Ok(pack) if pack.id != *id => {
                let message = format!("this is the pack of {:?}", pack.id);
                let expected = format!("the pack of {id:?}");
                brought.faults.push(Fault::value(&["packs", id, "id"], message, expected, "give both the same id"));
            }
            Ok(pack) => brought.take(pack, library, notices),
        }
    }
    brought
}

impl Brought {
    fn take(&mut self, pack: CityPack, library: &Library, notices: &mut Vec<String>) {
        match library.packs.get(&pack.id) {
            Some(known) if *known == pack => return,
            Some(_) if library.brought(&pack.id).is_some() => {
                notices.push(format!(
                    "the data of {} that were given with --pack are used, not those inside the file, which differ",
                    pack.name
                ));
                return;
            }
            Some(_) => notices.push(format!(
                "it brings its own data of {}, which differ from those built in; its own are used",
                pack.name
            )),
            None => {}
        }
        self.library.get_or_insert_with(|| library.clone()).bring(pack);
    }
}
