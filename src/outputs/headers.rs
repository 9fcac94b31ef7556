//! robots.txt, and the HTTP headers for static hosts: `_headers` is read by Cloudflare and Netlify; `apache.conf` and
//! `nginx.conf` are to be included where the site is served. GitHub Pages takes none; the policy stands in every page too.

use super::Output;
use crate::site::Plan;

/// Media types that servers do not know by themselves.
const TYPES: [(&str, &str); 8] = [
    ("bib", "application/x-bibtex"),
    ("geojson", "application/geo+json"),
    ("ics", "text/calendar"),
    ("jsonl", "application/jsonl"),
    ("jsonld", "application/ld+json"),
    ("pagefind", "application/wasm"),
    ("parquet", "application/vnd.apache.parquet"),
    ("ris", "application/x-research-info-systems"),
];

/// Media types that servers know.
const KNOWN: [(&str, &str); 12] = [
    ("conf", "text/plain; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
];

/// The media type of a published file, by the end of its name.
pub fn media_type(path: &str) -> &'static str {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    let found = TYPES.iter().chain(&KNOWN).find(|(name, _)| *name == end);
    found.map_or("application/octet-stream", |(_, kind)| kind)
}

/// Everything may be read; the sitemap is named. A site with drafts in it is nobody's to index.
pub(super) fn robots(plan: &Plan<'_>) -> Vec<Output> {
    let text = if plan.register().has_drafts() {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", plan.register().site().base_url.as_str())
    };
    vec![("robots.txt".into(), text.into_bytes())]
}

/// Nothing is guessed, framed, or fetched from elsewhere; the pages of others may fetch everything, since all of it is
/// public.
pub(super) fn headers(plan: &Plan<'_>, policy: &str) -> Vec<Output> {
    let policy = format!("{policy}; frame-ancestors 'none'");
    let all: [(&str, &str); 6] = [
        ("Content-Security-Policy", &policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Frame-Options", "DENY"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Access-Control-Allow-Origin", "*"),
    ];
    let path = plan.register().site().base_url.path();
    let each = |line: &dyn Fn(&str, &str) -> String| all.iter().map(|(n, v)| line(n, v)).collect::<String>();

    let hosts = format!("{path}*\n{}", each(&|name, value| format!("  {name}: {value}\n")));
    let types = TYPES.map(|(end, kind)| format!("AddType {kind} .{end}\n")).concat();
    let set = each(&|name, value| format!("  Header always set {name} \"{value}\"\n"));
    let apache = format!(
        "ErrorDocument 404 {path}404.html\nAddDefaultCharset utf-8\n{types}<IfModule mod_headers.c>\n{set}</IfModule>\n"
    );
    let add = each(&|name, value| format!("add_header {name} \"{value}\" always;\n"));
    let nginx = format!("error_page 404 {path}404.html;\ncharset utf-8;\n{add}");
    [("_headers", hosts), ("apache.conf", apache), ("nginx.conf", nginx)]
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .into()
}
