//! The revisions of records: what each release published of them.
//!
//! A revision is an entry of the log ([`super::LogEntry`]) and a line of `content/bodies.jsonl`, its
//! body with a random nonce. The entry has the sha256 of the body's line. Whoever has the line can
//! check it; where the line was redacted, nobody can find its words by trying, for the nonce went
//! with it.

use super::{Day, Seal, Spanned, sha256_hex};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// The name of the record that holds what decides, beside the records, what a reader sees: settings,
/// names, the site's own theme.
pub const SITE_RECORD: &str = "site";

/// The body of a revision: one line of `bodies.jsonl`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevisionBody {
    /// The record: `6`, `6/studi-banding`, `tentang`, `site`.
    pub record: String,
    /// The revision's number, from 1.
    pub revision: u32,
    /// 32 random bytes in hexadecimal digits.
    pub nonce: String,
    /// What was published, in the fields of the record format.
    pub body: Value,
    /// The sha256 of the line, in hexadecimal digits.
    #[serde(skip)]
    pub digest: String,
}

impl RevisionBody {
    /// The line of a new revision.
    pub fn new(record: String, revision: u32, nonce: String, body: Value) -> Self {
        let mut line = Self {
            record,
            revision,
            nonce,
            body,
            digest: String::new(),
        };
        line.digest = sha256_hex(line.to_line());
        line
    }

    /// The line, without its end; the body in the one form of JSON that everybody writes alike
    /// (RFC 8785).
    pub fn to_line(&self) -> String {
        format!(
            "{{\"record\":{},\"revision\":{},\"nonce\":{},\"body\":{}}}",
            quote(&self.record),
            self.revision,
            quote(&self.nonce),
            // Values of our own have no numbers that JSON cannot hold.
            serde_json_canonicalizer::to_string(&self.body).unwrap_or_default()
        )
    }

    /// Parses a line without its end. Returns `None` for all but the bytes that [`Self::to_line`]
    /// gives.
    pub fn parse(line: &str) -> Option<Self> {
        let mut body: Self = serde_json::from_str(line).ok()?;
        if body.to_line() != line {
            return None;
        }
        body.digest = sha256_hex(line);
        Some(body)
    }
}

/// A text as JSON.
fn quote(text: &str) -> String {
    Value::from(text).to_string()
}

/// A revision of a record, with its body unless that was redacted.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The number of its entry in the log, from 0.
    pub entry: usize,
    /// The day of the release.
    pub release: Day,
    /// The record: `6`, `6/studi-banding`, `tentang`, `site`.
    pub record: String,
    /// Its number, from 1.
    pub revision: u32,
    /// The sha256 of its body's line, in hexadecimal digits.
    pub digest: String,
    /// What was published; `None` if it was redacted.
    pub line: Option<Arc<Spanned<RevisionBody>>>,
    /// The redaction of its body.
    pub redaction: Option<Redaction>,
}

/// The redaction of a revision's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redaction {
    /// The number of its entry in the log, from 0.
    pub entry: usize,
    /// The day.
    pub day: Day,
    /// The rule of law.
    pub basis: String,
    /// Why.
    pub reason: String,
}

impl Revision {
    /// What was published. Returns `None` if it was redacted.
    pub fn body(&self) -> Option<&Value> {
        self.line.as_ref().map(|line| &line.body)
    }

    /// What stands on the page of the record, for whoever wants to hold it against a later log.
    pub fn seal(&self) -> Seal {
        Seal::of_digest(&self.digest)
    }

    /// The keys of the commitments that it has.
    pub fn commitment_keys(&self) -> impl Iterator<Item = &str> {
        let body = self.body();
        let entry = body.and_then(|b| b.get("aspiration").or_else(|| b.get("announcement")));
        let mut keys = Vec::new();
        for response in entry.map_or(&[][..], |entry| list(entry, "responses")) {
            for commitment in list(response, "commitments") {
                keys.extend(commitment.get("id").and_then(Value::as_str));
            }
        }
        keys.into_iter()
    }
}

/// A list in an object; empty if there is none.
fn list<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    let list = object.get(key).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_back_and_its_digest_has_all_of_it() {
        let body = serde_json::json!({ "z": "é\n", "a": [1, true, null] });
        let new = |nonce: &str| {
            RevisionBody::new("6/studi-banding".into(), 1, nonce.into(), body.clone())
        };
        let line = new("00");
        let text = line.to_line();
        assert!(
            text.ends_with(r#""nonce":"00","body":{"a":[1,true,null],"z":"é\n"}}"#),
            "{text}"
        );
        assert_eq!(RevisionBody::parse(&text).unwrap(), line);
        assert_eq!(RevisionBody::parse(&(text.clone() + " ")), None);
        assert!(line.digest != new("01").digest);
        assert_eq!(line.digest, sha256_hex(text));
    }
}
