//! Two people's changes of one scenario brought together, conflict by conflict.
//! The three scenarios are taken as they were when it began, and none of them is
//! changed: what comes out is another one.

use std::collections::HashMap;

use crate::evidence::Library;
use crate::model::city::CityPack;
use crate::scenario::change::Item;
use crate::scenario::document::Scenario;
use crate::scenario::limits;
use crate::scenario::merge::{self, Choice, Conflict};
use crate::session::document::DocumentId;
use crate::session::workspace::Workspace;
use crate::t;
use crate::text;

use super::say;
use super::source::{Side, Source};

/// A merge in the making.
#[derive(Clone, Debug)]
pub struct Merging {
    /// Which scenarios: the one that both were made from, mine, theirs.
    pub sources: [Source; 3],
    /// What was taken, once it has begun.
    pub proposal: Option<Proposal>,
    /// Why it cannot begin, or end, as it stands.
    pub problem: Option<String>,
    /// Changes with every choice.
    revision: u64,
}

/// What would come out.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Base, mine, theirs.
    pub sides: [Side; 3],
    /// What both changed, each in its own way, in the order of the document.
    pub conflicts: Vec<Conflict>,
    choices: HashMap<Item, Choice>,
}

/// What came out, with the packs that it needs.
pub type Outcome = (Scenario, Library);

impl Merging {
    /// Proposes which scenarios: the current document is mine, its file or the first
    /// other the base, the next theirs.
    #[must_use]
    pub fn new(workspace: &Workspace) -> Self {
        let current = workspace.document();
        let others: Vec<DocumentId> =
            workspace.documents().iter().map(|document| document.id).filter(|id| *id != current.id).collect();
        let mine = Source::Open(current.id);
        let preset = Source::Preset(crate::scenario::presets::ALL[0].id);
        let (base, theirs) = match others[..] {
            [] => (preset, mine),
            [other] if current.path().is_some() => (Source::File(current.id), Source::Open(other)),
            [other] => (preset, Source::Open(other)),
            [first, second, ..] => (Source::Open(first), Source::Open(second)),
        };
        Self { sources: [base, mine, theirs], proposal: None, problem: None, revision: 0 }
    }

    /// Chooses another scenario for a side.
    pub fn choose_source(&mut self, side: usize, source: Source) {
        if let Some(place) = self.sources.get_mut(side) {
            *place = source;
            self.problem = None;
        }
    }

    /// Takes the three scenarios. What is merged without a conflict is returned.
    pub fn begin(&mut self, workspace: &Workspace) -> Option<Outcome> {
        let [base, mine, theirs] = self.sources.map(|source| source.take(workspace));
        let sides = match (base, mine, theirs) {
            (Ok(base), Ok(mine), Ok(theirs)) => [base, mine, theirs],
            (Err(why), ..) | (_, Err(why), _) | (.., Err(why)) => {
                self.problem = Some(why);
                return None;
            }
        };
        let proposal = Proposal::new(sides);
        let is_clean = proposal.conflicts.is_empty();
        self.proposal = Some(proposal);
        self.changed();
        if is_clean { self.finish() } else { None }
    }

    /// Goes back to the choice of scenarios.
    pub fn go_back(&mut self) {
        self.proposal = None;
        self.changed();
    }

    /// Chooses a side in a conflict.
    pub fn choose(&mut self, item: Item, choice: Choice) {
        if let Some(proposal) = &mut self.proposal {
            proposal.choices.insert(item, choice);
            proposal.settle();
        }
        self.changed();
    }

    /// Chooses the same side in every conflict.
    pub fn choose_all(&mut self, choice: Choice) {
        if let Some(proposal) = &mut self.proposal {
            // What is chosen may leave another conflict open.
            while proposal.undecided() > 0
                || proposal.conflicts.iter().any(|c| proposal.choice(&c.item) != Some(choice))
            {
                for conflict in &proposal.conflicts {
                    proposal.choices.insert(conflict.item.clone(), choice);
                }
                proposal.settle();
            }
        }
        self.changed();
    }

    /// What comes out, if everything is decided and allowed; otherwise it says why not.
    pub fn finish(&mut self) -> Option<Outcome> {
        let proposal = self.proposal.as_ref()?;
        if proposal.undecided() > 0 {
            self.problem = Some(t!("merge-undecided", count = proposal.undecided()));
            return None;
        }
        let (scenario, library) = proposal.outcome();
        let faults = limits::faults(&scenario, &library);
        if faults.is_empty() {
            return Some((scenario, library));
        }
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        self.problem = Some(t!("merge-not-allowed", faults = text::apart(&faults)));
        None
    }

