//! Checks whether the sources of the records are still on the web: alive, dead, or unsure. `jhur
//! links` uses it.
//!
//! Nothing of a page is read: whether a source still says what it said is for people to see. Where
//! results are kept between runs and how they are shown is `cli`'s business.

mod client;
mod link;
mod redirects;
mod resolver;

pub use client::ClientConfig;
pub use link::{ExternalLink, FailureReason, LinkCheck, LinkStatus, collect_links};
pub use resolver::PublicResolver;

use crate::diag::Diagnostic;
use crate::records::Day;
use crate::sync::{into_inner, lock};
use client::Client;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// As many hosts are asked at once, each for one address at a time.
const MAX_CONCURRENT_HOSTS: usize = 8;

/// Checks every link; `on_result` gets the result of each as soon as it is there, in no order, so
/// that a run that is stopped loses nothing.
///
/// # Errors
/// The first error of `on_result`, after which nothing more is asked for.
pub fn check_all(
    links: &[&ExternalLink],
    day: Day,
    (resolver, config): (PublicResolver, &ClientConfig),
    on_result: &mut (dyn FnMut(LinkCheck) -> Result<(), Diagnostic> + Send),
) -> Result<(), Diagnostic> {
    let client = Client::new(resolver, config);
    let mut hosts: BTreeMap<String, Vec<&ExternalLink>> = BTreeMap::new();
    for link in links {
        hosts
            .entry(client::host_name(&link.iri))
            .or_default()
            .push(link);
    }
    let hosts: Vec<Vec<&ExternalLink>> = hosts.into_values().collect();
    let next_host = AtomicUsize::new(0);
    let output = Mutex::new((on_result, Ok(())));
    // A thread takes one host after the other, so no host is ever asked by two of them.
    let check_hosts = || {
        while let Some(host) = hosts.get(next_host.fetch_add(1, Ordering::Relaxed)) {
            for link in host {
                let check = redirects::check_link(&client, link, day);
                let mut output = lock(&output);
                let (on_result, outcome) = &mut *output;
                // Another thread's result may have failed meanwhile: that error is the one to give.
                if outcome.is_ok() {
                    *outcome = on_result(check);
                }
                if outcome.is_err() {
                    return;
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..MAX_CONCURRENT_HOSTS.min(hosts.len()) {
            scope.spawn(check_hosts);
        }
    });
    into_inner(output).1
}
