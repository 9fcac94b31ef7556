//! robots.txt, and the HTTP headers for static hosts: `_headers` is read by Cloudflare and Netlify;
//! `apache.conf`, `caddy.conf` and `nginx.conf` are to be included where the site is served. GitHub
//! Pages takes none, so the policy is in every page too.

use super::context::OutputFile;
use crate::plan::Plan;

/// Media types that servers do not know by themselves.
const EXTRA_MEDIA_TYPES: [(&str, &str); 6] = [
    ("csv", "text/csv; charset=utf-8"),
    ("geojson", "application/geo+json"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jsonl", "application/jsonl"),
    ("jsonld", "application/ld+json"),
    ("pagefind", "application/wasm"),
];

/// Media types that servers know.
const COMMON_MEDIA_TYPES: [(&str, &str); 11] = [
    ("conf", "text/plain; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("xml", "application/xml"),
];

/// The media type of a published file, by the end of its name.
pub fn media_type(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    for (known, media_type) in EXTRA_MEDIA_TYPES.iter().chain(&COMMON_MEDIA_TYPES) {
        if *known == extension {
            return media_type;
        }
    }
    "application/octet-stream"
}

/// Everything may be read; the sitemap is named. A site with drafts in it is nobody's to index.
pub(super) fn robots_txt(plan: &Plan<'_>) -> OutputFile {
    let text = if plan.register().includes_drafts() {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!(
            "User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n",
            plan.register().site().base_url.as_str()
        )
    };
    ("robots.txt".to_owned(), text.into_bytes())
}

/// What every answer says: nothing is guessed, framed, or kept without asking whether it still
/// holds; the pages of others may fetch everything, since all of it is public.
const FIXED_HEADERS: [(&str, &str); 6] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Frame-Options", "DENY"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=()",
    ),
    ("Access-Control-Allow-Origin", "*"),
    ("Cache-Control", "no-cache"),
];

/// The part of the policy that a page cannot say itself. A server reads its settings when it
/// starts, so they name no style sheet: after a change of colours it would forbid the new one until
/// somebody restarts it.
const FRAME_POLICY: &str = "frame-ancestors 'none'";

/// What is worth compressing beside HTML; the names of scripts and XML differ from server to
/// server.
const COMPRESSED_TYPES: &str = "text/plain text/css text/csv text/calendar text/javascript \
    text/xml application/javascript application/json application/jsonl application/ld+json \
    application/geo+json application/xml";

/// For each kind of host its own file.
pub(super) fn header_files(plan: &Plan<'_>, policy: &str) -> Vec<OutputFile> {
    let path = plan.register().site().base_url.path();
    [
        ("_headers", netlify_headers(path, policy)),
        ("apache.conf", apache_config(path)),
        ("caddy.conf", caddy_config(path)),
        ("nginx.conf", nginx_config(path)),
    ]
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .into()
}

/// Each header as a line in a server's own syntax.
fn header_lines(policy: &str, line: impl Fn(&str, &str) -> String) -> String {
    let mut lines = line("Content-Security-Policy", policy);
    for (name, value) in FIXED_HEADERS {
        lines += &line(name, value);
    }
    lines
}

/// One line for each type that servers do not know; the charset is set for all text together.
fn media_type_lines(line: impl Fn(&str, &str) -> String) -> String {
    EXTRA_MEDIA_TYPES
        .iter()
        .map(|(end, kind)| line(end, kind.split(';').next().unwrap_or(kind)))
        .collect()
}

/// The extensions of files that are text, ` .csv .ics …`.
fn text_extensions() -> String {
    let mut extensions = String::new();
    for (extension, media_type) in EXTRA_MEDIA_TYPES.iter().chain(&COMMON_MEDIA_TYPES) {
        if media_type.starts_with("text/") {
            extensions.extend([" .", extension]);
        }
    }
    extensions
}

/// Netlify and Cloudflare set headers for any answer, so the whole policy can be given there.
fn netlify_headers(path: &str, policy: &str) -> String {
    let lines = header_lines(&format!("{policy}; {FRAME_POLICY}"), |name, value| {
        format!("  {name}: {value}\n")
    });
    format!("{path}*\n{lines}")
}

fn apache_config(path: &str) -> String {
    let types = media_type_lines(|end, kind| format!("AddType {kind} .{end}\n"));
    let deflate = format!(
        "<IfModule mod_deflate.c>\n  AddOutputFilterByType DEFLATE text/html {COMPRESSED_TYPES}\n\
         </IfModule>\n"
    );
    // Compressing changes a file's ETag, and then Apache would answer no `If-None-Match` with 304.
    let etag = r#"  RequestHeader edit If-None-Match "^\"(.*)-gzip\"$" "\"$1-gzip\", \"$1\"""#;
    let headers = header_lines(FRAME_POLICY, |name, value| {
        format!("  Header always set {name} \"{value}\"\n")
    });
    let charset = format!(
        "AddDefaultCharset utf-8\nAddCharset utf-8{}\n",
        text_extensions()
    );
    format!(
        "ErrorDocument 404 {path}404.html\n{charset}{types}{deflate}\
         <IfModule mod_headers.c>\n{etag}\n{headers}</IfModule>\n"
    )
}

fn caddy_config(path: &str) -> String {
    let types = EXTRA_MEDIA_TYPES
        .map(|(end, kind)| format!("@{end} path *.{end}\nheader @{end} Content-Type \"{kind}\"\n"))
        .concat();
    let headers = header_lines(FRAME_POLICY, |name, value| {
        format!("\t{name} \"{value}\"\n")
    });
    format!(
        "encode gzip\nheader {{\n{headers}}}\n{types}\
         handle_errors {{\n\trewrite * {path}404.html\n\tfile_server\n}}\n"
    )
}

fn nginx_config(path: &str) -> String {
    let types = media_type_lines(|end, kind| format!("  {kind} {end};\n"));
    let headers = header_lines(FRAME_POLICY, |name, value| {
        format!("add_header {name} \"{value}\" always;\n")
    });
    let charset = "charset utf-8;\ncharset_types text/calendar text/css text/csv text/javascript \
                   text/plain application/javascript;\n";
    format!(
        "error_page 404 {path}404.html;\nabsolute_redirect off;\n\
         gzip on;\ngzip_types {COMPRESSED_TYPES};\n\
         {charset}include mime.types;\ntypes {{\n{types}}}\n{headers}"
    )
}
