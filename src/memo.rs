//! A concurrent memo table: computes each key's value once, or a few times, and shares it between
//! threads. `theme` keeps rendered fragments in it, `view` the fingerprints of rows.
//!
//! An entry is never invalid: a table lives as long as one plan or theme, and keys hold everything
//! that the value depends on.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// Values by key.
#[derive(Debug)]
pub(crate) struct Memo<K, V>(RwLock<HashMap<K, V>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// The value of a key, computed if it is not there. No lock is held meanwhile, since the
    /// computation may itself use the table: two threads may compute one key at once, so it must be
    /// pure.
    ///
    /// # Errors
    /// Those of the computation.
    pub(crate) fn get_or_insert_with<E>(
        &self,
        key: K,
        make: impl FnOnce() -> Result<V, E>,
    ) -> Result<V, E> {
        let table = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = table.get(&key) {
            return Ok(value.clone());
        }
        // Before `make`, which may want to write.
        drop(table);
        let value = make()?;
        let mut table = self.0.write().unwrap_or_else(PoisonError::into_inner);
        table.insert(key, value.clone());
        Ok(value)
    }
}
