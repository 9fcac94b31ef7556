//! Pieces that many pages show — a row stands in a dozen lists — are made once: a piece is a component with its argument,
//! and the same argument gives the same HTML, whatever the page.

use crate::records::Print;
use crate::site::view::Shared;
use serde::Serialize;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};
use tera::{Context, Tera, TeraResult, Value};

/// What was made so far in one language, by component and argument, or by variable and what is in it.
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
        (name, given): (&'static str, &Shared<'_>),
    ) -> TeraResult<Value> {
        self.once((component, given.print()), || {
            let mut context = Context::new();
            context.insert(name, given);
            Ok(Value::safe_string(&tera.render_component(component, &context, None, true)?))
        })
    }

    /// A variable that many pages have.
    ///
    /// # Errors
    /// If it cannot be a variable.
    pub(super) fn variable(&self, name: &'static str, given: &(impl Hash + Serialize)) -> TeraResult<Value> {
        self.once((name, Print::of(given)), || Value::try_from_serializable(given))
    }

    fn once(&self, key: (&'static str, Print), make: impl FnOnce() -> TeraResult<Value>) -> TeraResult<Value> {
        if let Some(made) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(made.clone());
        }
        let made = make()?;
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, made.clone());
        Ok(made)
    }
}
