//! The texts of the window: complete in every language, with the same parameters,
//! and every one of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use making_room::model::parties::Role;
use making_room::session::view::Tab;
use making_room::text::{Language, key};
use strum::IntoEnumIterator as _;

/// Texts of things that have an id of their own: they are asked for by
/// `text::of(FAMILY, id)`, and each of these must be there.
fn families() -> Vec<String> {
    let tabs = Tab::all().map(|tab| key("tab", tab.id()));
    tabs.chain(Role::iter().map(|role| key("role", role.into()))).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The parameters that a pattern names, also inside its choices.
fn parameters(pattern: &Pattern<String>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    parameters(&variant.value, into);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            into.insert(id.name.clone());
        }
    }
}

/// Every text of a language with its parameters.
fn texts(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for path in files(&root().join("assets/text").join(language.tag()), "ftl") {
        let text = fs::read_to_string(&path).expect("text");
        let resource =
            fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut named = BTreeSet::new();
            parameters(message.value.as_ref().expect("a text"), &mut named);
            let before = all.insert(message.id.name.clone(), named);
            assert_eq!(before, None, "{}: {} is there twice", path.display(), message.id.name);
        }
    }
    all
}

/// Every `t!("id", name = …)` of the code with its parameters. The macro's own
/// documentation is no use of a text.
fn uses() -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&path).expect("text");
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for (at, _) in code.match_indices("t!(") {
            let is_ours = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let inside = code[at + 3..].trim_start();
            let Some(rest) = inside.strip_prefix('"').filter(|_| is_ours) else { continue };
            let (id, rest) = rest.split_once('"').expect("a closed text");
            let named = names(rest);
            let before = all.insert(id.to_owned(), named.clone());
            assert!(before.is_none_or(|b| b == named), "{}: {id} has other parameters elsewhere", path.display());
        }
    }
    all
}

/// The names before `=` in the rest of a use, up to the bracket that closes it.
fn names(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut quoted, mut parts) = (0_i32, false, vec![String::new()]);
    let mut before = ' ';
    for c in rest.chars() {
        match c {
            '"' if before != '\\' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            c if depth == 0 => parts.last_mut().expect("never empty").push(c),
            _ => {}
        }
        before = c;
    }
    let name = |part: &String| part.split_once('=').map(|(name, _)| name.trim().to_owned());
    parts.iter().filter_map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_language_has_the_same_texts_with_the_same_parameters() {
    let english = texts(Language::En);
    assert!(english.len() > 10);
    for language in Language::all() {
        let other = texts(language);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let surplus: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{language:?}: missing {missing:?}, surplus {surplus:?}");
        for (id, named) in &english {
            assert_eq!(&other[id], named, "{language:?}: {id}");
        }
    }
}

#[test]
fn every_text_that_the_code_asks_for_is_there_and_every_other_is_gone() {
    let (there, used) = (texts(Language::En), uses());
    let families: BTreeSet<String> = families().into_iter().collect();
    let missing: Vec<_> = used.keys().chain(&families).filter(|id| !there.contains_key(*id)).collect();
    let unused: Vec<_> = there.keys().filter(|id| !used.contains_key(*id) && !families.contains(*id)).collect();
    assert!(missing.is_empty() && unused.is_empty(), "missing {missing:?}, unused {unused:?}");
    for (id, named) in &used {
        assert_eq!(&there[id], named, "{id}: the parameters of the code and of the text");
    }
}

#[test]
fn no_text_is_only_white_space() {
    for language in Language::all() {
        making_room::text::speak(language);
        for (id, _) in texts(language).into_iter().filter(|(_, named)| named.is_empty()) {
            let id: &'static str = id.leak();
            assert!(!making_room::text::plain(id).trim().is_empty(), "{language:?}: {id}");
        }
    }
}
