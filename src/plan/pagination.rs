//! Pagination: a long list is divided into pages of a fixed number of rows, so that each page fits
//! into the first round trip of a slow connection.
//!
//! The links between the pages are made in `view::builder` (`paginate`).

/// Rows of a list on one page.
pub const ROWS_PER_PAGE: usize = 50;

/// Follow-ups on one page of their list; they are longer than rows.
pub const FOLLOW_UPS_PER_PAGE: usize = 25;

/// Titles on one page of their index; they are a line each.
pub const TITLES_PER_PAGE: usize = 200;

/// Revisions on one page of a history; each shows what it changed.
pub const REVISIONS_PER_PAGE: usize = 10;

/// A page of a paginated list, counted from 0; visitors see it counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageNumber(pub usize);

impl PageNumber {
    /// The first page.
    pub const FIRST: Self = Self(0);

    /// The pages of a list of `length` rows, `size` on each. An empty list has one page, which says
    /// so.
    pub fn for_list(length: usize, size: usize) -> impl Iterator<Item = Self> {
        (0..length.div_ceil(size).max(1)).map(Self)
    }

    /// The rows of a list that are on this page; none beyond the list's end.
    pub fn slice<T>(self, list: &[T], size: usize) -> &[T] {
        let start = (self.0 * size).min(list.len());
        &list[start..(start + size).min(list.len())]
    }

    /// What it adds to the list's address: nothing for the first page, `2/` for the second.
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
    fn pages_of_a_list() {
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
