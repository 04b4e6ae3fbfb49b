//! Everything that can be asked of the application.

use std::path::PathBuf;
use std::sync::Arc;

use super::command::UiCommand;
use super::taken::Taken;
use crate::explain::address::Address;
use crate::model::indicators::Indicator;
use crate::model::levers::LeverId;
use crate::scenario::change::Item;
use crate::scenario::document::Measure;
use crate::scenario::edit::ScenarioEdit;
use crate::scenario::history::Gesture;
use crate::scenario::merge::Choice;
use crate::session::backcast::LookBack;
use crate::session::compare::selection::Candidate;
use crate::session::document::DocumentId;
use crate::session::help::Help;
use crate::session::recovery::Which;
use crate::session::search::Search;
use crate::session::sharing::source::Source;
use crate::session::tour::Touring;
use crate::session::transfer::Scope;
use crate::session::view::{Place, Tab};
use crate::text::Language;

/// Something to be done, with all it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A command without payload.
    Command(UiCommand),
    /// A change of the current scenario; edits of one gesture are one step of undo.
    Edit(ScenarioEdit, Option<Gesture>),
    /// Work on another document.
    SelectDocument(DocumentId),
    /// Close a document, after a question if work would be lost.
    CloseDocument(DocumentId),
    /// Look at another city, or all.
    Look(Place),
    /// Show a tab.
    Show(Tab),
    /// Go to a lever of a city.
    GoToLever(String, LeverId),
    /// Copy levers of the city.
    Copy(Scope),
    /// Replace levers of the city by those copied.
    Paste(Scope),
    /// Send away what is said of the levers last pasted.
    DismissPasted,
    /// Choose a year.
    Year(i32),
    /// Attribute the change of something to levers.
    Attribute(Measure),
    /// Compare all cities by something else.
    Together(Indicator),
    /// Begin the period of the space ledger in this year, or with the projection.
    LedgerFrom(Option<i32>),
    /// Look at something else of the back-cast.
    LookBack(LookBack),
    /// Show all of history in charts, or the recent part.
    LongHistory(bool),
    /// Zoom all charts to these years, or back to all of them.
    Years(Option<(i32, i32)>),
    /// Take a chart away.
    Take(Arc<Taken>),
    /// Write a chart to a file.
    SaveTaken(Arc<Taken>, PathBuf),
    /// Draw charts that are taken away this wide (pixels).
    PictureWidth(u32),
    /// Explain a number.
    Explain(Address),
    /// Explain something that an explanation names.
    Follow(Address),
    /// Go to a step of the way through explanations.
    Step(usize),
    /// Look for something else among the sources, or choose another entry.
    Search(Search),
    /// Show an entry among the sources, by its id.
    ShowEntry(String),
    /// Read the model document at the heading that begins so.
    Read(String),
    /// Show something else of Help, open or close it.
    Help(Help),
    /// Something of the guided tour.
    Tour(Touring),
    /// Open a file.
    OpenPath(PathBuf),
    /// Open a preset by its id.
    OpenPreset(&'static str),
    /// Start a scenario with these cities at adopted policy.
    Create {
        /// Its title.
        title: String,
        /// The cities by id.
        cities: Vec<String>,
    },
    /// Ask where to save a document; then go on with what the user was about.
    AskWhereToSave(DocumentId, AfterSave),
    /// Ask for a path inside the window, beginning with this one.
    AskForPath(Wanted, PathBuf),
    /// Ask whether to replace the file at this path by a document, before
    /// `SaveTo`.
    AskToReplace(DocumentId, PathBuf, AfterSave),
    /// Write a document to a file; then go on with what the user was about.
    SaveTo(DocumentId, PathBuf, AfterSave),
    /// Take what a document's file says now.
    Reload(DocumentId),
    /// Go on with a document's own content although its file has another.
    KeepMine(DocumentId),
    /// Show in what a document differs from its file.
    CompareWithFile(DocumentId),
    /// Write a document over what somebody else wrote into its file; then go on with
    /// what the user was about.
    Replace(DocumentId, AfterSave),
    /// What there is to say of a document's file has been read.
    Hush(DocumentId),
    /// That something could not be saved has been read.
    DismissFailure,
    /// Go on with what was kept when the program did not end as it should.
    Recover(Which),
    /// Ask before what was kept is gone for good.
    AskToDiscardKept(Which),
    /// Discard what was kept.
    DiscardKept(Which),
    /// Leave what was kept to the next start.
    OfferLater,
    /// A native dialog was closed without an answer.
    NotAnswered,
    /// An answer to "save before closing?".
    Answer(Answer),
    /// Say why something that was typed is not taken.
    Refuse(String),
    /// Send that away.
    DismissRefusal,
    /// Send a message away.
    Dismiss(usize),
    /// Send the sentence of the first minute away.
    Welcomed,
    /// Choose a language.
    Language(Language),
    /// Something about scenarios side by side.
    Compare(Comparing),
    /// Something about scenarios that go from hand to hand.
    Share(Sharing),
}

