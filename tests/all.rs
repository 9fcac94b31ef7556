//! All tests of this folder are one program: linked once, and busy on every core to its end.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that cannot go on has failed"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a long test is a table of cases, or a story in its order"
)]
#![allow(unreachable_pub, reason = "nobody uses a program of tests")]

mod architecture;
mod catalogue;
mod changes;
mod commands;
mod common;
mod days;
mod due;
mod examples;
mod feeds;
mod form;
mod form_values;
mod guards;
mod history;
mod images;
mod incremental;
mod injection;
mod known;
mod links;
mod new_records;
mod outputs;
mod privacy;
mod properties;
mod publish;
mod publish_files;
mod reading;
mod redaction;
mod refs;
mod register;
mod rewriting;
mod search;
mod serve;
mod sheets;
mod site;
mod states;
mod translations;
mod transparency;
