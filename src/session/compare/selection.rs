//! Which scenarios are compared, and with which of them.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use crate::evidence::Library;
use crate::model::indicators::Indicator;
use crate::reading::Problems;
use crate::scenario::document::Scenario;
use crate::scenario::presets;
use crate::session::document::{Document, DocumentId};
use crate::session::results::Results;
use crate::session::workspace::Workspace;
use crate::words;

use super::kept::{self, Kept, Named};

/// The preset that stands beside a scenario which is open alone.
const COMPANION: &str = "reference";

/// Something that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Candidate {
    /// An open document.
    Open(DocumentId),
    /// A shipped scenario, by its id.
    Preset(&'static str),
}

/// A shipped scenario with what follows from it.
#[derive(Debug)]
struct Shipped {
    scenario: Scenario,
    results: Results,
}

/// What the user compares. Whatever is opened takes part until it is sent away.
#[derive(Debug)]
pub struct Selection {
    /// Each keeps its place, so that letters and colours stay while others come and go.
    slots: Vec<Option<Candidate>>,
    /// Documents that were given a place once.
    known: HashSet<DocumentId>,
    /// With which the others are compared, if somebody chose.
    base: Option<Candidate>,
    /// Whether the user decided about presets.
    decided: bool,
    shipped: BTreeMap<&'static str, Shipped>,
    /// What charts show, and the table of all cities.
    pub of: Indicator,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            known: HashSet::new(),
            base: None,
            decided: false,
            shipped: BTreeMap::new(),
            of: Indicator::ManufacturingJobs,
        }
    }
}

/// A scenario that takes part.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Which.
    pub candidate: Candidate,
    /// Its place, which decides its letter and colour.
    pub slot: usize,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its title, or a word where there is none.
    pub title: &'a str,
    /// What it rests on.
    pub library: &'a Library,
    /// What follows from it.
    pub results: &'a Results,
    /// Its file, if it has one.
    pub path: Option<&'a Path>,
    /// Whether the others are compared with it.
    pub is_base: bool,
}

impl Selection {
    /// Follows what is open: newcomers take part, what is closed goes. A scenario
    /// that is open alone is compared with adopted policy, until the user decides.
    pub(in crate::session) fn settle(&mut self, documents: &[Document], library: &Library) {
        for slot in &mut self.slots {
            if matches!(slot, Some(Candidate::Open(id)) if documents.iter().all(|document| document.id != *id)) {
                *slot = None;
            }
        }
        self.known.retain(|id| documents.iter().any(|document| document.id == *id));
        // The companion goes before newcomers sit down, so that letters follow their order.
        let companion = Candidate::Preset(COMPANION);
        if !self.decided && documents.len() > 1 {
            self.unseat(companion);
        }
        for document in documents {
            if self.known.insert(document.id) {
                self.seat(Candidate::Open(document.id));
            }
        }
        if !self.decided && documents.len() == 1 && self.ship(COMPANION, library).is_ok() {
            self.seat(companion);
        }
        self.trim();
    }

    /// Whether something takes part.
    #[must_use]
    pub fn has(&self, candidate: Candidate) -> bool {
        self.slots.contains(&Some(candidate))
    }

    /// The place of something that takes part.
    #[must_use]
    pub fn slot(&self, candidate: Candidate) -> Option<usize> {
        self.slots.iter().position(|slot| *slot == Some(candidate))
    }

    /// Has something take part, or not any more.
    ///
    /// # Errors
    /// If a preset does not fit the library.
    pub fn choose(&mut self, candidate: Candidate, wanted: bool, library: &Library) -> Result<(), Problems> {
        if wanted {
            // What the others are compared with stays what it is.
            self.base = self.base();
        }
        if let Candidate::Preset(id) = candidate {
            self.decided = true;
            if wanted {
                self.ship(id, library)?;
            }
        }
        if wanted {
            self.seat(candidate);
        } else {
            self.unseat(candidate);
        }
        self.trim();
        Ok(())
    }

