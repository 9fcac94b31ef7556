//! A list in chunks, one for each file it was read from. Chunks are shared, not copied: reading the content again keeps
//! those of files that have not changed (`source::cache`).

use std::sync::Arc;

/// Values in the order of the files.
#[derive(Clone, Debug)]
pub struct Chunked<T> {
    chunks: Vec<Arc<[T]>>,
}

impl<T> Chunked<T> {
    /// Adds the values of one more file.
    pub fn push_chunk(&mut self, chunk: Arc<[T]>) {
        self.chunks.push(chunk);
    }

    /// Every value.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// The last value.
    pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chunks.iter().all(|chunk| chunk.is_empty())
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
        let values: fn(&'a Arc<[T]>) -> &'a [T] = |chunk| chunk;
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
