//! Looks up the IP addresses of a host, public ones only (protection against server-side request
//! forgery): records are written by many hands, and no link in them, nor any redirect, may reach
//! into the network of the office. The HTTP client asks it at every hop. Tests put their own
//! look-up in place of the system's.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs as _};
use std::sync::{Arc, mpsc};
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// A name that always exists (RFC 2606): where it is unknown too, it is the network that is
/// missing.
const PROBE_HOST: &str = "example.com:443";

/// The most addresses of one host that are tried.
const MAX_ADDRESSES: usize = 4;

/// Looks up the addresses of `host:port`.
type LookupFn = dyn Fn(&str) -> io::Result<Vec<SocketAddr>> + Send + Sync;

/// The resolver that the HTTP client gets: how names are looked up, and which addresses may be
/// reached.
#[derive(Clone)]
pub struct PublicResolver {
    look_up: Arc<LookupFn>,
    is_allowed: fn(IpAddr) -> bool,
}

/// The error of a host that has addresses, of which none is public.
#[derive(Debug)]
pub(super) struct NotPublic;

impl std::fmt::Display for NotPublic {
    /// For the trait alone; people read [`super::FailureReason`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not public")
    }
}

impl std::error::Error for NotPublic {}

impl std::fmt::Debug for PublicResolver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PublicResolver").finish_non_exhaustive()
    }
}

impl PublicResolver {
    /// The system's look-up, and public addresses alone.
    pub fn system() -> Self {
        Self::new(|name| Ok(name.to_socket_addrs()?.collect()), is_public)
    }

    /// Another look-up, and those addresses that `is_allowed` allows.
    pub fn new(
        look_up: impl Fn(&str) -> io::Result<Vec<SocketAddr>> + Send + Sync + 'static,
        is_allowed: fn(IpAddr) -> bool,
    ) -> Self {
        Self {
            look_up: Arc::new(look_up),
            is_allowed,
        }
    }

    /// The error of a failed look-up: that there is no such host, only if the network knows others.
    fn lookup_error(&self, error: io::Error) -> Error {
        let knows_others = || (self.look_up)(PROBE_HOST).is_ok_and(|found| !found.is_empty());
        if is_unknown_host(&error) && knows_others() {
            Error::HostNotFound
        } else {
            Error::Io(error)
        }
    }
}

impl Resolver for PublicResolver {
    fn resolve(
        &self,
        uri: &Uri,
        _: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let name = uri
            .scheme()
            .zip(uri.authority())
            .and_then(|(scheme, authority)| DefaultResolver::host_and_port(scheme, authority))
            .ok_or(Error::ConnectionFailed)?;
        let (sender, receiver) = mpsc::sync_channel(1);
        let resolver = self.clone();
        // The system's own look-up knows no time limit: one that takes too long is left to its
        // thread.
        std::thread::spawn(move || {
            sender.send((resolver.look_up)(&name).map_err(|error| resolver.lookup_error(error)))
        });
        let found = receiver
            .recv_timeout(*timeout.after)
            .map_err(|_| Error::Timeout(timeout.reason))??;
        if found.is_empty() {
            return Err(Error::HostNotFound);
        }
        let mut allowed = self.empty();
        let public = found.into_iter().filter(|at| (self.is_allowed)(at.ip()));
        // The library's list has room for no more than 16.
        for at in public.take(MAX_ADDRESSES) {
            allowed.push(at);
        }
        if allowed.is_empty() {
            Err(Error::Other(Box::new(NotPublic)))
        } else {
            Ok(allowed)
        }
    }
}

/// Whether the system's error says that there is no such host. It has a code only on Windows
/// (`WSAHOST_NOT_FOUND`); elsewhere its text is all there is (glibc, musl, BSD and macOS).
fn is_unknown_host(error: &io::Error) -> bool {
    let text = error.to_string();
    error.raw_os_error() == Some(11001)
        || text.contains("Name or service not known")
        || text.contains("Name does not resolve")
        || text.contains("nodename nor servname")
}

/// Whether everybody can reach an address (IANA's registries of special addresses).
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    // "This network", reserved, shared with a provider's customers, benchmarks.
    let is_special = a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 198 && (b == 18 || b == 19));
    let is_local =
        ip.is_private() || ip.is_loopback() || ip.is_link_local() || (a == 192 && b == 0 && c == 0);
    !(is_special || is_local || ip.is_multicast() || ip.is_documentation())
}

/// Global unicast alone. Addresses that hold an IPv4 address are as public as that.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let embedded = |high: u16, low: u16| {
        is_public_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)))
    };
    // IPv4-mapped, NAT64 and 6to4 hold an IPv4 address; of 2001::/16, Teredo (2001:0) and the
    // addresses of documentation are nobody's.
    match ip.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..] => embedded(high, low),
        [0x2001, second, ..] => second != 0 && second != 0xdb8,
        [first, ..] => (0x2000..0x4000).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_machines() {
        for public in [
            "8.8.8.8",
            "103.28.12.1",
            "2606:4700::1111",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for ours in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "192.0.0.8",
            "198.18.0.1",
            "203.0.113.5",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
        ] {
            assert!(!is_public(ours.parse().unwrap()), "{ours}");
        }
    }
}