    /// Has every open document take part, and nothing else; or nothing at all.
    pub fn choose_open(&mut self, wanted: bool, documents: &[Document]) {
        self.decided = true;
        let stays = |candidate: &Candidate| wanted && matches!(candidate, Candidate::Open(_));
        for slot in &mut self.slots {
            *slot = slot.filter(stays);
        }
        self.trim();
        for document in documents.iter().filter(|_| wanted) {
            self.seat(Candidate::Open(document.id));
        }
    }

    /// Compares the others with this one.
    pub fn compare_with(&mut self, base: Candidate) {
        self.base = Some(base);
    }

    /// With which the others are compared: the one chosen; else adopted policy
    /// beside a scenario that is open alone; else the first.
    #[must_use]
    pub fn base(&self) -> Option<Candidate> {
        let companion = Some(Candidate::Preset(COMPANION)).filter(|_| !self.decided);
        let wanted = self.base.into_iter().chain(companion);
        wanted
            .into_iter()
            .find(|candidate| self.has(*candidate))
            .or_else(|| self.slots.iter().flatten().next().copied())
    }

    /// Those that take part: the one that the others are compared with, then the
    /// others in the order of their places.
    #[must_use]
    pub fn members<'a>(&'a self, workspace: &'a Workspace) -> Vec<Member<'a>> {
        let base = self.base();
        let seated = self.slots.iter().enumerate().filter_map(|(slot, candidate)| Some((slot, (*candidate)?)));
        let mut members: Vec<Member<'a>> = seated
            .filter_map(|(slot, candidate)| {
                let is_base = base == Some(candidate);
                match candidate {
                    Candidate::Open(id) => workspace.find(id).map(|document| Member {
                        candidate,
                        slot,
                        scenario: document.scenario(),
                        title: document.title(),
                        library: document.library(workspace.shared()),
                        results: document.results(),
                        path: document.path(),
                        is_base,
                    }),
                    Candidate::Preset(id) => self.shipped.get(id).map(|shipped| Member {
                        candidate,
                        slot,
                        scenario: &shipped.scenario,
                        title: words::preset(&shipped.scenario.title),
                        library: workspace.shared(),
                        results: &shipped.results,
                        path: None,
                        is_base,
                    }),
                }
            })
            .collect();
        members.sort_by_key(|member| !member.is_base);
        members
    }

    /// What is kept of it between runs.
    #[must_use]
    pub fn kept(&self, documents: &[Document]) -> Kept {
        let named = |candidate| Named::of(candidate, documents);
        let away = documents.iter().filter(|document| !self.has(Candidate::Open(document.id)));
        Kept {
            seated: self.slots.iter().flatten().filter_map(|candidate| named(*candidate)).collect(),
            away: away.filter_map(|document| document.path().map(Path::to_owned)).collect(),
            base: self.base.and_then(named),
            decided: self.decided,
            of: Some(self.of),
        }
    }

    /// Goes on from what was kept, as far as it is there again. What is open and was
    /// not known then takes part.
    pub(in crate::session) fn restore(&mut self, kept: &Kept, documents: &[Document], library: &Library) {
        *self = Self { decided: kept.decided, of: kept.of.unwrap_or(Indicator::ManufacturingJobs), ..Self::default() };
        // Until the user decides, presets come and go by themselves.
        let seated = kept.seated.iter().filter(|named| kept.decided || matches!(named, Named::File(_)));
        for candidate in seated.filter_map(|named| named.find(documents)) {
            match candidate {
                Candidate::Open(id) => drop(self.known.insert(id)),
                Candidate::Preset(id) if self.ship(id, library).is_err() => continue,
                Candidate::Preset(_) => {}
            }
            self.seat(candidate);
        }
        self.known.extend(kept.away.iter().filter_map(|path| kept::at(path, documents)).map(|document| document.id));
        self.base = kept.base.as_ref().and_then(|named| named.find(documents));
        self.settle(documents, library);
    }

