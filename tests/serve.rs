//! The site while it is being written, over a plain socket: pages and files, changes, faults over the page as it was, hostile
//! requests, a port in use.

use crate::common::server::Server;
use crate::common::site::Site;
use std::net::TcpListener;
use std::time::Duration;

const STOP: &str = "content/stops/001-satu.yaml";

#[test]
fn pages_and_files_are_those_of_a_build() {
    let site = Site::riwayat();
    let published = site.build("2023-06-30");
    let server = Server::start(site.root(), &[]);
    let mut seen = 0;
    for (path, bytes) in &published {
        // Only a folder has a manifest. An index is compressed anew for each request of its kind, and asked for below.
        if path == "manifest.json" || (path.ends_with("kartu.png") && seen % 40 != 0) {
            continue;
        }
        seen += 1;
        let answer = server.get(&format!(
            "/{}",
            path.strip_suffix("index.html").unwrap_or(path)
        ));
        assert_eq!(answer.status, 200, "{path}");
        if path.ends_with(".html") {
            let own = answer.text().replacen("style-src 'self' ", "style-src ", 1);
            let start = own.find("<link rel=\"stylesheet\" href=\"/_jhur/").unwrap();
            let end = start + own[start..].find("</script>").unwrap() + "</script>".len();
            assert_eq!(
                format!("{}{}", &own[..start], &own[end..]).as_bytes(),
                *bytes,
                "{path}"
            );
        } else {
            assert!(answer.body == *bytes, "{path}");
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn addresses() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &["--lang", "en"]);
    server.wait_for_line("ready in");
    let page = server.get("/");
    assert!(
        page.status == 200 && page.head.contains("text/html"),
        "{}",
        page.head
    );
    for word in [
        "Cache-Control: no-store",
        "nosniff",
        "frame-ancestors 'none'",
        "same-origin",
    ] {
        assert!(page.head.contains(word), "{word}: {}", page.head);
    }
    assert!(!page.head.contains("Access-Control"), "{}", page.head);
    assert_eq!(server.get("/1/?a=b").status, 200);
    let moved = server.get("/1");
    assert!(
        moved.status == 302 && moved.head.contains("Location: /1/"),
        "{}",
        moved.head
    );
    let lost = server.get("/tidak-ada/");
    assert!(
        lost.status == 404 && lost.text().contains("<html"),
        "{}",
        lost.text()
    );
    let head = server.request("HEAD", "/", &format!("localhost:{}", server.port));
    assert!(head.status == 200 && head.body.is_empty());
    assert!(server.get("/sitemap.xml").head.contains("application/xml"));
    assert!(
        server
            .get("/aset/lists.js")
            .head
            .contains("text/javascript")
    );
    assert_eq!(server.get("/cari/pagefind/pagefind.js").status, 200);
    assert!(!site.exists("public"), "nothing is written");
    assert!(
        server
            .get("/1/jalan/")
            .text()
            .contains("<a href=\"/tulis/ubah/?alamat=1/jalan\">Change</a>")
    );
    assert!(server.get("/opd/").text().contains("<a href=\"/tulis/\">"));
}

#[test]
fn what_is_hostile_is_refused() {
    let site = Site::riwayat();
    site.write("rahasia.txt", "rahasia");
    let server = Server::start(site.root(), &[]);
    for path in [
        "/../rahasia.txt",
        "/%2e%2e/rahasia.txt",
        "/1/..%2f..%2frahasia.txt",
        "/%252e%252e/rahasia.txt",
        "/..%5crahasia.txt",
        "/..\\rahasia.txt",
        "/content/site.yaml",
        "/content/media/x.jpg",
        "//etc/passwd",
        "/rahasia.txt",
        "/a%00b",
        "/a%0d%0aX-Y:%20z",
        "/%ff",
        "/%zz",
        "/_jhur/../1/",
        "/_jhur/lain",
        "http://127.0.0.1/1/",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(
            !answer.text().contains("rahasia") || path.starts_with("//"),
            "{path}"
        );
    }
    let port = server.port;
    for host in [
        "evil.example",
        "127.0.0.1",
        "evil.example:80",
        &format!("evil.example:{port}"),
        "",
    ] {
        assert_eq!(server.request("GET", "/", host).status, 421, "{host}");
    }
    let two =
        format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert_eq!(server.send(&two).status, 421);
    assert_eq!(
        server
            .send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
            .status,
        421
    );
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        assert_eq!(
            server
                .request(method, "/", &format!("127.0.0.1:{port}"))
                .status,
            405,
            "{method}"
        );
    }
    assert_eq!(server.get("/").status, 200, "it still runs");
}

