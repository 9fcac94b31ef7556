//! A polite HTTP client: one request at a time to each host, with a pause between them, and limits
//! on what a server can do to us: time, size of the header, and not a byte of the body. It follows
//! no redirects; `redirects` does.

use super::link::FailureReason;
use super::resolver::{NotPublic, PublicResolver};
use crate::sync::lock;
use fluent_uri::Iri;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error, http};

/// The largest header of a response, in bytes.
const MAX_HEADER_BYTES: usize = 64 * 1024;

/// How the client behaves toward other people's servers.
#[derive(Clone, Debug)]
pub struct ClientConfig {
    /// The `User-Agent` header.
    pub user_agent: String,
    /// The pause between two requests to one host.
    pub request_interval: Duration,
    /// How long one response may take.
    pub timeout: Duration,
    /// How long a host may ask us to wait; one that wants more is left alone for this run.
    pub max_retry_after: Duration,
}

impl ClientConfig {
    /// The limits of a guest, under the name of the program and the site for which it asks.
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

/// What a server answered, without its body.
pub(super) struct ServerResponse {
    pub(super) status: u16,
    /// The `Location` header, undecoded.
    pub(super) location: Option<Vec<u8>>,
}

/// When the next request may go to one host. Whoever sends one holds its lock, so that requests
/// queue up.
#[derive(Default)]
struct HostSlot {
    /// Not before this moment.
    not_before: Option<Instant>,
    /// Whether the host is left alone for the rest of the run.
    closed: bool,
}

/// An HTTP client that keeps to its limits across all threads that use it.
pub(super) struct Client<'m> {
    agent: Agent,
    config: &'m ClientConfig,
    slots: Mutex<HashMap<String, Arc<Mutex<HostSlot>>>>,
}

impl<'m> Client<'m> {
    pub(super) fn new(resolver: PublicResolver, config: &'m ClientConfig) -> Self {
        let agent_config = Agent::config_builder()
            .user_agent(config.user_agent.as_str())
            .http_status_as_error(false)
            // Redirects are followed one by one, each at the pace of its host.
            .max_redirects(0)
            .proxy(None)
            // Between two requests to a host there is a pause anyway.
            .max_idle_connections(0)
            .max_response_header_size(MAX_HEADER_BYTES)
            .timeout_global(Some(config.timeout))
            .build();
        let agent = Agent::with_parts(agent_config, DefaultConnector::default(), resolver);
        Self {
            agent,
            config,
            slots: Mutex::default(),
        }
    }

    /// Sends HEAD, and GET if that is not answered well: many servers refuse HEAD for pages that
    /// they have.
    pub(super) fn head_or_get(&self, at: &Iri<String>) -> Result<ServerResponse, FailureReason> {
        let response = self.rate_limited_request(at, |uri| self.agent.head(uri).call());
        let is_final = match &response {
            Ok(response) => (200..400).contains(&response.status),
            // GET would fail in the same way.
            Err(reason) => matches!(
                reason,
                FailureReason::NoHost | FailureReason::NotPublic | FailureReason::Wait
            ),
        };
        if is_final {
            return response;
        }
        self.rate_limited_request(at, |uri| self.agent.get(uri).call())
    }

    /// Sends a request when the host's turn has come, which may be after some pause.
    fn rate_limited_request(
        &self,
        at: &Iri<String>,
        send: impl Fn(&str) -> Result<http::Response<Body>, Error>,
    ) -> Result<ServerResponse, FailureReason> {
        // The lock of the map is let go at once; that of the host's slot is held until its response
        // is there.
        let slot = lock(&self.slots).entry(host_name(at)).or_default().clone();
        let mut slot = lock(&slot);
        if slot.closed {
            return Err(FailureReason::Wait);
        }
        if let Some(next) = slot.not_before {
            std::thread::sleep(next.saturating_duration_since(Instant::now()));
        }
        let response = send(at.strip_fragment().to_uri().as_str());
        // From the end of the last request, and after a failed one too.
        slot.not_before = Some(Instant::now() + self.config.request_interval);
        let response = response.map_err(|error| failure_reason(&error))?;
        if let Some(wait) = retry_after(&response) {
            slot.closed = wait > self.config.max_retry_after;
            slot.not_before =
                (!slot.closed).then(|| Instant::now() + wait.max(self.config.request_interval));
        }
        let location = response.headers().get(http::header::LOCATION);
        Ok(ServerResponse {
            status: response.status().as_u16(),
            location: location.map(|value| value.as_bytes().to_vec()),
        })
    }
}

/// The host of an address, in lower case.
pub(super) fn host_name(at: &Iri<String>) -> String {
    let host = at.authority().map_or("", |authority| authority.host());
    host.to_lowercase()
}

/// How long a busy server asks us to wait (RFC 9110, `Retry-After`). A date counts as longer than
/// we do.
fn retry_after(response: &http::Response<Body>) -> Option<Duration> {
    if !matches!(response.status().as_u16(), 429 | 503) {
        return None;
    }
    let wait = response.headers().get(http::header::RETRY_AFTER)?;
    let seconds = wait.to_str().ok().and_then(|text| text.trim().parse().ok());
    Some(seconds.map_or(Duration::MAX, Duration::from_secs))
}

/// Why there was no response.
fn failure_reason(error: &Error) -> FailureReason {
    match error {
        Error::HostNotFound => FailureReason::NoHost,
        Error::Other(other) if other.is::<NotPublic>() => FailureReason::NotPublic,
        Error::Timeout(_) => FailureReason::Timeout,
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => FailureReason::Tls,
        Error::Io(error) => match error.kind() {
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
