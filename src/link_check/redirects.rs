//! From an address to where it leads, step by step, and what that says of it.

use super::client::{Client, host_name};
use super::link::{ExternalLink, FailureReason, LinkCheck, LinkStatus};
use crate::records::{Day, parse_iri_reference};
use fluent_uri::Iri;

/// So many steps from one address to the next, as browsers allow.
const MAX_REDIRECTS: usize = 10;

/// Where an address led.
struct FinalResponse {
    status: u16,
    iri: Iri<String>,
}

/// Asks for an address, and says what came of it.
pub(super) fn check_link(net: &Client<'_>, link: &ExternalLink, day: Day) -> LinkCheck {
    let start = &link.iri;
    let look =
        |reason: Option<FailureReason>, status: Option<u16>, to: Option<&Iri<String>>| LinkCheck {
            url: link.url.to_string(),
            day,
            result: reason.map_or(LinkStatus::Alive, FailureReason::link_status),
            reason,
            status,
            to: to
                .filter(|to| is_other_page(start, to))
                .map(|to| to.as_str().to_owned()),
        };
    match follow_redirects(net, start.clone()) {
        Err(reason) => look(Some(reason), None, None),
        Ok(FinalResponse {
            status: status @ (404 | 410),
            iri: at,
        }) => look(Some(FailureReason::Gone), Some(status), Some(&at)),
        Ok(FinalResponse { status, iri: at }) if !(200..300).contains(&status) => {
            look(Some(FailureReason::Status), Some(status), Some(&at))
        }
        Ok(FinalResponse { status, iri: at }) if is_front_page(&at) && !is_front_page(start) => {
            look(Some(FailureReason::FrontPage), Some(status), Some(&at))
        }
        Ok(FinalResponse { status, iri: at }) => look(None, Some(status), Some(&at)),
    }
}

/// Goes where the answers lead.
fn follow_redirects(net: &Client<'_>, start: Iri<String>) -> Result<FinalResponse, FailureReason> {
    let mut seen: Vec<String> = Vec::new();
    let mut at = start;
    loop {
        let reply = net.head_or_get(&at)?;
        let Some(to) = reply
            .location
            .filter(|_| matches!(reply.status, 301 | 302 | 303 | 307 | 308))
        else {
            return Ok(FinalResponse {
                status: reply.status,
                iri: at,
            });
        };
        seen.push(at.strip_fragment().as_str().to_owned());
        let to = str::from_utf8(&to)
            .ok()
            .and_then(parse_iri_reference)
            .ok_or(FailureReason::NotHttp)?;
        at = to
            .resolve_against(&at.strip_fragment())
            .map_err(|_| FailureReason::NotHttp)?;
        if !matches!(
            at.scheme().as_str().to_ascii_lowercase().as_str(),
            "http" | "https"
        ) || at.authority().is_none()
        {
            return Err(FailureReason::NotWeb);
        }
        if seen.len() > MAX_REDIRECTS
            || seen.iter().any(|seen| seen == at.strip_fragment().as_str())
        {
            return Err(FailureReason::Circle);
        }
    }
}

/// Is it another page than the one that was asked for? Not if only `https`, `www.`, a slash at the end or a fragment came or went.
fn is_other_page(asked: &Iri<String>, found: &Iri<String>) -> bool {
    let page = |at: &Iri<String>| {
        let host = host_name(at);
        let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
        let query = at.query().map(|query| query.as_str().to_owned());
        (
            host,
            at.path().as_str().trim_end_matches('/').to_owned(),
            query,
        )
    };
    page(asked) != page(found)
}

/// Is it a site's front page?
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
