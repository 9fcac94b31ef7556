//! The parts into which long lists are cut, each a page that fits into the first response.

/// How many rows a part of a list has.
pub const ROWS_PER_PAGE: usize = 50;

/// How many follow-ups a part of the list of all has; they are longer than rows.
pub const FOLLOW_UPS_PER_PAGE: usize = 25;

/// One of the parts into which a long list is cut, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageNumber(pub usize);

impl PageNumber {
    /// The first part.
    pub const FIRST: Self = Self(0);

    /// The parts of a list, each of at most `size`; an empty list has one, which says that it is empty.
    pub fn for_list(length: usize, size: usize) -> impl Iterator<Item = Self> {
        (0..length.div_ceil(size).max(1)).map(Self)
    }

    /// This part of a list.
    pub fn slice<T>(self, list: &[T], size: usize) -> &[T] {
        let start = (self.0 * size).min(list.len());
        &list[start..(start + size).min(list.len())]
    }

    /// Its part of the address: nothing for the first, `2/` for the second.
    pub(super) fn path_suffix(self) -> String {
        if self == Self::FIRST {
            String::new()
        } else {
            format!("{}/", self.0 + 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        assert_eq!(PageNumber::for_list(0, 50).count(), 1);
        assert_eq!(PageNumber::for_list(50, 50).count(), 1);
        assert_eq!(PageNumber::for_list(51, 50).count(), 2);
        let list: Vec<usize> = (0..=50).collect();
        assert_eq!(PageNumber(1).slice(&list, 50), [50]);
        assert!(PageNumber(0).slice::<u8>(&[], 50).is_empty());
        assert_eq!(
            (PageNumber(0).path_suffix(), PageNumber(1).path_suffix()),
            (String::new(), "2/".into())
        );
    }
}
