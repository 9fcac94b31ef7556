//! Records written through the forms of `serve`, over a plain socket. All records are made up (rekaan).

mod answers;
mod conflicts;
mod errors;
mod requests;
mod saving;

use crate::common::server::{Response, Server};
use crate::common::site::Site;
use form_urlencoded::Serializer;
use jhur::editing::to_json;
use jhur::source::parse_strict;
use serde_json::Value;

const STOP: &str = "content/stops/001-satu.yaml";

/// The address of a form.
fn form_address(file: &str, path: &str) -> String {
    let query = Serializer::new(String::new())
        .append_pair("di", file)
        .append_pair("catatan", path)
        .finish();
    format!("/tulis/ubah/?{query}")
}

/// What stands in a hidden field.
fn hidden_value(page: &str, name: &str) -> String {
    let field = page
        .split(&format!("name=\"{name}\" value=\""))
        .nth(1)
        .unwrap_or_else(|| panic!("no {name}: {page}"));
    field.split('"').next().unwrap().to_owned()
}

impl Server {
    /// Sends a form's body with these headers.
    fn post(&self, address: &str, body: &str, headers: &str) -> Response {
        let port = self.port;
        let length = body.len();
        self.send(&format!(
            "POST {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        ))
    }

    /// What a browser sends along with a form of this server.
    fn own_headers(&self) -> String {
        let port = self.port;
        format!(
            "Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        )
    }

    /// Opens a form and submits it with these fields and no others.
    fn submit(&self, address: &str, fields: &[(&str, &str)]) -> Response {
        let mut body = body_of(&self.get(address).text());
        body.extend_pairs(fields);
        self.post(address, &body.finish(), &self.own_headers())
    }

    /// Saves; gives the address of what was saved.
    fn save(&self, address: &str, fields: &[(&str, &str)]) -> String {
        let response = self.submit(address, &[fields, &[("_save", "1")]].concat());
        assert_eq!(response.status, 303, "{}", errors_of(&response));
        let to = response.header("Location");
        to.strip_suffix("&tersimpan").unwrap().to_owned()
    }
}

/// The body of a form's submission, begun with the hidden fields of its page.
fn body_of(page: &str) -> Serializer<'static, String> {
    let mut body = Serializer::new(String::new());
    body.append_pair("_token", &hidden_value(page, "_token"));
    body.append_pair("_hash", &hidden_value(page, "_hash"));
    body
}

/// The messages of a page, for a test that failed.
fn errors_of(response: &Response) -> String {
    let text = response.text();
    let is_shown =
        |l: &&str| l.contains("class=\"wrong\"") || l.contains("<li>") || !l.starts_with('<');
    let lines: Vec<&str> = text.lines().filter(is_shown).take(40).collect();
    lines.join("\n")
}

/// A file of records as JSON.
fn records(site: &Site, file: &str) -> Value {
    to_json(&parse_strict(&site.read(file)).unwrap())
}
