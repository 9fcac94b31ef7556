//! A request that waits for its response: taken from the socket only if it was sent from this
//! computer to this server, by a page that may do so.
//!
//! Other sites that are open in the same browser must not read drafts or submit forms: a request
//! has to name this server as its host, and a form has to come from one of its pages.

use super::routes;
use crate::http::{Request, Response};
use std::io::Read as _;
use tiny_http::{Header, Method};

/// The largest form that is read, in bytes: nobody types more.
const MAX_FORM_BYTES: usize = 1_000_000;

/// A request that was validated.
pub(super) struct PendingRequest {
    request: Box<tiny_http::Request>,
    /// The path, percent-decoded, without its leading slash.
    pub(super) path: String,
    /// What follows the question mark, as it was sent.
    pub(super) query: String,
}

impl PendingRequest {
    /// Validates a request to the server at `port`. One that is refused is answered with its
    /// status and gives `None`.
    pub(super) fn accept(request: tiny_http::Request, port: u16) -> Option<Self> {
        let validated = validate_request(&request, port);
        let request = Box::new(request);
        match validated {
            Ok((path, query)) => Some(Self {
                request,
                path,
                query,
            }),
            Err(status) => {
                send(request, Response::bare_status(status));
                None
            }
        }
    }

    /// The request as a value, with the fields of a submitted form. Waits for the whole form, so
    /// that it must not be called by the thread that answers everybody.
    ///
    /// # Errors
    /// The status of the refusal.
    pub(super) fn read(&mut self) -> Result<Request, u16> {
        let form = if *self.request.method() == Method::Post {
            Some(self.read_form()?)
        } else {
            None
        };
        Ok(Request {
            path: self.path.clone(),
            query: self.query.clone(),
            form,
        })
    }

    /// The fields of a form, decoded.
    fn read_form(&mut self) -> Result<Vec<(String, String)>, u16> {
        let mut body = Vec::new();
        // A length may not be named, or be a lie: one byte over the limit shows it.
        let mut reader = self.request.as_reader().take(MAX_FORM_BYTES as u64 + 1);
        let length = reader.read_to_end(&mut body).map_err(|_| 400_u16)?;
        if length > MAX_FORM_BYTES {
            return Err(413);
        }
        Ok(form_urlencoded::parse(&body).into_owned().collect())
    }

    /// Sends the response.
    pub(super) fn respond(self, response: Response) {
        send(self.request, response);
    }
}

/// Sends a response, in a thread of its own: the browser may read slowly, or be gone.
fn send(request: Box<tiny_http::Request>, response: Response) {
    // The same as `frame-ancestors` for browsers that do not know it.
    let frame_options = if response.policy.contains("frame-ancestors 'self'") {
        "SAMEORIGIN"
    } else {
        "DENY"
    };
    let mut fields = vec![
        ("Content-Type", response.content_type),
        ("Content-Security-Policy", response.policy),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", frame_options),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "same-origin"),
    ];
    if let Some(location) = &response.location {
        fields.push(("Location", location));
    }
    // Never in chunks: the length of every body is known.
    let mut http_response = tiny_http::Response::from_data(response.body)
        .with_status_code(response.status)
        .with_chunked_threshold(usize::MAX);
    for (name, value) in fields {
        if let Ok(header) = Header::from_bytes(name, value) {
            http_response.add_header(header);
        }
    }
    std::thread::spawn(move || {
        let _ = request.respond(http_response);
    });
}

/// Validates host, path and method; gives the path, decoded and without its leading slash, and the
/// query.
///
/// # Errors
/// The status of the refusal.
fn validate_request(request: &tiny_http::Request, port: u16) -> Result<(String, String), u16> {
    // Two Host fields could be read differently by whoever stands between.
    if !single_header(request, "Host").is_some_and(|host| is_our_host(host, port)) {
        return Err(421);
    }
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    let path = path
        .strip_prefix('/')
        .and_then(percent_decode)
        .filter(|path| is_safe_path(path))
        .ok_or(404_u16)?;
    match request.method() {
        Method::Get | Method::Head => {}
        Method::Post if path.starts_with(routes::FORM_PREFIX) => validate_form_post(request)?,
        _ => return Err(405),
    }
    Ok((path, query.to_owned()))
}

/// The values of a header field, one for each time it was sent.
fn header_values<'r>(
    request: &'r tiny_http::Request,
    name: &'static str,
) -> impl Iterator<Item = &'r str> {
    let fields = request.headers().iter();
    fields
        .filter(move |header| header.field.equiv(name))
        .map(|header| header.value.as_str())
}

/// The value of a header field that was sent exactly once.
fn single_header<'r>(request: &'r tiny_http::Request, name: &'static str) -> Option<&'r str> {
    let mut values = header_values(request, name);
    values.next().filter(|_| values.next().is_none())
}

/// Whether a Host field names this server.
fn is_our_host(host: &str, port: u16) -> bool {
    // Browsers leave out port 80.
    let (name, found) = match host.split_once(':') {
        Some((name, found)) => (name, found.to_owned()),
        None => (host, "80".to_owned()),
    };
    matches!(name, "127.0.0.1" | "localhost") && found == port.to_string()
}

/// Refuses a form that was not sent by a page of this server. Other sites can send one too, but
/// browsers then say so in `Origin` and `Sec-Fetch-Site`.
///
/// # Errors
/// The status of the refusal.
fn validate_form_post(request: &tiny_http::Request) -> Result<(), u16> {
    let host = single_header(request, "Host").ok_or(403_u16)?;
    // Older browsers send no Sec-Fetch-Site.
    let is_same_site = header_values(request, "Sec-Fetch-Site").next().is_none()
        || single_header(request, "Sec-Fetch-Site") == Some("same-origin");
    if single_header(request, "Origin") != Some(&format!("http://{host}")) || !is_same_site {
        return Err(403);
    }
    let content_type = header_values(request, "Content-Type").next();
    let media_type = content_type.and_then(|value| value.split(';').next());
    let media_type = media_type.unwrap_or_default().trim();
    if !media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(415);
    }
    match request.body_length() {
        Some(length) if length > MAX_FORM_BYTES => Err(413),
        _ => Ok(()),
    }
}

/// Whether a path cannot be an attempt to leave a folder. No path of a request is ever looked up in
/// the file system; what tries to get there is refused all the same.
fn is_safe_path(path: &str) -> bool {
    !path.contains(|c: char| c == '\\' || c.is_control())
        && !path.split('/').any(|part| matches!(part, "." | ".."))
}

/// Decodes `%20` and the like. Returns `None` if the result is no UTF-8, or a `%` is not followed
/// by two hexadecimal digits.
fn percent_decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, more)) = rest.split_first() {
        rest = more;
        bytes.push(if first == b'%' {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            rest = &rest[2..];
            u8::from_str_radix(digits, 16).ok()?
        } else {
            first
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{is_safe_path, percent_decode};

    #[test]
    fn paths() {
        for (path, is_safe) in [
            ("6/studi-banding/", true),
            ("en/a%20b", true),
            ("..", false),
            ("6/%2e%2E/x", false),
            ("6/..%2fx", false),
            ("a%5cb", false),
            ("a%00", false),
            ("a%0d%0aSet-Cookie", false),
            ("%ff", false),
            ("%4", false),
            ("%+1", true),
        ] {
            let found = percent_decode(path).is_some_and(|path| is_safe_path(&path));
            assert_eq!(found, is_safe && path != "%+1", "{path}");
        }
    }
}
