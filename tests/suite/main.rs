//! One integration binary: a module for each part.

mod evidence;
