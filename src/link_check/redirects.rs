//! Follows the redirects of a link one by one, at the pace of the client, and judges where they
//! end.

use super::client::{Client, host_name};
use super::link::{ExternalLink, FailureReason, LinkCheck, LinkStatus};
use crate::records::{Day, parse_iri_reference};
use fluent_uri::Iri;
use fluent_uri::pct_enc::EStr;

/// As many redirects as browsers follow.
const MAX_REDIRECTS: usize = 10;

/// The response at the end of the redirects.
struct FinalResponse {
    status: u16,
    iri: Iri<String>,
}

/// Asks for a link and judges the response: alive, dead, or unsure and why. `day` is that of the
/// check, for the cache.
pub(super) fn check_link(client: &Client<'_>, link: &ExternalLink, day: Day) -> LinkCheck {
    let (reason, status, found) = match follow_redirects(client, link.iri.clone()) {
        Err(reason) => (Some(reason), None, None),
        Ok(FinalResponse { status, iri }) => {
            let reason = match status {
                404 | 410 => Some(FailureReason::Gone),
                // A site's front page in place of an article: many servers do that instead of 404.
                200..300 if is_front_page(&iri) && !is_front_page(&link.iri) => {
                    Some(FailureReason::FrontPage)
                }
                200..300 => None,
                _ => Some(FailureReason::Status),
            };
            (reason, Some(status), Some(iri))
        }
    };
    let moved = found.filter(|iri| is_other_page(&link.iri, iri));
    LinkCheck {
        url: link.url.to_string(),
        day,
        result: reason.map_or(LinkStatus::Alive, FailureReason::link_status),
        reason,
        status,
        to: moved.map(|iri| iri.as_str().to_owned()),
    }
}

/// Follows redirects to the first response that is none.
///
/// # Errors
/// If there is no response, a redirect leads off the web, or there are too many of them.
fn follow_redirects(
    client: &Client<'_>,
    start: Iri<String>,
) -> Result<FinalResponse, FailureReason> {
    let mut seen: Vec<String> = Vec::new();
    let mut at = start;
    loop {
        let response = client.head_or_get(&at)?;
        let status = response.status;
        let location = match response.location {
            Some(location) if matches!(status, 301 | 302 | 303 | 307 | 308) => location,
            _ => return Ok(FinalResponse { status, iri: at }),
        };
        seen.push(at.strip_fragment().as_str().to_owned());
        // Many servers send letters beyond ASCII as they are, so it is read as an IRI.
        let to = str::from_utf8(&location)
            .ok()
            .and_then(parse_iri_reference)
            .ok_or(FailureReason::NotHttp)?;
        at = to
            .resolve_against(&at.strip_fragment())
            .map_err(|_| FailureReason::NotHttp)?;
        let scheme = at.scheme().as_str().to_ascii_lowercase();
        if !matches!(scheme.as_str(), "http" | "https") || at.authority().is_none() {
            return Err(FailureReason::NotWeb);
        }
        let is_circle = seen.iter().any(|seen| seen == at.strip_fragment().as_str());
        if is_circle || seen.len() > MAX_REDIRECTS {
            return Err(FailureReason::Circle);
        }
    }
}

/// Whether it is another page than the one that was asked for. It is not if only `https`, `www.`, a
/// slash at the end or a fragment came or went.
fn is_other_page(asked: &Iri<String>, found: &Iri<String>) -> bool {
    page_identity(asked) != page_identity(found)
}

/// What tells one page from another: host without `www.`, path without slashes at the end, query.
fn page_identity(at: &Iri<String>) -> (String, &str, Option<&str>) {
    let host = host_name(at);
    (
        host.strip_prefix("www.").unwrap_or(&host).to_owned(),
        at.path().as_str().trim_end_matches('/'),
        at.query().map(EStr::as_str),
    )
}

/// Whether an address is a site's front page: where many servers send whoever asks for a page that
/// is gone.
fn is_front_page(at: &Iri<String>) -> bool {
    let path = at.path().as_str().trim_matches('/');
    matches!(path, "" | "index.html" | "index.php") && at.query().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_page() {
        let at = |text: &str| Iri::parse(text.to_owned()).unwrap();
        let asked = at("http://koran.example/2022/jalan?p=1");
        for same in [
            "https://www.koran.example/2022/jalan/?p=1",
            "https://koran.example/2022/jalan?p=1#isi",
        ] {
            assert!(!is_other_page(&asked, &at(same)), "{same}");
        }
        for other in [
            "https://koran.example/2022/jalan",
            "https://lain.example/2022/jalan?p=1",
            "https://koran.example/",
        ] {
            assert!(is_other_page(&asked, &at(other)), "{other}");
        }
        assert!(
            is_front_page(&at("https://koran.example"))
                && is_front_page(&at("https://koran.example/index.php"))
        );
        assert!(!is_front_page(&at("https://koran.example/?p=99382")) && !is_front_page(&asked));
    }
}
