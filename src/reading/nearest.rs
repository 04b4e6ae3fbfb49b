//! The known name that somebody probably meant.

/// The name among `known` with the fewest edits from `text`, if it is close
/// enough to be a slip of the keyboard.
#[must_use]
pub fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Names are short; a long text is no slip of the keyboard.
    if text.chars().count() > 80 {
        return None;
    }
    let allowed = (text.chars().count() / 3).max(2);
    known
        .into_iter()
        .map(|name| (edits(&text.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// A hint for a message: the nearest name, or where a list is.
#[must_use]
pub fn hint<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(text, known).map_or_else(|| "correct the name, or remove it".to_owned(), |name| format!("write {name}"))
}

/// Levenshtein distance: insertions, deletions and replacements.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_slip_and_refuses_a_guess() {
        let known = ["zoning.protected_share", "zoning.release_pace", "rent.stabilisation"];
        assert_eq!(nearest("zoning.protected_shar", known), Some("zoning.protected_share"));
        assert_eq!(nearest("rent.stabilization", known), Some("rent.stabilisation"));
        assert_eq!(nearest("banana", known), None);
        assert_eq!(nearest("", ["a"]), Some("a"));
        assert_eq!(edits("kitten", "sitting"), 3);
    }
}
