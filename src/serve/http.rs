//! The server, on this computer alone: who asks for what, and how it is answered.
//!
//! Other sites that are open in the same browser must not read drafts: a request has to name this address as its host, and
//! answers are for this address only.

use super::event_loop::ServerEvent;
use crate::diag::{Code, Diagnostic};
use crate::editing::form;
use crate::outputs::media_type;
use std::io::{Cursor, ErrorKind, Read as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response, Server};

/// The largest form that is taken in, in bytes: nobody types more.
const MAX_FORM_BYTES: usize = 1_000_000;

/// Opens the port; gives the server and the port that it has.
pub(super) fn bind_port(port: u16) -> Result<(Server, u16), Diagnostic> {
    let refused = |case: &'static str| {
        let near = if port == 8080 { 8081 } else { 8080 };
        let fault = Diagnostic::without_span(Code::PortUnavailable)
            .arg("case", case)
            .arg("port", port.to_string());
        fault.arg("near", near.to_string())
    };
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|fault| match fault.kind() {
            ErrorKind::AddrInUse => refused("taken"),
            ErrorKind::PermissionDenied => refused("denied"),
            _ => refused("other"),
        })?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    Ok((
        Server::from_listener(listener, None).map_err(|_| refused("other"))?,
        port,
    ))
}

/// Hands on what may be answered, and refuses the rest.
pub(super) fn accept_loop(server: &Server, port: u16, inbox: &Sender<ServerEvent>) {
    let nudges = spawn_waker(port);
    for request in server.incoming_requests() {
        let _ = nudges.send(());
        let judged = validate_request(&request, port);
        let mut asked = HttpRequest {
            request: Box::new(request),
            path: String::new(),
            query: String::new(),
        };
        match judged {
            Ok((path, query)) => {
                (asked.path, asked.query) = (path, query);
                if inbox.send(ServerEvent::Request(asked)).is_err() {
                    return;
                }
            }
            Err(status) => asked.respond(HttpResponse::plain_text(status, &status.to_string())),
        }
    }
}

/// Of connections that come together the server's threads can overlook one, which then waits until another is closed; browsers keep
/// them open for minutes. A connection that asks for nothing, soon after each request, has them look again.
fn spawn_waker(port: u16) -> Sender<()> {
    let (sender, nudges) = channel::<()>();
    std::thread::spawn(move || {
        while nudges.recv().is_ok() {
            nudges.try_iter().for_each(drop);
            std::thread::sleep(Duration::from_millis(100));
            let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, port));
        }
    });
    sender
}

/// The path, without its leading slash, and what stands behind its question mark; or the status of the refusal.
fn validate_request(request: &Request, port: u16) -> Result<(String, String), u16> {
    let mut hosts = request
        .headers()
        .iter()
        .filter(|h| h.field.equiv("Host"))
        .map(|h| h.value.as_str());
    let ours = ["127.0.0.1", "localhost"];
    let is_ours = |host: &str| {
        // Browsers leave out port 80.
        ours.iter()
            .any(|name| host == format!("{name}:{port}") || (port == 80 && host == *name))
    };
    if !matches!((hosts.next(), hosts.next()), (Some(host), None) if is_ours(host)) {
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
        Method::Post if path.starts_with(form::FORM_PREFIX) => validate_form_post(request)?,
        _ => return Err(405),
    }
    Ok((path, query.to_owned()))
}

/// A form comes from a page of this address; other sites can send one too, but a browser then says so.
fn validate_form_post(request: &Request) -> Result<(), u16> {
    let header = |name: &'static str| {
        let mut all = request
            .headers()
            .iter()
            .filter(|h| h.field.equiv(name))
            .map(|h| h.value.as_str());
        (all.next(), all.next())
    };
    let host = header("Host").0.unwrap_or_default();
    let origin =
        matches!(header("Origin"), (Some(origin), None) if origin == format!("http://{host}"));
    if !origin || !matches!(header("Sec-Fetch-Site"), (None | Some("same-origin"), None)) {
        return Err(403);
    }
    let kind = header("Content-Type")
        .0
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default();
    if !kind
        .trim()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
    {
        return Err(415);
    }
    if request
        .body_length()
        .is_some_and(|length| length > MAX_FORM_BYTES)
    {
        Err(413)
    } else {
        Ok(())
    }
}

