//! One request at a time to each host, with a pause between them and a limit on all that a server can do to us: time, size of the head,
//! and not a byte of the body.

use super::link::FailureReason;
use super::resolver::{NotPublic, PublicResolver};
use fluent_uri::Iri;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error, http};

/// The largest head of an answer, in bytes.
const MAX_HEADER_BYTES: usize = 64 * 1024;

/// How one behaves toward others' servers.
#[derive(Clone, Debug)]
pub struct ClientConfig {
    /// Who asks.
    pub user_agent: String,
    /// Between two requests to one host.
    pub request_interval: Duration,
    /// How long one answer may take.
    pub timeout: Duration,
    /// How long a host may ask us to wait; one that wants more is left alone for this run.
    pub max_retry_after: Duration,
}

impl ClientConfig {
    /// Those of a guest, under the name of the program and the site for which it asks.
    pub fn polite(site: &str) -> Self {
        Self {
            user_agent: format!(
                "jhur/{} (+{site}; checks the links to its sources)",
                env!("CARGO_PKG_VERSION")
            ),
            request_interval: Duration::from_secs(1),
            timeout: Duration::from_secs(20),
            max_retry_after: Duration::from_secs(30),
        }
    }
}

/// What a server answered.
pub(super) struct ServerResponse {
    pub(super) status: u16,
    /// Where it leads, as it was written.
    pub(super) location: Option<Vec<u8>>,
}

/// Whose turn it is at one host.
#[derive(Default)]
struct HostSlot {
    /// Not before.
    not_before: Option<Instant>,
    /// Not any more.
    closed: bool,
}

pub(super) struct Client<'m> {
    agent: Agent,
    config: &'m ClientConfig,
    slots: Mutex<HashMap<String, Arc<Mutex<HostSlot>>>>,
}

impl<'m> Client<'m> {
    pub(super) fn new(names: PublicResolver, manners: &'m ClientConfig) -> Self {
        let config = Agent::config_builder()
            .user_agent(manners.user_agent.as_str())
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .max_idle_connections(0)
            .max_response_header_size(MAX_HEADER_BYTES)
            .timeout_global(Some(manners.timeout))
            .build();
        let agent = Agent::with_parts(config, DefaultConnector::default(), names);
        Self {
            agent,
            config: manners,
            slots: Mutex::default(),
        }
    }

    /// Asks for an address without its contents, and if that is not answered well, for the address itself.
    pub(super) fn head_or_get(&self, at: &Iri<String>) -> Result<ServerResponse, FailureReason> {
        match self.rate_limited_request(at, |uri| self.agent.head(uri).call()) {
            Ok(reply) if (200..400).contains(&reply.status) => return Ok(reply),
            Err(
                refused @ (FailureReason::NoHost | FailureReason::NotPublic | FailureReason::Wait),
            ) => {
                return Err(refused);
            }
            _ => {}
        }
        self.rate_limited_request(at, |uri| self.agent.get(uri).call())
    }

    fn rate_limited_request(
        &self,
        at: &Iri<String>,
        send: impl Fn(&str) -> Result<http::Response<Body>, Error>,
    ) -> Result<ServerResponse, FailureReason> {
        let turn = self
            .slots
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(host_name(at))
            .or_default()
            .clone();
        let mut turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        if turn.closed {
            return Err(FailureReason::Wait);
        }
        if let Some(next) = turn.not_before {
            std::thread::sleep(next.saturating_duration_since(Instant::now()));
        }
        let answer = send(at.strip_fragment().to_uri().as_str());
        turn.not_before = Some(Instant::now() + self.config.request_interval);
        let answer = answer.map_err(|error| failure_reason(&error))?;
        if let Some(wait) = retry_after(&answer) {
            turn.closed = wait > self.config.max_retry_after;
            turn.not_before =
                (!turn.closed).then(|| Instant::now() + wait.max(self.config.request_interval));
        }
        let location = answer
            .headers()
            .get(http::header::LOCATION)
            .map(|to| to.as_bytes().to_vec());
        Ok(ServerResponse {
            status: answer.status().as_u16(),
            location,
        })
    }
}

/// The host of an address: who has turns.
pub(super) fn host_name(at: &Iri<String>) -> String {
    at.authority()
        .map_or("", |authority| authority.host())
        .to_lowercase()
}

/// How long a busy server asks us to wait; a date is longer than we do.
fn retry_after(answer: &http::Response<Body>) -> Option<Duration> {
    let is_busy = matches!(answer.status().as_u16(), 429 | 503);
    let wait = answer
        .headers()
        .get(http::header::RETRY_AFTER)
        .filter(|_| is_busy)?;
    let seconds = wait.to_str().ok().and_then(|text| text.trim().parse().ok());
    Some(seconds.map_or(Duration::MAX, Duration::from_secs))
}

/// Why there was no answer.
fn failure_reason(error: &Error) -> FailureReason {
    match error {
        Error::HostNotFound => FailureReason::NoHost,
        Error::Other(other) if other.is::<NotPublic>() => FailureReason::NotPublic,
        Error::Timeout(_) => FailureReason::Timeout,
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => FailureReason::Tls,
        Error::Io(refused) => match refused.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => FailureReason::Timeout,
            // What rustls says of a server comes as data that are wrong.
            ErrorKind::InvalidData => FailureReason::Tls,
            _ => FailureReason::Connection,
        },
        Error::Protocol(_) | Error::Http(_) | Error::BadUri(_) | Error::LargeResponseHeader(..) => {
            FailureReason::NotHttp
        }
        _ => FailureReason::Connection,
    }
}
