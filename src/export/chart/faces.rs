//! The faces of pictures, which are those of the window, and how wide text is in
//! them.

use std::sync::LazyLock;

use ttf_parser::Face;

/// The name of the family.
pub const FAMILY: &str = "Making Room Sans";

/// The face of text.
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/MakingRoomSans-Regular.otf");
/// The face of what stands out.
pub const STRONG: &[u8] = include_bytes!("../../../assets/fonts/MakingRoomSans-SemiBold.otf");

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, STRONG].map(|bytes| Face::parse(bytes, 0).ok()));

/// What a letter is taken to be wide that the face does not have, as a share of the
/// size.
const USUAL: f32 = 0.6;

/// The width of a text.
#[must_use]
pub fn width(text: &str, size: f32, strong: bool) -> f32 {
    let face = FACES[usize::from(strong)].as_ref();
    let of = |c: char| {
        let face = face?;
        let advance = face.glyph_hor_advance(face.glyph_index(c)?)?;
        Some(f32::from(advance) / f32::from(face.units_per_em()))
    };
    text.chars().map(|c| of(c).unwrap_or(USUAL)).sum::<f32>() * size
}

/// The lines of a text in this width, no more than `most`; what is left over is cut
/// with an ellipsis. A word that is wider than a line is cut, too.
#[must_use]
pub fn wrap(text: &str, size: f32, strong: bool, room: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    while words.peek().is_some() && lines.len() < most {
        let mut line = String::new();
        while let Some(word) = words.peek() {
            let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
            if line.is_empty() || width(&longer, size, strong) <= room {
                line = longer;
                words.next();
            } else {
                break;
            }
        }
        let is_rest = lines.len() + 1 == most && words.peek().is_some();
        lines.push(if is_rest {
            cut(&format!("{line} …"), size, strong, room)
        } else {
            cut(&line, size, strong, room)
        });
    }
    lines
}

/// The text, or as much of it as has room.
#[must_use]
pub fn cut(text: &str, size: f32, strong: bool, room: f32) -> String {
    if width(text, size, strong) <= room {
        return text.to_owned();
    }
    let mut kept: String = text.trim_end_matches(['…', ' ']).to_owned();
    while !kept.is_empty() && width(&format!("{kept}…"), size, strong) > room {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_of_one_width_and_what_stands_out_is_wider() {
        assert!((width("111", 10.0, false) - width("808", 10.0, false)).abs() < 1e-3);
        assert!(width("Manufacturing", 10.0, true) > width("Manufacturing", 10.0, false));
        assert!(width("漢", 10.0, false) > 0.0, "a letter that the face lacks takes room");
    }

    #[test]
    fn text_is_wrapped_at_words_and_cut_where_there_is_no_room_left() {
        let words = "one two three four five six seven eight nine ten";
        let lines = wrap(words, 10.0, false, 80.0, 99);
        assert!(lines.len() > 2 && lines.iter().all(|line| width(line, 10.0, false) <= 80.0), "{lines:?}");
        assert_eq!(lines.join(" "), words);
        let two = wrap(words, 10.0, false, 80.0, 2);
        assert!(two.len() == 2 && two[1].ends_with('…') && width(&two[1], 10.0, false) <= 80.0, "{two:?}");
        let long = wrap(&"w".repeat(500), 10.0, false, 80.0, 3);
        assert!(long.len() == 1 && long[0].ends_with('…') && width(&long[0], 10.0, false) <= 80.0, "{long:?}");
        assert!(wrap("", 10.0, false, 80.0, 3).is_empty());
    }
}
