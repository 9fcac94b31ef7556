//! The socket of the development server, on this computer alone.

use super::event::ServerEvent;
use super::pending_request::PendingRequest;
use crate::diag::{Code, Diagnostic};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;
use tiny_http::Server;

/// Opens the port, or any that is free for 0; gives the server and the port that it has.
///
/// # Errors
/// If another program has the port, or this one may not.
pub(super) fn bind_port(port: u16) -> Result<(Server, u16), Diagnostic> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        let case = match error.kind() {
            ErrorKind::AddrInUse => "taken",
            ErrorKind::PermissionDenied => "denied",
            _ => "other",
        };
        port_unavailable(port, case)
    })?;
    let bound = listener.local_addr().map_or(port, |address| address.port());
    let server =
        Server::from_listener(listener, None).map_err(|_| port_unavailable(bound, "other"))?;
    Ok((server, bound))
}

fn port_unavailable(port: u16, case: &str) -> Diagnostic {
    let alternative = if port == 8080 { 8081 } else { 8080 };
    Diagnostic::without_span(Code::PortUnavailable)
        .arg("case", case)
        .arg("port", port.to_string())
        .arg("near", alternative.to_string())
}

/// Passes valid requests to the event loop, until that has ended.
pub(super) fn accept_loop(server: &Server, port: u16, inbox: &Sender<ServerEvent>) {
    let waker = spawn_waker(port);
    for request in server.incoming_requests() {
        let _ = waker.send(());
        if let Some(request) = PendingRequest::accept(request, port)
            && inbox.send(ServerEvent::Request(request)).is_err()
        {
            return;
        }
    }
}

/// `tiny_http` can lose the wake-up of a worker when connections come together: one then waits
/// until another is closed, and browsers keep connections open for minutes. A connection that
/// asks for nothing, soon after each request, makes the workers look again.
fn spawn_waker(port: u16) -> Sender<()> {
    let (sender, requests) = channel::<()>();
    std::thread::spawn(move || {
        while requests.recv().is_ok() {
            // One connection is enough for all requests that came meanwhile, and for those that
            // come while this thread sleeps: they are answered by then, or still queued.
            requests.try_iter().for_each(drop);
            std::thread::sleep(Duration::from_millis(100));
            let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, port));
        }
    });
    sender
}
