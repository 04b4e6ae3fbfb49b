//! The window's own controls. They know shapes, names and keys, and nothing of
//! cities or scenarios: what they show comes in, what the user did comes out.

pub mod arrive;
pub mod below;
pub mod buttons;
pub mod card;
pub mod disclosure;
pub mod explain;
pub mod gesture;
pub mod hand;
pub mod lever_row;
pub mod meaning;
pub mod number_field;
pub mod scroll;
pub mod sentence;
pub mod slider;
pub mod sparkline;
pub mod steady;
pub mod stepping;
pub mod timeline;
pub mod trailing;
