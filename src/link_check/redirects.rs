//! From an address to where it leads, step by step, and what that says of it.

use super::client::{Net, host};
use super::{Link, Look, Reason, Verdict};
use crate::records::{Day, parse_iri_reference};
use fluent_uri::Iri;

/// So many steps from one address to the next, as browsers allow.
const MOST: usize = 10;

/// Where an address led.
struct End {
    status: u16,
    at: Iri<String>,
}

/// Asks for an address, and says what came of it.
pub(super) fn look(net: &Net<'_>, link: &Link, day: Day) -> Look {
    let start = &link.at;
    let look = |reason: Option<Reason>, status: Option<u16>, to: Option<&Iri<String>>| Look {
        url: link.url.to_string(),
        day,
        result: reason.map_or(Verdict::Alive, Reason::verdict),
        reason,
        status,
        to: to.filter(|to| is_another(start, to)).map(|to| to.as_str().to_owned()),
    };
    match end(net, start.clone()) {
        Err(reason) => look(Some(reason), None, None),
        Ok(End { status: status @ (404 | 410), at }) => look(Some(Reason::Gone), Some(status), Some(&at)),
        Ok(End { status, at }) if !(200..300).contains(&status) => look(Some(Reason::Status), Some(status), Some(&at)),
        Ok(End { status, at }) if is_front(&at) && !is_front(start) => {
            look(Some(Reason::FrontPage), Some(status), Some(&at))
        }
        Ok(End { status, at }) => look(None, Some(status), Some(&at)),
    }
}

/// Goes where the answers lead.
fn end(net: &Net<'_>, start: Iri<String>) -> Result<End, Reason> {
    let mut seen: Vec<String> = Vec::new();
    let mut at = start;
    loop {
        let reply = net.ask(&at)?;
        let Some(to) = reply.location.filter(|_| matches!(reply.status, 301 | 302 | 303 | 307 | 308)) else {
            return Ok(End { status: reply.status, at });
        };
        seen.push(at.strip_fragment().as_str().to_owned());
        let to = str::from_utf8(&to).ok().and_then(parse_iri_reference).ok_or(Reason::NotHttp)?;
        at = to.resolve_against(&at.strip_fragment()).map_err(|_| Reason::NotHttp)?;
        if !matches!(at.scheme().as_str().to_ascii_lowercase().as_str(), "http" | "https") || at.authority().is_none() {
            return Err(Reason::NotWeb);
        }
        if seen.len() > MOST || seen.iter().any(|seen| seen == at.strip_fragment().as_str()) {
            return Err(Reason::Circle);
        }
    }
}

/// Is it another page than the one that was asked for? Not if only `https`, `www.`, a slash at the end or a fragment came or went.
fn is_another(asked: &Iri<String>, found: &Iri<String>) -> bool {
    let page = |at: &Iri<String>| {
        let host = host(at);
        let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
        let query = at.query().map(|query| query.as_str().to_owned());
        (host, at.path().as_str().trim_end_matches('/').to_owned(), query)
    };
    page(asked) != page(found)
}

/// Is it a site's front page?
fn is_front(at: &Iri<String>) -> bool {
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
        for same in ["https://www.koran.example/2022/jalan/?p=1", "https://koran.example/2022/jalan?p=1#isi"] {
            assert!(!is_another(&asked, &at(same)), "{same}");
        }
        for other in
            ["https://koran.example/2022/jalan", "https://lain.example/2022/jalan?p=1", "https://koran.example/"]
        {
            assert!(is_another(&asked, &at(other)), "{other}");
        }
        assert!(is_front(&at("https://koran.example")) && is_front(&at("https://koran.example/index.php")));
        assert!(!is_front(&at("https://koran.example/?p=99382")) && !is_front(&asked));
    }
}
