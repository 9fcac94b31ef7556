//! Bodies of revisions: each record as it is published on the day, in the fields of the record
//! format, with its follow-ups. Nothing that is computed, and nothing that is not on the site.
//!
//! A release adds a revision where a body differs from the newest (`pending_revisions`), so that
//! whatever changes here makes a new revision of every record.

use super::{Entry, EntryId, FollowUpId, Register, Response, Stop, StopId};
use crate::records::{self, Key, Photo, SITE_RECORD, Source, Spanned};
use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A record's name in the log with its body.
type NamedBody = (String, Value);

impl Register<'_> {
    /// Every published record: stops with their aspirations and announcements, then pages in
    /// Markdown.
    pub(super) fn record_bodies(&self) -> Vec<NamedBody> {
        let stops: Vec<(StopId, &Stop<'_>)> = self.stops().collect();
        let of_stop = |(id, stop): (StopId, &Stop<'_>)| -> Vec<NamedBody> {
            let own = (stop.number().to_string(), self.stop_body(id));
            let entries = stop.entries().map(|entry| self.entry_body(entry));
            std::iter::once(own).chain(entries).collect()
        };
        let mut bodies: Vec<NamedBody> = stops.into_par_iter().flat_map_iter(of_stop).collect();
        for w in self.withdrawals() {
            // What it said is no longer published; that it is withdrawn is its last revision.
            let body = json!({ "kind": w.kind, "withdrawn": w.withdrawn });
            bodies.push((w.record.clone(), body));
        }
        bodies.extend(self.page_bodies());
        bodies.push((SITE_RECORD.to_owned(), self.site_body()));
        bodies
    }

    /// What decides, beside the records, what a reader sees: settings, names, the theme of one's own.
    fn site_body(&self) -> Value {
        let site = self.site();
        let contact = site.contact.as_ref();
        let districts = self.records.districts.iter().map(|district| {
            let villages = district.villages.iter();
            let village = |v: &records::Village| json!({ "name": v.name, "kind": v.kind });
            let villages = villages.map(|v| (v.key.to_string(), village(v)));
            let villages = villages.collect::<Map<_, _>>();
            let code = district.code.as_ref().map(records::AreaCode::as_str);
            let body = json!({ "name": district.name, "code": code, "villages": villages });
            (district.key.to_string(), body)
        });
        let offices = self.records.offices.iter().map(|office| {
            let body = json!({ "name": office.name, "short": office.short, "url": office.url });
            (office.key.to_string(), body)
        });
        let topics = self.records.topics.iter().map(|topic| {
            let body = json!({
                "name": topic.name,
                "parent": topic.parent,
                "description": topic.description,
            });
            (topic.key.to_string(), body)
        });
        // Not what is published beside the pages (`outputs`): it changes no word.
        drop_defaults(json!({
            "kind": SITE_RECORD,
            "site": {
                "title": site.title,
                "base_url": site.base_url.as_str(),
                "languages": site.languages,
                "publisher": site.publisher,
                "contact": contact.map(|c| json!({
                    "email": c.email,
                    "whatsapp": c.whatsapp,
                    "page": c.page,
                })),
                "licence": site.licence,
                "standing": site.standing,
                "utc_offset_hours": site.time_zone.utc_offset_hours(),
                "theme": site.theme,
                "signing_key": site.signing_key,
            },
            "districts": districts.collect::<Map<_, _>>(),
            "offices": offices.collect::<Map<_, _>>(),
            "topics": topics.collect::<Map<_, _>>(),
            "outlines": self.records.outlines.sha256,
            "theme_files": self.records.theme_hashes,
        }))
    }

    /// A stop without its aspirations and announcements, which are records of their own.
    fn stop_body(&self, id: StopId) -> Value {
        let stop = self.stop(id);
        let mut body = to_json_map(stop.record);
        for field in [
            "aspirations",
            "announcements",
            "draft",
            "publish_on",
            "withdrawn",
        ] {
            body.remove(field);
        }
        // In place of what the record has: only what was out by the day.
        body.insert("sources".into(), json!(stop.sources));
        body.insert("photos".into(), self.photo_bodies(&stop.record.photos));
        body.insert("corrections".into(), json!(stop.corrections));
        body.insert("cited_by".into(), json!(stop.cited_by));
        drop_defaults(json!({
            "kind": "stop",
            "stop": body,
            "names": self.key_names(stop, None),
            "follow_ups": self.follow_up_bodies(&stop.follow_ups),
        }))
    }

    fn entry_body(&self, id: EntryId) -> NamedBody {
        let entry = self.entry(id);
        let stop = self.stop(entry.stop);
        let kind = entry.kind.as_str();
        // One that is about several of its commitments comes once.
        let mut follow_ups = entry.follow_ups.clone();
        for commitment in entry.commitments() {
            follow_ups.extend(&self.commitment(commitment).timeline);
        }
        follow_ups.sort_unstable();
        follow_ups.dedup();
        // The stop's order, whoever names a source first. They are the stop's own, so that their
        // addresses tell which is which.
        let mut sources = stop.sources.clone();
        sources.retain(|source| {
            let mut used = entry.responses.iter().flat_map(|r| &r.sources);
            used.any(|s| std::ptr::eq(*s, *source))
                || entry.sources.iter().any(|s| std::ptr::eq(*s, *source))
        });
        let body = drop_defaults(json!({
            "kind": kind,
            "stop": {
                "number": stop.number(),
                "district": stop.record.district,
                "date": stop.record.date,
                "until": stop.record.until,
            },
            kind: self.published_entry(entry),
            "names": self.key_names(stop, Some(entry)),
            "sources": sources,
            "follow_ups": self.follow_up_bodies(&follow_ups),
        }));
        (self.entry_reference(id), body)
    }

    /// An aspiration or announcement without what is withheld or not known by the day.
    fn published_entry(&self, entry: &Entry<'_>) -> Value {
        let topics = entry.topics.iter().map(|t| &self.topic(*t).record.key);
        let topics: Vec<&Spanned<Key>> = topics.collect();
        // As it is written: that another record was renamed does not change this one.
        let mut again = Vec::new();
        for reference in entry.aspiration().map_or(&[][..], |a| &a.again) {
            let name = reference.to_string();
            if self.resolve(&name).is_some() {
                again.push(name);
            }
        }
        let aspiration = entry.aspiration().filter(|a| a.withheld.is_none());
        let from = aspiration.and_then(|a| a.from.as_ref());
        // Not the consent: the number of its form is not published.
        let from = from.map(|f| json!({ "role": f.role, "village": f.village, "name": f.name }));
        let responses: Vec<Value> = entry.responses.iter().map(Self::response_body).collect();
        json!({
            "id": entry.id,
            "title": entry.title,
            "topics": topics,
            "from": from,
            "text": entry.request_text(),
            "setting": entry.setting,
            "reported_by": entry.reported_by,
            "sources": source_keys(&entry.sources),
            "again": again,
            "withheld": entry.withheld_reason(),
            "responses": responses,
            "notes": entry.notes,
            "cited_by": entry.cited_by,
            "formerly": entry.former_names,
        })
    }

    fn response_body(response: &Response<'_>) -> Value {
        let mut body = to_json_map(response.record);
        // In place of what the record has: only what was out by the day.
        body.insert("sources".into(), json!(source_keys(&response.sources)));
        let mut commitments = Vec::new();
        for record in &response.record.commitments {
            // In the record's order, so that a withdrawal moves no other commitment.
            let mut withdrawn = response.withdrawn_commitments.iter();
            commitments.push(match withdrawn.find(|w| w.id == record.id) {
                Some(w) => json!({ "id": w.id, "withdrawn": w.withdrawn }),
                // A withdrawal after the day is not known yet.
                None => json!(records::Commitment {
                    withdrawn: None,
                    ..record.value.clone()
                }),
            });
        }
        body.insert("commitments".into(), commitments.into());
        body.into()
    }

    /// The names of the keys in a body, by the field that holds them: a revision says who promised,
    /// whatever the office is called later.
    fn key_names(&self, stop: &Stop<'_>, entry: Option<&Entry<'_>>) -> Value {
        let district = self.district(stop.district).record;
        let mut names = json!({ "district": { district.key.as_str(): district.name } });
        // A stop's own body has no other keys that are called by names.
        let Some(entry) = entry else {
            return names;
        };
        for office in entry.answering_offices() {
            let office = self.office(office).record;
            names["office"][office.key.as_str()] = json!(office.name);
        }
        for topic in &entry.topics {
            let topic = self.topic(*topic).record;
            names["topics"][topic.key.as_str()] = json!(topic.name);
        }
        if let Some(n) = entry.village_index {
            let village = &district.villages[n];
            names["village"][village.key.as_str()] = json!(village.name);
        }
        names
    }

    fn photo_bodies(&self, photos: &[Photo]) -> Value {
        let mut bodies = Vec::new();
        for photo in photos {
            let mut body = to_json_map(photo);
            // Another picture under the same name is another photograph.
            let file = self.records.media.get(photo.file.as_str());
            body.insert("sha256".into(), json!(file.map(|file| &file.sha256)));
            bodies.push(Value::Object(body));
        }
        bodies.into()
    }

    fn follow_up_bodies(&self, ids: &[FollowUpId]) -> Vec<Value> {
        let ids = ids.iter().copied();
        ids.map(|id| self.follow_up_fields(id)).collect()
    }

    /// A follow-up as it stands in the bodies of what it is about.
    pub(super) fn follow_up_body(&self, id: FollowUpId) -> Value {
        drop_defaults(self.follow_up_fields(id))
    }

    fn follow_up_fields(&self, id: FollowUpId) -> Value {
        let follow_up = self.follow_up(id);
        let mut body = to_json_map(follow_up.record);
        // When it was held back until is no part of what it says.
        body.remove("draft");
        body.remove("publish_on");
        body.insert("sources".into(), json!(follow_up.sources));
        body.insert("photos".into(), self.photo_bodies(&follow_up.record.photos));
        body.into()
    }

    /// Pages in Markdown, in the order of their files, all languages of one together.
    fn page_bodies(&self) -> Vec<NamedBody> {
        let mut bodies: Vec<NamedBody> = Vec::new();
        for page in self.pages() {
            let lang = page.lang.unwrap_or(self.main_language()).code();
            let front = &page.front_matter;
            let version = json!({
                "title": front.title,
                "summary": front.summary,
                "formerly": front.formerly,
                "body": page.body,
            });
            let key = page.key.as_str();
            // The versions of a page are one record, so that a release adds one revision for all.
            if let Some((_, body)) = bodies.iter_mut().find(|(known, _)| known == key) {
                body["page"][lang] = version;
            } else {
                let body = json!({ "kind": "page", "page": { lang: version } });
                bodies.push((key.to_owned(), body));
            }
        }
        for (_, body) in &mut bodies {
            *body = drop_defaults(body.take());
        }
        bodies
    }
}

fn source_keys<'r>(sources: &[&'r Source]) -> Vec<&'r Spanned<Key>> {
    sources.iter().filter_map(|s| s.id.as_ref()).collect()
}

fn to_json_map(record: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(map)) => map,
        // Records are objects without odd keys.
        _ => Map::new(),
    }
}

/// Fields that say by their absence what they usually say.
const DEFAULTS: [(&str, &str); 3] = [
    ("setting", "forum"),
    ("bearing", "direct"),
    ("number_basis", "stated"),
];

/// Leaves out null, `false`, empty lists and defaults, at every depth: an optional field that is
/// added to the format must not make a new revision of every record that lacks it.
fn drop_defaults(body: Value) -> Value {
    match body {
        Value::Object(map) => {
            let mut fields = Map::new();
            for (key, value) in map {
                // First below: an object of nothing but defaults stays, a list of none goes.
                let value = drop_defaults(value);
                if !is_default(&key, &value) {
                    fields.insert(key, value);
                }
            }
            fields.into()
        }
        Value::Array(list) => list.into_iter().map(drop_defaults).collect(),
        other => other,
    }
}

fn is_default(key: &str, value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        Value::String(text) => DEFAULTS.contains(&(key, text)),
        _ => false,
    }
}
