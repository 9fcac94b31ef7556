//! Servers that misbehave, and what a check of a link to each has to find.

use jhur::link_check::{FailureReason, LinkStatus};
use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Longer than anybody waits here.
const LONG: Duration = Duration::from_secs(3);

/// A server at a port of its own that does with each connection what it is told; it gets the head of the request.
pub(super) fn server(
    behave: impl Fn(&str, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static,
) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    let behave = Arc::new(behave);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let behave = Arc::clone(&behave);
            std::thread::spawn(move || {
                let head = head(&mut stream);
                let _ = behave(&head, &mut stream);
            });
        }
    });
    at
}

fn head(stream: &mut TcpStream) -> String {
    stream
        .set_read_timeout(Some(Duration::from_millis(300)))
        .unwrap();
    let mut bytes = Vec::new();
    let mut one = [0];
    while !bytes.ends_with(b"\r\n\r\n") && stream.read(&mut one).is_ok_and(|n| n == 1) {
        bytes.push(one[0]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A plain answer with some lines in its head.
pub(super) fn respond(stream: &mut TcpStream, status: &str, lines: &str) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\n{lines}Content-Length: 0\r\nConnection: close\r\n\r\n"
    )
}

fn drip(stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
    let start = Instant::now();
    while start.elapsed() < LONG {
        stream.write_all(bytes)?;
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// What each of the badly behaved servers does, and what is to be said of it.
pub(super) type Case = (
    &'static str,
    fn(&str, &mut TcpStream) -> io::Result<()>,
    LinkStatus,
    Option<FailureReason>,
);

pub(super) const CASES: &[Case] = &[
    (
        "ada.example",
        |_, s| respond(s, "200 OK", ""),
        LinkStatus::Alive,
        None,
    ),
    (
        "hilang.example",
        |_, s| respond(s, "404 Not Found", ""),
        LinkStatus::Dead,
        Some(FailureReason::Gone),
    ),
    (
        "dihapus.example",
        |_, s| respond(s, "410 Gone", ""),
        LinkStatus::Dead,
        Some(FailureReason::Gone),
    ),
    (
        "larang.example",
        |_, s| respond(s, "403 Forbidden", ""),
        LinkStatus::Unsure,
        Some(FailureReason::Status),
    ),
    (
        "rusak.example",
        |_, s| respond(s, "500 Oops", ""),
        LinkStatus::Unsure,
        Some(FailureReason::Status),
    ),
    (
        "tanpa-head.example",
        |head, s| {
            respond(
                s,
                if head.starts_with("HEAD") {
                    "404 Not Found"
                } else {
                    "200 OK"
                },
                "",
            )
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "head-putus.example",
        |head, s| {
            if head.starts_with("HEAD") {
                Ok(())
            } else {
                respond(s, "200 OK", "")
            }
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "kepala-lambat.example",
        |_, s| {
            std::thread::sleep(LONG);
            respond(s, "200 OK", "")
        },
        LinkStatus::Unsure,
        Some(FailureReason::Timeout),
    ),
    (
        "kepala-menetes.example",
        |_, s| {
            s.write_all(b"HTTP/1.1 200 OK\r\nX: ")
                .and_then(|()| drip(s, b"x"))
        },
        LinkStatus::Unsure,
        Some(FailureReason::Timeout),
    ),
    (
        "isi-menetes.example",
        |_, s| {
            s.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
                .and_then(|()| drip(s, b"x"))
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "isi-tanpa-akhir.example",
        |_, s| {
            s.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")?;
            let start = Instant::now();
            while start.elapsed() < LONG {
                s.write_all(b"4\r\nxxxx\r\n")?;
            }
            Ok(())
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "bom-gzip.example",
        |_, s| {
            s.write_all(
                b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 22\r\n\r\n",
            )?;
            s.write_all(b"\x1f\x8b\x08\0\0\0\0\0\0\xffPPPPPPPPPPPP")
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "isi-putus.example",
        |_, s| s.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsepotong"),
        LinkStatus::Alive,
        None,
    ),
    (
        "panjang-salah.example",
        |_, s| s.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: minus lima\r\n\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::NotHttp),
    ),
    (
        "diam.example",
        |_, _| Ok(()),
        LinkStatus::Unsure,
        Some(FailureReason::Connection),
    ),
    (
        "kepala-putus.example",
        |_, s| s.write_all(b"HTTP/1.1 200 OK\r\nContent-Le"),
        LinkStatus::Unsure,
        Some(FailureReason::Connection),
    ),
    (
        "sampah.example",
        |_, s| s.write_all(b"\x00\xffini bukan HTTP\r\n\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::NotHttp),
    ),
    (
        "kepala-besar.example",
        |_, s| {
            s.write_all(b"HTTP/1.1 200 OK\r\n")?;
            (0..10_000).try_for_each(|n| write!(s, "X-{n}: {}\r\n", "x".repeat(100)))
        },
        LinkStatus::Unsure,
        Some(FailureReason::NotHttp),
    ),
    (
        "kepala-aneh.example",
        |_, s| s.write_all(b"HTTP/1.1 200 OK\r\nX-Aneh: \xff\xfe\r\nContent-Length: 0\r\n\r\n"),
        LinkStatus::Alive,
        None,
    ),
    (
        "alih-aneh.example",
        |_, s| {
            s.write_all(b"HTTP/1.1 302 Found\r\nLocation: /\xff\xfe\r\nContent-Length: 0\r\n\r\n")
        },
        LinkStatus::Unsure,
        Some(FailureReason::NotHttp),
    ),
    (
        "putar.example",
        |_, s| respond(s, "302 Found", "Location: ?\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::Circle),
    ),
    (
        "tak-henti.example",
        |head, s| {
            let steps = head.split(' ').nth(1).unwrap_or_default().len();
            respond(
                s,
                "301 Moved",
                &format!("Location: /{}\r\n", "x".repeat(steps)),
            )
        },
        LinkStatus::Unsure,
        Some(FailureReason::Circle),
    ),
    (
        "alih-berkas.example",
        |_, s| respond(s, "302 Found", "Location: file:///etc/passwd\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::NotWeb),
    ),
    (
        "alih-skrip.example",
        |_, s| respond(s, "302 Found", "Location: javascript:alert(1)\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::NotWeb),
    ),
    (
        "alih-ke-dalam.example",
        |_, s| respond(s, "302 Found", "Location: http://192.168.1.1/admin\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::NotPublic),
    ),
    (
        "alih-tanpa-nama.example",
        |_, s| respond(s, "302 Found", "Location: http://tanpa-nama.example/\r\n"),
        LinkStatus::Dead,
        Some(FailureReason::NoHost),
    ),
    (
        "alih-depan.example",
        |head, s| {
            let front = head.split(' ').nth(1) == Some("/");
            if front {
                respond(s, "200 OK", "")
            } else {
                respond(s, "301 Moved", "Location: /\r\n")
            }
        },
        LinkStatus::Unsure,
        Some(FailureReason::FrontPage),
    ),
    (
        "alih-lain.example",
        |head, s| {
            let new = head.split(' ').nth(1) == Some("/baru");
            if new {
                respond(s, "200 OK", "")
            } else {
                respond(s, "301 Moved", "Location: /baru\r\n")
            }
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "alih-garis-miring.example",
        |head, s| {
            let new = head.split(' ').nth(1) == Some("/artikel/");
            if new {
                respond(s, "200 OK", "")
            } else {
                respond(s, "308 Moved", "Location: artikel/\r\n")
            }
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "sibuk.example",
        |_, s| respond(s, "429 Too Many Requests", "Retry-After: 3600\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::Wait),
    ),
    (
        "sibuk-sampai.example",
        |_, s| {
            respond(
                s,
                "503 Busy",
                "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\n",
            )
        },
        LinkStatus::Unsure,
        Some(FailureReason::Wait),
    ),
];
