//! Builds the rows of the tables from the register's records, with addresses from the plan. `table`
//! collects them to whole tables, `document` to what one page shows.
//!
//! Rows name other records by their keys and references, which are the other tables' primary keys;
//! their addresses are absolute and in the main language.

mod commitments;
mod entries;
mod evidence;
mod figures;
mod groups;
mod links;

pub(super) use figures::figure_columns;