    fn seat(&mut self, candidate: Candidate) {
        if self.has(candidate) {
            return;
        }
        match self.slots.iter_mut().find(|slot| slot.is_none()) {
            Some(free) => *free = Some(candidate),
            None => self.slots.push(Some(candidate)),
        }
    }

    fn unseat(&mut self, candidate: Candidate) {
        if let Some(slot) = self.slot(candidate) {
            self.slots[slot] = None;
        }
    }

    /// Leaves no empty places behind the last.
    fn trim(&mut self) {
        while self.slots.last() == Some(&None) {
            self.slots.pop();
        }
    }

    /// Computes what follows from a preset, once.
    fn ship(&mut self, id: &'static str, library: &Library) -> Result<(), Problems> {
        if let (false, Some(preset)) = (self.shipped.contains_key(id), presets::find(id)) {
            let scenario = preset.open(library)?;
            let mut results = Results::default();
            results.refresh(&scenario, 0, library);
            self.shipped.insert(id, Shipped { scenario, results });
        }
        Ok(())
    }
}

impl Member<'_> {
    /// Its letter: A to Z, then AA.
    #[must_use]
    pub fn letter(&self) -> String {
        letter(self.slot)
    }

    /// Its title, with the file where another that takes part has the same title.
    #[must_use]
    pub fn title(&self, among: &[Self]) -> String {
        let alike = among.iter().filter(|other| other.title == self.title).count();
        match self.path.and_then(Path::file_name).filter(|_| alike > 1) {
            Some(file) => format!("{}, {}", self.title, file.display()),
            None => self.title.to_owned(),
        }
    }

    /// Letter and title, as the scenario is called in sentences.
    #[must_use]
    pub fn name(&self, among: &[Self]) -> String {
        format!("{} {}", self.letter(), self.title(among))
    }
}

