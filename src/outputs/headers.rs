//! robots.txt, and the HTTP headers for static hosts: `_headers` is read by Cloudflare and Netlify; `apache.conf` and
//! `nginx.conf` are to be included where the site is served. GitHub Pages takes none; the policy stands in every page too.

use super::Output;
use crate::site::Plan;
use std::fmt::Write as _;

/// What lets the pages of others fetch data.
const OPEN: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// Everything may be read; the sitemap is named. A site with drafts in it is nobody's to index.
pub(super) fn robots(plan: &Plan<'_>) -> Vec<Output> {
    let text = if plan.register().has_drafts() {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", plan.register().site().base_url.as_str())
    };
    vec![("robots.txt".into(), text.into_bytes())]
}

/// Nothing is guessed, framed, or fetched from elsewhere; data may be fetched by the pages of others.
pub(super) fn headers(plan: &Plan<'_>, policy: &str) -> Vec<Output> {
    let policy = format!("{policy}; frame-ancestors 'none'");
    let all: [(&str, &str); 5] = [
        ("Content-Security-Policy", &policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Frame-Options", "DENY"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ];
    let path = plan.register().site().base_url.path();
    let each = |line: &dyn Fn(&str, &str) -> String| all.iter().map(|(n, v)| line(n, v)).collect::<String>();

    let hosts = format!(
        "{path}*\n{}{path}data/*\n  {}: {}\n",
        each(&|name, value| format!("  {name}: {value}\n")),
        OPEN.0,
        OPEN.1
    );
    let mut apache =
        format!("ErrorDocument 404 {path}404.html\nAddType application/wasm .pagefind\n<IfModule mod_headers.c>\n");
    apache.push_str(&each(&|name, value| format!("  Header always set {name} \"{value}\"\n")));
    let _ = write!(
        apache,
        "  <If \"%{{REQUEST_URI}} =~ m#^{path}data/#\">\n    Header always set {} \"{}\"\n  </If>\n</IfModule>\n",
        OPEN.0, OPEN.1
    );
    // In a location that sets a header of its own, nginx forgets those from outside.
    let set = |indent: &str| each(&|name, value| format!("{indent}add_header {name} \"{value}\" always;\n"));
    let nginx = format!(
        "error_page 404 {path}404.html;\n{}location {path}data/ {{\n{}  add_header {} \"{}\" always;\n}}\n",
        set(""),
        set("  "),
        OPEN.0,
        OPEN.1
    );
    [("_headers", hosts), ("apache.conf", apache), ("nginx.conf", nginx)]
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .into()
}
