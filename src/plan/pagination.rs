//! The parts into which long lists are cut, each a page that fits into the first response.

/// How many rows a part of a list has.
pub const ROWS: usize = 50;

/// How many follow-ups a part of the list of all has; they are longer than rows.
pub const NEWS: usize = 25;

/// One of the parts into which a long list is cut, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part(pub usize);

impl Part {
    /// The first part.
    pub const FIRST: Self = Self(0);

    /// The parts of a list, each of at most `size`; an empty list has one, which says that it is empty.
    pub fn all(length: usize, size: usize) -> impl Iterator<Item = Self> {
        (0..length.div_ceil(size).max(1)).map(Self)
    }

    /// This part of a list.
    pub fn of<T>(self, list: &[T], size: usize) -> &[T] {
        let start = (self.0 * size).min(list.len());
        &list[start..(start + size).min(list.len())]
    }

    /// Its part of the address: nothing for the first, `2/` for the second.
    pub(super) fn suffix(self) -> String {
        if self == Self::FIRST { String::new() } else { format!("{}/", self.0 + 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        assert_eq!(Part::all(0, 50).count(), 1);
        assert_eq!(Part::all(50, 50).count(), 1);
        assert_eq!(Part::all(51, 50).count(), 2);
        let list: Vec<usize> = (0..=50).collect();
        assert_eq!(Part(1).of(&list, 50), [50]);
        assert!(Part(0).of::<u8>(&[], 50).is_empty());
        assert_eq!((Part(0).suffix(), Part(1).suffix()), (String::new(), "2/".into()));
    }
}
