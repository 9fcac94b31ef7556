//! Fetches files of a published site, from its address or from a folder: for `jhur witness`, and for
//! `jhur verify` of an address. Only these and `jhur links` use the network.

use crate::diag::{Code, Diagnostic};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use ureq::{Agent, Error};

/// The largest file that is fetched, in bytes: more than hosts let a site have.
const MAX_FILE_BYTES: u64 = 100_000_000;

/// How long one file may take.
const TIMEOUT: Duration = Duration::from_mins(1);

/// Where a site, or a part of it, is published.
pub(crate) struct PublishedSite {
    location: Location,
    fetched: AtomicU64,
}

enum Location {
    /// An address that ends in a slash.
    Address(String, Agent),
    Folder(PathBuf),
}

/// Whether a text is meant as an address on the web.
pub(crate) fn is_address(text: &str) -> bool {
    let (scheme, _) = text.split_once("://").unwrap_or_default();
    ["https", "http"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
}

impl PublishedSite {
    /// The site at an address or in a folder.
    pub(crate) fn new(place: &str) -> Self {
        let location = if is_address(place) {
            let address = place.trim_end_matches('/').to_owned() + "/";
            let config = Agent::config_builder()
                .user_agent(concat!("jhur/", env!("CARGO_PKG_VERSION")))
                .http_status_as_error(false)
                // A site answers at its own address, or not at all.
                .max_redirects(0)
                .timeout_global(Some(TIMEOUT))
                .build();
            Location::Address(address, config.into())
        } else {
            Location::Folder(place.into())
        };
        Self {
            location,
            fetched: AtomicU64::new(0),
        }
    }

    /// A file by its path below the site, with `/`; an empty path is the address itself. Returns
    /// `None` if the site has none.
    ///
    /// # Errors
    /// If it cannot be fetched or is too large.
    pub(crate) fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        let bytes = match &self.location {
            Location::Folder(folder) if !folder.is_dir() => {
                return Err(fetch_failed(&folder.display(), "file"));
            }
            Location::Folder(folder) => match std::fs::read(folder.join(path)) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == ErrorKind::NotFound => None,
                Err(_) => return Err(fetch_failed(&folder.join(path).display(), "file")),
            },
            Location::Address(address, agent) => get(agent, &format!("{address}{path}"))?,
        };
        let length = bytes.as_ref().map_or(0, Vec::len) as u64;
        self.fetched.fetch_add(length, Ordering::Relaxed);
        Ok(bytes)
    }

    /// How many bytes were fetched.
    pub(crate) fn fetched_bytes(&self) -> u64 {
        self.fetched.load(Ordering::Relaxed)
    }
}

fn get(agent: &Agent, url: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
    let mut response = agent.get(url).call().map_err(|error| {
        let reason = match error {
            Error::HostNotFound => "no-host",
            Error::Timeout(_) => "timeout",
            Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => "tls",
            Error::BadUri(_) | Error::Http(_) => "address",
            _ => "connection",
        };
        fetch_failed(&url, reason)
    })?;
    match response.status().as_u16() {
        200 => {}
        404 | 410 => return Ok(None),
        status => return Err(fetch_failed(&url, "status").arg("status", status.to_string())),
    }
    let body = response.body_mut().with_config().limit(MAX_FILE_BYTES);
    body.read_to_vec().map(Some).map_err(|error| {
        let is_too_large = matches!(error, Error::BodyExceedsLimit(_));
        fetch_failed(&url, if is_too_large { "large" } else { "connection" })
    })
}

fn fetch_failed(from: &dyn std::fmt::Display, reason: &'static str) -> Diagnostic {
    Diagnostic::without_span(Code::CannotFetch)
        .arg("from", from.to_string())
        .arg("reason", reason)
}
