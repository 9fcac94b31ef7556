//! The page plan: every address of the site once, and which page is there.
//!
//! [`build_plan`] finds what is wrong with addresses before anything is rendered: two pages at one
//! address, links in prose that lead nowhere. `view` makes a page's contents only when the page is
//! rendered, so that memory never holds the whole site; `data` makes tables and documents of the
//! same plan.

mod address;
mod alphabetical;
pub mod alternates;
mod build;
mod commitment_list;
pub(crate) mod internal_links;
mod markdown_page;
mod page;
mod pagination;
mod permanent;
mod photos;
mod row_key;
mod site_files;
mod site_plan;

pub use address::SOCIAL_CARD;
pub use alphabetical::Letter;
pub use build::build_plan;
pub use commitment_list::CommitmentList;
pub use internal_links::may_link_internally;
pub use markdown_page::MarkdownPage;
pub use page::{Page, RecordPage};
pub use pagination::{
    FOLLOW_UPS_PER_PAGE, PageNumber, REVISIONS_PER_PAGE, ROWS_PER_PAGE, TITLES_PER_PAGE,
};
pub use photos::{PhotoSize, PlannedPhoto};
pub(crate) use row_key::RowKey;
pub use site_files::{
    CHECKPOINT_PATH, LOG_FOLDER, LOG_KEY_PATH, LOG_PATH, SEARCH_FOLDER, SEARCH_SCRIPT, bodies_path,
    witnessed_path,
};
pub use site_plan::Plan;
