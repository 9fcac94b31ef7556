//! Pieces that many pages show — a row stands in a dozen lists — are made once: a piece is a component with its argument,
//! and the same argument gives the same HTML, whatever the page.

use serde::Serialize;
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use tera::{Context, Error, Tera, TeraResult, Value};

/// What was made so far in one language, by component and argument.
#[derive(Debug, Default)]
pub(super) struct Pieces(RwLock<HashMap<(&'static str, Vec<u8>), Value>>);

impl Pieces {
    /// A component with one argument `given`, called `name`.
    ///
    /// # Errors
    /// If the component asks for something that the argument does not have.
    pub(super) fn get(
        &self,
        tera: &Tera,
        component: &'static str,
        (name, given): (&'static str, &impl Serialize),
    ) -> TeraResult<Value> {
        let bytes = postcard::to_extend(given, Vec::new()).map_err(|fault| Error::message(fault.to_string()))?;
        let key = (component, bytes);
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