/// Nothing is ever looked up in the file system by a path; what could only be meant for one is refused all the same.
fn is_safe_path(path: &str) -> bool {
    !path.contains(|c: char| c == '\\' || c.is_control())
        && !path.split('/').any(|part| matches!(part, "." | ".."))
}

/// Takes `%20` for a space; none if that gives no text.
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

/// What a browser wants.
pub(crate) struct HttpRequest {
    pub(crate) request: Box<Request>,
    pub(crate) path: String,
    pub(crate) query: String,
}

impl HttpRequest {
    /// The pairs of a form that is handed in; none if something is only asked for. Otherwise the status of the refusal.
    pub(crate) fn form_data(&mut self) -> Result<Option<Vec<(String, String)>>, u16> {
        if *self.request.method() != Method::Post {
            return Ok(None);
        }
        let mut body = Vec::new();
        let reader = self.request.as_reader().take(MAX_FORM_BYTES as u64 + 1);
        let length = { reader }.read_to_end(&mut body).map_err(|_| 400_u16)?;
        if length > MAX_FORM_BYTES {
            return Err(413);
        }
        Ok(Some(form_urlencoded::parse(&body).into_owned().collect()))
    }

    /// Answers, in a thread of its own: a reader may be slow, or gone.
    pub(crate) fn respond(self, answer: HttpResponse) {
        let request = self.request;
        std::thread::spawn(move || {
            let _ = request.respond(answer.0);
        });
    }
}

/// An answer.
pub(crate) struct HttpResponse(pub(crate) Response<Cursor<Vec<u8>>>);

impl HttpResponse {
    fn new(status: u16, kind: &str, policy: &str, body: Vec<u8>) -> Self {
        let frames = if policy.contains("frame-ancestors 'self'") {
            "SAMEORIGIN"
        } else {
            "DENY"
        };
        let headers = [
            ("Content-Type", kind),
            ("Content-Security-Policy", policy),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", frames),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "same-origin"),
        ];
        let response = Response::from_data(body)
            .with_status_code(status)
            .with_chunked_threshold(usize::MAX);
        let headers = headers
            .into_iter()
            .filter_map(|(name, value)| Header::from_bytes(name, value).ok());
        Self(headers.fold(response, Response::with_header))
    }

    /// A page of the site, with its policy in it.
    pub(super) fn site_page(status: u16, html: Vec<u8>) -> Self {
        Self::new(
            status,
            "text/html; charset=utf-8",
            "frame-ancestors 'none'",
            html,
        )
    }

    /// A page of the site inside a form's page; its links lead to pages of their own.
    pub(crate) fn embedded_page(html: Vec<u8>) -> Self {
        let policy = "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";
        Self::new(200, "text/html; charset=utf-8", policy, html)
    }

    /// A form.
    pub(crate) fn form_page(status: u16, html: String) -> Self {
        let policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        Self::new(status, "text/html; charset=utf-8", policy, html.into())
    }

    /// A page of our own.
    pub(super) fn error_page(html: String) -> Self {
        let policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";
        Self::new(500, "text/html; charset=utf-8", policy, html.into())
    }

    /// A published file, or one of our own.
    pub(crate) fn file(path: &str, bytes: Vec<u8>) -> Self {
        Self::new(200, media_type(path), "default-src 'none'", bytes)
    }

    /// A few words.
    pub(crate) fn plain_text(status: u16, words: &str) -> Self {
        Self::new(
            status,
            "text/plain; charset=utf-8",
            "default-src 'none'",
            words.into(),
        )
    }

    /// The page is at another address.
    pub(crate) fn redirect_found(address: &str) -> Self {
        Self::redirect(302, address)
    }

    /// It is done; what came of it is at an address.
    pub(crate) fn redirect_see_other(address: &str) -> Self {
        Self::redirect(303, address)
    }

    fn redirect(status: u16, address: &str) -> Self {
        let Self(response) = Self::plain_text(status, address);
        Self(
            Header::from_bytes("Location", address)
                .ok()
                .into_iter()
                .fold(response, Response::with_header),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{is_safe_path, percent_decode};

    #[test]
    fn paths() {
        for (path, plain) in [
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
            let is = percent_decode(path).is_some_and(|p| is_safe_path(&p));
            assert_eq!(is, plain && path != "%+1", "{path}");
        }
    }
}
