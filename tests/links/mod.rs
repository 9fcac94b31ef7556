//! Links to sources, checked at servers that misbehave in every way: whatever they do, the result is alive, dead or unsure, soon,
//! and nothing that is not public is ever reached.

mod servers;

use crate::common::site::Site;
use jhur::diag::{Code, Diagnostic};
use jhur::link_check::{
    ClientConfig, ExternalLink, FailureReason, LinkCheck, LinkStatus, PublicResolver, check_all,
};
use jhur::records::{Day, Url};
use servers::{CASES, respond, server};
use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

fn day() -> Day {
    Day::parse("2026-11-28").unwrap()
}

/// Names that lead to servers of this test; no other name is known, but for the one that always is.
fn resolver(hosts: &[(&'static str, SocketAddr)], is_online: bool) -> PublicResolver {
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

fn config() -> ClientConfig {
    ClientConfig {
        request_interval: Duration::from_millis(5),
        timeout: Duration::from_millis(1500),
        max_retry_after: Duration::from_secs(1),
        ..ClientConfig::polite("https://jhur.example/")
    }
}

fn check_urls(urls: &[&str], resolver: PublicResolver) -> BTreeMap<String, LinkCheck> {
    let links: Vec<ExternalLink> = urls
        .iter()
        .map(|url| ExternalLink::new(Url::try_from((*url).to_owned()).unwrap()).unwrap())
        .collect();
    let links: Vec<&ExternalLink> = links.iter().collect();
    let mut found = BTreeMap::new();
    check_all(&links, day(), (resolver, &config()), &mut |check| {
        found.insert(check.url.clone(), check);
        Ok(())
    })
    .unwrap();
    found
}

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
    let found = check_urls(&all, resolver(&hosts, true));
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
    let found = check_urls(&["http://tanpa-nama.example/x"], resolver(&[], false));
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
            0 => respond(stream, "429 Too Many Requests", "Retry-After: 1\r\n"),
            _ => respond(stream, "200 OK", ""),
        };
        inside.fetch_sub(1, Ordering::SeqCst);
        answered
    });
    let other = server(|_, stream| {
        respond(
            stream,
            "302 Found",
            "Location: http://tenang.example/lain\r\n",
        )
    });
    let asks = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asks);
    let busy = server(move |_, stream| {
        count.fetch_add(1, Ordering::SeqCst);
        respond(stream, "429 Too Many Requests", "Retry-After: 3600\r\n")
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
    let found = check_urls(&urls, resolver(&hosts, true));
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
        respond(stream, "200 OK", "")
    })
    .port();
    let urls = [
        format!("http://127.1:{port}/x"),
        format!("http://0x7f.0.0.1:{port}/x"),
    ];
    let all: Vec<&str> = urls.iter().map(String::as_str).collect();
    for check in check_urls(&all, PublicResolver::system()).values() {
        let refused = (LinkStatus::Unsure, Some(FailureReason::NotPublic));
        assert_eq!((check.result, check.reason), refused, "{check:?}");
    }
    assert_eq!(reached.load(Ordering::SeqCst), 0);
}

#[test]
fn where_nothing_can_be_noted_nothing_more_is_asked() {
    let at = server(|_, stream| respond(stream, "200 OK", ""));
    let hosts = [("satu.example", at)];
    let links: Vec<ExternalLink> = ["http://satu.example/a", "http://satu.example/b"]
        .map(|url| ExternalLink::new(Url::try_from(url.to_owned()).unwrap()).unwrap())
        .into();
    let links: Vec<&ExternalLink> = links.iter().collect();
    let mut calls = 0;
    let stopped = check_all(
        &links,
        day(),
        (resolver(&hosts, true), &config()),
        &mut |_| {
            calls += 1;
            Err(Diagnostic::without_span(Code::CannotWrite))
        },
    );
    assert_eq!((stopped.unwrap_err().code, calls), (Code::CannotWrite, 1));
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
    let site = Site::riwayat();
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
    site.write("links.jsonl", notes.concat());
    let texts = [
        "J558",
        "J559",
        "J560",
        "001-satu.yaml:6",
        "https://arsip.example/1",
        "kabar.example/baru",
        "menjawab 403",
    ];
    let human = site.run_on("2026-11-28", &["links"]).expect(0, &texts);
    assert_eq!(
        human.out.trim(),
        "6 alamat: 3 hidup, 2 mati, 1 tidak dapat dipastikan. 0 diperiksa sekarang; sisanya dari links.jsonl."
    );
    let json = site.run_on("2026-11-28", &["links", "--format", "json"]);
    let lines = json.expect_out(0, &[]).json_lines();
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
        site.read("links.jsonl"),
        notes.concat(),
        "nothing asked, nothing written"
    );
}
