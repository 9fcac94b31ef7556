//! Are the sources of the records still on the web? Alive, dead, or cannot tell: each address is asked for politely, and what
//! came of it is noted, so that a run that was stopped goes on where it was.
//!
//! Nothing of a page is read: whether a source still says what it said is for people to see. Where notes are kept and how they
//! are told is `cli`'s business.

mod client;
mod link;
mod redirects;
mod resolver;

pub use client::ClientConfig;
pub use link::{ExternalLink, FailureReason, LinkCheck, LinkStatus, collect_links};
pub use resolver::PublicResolver;

use crate::diag::Diagnostic;
use crate::records::Day;
use client::Client;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// So many hosts are asked at once, each for one address at a time.
const MAX_CONCURRENT_HOSTS: usize = 8;

/// Asks for every link; `each` is told what came of one as soon as it is known, in no order. Stops at `each`'s first fault.
///
/// # Errors
/// What `each` says.
pub fn check_all(
    links: &[&ExternalLink],
    day: Day,
    net: (PublicResolver, &ClientConfig),
    each: &mut (dyn FnMut(LinkCheck) -> Result<(), Diagnostic> + Send),
) -> Result<(), Diagnostic> {
    let net = Client::new(net.0, net.1);
    let mut hosts: BTreeMap<String, Vec<&ExternalLink>> = BTreeMap::new();
    for link in links {
        hosts
            .entry(client::host_name(&link.iri))
            .or_default()
            .push(link);
    }
    let hosts: Vec<Vec<&ExternalLink>> = hosts.into_values().collect();
    let (next, each) = (AtomicUsize::new(0), Mutex::new((each, Ok(()))));
    let work = || {
        while let Some(host) = hosts.get(next.fetch_add(1, Ordering::Relaxed)) {
            for link in host {
                let look = redirects::check_link(&net, link, day);
                let mut told = each.lock().unwrap_or_else(PoisonError::into_inner);
                if told.1.is_ok() {
                    told.1 = (told.0)(look);
                }
                if told.1.is_err() {
                    return;
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..MAX_CONCURRENT_HOSTS.min(hosts.len()) {
            scope.spawn(work);
        }
    });
    each.into_inner().unwrap_or_else(PoisonError::into_inner).1
}
