//! Charts outside the window: what a chart and its picture have in common.

pub mod axis;
