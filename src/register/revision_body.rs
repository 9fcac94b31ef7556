//! What the revision log keeps of each record: the record as it is published on the day, in the words of the record format, with
//! what became of it. Nothing that is computed, and nothing that is not on the site.

use super::{Entry, EntryId, FollowUpId, Register, Stop, StopId};
use crate::records::{self, Photo, SingleLine, Source, Text, revision};
use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};

/// A record's name in the log with its body.
type NamedBody = (String, Value);

impl Register<'_> {
    /// Every published record: stops with their aspirations and announcements, then pages in Markdown.
    pub(super) fn record_bodies(&self) -> Vec<NamedBody> {
        let mut bodies = Vec::new();
        for (id, stop) in self.stops() {
            bodies.push((stop.number().to_string(), self.stop_body(id)));
            bodies.extend(stop.entries().map(|entry| self.entry_body(entry)));
        }
        bodies.extend(self.withdrawals().iter().map(|w| {
            let body = json!({ "kind": w.kind, "withdrawn": w.withdrawn });
            (w.record.clone(), body)
        }));
        bodies.extend(self.page_bodies());
        bodies
    }

    /// The hash of every published record's body, by its name.
    pub(super) fn body_hashes(&self) -> HashMap<String, String> {
        self.record_bodies()
            .into_par_iter()
            .map(|(record, body)| (record, revision::body_hash(&body)))
            .collect()
    }

    /// A stop without its aspirations and announcements, which are records of their own.
    fn stop_body(&self, id: StopId) -> Value {
        let stop = self.stop(id);
        let mut body = to_json_map(stop.record);
        for own in [
            "aspirations",
            "announcements",
            "draft",
            "publish_on",
            "withdrawn",
        ] {
            body.remove(own);
        }
        body.insert("sources".into(), json!(stop.sources));
        body.insert("photos".into(), self.photo_bodies(&stop.record.photos));
        body.insert("corrections".into(), json!(stop.corrections));
        body.insert("cited_by".into(), json!(stop.cited_by));
        let names = self.key_names(stop, None);
        drop_defaults(
            json!({ "kind": "stop", "stop": body, "names": names, "follow_ups": self.follow_up_bodies(stop.follow_ups.iter().copied()) }),
        )
    }

    fn entry_body(&self, id: EntryId) -> NamedBody {
        let entry = self.entry(id);
        let stop = self.stop(entry.stop);
        let kind = entry.kind.as_str();
        let promised = entry
            .commitments()
            .flat_map(|c| self.commitment(c).timeline.iter().copied());
        let mut news: Vec<FollowUpId> = entry.follow_ups.iter().copied().chain(promised).collect();
        news.sort_unstable();
        news.dedup();
        let used = entry
            .sources
            .iter()
            .chain(entry.responses.iter().flat_map(|r| &r.sources))
            .copied();
        let sources: Vec<&Source> = stop
            .sources
            .iter()
            .copied()
            .filter(|s| used.clone().any(|u| std::ptr::eq(u, *s)))
            .collect();
        let body = json!({
            "kind": kind,
            "stop": { "number": stop.number(), "district": stop.record.district, "date": stop.record.date, "until": stop.record.until },
            kind: self.published_entry(entry),
            "names": self.key_names(stop, Some(entry)),
            "sources": sources,
            "follow_ups": self.follow_up_bodies(news.into_iter()),
        });
        (
            format!("{}/{}", stop.number(), entry.id),
            drop_defaults(body),
        )
    }

    /// An aspiration or announcement without what is withheld or not known by the day.
    fn published_entry(&self, entry: &Entry<'_>) -> Value {
        let topics: Vec<_> = entry
            .topics
            .iter()
            .map(|t| &self.topic(*t).record.key)
            .collect();
        // As it is written: that another record went elsewhere does not change this one.
        let again = entry.aspiration().map_or(&[][..], |a| &a.again).iter();
        let again: Vec<String> = again
            .map(ToString::to_string)
            .filter(|name| self.resolve(name).is_some())
            .collect();
        let keys: Vec<_> = entry.sources.iter().filter_map(|s| s.id.as_ref()).collect();
        let response = |r: &super::Response<'_>| {
            let mut body = to_json_map(r.record);
            body.insert(
                "sources".into(),
                json!(
                    r.sources
                        .iter()
                        .filter_map(|s| s.id.as_ref())
                        .collect::<Vec<_>>()
                ),
            );
            let commitments = r.record.commitments.iter().map(|c| {
                match r.withdrawn_commitments.iter().find(|w| w.id == c.id) {
                    Some(gone) => json!({ "id": gone.id, "withdrawn": gone.withdrawn }),
                    None => json!(records::Commitment {
                        withdrawn: None,
                        ..c.value.clone()
                    }),
                }
            });
            body.insert("commitments".into(), commitments.collect());
            Value::Object(body)
        };
        let from = entry
            .aspiration()
            .filter(|a| a.withheld.is_none())
            .and_then(|a| a.from.as_ref());
        let from = from.map(|f| json!({ "role": f.role, "village": f.village, "name": f.name }));
        json!({
            "id": entry.id,
            "title": entry.title,
            "topics": topics,
            "from": from,
            "text": entry.request_text(),
            "setting": entry.setting,
            "reported_by": entry.reported_by,
            "sources": keys,
            "again": again,
            "withheld": entry.withheld_reason(),
            "responses": entry.responses.iter().map(response).collect::<Vec<_>>(),
            "notes": entry.notes,
            "cited_by": entry.cited_by,
            "formerly": entry.former_names,
        })
    }

    /// What keys of lists were called, by the field that names them: a revision says who promised, whatever the office is
    /// called later.
    fn key_names(&self, stop: &Stop<'_>, entry: Option<&Entry<'_>>) -> Value {
        let district = self.district(stop.district).record;
        let village = entry
            .and_then(|e| e.village_index)
            .map(|n| &district.villages[n]);
        let topics = entry
            .into_iter()
            .flat_map(|e| &e.topics)
            .map(|t| self.topic(*t).record);
        let offices = entry
            .into_iter()
            .flat_map(Entry::answering_offices)
            .map(|o| self.office(o).record);
        let topics: BTreeMap<&str, &Text> = topics.map(|t| (t.key.as_str(), &t.name)).collect();
        let offices: BTreeMap<&str, &Text> = offices.map(|o| (o.key.as_str(), &o.name)).collect();
        let villages: BTreeMap<&str, &SingleLine> =
            village.iter().map(|v| (v.key.as_str(), &v.name)).collect();
        let mut names = json!({ "district": { district.key.as_str(): district.name } });
        for (field, list) in [
            ("office", json!(offices)),
            ("topics", json!(topics)),
            ("village", json!(villages)),
        ] {
            if list.as_object().is_some_and(|list| !list.is_empty()) {
                names[field] = list;
            }
        }
        names
    }

    fn photo_bodies(&self, photos: &[Photo]) -> Value {
        let body = |photo: &Photo| {
            let mut body = to_json_map(photo);
            let file = self.records.media.get(photo.file.as_str());
            body.insert("sha256".into(), json!(file.map(|file| &file.sha256)));
            Value::Object(body)
        };
        photos.iter().map(body).collect()
    }

    fn follow_up_bodies(&self, news: impl Iterator<Item = FollowUpId>) -> Vec<Value> {
        let body = |id: FollowUpId| {
            let news = self.follow_up(id);
            let mut body = to_json_map(news.record);
            for own in ["draft", "publish_on"] {
                body.remove(own);
            }
            body.insert("sources".into(), json!(news.sources));
            body.insert("photos".into(), self.photo_bodies(&news.record.photos));
            Value::Object(body)
        };
        news.map(body).collect()
    }

    /// Pages in Markdown, all languages of one together.
    fn page_bodies(&self) -> Vec<NamedBody> {
        let mut bodies: Vec<(String, serde_json::Map<String, Value>)> = Vec::new();
        for page in self.pages() {
            let lang = page.lang.unwrap_or(self.main_language()).code();
            let front = &page.front_matter;
            let version = json!({ "title": front.title, "summary": front.summary, "formerly": front.formerly, "body": page.body });
            let key = page.key.to_string();
            match bodies.iter_mut().find(|(known, _)| *known == key) {
                Some((_, versions)) => drop(versions.insert(lang.into(), version)),
                None => bodies.push((key, [(lang.to_owned(), version)].into_iter().collect())),
            }
        }
        bodies
            .into_iter()
            .map(|(key, versions)| {
                (
                    key,
                    drop_defaults(json!({ "kind": "page", "page": versions })),
                )
            })
            .collect()
    }
}

fn to_json_map(record: &impl Serialize) -> serde_json::Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(map)) => map,
        // Records are objects without odd keys.
        _ => serde_json::Map::new(),
    }
}

/// Without what is not said: null, no, empty lists, and what holds where nothing is written.
fn drop_defaults(body: Value) -> Value {
    let unsaid = [
        ("setting", "forum"),
        ("bearing", "direct"),
        ("number_basis", "stated"),
    ];
    let says = |key: &str, value: &Value| {
        !matches!(value, Value::Null | Value::Bool(false))
            && value.as_array().is_none_or(|l| !l.is_empty())
            && !value.as_str().is_some_and(|v| unsaid.contains(&(key, v)))
    };
    match body {
        Value::Object(map) => map
            .into_iter()
            .map(|(k, v)| (k, drop_defaults(v)))
            .filter(|(k, v)| says(k, v))
            .collect(),
        Value::Array(list) => list.into_iter().map(drop_defaults).collect(),
        other => other,
    }
}
