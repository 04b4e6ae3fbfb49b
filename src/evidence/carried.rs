//! City packs inside scenario files: what they take along, and how those written
//! long ago are read.

use crate::model::city::CityPack;
use crate::reading::{Parsed, Problems};

use super::Library;
use super::check;

/// Parameters that the equations had once, and why they have them no more. What
/// an old file says of them has no effect, and its reader is told.
pub const RETIRED: [(&str, &str); 2] = [
    ("jump_threshold", "a surprise of either sign now counts alike, however large"),
    ("level_noise", "the noise of a series of jobs is now learnt from the series"),
];

/// Why a parameter is no more; `None` for one that never was, or still is.
#[must_use]
pub fn retired(id: &str) -> Option<&'static str> {
    RETIRED.iter().find(|(retired, _)| *retired == id).map(|(_, why)| *why)
}

impl Library {
    /// A pack as it goes into a file: with the shared sources that it cites, so
    /// that it can be judged without them.
    #[must_use]
    pub fn carried(&self, pack: &CityPack) -> CityPack {
        let mut carried = pack.clone();
        for key in check::cited(pack) {
            if let Some(source) = self.sources.get(key) {
                carried.sources.insert(key.to_owned(), source.clone());
            }
        }
        carried.sources.sort_unstable_keys();
        carried
    }

    /// Reads a pack that a file carries, with the checks that every pack goes
    /// through. Shared sources that it took along are as they are here; parameters
    /// that are no more are left out, and `notices` says so.
    ///
    /// # Errors
    /// What keeps the text from being a city pack, or everything that is wrong
    /// with the pack, in the order of the text.
    pub fn read_carried(&self, parsed: &Parsed, notices: &mut Vec<String>) -> Result<CityPack, Problems> {
        self.read(parsed, |pack| {
            pack.sources.retain(|key, _| !self.sources.contains_key(key));
            for (id, why) in RETIRED {
                if pack.parameters.shift_remove(id).is_some() {
                    notices
                        .push(format!("the value of {id} that the pack of {} brings has no effect: {why}", pack.name));
                }
            }
        })
    }
}
