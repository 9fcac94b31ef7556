//! What the development server adds to a page: the live-reload script, a link to the page's form,
//! and an overlay with the errors of the state that failed. The overlay is read and closed without
//! a script.

use super::routes::ASSET_PREFIX;
use crate::diag::messages::Messages;
use crate::diag::{Diagnostic, SourceMap, render};
use crate::theme::escape_html;
use std::fmt::Write as _;

const RELOAD_SCRIPT: &str = include_str!("reload.js");
const OVERLAY_STYLE: &str = include_str!("fault.css");

/// How many characters a line of a message has in a page.
const MESSAGE_WIDTH: usize = 100;

/// A file of the server's own, by its name below [`ASSET_PREFIX`].
pub(super) fn asset(name: &str) -> Option<&'static str> {
    match name {
        "reload.js" => Some(RELOAD_SCRIPT),
        "fault.css" => Some(OVERLAY_STYLE),
        _ => None,
    }
}

fn reload_script_tag(state: &str) -> String {
    format!("<script src=\"/{ASSET_PREFIX}reload.js\" data-state=\"{state}\"></script>")
}

/// A page of the site with the script, the link to its form (`edit`: address and text), and the
/// overlay, if there are errors.
pub(super) fn inject_dev_tools(
    html: &[u8],
    state: &str,
    edit: (&str, &str),
    overlay: Option<&ErrorOverlay>,
) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    let (mut page, after) = match html.rfind("</body>") {
        Some(end) => (html[..end].to_owned(), &html[end..]),
        None => (html.into_owned(), ""),
    };
    // The policy allows the page's own style sheet by its hash; the overlay's is a file.
    page = page.replacen("style-src ", "style-src 'self' ", 1);
    let (address, label) = (escape_html(edit.0), escape_html(edit.1));
    let _ = write!(
        page,
        "<link rel=\"stylesheet\" href=\"/{ASSET_PREFIX}fault.css\">\
         <p id=\"_jhur-edit\"><a href=\"/{address}\">{label}</a></p>"
    );
    if let Some(overlay) = overlay {
        page += &overlay.overlay_html();
    }
    page += &reload_script_tag(state);
    (page + after).into_bytes()
}

/// Errors as HTML, with the messages that the terminal shows.
pub(super) struct ErrorOverlay {
    lang: String,
    title: String,
    overlay_note: String,
    page_note: String,
    close: String,
    diagnostics_html: String,
}

impl ErrorOverlay {
    pub(super) fn new(list: &[Diagnostic], files: &SourceMap, messages: &Messages) -> Self {
        let html = |key: &str| escape_html(&messages.message(key, &[]));
        let text = render::render_human(list, files, messages, MESSAGE_WIDTH);
        let text = anstream::adapter::strip_str(text.trim_end()).to_string();
        // Line by line, since `escape_html` drops what XML does not allow, ends of lines among it.
        let lines: Vec<String> = text.lines().map(escape_html).collect();
        Self {
            lang: messages.language_code().to_owned(),
            title: html("serve-fault-title"),
            overlay_note: html("serve-fault-below"),
            page_note: html("serve-fault-alone"),
            close: html("serve-close"),
            diagnostics_html: lines.join("\n"),
        }
    }

    /// The overlay over a page that was rendered before.
    fn overlay_html(&self) -> String {
        let Self {
            lang, title, close, ..
        } = self;
        let (note, text) = (&self.overlay_note, &self.diagnostics_html);
        format!(
            "<dialog open id=\"_jhur\" lang=\"{lang}\" aria-labelledby=\"_jhur-title\">\
             <form method=\"dialog\"><button>{close}</button></form>\
             <h2 id=\"_jhur-title\">{title}</h2><p>{note}</p>\
             <pre tabindex=\"0\">{text}</pre></dialog>"
        )
    }

    /// A page of the errors alone, where there is none to lay them over.
    pub(super) fn error_page(&self, state: &str) -> String {
        let Self { lang, title, .. } = self;
        let (note, text) = (&self.page_note, &self.diagnostics_html);
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
             <title>{title}</title>\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <link rel=\"stylesheet\" href=\"/{ASSET_PREFIX}fault.css\"></head>\
             <body id=\"_jhur\"><h1>{title}</h1><p>{note}</p>\
             <pre tabindex=\"0\">{text}</pre>{}</body></html>\n",
            reload_script_tag(state)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::inject_dev_tools;

    #[test]
    fn a_page_gets_the_script_at_its_end() {
        let page = inject_dev_tools(b"<body>a</body></html>", "7-1", ("tulis/", "Ubah"), None);
        let text = String::from_utf8(page).unwrap();
        assert_eq!(
            text,
            "<body>a<link rel=\"stylesheet\" href=\"/_jhur/fault.css\">\
             <p id=\"_jhur-edit\"><a href=\"/tulis/\">Ubah</a></p><script src=\"/_jhur/reload.js\" data-state=\"7-1\"></script></body></html>"
        );
    }
}
