//! Pieces that many pages show — a row stands in a dozen lists — are made once: a piece is a component with its argument,
//! and the same argument gives the same HTML, whatever the page.

use crate::records::Print;
use serde::Serialize;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};
use tera::{Context, Tera, TeraResult, Value};

/// What was made so far in one language, by component and argument.
#[derive(Debug, Default)]
pub(super) struct Pieces(RwLock<HashMap<(&'static str, Print), Value>>);

impl Pieces {
    /// A component with one argument `given`, called `name`.
    ///
    /// # Errors
    /// If the component asks for something that the argument does not have.
    pub(super) fn get(
        &self,
        tera: &Tera,
        component: &'static str,
        (name, given): (&'static str, &(impl Hash + Serialize)),
    ) -> TeraResult<Value> {
        let key = (component, Print::of(given));
        if let Some(made) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(made.clone());
        }
        let mut context = Context::new();
        context.insert(name, given);
        let made = Value::safe_string(&tera.render_component(component, &context, None, true)?);
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, made.clone());
        Ok(made)
    }
}