#[test]
fn an_edit_shows_in_the_open_page() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    let page = server.get("/1/").text();
    let state = page
        .split("data-state=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| server.get(&format!("/_jhur/state?{state}")).text());
        std::thread::sleep(Duration::from_millis(100));
        assert!(!waiting.is_finished());
        site.replace(STOP, "title: ", "title: Zebra ");
        assert_ne!(waiting.join().unwrap(), state);
    });
    assert!(server.get("/1/").text().contains("Zebra "));
    assert_ne!(server.get("/_jhur/state?lain").text(), state);
    let script = server.get("/_jhur/reload.js");
    assert!(script.status == 200 && script.text().contains("/_jhur/state?"));
    // A file that comes and one that goes.
    let prose = "content/pages/warta.md";
    site.write(prose, "---\ntitle: Kabar rekaan\n---\nSebaris.\n");
    server.get_until("/warta/", "the new page", |page| page.contains("Sebaris."));
    site.remove(prose);
    server.get_until("/warta/", "no page", |page| !page.contains("Sebaris."));
}

#[test]
fn a_fault_is_shown_over_the_page_as_it_was() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    server.wait_for_line("siap");
    let is_over = |page: &str| page.contains("<dialog open") && page.contains("</main>");
    site.replace(STOP, "title: ", "titel: <Zebra> ");
    let page = server.get_until("/1/", "the fault", is_over);
    for word in [
        "[J201]",
        "content/stops/001-satu.yaml:",
        "&lt;Zebra&gt;",
        "^^^^",
        "Tutup",
        "style-src 'self'",
        "fault.css",
    ] {
        assert!(page.contains(word), "{word}: {page}");
    }
    assert!(!page.contains("<Zebra>"));
    server.wait_for_line("J201");
    // Every other page too, asked for before or not.
    server.get_until("/2/", "the other page", is_over);
    site.replace(STOP, "titel: <Zebra> ", "title: ");
    server.get_until("/1/", "no fault", |page| !page.contains("<dialog open"));
}

#[test]
fn without_a_good_state_the_message_stands_alone() {
    let site = Site::riwayat();
    site.replace(STOP, "title: ", "titel: ");
    let server = Server::start(site.root(), &["--lang", "en"]);
    let answer = server.get("/1/");
    let page = answer.text();
    assert_eq!(answer.status, 500);
    assert!(
        page.contains("[J201]")
            && page.contains("Something is wrong")
            && page.contains("reload.js"),
        "{page}"
    );
    site.replace(STOP, "titel: ", "title: ");
    server.get_until("/1/", "the page", |page| page.contains("</main>"));
}

#[test]
fn a_theme_is_seen_too() {
    let site = Site::riwayat();
    let server = Server::start(site.root(), &[]);
    server.wait_for_line("siap");
    let strings = "themes/pendopo/i18n/id.ftl";
    site.write(strings, "nav-offices = Dinas Zebra\n");
    server.get_until("/", "the word", |page| page.contains("Dinas Zebra"));
    let template = "themes/pendopo/templates/404.html";
    site.write(template, "<p>Hilang Zebra</p>");
    server.get_until("/tidak-ada/", "the template", |page| {
        page.contains("Hilang Zebra")
    });
    site.write(template, "<p>{% if %}</p>");
    let page = server.get_until("/tidak-ada/", "the fault", |page| page.contains("J801"));
    assert!(
        page.contains("Hilang Zebra") && page.contains("404.html:1"),
        "{page}"
    );
    std::fs::remove_dir_all(site.path("themes")).unwrap();
    server.get_until("/", "the default theme", |page| {
        !page.contains("Zebra") && !page.contains("J801")
    });
    // What breaks only when it is rendered stands alone.
    site.write(template, "<p>{{ zebra.zebra }}</p>");
    server.get_until("/tidak-ada/", "the late fault", |page| {
        page.contains("J801")
    });
    server.get_until("/", "the others", |page| page.contains("</main>"));
}

#[test]
fn a_port_in_use_is_said_with_what_to_do() {
    let site = Site::riwayat();
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for (lang, words) in [("id", "sedang dipakai"), ("en", "in use")] {
        let run = site.run(&["serve", "--port", &port, "--lang", lang]);
        run.expect(2, &["J912", words, "jhur serve --port 8080", &port]);
    }
    Site::empty()
        .run(&["serve", "--port", "0"])
        .expect(2, &["J907"]);
}
