//! Labels at the ends of lines, kept apart from each other.

/// Moves label centres apart so that none is nearer than `gap` to the next,
/// within `top..=bottom`, as little as needed. Returns them in the given order.
#[must_use]
pub fn spread(centres: &[f32], gap: f32, top: f32, bottom: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..centres.len()).collect();
    order.sort_by(|&a, &b| centres[a].total_cmp(&centres[b]));
    let mut placed: Vec<f32> = centres.to_vec();
    let mut floor = top;
    for &i in &order {
        placed[i] = placed[i].max(floor);
        floor = placed[i] + gap;
    }
    let mut ceiling = bottom;
    for &i in order.iter().rev() {
        placed[i] = placed[i].min(ceiling);
        ceiling = placed[i] - gap;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_do_not_overlap() {
        let placed = spread(&[50.0, 48.0, 52.0], 12.0, 0.0, 100.0);
        assert!(placed[1] + 12.0 <= placed[0] && placed[0] + 12.0 <= placed[2], "{placed:?}");
        let placed = spread(&[99.0, 98.0], 12.0, 0.0, 100.0);
        assert!(placed[0] <= 100.0 && placed[0] - placed[1] >= 12.0, "{placed:?}");
    }
}