    /// A number that changes with every choice.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    fn changed(&mut self) {
        self.problem = None;
        self.revision += 1;
    }
}

impl Proposal {
    /// Nothing is chosen yet.
    #[must_use]
    pub fn new(sides: [Side; 3]) -> Self {
        let mut proposal = Self { sides, conflicts: Vec::new(), choices: HashMap::new() };
        proposal.settle();
        proposal
    }

    /// What was chosen in a conflict.
    #[must_use]
    pub fn choice(&self, item: &Item) -> Option<Choice> {
        self.choices.get(item).copied()
    }

    /// In how many conflicts nothing was chosen yet.
    #[must_use]
    pub fn undecided(&self) -> usize {
        self.conflicts.iter().filter(|conflict| self.choice(&conflict.item).is_none()).count()
    }

    /// What comes out as it stands; where nothing was chosen, the base.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let (scenario, library, _) = self.merged(None);
        (scenario, library)
    }

    /// What would come out if in this conflict this was chosen.
    #[must_use]
    pub fn with(&self, item: &Item, choice: Choice) -> Outcome {
        let (scenario, library, _) = self.merged(Some((item, choice)));
        (scenario, library)
    }

    /// What each side says in a conflict, in words.
    #[must_use]
    pub fn words(&self, conflict: &Conflict) -> [String; 3] {
        let values = [&conflict.base, &conflict.mine, &conflict.theirs];
        std::array::from_fn(|i| say::value(&conflict.item, values[i].as_ref(), &self.sides[i].library))
    }

    /// What a conflict is about.
    #[must_use]
    pub fn name(&self, conflict: &Conflict) -> String {
        let knows = |side: &&Side| conflict.item.city().is_none_or(|city| side.library.packs.contains_key(city));
        let side = self.sides.iter().find(knows).unwrap_or(&self.sides[0]);
        say::full_name(&conflict.item, &side.library)
    }

    /// Which side's changes were taken without a conflict: mine and theirs.
    #[must_use]
    pub fn taken(&self) -> [usize; 2] {
        use crate::scenario::diff;
        let [base, mine, theirs] = &self.sides;
        [mine, theirs].map(|side| {
            let changes = diff::diff(&base.scenario, &side.scenario);
            changes.iter().filter(|change| self.conflicts.iter().all(|other| other.item != change.item)).count()
        })
    }

    fn settle(&mut self) {
        self.conflicts = self.merged(None).2;
    }

    fn merged(&self, instead: Option<(&Item, Choice)>) -> (Scenario, Library, Vec<Conflict>) {
        let choose = |item: &Item| match instead {
            Some((of, choice)) if of == item => choice,
            _ => self.choice(item).unwrap_or(Choice::Base),
        };
        let [base, mine, theirs] = &self.sides;
        let merged = merge::merge(&base.scenario, &mine.scenario, &theirs.scenario, choose);
        let libraries = self.sides.each_ref().map(|side| &side.library);
        let (packs, conflicts): (Vec<CityPack>, _) = merge::packs(&merged.scenario, libraries, choose);
        let mut library = base.library.clone();
        for pack in packs {
            library.bring(pack);
        }
        (merged.scenario, library, merged.conflicts.into_iter().chain(conflicts).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::levers::LeverId;
    use crate::scenario::edit::ScenarioEdit;
    use crate::scenario::presets;
    use crate::session::view::View;

    const GRANTS: LeverId = LeverId::CapitalGrants;
    const PROTECTED: LeverId = LeverId::ProtectedShare;

    fn library() -> Library {
        Library::embedded().expect("the evidence is embedded")
    }

    fn set(scenario: &Scenario, id: LeverId, level: f64) -> Scenario {
        let edit = ScenarioEdit::SetLevel { city: "london".to_owned(), lever: id, level };
        edit.apply(scenario, &library()).expect("a level in range")
    }

    fn titled(scenario: &Scenario, title: &str) -> Scenario {
        ScenarioEdit::SetTitle(title.to_owned()).apply(scenario, &library()).expect("it is allowed")
    }

    fn proposal(scenarios: [&Scenario; 3]) -> Proposal {
        let side = |scenario: &Scenario| Side { name: String::new(), scenario: scenario.clone(), library: library() };
        Proposal::new(scenarios.map(side))
    }

    fn base() -> Scenario {
        presets::find("reference").expect("shipped").open(&library()).expect("it opens")
    }

    #[test]
    fn what_only_one_changed_is_taken_and_what_both_changed_is_asked() {
        let base = base();
        let mine = titled(&set(&set(&base, GRANTS, 10.0), PROTECTED, 90.0), "Mine");
        let theirs = titled(&set(&base, GRANTS, 20.0), "Theirs");
        let mut proposal = proposal([&base, &mine, &theirs]);
        assert_eq!((proposal.conflicts.len(), proposal.undecided()), (2, 2), "grants and title");
        assert_eq!(proposal.taken(), [1, 0]);
        let grants = Item::Lever { city: "london".to_owned(), lever: GRANTS };
        let level = |scenario: &Scenario, lever| scenario.setting("london", lever).map(|setting| setting.level);
        assert_eq!(level(&proposal.with(&grants, Choice::Theirs).0, GRANTS), Some(20.0));
        assert_eq!(level(&proposal.outcome().0, GRANTS), None, "as before both until somebody chooses");
        proposal.choices.insert(grants, Choice::Mine);
        proposal.settle();
        assert_eq!((proposal.undecided(), proposal.conflicts.len()), (1, 2), "what was chosen can be chosen again");
        assert_eq!(level(&proposal.outcome().0, GRANTS), Some(10.0));
        assert_eq!(level(&proposal.outcome().0, PROTECTED), Some(90.0));
    }

    /// Choosing one side everywhere is that side where the two conflict, and the
    /// other side's own changes besides.
    #[test]
    fn all_mine_and_all_theirs_are_each_others_mirror() {
        let base = base();
        let mine = titled(&set(&set(&base, GRANTS, 10.0), PROTECTED, 90.0), "Mine");
        let theirs = titled(&set(&base, GRANTS, 20.0), "Theirs");
        let all = |scenarios, choice| {
            let mut merging = Merging {
                sources: [Source::Preset("reference"); 3],
                proposal: Some(proposal(scenarios)),
                problem: None,
                revision: 0,
            };
            merging.choose_all(choice);
            merging.finish().expect("everything is decided").0
        };
        let here = all([&base, &mine, &theirs], Choice::Mine);
        let there = all([&base, &theirs, &mine], Choice::Theirs);
        assert_eq!(here, there);
        assert_eq!(here, mine, "theirs changed nothing else");
        assert_eq!(all([&base, &mine, &base], Choice::Theirs), mine, "a side that changed nothing gives way");
    }

    #[test]
    fn a_merge_that_is_not_decided_does_not_end_and_says_why() {
        let base = base();
        let (mine, theirs) = (set(&base, GRANTS, 10.0), set(&base, GRANTS, 20.0));
        let mut merging = Merging {
            sources: [Source::Preset("reference"); 3],
            proposal: Some(proposal([&base, &mine, &theirs])),
            problem: None,
            revision: 0,
        };
        assert_eq!(merging.finish().map(|outcome| outcome.0), None);
        assert_eq!(merging.problem.as_deref(), Some("1 conflict is not decided yet."));
        let before = merging.revision();
        merging.choose(Item::Lever { city: "london".to_owned(), lever: GRANTS }, Choice::Theirs);
        assert!(merging.problem.is_none() && merging.revision() > before);
        assert_eq!(merging.finish().map(|outcome| outcome.0), Some(theirs));
    }

    #[test]
    fn each_side_alone_may_be_in_order_and_both_together_not() {
        let base = base();
        let late = ScenarioEdit::SetLever {
            city: "london".to_owned(),
            lever: GRANTS,
            setting: crate::scenario::document::Setting::new(10.0, 2048),
        };
        let mine = late.apply(&base, &library()).expect("before the last year");
        let theirs = ScenarioEdit::SetHorizon(2040).apply(&base, &library()).expect("it is allowed");
        let mut merging = Merging {
            sources: [Source::Preset("reference"); 3],
            proposal: Some(proposal([&base, &mine, &theirs])),
            problem: None,
            revision: 0,
        };
        assert!(merging.finish().is_none());
        let why = merging.problem.expect("it says why");
        assert!(why.starts_with("Each choice is in order, but all of them together are not"), "{why}");
    }

    #[test]
    fn a_file_that_is_gone_is_said_and_nothing_begins() {
        let mut workspace = Workspace::new(library(), View::default());
        workspace.open_preset(&presets::ALL[1]).expect("it opens");
        let mut merging = Merging::new(&workspace);
        merging.choose_source(2, Source::Open(DocumentId(99)));
        assert!(merging.begin(&workspace).is_none());
        assert!(merging.proposal.is_none() && merging.problem.is_some());
        merging.choose_source(2, Source::Open(workspace.document().id));
        assert_eq!(merging.problem, None);
        assert!(merging.begin(&workspace).is_some(), "the same on both sides has no conflict");
    }
}
