//! One integration binary: a module for each part.

mod documents;
mod evidence;
mod model;
mod model_document;
