//! robots.txt, and the HTTP headers that static hosts read from `_headers`.

use super::Output;
use crate::site::Plan;

/// Everything may be read; the sitemap is named. A site with drafts in it is nobody's to index.
pub(super) fn robots(plan: &Plan<'_>) -> Vec<Output> {
    let text = if plan.register().has_drafts() {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", plan.register().site().base_url.as_str())
    };
    vec![("robots.txt".into(), text.into_bytes())]
}

/// Nothing is guessed, framed, or fetched from elsewhere.
pub(super) fn headers(plan: &Plan<'_>) -> Vec<Output> {
    let path = plan.register().site().base_url.path();
    let text = format!(
        "{path}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         X-Frame-Options: DENY\n  Permissions-Policy: camera=(), geolocation=(), microphone=()\n\
         {path}data/*\n  Access-Control-Allow-Origin: *\n"
    );
    vec![("_headers".into(), text.into_bytes())]
}
