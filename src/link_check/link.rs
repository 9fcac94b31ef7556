//! A link to check and what was found out about it: the vocabulary that the HTTP client, the
//! redirects and the cache of `jhur links` share.

use crate::diag::Span;
use crate::records::{Day, Records, Source, Url};
use fluent_uri::Iri;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An address that sources of the records have.
#[derive(Clone, Debug)]
pub struct ExternalLink {
    /// The address as it is written.
    pub url: Url,
    /// The same in its parts.
    pub(super) iri: Iri<String>,
    /// The archived copy that is recorded beside it.
    pub archived: Option<Url>,
    /// The places that name it, in the order of the files.
    pub spans: Vec<Span>,
}

impl ExternalLink {
    /// A link without places. Returns `None` if the address cannot be parsed.
    pub fn new(url: Url) -> Option<Self> {
        Some(Self {
            iri: url.parse_iri()?,
            url,
            archived: None,
            spans: Vec::new(),
        })
    }
}

/// The verdict on a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkStatus {
    /// It is there.
    Alive,
    /// It is gone, by the server's own word, or its host has no name any more.
    Dead,
    /// Neither is certain: it is refused to programs, broken, slow, or redirected elsewhere.
    Unsure,
}

/// Why a link is dead or unsure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureReason {
    /// The server says that it is not there (404, 410).
    Gone,
    /// Nobody knows the host's name, though other names are known.
    NoHost,
    /// The server answers something else than yes or no.
    Status,
    /// It took too long.
    Timeout,
    /// The connection is not to be trusted, or speaks no TLS.
    Tls,
    /// There is no connection, or it broke.
    Connection,
    /// What came is no HTTP.
    NotHttp,
    /// It leads from one address to the next without end.
    Circle,
    /// It leads to something that is no page on the web.
    NotWeb,
    /// It leads to a machine that is not public.
    NotPublic,
    /// It leads to the front page of a site.
    FrontPage,
    /// The host asked to be left alone for a while.
    Wait,
}

impl FailureReason {
    /// Dead if the reason says that the address is gone, else unsure.
    pub(super) fn link_status(self) -> LinkStatus {
        if matches!(self, Self::Gone | Self::NoHost) {
            LinkStatus::Dead
        } else {
            LinkStatus::Unsure
        }
    }
}

/// The result of one check, as the cache of `jhur links` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkCheck {
    /// The address as it is written.
    pub url: String,
    /// The day of the check.
    pub day: Day,
    /// The verdict.
    pub result: LinkStatus,
    /// Why, unless it is alive.
    pub reason: Option<FailureReason>,
    /// The HTTP status of the last response.
    pub status: Option<u16>,
    /// Where it redirected to, if that is another page.
    pub to: Option<String>,
}

impl LinkCheck {
    /// Whether the result is still fresh on `day`. Results are cached for `days` days; *unsure* for
    /// one day at most, and not at all after a timeout or connection error, which may have been our
    /// own network.
    pub fn is_current(&self, day: Day, days: i64) -> bool {
        let lifetime = match (self.result, self.reason) {
            (LinkStatus::Unsure, Some(FailureReason::Connection | FailureReason::Timeout)) => 0,
            (LinkStatus::Unsure, _) => days.min(1),
            _ => days,
        };
        (0..lifetime).contains(&day.days_since(self.day))
    }
}

/// The links of all sources and of their archived copies, in the order of the files; those of
/// withdrawn stops are left out.
pub fn collect_links(records: &Records) -> Vec<ExternalLink> {
    let mut sources: Vec<(&Source, Span)> = Vec::new();
    for stop in records.stops.iter().filter(|stop| stop.withdrawn.is_none()) {
        for source in &stop.sources {
            sources.push((&source.value, source.span));
        }
    }
    for follow_up in &records.follow_ups {
        for source in &follow_up.sources {
            sources.push((source, follow_up.span));
        }
    }
    let mut links: BTreeMap<&str, ExternalLink> = BTreeMap::new();
    for (Source { url, archived, .. }, span) in sources {
        // An archived copy is a link of its own, which has none.
        for (url, archived) in [(url, archived), (archived, &None)] {
            let Some(url) = url else { continue };
            let Some(new) = ExternalLink::new(url.clone()) else {
                continue;
            };
            // Several sources may have one address, and only some of them its archived copy.
            let link = links.entry(url.as_str()).or_insert(new);
            link.archived = link.archived.take().or_else(|| archived.clone());
            link.spans.push(span);
        }
    }
    let mut links: Vec<ExternalLink> = links.into_values().collect();
    for link in &mut links {
        link.spans.sort_unstable();
        link.spans.dedup();
    }
    // The sort is stable: those in one place stay in the order of their addresses.
    links.sort_by_key(|link| link.spans.first().copied());
    links
}
