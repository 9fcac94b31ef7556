//! A list whose parts come from several files. A part is shared, not copied: who reads again keeps those of files that say
//! the same as before.

use std::sync::Arc;

/// Values in the order of the files.
#[derive(Clone, Debug)]
pub struct Chunked<T> {
    chunks: Vec<Arc<[T]>>,
}

impl<T> Chunked<T> {
    /// Adds what one more file holds.
    pub fn push_chunk(&mut self, part: Arc<[T]>) {
        self.chunks.push(part);
    }

    /// Every value.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.chunks.iter().flat_map(|part| part.iter())
    }

    /// The last value.
    pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.chunks.iter().map(|part| part.len()).sum()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.chunks.iter().all(|part| part.is_empty())
    }
}

impl<T> Default for Chunked<T> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<'a, T> IntoIterator for &'a Chunked<T> {
    type Item = &'a T;
    type IntoIter =
        std::iter::FlatMap<std::slice::Iter<'a, Arc<[T]>>, &'a [T], fn(&'a Arc<[T]>) -> &'a [T]>;

    fn into_iter(self) -> Self::IntoIter {
        let values: fn(&'a Arc<[T]>) -> &'a [T] = |part| part;
        self.chunks.iter().flat_map(values)
    }
}

#[cfg(test)]
mod tests {
    use super::Chunked;

    #[test]
    fn parts_are_one_list() {
        let mut list = Chunked::default();
        assert!(list.is_empty());
        for part in [&[1, 2][..], &[], &[3]] {
            list.push_chunk(part.into());
        }
        assert_eq!((list.len(), list.last()), (3, Some(&3)));
        assert_eq!(list.iter().rev().collect::<Vec<_>>(), [&3, &2, &1]);
        assert_eq!((&list).into_iter().sum::<i32>(), 6);
    }
}
