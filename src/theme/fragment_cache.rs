//! Pieces that many pages show — a row stands in a dozen lists — are made once: a piece is a component with its argument,
//! and the same argument gives the same HTML, whatever the page.

use crate::memo::Memo;
use crate::records::Fingerprint;
use crate::view::RowRef;
use serde::Serialize;
use std::hash::Hash;
use tera::{Context, Tera, TeraResult, Value};

/// What was made so far in one language, by component and argument, or by variable and what is in it.
#[derive(Debug, Default)]
pub(super) struct FragmentCache(Memo<(&'static str, Fingerprint), Value>);

impl FragmentCache {
    /// A component with one argument `given`, called `name`.
    ///
    /// # Errors
    /// If the component asks for something that the argument does not have.
    pub(super) fn component_html(
        &self,
        tera: &Tera,
        component: &'static str,
        (name, given): (&'static str, &RowRef<'_>),
    ) -> TeraResult<Value> {
        self.0
            .get_or_insert_with((component, given.fingerprint()), || {
                let mut context = Context::new();
                context.insert(name, given);
                Ok(Value::safe_string(
                    &tera.render_component(component, &context, None, true)?,
                ))
            })
    }

    /// A variable that many pages have.
    ///
    /// # Errors
    /// If it cannot be a variable.
    pub(super) fn variable_value(
        &self,
        name: &'static str,
        given: &(impl Hash + Serialize),
    ) -> TeraResult<Value> {
        self.0
            .get_or_insert_with((name, Fingerprint::of(given)), || {
                Value::try_from_serializable(given)
            })
    }
}
