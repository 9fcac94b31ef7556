//! What is added to a page while it is being written: the script that loads it again, and what is wrong, over the page as it
//! was. Reading needs no script, and closing what is wrong needs none either.

use crate::diag::messages::Words;
use crate::diag::{Diagnostic, Files, render};
use crate::theme::escaped;
use std::fmt::Write as _;

/// Where our own files are; no page of a site is there, since keys have no underscore.
pub(super) const OWN: &str = "_jhur/";
/// What the script asks: which state it is. It is answered when there is another one.
pub(super) const STATE: &str = "state";

const SCRIPT: &str = include_str!("reload.js");
const STYLE: &str = include_str!("fault.css");

/// How wide messages are in a page.
const WIDTH: usize = 100;

/// A file of our own, by its name below [`OWN`].
pub(super) fn own(name: &str) -> Option<(&'static str, &'static [u8])> {
    match name {
        "reload.js" => Some(("reload.js", SCRIPT.as_bytes())),
        "fault.css" => Some(("fault.css", STYLE.as_bytes())),
        _ => None,
    }
}

fn script(state: &str) -> String {
    format!("<script src=\"/{OWN}reload.js\" data-state=\"{state}\"></script>")
}

/// A page of the site with the script, with the way to its form (`edit`: address and words), and with what is wrong over it.
pub(super) fn dressed(html: &[u8], state: &str, edit: (&str, &str), trouble: Option<&Trouble>) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    let (mut page, after) = match html.rfind("</body>") {
        Some(end) => (html[..end].to_owned(), &html[end..]),
        None => (html.into_owned(), ""),
    };
    // The policy knows the page's own style sheet by its hash; ours is a file.
    page = page.replacen("style-src ", "style-src 'self' ", 1);
    let _ = write!(
        page,
        "<link rel=\"stylesheet\" href=\"/{OWN}fault.css\"><p id=\"_jhur-edit\"><a href=\"/{}\">{}</a></p>",
        escaped(edit.0),
        escaped(edit.1)
    );
    if let Some(trouble) = trouble {
        page += &trouble.over();
    }
    page += &script(state);
    (page + after).into_bytes()
}

/// What is wrong, in the words of the terminal.
pub(super) struct Trouble {
    lang: String,
    title: String,
    below: String,
    alone: String,
    close: String,
    text: String,
}

impl Trouble {
    pub(super) fn new(faults: &[Diagnostic], files: &Files, words: &Words) -> Self {
        let say = |key: &str| escaped(&words.say(key, &[]));
        let text = render::human(faults, files, words, WIDTH);
        Self {
            lang: words.code().to_owned(),
            title: say("serve-fault-title"),
            below: say("serve-fault-below"),
            alone: say("serve-fault-alone"),
            close: say("serve-close"),
            text: lines(&anstream::adapter::strip_str(text.trim_end()).to_string()),
        }
    }

    /// Over a page.
    fn over(&self) -> String {
        let Self { lang, title, below, close, text, .. } = self;
        format!(
            "<dialog open id=\"_jhur\" lang=\"{lang}\" aria-labelledby=\"_jhur-title\">\
             <form method=\"dialog\"><button>{close}</button></form>\
             <h2 id=\"_jhur-title\">{title}</h2><p>{below}</p><pre tabindex=\"0\">{text}</pre></dialog>"
        )
    }

    /// As a page.
    pub(super) fn alone(&self, state: &str) -> String {
        let Self { lang, title, alone, text, .. } = self;
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/{OWN}fault.css\"></head>\
             <body id=\"_jhur\"><h1>{title}</h1><p>{alone}</p><pre tabindex=\"0\">{text}</pre>{}</body></html>\n",
            script(state)
        )
    }
}

/// [`escaped`] leaves out what XML does not allow, the ends of lines among it.
fn lines(text: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::dressed;

    #[test]
    fn a_page_gets_the_script_at_its_end() {
        let page = dressed(b"<body>a</body></html>", "7-1", ("tulis/", "Ubah"), None);
        let text = String::from_utf8(page).unwrap();
        assert_eq!(
            text,
            "<body>a<link rel=\"stylesheet\" href=\"/_jhur/fault.css\"><p id=\"_jhur-edit\"><a href=\"/tulis/\">Ubah</a></p><script src=\"/_jhur/reload.js\" data-state=\"7-1\"></script></body></html>"
        );
    }
}