/// What can be asked about scenarios that go from hand to hand.
#[derive(Clone, Debug, PartialEq)]
pub enum Sharing {
    /// Hold two scenarios beside each other item by item.
    Differ([Source; 2]),
    /// Copy what differs.
    CopyDifferences,
    /// Look no more.
    CloseDifferences,
    /// Choose a scenario for a merge: 0 is the base, 1 mine, 2 theirs.
    MergeSide(usize, Source),
    /// Bring the three together.
    BeginMerge,
    /// Choose other scenarios.
    BackToSides,
    /// Choose a side in a conflict.
    ChooseSide(Item, Choice),
    /// Choose the same side in every conflict.
    ChooseAll(Choice),
    /// Open what comes out.
    FinishMerge,
    /// Leave everything as it was.
    CancelMerge,
    /// Open the scenario of a text.
    Paste(String),
}

/// What can be asked of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparing {
    /// Have something take part, or not any more.
    Choose(Candidate, bool),
    /// Have every open document take part and nothing else, or nothing at all.
    ChooseOpen(bool),
    /// Compare the others with this one.
    Against(Candidate),
    /// Show another indicator.
    Show(Indicator),
    /// Copy the table of indicators in the chosen year.
    CopyIndicators,
    /// Copy the table of levers.
    CopyLevers,
}

/// What a path is wanted for.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// To open the file.
    Open,
    /// To save a document there; then to go on with what the user was about.
    Target(DocumentId, AfterSave),
    /// To save a chart there.
    Picture(Arc<Taken>),
}

/// What the user was about when a document had to be saved first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterSave {
    /// Nothing.
    Stay,
    /// Close the document.
    Close,
    /// Close the program.
    Quit,
}

/// An answer to the question whether to save before closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Do not close.
    Cancel,
}

impl Action {
    /// To take a chart away.
    #[must_use]
    pub fn take(taken: Taken) -> Self {
        Self::Take(Arc::new(taken))
    }

    /// Whether somebody who is about to quit may do this on the way. Whoever does anything
    /// else goes on working: no document is given up any more.
    #[must_use]
    pub const fn goes_on_quitting(&self) -> bool {
        matches!(
            self,
            Self::Command(UiCommand::Quit)
                | Self::Answer(_)
                | Self::AskWhereToSave(..)
                | Self::AskForPath(..)
                | Self::AskToReplace(..)
                | Self::SaveTo(..)
                | Self::Replace(..)
        )
    }

    /// Whether what is typed in a field has to be taken first: it belongs to the current
    /// document, and the field may be gone afterwards.
    #[must_use]
    pub const fn leaves_field(&self) -> bool {
        match self {
            Self::Command(command) => command.leaves_field(),
            Self::SelectDocument(_)
            | Self::CloseDocument(_)
            | Self::Look(_)
            | Self::Show(_)
            | Self::GoToLever(..)
            | Self::Copy(_)
            | Self::Paste(_)
            | Self::ShowEntry(_)
            | Self::Read(_)
            | Self::OpenPath(_)
            | Self::OpenPreset(_)
            | Self::Create { .. }
            | Self::AskWhereToSave(..)
            | Self::SaveTo(..)
            | Self::Reload(_)
            | Self::KeepMine(_)
            | Self::CompareWithFile(_)
            | Self::Replace(..)
            | Self::Recover(_)
            | Self::Compare(_)
            | Self::Share(_) => true,
            _ => false,
        }
    }
}

impl From<UiCommand> for Action {
    fn from(command: UiCommand) -> Self {
        Self::Command(command)
    }
}
