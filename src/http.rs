//! HTTP requests and responses as plain values, for the development server and the forms.
//!
//! Nothing here knows a socket: `serve` makes a [`Request`] of what a browser sent and sends the
//! [`Response`] that it gets, with the header fields that follow from it.

use crate::outputs::media_type;

/// The policy of files and texts: they are no pages, so they may load nothing.
const NO_PAGE_POLICY: &str = "default-src 'none'";
const HTML: &str = "text/html; charset=utf-8";

/// A validated request.
#[derive(Debug)]
pub(crate) struct Request {
    /// The path, percent-decoded, without its leading slash.
    pub(crate) path: String,
    /// What follows the question mark, as it was sent.
    pub(crate) query: String,
    /// The fields of a submitted form, in their order; `None` for a GET.
    pub(crate) form: Option<Vec<(String, String)>>,
}

/// A response. Its constructors choose the Content-Security-Policy that fits its kind.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    /// The Content-Security-Policy.
    pub(crate) policy: &'static str,
    /// Where a redirect leads.
    pub(crate) location: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Response {
    fn html(status: u16, policy: &'static str, html: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            content_type: HTML,
            policy,
            location: None,
            body: html.into(),
        }
    }

    /// A page of the site, which carries its own policy in a `meta` element.
    pub(crate) fn site_page(status: u16, html: Vec<u8>) -> Self {
        Self::html(status, "frame-ancestors 'none'", html)
    }

    /// A page of the site in a frame of a form's page; its links open pages of their own.
    pub(crate) fn embedded_page(html: Vec<u8>) -> Self {
        Self::html(
            200,
            "frame-ancestors 'self'; \
             sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
            html,
        )
    }

    /// The page of a form.
    pub(crate) fn form_page(status: u16, html: String) -> Self {
        Self::html(
            status,
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
             img-src data:; frame-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            html,
        )
    }

    /// The server's own page in place of one that could not be rendered.
    pub(crate) fn error_page(html: String) -> Self {
        Self::html(
            500,
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
             frame-ancestors 'none'",
            html,
        )
    }

    /// A published file, or one of the server's own; `path` decides on its media type.
    pub(crate) fn file(path: &str, body: Vec<u8>) -> Self {
        Self {
            status: 200,
            content_type: media_type(path),
            policy: NO_PAGE_POLICY,
            location: None,
            body,
        }
    }

    /// A line of text.
    pub(crate) fn plain_text(status: u16, text: &str) -> Self {
        Self {
            status,
            content_type: "text/plain; charset=utf-8",
            policy: NO_PAGE_POLICY,
            location: None,
            body: text.into(),
        }
    }

    /// An error that has no page: the status is its text.
    pub(crate) fn bare_status(status: u16) -> Self {
        Self::plain_text(status, &status.to_string())
    }

    /// The page is at another address (302): for this time only, since an edit may move it again.
    pub(crate) fn redirect_found(address: &str) -> Self {
        Self::redirect(302, address)
    }

    /// A form was saved; its result is at an address, to be fetched by GET (303).
    pub(crate) fn redirect_see_other(address: &str) -> Self {
        Self::redirect(303, address)
    }

    fn redirect(status: u16, address: &str) -> Self {
        Self {
            location: Some(address.to_owned()),
            ..Self::plain_text(status, address)
        }
    }
}
