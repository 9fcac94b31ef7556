//! Web addresses: of sources and citations, and the one at which the site is published.

use crate::diag::{Code, UnspannedDiagnostic};
use fluent_uri::{Iri, IriRef};
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;

/// An address that a reader can open: http or https, a host with a dot in its name, nothing of this machine.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, extend("format" = "url", "pattern" = "^https?://"))]
pub struct Url(String);

impl Url {
    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address in its parts.
    pub fn parse_iri(&self) -> Option<Iri<String>> {
        Iri::parse(escape_brackets(&self.0)).ok()
    }
}

impl TryFrom<String> for Url {
    type Error = UnspannedDiagnostic;

    fn try_from(text: String) -> Result<Self, UnspannedDiagnostic> {
        if is_web_url(&text) {
            Ok(Self(text))
        } else {
            Err(UnspannedDiagnostic::new(Code::BadUrl).arg("found", text))
        }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Brackets in a query, which RFC 3986 wants escaped, are let pass, as browsers do.
fn escape_brackets(text: &str) -> String {
    text.replace('[', "%5B")
        .replace(']', "%5D")
        .replace('|', "%7C")
}

/// An address that may leave out what it has in common with the one from which it leads.
pub fn parse_iri_reference(text: &str) -> Option<IriRef<String>> {
    IriRef::parse(escape_brackets(text.trim())).ok()
}

/// Whether a text is an http or https address of a public host.
fn is_web_url(text: &str) -> bool {
    let Ok(uri) = Iri::parse(escape_brackets(text)) else {
        return false;
    };
    let scheme = uri.scheme().as_str();
    let Some(authority) = uri.authority() else {
        return false;
    };
    let host = authority.host();
    matches!(scheme, "http" | "https")
        // What comes before an @ reads as the host and is none.
        && authority.userinfo().is_none()
        && authority.port_to_u16().is_ok()
        // Not `localhost`, nor another machine that only a local network knows, …
        && host.contains('.')
        && !host.ends_with('.')
        // …nor one known by its number.
        && host.parse::<std::net::Ipv4Addr>().is_err()
}

/// Where the site will stand: `https://host/` with an optional path, ending in a slash; no query and no fragment. It
/// stands in servers' settings as it is, so that it has only letters, digits and `-._~` besides.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, extend("format" = "base-url", "pattern" = "^https://.+/$"))]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The whole address, ending in a slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host: `jhur.example`.
    pub fn host(&self) -> &str {
        self.0.split(['/', ':']).nth(3).unwrap_or_default()
    }

    /// The name of the site's revision log (C2SP tlog-checkpoint, "origin"): the address without
    /// `https://` and without the slash at its end.
    pub fn log_origin(&self) -> &str {
        self.0.trim_start_matches("https://").trim_end_matches('/')
    }

    /// The path part: `/`, or `/jhur/`.
    pub fn path(&self) -> &str {
        // From the third slash on; the first two are those of `https://`.
        let slash = self.0.match_indices('/').nth(2);
        slash.map_or("/", |(at, _)| &self.0[at..])
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = UnspannedDiagnostic;

    fn try_from(text: String) -> Result<Self, UnspannedDiagnostic> {
        let is_plain = |c: char| c.is_alphanumeric() || "-._~/".contains(c);
        let rest = text.strip_prefix("https://").unwrap_or_default();
        // One colon: that of the port.
        let is_good = rest.ends_with('/')
            && rest.replacen(':', "", 1).chars().all(is_plain)
            && is_web_url(&text);
        if is_good {
            Ok(Self(text))
        } else {
            Err(UnspannedDiagnostic::new(Code::BadBaseUrl).arg("found", text))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "https://example.id/a?b=c",
            "http://k-radiojember.com/artikel/x",
            "https://x.id/~a/é",
        ] {
            assert!(is_web_url(good), "{good}");
        }
        for bad in [
            "",
            "example.id",
            "javascript:alert(1)",
            "http://localhost/",
            "file:///etc/passwd",
            "https://",
            "https://a b.id/",
            "https://10.0.0.1/",
            "https://jember.example@x.id/",
            "https://x.id:99999/",
        ] {
            assert!(!is_web_url(bad), "{bad}");
        }
        let base = |s: &str| BaseUrl::try_from(s.to_owned());
        assert_eq!(base("https://jhur.example/").unwrap().path(), "/");
        assert_eq!(
            base("https://jember.example/jhur/").unwrap().path(),
            "/jhur/"
        );
        assert!(base("https://jhur.example:8443/").is_ok());
        for bad in [
            "http://jhur.example/",
            "https://jhur.example",
            "https://a.id/?x/",
            "https://a.id/a;b/",
            "https://a.id/$x/",
            "https://a@b.id/",
        ] {
            assert!(base(bad).is_err(), "{bad}");
        }
    }
}
