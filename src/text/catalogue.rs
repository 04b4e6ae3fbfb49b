//! The texts of a language, read from `assets/text`.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use super::Language;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/text");

static CATALOGUES: LazyLock<[Catalogue; 3]> =
    LazyLock::new(|| [Language::En, Language::Fr, Language::Nl].map(Catalogue::read));

/// The texts of a language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Those without parameters, as they are shown.
    plain: HashMap<String, String>,
}

impl Catalogue {
    /// The texts of a language, read when a text is first asked for.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        let [en, fr, nl] = &*CATALOGUES;
        match language {
            Language::En => en,
            Language::Fr => fr,
            Language::Nl => nl,
        }
    }

    /// What cannot be read is left out; a test finds it.
    fn read(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that part directions of writing have no glyph.
        bundle.set_use_isolating(false);
        let mut plain = HashMap::new();
        for resource in resources(language) {
            let ids: Vec<String> = ids(&resource).collect();
            let _ = bundle.add_resource(resource);
            for id in ids {
                let Some(pattern) = bundle.get_message(&id).and_then(|message| message.value()) else { continue };
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
                if errors.is_empty() {
                    plain.insert(id, text);
                }
            }
        }
        Self { bundle, plain }
    }

    /// A text without parameters.
    #[must_use]
    pub fn plain(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    /// A text with its parameters filled in.
    #[must_use]
    pub fn filled(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }
}

/// The files of a language.
fn resources(language: Language) -> impl Iterator<Item = FluentResource> {
    let files = FILES.get_dir(language.tag()).into_iter().flat_map(Dir::files);
    files.filter_map(|file| file.contents_utf8()).map(|text| match FluentResource::try_new(text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    })
}

fn ids(resource: &FluentResource) -> impl Iterator<Item = String> {
    resource.entries().filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    })
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("plain", &self.plain.len()).finish_non_exhaustive()
    }
}
