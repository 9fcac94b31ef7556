//! How record files are named: a file for each stop, a file of follow-ups for each month. Forms,
//! the workbook and `jhur new` create their files under these names.

use crate::diag::messages::Messages;
use crate::records::{Day, first_free_name};

const STOPS: &str = "content/stops/";
const FOLLOW_UPS: &str = "content/follow-ups/";

/// Whether a path is that of a stop's file.
pub fn is_stop_file(path: &str) -> bool {
    path.starts_with(STOPS)
}

/// Whether a path is that of a file of follow-ups.
pub fn is_follow_ups_file(path: &str) -> bool {
    path.starts_with(FOLLOW_UPS)
}

/// How the file of a stop is named: `006-wuluhan`.
pub fn stop_file_stem(number: u32, district: &str) -> String {
    format!("{number:03}-{district}")
}

/// The file of a stop with that name: `content/stops/006-wuluhan.yaml`.
pub fn stop_file_path(stem: &str) -> String {
    format!("{STOPS}{stem}.yaml")
}

/// The file of a new stop, whose name gets a number if it is not free.
pub fn free_stop_file_path(stem: &str, is_free: impl Fn(&str) -> bool) -> String {
    stop_file_path(&first_free_name(stem, |stem| {
        is_free(&stop_file_path(stem))
    }))
}

/// The file to which the follow-ups of a day are added: `content/follow-ups/2022-10.yaml`.
pub fn follow_ups_file_path(date: Day) -> String {
    let date = date.to_string();
    month_file_path(date.get(..7).unwrap_or(&date))
}

/// The file of follow-ups of a month: `2022-10`.
pub fn month_file_path(month: &str) -> String {
    format!("{FOLLOW_UPS}{month}.yaml")
}

/// The first line of a new file; empty unless it is one of follow-ups.
pub fn new_file_header(path: &str, messages: &Messages) -> String {
    let month = path
        .strip_prefix(FOLLOW_UPS)
        .and_then(|name| name.strip_suffix(".yaml"));
    let Some(month) = month else {
        return String::new();
    };
    let args = [("month", month.to_owned())];
    format!("# {}\n", messages.message("scaffold-follow-ups", &args))
}
