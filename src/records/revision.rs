//! The revision log: one line for each published state of a record, each line tied to the one
//! before.
//!
//! Each line carries `seal = sha256(canonical([prev, release, record, revision, sha256]))`, where
//! `prev` is the seal of the line before and "canonical" is the form of JSON of RFC 8785: a hash
//! chain. The body is covered only through its own `sha256`, so that it can be redacted without
//! breaking the chain.

use super::{Day, sha256_hex};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The day of the release.
    pub release: Day,
    /// The record: `6`, `6/studi-banding`, `tentang`.
    pub record: String,
    /// Its number, from 1.
    pub revision: u32,
    /// The body's hash, in hexadecimal digits.
    pub sha256: String,
    /// The seal of the line before; empty in the first line.
    pub prev: String,
    /// Its own seal.
    pub seal: String,
    /// What was published; `None` if it was redacted.
    pub body: Option<Value>,
    /// Why it was redacted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redacted: Option<String>,
}

impl Revision {
    /// The next line after one with the seal `prev`.
    pub fn new(release: Day, record: String, revision: u32, prev: String, body: Value) -> Self {
        let sha256 = body_hash(&body);
        let mut line = Self {
            release,
            record,
            revision,
            sha256,
            prev,
            seal: String::new(),
            body: Some(body),
            redacted: None,
        };
        line.seal = line.expected_seal();
        line
    }

    /// What its seal has to be.
    fn expected_seal(&self) -> String {
        let sealed = serde_json::json!([
            self.prev,
            self.release,
            self.record,
            self.revision,
            self.sha256
        ]);
        sha256_hex(canonical_json(&sealed))
    }

    /// Whether seal and body's hash are right. A redacted body can no longer be hashed, and has a
    /// reason in its place.
    pub fn is_intact(&self) -> bool {
        self.seal == self.expected_seal()
            && match (&self.body, &self.redacted) {
                (Some(body), None) => body_hash(body) == self.sha256,
                (None, Some(reason)) => !reason.trim().is_empty(),
                _ => false,
            }
    }

    /// The keys of the commitments that it has.
    pub fn commitment_keys(&self) -> impl Iterator<Item = &str> {
        let body = self.body.as_ref();
        let entry = body.and_then(|b| b.get("aspiration").or_else(|| b.get("announcement")));
        let mut keys = Vec::new();
        for response in entry.map_or(&[][..], |entry| list(entry, "responses")) {
            for commitment in list(response, "commitments") {
                keys.extend(commitment.get("id").and_then(Value::as_str));
            }
        }
        keys.into_iter()
    }

    /// The line, without its end.
    pub fn to_line(&self) -> String {
        // By hand: the body has to be in its canonical form, so that its hash can be checked with
        // `sha256sum`; the other fields come in the order of the format.
        let body = match &self.body {
            Some(body) => canonical_json(body),
            None => "null".to_owned(),
        };
        let redacted = match &self.redacted {
            Some(reason) => format!(",\"redacted\":{}", quote(reason)),
            None => String::new(),
        };
        format!(
            "{{\"release\":\"{}\",\"record\":{},\"revision\":{},\"sha256\":\"{}\",\
             \"prev\":\"{}\",\"seal\":\"{}\",\"body\":{body}{redacted}}}",
            self.release,
            quote(&self.record),
            self.revision,
            self.sha256,
            self.prev,
            self.seal,
        )
    }
}

/// A text as JSON.
fn quote(text: &str) -> String {
    Value::from(text).to_string()
}

/// A list in an object; empty if there is none.
fn list<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    let list = object.get(key).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

/// The number, from 1, of the first line of an older log that a newer one does not begin with.
/// Returns `None` if it begins with all of them; only seals are compared, so that lines may have
/// been redacted since.
pub fn first_missing_line<'l>(
    old: &str,
    mut new: impl Iterator<Item = &'l Revision>,
) -> Option<usize> {
    for (n, line) in old.lines().enumerate() {
        let old = serde_json::from_str::<Revision>(line);
        let is_same = |new: &Revision| old.is_ok_and(|old| old.seal == new.seal);
        if !new.next().is_some_and(is_same) {
            return Some(n + 1);
        }
    }
    None
}

/// The hash of a body, in hexadecimal digits.
pub fn body_hash(body: &Value) -> String {
    sha256_hex(canonical_json(body))
}

/// JSON in the one form that everybody writes alike (RFC 8785).
fn canonical_json(value: &Value) -> String {
    // Values of our own have no numbers that JSON cannot hold.
    serde_json_canonicalizer::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Day {
        Day::parse("2022-10-04").unwrap()
    }

    #[test]
    fn a_line_reads_back_and_seals_all_but_the_body() {
        let body = serde_json::json!({ "z": "é\n", "a": [1, true, null] });
        let first = Revision::new(day(), "6/studi-banding".into(), 1, String::new(), body);
        assert!(
            first
                .to_line()
                .ends_with(r#""body":{"a":[1,true,null],"z":"é\n"}}"#),
            "{}",
            first.to_line()
        );
        assert_eq!(
            serde_json::from_str::<Revision>(&first.to_line()).unwrap(),
            first
        );
        let redacted = Revision {
            body: None,
            redacted: Some("UU 27/2022".into()),
            ..first.clone()
        };
        assert_eq!(redacted.expected_seal(), first.seal);
        assert!(first.is_intact() && redacted.is_intact());
        assert!(
            !Revision {
                body: Some(Value::Null),
                ..first.clone()
            }
            .is_intact()
        );
        assert!(
            !Revision {
                redacted: Some("UU 27/2022".into()),
                ..first.clone()
            }
            .is_intact()
        );
        assert!(
            !Revision {
                redacted: Some(" ".into()),
                ..redacted
            }
            .is_intact()
        );
        assert!(
            !Revision {
                body: None,
                ..first
            }
            .is_intact()
        );
    }
}
