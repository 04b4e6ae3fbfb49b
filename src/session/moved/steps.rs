//! What it means that a term of the equations is more or less than before: a clause
//! for those that a planner can picture.

use crate::explain::path::{Node, Path, Step};
use crate::t;

/// The reason why an indicator moved, as a clause after "because": the last step of
/// its path that can be pictured and is not the indicator itself. `None` where what was changed is itself a term of
/// the indicator.
#[must_use]
pub fn reason(path: &Path) -> Option<&'static str> {
    let (indicator, before) = path.steps.split_last()?;
    let is_same = |step: &Step| (step.node, indicator.node) == (Node::Quantity("R"), Node::Quantity("rent_t"));
    before.iter().rev().filter(|step| !is_same(step)).find_map(|step| clause(*step))
}

/// What it means that a term is more, or less, than before.
fn clause(Step { node, rises }: Step) -> Option<&'static str> {
    let Node::Quantity(symbol) = node else { return None };
    Some(match (symbol, rises) {
        ("Lost", true) => t!("moved-lost-more"),
        ("Lost", false) => t!("moved-lost-less"),
        ("Rep", true) => t!("moved-reprovided-more"),
        ("Rep", false) => t!("moved-reprovided-less"),
        ("Int", true) => t!("moved-denser-more"),
        ("Int", false) => t!("moved-denser-less"),
        ("Start", true) => t!("moved-started-more"),
        ("Start", false) => t!("moved-started-less"),
        ("P", true) => t!("moved-protected-more"),
        ("P", false) => t!("moved-protected-less"),
        ("Rel", true) => t!("moved-released-more"),
        ("Rel", false) => t!("moved-released-less"),
        ("S", true) => t!("moved-space-more"),
        ("S", false) => t!("moved-space-less"),
        ("F_M", true) => t!("moved-used-more"),
        ("F_M", false) => t!("moved-used-less"),
        ("F_N", true) => t!("moved-others-more"),
        ("F_N", false) => t!("moved-others-less"),
        ("N", true) => t!("moved-wanted-more"),
        ("N", false) => t!("moved-wanted-less"),
        ("v", true) => t!("moved-vacant-more"),
        ("v", false) => t!("moved-vacant-less"),
        ("R", true) => t!("moved-rent-more"),
        ("R", false) => t!("moved-rent-less"),
        ("Rp", true) => t!("moved-passing-more"),
        ("Rp", false) => t!("moved-passing-less"),
        ("α", true) => t!("moved-affordable-more"),
        ("α", false) => t!("moved-affordable-less"),
        ("OCC", true) => t!("moved-cost-more"),
        ("OCC", false) => t!("moved-cost-less"),
        ("a", true) => t!("moved-per-job-more"),
        ("a", false) => t!("moved-per-job-less"),
        ("Λ", true) => t!("moved-programmes-more"),
        ("Λ", false) => t!("moved-programmes-less"),
        ("gone", true) => t!("moved-gone-more"),
        ("gone", false) => t!("moved-gone-less"),
        ("f", true) => t!("moved-short-more"),
        ("f", false) => t!("moved-short-less"),
        ("G", true) => t!("moved-grants-more"),
        ("G", false) => t!("moved-grants-less"),
        ("J_circ", true) => t!("moved-circular-more"),
        ("J_circ", false) => t!("moved-circular-less"),
        ("J_host", true) => t!("moved-hosted-more"),
        ("J_host", false) => t!("moved-hosted-less"),
        ("E", true) => t!("moved-jobs-more"),
        ("E", false) => t!("moved-jobs-less"),
        ("H", true) => t!("moved-housing-more"),
        ("H", false) => t!("moved-housing-less"),
        ("extra", true) => t!("moved-growth-more"),
        ("extra", false) => t!("moved-growth-less"),
        ("ĝ", true) => t!("moved-drift-more"),
        ("ĝ", false) => t!("moved-drift-less"),
        ("ω", true) => t!("moved-offset-more"),
        ("ω", false) => t!("moved-offset-less"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::quantity;

    /// A clause for a name that the equations do not have would never be said.
    #[test]
    fn every_clause_is_about_a_quantity_of_the_equations() {
        let told = quantity::QUANTITIES.iter().filter(|of| {
            let of = Node::Quantity(of.symbol);
            [true, false].into_iter().all(|rises| clause(Step { node: of, rises }).is_some())
        });
        assert_eq!(told.count(), 27, "one for each pair above");
        assert_eq!(clause(Step { node: Node::Start, rises: true }), None);
    }
}
