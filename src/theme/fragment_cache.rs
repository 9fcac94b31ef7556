//! The fragment cache: HTML that many pages show is rendered once. A row is in a dozen lists, the
//! filter menu above each of them. A fragment is a component with its one argument.
//!
//! - Key: the component's name and the fingerprint of the argument. For a row of a list it is that of
//!   its records, so that even its view is built only when it is needed; see `view/row_ref.rs`.
//! - Value: the rendered HTML, safe to insert.
//! - Never invalid: it lives in memory for one build and one language. Links in it start with a
//!   placeholder for the site's root, which the finished page replaces, so that the same HTML serves
//!   pages at every depth.
//! - Buys: rows are rendered once instead of once per list. What a list costs with it is measured by
//!   `cargo bench --bench stages -- "list page"`.

use crate::memo::Memo;
use crate::records::Fingerprint;
use crate::view::RowRef;
use serde::Serialize;
use std::hash::Hash;
use tera::{Context, Tera, TeraResult, Value};

/// The fragments of one language so far.
#[derive(Debug, Default)]
pub(super) struct FragmentCache(Memo<(&'static str, Fingerprint), Value>);

impl FragmentCache {
    /// The HTML of a component with the one argument `name`; rendered if it is not cached.
    ///
    /// # Errors
    /// If the component asks for something that the argument does not have.
    pub(super) fn component_html(
        &self,
        tera: &Tera,
        component: &'static str,
        (name, argument): (&'static str, &RowRef<'_>),
    ) -> TeraResult<Value> {
        self.0
            .get_or_insert_with((component, argument.fingerprint()), || {
                let mut context = Context::new();
                context.insert(name, argument);
                Ok(Value::safe_string(
                    &tera.render_component(component, &context, None, true)?,
                ))
            })
    }

    /// A variable that many pages have, as a template's value; converted if it is not cached.
    ///
    /// # Errors
    /// If it cannot be converted.
    pub(super) fn variable_value(
        &self,
        name: &'static str,
        value: &(impl Hash + Serialize),
    ) -> TeraResult<Value> {
        self.0
            .get_or_insert_with((name, Fingerprint::of(value)), || {
                Value::try_from_serializable(value)
            })
    }
}
