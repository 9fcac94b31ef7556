//! One request at a time to each host, with a pause between them and a limit on all that a server can do to us: time, size of the head,
//! and not a byte of the body.

use super::Reason;
use super::resolver::{Names, NotPublic};
use fluent_uri::Iri;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error, http};

/// The largest head of an answer, in bytes.
const LARGEST_HEAD: usize = 64 * 1024;

/// How one behaves toward others' servers.
#[derive(Clone, Debug)]
pub struct Manners {
    /// Who asks.
    pub agent: String,
    /// Between two requests to one host.
    pub pause: Duration,
    /// How long one answer may take.
    pub patience: Duration,
    /// How long a host may ask us to wait; one that wants more is left alone for this run.
    pub longest_wait: Duration,
}

impl Manners {
    /// Those of a guest, under the name of the program and the site for which it asks.
    pub fn of(site: &str) -> Self {
        Self {
            agent: format!("jhur/{} (+{site}; checks the links to its sources)", env!("CARGO_PKG_VERSION")),
            pause: Duration::from_secs(1),
            patience: Duration::from_secs(20),
            longest_wait: Duration::from_secs(30),
        }
    }
}

/// What a server answered.
pub(super) struct Reply {
    pub(super) status: u16,
    /// Where it leads, as it was written.
    pub(super) location: Option<Vec<u8>>,
}

/// Whose turn it is at one host.
#[derive(Default)]
struct Turn {
    /// Not before.
    next: Option<Instant>,
    /// Not any more.
    closed: bool,
}

pub(super) struct Net<'m> {
    agent: Agent,
    manners: &'m Manners,
    turns: Mutex<HashMap<String, Arc<Mutex<Turn>>>>,
}

impl<'m> Net<'m> {
    pub(super) fn new(names: Names, manners: &'m Manners) -> Self {
        let config = Agent::config_builder()
            .user_agent(manners.agent.as_str())
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .max_idle_connections(0)
            .max_response_header_size(LARGEST_HEAD)
            .timeout_global(Some(manners.patience))
            .build();
        let agent = Agent::with_parts(config, DefaultConnector::default(), names);
        Self { agent, manners, turns: Mutex::default() }
    }

    /// Asks for an address without its contents, and if that is not answered well, for the address itself.
    pub(super) fn ask(&self, at: &Iri<String>) -> Result<Reply, Reason> {
        match self.request(at, |uri| self.agent.head(uri).call()) {
            Ok(reply) if (200..400).contains(&reply.status) => return Ok(reply),
            Err(refused @ (Reason::NoHost | Reason::NotPublic | Reason::Wait)) => return Err(refused),
            _ => {}
        }
        self.request(at, |uri| self.agent.get(uri).call())
    }

    fn request(
        &self,
        at: &Iri<String>,
        send: impl Fn(&str) -> Result<http::Response<Body>, Error>,
    ) -> Result<Reply, Reason> {
        let turn = self.turns.lock().unwrap_or_else(PoisonError::into_inner).entry(host(at)).or_default().clone();
        let mut turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        if turn.closed {
            return Err(Reason::Wait);
        }
        if let Some(next) = turn.next {
            std::thread::sleep(next.saturating_duration_since(Instant::now()));
        }
        let answer = send(at.strip_fragment().to_uri().as_str());
        turn.next = Some(Instant::now() + self.manners.pause);
        let answer = answer.map_err(|error| reason(&error))?;
        if let Some(wait) = asked_to_wait(&answer) {
            turn.closed = wait > self.manners.longest_wait;
            turn.next = (!turn.closed).then(|| Instant::now() + wait.max(self.manners.pause));
        }
        let location = answer.headers().get(http::header::LOCATION).map(|to| to.as_bytes().to_vec());
        Ok(Reply { status: answer.status().as_u16(), location })
    }
}

/// The host of an address: who has turns.
pub(super) fn host(at: &Iri<String>) -> String {
    at.authority().map_or("", |authority| authority.host()).to_lowercase()
}

/// How long a busy server asks us to wait; a date is longer than we do.
fn asked_to_wait(answer: &http::Response<Body>) -> Option<Duration> {
    let is_busy = matches!(answer.status().as_u16(), 429 | 503);
    let wait = answer.headers().get(http::header::RETRY_AFTER).filter(|_| is_busy)?;
    let seconds = wait.to_str().ok().and_then(|text| text.trim().parse().ok());
    Some(seconds.map_or(Duration::MAX, Duration::from_secs))
}

/// Why there was no answer.
fn reason(error: &Error) -> Reason {
    match error {
        Error::HostNotFound => Reason::NoHost,
        Error::Other(other) if other.is::<NotPublic>() => Reason::NotPublic,
        Error::Timeout(_) => Reason::Timeout,
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => Reason::Tls,
        Error::Io(refused) => match refused.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Reason::Timeout,
            // What rustls says of a server comes as data that are wrong.
            ErrorKind::InvalidData => Reason::Tls,
            _ => Reason::Connection,
        },
        Error::Protocol(_) | Error::Http(_) | Error::BadUri(_) | Error::LargeResponseHeader(..) => Reason::NotHttp,
        _ => Reason::Connection,
    }
}