/// The letter of a place: A to Z, then AA to AZ, and so on.
#[must_use]
pub fn letter(slot: usize) -> String {
    let last = char::from(b'A' + u8::try_from(slot % 26).unwrap_or(0));
    if slot < 26 { last.to_string() } else { format!("{}{last}", letter(slot / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::edit::ScenarioEdit;
    use crate::session::view::View;

    fn workspace() -> Workspace {
        Workspace::new(Library::embedded().expect("the evidence is embedded"), View::default())
    }

    fn open(workspace: &mut Workspace, id: &str) {
        workspace.open_preset(presets::find(id).expect("shipped")).expect("it opens");
        // An untouched document would make way for the next.
        workspace.apply(&ScenarioEdit::SetAuthor("us".to_owned()), None).expect("it is allowed");
    }

    fn letters(workspace: &Workspace) -> String {
        workspace.comparing.members(workspace).iter().map(Member::letter).collect()
    }

    #[test]
    fn a_scenario_alone_is_compared_with_adopted_policy_and_several_with_each_other() {
        let mut workspace = workspace();
        open(&mut workspace, "circular-city");
        assert_eq!(workspace.comparing.base(), Some(Candidate::Preset("reference")));
        let members = workspace.comparing.members(&workspace);
        assert_eq!(members.len(), 2);
        assert!(members[0].is_base && !members[1].is_base);
        open(&mut workspace, "makers-renaissance");
        open(&mut workspace, "release-for-housing");
        let first = workspace.documents()[0].id;
        assert_eq!(workspace.comparing.base(), Some(Candidate::Open(first)));
        assert_eq!(letters(&workspace), "ABC", "the reference makes way");
    }

    #[test]
    fn what_the_others_are_compared_with_stays_when_one_more_takes_part() {
        let mut workspace = workspace();
        open(&mut workspace, "circular-city");
        let library = workspace.shared().clone();
        let makers = Candidate::Preset("makers-renaissance");
        workspace.comparing.choose(makers, true, &library).expect("a preset is there");
        assert_eq!(workspace.comparing.base(), Some(Candidate::Preset("reference")));
        assert_eq!(workspace.comparing.members(&workspace).len(), 3);
    }

    #[test]
    fn letters_stay_while_others_come_and_go() {
        let mut workspace = workspace();
        for id in ["circular-city", "makers-renaissance", "release-for-housing"] {
            open(&mut workspace, id);
        }
        let ids: Vec<DocumentId> = workspace.documents().iter().map(|document| document.id).collect();
        let last = Candidate::Open(ids[2]);
        let letter_of = |workspace: &Workspace| workspace.comparing.slot(last).map(letter).expect("it takes part");
        let before = letter_of(&workspace);
        let library = workspace.shared().clone();
        workspace.comparing.choose(Candidate::Open(ids[1]), false, &library).expect("a document is there");
        assert_eq!(letter_of(&workspace), before);
        workspace.comparing.compare_with(last);
        assert_eq!(letters(&workspace).chars().next(), before.chars().next(), "what it is compared with comes first");
        workspace.close(ids[2]);
        assert_eq!(workspace.comparing.members(&workspace).len(), 1);
        assert_eq!(workspace.comparing.base(), Some(Candidate::Open(ids[0])));
    }

    #[test]
    fn what_was_sent_away_stays_away_and_the_newly_opened_takes_part() {
        let mut workspace = workspace();
        open(&mut workspace, "circular-city");
        let id = workspace.document().id;
        let library = workspace.shared().clone();
        workspace.comparing.choose(Candidate::Open(id), false, &library).expect("a document is there");
        workspace.comparing.choose(Candidate::Preset("reference"), false, &library).expect("shipped");
        workspace.apply(&ScenarioEdit::ResetAll, None).expect("it is allowed");
        assert!(!workspace.comparing.has(Candidate::Open(id)));
        assert!(workspace.comparing.members(&workspace).is_empty());
        open(&mut workspace, "makers-renaissance");
        assert_eq!(letters(&workspace), "A");
        workspace.comparing.choose_open(true, &[]);
        assert_eq!(letters(&workspace), "A");
    }

    #[test]
    fn what_is_compared_is_found_again_by_file_and_preset() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = |name: &str| folder.path().join(name);
        let mut before = workspace();
        for (id, name) in
            [("circular-city", "a.ron"), ("makers-renaissance", "b.ron"), ("release-for-housing", "c.ron")]
        {
            open(&mut before, id);
            let document = before.document().id;
            before.save(document, &path(name)).expect("it can be written");
        }
        let ids: Vec<DocumentId> = before.documents().iter().map(|document| document.id).collect();
        let library = before.shared().clone();
        before.comparing.choose(Candidate::Open(ids[1]), false, &library).expect("a document is there");
        before.comparing.choose(Candidate::Preset("protect-and-intensify"), true, &library).expect("shipped");
        before.comparing.compare_with(Candidate::Open(ids[2]));
        before.comparing.of = Indicator::RealRent;
        let kept = before.comparing.kept(before.documents());
        assert_eq!(Kept::read(Some(&kept.json())), kept);

        let mut after = workspace();
        for name in ["c.ron", "b.ron", "a.ron", "d.ron"] {
            if name == "d.ron" {
                std::fs::copy(path("a.ron"), path(name)).expect("it can be copied");
            }
            after.open(&path(name)).expect("it opens");
        }
        after.compare_as(&kept);
        let file = |member: &Member<'_>| member.path.and_then(Path::file_name).map(ToOwned::to_owned);
        let members = after.comparing.members(&after);
        let found: Vec<(usize, Option<std::ffi::OsString>)> = members.iter().map(|m| (m.slot, file(m))).collect();
        let named = |name: &str| Some(std::ffi::OsString::from(name));
        // What was sent away stays away, what is new takes part.
        let wanted = [(2, named("c.ron")), (0, named("a.ron")), (1, None), (3, named("d.ron"))];
        assert_eq!(found, wanted);
        assert!(members[0].is_base);
        assert_eq!(after.comparing.of, Indicator::RealRent);
        // A file that is gone is passed over.
        let mut alone = workspace();
        alone.compare_as(&Kept { seated: vec![Named::File(path("gone.ron"))], ..Kept::default() });
        assert_eq!(letters(&alone), "BA", "as if nothing had been kept");
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
