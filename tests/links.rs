//! Links to sources, asked for at servers that misbehave in every way: whatever they do, it is told as alive, dead or cannot tell, soon,
//! and nothing that is not public is ever reached.

use jhur::diag::{Code, Diagnostic};
use jhur::link_check::{
    ClientConfig, ExternalLink, FailureReason, LinkCheck, LinkStatus, PublicResolver, check_all,
};
use jhur::records::{Day, Url};
use std::collections::BTreeMap;
use std::io::{self, Read as _, Write as _};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Longer than anybody waits here.
const LONG: Duration = Duration::from_secs(3);

fn day() -> Day {
    Day::parse("2026-11-28").unwrap()
}

/// A server at a port of its own that does with each connection what it is told; it gets the head of the request.
fn server(
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

/// Names that lead to servers of this test; no other name is known, but for the one that always is.
fn names(hosts: &[(&'static str, SocketAddr)], is_online: bool) -> PublicResolver {
    let hosts: BTreeMap<&str, SocketAddr> = hosts.iter().copied().collect();
    let look_up = move |name: &str| {
        let host = name.split(':').next().unwrap_or_default();
        if let Ok(at) = name.parse::<SocketAddr>() {
            return Ok(vec![at]);
        }
        match hosts.get(host) {
            Some(at) => Ok(vec![*at]),
            None if host == "example.com" && is_online => {
                Ok(vec!["93.184.215.14:443".parse().unwrap()])
            }
            None => Err(io::Error::other(
                "failed to lookup address information: Name or service not known",
            )),
        }
    };
    PublicResolver::new(look_up, |ip: IpAddr| ip.is_loopback())
}

fn manners() -> ClientConfig {
    ClientConfig {
        request_interval: Duration::from_millis(5),
        timeout: Duration::from_millis(1500),
        max_retry_after: Duration::from_secs(1),
        ..ClientConfig::polite("https://jhur.example/")
    }
}

fn asked(urls: &[&str], names: PublicResolver) -> BTreeMap<String, LinkCheck> {
    let links: Vec<ExternalLink> = urls
        .iter()
        .map(|url| ExternalLink::new(Url::try_from((*url).to_owned()).unwrap()).unwrap())
        .collect();
    let links: Vec<&ExternalLink> = links.iter().collect();
    let mut found = BTreeMap::new();
    check_all(&links, day(), (names, &manners()), &mut |look| {
        found.insert(look.url.clone(), look);
        Ok(())
    })
    .unwrap();
    found
}

/// A plain answer with some lines in its head.
fn answer(stream: &mut TcpStream, status: &str, lines: &str) -> io::Result<()> {
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
type Case = (
    &'static str,
    fn(&str, &mut TcpStream) -> io::Result<()>,
    LinkStatus,
    Option<FailureReason>,
);

const CASES: &[Case] = &[
    (
        "ada.example",
        |_, s| answer(s, "200 OK", ""),
        LinkStatus::Alive,
        None,
    ),
    (
        "hilang.example",
        |_, s| answer(s, "404 Not Found", ""),
        LinkStatus::Dead,
        Some(FailureReason::Gone),
    ),
    (
        "dihapus.example",
        |_, s| answer(s, "410 Gone", ""),
        LinkStatus::Dead,
        Some(FailureReason::Gone),
    ),
    (
        "larang.example",
        |_, s| answer(s, "403 Forbidden", ""),
        LinkStatus::Unsure,
        Some(FailureReason::Status),
    ),
    (
        "rusak.example",
        |_, s| answer(s, "500 Oops", ""),
        LinkStatus::Unsure,
        Some(FailureReason::Status),
    ),
    (
        "tanpa-head.example",
        |head, s| {
            answer(
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
                answer(s, "200 OK", "")
            }
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "kepala-lambat.example",
        |_, s| {
            std::thread::sleep(LONG);
            answer(s, "200 OK", "")
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
        |_, s| answer(s, "302 Found", "Location: ?\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::Circle),
    ),
    (
        "tak-henti.example",
        |head, s| {
            let steps = head.split(' ').nth(1).unwrap_or_default().len();
            answer(
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
        |_, s| answer(s, "302 Found", "Location: file:///etc/passwd\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::NotWeb),
    ),
    (
        "alih-skrip.example",
        |_, s| answer(s, "302 Found", "Location: javascript:alert(1)\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::NotWeb),
    ),
    (
        "alih-ke-dalam.example",
        |_, s| answer(s, "302 Found", "Location: http://192.168.1.1/admin\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::NotPublic),
    ),
    (
        "alih-tanpa-nama.example",
        |_, s| answer(s, "302 Found", "Location: http://tanpa-nama.example/\r\n"),
        LinkStatus::Dead,
        Some(FailureReason::NoHost),
    ),
    (
        "alih-depan.example",
        |head, s| {
            let front = head.split(' ').nth(1) == Some("/");
            if front {
                answer(s, "200 OK", "")
            } else {
                answer(s, "301 Moved", "Location: /\r\n")
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
                answer(s, "200 OK", "")
            } else {
                answer(s, "301 Moved", "Location: /baru\r\n")
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
                answer(s, "200 OK", "")
            } else {
                answer(s, "308 Moved", "Location: artikel/\r\n")
            }
        },
        LinkStatus::Alive,
        None,
    ),
    (
        "sibuk.example",
        |_, s| answer(s, "429 Too Many Requests", "Retry-After: 3600\r\n"),
        LinkStatus::Unsure,
        Some(FailureReason::Wait),
    ),
    (
        "sibuk-sampai.example",
        |_, s| {
            answer(
                s,
                "503 Busy",
                "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\n",
            )
        },
        LinkStatus::Unsure,
        Some(FailureReason::Wait),
    ),
];

#[test]
fn whatever_a_server_does_is_one_of_three() {
    let hosts: Vec<_> = CASES
        .iter()
        .map(|(name, behave, ..)| (*name, server(*behave)))
        .collect();
    let urls: Vec<String> = CASES
        .iter()
        .map(|(name, ..)| format!("http://{name}/artikel"))
        .collect();
    let mut all: Vec<&str> = urls.iter().map(String::as_str).collect();
    let plain = format!("https://ada.example:{}/artikel", hosts[0].1.port());
    all.extend([plain.as_str(), "http://tanpa-nama.example/x"]);
    let start = Instant::now();
    let found = asked(&all, names(&hosts, true));
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    for ((name, _, verdict, reason), url) in CASES.iter().zip(&urls) {
        assert_eq!(
            (found[url].result, found[url].reason),
            (*verdict, *reason),
            "{name}: {:?}",
            found[url]
        );
    }
    assert_eq!(
        found[&plain].reason,
        Some(FailureReason::Tls),
        "TLS at a port that speaks none"
    );
    assert_eq!(
        found["http://tanpa-nama.example/x"].result,
        LinkStatus::Dead
    );
    let to = |name: &str| found[&format!("http://{name}/artikel")].to.clone();
    assert_eq!(
        to("alih-lain.example").as_deref(),
        Some("http://alih-lain.example/baru")
    );
    assert_eq!(
        to("alih-garis-miring.example"),
        None,
        "a slash at the end is no other page"
    );
}

#[test]
fn without_a_network_nothing_is_dead() {
    let found = asked(&["http://tanpa-nama.example/x"], names(&[], false));
    let look = &found["http://tanpa-nama.example/x"];
    assert_eq!(
        (look.result, look.reason),
        (LinkStatus::Unsure, Some(FailureReason::Connection))
    );
}

#[test]
fn a_host_is_asked_by_one_at_a_time_and_is_left_alone_when_it_asks() {
    let (inside, most, times) = (
        AtomicUsize::new(0),
        Arc::new(AtomicUsize::new(0)),
        Arc::new(AtomicUsize::new(0)),
    );
    let heads = Arc::new(Mutex::new(Vec::new()));
    let (seen, most_seen, waits) = (Arc::clone(&heads), Arc::clone(&most), Arc::clone(&times));
    let calm = server(move |head, stream| {
        most_seen.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        seen.lock().unwrap().push(head.to_owned());
        std::thread::sleep(Duration::from_millis(20));
        let answered = match waits.fetch_add(1, Ordering::SeqCst) {
            0 => answer(stream, "429 Too Many Requests", "Retry-After: 1\r\n"),
            _ => answer(stream, "200 OK", ""),
        };
        inside.fetch_sub(1, Ordering::SeqCst);
        answered
    });
    let other = server(|_, stream| {
        answer(
            stream,
            "302 Found",
            "Location: http://tenang.example/lain\r\n",
        )
    });
    let asks = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asks);
    let busy = server(move |_, stream| {
        count.fetch_add(1, Ordering::SeqCst);
        answer(stream, "429 Too Many Requests", "Retry-After: 3600\r\n")
    });
    let hosts = [
        ("tenang.example", calm),
        ("pengalih.example", other),
        ("sibuk.example", busy),
    ];
    let urls = [
        "http://tenang.example/a",
        "http://tenang.example/b",
        "http://pengalih.example/c",
        "http://sibuk.example/d",
        "http://sibuk.example/e",
    ];
    let start = Instant::now();
    let found = asked(&urls, names(&hosts, true));
    assert!(
        start.elapsed() >= Duration::from_secs(1),
        "it asked for a second"
    );
    assert_eq!(most.load(Ordering::SeqCst), 1);
    for url in &urls[..3] {
        assert_eq!(found[*url].result, LinkStatus::Alive, "{url}");
    }
    assert_eq!(
        asks.load(Ordering::SeqCst),
        1,
        "asked once, and not for the second address"
    );
    assert_eq!(found[urls[4]].reason, Some(FailureReason::Wait));
    let heads = heads.lock().unwrap();
    assert!(
        heads
            .iter()
            .all(|head| head.contains("+https://jhur.example/;")),
        "{heads:?}"
    );
}

/// Numbers that the system takes for an address are not public either.
#[cfg(unix)]
#[test]
fn this_machine_is_never_reached() {
    let reached = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&reached);
    let port = server(move |_, stream| {
        count.fetch_add(1, Ordering::SeqCst);
        answer(stream, "200 OK", "")
    })
    .port();
    let urls = [
        format!("http://127.1:{port}/x"),
        format!("http://0x7f.0.0.1:{port}/x"),
    ];
    let all: Vec<&str> = urls.iter().map(String::as_str).collect();
    for look in asked(&all, PublicResolver::system()).values() {
        assert_eq!(look.result, LinkStatus::Unsure, "{look:?}");
    }
    assert_eq!(reached.load(Ordering::SeqCst), 0);
}

#[test]
fn where_nothing_can_be_noted_nothing_more_is_asked() {
    let at = server(|_, stream| answer(stream, "200 OK", ""));
    let hosts = [("satu.example", at)];
    let links: Vec<ExternalLink> = ["http://satu.example/a", "http://satu.example/b"]
        .map(|url| ExternalLink::new(Url::try_from(url.to_owned()).unwrap()).unwrap())
        .into();
    let links: Vec<&ExternalLink> = links.iter().collect();
    let mut told = 0;
    let stopped = check_all(
        &links,
        day(),
        (names(&hosts, true), &manners()),
        &mut |_| {
            told += 1;
            Err(Diagnostic::without_span(Code::CannotWrite))
        },
    );
    assert_eq!((stopped.unwrap_err().code, told), (Code::CannotWrite, 1));
}

#[test]
fn how_long_a_look_counts() {
    let look = |result, at: &str| LinkCheck {
        url: "https://x.example/".into(),
        day: Day::parse(at).unwrap(),
        result,
        reason: None,
        status: None,
        to: None,
    };
    let today = day();
    assert!(
        look(LinkStatus::Alive, "2026-11-22").is_current(today, 7)
            && !look(LinkStatus::Alive, "2026-11-21").is_current(today, 7)
    );
    assert!(
        look(LinkStatus::Unsure, "2026-11-28").is_current(today, 7)
            && !look(LinkStatus::Unsure, "2026-11-27").is_current(today, 7)
    );
    let unreached = LinkCheck {
        reason: Some(FailureReason::Connection),
        ..look(LinkStatus::Unsure, "2026-11-28")
    };
    assert!(
        !unreached.is_current(today, 7),
        "it may have been our own network"
    );
    assert!(
        !look(LinkStatus::Dead, "2026-11-28").is_current(today, 0)
            && !look(LinkStatus::Dead, "2026-11-29").is_current(today, 7)
    );
}

/// The command with everything noted already: nothing is asked for.
#[test]
fn what_is_noted_is_told() {
    let dir = tempfile::TempDir::new().unwrap();
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/riwayat");
    for entry in walkdir::WalkDir::new(site.join("content"))
        .into_iter()
        .map(Result::unwrap)
    {
        let to = dir.path().join(entry.path().strip_prefix(&site).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    let noted = |url: &str, rest: &str| {
        format!("{{\"url\":\"{url}\",\"day\":\"2026-11-28\",{rest},\"to\":null}}\n")
    };
    let alive = "\"result\":\"alive\",\"reason\":null,\"status\":200";
    let notes = [
        noted(
            "https://kabar.example/1",
            "\"result\":\"dead\",\"reason\":\"gone\",\"status\":404",
        ),
        noted(
            "https://kabar.example/2",
            "\"result\":\"unsure\",\"reason\":\"status\",\"status\":403",
        ),
        noted("https://kabar.example/3", alive).replace("null}", "\"https://kabar.example/baru\"}"),
        noted("https://arsip.example/1", alive),
        noted("https://arsip.example/2", alive),
        noted(
            "https://arsip.example/3",
            "\"result\":\"dead\",\"reason\":\"no-host\",\"status\":null",
        ),
    ];
    let path = dir.path().join("links.jsonl");
    std::fs::write(&path, notes.concat()).unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jhur"));
        // 2026-11-28, 12:00 in Jember.
        command
            .env("SOURCE_DATE_EPOCH", "1795842000")
            .env_remove("JHUR_LANG");
        let output = command
            .arg("--root")
            .arg(dir.path())
            .arg("links")
            .args(args)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    };
    let (code, out, err) = run(&[]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(
        out.trim(),
        "6 alamat: 3 hidup, 2 mati, 1 tidak dapat dipastikan. 0 diperiksa sekarang; sisanya dari links.jsonl."
    );
    for word in [
        "J558",
        "J559",
        "J560",
        "001-satu.yaml:6",
        "https://arsip.example/1",
        "kabar.example/baru",
        "menjawab 403",
    ] {
        assert!(err.contains(word), "{word}: {err}");
    }
    let (code, out, err) = run(&["--format", "json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let dead = lines
        .iter()
        .find(|line| line["url"] == "https://kabar.example/1")
        .unwrap();
    assert_eq!(
        (&dead["result"], &dead["reason"]),
        (&"dead".into(), &"gone".into())
    );
    assert_eq!(dead["archived"], "https://arsip.example/1");
    assert_eq!(dead["places"][0], "content/stops/001-satu.yaml:6");
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        notes.concat(),
        "nothing asked, nothing written"
    );
}
